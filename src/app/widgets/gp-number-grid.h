/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of a chart as a small table: what a screen reader reads, and who wants figures. */
#pragma once

#include <groeiplan/gp-chart-copy.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Empties the grid and fills it with a chart's table; a panel's title stands above its rows. */
void gp_number_grid_show (GtkGrid *grid, const GpChartTable *table);
/* The same as tab-separated lines with the heads first, for a spreadsheet; a new string. */
char *gp_number_grid_text (const GpChartTable *table);

/* Empties the grid and puts the heads in its first row. */
void gp_number_grid_start (GtkGrid *grid, const char *const *heads, guint n_heads);
/* A row: its name, then whole numbers (NaN: nothing), with a tilde where they are rough, and a
 * suffix (or NULL). */
void gp_number_grid_add (GtkGrid *grid, const char *name, const double *numbers, guint n_numbers,
                         gboolean rough, const char *suffix);

G_END_DECLS
