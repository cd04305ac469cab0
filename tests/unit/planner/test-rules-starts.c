/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about starts, worked out by hand: with the rule the answer is one, without it another.
 * Rules 1 supply, 2 cohort, 3 interest, 4 equity, 5 sector share, 14 readiness.
 *
 * All are asked twice: of boards that could become a partner and of boards that are too small to,
 * whose schools the planner takes together. No board has verandercoaches here, so that the answers
 * are the same. */
#include "planner-example.h"

static const char *const sizes[] = {
    "parameters partner_min_schools,,,1",
    "parameters partner_min_schools,,,1000",
};

/* 1 supply. P has five schools, of which one started and one is excluded: 3 can start. Asked: 2
 * Groeikracht and 1 regular in 2026, 2 regular in 2027: 5. Groeikracht comes first:
 *   2026 G 2, R 1 (waiting would only add to the delay); 2027 none left
 *   B[G] 0, 0; B[R] 0, 2: delays 0 and 2; reach 3 x 100 x 2 years = 600.
 * With the other two in P's supply, all 5 start: delays 0 and 0; reach 600 + 2 x 100 = 800. */
static const char *const supply[] = {
    "boards P,Board P,noord",
    "schools 3 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,1000",
    "parameters cohort_target,groeikracht,2026-2027,2",
    "parameters cohort_target,regular,2026-2027,1",
    "parameters cohort_target,regular,2027-2028,2",
    NULL,
};

START_TEST (test_supply)
{
  g_autoptr (GpPlan) with =
      example_plan (2027, supply, sizes[_i], "schools 1 P,,po,noord,100,0,2020-2021,regular",
                    "schools 1 P,,po,noord,100,0,,,1", NULL);
  check_value (with, GP_PRIORITY_GROEIKRACHT_DELAY, 0, 0);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 2, 2);
  check_value (with, GP_PRIORITY_REACH, 600, 600);
  check_amount (with, GP_ROW_START, "P groeikracht", 2026, 2, 2);
  check_amount (with, GP_ROW_START, "P regular", 2026, 1, 1);
  check_amount (with, GP_ROW_START, "", 2027, 0, 0);

  g_autoptr (GpPlan) without =
      example_plan (2027, supply, sizes[_i], "schools 2 P,,po,noord,100,0", NULL);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (without, GP_PRIORITY_REACH, 800, 800);
  check_amount (without, GP_ROW_START, "P regular", 2027, 2, 2);
}
END_TEST

/* 2 cohort. A start takes 10 days; there are 10 in 2026 and 30 in 2027, for at most 1 and 3 starts.
 * Asked 2 and 1: one in 2026, B = 2 - 1 = 1; the place stays open, so that 2027 has 3 - 1 = 2
 * places (and days for 3): B = 3 - 3 = 0. Delay 1 + 0; reach 100 x 2 + 2 x 100 = 400.
 * Asked 3 and 3, the cohort leaves room for what the days allow: 1, and 3 of 6 - 1: B = 2, 2. Delay
 * 4; reach 500. */
static const char *const cohort[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,10",
    "expert_coaches f,Expert,noord,20,2027-2028",
    NULL,
};

START_TEST (test_cohort)
{
  g_autoptr (GpPlan) with =
      example_plan (2027, cohort, sizes[_i], "parameters cohort_target,regular,2026-2027,2",
                    "parameters cohort_target,regular,2027-2028,1", NULL);
  check_amount (with, GP_ROW_START, "regular", 2026, 1, 1);
  check_amount (with, GP_ROW_START, "regular", 2027, 2, 2);
  check_amount (with, GP_ROW_DELAY, "regular", 2026, 1, 1);
  check_amount (with, GP_ROW_DELAY, "regular", 2027, 0, 0);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 1, 1);
  check_value (with, GP_PRIORITY_REACH, 400, 400);

  g_autoptr (GpPlan) without =
      example_plan (2027, cohort, sizes[_i], "parameters cohort_target,regular,,3", NULL);
  check_amount (without, GP_ROW_START, "regular", 2026, 1, 1);
  check_amount (without, GP_ROW_START, "regular", 2027, 3, 3);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 4, 4);
  check_value (without, GP_PRIORITY_REACH, 500, 500);
}
END_TEST

