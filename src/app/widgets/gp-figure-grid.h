/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures side by side, all as wide, in as few lines as there is room for and as many in each: six
 * of them stand in one line, in two of three or in three of two, and never in five and one.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_FIGURE_GRID (gp_figure_grid_get_type ())
G_DECLARE_FINAL_TYPE (GpFigureGrid, gp_figure_grid, GP, FIGURE_GRID, GtkWidget)

/* Takes the widget as its last child, as <child> of a template does. */
void gp_figure_grid_add (GpFigureGrid *self, GtkWidget *figure);

/* How many stand in a line, of n that are `natural` wide each, in `width`: 1 to n (0 of none). */
guint gp_figure_grid_columns (guint n, int natural, int width);

G_END_DECLS
