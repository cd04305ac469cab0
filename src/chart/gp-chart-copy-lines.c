/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kept charts with the years along one axis: goal curve, heat map, lines, fan, curve. */
#include "gp-chart-copy-private.h"

#include "gp-chart-draw.h"

#include <math.h>

static const GpYear *
keep_years (GpChart *kept, const GpYear *years, guint n)
{
  return gp_chart_keep_memory (kept, years, sizeof *years, n);
}

/* ---- goal -------------------------------------------------------------------------------------
 */

static void
goal_draw (cairo_t *cr, gconstpointer data, const GpChartStyle *style)
{
  gp_chart_goal (cr, data, style);
}

static int
goal_hit (gconstpointer data, const GpChartStyle *style, double x, double y)
{
  return gp_chart_goal_hit (data, style, x, y);
}

typedef enum { PART_HISTORY, PART_REGULAR, PART_GROEIKRACHT, PART_TOTAL, N_PARTS } Part;

static double
goal_part (const GpTakingPart *year, Part part)
{
  double total = year->history + year->regular + year->groeikracht;
  double parts[N_PARTS] = {year->history, year->regular, year->groeikracht, total};

  return parts[part];
}

static void
add_goal_number (GpChartTableMaker *maker, const GpGoalChart *chart, guint i, double value)
{
  GpChartUnit unit = {0};
  gboolean rough = chart->rough && chart->years[i].year >= chart->plan_from;
  g_autofree char *text = gp_chart_full_text (&unit, value, maker->language);

  if (rough && chart->estimated)
    gp_chart_table_take (maker, g_strconcat ("≈", text, NULL));
  else
    gp_chart_table_number (maker, &unit, value, rough);
}

static void
goal_fill (gconstpointer data, GpChartTableMaker *maker)
{
  const GpGoalChart *chart = data;
  const char *names[N_PARTS] = {chart->history_text, chart->regular_text, chart->groeikracht_text,
                                chart->total_text};

  for (guint i = 0; i < chart->n_years; i++)
    gp_chart_table_year_heads (maker, &chart->years[i].year, 1);
  for (Part part = 0; part < N_PARTS; part++) {
    if (names[part] == NULL)
      continue;
    gp_chart_table_row (maker, names[part]);
    for (guint i = 0; i < chart->n_years; i++)
      add_goal_number (maker, chart, i, goal_part (&chart->years[i], part));
  }
}

GpChart *
gp_chart_new_goal (const GpGoalChart *chart)
{
  static const GpChartClass class = {goal_draw, goal_hit, NULL, goal_fill, GP_ITEM_COLUMN};
  GpChart *kept = gp_chart_keep (&class, chart, sizeof *chart);
  GpGoalChart *copy = kept->data;

  copy->n_years = chart->years != NULL ? chart->n_years : 0;
  copy->years = gp_chart_keep_memory (kept, chart->years, sizeof *chart->years, copy->n_years);
  copy->history_text = gp_chart_keep_text (kept, chart->history_text);
  copy->regular_text = gp_chart_keep_text (kept, chart->regular_text);
  copy->groeikracht_text = gp_chart_keep_text (kept, chart->groeikracht_text);
  copy->goal_text = gp_chart_keep_text (kept, chart->goal_text);
  copy->lookahead_text = gp_chart_keep_text (kept, chart->lookahead_text);
  copy->total_text = gp_chart_keep_text (kept, chart->total_text);
  kept->n_items = kept->n_columns = copy->n_years;
  return kept;
}

/* ---- heat map ---------------------------------------------------------------------------------
 */

static void
heat_draw (cairo_t *cr, gconstpointer data, const GpChartStyle *style)
{
  gp_chart_heat (cr, data, style);
}

static int
heat_hit (gconstpointer data, const GpChartStyle *style, double x, double y)
{
  return gp_chart_heat_hit (data, style, x, y);
}

static double
heat_height (gconstpointer data, const GpChartStyle *style)
{
  return gp_chart_heat_height (data, style);
}

