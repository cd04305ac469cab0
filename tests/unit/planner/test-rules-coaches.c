/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about verandercoaches, worked out by hand: with the rule the answer is one, without it
 * another. Rules 6 hand-over, 7 coach capacity, 8 stock, 9 pool, 10 partner room, 11 caps.
 *
 * In all of them a start takes 10 days, so that starts are the days that there are, divided by 10.
 */
#include "planner-example.h"

/* 6 hand-over. P has two verandercoaches of 20 days and a vo school in its second year, which asks
 * 5 days; experts have 20; asked 10 starts. D = 5 + 10 x, experts give D - v <= 20, v <= 40. half:
 * v = D / 2, so D <= 40: x = 3.5, v = 20, delay 6.5. Whole: x = 3, v = 17.5, delay 7. all:   D <=
 * 20 + 40: x = 5.5, v = 40, delay 4.5. Whole: x = 5, v = 40, delay 5. none:  D <= 20: x = 1.5, v =
 * 0, delay 8.5. Whole: x = 1, delay 9. */
static const char *const handover[] = {
    "boards P,Board P,noord,2024-2025",
    "schools 10 P,,po,noord,100,0",
    "schools 1 P,,vo,noord,100,0,2025-2026,regular",
    "expert_coaches e,Expert,noord,20",
    "verandercoaches v,P,Coach V,2024-2025",
    "verandercoaches w,P,Coach W,2025-2026",
    "parameters cohort_target,regular,,10",
    NULL,
};

START_TEST (test_handover)
{
  g_autoptr (GpPlan) half = example_plan (2026, handover, "parameters handover_share,,,0.5", NULL);
  check_value (half, GP_PRIORITY_REGULAR_DELAY, 6.5, 7);
  check_amount (half, GP_ROW_VERANDERCOACH_DAYS, "P noord", 2026, 20, 17.5);
  check_amount (half, GP_ROW_USED, "noord", 2026, 20, 17.5);

  g_autoptr (GpPlan) all = example_plan (2026, handover, "parameters handover_share,,,1", NULL);
  check_value (all, GP_PRIORITY_REGULAR_DELAY, 4.5, 5);
  check_amount (all, GP_ROW_VERANDERCOACH_DAYS, "P noord", 2026, 40, 40);

  g_autoptr (GpPlan) none = example_plan (2026, handover, NULL);
  check_value (none, GP_PRIORITY_REGULAR_DELAY, 8.5, 9);
  check_amount (none, GP_ROW_VERANDERCOACH_DAYS, "P noord", 2026, 0, 0);
}
END_TEST

/* 6 is kept region by region: what P's coaches may take over in zuid is no use in noord. Experts
 * have 10 days in each; asked 10. Half: D <= 20 in each, so 2 and 2, v = 10 and 10, delay 6; that
 * there are 40 coach days does not help. All: 10 + 10 experts, and 40: x = 6, delay 4. */
static const char *const two_regions[] = {
    "boards P,Board P,noord,2024-2025",     "schools 5 P,,po,noord,100,0",
    "schools 5 P,,po,zuid,100,0",           "expert_coaches e,Expert,noord,10",
    "expert_coaches f,Expert,zuid,10",      "verandercoaches v,P,Coach V,2024-2025,40",
    "parameters cohort_target,regular,,10", NULL,
};

START_TEST (test_handover_by_region)
{
  g_autoptr (GpPlan) half =
      example_plan (2026, two_regions, "parameters handover_share,,,0.5", NULL);
  check_value (half, GP_PRIORITY_REGULAR_DELAY, 6, 6);
  check_amount (half, GP_ROW_VERANDERCOACH_DAYS, "P noord", 2026, 10, 10);
  check_amount (half, GP_ROW_VERANDERCOACH_DAYS, "P zuid", 2026, 10, 10);

  g_autoptr (GpPlan) all = example_plan (2026, two_regions, "parameters handover_share,,,1", NULL);
  check_value (all, GP_PRIORITY_REGULAR_DELAY, 4, 4);
  check_amount (all, GP_ROW_VERANDERCOACH_DAYS, "P", 2026, 40, 40);
}
END_TEST

