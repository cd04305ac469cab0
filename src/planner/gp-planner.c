/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a project and a scenario to a plan: data, relaxed plan, whole-school plan, proofs. */
#include "gp-decisions.h"
#include "gp-conflicts.h"
#include "gp-whole.h"
#include "gp-whole-published.h"
#include <groeiplan/gp-planner.h>

#include <glib/gi18n-lib.h>

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
prove (GpRelaxed *relaxed, Proofs *proofs)
{
  for (guint i = 0; i < relaxed->n_solved; i++)
    proofs->rows[i] = g_array_new (FALSE, FALSE, sizeof (GpProofRow));
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

static void
add_priorities (GpPlan *plan, Proofs *proofs, guint n, const GpDecisions *whole)
{
  for (guint i = 0; i < n; i++) {
    GpPlanPriority *priority = &proofs->priorities[i];
    priority->whole = whole != NULL ? gp_decisions_value (whole, priority->id) : 0;
    gp_plan_add_priority (plan, priority);
  }
}

/* The whole part, when one is wanted and found; seconds tells what it took. */
static GpDecisions *
add_whole (GpPlan *plan, const GpRelaxed *relaxed, const GpPlannerOptions *options,
           GCancellable *cancellable, double *seconds)
{
  gint64 start = g_get_monotonic_time ();
  GpDecisions *whole = NULL;
  if (!options->relaxed_only)
    whole = gp_whole_keep_published (
        relaxed,
        gp_whole_plan (relaxed, options->progress, options->progress_data, cancellable),
        cancellable);
  if (whole != NULL) {
    gp_decisions_add_rows (whole, plan, GP_PART_WHOLE);
    gp_plan_set_whole (plan, TRUE);
  }
  *seconds = seconds_since (start);
  return whole;
}

static void
fill_plan (GpPlan *plan, GpRelaxed *relaxed, const GpPlannerOptions *options,
           GCancellable *cancellable, double *seconds)
{
  g_auto (Proofs) proofs = {0};
  prove (relaxed, &proofs);
  if (relaxed->doubtful) {
    plan->status = GP_PLAN_UNKNOWN;
    return;
  }
  g_autoptr (GpDecisions) found = gp_decisions_from_relaxed (relaxed);
  gp_decisions_add_rows (found, plan, GP_PART_RELAXED);
  g_autoptr (GpDecisions) whole = add_whole (plan, relaxed, options, cancellable, seconds);
  add_priorities (plan, &proofs, relaxed->n_solved, whole);
  if (whole == NULL && !options->relaxed_only) {
    plan->status = GP_PLAN_UNKNOWN;
    gp_plan_add_conflict (plan,
                          _ ("No whole-school plan was found that meets every pin: loosen the "
                             "pins, or look at the relaxed plan."));
  } else if (g_cancellable_is_cancelled (cancellable))
    plan->status = GP_PLAN_FEASIBLE;
}

static gboolean
set_cancelled (GError **error)
{
  g_set_error (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Planning was cancelled."));
  return FALSE;
}

/* Solves and fills in; FALSE when it was cancelled before there was a plan. */
static gboolean
solve (GpPlan *plan, const GpPlanData *data, const GpPlannerOptions *options, double *relaxed_s,
       double *whole_s, GCancellable *cancellable, GError **error)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GpRelaxed) relaxed =
      gp_relaxed_solve (data, NULL, options->progress, options->progress_data, cancellable);
  *relaxed_s = seconds_since (start);
  plan->status = plan_status (relaxed->status);
  if (relaxed->status == GP_LP_OPTIMAL)
    fill_plan (plan, relaxed, options, cancellable, whole_s);
  else if (relaxed->status == GP_LP_INFEASIBLE) {
    gp_conflicts_explain (data, plan, cancellable);
    if (plan->n_conflicts == 0) /* without pins there is always a plan: numerical trouble */
      plan->status = GP_PLAN_UNKNOWN;
  }
  if (g_cancellable_is_cancelled (cancellable) && !plan->has_whole)
    return set_cancelled (error);
  return TRUE;
}

GpPlan *
gp_planner_plan (const GpProject *project, guint32 scenario, const GpPlannerOptions *options,
                 GCancellable *cancellable, GError **error)
{
  static const GpPlannerOptions plain = {0};
  g_return_val_if_fail (scenario < project->n_scenarios, NULL);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GpPlanData) data = gp_plan_data_new (project, scenario, error);
  if (data == NULL)
    return NULL;
  gp_plan_data_keep_to (data, options != NULL ? options->published : NULL);
  double read = seconds_since (start), relaxed = 0, whole = 0;
  g_autoptr (GpPlan) plan = gp_plan_new (project->scenarios[scenario].code, GP_PLAN_UNKNOWN);
  if (!solve (plan, data, options != NULL ? options : &plain, &relaxed, &whole, cancellable, error))
    return NULL;
  gp_plan_set_seconds (plan, read, relaxed, whole);
  gp_plan_finish (plan);
  return g_steal_pointer (&plan);
}
