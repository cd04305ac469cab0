/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for repairs. One lever is turned in whole steps; what every number of steps gave is
 * kept, as it tells about all goals.
 *
 * More of a lever widens what is possible, so the first priority never gets worse by it; a later
 * one may, where an earlier one uses what the lever gives. So the search does not trust that more
 * is better: it ends at a number of steps that reaches the goal while one less does not, both
 * planned. */
#include "gp-repairs-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Less than this is nothing to repair: a thousandth of a school-year or of a day. */
#define LEFT 1e-3
#define GONE 1e-6

typedef struct {
  guint steps;
  GpPlan *plan;
} Turn;

typedef struct {
  GpTrial trial;
  GpLeverData levers;
  GpRepairsOptions options;
  GArray *repairs; /* of GpRepair */
  GArray *turns;   /* of Turn: the present lever's, by steps */
  double done;     /* share of the work */
} Search;

static const GpPriorityId goals[] = {GP_PRIORITY_OVERLOAD, GP_PRIORITY_GROEIKRACHT_DELAY,
                                     GP_PRIORITY_REGULAR_DELAY};

static void
turn_clear (gpointer data)
{
  gp_plan_unref (((Turn *)data)->plan);
}

static void
repair_clear (gpointer data)
{
  g_free (((GpRepair *)data)->settings);
}

/* ---- planning with a lever turned -------------------------------------------------------------
 */

static GpProject *
project_with (const GpProject *project, guint32 scenario, const GpRepairSetting *settings, guint n,
              GError **error)
{
  g_autoptr (GpVariant) variant = gp_variant_new (project, scenario);

  for (guint i = 0; i < n; i++)
    gp_variant_set (variant, settings[i].param, settings[i].scope, settings[i].year,
                    &settings[i].value);
  return gp_variant_make (variant, error);
}

static GpPlan *
plan_with (Search *search, GArray *settings, GError **error)
{
  g_autoptr (GpProject) project = NULL;

  if (!gp_trial_tell (&search->trial, search->done, _ ("Looking for repairs"), error))
    return NULL;
  project = project_with (search->trial.project, search->trial.scenario,
                          (const GpRepairSetting *)(void *)settings->data, settings->len, error);
  return project != NULL ? gp_trial_plan (&search->trial, project, error) : NULL;
}

static GpPlan *
plan_turned (Search *search, GpLever lever, guint steps, GpYear from, GError **error)
{
  g_autoptr (GArray) settings = gp_lever_settings (&search->levers, lever, steps, from);

  return plan_with (search, settings, error);
}

/* The plan with the lever turned so far in all years; owned by the search. NULL with an error. */
static GpPlan *
turn (Search *search, GpLever lever, guint steps, GError **error)
{
  guint at = 0;
  Turn fresh = {steps, NULL};

  for (; at < search->turns->len && g_array_index (search->turns, Turn, at).steps <= steps; at++)
    if (g_array_index (search->turns, Turn, at).steps == steps)
      return g_array_index (search->turns, Turn, at).plan;
  fresh.plan = plan_turned (search, lever, steps, search->trial.project->plan_from, error);
  if (fresh.plan != NULL)
    g_array_insert_val (search->turns, at, fresh);
  return fresh.plan;
}

/* A plan without a value (a conflict, numerical trouble) reaches nothing. */
static gboolean
reaches (const GpPlan *plan, GpPriorityId goal, double target)
{
  return gp_trial_value (plan, goal) <= target + GONE + gp_trial_noise (target);
}

/* Between what is known to fall short and what is known to be enough. */
static void
bracket (const Search *search, GpPriorityId goal, double target, guint *low, guint *high)
{
  *low = 0;
  for (guint i = 0; i < search->turns->len; i++) {
    const Turn *known = &g_array_index (search->turns, Turn, i);

    if (reaches (known->plan, goal, target)) {
      *high = known->steps;
      return;
    }
    *low = known->steps;
  }
}

/* The fewest steps with which the goal is reached; 0 with an error. The most steps are known to. */
static guint
fewest_steps (Search *search, GpLever lever, GpPriorityId goal, double target, GError **error)
{
  guint low, high = gp_lever_max (&search->levers, lever);

  bracket (search, goal, target, &low, &high);
  while (high - low > 1) {
    guint middle = MIN (MAX (2 * low, 1), low + (high - low) / 2);
    const GpPlan *plan = turn (search, lever, middle, error);

    if (plan == NULL)
      return 0;
    if (reaches (plan, goal, target))
      high = middle;
    else
      low = middle;
  }
  return high;
}

/* The last year from which on it is still enough; *plan the plan with it. FALSE with an error. */
static gboolean
latest_year (Search *search, GpLever lever, guint steps, GpPriorityId goal, double target,
             GpYear *from, GpPlan **plan, GError **error)
{
  GpYear late = search->trial.project->last_year + 1;

  *from = search->trial.project->plan_from;
  *plan = gp_plan_ref (turn (search, lever, steps, error));
  while (late - *from > 1) {
    GpYear middle = (GpYear)(*from + (late - *from) / 2);
    g_autoptr (GpPlan) tried = plan_turned (search, lever, steps, middle, error);

    if (tried == NULL)
      return FALSE;
    if (reaches (tried, goal, target)) {
      *from = middle;
      gp_plan_unref (*plan);
      *plan = g_steal_pointer (&tried);
    } else {
      late = middle;
    }
  }
  return TRUE;
}

