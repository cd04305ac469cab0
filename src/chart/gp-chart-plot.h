/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plot that charts of lines share: a value axis, a slot a year, room for names beside or above.
 * Internal to this room. */
#pragma once

#include "gp-chart-axis.h"
#include "gp-chart-names.h"

typedef struct {
  GpChartAxis axis;
  guint n_slots;
  double slot;
  double names_x, names_width; /* beside; 0: above */
} GpChartPlot;

typedef struct {
  GpChartRange range;
  gboolean from_zero;
  const GpChartUnit *unit;
  guint n_slots;
  const GpChartName *names;
  guint n_names;
} GpChartPlotWish;

/* FALSE when there is nothing to draw, or nowhere. */
gboolean gp_chart_plot_lay_out (const GpChartPlotWish *wish, const GpChartStyle *style,
                                GpChartPlot *out);
double gp_chart_plot_x (const GpChartPlot *plot, guint slot); /* its middle */
double gp_chart_plot_right (const GpChartPlot *plot);
/* Names: beside at their y (see gp_chart_names_beside), or above. */
void gp_chart_plot_names (cairo_t *cr, const GpChartPlot *plot, const GpChartStyle *style,
                          const GpChartName *names, const double *y, guint n);
/* Grid and years below; a band behind the hovered slot (-1: none). */
void gp_chart_plot_ground (cairo_t *cr, const GpChartPlot *plot, const GpChartStyle *style,
                           const GpChartUnit *unit, double goal, int hovered);
/* A line through the values of all slots, broken where there is none. */
void gp_chart_plot_line (cairo_t *cr, const GpChartPlot *plot, const double *values);
