/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs: every lever against every goal. How far to turn it is found in gp-repairs-search.c. */
#include "gp-repairs-private.h"

#include <math.h>

/* Less than this is nothing to repair: a thousandth of a school-year or of a day. */
#define LEFT 1e-3

static const GpPriorityId goals[] = {GP_PRIORITY_OVERLOAD, GP_PRIORITY_GROEIKRACHT_DELAY,
                                     GP_PRIORITY_REGULAR_DELAY};

static void
repair_clear (gpointer data)
{
  g_free (((GpRepair *)data)->settings);
}

/* ---- results ----------------------------------------------------------------------------------
 */

static double
whole_value (GpRepairSearch *search, const GpRepair *repair)
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
add_repair (GpRepairSearch *search, GpRepair repair, const GpPlan *plan, GArray *settings)
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
is_there (const GpRepairSearch *search, const GpRepair *repair)
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
find_amount (GpRepairSearch *search, GpLever lever, GpPriorityId goal, GpRepairExtent extent,
             double target, GError **error)
{
  g_autoptr (GpPlan) plan = NULL;
  GpRepair repair = {.goal = goal, .lever = lever, .extent = extent};
  guint steps = gp_repair_fewest_steps (search, lever, goal, target, error);

  if (steps == 0 ||
      !gp_repair_latest_year (search, lever, steps, goal, target, &repair.from, &plan, error))
    return FALSE;
  repair.amount = steps * gp_lever_unit (lever);
  if (extent == GP_REPAIR_HALF && is_there (search, &repair))
    return TRUE; /* what removes half removes all */
  add_repair (search, repair, plan, gp_lever_settings (&search->levers, lever, steps, repair.from));
  return TRUE;
}

/* The smallest amount that was tried and does as much as the plan; 0: as much as nothing does. */
static guint
steps_of (const GpRepairSearch *search, GpPriorityId goal, const GpPlan *plan)
{
  double reached = gp_trial_value (plan, goal);
  guint least = 0;

  if (gp_trial_value (search->trial.base, goal) - reached < LEFT)
    return 0;
  for (guint i = 0; i < search->turns->len; i++) {
    const GpTurn *turn = &g_array_index (search->turns, GpTurn, i);

    if (turn->plan != NULL && gp_trial_value (turn->plan, goal) <= reached + LEFT &&
        (least == 0 || turn->steps < least))
      least = turn->steps;
  }
  return least;
}

static gboolean
add_part (GpRepairSearch *search, GpLever lever, GpPriorityId goal, const GpPlan *plan)
{
  GpRepair repair = {.goal = goal,
                     .lever = lever,
                     .extent = GP_REPAIR_PART,
                     .from = search->trial.project->plan_from};
  guint steps;

  if (isnan (gp_trial_value (plan, goal)))
    return TRUE; /* numerical trouble, or a conflict: nothing is claimed */
  steps = steps_of (search, goal, plan);
  add_repair (search, repair, plan,
              steps > 0 ? gp_lever_settings (&search->levers, lever, steps, repair.from)
                        : g_array_new (FALSE, FALSE, sizeof (GpRepairSetting)));
  return TRUE;
}

/* All and half where the lever can; else the part that it does. */
static gboolean
repair_goal (GpRepairSearch *search, GpLever lever, GpPriorityId goal, GError **error)
{
  double before = gp_trial_value (search->trial.base, goal);
  const GpPlan *plan = gp_repair_turn_far (search, lever, goal, 0, error);
  gboolean all, half;

  if (plan == NULL)
    return FALSE;
  all = gp_repair_reaches (plan, goal, 0);
  half = gp_repair_reaches (plan, goal, before / 2);
  if (all && !find_amount (search, lever, goal, GP_REPAIR_ALL, 0, error))
    return FALSE;
  if (half && !(all && search->options.without_half))
    return find_amount (search, lever, goal, GP_REPAIR_HALF, before / 2, error);
  return half || add_part (search, lever, goal, plan);
}

/* Cohorts as they are filled: the plan is the same, and nobody waits. */
static gboolean
repair_cohorts (GpRepairSearch *search, GpPriorityId goal, GpRepairExtent extent, GError **error)
{
  double before = gp_trial_value (search->trial.base, goal);
  double target = extent == GP_REPAIR_ALL ? 0 : before / 2;
  GpRepair repair = {.goal = goal,
                     .lever = GP_LEVER_COHORTS,
                     .extent = extent,
                     .from = search->trial.project->plan_from};
  GArray *settings =
      gp_lever_cohorts (&search->levers, goal, extent == GP_REPAIR_ALL ? 1 : 0.5, &repair.amount);
  g_autoptr (GpPlan) plan = settings != NULL ? gp_repair_plan (search, settings, error) : NULL;

  if (plan != NULL && gp_repair_reaches (plan, goal, target))
    add_repair (search, repair, plan, g_steal_pointer (&settings));
  if (settings == NULL)
    return TRUE;
  g_array_unref (settings);
  return plan != NULL;
}

static gboolean
is_wanted (const GpRepairSearch *search, GpPriorityId goal)
{
  guint mask = search->options.goals;

  return (mask == 0 || (mask >> goal & 1)) && gp_trial_value (search->trial.base, goal) > LEFT;
}

