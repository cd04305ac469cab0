/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scenario lines: each with its dash, marker and ink, named at its end with its last value. The
 * highlighted one is drawn last, thick, and keeps its name when there is no room for all.
 */
#include <groeiplan/gp-chart-lines.h>

#include "gp-chart-plot.h"

#include <math.h>

typedef struct {
  GpChartPlot plot;
  GpChartName *names; /* in the order in which lines are drawn last to first */
  char **texts;
  guint *order; /* line of a name */
} Layout;

static void
layout_clear (Layout *layout)
{
  g_free (layout->names);
  g_free (layout->order);
  g_strfreev (layout->texts);
}

static double
last_value (const GpLinesChart *chart, guint line)
{
  for (guint i = chart->n_years; i-- > 0;) {
    double value = gp_chart_value_at (chart->lines[line].values, i);

    if (!isnan (value))
      return value;
  }
  return NAN;
}

static gboolean
is_highlighted (const GpLinesChart *chart, guint line)
{
  return chart->highlighted >= 0 && (guint)chart->highlighted == line;
}

static GpInk
ink_of (guint line)
{
  return (GpInk)(GP_INK_LINE_1 + line % GP_CHART_N_MARKS);
}

/* "Basis 4.121", "Basis ~4.130" */
static char *
name_text (const GpLinesChart *chart, const GpChartStyle *style, guint line)
{
  const GpChartLine *series = &chart->lines[line];
  double value = last_value (chart, line);
  g_autofree char *number = gp_chart_short_text (&chart->unit, value, 1, style->language);

  if (series->name == NULL || series->name[0] == '\0')
    return g_strdup ("");
  if (isnan (value))
    return g_strdup (series->name);
  return g_strconcat (series->name, " ", series->rough ? "~" : "", number, NULL);
}

static void
fill_names (const GpLinesChart *chart, const GpChartStyle *style, Layout *out)
{
  guint at = 0;

  out->names = g_new0 (GpChartName, chart->n_lines + 1);
  out->order = g_new0 (guint, chart->n_lines + 1);
  out->texts = g_new0 (char *, chart->n_lines + 1);
  for (guint pass = 0; pass < 2; pass++)
    for (guint line = 0; line < chart->n_lines; line++) {
      if (is_highlighted (chart, line) != (pass == 0))
        continue;
      out->texts[at] = name_text (chart, style, line);
      out->order[at] = line;
      out->names[at] = (GpChartName){.text = out->texts[at],
                                     .swatch = GP_SWATCH_LINE,
                                     .ink = ink_of (line),
                                     .mark = line,
                                     .bold = pass == 0};
      at++;
    }
}

static gboolean
lay_out (const GpLinesChart *chart, const GpChartStyle *style, Layout *out)
{
  GpChartPlotWish wish = {.range = GP_CHART_RANGE_NONE,
                          .from_zero = chart->from_zero,
                          .unit = &chart->unit,
                          .n_slots = chart->n_years,
                          .n_names = chart->n_lines};

  if (chart->n_lines == 0 || chart->lines == NULL || chart->n_years == 0)
    return FALSE;
  for (guint line = 0; line < chart->n_lines; line++)
    gp_chart_range_take (&wish.range, chart->lines[line].values, chart->n_years);
  gp_chart_range_take_one (&wish.range, chart->goal);
  fill_names (chart, style, out);
  wish.names = out->names;
  if (gp_chart_plot_lay_out (&wish, style, &out->plot))
    return TRUE;
  layout_clear (out);
  return FALSE;
}

static void
draw_markers (cairo_t *cr, const GpLinesChart *chart, const GpChartStyle *style,
              const Layout *layout, guint line)
{
  double radius = gp_chart_font_size (style) * (is_highlighted (chart, line) ? 0.36 : 0.28);

  for (guint i = 0; i < chart->n_years; i++) {
    double value = gp_chart_value_at (chart->lines[line].values, i);

    if (!isnan (value))
      gp_chart_marker (cr, line, gp_chart_plot_x (&layout->plot, i),
                       gp_chart_axis_y (&layout->plot.axis, value),
                       MIN (radius, layout->plot.slot));
  }
}

