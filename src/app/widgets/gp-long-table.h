/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A GtkColumnView of a long list, with widgets for the rows that are seen and no more
 * (gp-places.h). It stands in a GtkScrolledWindow and has the view as its child; scrolling down is
 * done here, and across by the view. All rows are as high as the first.
 *
 * The keys that walk through rows are answered here: the view knows its places only. While what has
 * the focus is scrolled out of sight the view itself has the focus, and the next key brings it
 * back.
 */
#pragma once

#include "gp-places.h"

G_BEGIN_DECLS

#define GP_TYPE_LONG_TABLE (gp_long_table_get_type ())
G_DECLARE_FINAL_TYPE (GpLongTable, gp_long_table, GP, LONG_TABLE, GtkWidget)

/* Shows an item in what the view's factories made for a cell. */
typedef void (*GpLongTableShowFunc) (GtkWidget *cell, gpointer item);

/* Called once, with the rows in order and their selection. "before-scroll": other rows come to the
 * places, by scrolling: the last chance to store what is being typed there. */
void gp_long_table_set_rows (GpLongTable *self, GtkSelectionModel *rows, GpLongTableShowFunc show);
GpPlaces *gp_long_table_get_places (GpLongTable *self);
void gp_long_table_reveal (GpLongTable *self, guint position); /* scrolls as little as it takes */
void gp_long_table_scroll_to_top (GpLongTable *self);
/* Gives the focus to the row, in view already; FALSE: it has no widget yet. */
gboolean gp_long_table_focus_row (GpLongTable *self, guint position);
/* TRUE while the focus is given back to a row that scrolling brought into sight again. */
gboolean gp_long_table_is_returning (GpLongTable *self);

G_END_DECLS
