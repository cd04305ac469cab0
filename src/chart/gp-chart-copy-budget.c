/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kept budget chart. Its table has the difference with the budget besides what is drawn. */
#include "gp-chart-copy-private.h"
#include "gp-chart-draw.h"

#include <math.h>

static void
budget_draw (cairo_t *cr, gconstpointer data, const GpChartStyle *style)
{
  gp_chart_budget (cr, data, style);
}

static int
budget_hit (gconstpointer data, const GpChartStyle *style, double x, double y)
{
  return gp_chart_budget_hit (data, style, x, y);
}

static double
budget_height (gconstpointer data, const GpChartStyle *style)
{
  return gp_chart_budget_height (data, style);
}

static void
fill_row (const GpBudgetChart *chart, GpChartTableMaker *maker, const char *name,
          const double *values)
{
  if (values != NULL && name != NULL)
    gp_chart_table_numbers (maker, name, &chart->unit, values, chart->n_years, FALSE);
}

/* Actual (or forecast) less budget. */
static void
fill_variance (const GpBudgetChart *chart, GpChartTableMaker *maker, const GpBudgetProject *project)
{
  if (project->budget == NULL || chart->variance_text == NULL)
    return;
  gp_chart_table_row (maker, chart->variance_text);
  for (guint i = 0; i < chart->n_years; i++) {
    double actual = gp_chart_value_at (project->actual, i);
    double outcome = isnan (actual) ? gp_chart_value_at (project->forecast, i) : actual;

    gp_chart_table_take (maker, gp_chart_difference_text (
                                    &chart->unit, outcome - gp_chart_value_at (project->budget, i),
                                    maker->language));
  }
}

static void
budget_fill (gconstpointer data, GpChartTableMaker *maker)
{
  const GpBudgetChart *chart = data;

  gp_chart_table_year_heads (maker, chart->years, chart->n_years);
  for (guint i = 0; i < chart->n_projects; i++) {
    const GpBudgetProject *project = &chart->projects[i];

    maker->panel = i;
    maker->title = project->name;
    fill_row (chart, maker, chart->actual_text, project->actual);
    fill_row (chart, maker, chart->budget_text, project->budget);
    fill_row (chart, maker, chart->committed_text, project->committed);
    fill_row (chart, maker, chart->forecast_text, project->forecast);
    fill_variance (chart, maker, project);
  }
}

static void
keep_project (GpChart *kept, GpBudgetProject *project, guint n_years)
{
  project->name = gp_chart_keep_text (kept, project->name);
  project->actual = gp_chart_keep_numbers (kept, project->actual, n_years);
  project->budget = gp_chart_keep_numbers (kept, project->budget, n_years);
  project->committed = gp_chart_keep_numbers (kept, project->committed, n_years);
  project->forecast = gp_chart_keep_numbers (kept, project->forecast, n_years);
}

GpChart *
gp_chart_new_budget (const GpBudgetChart *chart)
{
  static const GpChartClass class = {budget_draw, budget_hit, budget_height, budget_fill,
                                     GP_ITEM_COLUMN};
  GpChart *kept = gp_chart_keep (&class, chart, sizeof *chart);
  GpBudgetChart *copy = kept->data;
  GpBudgetProject *projects;

  copy->n_projects = chart->projects != NULL ? chart->n_projects : 0;
  projects = gp_chart_keep_memory (kept, chart->projects, sizeof *projects, copy->n_projects);
  for (guint i = 0; i < copy->n_projects; i++)
    keep_project (kept, &projects[i], chart->n_years);
  copy->projects = projects;
  copy->years = gp_chart_keep_memory (kept, chart->years, sizeof (GpYear), chart->n_years);
  copy->actual_text = gp_chart_keep_text (kept, chart->actual_text);
  copy->budget_text = gp_chart_keep_text (kept, chart->budget_text);
  copy->committed_text = gp_chart_keep_text (kept, chart->committed_text);
  copy->forecast_text = gp_chart_keep_text (kept, chart->forecast_text);
  copy->variance_text = gp_chart_keep_text (kept, chart->variance_text);
  copy->unit.suffix = gp_chart_keep_text (kept, chart->unit.suffix);
  kept->n_items = copy->n_projects * chart->n_years;
  kept->n_columns = chart->n_years;
  return kept;
}
