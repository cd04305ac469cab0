/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-cell.h: what a cell shows, and where it takes the focus. */
#include "gp-records-cell-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (GpRecordsCell, gp_records_cell, GP_TYPE_TEXT_CELL)

/* ---- showing ----------------------------------------------------------------------------------
 */

GpRecord *
gp_records_cell_record (GpRecordsCell *self)
{
  GpPlace *place = self->item != NULL ? gtk_list_item_get_item (self->item) : NULL;

  return place != NULL ? gp_place_get_item (place) : NULL;
}

guint
gp_records_cell_column (GpRecordsCell *self)
{
  return self->column;
}

guint
gp_records_cell_position (GpRecordsCell *self)
{
  GpPlace *place = self->item != NULL ? gtk_list_item_get_item (self->item) : NULL;

  return place != NULL ? gp_place_get_position (place) : GTK_INVALID_LIST_POSITION;
}

void
gp_records_cell_show (GpRecordsCell *self)
{
  GpRecord *record = gp_records_cell_record (self);
  g_autofree char *text = record != NULL ? gp_record_text (record, self->column) : g_strdup ("");

  if (self->editor != NULL && record != self->edited)
    gp_records_cell_end (self, FALSE);
  gp_text_cell_set_text (GP_TEXT_CELL (self), text);
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
gp_records_cell_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  GpRecordsCell *self = GP_RECORDS_CELL (widget);
  GtkStateFlags entered = gtk_widget_get_state_flags (widget) & ~before;

  if (GTK_WIDGET_CLASS (gp_records_cell_parent_class)->state_flags_changed != NULL)
    GTK_WIDGET_CLASS (gp_records_cell_parent_class)->state_flags_changed (widget, before);
  if ((entered & GTK_STATE_FLAG_FOCUS_WITHIN) != 0 && self->item != NULL) {
    const char *title = _ (self->records->kind->columns[self->column].title);
    g_autofree char *name =
        g_strdup_printf ("%s: %s", title, gp_text_cell_get_text (GP_TEXT_CELL (self)));

    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    gp_records_set_current (self->records, self);
  }
}

/* ---- with what is typed in --------------------------------------------------------------------
 */

static void
gp_records_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GpRecordsCell *self = GP_RECORDS_CELL (widget);

  if (self->editor != NULL) {
    int least, line;

    gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
    gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, -1, &line, NULL, NULL, NULL);
    gtk_widget_size_allocate (
        self->editor, &(GtkAllocation){0, 0, MAX (width, least), MAX (height, line)}, baseline);
  }
  if (self->choices != NULL)
    gtk_popover_present (GTK_POPOVER (self->choices));
}

static void
gp_records_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GpRecordsCell *self = GP_RECORDS_CELL (widget);

  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
  else
    gp_text_cell_snapshot_text (GP_TEXT_CELL (self), snapshot);
}

/* ---- focus and the class ----------------------------------------------------------------------
 */

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
  G_OBJECT_CLASS (gp_records_cell_parent_class)->dispose (object);
}

static void
gp_records_cell_class_init (GpRecordsCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_records_cell_dispose;
  widget_class->grab_focus = gp_records_cell_grab_focus;
  widget_class->state_flags_changed = gp_records_cell_state_flags_changed;
  widget_class->size_allocate = gp_records_cell_size_allocate;
  widget_class->snapshot = gp_records_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "recordscell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
gp_records_cell_init (GpRecordsCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
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
  gp_text_cell_set_form (GP_TEXT_CELL (self), info->chars, info->chars, numeric);
  if (gp_records_column_info (records->kind, column) == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "computed");
  return self;
}
