/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heat map: the five steps, hatching, empty cells, hits, odd sizes, inks that can be told
 * apart. */
#include "chart-check.h"

#include <groeiplan/gp-chart-copy.h>
#include <string.h>

static const char *const rows[] = {"Noord", "Zuid"};
static const char *const columns[] = {"2026-27", "2027-28", "2028-29"};
static const double values[] = {10, 65, 80, 95, 120, NAN};

static GpHeatChart
chart_of_six (void)
{
  GpHeatChart chart = {.row_labels = rows,
                       .column_labels = columns,
                       .n_rows = 2,
                       .n_columns = 3,
                       .values = values,
                       .limits = {60, 75, 90, 100.5},
                       .suffix = "%"};
  return chart;
}

static GpChartStyle
style_of (double width, double height)
{
  GpChartStyle style = {.theme = GP_CHART_LIGHT, .width = width, .height = height, .hovered = -1};

  return style;
}

/* The first point (row by row) that hits the cell, a little inside it. */
static gboolean
corner_of (const GpHeatChart *chart, const GpChartStyle *style, int cell, int *x, int *y)
{
  for (*y = 0; *y < (int)style->height; (*y)++)
    for (*x = 0; *x < (int)style->width; (*x)++)
      if (gp_chart_heat_hit (chart, style, *x, *y) == cell) {
        *x += 4;
        *y += 4;
        return TRUE;
      }
  return FALSE;
}

static guint
lightness (guint32 pixel)
{
  return (299 * (pixel >> 16 & 255) + 587 * (pixel >> 8 & 255) + 114 * (pixel & 255)) / 1000;
}

/* A balance: what is left in two steps of one ink, what lacks ever redder; the number has its sign,
 * and a cell says its own sentence. */
START_TEST (test_balance)
{
  static const double days[] = {300, 20, 0, -40, -200, -900};
  static const double shades[] = {-0.4, -0.05, 0, 0.1, 0.3, 2};
  static const char *const said[] = {"a", "b", "c", "d", "e", NULL};
  GpHeatChart chart = chart_of_six ();
  GpChartStyle style = style_of (400, 120);
  Picture picture = picture_new (400, 120);
  g_autoptr (GpChart) kept = NULL;
  g_autofree char *sentence = NULL, *number = NULL;
  guint red[6];

  chart.values = days;
  chart.shades = shades;
  chart.is_balance = TRUE;
  chart.sentences = said;
  chart.suffix = NULL;
  memcpy (chart.limits, (const double[]){-0.1, 0, 0.2, 0.6}, sizeof chart.limits);
  gp_chart_heat (picture.cr, &chart, &style);
  for (int cell = 0; cell < 6; cell++) {
    int x, y;
    guint32 pixel;

    ck_assert (corner_of (&chart, &style, cell, &x, &y));
    pixel = picture_pixel (&picture, x, y);
    red[cell] = (pixel >> 16 & 255) - MIN (pixel >> 8 & 255, pixel >> 16 & 255);
  }
  ck_assert_uint_eq (red[0], 0);
  ck_assert_uint_eq (red[1], 0);
  ck_assert_uint_gt (red[2], 10);
  ck_assert_int_le (ABS ((int)red[3] - (int)red[2]), 25); /* one step */
  ck_assert_uint_gt (red[4], red[3] + 10);
  ck_assert_uint_gt (red[5], red[4] + 10);
  kept = gp_chart_new_heat (&chart);
  sentence = gp_chart_readout (kept, 4, GP_LANGUAGE_ENGLISH);
  number = gp_chart_readout (kept, 5, GP_LANGUAGE_ENGLISH);
  ck_assert_str_eq (sentence, "e");
  ck_assert_str_eq (number, "Zuid, 2028-29: \u2212900");
  picture_clear (&picture);
}
END_TEST

