/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts that layouts are made of, worked out by hand: scales, places of labels, how values are
 * written, panels. */
#include "../../../src/chart/gp-chart-axis.h"
#include "../../../src/chart/gp-chart-names.h"
#include "../../../src/chart/gp-chart-panels.h"
#include "chart-check.h"

static const GpChartUnit whole = {0}, tenths = {.digits = 1}, euros = {.euro = TRUE},
                         percent = {.suffix = "%"}, days = {.suffix = " days"};

static void
check_axis (double low, double high, gboolean from_zero, guint n, const GpChartUnit *unit,
            double expected_low, double expected_high, double expected_step)
{
  GpChartAxis axis;

  gp_chart_axis_set (&axis, (GpChartRange){low, high}, from_zero, n, unit);
  ck_assert_double_eq_tol (axis.low, expected_low, 1e-9);
  ck_assert_double_eq_tol (axis.high, expected_high, 1e-9);
  ck_assert_double_eq_tol (axis.step, expected_step, 1e-9);
}

START_TEST (test_axis)
{
  check_axis (1180, 4250, TRUE, 5, &whole, 0, 5000, 1000);
  check_axis (1180, 4250, FALSE, 5, &whole, 1000, 5000, 1000);
  check_axis (-7300, 9300, TRUE, 4, &whole, -10000, 10000, 5000);
  check_axis (3980, 4121, FALSE, 5, &whole, 3950, 4150, 50);
  check_axis (0, 3, TRUE, 5, &whole, 0, 3, 1); /* no half schools */
  check_axis (0, 3, TRUE, 5, &tenths, 0, 3, 1);
  check_axis (0, 0.9, TRUE, 5, &tenths, 0, 1, 0.2);
  check_axis (7, 7, FALSE, 5, &whole, 7, 8, 1);
  check_axis (INFINITY, -INFINITY, FALSE, 5, &whole, 0, 1, 1); /* no figures at all */
}
END_TEST

START_TEST (test_axis_places)
{
  GpChartAxis axis = {.low = -10, .high = 30, .step = 10, .plot = {100, 20, 200, 80}};

  ck_assert_double_eq (gp_chart_axis_y (&axis, 30), 20);
  ck_assert_double_eq (gp_chart_axis_y (&axis, -10), 100);
  ck_assert_double_eq (gp_chart_axis_y (&axis, 0), 80);
  ck_assert_double_eq (gp_chart_axis_y (&axis, 1e9), 20); /* never out of the plot */
  ck_assert_double_eq (gp_chart_axis_x (&axis, 10), 200);
  ck_assert_double_eq (gp_chart_axis_x (&axis, -1e9), 100);
  ck_assert_int_eq (gp_chart_slot_at (100, 100, 50, 4), 0);
  ck_assert_int_eq (gp_chart_slot_at (299.9, 100, 50, 4), 3);
  ck_assert_int_eq (gp_chart_slot_at (300, 100, 50, 4), -1);
  ck_assert_int_eq (gp_chart_slot_at (99, 100, 50, 4), -1);
}
END_TEST

/* Pixels that are not white in these lines, right of the axis. */
static guint
drawn_in (const Picture *picture, const GpChartAxis *axis, int from, int to)
{
  guint n = 0;

  for (int y = from; y < to; y++)
    for (int x = (int)axis->plot.x; x < picture->width; x++)
      n += picture_pixel (picture, x, y) != 0xffffff;
  return n;
}

/* The goal is named over its line, and under it where it is the top of the axis: over it, the name
 * would be cut off by the picture's edge. */
START_TEST (test_goal_at_the_top)
{
  GpChartAxis axis = {.low = -10, .high = 30, .step = 10, .plot = {40, 8, 160, 80}};
  GpChartStyle style = {.width = 200, .height = 100, .font_size = 10};
  Picture top = picture_new (200, 100), middle = picture_new (200, 100);

  gp_chart_axis_goal (top.cr, &axis, &style, &whole, 30, "goal");
  gp_chart_axis_goal (middle.cr, &axis, &style, &whole, 10, "goal");
  ck_assert_uint_eq (drawn_in (&top, &axis, 0, 6), 0);
  ck_assert_uint_gt (drawn_in (&top, &axis, 11, 30), 0);
  ck_assert_uint_gt (drawn_in (&middle, &axis, 30, 45), 0);
  ck_assert_uint_eq (drawn_in (&middle, &axis, 51, 100), 0);
  picture_clear (&top);
  picture_clear (&middle);
}
END_TEST

static void
check_spread (const double *wanted, guint n, gboolean fits, const double *expected)
{
  double places[8];

  memcpy (places, wanted, n * sizeof *places);
  ck_assert_int_eq (gp_chart_spread (places, n, 10, 0, 100), fits);
  for (guint i = 0; i < n; i++)
    ck_assert_double_eq_tol (places[i], expected[i], 1e-9);
}

START_TEST (test_spread)
{
  check_spread ((double[]){20, 50}, 2, TRUE, (double[]){20, 50}); /* nobody moves */
  check_spread ((double[]){50, 50}, 2, TRUE, (double[]){45, 55}); /* each half */
  check_spread ((double[]){50, 48, 52}, 3, TRUE, (double[]){50, 40, 60});
  check_spread ((double[]){-5, 2}, 2, TRUE, (double[]){0, 10}); /* at the top */
  check_spread ((double[]){99, 100, 98}, 3, TRUE, (double[]){90, 100, 80});
  check_spread ((double[]){10, 19, 28}, 3, TRUE, (double[]){9, 19, 29}); /* a chain */
  check_spread ((double[]){NAN, 50}, 2, TRUE, (double[]){0, 50});
  check_spread ((double[]){50}, 0, TRUE, (double[]){50});
}
END_TEST

