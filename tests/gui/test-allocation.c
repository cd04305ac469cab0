/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boards by year, pins, who waits and capacity, against a plan made by hand. */
#include "by-hand.h"
#include "gp-capacity.h"
#include "gp-overview-figures.h"
#include "gp-plan-boards.h"
#include "gp-waiting.h"

#include <check.h>
#include <groeiplan/gp-parameter.h>
#include <math.h>
#include <string.h>

static const GpPlanFilter everything = {"", ""};

START_TEST (test_boards_by_year)
{
  g_autoptr (GpProject) project = project_by_hand (TRUE);
  g_autoptr (GpPlan) plan = plan_by_hand (2);
  g_autoptr (GpPlanBoards) boards = gp_plan_boards_new (project, 0, plan, &everything);
  g_autoptr (GpPlanBoards) south = NULL;
  const GpPlanFilter zuid = {"zuid", ""};
  const GpPlanBoard *board;
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  ck_assert_uint_eq (boards->boards->len, 1);
  board = g_ptr_array_index (boards->boards, 0);
  first = gp_plan_cell_text (&board->cells[0], FALSE);
  second = gp_plan_cell_text (&board->cells[1], FALSE);
  third = gp_plan_cell_text (&board->cells[2], FALSE);
  ck_assert_str_eq (first, "[2 R]");
  ck_assert_str_eq (second, "1 G · P · 2 V");
  ck_assert_str_eq (third, "");
  ck_assert_int_eq (board->partner, 2027);
  ck_assert_double_eq_tol (board->starts, 3, 1e-9);
  ck_assert_uint_eq (board->places->len, 4);
  south = gp_plan_boards_new (project, 0, plan, &zuid);
  ck_assert_uint_eq (south->boards->len, 0);
}
END_TEST

START_TEST (test_cell_texts)
{
  static const struct {
    GpPlanCell cell;
    gboolean rough;
    const char *expected;
  } cases[] = {
      {{.regular = 3, .groeikracht = 2}, FALSE, "3 R + 2 G"},
      {{.regular = 3, .groeikracht = 2, .groeikracht_pinned = TRUE}, FALSE, "3 R + [2 G]"},
      {{.partner = TRUE, .partner_pinned = TRUE}, FALSE, "[P]"},
      {{.trainings = 4}, FALSE, "4 V"},
      {{.regular = 2.4}, TRUE, "~2.4 R"},
      {{.regular = 0.01}, TRUE, ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = gp_plan_cell_text (&cases[i].cell, cases[i].rough);

    ck_assert_str_eq (text, cases[i].expected);
  }
}
END_TEST

START_TEST (test_pins)
{
  g_autoptr (GpProject) project = project_by_hand (TRUE), free = project_by_hand (FALSE);
  g_autoptr (GpPlan) plan = plan_by_hand (2), less = plan_by_hand (1);
  g_autoptr (GpPlan) conflict = gp_plan_new ("base", GP_PLAN_CONFLICT);
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, GP_PART_WHOLE, GP_ROW_START, &n);
  GpPinPlace place;
  g_autofree char *bounds = gp_pin_bounds_text (&project->pins[0]), *text = NULL;

  gp_plan_finish (conflict);
  while (n > 1 && rows->programme != GP_PROGRAMME_REGULAR) {
    rows++;
    n--;
  }
  ck_assert (gp_pin_place_of_row (project, rows, &place));
  ck_assert_uint_eq (gp_pin_find (project, 0, &place), 0);
  ck_assert_uint_eq (gp_pin_find (free, 0, &place), GP_NONE);
  ck_assert_double_eq_tol (gp_pin_amount (project, plan, &place), 2, 1e-9);
  ck_assert_int_eq (gp_pin_state (project, plan, 0), GP_PIN_KEPT);
  ck_assert_int_eq (gp_pin_state (project, less, 0), GP_PIN_BROKEN);
  ck_assert_int_eq (gp_pin_state (project, NULL, 0), GP_PIN_UNKNOWN);
  ck_assert_int_eq (gp_pin_state (project, conflict, 0), GP_PIN_CLASHES);
  ck_assert_str_eq (bounds, "exactly 2");
  text = gp_pin_place_text (project, &place, 2);
  ck_assert_str_eq (text, "Regular starts, po, 2026-2027: 2");
  place.year = 2027;
  ck_assert_uint_eq (gp_pin_find (project, 0, &place), GP_NONE);
}
END_TEST