static void
draw_line (cairo_t *cr, const GpLinesChart *chart, const GpChartStyle *style, const Layout *layout,
           guint line)
{
  gboolean strong = is_highlighted (chart, line), rough = chart->lines[line].rough;
  double scale = gp_chart_font_size (style) / 11;
  double width = (rough ? 1.25 : strong ? 3 : 1.75) * scale;

  cairo_save (cr);
  gp_chart_set_shade (cr, style, ink_of (line), rough ? 0.7 : 1);
  cairo_set_line_width (cr, width);
  gp_chart_set_dash (cr, rough ? 2 : line, width);
  gp_chart_plot_line (cr, &layout->plot, chart->lines[line].values);
  cairo_restore (cr);
  gp_chart_set_shade (cr, style, ink_of (line), rough ? 0.7 : 1);
  draw_markers (cr, chart, style, layout, line);
}

static void
draw_names (cairo_t *cr, const GpLinesChart *chart, const GpChartStyle *style, const Layout *layout)
{
  g_autofree double *y = g_new (double, chart->n_lines);

  for (guint i = 0; i < chart->n_lines; i++) {
    double value = last_value (chart, layout->order[i]);

    y[i] = isnan (value) ? NAN : gp_chart_axis_y (&layout->plot.axis, value);
  }
  gp_chart_plot_names (cr, &layout->plot, style, layout->names, y, chart->n_lines);
}

/* A ring around the point that is read out, with its value. */
static void
draw_hovered (cairo_t *cr, const GpLinesChart *chart, const GpChartStyle *style,
              const Layout *layout)
{
  guint line, year;
  double value, x, y, font = gp_chart_font_size (style);

  if (style->hovered < 0 || (guint)style->hovered / chart->n_years >= chart->n_lines)
    return;
  line = (guint)style->hovered / chart->n_years;
  year = (guint)style->hovered % chart->n_years;
  value = gp_chart_value_at (chart->lines[line].values, year);
  if (isnan (value))
    return;
  x = gp_chart_plot_x (&layout->plot, year);
  y = gp_chart_axis_y (&layout->plot.axis, value);
  gp_chart_set_ink (cr, style, GP_INK_TEXT, 1);
  cairo_set_line_width (cr, 2);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, 0.6 * font, 0, 2 * G_PI);
  cairo_stroke (cr);
}

void
gp_chart_lines (cairo_t *cr, const GpLinesChart *chart, const GpChartStyle *style)
{
  Layout layout;
  int year;

  g_return_if_fail (cr != NULL && chart != NULL && style != NULL);
  if (!lay_out (chart, style, &layout))
    return;
  year = style->hovered >= 0 ? style->hovered % (int)chart->n_years : -1;
  gp_chart_begin (cr, style);
  gp_chart_plot_ground (cr, &layout.plot, style, &chart->unit, chart->goal, year);
  gp_chart_years_draw (cr, style, chart->years, chart->n_years, chart->goal_year,
                       layout.plot.axis.plot.x, layout.plot.slot,
                       layout.plot.axis.plot.y + layout.plot.axis.plot.height + 5);
  gp_chart_axis_goal (cr, &layout.plot.axis, style, &chart->unit, gp_chart_value (chart->goal),
                      chart->goal_text);
  for (guint i = chart->n_lines; i-- > 0;)
    draw_line (cr, chart, style, &layout, layout.order[i]);
  draw_names (cr, chart, style, &layout);
  draw_hovered (cr, chart, style, &layout);
  gp_chart_end (cr);
  layout_clear (&layout);
}

/* The line whose value in that year is nearest to y. */
static int
nearest_line (const GpLinesChart *chart, const Layout *layout, guint year, double y)
{
  double nearest = INFINITY;
  int found = -1;

  for (guint i = 0; i < chart->n_lines; i++) {
    guint line = layout->order[i];
    double value = gp_chart_value_at (chart->lines[line].values, year);
    double away = fabs (gp_chart_axis_y (&layout->plot.axis, value) - y);

    if (!isnan (value) && away < nearest) {
      nearest = away;
      found = (int)line;
    }
  }
  return found;
}

int
gp_chart_lines_hit (const GpLinesChart *chart, const GpChartStyle *style, double x, double y)
{
  Layout layout;
  int year, line = -1;

  g_return_val_if_fail (chart != NULL && style != NULL, -1);
  if (!isfinite (x) || !isfinite (y) || !lay_out (chart, style, &layout))
    return -1;
  year = gp_chart_slot_at (x, layout.plot.axis.plot.x, layout.plot.slot, chart->n_years);
  if (year >= 0 && y >= 0 && y <= style->height)
    line = nearest_line (chart, &layout, (guint)year, y);
  layout_clear (&layout);
  return line < 0 ? -1 : line * (int)chart->n_years + year;
}
