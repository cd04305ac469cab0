/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is done in a table, as actions of the window while the table is in front:
 *   records-add, -delete, -fill-down, -copy, -paste, -select-all, -clear-filters
 *   records-set-cell (code, column, text), records-paste-text (text), records-select (codes),
 *   records-edit (code, column), records-filter (column, value), records-sort (column)
 * Columns by their name in the table ("region"); those with values are for scripts.
 */
#include "gp-records-private.h"

#include <glib/gi18n-lib.h>

/* ---- storing ----------------------------------------------------------------------------------
 */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, sentence);
  return FALSE;
}

static char *
label_of (GpRecords *self, guint column, const char *what)
{
  return g_strdup_printf (_ ("%s of %s"), _ (self->kind->columns[column].title), what);
}

gboolean
gp_records_store_cell (GpRecords *self, const char *code, guint column, const char *text,
                       GError **error)
{
  GpRecord *record = gp_records_list_find (self->list, code);
  int at = gp_records_table_column (self->kind, column);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GpRecordsEdit) edit = NULL;
  g_autofree char *label = label_of (self, column, code);
  g_autofree char *raw = NULL;
  guint32 row;

  if (gp_records_read_only (self) != NULL)
    return refuse (error, gp_records_read_only (self));
  if (record == NULL || at < 0)
    return refuse (error, at < 0 ? _ ("This column is computed.") : _ ("This row is gone."));
  raw = gp_records_read (gp_records_list_names (self->list), self->kind->table, (guint)at, text,
                         error);
  if (raw == NULL)
    return FALSE;
  row = gp_record_row (record);
  g_array_append_val (rows, row);
  edit = gp_records_edit_set (gp_records_project (self), self->kind->table, rows, (guint)at, raw,
                              label, NULL, error);
  if (edit == NULL)
    return FALSE;
  if (at == 0 &&
      g_strcmp0 (self->code, code) == 0) { /* the row that is current gets its new code */
    g_free (self->code);
    self->code = g_strdup (raw);
  }
  return gp_records_carry_out (self, edit, error);
}

/* ---- without a value --------------------------------------------------------------------------
 */

#define RECORDS_ACTION(name)                                                                       \
  static void name (GSimpleAction *action, GVariant *parameter, gpointer data)

RECORDS_ACTION (on_add)
{
  GpRecords *self = data;
  GpRecord *like = self->code != NULL ? gp_records_list_find (self->list, self->code) : NULL;
  g_autofree char *what = gp_records_count_text (self->kind->table, 1);
  g_autofree char *label = g_strdup_printf (_ ("Added %s"), what);
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GpRecordsEdit) edit = NULL;

  (void)action, (void)parameter;
  edit = gp_records_edit_add (gp_records_project (self), self->kind->table,
                              like != NULL ? gp_record_row (like) : GP_NONE, label, &code, &error);
  if (edit == NULL || !gp_records_carry_out (self, edit, &error)) {
    gp_page_toast (GTK_WIDGET (self), error->message, NULL, NULL);
    return;
  }
  if (gp_records_go_to (self, code))
    gp_records_focus_at (self, gp_records_position_of (self, code), (guint)self->kind->first_edited,
                         TRUE);
}

/* The row to stand on when the selected ones are gone. */
static char *
neighbour (GpRecords *self)
{
  g_autoptr (GtkBitset) bits =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint after = gtk_bitset_get_maximum (bits) + 1, first = gtk_bitset_get_minimum (bits);
  g_autoptr (GpRecord) record = gp_records_at (self, after);

  if (record == NULL && first > 0)
    record = gp_records_at (self, first - 1);
  return record != NULL ? g_strdup (gp_record_code (record)) : NULL;
}

