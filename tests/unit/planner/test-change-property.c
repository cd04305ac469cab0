/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of plans against a published one, on random projects: the audit proves the change,
 * the list of changes adds up to it, nothing changes when nothing changed, and keeping more never
 * gets the first priority further. */
#include "change-example.h"

#include "gp-random-project.h"

#include <groeiplan/gp-stability.h>
#include <groeiplan/gp-variant.h>

#define N_PROJECTS 24

static GpPlan *
plan_freely (const GpProject *project, guint32 scenario)
{
  g_autoptr (GError) error = NULL;
  GpPlan *plan = gp_planner_plan (project, scenario, NULL, NULL, &error);
  ck_assert_msg (plan != NULL, "%s", error != NULL ? error->message : "");
  return plan;
}

/* Overload and the delays, then change, then the rest; or change at the place that i says. */
static GpProject *
with_order (const GpProject *project, guint32 scenario, guint i)
{
  GpPriorityId order[] = {GP_PRIORITY_OVERLOAD,      GP_PRIORITY_GROEIKRACHT_DELAY,
                          GP_PRIORITY_REGULAR_DELAY, GP_PRIORITY_CHANGE,
                          GP_PRIORITY_REACH,         GP_PRIORITY_COST};
  g_autoptr (GError) error = NULL;
  g_autoptr (GpVariant) variant = gp_variant_new (project, scenario);
  guint at = i % G_N_ELEMENTS (order);
  GpPriorityId other = order[at];
  order[at] = GP_PRIORITY_CHANGE;
  order[3] = other;
  gp_variant_set_priorities (variant, order, G_N_ELEMENTS (order));
  GpProject *made = gp_variant_make (variant, &error);
  ck_assert_msg (made != NULL, "%s", error != NULL ? error->message : "");
  return made;
}

/* The plan of one scenario against that of another: other assumptions, cohorts, pins. */
static void
check_changes (guint seed, guint n_boards)
{
  g_autoptr (GpProject) project = gp_random_project (
      seed, n_boards, 2 + seed % 5, seed % 2 != 0 ? GP_RANDOM_PINS : GP_RANDOM_PLAIN);
  g_autoptr (GpPlan) published = plan_freely (project, 0);
  if (!published->has_whole)
    return;
  for (guint32 scenario = 1; scenario < 3; scenario++) {
    g_autoptr (GpProject) ordered = with_order (project, scenario, seed + scenario);
    g_autoptr (GpPlan) plan = change_plan (ordered, scenario, published);
    ck_assert_msg (plan->status != GP_PLAN_UNKNOWN, "seed %u scenario %u: %s", seed, scenario,
                   plan->n_conflicts > 0 ? plan->conflicts[0] : "");
    if (plan->status <= GP_PLAN_FEASIBLE)
      ck_assert_ptr_nonnull (change_priority (plan, GP_PRIORITY_CHANGE));
  }
}

START_TEST (changes_are_proven)
{
  check_changes ((guint)_i, 1 + (guint)_i * 5 % 12);
}
END_TEST

/* Enough boards for many that could become partners and do not: the planner leaves those out until
 * they matter, and has to hold what earlier priorities reached all the same. */
static const guint large[] = {2, 7, 21, 59, 85};

START_TEST (changes_of_many_boards_are_proven)
{
  check_changes (large[_i], 10 + large[_i] * 5 % 60);
}
END_TEST

/* a is no worse than b in the first priority in which they differ. */
static void
check_no_worse (const GpPlan *a, const GpPlan *b, guint seed)
{
  for (guint i = 0; i < b->n_priorities; i++) {
    const GpPlanPriority *was = &b->priorities[i], *is = change_priority (a, was->id);
    double worse = is->whole - was->whole;
    if (is->id == GP_PRIORITY_REACH)
      worse = -worse;
    ck_assert_msg (worse <= 1e-6 * (1 + fabs (was->whole)), "seed %u: %s is %.12g, was %.12g", seed,
                   gp_priority_name (was->id), is->whole, was->whole);
    if (worse < -1e-6 * (1 + fabs (was->whole)))
      return;
  }
}

