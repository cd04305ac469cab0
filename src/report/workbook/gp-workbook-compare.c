/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing: the last two years, budget against actual, stated totals, scenarios.
 */
#include "gp-workbook.h"

/* A percentage is worked out in the sheet from its row, and left empty where the first is zero. */
static void
add_difference_columns (const GpWorkbook *book, GpGrid *grid, guint from, guint to)
{
  gp_workbook_column (book, grid, GP_TEXT_FIN_DIFFERENCE, GP_GRID_MONEY, GP_TOTAL_SUM)->formula =
      g_strdup_printf ("[%u]-[%u]", to, from);
  gp_workbook_column (book, grid, GP_TEXT_FIN_PERCENT, GP_GRID_PERCENT, GP_TOTAL_NONE)->formula =
      g_strdup_printf ("ROUND(([%u]-[%u])/ABS([%u]),4)", to, from, from);
}

/* The four columns of a project: both amounts, their difference and its share. */
static void
add_difference (const GpWorkbook *book, GpGrid *grid, const GpFinanceColumn *from,
                const GpFinanceColumn *to, guint32 project, const char *const names[2])
{
  GpFinanceDifference difference = gp_finance_compare (from, to, project);

  gp_workbook_money (grid, difference.from,
                     gp_workbook_note_amount (book, from->kind, project, from->year));
  gp_workbook_money (grid, difference.to,
                     gp_workbook_note_amount (book, to->kind, project, to->year));
  gp_workbook_value (
      grid, difference.known, difference.difference,
      gp_text_fill (book->language, GP_TEXT_CELL_DIFFERENCE, names[1], names[0], NULL));
  gp_workbook_value (grid, difference.has_percent, difference.percent,
                     gp_text_fill (book->language, GP_TEXT_CELL_PERCENT, names[0], NULL));
}

void
gp_workbook_add_years (GpWorkbook *book)
{
  GpYear last = gp_finance_last_actual (book->finance, GP_NONE);
  GpFinanceColumn from = {book->finance, GP_FINANCE_ACTUAL, (GpYear)(last - 1)};
  GpFinanceColumn to = {book->finance, GP_FINANCE_ACTUAL, last};
  char before[GP_YEAR_BYTES], text[GP_YEAR_BYTES];
  GpGrid *grid = gp_workbook_grid (book, "year-on-year", GP_TEXT_FIN_SHEET_YEARS,
                                   gp_text (book->language, GP_TEXT_FIN_GRID_YEARS),
                                   GP_TEXT_FIN_PROJECT, TRUE);

  if (last != GP_YEAR_NONE) {
    gp_grid_column (grid, gp_year_format (from.year, text), GP_GRID_MONEY, 12, GP_TOTAL_SUM);
    gp_grid_column (grid, gp_year_format (to.year, text), GP_GRID_MONEY, 12, GP_TOTAL_SUM);
    add_difference_columns (book, grid, 1, 2);
    for (guint32 p = 0; p < book->project->n_projects; p++) {
      const char *const names[] = {gp_year_format (from.year, before),
                                   gp_year_format (to.year, text)};
      gp_grid_text (grid, gp_workbook_project (book, p));
      add_difference (book, grid, &from, &to, p, names);
    }
  }
  gp_workbook_take (book, grid, GP_TEXT_FN_MISSING);
}

void
gp_workbook_add_variance (GpWorkbook *book)
{
  GpGrid *grid =
      gp_workbook_grid (book, "variance", GP_TEXT_FIN_SHEET_VARIANCE,
                        gp_text (book->language, GP_TEXT_FIN_GRID_VARIANCE), GP_TEXT_YEAR, TRUE);
  const char *const names[] = {gp_text (book->language, GP_TEXT_FIN_KIND_BUDGET),
                               gp_text (book->language, GP_TEXT_FIN_KIND_ACTUAL)};
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
      if (!gp_finance_compare (&from, &to, p).known)
        continue;
      gp_grid_text (grid, gp_year_format (year, text));
      gp_grid_text (grid, gp_workbook_project (book, p));
      add_difference (book, grid, &from, &to, p, names);
    }
  gp_workbook_take (book, grid, GP_TEXT_FN_MISSING_VARIANCE);
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
    gp_workbook_value (grid, TRUE, total.cents,
                       g_strdup (gp_text (book->language, GP_TEXT_CELL_SUM)));
    gp_workbook_value (grid, TRUE, total.stated, gp_workbook_note_stated (book, total.stated_fact));
    gp_workbook_value (grid, TRUE, total.rounding,
                       g_strdup (gp_text (book->language, GP_TEXT_CELL_ROUNDING)));
  }
  gp_workbook_take (book, grid, GP_TEXT_FN_MISSING);
}

static void
add_scenario (const GpWorkbook *book, GpGrid *grid, guint32 scenario, const GpPlan *plan)
{
  g_autoptr (GpFinance) finance = gp_finance_new (book->project, scenario, plan);
  const GpScenario *row = &book->project->scenarios[scenario];

  gp_grid_text (grid, *row->name != '\0' ? row->name : row->code);
  for (GpYear year = book->project->plan_from; year <= book->project->last_year; year++) {
    GpFinanceTotal total = gp_finance_total (finance, GP_FINANCE_FORECAST, year);
    gp_workbook_value (grid, total.n_known > 0 && total.n_missing == 0, total.cents,
                       g_strdup (gp_text (book->language, GP_TEXT_CELL_SCENARIO)));
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
