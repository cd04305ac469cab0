/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the person is in a table: the current row (by its code, which outlives snapshots) and
 * column, the keys that move it, and getting to a row that is not on the screen.
 *
 * A table that is not on the screen yet has no rows to focus: until then one is awaited, frame by
 * frame.
 */
#include "gp-records-private.h"

#define MOST_FRAMES 20

guint
gp_records_n_shown (GpRecords *self)
{
  return g_list_model_get_n_items (self->sorted);
}

GpRecord *
gp_records_at (GpRecords *self, guint position)
{
  return g_list_model_get_item (self->sorted, position);
}

guint
gp_records_position_of (GpRecords *self, const char *code)
{
  GpRecord *wanted = gp_records_list_find (self->list, code);
  guint n = gp_records_n_shown (self);

  for (guint i = 0; wanted != NULL && i < n; i++) {
    g_autoptr (GpRecord) record = gp_records_at (self, i);

    if (record == wanted)
      return i;
  }
  return GTK_INVALID_LIST_POSITION;
}

guint
gp_records_position (GpRecords *self)
{
  return self->code != NULL ? gp_records_position_of (self, self->code) : GTK_INVALID_LIST_POSITION;
}

GPtrArray *
gp_records_selected_codes (GpRecords *self)
{
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkBitset) bits =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, bits, &position); more;
       more = gtk_bitset_iter_next (&iter, &position)) {
    g_autoptr (GpRecord) record = gp_records_at (self, position);

    g_ptr_array_add (codes, g_strdup (gp_record_code (record)));
  }
  return codes;
}

GArray *
gp_records_selected_rows (GpRecords *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) codes = gp_records_selected_codes (self);

  for (guint i = 0; i < codes->len; i++) {
    guint32 row = gp_record_row (gp_records_list_find (self->list, codes->pdata[i]));

    g_array_append_val (rows, row);
  }
  return rows;
}

void
gp_records_select_codes (GpRecords *self, const GPtrArray *codes)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, gp_records_n_shown (self));
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  guint n = gp_records_n_shown (self);

  for (guint i = 0; i < codes->len; i++) {
    GpRecord *record = gp_records_list_find (self->list, codes->pdata[i]);

    if (record != NULL)
      g_hash_table_add (wanted, record);
  }
  for (guint i = 0; i < n && g_hash_table_size (wanted) > 0; i++) {
    g_autoptr (GpRecord) record = gp_records_at (self, i);

    if (g_hash_table_contains (wanted, record))
      gtk_bitset_add (selected, i);
  }
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
}

/* ---- going there ------------------------------------------------------------------------------
 */

static GpRecordsCell *
find_cell (GpRecords *self, guint position, guint column)
{
  for (guint i = 0; i < self->cells->len; i++) {
    GpRecordsCell *cell = self->cells->pdata[i];

    if (gp_records_cell_column (cell) == column && gp_records_cell_position (cell) == position &&
        gtk_widget_get_mapped (GTK_WIDGET (cell)))
      return cell;
  }
  return NULL;
}

/* The row is brought into view by the list; the column is not. */
static void
show_column (GpRecords *self, GpRecordsCell *cell)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self->view), &bounds))
    return;
  bounds.origin.x += (float)gtk_adjustment_get_value (across);
  gtk_adjustment_clamp_page (across, (double)bounds.origin.x - 12,
                             (double)(bounds.origin.x + bounds.size.width) + 12);
}

void
gp_records_set_current (GpRecords *self, GpRecordsCell *cell)
{
  GpRecord *record = gp_records_cell_record (cell);

  if (record == NULL)
    return;
  if (g_strcmp0 (self->code, gp_record_code (record)) != 0) {
    g_free (self->code);
    self->code = g_strdup (gp_record_code (record));
  }
  self->column = gp_records_cell_column (cell);
  if (!gp_long_table_is_returning (self->table))
    show_column (self, cell);
  gp_records_update_actions (self);
}

void
gp_records_drop_tick (GpRecords *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->awaited = GTK_INVALID_LIST_POSITION;
}

