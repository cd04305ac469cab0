/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A curve through points, in the order of x. Both axes are scales; each point is written with its x
 * below and, where there is room, its y above. As a spark it is the bare line.
 */
#include <groeiplan/gp-chart-lines.h>

#include "gp-chart-axis.h"
#include "gp-chart-names.h"

#include <math.h>

typedef struct {
  GpChartAxis axis; /* of y */
  double low_x, high_x;
  double inset; /* between the plot's sides and the first and last point */
  guint *order; /* points that are there, by x */
  guint n;
} Layout;

static double
point_x (const GpCurveChart *chart, const Layout *layout, guint point)
{
  double span = layout->high_x - layout->low_x;
  double share = span > 0 ? (chart->x[point] - layout->low_x) / span : 0.5;
  const GpChartRect *plot = &layout->axis.plot;

  return plot->x + layout->inset +
         (plot->width - 2 * layout->inset) * (chart->falling ? 1 - share : share);
}

static int
compare_x (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *x = data;
  guint one = *(const guint *)a, other = *(const guint *)b;

  if (x[one] != x[other])
    return x[one] < x[other] ? -1 : 1;
  return one < other ? -1 : one > other;
}

/* The points that have both figures; FALSE without any. */
static gboolean
take_points (const GpCurveChart *chart, Layout *out, GpChartRange *y)
{
  GpChartRange x = GP_CHART_RANGE_NONE;

  out->order = g_new (guint, chart->n_points);
  out->n = 0;
  for (guint i = 0; i < chart->n_points; i++) {
    if (isnan (gp_chart_value (chart->x[i])) || isnan (gp_chart_value (chart->y[i])))
      continue;
    gp_chart_range_take_one (&x, chart->x[i]);
    gp_chart_range_take_one (y, chart->y[i]);
    out->order[out->n++] = i;
  }
  if (out->n == 0) {
    g_clear_pointer (&out->order, g_free);
    return FALSE;
  }
  out->low_x = x.low;
  out->high_x = x.high;
  g_qsort_with_data (out->order, (int)out->n, sizeof *out->order, compare_x, (gpointer)chart->x);
  return TRUE;
}

static gboolean
lay_out (const GpCurveChart *chart, const GpChartStyle *style, Layout *out)
{
  double font = gp_chart_font_size (style), left = 3, head = 3, foot = 3;
  GpChartRange range = GP_CHART_RANGE_NONE;

  if (!gp_chart_has_room (style) || chart->n_points == 0 || chart->x == NULL || chart->y == NULL ||
      !take_points (chart, out, &range))
    return FALSE;
  gp_chart_axis_set (&out->axis, range, !chart->spark, style->height > 18 * font ? 5 : 3,
                     &chart->y_unit);
  if (chart->spark) {
    out->axis.low = range.low;
    out->axis.high = MAX (range.high, range.low + 1e-9 + fabs (range.low) * 1e-9);
  } else {
    left = MIN (gp_chart_axis_width (&out->axis, style, &chart->y_unit), style->width * 0.35);
    head = MIN ((chart->y_text != NULL ? 2.8 : 1.6) * font, style->height * 0.3);
    foot = MIN ((chart->x_text != NULL ? 3.6 : 2.2) * font, style->height * 0.4);
  }
  out->axis.plot = (GpChartRect){left, head, MAX (style->width - left - 4, 1),
                                 MAX (style->height - head - foot, 1)};
  out->inset = chart->spark ? 0 : MIN (2.5 * font, out->axis.plot.width / 4);
  return TRUE;
}

static void
draw_line (cairo_t *cr, const GpCurveChart *chart, const GpChartStyle *style, const Layout *layout)
{
  gp_chart_set_ink (cr, style, GP_INK_REGULAR, 1);
  cairo_set_line_width (cr, (chart->spark ? 1.5 : 2) * gp_chart_font_size (style) / 11);
  cairo_new_path (cr);
  for (guint i = 0; i < layout->n; i++)
    cairo_line_to (cr, point_x (chart, layout, layout->order[i]),
                   gp_chart_axis_y (&layout->axis, chart->y[layout->order[i]]));
  cairo_stroke (cr);
}

/* What a row of texts has taken up already. */
typedef struct {
  double free_from;          /* left to right */
  double kept_from, kept_to; /* by the chosen point, which is written first */
} Taken;

static gboolean
take_room (Taken *taken, double x, double width, gboolean chosen, double gap)
{
  double from = x - width / 2 - gap / 2, to = x + width / 2 + gap / 2;

  if (chosen) {
    taken->kept_from = from;
    taken->kept_to = to;
    return TRUE;
  }
  if (from < taken->free_from || (from < taken->kept_to && to > taken->kept_from))
    return FALSE;
  taken->free_from = to;
  return TRUE;
}

