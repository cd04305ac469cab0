/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of figures and bridges of any project. */
#include "../../../src/planner/advice/gp-compare-groups.h"
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-compare.h>
#include <groeiplan/gp-planner.h>
#include <math.h>

#define N_PROJECTS 24

static GpPlan *
plan_of (const GpProject *project, guint32 scenario)
{
  g_autoptr (GError) error = NULL;
  GpPlan *plan = gp_planner_plan (project, scenario, NULL, NULL, &error);
  ck_assert_msg (plan != NULL, "%s", error != NULL ? error->message : "");
  return plan;
}

static gboolean
is_good (const GpPlan *plan)
{
  return plan->has_whole && (plan->status == GP_PLAN_OPTIMAL || plan->status == GP_PLAN_FEASIBLE);
}

/* ---- figures -----------------------------------------------------------------------------------
 */

/* The sums over the years are the values of the priorities, in both parts of the plan. Days of the
 * relaxed plan's rows stand there as they are; the cost adds thousands of them up. */
static void
check_sums (const GpProject *project, guint32 scenario, const GpPlan *plan)
{
  for (GpPlanPart part = GP_PART_RELAXED; part <= GP_PART_WHOLE; part++) {
    g_autoptr (GArray) figures = gp_figures_new (project, scenario, plan, part);
    ck_assert_int_eq ((int)figures->len, project->last_year - project->plan_from + 1);
    for (guint i = 0; i < plan->n_priorities; i++) {
      const GpPlanPriority *priority = &plan->priorities[i];
      double value = part == GP_PART_WHOLE ? priority->whole : priority->relaxed;
      GpFigureId id;
      if (!gp_figure_parse (gp_priority_name (priority->id), &id))
        continue;
      double sum = gp_figures_headline (project, figures, id);
      ck_assert_msg (fabs (sum - value) <= 1e-6 * MAX (1, fabs (value)),
                     "%s of part %d adds up to %.9g, not %.9g", gp_priority_name (priority->id),
                     (int)part, sum, value);
    }
  }
}

START_TEST (test_figures_add_up_to_the_priorities)
{
  g_autoptr (GpProject) project =
      gp_random_project ((guint32)_i, 3 + (guint)_i % 7, 1 + (guint)_i % 5, GP_RANDOM_PLAIN);
  guint n_checked = 0;
  for (guint32 s = 0; s < project->n_scenarios; s++) {
    g_autoptr (GpPlan) plan = plan_of (project, s);
    if (!is_good (plan))
      continue;
    check_sums (project, s, plan);
    n_checked++;
  }
  ck_assert_uint_gt (n_checked, 0);
}
END_TEST

/* ---- bridges -----------------------------------------------------------------------------------
 */

/* Exactly, in hundredths and with any decimals. */
static void
check_adds_up (const GpBridge *bridge)
{
  gint64 step = bridge->start, forward = bridge->start, backward = bridge->start;
  g_autofree gint64 *rounded = g_new0 (gint64, bridge->n_steps + 1);
  for (guint i = 0; i < bridge->n_steps; i++) {
    const GpBridgeStep *one = &bridge->steps[i];
    step += one->step;
    forward += one->forward;
    backward += one->backward;
    ck_assert_uint_gt (one->n_names, 0);
    ck_assert_int_le (ABS (2 * one->step - one->forward - one->backward), 1);
  }
  ck_assert_int_eq (step, bridge->end);
  ck_assert_int_eq (forward, bridge->end);
  ck_assert_int_eq (backward, bridge->end);
  for (guint digits = 0; digits <= 2; digits++) {
    gint64 unit = digits == 0 ? 100 : digits == 1 ? 10 : 1, start, end;
    gp_bridge_round (bridge, digits, &start, &end, rounded);
    ck_assert_int_le (ABS (2 * (start * unit - bridge->start)), unit);
    ck_assert_int_le (ABS (2 * (end * unit - bridge->end)), unit);
    for (guint i = 0; i < bridge->n_steps; i++) {
      ck_assert_int_lt (ABS (rounded[i] * unit - bridge->steps[i].step), unit);
      start += rounded[i];
    }
    ck_assert_int_eq (start, end);
  }
}

/* The way back has the same steps with the other sign. Only of what the relaxed plan decides
 * without choice: its priorities up to the delays. */
