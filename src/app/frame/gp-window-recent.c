/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Projects that were open before: on the welcome page and in the main menu. One that is no longer
 * where it was is shown as such, until somebody chooses it. */
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>

#define MAX_RECENT 6
#define MIME_TYPE "application/x-groeiplan"

static int
by_last_visit (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *)b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *)a));
}

/* Of the program's own, on this computer, the last visited first; freed with its items. */
static GList *
recent_projects (void)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ()), *next;
  guint n = 0;

  items = g_list_sort (items, by_last_visit);
  for (GList *item = items; item != NULL; item = next) {
    GtkRecentInfo *info = item->data;

    next = item->next;
    if (n < MAX_RECENT && g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0 &&
        g_str_has_prefix (gtk_recent_info_get_uri (info), "file:")) {
      n++;
      continue;
    }
    gtk_recent_info_unref (info);
    items = g_list_delete_link (items, item);
  }
  return items;
}

static void
add_row (GpWindow *self, GtkRecentInfo *info, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_filename_display_name (folder), *gone = NULL;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 gtk_recent_info_get_display_name (info));
  if (!gtk_recent_info_exists (info)) { /* Translators: a folder. */
    gone = g_strdup_printf (_ ("No longer in %s"), shown);
    gtk_widget_add_css_class (row, "dim-label");
  }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), gone != NULL ? gone : shown);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-recent");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  gtk_list_box_append (self->recent, row);
}

static void
add_item (GpWindow *self, GtkRecentInfo *info, const char *path)
{
  g_autoptr (GMenuItem) item = NULL;
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
  g_autofree char *name = g_strjoinv ("__", parts), *gone = NULL; /* no mnemonics */

  if (!gtk_recent_info_exists (info)) /* Translators: a file. */
    gone = g_strdup_printf (_ ("%s (no longer there)"), name);
  item = g_menu_item_new (gone != NULL ? gone : name, NULL);
  g_menu_item_set_action_and_target (item, "win.open-recent", "s", path);
  g_menu_append_item (self->recent_menu, item);
}

void
gp_window_fill_recent (GpWindow *self)
{
  GList *items = recent_projects ();
  GtkListBoxRow *row;

  g_menu_remove_all (self->recent_menu);
  while ((row = gtk_list_box_get_row_at_index (self->recent, 0)) != NULL)
    gtk_list_box_remove (self->recent, GTK_WIDGET (row));
  for (GList *item = items; item != NULL; item = item->next) {
    g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (item->data), NULL, NULL);

    if (path == NULL)
      continue;
    add_row (self, item->data, path);
    add_item (self, item->data, path);
  }
  gtk_widget_set_visible (self->recent_box, items != NULL);
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);
}

/* Who comes back to the window may have moved a file meanwhile. */
static void
on_active (GpWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    gp_window_fill_recent (self);
}

void
gp_window_watch_recent (GpWindow *self)
{
  gp_window_fill_recent (self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (gp_window_fill_recent), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (on_active), NULL);
}

void
gp_window_open_recent (GpWindow *self, const char *path)
{
  g_autofree char *uri = NULL, *name = NULL, *sentence = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-path", "s", path);
    return;
  }
  uri = g_filename_to_uri (path, NULL, NULL);
  if (uri != NULL)
    gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
  gp_window_fill_recent (self);
  name = g_filename_display_name (path);
  sentence =
      g_strdup_printf (_ ("There is no file %s any more: it was deleted, moved or renamed, or "
                          "its drive is not connected. It is taken off the list; look for it "
                          "with Open."),
                       name);
  gp_window_error (self, _ ("The project cannot be opened"), sentence);
}
