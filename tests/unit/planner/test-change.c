/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The priority `change`, worked out by hand. A po start takes 10 expert days; unless an order is
 * given it is overload, both delays, change, reach, cost. */
#include "change-example.h"

#include <groeiplan/gp-stability.h>

/* Capacity fell from three starts to one: two of the three published starts go. */
static const char *const one_start[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,10",
    "parameters cohort_target,regular,,3",
    NULL,
};

START_TEST (test_capacity_fell)
{
  static const char *const rows[] = {"start P po noord other regular 2026 3", NULL};
  g_autoptr (GpProject) project = change_project (2026, one_start, NULL);
  g_autoptr (GpPlan) published = change_published (rows);
  g_autoptr (GpPlan) plan = change_plan (project, 1, published);
  check_value (plan, GP_PRIORITY_REGULAR_DELAY, 2, 2);
  check_value (plan, GP_PRIORITY_CHANGE, 2, 2);
  ck_assert_int_eq (plan->priorities[3].id, GP_PRIORITY_CHANGE);
  ck_assert_uint_eq (plan->n_priorities, GP_N_PRIORITIES);

  g_autoptr (GArray) changes = gp_plan_changes (project, published, plan, GP_PART_WHOLE);
  ck_assert_uint_eq (changes->len, 1);
  const GpPlanChange *change = &g_array_index (changes, GpPlanChange, 0);
  ck_assert_str_eq (change->board, "P");
  ck_assert_double_eq (change->was, 3);
  ck_assert_double_eq (change->is, 1);
  ck_assert (!change->gone);
}
END_TEST

/* One place and two boards. P was published; Q has three times the pupils. Change before reach
 * keeps P (reach 100); after it, or not asked for, Q starts (reach 300, and two changes: P not, Q
 * in its place). */
static const char *const two_boards[] = {
    "boards P,Board P,noord",
    "boards Q,Board Q,noord",
    "schools 2 P,,po,noord,100,0",
    "schools 2 Q,,po,noord,300,0",
    "expert_coaches e,Expert,noord,10",
    "parameters cohort_target,regular,,1",
    NULL,
};

START_TEST (test_order)
{
  static const char *const rows[] = {"start P po noord other regular 2026 1", NULL};
  static const char *const before[] = {"priorities 1,regular_delay", "priorities 2,change",
                                       "priorities 3,reach", NULL};
  static const char *const after[] = {"priorities 1,regular_delay", "priorities 2,reach",
                                      "priorities 3,change", NULL};
  static const char *const without[] = {"priorities 1,regular_delay", "priorities 2,reach", NULL};
  g_autoptr (GpPlan) published = change_published (rows);
  g_autoptr (GpProject) a = change_project (2026, two_boards, before);
  g_autoptr (GpProject) b = change_project (2026, two_boards, after);
  g_autoptr (GpProject) c = change_project (2026, two_boards, without);
  g_autoptr (GpPlan) keeps = change_plan (a, 1, published);
  g_autoptr (GpPlan) moves = change_plan (b, 1, published);
  g_autoptr (GpPlan) free_to = change_plan (c, 1, published);
  check_value (keeps, GP_PRIORITY_CHANGE, 0, 0);
  check_value (keeps, GP_PRIORITY_REACH, 100, 100);
  check_value (moves, GP_PRIORITY_REACH, 300, 300);
  check_value (moves, GP_PRIORITY_CHANGE, 2, 2);
  check_value (free_to, GP_PRIORITY_REACH, 300, 300);
  ck_assert_ptr_null (change_priority (free_to, GP_PRIORITY_CHANGE));
}
END_TEST

/* Three places and days for them, one start published. Change first: it stays at that, and two
 * places are open; delay first: all three start, two of them new. */
