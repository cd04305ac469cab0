/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept charts of bars: supply, bridge, tornado, budgets, waterline. */
#include "gp-chart-bridge.h"
#include "gp-chart-copy-private.h"
#include "gp-chart-supply.h"
#include "gp-chart-tornado.h"

#include <math.h>

/* ---- supply -----------------------------------------------------------------------------------
 */

static void
supply_draw (cairo_t *cr, gconstpointer data, const GpChartStyle *style)
{
  gp_chart_supply (cr, data, style);
}

static int
supply_hit (gconstpointer data, const GpChartStyle *style, double x, double y)
{
  return gp_chart_supply_hit (data, style, x, y);
}

static double
supply_height (gconstpointer data, const GpChartStyle *style)
{
  return gp_chart_supply_height (data, style);
}

static void
fill_series (const GpSupplyChart *chart, GpChartTableMaker *maker, const GpChartSeries *series,
             guint n)
{
  for (guint i = 0; i < n; i++)
    gp_chart_table_numbers (maker, series[i].name, &chart->unit, series[i].values, chart->n_years,
                            chart->rough);
}

static void
supply_fill (gconstpointer data, GpChartTableMaker *maker)
{
  const GpSupplyChart *chart = data;

  gp_chart_table_year_heads (maker, chart->years, chart->n_years);
  for (guint i = 0; i < chart->n_panels; i++) {
    const GpSupplyPanel *panel = &chart->panels[i];

    maker->panel = i;
    maker->title = panel->title;
    fill_series (chart, maker, panel->supply, panel->n_supply);
    fill_series (chart, maker, panel->demand, panel->n_demand);
    gp_chart_table_row (maker, chart->shortage_text);
    for (guint year = 0; year < chart->n_years; year++)
      gp_chart_table_number (maker, &chart->unit, gp_chart_supply_shortage (panel, year),
                             chart->rough);
  }
}

static const GpChartSeries *
keep_series (GpChart *kept, const GpChartSeries *series, guint *n, guint n_years)
{
  GpChartSeries *copy;

  *n = series != NULL ? *n : 0;
  copy = gp_chart_keep_memory (kept, series, sizeof *series, *n);
  for (guint i = 0; i < *n; i++) {
    copy[i].name = gp_chart_keep_text (kept, copy[i].name);
    copy[i].values = gp_chart_keep_numbers (kept, copy[i].values, n_years);
  }
  return copy;
}

GpChart *
gp_chart_new_supply (const GpSupplyChart *chart)
{
  static const GpChartClass class = {supply_draw, supply_hit, supply_height, supply_fill,
                                     GP_ITEM_COLUMN};
  GpChart *kept = gp_chart_keep (&class, chart, sizeof *chart);
  GpSupplyChart *copy = kept->data;
  GpSupplyPanel *panels;

  copy->n_panels = chart->panels != NULL ? chart->n_panels : 0;
  panels = gp_chart_keep_memory (kept, chart->panels, sizeof *panels, copy->n_panels);
  for (guint i = 0; i < copy->n_panels; i++) {
    panels[i].title = gp_chart_keep_text (kept, panels[i].title);
    panels[i].supply = keep_series (kept, panels[i].supply, &panels[i].n_supply, chart->n_years);
    panels[i].demand = keep_series (kept, panels[i].demand, &panels[i].n_demand, chart->n_years);
    panels[i].shortage = gp_chart_keep_numbers (kept, panels[i].shortage, chart->n_years);
  }
  copy->panels = panels;
  copy->years = gp_chart_keep_memory (kept, chart->years, sizeof (GpYear), chart->n_years);
  copy->supply_text = gp_chart_keep_text (kept, chart->supply_text);
  copy->demand_text = gp_chart_keep_text (kept, chart->demand_text);
  copy->shortage_text = gp_chart_keep_text (kept, chart->shortage_text);
  copy->unit.suffix = gp_chart_keep_text (kept, chart->unit.suffix);
  kept->n_items = copy->n_panels * chart->n_years;
  kept->n_columns = chart->n_years;
  return kept;
}

