/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small multiples: panels side by side in rows, as many as there is width for. Internal to this
 * room. */
#pragma once

#include "gp-chart-draw.h"

typedef struct {
  guint n, columns, rows;
  double head; /* above all panels */
  double width, height, gap;
} GpChartPanels;

/* FALSE without panels or room. */
gboolean gp_chart_panels_lay_out (guint n, const GpChartStyle *style, double head,
                                  GpChartPanels *out);
GpChartRect gp_chart_panels_box (const GpChartPanels *panels, guint i);
/* The panel at a point (its gap included), or -1. */
int gp_chart_panels_at (const GpChartPanels *panels, double x, double y);
/* The title of a panel, and behind its plot the ground of the year that is pointed at. */
void gp_chart_panels_head (cairo_t *cr, const GpChartPanels *panels, const GpChartStyle *style,
                           const GpChartRect *plot, const char *title, guint i, guint n_years);
/* The height at which every panel has its own. */
double gp_chart_panels_height (guint n, const GpChartStyle *style, double head);
