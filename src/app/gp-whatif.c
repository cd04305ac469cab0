/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-whatif.h.
 *
 * Threads. The object belongs to the thread that made it. One worker thread, started at the first
 * ask, owns the GpPlanning session: the solver keeps its memory per thread, so a session never
 * moves. Between them stands Shared, which each holds a reference to:
 *
 *  1. pending, running, quit and n_begun are read and written under its lock alone;
 *  2. a Request is made by the owner, passed on through pending, and then the worker's alone until
 *     it comes back as the data of an idle source of the owner's context;
 *  3. every Request has a number, one higher than the one before; answers come back in that order,
 *     and the owner drops those of a base that was replaced;
 *  4. the owner joins the worker when it goes, after asking it to quit and cancelling its plan.
 *
 * A plan under way is cancelled for newer values only when it has taken longer than PATIENCE: with
 * quick plans the chart follows while dragging, with slow ones the last value does not wait.
 */
#include "gp-whatif.h"

#include <groeiplan/gp-variant.h>

#define PATIENCE_MS 400

typedef struct _Shared Shared;

typedef struct {
  gint64 number;
  GpProject *project;
  guint32 scenario;
  GpPlan *published;  /* may be NULL */
  GArray *values;     /* of GpLeverValue */
  GpProject *variant; /* the answer: what was planned, */
  GpPlan *plan;       /* its plan, or NULL, */
  GError *error;      /* and then why not */
  gboolean was_cancelled;
  Shared *shared; /* a reference */
} Request;

struct _Shared {
  gatomicrefcount refs;
  GMutex lock;
  GCond wake;
  Request *pending;
  GCancellable *running; /* of the plan under way, or NULL */
  gboolean quit;
  gint64 since; /* when it was begun, monotonic microseconds */
  guint n_begun;
  GMainContext *context;
  GWeakRef owner;
};

struct _GpWhatIf {
  GObject parent;
  Shared *shared;
  GThread *worker;
  GpProject *base;
  guint32 scenario;
  GpPlan *published;
  gint64 asked, answered, oldest; /* numbers: the last one asked, answered; the base's first */
  guint patience;                 /* source, or 0 */
  GpProject *project;
  GpPlan *plan;
  char *problem;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GpWhatIf, gp_what_if, G_TYPE_OBJECT)

static void
shared_unref (Shared *shared)
{
  if (!g_atomic_ref_count_dec (&shared->refs))
    return;
  g_mutex_clear (&shared->lock);
  g_cond_clear (&shared->wake);
  g_main_context_unref (shared->context);
  g_weak_ref_clear (&shared->owner);
  g_free (shared);
}

static void
request_free (Request *request)
{
  if (request == NULL)
    return;
  gp_project_unref (request->project);
  g_clear_pointer (&request->published, gp_plan_unref);
  g_clear_pointer (&request->variant, gp_project_unref);
  g_clear_pointer (&request->plan, gp_plan_unref);
  g_clear_error (&request->error);
  g_array_unref (request->values);
  shared_unref (request->shared);
  g_free (request);
}

/* ---- the worker -------------------------------------------------------------------------------
 */

static GpProject *
make_variant (Request *request)
{
  g_autoptr (GpVariant) variant = gp_variant_new (request->project, request->scenario);

  for (guint i = 0; i < request->values->len; i++) {
    const GpLeverValue *value = &g_array_index (request->values, GpLeverValue, i);

    gp_variant_set (variant, value->param, value->scope, value->year, &value->value);
  }
  return gp_variant_make (variant, &request->error);
}

static void
answer (Request *request, GpPlanning *planning, GCancellable *cancellable)
{
  GpPlannerOptions options = {
      .relaxed_only = TRUE, .without_proof = TRUE, .published = request->published};

  request->variant =
      request->values->len > 0 ? make_variant (request) : gp_project_ref (request->project);
  if (request->variant != NULL)
    request->plan = gp_planning_plan (planning, request->variant, request->scenario, &options,
                                      cancellable, &request->error);
  request->was_cancelled = g_cancellable_is_cancelled (cancellable);
}

static gboolean take_answer (gpointer data);

static void
hand_back (Shared *shared, Request *request)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, take_answer, request, (GDestroyNotify)request_free);
  g_source_attach (source, shared->context);
}

/* The next request, with running set for it; NULL: quit. */
static Request *
take_request (Shared *shared, GCancellable *cancellable)
{
  Request *request;

  g_mutex_lock (&shared->lock);
  while (shared->pending == NULL && !shared->quit)
    g_cond_wait (&shared->wake, &shared->lock);
  request = shared->quit ? NULL : g_steal_pointer (&shared->pending);
  shared->running = request != NULL ? cancellable : NULL;
  shared->since = g_get_monotonic_time ();
  shared->n_begun += request != NULL ? 1 : 0;
  g_mutex_unlock (&shared->lock);
  return request;
}

