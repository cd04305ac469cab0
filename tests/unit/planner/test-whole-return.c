/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking back what a plan found from nothing changes of the published one: delays and overload stay
 * as they are, and most changes go. */
#include "../../../src/planner/whole/gp-whole-return.h"
#include "../../../src/planner/whole/gp-whole.h"

#include "gp-random-project.h"
#include "gp-test.h"

#include <math.h>

#define N_BOARDS 50
#define N_YEARS 5
#define N_PROJECTS 3

static GpDecisions *
plan_from_nothing (GpPlanData *data)
{
  g_autoptr (GpRelaxed) relaxed = gp_relaxed_solve (data, NULL, NULL, NULL, NULL);
  ck_assert_int_eq (relaxed->status, GP_LP_OPTIMAL);
  return gp_whole_plan (relaxed, NULL, NULL, NULL, NULL);
}

static GpPlan *
publish (const GpDecisions *decisions)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_FEASIBLE);
  gp_plan_set_whole (plan, TRUE);
  gp_decisions_add_rows (decisions, plan, GP_PART_WHOLE);
  gp_plan_finish (plan);
  return plan;
}

static double
starts_of_year (const GpDecisions *d, GpProgramme programme, guint y)
{
  double sum = 0;
  for (guint c = 0; c < d->data->n_cells; c++)
    sum += d->starts[gp_decisions_at (d, c, programme, y)];
  return sum;
}

static void
check_cells (const GpDecisions *d)
{
  guint n = GP_N_PROGRAMMES * d->data->n_years;
  for (guint c = 0; c < d->data->n_cells; c++) {
    double sum = 0;
    for (guint i = 0; i < n; i++) {
      ck_assert_double_ge (d->starts[c * n + i], 0);
      sum += d->starts[c * n + i];
    }
    ck_assert_double_le (sum, d->data->cells[c].n);
  }
}

/* What is more important than change is as it was. */
static void
check_same (const GpDecisions *a, const GpDecisions *b)
{
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < a->data->n_years; y++)
      ck_assert_double_eq_tol (starts_of_year (a, (GpProgramme)p, y),
                               starts_of_year (b, (GpProgramme)p, y), 1e-9);
  ck_assert_double_le (gp_decisions_value (a, GP_PRIORITY_OVERLOAD),
                       gp_decisions_value (b, GP_PRIORITY_OVERLOAD) + 1);
  check_cells (a);
}

/* The plan of one scenario was published, another has come true. */
START_TEST (keeps_most)
{
  double before = 0, after = 0;
  for (guint32 seed = 0; seed < N_PROJECTS; seed++) {
    g_autoptr (GpProject) project = gp_random_project (seed, N_BOARDS, N_YEARS, GP_RANDOM_PLAIN);
    g_autoptr (GpPlanData) was = gp_plan_data_new (project, 0, NULL);
    g_autoptr (GpPlanData) is = gp_plan_data_new (project, 1, NULL);
    g_autoptr (GpDecisions) agreed = plan_from_nothing (was);
    g_autoptr (GpDecisions) found = plan_from_nothing (is);
    if (agreed == NULL || found == NULL)
      continue;
    g_autoptr (GpPlan) published = publish (agreed);
    is->published = gp_published_data_new (is, published);
    g_autoptr (GpDecisions) kept = gp_whole_return (found, NULL);
    check_same (kept, found);
    ck_assert_double_le (gp_decisions_change (kept), gp_decisions_change (found));
    before += gp_decisions_change (found);
    after += gp_decisions_change (kept);
  }
  ck_assert_double_gt (before, 100);
  ck_assert_double_le (after, 0.6 * before);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("whole return");
  TCase *tests = tcase_create ("tests");
  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, keeps_most);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
