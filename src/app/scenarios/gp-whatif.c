/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-whatif.h; threads and who owns what stand in gp-whatif-worker.h.
 *
 * A plan under way is cancelled for newer values only when it has taken longer than PATIENCE: with
 * quick plans the chart follows while dragging, with slow ones the last value does not wait.
 */
#include "gp-whatif-worker.h"

#define PATIENCE_MS 400

struct _GpWhatIf {
  GObject parent;
  GpWhatIfShared *shared;
  GThread *worker;
  GpProject *base;
  guint32 scenario;
  GpPlan *published;
  gint64 asked, answered; /* numbers: the last one asked, and answered or given up */
  guint patience;         /* source, or 0 */
  GpProject *project;
  GpPlan *plan;
  GpProject *base_project; /* of the scenario as it is, and its plan */
  GpPlan *base_plan;
  gboolean is_base;
  char *problem;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GpWhatIf, gp_what_if, G_TYPE_OBJECT)

/* ---- the owner --------------------------------------------------------------------------------
 */

/* A plan that was cancelled says nothing; what it was cancelled for is on its way. */
static void
take_plan (GpWhatIf *self, GpWhatIfRequest *request)
{
  gboolean usable = request->plan != NULL && request->plan->n_rows[GP_PART_RELAXED] > 0 &&
                    request->plan->status != GP_PLAN_CANCELLED;

  g_clear_pointer (&self->problem, g_free);
  if (self->base_plan == NULL) {
    self->base_project = g_steal_pointer (&request->base_variant);
    self->base_plan = g_steal_pointer (&request->base_plan);
  }
  if (request->was_cancelled && !usable)
    return;
  if (!usable) {
    const char *why =
        request->plan != NULL && request->plan->n_conflicts > 0 ? request->plan->conflicts[0] : "";

    self->problem = g_strdup (request->error != NULL ? request->error->message : why);
    return;
  }
  g_clear_pointer (&self->project, gp_project_unref);
  g_clear_pointer (&self->plan, gp_plan_unref);
  self->is_base = request->values->len == 0;
  self->project = g_steal_pointer (&request->variant);
  self->plan = g_steal_pointer (&request->plan);
}

