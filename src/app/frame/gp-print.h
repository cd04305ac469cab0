/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of the window on paper: a table as a table with its heads on every sheet, anything else as
 * it is drawn, over as many sheets as it takes. */
#pragma once

#include "gp-page.h"

G_BEGIN_DECLS

/* heading: the project, scenario and page; as_of: the line below it. With a path the sheets go to
 * that PDF file without asking. Always in light colours. */
void gp_print_page (GtkWindow *window, GpPage *page, const char *heading, const char *as_of,
                    const char *path);

G_END_DECLS
