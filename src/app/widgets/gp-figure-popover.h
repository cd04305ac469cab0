/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a figure of the Finance page is and where it comes from, all the way down; and, for one that
 * is a row of the data, a way to change it.
 */
#pragma once

#include "gp-document.h"
#include "gp-finance-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_FIGURE_POPOVER (gp_figure_popover_get_type ())
G_DECLARE_FINAL_TYPE (GpFigurePopover, gp_figure_popover, GP, FIGURE_POPOVER, GtkPopover)

/* Points to the cell; goes when it is closed. view lives as long as the cell does. Borrowed; NULL
 * when the cell is in no page. */
GpFigurePopover *gp_figure_popover_open (GtkWidget *cell, GpDocument *document,
                                         const GpFinanceView *view, guint line, guint column);

/* As if a person typed the amount and saved it. */
void gp_figure_popover_put (GpFigurePopover *self, const char *amount);

G_END_DECLS
