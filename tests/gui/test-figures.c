/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures and sentences of the Overview against a plan made by hand, and searching in rows. */
#include "gp-balance.h"
#include "gp-row.h"
#include "gp-summary.h"
#include "gp-why-now.h"

#include <check.h>
#include <math.h>

/* Two regions, one board with ten schools of which four take part; plan 2026-2028, goal 2027-2028.
 */
static GpProject *
project_asking (gint64 goal, int days)
{
  GpProject *project = gp_project_new (NULL, NULL);
  GError *error = NULL;

  gp_project_set_frame (project, "Proef", 2026, 2028, 2027);
  gp_project_add_region (project, &(GpRegion){.code = "noord", .name = "Noord"});
  gp_project_add_region (project, &(GpRegion){.code = "zuid", .name = "Zuid"});
  gp_project_add_sector (
      project, &(GpSector){.code = "po", .name = "po", .support_years = 1, .groeikracht = TRUE});
  gp_project_add_board (
      project,
      &(GpBoard){.code = "B", .name = "Verzonnen", .home_region = 0, .max_verandercoaches = -1});
  for (int i = 0; i < 10; i++) {
    char code[] = {'S', (char)('0' + i), '\0'};
    GpSchool school = {.code = code,
                       .pupils = 100,
                       .region = days > 0 ? 1 : 0,
                       .started = i < 4 ? 2025 : GP_YEAR_NONE,
                       .programme = i < 4 ? GP_PROGRAMME_REGULAR : GP_PROGRAMME_NONE,
                       .requirements = {-1, -1, -1, -1}};

    gp_project_add_school (project, &school);
  }
  gp_project_add_scenario (project,
                           &(GpScenario){.code = "base", .name = "Basis", .parent = GP_NONE});
  if (goal > 0)
    gp_project_add_parameter (project, &(GpParameterValue){.parameter = "participation_goal",
                                                           .value = {goal, 0},
                                                           .source = "typed"});
  if (days > 0)
    gp_project_add_parameter (project, &(GpParameterValue){.parameter = "support_days",
                                                           .scope = "po:1",
                                                           .value = {days, 0},
                                                           .source = "typed"});
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

static GpProject *
project_with_goal (gint64 goal)
{
  return project_asking (goal, 0);
}

static void
add (GpPlan *plan, GpPlanRowKind kind, const char *region, GpProgramme programme, GpYear year,
     double amount)
{
  GpPlanRow row = {.kind = kind,
                   .board = kind == GP_ROW_START || kind == GP_ROW_TRAINING ? "B" : "",
                   .sector = kind == GP_ROW_START ? "po" : "",
                   .region = region,
                   .to_region = "",
                   .programme = programme,
                   .year = year,
                   .amount = amount,
                   .hundredths = (gint64)llround (amount * 100)};

  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
}

/* Starts 2 + 1, nothing in the look-ahead year; Zuid uses all its days in 2027 while one school
 * waits, Noord is 5 days short in 2026. */
static GpPlan *
plan_of (double unavoidable, double waits_after_goal)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  GpPlanPriority cost = {.id = GP_PRIORITY_COST, .relaxed = 900, .whole = 1234567};

  add (plan, GP_ROW_START, "noord", GP_PROGRAMME_REGULAR, 2026, 2);
  add (plan, GP_ROW_START, "zuid", GP_PROGRAMME_GROEIKRACHT, 2027, 1);
  add (plan, GP_ROW_TRAINING, "", GP_PROGRAMME_NONE, 2026, 3);
  add (plan, GP_ROW_TRAINING, "", GP_PROGRAMME_NONE, 2028, 5);
  add (plan, GP_ROW_USED, "noord", GP_PROGRAMME_NONE, 2026, 45);
  add (plan, GP_ROW_AVAILABLE, "noord", GP_PROGRAMME_NONE, 2026, 40);
  add (plan, GP_ROW_OVERLOAD, "noord", GP_PROGRAMME_NONE, 2026, 5);
  add (plan, GP_ROW_USED, "zuid", GP_PROGRAMME_NONE, 2026, 10);
  add (plan, GP_ROW_AVAILABLE, "zuid", GP_PROGRAMME_NONE, 2026, 40);
  add (plan, GP_ROW_USED, "zuid", GP_PROGRAMME_NONE, 2027, 40);
  add (plan, GP_ROW_AVAILABLE, "zuid", GP_PROGRAMME_NONE, 2027, 40);
  add (plan, GP_ROW_USED, "zuid", GP_PROGRAMME_NONE, 2028, 40);
  add (plan, GP_ROW_AVAILABLE, "zuid", GP_PROGRAMME_NONE, 2028, 40);
  add (plan, GP_ROW_DELAY, "", GP_PROGRAMME_REGULAR, 2027, 1);
  if (waits_after_goal > 0)
    add (plan, GP_ROW_DELAY, "", GP_PROGRAMME_REGULAR, 2028, waits_after_goal);
  gp_plan_add_priority (plan, &cost);
  if (unavoidable >= 0)
    gp_plan_add_priority (
        plan,
        &(GpPlanPriority){.id = GP_PRIORITY_REGULAR_DELAY, .relaxed = unavoidable, .whole = 3});
  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  return plan;
}

