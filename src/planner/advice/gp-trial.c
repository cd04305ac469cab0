/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning variants of a project. */
#include "gp-trial.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Values come out of a basis with an error of some 1e-10 of their size. */
#define NOISE 1e-8

static gboolean
is_solved (const GpPlan *plan)
{
  return plan->status == GP_PLAN_OPTIMAL || plan->status == GP_PLAN_FEASIBLE;
}

static GpPlan *
make_plan (GpTrial *trial, const GpProject *project, gboolean proof, GError **error)
{
  const GpPlannerOptions options = {
      .relaxed_only = TRUE, .without_proof = !proof, .published = trial->published};
  g_autoptr (GpPlan) plan = gp_planning_plan (trial->planning, project, trial->scenario, &options,
                                              trial->cancellable, error);

  trial->n_plans++;
  if (plan != NULL && g_cancellable_is_cancelled (trial->cancellable)) {
    g_set_error (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Planning was cancelled."));
    return NULL;
  }
  return g_steal_pointer (&plan);
}

gboolean
gp_trial_init (GpTrial *trial, gboolean proof, GError **error)
{
  trial->planning = gp_planning_new ();
  if (!gp_trial_tell (trial, 0, _ ("Planning"), error))
    return FALSE;
  trial->base = make_plan (trial, trial->project, proof, error);
  if (trial->base == NULL)
    return FALSE;
  if (!is_solved (trial->base) && trial->base->status != GP_PLAN_CONFLICT) {
    g_set_error (error, GP_ERROR, GP_ERROR_SOLVER,
                 _ ("Scenario %s could not be solved for numerical trouble, so nothing is claimed: "
                    "look for assumptions that are very large or very small."),
                 trial->base->scenario);
    return FALSE;
  }
  gp_planning_mark (trial->planning);
  return TRUE;
}

void
gp_trial_clear (GpTrial *trial)
{
  g_clear_pointer (&trial->planning, gp_planning_free);
  g_clear_pointer (&trial->base, gp_plan_unref);
}

GpPlan *
gp_trial_plan (GpTrial *trial, const GpProject *project, GError **error)
{
  gp_planning_rewind (trial->planning);
  return make_plan (trial, project, FALSE, error);
}

double
gp_trial_value (const GpPlan *plan, GpPriorityId id)
{
  for (guint i = 0; i < plan->n_priorities && is_solved (plan); i++)
    if (plan->priorities[i].id == id)
      return plan->priorities[i].relaxed;
  return NAN;
}

double
gp_trial_gain (GpPriorityId id, double before, double after)
{
  return id == GP_PRIORITY_REACH ? after - before : before - after;
}

double
gp_trial_noise (double value)
{
  return NOISE * (1 + fabs (value));
}

GpDecimal
gp_trial_decimal (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  GpDecimal decimal = {0, 0};

  gp_decimal_parse (g_ascii_formatd (text, sizeof text, "%.15g", value), &decimal);
  return decimal;
}

gboolean
gp_trial_tell (GpTrial *trial, double share, const char *doing, GError **error)
{
  if (trial->progress != NULL)
    trial->progress (share, doing, trial->progress_data);
  if (!g_cancellable_is_cancelled (trial->cancellable))
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Planning was cancelled."));
  return FALSE;
}