/* 7 coach capacity. P has a verandercoach of 12.5 days, and one of 20 (the parameter) who leaves
 * after 2026; one more is trained in 2026, who gives 4 days that year and then 20. Experts have 10
 * days a year; asked 10 starts a year.
 *   2026: 10 + 12.5 + 20 + 4 = 46.5; 2027: 10 + 12.5 + 20 = 42.5: starts 4.65 and 4.25,
 *   B = 5.35, 11.1: delay 16.45. Whole: 4 and 4, B = 6, 12: delay 18.
 * A first year of 20 days: 62.5 and 42.5: B = 3.75, 9.5: delay 13.25. Whole 6 and 4: 4 + 10 = 14.
 * 100 days each, also the first year: 2027 has 10 + 12.5 + 100 N >= 100, so N = 0.775 (whole 1),
 * and 2026 has enough without: no delay. */
static const char *const capacity[] = {
    "boards P,Board P,noord,2024-2025,5",
    "schools 20 P,,po,noord,100,0",
    "schools 5 P,,po,noord,100,0,2020-2021,regular",
    "expert_coaches e,Expert,noord,10",
    "verandercoaches v,P,Coach V,2024-2025,12.5",
    "verandercoaches w,P,Coach W,2025-2026,,2026-2027",
    "parameters cohort_target,regular,,10",
    "parameters handover_share,,,1",
    "parameters training_cap,,2026-2027,1",
    NULL,
};

START_TEST (test_capacity)
{
  g_autoptr (GpPlan) with =
      example_plan (2027, capacity, "parameters verandercoach_first_year_days,,,4", NULL);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 16.45, 18);
  check_amount (with, GP_ROW_TRAINING, "P", 2026, 1, 1);
  check_amount (with, GP_ROW_VERANDERCOACH_DAYS, "P", 2026, 36.5, 36.5);
  check_amount (with, GP_ROW_VERANDERCOACH_DAYS, "P", 2027, 32.5, 32.5);

  g_autoptr (GpPlan) first =
      example_plan (2027, capacity, "parameters verandercoach_first_year_days,,,20", NULL);
  check_value (first, GP_PRIORITY_REGULAR_DELAY, 13.25, 14);

  g_autoptr (GpPlan) without =
      example_plan (2027, capacity, "parameters verandercoach_first_year_days,,,100",
                    "parameters verandercoach_days,,,100", NULL);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
}
END_TEST

/* 8 stock. P has two verandercoaches and trains one in 2026 (8 days that year, then 20); there are
 * no experts; asked 5 starts a year. With half of them left every year:
 *   known 2, 1, 0.5 of 20 days: 40, 20, 10; trained N = 1, 0.5, 0.25: 8, 10, 5
 *   days 48, 30, 15: starts 4.8, 3, 1.5; B = 0.2, 2.2, 5.7: delay 8.1
 *   whole 4, 3, 1: B = 1, 3, 7: delay 11.
 * When all stay: days 48, 60, 60: starts 4.8, 5.2 (the 5 and what was open), 5: B = 0.2, 0, 0.
 * Whole 4, 6, 5: delay 1. */
static const char *const stock[] = {
    "boards P,Board P,noord,2024-2025,5",
    "schools 20 P,,po,noord,100,0",
    "schools 5 P,,po,noord,100,0,2020-2021,regular",
    "verandercoaches v,P,Coach V,2024-2025",
    "verandercoaches w,P,Coach W,2025-2026",
    "parameters cohort_target,regular,,5",
    "parameters handover_share,,,1",
    "parameters training_cap,,2026-2027,1",
    "parameters verandercoach_first_year_days,,,8",
    NULL,
};

START_TEST (test_stock)
{
  g_autoptr (GpPlan) with =
      example_plan (2028, stock, "parameters verandercoach_retention,,,0.5", NULL);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 8.1, 11);
  check_amount (with, GP_ROW_STOCK, "P", 2026, 1, 1);
  check_amount (with, GP_ROW_STOCK, "P", 2027, 0.5, 0.5);
  check_amount (with, GP_ROW_STOCK, "P", 2028, 0.25, 0.25);
  check_amount (with, GP_ROW_VERANDERCOACH_DAYS, "P", 2028, 15, 10);

  g_autoptr (GpPlan) without = example_plan (2028, stock, NULL);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0.2, 1);
  check_amount (without, GP_ROW_STOCK, "P", 2028, 1, 1);
  check_amount (without, GP_ROW_START, "", 2027, 5.2, 6);
}
END_TEST

