/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plot that charts of lines share. Names stand beside it when they take at most a third of the
 * width, else above it; when they would fill the height there, beside again, cut short. */
#include "gp-chart-plot.h"

#include <math.h>

#define BESIDE_SHARE 0.36
#define ABOVE_SHARE 0.34

static gboolean
names_go_beside (const GpChartPlotWish *wish, const GpChartStyle *style, double wanted)
{
  double above;

  if (wanted <= style->width * BESIDE_SHARE)
    return TRUE;
  above = gp_chart_names_above (NULL, style, wish->names, wish->n_names, 0, 0, style->width);
  return above > style->height * ABOVE_SHARE;
}

gboolean
gp_chart_plot_lay_out (const GpChartPlotWish *wish, const GpChartStyle *style, GpChartPlot *out)
{
  double font = gp_chart_font_size (style), wanted, head = 0.8 * font, left;

  if (!gp_chart_has_room (style) || wish->n_slots == 0)
    return FALSE;
  wanted = gp_chart_names_width (style, wish->names, wish->n_names);
  out->names_width = 0;
  if (wanted > 0 && names_go_beside (wish, style, wanted))
    out->names_width = MIN (wanted, style->width * BESIDE_SHARE);
  else if (wanted > 0)
    head = gp_chart_names_above (NULL, style, wish->names, wish->n_names, 0, 0, style->width) +
           0.8 * font;
  gp_chart_axis_set (&out->axis, wish->range, wish->from_zero, style->height > 18 * font ? 5 : 3,
                     wish->unit);
  left = MIN (gp_chart_axis_width (&out->axis, style, wish->unit), style->width * 0.3);
  out->axis.plot.x = left;
  out->axis.plot.y = MIN (head, style->height * 0.5);
  out->axis.plot.width =
      MAX (style->width - left - (out->names_width > 0 ? out->names_width + font : 4), 1);
  out->axis.plot.height = MAX (style->height - out->axis.plot.y - 2.2 * font, 1);
  out->names_x = style->width - out->names_width;
  out->n_slots = wish->n_slots;
  out->slot = out->axis.plot.width / wish->n_slots;
  return TRUE;
}

double
gp_chart_plot_x (const GpChartPlot *plot, guint slot)
{
  return plot->axis.plot.x + plot->slot * (slot + 0.5);
}

double
gp_chart_plot_right (const GpChartPlot *plot)
{
  return plot->axis.plot.x + plot->axis.plot.width;
}

void
gp_chart_plot_names (cairo_t *cr, const GpChartPlot *plot, const GpChartStyle *style,
                     const GpChartName *names, const double *y, guint n)
{
  double font = gp_chart_font_size (style);
  double last = gp_chart_plot_x (plot, plot->n_slots - 1);

  if (plot->names_width > 0)
    gp_chart_names_beside (cr, style, names, y, n, last + 0.4 * font, plot->names_x,
                           plot->names_width, plot->axis.plot.y - 0.6 * font,
                           plot->axis.plot.y + plot->axis.plot.height + 0.6 * font);
  else
    gp_chart_names_above (cr, style, names, n, 0, 0, style->width);
}

void
gp_chart_plot_ground (cairo_t *cr, const GpChartPlot *plot, const GpChartStyle *style,
                      const GpChartUnit *unit, double goal, int hovered)
{
  const GpChartRect *area = &plot->axis.plot;
  GpChartRect band = {area->x + plot->slot * hovered, area->y, plot->slot, area->height};

  if (hovered >= 0 && (guint)hovered < plot->n_slots) {
    gp_chart_set_ink (cr, style, GP_INK_TEXT, 0.08);
    gp_chart_rect (cr, &band);
  }
  gp_chart_axis_draw (cr, &plot->axis, style, unit, goal, FALSE);
}

void
gp_chart_plot_line (cairo_t *cr, const GpChartPlot *plot, const double *values)
{
  gboolean broken = TRUE;

  for (guint i = 0; i < plot->n_slots; i++) {
    double value = gp_chart_value_at (values, i);

    if (isnan (value)) {
      broken = TRUE;
      continue;
    }
    if (broken)
      cairo_move_to (cr, gp_chart_plot_x (plot, i), gp_chart_axis_y (&plot->axis, value));
    else
      cairo_line_to (cr, gp_chart_plot_x (plot, i), gp_chart_axis_y (&plot->axis, value));
    broken = FALSE;
  }
  cairo_stroke (cr);
}