/* Nothing changed since. Where the published plan has the best delays possible nothing changes, in
 * either part; elsewhere it changes for something better. */
START_TEST (nothing_changes_for_nothing)
{
  guint seed = (guint)_i + 100;
  g_autoptr (GpProject) random =
      gp_random_project (seed, 1 + seed * 3 % 14, 1 + seed % 4, GP_RANDOM_PLAIN);
  g_autoptr (GpProject) project = with_order (random, 0, 3);
  g_autoptr (GpPlan) published = plan_freely (project, 0);
  ck_assert (published->has_whole);
  g_autoptr (GpPlan) again = change_plan (project, 0, published);
  gboolean attained = TRUE;
  for (guint i = 0; i < 3; i++)
    attained =
        attained && fabs (published->priorities[i].whole - published->priorities[i].relaxed) <=
                        1e-7 * (1 + fabs (published->priorities[i].relaxed));
  const GpPlanPriority *change = change_priority (again, GP_PRIORITY_CHANGE);
  ck_assert_ptr_nonnull (change);
  if (attained) {
    ck_assert_msg (fabs (change->relaxed) < 1e-6, "seed %u: %.9g", seed, change->relaxed);
    ck_assert_msg (change->whole < 1e-9, "seed %u: %.9g", seed, change->whole);
  }
  for (guint i = 0; i < 3; i++)
    ck_assert_double_eq_tol (again->priorities[i].relaxed, published->priorities[i].relaxed,
                             1e-6 * (1 + fabs (published->priorities[i].relaxed)));
  check_no_worse (again, published, seed);
}
END_TEST

/* The first priority alone can be held to get no better as more must stay. */
START_TEST (keeping_costs)
{
  static const double shares[] = {0, 0.5, 0.8, 0.9, 0.95, 1};
  guint seed = (guint)_i + 300;
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project =
      gp_random_project (seed, 2 + seed % 9, 1 + seed % 4, GP_RANDOM_PLAIN);
  g_autoptr (GpPlan) published = plan_freely (project, 0);
  g_autoptr (GpPlan) other = plan_freely (project, 1);
  g_autoptr (GpStability) curve = gp_stability_new (
      project, 1, published, shares, G_N_ELEMENTS (shares), NULL, NULL, NULL, &error);
  ck_assert_msg (curve != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_uint_eq (curve->n_points, G_N_ELEMENTS (shares));
  ck_assert_uint_eq (curve->n_priorities, other->n_priorities);
  for (guint i = 0; i < other->n_priorities; i++)
    ck_assert_double_eq_tol (curve->points[0].values[i], other->priorities[i].relaxed,
                             1e-6 * (1 + fabs (other->priorities[i].relaxed)));
  for (guint k = 1; k < curve->n_points; k++) {
    const GpStabilityPoint *less = &curve->points[k - 1], *more = &curve->points[k];
    ck_assert (less->status != GP_PLAN_CONFLICT || more->status == GP_PLAN_CONFLICT);
    if (more->status <= GP_PLAN_FEASIBLE)
      ck_assert_double_ge (more->values[0], less->values[0] - 1e-6 * (1 + fabs (less->values[0])));
  }
}
END_TEST

static Suite *
change_suite (void)
{
  Suite *suite = suite_create ("planner-change-property");
  TCase *tests = tcase_create ("random projects");
  tcase_set_timeout (tests, 300);
  tcase_add_loop_test (tests, changes_are_proven, 0, N_PROJECTS);
  tcase_add_loop_test (tests, changes_of_many_boards_are_proven, 0, G_N_ELEMENTS (large));
  tcase_add_loop_test (tests, nothing_changes_for_nothing, 0, N_PROJECTS);
  tcase_add_loop_test (tests, keeping_costs, 0, N_PROJECTS / 2);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return gp_test_run (change_suite ());
}
