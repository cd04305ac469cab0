/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Overview: a headline made from the figures, the goal chart, six figures, what is short. */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_OVERVIEW_PAGE (gp_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (GpOverviewPage, gp_overview_page, GP, OVERVIEW_PAGE, GtkWidget)

void gp_overview_page_show (GpOverviewPage *self, GpDocument *document);

G_END_DECLS
