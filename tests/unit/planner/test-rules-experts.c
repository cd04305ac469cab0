/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about expert coaches, worked out by hand: with the rule the answer is one, without it
 * another. Rule 12 hiring, and 13 expert days: support and carry, talks, boards, lending, overload.
 *
 * A po start takes 10 days. */
#include "planner-example.h"

/* 12 hiring. Two experts of 20 days; half of all experts leave every year: A = 40, 20 days, 2 and 1
 * heads. Asked 8 starts a year. A hired expert has 20 days and costs 1000.
 *
 * At most 3 heads: H <= 1, 2. H = 1, then 0.5 + h = 2: hired 1 and 1.5. Days 60, 60: starts 6, 6,
 *   B = 2, 4: delay 6, cost 2500. Whole: hired 1 and 1, H = 1, 1.5: days 60, 20 + 30 = 50: starts
 *   6, 5, B = 2, 5: delay 7, cost 2000.
 * At most 100: 80 days are asked, so H = 2, 3: hired 2 and 3 - 1 = 2: delay 0, cost 4000.
 * At most 0 (less than there are): nobody hired: starts 4 and 2, B = 4, 10: delay 14.
 *
 * With 5 days missed in the year of hiring, at most 3 heads: days 40 + 20 - 5 = 55, and 20 + 40 -
 *   5 x 1.5 = 52.5: starts 5.5, 5.25, B = 2.5, 5.25: delay 7.75. Whole 55, and 20 + 30 - 5 = 45:
 *   starts 5, 4, B = 3, 7: delay 10. */
static const char *const hiring[] = {
    "boards P,Board P,noord",
    "schools 20 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,20",
    "expert_coaches f,Expert,noord,20",
    "parameters cohort_target,regular,,8",
    "parameters expert_attrition,,,0.5",
    "parameters cost_hire,,,1000",
    NULL,
};

START_TEST (test_hiring)
{
  g_autoptr (GpPlan) with = example_plan (2027, hiring, "parameters expert_cap,,,3", NULL);
  check_amount (with, GP_ROW_HIRE, "noord", 2026, 1, 1);
  check_amount (with, GP_ROW_HIRE, "noord", 2027, 1.5, 1);
  check_amount (with, GP_ROW_AVAILABLE, "noord", 2027, 60, 50);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 6, 7);
  check_value (with, GP_PRIORITY_COST, 2500, 2000);

  g_autoptr (GpPlan) without = example_plan (2027, hiring, "parameters expert_cap,,,100", NULL);
  check_amount (without, GP_ROW_HIRE, "noord", 2026, 2, 2);
  check_amount (without, GP_ROW_HIRE, "noord", 2027, 2, 2);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (without, GP_PRIORITY_COST, 4000, 4000);

  g_autoptr (GpPlan) nobody = example_plan (2027, hiring, "parameters expert_cap,,,0", NULL);
  check_amount (nobody, GP_ROW_HIRE, "", GP_YEAR_NONE, 0, 0);
  check_value (nobody, GP_PRIORITY_REGULAR_DELAY, 14, 14);
}
END_TEST

START_TEST (test_year_of_hiring)
{
  g_autoptr (GpPlan) with = example_plan (2027, hiring, "parameters expert_cap,,,3",
                                          "parameters expert_training_days,,,5", NULL);
  check_amount (with, GP_ROW_HIRE, "noord", 2026, 1, 1);
  check_amount (with, GP_ROW_AVAILABLE, "noord", 2026, 55, 55);
  check_amount (with, GP_ROW_AVAILABLE, "noord", 2027, 52.5, 45);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 7.75, 10);
}
END_TEST

/* 12, one year. At most 3.75 heads: H = 1.75: 40 + 35 = 75 days: 7.5 starts of 8, delay 0.5. Whole:
 * 1 hired, 60 days: 6 starts, delay 2. */
START_TEST (test_heads)
{
  g_autoptr (GpPlan) with = example_plan (2026, hiring, "parameters expert_cap,,,3.75", NULL);
  check_amount (with, GP_ROW_HIRE, "noord", 2026, 1.75, 1);
  check_amount (with, GP_ROW_HIRE, "zuid", 2026, 0, 0);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 0.5, 2);

  g_autoptr (GpPlan) without = example_plan (2026, hiring, "parameters expert_cap,,,9", NULL);
  check_amount (without, GP_ROW_HIRE, "noord", 2026, 2, 2);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
}
END_TEST

