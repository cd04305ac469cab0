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
/* One that may be below zero: infinity becomes NaN, which is nothing. */
double gp_chart_value (double value);
/* The value at a place of an array that may be NULL: NaN there. */
double gp_chart_value_at (const double *values, guint i);

/* Nothing that is drawn between these leaves the style's area. */
void gp_chart_begin (cairo_t *cr, const GpChartStyle *style);
void gp_chart_end (cairo_t *cr);

void gp_chart_set_ink (cairo_t *cr, const GpChartStyle *style, GpInk ink, double alpha);
/* The ink mixed with the ground, opaque: 1 is the ink itself. */
void gp_chart_set_shade (cairo_t *cr, const GpChartStyle *style, GpInk ink, double strength);
double gp_chart_text_width (const GpChartStyle *style, const char *text, gboolean bold);
void gp_chart_text (cairo_t *cr, const GpChartStyle *style, const char *text, double x, double y,
                    GpAnchor anchor, PangoWeight weight, PangoStyle slant);
/* The same in at most so much width, cut with an ellipsis. */
void gp_chart_text_in (cairo_t *cr, const GpChartStyle *style, const char *text, double x, double y,
                       double width, GpAnchor anchor, PangoWeight weight, PangoStyle slant);
/* A text with a rim of ground, so that lines do not run through it. */
void gp_chart_text_clear (cairo_t *cr, const GpChartStyle *style, const char *text, double x,
                          double y, GpAnchor anchor, PangoWeight weight, GpInk ink);
void gp_chart_rect (cairo_t *cr, const GpChartRect *rect);
/* A dashed line around a box, just within it: of what is only estimated. */
void gp_chart_dashed_edge (cairo_t *cr, const GpChartStyle *style, const GpChartRect *box,
                           GpInk ink);
/* Diagonal lines in the current colour over a box, a gap apart. */
void gp_chart_hatch (cairo_t *cr, const GpChartRect *box, double gap);
/* Pixel-sharp horizontal line. */
void gp_chart_rule (cairo_t *cr, double x1, double x2, double y);

/* A value in full ("€ 1.204.000", "12,5%"), as short as an axis wants it ("€ 1,2 mln"), and as a
 * difference ("+12"); new strings. */
char *gp_chart_full_text (const GpChartUnit *unit, double value, GpLanguage language);
char *gp_chart_short_text (const GpChartUnit *unit, double value, double step, GpLanguage language);
char *gp_chart_difference_text (const GpChartUnit *unit, double value, GpLanguage language);
