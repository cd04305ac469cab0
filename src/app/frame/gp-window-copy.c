/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of the project: as it is, and with other names for somebody outside. */
#include "gp-files.h"
#include "gp-store-work.h"
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-forget.h>

/* The choice in the file chooser. */
#define EVERYTHING "everything"

typedef struct {
  char *path;
  gboolean anonymous, everything;
} Copy;

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  g_free (copy->path);
  g_free (copy);
}

static gboolean
copy_in_worker (GpStore *store, gpointer data, GpJob *job, GError **error)
{
  const Copy *copy = data;
  GCancellable *cancellable = gp_job_get_cancellable (job);

  return copy->anonymous
             ? gp_store_anonymise (store, copy->path, copy->everything, gp_job_progress, job,
                                   cancellable, error)
             : gp_store_backup (store, copy->path, gp_job_progress, job, cancellable, error);
}

static void
tell_saved (GtkWidget *window, gpointer data)
{
  const Copy *copy = data;
  g_autofree char *name = g_filename_display_basename (copy->path);
  g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), name);
  g_autofree char *detailed =
      g_action_print_detailed_name ("win.open-path", g_variant_new_string (copy->path));

  gp_window_toast (GP_WINDOW (window), text, _ ("_Open"), detailed);
}

static void
save_copy (GpWindow *self, const char *given, gboolean anonymous, gboolean everything)
{
  const GpStoreWork work = {.title = _ ("Saving a copy"),
                            .trouble = _ ("The copy cannot be saved"),
                            .func = copy_in_worker,
                            .done = tell_saved,
                            .free_data = copy_free};
  Copy *copy = g_new0 (Copy, 1);

  *copy = (Copy){.anonymous = anonymous, .everything = everything};
  copy->path = gp_files_with_suffix (given);
  gp_store_work_start (GTK_WIDGET (self), self->document, &work, copy);
}

static void
on_response (GtkNativeDialog *dialog, int response, GpWindow *self)
{
  gboolean anonymous = g_object_get_data (G_OBJECT (dialog), EVERYTHING) != NULL;
  const char *all =
      anonymous ? gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (dialog), EVERYTHING) : NULL;
  gboolean everything = g_strcmp0 (all, "true") == 0;
  g_auto (GStrv) paths = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    paths = gp_files_chosen (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (paths != NULL && paths[0] != NULL && self->document != NULL)
    save_copy (self, paths[0], anonymous, everything);
}

/* Asks for the place; form: the name that is suggested. */
static void
ask_place (GpWindow *self, const char *title, const char *form, gboolean anonymous)
{
  g_autofree char *name = g_path_get_basename (gp_document_get_path (self->document));
  g_autofree char *suggested = NULL;

  if (g_str_has_suffix (name, GP_FILE_SUFFIX))
    name[strlen (name) - strlen (GP_FILE_SUFFIX)] = '\0';
  suggested = g_strconcat (name, " (", form, ")", GP_FILE_SUFFIX, NULL);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gp_files_add_filter (GTK_FILE_CHOOSER (self->chooser), _ ("Groeiplan projects"),
                       "*" GP_FILE_SUFFIX);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), suggested);
  if (anonymous) {
    gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (self->chooser), EVERYTHING,
                                 _ ("Replace boards and schools too, and leave notes out"), NULL,
                                 NULL);
    g_object_set_data (G_OBJECT (self->chooser), EVERYTHING, GINT_TO_POINTER (TRUE));
  }
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
gp_window_on_save_copy (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  (void)action;
  if (parameter != NULL)
    save_copy (data, g_variant_get_string (parameter, NULL), FALSE, FALSE);
  else
    ask_place (data, _ ("Save a copy"), _ ("copy"), FALSE);
}

/* With a place: and whether everything gets another name. */
void
gp_window_on_save_anonymous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *path;
  gboolean everything;

  (void)action;
  if (parameter == NULL) {
    ask_place (data, _ ("Save a copy with other names"), _ ("other names"), TRUE);
    return;
  }
  g_variant_get (parameter, "(&sb)", &path, &everything);
  save_copy (data, path, TRUE, everything);
}