/* Of an idle source, with an answer. */
static gboolean
take_answer (gpointer data)
{
  GpWhatIfRequest *request = data;
  g_autoptr (GpWhatIf) self = g_weak_ref_get (&request->shared->owner);

  if (self == NULL || request->number <= self->answered)
    return G_SOURCE_REMOVE;
  self->answered = request->number;
  take_plan (self, request);
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
drop_patience (GpWhatIf *self)
{
  if (self->patience != 0)
    g_source_remove (self->patience);
  self->patience = 0;
}

/* Whether what is under way has taken long enough; asked now and then while anything waits. */
static gboolean
lose_patience (gpointer data)
{
  GpWhatIf *self = data;
  GpWhatIfShared *shared = self->shared;
  gboolean waits;

  g_mutex_lock (&shared->lock);
  waits = shared->pending != NULL;
  if (waits && shared->running != NULL && !shared->patient &&
      g_get_monotonic_time () - shared->since > 1000 * PATIENCE_MS)
    g_cancellable_cancel (shared->running);
  g_mutex_unlock (&shared->lock);
  if (!waits)
    self->patience = 0;
  return waits ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
forget_answer (GpWhatIf *self)
{
  self->answered = self->asked;
  drop_patience (self);
  g_clear_pointer (&self->project, gp_project_unref);
  g_clear_pointer (&self->plan, gp_plan_unref);
  g_clear_pointer (&self->base_project, gp_project_unref);
  g_clear_pointer (&self->base_plan, gp_plan_unref);
  g_clear_pointer (&self->problem, g_free);
}

void
gp_what_if_set_base (GpWhatIf *self, const GpProject *project, guint32 scenario,
                     const GpPlan *published)
{
  g_return_if_fail (GP_IS_WHAT_IF (self) && project != NULL);

  gp_what_if_shared_put (self->shared, NULL, TRUE);
  forget_answer (self);
  gp_project_ref ((GpProject *)project);
  g_clear_pointer (&self->base, gp_project_unref);
  self->base = (GpProject *)project;
  self->scenario = scenario;
  g_clear_pointer (&self->published, gp_plan_unref);
  self->published = published != NULL ? gp_plan_ref ((GpPlan *)published) : NULL;
}

static GpWhatIfRequest *
new_request (GpWhatIf *self, const GpLeverValue *values, guint n)
{
  GpWhatIfRequest *request = g_new0 (GpWhatIfRequest, 1);

  request->number = ++self->asked;
  request->project = gp_project_ref (self->base);
  request->scenario = self->scenario;
  request->published = self->published != NULL ? gp_plan_ref (self->published) : NULL;
  request->values = g_array_new (FALSE, FALSE, sizeof (GpLeverValue));
  request->shared = self->shared;
  g_atomic_ref_count_inc (&self->shared->refs);
  if (n > 0)
    g_array_append_vals (request->values, values, n);
  return request;
}

void
gp_what_if_ask (GpWhatIf *self, const GpLeverValue *values, guint n)
{
  g_return_if_fail (GP_IS_WHAT_IF (self) && self->base != NULL && self->scenario != GP_NONE);

  gp_what_if_shared_put (self->shared, new_request (self, values, n), FALSE);
  if (self->worker == NULL) {
    g_atomic_ref_count_inc (&self->shared->refs);
    self->worker = g_thread_new ("what-if", gp_what_if_work, self->shared);
  }
  if (self->patience == 0)
    self->patience = g_timeout_add (PATIENCE_MS / 4, lose_patience, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
gp_what_if_cancel (GpWhatIf *self)
{
  g_return_if_fail (GP_IS_WHAT_IF (self));

  gp_what_if_shared_put (self->shared, NULL, TRUE);
  drop_patience (self);
  self->answered = self->asked;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
gp_what_if_is_busy (GpWhatIf *self)
{
  return self->answered < self->asked;
}

const GpPlan *
gp_what_if_get_plan (GpWhatIf *self)
{
  return self->plan;
}

const GpProject *
gp_what_if_get_project (GpWhatIf *self)
{
  return self->project;
}

const GpPlan *
gp_what_if_get_base_plan (GpWhatIf *self)
{
  return self->base_plan;
}

const GpProject *
gp_what_if_get_base_project (GpWhatIf *self)
{
  return self->base_project;
}

gboolean
gp_what_if_is_base (GpWhatIf *self)
{
  return self->plan != NULL && self->is_base;
}

const char *
gp_what_if_get_problem (GpWhatIf *self)
{
  return self->problem;
}

guint
gp_what_if_get_n_begun (GpWhatIf *self)
{
  guint n;

  g_mutex_lock (&self->shared->lock);
  n = self->shared->n_begun;
  g_mutex_unlock (&self->shared->lock);
  return n;
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_what_if_dispose (GObject *object)
{
  GpWhatIf *self = GP_WHAT_IF (object);

  drop_patience (self);
  g_mutex_lock (&self->shared->lock);
  self->shared->quit = TRUE;
  g_mutex_unlock (&self->shared->lock);
  gp_what_if_shared_put (self->shared, NULL, TRUE);
  if (self->worker != NULL) {
    g_thread_join (g_steal_pointer (&self->worker));
  }
  G_OBJECT_CLASS (gp_what_if_parent_class)->dispose (object);
}

static void
gp_what_if_finalize (GObject *object)
{
  GpWhatIf *self = GP_WHAT_IF (object);

  forget_answer (self);
  g_clear_pointer (&self->base, gp_project_unref);
  g_clear_pointer (&self->published, gp_plan_unref);
  gp_what_if_shared_unref (self->shared);
  G_OBJECT_CLASS (gp_what_if_parent_class)->finalize (object);
}

static void
gp_what_if_class_init (GpWhatIfClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gp_what_if_dispose;
  G_OBJECT_CLASS (klass)->finalize = gp_what_if_finalize;
  signals[CHANGED] = g_signal_new ("changed", GP_TYPE_WHAT_IF, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
gp_what_if_init (GpWhatIf *self)
{
  self->shared = gp_what_if_shared_new (G_OBJECT (self), take_answer);
  self->scenario = GP_NONE;
}

GpWhatIf *
gp_what_if_new (void)
{
  return g_object_new (GP_TYPE_WHAT_IF, NULL);
}
