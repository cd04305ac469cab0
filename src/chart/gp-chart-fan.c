/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The fan: per year the band from P10 to P90 with P50 in it, the plan itself as rings, the goal
 * dashed. The band's edges are lines, so that it is seen in grey print.
 */
#include <groeiplan/gp-chart-lines.h>

#include "gp-chart-plot.h"

#include <math.h>

#define N_NAMES 4

typedef struct {
  GpChartPlot plot;
  GpChartName names[N_NAMES]; /* P90, P50, P10, the plan */
  char *texts[N_NAMES];
  double last[N_NAMES]; /* the values at which they are named */
} Layout;

static void
layout_clear (Layout *layout)
{
  for (guint i = 0; i < N_NAMES; i++)
    g_free (layout->texts[i]);
}

static const double *
values_of (const GpFanChart *chart, guint i)
{
  const double *all[N_NAMES] = {chart->p90, chart->p50, chart->p10, chart->plan};

  return all[i];
}

static double
last_of (const double *values, guint n)
{
  for (guint i = n; i-- > 0;)
    if (!isnan (gp_chart_value_at (values, i)))
      return gp_chart_value_at (values, i);
  return NAN;
}

static void
fill_names (const GpFanChart *chart, const GpChartStyle *style, Layout *out)
{
  const char *texts[N_NAMES] = {chart->p90_text, chart->p50_text, chart->p10_text,
                                chart->plan_text};

  for (guint i = 0; i < N_NAMES; i++) {
    double value = last_of (values_of (chart, i), chart->n_years);
    g_autofree char *number = gp_chart_short_text (&chart->unit, value, 1, style->language);

    out->last[i] = value;
    out->texts[i] =
        texts[i] == NULL || isnan (value) ? NULL : g_strconcat (number, " ", texts[i], NULL);
    out->names[i] = (GpChartName){.text = out->texts[i],
                                  .swatch = i == 3 ? GP_SWATCH_RING : GP_SWATCH_FILL,
                                  .ink = i == 3 ? GP_INK_TEXT : GP_INK_REGULAR,
                                  .strength = i == 0 || i == 2 ? 0.45 : 1,
                                  .bold = i == 1};
  }
}

static gboolean
lay_out (const GpFanChart *chart, const GpChartStyle *style, Layout *out)
{
  GpChartPlotWish wish = {.range = GP_CHART_RANGE_NONE,
                          .from_zero = chart->from_zero,
                          .unit = &chart->unit,
                          .n_slots = chart->n_years,
                          .n_names = N_NAMES};

  if (chart->n_years == 0)
    return FALSE;
  for (guint i = 0; i < N_NAMES; i++)
    gp_chart_range_take (&wish.range, values_of (chart, i), chart->n_years);
  gp_chart_range_take_one (&wish.range, chart->goal);
  fill_names (chart, style, out);
  wish.names = out->names;
  if (gp_chart_plot_lay_out (&wish, style, &out->plot))
    return TRUE;
  layout_clear (out);
  return FALSE;
}

static gboolean
has_band (const GpFanChart *chart, guint i)
{
  return !isnan (gp_chart_value_at (chart->p10, i)) && !isnan (gp_chart_value_at (chart->p90, i));
}

