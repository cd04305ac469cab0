/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning as the window shows it: a strip with progress and Cancel, and the time it took. */
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

static void
on_progress (GpWindow *self)
{
  double share = gp_job_get_share (self->job);

  gtk_label_set_text (self->doing, gp_job_get_doing (self->job));
  if (share < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, share);
}

static void
forget_job (GpWindow *self)
{
  g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
  gtk_revealer_set_reveal_child (self->progress_strip, FALSE);
}

static void
on_planned (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GpWindow) self = data;
  g_autoptr (GError) error = NULL;
  double seconds = 0;
  gboolean done;

  if (self->job != NULL)
    forget_job (self);
  done = gp_document_plan_finish (GP_DOCUMENT (object), result, &seconds, &error);
  if (self->document == NULL) /* the window was closed meanwhile */
    return;
  gp_window_update_actions (self);
  if (done) {
    g_autofree char *number = gp_format_number (seconds, 1, gp_language_current ());
    g_autofree char *text = g_strdup_printf (_ ("%s s"), number);

    gtk_label_set_text (self->took, text);
  } else if (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED) ||
             g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gp_window_toast (self, _ ("Planning was cancelled"), NULL, NULL);
  else
    gp_window_error (self, _ ("No plan could be made"), error->message);
}

void
gp_window_plan (GpWindow *self)
{
  if (self->job != NULL)
    return;
  self->job = gp_job_new ();
  g_signal_connect_swapped (self->job, "notify::doing", G_CALLBACK (on_progress), self);
  gtk_label_set_text (self->doing, _ ("Planning…"));
  gtk_label_set_text (self->took, "");
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_revealer_set_reveal_child (self->progress_strip, TRUE);
  gp_window_update_actions (self);
  gp_document_plan_async (self->document, self->job, on_planned, g_object_ref (self));
}

/* The strip stays until the worker has heard of it. */
void
gp_window_cancel (GpWindow *self)
{
  if (self->job == NULL)
    return;
  gp_job_cancel (self->job);
  gtk_label_set_text (self->doing, _ ("Cancelling…"));
}
