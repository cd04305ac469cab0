/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-finance-edit.h. */
#include "gp-finance-edit.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GpTableId table;
  const char *const *cells;
} Row;

char *
gp_finance_typed_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");

  return g_strdup_printf ("typed %s", day);
}

/* What the history shows: the table and the row's first two columns, which say what it is about. */
static char *
label_of (GpTableId table, const char *const *cells)
{
  switch (table) {
  case GP_TABLE_BUDGETS:
    return g_strdup_printf (_ ("Changed what project %s costs in %s"), cells[0], cells[1]);
  case GP_TABLE_DRIVERS:
    return g_strdup_printf (_ ("Changed a rate of project %s in scenario %s"), cells[1], cells[0]);
  default:
    return g_strdup_printf (_ ("Changed what %s pledged to project %s"), cells[0], cells[1]);
  }
}

static gboolean
put (GpStore *store, gpointer data, GError **error)
{
  const Row *row = data;

  return gp_store_put (store, row->table, row->cells, error);
}

static gboolean
drop (GpStore *store, gpointer data, GError **error)
{
  const Row *row = data;
  const GpTable *table = gp_table (row->table);
  g_autofree const char **key = g_new0 (const char *, table->n_columns + 1);
  guint n = 0;

  for (guint c = 0; c < table->n_columns; c++) {
    if (table->columns[c].key)
      key[n++] = row->cells[c];
  }
  return gp_store_delete (store, row->table, key, error);
}

static gboolean
edit (GpDocument *document, GpTableId table, const char *const *cells, GpEditFunc func,
      GError **error)
{
  Row row = {table, cells};
  g_autofree char *label = label_of (table, cells);

  return gp_document_edit (document, label, func, &row, error);
}

gboolean
gp_finance_put_row (GpDocument *document, GpTableId table, const char *const *cells, GError **error)
{
  return edit (document, table, cells, put, error);
}

gboolean
gp_finance_drop_row (GpDocument *document, GpTableId table, const char *const *cells,
                     GError **error)
{
  return edit (document, table, cells, drop, error);
}
