/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rule 15, pins of all three kinds, worked out by hand: with the pin the answer is one, without it
 * another. */
#include "planner-example.h"

/* Starts. Asked 2 regular in 2026 and 2 in 2027. P has 3 schools of 100 pupils, Q 3 of 200.
 *
 * Free: most pupils longest: 2 of Q, then 1 of Q and 1 of P. Reach 2 x 200 x 2 + 200 + 100 = 1100.
 * P at least 1 in 2026: 1 and 1, then 2 of Q. Reach (100 + 200) x 2 + 2 x 200 = 1000.
 * Q at most 0 in 2026: 2 of P, then 2 of Q. Reach 2 x 100 x 2 + 2 x 200 = 800. */
static const char *const starts[] = {
    "boards P,Board P,noord",
    "boards Q,Board Q,noord",
    "schools 3 P,,po,noord,100,0",
    "schools 3 Q,,po,noord,200,0",
    "expert_coaches e,Expert,noord,1000",
    NULL,
};

START_TEST (test_start)
{
  const char *target = "parameters cohort_target,regular,,2";
  g_autoptr (GpPlan) without = example_plan (2027, starts, target, NULL);
  check_amount (without, GP_ROW_START, "Q", 2026, 2, 2);
  check_amount (without, GP_ROW_START, "P", 2026, 0, 0);
  check_value (without, GP_PRIORITY_REACH, 1100, 1100);

  g_autoptr (GpPlan) least =
      example_plan (2027, starts, target, "pins start,P,po,regular,2026-2027,1,", NULL);
  check_amount (least, GP_ROW_START, "P", 2026, 1, 1);
  check_amount (least, GP_ROW_START, "Q", 2026, 1, 1);
  check_amount (least, GP_ROW_START, "Q", 2027, 2, 2);
  check_value (least, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (least, GP_PRIORITY_REACH, 1000, 1000);

  g_autoptr (GpPlan) most =
      example_plan (2027, starts, target, "pins start,Q,po,regular,2026-2027,,0", NULL);
  check_amount (most, GP_ROW_START, "P", 2026, 2, 2);
  check_amount (most, GP_ROW_START, "Q", 2026, 0, 0);
  check_amount (most, GP_ROW_START, "Q", 2027, 2, 2);
  check_value (most, GP_PRIORITY_REACH, 800, 800);
}
END_TEST

/* The whole plan fills no place that a pin keeps free. Asked 3 of P in 2026, with a pin at most 1:
 * 1, delay 2; without it 3, delay 0. */
START_TEST (test_at_most)
{
  static const char *const one_board[] = {
      "boards P,Board P,noord",
      "schools 9 P,,po,noord,100,0",
      "expert_coaches e,Expert,noord,1000",
      "parameters cohort_target,regular,,3",
      NULL,
  };
  g_autoptr (GpPlan) with =
      example_plan (2026, one_board, "pins start,P,po,regular,2026-2027,,1", NULL);
  check_amount (with, GP_ROW_START, "P", 2026, 1, 1);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 2, 2);

  g_autoptr (GpPlan) without = example_plan (2026, one_board, NULL);
  check_amount (without, GP_ROW_START, "P", 2026, 3, 3);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
}
END_TEST

/* A pin is about one programme. Asked 1 Groeikracht and 1 regular in 2026. Free: both of Q, reach
 * 400. P's start pinned as Groeikracht: the regular one stays with Q, reach 300. */
START_TEST (test_programme)
{
  const char *funded = "parameters cohort_target,groeikracht,,1";
  const char *regular = "parameters cohort_target,regular,,1";
  g_autoptr (GpPlan) without = example_plan (2026, starts, funded, regular, NULL);
  check_amount (without, GP_ROW_START, "Q", 2026, 2, 2);
  check_value (without, GP_PRIORITY_REACH, 400, 400);

  g_autoptr (GpPlan) with = example_plan (2026, starts, funded, regular,
                                          "pins start,P,po,groeikracht,2026-2027,1,", NULL);
  check_amount (with, GP_ROW_START, "P groeikracht", 2026, 1, 1);
  check_amount (with, GP_ROW_START, "Q regular", 2026, 1, 1);
  check_amount (with, GP_ROW_START, "Q groeikracht", 2026, 0, 0);
  check_value (with, GP_PRIORITY_REACH, 300, 300);
}
END_TEST

