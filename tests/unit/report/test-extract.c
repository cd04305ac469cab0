/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one-board extract: of random projects, everything of that board and nothing of any other. */
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-planner.h>
#include <groeiplan/gp-report.h>
#include <groeiplan/gp-table.h>
#include <string.h>

typedef struct {
  GpProject *project;
  GpPlan *plan;
  GpCoaching *coaching;
  GpReportInput input;
} Made;

static Made
make (guint32 seed)
{
  g_autoptr (GError) error = NULL;
  Made made = {.project = gp_random_project (seed, 12, 4, GP_RANDOM_PLAIN)};
  guint32 base = gp_project_find (made.project, GP_TABLE_SCENARIOS, "careful");

  made.plan = gp_planner_plan (made.project, base, NULL, NULL, &error);
  ck_assert_msg (made.plan != NULL && made.plan->has_whole, "seed %u", seed);
  made.coaching = gp_planner_coaching (made.project, made.plan, &error);
  ck_assert (made.coaching != NULL);
  made.input = (GpReportInput){.project = made.project,
                               .scenario = base,
                               .plan = made.plan,
                               .coaching = made.coaching,
                               .published = made.plan,
                               .as_of = 1000000000};
  return made;
}

static void
clear (Made *made)
{
  gp_coaching_unref (made->coaching);
  gp_plan_unref (made->plan);
  gp_project_unref (made->project);
}

static gint64
plan_sum (const GpPlan *plan, const char *board)
{
  gint64 sum = 0;

  for (guint i = 0; i < plan->n_rows[GP_PART_WHOLE]; i++)
    if (board == NULL || g_str_equal (plan->rows[GP_PART_WHOLE][i].board, board))
      sum += plan->rows[GP_PART_WHOLE][i].hundredths;
  return sum;
}

static gint64
visit_days (const Made *made, guint32 board)
{
  gint64 sum = 0;

  for (guint i = 0; i < made->coaching->n_visits; i++)
    if (made->project->schools[made->coaching->visits[i].school].board == board)
      sum += made->coaching->visits[i].days;
  return sum;
}

static void
check_all_there (const Made *made, guint32 board, const GpReportExtract *extract)
{
  const char *code = made->project->boards[board].code;
  gint64 days = 0;
  guint n;

  gp_project_board_schools (made->project, board, &n);
  ck_assert_uint_eq (extract->project->n_boards, 1);
  ck_assert_uint_eq (extract->project->n_schools, n);
  ck_assert_str_eq (extract->project->boards[0].code, code);
  ck_assert_int_eq (plan_sum (extract->plan, NULL), plan_sum (made->plan, code));
  for (guint i = 0; i < extract->coaching->n_visits; i++)
    days += extract->coaching->visits[i].days;
  ck_assert_int_eq (days, visit_days (made, board));
}

/* Every cell of every table as text, and the plan's keys, searched for a code or a name. */
static void
check_absent (const GpReportExtract *extract, const char *word)
{
  for (guint t = 0; t < GP_N_TABLES; t++) {
    const GpTable *table = gp_table ((GpTableId)t);
    for (guint32 row = 0; row < gp_project_n_rows (extract->project, (GpTableId)t); row++)
      for (guint c = 0; c < table->n_columns; c++) {
        g_autofree char *cell = gp_project_cell (extract->project, (GpTableId)t, row, c);
        ck_assert_msg (!g_str_equal (cell, word), "%s holds %s", table->name, word);
      }
  }
  for (guint i = 0; i < extract->plan->n_rows[GP_PART_WHOLE]; i++)
    ck_assert_str_ne (extract->plan->rows[GP_PART_WHOLE][i].board, word);
}

static void
check_others_absent (const Made *made, guint32 board, const GpReportExtract *extract)
{
  const GpProject *project = made->project;

  for (guint32 i = 0; i < project->n_boards; i++)
    if (i != board) {
      check_absent (extract, project->boards[i].code);
      check_absent (extract, project->boards[i].name);
    }
  for (guint32 i = 0; i < project->n_schools; i++)
    if (project->schools[i].board != board)
      check_absent (extract, project->schools[i].code);
  for (guint32 i = 0; i < project->n_verandercoaches; i++)
    if (project->verandercoaches[i].board != board)
      check_absent (extract, project->verandercoaches[i].code);
  ck_assert_uint_eq (extract->project->n_pins + extract->project->n_budgets +
                         extract->project->n_pledges + extract->project->n_drivers +
                         extract->project->n_provinces,
                     0);
}

/* A region's row, or a priority's value, is a sum over boards. */
static void
check_no_sums (const GpReportExtract *extract)
{
  ck_assert_uint_eq (extract->plan->n_priorities, 0);
  ck_assert_uint_eq (extract->plan->n_rows[GP_PART_RELAXED], 0);
  ck_assert_uint_eq (extract->coaching->n_works + extract->coaching->n_loans, 0);
  for (guint i = 0; i < extract->plan->n_rows[GP_PART_WHOLE]; i++)
    ck_assert_str_ne (extract->plan->rows[GP_PART_WHOLE][i].board, "");
}