static void
check_way_back (const GpBridge *there, const GpBridge *back)
{
  ck_assert_int_eq (there->start, back->end);
  ck_assert_int_eq (there->end, back->start);
  ck_assert_uint_eq (there->n_steps, back->n_steps);
  for (guint i = 0; i < there->n_steps; i++) {
    ck_assert_str_eq (there->steps[i].names[0], back->steps[i].names[0]);
    ck_assert_int_le (ABS (there->steps[i].step + back->steps[i].step), 2);
  }
}

static GpBridge *
bridge_of (const GpProject *project, guint32 from, guint32 to, GpFigureId figure, gboolean relaxed)
{
  const GpBridgeOptions options = {.relaxed = relaxed};
  g_autoptr (GError) error = NULL;
  GpBridge *bridge = gp_bridge_new (project, from, to, figure, &options, NULL, &error);
  ck_assert_msg (bridge != NULL || g_error_matches (error, GP_ERROR, GP_ERROR_DATA), "%s",
                 error != NULL ? error->message : "");
  return bridge;
}

START_TEST (test_bridges_add_up)
{
  static const GpFigureId figures[] = {GP_FIGURE_DELAY_REGULAR, GP_FIGURE_TAKING_PART,
                                       GP_FIGURE_REACH, GP_FIGURE_COST};
  g_autoptr (GpProject) project =
      gp_random_project ((guint32)_i, 3 + (guint)_i % 6, 2 + (guint)_i % 3, GP_RANDOM_PINS);
  guint32 from = (guint)_i % project->n_scenarios, to = (from + 1) % project->n_scenarios;
  GpFigureId figure = figures[(guint)_i % G_N_ELEMENTS (figures)];
  g_autoptr (GpPlan) plan = plan_of (project, from);
  g_autoptr (GpBridge) whole = bridge_of (project, from, to, figure, FALSE);
  g_autoptr (GpBridge) there = bridge_of (project, from, to, GP_FIGURE_DELAY_REGULAR, TRUE);
  g_autoptr (GpBridge) back = bridge_of (project, to, from, GP_FIGURE_DELAY_REGULAR, TRUE);
  if (whole != NULL) {
    g_autoptr (GArray) years = gp_figures_new (project, from, plan, GP_PART_WHOLE);
    ck_assert_int_eq (whole->start, llround (100 * gp_figures_headline (project, years, figure)));
    ck_assert_uint_gt (whole->n_steps, 0);
    check_adds_up (whole);
  }
  if (there == NULL)
    return;
  check_adds_up (there);
  ck_assert_ptr_nonnull (back);
  check_way_back (there, back);
}
END_TEST

/* A scenario that takes over every group of another one has that one's best values. */
START_TEST (test_all_groups_make_the_other_scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project =
      gp_random_project ((guint32)_i, 3 + (guint)_i % 6, 2 + (guint)_i % 3, GP_RANDOM_PINS);
  guint32 from = (guint)_i % project->n_scenarios, to = (from + 2) % project->n_scenarios;
  g_autoptr (GArray) groups = gp_groups_new (project, from, to, FALSE);
  g_autoptr (GpVariant) variant = gp_variant_new (project, from);
  for (guint i = 0; i < groups->len; i++)
    gp_group_apply (&g_array_index (groups, GpGroup, i), variant, project, from, to);
  g_autoptr (GpProject) like = gp_variant_make (variant, &error);
  ck_assert_msg (like != NULL, "%s", error != NULL ? error->message : "");
  g_autoptr (GpPlan) expected = plan_of (project, to);
  g_autoptr (GpPlan) found = plan_of (like, from);
  ck_assert_uint_gt (groups->len, 0);
  ck_assert_int_eq (found->status, expected->status);
  ck_assert_uint_eq (found->n_priorities, expected->n_priorities);
  for (guint i = 0; i < found->n_priorities; i++) {
    double value = expected->priorities[i].relaxed;
    ck_assert_int_eq (found->priorities[i].id, expected->priorities[i].id);
    ck_assert_msg (fabs (found->priorities[i].relaxed - value) <= 1e-6 * MAX (1, fabs (value)),
                   "%s is %.9g, not %.9g", gp_priority_name (found->priorities[i].id),
                   found->priorities[i].relaxed, value);
  }
  g_autoptr (GArray) left = gp_groups_new (like, from, to, FALSE);
  ck_assert_uint_eq (left->len, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("compare-random");
  TCase *tests = tcase_create ("properties");
  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, test_figures_add_up_to_the_priorities, 0, N_PROJECTS);
  tcase_add_loop_test (tests, test_bridges_add_up, 0, N_PROJECTS);
  tcase_add_loop_test (tests, test_all_groups_make_the_other_scenario, 0, N_PROJECTS);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
