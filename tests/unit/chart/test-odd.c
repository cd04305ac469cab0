/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * No size, figure or missing text is an error or draws outside the area, for every chart, plain
 * and kept. What has a plain answer (nothing to hit, an empty table) is checked too.
 */
#include "chart-check.h"

#include <float.h>
#include <groeiplan/gp-chart-copy.h>

#define N 3
#define PAD 20

static const double odd_sets[][N] = {
    {NAN, NAN, NAN},   {INFINITY, -INFINITY, 1},     {1e300, -1e300, 1e-300},  {0, 0, 0},
    {-5, -1e15, 1e15}, {DBL_MAX, DBL_MIN, -DBL_MAX}, {1, 1 + 1e-12, 1 + 2e-12}};
static const GpYear odd_years[N] = {G_MININT16, 0, G_MAXINT16};
static const double sizes[] = {NAN, -1, 0, 3, 8, 9, 30, 170, 1e12, INFINITY};

static GpChart *
odd_supply (const double *values, gboolean texts)
{
  GpChartSeries series[] = {{texts ? "one" : NULL, GP_INK_EXPERT, values},
                            {NULL, GP_INK_EXPERT, NULL}};
  GpSupplyPanel panels[] = {{texts ? "a" : NULL, series, series, 2, 2, texts ? values : NULL},
                            {NULL, NULL, NULL, 7, 7, NULL}};
  GpSupplyChart chart = {.panels = panels,
                         .n_panels = texts ? 2 : 1,
                         .years = texts ? odd_years : NULL,
                         .n_years = N,
                         .rough = texts,
                         .shortage_text = texts ? "short" : NULL,
                         .unit = {.digits = texts ? 4000 : 0, .suffix = texts ? "%" : NULL}};

  return gp_chart_new_supply (&chart);
}

static GpChart *
odd_lines (const double *values, gboolean texts)
{
  GpChartLine lines[] = {{texts ? "one" : NULL, values, texts}, {NULL, NULL, FALSE}};
  GpLinesChart chart = {.lines = lines,
                        .n_lines = 2,
                        .highlighted = texts ? 77 : -3,
                        .years = texts ? odd_years : NULL,
                        .n_years = N,
                        .goal = values[0],
                        .goal_text = texts ? "goal" : NULL,
                        .from_zero = texts};

  return gp_chart_new_lines (&chart);
}

static GpChart *
odd_fan (const double *values, gboolean texts)
{
  GpFanChart chart = {.years = odd_years,
                      .n_years = N,
                      .p10 = values,
                      .p50 = texts ? values : NULL,
                      .p90 = texts ? values + 0 : odd_sets[0],
                      .plan = texts ? NULL : values,
                      .goal = values[1],
                      .p10_text = texts ? "P10" : NULL};

  return gp_chart_new_fan (&chart);
}

static GpChart *
odd_bridge (const double *values, gboolean texts)
{
  GpBridgeBar steps[] = {{NULL, values[0]}, {texts ? "step" : NULL, values[2]}};
  GpBridgeChart chart = {.start = values[1],
                         .end = values[2],
                         .steps = texts ? steps : NULL,
                         .n_steps = 2,
                         .ink = texts ? (GpInk)9999 : GP_INK_REGULAR,
                         .unit = {.digits = texts ? 6 : 0, .euro = TRUE}};

  return gp_chart_new_bridge (&chart);
}

static GpChart *
odd_tornado (const double *values, gboolean texts)
{
  GpTornadoBar bars[] = {{texts ? "bar" : NULL, values[0], values[1], texts ? "x" : NULL, NULL},
                         {NULL, values[2], NAN, NULL, NULL}};
  GpTornadoChart chart = {.bars = bars, .n_bars = 2, .base = values[2]};

  return gp_chart_new_tornado (&chart);
}

static GpChart *
odd_budget (const double *values, gboolean texts)
{
  GpBudgetProject projects[] = {{texts ? "p" : NULL, values, values, values, NULL},
                                {NULL, NULL, texts ? values : NULL, NULL, values}};
  GpBudgetChart chart = {.projects = projects,
                         .n_projects = 2,
                         .years = odd_years,
                         .n_years = N,
                         .same_scale = texts,
                         .actual_text = texts ? "actual" : NULL,
                         .unit = {.euro = TRUE, .digits = 2}};

  return gp_chart_new_budget (&chart);
}

static GpChart *
odd_curve (const double *values, gboolean texts)
{
  GpCurveChart chart = {.x = values,
                        .y = texts ? values : odd_sets[2],
                        .n_points = N,
                        .falling = texts,
                        .chosen = texts ? 55 : 0,
                        .spark = !texts};

  return gp_chart_new_curve (&chart);
}

static GpChart *
odd_waterline (const double *values, gboolean texts)
{
  GpWaterlineRow rows[] = {{texts ? "row" : NULL, values[0], values[1], texts ? "why" : NULL},
                           {NULL, values[2], values[2], NULL}};
  GpWaterlineChart chart = {.rows = rows, .n_rows = 2};

  return gp_chart_new_waterline (&chart);
}

static GpChart *(*const makers[]) (const double *, gboolean) = {
    odd_supply, odd_lines, odd_fan, odd_bridge, odd_tornado, odd_budget, odd_curve, odd_waterline};

/* White all around the area, which begins at PAD, PAD. */
static void
check_nothing_outside (const Picture *picture, double width, double height)
{
  guint outside = 0;

  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++)
      if (x < PAD || y < PAD || x >= PAD + ceil (width) || y >= PAD + ceil (height))
        outside += picture_pixel (picture, x, y) != 0xffffff;
  ck_assert_msg (outside == 0, "%u pixels outside %g x %g", outside, width, height);
}

