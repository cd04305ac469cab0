/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all charts share: inks, text at a place, hatching, round axis steps. Internal to this room.
 */
#pragma once

#include <groeiplan/gp-chart.h>
#include <pango/pangocairo.h>

typedef struct {
  double x, y, width, height;
} GpChartRect;

/* Where a text's point lies in it: 0 left or top, 0.5 middle, 1 right or bottom. */
typedef struct {
  double across, down;
} GpAnchor;

#define GP_CHART_MAX_SIZE 30000.0

double gp_chart_font_size (const GpChartStyle *style);
/* FALSE when there is nothing to draw on (no size, NaN, beyond what cairo can hold). */
gboolean gp_chart_has_room (const GpChartStyle *style);
/* A figure that can be drawn: NaN, infinity and what is below zero count as 0. */
double gp_chart_figure (double value);

void gp_chart_set_ink (cairo_t *cr, const GpChartStyle *style, GpInk ink, double alpha);
double gp_chart_text_width (const GpChartStyle *style, const char *text, gboolean bold);
void gp_chart_text (cairo_t *cr, const GpChartStyle *style, const char *text, double x, double y,
                    GpAnchor anchor, PangoWeight weight, PangoStyle slant);
/* Diagonal lines in the current colour over a box, a gap apart. */
void gp_chart_hatch (cairo_t *cr, const GpChartRect *box, double gap);
/* Pixel-sharp horizontal line. */
void gp_chart_rule (cairo_t *cr, double x1, double x2, double y);
/* The step (1, 2 or 5 times a power of ten) that divides 0..top in at most n parts. */
double gp_chart_axis_step (double top, guint n);