static GpPlan *
plan_with_unavoidable (double unavoidable)
{
  return plan_of (unavoidable, 0);
}

static GpPlan *
plan_by_hand (void)
{
  return plan_with_unavoidable (-1);
}

/* One school-year of waiting: none of it has to be, or 0.6 of it, or nobody knows. */
START_TEST (test_distance)
{
  g_autoptr (GpProject) project = project_with_goal (9);
  g_autoptr (GpPlan) none = plan_with_unavoidable (0), most = plan_with_unavoidable (0.6);
  g_autoptr (GpPlan) unknown = plan_by_hand ();
  g_autoptr (GpSummary) far = gp_summary_new (project, 0, none);
  g_autoptr (GpSummary) near = gp_summary_new (project, 0, most);
  g_autoptr (GpSummary) open = gp_summary_new (project, 0, unknown);
  g_autofree char *sentence = gp_summary_distance (far, GP_LANGUAGE_ENGLISH);

  ck_assert_str_eq (sentence, "Nothing proves that the one school-year of waiting is unavoidable.");
  ck_assert_ptr_null (gp_summary_distance (near, GP_LANGUAGE_ENGLISH));
  ck_assert_ptr_null (gp_summary_distance (open, GP_LANGUAGE_ENGLISH));
}
END_TEST

START_TEST (test_figures)
{
  g_autoptr (GpProject) project = project_with_goal (9);
  g_autoptr (GpPlan) plan = plan_by_hand ();
  g_autoptr (GpSummary) summary = gp_summary_new (project, 0, plan);

  ck_assert (summary->has_plan && !summary->rough);
  ck_assert_double_eq_tol (summary->now, 4, 1e-9);
  ck_assert_double_eq_tol (summary->at_goal, 7, 1e-9);
  ck_assert_double_eq_tol (summary->goal, 9, 1e-9);
  ck_assert_double_eq_tol (summary->waiting, 1, 1e-9);
  ck_assert_double_eq_tol (summary->overload, 5, 1e-9);
  ck_assert_double_eq_tol (summary->trainings, 3, 1e-9); /* not those after the goal year */
  ck_assert_double_eq_tol (summary->cost, 1234567, 1e-9);
  ck_assert_int_eq (summary->busiest_year, 2027);
  ck_assert_double_eq_tol (summary->busiest_share, 1, 1e-9);
}
END_TEST

/* Noord lacks what is promised; Zuid has days left, then none while one school waits that would ask
 * 30, then none while nobody does. */
