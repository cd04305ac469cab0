/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept charts: they draw what the plain functions draw when what they were made of is gone; their
 * tables and readouts, worked out by hand. */
#include "chart-check.h"

#include <groeiplan/gp-chart-copy.h>

static const GpYear years[] = {2026, 2027};

static void
check_row (const GpChartTable *table, guint row, const char *name, const char *first,
           const char *second)
{
  ck_assert_uint_lt (row, table->n_rows);
  ck_assert_str_eq (table->names[row], name);
  ck_assert_str_eq (table->cells[row * table->n_columns], first);
  if (second != NULL)
    ck_assert_str_eq (table->cells[row * table->n_columns + 1], second);
}

static void
check_words (const GpChart *chart, int item, const char *expected)
{
  g_autofree char *words = gp_chart_readout (chart, item, GP_LANGUAGE_DUTCH);

  if (expected == NULL)
    ck_assert_ptr_null (words);
  else
    ck_assert_str_eq (words, expected);
}

START_TEST (test_supply)
{
  static const double expert[] = {1000, 1200.4}, carry[] = {300, 400}, regular[] = {900, NAN};
  static const GpChartSeries supply[] = {{"expert days", GP_INK_EXPERT, expert}};
  static const GpChartSeries demand[] = {{"carried", GP_INK_HISTORY, carry},
                                         {"regular", GP_INK_REGULAR, regular}};
  static const double given[] = {50, 9000};
  GpSupplyPanel panels[] = {{"Noord", supply, demand, 1, 2, NULL},
                            {"Zuid", supply, demand, 1, 2, given}};
  GpSupplyChart figures = {.panels = panels,
                           .n_panels = 2,
                           .years = years,
                           .n_years = 2,
                           .shortage_text = "shortage",
                           .rough = TRUE};
  g_autoptr (GpChart) chart = gp_chart_new_supply (&figures);
  g_autoptr (GpChartTable) table = gp_chart_table_new (chart, GP_LANGUAGE_DUTCH);

  ck_assert_uint_eq (table->n_rows, 8);
  ck_assert_uint_eq (table->n_columns, 2);
  ck_assert_str_eq (table->heads[1], "2027-2028");
  ck_assert_str_eq (table->titles[3], "Noord");
  ck_assert_uint_eq (table->panels[4], 1);
  check_row (table, 0, "expert days", "~1.000", "~1.200");
  check_row (table, 2, "regular", "~900", "–");
  check_row (table, 3, "shortage", "~200", "~0");  /* 1200 - 1000; 400 < 1200 */
  check_row (table, 7, "shortage", "~50", "~400"); /* given; never more than the demand */
  ck_assert_uint_eq (gp_chart_n_items (chart), 4);
  ck_assert_uint_eq (gp_chart_n_columns (chart), 2);
  check_words (chart, 3, "Zuid, 2027-2028: expert days ~1.200 · carried ~400 · shortage ~400");
  check_words (chart, 4, NULL);
  check_words (chart, -1, NULL);
}
END_TEST

START_TEST (test_lines_and_fan)
{
  static const double one[] = {1180, 4121}, two[] = {1190.5, NAN};
  static const GpChartLine lines[] = {{.name = "Basis", .values = one},
                                      {.name = "Try-out", .values = two, .rough = TRUE}};
  GpLinesChart figures = {.lines = lines,
                          .n_lines = 2,
                          .highlighted = 0,
                          .years = years,
                          .n_years = 2,
                          .goal = NAN,
                          .unit = {.digits = 1, .suffix = " schools"}};
  GpFanChart fan_figures = {.years = years,
                            .n_years = 2,
                            .p10 = one,
                            .p90 = one,
                            .goal = NAN,
                            .p10_text = "P10",
                            .p90_text = "P90"};
  g_autoptr (GpChart) chart = gp_chart_new_lines (&figures);
  g_autoptr (GpChart) fan = gp_chart_new_fan (&fan_figures);

  check_words (chart, 1, "Basis, 2027-2028: 4.121,0 schools");
  check_words (chart, 2, "Try-out, 2026-2027: ~1.190,5 schools");
  check_words (chart, 3, "Try-out, 2027-2028: –");
  check_words (fan, 1, "2027-2028: P90 4.121 · P10 4.121");
}
END_TEST

/* 0.4 + 0.4 + 0.4 = 1.2: printed, 100 + 1 + 0 + 0 = 101, the first of equal remainders rounded up;
 * and a rest where the steps do not make the end. */