/* The band over the years from..to, all of which have one; a single year gets a bar's width. */
static void
draw_band (cairo_t *cr, const GpFanChart *chart, const GpChartStyle *style, const Layout *layout,
           guint from, guint to)
{
  const GpChartAxis *axis = &layout->plot.axis;
  double nudge = from == to ? MIN (4, layout->plot.slot / 2) : 0;

  cairo_new_path (cr);
  for (guint i = from; i <= to; i++)
    cairo_line_to (cr, gp_chart_plot_x (&layout->plot, i) - nudge,
                   gp_chart_axis_y (axis, chart->p90[i]));
  if (nudge > 0)
    cairo_rel_line_to (cr, 2 * nudge, 0);
  for (guint i = to + 1; i-- > from;)
    cairo_line_to (cr, gp_chart_plot_x (&layout->plot, i) + nudge,
                   gp_chart_axis_y (axis, chart->p10[i]));
  if (nudge > 0)
    cairo_rel_line_to (cr, -2 * nudge, 0);
  cairo_close_path (cr);
  gp_chart_set_ink (cr, style, GP_INK_REGULAR, 0.28);
  cairo_fill_preserve (cr);
  gp_chart_set_ink (cr, style, GP_INK_REGULAR, 0.7);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_bands (cairo_t *cr, const GpFanChart *chart, const GpChartStyle *style, const Layout *layout)
{
  for (guint i = 0; i < chart->n_years; i++) {
    guint to = i;

    if (!has_band (chart, i))
      continue;
    while (to + 1 < chart->n_years && has_band (chart, to + 1))
      to++;
    draw_band (cr, chart, style, layout, i, to);
    i = to;
  }
}

static void
draw_points (cairo_t *cr, const GpFanChart *chart, const GpChartStyle *style, const Layout *layout)
{
  double radius = gp_chart_font_size (style) * 0.3;

  for (guint i = 0; i < chart->n_years; i++) {
    double middle = gp_chart_value_at (chart->p50, i), plan = gp_chart_value_at (chart->plan, i);
    double x = gp_chart_plot_x (&layout->plot, i);

    gp_chart_set_ink (cr, style, GP_INK_REGULAR, 1);
    if (!isnan (middle))
      gp_chart_marker (cr, 0, x, gp_chart_axis_y (&layout->plot.axis, middle), radius);
    if (isnan (plan))
      continue;
    gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
    cairo_set_line_width (cr, 1.5);
    cairo_new_path (cr);
    cairo_arc (cr, x, gp_chart_axis_y (&layout->plot.axis, plan), radius * 1.3, 0, 2 * G_PI);
    cairo_stroke (cr);
  }
}

static void
draw_lines (cairo_t *cr, const GpFanChart *chart, const GpChartStyle *style, const Layout *layout)
{
  double scale = gp_chart_font_size (style) / 11;

  gp_chart_set_ink (cr, style, GP_INK_REGULAR, 1);
  cairo_set_line_width (cr, 2.5 * scale);
  gp_chart_plot_line (cr, &layout->plot, chart->p50);
  cairo_save (cr);
  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  cairo_set_line_width (cr, 1.25 * scale);
  gp_chart_set_dash (cr, 2, 1.5 * scale);
  gp_chart_plot_line (cr, &layout->plot, chart->plan);
  cairo_restore (cr);
}

void
gp_chart_fan (cairo_t *cr, const GpFanChart *chart, const GpChartStyle *style)
{
  Layout layout;
  double y[N_NAMES];

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  if (!lay_out (chart, style, &layout))
    return;
  gp_chart_begin (cr, style);
  gp_chart_plot_ground (cr, &layout.plot, style, &chart->unit, chart->goal, style->hovered);
  gp_chart_years_draw (cr, style, chart->years, chart->n_years, chart->goal_year,
                       layout.plot.axis.plot.x, layout.plot.slot,
                       layout.plot.axis.plot.y + layout.plot.axis.plot.height + 5);
  draw_bands (cr, chart, style, &layout);
  gp_chart_axis_goal (cr, &layout.plot.axis, style, &chart->unit, gp_chart_value (chart->goal),
                      chart->goal_text);
  draw_lines (cr, chart, style, &layout);
  draw_points (cr, chart, style, &layout);
  for (guint i = 0; i < N_NAMES; i++)
    y[i] = isnan (layout.last[i]) ? NAN : gp_chart_axis_y (&layout.plot.axis, layout.last[i]);
  gp_chart_plot_names (cr, &layout.plot, style, layout.names, y, N_NAMES);
  gp_chart_end (cr);
  layout_clear (&layout);
}

int
gp_chart_fan_hit (const GpFanChart *chart, const GpChartStyle *style, double x, double y)
{
  Layout layout;
  int year = -1;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  if (!isfinite (x) || !isfinite (y) || !lay_out (chart, style, &layout))
    return -1;
  if (y >= 0 && y <= style->height)
    year = gp_chart_slot_at (x, layout.plot.axis.plot.x, layout.plot.slot, chart->n_years);
  layout_clear (&layout);
  return year;
}