START_TEST (test_balance)
{
  g_autoptr (GpProject) project = project_asking (9, 30);
  g_autoptr (GpPlan) plan = plan_by_hand ();
  g_autoptr (GpSummary) summary = gp_summary_new (project, 0, plan);
  g_autoptr (GpBalance) balance = gp_balance_new (summary, 0, plan);
  g_autofree char *lacks = gp_balance_text (balance, 0, 0, GP_LANGUAGE_ENGLISH);
  g_autofree char *left = gp_balance_text (balance, 1, 0, GP_LANGUAGE_ENGLISH);
  g_autofree char *waits = gp_balance_text (balance, 1, 1, GP_LANGUAGE_ENGLISH);
  guint worst = 9;

  ck_assert_double_eq_tol (balance->days[0], -5, 1e-9);
  ck_assert (isnan (balance->days[1]));
  ck_assert_double_eq_tol (balance->days[3], 30, 1e-9);
  ck_assert_double_eq_tol (balance->days[4], -30, 1e-9);
  ck_assert_double_eq_tol (balance->waiting[4], 1, 1e-9);
  ck_assert_double_eq_tol (balance->share[4], -0.75, 1e-9);
  ck_assert_double_eq_tol (balance->days[5], 0, 1e-9);
  ck_assert_double_eq_tol (gp_balance_lacks (balance, 1, &worst), 30, 1e-9);
  ck_assert_uint_eq (worst, 1);
  ck_assert_str_eq (lacks, "Noord, 2026-2027: promised work lacks 5 expert days; 40 are there.");
  ck_assert_str_eq (left, "Zuid, 2026-2027: 30 of 40 expert days are left.");
  ck_assert_str_eq (waits, "Zuid, 2027-2028: 0 of 40 expert days are left; about 30 more would be "
                           "asked by schools that wait (1).");
}
END_TEST

/* Zuid lacks more than Noord, so it comes first; then what may not be more. When nobody waits and
 * nothing is promised that cannot be, nothing is full. */
START_TEST (test_what_is_full)
{
  g_autoptr (GpProject) project = project_asking (9, 30);
  g_autoptr (GpPlan) plan = plan_by_hand (), easy = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  g_autoptr (GpSummary) summary = gp_summary_new (project, 0, plan), other = NULL;
  g_autoptr (GpBalance) balance = gp_balance_new (summary, 0, plan), spare = NULL;
  g_autoptr (GPtrArray) things = gp_why_now (balance, 0, plan), none = NULL;
  const GpWhyThing *first, *second;

  ck_assert_uint_ge (things->len, 2);
  first = things->pdata[0];
  second = things->pdata[1];
  ck_assert_str_eq (first->sentence,
                    "Zuid: expert days run short in 2027-2028, by about 30 together.");
  ck_assert_str_eq (first->page, "capacity");
  ck_assert_str_eq (first->place, "zuid");
  ck_assert_uint_eq (first->years, 2);
  ck_assert_str_eq (second->sentence,
                    "Noord: expert days run short in 2026-2027, by about 5 together.");
  ck_assert_ptr_nonnull (second->detail);
  for (guint i = 2; i < things->len; i++)
    ck_assert_uint_eq (((GpWhyThing *)things->pdata[i])->region, GP_NONE);

  add (easy, GP_ROW_USED, "noord", GP_PROGRAMME_NONE, 2026, 10);
  add (easy, GP_ROW_AVAILABLE, "noord", GP_PROGRAMME_NONE, 2026, 40);
  gp_plan_set_whole (easy, TRUE);
  gp_plan_finish (easy);
  other = gp_summary_new (project, 0, easy);
  spare = gp_balance_new (other, 0, easy);
  none = gp_why_now (spare, 0, easy);
  ck_assert_uint_eq (none->len, 0);
}
END_TEST

