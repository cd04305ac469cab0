/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu for the selected rows of a table: right click, the Menu key, Shift+F10. */
#pragma once

#include "gp-table-page.h"

G_BEGIN_DECLS

/* data must live as long as the view. A right click selects the row under it, unless it is selected
 * already. */
void gp_table_menu_attach (GtkColumnView *view, GpTableMenuFunc func, gpointer data);

G_END_DECLS