/* A coach's days are those that arrive at this board's schools, and no more. */
static void
check_coach_days (const GpReportExtract *extract)
{
  const GpCoaching *coaching = extract->coaching;

  for (guint32 c = 0; c < coaching->n_coaches; c++)
    for (GpYear year = extract->project->plan_from; year <= extract->project->last_year; year++) {
      const GpCoachYear *days = gp_coaching_coach_year (coaching, c, year);
      gint64 here = 0;
      for (guint i = 0; i < coaching->n_visits; i++)
        if (coaching->visits[i].coach == c && coaching->visits[i].year == year)
          here += coaching->visits[i].days;
      ck_assert_int_eq (days->days, here);
      ck_assert_int_eq (days->work + days->lent, 0);
    }
}

START_TEST (an_extract_is_one_board_s)
{
  Made made = make ((guint32)_i);

  for (guint32 board = 0; board < made.project->n_boards; board++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GpReportExtract) extract = gp_report_extract_new (&made.input, board, &error);
    ck_assert_msg (extract != NULL, "%s", error != NULL ? error->message : "");
    check_all_there (&made, board, extract);
    check_others_absent (&made, board, extract);
    check_no_sums (extract);
    check_coach_days (extract);
    ck_assert_str_eq (extract->plan->scenario, extract->project->scenarios[extract->scenario].code);
  }
  clear (&made);
}
END_TEST

/* What only this board has: so many trainings in the published plan, so many futures kept. */
static gint64
trainings_of (guint32 board)
{
  return 70001 + 1013 * board;
}

static guint32
kept_of (guint32 board)
{
  return 410009 + 1009 * board;
}

static GpPlan *
distinct_published (const Made *made)
{
  GpPlan *plan = gp_plan_new (made->plan->scenario, GP_PLAN_OPTIMAL);

  gp_plan_set_whole (plan, TRUE);
  for (guint32 i = 0; i < made->project->n_boards; i++) {
    GpPlanRow row = {.kind = GP_ROW_TRAINING,
                     .board = made->project->boards[i].code,
                     .sector = "",
                     .region = "",
                     .to_region = "",
                     .need = GP_N_NEEDS,
                     .programme = GP_PROGRAMME_NONE,
                     .year = made->project->plan_from,
                     .amount = (double)trainings_of (i),
                     .hundredths = 100 * trainings_of (i)};
    gp_plan_add_row (plan, GP_PART_WHOLE, &row);
  }
  gp_plan_finish (plan);
  return plan;
}

static gboolean
tells (const char *page, gint64 number)
{
  g_autofree char *text = gp_format_integer (number, GP_LANGUAGE_DUTCH);

  return strstr (page, text) != NULL;
}

/* Neither another's figure nor the sum of several, with which it could be worked out. */
static void
check_page (const Made *made, guint32 board, const char *page)
{
  guint32 n = made->project->n_boards;
  gint64 all_trainings = 0, all_kept = 0;

  ck_assert_msg (tells (page, trainings_of (board)), "board %u: its change", board);
  ck_assert_msg (tells (page, kept_of (board)), "board %u: its futures", board);
  for (guint32 i = 0; i < n; i++) {
    all_trainings += trainings_of (i);
    all_kept += kept_of (i);
    if (i == board)
      continue;
    ck_assert_msg (!tells (page, trainings_of (i)), "board %u tells the change of %u", board, i);
    ck_assert_msg (!tells (page, kept_of (i)), "board %u tells the futures of %u", board, i);
    ck_assert (!tells (page, trainings_of (i) + trainings_of (board)));
  }
  ck_assert (!tells (page, all_trainings));
  ck_assert (!tells (page, all_trainings - trainings_of (board)));
  ck_assert (!tells (page, all_kept));
}

START_TEST (changes_and_futures_are_of_one_board)
{
  Made made = make ((guint32)_i);
  g_autoptr (GpPlan) published = distinct_published (&made);
  g_autofree GpReportKept *kept = g_new0 (GpReportKept, made.project->n_boards);
  GpReportFutures futures = {.count = 999983, .n_boards = made.project->n_boards, .boards = kept};

  for (guint32 i = 0; i < made.project->n_boards; i++)
    kept[i] = (GpReportKept){made.project->boards[i].code, made.project->plan_from, kept_of (i)};
  made.input.published = published;
  made.input.futures = &futures;
  for (guint32 board = 0; board < made.project->n_boards; board++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GpReport) pack = gp_report_board_new (&made.input, board, GP_LANGUAGE_DUTCH, &error);
    ck_assert_msg (pack != NULL, "%s", error != NULL ? error->message : "");
    g_autoptr (GBytes) html = gp_report_html (pack);
    g_autofree char *page = g_strndup (g_bytes_get_data (html, NULL), g_bytes_get_size (html));
    check_page (&made, board, page);
  }
  clear (&made);
}
END_TEST

START_TEST (without_whole_schools_there_is_none)
{
  g_autoptr (GError) error = NULL;
  Made made = make (1);
  GpPlan *relaxed = gp_plan_new ("careful", GP_PLAN_OPTIMAL);

  gp_plan_finish (relaxed);
  made.input.plan = relaxed;
  ck_assert (gp_report_extract_new (&made.input, 0, &error) == NULL);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  g_clear_error (&error);
  made.input.plan = NULL;
  ck_assert (gp_report_board_new (&made.input, 0, GP_LANGUAGE_DUTCH, &error) == NULL);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  gp_plan_unref (relaxed);
  clear (&made);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("extract");
  TCase *tests = tcase_create ("all");

  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, an_extract_is_one_board_s, 1, 5);
  tcase_add_loop_test (tests, changes_and_futures_are_of_one_board, 1, 3);
  tcase_add_test (tests, without_whole_schools_there_is_none);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
