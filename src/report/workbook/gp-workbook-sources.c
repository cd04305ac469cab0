/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of sources: every value that was given and that the workbook's amounts follow from,
 * with the word of its row for where it comes from. */
#include "gp-workbook.h"

#include "gp-provenance.h"

#include <groeiplan/gp-parameter.h>

static GpTextId
kind_text (GpBudgetKind kind)
{
  return kind == GP_BUDGET_ACTUAL   ? GP_TEXT_FIN_KIND_ACTUAL
         : kind == GP_BUDGET_BUDGET ? GP_TEXT_FIN_KIND_BUDGET
                                    : GP_TEXT_FIN_KIND_COMMITTED;
}

static void
add_source_row (const GpWorkbook *book, GpGrid *grid, guint32 project, GpYear year,
                const char *kind, gint64 cents, char *source)
{
  char text[GP_YEAR_BYTES];

  gp_grid_text (grid, gp_workbook_project (book, project));
  gp_grid_text (grid, gp_year_format (year, text));
  gp_grid_text (grid, kind);
  gp_workbook_value (grid, TRUE, cents, g_strdup (source));
  gp_grid_take (grid, source);
}

static void
add_amounts (GpWorkbook *book)
{
  const GpProject *project = book->project;
  GpGrid *grid = gp_workbook_grid (book, "sources", GP_TEXT_SHEET_SOURCES,
                                   gp_text (book->language, GP_TEXT_FIN_GRID_SOURCES),
                                   GP_TEXT_FIN_PROJECT, FALSE);

  gp_workbook_column (book, grid, GP_TEXT_YEAR, GP_GRID_TEXT, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_FIN_KIND, GP_GRID_TEXT, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_FIN_AMOUNT, GP_GRID_MONEY, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_SOURCE, GP_GRID_TEXT, GP_TOTAL_NONE);
  for (guint32 i = 0; i < project->n_budgets; i++) {
    const GpBudget *row = &project->budgets[i];
    add_source_row (book, grid, row->project, row->year,
                    gp_text (book->language, kind_text (row->kind)), row->amount,
                    gp_provenance_of_row (project, GP_TABLE_BUDGETS, i, row->source, row->note,
                                          book->language));
  }
  for (guint32 i = 0; i < project->n_pledges; i++) {
    const GpPledge *row = &project->pledges[i];
    add_source_row (book, grid, row->project, row->year,
                    gp_text (book->language, GP_TEXT_FIN_PLEDGED), row->amount,
                    gp_provenance_of_row (project, GP_TABLE_PLEDGES, i, row->source, row->note,
                                          book->language));
  }
  gp_workbook_take (book, grid, GP_TEXT_FN_MISSING);
}

/* ---- prices and shares --------------------------------------------------------------------------
 */

/* What the forecast and the funding ask. */
static const struct {
  GpParam param;
  GpTextId text;
} asked[] = {
    {GP_PARAM_SCHOOL_FEE, GP_TEXT_COL_FEE},
    {GP_PARAM_GOVERNMENT_SHARE, GP_TEXT_SRC_SHARE},
    {GP_PARAM_PRICE_INDEX, GP_TEXT_SRC_INDEX},
    {GP_PARAM_DRIVEN_SHARE, GP_TEXT_PARAM_DRIVEN_SHARE},
    {GP_PARAM_COST_EXPERT_DAY, GP_TEXT_PARAM_COST_EXPERT_DAY},
    {GP_PARAM_COST_VERANDERCOACH_DAY, GP_TEXT_PARAM_COST_VERANDERCOACH_DAY},
    {GP_PARAM_COST_TRAINING, GP_TEXT_PARAM_COST_TRAINING},
    {GP_PARAM_COST_PARTNERSHIP, GP_TEXT_PARAM_COST_PARTNERSHIP},
    {GP_PARAM_COST_HIRE, GP_TEXT_PARAM_COST_HIRE},
    {GP_PARAM_COST_LENT_DAY, GP_TEXT_PARAM_COST_LENT_DAY},
    {GP_PARAM_COST_OVERLOAD_DAY, GP_TEXT_PARAM_COST_OVERLOAD_DAY},
};

/* Does the row count in the workbook's scenario, or is it another's? */
static gboolean
counts (const GpWorkbook *book, const GpParameterValue *row)
{
  for (guint32 s = book->input->scenario; s != GP_NONE; s = book->project->scenarios[s].parent)
    if (s == row->scenario)
      return TRUE;
  return FALSE;
}

static char *
value_text (const GpWorkbook *book, GpParam param, GpDecimal value)
{
  double number = gp_decimal_to_double (value);
  gint64 cents;

  if (g_str_equal (gp_param_info (param)->unit, "share"))
    return gp_format_percent (number, value.scale > 2 ? 1 : 0, book->language);
  if (gp_decimal_scaled_floor (value, 2, &cents))
    return gp_format_money (cents, TRUE, book->language);
  return gp_format_number (number, MIN (value.scale, 6), book->language);
}

static void
add_parameter_rows (const GpWorkbook *book, GpGrid *grid, guint which)
{
  const char *name = gp_param_info (asked[which].param)->name;
  char year[GP_YEAR_BYTES];

  for (guint32 i = 0; i < book->project->n_parameters; i++) {
    const GpParameterValue *row = &book->project->parameters[i];
    if (!g_str_equal (row->parameter, name) || !counts (book, row))
      continue;
    gp_grid_text (grid, gp_text (book->language, asked[which].text));
    gp_grid_text (grid, row->scope);
    gp_grid_text (grid, row->year != GP_YEAR_NONE ? gp_year_format (row->year, year) : "");
    gp_grid_take (grid, value_text (book, asked[which].param, row->value));
    gp_grid_take (grid, gp_provenance_of_parameter (book->project, i, TRUE, book->language));
  }
}

static void
add_parameters (GpWorkbook *book)
{
  GpGrid *grid = gp_workbook_grid (book, "parameters", GP_TEXT_FIN_SHEET_PARAMETERS,
                                   gp_text (book->language, GP_TEXT_FIN_GRID_PARAMETERS),
                                   GP_TEXT_FIGURE, FALSE);

  gp_workbook_column (book, grid, GP_TEXT_FIN_SCOPE, GP_GRID_TEXT, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_YEAR, GP_GRID_TEXT, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_VALUE, GP_GRID_TEXT, GP_TOTAL_NONE);
  gp_workbook_column (book, grid, GP_TEXT_SOURCE, GP_GRID_TEXT, GP_TOTAL_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    add_parameter_rows (book, grid, i);
  gp_workbook_take (book, grid, GP_TEXT_FN_MISSING);
}

void
gp_workbook_add_sources (GpWorkbook *book)
{
  add_amounts (book);
  add_parameters (book);
}
