/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The goal chart: what is drawn where, odd sizes and figures, hits, the same picture twice. */
#include "chart-check.h"

static const GpTakingPart years[] = {
    {2025, 1600, 0, 0},
    {2026, 1600, 300, 85},
    {2027, 1600, 600, 385},
    {2028, 1600, 900, 685},
};

static GpGoalChart
chart_of_four (void)
{
  GpGoalChart chart = {.years = years,
                       .n_years = G_N_ELEMENTS (years),
                       .goal = 4000,
                       .goal_year = 2027,
                       .plan_from = 2026};
  return chart;
}

static GpChartStyle
style_of (double width, double height)
{
  GpChartStyle style = {.theme = GP_CHART_LIGHT,
                        .language = GP_LANGUAGE_DUTCH,
                        .width = width,
                        .height = height,
                        .hovered = -1};
  return style;
}

/* A point in the middle of year i's slot, found with the hit test itself. */
static int
middle_of (const GpGoalChart *chart, const GpChartStyle *style, int year)
{
  int first = -1, last = -1;

  for (int x = 0; x < (int)style->width; x++)
    if (gp_chart_goal_hit (chart, style, x, style->height / 2) == year) {
      first = first < 0 ? x : first;
      last = x;
    }
  ck_assert_int_ge (first, 0);
  return (first + last) / 2;
}

static guint
column_count (const Picture *picture, int x, guint32 pixel)
{
  guint count = 0;

  for (int y = 0; y < picture->height; y++)
    count += picture_pixel (picture, x, y) == pixel;
  return count;
}

START_TEST (test_bars_have_their_heights_and_inks)
{
  GpGoalChart chart = chart_of_four ();
  GpChartStyle style = style_of (600, 300);
  Picture picture = picture_new (600, 300);
  guint history, regular, groeikracht;
  int x = middle_of (&chart, &style, 2);

  gp_chart_goal (picture.cr, &chart, &style);
  history = column_count (&picture, x, ink_pixel (GP_CHART_LIGHT, GP_INK_HISTORY));
  regular = column_count (&picture, x, ink_pixel (GP_CHART_LIGHT, GP_INK_REGULAR));
  groeikracht = column_count (&picture, x, ink_pixel (GP_CHART_LIGHT, GP_INK_GROEIKRACHT));
  ck_assert_uint_gt (history, 60);
  /* 1600 : 600 : 385, to a pixel at each edge */
  ck_assert_double_eq_tol (regular, history * 600 / 1600.0, 3);
  ck_assert_double_eq_tol (groeikracht, history * 385 / 1600.0, 3);
  picture_clear (&picture);
}
END_TEST

START_TEST (test_goal_line_is_dashed_and_can_be_absent)
{
  GpGoalChart chart = chart_of_four ();
  GpChartStyle style = style_of (600, 300);
  Picture with = picture_new (600, 300), without = picture_new (600, 300);
  guint32 ink = ink_pixel (GP_CHART_LIGHT, GP_INK_GOAL);
  int line = -1, changes = 0;

  gp_chart_goal (with.cr, &chart, &style);
  for (int y = 0; y < 300 && line < 0; y++) {
    guint count = 0;

    for (int x = 0; x < 600; x++)
      count += picture_pixel (&with, x, y) == ink;
    line = count > 250 ? y : -1;
  }
  ck_assert_int_ge (line, 0);
  for (int x = 120; x < 560; x++)
    changes +=
        (picture_pixel (&with, x, line) == ink) != (picture_pixel (&with, x + 1, line) == ink);
  ck_assert_int_gt (changes, 40);

  chart.goal = 0;
  gp_chart_goal (without.cr, &chart, &style);
  for (int y = 0; y < 300; y++) {
    guint count = 0;

    for (int x = 0; x < 600; x++)
      count += picture_pixel (&without, x, y) == ink;
    ck_assert_uint_lt (count, 250);
  }
  picture_clear (&with);
  picture_clear (&without);
}
END_TEST

START_TEST (test_years_after_the_goal_are_lighter)
{
  GpGoalChart chart = chart_of_four ();
  GpChartStyle style = style_of (600, 300);
  Picture picture = picture_new (600, 300);
  guint32 ink = ink_pixel (GP_CHART_LIGHT, GP_INK_HISTORY);

  gp_chart_goal (picture.cr, &chart, &style);
  ck_assert_uint_gt (column_count (&picture, middle_of (&chart, &style, 2), ink), 60);
  ck_assert_uint_eq (column_count (&picture, middle_of (&chart, &style, 3), ink), 0);
  picture_clear (&picture);
}
END_TEST

