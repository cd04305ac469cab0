/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Long work on the file itself: an import, a backup that is put back, names that are removed. A
 * store is used by one thread at a time, so meanwhile the document is busy: what is shown stays
 * there to be read, with its plans, and every change is refused with a sentence that says why.
 *
 * Threads: between gp_document_work_async () and gp_document_work_finish () self->store belongs to
 * the worker, and no function of the document touches it while self->busy is set. The worker
 * touches the store, the held plans (gp-document-held.h) and its own closure, and nothing else of
 * the document.
 */
#include "gp-document-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  GpStore *store; /* the document's, which the task holds */
  GpDocumentHeld *held;
  GpJob *job;
  GpStoreFunc func;
  gpointer data;
  gboolean anew;
} StoreTask;

static void
store_task_free (gpointer data)
{
  StoreTask *task = data;

  gp_document_held_free (task->held);
  g_object_unref (task->job);
  g_free (task);
}

const char *
gp_document_get_busy_reason (GpDocument *self)
{
  return self->busy != NULL ? self->busy_reason : NULL;
}

GpJob *
gp_document_get_busy_job (GpDocument *self)
{
  return self->busy;
}

gboolean
gp_document_check_free (GpDocument *self, GError **error)
{
  if (self->busy == NULL)
    return TRUE;
  g_set_error_literal (error, GP_ERROR, GP_ERROR_BUSY, self->busy_reason);
  return FALSE;
}

/* In the worker. The fresh snapshot stays with the store, so that nobody waits for it later. */
static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StoreTask *closure = data;
  GError *error = NULL;
  GpProject *fresh;

  (void)source, (void)cancellable;
  gp_document_held_read (closure->held, closure->store);
  if (!closure->func (closure->store, closure->data, closure->job, &error)) {
    g_task_return_error (task, error);
    return;
  }
  fresh = gp_store_snapshot (closure->store, NULL);
  g_clear_pointer (&fresh, gp_project_unref);
  g_task_return_boolean (task, TRUE);
}

void
gp_document_work_async (GpDocument *self, GpJob *job, gboolean anew, GpStoreFunc func,
                        gpointer data, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, gp_job_get_cancellable (job), callback, user_data);
  StoreTask *closure;

  g_task_set_check_cancellable (task, FALSE); /* what is done is done */
  if (self->busy != NULL) {
    g_task_return_new_error (task, GP_ERROR, GP_ERROR_BUSY, "%s", self->busy_reason);
    return;
  }
  closure = g_new0 (StoreTask, 1);
  *closure = (StoreTask){.store = gp_document_store (self), .func = func, .data = data};
  closure->anew = anew;
  closure->job = g_object_ref (job);
  closure->held = gp_document_held_new (self->project);
  g_task_set_task_data (task, closure, store_task_free);
  gp_document_sign (self);
  self->busy_version = gp_store_data_version (gp_document_store (self));
  self->place = gp_store_place (gp_document_store (self));
  self->busy = g_object_ref (job);
  self->held = closure->held;
  self->busy_reason = g_strdup_printf (
      _ ("“%s” is not ready. Until it is, the project cannot be changed."), gp_job_get_title (job));
  g_task_run_in_thread (task, work);
}

/* Plans that became ready meanwhile; not those of a project that is another one now. */
static gboolean
put_waiting (GpDocument *self, gboolean drop, GError **error)
{
  g_autoptr (GPtrArray) waiting = g_steal_pointer (&self->waiting);
  gboolean done = TRUE;

  for (guint i = 0; !drop && waiting != NULL && i < waiting->len; i++) {
    const GpPackedPlan *packed = g_ptr_array_index (waiting, i);

    if (done && gp_project_find (self->project, GP_TABLE_SCENARIOS,
                                 gp_packed_plan_get (packed)->scenario) != GP_NONE)
      done = gp_store_put_packed (gp_document_store (self), packed, error);
  }
  return done;
}

/* Work that makes another project of it may have done so and failed after that. */
static gboolean
is_another (GpDocument *self, const StoreTask *closure)
{
  g_autoptr (GpProject) now = gp_store_snapshot (gp_document_store (self), NULL);

  return now == NULL || !gp_project_equal (gp_document_held_project (closure->held), now, NULL);
}

gboolean
gp_document_work_finish (GpDocument *self, GAsyncResult *result, GError **error)
{
  StoreTask *closure = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) unread = NULL, unkept = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), error), anew;

  if (closure == NULL) /* refused */
    return done;
  g_clear_object (&self->busy);
  g_clear_pointer (&self->busy_reason, g_free);
  self->held = NULL;
  anew = closure->anew && (done || is_another (self, closure));
  if (anew)
    gp_document_start_anew (self);
  if (!put_waiting (self, anew, &unkept))
    gp_document_tell_trouble (self, _ ("A plan is not in the project file"), unkept->message);
  gp_document_results_store (self);
  /* also when it failed half-way: what is shown is what is there, and can be changed again */
  if (!gp_document_changed (self, TRUE, &unread)) {
    gp_document_emit_changed (self);
    g_info ("%s", unread->message);
  }
  return done;
}

void
gp_document_let_wait (GpDocument *self, GpPackedPlan *packed)
{
  if (self->waiting == NULL)
    self->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_packed_plan_free);
  g_ptr_array_add (self->waiting, packed);
}
