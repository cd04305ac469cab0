/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Naming the series of a chart: swatches, names beside the series that never cover one another,
 * names in rows above where there is no room beside. Internal to this room. */
#pragma once

#include "gp-chart-draw.h"

typedef enum {
  GP_SWATCH_FILL,
  GP_SWATCH_HATCH, /* the ink, paler, with hatching */
  GP_SWATCH_FRAME,
  GP_SWATCH_LINE, /* with a dash and a marker */
  GP_SWATCH_RING,
  GP_SWATCH_NONE, /* a heading of names */
} GpSwatch;

typedef struct {
  const char *text;
  GpSwatch swatch;
  GpInk ink;
  double strength; /* 1: the ink itself; 0 counts as 1 */
  guint mark;      /* of a line: its dash and marker */
  gboolean bold;
} GpChartName;

/* How a nth series of the same ink is drawn. */
double gp_chart_nth_strength (guint nth);
void gp_chart_swatch (cairo_t *cr, const GpChartStyle *style, const GpChartName *name,
                      const GpChartRect *rect);

/* Markers (filled shapes, GP_CHART_N_MARKS of them) and dashes; the width scales both. */
#define GP_CHART_N_MARKS 6
void gp_chart_marker (cairo_t *cr, guint mark, double x, double y, double radius);
void gp_chart_set_dash (cairo_t *cr, guint mark, double width);

/* Names in rows above a plot; names without text are left out. Returns their height, and draws
 * unless cr is NULL. */
double gp_chart_names_above (cairo_t *cr, const GpChartStyle *style, const GpChartName *names,
                             guint n, double x, double y, double width);

/* The width that the names want beside a plot, with swatch and gap; 0 without any text. */
double gp_chart_names_width (const GpChartStyle *style, const GpChartName *names, guint n);
/* Draws the names at x, each as near to its y as there is room between top and bottom; a thin line
 * leads from anchor_x to those that had to move. y NaN: left out. Where there is no room for all,
 * those late in the order are left out. */
void gp_chart_names_beside (cairo_t *cr, const GpChartStyle *style, const GpChartName *names,
                            const double *y, guint n, double anchor_x, double x, double width,
                            double top, double bottom);
/* Moves places apart until no two are nearer than gap, all within top..bottom, each as little as
 * can be. Keeps their order (equal ones in the order given). FALSE, and nothing moved, when there
 * is no room for n of them. */
gboolean gp_chart_spread (double *places, guint n, double gap, double top, double bottom);