START_TEST (test_before_the_delays)
{
  static const char *const rows[] = {"start P po noord other regular 2026 1", NULL};
  static const char *const days[] = {"expert_coaches f,Expert,noord,90", NULL};
  static const char *const first[] = {"expert_coaches f,Expert,noord,90", "priorities 1,change",
                                      "priorities 2,regular_delay", NULL};
  g_autoptr (GpPlan) published = change_published (rows);
  g_autoptr (GpProject) a = change_project (2026, one_start, first);
  g_autoptr (GpProject) b = change_project (2026, one_start, days);
  g_autoptr (GpPlan) still = change_plan (a, 1, published);
  g_autoptr (GpPlan) full = change_plan (b, 1, published);
  check_value (still, GP_PRIORITY_CHANGE, 0, 0);
  check_value (still, GP_PRIORITY_REGULAR_DELAY, 2, 2);
  check_value (full, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (full, GP_PRIORITY_CHANGE, 2, 2);
}
END_TEST

/* A start of another programme, or in another year, is one less and one more. */
START_TEST (test_programme_and_year)
{
  static const char *const rows[] = {"start P po noord other groeikracht 2026 1",
                                     "start P po noord other regular 2027 1", NULL};
  static const char *const now[] = {
      "boards P,Board P,noord",
      "schools 2 P,,po,noord,100,0",
      "expert_coaches e,Expert,noord,20",
      "parameters cohort_target,regular,2026-2027,2",
      NULL,
  };
  g_autoptr (GpProject) project = change_project (2027, now, NULL);
  g_autoptr (GpPlan) published = change_published (rows);
  g_autoptr (GpPlan) plan = change_plan (project, 1, published);
  check_amount (plan, GP_ROW_START, "P regular", 2026, 2, 2);
  check_value (plan, GP_PRIORITY_CHANGE, 4, 4);
}
END_TEST

/* Nobody asks for coaches any more, but two trainings and a partner year were published. The
 * training cap leaves one training: the change is 1. (Four schools started, so that four could be
 * trained.) */
static const char *const a_partner[] = {
    "boards P,Board P,noord",
    "schools 4 P,,po,noord,100,0,2024-2025,regular",
    "expert_coaches e,Expert,noord,100",
    "parameters candidates_per_school,,,1",
    "parameters verandercoaches_per_school,,,1",
    "parameters partner_min_schools,,,2",
    "parameters partner_cap,,,1",
    NULL,
};

START_TEST (test_partner_and_trainings)
{
  static const char *const rows[] = {"partner P 2026 1", "training P 2026 2", NULL};
  static const char *const tight[] = {"parameters training_cap,,,1", NULL};
  static const char *const wide[] = {"parameters training_cap,,,9", NULL};
  g_autoptr (GpPlan) published = change_published (rows);
  g_autoptr (GpProject) a = change_project (2027, a_partner, tight);
  g_autoptr (GpProject) b = change_project (2027, a_partner, wide);
  g_autoptr (GpPlan) less = change_plan (a, 1, published);
  g_autoptr (GpPlan) same = change_plan (b, 1, published);
  check_amount (less, GP_ROW_PARTNER, "P", 2026, 1, 1);
  check_amount (less, GP_ROW_TRAINING, "P", 2026, 1, 1);
  check_value (less, GP_PRIORITY_CHANGE, 1, 1);
  check_amount (same, GP_ROW_TRAINING, "P", 2026, 2, 2);
  check_value (same, GP_PRIORITY_CHANGE, 0, 0);
}
END_TEST

/* What is not there any more counts as changed: a board that is gone (2), schools of which P has
 * only three left of five (2); a year that is history by now does not count. */
START_TEST (test_gone)
{
  static const char *const rows[] = {"start P po noord other regular 2026 5",
                                     "start X po noord other regular 2026 2",
                                     "start P po noord other regular 2025 4", NULL};
  static const char *const now[] = {
      "boards P,Board P,noord",
      "schools 3 P,,po,noord,100,0",
      "expert_coaches e,Expert,noord,100",
      "parameters cohort_target,regular,,5",
      NULL,
  };
  g_autoptr (GpProject) project = change_project (2026, now, NULL);
  g_autoptr (GpPlan) published = change_published (rows);
  g_autoptr (GpPlan) plan = change_plan (project, 1, published);
  check_value (plan, GP_PRIORITY_REGULAR_DELAY, 2, 2);
  check_value (plan, GP_PRIORITY_CHANGE, 4, 4);

  g_autoptr (GArray) changes = gp_plan_changes (project, published, plan, GP_PART_WHOLE);
  ck_assert_uint_eq (changes->len, 2);
  ck_assert_str_eq (g_array_index (changes, GpPlanChange, 0).board, "P");
  ck_assert (!g_array_index (changes, GpPlanChange, 0).gone);
  ck_assert_str_eq (g_array_index (changes, GpPlanChange, 1).board, "X");
  ck_assert (g_array_index (changes, GpPlanChange, 1).gone);
}
END_TEST

/* A relaxed plan has nobody's agreement: it is not kept to. */
START_TEST (test_only_whole_plans)
{
  g_autoptr (GpProject) project = change_project (2026, one_start, NULL);
  g_autoptr (GpPlan) relaxed = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  gp_plan_finish (relaxed);
  g_autoptr (GpPlan) plan = change_plan (project, 1, relaxed);
  ck_assert_ptr_null (change_priority (plan, GP_PRIORITY_CHANGE));
}
END_TEST

/* ---- what keeping costs ----------------------------------------------------------- */

/* Four places, P's four starts published; Q has three times the pupils. Reach, in hundreds: all Q
 * 12; half of P kept 2 + 6; all kept 4. */
START_TEST (test_stability)
{
  static const double shares[] = {0, 0.5, 1};
  static const double reach[] = {1200, 800, 400};
  static const char *const rows[] = {"start P po noord other regular 2026 4", NULL};
  static const char *const now[] = {"boards P,Board P,noord",
                                    "boards Q,Board Q,noord",
                                    "schools 4 P,,po,noord,100,0",
                                    "schools 4 Q,,po,noord,300,0",
                                    "expert_coaches e,Expert,noord,40",
                                    "parameters cohort_target,regular,,4",
                                    "priorities 1,regular_delay",
                                    "priorities 2,change",
                                    "priorities 3,reach",
                                    NULL};
  g_autoptr (GpProject) project = change_project (2026, now, NULL);
  g_autoptr (GpPlan) published = change_published (rows);
  g_autoptr (GpStability) curve =
      gp_stability_new (project, 1, published, shares, 3, NULL, NULL, NULL, NULL);
  ck_assert_ptr_nonnull (curve);
  ck_assert_double_eq (curve->published_starts, 4);
  ck_assert_uint_eq (curve->n_priorities, 2);
  ck_assert_int_eq (curve->priorities[1], GP_PRIORITY_REACH);
  for (guint i = 0; i < 3; i++) {
    ck_assert_int_eq (curve->points[i].status, GP_PLAN_OPTIMAL);
    ck_assert_double_eq_tol (curve->points[i].values[0], 0, 1e-6);
    ck_assert_double_eq_tol (curve->points[i].values[1], reach[i], 1e-6);
  }
}
END_TEST

/* Of four published starts two schools are left: half can be kept, more cannot. */
START_TEST (test_stability_impossible)
{
  static const double shares[] = {0.5, 0.51};
  static const double wrong[] = {1.01};
  static const char *const rows[] = {"start P po noord other regular 2026 4", NULL};
  static const char *const now[] = {"boards P,Board P,noord", "schools 2 P,,po,noord,100,0",
                                    "parameters cohort_target,regular,,4", NULL};
  g_autoptr (GpProject) project = change_project (2026, now, NULL);
  g_autoptr (GpPlan) published = change_published (rows);
  g_autoptr (GpPlan) relaxed = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GpStability) curve =
      gp_stability_new (project, 1, published, shares, 2, NULL, NULL, NULL, NULL);
  ck_assert_int_eq (curve->points[0].status, GP_PLAN_OPTIMAL);
  ck_assert_int_eq (curve->points[1].status, GP_PLAN_CONFLICT);
  ck_assert_ptr_null (gp_stability_new (project, 1, published, wrong, 1, NULL, NULL, NULL, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_USAGE));
  g_clear_error (&error);
  gp_plan_finish (relaxed);
  ck_assert_ptr_null (gp_stability_new (project, 1, relaxed, shares, 2, NULL, NULL, NULL, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
}
END_TEST

static Suite *
change_suite (void)
{
  Suite *suite = suite_create ("planner-change");
  TCase *tests = tcase_create ("known answers");
  tcase_add_test (tests, test_capacity_fell);
  tcase_add_test (tests, test_order);
  tcase_add_test (tests, test_before_the_delays);
  tcase_add_test (tests, test_programme_and_year);
  tcase_add_test (tests, test_partner_and_trainings);
  tcase_add_test (tests, test_gone);
  tcase_add_test (tests, test_only_whole_plans);
  tcase_add_test (tests, test_stability);
  tcase_add_test (tests, test_stability_impossible);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return gp_test_run (change_suite ());
}
