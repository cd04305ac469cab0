/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The inks: enough contrast with the ground (the ratio of WCAG 2.1), and what stands side by side
 * told apart in grey, and by people who see no red or no green (H. Brettel, F. Viénot and J.
 * Mollon, "Computerized simulation of color appearance for dichromats", 1997, in the matrices of
 * Viénot 1999 for deutan and protan).
 */
#include "chart-check.h"

static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (GpColour colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) +
         0.0722 * linear (colour.blue);
}

static double
contrast (GpChartTheme theme, GpInk one, GpInk other)
{
  double a = luminance (gp_chart_ink (theme, one)), b = luminance (gp_chart_ink (theme, other));

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static double
grey (GpChartTheme theme, GpInk ink)
{
  GpColour colour = gp_chart_ink (theme, ink);

  return 255 * (0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue);
}

typedef struct {
  GpInk one, other;
} Pair;

/* What touches in some chart, or is told apart in its names. */
static const Pair pairs[] = {{GP_INK_HISTORY, GP_INK_REGULAR},
                             {GP_INK_REGULAR, GP_INK_GROEIKRACHT},
                             {GP_INK_EXPERT, GP_INK_VERANDERCOACH},
                             {GP_INK_MORE, GP_INK_LESS}};

START_TEST (test_contrast_with_the_ground)
{
  ck_assert_double_gt (contrast (_i, GP_INK_TEXT, GP_INK_GROUND), 7);
  ck_assert_double_gt (contrast (_i, GP_INK_GOAL, GP_INK_GROUND), 7);
  ck_assert_double_gt (contrast (_i, GP_INK_FAINT, GP_INK_GROUND), 4.5);
  ck_assert_double_gt (contrast (_i, GP_INK_SHORTAGE, GP_INK_GROUND), 4.5); /* its numbers */
  for (GpInk ink = GP_INK_LINE_1; ink <= GP_INK_LINE_6; ink++)
    ck_assert_msg (contrast (_i, ink, GP_INK_GROUND) > 3, "line %d in theme %d: %g", ink, _i,
                   contrast (_i, ink, GP_INK_GROUND));
  ck_assert_double_gt (contrast (_i, GP_INK_REGULAR, GP_INK_GROUND), 3);
  ck_assert_double_gt (contrast (_i, GP_INK_EXPERT, GP_INK_GROUND), 3);
  ck_assert_double_gt (contrast (_i, GP_INK_MONEY, GP_INK_GROUND), 3);
  ck_assert_double_gt (contrast (_i, GP_INK_MORE, GP_INK_GROUND), 3);
}
END_TEST

/* With high contrast no fill is fainter than 3 to 1, no text or line than 7 to 1. */
START_TEST (test_high_contrast)
{
  for (GpInk ink = GP_INK_HISTORY; ink < GP_N_INKS; ink++)
    ck_assert_msg (contrast (_i, ink, GP_INK_GROUND) > 3, "ink %d in theme %d: %g", ink, _i,
                   contrast (_i, ink, GP_INK_GROUND));
  for (GpInk ink = GP_INK_LINE_1; ink <= GP_INK_LINE_6; ink++)
    ck_assert_double_gt (contrast (_i, ink, GP_INK_GROUND), 7);
  ck_assert_double_gt (contrast (_i, GP_INK_FAINT, GP_INK_GROUND), 7);
}
END_TEST

START_TEST (test_neighbours_differ_in_grey)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    ck_assert_msg (fabs (grey (_i, pairs[i].one) - grey (_i, pairs[i].other)) > 20,
                   "pair %u in theme %d: %g and %g", i, _i, grey (_i, pairs[i].one),
                   grey (_i, pairs[i].other));
}
END_TEST

/* Deutan and protan colours of linear light: red and green fall together. */
static GpColour
seen_by (GpColour colour, gboolean deutan)
{
  double red = linear (colour.red), green = linear (colour.green), blue = linear (colour.blue);
  double yellow = deutan ? 0.29275 * red + 0.70725 * green : 0.11238 * red + 0.88762 * green;
  double rest =
      deutan ? -0.02234 * red + 0.02234 * green + blue : 0.00401 * red - 0.00401 * green + blue;

  return (GpColour){yellow, yellow, rest, 1};
}

static double
distance (GpColour a, GpColour b)
{
  double red = cbrt (a.red) - cbrt (b.red), blue = cbrt (fabs (a.blue)) - cbrt (fabs (b.blue));

  return sqrt (2 * red * red + blue * blue);
}

START_TEST (test_neighbours_differ_for_the_colour_blind)
{
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (int deutan = 0; deutan < 2; deutan++) {
      GpColour one = seen_by (gp_chart_ink (_i, pairs[i].one), deutan);
      GpColour other = seen_by (gp_chart_ink (_i, pairs[i].other), deutan);

      ck_assert_msg (distance (one, other) > 0.2, "pair %u in theme %d: %g", i, _i,
                     distance (one, other));
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("inks");
  TCase *tests = tcase_create ("inks");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_loop_test (tests, test_contrast_with_the_ground, GP_CHART_LIGHT,
                       GP_CHART_DARK_CONTRAST + 1);
  tcase_add_loop_test (tests, test_high_contrast, GP_CHART_LIGHT_CONTRAST,
                       GP_CHART_DARK_CONTRAST + 1);
  tcase_add_loop_test (tests, test_neighbours_differ_in_grey, GP_CHART_LIGHT,
                       GP_CHART_DARK_CONTRAST + 1);
  tcase_add_loop_test (tests, test_neighbours_differ_for_the_colour_blind, GP_CHART_LIGHT,
                       GP_CHART_DARK_CONTRAST + 1);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
