/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a project and a scenario to a plan: data, relaxed plan, whole-school plan, proofs. */
#include "gp-decisions.h"
#include "gp-conflicts.h"
#include "gp-whole.h"
#include "gp-whole-published.h"
#include "gp-planning.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How near a whole plan's value is to the proven one when it is as good. */
#define PROVEN 1e-6

static double
seconds_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static GpPlanStatus
plan_status (GpLpStatus status)
{
  switch (status) {
  case GP_LP_OPTIMAL:
    return GP_PLAN_OPTIMAL;
  case GP_LP_INFEASIBLE:
    return GP_PLAN_CONFLICT;
  case GP_LP_CANCELLED:
    return GP_PLAN_CANCELLED;
  default:
    return GP_PLAN_UNKNOWN;
  }
}

static double
shown_value (GpPriorityId id, double value)
{
  return id == GP_PRIORITY_REACH ? -value : value;
}

/* The priorities with their proofs, before the whole plan is known. */
typedef struct {
  GpPlanPriority priorities[GP_N_PRIORITIES];
  GArray *rows[GP_N_PRIORITIES];
} Proofs;

static void
prove (GpRelaxed *relaxed, Proofs *proofs, gboolean wanted)
{
  for (guint i = 0; i < relaxed->n_solved; i++)
    proofs->rows[i] = g_array_new (FALSE, FALSE, sizeof (GpProofRow));
  if (wanted)
    gp_relaxed_prove (relaxed, proofs->priorities, proofs->rows);
  for (guint i = 0; i < relaxed->n_solved; i++) {
    GpPlanPriority *priority = &proofs->priorities[i];
    priority->id = relaxed->program->data->priorities[i];
    priority->relaxed = shown_value (priority->id, relaxed->priorities[i].value);
  }
}

static void
proofs_clear (Proofs *proofs)
{
  for (guint i = 0; i < GP_N_PRIORITIES; i++)
    g_clear_pointer (&proofs->rows[i], g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Proofs, proofs_clear)

/* What is proven of whole plans: what is proven of all, or better. Only as far as the plan keeps
 * the earlier priorities at what is proven of them. */
static void
set_bound (Proofs *proofs, guint i, const GpWholeBound *bound)
{
  GpPlanPriority *priority = &proofs->priorities[i];
  double value = bound->value;
  priority->bound = priority->relaxed;
  for (guint j = 0; j < i; j++)
    value -= bound->held[j] * proofs->priorities[j].relaxed;
  if (i != bound->at || !(value > priority->relaxed + PROVEN * (1 + fabs (priority->relaxed))))
    return;
  priority->bound = value;
  priority->bound_proof = (const GpProofRow *)(gpointer)bound->rows->data;
  priority->n_bound_proof = bound->rows->len;
  memcpy (priority->bound_held, bound->held, sizeof bound->held);
}

/* TRUE when every priority is proven to be at its best. */
static gboolean
add_priorities (GpPlan *plan, Proofs *proofs, guint n, const GpDecisions *whole,
                const GpWholeBound *bound)
{
  gboolean best = whole != NULL;
  for (guint i = 0; i < n; i++) {
    GpPlanPriority *priority = &proofs->priorities[i];
    priority->whole = whole != NULL ? gp_decisions_value (whole, priority->id) : 0;
    priority->bound = NAN;
    if (best)
      set_bound (proofs, i, bound);
    best =
        best && fabs (priority->whole - priority->bound) <= PROVEN * (1 + fabs (priority->whole));
    gp_plan_add_priority (plan, priority);
  }
  return best;
}

/* The whole part, when one is wanted and found; seconds tells what it took. */
static GpDecisions *
add_whole (GpPlan *plan, const GpRelaxed *relaxed, const GpPlannerOptions *options,
           GpWholeBound *bound, GCancellable *cancellable, double *seconds)
{
  gint64 start = g_get_monotonic_time ();
  GpDecisions *whole = NULL;
  if (!options->relaxed_only)
    whole = gp_whole_keep_published (
        relaxed,
        gp_whole_plan (relaxed, bound, options->progress, options->progress_data, cancellable),
        cancellable);
  if (whole != NULL) {
    gp_decisions_add_rows (whole, plan, GP_PART_WHOLE);
    gp_plan_set_whole (plan, TRUE);
  }
  *seconds = seconds_since (start);
  return whole;
}

static void
fill_plan (GpPlan *plan, GpRelaxed *relaxed, Proofs *proofs, const GpPlannerOptions *options,
           GCancellable *cancellable, double *seconds)
{
  if (relaxed->doubtful) {
    plan->status = GP_PLAN_UNKNOWN;
    return;
  }
  g_autoptr (GpDecisions) found = gp_decisions_from_relaxed (relaxed);
  gp_decisions_add_rows (found, plan, GP_PART_RELAXED);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (GpProofRow));
  GpWholeBound bound = {.at = GP_N_PRIORITIES, .rows = rows};
  g_autoptr (GpDecisions) whole = add_whole (plan, relaxed, options, &bound, cancellable, seconds);
  gboolean best = add_priorities (plan, proofs, relaxed->n_solved, whole, &bound);
  if (whole == NULL && !options->relaxed_only) {
    plan->status = GP_PLAN_UNKNOWN;
    gp_plan_add_conflict (plan,
                          _ ("No whole-school plan was found that meets every pin: loosen the "
                             "pins, or look at the relaxed plan."));
  } else if (whole != NULL && !best)
    plan->status = GP_PLAN_FEASIBLE;
}