/* 3 interest. Asked 2 Groeikracht and 3 regular; at most 4.5 are interested. Groeikracht comes
 * first: 2 and 2.5, delay 3 - 2.5 = 0.5; whole 2 and 2, delay 1. Without a limit 2 and 3, 0. */
static const char *const interest[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,1000",
    "parameters cohort_target,groeikracht,,2",
    "parameters cohort_target,regular,,3",
    NULL,
};

START_TEST (test_interest)
{
  g_autoptr (GpPlan) with =
      example_plan (2026, interest, sizes[_i], "parameters interest_cap,,,4.5", NULL);
  check_amount (with, GP_ROW_START, "groeikracht", 2026, 2, 2);
  check_amount (with, GP_ROW_START, "regular", 2026, 2.5, 2);
  check_value (with, GP_PRIORITY_GROEIKRACHT_DELAY, 0, 0);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 0.5, 1);

  g_autoptr (GpPlan) without = example_plan (2026, interest, sizes[_i], NULL);
  check_amount (without, GP_ROW_START, "regular", 2026, 3, 3);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
}
END_TEST

/* 4 equity. P has 8 schools of 200 pupils and 2 with high need, of 100; asked 8. At least 0.3 of
 * the starts must be of high need: 2 >= 0.3 x all, all <= 20/3. So 2 and 14/3, delay 8 - 20/3 =
 * 4/3, reach 2 x 100 + 14/3 x 200 = 3400/3. Whole: 6 (2 >= 1.8), as 7 would ask 2.1: 2 and 4,
 * delay 2, reach 1000. Without the rule the 8 with most pupils: 0 and 8, delay 0, reach 1600. */
static const char *const equity[] = {
    "boards P,Board P,noord",
    "schools 8 P,,po,noord,200,0",
    "schools 2 P,,po,noord,100,1",
    "expert_coaches e,Expert,noord,1000",
    "parameters cohort_target,regular,,8",
    NULL,
};

START_TEST (test_equity)
{
  g_autoptr (GpPlan) with =
      example_plan (2026, equity, sizes[_i], "parameters equity_min_share,,,0.3", NULL);
  check_amount (with, GP_ROW_START, "high", 2026, 2, 2);
  check_amount (with, GP_ROW_START, "other", 2026, 14.0 / 3, 4);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 4.0 / 3, 2);
  check_value (with, GP_PRIORITY_REACH, 3400.0 / 3, 1000);

  g_autoptr (GpPlan) without = example_plan (2026, equity, sizes[_i], NULL);
  check_amount (without, GP_ROW_START, "high", 2026, 0, 0);
  check_amount (without, GP_ROW_START, "other", 2026, 8, 8);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (without, GP_PRIORITY_REACH, 1600, 1600);
}
END_TEST

/* 5 sector share. P has 9 po schools of 300 pupils and one vo school of 100; asked 4. At least 0.3
 * of the starts must be vo: 1 >= 0.3 x all, all <= 10/3. So 1 and 7/3, delay 4 - 10/3 = 2/3, reach
 * 100 + 700 = 800. Whole: 3 (1 >= 0.9), as 4 would ask 1.2: 1 and 2, delay 1, reach 700. Without
 * the rule 4 po schools: delay 0, reach 1200. */
static const char *const sector_share[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,300,0",
    "schools 1 P,,vo,noord,100,0",
    "expert_coaches e,Expert,noord,1000",
    "parameters cohort_target,regular,,4",
    NULL,
};