static gpointer
work (gpointer data)
{
  Shared *shared = data;
  g_autoptr (GpPlanning) planning = gp_planning_new ();

  for (;;) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    Request *request = take_request (shared, cancellable);

    if (request == NULL)
      break;
    answer (request, planning, cancellable);
    g_mutex_lock (&shared->lock);
    shared->running = NULL;
    g_mutex_unlock (&shared->lock);
    hand_back (shared, request);
  }
  shared_unref (shared);
  return NULL;
}

/* ---- the owner --------------------------------------------------------------------------------
 */

/* A plan that was cancelled says nothing; what it was cancelled for is on its way. */
static void
take_plan (GpWhatIf *self, Request *request)
{
  gboolean usable = request->plan != NULL && request->plan->n_rows[GP_PART_RELAXED] > 0 &&
                    request->plan->status != GP_PLAN_CANCELLED;

  g_clear_pointer (&self->problem, g_free);
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
  self->project = g_steal_pointer (&request->variant);
  self->plan = g_steal_pointer (&request->plan);
}

static gboolean
take_answer (gpointer data)
{
  Request *request = data;
  g_autoptr (GpWhatIf) self = g_weak_ref_get (&request->shared->owner);

  if (self == NULL || request->number < self->oldest || request->number <= self->answered)
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
  Shared *shared = self->shared;
  gboolean waits;

  g_mutex_lock (&shared->lock);
  waits = shared->pending != NULL;
  if (waits && shared->running != NULL &&
      g_get_monotonic_time () - shared->since > 1000 * PATIENCE_MS)
    g_cancellable_cancel (shared->running);
  g_mutex_unlock (&shared->lock);
  if (!waits)
    self->patience = 0;
  return waits ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Puts a request in the place of the one that waits, or takes that one away (NULL). */
static void
put_pending (GpWhatIf *self, Request *request, gboolean cancel_running)
{
  Shared *shared = self->shared;

  g_mutex_lock (&shared->lock);
  request_free (shared->pending);
  shared->pending = request;
  if (cancel_running && shared->running != NULL)
    g_cancellable_cancel (shared->running);
  g_cond_signal (&shared->wake);
  g_mutex_unlock (&shared->lock);
}

static void
forget_answer (GpWhatIf *self)
{
  self->oldest = self->asked + 1;
  self->answered = self->asked;
  drop_patience (self);
  g_clear_pointer (&self->project, gp_project_unref);
  g_clear_pointer (&self->plan, gp_plan_unref);
  g_clear_pointer (&self->problem, g_free);
}

void
gp_what_if_set_base (GpWhatIf *self, const GpProject *project, guint32 scenario,
                     const GpPlan *published)
{
  g_return_if_fail (GP_IS_WHAT_IF (self) && project != NULL);

  put_pending (self, NULL, TRUE);
  forget_answer (self);
  gp_project_ref ((GpProject *)project);
  g_clear_pointer (&self->base, gp_project_unref);
  self->base = (GpProject *)project;
  self->scenario = scenario;
  g_clear_pointer (&self->published, gp_plan_unref);
  self->published = published != NULL ? gp_plan_ref ((GpPlan *)published) : NULL;
}

static Request *
new_request (GpWhatIf *self, const GpLeverValue *values, guint n)
{
  Request *request = g_new0 (Request, 1);

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

  put_pending (self, new_request (self, values, n), FALSE);
  if (self->worker == NULL) {
    g_atomic_ref_count_inc (&self->shared->refs);
    self->worker = g_thread_new ("what-if", work, self->shared);
  }
  if (self->patience == 0)
    self->patience = g_timeout_add (PATIENCE_MS / 4, lose_patience, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
gp_what_if_cancel (GpWhatIf *self)
{
  g_return_if_fail (GP_IS_WHAT_IF (self));

  put_pending (self, NULL, TRUE);
  drop_patience (self);
  self->oldest = self->asked + 1;
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
  put_pending (self, NULL, TRUE);
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
  shared_unref (self->shared);
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
  self->shared = g_new0 (Shared, 1);
  g_atomic_ref_count_init (&self->shared->refs);
  g_mutex_init (&self->shared->lock);
  g_cond_init (&self->shared->wake);
  self->shared->context = g_main_context_ref_thread_default ();
  g_weak_ref_init (&self->shared->owner, self);
  self->scenario = GP_NONE;
  self->oldest = 1;
}

GpWhatIf *
gp_what_if_new (void)
{
  return g_object_new (GP_TYPE_WHAT_IF, NULL);
}
