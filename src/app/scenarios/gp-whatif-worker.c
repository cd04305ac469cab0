/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-whatif-worker.h. */
#include "gp-whatif-worker.h"

#include "gp-memory.h"

#include <groeiplan/gp-variant.h>

GpWhatIfShared *
gp_what_if_shared_new (GObject *owner, GSourceFunc take)
{
  GpWhatIfShared *shared = g_new0 (GpWhatIfShared, 1);

  g_atomic_ref_count_init (&shared->refs);
  g_mutex_init (&shared->lock);
  g_cond_init (&shared->wake);
  shared->context = g_main_context_ref_thread_default ();
  shared->take = take;
  g_weak_ref_init (&shared->owner, owner);
  return shared;
}

void
gp_what_if_shared_unref (GpWhatIfShared *shared)
{
  if (!g_atomic_ref_count_dec (&shared->refs))
    return;
  g_mutex_clear (&shared->lock);
  g_cond_clear (&shared->wake);
  g_main_context_unref (shared->context);
  g_weak_ref_clear (&shared->owner);
  g_free (shared);
}

void
gp_what_if_request_free (GpWhatIfRequest *request)
{
  if (request == NULL)
    return;
  gp_project_unref (request->project);
  g_clear_pointer (&request->published, gp_plan_unref);
  gp_summary_free (request->summary);
  gp_summary_free (request->base);
  g_free (request->problem);
  g_array_unref (request->values);
  gp_what_if_shared_unref (request->shared);
  g_free (request);
}

void
gp_what_if_shared_put (GpWhatIfShared *shared, GpWhatIfRequest *request)
{
  g_mutex_lock (&shared->lock);
  gp_what_if_request_free (shared->waiting[request->slot]);
  shared->waiting[request->slot] = request;
  g_cond_signal (&shared->wake);
  g_mutex_unlock (&shared->lock);
}

void
gp_what_if_shared_take_away (GpWhatIfShared *shared, GpWhatIfSlot slot)
{
  g_mutex_lock (&shared->lock);
  gp_what_if_request_free (g_steal_pointer (&shared->waiting[slot]));
  g_mutex_unlock (&shared->lock);
}

void
gp_what_if_shared_drop (GpWhatIfShared *shared, GpWhatIfSlot slot)
{
  g_mutex_lock (&shared->lock);
  gp_what_if_request_free (g_steal_pointer (&shared->waiting[slot]));
  if (shared->running != NULL && shared->running_slot == slot)
    g_cancellable_cancel (shared->running);
  g_cond_signal (&shared->wake);
  g_mutex_unlock (&shared->lock);
}

/* ---- the worker -------------------------------------------------------------------------------
 */

/* What the worker plans with, and the scenario as it is, as planned last: of the worker alone. */
typedef struct {
  GpPlanning *planning; /* its mark is the plan of the scenario as it is */
  GpProject *project;
  guint32 scenario;
  GpPlan *published, *plan; /* plan NULL: there is none */
  GpWhatIfPlace last;       /* what was planned last */
} Worker;

/* The scenario's priorities up to the last of those that are shown: overload and delays. Reach and
 * cost, which come last as a rule, take half of the time and change neither. */
static void
cut_priorities (GpVariant *variant, const GpProject *project, guint32 scenario)
{
  GpPriorityId order[GP_N_PRIORITIES];
  guint n = gp_project_priorities (project, scenario, order);

  while (n > 0 && order[n - 1] != GP_PRIORITY_OVERLOAD &&
         order[n - 1] != GP_PRIORITY_GROEIKRACHT_DELAY && order[n - 1] != GP_PRIORITY_REGULAR_DELAY)
    n--;
  if (n > 0)
    gp_variant_set_priorities (variant, order, n);
}

