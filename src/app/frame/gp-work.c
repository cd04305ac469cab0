/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-work.h. Threads: the worker runs func on the closure's data and the job; the closure
 * itself, the owner and the window belong to the thread that started the work, where done is
 * called.
 */
#include "gp-work.h"
#include "gp-window.h"

#include <groeiplan/gp-error.h>

typedef struct {
  GpWorkFunc func;
  gpointer data;
  GDestroyNotify free_data, free_result;
  GpWorkDone done;
  GpJob *job;
  char *title;
  GWeakRef owner, window;
} Work;

static void
work_free (gpointer pointer)
{
  Work *work = pointer;

  if (work->free_data != NULL)
    work->free_data (work->data);
  g_object_unref (work->job);
  g_free (work->title);
  g_weak_ref_clear (&work->owner);
  g_weak_ref_clear (&work->window);
  g_free (work);
}

static void
run (GTask *task, gpointer source, gpointer pointer, GCancellable *cancellable)
{
  Work *work = pointer;
  GError *error = NULL;
  gpointer result = work->func (work->data, work->job, &error);

  (void)source, (void)cancellable;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, work->free_result);
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
on_done (GObject *object, GAsyncResult *result, gpointer data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&work->owner);
  g_autoptr (GpWindow) window = g_weak_ref_get (&work->window);
  g_autoptr (GError) error = NULL;
  gpointer found = g_task_propagate_pointer (G_TASK (result), &error);

  (void)object, (void)data;
  if (window != NULL)
    gp_window_end_job (window, work->job, work->title, error,
                       error != NULL && is_cancelled (error));
  if (owner != NULL)
    work->done (owner, found, error);
  else if (found != NULL && work->free_result != NULL)
    work->free_result (found);
}

GpJob *
gp_work_start (GtkWidget *owner, const char *title, GpWorkFunc func, gpointer data,
               GDestroyNotify free_data, GDestroyNotify free_result, GpWorkDone done)
{
  GpWindow *window = gp_page_window (owner);
  g_autoptr (GpJob) job = gp_job_new (title);
  g_autoptr (GTask) task = NULL;
  Work *work;

  if (window == NULL) {
    if (free_data != NULL)
      free_data (data);
    return NULL;
  }
  work = g_new0 (Work, 1);
  *work = (Work){.func = func, .data = data, .free_data = free_data, .free_result = free_result};
  work->done = done;
  work->job = g_object_ref (job);
  work->title = g_strdup (title);
  g_weak_ref_init (&work->owner, owner);
  g_weak_ref_init (&work->window, window);
  task = g_task_new (NULL, gp_job_get_cancellable (job), on_done, NULL);
  g_task_set_check_cancellable (task, FALSE); /* a result that is ready all the same is kept */
  g_task_set_task_data (task, work, work_free);
  gp_window_begin_job (window, job);
  g_task_run_in_thread (task, run);
  return job; /* the window and the task hold it */
}
