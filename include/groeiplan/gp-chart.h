/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Charts, each one cairo function over plain figures: the screen, PDF and PNG draw the same.
 *
 * Everything that is drawn comes in: sizes, figures, texts, colours. Nothing is looked up.
 */
#pragma once

#include <cairo.h>
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef enum { GP_CHART_LIGHT, GP_CHART_DARK, GP_CHART_PRINT } GpChartTheme;

typedef struct {
  GpChartTheme theme;
  GpLanguage language;
  double width, height; /* in the cairo context's units */
  double font_size;     /* of labels; the desktop passes its own, 11 when 0 */
  int hovered;          /* index of the year or cell that is read out, or -1 */
} GpChartStyle;

/* Schools taking part to the goal year against the goal: stacked bars (already taking part, regular,
 * Groeikracht), goal line dashed and labelled; years after goal_year lighter. */
typedef struct {
  const GpTakingPart *years;
  guint n_years;
  double goal; /* 0: no goal line */
  GpYear goal_year, plan_from;
  gboolean rough; /* relaxed figures: drawn rough */
} GpGoalChart;
void gp_chart_goal (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style);
/* The year's index at a point, or -1. */
int gp_chart_goal_hit (const GpGoalChart *chart, const GpChartStyle *style, double x, double y);

/* A heat map: n_rows x n_columns, a number in every cell (NaN: nothing there). */
typedef struct {
  const char *const *row_labels;
  const char *const *column_labels;
  guint n_rows, n_columns;
  const double *values; /* row by row */
  guint digits;
} GpHeatChart;
void gp_chart_heat (cairo_t *cr, const GpHeatChart *chart, const GpChartStyle *style);
int gp_chart_heat_hit (const GpHeatChart *chart, const GpChartStyle *style, double x, double y);

G_END_DECLS
