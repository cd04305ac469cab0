/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-store-work.h. The program does not end before the worker is ready, whichever windows are
 * closed meanwhile: a cancelled change is taken back in order.
 */
#include "gp-store-work.h"
#include "gp-page.h"
#include "gp-window.h"

#include <groeiplan/gp-error.h>

typedef struct {
  GpStoreWork work;
  gpointer data;
  GpJob *job;
  GWeakRef owner, window;
  GApplication *application; /* held, or NULL */
} Running;

static void
running_free (Running *running)
{
  if (running->work.free_data != NULL)
    running->work.free_data (running->data);
  if (running->application != NULL)
    g_application_release (running->application);
  g_object_unref (running->job);
  g_weak_ref_clear (&running->owner);
  g_weak_ref_clear (&running->window);
  g_free (running);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Running, running_free)

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_ready (GObject *document, GAsyncResult *result, gpointer data)
{
  g_autoptr (Running) running = data;
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&running->owner);
  g_autoptr (GpWindow) window = g_weak_ref_get (&running->window);
  g_autoptr (GError) error = NULL;
  gboolean done = gp_document_work_finish (GP_DOCUMENT (document), result, &error);

  if (window != NULL) {
    gboolean cancelled = !done && is_cancelled (error);

    gp_window_end_job (window, running->job,
                       cancelled ? running->work.title : running->work.trouble, error, cancelled);
  }
  if (done && owner != NULL && window != NULL && running->work.done != NULL)
    running->work.done (owner, running->data);
  if (window != NULL)
    gp_window_close_if_asked (window);
}

void
gp_store_work_start (GtkWidget *owner, GpDocument *document, const GpStoreWork *work, gpointer data)
{
  GpWindow *window = gp_page_window (owner);
  Running *running = g_new0 (Running, 1);

  running->work = *work;
  running->data = data;
  running->job = gp_job_new (work->title);
  running->application = g_application_get_default ();
  if (work->to_the_end)
    gp_job_set_to_the_end (running->job);
  g_weak_ref_init (&running->owner, owner);
  g_weak_ref_init (&running->window, window);
  if (running->application != NULL)
    g_application_hold (running->application);
  /* begun after the document is busy, so that the window sees what cannot be done meanwhile */
  gp_document_work_async (document, running->job, work->anew, work->func, data, on_ready, running);
  if (window != NULL)
    gp_window_begin_job (window, running->job);
}
