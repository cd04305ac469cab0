/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-document.h. A plan is stored under the scenario it was made for, whichever is shown when
 * it is ready. */
#include "gp-document-cache.h"
#include "gp-document.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-planner.h>

struct _GpDocument {
  GObject parent;
  GpStore *store;
  GpProject *project;
  char *scenario; /* code */
  GpPlan *plan;
  GpDocumentCache *cache;
};

typedef struct {
  GpProject *project;
  guint32 scenario;
  gint64 data_version;
  GpPlan *published; /* may be NULL */
  GpJob *job;
  GpPlan *plan;
  double seconds;
} PlanTask;

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GpDocument, gp_document, G_TYPE_OBJECT)

static void
gp_document_finalize (GObject *object)
{
  GpDocument *self = GP_DOCUMENT (object);

  g_clear_pointer (&self->cache, gp_document_cache_free);
  g_clear_pointer (&self->plan, gp_plan_unref);
  g_clear_pointer (&self->project, gp_project_unref);
  g_clear_pointer (&self->store, gp_store_close);
  g_free (self->scenario);
  G_OBJECT_CLASS (gp_document_parent_class)->finalize (object);
}

static void
gp_document_class_init (GpDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gp_document_finalize;
  signals[CHANGED] = g_signal_new ("changed", GP_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gp_document_init (GpDocument *self)
{
  self->cache = gp_document_cache_new ();
}

/* Whatever is kept was of the data, scenario or plans before. */
static void
emit_changed (GpDocument *self)
{
  gp_document_cache_forget (self->cache);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The plan of the chosen scenario as it is stored; one that cannot be read counts as none. */
static void
load_plan (GpDocument *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->plan, gp_plan_unref);
  if (self->scenario == NULL)
    return;
  self->plan = gp_store_get_plan (self->store, self->scenario, &error);
  if (error != NULL)
    g_info ("%s", error->message);
}

static void
choose_scenario (GpDocument *self, const char *code)
{
  const GpProject *project = self->project;
  guint32 index = code != NULL ? gp_project_find (project, GP_TABLE_SCENARIOS, code) : GP_NONE;

  if (index == GP_NONE)
    code = project->n_scenarios > 0 ? project->scenarios[0].code : NULL;
  if (g_strcmp0 (code, self->scenario) != 0) {
    g_free (self->scenario);
    self->scenario = g_strdup (code);
  }
}

/* A fresh snapshot. The scenario stays unless it is gone. */
static gboolean
reload (GpDocument *self, GError **error)
{
  GpProject *project = gp_store_snapshot (self->store, error);
  g_autofree char *scenario = g_strdup (self->scenario);

  if (project == NULL)
    return FALSE;
  g_clear_pointer (&self->project, gp_project_unref);
  self->project = project;
  choose_scenario (self, scenario);
  load_plan (self);
  return TRUE;
}

static GpDocument *
document_of (GpStore *store, GError **error)
{
  g_autoptr (GpDocument) self = NULL;

  if (store == NULL)
    return NULL;
  self = g_object_new (GP_TYPE_DOCUMENT, NULL);
  self->store = store;
  return reload (self, error) ? g_steal_pointer (&self) : NULL;
}

GpDocument *
gp_document_open (const char *path, GError **error)
{
  return document_of (gp_store_open (path, GP_STORE_READ_WRITE, error), error);
}

GpDocument *
gp_document_create (const char *path, const GpProject *project, GError **error)
{
  return document_of (gp_store_create (path, project, error), error);
}

const char *
gp_document_get_path (GpDocument *self)
{
  return gp_store_path (self->store);
}

const GpProject *
gp_document_get_project (GpDocument *self)
{
  return self->project;
}

const char *
gp_document_get_read_only_reason (GpDocument *self)
{
  if (!gp_store_is_read_only (self->store))
    return NULL;
  return gp_store_read_only_reason (self->store) != NULL
             ? gp_store_read_only_reason (self->store)
             : _ ("This project is open for reading only.");
}

guint32
gp_document_get_scenario (GpDocument *self)
{
  return self->scenario != NULL
             ? gp_project_find (self->project, GP_TABLE_SCENARIOS, self->scenario)
             : GP_NONE;
}

gboolean
gp_document_set_scenario (GpDocument *self, const char *code)
{
  if (gp_project_find (self->project, GP_TABLE_SCENARIOS, code) == GP_NONE)
    return FALSE;
  choose_scenario (self, code);
  load_plan (self);
  emit_changed (self);
  return TRUE;
}

const GpPlan *
gp_document_get_plan (GpDocument *self)
{
  return self->plan;
}

gboolean
gp_document_plan_is_stale (GpDocument *self)
{
  return self->plan != NULL && self->plan->data_version != gp_store_data_version (self->store);
}

char *
gp_document_undo_label (GpDocument *self)
{
  return gp_store_undo_label (self->store);
}

char *
gp_document_redo_label (GpDocument *self)
{
  return gp_store_redo_label (self->store);
}

static gboolean
changed (GpDocument *self, gboolean done, GError **error)
{
  if (!done || !reload (self, error))
    return FALSE;
  emit_changed (self);
  return TRUE;
}

gboolean
gp_document_undo (GpDocument *self, GError **error)
{
  return changed (self, gp_store_undo (self->store, error), error);
}

gboolean
gp_document_redo (GpDocument *self, GError **error)
{
  return changed (self, gp_store_redo (self->store, error), error);
}

GPtrArray *
gp_document_history (GpDocument *self, GError **error)
{
  return gp_store_history (self->store, error);
}

/* Newest first: how many of the entries are done now, and how many would be with id the last one.
 */
static gboolean
count_done (const GPtrArray *history, gint64 id, guint *now, guint *then)
{
  gboolean found = id == 0;

  *now = *then = 0;
  for (guint i = 0; i < history->len; i++) {
    const GpHistoryEntry *entry = g_ptr_array_index (history, i);

    found = found || entry->id == id;
    *now += entry->undone ? 0 : 1;
    *then += id != 0 && found ? 1 : 0;
  }
  return found;
}

gboolean
gp_document_go_back (GpDocument *self, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) history = gp_store_history (self->store, error);
  gboolean done = TRUE;
  guint now, then;

  if (history == NULL)
    return FALSE;
  if (!count_done (history, id, &now, &then)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_USAGE,
                         _ ("That change is no longer in the history."));
    return FALSE;
  }
  for (; done && now > then; now--)
    done = gp_store_undo (self->store, error);
  for (; done && now < then; now++)
    done = gp_store_redo (self->store, error);
  return changed (self, done, error);
}

