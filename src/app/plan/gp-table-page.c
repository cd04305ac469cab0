/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-table-page.h. Rows -> filter -> sort -> places -> selection. */
#include "gp-long-table.h"
#include "gp-narrow-choice.h"
#include "gp-tab-stop.h"
#include "gp-table-columns.h"
#include "gp-table-menu.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

struct _GpTablePage {
  GtkWidget parent;
  GtkDropDown *kind;
  GtkSearchEntry *search;
  GpLongTable *table;
  GtkColumnView *view; /* of the table */
  GtkStack *stack;
  GpPlanFirst *empty;
  GtkLabel *count;
  GtkLabel *sum;
  GtkBox *bar;
  GtkWidget *bar_scroll;

  GpTableKind *kinds;
  guint n_kinds;
  GpTableRowsFunc rows;
  gpointer data;

  GtkFilterListModel *filtered;
  GListModel *sorted; /* what is shown */
  GtkMultiSelection *selection;
  GtkFilter *filter;
  char **words;
  guint shown_kind; /* whose columns are there, or G_MAXUINT */
  gboolean dirty;
};

G_DEFINE_FINAL_TYPE (GpTablePage, gp_table_page, GTK_TYPE_WIDGET)

enum { SELECTION_CHANGED, KIND_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const GpTableKind *
kind_of (GpTablePage *self)
{
  guint selected = gtk_drop_down_get_selected (self->kind);

  return self->n_kinds > 0 ? &self->kinds[selected < self->n_kinds ? selected : 0] : NULL;
}

static void
show_columns (GpTablePage *self, const GpTableKind *kind)
{
  guint which = (guint)(kind - self->kinds);

  if (which != self->shown_kind)
    gp_table_columns_show (self->view, kind);
  self->shown_kind = which;
}

/* ---- what is shown
 * ------------------------------------------------------------------------------- */

static double
sum_of (GpTablePage *self, guint column, gboolean selected_only)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint n = g_list_model_get_n_items (self->sorted);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    if (!selected_only || gtk_selection_model_is_selected (selection, i)) {
      g_autoptr (GpRow) row = g_list_model_get_item (self->sorted, i);

      sum += gp_row_get_number (row, column);
    }
  return sum;
}

static void
show_sum (GpTablePage *self)
{
  const GpTableKind *kind = kind_of (self);
  g_autoptr (GtkBitset) bits =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint)gtk_bitset_get_size (bits);
  g_autofree char *number = NULL, *text = NULL, *full = NULL;

  if (kind == NULL || kind->summed < 0) {
    gtk_label_set_text (self->sum, "");
    return;
  }
  number = gp_format_number (sum_of (self, (guint)kind->summed, n > 1), 0, gp_numbers_current ());
  text = g_strdup_printf ("%s %s", number, _ (kind->sum));
  if (n > 1)
    full = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u row selected: %s", "%u rows selected: %s", n), n, text);
  gtk_label_set_text (self->sum, full != NULL ? full : text);
}

static void
show_count (GpTablePage *self)
{
  GListModel *all = gtk_filter_list_model_get_model (self->filtered);
  guint n_all = all != NULL ? g_list_model_get_n_items (all) : 0;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  g_autofree char *shown = gp_format_integer (n, gp_numbers_current ());
  g_autofree char *of = gp_format_integer (n_all, gp_numbers_current ());
  g_autofree char *text = g_strdup_printf (_ ("%s of %s"), shown, of);

  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->stack,
                                    n_all == 0 ? "empty" : (n == 0 ? "nothing" : "table"));
  show_sum (self);
}

static gboolean
matches (gpointer item, gpointer data)
{
  GpTablePage *self = data;

  return self->words == NULL || gp_row_matches (item, (const char *const *)self->words);
}

static void
on_search_changed (GtkSearchEntry *entry, GpTablePage *self)
{
  g_strfreev (self->words);
  self->words = gp_row_fold_words (gtk_editable_get_text (GTK_EDITABLE (entry)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (self->words[0] != NULL)
    gp_long_table_scroll_to_top (self->table);
  show_count (self);
}

static void
on_selection_changed (GpTablePage *self)
{
  show_sum (self);
  g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

/* The selection stays where as many rows come back: an edit changed what they say. */
static void
show_rows (GpTablePage *self)
{
  const GpTableKind *kind = kind_of (self);
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GtkBitset) bits = NULL;
  gboolean same_kind;
  guint n;

  if (kind == NULL)
    return;
  self->dirty = FALSE;
  same_kind = self->shown_kind == (guint)(kind - self->kinds);
  if (!same_kind) /* no row of another kind ever meets these columns */
    gtk_filter_list_model_set_model (self->filtered, NULL);
  show_columns (self, kind);
  rows = self->rows ((guint)(kind - self->kinds), self->data);
  bits =
      gtk_bitset_copy (gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection)));
  n = g_list_model_get_n_items (self->sorted);
  gtk_filter_list_model_set_model (self->filtered, rows);
  gp_table_columns_show_icons (self->view, kind, rows);
  if (same_kind && n == g_list_model_get_n_items (self->sorted))
    gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), bits, bits);
  show_count (self);
  on_selection_changed (self);
}