/* ---- results ----------------------------------------------------------------------------------
 */

static double
whole_value (Search *search, const GpRepair *repair)
{
  const GpPlannerOptions options = {.published = search->trial.published};
  g_autoptr (GpProject) project =
      gp_repair_variant (search->trial.project, search->trial.scenario, repair, NULL);
  g_autoptr (GpPlan) plan = NULL;

  if (project != NULL) {
    plan = gp_planner_plan (project, search->trial.scenario, &options, search->trial.cancellable,
                            NULL);
    search->trial.n_plans++;
  }
  for (guint i = 0; plan != NULL && plan->has_whole && i < plan->n_priorities; i++)
    if (plan->priorities[i].id == repair->goal)
      return plan->priorities[i].whole;
  return NAN;
}

/* Takes the settings. */
static void
add_repair (Search *search, GpRepair repair, const GpPlan *plan, GArray *settings)
{
  const GpPlan *base = search->trial.base;
  guint n_years = (guint)(search->trial.project->last_year - repair.from + 1);

  repair.before = gp_trial_value (base, repair.goal);
  repair.after = fmax (0, gp_trial_value (plan, repair.goal));
  repair.euro = gp_lever_euro (&search->levers, repair.lever, plan, n_years);
  repair.plan_euro =
      (gp_trial_value (plan, GP_PRIORITY_COST) - gp_trial_value (base, GP_PRIORITY_COST)) / n_years;
  repair.n_settings = settings->len;
  repair.settings = (GpRepairSetting *)(void *)g_array_free (settings, FALSE);
  repair.whole_after = search->options.whole && repair.extent != GP_REPAIR_PART
                           ? whole_value (search, &repair)
                           : NAN;
  g_array_append_val (search->repairs, repair);
}

static gboolean
is_there (const Search *search, const GpRepair *repair)
{
  for (guint i = 0; i < search->repairs->len; i++) {
    const GpRepair *other = &g_array_index (search->repairs, GpRepair, i);

    if (other->lever == repair->lever && other->goal == repair->goal &&
        other->from == repair->from && other->amount <= repair->amount)
      return TRUE;
  }
  return FALSE;
}

static gboolean
find_amount (Search *search, GpLever lever, GpPriorityId goal, GpRepairExtent extent, double target,
             GError **error)
{
  g_autoptr (GpPlan) plan = NULL;
  GpRepair repair = {.goal = goal, .lever = lever, .extent = extent};
  guint steps = fewest_steps (search, lever, goal, target, error);

  if (steps == 0 || !latest_year (search, lever, steps, goal, target, &repair.from, &plan, error))
    return FALSE;
  repair.amount = steps * gp_lever_unit (lever);
  if (extent == GP_REPAIR_HALF && is_there (search, &repair))
    return TRUE; /* what removes half removes all */
  add_repair (search, repair, plan, gp_lever_settings (&search->levers, lever, steps, repair.from));
  return TRUE;
}

/* All and half where the most steps reach that; else the part that they do. */
static gboolean
repair_goal (Search *search, GpLever lever, GpPriorityId goal, GError **error)
{
  double before = gp_trial_value (search->trial.base, goal);
  guint most = gp_lever_max (&search->levers, lever);
  const GpPlan *plan = most > 0 ? turn (search, lever, most, error) : search->trial.base;
  gboolean all, half;

  if (plan == NULL)
    return FALSE;
  all = reaches (plan, goal, 0);
  half = reaches (plan, goal, before / 2);
  if (all && !find_amount (search, lever, goal, GP_REPAIR_ALL, 0, error))
    return FALSE;
  if (half && !(all && search->options.without_half))
    return find_amount (search, lever, goal, GP_REPAIR_HALF, before / 2, error);
  if (!half) {
    GpRepair repair = {.goal = goal,
                       .lever = lever,
                       .extent = GP_REPAIR_PART,
                       .from = search->trial.project->plan_from};

    if (isnan (gp_trial_value (plan, goal)))
      plan = search->trial.base;
    add_repair (search, repair, plan, g_array_new (FALSE, FALSE, sizeof (GpRepairSetting)));
  }
  return TRUE;
}

