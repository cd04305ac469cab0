/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Charts of bars: supply against demand, the bridge, the tornado, budgets, the waterline. See
 * gp-chart.h for what holds for all charts. Texts may be NULL.
 *
 * Those with rows or panels have a natural height, at which their rows have their own size; drawn
 * lower, rows shrink and then lose their texts.
 */
#pragma once

#include <groeiplan/gp-chart.h>

G_BEGIN_DECLS

/* One part of a stack. Parts with the same ink get paler one after another. */
typedef struct {
  const char *name;
  GpInk ink;
  const double *values; /* one a year; NaN or below zero counts as 0 */
} GpChartSeries;

typedef struct {
  const char *title; /* of a region; NULL for one panel */
  const GpChartSeries *supply, *demand;
  guint n_supply, n_demand;
  const double *shortage; /* one a year; NULL: what demand exceeds supply by */
} GpSupplyPanel;

/* What there is (above the zero line) against what is asked (below it), per year; the part of the
 * demand that nobody can do is red and hatched. Panels side by side where there is room, all on
 * one scale; each should name the same series. */
typedef struct {
  const GpSupplyPanel *panels;
  guint n_panels;
  const GpYear *years;
  guint n_years;
  const char *supply_text, *demand_text, *shortage_text;
  GpChartUnit unit;
  gboolean rough; /* relaxed figures: drawn rough, with a tilde */
} GpSupplyChart;
void gp_chart_supply (cairo_t *cr, const GpSupplyChart *chart, const GpChartStyle *style);
/* panel x n_years + year, or -1. */
int gp_chart_supply_hit (const GpSupplyChart *chart, const GpChartStyle *style, double x, double y);
double gp_chart_supply_height (const GpSupplyChart *chart, const GpChartStyle *style);

typedef struct {
  const char *label;
  double value; /* the change, with its sign */
} GpBridgeBar;

/* From start to end by steps, one under the other. The printed numbers add up: what rounding
 * leaves is given to the steps with the largest remainders. When the steps do not make the end,
 * one more row, rest_text, says by how much. */
typedef struct {
  const char *start_text, *end_text, *rest_text;
  double start, end;
  const GpBridgeBar *steps;
  guint n_steps;
  GpInk ink; /* of start and end; GP_INK_REGULAR for schools, GP_INK_MONEY for euros ... */
  GpChartUnit unit;
  gboolean rough;
} GpBridgeChart;
void gp_chart_bridge (cairo_t *cr, const GpBridgeChart *chart, const GpChartStyle *style);
/* The row: 0 start, 1.. the steps, then the rest if there is one, then the end; or -1. */
int gp_chart_bridge_hit (const GpBridgeChart *chart, const GpChartStyle *style, double x, double y);
double gp_chart_bridge_height (const GpBridgeChart *chart, const GpChartStyle *style);

typedef struct {
  const char *label;
  double low, high; /* the outcome when this is at its low, and at its high value; NaN: no bar.
                       With correlations: one of the two, the other NaN */
  const char *low_text, *high_text; /* those values ("10", "14 days"), or NULL */
} GpTornadoBar;

/* How far each assumption moves the outcome away from base: widest first, whatever the order in
 * bars is. */
typedef struct {
  const GpTornadoBar *bars;
  guint n_bars;
  double base;
  const char *low_text, *high_text; /* what the two shades are: "at its low value" */
  GpChartUnit unit;
} GpTornadoChart;
void gp_chart_tornado (cairo_t *cr, const GpTornadoChart *chart, const GpChartStyle *style);
/* The bar's index in bars (not its place), or -1. */
int gp_chart_tornado_hit (const GpTornadoChart *chart, const GpChartStyle *style, double x,
                          double y);
double gp_chart_tornado_height (const GpTornadoChart *chart, const GpChartStyle *style);

typedef struct {
  const char *name;
  const double *actual, *budget, *committed, *forecast; /* one a year, NaN: none; NULL: none */
} GpBudgetProject;

/* A panel a project, a bar a year: the actual where there is one, else the forecast with what is
 * committed of it, before the budget as a frame; what goes beyond the budget is hatched. Under it
 * the difference with the budget. All panels on one scale when same_scale, else each on its own. */
typedef struct {
  const GpBudgetProject *projects;
  guint n_projects;
  const GpYear *years;
  guint n_years;
  const char *actual_text, *budget_text, *committed_text, *forecast_text, *variance_text;
  gboolean same_scale;
  GpChartUnit unit;
} GpBudgetChart;
void gp_chart_budget (cairo_t *cr, const GpBudgetChart *chart, const GpChartStyle *style);
/* project x n_years + year, or -1. */
int gp_chart_budget_hit (const GpBudgetChart *chart, const GpChartStyle *style, double x, double y);
double gp_chart_budget_height (const GpBudgetChart *chart, const GpChartStyle *style);

typedef struct {
  const char *label;
  double served, waiting; /* schools that start in time, and that wait */
  const char *reason;     /* why it waits, or NULL */
} GpWaterlineRow;

/* Who waits: to the left of the line what is served, to the right, red and hatched, what waits. */
typedef struct {
  const GpWaterlineRow *rows;
  guint n_rows;
  const char *served_text, *waiting_text;
  GpChartUnit unit;
} GpWaterlineChart;
void gp_chart_waterline (cairo_t *cr, const GpWaterlineChart *chart, const GpChartStyle *style);
/* The row, or -1. */
int gp_chart_waterline_hit (const GpWaterlineChart *chart, const GpChartStyle *style, double x,
                            double y);
double gp_chart_waterline_height (const GpWaterlineChart *chart, const GpChartStyle *style);

G_END_DECLS
