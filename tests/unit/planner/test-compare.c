/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bridges between two scenarios, worked out by hand. A po start takes 10 expert days unless a
 * scenario says otherwise; nothing is lent between the regions, for there is no reason to. */
#include "compare-example.h"

/* Two a year are asked. In base one a year may start, and there are days for one: behind 1 and 2,
 * 3 school-years. The other scenario halves the days of a start and lets two a year: behind 0.
 * Either alone changes nothing. So whichever comes last brings all 3: half of it each. */
static const char *const two_together[] = {
    "boards P,Board P,noord",           "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,10", "parameters cohort_target,regular,,2",
    "parameters interest_cap,,,1",      "other support_days,po:1,,5",
    "other interest_cap,,,2",           NULL,
};

START_TEST (test_two_that_work_together)
{
  g_autoptr (GpProject) project = compare_project (2027, two_together);
  for (int relaxed = 0; relaxed < 2; relaxed++) {
    const GpBridgeOptions options = {.relaxed = relaxed};
    g_autoptr (GpBridge) bridge = compare_bridge (project, GP_FIGURE_DELAY_REGULAR, &options);
    ck_assert_str_eq (bridge->from, "base");
    ck_assert_str_eq (bridge->to, "other");
    ck_assert_int_eq (bridge->start, 300);
    ck_assert_int_eq (bridge->end, 0);
    ck_assert_uint_eq (bridge->n_steps, 2);
    check_step (bridge, 0, "support_days", -150, 0, -300);
    check_step (bridge, 1, "interest_cap", -150, -300, 0);
    ck_assert_uint_eq (bridge->steps[0].n_values, 1);
    ck_assert_uint_eq (bridge->steps[1].n_values, 2); /* both years */
  }
}
END_TEST

/* In whole school-years each half is one or two: together three. In tenths they are what they are.
 */
START_TEST (test_rounded_it_adds_up)
{
  g_autoptr (GpProject) project = compare_project (2027, two_together);
  g_autoptr (GpBridge) bridge = compare_bridge (project, GP_FIGURE_DELAY_REGULAR, NULL);
  gint64 start, end, steps[2];
  gp_bridge_round (bridge, 0, &start, &end, steps);
  ck_assert_int_eq (start, 3);
  ck_assert_int_eq (end, 0);
  ck_assert_int_eq (steps[0], -1);
  ck_assert_int_eq (steps[1], -2);
  gp_bridge_round (bridge, 1, &start, &end, steps);
  ck_assert_int_eq (start, 30);
  ck_assert_int_eq (steps[0], -15);
  ck_assert_int_eq (steps[1], -15);
}
END_TEST

/* Halves of opposite sign at both ends: 0.5 to -0.5 in one step of -1. Rounded each by itself they
 * would be 2 apart. */
START_TEST (test_rounding_of_halves)
{
  static const char *const names[] = {"pins", NULL};
  static const GpBridgeStep down = {names, 1, 1, -100, -100, -100};
  const GpBridge bridge = {.start = 50, .end = -50, .n_steps = 1, .steps = &down};
  gint64 start, end, step;
  gp_bridge_round (&bridge, 0, &start, &end, &step);
  ck_assert_int_eq (start, 1);
  ck_assert_int_eq (end, 0);
  ck_assert_int_eq (step, -1);
}
END_TEST

/* Two must start in 2026, of which the pin alone knows: with the cap of one it cannot be. So the
 * two make one step, of 1 and 2 behind. */
static const char *const pinned[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,20",
    "parameters cohort_target,regular,,2",
    "parameters interest_cap,,,1",
    "other interest_cap,,,2",
    "other-pins start,P,po,regular,2026-2027,2,,agreed",
    NULL,
};

START_TEST (test_what_cannot_be_told_apart)
{
  g_autoptr (GpProject) project = compare_project (2027, pinned);
  g_autoptr (GpBridge) bridge = compare_bridge (project, GP_FIGURE_DELAY_REGULAR, NULL);
  ck_assert_int_eq (bridge->start, 300);
  ck_assert_uint_eq (bridge->n_steps, 1);
  check_step (bridge, 0, "interest_cap+pins", -300, -300, -300);
  ck_assert_uint_eq (bridge->steps[0].n_values, 3);
}
END_TEST

/* Base pins one start to 2027; the other scenario takes its place with none before 2027: the first
 * year's two are 2 behind for a year, and then there are days for two a year. Behind 2 + 2 instead
 * of 0 + 0. */
static const char *const replaced[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,20",
    "parameters cohort_target,regular,,2",
    "pins start,P,po,regular,2026-2027,1,,agreed",
    "other-pins start,P,po,regular,2026-2027,,0,agreed otherwise",
    NULL,
};