static GpProject *
make_variant (GpWhatIfRequest *request, gboolean as_it_is, GError **error)
{
  g_autoptr (GpVariant) variant = gp_variant_new (request->project, request->scenario);

  if (as_it_is || request->slot != GP_WHAT_IF_SOLVED)
    cut_priorities (variant, request->project, request->scenario);
  for (guint i = 0; i < request->values->len && !as_it_is; i++) {
    const GpLeverValue *value = &g_array_index (request->values, GpLeverValue, i);

    gp_variant_set (variant, value->param, value->scope, value->year, &value->value);
  }
  return gp_variant_make (variant, error);
}

static GpPlan *
plan (GpWhatIfRequest *request, gboolean as_it_is, GpPlanning *planning, GCancellable *cancellable,
      GError **error)
{
  gboolean solved = !as_it_is && request->slot == GP_WHAT_IF_SOLVED;
  g_autoptr (GpProject) variant = make_variant (request, as_it_is, error);
  GpPlannerOptions options = {
      .relaxed_only = !solved, .without_proof = !solved, .published = request->published};

  return variant != NULL
             ? gp_planning_plan (planning, variant, request->scenario, &options, cancellable, error)
             : NULL;
}

/* The figures of a plan, or NULL where it has none. Names are those of the project as it is. */
static GpSummary *
summarise (const GpWhatIfRequest *request, const GpPlan *plan)
{
  GpSummary *summary = plan != NULL && plan->n_rows[GP_PART_RELAXED] > 0
                           ? gp_summary_new (request->project, request->scenario, plan)
                           : NULL;

  if (summary != NULL && !summary->has_plan)
    g_clear_pointer (&summary, gp_summary_free);
  return summary;
}

static void
forget_base (Worker *self)
{
  g_clear_pointer (&self->project, gp_project_unref);
  g_clear_pointer (&self->published, gp_plan_unref);
  g_clear_pointer (&self->plan, gp_plan_unref);
}

static gboolean
is_base_of (const Worker *self, const GpWhatIfRequest *request)
{
  return self->project == request->project && self->scenario == request->scenario &&
         self->published == request->published;
}

static void
set_patient (GpWhatIfShared *shared, gboolean patient)
{
  g_mutex_lock (&shared->lock);
  shared->patient = patient;
  shared->since = g_get_monotonic_time ();
  g_mutex_unlock (&shared->lock);
}

/* Plans the scenario as it is, unless that was done; newer values do not cancel this. The first
 * plan is a slow one: those that follow start where it is. */
static void
know_base (Worker *self, GpWhatIfRequest *request, GCancellable *cancellable)
{
  if (is_base_of (self, request))
    return;
  forget_base (self);
  set_patient (request->shared, TRUE);
  gp_planning_rewind (self->planning);
  self->plan = plan (request, TRUE, self->planning, cancellable, NULL);
  set_patient (request->shared, FALSE);
  if (g_cancellable_is_cancelled (cancellable)) {
    g_clear_pointer (&self->plan, gp_plan_unref);
    return;
  }
  gp_planning_mark (self->planning);
  self->last = (GpWhatIfPlace){{0}};
  self->project = gp_project_ref (request->project);
  self->scenario = request->scenario;
  self->published = request->published != NULL ? gp_plan_ref (request->published) : NULL;
}

/*
 * Where to start from decides how long a plan takes. Of the whole country (1,100 boards), in CPU
 * time:
 * - one step on, from the plan just before: 0.9 to 1.6 s; from the scenario as it is: 1.1 to 5.5 s;
 * - some steps on, from the plan before: 1 to 12 s; from the scenario as it is: 0.1 to 5.5 s;
 * - at the end of a slider, from there: 0.1 to 6.7 s; afresh: 0.05 to 6.3 s, twenty times less
 * where the end has plenty of what was short.
 * Going on from the plan before, wherever that was, cost 12 s where starting anew cost 3. A plan in
 * whole schools takes 13 to 40 s more, and afresh no less (13 to 41 s).
 */
