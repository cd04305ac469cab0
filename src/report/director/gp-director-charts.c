/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of the director's report. Each keeps its own figures, for it is drawn after what it
 * was made from may be gone; its texts are those of the table of texts, or owned with it. */
#include "gp-director.h"

#include <groeiplan/gp-chart-lines.h>
#include <math.h>
#include <string.h>

#define GOAL_HEIGHT 200.0
#define LINES_HEIGHT 190.0

/* ---- the goal ------------------------------------------------------------------------------- */

typedef struct {
  GpGoalChart chart;
  GArray *years;
} Goal;

static void
goal_draw (cairo_t *cr, const GpChartStyle *style, gconstpointer data)
{
  gp_chart_goal (cr, &((const Goal *)data)->chart, style);
}

static void
goal_free (gpointer data)
{
  g_array_unref (((Goal *)data)->years);
  g_free (data);
}

void
gp_director_add_goal_chart (GpDirector *d)
{
  Goal *goal = g_new0 (Goal, 1);

  goal->years = gp_plan_taking_part (d->project, d->input->scenario, d->input->plan, d->part,
                                     d->project->plan_from - 1, d->project->last_year);
  goal->chart = (GpGoalChart){.years = (const GpTakingPart *)(gpointer)goal->years->data,
                              .n_years = goal->years->len,
                              .goal = d->goal,
                              .goal_year = d->project->goal_year,
                              .plan_from = d->project->plan_from,
                              .rough = d->part == GP_PART_RELAXED,
                              .history_text = gp_text (d->language, GP_TEXT_CHART_HISTORY),
                              .regular_text = gp_text (d->language, GP_TEXT_REGULAR),
                              .groeikracht_text = gp_text (d->language, GP_TEXT_GROEIKRACHT),
                              .goal_text = gp_text (d->language, GP_TEXT_CHART_GOAL_LINE),
                              .lookahead_text = gp_text (d->language, GP_TEXT_CHART_LOOKAHEAD)};
  gp_doc_chart (d->doc, g_strdup (gp_text (d->language, GP_TEXT_CHART_GOAL)), GOAL_HEIGHT,
                goal_draw, goal, goal_free);
}

/* ---- capacity ------------------------------------------------------------------------------- */

typedef struct {
  GpHeatChart chart;
  GPtrArray *rows, *columns;
  double *values;
  guint8 *is_short;
} Heat;

static void
heat_draw (cairo_t *cr, const GpChartStyle *style, gconstpointer data)
{
  gp_chart_heat (cr, &((const Heat *)data)->chart, style);
}

static void
heat_free (gpointer data)
{
  Heat *heat = data;

  g_ptr_array_unref (heat->rows);
  g_ptr_array_unref (heat->columns);
  g_free (heat->values);
  g_free (heat->is_short);
  g_free (heat);
}

static void
heat_fill (const GpDirector *d, Heat *heat)
{
  guint n_years = heat->chart.n_columns;

  for (guint y = 0; y < n_years; y++)
    g_ptr_array_add (heat->columns,
                     gp_director_starred_year (d, (GpYear)(d->project->plan_from + y)));
  for (guint r = 0; r < d->project->n_regions; r++) {
    const GpRegion *region = &d->project->regions[r];
    g_ptr_array_add (heat->rows, g_strdup (*region->name != '\0' ? region->name : region->code));
    for (guint y = 0; y < n_years; y++) {
      heat->values[r * n_years + y] =
          d->load->available[r * n_years + y] > 0 ? gp_load_percent (d->load, r, y) : NAN;
      heat->is_short[r * n_years + y] = gp_load_is_short (d->load, r, y);
    }
  }
}

void
gp_director_add_heat_chart (GpDirector *d)
{
  Heat *heat = g_new0 (Heat, 1);
  guint n_years = (guint)(d->project->last_year - d->project->plan_from + 1);

  heat->rows = g_ptr_array_new_with_free_func (g_free);
  heat->columns = g_ptr_array_new_with_free_func (g_free);
  heat->values = g_new0 (double, d->project->n_regions *n_years + 1);
  heat->is_short = g_new0 (guint8, d->project->n_regions * n_years + 1);
  heat->chart = (GpHeatChart){.n_rows = d->project->n_regions,
                              .n_columns = n_years,
                              .values = heat->values,
                              .limits = {50, 75, 95, INFINITY},
                              .short_cells = heat->is_short,
                              .suffix = "%"};
  heat_fill (d, heat);
  heat->chart.row_labels = (const char *const *)heat->rows->pdata;
  heat->chart.column_labels = (const char *const *)heat->columns->pdata;
  gp_doc_chart (d->doc, g_strdup (gp_text (d->language, GP_TEXT_CAPACITY_LEAD)),
                30 + 22.0 * MIN (d->project->n_regions, 20), heat_draw, heat, heat_free);
}

/* ---- lines ---------------------------------------------------------------------------------- */

typedef struct {
  GpLinesChart chart;
  GArray *lines, *years;
  GPtrArray *owned;
} Lines;

