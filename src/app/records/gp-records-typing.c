/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-records-cell.h: typing in a cell. While a person types, `editor` is there in place of
 * the text: Enter stores and goes down, Tab stores and goes right, Escape gives up, leaving stores.
 * What is refused stays, marked, with the reason in the tooltip and below the table.
 */
#include "gp-records-cell-private.h"
#include "gp-records-choices.h"

#include <glib/gi18n-lib.h>

/* ---- the end of an edit -----------------------------------------------------------------------
 */

void
gp_records_cell_end (GpRecordsCell *self, gboolean keep_focus)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);
  gboolean focused = FALSE;

  g_clear_handle_id (&self->leaving, g_source_remove);
  if (editor == NULL)
    return;
  focused = keep_focus && gtk_widget_has_focus (editor);
  g_clear_pointer (&self->choices, gtk_widget_unparent);
  gtk_widget_unparent (editor);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE); /* of the text where it is cut off */
  gp_records_set_problem (self->records, NULL);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
refuse (GpRecordsCell *self, const char *sentence)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "wrong");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), sentence);
  if (self->editor != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
                                 GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gp_records_set_problem (self->records, sentence);
}

/* What was typed, or the choice that it stands for; a new string. */
static char *
typed (GpRecordsCell *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->editor));
  const char *choice = self->choices != NULL && self->choosing
                           ? gp_records_choices_get (GP_RECORDS_CHOICES (self->choices))
                           : NULL;

  return g_strdup (choice != NULL && (*text != '\0' || self->choosing) ? choice : text);
}

/* Stores, and moves on by some rows and columns; the cell may be another row's afterwards. */
static gboolean
commit (GpRecordsCell *self, int down, int right)
{
  g_autoptr (GpRecordsCell) keep = g_object_ref (self);
  GpRecord *record = gp_records_cell_record (self);
  GpRecords *records = self->records;
  g_autofree char *text = typed (self);
  g_autofree char *code = record != NULL ? g_strdup (gp_record_code (record)) : NULL;
  guint position = gp_records_cell_position (self), column = self->column;
  g_autoptr (GpRecord) next = gp_records_at (records, position + (guint)down);
  g_autofree char *next_code = next != NULL ? g_strdup (gp_record_code (next)) : NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *editor = self->editor;

  if (code == NULL || !gp_records_store_cell (records, code, column, text, &error)) {
    if (self->editor == editor && error != NULL)
      refuse (self, error->message);
    return FALSE;
  }
  gp_records_cell_end (keep, TRUE);
  if (down == 0 && right == 0)
    return TRUE;
  position = next_code != NULL ? gp_records_position_of (records, next_code)
                               : gp_records_position_of (records, code);
  if (position != GTK_INVALID_LIST_POSITION)
    gp_records_focus_at (records, position,
                         (guint)CLAMP ((int)column + right, 0, (int)records->kind->n_columns - 1),
                         FALSE);
  return TRUE;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        GpRecordsCell *self)
{
  (void)controller, (void)code;
  switch (key) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_ISO_Enter:
    commit (self, (state & GDK_SHIFT_MASK) != 0 ? -1 : 1, 0);
    return TRUE;
  case GDK_KEY_Tab:
    commit (self, 0, 1);
    return TRUE;
  case GDK_KEY_ISO_Left_Tab:
    commit (self, 0, -1);
    return TRUE;
  case GDK_KEY_Escape:
    gp_records_cell_end (self, TRUE);
    return TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_Up:
    if (self->choices != NULL) {
      gp_records_choices_move (GP_RECORDS_CHOICES (self->choices), key == GDK_KEY_Down ? 1 : -1);
      self->choosing = TRUE;
    } else
      commit (self, key == GDK_KEY_Down ? 1 : -1, 0);
    return TRUE;
  default:
    return FALSE;
  }
}

/* The person went elsewhere: what is right is stored, what is wrong is given up, and said. */
void
gp_records_cell_leave (GpRecordsCell *self)
{
  g_autoptr (GpRecordsCell) keep = NULL;
  g_autofree char *reason = NULL;

  if (self->editor == NULL)
    return;
  keep = g_object_ref (self);
  if (!commit (self, 0, 0)) {
    reason = g_strdup (gtk_widget_get_tooltip_text (GTK_WIDGET (self)));
    gp_records_cell_end (self, FALSE);
    gp_records_set_problem (self->records, reason);
  }
}