/* 13, known experts: one of 20 days for ever, one of 10 from 2027 on, one of 5.5 until 2026; 0.1 of
 * them leave every year. A = 25.5, 0.9 x 30 = 27, 0.81 x 30 = 24.3 days, for 2.55, 2.7, 2.43 starts
 * of 3 a year: B = 0.45, 0.75, 1.32: delay 2.52. Whole 2 a year: B = 1, 2, 3: delay 6. When nobody
 * leaves: 25.5, 30, 30: B = 0.45, then 3 and 3: 0.45, 0.45: delay 1.35. Whole: 2, 3, 3: delay 3. */
static const char *const known[] = {
    "boards P,Board P,noord",
    "schools 20 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,20",
    "expert_coaches f,Expert,noord,10,2027-2028",
    "expert_coaches g,Expert,noord,5.5,,2026-2027",
    "parameters cohort_target,regular,,3",
    NULL,
};

START_TEST (test_known_experts)
{
  g_autoptr (GpPlan) with = example_plan (2028, known, "parameters expert_attrition,,,0.1", NULL);
  check_amount (with, GP_ROW_AVAILABLE, "noord", 2026, 25.5, 25.5);
  check_amount (with, GP_ROW_AVAILABLE, "noord", 2027, 27, 27);
  check_amount (with, GP_ROW_AVAILABLE, "noord", 2028, 24.3, 24.3);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 2.52, 6);

  g_autoptr (GpPlan) without = example_plan (2028, known, NULL);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 1.35, 3);
}
END_TEST

/* 13, carry. A vo school that started in 2025 still asks 5 days in 2026. Experts have 30; asked 4:
 * 25 are left, x = 2.5, delay 1.5; whole 2, delay 2. Had it started in 2020: x = 3, delay 1. */
static const char *const carry[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "parameters cohort_target,regular,,4",
    NULL,
};

START_TEST (test_carry)
{
  const char *expert = "expert_coaches e,Expert,noord,30";
  g_autoptr (GpPlan) with =
      example_plan (2026, carry, expert, "schools 1 P,,vo,noord,100,0,2025-2026,regular", NULL);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 1.5, 2);
  check_amount (with, GP_ROW_USED, "noord", 2026, 30, 25);

  g_autoptr (GpPlan) without =
      example_plan (2026, carry, expert, "schools 1 P,,vo,noord,100,0,2020-2021,regular", NULL);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 1, 1);
  check_amount (without, GP_ROW_USED, "noord", 2026, 30, 30);
}
END_TEST

/* 13, overload. With 3 expert days, the carry of 5 was promised already: 2 days too many, at 10
 * each; nothing starts. Half a day more is not there for a start either: 1.5. A start that a pin
 * asks makes it 2 + 10. With 5 days nothing is short. */
START_TEST (test_overload)
{
  const char *school = "schools 1 P,,vo,noord,100,0,2025-2026,regular";
  const char *price = "parameters cost_overload_day,,,10";
  const char *three = "expert_coaches e,Expert,noord,3";
  g_autoptr (GpPlan) with = example_plan (2026, carry, school, price, three, NULL);
  check_amount (with, GP_ROW_OVERLOAD, "noord", 2026, 2, 2);
  check_value (with, GP_PRIORITY_OVERLOAD, 2, 2);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 4, 4);
  check_value (with, GP_PRIORITY_COST, 20, 20);

  g_autoptr (GpPlan) half =
      example_plan (2026, carry, school, "expert_coaches e,Expert,noord,3.5", NULL);
  check_value (half, GP_PRIORITY_OVERLOAD, 1.5, 1.5);

  g_autoptr (GpPlan) pinned = example_plan (2026, carry, school, price, three,
                                            "pins start,P,po,regular,2026-2027,1,", NULL);
  check_value (pinned, GP_PRIORITY_OVERLOAD, 12, 12);
  check_value (pinned, GP_PRIORITY_REGULAR_DELAY, 3, 3);
  check_value (pinned, GP_PRIORITY_COST, 120, 120);

  g_autoptr (GpPlan) without =
      example_plan (2026, carry, school, "expert_coaches e,Expert,noord,5", NULL);
  check_value (without, GP_PRIORITY_OVERLOAD, 0, 0);
}
END_TEST