/* 9 pool. A new partner: nobody started, no verandercoaches. Experts have 20 days a year, a
 * verandercoach 20 from the first year on; asked 10 a year. In 2026 there is nobody to train: 2
 * starts, B = 8.
 *   0.3 people a school: N <= 0.6 in 2027: (20 + 12) / 10 = 3.2, B = 14.8: delay 22.8. Whole:
 * nobody, 2 starts, B = 16: delay 24. 5 people a school: N <= 10, of whom P has room for 4: (20 +
 * 80) / 10 = 10, B = 8: delay 16. */
static const char *const pool[] = {
    "boards P,Board P,noord,2024-2025,4",
    "schools 30 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,20",
    "parameters cohort_target,regular,,10",
    "parameters handover_share,,,1",
    "parameters training_cap,,,9",
    "parameters verandercoach_first_year_days,,,20",
    NULL,
};

START_TEST (test_pool)
{
  g_autoptr (GpPlan) with =
      example_plan (2027, pool, "parameters candidates_per_school,,,0.3", NULL);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 22.8, 24);
  check_amount (with, GP_ROW_TRAINING, "P", 2026, 0, 0);
  check_amount (with, GP_ROW_TRAINING, "P", 2027, 0.6, 0);

  g_autoptr (GpPlan) without =
      example_plan (2027, pool, "parameters candidates_per_school,,,5", NULL);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 16, 16);
  check_amount (without, GP_ROW_TRAINING, "P", 2026, 0, 0);
  check_amount (without, GP_ROW_TRAINING, "P", 2027, 4, 4);
}
END_TEST

/* 9 with history. P has a verandercoach already, who counts in the pool too; half a person a
 * school. Four of P's schools started: max(0, 2 - 1) = 1 in 2026: (20 + 20 + 20) / 10 = 6 starts, B
 * = 4; 2027: 1 + 0.5 x 6 = 4, but P has room for 4 - 1 = 3: (20 + 20 + 60) / 10 = 10, B = 4:
 * delay 8. They are another board's schools: max(0, 0 - 1) = 0: (20 + 20) / 10 = 4 starts, B = 6;
 * 2027: 0 + 0.5 x 4 = 2: (20 + 20 + 40) / 10 = 8, B = 8: delay 14. */
START_TEST (test_pool_of_history)
{
  const char *people = "parameters candidates_per_school,,,0.5";
  const char *coach = "verandercoaches v,P,Coach V,2024-2025";
  g_autoptr (GpPlan) own = example_plan (2027, pool, people, coach,
                                         "schools 4 P,,po,noord,100,0,2020-2021,regular", NULL);
  check_value (own, GP_PRIORITY_REGULAR_DELAY, 8, 8);
  check_amount (own, GP_ROW_TRAINING, "P", 2026, 1, 1);
  check_amount (own, GP_ROW_STOCK, "P", 2027, 3, 3);

  g_autoptr (GpPlan) other = example_plan (2027, pool, people, coach, "boards Q,Board Q,noord",
                                           "schools 4 Q,,po,noord,100,0,2020-2021,regular", NULL);
  check_value (other, GP_PRIORITY_REGULAR_DELAY, 14, 14);
  check_amount (other, GP_ROW_TRAINING, "P", 2026, 0, 0);
  check_amount (other, GP_ROW_STOCK, "P", 2027, 2, 2);
}
END_TEST

/* 10 partner room, of a partner with one verandercoach and four schools that started (three more
 * people to train). Experts have 20 days, a verandercoach 20; asked 10: (20 + 20 + 20 N) / 10.
 *   at most 2 at P: N = 1, x = 6, delay 4
 *   at most 4: N = 3, x = 10, delay 0
 *   0.15 a school, of 14 schools: 2.1, rounded up 3: N = 2, x = 8, delay 2
 *   at most 0, but it has one already: N = 0, x = 4, delay 6 */
static const char *const room[] = {
    "schools 10 P,,po,noord,100,0",
    "schools 4 P,,po,noord,100,0,2020-2021,regular",
    "expert_coaches e,Expert,noord,20",
    "verandercoaches v,P,Coach V,2024-2025",
    "parameters cohort_target,regular,,10",
    "parameters handover_share,,,1",
    "parameters training_cap,,,9",
    "parameters verandercoach_first_year_days,,,20",
    NULL,
};