static gboolean
on_left (gpointer data)
{
  GpRecordsCell *self = data;

  self->leaving = 0;
  if (self->editor != NULL && !gtk_widget_has_focus (self->editor))
    gp_records_cell_leave (self);
  return G_SOURCE_REMOVE;
}

/* Later, for GTK is amid moving the focus or hiding the page now. */
static void
on_leave (GtkEventControllerFocus *controller, GpRecordsCell *self)
{
  (void)controller;
  if (self->editor != NULL && self->leaving == 0)
    self->leaving = g_idle_add (on_left, self);
}

/* ---- an edit ----------------------------------------------------------------------------------
 */

static void
on_typed (GtkEditable *editable, GpRecordsCell *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
  gp_records_set_problem (self->records, NULL);
  if (self->choices == NULL)
    return;
  self->choosing = *gtk_editable_get_text (editable) != '\0';
  gp_records_choices_look_for (GP_RECORDS_CHOICES (self->choices),
                               gtk_editable_get_text (editable));
}

static void
on_chosen (GpRecordsChoices *choices, GpRecordsCell *self)
{
  (void)choices;
  self->choosing = TRUE;
  commit (self, 0, 0);
}

static void
offer_choices (GpRecordsCell *self, const char *text)
{
  GpRecords *records = self->records;
  int at = gp_records_table_column (records->kind, self->column);
  char **choices =
      gp_records_choices (gp_records_list_names (records->list), records->kind->table, (guint)at);

  if (choices == NULL)
    return;
  self->choices = GTK_WIDGET (gp_records_choices_new (GTK_WIDGET (self), choices));
  g_signal_connect (self->choices, "chosen", G_CALLBACK (on_chosen), self);
  gp_records_choices_look_for (GP_RECORDS_CHOICES (self->choices), text);
}

static GtkWidget *
make_editor (GpRecordsCell *self, const char *text)
{
  GtkWidget *editor = gtk_text_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  const char *title = _ (self->records->kind->columns[self->column].title);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (editor, keys);
  gtk_widget_add_controller (editor, focus);
  gtk_editable_set_text (GTK_EDITABLE (editor), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (editor), 1);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_text_set_max_length (GTK_TEXT (editor), GP_TEXT_MAX);
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect (editor, "changed", G_CALLBACK (on_typed), self);
  return editor;
}

/* Line breaks cannot be typed in a cell, nor kept by one. */
static char *
editable_text (GpRecordsCell *self, GpRecord *record)
{
  const GpColumn *info = gp_records_column_info (self->records->kind, self->column);

  if (info->type == GP_COLUMN_INTEGER || info->type == GP_COLUMN_DECIMAL)
    return gp_record_plain (record, self->column);
  return gp_record_text (record, self->column);
}

static void
toggle (GpRecordsCell *self, GpRecord *record)
{
  const GpColumn *info = gp_records_column_info (self->records->kind, self->column);
  g_autofree char *raw = gp_record_raw (record, self->column);
  g_autofree char *code = g_strdup (gp_record_code (record));
  const char *next = gp_records_next_flag (info, raw);
  g_autoptr (GError) error = NULL;

  if (!gp_records_store_cell (self->records, code, self->column, next, &error))
    gp_records_set_problem (self->records, error->message);
}

void
gp_records_cell_edit (GpRecordsCell *self, const char *text)
{
  const GpColumn *info = gp_records_column_info (self->records->kind, self->column);
  GpRecord *record = gp_records_cell_record (self);
  g_autofree char *own = NULL;

  if (self->editor != NULL || record == NULL)
    return;
  if (gp_records_read_only (self->records) != NULL || info == NULL) {
    gp_records_set_problem (self->records, info == NULL ? _ ("This column is computed.")
                                                        : gp_records_read_only (self->records));
    return;
  }
  if (info->type == GP_COLUMN_FLAG) {
    toggle (self, record);
    return;
  }
  self->edited = record;
  own = editable_text (self, record);
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  self->editor = make_editor (self, text != NULL ? text : own);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  self->choosing = text != NULL;
  gtk_widget_grab_focus (self->editor);
  if (text != NULL)
    gtk_editable_set_position (GTK_EDITABLE (self->editor), -1);
  offer_choices (self, text != NULL ? text : "");
}

gboolean
gp_records_cell_is_editing (GpRecordsCell *self)
{
  return self->editor != NULL;
}
