/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names beside a single supply panel: each at the middle of its part in the last year, or at
 * the zero line when it has none then; headings above their group. */
#include "gp-chart-supply.h"

#include <math.h>

GpChartRect
gp_chart_supply_bar (const GpChartAxis *axis, double slot, double bar, guint year, double from,
                     double to)
{
  double one = gp_chart_axis_y (axis, from), other = gp_chart_axis_y (axis, to);
  GpChartRect rect;

  rect.x = floor (axis->plot.x + slot * year + (slot - bar) / 2);
  rect.width = MAX (floor (bar), 1);
  rect.y = MIN (one, other);
  rect.height = fabs (one - other);
  return rect;
}

/* Places of a group; returns where its outer end is. */
static double
place_group (const GpChartAxis *axis, const GpChartSeries *series, guint n, guint year, int sign,
             double *y)
{
  double from = 0;

  for (guint i = 0; series != NULL && i < n; i++) {
    double part = gp_chart_figure (gp_chart_value_at (series[i].values, year));

    y[i] = gp_chart_axis_y (axis, sign * (from + part / 2));
    from += part;
  }
  return gp_chart_axis_y (axis, sign * from);
}

void
gp_chart_supply_names (cairo_t *cr, const GpSupplyChart *chart, const GpChartStyle *style,
                       const GpChartAxis *axis, const GpChartName *names, guint n, double width)
{
  const GpSupplyPanel *panel = &chart->panels[0];
  guint last = chart->n_years - 1, n_supply = panel->supply != NULL ? panel->n_supply : 0;
  guint n_demand = panel->demand != NULL ? panel->n_demand : 0;
  double font = gp_chart_font_size (style), zero = gp_chart_axis_y (axis, 0);
  double bottom = axis->plot.y + axis->plot.height, right = axis->plot.x + axis->plot.width;
  g_autofree double *y = g_new0 (double, n + 1);

  y[0] = place_group (axis, panel->supply, n_supply, last, 1, y + 1) - font;
  y[n_supply + 1] = zero + 0.7 * font;
  place_group (axis, panel->demand, n_demand, last, -1, y + n_supply + 2);
  for (guint i = n_supply + 2; i < n_supply + 2 + n_demand; i++)
    y[i] = MAX (y[i], zero + 0.8 * font);
  if (n > n_supply + n_demand + 2) {
    double demand = gp_chart_supply_total (panel->demand, n_demand, last);
    double shortage = gp_chart_supply_shortage (panel, last);

    y[n - 1] = shortage > 0 ? gp_chart_axis_y (axis, -(demand - shortage / 2)) : bottom;
  }
  gp_chart_names_beside (cr, style, names, y, n, right - 2, style->width - width, width,
                         axis->plot.y - 0.5 * font, bottom + 0.5 * font);
}
