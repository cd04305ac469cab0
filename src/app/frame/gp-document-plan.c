/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Planning of a document. The worker has its own snapshot and published plan and touches nothing
 * else; a plan is stored under the scenario it was made for, whichever is shown when it is ready.
 *
 * Threads. The plan is written by a thread of its own, which has the store as long as self->writing
 * is set: 7,000 rows of a national plan and the drive's own time held the window up for 26 ms of
 * CPU, of 47 ms in the turn after planning. Whoever wants the store meanwhile waits for it
 * (gp_document_store), as before. Rejected: that the document is busy for it, as with an import
 * (gp-document-busy.c), for then an edit made just then would be refused; and rows in several
 * turns, for then a transaction would be open between them. The program does not end before it is
 * written, whichever windows are closed.
 */
#include "gp-document-private.h"
#include "gp-memory.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-planner.h>

typedef struct {
  GpProject *project;
  guint32 scenario;
  gint64 data_version;
  guint epoch;
  GpPlan *published; /* may be NULL */
  GpJob *job;
  gboolean keep; /* in the file */
  GpPlan *plan;
  GpPackedPlan *packed;   /* the same, to be kept */
  gboolean written, kept; /* it was tried to be kept, and was */
  GError *write_error;
  GApplication *application; /* held while it is written, or NULL */
  char *doing;               /* the stage that was told of last */
  double seconds;
} PlanTask;

GpStore *
gp_document_store (GpDocument *self)
{
  if (self->writing != NULL)
    g_thread_join (g_steal_pointer (&self->writing));
  return self->store;
}

gboolean
gp_document_put_plans (GpDocument *self, GPtrArray *plans, GError **error)
{
  gboolean done = TRUE;

  while (self->busy != NULL && plans->len > 0)
    gp_document_let_wait (self, g_ptr_array_steal_index (plans, 0));
  for (guint i = 0; done && i < plans->len; i++) {
    const GpPackedPlan *plan = g_ptr_array_index (plans, i);
    const char *scenario = gp_packed_plan_get (plan)->scenario;

    if (gp_project_find (self->project, GP_TABLE_SCENARIOS, scenario) != GP_NONE)
      done = gp_store_put_packed (gp_document_store (self), plan, error);
  }
  gp_document_load_plan (self);
  gp_document_emit_changed (self);
  return done;
}

static void
plan_task_free (gpointer data)
{
  PlanTask *closure = data;

  gp_project_unref (closure->project);
  g_clear_pointer (&closure->published, gp_plan_unref);
  g_object_unref (closure->job);
  g_clear_pointer (&closure->plan, gp_plan_unref);
  g_clear_pointer (&closure->packed, gp_packed_plan_free);
  g_clear_error (&closure->write_error);
  g_clear_object (&closure->application);
  g_free (closure->doing);
  g_free (closure);
}

/* Between two stages of planning much of the first one's memory is free. */
static void
on_progress (double share, const char *doing, gpointer data)
{
  PlanTask *closure = data;

  if (g_strcmp0 (closure->doing, doing) != 0) {
    g_free (closure->doing);
    closure->doing = g_strdup (doing);
    gp_memory_give_back ();
  }
  gp_job_progress (share, doing, closure->job);
}

/* In the worker: only the closure is touched. */
static void
plan_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlanTask *closure = data;
  GpPlannerOptions options = {
      .progress = on_progress, .progress_data = closure, .published = closure->published};
  gint64 start = g_get_monotonic_time ();
  GError *error = NULL;

  (void)source;
  closure->plan =
      gp_planner_plan (closure->project, closure->scenario, &options, cancellable, &error);
  closure->seconds = (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  if (closure->plan == NULL) {
    g_task_return_error (task, error);
    return;
  }
  gp_plan_set_data_version (closure->plan, closure->data_version);
  if (closure->keep && closure->plan->status != GP_PLAN_CANCELLED) {
    closure->packed = gp_packed_plan_new (closure->plan, &error);
    if (closure->packed == NULL) {
      g_task_return_error (task, error);
      return;
    }
  }
  gp_memory_give_back ();
  g_task_return_boolean (task, TRUE);
}

static gboolean
on_written (gpointer data)
{
  GTask *task = data;
  GApplication *application = ((PlanTask *)g_task_get_task_data (task))->application;

  gp_document_store (g_task_get_source_object (task));
  if (application != NULL)
    g_application_release (application);
  g_task_return_boolean (task, TRUE);
  return G_SOURCE_REMOVE;
}

/* In the thread that has the store. */
static gpointer
write_plan (gpointer data)
{
  GTask *task = data;
  PlanTask *closure = g_task_get_task_data (task);
  GpDocument *self = g_task_get_source_object (task);
  g_autoptr (GSource) source = g_idle_source_new ();

  closure->kept = gp_store_put_packed (self->store, closure->packed, &closure->write_error);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_written, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
  return NULL;
}

