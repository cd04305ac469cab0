/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-whatif-worker.h. */
#include "gp-whatif-worker.h"

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
  g_clear_pointer (&request->variant, gp_project_unref);
  g_clear_pointer (&request->plan, gp_plan_unref);
  g_clear_pointer (&request->base_variant, gp_project_unref);
  g_clear_pointer (&request->base_plan, gp_plan_unref);
  g_clear_error (&request->error);
  g_array_unref (request->values);
  gp_what_if_shared_unref (request->shared);
  g_free (request);
}

void
gp_what_if_shared_put (GpWhatIfShared *shared, GpWhatIfRequest *request, gboolean cancel_running)
{
  g_mutex_lock (&shared->lock);
  gp_what_if_request_free (shared->pending);
  shared->pending = request;
  if (cancel_running && shared->running != NULL)
    g_cancellable_cancel (shared->running);
  g_cond_signal (&shared->wake);
  g_mutex_unlock (&shared->lock);
}

/* ---- the worker -------------------------------------------------------------------------------
 */

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

  cut_priorities (variant, request->project, request->scenario);
  for (guint i = 0; i < request->values->len && !as_it_is; i++) {
    const GpLeverValue *value = &g_array_index (request->values, GpLeverValue, i);

    gp_variant_set (variant, value->param, value->scope, value->year, &value->value);
  }
  return gp_variant_make (variant, error);
}

static GpPlan *
plan (GpWhatIfRequest *request, const GpProject *variant, GpPlanning *planning,
      GCancellable *cancellable, GError **error)
{
  GpPlannerOptions options = {
      .relaxed_only = TRUE, .without_proof = TRUE, .published = request->published};

  return variant != NULL
             ? gp_planning_plan (planning, variant, request->scenario, &options, cancellable, error)
             : NULL;
}

/* The scenario as it is, as planned last: of the worker alone. */
typedef struct {
  GpProject *project, *variant;
  guint32 scenario;
  GpPlan *published, *plan; /* plan NULL: there is none */
} Base;

static void
forget_base (Base *base)
{
  g_clear_pointer (&base->project, gp_project_unref);
  g_clear_pointer (&base->variant, gp_project_unref);
  g_clear_pointer (&base->published, gp_plan_unref);
  g_clear_pointer (&base->plan, gp_plan_unref);
}

static gboolean
is_base_of (const Base *base, const GpWhatIfRequest *request)
{
  return base->project == request->project && base->scenario == request->scenario &&
         base->published == request->published;
}

static gboolean
is_usable (const GpPlan *plan)
{
  return plan != NULL && plan->n_rows[GP_PART_RELAXED] > 0 && plan->status != GP_PLAN_CANCELLED;
}

static void
set_patient (GpWhatIfShared *shared, gboolean patient)
{
  g_mutex_lock (&shared->lock);
  shared->patient = patient;
  shared->since = g_get_monotonic_time ();
  g_mutex_unlock (&shared->lock);
}

/* Plans the scenario as it is, unless that was done; FALSE when cancelled, which newer values do
 * not do. The first plan is the slow one: the next find its basis. */
static gboolean
know_base (Base *base, GpWhatIfRequest *request, GpPlanning *planning, GCancellable *cancellable)
{
  if (is_base_of (base, request))
    return TRUE;
  forget_base (base);
  set_patient (request->shared, TRUE);
  base->variant = make_variant (request, TRUE, NULL);
  base->plan = plan (request, base->variant, planning, cancellable, NULL);
  set_patient (request->shared, FALSE);
  if (!is_usable (base->plan)) {
    g_clear_pointer (&base->plan, gp_plan_unref);
    if (g_cancellable_is_cancelled (cancellable))
      return FALSE;
  }
  base->project = gp_project_ref (request->project);
  base->scenario = request->scenario;
  base->published = request->published != NULL ? gp_plan_ref (request->published) : NULL;
  return TRUE;
}

static void
answer (GpWhatIfRequest *request, Base *base, GpPlanning *planning, GCancellable *cancellable)
{
  gboolean as_it_is = request->values->len == 0;

  if (know_base (base, request, planning, cancellable) && base->plan != NULL) {
    request->base_variant = gp_project_ref (base->variant);
    request->base_plan = gp_plan_ref (base->plan);
  }
  if (as_it_is && request->base_plan != NULL) {
    request->variant = gp_project_ref (base->variant);
    request->plan = gp_plan_ref (base->plan);
  } else {
    request->variant = make_variant (request, as_it_is, &request->error);
    request->plan = plan (request, request->variant, planning, cancellable, &request->error);
  }
  request->was_cancelled = g_cancellable_is_cancelled (cancellable);
}

static void
hand_back (GpWhatIfShared *shared, GpWhatIfRequest *request)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, shared->take, request, (GDestroyNotify)gp_what_if_request_free);
  g_source_attach (source, shared->context);
}

/* The next request, with running set for it; NULL: quit. */
static GpWhatIfRequest *
take_request (GpWhatIfShared *shared, GCancellable *cancellable)
{
  GpWhatIfRequest *request;

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

gpointer
gp_what_if_work (gpointer data)
{
  GpWhatIfShared *shared = data;
  g_autoptr (GpPlanning) planning = gp_planning_new ();
  Base base = {.scenario = GP_NONE};

  for (;;) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    GpWhatIfRequest *request = take_request (shared, cancellable);

    if (request == NULL)
      break;
    answer (request, &base, planning, cancellable);
    g_mutex_lock (&shared->lock);
    shared->running = NULL;
    g_mutex_unlock (&shared->lock);
    hand_back (shared, request);
  }
  forget_base (&base);
  gp_what_if_shared_unref (shared);
  return NULL;
}
