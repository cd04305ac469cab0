/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Overview: a headline made from the figures, the goal chart, six figures, what is short. */
#pragma once

#include "gp-page.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_OVERVIEW_PAGE (gp_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (GpOverviewPage, gp_overview_page, GP, OVERVIEW_PAGE, GtkWidget)

GtkWidget *gp_overview_page_new (void);

G_END_DECLS
