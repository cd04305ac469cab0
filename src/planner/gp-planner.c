/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a project and a scenario to a plan: data, relaxed plan, whole-school plan, proofs. */
#include "gp-decisions.h"
#include "gp-relaxed.h"
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

static void
add_priorities (GpPlan *plan, const GpRelaxed *relaxed, const GpDecisions *whole)
{
  const GpPlanData *data = relaxed->program->data;
  for (guint i = 0; i < relaxed->n_solved; i++) {
    g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (GpProofRow));
    GpPlanPriority priority = {.id = data->priorities[i]};
    priority.relaxed = shown_value (priority.id, relaxed->priorities[i].value);
    priority.whole = whole != NULL ? gp_decisions_value (whole, priority.id) : 0;
    gp_relaxed_add_proof (relaxed, i, &priority, rows);
    gp_plan_add_priority (plan, &priority);
  }
}

GpPlan *
gp_planner_plan (const GpProject *project, guint32 scenario, const GpPlannerOptions *options,
                 GCancellable *cancellable, GError **error)
{
  static const GpPlannerOptions plain = {FALSE, 0, NULL, NULL};
  g_return_val_if_fail (scenario < project->n_scenarios, NULL);
  if (options == NULL)
    options = &plain;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GpPlanData) data = gp_plan_data_new (project, scenario, error);
  if (data == NULL)
    return NULL;
  double read = seconds_since (start);
  start = g_get_monotonic_time ();
  g_autoptr (GpRelaxed) relaxed = gp_relaxed_solve (data, GP_PROGRAM_LEAN, options->progress,
                                                    options->progress_data, cancellable);
  double solved = seconds_since (start);
  if (relaxed->status == GP_LP_CANCELLED) {
    g_set_error (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Planning was cancelled."));
    return NULL;
  }
  g_autoptr (GpPlan) plan =
      gp_plan_new (project->scenarios[scenario].code, plan_status (relaxed->status));
  if (relaxed->status == GP_LP_OPTIMAL) {
    g_autoptr (GpDecisions) found = gp_decisions_from_relaxed (relaxed);
    gp_decisions_add_rows (found, plan, GP_PART_RELAXED);
    add_priorities (plan, relaxed, NULL);
  }
  gp_plan_set_seconds (plan, read, solved, 0);
  gp_plan_finish (plan);
  return g_steal_pointer (&plan);
}
