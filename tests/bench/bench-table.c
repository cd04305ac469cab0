/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The smallest table that GTK makes: what scrolling a table of the program is compared with. Rows
 * of labels, as many columns as the argument says, in an otherwise empty window of libadwaita.
 */
#include <adwaita.h>
#include <stdlib.h>

#define ROWS 8500

static guint n_columns = 12;

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item)
{
  (void)factory;
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *row = gtk_list_item_get_item (item);

  (void)factory;
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (row));
}

static GtkWidget *
new_table (void)
{
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *view;

  for (guint i = 0; i < ROWS; i++) {
    g_autofree char *text = g_strdup_printf ("%06u", i);
    gtk_string_list_append (rows, text);
  }
  view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));
  for (guint i = 0; i < n_columns; i++) {
    GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
    g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Column", factory);

    g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
    g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
    gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
  }
  return view;
}

static void
on_activate (GtkApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  (void)data;
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), new_table ());
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application =
      adw_application_new ("nl.groeiplan.Table", G_APPLICATION_NON_UNIQUE);

  if (argc > 1)
    n_columns = (guint)CLAMP (atoi (argv[1]), 1, 100);
  g_signal_connect (application, "activate", G_CALLBACK (on_activate), NULL);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
