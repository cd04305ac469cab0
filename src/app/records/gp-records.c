/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-records.h. Records -> filter -> sort -> places -> selection.
 *
 * A fresh snapshot changes the rows that are others than before and no more; rows that are
 * announced lose their selection and the focus in GTK, so both are kept by code and given back.
 */
#include "gp-records-private.h"
#include "gp-tab-stop.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GpRecords, gp_records, GTK_TYPE_WIDGET)

const GpProject *
gp_records_project (GpRecords *self)
{
  return gp_records_names_project (gp_records_list_names (self->list));
}

const char *
gp_records_read_only (GpRecords *self)
{
  return self->document != NULL ? gp_document_get_read_only_reason (self->document) : NULL;
}

void
gp_records_set_problem (GpRecords *self, const char *sentence)
{
  gtk_label_set_text (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

/* ---- below the table --------------------------------------------------------------------------
 */

/* The rows that are shown, in any order: the nearest to the records that has no others. */
static GListModel *
shown_unsorted (GpRecords *self)
{
  GListModel *all = gp_records_list_model (self->list);

  return g_list_model_get_n_items (all) == gp_records_n_shown (self)
             ? all
             : G_LIST_MODEL (self->filtered);
}

static double
sum_of (GpRecords *self, guint column, const GtkBitset *selected)
{
  GtkBitsetIter iter;
  guint position, n = gp_records_n_shown (self);
  gboolean all = gtk_bitset_get_size (selected) < 2;
  GListModel *rows = all ? shown_unsorted (self) : self->sorted;
  double sum = 0;
  gboolean more = all ? n > 0 : gtk_bitset_iter_init_first (&iter, selected, &position);

  if (all)
    position = 0;
  while (more) {
    g_autoptr (GpRecord) record = g_list_model_get_item (rows, position);
    double number = gp_record_number (record, column);

    sum += number == number ? number : 0; /* not a number: empty */
    more = all ? ++position < n : gtk_bitset_iter_next (&iter, &position);
  }
  return sum;
}

/* "3 selected: Schools 12 · Taking part 4" */
static void
show_sums (GpRecords *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint)gtk_bitset_get_size (selected);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *count = gp_format_integer (n, gp_numbers_current ());

  for (guint i = 0; i < self->kind->n_columns; i++)
    if (self->kind->columns[i].sum) {
      g_autofree char *number =
          gp_format_number (sum_of (self, i, selected), 0, gp_numbers_current ());

      g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "",
                              _ (self->kind->columns[i].title), number);
    }
  if (n > 1) {
    g_autofree char *before = g_strdup_printf (_ ("%s selected"), count);

    g_string_prepend (text, text->len > 0 ? ": " : "");
    g_string_prepend (text, before);
  }
  gtk_label_set_text (self->sum, text->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sum), text->str);
}

static void
show_count (GpRecords *self)
{
  guint n_all = g_list_model_get_n_items (gp_records_list_model (self->list));
  guint n = gp_records_n_shown (self);
  g_autofree char *shown = gp_format_integer (n, gp_numbers_current ());
  g_autofree char *of = gp_format_integer (n_all, gp_numbers_current ());
  g_autofree char *text = g_strdup_printf (_ ("%s of %s"), shown, of);

  gtk_label_set_text (self->count, text);
  gtk_stack_set_visible_child_name (self->stack,
                                    n_all == 0 ? "empty" : (n == 0 ? "nothing" : "table"));
  gtk_widget_set_visible (self->chips_area, n_all > 0);
  show_sums (self);
}

static void
on_selection (GpRecords *self)
{
  if (self->updating)
    return;
  show_sums (self);
  gp_records_update_actions (self);
}

/* ---- what is shown ----------------------------------------------------------------------------
 */

static gboolean
matches (gpointer item, gpointer data)
{
  GpRecords *self = data;

  return gp_records_filter_matches (self->wanted, item);
}

void
gp_records_refilter (GpRecords *self)
{
  self->updating = TRUE;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  self->updating = FALSE;
  gp_records_refresh_chips (self);
  show_count (self);
  gp_records_update_actions (self);
}

static void
on_search_changed (GtkSearchEntry *entry, GpRecords *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));

  gp_records_filter_search (self->wanted, text);
  gp_records_refilter (self);
  if (*text != '\0') /* emptied to show a row among all, it is not scrolled away from that */
    gp_long_table_scroll_to_top (self->table);
}

static gboolean
has_focus (GpRecords *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view));
}

static void
update_rows (GpRecords *self, const GpRecordExtras *extras)
{
  g_autoptr (GPtrArray) codes = gp_records_selected_codes (self);
  gboolean focused = has_focus (self);
  guint position, n_changed;

  self->updating = TRUE;
  n_changed = gp_records_list_update (self->list, gp_document_get_project (self->document), extras);
  if (n_changed > 0)
    gp_records_select_codes (self, codes);
  self->updating = FALSE;
  position = n_changed > 0 && focused && !has_focus (self) ? gp_records_position (self)
                                                           : GTK_INVALID_LIST_POSITION;
  if (position != GTK_INVALID_LIST_POSITION && codes->len < 2)
    gp_records_focus_at (self, position, self->column, FALSE);
}

