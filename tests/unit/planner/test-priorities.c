/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The priorities, worked out by hand: what each counts, and that the order decides. A po start
 * takes 10 expert days. */
#include "planner-example.h"

/* The default order, in which "change" is absent without a published plan. */
START_TEST (test_default_order)
{
  static const char *const rows[] = {"boards P,Board P,noord", "schools 1 P,,po,noord,100,0", NULL};
  g_autoptr (GpPlan) plan = example_plan (2026, rows, NULL);
  static const GpPriorityId order[] = {GP_PRIORITY_OVERLOAD, GP_PRIORITY_GROEIKRACHT_DELAY,
                                       GP_PRIORITY_REGULAR_DELAY, GP_PRIORITY_REACH,
                                       GP_PRIORITY_COST};
  ck_assert_uint_eq (plan->n_priorities, G_N_ELEMENTS (order));
  for (guint i = 0; i < plan->n_priorities; i++)
    ck_assert_int_eq (plan->priorities[i].id, order[i]);
}
END_TEST

/* Overload or delay. 25 expert days; asked 4 regular. Overload first: 2.5 start, delay 1.5; whole
 * 2, delay 2. Delay first: 4 start, 15 days short. */
static const char *const short_of_days[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,25",
    "parameters cohort_target,regular,,4",
    NULL,
};

