/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-application.h"
#include "gp-author.h"
#include "gp-document-early.h"
#include "gp-futures-work.h"
#include "gp-preferences.h"
#include "gp-spoken.h"
#include "gp-window.h"
#include "gp-why-work.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-backups.h>

struct _GpApplication {
  AdwApplication parent;
  GSettings *settings;
  char *expected; /* the project that is going to be opened first, or NULL */
};

G_DEFINE_FINAL_TYPE (GpApplication, gp_application, ADW_TYPE_APPLICATION)

static GpWindow *
window_of_path (GtkApplication *application, const char *path)
{
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (GP_IS_WINDOW (item->data) && g_strcmp0 (gp_window_get_path (item->data), path) == 0)
      return item->data;
  return NULL;
}

static void
remember (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData data = {.mime_type = (char *)"application/x-groeiplan",
                        .app_name = (char *)"Groeiplan",
                        .app_exec = (char *)"groeiplan %f"};

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* The one used last, of those that show projects. */
static GpWindow *
front_window (GtkApplication *application)
{
  for (GList *item = gtk_application_get_windows (application); item != NULL; item = item->next)
    if (GP_IS_WINDOW (item->data))
      return item->data;
  return NULL;
}

/* In a new window, which goes again, and the one in front says why, when that fails. */
static GpWindow *
open_beside (GpApplication *self, GpWindow *front, const char *path)
{
  GpWindow *window = gp_window_new (GTK_APPLICATION (self), self->settings);

  if (gp_window_open (window, path, front)) {
    remember (path);
    return window;
  }
  gtk_window_destroy (GTK_WINDOW (window));
  return front;
}

/* Where it is open already, else in the window that shows no project yet, else in a new one. */
static void
open_path (GpApplication *self, const char *given)
{
  GtkApplication *application = GTK_APPLICATION (self);
  g_autofree char *path = g_canonicalize_filename (given, NULL);
  GpWindow *window = window_of_path (application, path), *front = front_window (application);

  if (window == NULL) {
    window = window_of_path (application, NULL);
    if (window == NULL && front != NULL)
      window = open_beside (self, front, path);
    else {
      if (window == NULL)
        window = gp_window_new (application, self->settings);
      if (gp_window_open (window, path, window))
        remember (path);
    }
  }
  gtk_window_present (GTK_WINDOW (window));
}

static void
gp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  (void)hint;
  for (int i = 0; i < n_files; i++)
    if (g_file_peek_path (files[i]) != NULL)
      open_path (GP_APPLICATION (application), g_file_peek_path (files[i]));
}

static void
gp_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL) {
    window = GTK_WINDOW (
        gp_window_new (GTK_APPLICATION (application), GP_APPLICATION (application)->settings));
    gp_window_reopen (GP_WINDOW (window));
  }
  gtk_window_present (window);
}

/* ---- actions
 * --------------------------------------------------------------------------------------- */

static void
on_open_path (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void)action;
  open_path (data, g_variant_get_string (parameter, NULL));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void)action, (void)parameter;
  adw_show_about_window (gtk_application_get_active_window (data), "application-name", "Groeiplan",
                         "application-icon", "nl.groeiplan.Groeiplan", "version", GP_VERSION,
                         "comments",
                         _ ("Plans which schools start when, and which coaches that takes."),
                         "license-type", GTK_LICENSE_GPL_3_0, NULL);
}

static void
on_preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GpApplication *self = data;
  GtkWindow *window = gtk_application_get_active_window (data);

  (void)action, (void)parameter;
  gtk_window_present (GTK_WINDOW (gp_preferences_new (window, self->settings)));
}

static gpointer
hold (gconstpointer window, gpointer data)
{
  (void)data;
  return g_object_ref ((gpointer)window);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  /* held: a dialog among them goes with its window */
  GList *windows = g_list_copy_deep (gtk_application_get_windows (data), hold, NULL);

  (void)action, (void)parameter;
  for (GList *item = windows; item != NULL; item = item->next)
    gtk_window_close (item->data);
  g_list_free_full (windows, g_object_unref);
}

