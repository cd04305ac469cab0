/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table that is edited: their cells, what they are called. */
#include "gp-records-private.h"

#include <glib/gi18n-lib.h>

static guint
column_of (gpointer factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory, "column"));
}

static void
on_setup (GObject *factory, GtkListItem *item, GpRecords *self)
{
  GpRecordsCell *cell = gp_records_cell_new (self, column_of (factory), item);

  gtk_list_item_set_child (item, GTK_WIDGET (cell));
  g_ptr_array_add (self->cells, cell);
}

static void
on_bind (GObject *factory, GtkListItem *item, GpRecords *self)
{
  (void)factory, (void)self;
  gp_records_cell_show (GP_RECORDS_CELL (gtk_list_item_get_child (item)));
}

static void
on_unbind (GObject *factory, GtkListItem *item, GpRecords *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  (void)factory, (void)self;
  if (cell != NULL)
    gp_records_cell_forget (GP_RECORDS_CELL (cell));
}

static void
on_teardown (GObject *factory, GtkListItem *item, GpRecords *self)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  (void)factory;
  if (cell == NULL)
    return;
  g_ptr_array_remove_fast (self->cells, cell);
  gp_records_cell_leave_item (GP_RECORDS_CELL (cell));
}

/* ---- columns ----------------------------------------------------------------------------------
 */

static void
append_column (GpRecords *self, guint index)
{
  const GpRecordsColumn *info = &self->kind->columns[index];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = gp_records_sorter_new (self, index);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  g_signal_connect (factory, "teardown", G_CALLBACK (on_teardown), self);
  column = gtk_column_view_column_new (_ (info->title), factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, info->expand);
  gtk_column_view_append_column (self->view, column);
}

/* GTK 4.8 has no way to ask for it: a tooltip that says what the column is, and a numeric column's
 * title at the right, as its numbers. */
static void
finish_titles (GpRecords *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < self->kind->n_columns && title != NULL; i++) {
    GtkWidget *box = gtk_widget_get_first_child (title);
    const char *tip = self->kind->columns[i].tip;

    gtk_widget_set_tooltip_text (title, tip != NULL ? _ (tip) : NULL);
    if (gp_records_is_numeric (self->kind, i) && GTK_IS_BOX (box)) {
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      /* the sort arrow, whose room is kept, goes before the text */
      gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_first_child (box),
                                   gtk_widget_get_last_child (box));
    }
    title = gtk_widget_get_next_sibling (title);
  }
}

void
gp_records_make_columns (GpRecords *self)
{
  for (guint i = 0; i < self->kind->n_columns; i++)
    append_column (self, i);
  finish_titles (self);
}