static void
check_room (const char *board, const char *per_school, double trained, double delay)
{
  const char *all[G_N_ELEMENTS (room) + 1] = {board};
  memcpy (all + 1, room, sizeof room);
  g_autoptr (GpPlan) plan = example_plan (2026, all, per_school, NULL);
  check_amount (plan, GP_ROW_TRAINING, "P", 2026, trained, trained);
  check_value (plan, GP_PRIORITY_REGULAR_DELAY, delay, delay);
}

START_TEST (test_room_of_partner)
{
  check_room ("boards P,Board P,noord,2024-2025,2", NULL, 1, 4);
  check_room ("boards P,Board P,noord,2024-2025,4", NULL, 3, 0);
  check_room ("boards P,Board P,noord,2024-2025", "parameters verandercoaches_per_school,,,0.15", 2,
              2);
  check_room ("boards P,Board P,noord,2024-2025,0", NULL, 0, 6);
}
END_TEST

/* 10, never below what there is. P may have none by its own limit, but has two; half leave every
 * year: V0 = 2, 1. So M = 2, and there is room for 0 and 1: starts (20 + 40) / 10 = 6, and (20 + 20
 * + 20) / 10 = 6; asked 10 a year: B = 4, 8: delay 12. When all stay there is no room in 2027
 * either, but still 40 days: 6 and 6 too, without a training. */
static const char *const full[] = {
    "boards P,Board P,noord,2024-2025,0",
    "schools 20 P,,po,noord,100,0",
    "schools 4 P,,po,noord,100,0,2020-2021,regular",
    "expert_coaches e,Expert,noord,20",
    "verandercoaches v,P,Coach V,2024-2025",
    "verandercoaches w,P,Coach W,2024-2025",
    "parameters cohort_target,regular,,10",
    "parameters handover_share,,,1",
    "parameters training_cap,,,9",
    "parameters verandercoach_first_year_days,,,20",
    NULL,
};

START_TEST (test_room_of_full_partner)
{
  g_autoptr (GpPlan) with =
      example_plan (2027, full, "parameters verandercoach_retention,,,0.5", NULL);
  check_amount (with, GP_ROW_TRAINING, "P", 2026, 0, 0);
  check_amount (with, GP_ROW_TRAINING, "P", 2027, 1, 1);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 12, 12);

  g_autoptr (GpPlan) stay = example_plan (2027, full, NULL);
  check_amount (stay, GP_ROW_TRAINING, "P", GP_YEAR_NONE, 0, 0);
  check_value (stay, GP_PRIORITY_REGULAR_DELAY, 12, 12);
}
END_TEST

/* 10, of a board that may become a partner. P may have 2 verandercoaches; nobody becomes a partner
 * in 2026; in 2027 three may, but P only once: N = 0, 2. Experts have 20 days; asked 5 a year:
 * starts 2 and (20 + 40) / 10 = 6, B = 3, 2: delay 5. (Three times a partner, it would be 6 and 8.)
 * When nobody becomes a partner, or P is too small to: 2 and 2, B = 3, 6: delay 9. */
static const char *const joining[] = {
    "boards P,Board P,noord,,2",
    "schools 20 P,,po,noord,100,0",
    "schools 6 P,,po,noord,100,0,2020-2021,regular",
    "expert_coaches e,Expert,noord,20",
    "parameters cohort_target,regular,,5",
    "parameters handover_share,,,1",
    "parameters training_cap,,,9",
    "parameters verandercoach_first_year_days,,,20",
    NULL,
};

START_TEST (test_room_of_new_partner)
{
  const char *cap = "parameters partner_cap,,2027-2028,3";
  g_autoptr (GpPlan) with =
      example_plan (2027, joining, cap, "parameters partner_min_schools,,,26", NULL);
  check_amount (with, GP_ROW_PARTNER, "P", 2026, 0, 0);
  check_amount (with, GP_ROW_PARTNER, "P", 2027, 1, 1);
  check_amount (with, GP_ROW_TRAINING, "P", 2026, 0, 0);
  check_amount (with, GP_ROW_TRAINING, "P", 2027, 2, 2);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 5, 5);

  g_autoptr (GpPlan) nobody = example_plan (2027, joining, NULL);
  check_amount (nobody, GP_ROW_TRAINING, "P", GP_YEAR_NONE, 0, 0);
  check_value (nobody, GP_PRIORITY_REGULAR_DELAY, 9, 9);

  g_autoptr (GpPlan) small =
      example_plan (2027, joining, cap, "parameters partner_min_schools,,,27", NULL);
  check_amount (small, GP_ROW_PARTNER, "P", GP_YEAR_NONE, 0, 0);
  check_value (small, GP_PRIORITY_REGULAR_DELAY, 9, 9);
}
END_TEST