static const GActionEntry entries[] = {
    {.name = "open-path", .activate = on_open_path, .parameter_type = "s"},
    {.name = "about", .activate = on_about},
    {.name = "preferences", .activate = on_preferences},
    {.name = "quit", .activate = on_quit},
};

/* ---- the class
 * ------------------------------------------------------------------------------------- */

static void
follow_theme (GpApplication *self)
{
  static const AdwColorScheme schemes[] = {ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                           ADW_COLOR_SCHEME_FORCE_DARK};
  int theme = g_settings_get_enum (self->settings, "theme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      schemes[CLAMP (theme, 0, (int)G_N_ELEMENTS (schemes) - 1)]);
}

static void
keep_backups (GpApplication *self)
{
  gp_backups_set_kept (g_settings_get_uint (self->settings, "backups-kept"));
}

/* What is going to be opened: the first file that is named, else that of the last session. */
static gboolean
gp_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  GpApplication *self = GP_APPLICATION (application);
  char *const *words = *arguments;
  guint i = 1;

  while (words[0] != NULL && words[i] != NULL && *words[i] == '-')
    i++;
  if (words[0] != NULL && words[i] != NULL) {
    g_autoptr (GFile) file = g_file_new_for_commandline_arg (words[i]);

    self->expected = g_file_get_path (file);
  } else
    self->expected = gp_window_last_project (self->settings);
  return G_APPLICATION_CLASS (gp_application_parent_class)
      ->local_command_line (application, arguments, status);
}

/* Only in the first of several programs, which is the one that opens it. */
static void
gp_application_startup (GApplication *application)
{
  GpApplication *self = GP_APPLICATION (application);

  if (self->settings != NULL)
    keep_backups (self); /* opening an older file keeps one */
  if (self->expected != NULL)
    gp_document_early_begin (self->expected);
  gp_author_follow (self->settings);
  gp_why_add_result_kinds ();
  gp_futures_add_result_kind ();
  G_APPLICATION_CLASS (gp_application_parent_class)->startup (application);
  gp_spoken_begin ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gp_window_set_accels (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name ("nl.groeiplan.Groeiplan");
  if (self->settings == NULL)
    return;
  g_signal_connect_object (self->settings, "changed::backups-kept", G_CALLBACK (keep_backups), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::theme", G_CALLBACK (follow_theme), self,
                           G_CONNECT_SWAPPED);
  follow_theme (self);
}

static void
gp_application_shutdown (GApplication *application)
{
  gp_document_early_drop ();
  G_APPLICATION_CLASS (gp_application_parent_class)->shutdown (application);
}

static void
gp_application_finalize (GObject *object)
{
  g_clear_object (&GP_APPLICATION (object)->settings);
  g_free (GP_APPLICATION (object)->expected);
  G_OBJECT_CLASS (gp_application_parent_class)->finalize (object);
}

static void
gp_application_class_init (GpApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gp_application_finalize;
  G_APPLICATION_CLASS (klass)->local_command_line = gp_application_local_command_line;
  G_APPLICATION_CLASS (klass)->startup = gp_application_startup;
  G_APPLICATION_CLASS (klass)->shutdown = gp_application_shutdown;
  G_APPLICATION_CLASS (klass)->activate = gp_application_activate;
  G_APPLICATION_CLASS (klass)->open = gp_application_open;
}

static void
gp_application_init (GpApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 0, 0, G_OPTION_ARG_NONE,
                                 _ ("Show the version and stop"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

GpApplication *
gp_application_new (GSettings *settings)
{
  GpApplication *self = g_object_new (GP_TYPE_APPLICATION, "application-id",
                                      "nl.groeiplan.Groeiplan", "flags", G_APPLICATION_HANDLES_OPEN,
                                      "resource-base-path", "/nl/groeiplan/Groeiplan", NULL);

  self->settings = settings != NULL ? g_object_ref (settings) : NULL;
  return self;
}