START_TEST (test_spread_random)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 500; round++) {
    double places[12], wanted[12];
    guint n = (guint)g_rand_int_range (random, 1, 12);

    for (guint i = 0; i < n; i++)
      wanted[i] = places[i] = g_rand_double_range (random, -20, 120);
    ck_assert (gp_chart_spread (places, n, 10, 0, 100));
    for (guint i = 0; i < n; i++) {
      ck_assert (places[i] >= -1e-9 && places[i] <= 100 + 1e-9);
      for (guint j = 0; j < i; j++) {
        ck_assert_double_gt (fabs (places[i] - places[j]), 10 - 1e-9);
        ck_assert (wanted[i] == wanted[j] || (wanted[i] < wanted[j]) == (places[i] < places[j]));
      }
    }
    ck_assert (!gp_chart_spread (places, n, 101.0 / MAX (n - 1, 1), 0, 100) || n == 1);
  }
}
END_TEST

static void
check_text (char *text, const char *expected)
{
  ck_assert_str_eq (text, expected);
  g_free (text);
}

START_TEST (test_values)
{
  check_text (gp_chart_full_text (&euros, 1204000.4, GP_LANGUAGE_DUTCH), "€\u00a01.204.000");
  check_text (gp_chart_full_text (&percent, 12.4, GP_LANGUAGE_ENGLISH), "12%");
  check_text (gp_chart_full_text (&days, 1200, GP_LANGUAGE_DUTCH), "1.200 days");
  check_text (gp_chart_full_text (&whole, NAN, GP_LANGUAGE_DUTCH), "–");
  check_text (gp_chart_short_text (&days, 1200, 100, GP_LANGUAGE_DUTCH), "1.200");
  check_text (gp_chart_short_text (&euros, 1500000, 500000, GP_LANGUAGE_DUTCH), "€\u00a01,5\u00a0mln");
  check_text (gp_chart_short_text (&euros, 1500000, 500000, GP_LANGUAGE_ENGLISH), "€1.5m");
  check_text (gp_chart_short_text (&euros, -2000000, 1000000, GP_LANGUAGE_DUTCH), "−€\u00a02\u00a0mln");
  check_text (gp_chart_short_text (&euros, 400000, 200000, GP_LANGUAGE_DUTCH), "€\u00a0400.000");
  check_text (gp_chart_short_text (&tenths, 3, 1, GP_LANGUAGE_DUTCH), "3");
  check_text (gp_chart_short_text (&tenths, 0.4, 0.2, GP_LANGUAGE_DUTCH), "0,4");
  check_text (gp_chart_difference_text (&days, 4, GP_LANGUAGE_DUTCH), "+4 days");
  check_text (gp_chart_difference_text (&euros, -4, GP_LANGUAGE_DUTCH), "−€\u00a04");
  check_text (gp_chart_difference_text (&whole, 0.2, GP_LANGUAGE_DUTCH), "0");
}
END_TEST

/* Seven panels: one under the other in a narrow place, four and three in a wide one. */
START_TEST (test_panels)
{
  GpChartStyle narrow = {.width = 300, .height = 1000, .font_size = 10};
  GpChartStyle wide = {.width = 1000, .height = 400, .font_size = 10};
  GpChartPanels panels;
  GpChartRect last;

  ck_assert (gp_chart_panels_lay_out (7, &narrow, 20, &panels));
  ck_assert_uint_eq (panels.columns, 1);
  ck_assert (gp_chart_panels_lay_out (7, &wide, 20, &panels));
  ck_assert_uint_eq (panels.columns, 4);
  ck_assert_uint_eq (panels.rows, 2);
  ck_assert_double_eq (panels.width, 242.5); /* (1000 - 3 x 10) / 4 */
  ck_assert_double_eq (panels.height, 185);  /* (400 - 20 - 10) / 2 */
  last = gp_chart_panels_box (&panels, 6);
  ck_assert_double_eq (last.x, 505);
  ck_assert_double_eq (last.y, 215);
  ck_assert_int_eq (gp_chart_panels_at (&panels, 510, 220), 6);
  ck_assert_int_eq (gp_chart_panels_at (&panels, 800, 220), -1); /* no eighth */
  ck_assert_int_eq (gp_chart_panels_at (&panels, 510, 10), -1);
  ck_assert (!gp_chart_panels_lay_out (0, &wide, 0, &panels));
}
END_TEST

/* Names above wrap into rows; without texts there are none. */
START_TEST (test_names_above)
{
  GpChartStyle style = {.width = 100, .height = 100, .font_size = 10};
  GpChartName names[] = {
      {.text = "already taking part"}, {.text = NULL}, {.text = "regular schools"}};

  ck_assert_double_eq (gp_chart_names_above (NULL, &style, names, 3, 0, 0, 1000), 15);
  ck_assert_double_eq (gp_chart_names_above (NULL, &style, names, 3, 0, 0, 120), 30);
  ck_assert_double_eq (gp_chart_names_above (NULL, &style, names + 1, 1, 0, 0, 120), 0);
  ck_assert_double_eq (gp_chart_names_width (&style, names + 1, 1), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("layout of charts");
  TCase *tests = tcase_create ("layout");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, test_axis);
  tcase_add_test (tests, test_axis_places);
  tcase_add_test (tests, test_goal_at_the_top);
  tcase_add_test (tests, test_spread);
  tcase_add_test (tests, test_spread_random);
  tcase_add_test (tests, test_values);
  tcase_add_test (tests, test_panels);
  tcase_add_test (tests, test_names_above);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
