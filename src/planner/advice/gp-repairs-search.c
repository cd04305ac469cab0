/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a lever has to be turned, by planning with it again and again. What every number of steps
 * gave is kept, as it tells about all goals.
 *
 * More of a lever widens what is possible, so the first priority never gets worse by it; a later
 * one may, where an earlier one uses what the lever gives. So the search does not trust that more
 * is better: it ends at a number of steps that reaches the goal while one less does not, both
 * planned. */
#include "gp-repairs-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GONE 1e-6

static void
turn_clear (gpointer data)
{
  gp_plan_unref (((GpTurn *)data)->plan);
}

GArray *
gp_repair_turns_new (void)
{
  GArray *turns = g_array_new (FALSE, FALSE, sizeof (GpTurn));

  g_array_set_clear_func (turns, turn_clear);
  return turns;
}

GpProject *
gp_repair_project (const GpProject *project, guint32 scenario, const GpRepairSetting *settings,
                   guint n, GError **error)
{
  g_autoptr (GpVariant) variant = gp_variant_new (project, scenario);

  for (guint i = 0; i < n; i++)
    gp_variant_set (variant, settings[i].param, settings[i].scope, settings[i].year,
                    &settings[i].value);
  return gp_variant_make (variant, error);
}

GpPlan *
gp_repair_plan (GpRepairSearch *search, GArray *settings, GError **error)
{
  g_autoptr (GpProject) project = NULL;

  if (!gp_trial_tell (&search->trial, search->done, _ ("Looking for repairs"), error))
    return NULL;
  project =
      gp_repair_project (search->trial.project, search->trial.scenario,
                         (const GpRepairSetting *)(void *)settings->data, settings->len, error);
  return project != NULL ? gp_trial_plan (&search->trial, project, error) : NULL;
}

static GpPlan *
plan_turned (GpRepairSearch *search, GpLever lever, guint steps, GpYear from, GError **error)
{
  g_autoptr (GArray) settings = gp_lever_settings (&search->levers, lever, steps, from);

  return gp_repair_plan (search, settings, error);
}

/* The plan with the lever turned so far in all years; owned by the search. NULL with an error. */
GpPlan *
gp_repair_turn (GpRepairSearch *search, GpLever lever, guint steps, GError **error)
{
  guint at = 0;
  GpTurn fresh = {steps, NULL};

  for (; at < search->turns->len && g_array_index (search->turns, GpTurn, at).steps <= steps; at++)
    if (g_array_index (search->turns, GpTurn, at).steps == steps)
      return g_array_index (search->turns, GpTurn, at).plan;
  fresh.plan = plan_turned (search, lever, steps, search->trial.project->plan_from, error);
  if (fresh.plan != NULL)
    g_array_insert_val (search->turns, at, fresh);
  return fresh.plan;
}

/* A plan without a value (a conflict, numerical trouble) reaches nothing. */
gboolean
gp_repair_reaches (const GpPlan *plan, GpPriorityId goal, double target)
{
  return gp_trial_value (plan, goal) <= target + GONE + gp_trial_noise (target);
}

/* Nothing that matters to the goal got better from one plan to the other, nor did what comes before
 * the goal change. */
static gboolean
is_flat (const GpPlan *before, const GpPlan *after, GpPriorityId goal)
{
  for (guint i = 0; i < before->n_priorities; i++) {
    GpPriorityId id = before->priorities[i].id;
    double value = gp_trial_value (before, id), other = gp_trial_value (after, id);

    if (id == goal)
      return other >= value - 10 * gp_trial_noise (value);
    if (!(fabs (other - value) <= 10 * gp_trial_noise (value)))
      return FALSE;
  }
  return TRUE;
}

const GpPlan *
gp_repair_turn_far (GpRepairSearch *search, GpLever lever, GpPriorityId goal, double target,
                    GError **error)
{
  guint most = gp_lever_max (&search->levers, lever);
  const GpPlan *before = search->trial.base;
  guint steps = lever == GP_LEVER_HANDOVER ? most : 1;

  while (most > 0) {
    const GpPlan *plan = gp_repair_turn (search, lever, steps, error);

    if (plan == NULL || steps == most || gp_repair_reaches (plan, goal, target) ||
        is_flat (before, plan, goal))
      return plan;
    before = plan;
    steps = MIN (2 * steps, most);
  }
  return before;
}

/* Between what is known to fall short and what is known to be enough. */
static void
bracket (const GpRepairSearch *search, GpPriorityId goal, double target, guint *low, guint *high)
{
  *low = 0;
  for (guint i = 0; i < search->turns->len; i++) {
    const GpTurn *known = &g_array_index (search->turns, GpTurn, i);

    if (gp_repair_reaches (known->plan, goal, target)) {
      *high = known->steps;
      return;
    }
    *low = known->steps;
  }
}

/* The fewest steps with which the goal is reached; 0 with an error. The most steps are known to. */
guint
gp_repair_fewest_steps (GpRepairSearch *search, GpLever lever, GpPriorityId goal, double target,
                        GError **error)
{
  guint low, high = gp_lever_max (&search->levers, lever);

  bracket (search, goal, target, &low, &high);
  while (high - low > 1) {
    guint middle = MIN (MAX (2 * low, 1), low + (high - low) / 2);
    const GpPlan *plan = gp_repair_turn (search, lever, middle, error);

    if (plan == NULL)
      return 0;
    if (gp_repair_reaches (plan, goal, target))
      high = middle;
    else
      low = middle;
  }
  return high;
}

/* The last year from which on it is still enough; *plan the plan with it. FALSE with an error. */
gboolean
gp_repair_latest_year (GpRepairSearch *search, GpLever lever, guint steps, GpPriorityId goal,
                       double target, GpYear *from, GpPlan **plan, GError **error)
{
  GpYear late = search->trial.project->last_year + 1;

  *from = search->trial.project->plan_from;
  *plan = gp_plan_ref (gp_repair_turn (search, lever, steps, error));
  while (late - *from > 1) {
    GpYear middle = (GpYear)(*from + (late - *from) / 2);
    g_autoptr (GpPlan) tried = plan_turned (search, lever, steps, middle, error);

    if (tried == NULL)
      return FALSE;
    if (gp_repair_reaches (tried, goal, target)) {
      *from = middle;
      gp_plan_unref (*plan);
      *plan = g_steal_pointer (&tried);
    } else {
      late = middle;
    }
  }
  return TRUE;
}