static void
on_kind_changed (GpTablePage *self)
{
  g_signal_emit (self, signals[KIND_CHANGED], 0);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_rows (self);
  else
    self->dirty = TRUE;
}

static void
gp_table_page_map (GtkWidget *widget)
{
  GpTablePage *self = GP_TABLE_PAGE (widget);

  GTK_WIDGET_CLASS (gp_table_page_parent_class)->map (widget);
  if (self->dirty)
    show_rows (self);
}

/* ---- the class
 * ----------------------------------------------------------------------------------- */

static void
gp_table_page_dispose (GObject *object)
{
  GpTablePage *self = GP_TABLE_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->kinds, g_free);
  G_OBJECT_CLASS (gp_table_page_parent_class)->dispose (object);
}

static void
gp_table_page_class_init (GpTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_table_page_dispose;
  widget_class->map = gp_table_page_map;
  g_type_ensure (GP_TYPE_PLAN_FIRST);
  g_type_ensure (GP_TYPE_TAB_STOP);
  g_type_ensure (GP_TYPE_LONG_TABLE);
  signals[SELECTION_CHANGED] =
      g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 0);
  signals[KIND_CHANGED] = g_signal_new ("kind-changed", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GpTablePage, kind);
  gtk_widget_class_bind_template_child (widget_class, GpTablePage, search);
  gtk_widget_class_bind_template_child (widget_class, GpTablePage, table);
  gtk_widget_class_bind_template_child (widget_class, GpTablePage, view);
  gtk_widget_class_bind_template_child (widget_class, GpTablePage, stack);
  gtk_widget_class_bind_template_child (widget_class, GpTablePage, empty);
  gtk_widget_class_bind_template_child (widget_class, GpTablePage, count);
  gtk_widget_class_bind_template_child (widget_class, GpTablePage, sum);
  gtk_widget_class_bind_template_child (widget_class, GpTablePage, bar);
  gtk_widget_class_bind_template_child (widget_class, GpTablePage, bar_scroll);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_table_page_init (GpTablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gp_drop_down_give_way (self->kind);
  self->shown_kind = G_MAXUINT;
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->sorted = G_LIST_MODEL (
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                               g_object_ref (gtk_column_view_get_sorter (self->view))));
  self->selection = gtk_multi_selection_new (g_object_ref (self->sorted));
  gp_long_table_set_rows (self->table, GTK_SELECTION_MODEL (self->selection),
                          gp_table_columns_show_cell);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (on_kind_changed), self,
                           G_CONNECT_SWAPPED);
}

void
gp_table_page_set_kinds (GpTablePage *self, const GpTableKind *kinds, guint n_kinds,
                         GpTableRowsFunc rows, gpointer data)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_return_if_fail (GP_IS_TABLE_PAGE (self) && n_kinds > 0);
  g_free (self->kinds);
  self->kinds = g_memdup2 (kinds, n_kinds * sizeof *kinds);
  self->n_kinds = n_kinds;
  self->rows = rows;
  self->data = data;
  self->shown_kind = G_MAXUINT;
  for (guint i = 0; i < n_kinds; i++)
    gtk_string_list_append (titles, _ (kinds[i].title));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (self->kind), n_kinds > 1);
  gp_table_page_refresh (self);
}

void
gp_table_page_refresh (GpTablePage *self)
{
  g_return_if_fail (GP_IS_TABLE_PAGE (self));
  self->dirty = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_rows (self);
}

void
gp_table_page_set_empty (GpTablePage *self, const char *title, const char *description,
                         GpFirst first)
{
  gp_plan_first_set (self->empty, title, description);
  gp_plan_first_offer (self->empty, first);
}

void
gp_table_page_find (GpTablePage *self, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  if (text == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

void
gp_table_page_add_bar (GpTablePage *self, GtkWidget *widget)
{
  gtk_box_append (self->bar, widget);
  gtk_widget_set_visible (self->bar_scroll, TRUE);
}

void
gp_table_page_set_menu (GpTablePage *self, GpTableMenuFunc func, gpointer data)
{
  gp_table_menu_attach (self->view, func, data);
}

guint
gp_table_page_get_kind (GpTablePage *self)
{
  return gtk_drop_down_get_selected (self->kind);
}

void
gp_table_page_show_kind (GpTablePage *self, guint kind)
{
  gtk_drop_down_set_selected (self->kind, kind);
}

GPtrArray *
gp_table_page_get_selected (GpTablePage *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    if (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (model), i))
      g_ptr_array_add (rows, g_list_model_get_item (model, i));
  return rows;
}

char *
gp_table_page_get_text (GpTablePage *self)
{
  const GpTableKind *kind = kind_of (self);

  return kind != NULL ? gp_table_columns_text (kind, self->sorted) : NULL;
}

void
gp_table_page_go_to (GpTablePage *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  on_search_changed (self->search, self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
}