static GpPlan *
plan_from_near (Worker *self, GpWhatIfRequest *request, GCancellable *cancellable, GError **error)
{
  static const GpWhatIfPlace neutral;

  if (request->afresh) {
    g_autoptr (GpPlanning) other = gp_planning_new ();

    return plan (request, FALSE, other, cancellable, error);
  }
  if (gp_what_if_place_distance (&self->last, &request->place) * 3 >
      gp_what_if_place_distance (&neutral, &request->place))
    gp_planning_rewind (self->planning);
  self->last = request->place;
  return plan (request, FALSE, self->planning, cancellable, error);
}

/* Why there is no answer, as far as that is known. */
static char *
problem_of (const GpPlan *found, const GError *error)
{
  if (error != NULL)
    return g_strdup (error->message);
  return g_strdup (found != NULL && found->n_conflicts > 0 ? found->conflicts[0] : "");
}

static void
answer (Worker *self, GpWhatIfRequest *request, GCancellable *cancellable)
{
  gint64 begin = g_get_monotonic_time ();
  gboolean solved = request->slot == GP_WHAT_IF_SOLVED;
  g_autoptr (GError) error = NULL;
  g_autoptr (GpPlan) found = NULL;

  know_base (self, request, cancellable);
  request->base = summarise (request, self->plan);
  if (request->base != NULL && request->values->len == 0 && !solved)
    found = gp_plan_ref (self->plan);
  else if (!g_cancellable_is_cancelled (cancellable)) {
    begin = g_get_monotonic_time ();
    found = plan_from_near (self, request, cancellable, &error);
  }
  request->seconds = (double)(g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  request->was_cancelled = g_cancellable_is_cancelled (cancellable);
  if (!solved || (found != NULL && found->has_whole && !request->was_cancelled))
    request->summary = summarise (request, found);
  if (request->summary == NULL)
    request->problem = problem_of (found, error);
  g_clear_pointer (&found, gp_plan_unref);
  if (solved)
    gp_memory_give_back ();
}

static void
hand_back (GpWhatIfShared *shared, GpWhatIfRequest *request)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, shared->take, request, (GDestroyNotify)gp_what_if_request_free);
  g_source_attach (source, shared->context);
}

/* The slot whose request is next, or GP_WHAT_IF_N_SLOTS. */
static GpWhatIfSlot
next_slot (const GpWhatIfShared *shared)
{
  if (shared->ahead_first && shared->waiting[GP_WHAT_IF_AHEAD] != NULL)
    return GP_WHAT_IF_AHEAD;
  for (GpWhatIfSlot slot = 0; slot < GP_WHAT_IF_N_SLOTS; slot++)
    if (shared->waiting[slot] != NULL)
      return slot;
  return GP_WHAT_IF_N_SLOTS;
}

/* The next request, with running set for it; NULL: quit. */
static GpWhatIfRequest *
take_request (GpWhatIfShared *shared, GCancellable *cancellable)
{
  GpWhatIfRequest *request = NULL;
  GpWhatIfSlot slot;

  g_mutex_lock (&shared->lock);
  while ((slot = next_slot (shared)) == GP_WHAT_IF_N_SLOTS && !shared->quit)
    g_cond_wait (&shared->wake, &shared->lock);
  if (!shared->quit) {
    request = g_steal_pointer (&shared->waiting[slot]);
    shared->running = cancellable;
    shared->running_slot = slot;
    shared->running_place = request->place;
    shared->since = g_get_monotonic_time ();
    shared->n_begun++;
  }
  g_mutex_unlock (&shared->lock);
  return request;
}

gpointer
gp_what_if_work (gpointer data)
{
  GpWhatIfShared *shared = data;
  Worker self = {.planning = gp_planning_new (), .scenario = GP_NONE};

  for (;;) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    GpWhatIfRequest *request = take_request (shared, cancellable);

    if (request == NULL)
      break;
    answer (&self, request, cancellable);
    g_mutex_lock (&shared->lock);
    shared->running = NULL;
    g_mutex_unlock (&shared->lock);
    hand_back (shared, request);
  }
  forget_base (&self);
  gp_planning_free (self.planning);
  gp_what_if_shared_unref (shared);
  return NULL;
}