static void
heat_fill (gconstpointer data, GpChartTableMaker *maker)
{
  const GpHeatChart *chart = data;
  GpChartUnit unit = {.digits = chart->digits, .suffix = chart->suffix};

  if (chart->values == NULL)
    return;
  for (guint i = 0; i < chart->n_columns; i++)
    gp_chart_table_head (maker, chart->column_labels != NULL ? chart->column_labels[i] : NULL);
  for (guint i = 0; i < chart->n_rows; i++)
    gp_chart_table_numbers (maker, chart->row_labels != NULL ? chart->row_labels[i] : NULL, &unit,
                            chart->values + (gsize)i * chart->n_columns, chart->n_columns, FALSE);
}

GpChart *
gp_chart_new_heat (const GpHeatChart *chart)
{
  static const GpChartClass class = {heat_draw, heat_hit, heat_height, heat_fill, GP_ITEM_CELL};
  GpChart *kept = gp_chart_keep (&class, chart, sizeof *chart);
  GpHeatChart *copy = kept->data;
  gsize n = (gsize)chart->n_rows * chart->n_columns;

  copy->row_labels = gp_chart_keep_texts (kept, chart->row_labels, chart->n_rows);
  copy->column_labels = gp_chart_keep_texts (kept, chart->column_labels, chart->n_columns);
  copy->short_labels = gp_chart_keep_texts (kept, chart->short_labels, chart->n_columns);
  copy->values = gp_chart_keep_numbers (kept, chart->values, n);
  copy->short_cells = gp_chart_keep_memory (kept, chart->short_cells, sizeof (guint8), n);
  copy->suffix = gp_chart_keep_text (kept, chart->suffix);
  copy->shades = gp_chart_keep_numbers (kept, chart->shades, n);
  copy->sentences = gp_chart_keep_texts (kept, chart->sentences, n);
  kept->readouts = copy->sentences;
  kept->n_items = copy->values != NULL ? (guint)n : 0;
  kept->n_columns = chart->n_columns;
  return kept;
}

/* ---- lines ------------------------------------------------------------------------------------
 */

static void
lines_draw (cairo_t *cr, gconstpointer data, const GpChartStyle *style)
{
  gp_chart_lines (cr, data, style);
}

static int
lines_hit (gconstpointer data, const GpChartStyle *style, double x, double y)
{
  return gp_chart_lines_hit (data, style, x, y);
}

static void
lines_fill (gconstpointer data, GpChartTableMaker *maker)
{
  const GpLinesChart *chart = data;

  gp_chart_table_year_heads (maker, chart->years, chart->n_years);
  for (guint i = 0; i < chart->n_lines; i++)
    gp_chart_table_numbers (maker, chart->lines[i].name, &chart->unit, chart->lines[i].values,
                            chart->n_years, chart->lines[i].rough);
}

GpChart *
gp_chart_new_lines (const GpLinesChart *chart)
{
  static const GpChartClass class = {lines_draw, lines_hit, NULL, lines_fill, GP_ITEM_CELL};
  GpChart *kept = gp_chart_keep (&class, chart, sizeof *chart);
  GpLinesChart *copy = kept->data;
  GpChartLine *lines;

  copy->n_lines = chart->lines != NULL ? chart->n_lines : 0;
  lines = gp_chart_keep_memory (kept, chart->lines, sizeof *lines, copy->n_lines);
  for (guint i = 0; i < copy->n_lines; i++) {
    lines[i].name = gp_chart_keep_text (kept, lines[i].name);
    lines[i].values = gp_chart_keep_numbers (kept, lines[i].values, chart->n_years);
  }
  copy->lines = lines;
  copy->years = keep_years (kept, chart->years, chart->n_years);
  copy->goal_text = gp_chart_keep_text (kept, chart->goal_text);
  copy->unit.suffix = gp_chart_keep_text (kept, chart->unit.suffix);
  kept->n_items = copy->n_lines * chart->n_years;
  kept->n_columns = chart->n_years;
  return kept;
}

/* ---- fan --------------------------------------------------------------------------------------
 */

static void
fan_draw (cairo_t *cr, gconstpointer data, const GpChartStyle *style)
{
  gp_chart_fan (cr, data, style);
}

static int
fan_hit (gconstpointer data, const GpChartStyle *style, double x, double y)
{
  return gp_chart_fan_hit (data, style, x, y);
}