START_TEST (test_what_is_short)
{
  g_autoptr (GpProject) project = project_with_goal (9);
  g_autoptr (GpPlan) plan = plan_by_hand ();
  g_autoptr (GpSummary) summary = gp_summary_new (project, 0, plan);
  g_autofree char *squeeze = gp_summary_squeeze (summary);
  g_autofree char *cell = gp_summary_describe_cell (summary, 0, 0, GP_LANGUAGE_ENGLISH);

  ck_assert_double_eq_tol (gp_summary_load (summary, 0, 0), 112.5, 1e-9);
  ck_assert (isnan (gp_summary_load (summary, 0, 1)));
  ck_assert (gp_summary_is_short (summary, 0, 0));  /* days are missing */
  ck_assert (!gp_summary_is_short (summary, 1, 0)); /* days are left */
  ck_assert (gp_summary_is_short (summary, 1, 1));  /* full, and a school waits */
  ck_assert (!gp_summary_is_short (summary, 1, 2)); /* full, but nobody waits */
  ck_assert_str_eq (squeeze,
                    "Expert days run out in Noord and Zuid, between 2026-2027 and 2027-2028.");
  ck_assert_str_eq (cell, "Noord, 2026-2027: 45 of 40 expert days used, 5 short.");
}
END_TEST

/* Red in the last plan year, which lies after the goal: that is said too. */
START_TEST (test_what_is_short_after_the_goal)
{
  g_autoptr (GpProject) project = project_with_goal (9);
  g_autoptr (GpPlan) plan = plan_of (-1, 2);
  g_autoptr (GpSummary) summary = gp_summary_new (project, 0, plan);
  g_autofree char *squeeze = gp_summary_squeeze (summary);

  ck_assert_int_eq (project->last_year, 2028);
  ck_assert_int_lt (project->goal_year, project->last_year);
  ck_assert (gp_summary_is_short (summary, 1, 2));
  ck_assert_str_eq (squeeze, "Expert days run out in Noord and Zuid, from 2026-2027 on.");
}
END_TEST

START_TEST (test_headlines)
{
  static const struct {
    gint64 goal;
    gboolean planned;
    const char *expected;
  } cases[] = {
      {9, TRUE, "In 2028, 7 schools take part: 2 fewer than the goal of 9."},
      {5, TRUE, "In 2028, 7 schools take part: 2 more than the goal of 5."},
      {7, TRUE, "In 2028, 7 schools take part: exactly the goal."},
      {0, TRUE, "In 2028, 7 schools take part."},
      {9, FALSE, "4 schools take part now; the goal is 9 in 2028. There is no plan yet."},
      {0, FALSE, "4 schools take part now. There is no plan yet."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GpProject) project = project_with_goal (cases[i].goal);
    g_autoptr (GpPlan) plan = plan_by_hand ();
    g_autoptr (GpSummary) summary = gp_summary_new (project, 0, cases[i].planned ? plan : NULL);
    g_autofree char *headline = gp_summary_headline (summary, GP_LANGUAGE_ENGLISH);

    ck_assert_str_eq (headline, cases[i].expected);
  }
}
END_TEST

/* Before there are schools nobody is told to plan. */
START_TEST (test_no_schools)
{
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  g_autofree char *headline = NULL, *below = NULL;
  GError *error = NULL;

  gp_project_set_frame (project, "Leeg", 2026, 2028, 2027);
  gp_project_add_scenario (project,
                           &(GpScenario){.code = "base", .name = "Basis", .parent = GP_NONE});
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  g_autoptr (GpSummary) summary = gp_summary_new (project, 0, NULL);
  headline = gp_summary_headline (summary, GP_LANGUAGE_ENGLISH);
  below = gp_summary_squeeze (summary);
  ck_assert_str_eq (headline, "There are no schools yet.");
  ck_assert_msg (g_str_has_prefix (below, "Import boards and schools from the register"), "%s",
                 below);
}
END_TEST

