/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-cell.h: what a cell shows, and where it takes the focus. */
#include "gp-records-cell-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GpRecordsCell, gp_records_cell, GTK_TYPE_WIDGET)

/* ---- showing ----------------------------------------------------------------------------------
 */

GpRecord *
gp_records_cell_record (GpRecordsCell *self)
{
  return self->item != NULL ? gtk_list_item_get_item (self->item) : NULL;
}

guint
gp_records_cell_column (GpRecordsCell *self)
{
  return self->column;
}

guint
gp_records_cell_position (GpRecordsCell *self)
{
  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}

void
gp_records_cell_show (GpRecordsCell *self)
{
  g_autofree char *text = gp_record_text (gp_records_cell_record (self), self->column);

  gtk_label_set_text (GTK_LABEL (self->label), g_strdelimit (text, "\n\r\t", ' '));
}

void
gp_records_cell_forget (GpRecordsCell *self)
{
  gp_records_cell_end (self, FALSE);
}

void
gp_records_cell_leave_item (GpRecordsCell *self)
{
  gp_records_cell_end (self, FALSE);
  g_clear_weak_pointer (&self->item);
}

/* A screen reader hears the column's title before the value. */
static void
on_enter (GtkEventControllerFocus *controller, GpRecordsCell *self)
{
  const char *title = _ (self->records->kind->columns[self->column].title);
  g_autofree char *name =
      g_strdup_printf ("%s: %s", title, gtk_label_get_text (GTK_LABEL (self->label)));

  (void)controller;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gp_records_set_current (self->records, self);
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, GpRecordsCell *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  (void)x, (void)y;
  self->records->column = self->column; /* the row gives the focus to this one of its cells */
  if (n_press == 2 && (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    gp_records_cell_edit (self, NULL);
  }
}

static gboolean
gp_records_cell_grab_focus (GtkWidget *widget)
{
  GpRecordsCell *self = GP_RECORDS_CELL (widget);

  if (self->editor != NULL)
    return gtk_widget_grab_focus (self->editor);
  if (self->records->column != self->column)
    return FALSE; /* the row asks its cells in turn: only the current column's answers */
  return GTK_WIDGET_CLASS (gp_records_cell_parent_class)->grab_focus (widget);
}

static void
gp_records_cell_dispose (GObject *object)
{
  GpRecordsCell *self = GP_RECORDS_CELL (object);

  /* a list may drop an item without a word */
  if (self->records != NULL)
    g_ptr_array_remove_fast (self->records->cells, self);
  g_clear_weak_pointer (&self->item);
  g_clear_handle_id (&self->leaving, g_source_remove);
  g_clear_pointer (&self->choices, gtk_widget_unparent);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (gp_records_cell_parent_class)->dispose (object);
}

static void
gp_records_cell_class_init (GpRecordsCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_records_cell_dispose;
  widget_class->grab_focus = gp_records_cell_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "recordscell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
gp_records_cell_init (GpRecordsCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  g_signal_connect (focus, "enter", G_CALLBACK (on_enter), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GpRecordsCell *
gp_records_cell_new (GpRecords *records, guint column, GtkListItem *item)
{
  GpRecordsCell *self = g_object_new (GP_TYPE_RECORDS_CELL, NULL);
  const GpRecordsColumn *info = &records->kind->columns[column];
  gboolean numeric = gp_records_is_numeric (records->kind, column);

  self->records = records;
  self->column = column;
  g_set_weak_pointer (&self->item, item);
  gtk_label_set_xalign (GTK_LABEL (self->label), numeric ? 1 : 0);
  gtk_label_set_width_chars (GTK_LABEL (self->label), info->chars);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), info->chars);
  if (numeric)
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");
  if (gp_records_column_info (records->kind, column) == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "computed");
  return self;
}