/* ---- bridge -----------------------------------------------------------------------------------
 */

static void
bridge_draw (cairo_t *cr, gconstpointer data, const GpChartStyle *style)
{
  gp_chart_bridge (cr, data, style);
}

static int
bridge_hit (gconstpointer data, const GpChartStyle *style, double x, double y)
{
  return gp_chart_bridge_hit (data, style, x, y);
}

static double
bridge_height (gconstpointer data, const GpChartStyle *style)
{
  return gp_chart_bridge_height (data, style);
}

static void
bridge_fill (gconstpointer data, GpChartTableMaker *maker)
{
  const GpBridgeChart *chart = data;
  guint n;
  g_autofree GpBridgeRow *rows = gp_chart_bridge_rows (chart, &n);

  gp_chart_table_head (maker, NULL);
  for (guint i = 0; i < n; i++) {
    g_autofree char *text =
        rows[i].is_total ? gp_chart_full_text (&chart->unit, rows[i].shown, maker->language)
                         : gp_chart_difference_text (&chart->unit, rows[i].shown, maker->language);

    gp_chart_table_row (maker, rows[i].label);
    gp_chart_table_take (maker, g_strconcat (chart->rough ? "~" : "", text, NULL));
  }
}

GpChart *
gp_chart_new_bridge (const GpBridgeChart *chart)
{
  static const GpChartClass class = {bridge_draw, bridge_hit, bridge_height, bridge_fill,
                                     GP_ITEM_ROW};
  GpChart *kept = gp_chart_keep (&class, chart, sizeof *chart);
  GpBridgeChart *copy = kept->data;
  GpBridgeBar *steps;

  copy->n_steps = chart->steps != NULL ? chart->n_steps : 0;
  steps = gp_chart_keep_memory (kept, chart->steps, sizeof *steps, copy->n_steps);
  for (guint i = 0; i < copy->n_steps; i++)
    steps[i].label = gp_chart_keep_text (kept, steps[i].label);
  copy->steps = steps;
  copy->start_text = gp_chart_keep_text (kept, chart->start_text);
  copy->end_text = gp_chart_keep_text (kept, chart->end_text);
  copy->rest_text = gp_chart_keep_text (kept, chart->rest_text);
  copy->unit.suffix = gp_chart_keep_text (kept, chart->unit.suffix);
  g_free (gp_chart_bridge_rows (copy, &kept->n_items));
  return kept;
}

/* ---- tornado ----------------------------------------------------------------------------------
 */

static void
tornado_draw (cairo_t *cr, gconstpointer data, const GpChartStyle *style)
{
  gp_chart_tornado (cr, data, style);
}

static int
tornado_hit (gconstpointer data, const GpChartStyle *style, double x, double y)
{
  return gp_chart_tornado_hit (data, style, x, y);
}

static double
tornado_height (gconstpointer data, const GpChartStyle *style)
{
  return gp_chart_tornado_height (data, style);
}

/* "4.020 (10)": the outcome, and the value that it comes of. */
static void
tornado_cell (GpChartTableMaker *maker, const GpChartUnit *unit, double value, const char *at)
{
  g_autofree char *number = gp_chart_full_text (unit, value, maker->language);

  gp_chart_table_take (maker, at != NULL && isfinite (value)
                                  ? g_strconcat (number, " (", at, ")", NULL)
                                  : g_steal_pointer (&number));
}

static void
tornado_fill (gconstpointer data, GpChartTableMaker *maker)
{
  const GpTornadoChart *chart = data;

  gp_chart_table_head (maker, chart->low_text);
  gp_chart_table_head (maker, chart->high_text);
  for (guint i = 0; i < chart->n_bars; i++) {
    gp_chart_table_row (maker, chart->bars[i].label);
    tornado_cell (maker, &chart->unit, chart->bars[i].low, chart->bars[i].low_text);
    tornado_cell (maker, &chart->unit, chart->bars[i].high, chart->bars[i].high_text);
  }
}