START_TEST (test_sector_share)
{
  g_autoptr (GpPlan) with =
      example_plan (2026, sector_share, sizes[_i], "parameters sector_min_share,vo,,0.3", NULL);
  check_amount (with, GP_ROW_START, "vo", 2026, 1, 1);
  check_amount (with, GP_ROW_START, "po", 2026, 7.0 / 3, 2);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 2.0 / 3, 1);
  check_value (with, GP_PRIORITY_REACH, 800, 700);

  g_autoptr (GpPlan) without = example_plan (2026, sector_share, sizes[_i], NULL);
  check_amount (without, GP_ROW_START, "vo", 2026, 0, 0);
  check_amount (without, GP_ROW_START, "po", 2026, 4, 4);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (without, GP_PRIORITY_REACH, 1200, 1200);
}
END_TEST

/* 14 readiness. Of P's four schools (1000 pupils, on average 250) one is ready by its intake and
 * one because it meets all four requirements; three of four do not count. Asked 3 in 2026: 2 start,
 * and the third in 2027, when readiness is not asked any more: B = 1, 0. Delay 1; reach
 * 2 x 250 x 2 + 250 = 1250. Without the rule 3 start in 2026: delay 0; reach 3 x 250 x 2 = 1500.
 * When nobody is interested in 2027 the third waits for ever: B = 1, 1: delay 2, reach 1000.
 * A pin that is no hindrance (the planner keeps cells with pins apart) changes nothing. */
static const char *const readiness[] = {
    "boards P,Board P,noord",
    "schools 1 P,,po,noord,100,0,,,,ready",
    "schools 1 P,,po,noord,200,0,,,,talks,1,1,1,1",
    "schools 1 P,,po,noord,300,0,,,,talks,1,1,1,0",
    "schools 1 P,,po,noord,400,0",
    "expert_coaches e,Expert,noord,1000",
    "parameters cohort_target,regular,2026-2027,3",
    NULL,
};

static void
check_readiness (const char *size, const char *pin)
{
  g_autoptr (GpPlan) with =
      example_plan (2027, readiness, size, "parameters require_ready,,,1", pin, NULL);
  check_amount (with, GP_ROW_START, "", 2026, 2, 2);
  check_amount (with, GP_ROW_START, "", 2027, 1, 1);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 1, 1);
  check_value (with, GP_PRIORITY_REACH, 1250, 1250);

  g_autoptr (GpPlan) never = example_plan (2027, readiness, size, "parameters require_ready,,,1",
                                           "parameters interest_cap,,2027-2028,0", pin, NULL);
  check_value (never, GP_PRIORITY_REGULAR_DELAY, 2, 2);
  check_value (never, GP_PRIORITY_REACH, 1000, 1000);

  g_autoptr (GpPlan) without =
      example_plan (2027, readiness, size, "parameters require_ready,,,0", pin, NULL);
  check_amount (without, GP_ROW_START, "", 2026, 3, 3);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (without, GP_PRIORITY_REACH, 1500, 1500);
}

START_TEST (test_readiness)
{
  check_readiness (sizes[_i], NULL);
  check_readiness (sizes[_i], "pins start,P,po,regular,2026-2027,1,9");
}
END_TEST

static Suite *
starts_suite (void)
{
  Suite *suite = suite_create ("planner-rules-starts");
  TCase *tests = tcase_create ("known answers");
  tcase_add_loop_test (tests, test_supply, 0, G_N_ELEMENTS (sizes));
  tcase_add_loop_test (tests, test_cohort, 0, G_N_ELEMENTS (sizes));
  tcase_add_loop_test (tests, test_interest, 0, G_N_ELEMENTS (sizes));
  tcase_add_loop_test (tests, test_equity, 0, G_N_ELEMENTS (sizes));
  tcase_add_loop_test (tests, test_sector_share, 0, G_N_ELEMENTS (sizes));
  tcase_add_loop_test (tests, test_readiness, 0, G_N_ELEMENTS (sizes));
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return gp_test_run (starts_suite ());
}