/* 11 partner cap. P and Q may become partners, each with one verandercoach. Experts have 20 days, a
 * verandercoach 20; asked 10: (20 + 20 N) / 10. At most 1.5 partners: N = 1.5, x = 5, delay 5;
 * whole: 1, x = 4, delay 6. At most 2: x = 6, delay 4. */
static const char *const partner_cap[] = {
    "boards P,Board P,noord,,1",
    "boards Q,Board Q,noord,,1",
    "schools 5 P,,po,noord,100,0",
    "schools 5 Q,,po,noord,100,0",
    "schools 1 P,,po,noord,100,0,2020-2021,regular",
    "schools 1 Q,,po,noord,100,0,2020-2021,regular",
    "expert_coaches e,Expert,noord,20",
    "parameters cohort_target,regular,,10",
    "parameters handover_share,,,1",
    "parameters training_cap,,,9",
    "parameters verandercoach_first_year_days,,,20",
    NULL,
};

START_TEST (test_partner_cap)
{
  g_autoptr (GpPlan) with = example_plan (2026, partner_cap, "parameters partner_cap,,,1.5", NULL);
  check_amount (with, GP_ROW_PARTNER, "", 2026, 1.5, 1);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 5, 6);

  g_autoptr (GpPlan) without = example_plan (2026, partner_cap, "parameters partner_cap,,,2", NULL);
  check_amount (without, GP_ROW_PARTNER, "", 2026, 2, 2);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 4, 4);
}
END_TEST

/* 11 training cap, of all boards together. Two partners with two candidates each; as above. At most
 * 1.5: x = 5, delay 5; whole: 1, x = 4, delay 6. Without a cap 4 are trained: x = 10, delay 0. */
static const char *const training_cap[] = {
    "boards P,Board P,noord,2024-2025,2",
    "boards Q,Board Q,noord,2025-2026,2",
    "schools 5 P,,po,noord,100,0",
    "schools 5 Q,,po,noord,100,0",
    "schools 2 P,,po,noord,100,0,2020-2021,regular",
    "schools 2 Q,,po,noord,100,0,2020-2021,regular",
    "expert_coaches e,Expert,noord,20",
    "parameters cohort_target,regular,,10",
    "parameters handover_share,,,1",
    "parameters verandercoach_first_year_days,,,20",
    NULL,
};

START_TEST (test_training_cap)
{
  g_autoptr (GpPlan) with =
      example_plan (2026, training_cap, "parameters training_cap,,,1.5", NULL);
  check_amount (with, GP_ROW_TRAINING, "", 2026, 1.5, 1);
  check_value (with, GP_PRIORITY_REGULAR_DELAY, 5, 6);

  g_autoptr (GpPlan) without =
      example_plan (2026, training_cap, "parameters training_cap,,,9", NULL);
  check_amount (without, GP_ROW_TRAINING, "", 2026, 4, 4);
  check_value (without, GP_PRIORITY_REGULAR_DELAY, 0, 0);
}
END_TEST

static Suite *
coaches_suite (void)
{
  Suite *suite = suite_create ("planner-rules-coaches");
  TCase *tests = tcase_create ("known answers");
  tcase_add_test (tests, test_handover);
  tcase_add_test (tests, test_handover_by_region);
  tcase_add_test (tests, test_capacity);
  tcase_add_test (tests, test_stock);
  tcase_add_test (tests, test_pool);
  tcase_add_test (tests, test_pool_of_history);
  tcase_add_test (tests, test_room_of_partner);
  tcase_add_test (tests, test_room_of_full_partner);
  tcase_add_test (tests, test_room_of_new_partner);
  tcase_add_test (tests, test_partner_cap);
  tcase_add_test (tests, test_training_cap);
  suite_add_tcase (suite, tests);
  return suite;
}

int
main (void)
{
  return gp_test_run (coaches_suite ());
}
