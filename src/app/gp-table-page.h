/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A long table: sortable, searchable, with a count of what is shown and a sum of what is selected.
 * One page may show several kinds of rows, chosen above the table.
 */
#pragma once

#include "gp-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_TABLE_PAGE (gp_table_page_get_type ())
G_DECLARE_FINAL_TYPE (GpTablePage, gp_table_page, GP, TABLE_PAGE, GtkWidget)

typedef struct {
  const char *title; /* N_("...") */
  gboolean numeric, expand;
  int chars; /* width in characters */
} GpTableColumn;

typedef struct {
  const char *title; /* N_("...") or a text as it is shown */
  const GpTableColumn *columns;
  guint n_columns;
  int summed;      /* the numeric column that is summed below, or -1 */
  const char *sum; /* what is summed: N_("schools") */
} GpTableKind;

/* A new list of GpRow for a kind. */
typedef GListModel *(*GpTableRowsFunc) (guint kind, gpointer data);

/* kinds is copied, what it points to must stay. Rows are asked for when the page is shown. */
void gp_table_page_set_kinds (GpTablePage *self, const GpTableKind *kinds, guint n_kinds,
                              GpTableRowsFunc rows, gpointer data);
/* The rows are others than before: asks for them again, at once or when next shown. */
void gp_table_page_refresh (GpTablePage *self);
/* What stands there when there are no rows at all. */
void gp_table_page_set_empty (GpTablePage *self, const char *title, const char *description);
void gp_table_page_find (GpTablePage *self, const char *text); /* NULL: only moves the focus */

G_END_DECLS