START_TEST (test_steps_darken)
{
  GpHeatChart chart = chart_of_six ();
  GpChartStyle style = style_of (400, 120);
  Picture picture = picture_new (400, 120);
  guint before = 256;

  gp_chart_heat (picture.cr, &chart, &style);
  for (int cell = 0; cell < 4; cell++) {
    int x, y;

    ck_assert (corner_of (&chart, &style, cell, &x, &y));
    ck_assert_uint_lt (lightness (picture_pixel (&picture, x, y)), before - 10);
    before = lightness (picture_pixel (&picture, x, y));
  }
  picture_clear (&picture);
}
END_TEST

/* A name of any length stays beside the cells: an empty one (the last) stays empty. */
START_TEST (test_long_names_are_cut)
{
  g_autofree char *name = g_strnfill (300, 'W');
  const char *const names[] = {name, name};
  GpHeatChart chart = chart_of_six ();
  GpChartStyle style = style_of (400, 120);
  Picture picture = picture_new (400, 120);
  guint32 ground;
  int left, top;

  chart.row_labels = names;
  gp_chart_heat (picture.cr, &chart, &style);
  ck_assert (corner_of (&chart, &style, 5, &left, &top));
  ground = picture_pixel (&picture, left, top);
  for (int x = left; x < 396; x++)
    for (int y = top; y < 116; y++)
      ck_assert_uint_eq (picture_pixel (&picture, x, y), ground);
  picture_clear (&picture);
}
END_TEST

START_TEST (test_shortage_is_red_and_hatched_and_nothing_is_empty)
{
  GpHeatChart chart = chart_of_six ();
  GpChartStyle style = style_of (400, 120);
  Picture picture = picture_new (400, 120);
  guint32 red = ink_pixel (GP_CHART_LIGHT, GP_INK_SHORTAGE);
  guint plain = 0, hatched = 0;
  int x, y;

  gp_chart_heat (picture.cr, &chart, &style);
  ck_assert (corner_of (&chart, &style, 4, &x, &y));
  for (int i = 0; i < 20; i++)
    for (int j = 0; j < 20; j++) {
      guint32 pixel = picture_pixel (&picture, x + i, y + j);

      plain += pixel == red;
      hatched += pixel != red && (pixel >> 16) > 0xc0;
    }
  ck_assert_uint_gt (plain, 50);
  ck_assert_uint_gt (hatched, 50);
  ck_assert (corner_of (&chart, &style, 5, &x, &y));
  ck_assert_uint_eq (picture_pixel (&picture, x, y), 0xffffff);
  picture_clear (&picture);
}
END_TEST

START_TEST (test_number_is_in_the_cell)
{
  GpHeatChart chart = chart_of_six ();
  GpChartStyle style = style_of (400, 120);
  Picture picture = picture_new (400, 120);
  guint text = 0;
  int x, y;

  gp_chart_heat (picture.cr, &chart, &style);
  ck_assert (corner_of (&chart, &style, 0, &x, &y));
  for (int i = 0; i < 80; i++)
    for (int j = 0; j < 30; j++)
      text += lightness (picture_pixel (&picture, x + i, y + j)) < 100;
  ck_assert_uint_gt (text, 10);
  picture_clear (&picture);
}
END_TEST

START_TEST (test_every_cell_is_hit_once_and_labels_are_not)
{
  GpHeatChart chart = chart_of_six ();
  GpChartStyle style = style_of (400, 120);

  for (int cell = 0; cell < 6; cell++) {
    int x, y;

    ck_assert (corner_of (&chart, &style, cell, &x, &y));
    ck_assert_int_eq (gp_chart_heat_hit (&chart, &style, x, y), cell);
  }
  ck_assert_int_eq (gp_chart_heat_hit (&chart, &style, 2, 60), -1);
  ck_assert_int_eq (gp_chart_heat_hit (&chart, &style, 200, 2), -1);
  ck_assert_int_eq (gp_chart_heat_hit (&chart, &style, 400, 60), -1);
  ck_assert_int_eq (gp_chart_heat_hit (&chart, &style, INFINITY, 60), -1);
}
END_TEST