static void
draw_odd (const GpChart *chart, double width, double height, int hovered)
{
  GpChartStyle style = {
      .width = width, .height = height, .hovered = hovered, .font_size = hovered == 1 ? NAN : 9};
  gboolean small = width < 200 && height < 200; /* else there is nothing outside, or nothing */
  Picture picture = picture_new (200 + 2 * PAD, 200 + 2 * PAD);
  int hit;

  cairo_translate (picture.cr, PAD, PAD);
  gp_chart_draw (chart, picture.cr, &style);
  if (small)
    check_nothing_outside (&picture, MAX (width, 0), MAX (height, 0));
  hit = gp_chart_hit (chart, &style, width / 2, height / 2);
  ck_assert_int_ge (hit, -1);
  ck_assert_int_lt (hit, (int)gp_chart_n_items (chart));
  ck_assert_int_eq (gp_chart_hit (chart, &style, NAN, INFINITY), -1);
  ck_assert_int_eq (gp_chart_hit (chart, &style, -1e9, 1e9), -1);
  gp_chart_height (chart, &style);
  picture_clear (&picture);
}

START_TEST (test_odd_figures_and_sizes)
{
  for (guint set = 0; set < G_N_ELEMENTS (odd_sets); set++)
    for (int texts = 0; texts < 2; texts++) {
      g_autoptr (GpChart) chart = makers[_i](odd_sets[set], texts);
      g_autoptr (GpChartTable) table = gp_chart_table_new (chart, GP_LANGUAGE_DUTCH);

      ck_assert (table->n_rows > 0 || !texts);
      for (int item = -2; item < (int)gp_chart_n_items (chart) + 2; item++)
        g_free (gp_chart_readout (chart, item, GP_LANGUAGE_ENGLISH));
      for (guint w = 0; w < G_N_ELEMENTS (sizes); w++)
        draw_odd (chart, sizes[w], sizes[(w + set) % G_N_ELEMENTS (sizes)], (int)(w % 4) - 1);
      draw_odd (chart, 170, 170, 2);
      draw_odd (chart, 170, 31, -1);
      draw_odd (chart, 31, 170, 9999);
    }
}
END_TEST

/* Charts with nothing in them: nothing is drawn, hit or written. */
START_TEST (test_empty_charts)
{
  GpChart *empty[] = {gp_chart_new_goal (&(GpGoalChart){0}),
                      gp_chart_new_heat (&(GpHeatChart){0}),
                      gp_chart_new_heat (&(GpHeatChart){.n_rows = 3, .n_columns = 3}),
                      gp_chart_new_supply (&(GpSupplyChart){.n_panels = 4}),
                      gp_chart_new_lines (&(GpLinesChart){.n_lines = 4}),
                      gp_chart_new_fan (&(GpFanChart){0}),
                      gp_chart_new_tornado (&(GpTornadoChart){.n_bars = 3}),
                      gp_chart_new_budget (&(GpBudgetChart){.n_projects = 3}),
                      gp_chart_new_curve (&(GpCurveChart){.n_points = 3}),
                      gp_chart_new_waterline (&(GpWaterlineChart){.n_rows = 3})};

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++) {
    GpChartStyle style = {.width = 200, .height = 200, .hovered = 0};
    Picture picture = picture_new (200, 200);
    g_autoptr (GpChartTable) table = gp_chart_table_new (empty[i], GP_LANGUAGE_DUTCH);

    gp_chart_draw (empty[i], picture.cr, &style);
    ck_assert_uint_eq (picture_count (&picture, 0xffffff), 200 * 200);
    ck_assert_int_eq (gp_chart_hit (empty[i], &style, 100, 100), -1);
    ck_assert_uint_eq (gp_chart_n_items (empty[i]), 0);
    ck_assert_uint_eq (table->n_rows * table->n_columns, 0);
    ck_assert_ptr_null (gp_chart_readout (empty[i], 0, GP_LANGUAGE_DUTCH));
    gp_chart_height (empty[i], &style);
    gp_chart_unref (empty[i]);
    picture_clear (&picture);
  }
}
END_TEST

/* Many rows, panels and lines in a small place. */
START_TEST (test_crowds)
{
  enum { MANY = 400 };
  static double values[N] = {1, 2, 3};
  static GpChartLine lines[MANY];
  static GpWaterlineRow rows[MANY];
  static GpBudgetProject projects[MANY];
  GpLinesChart crowd = {.lines = lines,
                        .n_lines = MANY,
                        .highlighted = 300,
                        .years = odd_years,
                        .n_years = N,
                        .goal = NAN};
  GpWaterlineChart water = {.rows = rows, .n_rows = MANY};
  GpBudgetChart budget = {
      .projects = projects, .n_projects = MANY, .years = odd_years, .n_years = N};
  GpChart *charts[3];

  for (guint i = 0; i < MANY; i++) {
    lines[i] = (GpChartLine){"a line with a rather long name", values, FALSE};
    rows[i] = (GpWaterlineRow){"a board with a rather long name", i, 2 * i, "why"};
    projects[i] = (GpBudgetProject){"a project", values, values, values, values};
  }
  charts[0] = gp_chart_new_lines (&crowd);
  charts[1] = gp_chart_new_waterline (&water);
  charts[2] = gp_chart_new_budget (&budget);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++) {
    draw_odd (charts[i], 150, 150, 3);
    draw_odd (charts[i], 190, 40, 3);
    gp_chart_unref (charts[i]);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("odd charts");
  TCase *tests = tcase_create ("odd");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, test_odd_figures_and_sizes, 0, G_N_ELEMENTS (makers));
  tcase_add_test (tests, test_empty_charts);
  tcase_add_test (tests, test_crowds);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
