/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing: the last two years, budget against actual, stated totals, scenarios; and the sources.
 */
#include "gp-workbook.h"

static GpMoney
given (gint64 cents)
{
  return (GpMoney){GP_MONEY_COMPUTED, cents, GP_NONE};
}

/* A percentage is worked out in the sheet from its row, and left empty where the first is zero. */
static void
add_difference_columns (const GpWorkbook *book, GpGrid *grid, guint from, guint to)
{
  gp_workbook_column (book, grid, GP_TEXT_FIN_DIFFERENCE, GP_GRID_MONEY, GP_TOTAL_SUM)->formula =
      g_strdup_printf ("[%u]-[%u]", to, from);
  gp_workbook_column (book, grid, GP_TEXT_FIN_PERCENT, GP_GRID_PERCENT, GP_TOTAL_NONE)->formula =
      g_strdup_printf ("ROUND(([%u]-[%u])/ABS([%u]),4)", to, from, from);
}

static void
add_difference (const GpWorkbook *book, GpGrid *grid, const GpFinanceDifference *difference)
{
  gp_workbook_money (book, grid, difference->from, NULL);
  gp_workbook_money (book, grid, difference->to, NULL);
  if (difference->known)
    gp_grid_value (grid, difference->difference);
  else
    gp_grid_blank (grid);
  if (difference->has_percent)
    gp_grid_value (grid, difference->percent);
  else
    gp_grid_blank (grid);
}

void
gp_workbook_add_years (GpWorkbook *book)
{
  GpYear last = gp_finance_last_actual (book->finance, GP_NONE);
  GpFinanceColumn from = {book->finance, GP_FINANCE_ACTUAL, (GpYear)(last - 1)};
  GpFinanceColumn to = {book->finance, GP_FINANCE_ACTUAL, last};
  char text[GP_YEAR_BYTES];
  GpGrid *grid = gp_workbook_grid (book, "year-on-year", GP_TEXT_FIN_SHEET_YEARS,
                                   gp_text (book->language, GP_TEXT_FIN_GRID_YEARS),
                                   GP_TEXT_FIN_PROJECT, TRUE);

  if (last != GP_YEAR_NONE) {
    gp_grid_column (grid, gp_year_format (from.year, text), GP_GRID_MONEY, 12, GP_TOTAL_SUM);
    gp_grid_column (grid, gp_year_format (to.year, text), GP_GRID_MONEY, 12, GP_TOTAL_SUM);
    add_difference_columns (book, grid, 1, 2);
    for (guint32 p = 0; p < book->project->n_projects; p++) {
      GpFinanceDifference difference = gp_finance_compare (&from, &to, p);
      gp_grid_text (grid, gp_workbook_project (book, p));
      add_difference (book, grid, &difference);
    }
  }
  gp_doc_grid (book->doc, grid);
}

void
gp_workbook_add_variance (GpWorkbook *book)
{
  GpGrid *grid =
      gp_workbook_grid (book, "variance", GP_TEXT_FIN_SHEET_VARIANCE,
                        gp_text (book->language, GP_TEXT_FIN_GRID_VARIANCE), GP_TEXT_YEAR, TRUE);
  char text[GP_YEAR_BYTES];

  gp_workbook_column (book, grid, GP_TEXT_FIN_PROJECT, GP_GRID_TEXT, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_FIN_KIND_BUDGET, GP_GRID_MONEY, GP_TOTAL_SUM);
  gp_workbook_column (book, grid, GP_TEXT_FIN_KIND_ACTUAL, GP_GRID_MONEY, GP_TOTAL_SUM);
  add_difference_columns (book, grid, 2, 3);
  for (GpYear year = gp_finance_first_year (book->finance);
       year <= gp_finance_last_year (book->finance); year++)
    for (guint32 p = 0; p < book->project->n_projects; p++) {
      GpFinanceColumn from = {book->finance, GP_FINANCE_BUDGET, year};
      GpFinanceColumn to = {book->finance, GP_FINANCE_ACTUAL, year};
      GpFinanceDifference difference = gp_finance_compare (&from, &to, p);
      if (!difference.known)
        continue;
      gp_grid_text (grid, gp_year_format (year, text));
      gp_grid_text (grid, gp_workbook_project (book, p));
      add_difference (book, grid, &difference);
    }
  gp_doc_grid (book->doc, grid);
}

