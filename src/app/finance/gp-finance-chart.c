/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-finance-chart.h. */
#include "gp-finance-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* More panels than this are no picture any more. */
#define MAX_PANELS 24

static gboolean
has_any (const GpFinance *finance, GpYear year)
{
  for (GpFinanceKind kind = 0; kind < GP_N_FINANCE_KINDS; kind++) {
    if (gp_finance_total (finance, kind, year).n_known > 0)
      return TRUE;
  }
  return FALSE;
}

static GArray *
years_of (const GpFinance *finance)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (GpYear));

  for (int y = gp_finance_first_year (finance); y <= gp_finance_last_year (finance); y++) {
    GpYear year = (GpYear)y;

    if (has_any (finance, year))
      g_array_append_val (years, year);
  }
  return years;
}

/* A project's figures of a kind in euros, one a year. */
static void
fill (const GpFinance *finance, GpFinanceKind kind, guint32 project, const GArray *years,
      double *values)
{
  for (guint y = 0; y < years->len; y++) {
    GpMoney money = gp_finance_get (finance, kind, project, g_array_index (years, GpYear, y));

    values[y] = money.state != GP_MONEY_MISSING ? (double)money.cents / 100 : (double)NAN;
  }
}

GpChart *
gp_finance_chart_new (const GpFinance *finance)
{
  const GpProject *project = gp_finance_project (finance);
  guint n = MIN (project->n_projects, MAX_PANELS);
  g_autoptr (GArray) years = years_of (finance);
  g_autofree double *values = g_new (double, (gsize)n *GP_N_FINANCE_KINDS * years->len + 1);
  g_autofree GpBudgetProject *panels = g_new0 (GpBudgetProject, n + 1);

  if (n == 0 || years->len == 0)
    return NULL;
  for (guint32 p = 0; p < n; p++) {
    double *at = values + (gsize)p * GP_N_FINANCE_KINDS * years->len;

    for (GpFinanceKind kind = 0; kind < GP_N_FINANCE_KINDS; kind++)
      fill (finance, kind, p, years, at + kind * years->len);
    panels[p] = (GpBudgetProject){
        gp_finance_project_name (&project->projects[p], gp_language_current ()),
        at + GP_FINANCE_ACTUAL * years->len, at + GP_FINANCE_BUDGET * years->len,
        at + GP_FINANCE_COMMITTED * years->len, at + GP_FINANCE_FORECAST * years->len};
  }
  return gp_chart_new_budget (&(GpBudgetChart){.projects = panels,
                                               .n_projects = n,
                                               .years = (const GpYear *)(gpointer)years->data,
                                               .n_years = years->len,
                                               .actual_text = _ ("Actual"),
                                               .budget_text = _ ("Budget"),
                                               .committed_text = _ ("Committed"),
                                               .forecast_text = _ ("Forecast"),
                                               .variance_text = _ ("Difference with the budget"),
                                               .same_scale = TRUE,
                                               .unit = {0, TRUE, NULL}});
}

/* The project that grows most from its last actual to the goal year. */
static guint32
find_growth (const GpFinance *finance, GpFinanceDifference *most)
{
  const GpProject *project = gp_finance_project (finance);
  guint32 found = GP_NONE;

  for (guint32 p = 0; p < MIN (project->n_projects, MAX_PANELS); p++) {
    GpFinanceColumn from = {finance, GP_FINANCE_ACTUAL, gp_finance_last_actual (finance, p)};
    GpFinanceColumn to = {finance, GP_FINANCE_FORECAST, project->goal_year};
    GpFinanceDifference row;

    if (from.year == GP_YEAR_NONE)
      continue;
    row = gp_finance_compare (&from, &to, p);
    if (row.known && (found == GP_NONE || row.difference > most->difference)) {
      found = p;
      *most = row;
    }
  }
  return found;
}

char *
gp_finance_chart_sentence (const GpFinance *finance)
{
  const GpProject *project = gp_finance_project (finance);
  GpFinanceDifference most = {0};
  guint32 p = find_growth (finance, &most);
  char year[GP_YEAR_BYTES];

  if (p == GP_NONE || most.difference <= 0)
    return g_strdup (_ ("What each project costs, year by year."));
  g_autofree char *growth = gp_format_money (most.difference, FALSE, gp_numbers_current ());
  /* TRANSLATORS: the project's code, its name, the amount, the goal year */
  return g_strdup_printf (_ ("Project %s (%s) grows most: by %s until %s."),
                          project->projects[p].code,
                          gp_finance_project_name (&project->projects[p], gp_language_current ()),
                          growth, gp_year_format (project->goal_year, year));
}
