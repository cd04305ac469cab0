/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where every text of every chart stands, at all sizes that it is seen in: none covers another,
 * none is cut off at the edge. Texts are caught on their way to cairo (the linker wraps pango's
 * drawing function).
 */
#include "chart-check.h"
#include "gp-chart-samples.h"

#include <pango/pangocairo.h>

typedef struct {
  double x, y, width, height;
  char *text;
} Placed;

static GArray *placed;

void __real_pango_cairo_show_layout (cairo_t *cr, PangoLayout *layout);
void __wrap_pango_cairo_show_layout (cairo_t *cr, PangoLayout *layout);

/* The box of the letters themselves, not of the line. */
void
__wrap_pango_cairo_show_layout (cairo_t *cr, PangoLayout *layout)
{
  PangoRectangle ink;
  double x, y;
  Placed one;

  cairo_get_current_point (cr, &x, &y);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  one = (Placed){x + ink.x, y + ink.y, ink.width, ink.height,
                 g_strdup (pango_layout_get_text (layout))};
  g_array_append_val (placed, one);
  __real_pango_cairo_show_layout (cr, layout);
}

static void
forget_texts (void)
{
  for (guint i = 0; i < placed->len; i++)
    g_free (g_array_index (placed, Placed, i).text);
  g_array_set_size (placed, 0);
}

static gboolean
overlap (const Placed *a, const Placed *b)
{
  return a->x + 1 < b->x + b->width && b->x + 1 < a->x + a->width && a->y + 1 < b->y + b->height &&
         b->y + 1 < a->y + a->height;
}

static void
check_texts (const char *name, double width, double height, double font)
{
  for (guint i = 0; i < placed->len; i++) {
    const Placed *one = &g_array_index (placed, Placed, i);

    ck_assert_msg (one->x >= -1 && one->y >= -1 && one->x + one->width <= width + 1 &&
                       one->y + one->height <= height + 1,
                   "%s, width %g, font %g: \"%s\" leaves the chart", name, width, font, one->text);
    for (guint j = 0; j < i; j++) {
      const Placed *other = &g_array_index (placed, Placed, j);

      ck_assert_msg (!overlap (one, other), "%s, width %g, font %g: \"%s\" covers \"%s\"", name,
                     width, font, one->text, other->text);
    }
  }
}

static void
draw_and_check (const ChartSample *sample, const GpChart *chart, double width, double font,
                double share)
{
  GpChartStyle style = {.theme = GP_CHART_LIGHT,
                        .language = GP_LANGUAGE_DUTCH,
                        .width = width,
                        .font_size = font,
                        .hovered = -1};
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  style.height = gp_chart_height (chart, &style) * share;
  gp_chart_draw (chart, cr, &style);
  check_texts (sample->name, width, style.height, font);
  if (share >= 1 && !g_str_equal (sample->name, "spark"))
    ck_assert_uint_gt (placed->len, 5);
  forget_texts ();
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

START_TEST (test_no_text_covers_another)
{
  static const double widths[] = {280, 320, 440, 600, 760, 1000, 1600, 2400};
  static const double fonts[] = {9, 11, 13, 22};
  const ChartSample *sample = &chart_samples[_i];
  g_autoptr (GpChart) chart = sample->make ();

  for (guint w = 0; w < G_N_ELEMENTS (widths); w++)
    for (guint f = 0; f < G_N_ELEMENTS (fonts); f++)
      if (widths[w] >= 24 * fonts[f]) {
        draw_and_check (sample, chart, widths[w], fonts[f], 1);
        draw_and_check (sample, chart, widths[w], fonts[f], 0.7);
        draw_and_check (sample, chart, widths[w], fonts[f], 1.5);
      }
}
END_TEST

static gboolean
is_placed (const char *text)
{
  for (guint i = 0; i < placed->len; i++)
    if (g_str_equal (g_array_index (placed, Placed, i).text, text))
      return TRUE;
  return FALSE;
}

/* The legend of budgets names what is drawn, and nothing else. */
START_TEST (test_legend_names_what_is_drawn)
{
  static const double actual[] = {100, NAN}, forecast[] = {90, 120}, budget[] = {NAN, 110},
                      nothing[] = {NAN, NAN}, committed_before[] = {40, NAN},
                      committed[] = {NAN, 50};
  static const GpYear years[] = {2025, 2026};
  const struct {
    GpBudgetProject project;
    gboolean expected[4];
  } cases[] = {
      {{"P", actual, NULL, NULL, forecast}, {TRUE, TRUE, FALSE, FALSE}},
      {{"P", actual, nothing, committed_before, NULL}, {TRUE, FALSE, FALSE, FALSE}},
      {{"P", actual, budget, committed, forecast}, {TRUE, TRUE, TRUE, TRUE}},
      {{"P", nothing, budget, NULL, NULL}, {FALSE, FALSE, FALSE, TRUE}},
  };
  static const char *const names[] = {"actual", "forecast", "committed", "budget"};
  GpChartStyle style = {.width = 600, .height = 400, .font_size = 11};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GpBudgetChart chart = {.projects = &cases[i].project,
                           .n_projects = 1,
                           .years = years,
                           .n_years = 2,
                           .actual_text = names[0],
                           .forecast_text = names[1],
                           .committed_text = names[2],
                           .budget_text = names[3]};
    Picture picture = picture_new (600, 400);

    gp_chart_budget (picture.cr, &chart, &style);
    for (guint name = 0; name < 4; name++)
      ck_assert_msg (is_placed (names[name]) == cases[i].expected[name], "case %u: %s", i,
                     names[name]);
    forget_texts ();
    picture_clear (&picture);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("texts of charts");
  TCase *tests = tcase_create ("texts");
  SRunner *runner = srunner_create (suite);
  int failed;

  placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, test_no_text_covers_another, 0, (int)n_chart_samples);
  tcase_add_test (tests, test_legend_names_what_is_drawn);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  g_array_free (placed, TRUE);
  return failed == 0 ? 0 : 1;
}