/* Rough figures are at best, and say so. */
START_TEST (test_rough_headline)
{
  static const struct {
    int goal;
    const char *expected;
  } cases[] = {
      {9, "In 2028, at best ~5 schools take part: ~4 fewer than the goal of 9."},
      {4,
       "In 2028, at best ~5 schools take part. Whether the goal of 4 is reached, a plan in whole "
       "schools tells."},
      {5,
       "In 2028, at best ~5 schools take part. Whether the goal of 5 is reached, a plan in whole "
       "schools tells."},
      {0, "In 2028, at best ~5 schools take part."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GpProject) project = project_with_goal (cases[i].goal);
    g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
    g_autoptr (GpSummary) summary = NULL;
    g_autofree char *headline = NULL;

    gp_plan_add_row (plan, GP_PART_RELAXED,
                     &(GpPlanRow){.kind = GP_ROW_START,
                                  .board = "B",
                                  .sector = "po",
                                  .region = "noord",
                                  .to_region = "",
                                  .programme = GP_PROGRAMME_REGULAR,
                                  .year = 2026,
                                  .amount = 0.75});
    gp_plan_finish (plan);
    summary = gp_summary_new (project, 0, plan);
    headline = gp_summary_headline (summary, GP_LANGUAGE_ENGLISH);
    ck_assert_str_eq (headline, cases[i].expected);
  }
}
END_TEST

/* One school that waits a year is not "schools", and its school-year not "school-years". */
START_TEST (test_one_school_waits)
{
  g_autoptr (GpProject) project = project_with_goal (9);

  for (int n = 1; n <= 2; n++) {
    g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
    g_autoptr (GpSummary) summary = NULL;
    g_autofree char *sentence = NULL;

    add (plan, GP_ROW_DELAY, "", GP_PROGRAMME_REGULAR, 2027, n);
    gp_plan_set_whole (plan, TRUE);
    gp_plan_finish (plan);
    summary = gp_summary_new (project, 0, plan);
    sentence = gp_summary_squeeze (summary);
    ck_assert (g_str_has_prefix (sentence, n == 1 ? "One school waits a year although expert days "
                                                  : "Schools wait although expert days "));
  }
}
END_TEST

/* Without scenario, and with plans that say nothing: figures of nothing, and no fault. */
START_TEST (test_nothing)
{
  g_autoptr (GpProject) project = project_with_goal (0);
  g_autoptr (GpPlan) unknown = gp_plan_new ("base", GP_PLAN_UNKNOWN);
  g_autoptr (GpSummary) without = gp_summary_new (project, GP_NONE, NULL);
  g_autoptr (GpSummary) summary = NULL;
  g_autofree char *headline = gp_summary_headline (without, GP_LANGUAGE_DUTCH);
  g_autofree char *year = gp_summary_describe_year (without, 0, GP_LANGUAGE_DUTCH);

  gp_plan_finish (unknown);
  summary = gp_summary_new (project, 0, unknown);
  ck_assert (!summary->has_plan);
  ck_assert_str_eq (year, "");
  ck_assert_ptr_nonnull (headline);
}
END_TEST

START_TEST (test_search_in_rows)
{
  g_autoptr (GpRow) row = gp_row_new (3);
  static const struct {
    const char *text;
    gboolean found;
  } cases[] = {{"", TRUE},     {"  ", TRUE},    {"verzonnen", TRUE},   {"NOORD verz", TRUE},
               {"één", TRUE},  {"zuid", FALSE}, {"noord zuid", FALSE}, {"Noord\n12", FALSE},
               {"1.234", TRUE}};

  gp_row_set_text (row, 0, "Stichting Verzonnen ÉÉN");
  gp_row_set_text (row, 1, "Noord");
  gp_row_take_number (row, 2, 1234, g_strdup ("1.234"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (GStrv) words = gp_row_fold_words (cases[i].text);

    ck_assert_msg (gp_row_matches (row, (const char *const *)words) == cases[i].found, "%s",
                   cases[i].text);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("figures");
  TCase *tests = tcase_create ("figures");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_test (tests, test_figures);
  tcase_add_test (tests, test_distance);
  tcase_add_test (tests, test_balance);
  tcase_add_test (tests, test_what_is_full);
  tcase_add_test (tests, test_what_is_short);
  tcase_add_test (tests, test_what_is_short_after_the_goal);
  tcase_add_test (tests, test_headlines);
  tcase_add_test (tests, test_no_schools);
  tcase_add_test (tests, test_nothing);
  tcase_add_test (tests, test_rough_headline);
  tcase_add_test (tests, test_one_school_waits);
  tcase_add_test (tests, test_search_in_rows);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