START_TEST (test_rough_figures_look_rough)
{
  GpGoalChart chart = chart_of_four ();
  GpChartStyle style = style_of (600, 300);
  Picture solved = picture_new (600, 300), rough = picture_new (600, 300);
  guint32 ink = ink_pixel (GP_CHART_LIGHT, GP_INK_REGULAR);

  gp_chart_goal (solved.cr, &chart, &style);
  chart.rough = TRUE;
  gp_chart_goal (rough.cr, &chart, &style);
  ck_assert_uint_lt (picture_count (&rough, ink), picture_count (&solved, ink) / 2);
  picture_clear (&solved);
  picture_clear (&rough);
}
END_TEST

START_TEST (test_hits)
{
  GpGoalChart chart = chart_of_four ();
  GpChartStyle style = style_of (600, 300);
  int before = 0;

  ck_assert_int_eq (gp_chart_goal_hit (&chart, &style, 0, 100), -1);
  ck_assert_int_eq (gp_chart_goal_hit (&chart, &style, 300, -1), -1);
  ck_assert_int_eq (gp_chart_goal_hit (&chart, &style, 300, 301), -1);
  ck_assert_int_eq (gp_chart_goal_hit (&chart, &style, NAN, 10), -1);
  for (int x = 0; x < 600; x++) {
    int hit = gp_chart_goal_hit (&chart, &style, x, 100);

    if (hit < 0)
      continue;
    ck_assert_int_ge (hit, before);
    ck_assert_int_lt (hit, 4);
    before = hit;
  }
  ck_assert_int_eq (before, 3);
  chart.n_years = 0;
  ck_assert_int_eq (gp_chart_goal_hit (&chart, &style, 300, 100), -1);
}
END_TEST

START_TEST (test_odd_sizes_and_figures)
{
  static const double sizes[] = {NAN, -INFINITY, -5,  0,    0.5, 1,       7.9,
                                 8,   30,        200, 3000, 1e9, INFINITY};
  GpTakingPart odd[] = {
      {2025, NAN, 1, 1}, {2026, -5, INFINITY, 3}, {2027, 1e300, 1e300, -INFINITY}, {2028, 0, 0, 0}};
  GpGoalChart chart = {.years = odd, .goal_year = 2027, .goal_text = "goal", .history_text = "h"};
  const double goals[] = {0, NAN, -1, INFINITY, 1e300, 4250};

  for (guint w = 0; w < G_N_ELEMENTS (sizes); w++)
    for (guint h = 0; h < G_N_ELEMENTS (sizes); h++)
      for (guint n = 0; n <= G_N_ELEMENTS (odd); n++) {
        GpChartStyle style = style_of (sizes[w], sizes[h]);
        Picture picture = picture_new (60, 60);

        style.hovered = (int)n;
        style.font_size = n == 3 ? NAN : 11;
        chart.n_years = n;
        chart.goal = goals[(w + h + n) % G_N_ELEMENTS (goals)];
        gp_chart_goal (picture.cr, &chart, &style);
        gp_chart_goal_hit (&chart, &style, 20, 5);
        picture_clear (&picture);
      }
}
END_TEST

START_TEST (test_stays_inside_its_area)
{
  GpGoalChart chart = chart_of_four ();
  GpChartStyle style = style_of (200, 100);
  Picture picture = picture_new (300, 200);

  chart.goal_text = "a goal with a very long name that does not fit in two hundred pixels";
  chart.history_text = chart.regular_text = chart.groeikracht_text = chart.goal_text;
  gp_chart_goal (picture.cr, &chart, &style);
  for (int y = 0; y < 200; y++)
    for (int x = 0; x < 300; x++)
      if (x >= 200 || y >= 100)
        ck_assert_uint_eq (picture_pixel (&picture, x, y), 0xffffff);
  ck_assert_uint_lt (picture_count (&picture, 0xffffff), 300 * 200 - 1000);
  picture_clear (&picture);
}
END_TEST

START_TEST (test_same_picture_twice)
{
  GpGoalChart chart = chart_of_four ();
  GpChartStyle style = style_of (500, 250);
  Picture first = picture_new (500, 250), second = picture_new (500, 250);
  Picture hovered = picture_new (500, 250);

  gp_chart_goal (first.cr, &chart, &style);
  gp_chart_goal (second.cr, &chart, &style);
  style.hovered = 1;
  gp_chart_goal (hovered.cr, &chart, &style);
  ck_assert (picture_equal (&first, &second));
  ck_assert (!picture_equal (&first, &hovered));
  picture_clear (&first);
  picture_clear (&second);
  picture_clear (&hovered);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("goal chart");
  TCase *tests = tcase_create ("goal");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, test_bars_have_their_heights_and_inks);
  tcase_add_test (tests, test_goal_line_is_dashed_and_can_be_absent);
  tcase_add_test (tests, test_years_after_the_goal_are_lighter);
  tcase_add_test (tests, test_rough_figures_look_rough);
  tcase_add_test (tests, test_hits);
  tcase_add_test (tests, test_odd_sizes_and_figures);
  tcase_add_test (tests, test_stays_inside_its_area);
  tcase_add_test (tests, test_same_picture_twice);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