GpChart *
gp_chart_new_tornado (const GpTornadoChart *chart)
{
  static const GpChartClass class = {tornado_draw, tornado_hit, tornado_height, tornado_fill,
                                     GP_ITEM_ROW};
  GpChart *kept = gp_chart_keep (&class, chart, sizeof *chart);
  GpTornadoChart *copy = kept->data;
  g_autofree guint *order = NULL;
  GpTornadoBar *bars;

  copy->n_bars = chart->bars != NULL ? chart->n_bars : 0;
  order = gp_chart_tornado_order (copy);
  bars = gp_chart_keep_memory (kept, chart->bars, sizeof *bars, copy->n_bars);
  for (guint i = 0; i < copy->n_bars; i++) {
    bars[i] = chart->bars[order[i]];
    bars[i].label = gp_chart_keep_text (kept, bars[i].label);
    bars[i].low_text = gp_chart_keep_text (kept, bars[i].low_text);
    bars[i].high_text = gp_chart_keep_text (kept, bars[i].high_text);
  }
  copy->bars = bars;
  copy->low_text = gp_chart_keep_text (kept, chart->low_text);
  copy->high_text = gp_chart_keep_text (kept, chart->high_text);
  copy->unit.suffix = gp_chart_keep_text (kept, chart->unit.suffix);
  kept->n_items = copy->n_bars;
  return kept;
}

/* ---- waterline --------------------------------------------------------------------------------
 */

static void
waterline_draw (cairo_t *cr, gconstpointer data, const GpChartStyle *style)
{
  gp_chart_waterline (cr, data, style);
}

static int
waterline_hit (gconstpointer data, const GpChartStyle *style, double x, double y)
{
  return gp_chart_waterline_hit (data, style, x, y);
}

static double
waterline_height (gconstpointer data, const GpChartStyle *style)
{
  return gp_chart_waterline_height (data, style);
}

static void
waterline_fill (gconstpointer data, GpChartTableMaker *maker)
{
  const GpWaterlineChart *chart = data;

  gp_chart_table_head (maker, chart->served_text);
  gp_chart_table_head (maker, chart->waiting_text);
  gp_chart_table_head (maker, NULL);
  for (guint i = 0; i < chart->n_rows; i++) {
    gp_chart_table_row (maker, chart->rows[i].label);
    gp_chart_table_number (maker, &chart->unit, chart->rows[i].served, FALSE);
    gp_chart_table_number (maker, &chart->unit, chart->rows[i].waiting, FALSE);
    gp_chart_table_take (maker, g_strdup (chart->rows[i].reason));
  }
}

GpChart *
gp_chart_new_waterline (const GpWaterlineChart *chart)
{
  static const GpChartClass class = {waterline_draw, waterline_hit, waterline_height,
                                     waterline_fill, GP_ITEM_ROW};
  GpChart *kept = gp_chart_keep (&class, chart, sizeof *chart);
  GpWaterlineChart *copy = kept->data;
  GpWaterlineRow *rows;

  copy->n_rows = chart->rows != NULL ? chart->n_rows : 0;
  rows = gp_chart_keep_memory (kept, chart->rows, sizeof *rows, copy->n_rows);
  for (guint i = 0; i < copy->n_rows; i++) {
    rows[i].label = gp_chart_keep_text (kept, rows[i].label);
    rows[i].reason = gp_chart_keep_text (kept, rows[i].reason);
  }
  copy->rows = rows;
  copy->served_text = gp_chart_keep_text (kept, chart->served_text);
  copy->waiting_text = gp_chart_keep_text (kept, chart->waiting_text);
  copy->unit.suffix = gp_chart_keep_text (kept, chart->unit.suffix);
  kept->n_items = copy->n_rows;
  return kept;
}
