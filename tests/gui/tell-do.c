/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See tell-do.h. */
#include "tell-do.h"

static GtkWidget *
button_inside (GtkWidget *widget)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  return GTK_IS_TOGGLE_BUTTON (child) ? child : NULL;
}

void
gp_tell_open (GtkWidget *widget, gboolean open)
{
  GtkWidget *button = button_inside (widget);

  if (GTK_IS_MENU_BUTTON (widget) && open)
    gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  else if (GTK_IS_MENU_BUTTON (widget))
    gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
  else if (button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), open);
}

void
gp_tell_do (GString *out, GtkWidget *widget, char **words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) value =
      words[1] != NULL ? g_variant_parse (NULL, words[1], NULL, NULL, &error) : NULL;

  if (error != NULL)
    g_string_append (out, error->message);
  else
    g_string_append (out,
                     gtk_widget_activate_action_variant (widget, words[0], value) ? "yes" : "no");
}

void
gp_tell_drop (GString *out, GtkWidget *widget, char **paths)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);
  GSList *files = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    files = g_slist_append (files, g_file_new_for_path (paths[i]));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkEventController) one = g_list_model_get_item (all, i);
    GValue value = G_VALUE_INIT;
    gboolean taken = FALSE;

    if (!GTK_IS_DROP_TARGET (one))
      continue;
    g_value_init (&value, GDK_TYPE_FILE_LIST);
    g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
    g_signal_emit_by_name (one, "drop", &value, 10.0, 10.0, &taken);
    g_string_append (out, taken ? "yes" : "no");
    g_value_unset (&value);
    break;
  }
  g_slist_free_full (files, g_object_unref);
}