START_TEST (test_bridge_adds_up_as_printed)
{
  static const GpBridgeBar steps[] = {{"a", 0.4}, {"b", 0.4}, {"c", 0.4}};
  GpBridgeChart figures = {.start_text = "from",
                           .end_text = "to",
                           .rest_text = "rest",
                           .start = 100,
                           .end = 101.2,
                           .steps = steps,
                           .n_steps = 3};
  g_autoptr (GpChart) chart = gp_chart_new_bridge (&figures);
  g_autoptr (GpChartTable) table = gp_chart_table_new (chart, GP_LANGUAGE_DUTCH);
  g_autoptr (GpChart) other = NULL;
  g_autoptr (GpChartTable) other_table = NULL;

  ck_assert_uint_eq (table->n_rows, 5);
  check_row (table, 0, "from", "100", NULL);
  check_row (table, 1, "a", "+1", NULL);
  check_row (table, 2, "b", "0", NULL);
  check_row (table, 3, "c", "0", NULL);
  check_row (table, 4, "to", "101", NULL);
  check_words (chart, 1, "a: +1");
  figures.end = 90;
  other = gp_chart_new_bridge (&figures);
  other_table = gp_chart_table_new (other, GP_LANGUAGE_DUTCH);
  ck_assert_uint_eq (gp_chart_n_items (other), 6);
  check_row (other_table, 4, "rest", "−11", NULL); /* 100 + 1.2 - 11.2 = 90 */
}
END_TEST

/* Random bridges: what is printed adds up, and no row is off by a whole unit. */
START_TEST (test_random_bridges_add_up)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);

  for (guint round = 0; round < 300; round++) {
    GpBridgeBar steps[8];
    guint n = (guint)g_rand_int_range (random, 1, 9);
    GpBridgeChart figures = {.start = g_rand_double_range (random, 0, 5000), .steps = steps};
    double sum, end = figures.start, printed_end;
    g_autoptr (GpChart) chart = NULL;
    g_autoptr (GpChartTable) table = NULL;

    for (guint i = 0; i < n; i++) {
      steps[i] = (GpBridgeBar){"step", g_rand_double_range (random, -90, 90)};
      end += steps[i].value;
    }
    figures.n_steps = n;
    figures.end = end + g_rand_double_range (random, -0.4, 0.4);
    chart = gp_chart_new_bridge (&figures);
    table = gp_chart_table_new (chart, GP_LANGUAGE_ENGLISH);
    ck_assert_uint_eq (table->n_rows, n + 2);
    for (guint i = 0; i < table->n_rows; i++) {
      g_auto (GStrv) parts = g_strsplit (table->cells[i], "−", 2);
      g_auto (GStrv) bits = g_strsplit (parts[1] != NULL ? parts[1] : parts[0], ",", 2);
      g_autofree char *digits = g_strjoinv ("", bits);
      double value = g_ascii_strtod (digits, NULL) * (parts[1] != NULL ? -1 : 1);

      if (i == 0)
        sum = value;
      else if (i <= n) {
        ck_assert_double_lt (fabs (value - steps[i - 1].value), 1.5);
        sum += value;
      } else
        printed_end = value;
    }
    ck_assert_double_eq (sum, printed_end);
  }
}
END_TEST

START_TEST (test_tornado_is_sorted)
{
  static const GpTornadoBar bars[] = {{"narrow", 99, 101, NULL, NULL},
                                      {"wide", 80, 130, "10", "20"},
                                      {"one side", NAN, 60, NULL, NULL},
                                      {"nothing", NAN, NAN, NULL, NULL}};
  GpTornadoChart figures = {
      .bars = bars, .n_bars = 4, .base = 100, .low_text = "low", .high_text = "high"};
  g_autoptr (GpChart) chart = gp_chart_new_tornado (&figures);
  g_autoptr (GpChartTable) table = gp_chart_table_new (chart, GP_LANGUAGE_DUTCH);

  check_row (table, 0, "wide", "80 (10)", "130 (20)");
  check_row (table, 1, "one side", "–", "60");
  check_row (table, 2, "narrow", "99", "101");
  check_row (table, 3, "nothing", "–", "–");
  check_words (chart, 1, "one side: high 60");
}
END_TEST