static gboolean
pull_lever (GpRepairSearch *search, GpLever lever, GError **error)
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
make_result (GpRepairSearch *search, gboolean cut)
{
  GpRepairs *found = g_new0 (GpRepairs, 1);

  g_array_sort_with_data (search->repairs, compare_repairs, search->trial.base);
  found->plan = gp_plan_ref (search->trial.base);
  found->n_plans = search->trial.n_plans;
  found->cut = cut;
  found->n_repairs = search->repairs->len;
  g_array_set_clear_func (search->repairs, NULL); /* they go along */
  found->repairs = (GpRepair *)(void *)g_array_free (g_steal_pointer (&search->repairs), FALSE);
  return found;
}

/* All levers, in their order. */
static gboolean
pull_levers (GpRepairSearch *search, GError **error)
{
  for (guint i = 0; i < GP_N_LEVERS && search->trial.base->status != GP_PLAN_CONFLICT; i++) {
    search->done = 0.1 + 0.9 * i / GP_N_LEVERS;
    if ((search->options.levers == 0 || (search->options.levers >> i & 1)) &&
        !pull_lever (search, (GpLever)i, error))
      return FALSE;
  }
  return TRUE;
}

/* Cancels what is under way when the time is up. Threads: it waits by itself, and touches nothing
 * but the cancellable, which is its own to cancel. */
typedef struct {
  GMutex mutex;
  GCond changed;
  gboolean over, up;
  gint64 until;
  GCancellable *limit;
} Clock;

static gpointer
keep_time (gpointer data)
{
  Clock *clock = data;

  g_mutex_lock (&clock->mutex);
  while (!clock->over && !clock->up)
    clock->up = !g_cond_wait_until (&clock->changed, &clock->mutex, clock->until) && !clock->over;
  g_mutex_unlock (&clock->mutex);
  if (clock->up)
    g_cancellable_cancel (clock->limit);
  return NULL;
}

static void
pass_on (GCancellable *cancelled, gpointer limit)
{
  (void)cancelled;
  g_cancellable_cancel (limit);
}

/* The levers for so many seconds: TRUE also when the time was up, which cut tells. */
static gboolean
pull_levers_in_time (GpRepairSearch *search, gboolean *cut, GError **error)
{
  GCancellable *whole = search->trial.cancellable;
  g_autoptr (GCancellable) limit = g_cancellable_new ();
  g_autoptr (GError) problem = NULL;
  Clock clock = {.limit = limit};

  clock.until = g_get_monotonic_time () + search->options.seconds * G_TIME_SPAN_SECOND;
  g_mutex_init (&clock.mutex);
  g_cond_init (&clock.changed);
  gulong passing =
      whole != NULL ? g_cancellable_connect (whole, G_CALLBACK (pass_on), limit, NULL) : 0;
  /* without a thread to be had nobody keeps the time: what is asked for is found all the same */
  GThread *thread = g_thread_try_new ("repairs-clock", keep_time, &clock, NULL);
  search->trial.cancellable = limit;
  gboolean fine = pull_levers (search, &problem);
  search->trial.cancellable = whole;
  g_mutex_lock (&clock.mutex);
  clock.over = TRUE;
  g_cond_signal (&clock.changed);
  g_mutex_unlock (&clock.mutex);
  if (thread != NULL)
    g_thread_join (thread);
  g_cancellable_disconnect (whole, passing);
  g_mutex_clear (&clock.mutex);
  g_cond_clear (&clock.changed);
  *cut = !fine && clock.up && !g_cancellable_is_cancelled (whole) &&
         g_error_matches (problem, GP_ERROR, GP_ERROR_CANCELLED);
  if (!fine && !*cut)
    g_propagate_error (error, g_steal_pointer (&problem));
  /* cppcheck-suppress memleak ; joining has freed the thread */
  return fine || *cut;
}

static GpRepairs *
find (GpRepairSearch *search, GError **error)
{
  g_autoptr (GpPlanData) data =
      gp_plan_data_new (search->trial.project, search->trial.scenario, error);

  if (data == NULL || !gp_trial_init (&search->trial, FALSE, error))
    return NULL;
  search->levers =
      (GpLeverData){search->trial.project, search->trial.scenario, data, search->trial.base};
  gboolean cut = FALSE;
  if (search->options.seconds > 0 ? !pull_levers_in_time (search, &cut, error)
                                  : !pull_levers (search, error))
    return NULL;
  return make_result (search, cut);
}

GpRepairs *
gp_repairs_find (const GpProject *project, guint32 scenario, const GpRepairsOptions *options,
                 GCancellable *cancellable, GError **error)
{
  GpRepairSearch search = {{.project = project, .scenario = scenario, .cancellable = cancellable}};
  GpRepairs *found;

  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios, NULL);
  if (options != NULL)
    search.options = *options;
  search.trial.published = search.options.published;
  search.trial.progress = search.options.progress;
  search.trial.progress_data = search.options.progress_data;
  search.repairs = g_array_new (FALSE, FALSE, sizeof (GpRepair));
  g_array_set_clear_func (search.repairs, repair_clear);
  search.turns = gp_repair_turns_new ();
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
  return gp_repair_project (project, scenario, repair->settings, repair->n_settings, error);
}
