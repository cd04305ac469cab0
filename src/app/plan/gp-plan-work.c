/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-plan-work.h. The worker has a snapshot and the published plans, and never the document. */
#include "gp-plan-work.h"
#include "gp-memory.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-planner.h>

typedef struct {
  GpProject *project;
  gint64 data_version;
  guint epoch;
  char *path;
  guint32 *scenarios;
  GpPlan **published; /* one a scenario, or NULL */
  guint n;
} Task;

typedef struct {
  GpJob *job;
  double from, share; /* of the whole work */
} Part;

static void
task_free (gpointer data)
{
  Task *task = data;

  for (guint i = 0; i < task->n; i++)
    g_clear_pointer (&task->published[i], gp_plan_unref);
  gp_project_unref (task->project);
  g_free (task->path);
  g_free (task->scenarios);
  g_free (task->published);
  g_free (task);
}

void
gp_plan_work_free (GpPlanWork *work)
{
  if (work == NULL)
    return;
  g_ptr_array_unref (work->plans);
  g_free (work->path);
  g_free (work);
}

static void
on_progress (double share, const char *doing, gpointer data)
{
  Part *part = data;

  gp_job_progress (part->from + MAX (share, 0) * part->share, doing, part->job);
}

static GpPackedPlan *
plan_one (Task *task, guint index, GpJob *job, GError **error)
{
  Part part = {job, (double)index / task->n, 1.0 / task->n};
  GpPlannerOptions options = {
      .progress = on_progress, .progress_data = &part, .published = task->published[index]};
  g_autoptr (GpPlan) plan = gp_planner_plan (task->project, task->scenarios[index], &options,
                                             gp_job_get_cancellable (job), error);

  if (plan != NULL && plan->status == GP_PLAN_CANCELLED) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Planning was cancelled."));
    g_clear_pointer (&plan, gp_plan_unref);
  }
  if (plan == NULL)
    return NULL;
  gp_plan_set_data_version (plan, task->data_version);
  return gp_packed_plan_new (plan, error);
}

static gpointer
plan_all (gpointer data, GpJob *job, GError **error)
{
  Task *task = data;
  GpPlanWork *work = g_new0 (GpPlanWork, 1);

  work->path = g_strdup (task->path);
  work->epoch = task->epoch;
  work->plans = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_packed_plan_free);
  for (guint i = 0; i < task->n; i++) {
    GpPackedPlan *plan = plan_one (task, i, job, error);

    if (plan == NULL) {
      gp_plan_work_free (work);
      return NULL;
    }
    g_ptr_array_add (work->plans, plan);
    gp_memory_give_back ();
  }
  return work;
}

GpJob *
gp_plan_work_start (GtkWidget *owner, GpDocument *document, const guint32 *scenarios, guint n,
                    GpWorkDone done)
{
  Task *task = g_new0 (Task, 1);

  task->project = gp_project_ref ((GpProject *)gp_document_get_project (document));
  task->data_version = gp_document_get_data_version (document);
  task->epoch = gp_document_get_epoch (document);
  task->path = g_strdup (gp_document_get_path (document));
  task->scenarios = g_memdup2 (scenarios, n * sizeof *scenarios);
  task->published = g_new0 (GpPlan *, MAX (n, 1));
  task->n = n;
  for (guint i = 0; i < n; i++)
    task->published[i] = gp_document_dup_published_of (document, scenarios[i]);
  return gp_work_start (owner, _ ("Planning"), plan_all, task, task_free,
                        (GDestroyNotify)gp_plan_work_free, done);
}

gboolean
gp_plan_work_store (const GpPlanWork *work, GpDocument *document, GError **error)
{
  if (g_strcmp0 (work->path, gp_document_get_path (document)) != 0 ||
      work->epoch != gp_document_get_epoch (document))
    return TRUE; /* another project was opened or put back meanwhile: not for this one */
  return gp_document_put_plans (document, work->plans, error);
}