START_TEST (test_budget_has_differences)
{
  static const double actual[] = {968143, NAN}, budget[] = {900000, 1000000},
                      forecast[] = {NAN, 950000.5};
  static const GpBudgetProject project = {"Organisation", actual, budget, NULL, forecast};
  GpBudgetChart figures = {.projects = &project,
                           .n_projects = 1,
                           .years = years,
                           .n_years = 2,
                           .actual_text = "actual",
                           .budget_text = "budget",
                           .committed_text = "committed",
                           .forecast_text = "forecast",
                           .variance_text = "difference",
                           .unit = {.euro = TRUE}};
  g_autoptr (GpChart) chart = gp_chart_new_budget (&figures);
  g_autoptr (GpChartTable) table = gp_chart_table_new (chart, GP_LANGUAGE_DUTCH);

  ck_assert_uint_eq (table->n_rows, 4); /* nothing is committed */
  check_row (table, 0, "actual", "€\u00a0968.143", "–");
  check_row (table, 3, "difference", "+€\u00a068.143", "−€\u00a050.000");
}
END_TEST

START_TEST (test_curve_heat_waterline_goal)
{
  static const double x[] = {100, 90}, y[] = {412, 205};
  static const char *const rows[] = {"Noord"}, *const columns[] = {"a", NULL};
  static const GpWaterlineRow waiting[] = {{"A", 3, 1, "full"}, {"B", 0, 2.5, NULL}};
  static const GpTakingPart taking[] = {{.year = 2026, .history = 5, .regular = 2},
                                        {.year = 2027, .history = 5, .groeikracht = 3}};
  GpCurveChart curve_figures = {
      .x = x, .y = y, .n_points = 2, .y_text = "late", .x_unit = {.suffix = "%"}, .chosen = -1};
  GpHeatChart heat_figures = {.row_labels = rows,
                              .column_labels = columns,
                              .n_rows = 1,
                              .n_columns = 2,
                              .values = x,
                              .suffix = "%"};
  GpWaterlineChart water_figures = {
      .rows = waiting, .n_rows = 2, .served_text = "served", .waiting_text = "waits"};
  GpGoalChart goal_figures = {.years = taking,
                              .n_years = 2,
                              .plan_from = 2027,
                              .rough = TRUE,
                              .history_text = "history",
                              .groeikracht_text = "Groeikracht",
                              .total_text = "all"};
  g_autoptr (GpChart) curve = gp_chart_new_curve (&curve_figures);
  g_autoptr (GpChart) heat = gp_chart_new_heat (&heat_figures);
  g_autoptr (GpChart) water = gp_chart_new_waterline (&water_figures);
  g_autoptr (GpChart) goal = gp_chart_new_goal (&goal_figures);

  check_words (curve, 1, "90%: late 205");
  check_words (heat, 1, "Noord, : 90%");
  check_words (water, 0, "A: served 3 · waits 1 · full");
  check_words (goal, 0, "2026-2027: history 5 · Groeikracht 0 · all 7");
  check_words (goal, 1, "2027-2028: history ~5 · Groeikracht ~3 · all ~8");
}
END_TEST

/* The caller's memory is overwritten after the copy: nothing changes. */
START_TEST (test_keeps_its_own)
{
  double values[] = {10, 20};
  char name[] = "Basis";
  GpYear own_years[] = {2026, 2027};
  GpChartLine line = {.name = name, .values = values};
  GpLinesChart figures = {.lines = &line,
                          .n_lines = 1,
                          .highlighted = -1,
                          .years = own_years,
                          .n_years = 2,
                          .goal = 15};
  GpChartStyle style = {.width = 300, .height = 200, .hovered = -1};
  Picture plain = picture_new (300, 200), kept = picture_new (300, 200);
  GpChart *chart = gp_chart_new_lines (&figures), *second = gp_chart_ref (chart);

  gp_chart_lines (plain.cr, &figures, &style);
  memset (values, 0, sizeof values);
  memset (name, 'x', sizeof name);
  memset (own_years, 0, sizeof own_years);
  memset (&line, 0, sizeof line);
  gp_chart_unref (chart);
  gp_chart_draw (second, kept.cr, &style);
  ck_assert (picture_equal (&plain, &kept));
  check_words (second, 1, "Basis, 2027-2028: 20");
  gp_chart_unref (second);
  gp_chart_unref (NULL);
  picture_clear (&plain);
  picture_clear (&kept);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("kept charts");
  TCase *tests = tcase_create ("copy");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, test_supply);
  tcase_add_test (tests, test_lines_and_fan);
  tcase_add_test (tests, test_bridge_adds_up_as_printed);
  tcase_add_test (tests, test_random_bridges_add_up);
  tcase_add_test (tests, test_tornado_is_sorted);
  tcase_add_test (tests, test_budget_has_differences);
  tcase_add_test (tests, test_curve_heat_waterline_goal);
  tcase_add_test (tests, test_keeps_its_own);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
