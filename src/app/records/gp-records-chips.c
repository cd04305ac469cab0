/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chips above a table: each a column and the values of it that are shown. */
#include "gp-records-private.h"

#include <glib/gi18n-lib.h>

static guint
column_of (gpointer widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (widget, "column"));
}

/* "Region", "Region: Noord", "Region: 3" */
static char *
title_of (GpRecords *self, guint column)
{
  const char *title = _ (self->kind->columns[column].title);
  guint n = gp_records_filter_n_chosen (self->wanted, column);
  g_auto (GStrv) values = NULL;

  if (n == 0)
    return g_strdup (title);
  if (n > 1)
    return g_strdup_printf ("%s: %u", title, n);
  values = gp_records_filter_values (self->kind, gp_records_list_names (self->list), column);
  for (guint i = 0; values[i] != NULL; i++)
    if (gp_records_filter_is_chosen (self->wanted, column, values[i]))
      return g_strdup_printf ("%s: %s", title, gp_records_filter_title (values[i]));
  return g_strdup (title);
}

static void
show_chip (GpRecords *self, GtkWidget *chip)
{
  guint column = column_of (chip);
  g_autofree char *title = title_of (self, column);

  /* a label is made anew, and the window measured, even where it is the same */
  if (g_strcmp0 (gtk_menu_button_get_label (GTK_MENU_BUTTON (chip)), title) != 0)
    gtk_menu_button_set_label (GTK_MENU_BUTTON (chip), title);
  if (gp_records_filter_n_chosen (self->wanted, column) > 0)
    gtk_widget_add_css_class (chip, "chosen");
  else
    gtk_widget_remove_css_class (chip, "chosen");
}

void
gp_records_refresh_chips (GpRecords *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    if (GTK_IS_MENU_BUTTON (chip))
      show_chip (self, chip);
  gtk_widget_set_visible (GTK_WIDGET (self->clear), !gp_records_filter_is_empty (self->wanted));
}

static void
on_toggled (GtkCheckButton *check, GpRecords *self)
{
  gp_records_filter_choose (self->wanted, column_of (check),
                            g_object_get_data (G_OBJECT (check), "value"),
                            gtk_check_button_get_active (check));
  gp_records_refilter (self);
}

static GtkWidget *
make_check (GpRecords *self, guint column, const char *value)
{
  GtkWidget *check = gtk_check_button_new_with_label (gp_records_filter_title (value));

  g_object_set_data (G_OBJECT (check), "column", GUINT_TO_POINTER (column));
  g_object_set_data_full (G_OBJECT (check), "value", g_strdup (value), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               gp_records_filter_is_chosen (self->wanted, column, value));
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  return check;
}

/* The values are those of the document as it is when the chip is opened. */
static void
fill_popover (GtkMenuButton *chip, gpointer data)
{
  GpRecords *self = data;
  guint column = column_of (chip);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_auto (GStrv) values =
      gp_records_filter_values (self->kind, gp_records_list_names (self->list), column);

  for (guint i = 0; values[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), make_check (self, column, values[i]));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (chip, popover);
}

static void
append_chip (GpRecords *self, guint column)
{
  GtkWidget *chip = gtk_menu_button_new ();
  const char *tip = self->kind->columns[column].tip;

  g_object_set_data (G_OBJECT (chip), "column", GUINT_TO_POINTER (column));
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, tip != NULL ? _ (tip) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (self->kind->columns[column].title), -1);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (chip), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (chip), fill_popover, self, NULL);
  gtk_box_append (self->chips, chip);
}

void
gp_records_make_chips (GpRecords *self)
{
  for (guint i = 0; i < self->kind->n_columns; i++)
    if (self->kind->columns[i].chip != GP_CHIP_NONE)
      append_chip (self, i);
}

void
gp_records_clear_filters (GpRecords *self)
{
  gp_records_filter_clear (self->wanted);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gp_records_refilter (self);
}