/* In the thread of its own, with the program held. */
static void
start_writing (GpDocument *self, GTask *task)
{
  PlanTask *closure = g_task_get_task_data (task);

  gp_document_store (self); /* one at a time */
  g_set_object (&closure->application, g_application_get_default ());
  if (closure->application != NULL)
    g_application_hold (closure->application);
  closure->written = TRUE;
  self->writing = g_thread_try_new ("write-plan", write_plan, g_object_ref (task), NULL);
  if (self->writing == NULL) /* no thread to be had: the window waits for it */
    write_plan (task);
}

/* In the window's thread, with a plan or an error. */
static void
on_planned (GObject *object, GAsyncResult *result, gpointer data)
{
  GpDocument *self = GP_DOCUMENT (object);
  g_autoptr (GTask) task = data;
  PlanTask *closure = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_error (task, error);
  else if (closure->epoch != self->epoch) /* of what was in the file before */
    g_task_return_new_error (task, GP_ERROR, GP_ERROR_CANCELLED, "%s",
                             _ ("Planning was cancelled."));
  else if (closure->packed == NULL || self->busy != NULL) /* else another worker has the store */
    g_task_return_boolean (task, TRUE);
  else
    start_writing (self, task);
}

static GpPlan *
published_of (GpDocument *self, guint32 scenario, GError **error)
{
  const char *code = self->project->scenarios[scenario].code;

  return self->busy == NULL ? gp_store_get_published (gp_document_store (self), code, NULL, error)
                            : gp_document_held_published (self->held, code, NULL);
}

void
gp_document_plan_async (GpDocument *self, GpJob *job, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, gp_job_get_cancellable (job), callback, data);
  g_autoptr (GTask) planning = NULL;
  PlanTask *closure;
  GError *error = NULL;

  /* a plan that is ready although cancelled is kept by the planner's own choice */
  g_task_set_check_cancellable (task, FALSE);
  if (gp_document_get_scenario (self) == GP_NONE) {
    g_task_return_new_error (task, GP_ERROR, GP_ERROR_DATA, "%s",
                             _ ("The project has no scenario; import or make one first."));
    return;
  }
  closure = g_new0 (PlanTask, 1);
  closure->project = gp_project_ref (self->project);
  closure->scenario = gp_document_get_scenario (self);
  closure->data_version = gp_document_get_data_version (self);
  closure->epoch = self->epoch;
  closure->job = g_object_ref (job);
  closure->keep = !gp_store_is_read_only (gp_document_store (self));
  g_task_set_task_data (task, closure, plan_task_free);
  closure->published = published_of (self, closure->scenario, &error);
  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  planning = g_task_new (self, gp_job_get_cancellable (job), on_planned, g_object_ref (task));
  g_task_set_check_cancellable (planning, FALSE);
  g_task_set_task_data (planning, closure, NULL); /* of the task, which on_planned () holds */
  g_task_run_in_thread (planning, plan_in_worker);
}

static gboolean
keep (GpDocument *self, GpPackedPlan **packed, GError **error)
{
  if (self->busy == NULL)
    return gp_store_put_packed (gp_document_store (self), *packed, error);
  gp_document_let_wait (self, g_steal_pointer (packed));
  return TRUE;
}

/* What was written may have taken the number of an edit that came since and does not concern it. */
static void
show_plan (GpDocument *self, const PlanTask *closure, GpPlan *plan)
{
  if (g_strcmp0 (plan->scenario, self->scenario) != 0)
    return;
  if (closure->written && closure->kept &&
      gp_document_get_data_version (self) != closure->data_version) {
    gp_document_load_plan (self);
    return;
  }
  g_clear_pointer (&self->plan, gp_plan_unref);
  self->plan = gp_plan_ref (plan);
}

gboolean
gp_document_plan_finish (GpDocument *self, GAsyncResult *result, double *seconds, GError **error)
{
  GTask *task = G_TASK (result);
  PlanTask *closure = g_task_get_task_data (task);
  g_autoptr (GpPlan) plan = NULL;
  gboolean kept;

  if (!g_task_propagate_boolean (task, error))
    return FALSE;
  plan = g_steal_pointer (&closure->plan);
  if (seconds != NULL)
    *seconds = closure->seconds;
  if (plan->status == GP_PLAN_CANCELLED) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Planning was cancelled."));
    return FALSE;
  }
  /* one that cannot be kept is shown all the same */
  kept = closure->written ? closure->kept
                          : closure->packed == NULL || keep (self, &closure->packed, error);
  if (closure->write_error != NULL)
    g_propagate_error (error, g_steal_pointer (&closure->write_error));
  show_plan (self, closure, plan);
  gp_document_emit_changed (self);
  return kept;
}