static gboolean
set_cancelled (GError **error)
{
  g_set_error (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Planning was cancelled."));
  return FALSE;
}

/* Holds the first plan year's partner boards, trainings and hires as they are in the plan's whole
 * part; returns its starts by cell and programme. */
static int *
hold_first_year (GpFixings *fixings, const GpPlanData *data, const GpPlan *plan)
{
  GpPublishedData *held = gp_published_data_new (data, plan);
  guint n = data->n_years;
  int *starts = g_new0 (int, (gsize)data->n_cells *GP_N_PROGRAMMES + 1);
  for (guint i = 0; i < data->n_cells * GP_N_PROGRAMMES; i++)
    starts[i] = (int)lround (held->starts[i * n]);
  for (guint b = 0; b < data->n_boards; b++) {
    fixings->partner[b * n] = (int)lround (held->partner[b * n]);
    fixings->training[b * n] = (int)lround (held->training[b * n]);
  }
  for (guint r = 0; r < data->n_regions; r++)
    fixings->hire[r * n] = (int)lround (held->hire[r * n]);
  gp_published_data_free (held);
  return starts;
}

/* Until the proofs come near their values. */
static GpRelaxed *
solve_and_prove (const GpPlanData *data, const GpFixings *fixings, const GpPlannerOptions *options,
                 GpStart *start, Proofs *proofs, GCancellable *cancellable)
{
  GpRelaxed *relaxed = NULL;
  for (guint i = 0; i < GP_SIFT_N_ZERO_DUALS && (relaxed == NULL || relaxed->doubtful); i++) {
    g_clear_pointer (&relaxed, gp_relaxed_free);
    proofs_clear (proofs);
    relaxed = gp_relaxed_solve_from (data, fixings, start, i, options->progress,
                                     options->progress_data, cancellable);
    if (relaxed->status == GP_LP_OPTIMAL)
      prove (relaxed, proofs, !(options->relaxed_only && options->without_proof));
    else if (i > 0 && relaxed->status != GP_LP_CANCELLED) {
      /* there was a plan: what stands in the way now is rounding that is held, not a rule */
      relaxed->status = GP_LP_UNKNOWN;
      relaxed->doubtful = TRUE;
    }
  }
  return relaxed;
}

/* Solves and fills in; FALSE when it was cancelled before there was a plan. */
static gboolean
solve (GpPlan *plan, const GpPlanData *data, const GpPlannerOptions *options, GpStart *start,
       double *relaxed_s, double *whole_s, GCancellable *cancellable, GError **error)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GpFixings) fixings = options->first_year != NULL ? gp_fixings_new (data) : NULL;
  g_autofree int *starts =
      fixings != NULL ? hold_first_year (fixings, data, options->first_year) : NULL;
  if (fixings != NULL)
    fixings->first_starts = starts;
  g_auto (Proofs) proofs = {0};
  g_autoptr (GpRelaxed) relaxed =
      solve_and_prove (data, fixings, options, start, &proofs, cancellable);
  *relaxed_s = seconds_since (begin);
  plan->status = plan_status (relaxed->status);
  if (relaxed->status == GP_LP_OPTIMAL)
    fill_plan (plan, relaxed, &proofs, options, cancellable, whole_s);
  else if (relaxed->status == GP_LP_INFEASIBLE) {
    if (options->first_year != NULL) /* no pins to name, and many futures to plan */
      gp_plan_add_conflict (plan, _ ("The first year that is held cannot be kept."));
    else
      gp_conflicts_explain (data, plan, cancellable);
    if (plan->n_conflicts == 0) /* without pins there is always a plan: numerical trouble */
      plan->status = GP_PLAN_UNKNOWN;
  }
  if (g_cancellable_is_cancelled (cancellable) && !plan->has_whole)
    return set_cancelled (error);
  return TRUE;
}

GpPlan *
gp_planner_plan_from (GpStart *start, const GpProject *project, guint32 scenario,
                      const GpPlannerOptions *options, GCancellable *cancellable, GError **error)
{
  static const GpPlannerOptions plain = {0};
  g_return_val_if_fail (scenario < project->n_scenarios, NULL);
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GpPlanData) data = gp_plan_data_new (project, scenario, error);
  if (data == NULL)
    return NULL;
  options = options != NULL ? options : &plain;
  gp_plan_data_keep_to (data, options->published);
  double read = seconds_since (begin), relaxed = 0, whole = 0;
  g_autoptr (GpPlan) plan = gp_plan_new (project->scenarios[scenario].code, GP_PLAN_UNKNOWN);
  if (!solve (plan, data, options, start, &relaxed, &whole, cancellable, error))
    return NULL;
  gp_plan_set_seconds (plan, read, relaxed, whole);
  gp_plan_finish (plan);
  return g_steal_pointer (&plan);
}

GpPlan *
gp_planner_plan (const GpProject *project, guint32 scenario, const GpPlannerOptions *options,
                 GCancellable *cancellable, GError **error)
{
  return gp_planner_plan_from (NULL, project, scenario, options, cancellable, error);
}
