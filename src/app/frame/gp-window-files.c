/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening and making projects, recent ones, files dropped on the window. */
#include "gp-files.h"
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

static void
open_path (const char *path)
{
  g_action_group_activate_action (G_ACTION_GROUP (g_application_get_default ()), "open-path",
                                  g_variant_new_string (path));
}

static GtkFileChooser *
new_chooser (GpWindow *self, const char *title, GtkFileChooserAction action)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  gp_files_add_filter (GTK_FILE_CHOOSER (self->chooser), _ ("Groeiplan projects"),
                       "*" GP_FILE_SUFFIX);
  return GTK_FILE_CHOOSER (self->chooser);
}

static void
on_open_response (GtkNativeDialog *dialog, int response, GpWindow *self)
{
  g_auto (GStrv) paths = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    paths = gp_files_chosen (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (paths != NULL && paths[0] != NULL)
    open_path (paths[0]);
}

void
gp_window_ask_open (GpWindow *self)
{
  new_chooser (self, _ ("Open project"), GTK_FILE_CHOOSER_ACTION_OPEN);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_open_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- new projects
 * ----------------------------------------------------------------------------------- */

typedef struct {
  GpWindow *window;
  char *path;
} Creation;

static void
creation_free (Creation *creation)
{
  g_object_unref (creation->window);
  g_free (creation->path);
  g_free (creation);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Creation, creation_free)

static void
on_created (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (Creation) creation = data;
  g_autoptr (GError) error = NULL;

  (void)object;
  if (gp_files_create_finish (result, &error))
    open_path (creation->path);
  else
    gp_window_error (creation->window, _ ("The project cannot be made"), error->message);
}

void
gp_window_create (GpWindow *self, const char *path, gboolean with_examples)
{
  Creation *creation = g_new0 (Creation, 1);

  creation->window = g_object_ref (self);
  creation->path = gp_files_with_suffix (path);
  gp_files_create_async (creation->path, with_examples, NULL, on_created, creation);
}

static void
on_new_response (GtkNativeDialog *dialog, int response, GpWindow *self)
{
  gboolean with_examples = g_object_get_data (G_OBJECT (dialog), "with-examples") != NULL;
  g_auto (GStrv) paths = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    paths = gp_files_chosen (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (paths != NULL && paths[0] != NULL)
    gp_window_create (self, paths[0], with_examples);
}

void
gp_window_ask_new (GpWindow *self, gboolean with_examples)
{
  GtkFileChooser *chooser = new_chooser (self, _ ("New project"), GTK_FILE_CHOOSER_ACTION_SAVE);

  gtk_file_chooser_set_current_name (chooser, "groeiplan" GP_FILE_SUFFIX);
  if (with_examples)
    g_object_set_data (G_OBJECT (chooser), "with-examples", GINT_TO_POINTER (TRUE));
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_new_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- files dropped on the window
 * ------------------------------------------------------------------------ */

/* Several at once: the register comes in more than one file. */
static GSList *
dropped_files (const GValue *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    return gdk_file_list_get_files (g_value_get_boxed (value));
  return G_VALUE_HOLDS (value, G_TYPE_FILE) ? g_slist_prepend (NULL, g_value_get_object (value))
                                            : NULL;
}

/* Tables go to the register assistant together, anything else is opened. */
static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GpWindow *self)
{
  g_autoptr (GSList) files = dropped_files (value);
  g_autoptr (GPtrArray) tables = g_ptr_array_new ();
  gboolean any = FALSE;

  (void)target, (void)x, (void)y;
  for (GSList *at = files; at != NULL; at = at->next) {
    const char *path = at->data != NULL ? g_file_peek_path (at->data) : NULL;

    if (path != NULL && self->document != NULL && g_str_has_suffix (path, ".csv"))
      g_ptr_array_add (tables, (gpointer)path);
    else if (path != NULL)
      open_path (path);
    any = any || path != NULL;
  }
  if (tables->len > 0)
    g_action_group_activate_action (
        G_ACTION_GROUP (self), "import-register-files",
        g_variant_new_strv ((const char *const *)tables->pdata, (gssize)tables->len));
  return any;
}

void
gp_window_accept_drops (GpWindow *self)
{
  GType types[] = {GDK_TYPE_FILE_LIST, G_TYPE_FILE};
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
