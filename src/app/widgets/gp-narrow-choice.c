/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-narrow-choice.h. */
#include "gp-narrow-choice.h"

#include <adwaita.h>

static void
setup_choice (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  (void)factory;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_list_item_set_child (item, label);
}

/* In the list that opens there is room for more than one line. */
static void
setup_listed (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  (void)factory;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_list_item_set_child (item, label);
}

static void
bind_choice (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  (void)factory;
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (text));
}

void
gp_drop_down_give_way (GtkDropDown *choice)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) listed = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_choice), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_choice), NULL);
  g_signal_connect (listed, "setup", G_CALLBACK (setup_listed), NULL);
  g_signal_connect (listed, "bind", G_CALLBACK (bind_choice), NULL);
  gtk_drop_down_set_factory (choice, factory);
  gtk_drop_down_set_list_factory (choice, listed);
}

/* ---- a box ------------------------------------------------------------------------------------
 */

static gboolean
to_orientation (GBinding *binding, const GValue *folded, GValue *orientation, gpointer data)
{
  (void)binding, (void)data;
  g_value_set_enum (orientation, g_value_get_boolean (folded) ? GTK_ORIENTATION_VERTICAL
                                                              : GTK_ORIENTATION_HORIZONTAL);
  return TRUE;
}

/* A box turns, anything else is hidden. */
static void
follow_window (GtkWidget *box, GParamSpec *root, gpointer same)
{
  GtkWidget *leaflet = gtk_widget_get_ancestor (box, ADW_TYPE_LEAFLET);

  (void)root;
  g_signal_handlers_disconnect_by_data (box, same); /* once */
  if (leaflet != NULL && !GTK_IS_BOX (box))
    g_object_bind_property (leaflet, "folded", box, "visible",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  else if (leaflet != NULL)
    g_object_bind_property_full (leaflet, "folded", box, "orientation", G_BINDING_SYNC_CREATE,
                                 to_orientation, NULL, NULL, NULL);
}

void
gp_box_give_way (GtkBox *box)
{
  /* In its window from then on, and measured: a page that is never shown counts in a stack's width.
   */
  g_signal_connect (box, "notify::root", G_CALLBACK (follow_window), box);
}

void
gp_bin_give_way (GtkWidget *bin)
{
  g_signal_connect (bin, "notify::root", G_CALLBACK (follow_window), bin);
}