static void
lines_draw (cairo_t *cr, const GpChartStyle *style, gconstpointer data)
{
  gp_chart_lines (cr, &((const Lines *)data)->chart, style);
}

static void
lines_free (gpointer data)
{
  Lines *lines = data;

  g_array_unref (lines->lines);
  g_array_unref (lines->years);
  g_ptr_array_unref (lines->owned);
  g_free (lines);
}

static GArray *
plan_years (const GpProject *project)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (GpYear));

  for (GpYear year = project->plan_from; year <= project->last_year; year++)
    g_array_append_val (years, year);
  return years;
}

static void
lines_add (Lines *lines, const GpProject *project, guint32 scenario, const GpPlan *plan)
{
  GpPlanPart part = plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
  g_autoptr (GArray) years =
      gp_plan_taking_part (project, scenario, plan, part, project->plan_from, project->last_year);
  double *values = g_new0 (double, years->len + 1);
  char *name = g_strdup (gp_director_scenario (project, scenario));

  for (guint i = 0; i < years->len; i++) {
    const GpTakingPart *year = &g_array_index (years, GpTakingPart, i);
    values[i] = year->history + year->regular + year->groeikracht;
  }
  g_ptr_array_add (lines->owned, values);
  g_ptr_array_add (lines->owned, name);
  GpChartLine line = {name, values, part == GP_PART_RELAXED};
  g_array_append_val (lines->lines, line);
}

void
gp_director_add_lines_chart (GpDirector *d)
{
  Lines *lines = g_new0 (Lines, 1);

  lines->lines = g_array_new (FALSE, FALSE, sizeof (GpChartLine));
  lines->years = plan_years (d->project);
  lines->owned = g_ptr_array_new_with_free_func (g_free);
  lines_add (lines, d->project, d->input->scenario, d->input->plan);
  for (guint i = 0; i < d->input->n_others; i++)
    lines_add (lines, d->project, d->input->others[i].scenario, d->input->others[i].plan);
  lines->chart = (GpLinesChart){.lines = (const GpChartLine *)(gpointer)lines->lines->data,
                                .n_lines = lines->lines->len,
                                .highlighted = 0,
                                .years = (const GpYear *)(gpointer)lines->years->data,
                                .n_years = lines->years->len,
                                .goal = d->goal > 0 ? d->goal : NAN,
                                .goal_text = gp_text (d->language, GP_TEXT_CHART_GOAL_LINE),
                                .goal_year = d->project->goal_year};
  gp_doc_chart (d->doc, g_strdup (gp_text (d->language, GP_TEXT_CHART_COMPARE)), LINES_HEIGHT,
                lines_draw, lines, lines_free);
}

/* ---- futures -------------------------------------------------------------------------------- */

typedef struct {
  GpFanChart chart;
  GArray *years;
  double *values; /* p10, p50, p90, plan */
} Fan;

static void
fan_draw (cairo_t *cr, const GpChartStyle *style, gconstpointer data)
{
  gp_chart_fan (cr, &((const Fan *)data)->chart, style);
}

static void
fan_free (gpointer data)
{
  Fan *fan = data;

  g_array_unref (fan->years);
  g_free (fan->values);
  g_free (fan);
}

static void
fan_fill (const GpDirector *d, Fan *fan, guint n)
{
  const GpReportFutures *futures = d->input->futures;

  for (guint i = 0; i < n; i++) {
    const GpReportFan *year = &futures->years[i];
    g_array_append_val (fan->years, year->year);
    fan->values[i] = year->p10;
    fan->values[n + i] = year->p50;
    fan->values[2 * n + i] = year->p90;
    fan->values[3 * n + i] = gp_figures_total (d->figures, GP_FIGURE_TAKING_PART, year->year);
  }
}

void
gp_director_add_fan_chart (GpDirector *d)
{
  Fan *fan = g_new0 (Fan, 1);
  guint n = d->input->futures->n_years;

  fan->years = g_array_new (FALSE, FALSE, sizeof (GpYear));
  fan->values = g_new0 (double, 4 * n + 1);
  fan_fill (d, fan, n);
  fan->chart = (GpFanChart){.years = (const GpYear *)(gpointer)fan->years->data,
                            .n_years = n,
                            .p10 = fan->values,
                            .p50 = fan->values + n,
                            .p90 = fan->values + 2 * n,
                            .plan = fan->values + 3 * n,
                            .goal = d->goal > 0 ? d->goal : NAN,
                            .goal_text = gp_text (d->language, GP_TEXT_CHART_GOAL_LINE),
                            .plan_text = gp_text (d->language, GP_TEXT_FAN_PLAN),
                            .p10_text = gp_text (d->language, GP_TEXT_FAN_P10),
                            .p50_text = gp_text (d->language, GP_TEXT_FAN_P50),
                            .p90_text = gp_text (d->language, GP_TEXT_FAN_P90),
                            .goal_year = d->project->goal_year};
  gp_doc_chart (d->doc, g_strdup (gp_text (d->language, GP_TEXT_CHART_FAN)), LINES_HEIGHT, fan_draw,
                fan, fan_free);
}
