/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Any chart with its own copy of its figures and texts, so that it can be kept, drawn in another
 * thread, printed and written out when what it was made of is gone. Immutable; counted references.
 *
 * An item is what a hit test gives: a year, a cell, a bar. Items stand in a grid of n_columns.
 */
#pragma once

#include <groeiplan/gp-chart-bars.h>
#include <groeiplan/gp-chart-lines.h>

G_BEGIN_DECLS

typedef struct _GpChart GpChart;

/* Copies everything that the argument points to. */
GpChart *gp_chart_new_goal (const GpGoalChart *chart);
GpChart *gp_chart_new_heat (const GpHeatChart *chart);
GpChart *gp_chart_new_supply (const GpSupplyChart *chart);
GpChart *gp_chart_new_lines (const GpLinesChart *chart);
GpChart *gp_chart_new_bridge (const GpBridgeChart *chart);
GpChart *gp_chart_new_fan (const GpFanChart *chart);
GpChart *gp_chart_new_tornado (const GpTornadoChart *chart); /* its bars sorted, widest first */
GpChart *gp_chart_new_budget (const GpBudgetChart *chart);
GpChart *gp_chart_new_curve (const GpCurveChart *chart);
GpChart *gp_chart_new_waterline (const GpWaterlineChart *chart);

GpChart *gp_chart_ref (GpChart *chart);
void gp_chart_unref (GpChart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpChart, gp_chart_unref)

void gp_chart_draw (const GpChart *chart, cairo_t *cr, const GpChartStyle *style);
int gp_chart_hit (const GpChart *chart, const GpChartStyle *style, double x, double y);
/* The height at which it looks best at style->width. */
double gp_chart_height (const GpChart *chart, const GpChartStyle *style);
guint gp_chart_n_items (const GpChart *chart);
guint gp_chart_n_columns (const GpChart *chart);

/* Its numbers as a table: every cell formatted with its unit, "–" for what is not there. */
typedef struct {
  guint n_rows, n_columns; /* of numbers */
  char **heads;            /* n_columns */
  guint *panels;           /* n_rows: the panel that a row belongs to, ascending */
  char **titles;           /* n_rows: its title, "" without */
  char **names;            /* n_rows */
  char **cells;            /* row by row */
} GpChartTable;
GpChartTable *gp_chart_table_new (const GpChart *chart, GpLanguage language);
void gp_chart_table_free (GpChartTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpChartTable, gp_chart_table_free)

/* An item in words ("2028-2029 · regular 512 · Groeikracht 310"): a new string, or NULL for no
 * item. */
char *gp_chart_readout (const GpChart *chart, int item, GpLanguage language);

G_END_DECLS