/* 13, support years. vo schools ask 10 days and then 5. Experts have 20 days a year; asked 2 a
 * year: 2 start in 2026; they ask 10 in 2027, which leaves days for 1: B = 0, 1: delay 1. Without a
 * second year 2 and 2: delay 0. */
static const char *const support[] = {
    "boards P,Board P,noord",
    "schools 9 P,,vo,noord,100,0",
    "expert_coaches e,Expert,noord,20",
    "parameters cohort_target,regular,,2",
    NULL,
};

START_TEST (test_support_years)
{
  g_autoptr (GpPlan) with = example_plan (2027, support, NULL);
  check_amount (with, GP_ROW_START, "vo", 2026, 2, 2);
  check_amount (with, GP_ROW_START, "vo", 2027, 1, 1);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 1, 1);
  check_amount (with, GP_ROW_USED, "noord", 2027, 20, 20);

  g_autoptr (GpPlan) without =
      example_plan (2027, support, "parameters support_days,vo:2,,0", NULL);
  check_amount (without, GP_ROW_START, "vo", 2027, 2, 2);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
}
END_TEST

/* 13, talks. Asked 1 in 2026 and 2 in 2027. Experts have 19 days in 2026 and 39 in 2027. Talks for
 * a start of 2027 take 6 days in 2026; those for 2026 (100 days) were held, and those for 2028 are
 * not looked at: 10 + 6 x <= 19: x = 1.5, B = 0, 0.5. Whole 1: delay 1. Without: 2, delay 0. */
static const char *const talks[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,19",
    "expert_coaches f,Expert,noord,20,2027-2028",
    "parameters cohort_target,regular,2026-2027,1",
    "parameters cohort_target,regular,2027-2028,2",
    NULL,
};

START_TEST (test_talks)
{
  g_autoptr (GpPlan) with = example_plan (
      2027, talks, "parameters recruitment_days,po,2026-2027,100",
      "parameters recruitment_days,po,2027-2028,6", "parameters recruitment_days,vo,,50", NULL);
  check_amount (with, GP_ROW_START, "", 2026, 1, 1);
  check_amount (with, GP_ROW_START, "", 2027, 1.5, 1);
  check_amount (with, GP_ROW_USED, "noord", 2026, 19, 16);
  check_amount (with, GP_ROW_USED, "noord", 2027, 15, 10);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 0.5, 1);

  g_autoptr (GpPlan) without = example_plan (2027, talks, NULL);
  check_amount (without, GP_ROW_START, "", 2027, 2, 2);
  check_amount (without, GP_ROW_USED, "noord", 2026, 10, 10);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
}
END_TEST

/* 13, lending. Schools are in zuid, which has 10 expert days; noord has 30; asked 5. Of a day lent
 * 0.8 is left: 10 + 24 = 34: x = 3.4, delay 1.6, 30 lent, at 4 each 120. Whole: 3, which lack 20,
 * so 25 lent: delay 2, cost 100. Without lending: 1, delay 4. */
static const char *const lending[] = {
    "boards P,Board P,zuid",
    "schools 9 P,,po,zuid,100,0",
    "expert_coaches e,Expert,noord,30",
    "expert_coaches f,Expert,zuid,10",
    "parameters cohort_target,regular,,5",
    "parameters cost_lent_day,,,4",
    NULL,
};

START_TEST (test_lending)
{
  g_autoptr (GpPlan) with =
      example_plan (2026, lending, "parameters lending_efficiency,,,0.8", NULL);
  check_amount (with, GP_ROW_LENDING, "noord to:zuid", 2026, 30, 25);
  check_amount (with, GP_ROW_LENDING, "zuid", 2026, 0, 0);
  check_amount (with, GP_ROW_USED, "noord", 2026, 30, 25);
  check_amount (with, GP_ROW_USED, "zuid", 2026, 34, 30);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 1.6, 2);
  check_value (with, GP_PRIORITY_COST, 120, 100);

  g_autoptr (GpPlan) without = example_plan (2026, lending, NULL);
  check_amount (without, GP_ROW_LENDING, "", 2026, 0, 0);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 4, 4);
}
END_TEST