START_TEST (test_overload_or_delay)
{
  g_autoptr (GpPlan) overload = example_plan (2026, short_of_days, NULL);
  check_value (overload, GP_PRIORITY_OVERLOAD, 0, 0);
  check_value (overload, GP_PRIORITY_REGULAR_DELAY, 1.5, 2);

  g_autoptr (GpPlan) delay = example_plan (2026, short_of_days, "priorities 1,regular_delay",
                                           "priorities 2,overload", NULL);
  ck_assert_uint_eq (delay->n_priorities, 2);
  check_value (delay, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (delay, GP_PRIORITY_OVERLOAD, 15, 15);
}
END_TEST

/* One programme or the other. 35 expert days for 3.5 starts; asked 2 Groeikracht and 3 regular.
 * Groeikracht first: 2 and 1.5, delays 0 and 1.5; whole 2 and 1, delays 0 and 2.
 * Regular first: 0.5 and 3, delays 1.5 and 0; whole 0 and 3, delays 2 and 0. */
static const char *const two_programmes[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,35",
    "parameters cohort_target,groeikracht,,2",
    "parameters cohort_target,regular,,3",
    NULL,
};

START_TEST (test_programmes)
{
  g_autoptr (GpPlan) funded = example_plan (2026, two_programmes, NULL);
  check_value (funded, GP_PRIORITY_GROEIKRACHT_DELAY, 0, 0);
  check_value (funded, GP_PRIORITY_REGULAR_DELAY, 1.5, 2);

  g_autoptr (GpPlan) regular =
      example_plan (2026, two_programmes, "priorities 1,overload", "priorities 2,regular_delay",
                    "priorities 3,groeikracht_delay", NULL);
  check_value (regular, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (regular, GP_PRIORITY_GROEIKRACHT_DELAY, 1.5, 2);
}
END_TEST

/* Delay counts school-years: every place once for every year that it is open. Asked 2 Groeikracht
 * in 2026; 10 expert days a year until 2027, then 15 (1.5 starts). Starts 1, 1, 0: B = 1, 0, 0:
 * delay 1. With 5 days a year until 2027: 0.5, 0.5, 1: B = 1.5, 1, 0: delay 2.5; whole 0, 0, 1:
 * B = 2, 2, 1: delay 5. Regular has none asked, so none. */
static const char *const open_places[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "parameters cohort_target,groeikracht,2026-2027,2",
    NULL,
};

START_TEST (test_school_years)
{
  g_autoptr (GpPlan) ten = example_plan (2028, open_places, "expert_coaches e,Expert,noord,10",
                                         "expert_coaches f,Expert,noord,5,2028-2029", NULL);
  check_value (ten, GP_PRIORITY_GROEIKRACHT_DELAY, 1, 1);
  check_value (ten, GP_PRIORITY_REGULAR_DELAY, 0, 0);

  g_autoptr (GpPlan) five = example_plan (2028, open_places, "expert_coaches e,Expert,noord,5",
                                          "expert_coaches f,Expert,noord,10,2028-2029", NULL);
  check_amount (five, GP_ROW_DELAY, "groeikracht", 2026, 1.5, 2);
  check_amount (five, GP_ROW_DELAY, "groeikracht", 2027, 1, 2);
  check_amount (five, GP_ROW_DELAY, "groeikracht", 2028, 0, 1);
  check_value (five, GP_PRIORITY_GROEIKRACHT_DELAY, 2.5, 5);
}
END_TEST

/* Reach counts pupil-years to the last year, of high need by its weight. Asked 1 in 2026 and 1 in
 * 2027, of three years. P's schools: 100, 300 and not known, on average 200; Q's: one of high need,
 * 150. Weight 1: two of P's: 200 x 3 + 200 x 2 = 1000. Weight 1.5 (225 a year): Q first: 225 x 3 +
 * 200 x 2 = 1075. */
static const char *const pupils[] = {
    "boards P,Board P,noord",
    "boards Q,Board Q,noord",
    "schools 1 P,,po,noord,100,0",
    "schools 1 P,,po,noord,300,0",
    "schools 1 P,,po,noord,,0",
    "schools 1 Q,,po,noord,150,1",
    "expert_coaches e,Expert,noord,100",
    "parameters cohort_target,regular,2026-2027,1",
    "parameters cohort_target,regular,2027-2028,1",
    NULL,
};

/* A board that could become a partner, and one that is too small to: no difference here. */
static const char *const sizes[] = {
    "parameters partner_min_schools,,,1",
    "parameters partner_min_schools,,,1000",
};

START_TEST (test_reach)
{
  g_autoptr (GpPlan) plain = example_plan (2028, pupils, sizes[_i], NULL);
  check_amount (plain, GP_ROW_START, "P", GP_YEAR_NONE, 2, 2);
  check_value (plain, GP_PRIORITY_REACH, 1000, 1000);

  g_autoptr (GpPlan) high =
      example_plan (2028, pupils, sizes[_i], "parameters need_weight,high,,1.5", NULL);
  check_amount (high, GP_ROW_START, "Q high", 2026, 1, 1);
  check_amount (high, GP_ROW_START, "P other", 2027, 1, 1);
  check_value (high, GP_PRIORITY_REACH, 1075, 1075);

  /* a year more in the plan is a year more for both: 1075 + 225 + 200 */
  g_autoptr (GpPlan) longer =
      example_plan (2029, pupils, sizes[_i], "parameters need_weight,high,,1.5", NULL);
  check_value (longer, GP_PRIORITY_REACH, 1500, 1500);
}
END_TEST

/* Reach or cost. One place, for a vo school of 500 pupils that asks 30 days, or a po school of 100
 * that asks 10; a day costs 80.25. Reach first: 500 pupils, 30 x 80.25 = 2407.50. Cost first: 100
 * pupils, 802.50; the place is filled either way. */
static const char *const big_or_cheap[] = {
    "boards P,Board P,noord",
    "schools 1 P,,po,noord,100,0",
    "schools 1 P,,vo,noord,500,0",
    "expert_coaches e,Expert,noord,100",
    "parameters cohort_target,regular,,1",
    "parameters support_days,vo:1,,30",
    "parameters cost_expert_day,,,80.25",
    NULL,
};

START_TEST (test_reach_or_cost)
{
  g_autoptr (GpPlan) reach = example_plan (2026, big_or_cheap, NULL);
  check_value (reach, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (reach, GP_PRIORITY_REACH, 500, 500);
  check_value (reach, GP_PRIORITY_COST, 2407.5, 2407.5);

  g_autoptr (GpPlan) cost =
      example_plan (2026, big_or_cheap, "priorities 1,overload", "priorities 2,regular_delay",
                    "priorities 3,cost", "priorities 4,reach", NULL);
  check_value (cost, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (cost, GP_PRIORITY_COST, 802.5, 802.5);
  check_value (cost, GP_PRIORITY_REACH, 100, 100);
}
END_TEST

/* Cost to the euro, over two years. P, a partner, has two vo schools; asked 1 a year. vo asks 16
 * and then 8 days, po 10. Starts ask 16 in 2026 and 8 + 16 in 2027: 40 within the plan years.
 *
 * Its verandercoach gives 10.5 days; one more is trained in 2027 and gives 2. Half may be taken
 * over. A vo school that started in 2025 asks 8 in 2026, which experts' cost leaves out:
 *   2026 v = min (10.5, (8 + 16) / 2) = 10.5; 2027 v = min (12.5, (8 + 16) / 2) = 12: 22.5
 *   40 x 100.50 + 22.5 x (40.25 - 100.50) + 1000 (training) + 2500 (Q a partner)
 *   = 4020 - 1355.625 + 3500 = 6164.375.
 * Without that school 2026 has v = 16 / 2 = 8: 4020 - 20 x 60.25 + 3500 = 6315.
 * When a verandercoach's day costs the same as an expert's: 4020 + 3500 = 7520. */
static const char *const priced[] = {
    "boards P,Board P,noord,2024-2025,5",
    "boards Q,Board Q,noord",
    "schools 2 P,,vo,noord,400,0",
    "schools 3 P,,po,noord,100,0,2020-2021,regular",
    "schools 1 Q,,po,noord,100,0,,,1",
    "expert_coaches e,Expert,noord,1000",
    "verandercoaches v,P,Coach V,2024-2025,10.5",
    "parameters cohort_target,regular,,1",
    "parameters support_days,vo:1,,16",
    "parameters support_days,vo:2,,8",
    "parameters handover_share,,,0.5",
    "parameters verandercoach_first_year_days,,,2",
    "parameters partner_cap,,,1",
    "parameters training_cap,,,1",
    "parameters cost_expert_day,,,100.50",
    "parameters cost_training,,,1000",
    "parameters cost_partnership,,,2500",
    "pins partner,Q,,,2026-2027,1,",
    "pins training,P,,,2026-2027,,0",
    "pins training,P,,,2027-2028,1,1",
    NULL,
};

START_TEST (test_cost)
{
  const char *school = "schools 1 P,,vo,noord,400,0,2025-2026,regular";
  const char *cheap = "parameters cost_verandercoach_day,,,40.25";
  g_autoptr (GpPlan) with = example_plan (2027, priced, school, cheap, NULL);
  check_amount (with, GP_ROW_VERANDERCOACH_DAYS, "P", 2026, 10.5, 10.5);
  check_amount (with, GP_ROW_VERANDERCOACH_DAYS, "P", 2027, 12, 12);
  check_value (with, GP_PRIORITY_COST, 6164.375, 6164.375);

  g_autoptr (GpPlan) no_carry = example_plan (2027, priced, cheap, NULL);
  check_value (no_carry, GP_PRIORITY_COST, 6315, 6315);

  g_autoptr (GpPlan) same =
      example_plan (2027, priced, school, "parameters cost_verandercoach_day,,,100.50", NULL);
  check_value (same, GP_PRIORITY_COST, 7520, 7520);
}
END_TEST

static Suite *
priorities_suite (void)
{
  Suite *suite = suite_create ("planner-priorities");
  TCase *tests = tcase_create ("known answers");
  tcase_add_test (tests, test_default_order);
  tcase_add_test (tests, test_overload_or_delay);
  tcase_add_test (tests, test_programmes);
  tcase_add_test (tests, test_school_years);
  tcase_add_loop_test (tests, test_reach, 0, G_N_ELEMENTS (sizes));
  tcase_add_test (tests, test_reach_or_cost);
  tcase_add_test (tests, test_cost);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return gp_test_run (priorities_suite ());
}
