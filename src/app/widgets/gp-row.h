/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a table on screen: a text per column, and its number where the column is numeric. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GP_TYPE_ROW (gp_row_get_type ())
G_DECLARE_FINAL_TYPE (GpRow, gp_row, GP, ROW, GObject)

GpRow *gp_row_new (guint n_cells);
void gp_row_set_text (GpRow *self, guint cell, const char *text);
/* text is taken over; it is what is shown for the number. */
void gp_row_take_number (GpRow *self, guint cell, double number, char *text);
const char *gp_row_get_text (GpRow *self, guint cell);
double gp_row_get_number (GpRow *self, guint cell);

/* TRUE when every word (already folded by gp_row_fold_words) is in the row, whatever the case. */
gboolean gp_row_matches (GpRow *self, const char *const *words);
char **gp_row_fold_words (const char *text);

G_END_DECLS
