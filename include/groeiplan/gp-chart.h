/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Charts, each one cairo function over plain figures: the screen, PDF and PNG draw the same.
 *
 * Everything that is drawn comes in: sizes, figures, texts, colours. Nothing is looked up. No size
 * or figure, however odd (nothing, NaN, infinity), draws outside the area or is an error. A hit
 * test uses the same layout as the drawing. A value that is NaN is one that is not there.
 *
 * Here are the goal curve and the heat map; gp-chart-lines.h has lines, fan and curve,
 * gp-chart-bars.h the charts of bars; gp-chart-copy.h keeps any of them, with its table and texts.
 */
#pragma once

#include <cairo.h>
#include <groeiplan/gp-format.h>
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef enum {
  GP_CHART_LIGHT,
  GP_CHART_DARK,
  GP_CHART_PRINT,
  GP_CHART_LIGHT_CONTRAST, /* where the system asks for high contrast */
  GP_CHART_DARK_CONTRAST
} GpChartTheme;

/* Colours by their meaning, the same in every chart. */
typedef enum {
  GP_INK_TEXT,
  GP_INK_FAINT, /* labels of axes, what lies beyond the goal */
  GP_INK_GRID,
  GP_INK_GROUND,
  GP_INK_HISTORY, /* already taking part */
  GP_INK_REGULAR,
  GP_INK_GROEIKRACHT,
  GP_INK_EXPERT,        /* expert days */
  GP_INK_VERANDERCOACH, /* verandercoach days */
  GP_INK_SHORTAGE,      /* always with hatching */
  GP_INK_GOAL,
  GP_INK_MORE, /* a step up, an outcome of a high value */
  GP_INK_LESS, /* a step down, an outcome of a low value */
  GP_INK_MONEY,
  GP_INK_LINE_1, /* lines that are told apart by dash and marker too; the first stands out */
  GP_INK_LINE_2,
  GP_INK_LINE_3,
  GP_INK_LINE_4,
  GP_INK_LINE_5,
  GP_INK_LINE_6,
  GP_N_INKS
} GpInk;

typedef struct {
  double red, green, blue, alpha; /* 0..1 */
} GpColour;

GpColour gp_chart_ink (GpChartTheme theme, GpInk ink);

typedef struct {
  GpChartTheme theme;
  GpLanguage language;
  double width, height; /* in the cairo context's units */
  double font_size;     /* of labels; the desktop passes its own, 11 when 0 */
  int hovered;          /* index of the year or cell that is read out, or -1 */
} GpChartStyle;

/* How a chart writes its values. */
typedef struct {
  guint digits;       /* decimals, 0..6 */
  gboolean euro;      /* values are euros; digits: 0 or 2 */
  const char *suffix; /* put after the number as it is ("%", " days"), or NULL */
} GpChartUnit;

/* Schools taking part to the goal year against the goal: stacked bars (already taking part,
 * regular, Groeikracht), goal line dashed and labelled; years after goal_year lighter. Texts may be
 * NULL. */
typedef struct {
  const GpTakingPart *years;
  guint n_years;
  double goal; /* 0: no goal line */
  GpYear goal_year, plan_from;
  gboolean rough;     /* relaxed figures: drawn rough, with a tilde */
  gboolean estimated; /* rough and of no plan: paler, with dashed edges and ≈ for the tilde */
  const char *history_text, *regular_text, *groeikracht_text, *goal_text, *lookahead_text;
  const char *total_text; /* names the sum in tables */
} GpGoalChart;
void gp_chart_goal (cairo_t *cr, const GpGoalChart *chart, const GpChartStyle *style);
/* The year's index at a point, or -1. */
int gp_chart_goal_hit (const GpGoalChart *chart, const GpChartStyle *style, double x, double y);

/* A heat map: n_rows x n_columns, a number in every cell (NaN: nothing there), in five steps; the
 * fifth, from limits[3] on and where short_cells says so, is a shortage: red with hatching. In a
 * balance the numbers have their sign, steps one and two are for what is left, and steps three to five
 * for what lacks: ever redder, all with hatching. */
typedef struct {
  const char *const *row_labels;
  const char *const *column_labels;
  const char *const *short_labels; /* of columns where those do not fit, or NULL */
  guint n_rows, n_columns;
  const double *values; /* row by row */
  guint digits;
  double limits[4];          /* where steps two to five begin, ascending */
  const guint8 *short_cells; /* row by row, or NULL */
  const char *suffix;        /* "%", or NULL */
  const double *shades;      /* what the steps go by where that is not the number; or NULL */
  gboolean is_balance;
  const char *const *sentences; /* a cell read out, row by row, or NULL */
} GpHeatChart;
void gp_chart_heat (cairo_t *cr, const GpHeatChart *chart, const GpChartStyle *style);
/* The cell's index (row x n_columns + column) at a point, or -1. */
int gp_chart_heat_hit (const GpHeatChart *chart, const GpChartStyle *style, double x, double y);
/* The height at which rows have their natural size. */
double gp_chart_heat_height (const GpHeatChart *chart, const GpChartStyle *style);

G_END_DECLS
