/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Charts of lines: scenarios over the years, the fan of futures, a curve of points. See gp-chart.h
 * for what holds for all charts. Texts may be NULL.
 */
#pragma once

#include <groeiplan/gp-chart.h>

G_BEGIN_DECLS

typedef struct {
  const char *name;
  const double *values; /* a value a year; NaN: none, the line is broken there */
  gboolean rough;       /* relaxed figures: drawn thin and dotted, its label with a tilde */
} GpChartLine;

/* Scenarios over the years, each named at its end; told apart by dash and marker as well. */
typedef struct {
  const GpChartLine *lines;
  guint n_lines;
  int highlighted; /* index of the line that is drawn strong, or -1: all alike */
  const GpYear *years;
  guint n_years;
  double goal; /* NaN: no goal line */
  const char *goal_text;
  GpYear goal_year; /* its label is bold; GP_YEAR_NONE: none */
  GpChartUnit unit;
  gboolean from_zero; /* the axis holds zero however far away the values are */
} GpLinesChart;
void gp_chart_lines (cairo_t *cr, const GpLinesChart *chart, const GpChartStyle *style);
/* line x n_years + year of the point nearest to (x, y), or -1. */
int gp_chart_lines_hit (const GpLinesChart *chart, const GpChartStyle *style, double x, double y);

/* What the futures say, per year: the band from P10 to P90 with P50 in it. */
typedef struct {
  const GpYear *years;
  guint n_years;
  const double *p10, *p50, *p90;
  const double *plan; /* what the plan itself says, as a dotted line with rings; NULL: none */
  double goal;        /* NaN: no goal line */
  const char *goal_text, *plan_text;
  const char *p10_text, *p50_text, *p90_text; /* "9 of 10 futures reach this" */
  GpYear goal_year;
  GpChartUnit unit;
  gboolean from_zero;
} GpFanChart;
void gp_chart_fan (cairo_t *cr, const GpFanChart *chart, const GpChartStyle *style);
/* The year's index, or -1. */
int gp_chart_fan_hit (const GpFanChart *chart, const GpChartStyle *style, double x, double y);

/* A curve through points: what it costs (y) to keep more (x), say. Points in any order of x. */
typedef struct {
  const double *x, *y;
  guint n_points;
  gboolean falling; /* x runs from its highest (left) to its lowest */
  const char *x_text, *y_text;
  GpChartUnit x_unit, y_unit;
  int chosen;     /* index of the point that is what holds today, or -1 */
  gboolean spark; /* bare: the line, its last point and nothing else; for beside a figure */
} GpCurveChart;
void gp_chart_curve (cairo_t *cr, const GpCurveChart *chart, const GpChartStyle *style);
/* The point's index, or -1. */
int gp_chart_curve_hit (const GpCurveChart *chart, const GpChartStyle *style, double x, double y);

G_END_DECLS
