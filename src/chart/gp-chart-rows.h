/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows with a label and lying bars on one axis: bridge, tornado, waterline. Internal to this room.
 */
#pragma once

#include "gp-chart-axis.h"

typedef struct {
  guint n;
  gboolean stacked; /* the label stands above its bar, where the chart is narrow */
  double head, row; /* above the rows; a row's height */
  double label_width;
  GpChartAxis axis; /* low and high are the caller's to set; its plot is where the bars are */
} GpChartRows;

typedef struct {
  guint n;
  const char *(*label) (gconstpointer chart, guint row);
  gconstpointer chart;
  double head;
  double left_text, right_text; /* room for numbers beside the bars */
} GpChartRowsWish;

gboolean gp_chart_rows_lay_out (const GpChartRowsWish *wish, const GpChartStyle *style,
                                GpChartRows *out);
double gp_chart_rows_height (const GpChartRowsWish *wish, const GpChartStyle *style);
/* The bar of a row between two values. */
GpChartRect gp_chart_rows_bar (const GpChartRows *rows, guint row, double from, double to);
/* The row's label, and its band when it is read out. FALSE when the row is too low for
 * numbers beside the bar. */
gboolean gp_chart_rows_draw (cairo_t *cr, const GpChartRows *rows, const GpChartStyle *style,
                             guint row, const char *label, gboolean bold);
/* A number beside a bar; at its right end, or its left (after FALSE). */
void gp_chart_rows_number (cairo_t *cr, const GpChartStyle *style, const GpChartRect *bar,
                           gboolean after, const char *text, gboolean bold);
/* An upright line at a value, through the bars but not through labels above them. */
void gp_chart_rows_line (cairo_t *cr, const GpChartRows *rows, const GpChartStyle *style,
                         double value);
int gp_chart_rows_at (const GpChartRows *rows, const GpChartStyle *style, double x, double y);