RECORDS_ACTION (on_delete)
{
  GpRecords *self = data;
  g_autoptr (GArray) rows = gp_records_selected_rows (self);
  g_autofree char *what = NULL, *text = NULL, *next = NULL;
  g_autoptr (GpRecordsEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  (void)action, (void)parameter;
  if (rows->len == 0)
    return;
  next = neighbour (self);
  edit = gp_records_edit_delete (gp_records_project (self), self->kind->table, rows, &what);
  if (gp_records_carry_out_large (self, edit, _ ("Nothing was deleted")))
    return;
  if (!gp_records_carry_out (self, edit, &error)) {
    gp_records_set_problem (self, error->message);
    return;
  }
  text = g_strdup_printf (_ ("Deleted %s"), what);
  gp_page_toast (GTK_WIDGET (self), text, _ ("_Undo"), "win.undo");
  if (next != NULL)
    gp_records_focus_at (self, gp_records_position_of (self, next), self->column, FALSE);
}

/* The window asks first: this cannot be undone. */
RECORDS_ACTION (on_forget)
{
  GpRecords *self = data;
  g_autoptr (GPtrArray) codes = gp_records_selected_codes (self);

  (void)action, (void)parameter;
  gtk_widget_activate_action_variant (
      GTK_WIDGET (self), "win.forget-coaches",
      g_variant_new_strv ((const char *const *)codes->pdata, (gssize)codes->len));
}

/* The value of the topmost selected row goes into the others. */
RECORDS_ACTION (on_fill_down)
{
  GpRecords *self = data;
  g_autoptr (GArray) rows = gp_records_selected_rows (self);
  int at = gp_records_table_column (self->kind, self->column);
  g_autofree char *raw = NULL, *label = NULL, *count = NULL;
  g_autoptr (GpRecordsEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  guint32 wrong;

  (void)action, (void)parameter;
  if (rows->len < 2 || at < 0) {
    gp_records_set_problem (self, at < 0
                                      ? _ ("This column is computed.")
                                      : _ ("Select the row to copy from and the rows below it."));
    return;
  }
  raw = gp_project_cell (gp_records_project (self), self->kind->table,
                         g_array_index (rows, guint32, 0), (guint)at);
  count = gp_records_count_text (self->kind->table, rows->len);
  label = label_of (self, self->column, count);
  edit = gp_records_edit_set (gp_records_project (self), self->kind->table, rows, (guint)at, raw,
                              label, &wrong, &error);
  if (edit != NULL && gp_records_carry_out_large (self, edit, _ ("Nothing was filled")))
    return;
  if (edit == NULL || !gp_records_carry_out (self, edit, &error)) {
    g_autofree char *code =
        edit == NULL ? gp_project_cell (gp_records_project (self), self->kind->table, wrong, 0)
                     : g_strdup ("");
    g_autofree char *text =
        g_strdup_printf ("%s%s%s", code, *code != '\0' ? ": " : "", error->message);

    gp_records_set_problem (self, text);
  }
}

RECORDS_ACTION (on_copy)
{
  (void)action, (void)parameter;
  gp_records_copy (data);
}

RECORDS_ACTION (on_paste)
{
  (void)action, (void)parameter;
  gp_records_paste (data);
}

RECORDS_ACTION (on_select_all)
{
  (void)action, (void)parameter;
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (GP_RECORDS (data)->selection));
}

RECORDS_ACTION (on_clear_filters)
{
  (void)action, (void)parameter;
  gp_records_clear_filters (data);
}

/* ---- with a value -----------------------------------------------------------------------------
 */

static int
column_named (GpRecords *self, const char *name)
{
  for (guint i = 0; i < self->kind->n_columns; i++)
    if (g_str_equal (self->kind->columns[i].name, name))
      return (int)i;
  return -1;
}

RECORDS_ACTION (on_set_cell)
{
  GpRecords *self = data;
  const char *code, *column, *text;
  g_autoptr (GError) error = NULL;
  int at;

  (void)action;
  g_variant_get (parameter, "(&s&s&s)", &code, &column, &text);
  at = column_named (self, column);
  if (at < 0)
    gp_records_set_problem (self, _ ("there is no column for this cell"));
  else if (!gp_records_store_cell (self, code, (guint)at, text, &error))
    gp_records_set_problem (self, error->message);
}

RECORDS_ACTION (on_paste_text)
{
  (void)action;
  gp_records_paste_text (data, g_variant_get_string (parameter, NULL));
}

RECORDS_ACTION (on_select)
{
  GpRecords *self = data;
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  GVariantIter iter;
  const char *code;

  (void)action;
  g_variant_iter_init (&iter, parameter);
  while (g_variant_iter_next (&iter, "&s", &code))
    g_ptr_array_add (codes, g_strdup (code));
  gp_records_select_codes (self, codes);
}

RECORDS_ACTION (on_edit)
{
  GpRecords *self = data;
  const char *code, *column;
  int at;

  (void)action;
  g_variant_get (parameter, "(&s&s)", &code, &column);
  at = column_named (self, column);
  if (at >= 0 && gp_records_go_to (self, code))
    gp_records_focus_at (self, gp_records_position_of (self, code), (guint)at, TRUE);
}

RECORDS_ACTION (on_column)
{
  GpRecords *self = data;
  int at = column_named (self, g_variant_get_string (parameter, NULL));

  (void)action;
  if (at >= 0)
    self->column = (guint)at;
}

RECORDS_ACTION (on_filter)
{
  GpRecords *self = data;
  const char *column, *value;
  int at;

  (void)action;
  g_variant_get (parameter, "(&s&s)", &column, &value);
  at = column_named (self, column);
  if (at < 0 || self->kind->columns[at].chip == GP_CHIP_NONE)
    return;
  gp_records_filter_choose (self->wanted, (guint)at, value,
                            !gp_records_filter_is_chosen (self->wanted, (guint)at, value));
  gp_records_refilter (self);
}

RECORDS_ACTION (on_sort)
{
  GpRecords *self = data;
  int at = column_named (self, g_variant_get_string (parameter, NULL));
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  (void)action;
  if (at < 0)
    return;
  column = g_list_model_get_item (columns, (guint)at);
  gtk_column_view_sort_by_column (self->view, column, GTK_SORT_ASCENDING);
}

/* ---- the window's actions ---------------------------------------------------------------------
 */

static const GActionEntry entries[] = {
    {.name = "records-add", .activate = on_add},
    {.name = "records-delete", .activate = on_delete},
    {.name = "records-forget", .activate = on_forget},
    {.name = "records-fill-down", .activate = on_fill_down},
    {.name = "records-copy", .activate = on_copy},
    {.name = "records-paste", .activate = on_paste},
    {.name = "records-select-all", .activate = on_select_all},
    {.name = "records-clear-filters", .activate = on_clear_filters},
    {.name = "records-set-cell", .activate = on_set_cell, .parameter_type = "(sss)"},
    {.name = "records-paste-text", .activate = on_paste_text, .parameter_type = "s"},
    {.name = "records-select", .activate = on_select, .parameter_type = "as"},
    {.name = "records-edit", .activate = on_edit, .parameter_type = "(ss)"},
    {.name = "records-column", .activate = on_column, .parameter_type = "s"},
    {.name = "records-filter", .activate = on_filter, .parameter_type = "(ss)"},
    {.name = "records-sort", .activate = on_sort, .parameter_type = "s"},
};

void
gp_records_add_actions (GpRecords *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

void
gp_records_enter_window (GpRecords *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gp_records_leave_window (self);
  if (!G_IS_ACTION_MAP (root))
    return;
  g_set_weak_pointer (&self->action_window, GTK_WIDGET (root));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_action_map_add_action (
        G_ACTION_MAP (root),
        g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name));
}

/* Another table may have come to the front before this one goes: its actions stay. */
void
gp_records_leave_window (GpRecords *self)
{
  GActionMap *map = (GActionMap *)self->action_window;

  for (guint i = 0; map != NULL && i < G_N_ELEMENTS (entries); i++)
    if (g_action_map_lookup_action (map, entries[i].name) ==
        g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name))
      g_action_map_remove_action (map, entries[i].name);
  g_clear_weak_pointer (&self->action_window);
}

static void
enable (GpRecords *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
gp_records_update_actions (GpRecords *self)
{
  g_autoptr (GtkBitset) bits =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gboolean editable = self->document != NULL && gp_records_read_only (self) == NULL;
  gboolean some = !gtk_bitset_is_empty (bits);

  enable (self, "records-add", editable);
  enable (self, "records-delete", editable && some);
  enable (self, "records-forget",
          editable && some &&
              (self->kind->table == GP_TABLE_EXPERT_COACHES ||
               self->kind->table == GP_TABLE_VERANDERCOACHES));
  enable (self, "records-fill-down", editable && some);
  enable (self, "records-paste", editable);
  enable (self, "records-paste-text", editable);
  enable (self, "records-set-cell", editable);
  enable (self, "records-copy", some);
}