START_TEST (test_pins_that_take_the_place_of_others)
{
  g_autoptr (GpProject) project = compare_project (2027, replaced);
  g_autoptr (GpBridge) bridge = compare_bridge (project, GP_FIGURE_DELAY_REGULAR, NULL);
  ck_assert_int_eq (bridge->start, 0);
  ck_assert_int_eq (bridge->end, 400);
  ck_assert_uint_eq (bridge->n_steps, 1);
  check_step (bridge, 0, "pins", 400, 400, 400);
}
END_TEST

/* 25 days and 4 asked: without overload two start. With the delay first all start, 15 days short.
 */
static const char *const other_order[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,25",
    "parameters cohort_target,regular,,4",
    "other-priorities 1,regular_delay",
    "other-priorities 2,overload",
    NULL,
};

START_TEST (test_priorities)
{
  g_autoptr (GpProject) project = compare_project (2026, other_order);
  g_autoptr (GpBridge) bridge = compare_bridge (project, GP_FIGURE_OVERLOAD_DAYS, NULL);
  ck_assert_uint_eq (bridge->n_steps, 1);
  ck_assert_int_eq (bridge->start, 0);
  check_step (bridge, 0, "priorities", 1500, 1500, 1500);
}
END_TEST

/* What no plan depends on is listed, and changes nothing. */
static const char *const another_goal[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,20",
    "parameters cohort_target,regular,,4",
    "parameters interest_cap,,,1",
    "other participation_goal,,,7",
    "other interest_cap,,,2",
    "other price_index,,,0.5",
    NULL,
};

START_TEST (test_what_does_not_matter)
{
  g_autoptr (GpProject) project = compare_project (2026, another_goal);
  g_autoptr (GpBridge) bridge = compare_bridge (project, GP_FIGURE_TAKING_PART, NULL);
  ck_assert_int_eq (bridge->start, 100);
  ck_assert_int_eq (bridge->end, 200);
  ck_assert_uint_eq (bridge->n_steps, 3);
  check_step (bridge, 0, "interest_cap", 100, 100, 100);
  check_step (bridge, 1, "price_index", 0, 0, 0);
  check_step (bridge, 2, "participation_goal", 0, 0, 0);
}
END_TEST

