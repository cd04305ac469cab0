/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A future comes to what a fresh plan of its values comes to, wherever its own plan began. */
#include "futures-example.h"

#include "gp-futures-anchor.h"

#include <math.h>

#define SEED 3
#define COUNT 30
#define ROUNDED 6e-4 /* figures are whole thousandths */

static GpProject *
example (void)
{
  return futures_project ("parameters cohort_target,groeikracht,2027-2028,2",
                          "parameters expert_cap,,,2", "parameters expert_training_days,,,5",
                          "parameters cost_hire,,,1000",
                          "parameters uncertain:support_days,low:po:1,,8",
                          "parameters uncertain:support_days,mode:po:1,,9",
                          "parameters uncertain:support_days,high:po:1,,16",
                          "parameters uncertain:expert_attrition,low,,0",
                          "parameters uncertain:expert_attrition,mode,,0.05",
                          "parameters uncertain:expert_attrition,high,,0.3",
                          "parameters uncertain:cohort_target,go:groeikracht,2027-2028,0.5", NULL);
}

static GpPlan *
fresh_plan (const GpDraw *draw, guint32 scenario, guint32 number, const GpPlan *held)
{
  const GpPlannerOptions options = {
      .relaxed_only = TRUE, .without_proof = TRUE, .first_year = held};
  g_autoptr (GError) error = NULL;
  g_autoptr (GpVariant) variant = gp_draw_variant (draw, SEED, number);
  g_autoptr (GpProject) project = gp_variant_make (variant, &error);
  GpPlan *plan;

  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
  plan = gp_planner_plan (project, scenario, &options, NULL, &error);
  ck_assert_msg (plan != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_int_eq (plan->status, GP_PLAN_OPTIMAL);
  return plan;
}

static double
fresh_value (const GpPlan *plan, GpPriorityId id)
{
  for (guint i = 0; i < plan->n_priorities; i++)
    if (plan->priorities[i].id == id)
      return plan->priorities[i].relaxed;
  ck_abort_msg ("no such priority");
}

static double
fresh_starts (const GpPlan *plan)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, GP_PART_RELAXED, GP_ROW_START, &n);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += rows[i].amount;
  return sum;
}

static double
fresh_delay (const GpPlan *plan)
{
  return fresh_value (plan, GP_PRIORITY_GROEIKRACHT_DELAY) +
         fresh_value (plan, GP_PRIORITY_REGULAR_DELAY);
}

static void
compare (const GpFutures *futures, guint32 number, const GpPlan *held, const GpPlan *free)
{
  gint64 *row = gp_futures_row (futures, number);
  guint n_years = gp_futures_n_years (&futures->head);
  double schools = (double)gp_row_schools (futures, row)[n_years - 1] / GP_THOUSAND;
  double regret = (double)*gp_row_regret (futures, row) / GP_THOUSAND;

  ck_assert_int_eq (row[0], GP_FUTURE_PLANNED);
  for (guint i = 0; i < futures->head.n_priorities; i++) {
    GpPriorityId id = futures->head.priorities[i];
    ck_assert_double_eq_tol (futures_value (futures, number, id), fresh_value (held, id), ROUNDED);
  }
  ck_assert_double_eq_tol (schools, fresh_starts (held), ROUNDED);
  ck_assert_double_eq_tol (regret, fmax (0, fresh_delay (held) - fresh_delay (free)), 2 * ROUNDED);
}

START_TEST (futures_are_fresh_plans)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = example ();
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  g_autoptr (GpDraw) draw = gp_draw_new (project, futures_scenario (project), &error);
  const GpFuturesOptions options = {.seed = SEED, .count = COUNT, .n_threads = 2, .held = plan};
  g_autoptr (GpFutures) futures = futures_run (project, &options);
  guint delayed = 0;

  for (guint32 i = 0; i < COUNT; i++) {
    g_autoptr (GpPlan) held = fresh_plan (draw, futures_scenario (project), i, plan);
    g_autoptr (GpPlan) free = fresh_plan (draw, futures_scenario (project), i, NULL);

    compare (futures, i, held, free);
    delayed += fresh_delay (held) > 0.01;
  }
  ck_assert_uint_gt (delayed, 3);
  ck_assert_uint_lt (delayed, COUNT - 3);
}
END_TEST

/* The anchor is a function of the scenario, the seed and the number, and of no other future's go.
 */
START_TEST (anchors_are_near)
{
  g_autoptr (GpProject) project = example ();
  g_autoptr (GpDraw) draw = gp_draw_new (project, futures_scenario (project), NULL);
  g_autoptr (GpAnchors) anchors = gp_anchors_new (draw);
  g_autoptr (GpAnchors) again = gp_anchors_new (draw);
  gboolean used[GP_N_ANCHORS] = {FALSE};
  guint n_used = 0;

  for (guint32 i = 0; i < 1000; i++) {
    guint anchor = gp_anchors_nearest (anchors, SEED, i);

    ck_assert_uint_lt (anchor, GP_N_ANCHORS);
    ck_assert_uint_eq (anchor, gp_anchors_nearest (again, SEED, i));
    n_used += !used[anchor];
    used[anchor] = TRUE;
  }
  ck_assert_uint_gt (n_used, GP_N_ANCHORS / 2);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fresh");
  TCase *tcase = tcase_create ("fresh");
  SRunner *runner;
  int failed;

  tcase_set_timeout (tcase, 120);
  tcase_add_test (tcase, futures_are_fresh_plans);
  tcase_add_test (tcase, anchors_are_near);
  suite_add_tcase (suite, tcase);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