void
gp_workbook_add_stated (GpWorkbook *book)
{
  GpGrid *grid =
      gp_workbook_grid (book, "stated", GP_TEXT_FIN_SHEET_STATED,
                        gp_text (book->language, GP_TEXT_FIN_GRID_STATED), GP_TEXT_YEAR, FALSE);
  char text[GP_YEAR_BYTES];

  gp_workbook_column (book, grid, GP_TEXT_FIN_SUM, GP_GRID_MONEY, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_FIN_STATED, GP_GRID_MONEY, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_FIN_ROUNDING, GP_GRID_MONEY, GP_TOTAL_NONE)->formula =
      g_strdup ("[1]-[2]");
  for (GpYear year = gp_finance_first_year (book->finance);
       year <= gp_finance_last_year (book->finance); year++) {
    GpFinanceTotal total = gp_finance_total (book->finance, GP_FINANCE_ACTUAL, year);
    if (!total.has_stated)
      continue;
    gp_grid_text (grid, gp_year_format (year, text));
    gp_workbook_money (book, grid, given (total.cents), NULL);
    gp_workbook_money (book, grid, given (total.stated), NULL);
    gp_workbook_money (book, grid, given (total.rounding), NULL);
  }
  gp_doc_grid (book->doc, grid);
}

static void
add_scenario (const GpWorkbook *book, GpGrid *grid, guint32 scenario, const GpPlan *plan)
{
  g_autoptr (GpFinance) finance = gp_finance_new (book->project, scenario, plan);
  const GpScenario *row = &book->project->scenarios[scenario];

  gp_grid_text (grid, *row->name != '\0' ? row->name : row->code);
  for (GpYear year = book->project->plan_from; year <= book->project->last_year; year++) {
    GpFinanceTotal total = gp_finance_total (finance, GP_FINANCE_FORECAST, year);
    if (total.n_known > 0 && total.n_missing == 0)
      gp_grid_value (grid, total.cents);
    else
      gp_grid_blank (grid);
  }
}

void
gp_workbook_add_scenarios (GpWorkbook *book)
{
  GpGrid *grid = gp_workbook_grid (book, "scenarios", GP_TEXT_FIN_SHEET_SCENARIOS,
                                   gp_text (book->language, GP_TEXT_FIN_GRID_SCENARIOS),
                                   GP_TEXT_SCENARIO, FALSE);
  char text[GP_YEAR_BYTES];

  for (GpYear year = book->project->plan_from; year <= book->project->last_year; year++)
    gp_grid_column (grid, gp_year_format (year, text), GP_GRID_MONEY, 12, GP_TOTAL_NONE);
  add_scenario (book, grid, book->input->scenario, book->input->plan);
  for (guint i = 0; i < book->input->n_others; i++)
    add_scenario (book, grid, book->input->others[i].scenario, book->input->others[i].plan);
  gp_doc_grid (book->doc, grid);
}

static GpTextId
kind_text (GpBudgetKind kind)
{
  return kind == GP_BUDGET_ACTUAL   ? GP_TEXT_FIN_KIND_ACTUAL
         : kind == GP_BUDGET_BUDGET ? GP_TEXT_FIN_KIND_BUDGET
                                    : GP_TEXT_FIN_KIND_COMMITTED;
}

static void
add_source_row (const GpWorkbook *book, GpGrid *grid, guint32 project, GpYear year,
                const char *kind, gint64 cents, const char *source)
{
  char text[GP_YEAR_BYTES];

  gp_grid_text (grid, gp_workbook_project (book, project));
  gp_grid_text (grid, gp_year_format (year, text));
  gp_grid_text (grid, kind);
  gp_workbook_money (book, grid, given (cents), NULL);
  gp_grid_text (grid, *source != '\0' ? source : gp_text (book->language, GP_TEXT_SOURCE_UNSAID));
}

void
gp_workbook_add_sources (GpWorkbook *book)
{
  const GpProject *project = book->project;
  GpGrid *grid = gp_workbook_grid (book, "sources", GP_TEXT_SHEET_SOURCES,
                                   gp_text (book->language, GP_TEXT_FIN_GRID_SOURCES),
                                   GP_TEXT_FIN_PROJECT, FALSE);

  gp_workbook_column (book, grid, GP_TEXT_YEAR, GP_GRID_TEXT, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_FIN_KIND, GP_GRID_TEXT, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_FIN_AMOUNT, GP_GRID_MONEY, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_SOURCE, GP_GRID_TEXT, GP_TOTAL_NONE);
  for (guint i = 0; i < project->n_budgets; i++) {
    const GpBudget *row = &project->budgets[i];
    add_source_row (book, grid, row->project, row->year,
                    gp_text (book->language, kind_text (row->kind)), row->amount, row->source);
  }
  for (guint i = 0; i < project->n_pledges; i++) {
    const GpPledge *row = &project->pledges[i];
    add_source_row (book, grid, row->project, row->year,
                    gp_text (book->language, GP_TEXT_FIN_PLEDGED), row->amount, row->source);
  }
  gp_doc_grid (book->doc, grid);
}