START_TEST (test_the_same_scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = compare_project (2026, another_goal);
  guint32 base = gp_project_find (project, GP_TABLE_SCENARIOS, "base");
  g_autoptr (GpBridge) bridge =
      gp_bridge_new (project, base, base, GP_FIGURE_TAKING_PART, NULL, NULL, &error);
  ck_assert_msg (bridge != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_uint_eq (bridge->n_steps, 0);
  ck_assert_int_eq (bridge->end, bridge->start);
}
END_TEST

/* Two that work together, one that no plan depends on, and pins: of 3 school-years behind (1 and 2)
 * the first two take all; none in 2027 leaves 2 then. In reverse: none in 2027, with one before, is
 * 1 and 3 behind, whatever the interest; half the days of a start let two be first: 0 and 2. */
static const char *const four_groups[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,10",
    "parameters cohort_target,regular,,2",
    "parameters interest_cap,,,1",
    "other support_days,po:1,,5",
    "other interest_cap,,,2",
    "other participation_goal,,,7",
    "other-pins start,P,po,regular,2027-2028,,0,agreed",
    NULL,
};

typedef struct {
  guint n;
  double last;
} Told;

static void
count_progress (double share, const char *doing, gpointer data)
{
  Told *told = data;
  ck_assert_str_ne (doing, "");
  told->n++;
  ck_assert_double_eq_tol (share, told->n / 6.0, 1e-12);
  told->last = share;
}

START_TEST (test_four_groups)
{
  Told told = {0};
  const GpBridgeOptions options = {.progress = count_progress, .progress_data = &told};
  g_autoptr (GpProject) project = compare_project (2027, four_groups);
  g_autoptr (GpBridge) bridge = compare_bridge (project, GP_FIGURE_DELAY_REGULAR, &options);
  ck_assert_int_eq (bridge->start, 300);
  ck_assert_int_eq (bridge->end, 200);
  ck_assert_uint_eq (bridge->n_steps, 4);
  check_step (bridge, 0, "support_days", -100, 0, -200);
  check_step (bridge, 1, "interest_cap", -150, -300, 0);
  check_step (bridge, 2, "participation_goal", 0, 0, 0);
  check_step (bridge, 3, "pins", 150, 200, 100);
  /* both ends, and of three that matter two points in each direction */
  ck_assert_uint_eq (told.n, 6);
  ck_assert_double_eq (told.last, 1);
}
END_TEST

/* Only the delay counts in the other scenario, and four may start in place of three: 15 days short
 * then. In reverse: three are 5 short. */
static const char *const one_priority[] = {
    "boards P,Board P,noord",           "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,25", "parameters cohort_target,regular,,4",
    "parameters interest_cap,,,3",      "other interest_cap,,,4",
    "other-priorities 1,regular_delay", NULL,
};

START_TEST (test_one_priority)
{
  g_autoptr (GpProject) project = compare_project (2026, one_priority);
  g_autoptr (GpBridge) bridge = compare_bridge (project, GP_FIGURE_OVERLOAD_DAYS, NULL);
  ck_assert_uint_eq (bridge->n_steps, 2);
  ck_assert_int_eq (bridge->start, 0);
  check_step (bridge, 0, "interest_cap", 500, 0, 1000);
  check_step (bridge, 1, "priorities", 1000, 1500, 500);
}
END_TEST

/* The published plan, which `change` keeps to before all else: one start a year, as in base, where
 * two could start. Kept, the delay is 1 + 2. */
static const char *const kept[] = {
    "boards P,Board P,noord",
    "schools 9 P,,po,noord,100,0",
    "expert_coaches e,Expert,noord,20",
    "parameters cohort_target,regular,,2",
    "parameters interest_cap,,,1",
    "priorities 1,change",
    "priorities 2,regular_delay",
    "other interest_cap,,,2",
    NULL,
};

START_TEST (test_a_published_plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = compare_project (2027, kept);
  guint32 base = gp_project_find (project, GP_TABLE_SCENARIOS, "base");
  guint32 other = gp_project_find (project, GP_TABLE_SCENARIOS, "other");
  g_autoptr (GpPlan) published = gp_planner_plan (project, base, NULL, NULL, &error);
  ck_assert_msg (published != NULL, "%s", error != NULL ? error->message : "");
  const GpBridgeOptions options = {.to_published = published};
  g_autoptr (GpBridge) bridge =
      gp_bridge_new (project, other, other, GP_FIGURE_DELAY_REGULAR, &options, NULL, &error);
  ck_assert_msg (bridge != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_int_eq (bridge->start, 0);
  ck_assert_uint_eq (bridge->n_steps, 1);
  check_step (bridge, 0, "published_plan", 300, 300, 300);
}
END_TEST

/* Start and end are those of the plans that were given; what the assumptions do not explain is
 * said. */
START_TEST (test_given_plans)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = compare_project (2027, two_together);
  guint32 base = gp_project_find (project, GP_TABLE_SCENARIOS, "base");
  guint32 other = gp_project_find (project, GP_TABLE_SCENARIOS, "other");
  g_autoptr (GpPlan) plan = gp_planner_plan (project, other, NULL, NULL, &error);
  ck_assert_msg (plan != NULL, "%s", error != NULL ? error->message : "");
  const GpBridgeOptions options = {.to_plan = plan};
  g_autoptr (GpBridge) bridge =
      gp_bridge_new (project, base, base, GP_FIGURE_DELAY_REGULAR, &options, NULL, &error);
  ck_assert_msg (bridge != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_int_eq (bridge->start, 300);
  ck_assert_int_eq (bridge->end, 0);
  ck_assert_uint_eq (bridge->n_steps, 1);
  check_step (bridge, 0, "plan", -300, -300, -300);
}
END_TEST

/* Pins that no plan can meet: an error that names the scenario. */
static const char *const hopeless[] = {
    "boards P,Board P,noord",
    "schools 2 P,,po,noord,100,0",
    "parameters cohort_target,regular,,9",
    "other-pins start,P,po,regular,2026-2027,3,,more than there are",
    NULL,
};

START_TEST (test_a_scenario_without_a_plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = compare_project (2026, hopeless);
  GpBridge *bridge = gp_bridge_new (project, gp_project_find (project, GP_TABLE_SCENARIOS, "base"),
                                    gp_project_find (project, GP_TABLE_SCENARIOS, "other"),
                                    GP_FIGURE_DELAY_REGULAR, NULL, NULL, &error);
  ck_assert_ptr_null (bridge);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_ptr_nonnull (strstr (error->message, "other"));
}
END_TEST

START_TEST (test_cancelled)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = compare_project (2027, two_together);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  GpBridge *bridge = gp_bridge_new (project, gp_project_find (project, GP_TABLE_SCENARIOS, "base"),
                                    gp_project_find (project, GP_TABLE_SCENARIOS, "other"),
                                    GP_FIGURE_DELAY_REGULAR, NULL, cancellable, &error);
  ck_assert_ptr_null (bridge);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("compare");
  TCase *tests = tcase_create ("known answers");
  tcase_add_test (tests, test_two_that_work_together);
  tcase_add_test (tests, test_rounded_it_adds_up);
  tcase_add_test (tests, test_rounding_of_halves);
  tcase_add_test (tests, test_what_cannot_be_told_apart);
  tcase_add_test (tests, test_pins_that_take_the_place_of_others);
  tcase_add_test (tests, test_priorities);
  tcase_add_test (tests, test_what_does_not_matter);
  tcase_add_test (tests, test_four_groups);
  tcase_add_test (tests, test_one_priority);
  tcase_add_test (tests, test_the_same_scenario);
  tcase_add_test (tests, test_a_published_plan);
  tcase_add_test (tests, test_given_plans);
  tcase_add_test (tests, test_a_scenario_without_a_plan);
  tcase_add_test (tests, test_cancelled);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