/* 13, training and guidance. P is a partner with one verandercoach; one more is trained in 2026 (a
 * pin; they take over nothing here). Experts have 30 days; asked 3 a year. Training takes 4 days,
 * and each verandercoach after training 3 a year: 2026: 4 + 3 x 1 = 7, 23 left: 2.3; 2027: 3 x 2 =
 * 6, 24 left: 2.4. B = 0.7, 1.3: delay 2. Whole 2 and 2: B = 1, 2: delay 3. Without: 3 and 3, delay
 * 0. */
static const char *const training[] = {
    "boards P,Board P,noord,2024-2025,5",
    "schools 9 P,,po,noord,100,0",
    "schools 2 P,,po,noord,100,0,2020-2021,regular",
    "verandercoaches v,P,Coach V,2024-2025",
    "expert_coaches e,Expert,noord,30",
    "parameters cohort_target,regular,,3",
    "parameters training_cap,,,9",
    "pins training,P,,,2026-2027,1,1",
    "pins training,P,,,2027-2028,,0",
    NULL,
};

START_TEST (test_training)
{
  g_autoptr (GpPlan) with = example_plan (2027, training, "parameters training_expert_days,,,4",
                                          "parameters verandercoach_expert_days,,,3", NULL);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 2, 3);
  check_amount (with, GP_ROW_USED, "noord", 2026, 30, 27);
  check_amount (with, GP_ROW_USED, "noord", 2027, 30, 26);

  g_autoptr (GpPlan) without = example_plan (2027, training, NULL);
  check_amount (without, GP_ROW_TRAINING, "P", 2026, 1, 1);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
}
END_TEST

/* 13, partnership, in the board's home region. Q becomes a partner in 2026 (a pin), which takes 6
 * days. Its schools are in noord, where experts have 30 days; asked 3.
 *   At home in noord: 24 left: 2.4, delay 0.6; whole 2, delay 1. Without: 3, delay 0.
 *   At home in zuid, where there are 5 days: 3 start in noord, and zuid is 1 day short. */
static const char *const partnership[] = {
    "schools 9 Q,,po,noord,100,0",
    "expert_coaches e,Expert,noord,30",
    "expert_coaches f,Expert,zuid,5",
    "parameters cohort_target,regular,,3",
    "parameters partner_cap,,,1",
    "pins partner,Q,,,2026-2027,1,",
    NULL,
};

static void
check_partnership (const char *board, const char *days, double overload, double relaxed,
                   double whole)
{
  const char *all[G_N_ELEMENTS (partnership) + 1] = {board};
  memcpy (all + 1, partnership, sizeof partnership);
  g_autoptr (GpPlan) plan = example_plan (2026, all, days, NULL);
  check_amount (plan, GP_ROW_PARTNER, "Q", 2026, 1, 1);
  check_amount (plan, GP_ROW_OVERLOAD, "zuid", 2026, overload, overload);
  check_value (plan, GP_PRIORITY_OVERLOAD, overload, overload);
  check_value (plan, GP_PRIORITY_REGULAR_DELAY, relaxed, whole);
}

START_TEST (test_partnership)
{
  const char *days = "parameters partnership_expert_days,,,6";
  check_partnership ("boards Q,Board Q,noord", days, 0, 0.6, 1);
  check_partnership ("boards Q,Board Q,noord", NULL, 0, 0, 0);
  check_partnership ("boards Q,Board Q,zuid", days, 1, 0, 0);
}
END_TEST

static Suite *
experts_suite (void)
{
  Suite *suite = suite_create ("planner-rules-experts");
  TCase *tests = tcase_create ("known answers");
  tcase_add_test (tests, test_hiring);
  tcase_add_test (tests, test_heads);
  tcase_add_test (tests, test_year_of_hiring);
  tcase_add_test (tests, test_known_experts);
  tcase_add_test (tests, test_carry);
  tcase_add_test (tests, test_overload);
  tcase_add_test (tests, test_support_years);
  tcase_add_test (tests, test_talks);
  tcase_add_test (tests, test_lending);
  tcase_add_test (tests, test_training);
  tcase_add_test (tests, test_partnership);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return gp_test_run (experts_suite ());
}