static void
fan_row (const GpFanChart *chart, GpChartTableMaker *maker, const char *name, const double *values)
{
  if (values != NULL)
    gp_chart_table_numbers (maker, name, &chart->unit, values, chart->n_years, FALSE);
}

static void
fan_fill (gconstpointer data, GpChartTableMaker *maker)
{
  const GpFanChart *chart = data;

  gp_chart_table_year_heads (maker, chart->years, chart->n_years);
  fan_row (chart, maker, chart->p90_text, chart->p90);
  fan_row (chart, maker, chart->p50_text, chart->p50);
  fan_row (chart, maker, chart->p10_text, chart->p10);
  fan_row (chart, maker, chart->plan_text, chart->plan);
}

GpChart *
gp_chart_new_fan (const GpFanChart *chart)
{
  static const GpChartClass class = {fan_draw, fan_hit, NULL, fan_fill, GP_ITEM_COLUMN};
  GpChart *kept = gp_chart_keep (&class, chart, sizeof *chart);
  GpFanChart *copy = kept->data;

  copy->years = keep_years (kept, chart->years, chart->n_years);
  copy->p10 = gp_chart_keep_numbers (kept, chart->p10, chart->n_years);
  copy->p50 = gp_chart_keep_numbers (kept, chart->p50, chart->n_years);
  copy->p90 = gp_chart_keep_numbers (kept, chart->p90, chart->n_years);
  copy->plan = gp_chart_keep_numbers (kept, chart->plan, chart->n_years);
  copy->goal_text = gp_chart_keep_text (kept, chart->goal_text);
  copy->plan_text = gp_chart_keep_text (kept, chart->plan_text);
  copy->p10_text = gp_chart_keep_text (kept, chart->p10_text);
  copy->p50_text = gp_chart_keep_text (kept, chart->p50_text);
  copy->p90_text = gp_chart_keep_text (kept, chart->p90_text);
  copy->unit.suffix = gp_chart_keep_text (kept, chart->unit.suffix);
  kept->n_items = kept->n_columns = chart->n_years;
  return kept;
}

/* ---- curve ------------------------------------------------------------------------------------
 */

static void
curve_draw (cairo_t *cr, gconstpointer data, const GpChartStyle *style)
{
  gp_chart_curve (cr, data, style);
}

static int
curve_hit (gconstpointer data, const GpChartStyle *style, double x, double y)
{
  return gp_chart_curve_hit (data, style, x, y);
}

static double
curve_height (gconstpointer data, const GpChartStyle *style)
{
  const GpCurveChart *chart = data;

  return gp_chart_font_size (style) * (chart->spark ? 2.2 : 18);
}

static void
curve_fill (gconstpointer data, GpChartTableMaker *maker)
{
  const GpCurveChart *chart = data;

  gp_chart_table_head (maker, chart->y_text);
  for (guint i = 0; chart->x != NULL && i < chart->n_points; i++) {
    g_autofree char *x = gp_chart_full_text (&chart->x_unit, chart->x[i], maker->language);

    gp_chart_table_numbers (maker, x, &chart->y_unit, chart->y != NULL ? &chart->y[i] : NULL, 1,
                            FALSE);
  }
}

GpChart *
gp_chart_new_curve (const GpCurveChart *chart)
{
  static const GpChartClass class = {curve_draw, curve_hit, curve_height, curve_fill, GP_ITEM_ROW};
  GpChart *kept = gp_chart_keep (&class, chart, sizeof *chart);
  GpCurveChart *copy = kept->data;

  copy->n_points = chart->x != NULL && chart->y != NULL ? chart->n_points : 0;
  copy->x = gp_chart_keep_numbers (kept, chart->x, copy->n_points);
  copy->y = gp_chart_keep_numbers (kept, chart->y, copy->n_points);
  copy->x_text = gp_chart_keep_text (kept, chart->x_text);
  copy->y_text = gp_chart_keep_text (kept, chart->y_text);
  copy->x_unit.suffix = gp_chart_keep_text (kept, chart->x_unit.suffix);
  copy->y_unit.suffix = gp_chart_keep_text (kept, chart->y_unit.suffix);
  kept->n_items = copy->n_points;
  return kept;
}