START_TEST (test_who_waits)
{
  g_autoptr (GpProject) project = project_by_hand (TRUE);
  g_autoptr (GpPlan) plan = plan_by_hand (2);
  g_autoptr (GpWaitlist) list = gp_waitlist_new (project, 0, plan, &everything);
  const GpWaiting *small, *held;
  g_autofree char *sentence = gp_waitlist_text (list, FALSE), *why = NULL;

  ck_assert_uint_eq (list->rows->len, 2);
  small = &g_array_index (list->rows, GpWaiting, 0); /* three left each would tie: A has two */
  held = &g_array_index (list->rows, GpWaiting, 1);
  ck_assert_uint_eq (small->board, 1);
  ck_assert_double_eq_tol (small->left, 3, 1e-9);
  ck_assert_uint_eq (small->why, GP_WAITS_FOR_DAYS | GP_WAITS_TOO_SMALL);
  ck_assert_uint_eq (held->board, 0);
  ck_assert_double_eq_tol (held->left, 2, 1e-9);
  ck_assert_uint_eq (held->why, GP_WAITS_FOR_PIN);
  why = gp_waiting_text (project, small);
  ck_assert_str_eq (why,
                    "Every expert day of Zuid is used. It has too few schools to be a partner.");
  ck_assert_str_eq (
      sentence, "At the end of the goal year 1 place in the cohorts is empty; schools that could "
                "still start: 5.");
}
END_TEST

/* Of a region all starts count, and what most of its schools wait for. */
START_TEST (test_waiting_by_region)
{
  g_autoptr (GpProject) project = project_by_hand (TRUE);
  g_autoptr (GpPlan) plan = plan_by_hand (2);
  g_autoptr (GpWaitlist) list = gp_waitlist_new (project, 0, plan, &everything);

  ck_assert_uint_eq (list->n_regions, 2);
  ck_assert_double_eq_tol (list->regions[0].starts, 3, 1e-9);
  ck_assert_double_eq_tol (list->regions[0].left, 2, 1e-9);
  ck_assert_double_eq_tol (list->regions[0].why[3], 2, 1e-9); /* its pin */
  ck_assert_double_eq_tol (list->regions[1].starts, 0, 1e-9);
  ck_assert_double_eq_tol (list->regions[1].left, 3, 1e-9);
  ck_assert_double_eq_tol (list->regions[1].why[0], 3, 1e-9); /* expert days */
}
END_TEST

/* Nobody waits where the cohorts are full, however many schools there are. */
START_TEST (test_nobody_waits)
{
  g_autoptr (GpProject) project = project_by_hand (FALSE);
  g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  g_autoptr (GpWaitlist) list = NULL;

  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  list = gp_waitlist_new (project, 0, plan, &everything);
  ck_assert_uint_eq (list->rows->len, 0);
  ck_assert_int_eq (list->first, GP_YEAR_NONE);
}
END_TEST

/* 2026 in Noord: 4 days for the school of 2025, 20 for two starts, 2 beside them: 26. 2027: 8 for
 * the second year of two, 10 for one, 8 lent, 3 beside, of which 5 by verandercoaches: 24 + 5. */
START_TEST (test_capacity)
{
  g_autoptr (GpProject) project = project_by_hand (FALSE);
  g_autoptr (GpPlan) plan = plan_by_hand (2);
  g_autoptr (GpCapacity) capacity = gp_capacity_new (project, 0, plan);
  g_autofree double *boards = gp_capacity_board_days (project, 0, plan);
  double line[3];
  static const double expected[GP_N_DEMANDS][2] = {
      [GP_DEMAND_CARRY] = {4, 0},  [GP_DEMAND_REGULAR] = {20, 8}, [GP_DEMAND_GROEIKRACHT] = {0, 10},
      [GP_DEMAND_BESIDE] = {2, 3}, [GP_DEMAND_LENT] = {0, 8},
  };

  for (guint i = 0; i < GP_N_DEMANDS; i++) {
    gp_capacity_sum (capacity, capacity->demand[i], 0, line);
    ck_assert_double_eq_tol (line[0], expected[i][0], 1e-9);
    ck_assert_double_eq_tol (line[1], expected[i][1], 1e-9);
  }
  gp_capacity_sum (capacity, capacity->supply[GP_SUPPLY_BORROWED], 1, line);
  ck_assert_double_eq_tol (
      line[1], 8 * gp_param_value (project, 0, GP_PARAM_LENDING_EFFICIENCY, NULL, 2027), 1e-9);
  gp_capacity_sum (capacity, capacity->supply[GP_SUPPLY_EXPERTS], GP_NONE, line);
  ck_assert_double_eq_tol (line[1], 70, 1e-9);
  ck_assert_double_eq_tol (boards[0], 24, 1e-9);
  ck_assert_double_eq_tol (boards[3], 0, 1e-9); /* board B */
}
END_TEST

