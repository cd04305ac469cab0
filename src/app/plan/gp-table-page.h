/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A long table: sortable, searchable, with a count of what is shown and a sum of what is selected.
 * One page may show several kinds of rows, chosen above the table.
 */
#pragma once

#include "gp-plan-first.h"
#include "gp-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_TABLE_PAGE (gp_table_page_get_type ())
G_DECLARE_FINAL_TYPE (GpTablePage, gp_table_page, GP, TABLE_PAGE, GtkWidget)

#define GP_TABLE_ICON (-1) /* a column whose text is an icon's name, or "" */

typedef struct {
  const char *title; /* N_("...") */
  gboolean numeric, expand;
  int chars;          /* width in characters, or GP_TABLE_ICON */
  gboolean wide_only; /* left out where the window is as narrow as a telephone */
  const char *tip;    /* N_("..."): what its head means; NULL: as the kind's function says */
  gboolean light;     /* shown lighter than the others */
} GpTableColumn;

/* What a column's title means, N_("..."), or NULL. */
typedef const char *(*GpTableTermFunc) (const char *title);

typedef struct {
  const char *title; /* N_("...") or a text as it is shown */
  const GpTableColumn *columns;
  guint n_columns;
  int summed;      /* the numeric column that is summed below, or -1 */
  const char *sum; /* what is summed: N_("schools") */
  GpTableTermFunc term;
} GpTableKind;

/* A new list of GpRow for a kind. */
typedef GListModel *(*GpTableRowsFunc) (guint kind, gpointer data);

/* kinds is copied, what it points to must stay. Rows are asked for when the page is shown. */
void gp_table_page_set_kinds (GpTablePage *self, const GpTableKind *kinds, guint n_kinds,
                              GpTableRowsFunc rows, gpointer data);
/* The rows are others than before: asks for them again, at once or when next shown. */
void gp_table_page_refresh (GpTablePage *self);
/* What stands there when there are no rows at all, and the step offered. */
void gp_table_page_set_empty (GpTablePage *self, const char *title, const char *description,
                              GpFirst first);
void gp_table_page_find (GpTablePage *self, const char *text); /* NULL: only moves the focus */
/* Looks for the text and selects the first row with it. */
void gp_table_page_go_to (GpTablePage *self, const char *text);

guint gp_table_page_get_kind (GpTablePage *self);
void gp_table_page_show_kind (GpTablePage *self, guint kind);
/* The selected rows, of GpRow; freed with g_ptr_array_unref (). A change emits the signal
 * "selection-changed", another kind "kind-changed". */
GPtrArray *gp_table_page_get_selected (GpTablePage *self);
/* What is shown, as tab-separated lines, for printing; a new string. */
char *gp_table_page_get_text (GpTablePage *self);
/* A widget below the search, beside others of its sort. */
void gp_table_page_add_bar (GpTablePage *self, GtkWidget *widget);

/* A new menu for the selected rows, or NULL for none: for a right click, the Menu key, Shift+F10.
 */
typedef GMenuModel *(*GpTableMenuFunc) (gpointer data);
void gp_table_page_set_menu (GpTablePage *self, GpTableMenuFunc func, gpointer data);

G_END_DECLS