/* Its y above the point, its x below the plot, where other texts leave room. */
static void
draw_text (cairo_t *cr, const GpCurveChart *chart, const GpChartStyle *style, const Layout *layout,
           guint i, Taken taken[2])
{
  double font = gp_chart_font_size (style), bottom = layout->axis.plot.y + layout->axis.plot.height;
  double x = point_x (chart, layout, i), y = gp_chart_axis_y (&layout->axis, chart->y[i]);
  gboolean bold = chart->chosen >= 0 && (guint)chart->chosen == i;
  PangoWeight weight = bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
  g_autofree char *above = gp_chart_full_text (&chart->y_unit, chart->y[i], style->language);
  g_autofree char *below = gp_chart_full_text (&chart->x_unit, chart->x[i], style->language);

  if (take_room (&taken[0], x, gp_chart_text_width (style, above, bold), bold, 0.5 * font))
    gp_chart_text_clear (cr, style, above, x, y - 0.5 * font, (GpAnchor){0.5, 1}, weight,
                         GP_INK_TEXT);
  if (!take_room (&taken[1], x, gp_chart_text_width (style, below, bold), bold, 0.5 * font))
    return;
  gp_chart_set_ink (cr, style, bold ? GP_INK_TEXT : GP_INK_FAINT, 1);
  gp_chart_text (cr, style, below, x, bottom + 5, (GpAnchor){0.5, 0}, weight, PANGO_STYLE_NORMAL);
}

static void
draw_texts (cairo_t *cr, const GpCurveChart *chart, const GpChartStyle *style, const Layout *layout)
{
  Taken taken[2] = {{-INFINITY, 0, 0}, {-INFINITY, 0, 0}};

  for (guint pass = 0; pass < 2; pass++)
    for (guint at = 0; at < layout->n; at++) {
      guint i = layout->order[chart->falling ? layout->n - 1 - at : at];
      gboolean chosen = chart->chosen >= 0 && (guint)chart->chosen == i;

      if (chosen == (pass == 0))
        draw_text (cr, chart, style, layout, i, taken);
    }
}

static void
draw_titles (cairo_t *cr, const GpCurveChart *chart, const GpChartStyle *style,
             const Layout *layout)
{
  const GpChartRect *plot = &layout->axis.plot;

  gp_chart_set_ink (cr, style, GP_INK_FAINT, 1);
  gp_chart_text_in (cr, style, chart->y_text, 0, 0, style->width, (GpAnchor){0, 0},
                    PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
  gp_chart_text_in (cr, style, chart->x_text, plot->x + plot->width, style->height, plot->width,
                    (GpAnchor){1, 1}, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL);
}

static void
draw_points (cairo_t *cr, const GpCurveChart *chart, const GpChartStyle *style,
             const Layout *layout)
{
  double font = gp_chart_font_size (style);

  for (guint at = 0; at < layout->n; at++) {
    guint i = layout->order[at];
    double x = point_x (chart, layout, i), y = gp_chart_axis_y (&layout->axis, chart->y[i]);
    gboolean ringed = (chart->chosen >= 0 && (guint)chart->chosen == i) ||
                      (style->hovered >= 0 && (guint)style->hovered == i);

    if (style->hovered >= 0 && (guint)style->hovered == i) {
      gp_chart_set_ink (cr, style, GP_INK_TEXT, 0.15);
      gp_chart_marker (cr, 0, x, y, 1.1 * font);
    }
    gp_chart_set_ink (cr, style, GP_INK_REGULAR, 1);
    gp_chart_marker (cr, 0, x, y, 0.32 * font);
    if (!ringed)
      continue;
    gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
    cairo_set_line_width (cr, 2);
    cairo_new_path (cr);
    cairo_arc (cr, x, y, 0.55 * font, 0, 2 * G_PI);
    cairo_stroke (cr);
  }
}

static void
draw_spark_end (cairo_t *cr, const GpCurveChart *chart, const GpChartStyle *style,
                const Layout *layout)
{
  guint last = layout->order[chart->falling ? 0 : layout->n - 1];

  gp_chart_marker (cr, 0, MIN (point_x (chart, layout, last), style->width - 3),
                   gp_chart_axis_y (&layout->axis, chart->y[last]), 2.5);
}

void
gp_chart_curve (cairo_t *cr, const GpCurveChart *chart, const GpChartStyle *style)
{
  Layout layout;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  if (!lay_out (chart, style, &layout))
    return;
  gp_chart_begin (cr, style);
  if (!chart->spark)
    gp_chart_axis_draw (cr, &layout.axis, style, &chart->y_unit, NAN, FALSE);
  draw_line (cr, chart, style, &layout);
  if (chart->spark) {
    draw_spark_end (cr, chart, style, &layout);
  } else {
    draw_texts (cr, chart, style, &layout);
    draw_titles (cr, chart, style, &layout);
    draw_points (cr, chart, style, &layout);
  }
  gp_chart_end (cr);
  g_free (layout.order);
}

int
gp_chart_curve_hit (const GpCurveChart *chart, const GpChartStyle *style, double x, double y)
{
  Layout layout;
  double nearest = INFINITY;
  int found = -1;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  if (!isfinite (x) || !isfinite (y) || x < 0 || y < 0 || x > style->width || y > style->height ||
      !lay_out (chart, style, &layout))
    return -1;
  for (guint at = 0; at < layout.n; at++) {
    double away = fabs (point_x (chart, &layout, layout.order[at]) - x);

    if (away < nearest) {
      nearest = away;
      found = (int)layout.order[at];
    }
  }
  g_free (layout.order);
  return found;
}
