/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scale of values, the years under a plot, and how values are written. Internal to this room.
 */
#pragma once

#include "gp-chart-draw.h"

/* What the values of a chart run over; NaN is passed over. */
typedef struct {
  double low, high;
} GpChartRange;

#define GP_CHART_RANGE_NONE                                                                        \
  (GpChartRange)                                                                                   \
  {                                                                                                \
    INFINITY, -INFINITY                                                                            \
  }

void gp_chart_range_take (GpChartRange *range, const double *values, guint n);
void gp_chart_range_take_one (GpChartRange *range, double value);

typedef struct {
  double low, high, step; /* at the ends of the plot; a line every step */
  GpChartRect plot;
} GpChartAxis;

/* The step (1, 2 or 5 times a power of ten) that divides 0..top in at most n parts, 1 at least. */
double gp_chart_axis_step (double top, guint n);
/* low, high and step: the range, widened to whole steps, in about n parts. */
void gp_chart_axis_set (GpChartAxis *axis, GpChartRange range, gboolean from_zero, guint n,
                        const GpChartUnit *unit);
/* Where a value stands on an upright or a lying axis, within the plot. */
double gp_chart_axis_y (const GpChartAxis *axis, double value);
double gp_chart_axis_x (const GpChartAxis *axis, double value);
/* Room for the texts at the left of an upright axis. */
double gp_chart_axis_width (const GpChartAxis *axis, const GpChartStyle *style,
                            const GpChartUnit *unit);
/* Lines across, the zero line stronger, texts at the left; none at the value of the goal (or NaN).
 * mirrored: below zero they are written without sign. */
void gp_chart_axis_draw (cairo_t *cr, const GpChartAxis *axis, const GpChartStyle *style,
                         const GpChartUnit *unit, double goal, gboolean mirrored);
/* The dashed line with its number at the left and its text on it. */
void gp_chart_axis_goal (cairo_t *cr, const GpChartAxis *axis, const GpChartStyle *style,
                         const GpChartUnit *unit, double goal, const char *text);

/* "2031-32" where there is room in a slot, "’32" (the year it ends in) where not, every other one
 * at worst; the goal year bold. Slots begin at x. */
void gp_chart_years_draw (cairo_t *cr, const GpChartStyle *style, const GpYear *years, guint n,
                          GpYear goal_year, double x, double slot, double y);
/* The slot at x, or -1. */
int gp_chart_slot_at (double x, double left, double slot, guint n);