void
gp_records_show_document (GpRecords *self, GpDocument *document, const GpRecordExtras *extras)
{
  const char *reason;
  gboolean other;

  g_return_if_fail (GP_IS_RECORDS (self) && GP_IS_DOCUMENT (document));
  other = self->document != document;
  g_set_object (&self->document, document);
  update_rows (self, extras);
  reason = gp_records_read_only (self);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add),
                               reason != NULL ? reason : _ ("Add a row (Ctrl+Shift+N)"));
  if (other)
    gp_records_set_problem (self, NULL);
  gp_records_refresh_chips (self);
  show_count (self);
  gp_records_update_actions (self);
}

void
gp_records_find (GpRecords *self, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  if (text == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  gtk_editable_set_position (GTK_EDITABLE (self->search), -1);
}

gboolean
gp_records_go_to (GpRecords *self, const char *code)
{
  guint position;

  if (gp_records_list_find (self->list, code) == NULL)
    return FALSE;
  if (gp_records_position_of (self, code) == GTK_INVALID_LIST_POSITION)
    gp_records_clear_filters (self);
  position = gp_records_position_of (self, code);
  gp_records_focus_at (self, position, self->column, FALSE);
  return TRUE;
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_records_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (gp_records_parent_class)->map (widget);
  gp_records_enter_window (GP_RECORDS (widget));
}

static void
gp_records_unmap (GtkWidget *widget)
{
  gp_records_leave_window (GP_RECORDS (widget));
  gp_records_drop_tick (GP_RECORDS (widget));
  gp_records_stop_ahead (GP_RECORDS (widget));
  GTK_WIDGET_CLASS (gp_records_parent_class)->unmap (widget);
}

static void
gp_records_dispose (GObject *object)
{
  GpRecords *self = GP_RECORDS (object);

  gp_records_leave_window (self);
  gp_records_stop_ahead (self);
  gp_records_stop_ranking (self);
  gp_page_drop_children (GTK_WIDGET (object));
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->list);
  g_clear_object (&self->document);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (gp_records_parent_class)->dispose (object);
}

static void
gp_records_finalize (GObject *object)
{
  GpRecords *self = GP_RECORDS (object);

  g_clear_pointer (&self->wanted, gp_records_filter_free);
  g_ptr_array_unref (self->cells);
  g_free (self->code);
  G_OBJECT_CLASS (gp_records_parent_class)->finalize (object);
}

static void
gp_records_class_init (GpRecordsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_records_dispose;
  G_OBJECT_CLASS (klass)->finalize = gp_records_finalize;
  widget_class->map = gp_records_map;
  g_type_ensure (GP_TYPE_TAB_STOP);
  g_type_ensure (GP_TYPE_LONG_TABLE);
  widget_class->unmap = gp_records_unmap;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-records.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, GpRecords, name)
  CHILD (search);
  CHILD (chips);
  CHILD (chips_area);
  CHILD (add);
  CHILD (clear);
  CHILD (menu);
  CHILD (table);
  CHILD (view);
  CHILD (scroller);
  CHILD (stack);
  CHILD (empty);
  CHILD (problem);
  CHILD (count);
  CHILD (sum);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
gp_records_init (GpRecords *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cells = g_ptr_array_new ();
  self->awaited = GTK_INVALID_LIST_POSITION;
}

static void
show_cell (GtkWidget *cell, gpointer record)
{
  (void)record;
  gp_records_cell_show (GP_RECORDS_CELL (cell));
}

static void
on_before_scroll (GpRecords *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    gp_records_cell_leave (self->cells->pdata[i]);
}

static void
make_model (GpRecords *self)
{
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (gp_records_list_model (self->list)),
                                              g_object_ref (self->filter));
  self->sorted = G_LIST_MODEL (
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                               g_object_ref (gtk_column_view_get_sorter (self->view))));
  self->selection = gtk_multi_selection_new (g_object_ref (self->sorted));
  gp_long_table_set_rows (self->table, GTK_SELECTION_MODEL (self->selection), show_cell);
  g_signal_connect_object (self->table, "before-scroll", G_CALLBACK (on_before_scroll), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection), self,
                           G_CONNECT_SWAPPED);
}

GpRecords *
gp_records_new (const GpRecordsKind *kind)
{
  GpRecords *self = g_object_new (GP_TYPE_RECORDS, NULL);

  self->kind = kind;
  self->list = gp_records_list_new (kind);
  self->wanted = gp_records_filter_new (kind);
  gp_records_add_actions (self);
  gp_records_make_columns (self);
  gp_records_make_chips (self);
  make_model (self);
  gp_records_add_keys (self);
  gp_records_watch_search (self);
  return self;
}

void
gp_records_set_empty (GpRecords *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
}
