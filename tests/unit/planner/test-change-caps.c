/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published partner years, trainings and hires under caps and rules that are tighter by now, worked
 * out by hand. Change comes first in the order, so that all stays that may. */
#include "change-example.h"

/* Three boards of which P and Q could be dropped without anybody noticing by the first year or the
 * first board alone. */
static const char *const three_boards[] = {
    "boards O,Board O,noord",
    "boards P,Board P,noord",
    "boards Q,Board Q,zuid",
    "schools 4 O,,po,noord,100,0,2024-2025,regular",
    "schools 4 P,,po,noord,100,0,2024-2025,regular",
    "schools 4 Q,,po,zuid,100,0,2024-2025,regular",
    "expert_coaches e,Expert,noord,100",
    "expert_coaches f,Expert,zuid,100",
    "parameters candidates_per_school,,,1",
    "priorities 1,change",
    "priorities 2,regular_delay",
    NULL,
};

static GpPlan *
plan_kept (const char *const *more, const char *const *rows)
{
  g_autoptr (GpProject) project = change_project (2028, three_boards, more);
  g_autoptr (GpPlan) published = change_published (rows);
  GpPlan *plan = change_plan (project, 1, published);
  ck_assert (plan->has_whole);
  return plan;
}

static double
whole_change (const GpPlan *plan)
{
  return change_priority (plan, GP_PRIORITY_CHANGE)->whole;
}

static const char *const two_partners[] = {"partner P 2027 1", "partner Q 2027 1",
                                           "training P 2028 2", "training Q 2028 2", NULL};

/* Two partners in a year in which one may become one now: the other does a year before. */
START_TEST (fewer_partners)
{
  static const char *const wide[] = {
      "parameters verandercoaches_per_school,,,1", "parameters partner_min_schools,,,2",
      "parameters partner_cap,,,2", "parameters training_cap,,,9", NULL};
  static const char *const tight[] = {
      "parameters verandercoaches_per_school,,,1", "parameters partner_min_schools,,,2",
      "parameters partner_cap,,,1", "parameters training_cap,,,9", NULL};
  g_autoptr (GpPlan) same = plan_kept (wide, two_partners);
  g_autoptr (GpPlan) less = plan_kept (tight, two_partners);
  ck_assert_double_eq (whole_change (same), 0);
  ck_assert_double_eq (whole_change (less), 2);
}
END_TEST

/* Four trainings in a year, of which three may be. */
START_TEST (fewer_trainings)
{
  static const char *const tight[] = {
      "parameters verandercoaches_per_school,,,1", "parameters partner_min_schools,,,2",
      "parameters partner_cap,,,2", "parameters training_cap,,,3", NULL};
  g_autoptr (GpPlan) less = plan_kept (tight, two_partners);
  ck_assert_double_eq (whole_change (less), 1);
}
END_TEST

/* Three coaches of a board that may have no more than two by now, of whom none leaves; and half of
 * them leaving makes room. */
START_TEST (less_room)
{
  static const char *const rows[] = {"partner P 2026 1", "training P 2026 1", "training P 2027 1",
                                     "training P 2028 1", NULL};
  static const char *const tight[] = {"parameters partner_cap,,,1", "parameters training_cap,,,9",
                                      "parameters verandercoaches_per_school,,,0.5",
                                      "parameters partner_min_schools,,,2", NULL};
  static const char *const leaving[] = {"parameters partner_cap,,,1",
                                        "parameters training_cap,,,9",
                                        "parameters verandercoaches_per_school,,,0.5",
                                        "parameters partner_min_schools,,,2",
                                        "parameters verandercoach_retention,,,0.5",
                                        NULL};
  g_autoptr (GpPlan) less = plan_kept (tight, rows);
  g_autoptr (GpPlan) same = plan_kept (leaving, rows);
  ck_assert_double_eq (whole_change (less), 1);
  ck_assert_double_eq (whole_change (same), 0);
}
END_TEST

/* A board that is too small for a partner by now. */
START_TEST (no_partner_any_more)
{
  static const char *const now[] = {"parameters partner_cap,,,2",
                                    "parameters training_cap,,,9",
                                    "parameters verandercoaches_per_school,,,1",
                                    "parameters partner_min_schools,,,5",
                                    "schools 1 Q,,po,zuid,100,0",
                                    NULL};
  g_autoptr (GpPlan) less = plan_kept (now, two_partners);
  ck_assert_double_eq (whole_change (less), 3);
  check_amount (less, GP_ROW_PARTNER, "P", GP_YEAR_NONE, 0, 0);
}
END_TEST

/* Six starts ask all days of the expert and of two hires of the second year, in two regions. One
 * hire fits under the cap by now: its 20 days' two starts go. */
static const char *const hiring[] = {
    "boards P,Board P,noord",
    "boards Q,Board Q,zuid",
    "schools 9 P,,po,noord,100,0",
    "schools 9 Q,,po,zuid,100,0",
    "expert_coaches e,Expert,noord,10",
    "parameters cohort_target,regular,2026-2027,1",
    "parameters cohort_target,regular,2027-2028,5",
    "priorities 1,overload",
    "priorities 2,change",
    "priorities 3,regular_delay",
    NULL,
};

START_TEST (fewer_hires)
{
  static const char *const rows[] = {"start P po noord other regular 2026 1",
                                     "start P po noord other regular 2027 3",
                                     "start Q po zuid other regular 2027 2",
                                     "hire noord 2027 1",
                                     "hire zuid 2027 1",
                                     NULL};
  static const char *const wide[] = {"parameters expert_cap,,,3", NULL};
  static const char *const tight[] = {"parameters expert_cap,,,2", NULL};
  g_autoptr (GpPlan) published = change_published (rows);
  g_autoptr (GpProject) a = change_project (2027, hiring, wide);
  g_autoptr (GpProject) b = change_project (2027, hiring, tight);
  g_autoptr (GpPlan) same = change_plan (a, 1, published);
  g_autoptr (GpPlan) less = change_plan (b, 1, published);
  check_value (same, GP_PRIORITY_CHANGE, 0, 0);
  check_value (same, GP_PRIORITY_REGULAR_DELAY, 0, 0);
  check_value (less, GP_PRIORITY_CHANGE, 2, 2);
  check_value (less, GP_PRIORITY_REGULAR_DELAY, 2, 2);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("planner-change-caps");
  TCase *tests = tcase_create ("tests");
  tcase_add_test (tests, fewer_partners);
  tcase_add_test (tests, fewer_trainings);
  tcase_add_test (tests, less_room);
  tcase_add_test (tests, no_partner_any_more);
  tcase_add_test (tests, fewer_hires);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
