/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Funding: what delivery costs and who pays, what funds must still cover, and what the forecast is
 * the sum of. */
#include "gp-workbook.h"

/* The columns of the funding, in the order of their formulas. */
typedef struct {
  GpTextId title;
  GpFundingFigure figure;
  const char *formula;
} FundingColumn;

static const FundingColumn funding_columns[] = {
    {GP_TEXT_FIN_DELIVERY, GP_FUNDING_DELIVERY, NULL},     /* 1 */
    {GP_TEXT_FIN_BOARDS, GP_FUNDING_BOARDS, NULL},         /* 2 */
    {GP_TEXT_FIN_GOVERNMENT, GP_FUNDING_GOVERNMENT, NULL}, /* 3 */
    {GP_TEXT_FIN_SCHOOLS, GP_FUNDING_SCHOOLS, NULL},       /* 4 */
    {GP_TEXT_FIN_SHORTFALL, GP_FUNDING_SHORTFALL, "[1]-[2]-[3]-[4]"},
    {GP_TEXT_FIN_PROJECTS, GP_FUNDING_COST, NULL},    /* 6 */
    {GP_TEXT_FIN_CARRIED, GP_FUNDING_CARRIED, NULL},  /* 7 */
    {GP_TEXT_FIN_FUNDS, GP_FUNDING_FUNDS, "[6]+[7]"}, /* 8 */
    {GP_TEXT_FIN_PLEDGED, GP_FUNDING_PLEDGED, NULL},  /* 9 */
    {GP_TEXT_FIN_OPEN, GP_FUNDING_OPEN, "[8]-[9]"},
};

static void
add_funding_year (const GpWorkbook *book, GpGrid *grid, GpYear year)
{
  g_autoptr (GpFunding) funding = gp_finance_funding (book->finance, year);
  char text[GP_YEAR_BYTES];

  gp_grid_text (grid, gp_year_format (year, text));
  for (guint c = 0; c < G_N_ELEMENTS (funding_columns); c++)
    gp_workbook_money (grid, gp_funding_get (funding, funding_columns[c].figure, GP_NONE),
                       gp_workbook_note_funding (book, funding, funding_columns[c].figure));
}

void
gp_workbook_add_funding (GpWorkbook *book)
{
  GpGrid *grid =
      gp_workbook_grid (book, "funding", GP_TEXT_FIN_SHEET_FUNDING,
                        gp_text (book->language, GP_TEXT_FIN_GRID_FUNDING), GP_TEXT_YEAR, TRUE);

  for (guint c = 0; c < G_N_ELEMENTS (funding_columns); c++)
    gp_workbook_column (book, grid, funding_columns[c].title, GP_GRID_MONEY, GP_TOTAL_SUM)
        ->formula = g_strdup (funding_columns[c].formula);
  for (GpYear year = book->project->plan_from; year <= book->project->last_year; year++)
    add_funding_year (book, grid, year);
  grid->chart_from = 2;
  grid->chart_to = 5;
  grid->chart_title = g_strdup (gp_text (book->language, GP_TEXT_FIN_CHART_FUNDING));
  gp_doc_grid (book->doc, grid);
}

void
gp_workbook_add_open (GpWorkbook *book)
{
  GpGrid *grid =
      gp_workbook_grid (book, "open", GP_TEXT_FIN_SHEET_OPEN,
                        gp_text (book->language, GP_TEXT_FIN_GRID_OPEN), GP_TEXT_FIN_PROJECT, TRUE);
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_funding_free);
  char text[GP_YEAR_BYTES];

  for (GpYear year = book->project->plan_from; year <= book->project->last_year; year++) {
    gp_grid_column (grid, gp_year_format (year, text), GP_GRID_MONEY, 12, GP_TOTAL_SUM);
    g_ptr_array_add (years, gp_finance_funding (book->finance, year));
  }
  for (guint32 p = 0; p < book->project->n_projects; p++) {
    gp_grid_text (grid, gp_workbook_project (book, p));
    for (guint y = 0; y < years->len; y++) {
      const GpFunding *funding = g_ptr_array_index (years, y);
      gp_workbook_money (grid, gp_funding_get (funding, GP_FUNDING_OPEN, p),
                         gp_workbook_note_open (book, funding, p));
    }
  }
  gp_doc_grid (book->doc, grid);
}

static void
add_rate (const GpWorkbook *book, GpGrid *grid, guint32 project, const GpForecastPart *part)
{
  GpYear year = book->project->goal_year;

  gp_grid_text (grid, gp_workbook_project (book, project));
  gp_grid_text (grid, gp_workbook_driver (book, part->driver));
  gp_workbook_value (grid, TRUE, part->rate, gp_workbook_note_rate (book, project, part));
  gp_workbook_value (grid, part->known, part->units,
                     gp_workbook_note_units (book, part->driver, year));
  gp_workbook_value (grid, part->known, part->cents, gp_workbook_note_part (book, project, year));
  gp_grid_text (grid, gp_text (book->language,
                               part->calibrated ? GP_TEXT_FIN_CALIBRATED : GP_TEXT_FIN_GIVEN));
}

/* Of the goal year: rates are in the prices of the last actual year, amounts in that year's. */
void
gp_workbook_add_rates (GpWorkbook *book)
{
  GpYear year = book->project->goal_year;
  char text[GP_YEAR_BYTES];
  g_autofree char *title =
      gp_text_fill (book->language, GP_TEXT_FIN_GRID_RATES, gp_year_format (year, text), NULL);
  GpGrid *grid =
      gp_workbook_grid (book, "drivers", GP_TEXT_FIN_SHEET_RATES, title, GP_TEXT_FIN_PROJECT, TRUE);

  gp_workbook_column (book, grid, GP_TEXT_FIN_DRIVER, GP_GRID_TEXT, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_FIN_RATE, GP_GRID_MONEY, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_FIN_UNITS, GP_GRID_DAYS, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_FIN_AMOUNT, GP_GRID_MONEY, GP_TOTAL_SUM);
  gp_workbook_column (book, grid, GP_TEXT_SOURCE, GP_GRID_TEXT, GP_TOTAL_NONE);
  for (guint32 p = 0; p < book->project->n_projects; p++) {
    GpForecastPart parts[GP_N_DRIVERS];
    guint n = gp_finance_forecast (book->finance, p, year, parts);
    for (guint i = 0; i < n; i++)
      add_rate (book, grid, p, &parts[i]);
  }
  gp_workbook_take (book, grid, GP_TEXT_FN_MISSING);
}