static gboolean
focus_if_there (GpRecords *self)
{
  GpRecordsCell *cell = find_cell (self, self->awaited, self->column);

  if (cell == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (self->awaited_edit)
    gp_records_cell_edit (cell, NULL);
  return TRUE;
}

static gboolean
on_frame (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GpRecords *self = GP_RECORDS (widget);

  (void)clock, (void)data;
  if (!focus_if_there (self) && ++self->tries < MOST_FRAMES)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  self->awaited = GTK_INVALID_LIST_POSITION;
  return G_SOURCE_REMOVE;
}

void
gp_records_focus_at (GpRecords *self, guint position, guint column, gboolean edit)
{
  g_autoptr (GpRecord) record = gp_records_at (self, position);

  if (record == NULL)
    return;
  gp_records_drop_tick (self);
  self->column = column;
  g_free (self->code);
  self->code = g_strdup (gp_record_code (record));
  gp_places_select (gp_long_table_get_places (self->table), position, FALSE, FALSE);
  gp_long_table_reveal (self->table, position);
  self->awaited = position;
  self->awaited_edit = edit;
  self->tries = 0;
  if (focus_if_there (self))
    self->awaited = GTK_INVALID_LIST_POSITION;
  else
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_frame, NULL, NULL);
}

/* ---- keys -------------------------------------------------------------------------------------
 */

static GpRecordsCell *
cell_in_focus (GpRecords *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return GP_IS_RECORDS_CELL (focus) ? GP_RECORDS_CELL (focus) : NULL;
}

static gboolean
move_across (GpRecords *self, GpRecordsCell *cell, int by)
{
  int column = (int)self->column + by;
  GpRecordsCell *other;

  if (column < 0 || column >= (int)self->kind->n_columns)
    return TRUE;
  other = find_cell (self, gp_records_cell_position (cell), (guint)column);
  if (other != NULL) {
    self->column = (guint)column;
    gtk_widget_grab_focus (GTK_WIDGET (other));
  }
  return TRUE;
}

/* Typing in a cell replaces what is there, as in a spreadsheet; yes and no are turned by a space.
 */
static gboolean
type_in (GpRecords *self, GpRecordsCell *cell, guint key)
{
  const GpColumn *info = gp_records_column_info (self->kind, self->column);
  gunichar character = gdk_keyval_to_unicode (key);
  char text[8] = "";

  if (info == NULL || !g_unichar_isgraph (character)) {
    if (info != NULL && info->type == GP_COLUMN_FLAG && key == GDK_KEY_space) {
      gp_records_cell_edit (cell, NULL);
      return TRUE;
    }
    return FALSE;
  }
  if (info->type == GP_COLUMN_FLAG)
    return FALSE;
  g_unichar_to_utf8 (character, text);
  gp_records_cell_edit (cell, text);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        GpRecords *self)
{
  GpRecordsCell *cell = cell_in_focus (self);

  (void)controller, (void)code;
  if (cell == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  switch (key) {
  case GDK_KEY_Left:
    return move_across (self, cell, -1);
  case GDK_KEY_Right:
    return move_across (self, cell, 1);
  case GDK_KEY_F2:
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    gp_records_cell_edit (cell, NULL);
    return TRUE;
  default:
    return type_in (self, cell, key);
  }
}

/* The row gives the focus to this one of its cells; clicked twice the cell is edited. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, GpRecords *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GpRecordsCell *cell;

  if (widget != NULL && !GP_IS_RECORDS_CELL (widget))
    widget = gtk_widget_get_ancestor (widget, GP_TYPE_RECORDS_CELL);
  if (widget == NULL)
    return;
  cell = GP_RECORDS_CELL (widget);
  if (gp_records_cell_is_editing (cell))
    return;
  self->column = gp_records_cell_column (cell);
  if (n_press == 2 && (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    gp_records_cell_edit (cell, NULL);
  }
}

static void
add_click (GpRecords *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

static void
add_shortcut (GtkShortcutController *controller, const char *keys, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      controller,
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys), gtk_named_action_new (action)));
}

void
gp_records_add_keys (GpRecords *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *in_table = gtk_shortcut_controller_new ();
  GtkEventController *anywhere = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  add_click (self);
  add_shortcut (GTK_SHORTCUT_CONTROLLER (in_table), "Delete", "win.records-delete");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (in_table), "<Control>d", "win.records-fill-down");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (in_table), "<Control>c", "win.records-copy");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (in_table), "<Control>v", "win.records-paste");
  add_shortcut (GTK_SHORTCUT_CONTROLLER (in_table), "<Control>a", "win.records-select-all");
  gtk_widget_add_controller (GTK_WIDGET (self->view), in_table);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (anywhere), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_shortcut (GTK_SHORTCUT_CONTROLLER (anywhere), "<Control><Shift>n", "win.records-add");
  gtk_widget_add_controller (GTK_WIDGET (self), anywhere);
}
