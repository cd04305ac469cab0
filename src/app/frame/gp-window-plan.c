/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning from the window: the chosen scenario, in a worker, with the time it took. */
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
show_seconds (GpWindow *self, double seconds)
{
  gboolean at_once = seconds < 0.1;
  g_autofree char *number = gp_format_number (MAX (seconds, 0.1), 1, gp_numbers_current ());
  g_autofree char *text = g_strdup_printf (at_once ? _ ("less than %s s") : _ ("%s s"), number);

  gtk_label_set_text (self->took, text);
}

/* A plan that the file did not take is on the screen all the same. */
static const char *
trouble_title (const GError *error)
{
  return g_error_matches (error, GP_ERROR, GP_ERROR_FILE) ||
                 g_error_matches (error, GP_ERROR, GP_ERROR_BUSY) ||
                 g_error_matches (error, GP_ERROR, GP_ERROR_READ_ONLY)
             ? _ ("The plan could not be kept")
             : _ ("No plan could be made");
}

static void
on_planned (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GpWindow) self = data;
  g_autoptr (GpJob) job = g_steal_pointer (&self->planning);
  g_autoptr (GError) error = NULL;
  double seconds = 0;
  gboolean done = gp_document_plan_finish (GP_DOCUMENT (object), result, &seconds, &error);

  if (self->document == NULL) /* the window was closed meanwhile */
    return;
  if (error != NULL && !is_cancelled (error))
    gp_window_end_job (self, job, trouble_title (error), error, FALSE);
  else
    gp_window_end_job (self, job, gp_job_get_title (job), error, error != NULL);
  if (done)
    show_seconds (self, seconds);
}

void
gp_window_plan (GpWindow *self)
{
  if (self->planning != NULL)
    return;
  self->planning = gp_job_new (_ ("Planning"));
  gtk_label_set_text (self->took, "");
  gp_window_begin_job (self, self->planning);
  gp_document_plan_async (self->document, self->planning, on_planned, g_object_ref (self));
}