START_TEST (test_capacity_in_words)
{
  g_autoptr (GpProject) project = project_by_hand (FALSE);
  g_autoptr (GpPlan) plan = plan_by_hand (2);
  g_autoptr (GpCapacity) capacity = gp_capacity_new (project, 0, plan);
  g_autoptr (GpCapacity) empty = gp_capacity_new (project, 0, NULL);
  g_autofree char *noord = gp_capacity_markup (capacity, 0, GP_LANGUAGE_ENGLISH);
  g_autofree char *means = gp_capacity_means_markup (capacity, GP_NONE, GP_LANGUAGE_ENGLISH);
  g_autofree char *nothing = gp_capacity_markup (empty, GP_NONE, GP_LANGUAGE_ENGLISH);

  ck_assert_str_eq (noord, "Noord: most is asked in 2027-2028: <a href=\"plan/view:10\">29</a> "
                           "coach-days, of which verandercoaches give "
                           "<a href=\"plan/view:5\">5</a>.");
  ck_assert_str_eq (means, "The plan hires <a href=\"plan/view:6\">1</a> expert coach and lends "
                           "<a href=\"plan/view:6\">8</a> days from one region to another.");
  ck_assert_str_eq (nothing, "There is no plan yet.");
}
END_TEST

/* All of which anything is asked, those that ask most first. */
START_TEST (test_boards_by_days)
{
  g_autoptr (GpProject) project = project_by_hand (FALSE);
  guint n_years = (guint)(project->last_year - project->plan_from + 1);
  g_autofree double *days = g_new0 (double, (gsize)project->n_boards *n_years);
  g_autoptr (GArray) none = gp_capacity_boards_by_days (project, days, GP_NONE);

  ck_assert_uint_eq (none->len, 0);
  ck_assert_uint_ge (project->n_boards, 2);
  days[0] = 3;
  days[n_years] = 2;
  days[n_years + 1] = 4;
  g_autoptr (GArray) both = gp_capacity_boards_by_days (project, days, GP_NONE);
  ck_assert_uint_eq (both->len, 2);
  ck_assert_uint_eq (g_array_index (both, guint32, 0), 1); /* 6 days in two years */
  ck_assert_uint_eq (g_array_index (both, guint32, 1), 0);
  g_autoptr (GArray) one =
      gp_capacity_boards_by_days (project, days, project->boards[0].home_region);
  for (guint i = 0; i < one->len; i++)
    ck_assert_uint_eq (project->boards[g_array_index (one, guint32, i)].home_region,
                       project->boards[0].home_region);
  g_autoptr (GArray) nowhere = gp_capacity_boards_by_days (project, days, 77);
  ck_assert_uint_eq (nowhere->len, 0);
}
END_TEST

/* 1 school before, 2 + 1 start; the other plan starts one less. The goal of 9 is missed by 5. */
START_TEST (test_overview_figures)
{
  g_autoptr (GpProject) project = project_by_hand (FALSE);
  g_autoptr (GpPlan) plan = plan_by_hand (2), less = plan_by_hand (1);
  g_autoptr (GpSummary) summary = gp_summary_new (project, 0, plan);
  g_autoptr (GpSummary) other = gp_summary_new (project, 0, less);
  GpOverviewFigures figures = {.summary = summary, .plan = plan, .against = other};
  g_autofree char *value = gp_overview_figure_value (&figures, GP_OVERVIEW_SCHOOLS);
  g_autofree char *change = gp_overview_figure_change (&figures, GP_OVERVIEW_SCHOOLS);
  g_autofree char *gap = gp_overview_figure_change (&figures, GP_OVERVIEW_GAP);
  g_autofree char *tooltip = gp_overview_figure_tooltip (&figures, GP_OVERVIEW_COACHES);
  g_autofree char *markup = gp_overview_headline_markup (summary, GP_LANGUAGE_ENGLISH);

  ck_assert_str_eq (value, "4");
  ck_assert_str_eq (change, "+1");
  ck_assert_str_eq (gap, "−1");
  ck_assert_ptr_null (gp_overview_figure_change (&figures, GP_OVERVIEW_COACHES));
  ck_assert_ptr_nonnull (strstr (tooltip, "Verandercoaches"));
  ck_assert_str_eq (markup, "In 2028, <a href=\"plan\">4</a> schools take part: "
                            "<a href=\"why\">5</a> fewer than the goal of 9.");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("allocation");
  TCase *tests = tcase_create ("allocation");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_test (tests, test_boards_by_year);
  tcase_add_test (tests, test_cell_texts);
  tcase_add_test (tests, test_pins);
  tcase_add_test (tests, test_who_waits);
  tcase_add_test (tests, test_waiting_by_region);
  tcase_add_test (tests, test_nobody_waits);
  tcase_add_test (tests, test_capacity);
  tcase_add_test (tests, test_capacity_in_words);
  tcase_add_test (tests, test_boards_by_days);
  tcase_add_test (tests, test_overview_figures);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