/* Cohorts as they are filled: the plan is the same, and nobody waits. */
static gboolean
repair_cohorts (Search *search, GpPriorityId goal, GpRepairExtent extent, GError **error)
{
  double before = gp_trial_value (search->trial.base, goal);
  double target = extent == GP_REPAIR_ALL ? 0 : before / 2;
  GpRepair repair = {.goal = goal,
                     .lever = GP_LEVER_COHORTS,
                     .extent = extent,
                     .from = search->trial.project->plan_from};
  GArray *settings =
      gp_lever_cohorts (&search->levers, goal, extent == GP_REPAIR_ALL ? 1 : 0.5, &repair.amount);
  g_autoptr (GpPlan) plan = settings != NULL ? plan_with (search, settings, error) : NULL;

  if (plan != NULL && reaches (plan, goal, target))
    add_repair (search, repair, plan, g_steal_pointer (&settings));
  if (settings == NULL)
    return TRUE;
  g_array_unref (settings);
  return plan != NULL;
}

static gboolean
is_wanted (const Search *search, GpPriorityId goal)
{
  guint mask = search->options.goals;

  return (mask == 0 || (mask >> goal & 1)) && gp_trial_value (search->trial.base, goal) > LEFT;
}

static gboolean
pull_lever (Search *search, GpLever lever, GError **error)
{
  g_array_set_size (search->turns, 0);
  for (guint i = 0; i < G_N_ELEMENTS (goals); i++) {
    if (!is_wanted (search, goals[i]))
      continue;
    if (lever != GP_LEVER_COHORTS) {
      if (!repair_goal (search, lever, goals[i], error))
        return FALSE;
    } else if (!repair_cohorts (search, goals[i], GP_REPAIR_ALL, error) ||
               (!search->options.without_half &&
                !repair_cohorts (search, goals[i], GP_REPAIR_HALF, error))) {
      return FALSE;
    }
  }
  return TRUE;
}

static guint
place_of (const GpPlan *plan, GpPriorityId id)
{
  guint i = 0;

  while (i < plan->n_priorities && plan->priorities[i].id != id)
    i++;
  return i;
}

static int
compare_repairs (gconstpointer a, gconstpointer b, gpointer data)
{
  const GpRepair *one = a, *other = b;
  guint x = place_of (data, one->goal), y = place_of (data, other->goal);

  if (x != y)
    return x < y ? -1 : 1;
  if (one->lever != other->lever)
    return one->lever < other->lever ? -1 : 1;
  return (int)one->extent - (int)other->extent;
}

static GpRepairs *
make_result (Search *search)
{
  GpRepairs *found = g_new0 (GpRepairs, 1);

  g_array_sort_with_data (search->repairs, compare_repairs, search->trial.base);
  found->plan = gp_plan_ref (search->trial.base);
  found->n_plans = search->trial.n_plans;
  found->n_repairs = search->repairs->len;
  g_array_set_clear_func (search->repairs, NULL); /* they go along */
  found->repairs = (GpRepair *)(void *)g_array_free (g_steal_pointer (&search->repairs), FALSE);
  return found;
}

static GpRepairs *
find (Search *search, GError **error)
{
  g_autoptr (GpPlanData) data =
      gp_plan_data_new (search->trial.project, search->trial.scenario, error);

  if (data == NULL || !gp_trial_init (&search->trial, FALSE, error))
    return NULL;
  search->levers =
      (GpLeverData){search->trial.project, search->trial.scenario, data, search->trial.base};
  for (guint i = 0; i < GP_N_LEVERS && search->trial.base->status != GP_PLAN_CONFLICT; i++) {
    search->done = 0.1 + 0.9 * i / GP_N_LEVERS;
    if ((search->options.levers == 0 || (search->options.levers >> i & 1)) &&
        !pull_lever (search, (GpLever)i, error))
      return NULL;
  }
  return make_result (search);
}

GpRepairs *
gp_repairs_find (const GpProject *project, guint32 scenario, const GpRepairsOptions *options,
                 GCancellable *cancellable, GError **error)
{
  Search search = {{.project = project, .scenario = scenario, .cancellable = cancellable}};
  GpRepairs *found;

  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios, NULL);
  if (options != NULL)
    search.options = *options;
  search.trial.published = search.options.published;
  search.trial.progress = search.options.progress;
  search.trial.progress_data = search.options.progress_data;
  search.repairs = g_array_new (FALSE, FALSE, sizeof (GpRepair));
  g_array_set_clear_func (search.repairs, repair_clear);
  search.turns = g_array_new (FALSE, FALSE, sizeof (Turn));
  g_array_set_clear_func (search.turns, turn_clear);
  found = find (&search, error);
  g_array_unref (search.turns);
  g_clear_pointer (&search.repairs, g_array_unref);
  gp_trial_clear (&search.trial);
  return found;
}

void
gp_repairs_free (GpRepairs *repairs)
{
  if (repairs == NULL)
    return;
  for (guint i = 0; i < repairs->n_repairs; i++)
    repair_clear (&repairs->repairs[i]);
  g_free (repairs->repairs);
  gp_plan_unref (repairs->plan);
  g_free (repairs);
}

GpProject *
gp_repair_variant (const GpProject *project, guint32 scenario, const GpRepair *repair,
                   GError **error)
{
  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios, NULL);
  g_return_val_if_fail (repair != NULL, NULL);
  return project_with (project, scenario, repair->settings, repair->n_settings, error);
}