gboolean
gp_document_edit (GpDocument *self, const char *label, GpEditFunc func, gpointer data,
                  GError **error)
{
  if (!gp_store_begin (self->store, label, error))
    return FALSE;
  if (!func (self->store, data, error)) {
    gp_store_rollback (self->store);
    return FALSE;
  }
  return changed (self, gp_store_commit (self->store, error), error);
}

gint64
gp_document_get_data_version (GpDocument *self)
{
  return gp_store_data_version (self->store);
}

const GpPlan *
gp_document_get_plan_of (GpDocument *self, guint32 scenario)
{
  return gp_document_cache_plan (self->cache, self->store, self->project->scenarios[scenario].code);
}

GpPlan *
gp_document_dup_published_of (GpDocument *self, guint32 scenario)
{
  g_autoptr (GError) error = NULL;
  GpPlan *plan =
      gp_store_get_published (self->store, self->project->scenarios[scenario].code, NULL, &error);

  if (error != NULL)
    g_info ("%s", error->message);
  return plan;
}

const GpPlan *
gp_document_get_published (GpDocument *self, gint64 *when)
{
  return self->scenario != NULL
             ? gp_document_cache_published (self->cache, self->store, self->scenario, when)
             : NULL;
}

gboolean
gp_document_publish (GpDocument *self, GError **error)
{
  const char *name;
  g_autofree char *label = NULL;

  if (self->plan == NULL || gp_document_plan_is_stale (self)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("There is no plan of the data as they are now; plan first."));
    return FALSE;
  }
  name = self->project->scenarios[gp_document_get_scenario (self)].name;
  label = g_strdup_printf (_ ("Published the plan of %s"), name);
  return changed (self, gp_store_publish_plan (self->store, self->plan, label, error), error);
}

const GpCoaching *
gp_document_get_coaching (GpDocument *self, GError **error)
{
  if (self->plan == NULL) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, _ ("There is no plan yet; plan first."));
    return NULL;
  }
  return gp_document_cache_coaching (self->cache, self->project, self->plan, error);
}

void
gp_document_put_result (GpDocument *self, const char *name, const char *scenario,
                        gint64 data_version, gpointer result, GDestroyNotify destroy)
{
  gp_document_cache_put (self->cache, name, scenario, data_version, result, destroy);
  emit_changed (self);
}

gpointer
gp_document_get_result (GpDocument *self, const char *name, gboolean *stale)
{
  return gp_document_cache_get (self->cache, name, self->scenario,
                                gp_store_data_version (self->store), stale);
}

gpointer
gp_document_get_result_of (GpDocument *self, const char *name, const char *scenario,
                           gboolean *stale)
{
  return gp_document_cache_get (self->cache, name, scenario, gp_store_data_version (self->store),
                                stale);
}

gboolean
gp_document_put_plans (GpDocument *self, GPtrArray *plans, GError **error)
{
  gboolean done = TRUE;

  for (guint i = 0; done && i < plans->len; i++) {
    const GpPlan *plan = g_ptr_array_index (plans, i);

    if (gp_project_find (self->project, GP_TABLE_SCENARIOS, plan->scenario) != GP_NONE)
      done = gp_store_put_plan (self->store, plan, error);
  }
  load_plan (self);
  emit_changed (self);
  return done;
}

gboolean
gp_document_apply_register (GpDocument *self, const GpRegisterPreview *preview, GError **error)
{
  return changed (self, gp_register_apply (self->store, preview, error), error);
}

static void
plan_task_free (gpointer data)
{
  PlanTask *closure = data;

  gp_project_unref (closure->project);
  g_clear_pointer (&closure->published, gp_plan_unref);
  g_object_unref (closure->job);
  g_clear_pointer (&closure->plan, gp_plan_unref);
  g_free (closure);
}

/* In the worker: only the closure is touched. */
static void
plan_in_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlanTask *closure = data;
  GpPlannerOptions options = {
      .progress = gp_job_progress, .progress_data = closure->job, .published = closure->published};
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
  g_task_return_boolean (task, TRUE);
}

void
gp_document_plan_async (GpDocument *self, GpJob *job, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, gp_job_get_cancellable (job), callback, data);
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
  closure->data_version = gp_store_data_version (self->store);
  closure->job = g_object_ref (job);
  g_task_set_task_data (task, closure, plan_task_free);
  closure->published = gp_store_get_published (
      self->store, self->project->scenarios[closure->scenario].code, NULL, &error);
  if (error != NULL) {
    g_task_return_error (task, error);
    return;
  }
  g_task_run_in_thread (task, plan_in_worker);
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
  kept = gp_store_is_read_only (self->store) || gp_store_put_plan (self->store, plan, error);
  if (g_strcmp0 (plan->scenario, self->scenario) == 0) {
    g_clear_pointer (&self->plan, gp_plan_unref);
    self->plan = g_steal_pointer (&plan);
  }
  emit_changed (self);
  return kept;
}
