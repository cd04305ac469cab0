/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hits match the drawing, for every chart: each item can be hit, its points are in one place, and
 * what is drawn for the item that is read out is drawn where it is hit.
 */
#include "chart-check.h"
#include "gp-chart-samples.h"

#define STEP 7

typedef struct {
  int left, right, top, bottom;
  guint n;
} Area;

static void
take_point (Area *area, int x, int y)
{
  if (area->n == 0)
    *area = (Area){x, x, y, y, 0};
  area->left = MIN (area->left, x);
  area->right = MAX (area->right, x);
  area->top = MIN (area->top, y);
  area->bottom = MAX (area->bottom, y);
  area->n++;
}

static Area *
areas_of (const GpChart *chart, const GpChartStyle *style)
{
  guint n = gp_chart_n_items (chart);
  Area *areas = g_new0 (Area, n);

  for (int y = 0; y < (int)style->height; y += STEP)
    for (int x = 0; x < (int)style->width; x += STEP) {
      int hit = gp_chart_hit (chart, style, x, y);

      if (hit >= (int)n)
        ck_abort_msg ("%d, %d hits %d of %u", x, y, hit, n);
      if (hit >= 0)
        take_point (&areas[hit], x, y);
    }
  return areas;
}

static Picture
picture_of (const GpChart *chart, const GpChartStyle *style)
{
  Picture picture = picture_new ((int)style->width, (int)style->height);

  gp_chart_draw (chart, picture.cr, style);
  return picture;
}

/* Where two pictures differ. */
static Area
difference (const Picture *a, const Picture *b)
{
  Area area = {0, 0, 0, 0, 0};
  const guchar *one, *other;

  cairo_surface_flush (a->surface);
  cairo_surface_flush (b->surface);
  for (int y = 0; y < a->height; y++) {
    one =
        cairo_image_surface_get_data (a->surface) + y * cairo_image_surface_get_stride (a->surface);
    other =
        cairo_image_surface_get_data (b->surface) + y * cairo_image_surface_get_stride (b->surface);
    for (int x = 0; x < a->width; x++)
      if (memcmp (one + 4 * x, other + 4 * x, 3) != 0)
        take_point (&area, x, y);
  }
  return area;
}

START_TEST (test_items_are_hit_where_they_are_drawn)
{
  g_autoptr (GpChart) chart = chart_samples[_i].make ();
  GpChartStyle style = {.width = 640, .hovered = -1};
  g_autofree Area *areas = NULL;
  gboolean is_spark = g_str_equal (chart_samples[_i].name, "spark");
  Picture plain;

  style.height = floor (gp_chart_height (chart, &style));
  areas = areas_of (chart, &style);
  plain = picture_of (chart, &style);
  for (guint i = 0; i < gp_chart_n_items (chart); i += 1 + i / 12) {
    GpChartStyle hovered = style;
    Picture marked;
    Area shown;

    hovered.hovered = (int)i;
    marked = picture_of (chart, &hovered);
    shown = difference (&plain, &marked);
    picture_clear (&marked);
    if (is_spark) {
      ck_assert_uint_eq (shown.n, 0); /* a spark marks nothing */
      continue;
    }
    ck_assert_uint_gt (shown.n, 0);
    if (areas[i].n == 0)
      continue; /* a line that lies under another */
    ck_assert_int_le (shown.left, areas[i].right + 20);
    ck_assert_int_ge (shown.right, areas[i].left - 20);
    ck_assert_int_le (shown.top, areas[i].bottom + 20);
    ck_assert_int_ge (shown.bottom, areas[i].top - 20);
  }
  picture_clear (&plain);
}
END_TEST

/* All can be hit, but for lines of which another is nearer everywhere. */
START_TEST (test_every_item_can_be_hit)
{
  g_autoptr (GpChart) chart = chart_samples[_i].make ();
  GpChartStyle style = {.width = 900, .hovered = -1};
  g_autofree Area *areas = NULL;
  guint n_hit = 0;

  style.height = floor (gp_chart_height (chart, &style));
  areas = areas_of (chart, &style);
  for (guint i = 0; i < gp_chart_n_items (chart); i++)
    n_hit += areas[i].n > 0;
  if (g_str_equal (chart_samples[_i].name, "lines"))
    ck_assert_uint_gt (n_hit, gp_chart_n_items (chart) / 2);
  else
    ck_assert_uint_eq (n_hit, gp_chart_n_items (chart));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hits of charts");
  TCase *tests = tcase_create ("hits");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, test_items_are_hit_where_they_are_drawn, 0, (int)n_chart_samples);
  tcase_add_loop_test (tests, test_every_item_can_be_hit, 0, (int)n_chart_samples);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