START_TEST (test_odd_sizes_and_figures)
{
  static const double sizes[] = {NAN, -1, 0, 3, 8, 20, 500, 1e12, INFINITY};
  static const double odd[] = {NAN, INFINITY, -INFINITY, 1e300, -1e300, 0};
  GpHeatChart chart = chart_of_six ();

  chart.values = odd;
  for (guint w = 0; w < G_N_ELEMENTS (sizes); w++)
    for (guint h = 0; h < G_N_ELEMENTS (sizes); h++)
      for (int variant = 0; variant < 4; variant++) {
        GpChartStyle style = style_of (sizes[w], sizes[h]);
        Picture picture = picture_new (50, 50);

        style.hovered = variant - 1;
        chart.row_labels = variant & 1 ? rows : NULL;
        chart.column_labels = variant & 2 ? columns : NULL;
        chart.limits[0] = variant == 3 ? NAN : 60;
        chart.digits = variant == 2 ? 4000 : 0;
        gp_chart_heat (picture.cr, &chart, &style);
        gp_chart_heat_hit (&chart, &style, 9, 9);
        picture_clear (&picture);
      }
  chart.n_rows = 0;
  ck_assert_int_eq (
      gp_chart_heat_hit (&chart, &(GpChartStyle){.width = 100, .height = 100}, 50, 50), -1);
}
END_TEST

/* Told apart in grey print: the stacked series differ in lightness from their neighbours. */
START_TEST (test_inks_differ_in_grey)
{
  for (int theme = GP_CHART_LIGHT; theme <= GP_CHART_PRINT; theme++) {
    int history = (int)lightness (ink_pixel (theme, GP_INK_HISTORY));
    int regular = (int)lightness (ink_pixel (theme, GP_INK_REGULAR));
    int groeikracht = (int)lightness (ink_pixel (theme, GP_INK_GROEIKRACHT));
    int expert = (int)lightness (ink_pixel (theme, GP_INK_EXPERT));
    int verandercoach = (int)lightness (ink_pixel (theme, GP_INK_VERANDERCOACH));
    int ground = (int)lightness (ink_pixel (theme, GP_INK_GROUND));
    int text = (int)lightness (ink_pixel (theme, GP_INK_TEXT));

    ck_assert_int_gt (ABS (history - regular), 20);
    ck_assert_int_gt (ABS (regular - groeikracht), 20);
    ck_assert_int_gt (ABS (expert - verandercoach), 40);
    ck_assert_int_gt (ABS (text - ground), 150);
  }
}
END_TEST

START_TEST (test_same_picture_twice)
{
  GpHeatChart chart = chart_of_six ();
  GpChartStyle style = style_of (300, 100);
  Picture first = picture_new (300, 100), second = picture_new (300, 100);
  Picture hovered = picture_new (300, 100);

  gp_chart_heat (first.cr, &chart, &style);
  gp_chart_heat (second.cr, &chart, &style);
  style.hovered = 2;
  gp_chart_heat (hovered.cr, &chart, &style);
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
  Suite *suite = suite_create ("heat map");
  TCase *tests = tcase_create ("heat");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, test_balance);
  tcase_add_test (tests, test_steps_darken);
  tcase_add_test (tests, test_shortage_is_red_and_hatched_and_nothing_is_empty);
  tcase_add_test (tests, test_number_is_in_the_cell);
  tcase_add_test (tests, test_long_names_are_cut);
  tcase_add_test (tests, test_every_cell_is_hit_once_and_labels_are_not);
  tcase_add_test (tests, test_odd_sizes_and_figures);
  tcase_add_test (tests, test_inks_differ_in_grey);
  tcase_add_test (tests, test_same_picture_twice);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
