/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the columns of a table that is edited sort: by numbers, and texts by their rank. Where a
 * column was not sorted by before, its rows stay as they are until they are ranked, between two
 * frames as time permits; then the table sorts.
 */
#include "gp-records-private.h"
#include "gp-records-rank.h"

#define STEP 60 /* texts, two milliseconds */

static gboolean
on_idle (gpointer data)
{
  GpRecords *self = data;
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  self->ranked_row = gp_records_rank_get_ready (gp_records_list_model (self->list),
                                                self->ranked_column, self->ranked_row, STEP);
  if (self->ranked_row != G_MAXUINT)
    return G_SOURCE_CONTINUE;
  self->ranking = 0;
  self->ranked_row = 0;
  gp_records_list_rank (self->list, self->ranked_column);
  column = g_list_model_get_item (columns, self->ranked_column);
  gtk_sorter_changed (gtk_column_view_column_get_sorter (column), GTK_SORTER_CHANGE_DIFFERENT);
  return G_SOURCE_REMOVE;
}

void
gp_records_stop_ranking (GpRecords *self)
{
  g_clear_handle_id (&self->ranking, g_source_remove);
}

typedef struct {
  GpRecords *records;
  guint column;
} Sorting;

static double
rank_of (GpRecord *record, const Sorting *sorting)
{
  GpRecords *self = sorting->records;

  if (!gp_records_list_is_ranked (self->list, sorting->column)) {
    if (self->ranking == 0)
      self->ranking = g_idle_add (on_idle, self);
    if (self->ranked_column != sorting->column) /* what is made of another one's texts is kept */
      self->ranked_row = 0;
    self->ranked_column = sorting->column;
  }
  return gp_record_sorted (record, sorting->column)->rank;
}

static double
number_of (GpRecord *record, gpointer column)
{
  return gp_record_number (record, GPOINTER_TO_UINT (column));
}

static void
free_sorting (gpointer data, GClosure *closure)
{
  (void)closure;
  g_free (data);
}

GtkSorter *
gp_records_sorter_new (GpRecords *self, guint column)
{
  Sorting *sorting;

  if (gp_records_is_numeric (self->kind, column))
    return GTK_SORTER (gtk_numeric_sorter_new (gtk_cclosure_expression_new (
        G_TYPE_DOUBLE, NULL, 0, NULL, G_CALLBACK (number_of), GUINT_TO_POINTER (column), NULL)));
  sorting = g_new (Sorting, 1);
  *sorting = (Sorting){self, column};
  return GTK_SORTER (gtk_numeric_sorter_new (gtk_cclosure_expression_new (
      G_TYPE_DOUBLE, NULL, 0, NULL, G_CALLBACK (rank_of), sorting, free_sorting)));
}