/* Partner year and training. P is no partner yet and may have one verandercoach; two of its schools
 * started, so that there are people to train. A verandercoach gives 20 days from the first year on,
 * experts 20 a year; a start takes 10 days; asked 5 a year. A partnership costs 1000, a training
 * 100.
 *
 * Free: partner in 2026, trained then: N = 1, 1; starts (20 + 20) / 10 = 4 and 4: B = 1, 2:
 * delay 3. Cost 1000 + 100.
 *
 * Partner not in 2026, or in 2027, or nobody trained in 2026: N = 0, 1; starts 2, 4: B = 3, 4:
 * delay 7. The same cost.
 *
 * With handover_share 0 nobody is worth training; asked, it is done all the same. Starts 2 and 2,
 * B = 3, 6: delay 9; cost 0. Partner in 2027 asked: cost 1000. At least 1 trained in 2027: cost
 * 1000 + 100, as only a partner has verandercoaches. */
static const char *const coaches[] = {
    "boards P,Board P,noord,,1",
    "schools 20 P,,po,noord,100,0",
    "schools 2 P,,po,noord,100,0,2020-2021,regular",
    "expert_coaches e,Expert,noord,20",
    "parameters cohort_target,regular,,5",
    "parameters verandercoach_first_year_days,,,20",
    "parameters partner_cap,,,1",
    "parameters training_cap,,,1",
    "parameters cost_partnership,,,1000",
    "parameters cost_training,,,100",
    NULL,
};

static void
check_late (const char *pin)
{
  g_autoptr (GpPlan) late =
      example_plan (2027, coaches, "parameters handover_share,,,1", pin, NULL);
  check_amount (late, GP_ROW_TRAINING, "P", 2026, 0, 0);
  check_amount (late, GP_ROW_TRAINING, "P", 2027, 1, 1);
  check_amount (late, GP_ROW_PARTNER, "P", GP_YEAR_NONE, 1, 1);
  check_value (late, GP_PRIORITY_REGULAR_DELAY, 7, 7);
  check_value (late, GP_PRIORITY_COST, 1100, 1100);
}

START_TEST (test_later)
{
  g_autoptr (GpPlan) without = example_plan (2027, coaches, "parameters handover_share,,,1", NULL);
  check_amount (without, GP_ROW_PARTNER, "P", 2026, 1, 1);
  check_amount (without, GP_ROW_TRAINING, "P", 2026, 1, 1);
  check_amount (without, GP_ROW_TRAINING, "P", 2027, 0, 0);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 3, 3);
  check_value (without, GP_PRIORITY_COST, 1100, 1100);
  check_late ("pins partner,P,,,2026-2027,,0");
  check_late ("pins partner,P,,,2027-2028,1,");
  check_late ("pins training,P,,,2026-2027,,0");
}
END_TEST

START_TEST (test_asked)
{
  g_autoptr (GpPlan) without = example_plan (2027, coaches, NULL);
  check_amount (without, GP_ROW_PARTNER, "P", GP_YEAR_NONE, 0, 0);
  check_amount (without, GP_ROW_TRAINING, "P", GP_YEAR_NONE, 0, 0);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 9, 9);
  check_value (without, GP_PRIORITY_COST, 0, 0);

  g_autoptr (GpPlan) partner = example_plan (2027, coaches, "pins partner,P,,,2027-2028,1,", NULL);
  check_amount (partner, GP_ROW_PARTNER, "P", 2026, 0, 0);
  check_amount (partner, GP_ROW_PARTNER, "P", 2027, 1, 1);
  check_value (partner, GP_PRIORITY_COST, 1000, 1000);

  g_autoptr (GpPlan) training =
      example_plan (2027, coaches, "pins training,P,,,2027-2028,1,", NULL);
  check_amount (training, GP_ROW_TRAINING, "P", 2026, 0, 0);
  check_amount (training, GP_ROW_TRAINING, "P", 2027, 1, 1);
  check_amount (training, GP_ROW_PARTNER, "P", GP_YEAR_NONE, 1, 1);
  check_value (training, GP_PRIORITY_COST, 1100, 1100);
}
END_TEST

static Suite *
pins_suite (void)
{
  Suite *suite = suite_create ("planner-rules-pins");
  TCase *tests = tcase_create ("known answers");
  tcase_add_test (tests, test_start);
  tcase_add_test (tests, test_at_most);
  tcase_add_test (tests, test_programme);
  tcase_add_test (tests, test_later);
  tcase_add_test (tests, test_asked);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return gp_test_run (pins_suite ());
}
