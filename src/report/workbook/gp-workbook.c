/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finance workbook: the projects' amounts by kind and year, and the order of the sheets. */
#include "gp-workbook.h"

#include "gp-forms.h"
#include "gp-stamps.h"

const char *
gp_workbook_project (const GpWorkbook *book, guint32 project)
{
  const GpFinanceProject *row = &book->project->projects[project];
  const char *name = book->language == GP_LANGUAGE_DUTCH ? row->name_nl : row->name_en;

  return *name != '\0' ? name : row->code;
}

GpGrid *
gp_workbook_grid (const GpWorkbook *book, const char *name, GpTextId sheet, const char *title,
                  GpTextId first, gboolean total)
{
  GpGrid *grid = gp_grid_new (name, gp_text (book->language, sheet), title,
                              total ? gp_text (book->language, GP_TEXT_TOTAL) : NULL);

  gp_grid_column (grid, gp_text (book->language, first), GP_GRID_TEXT, 30, GP_TOTAL_NONE);
  grid->with_cents = TRUE;
  grid->empty = g_strdup (gp_text (book->language, GP_TEXT_FIN_NONE));
  return grid;
}

GpGridColumn *
gp_workbook_column (const GpWorkbook *book, GpGrid *grid, GpTextId title, GpGridKind kind,
                    GpGridTotal total)
{
  return gp_grid_column (grid, gp_text (book->language, title), kind, 12, total);
}

void
gp_workbook_value (GpGrid *grid, gboolean known, gint64 value, char *note)
{
  if (!known) {
    gp_grid_blank (grid);
    g_free (note);
    return;
  }
  gp_grid_value (grid, value)->note = note;
}

void
gp_workbook_money (GpGrid *grid, GpMoney money, char *note)
{
  gp_workbook_value (grid, money.state != GP_MONEY_MISSING, money.cents, note);
}

void
gp_workbook_take (GpWorkbook *book, GpGrid *grid, GpTextId missing)
{
  if (gp_grid_n_rows (grid) > 0) {
    gp_doc_grid (book->doc, grid);
    return;
  }
  gp_doc_bullet (book->doc, gp_text_fill (book->language, missing, grid->sheet, NULL));
  gp_grid_free (grid);
}

/* Does any project have an amount of that kind in the year? */
static gboolean
has_amount (const GpWorkbook *book, GpFinanceKind kind, GpYear year)
{
  return gp_finance_total (book->finance, kind, year).n_known > 0;
}

static void
add_kind (GpWorkbook *book, GpFinanceKind kind, GpTextId sheet, GpTextId title)
{
  GpGrid *grid = gp_workbook_grid (book, gp_finance_kind_name (kind), sheet,
                                   gp_text (book->language, title), GP_TEXT_FIN_PROJECT, TRUE);
  GpYear first = gp_finance_first_year (book->finance);
  GpYear last = gp_finance_last_year (book->finance);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (GpYear));
  char text[GP_YEAR_BYTES];

  for (GpYear year = first; year <= last; year++)
    if (has_amount (book, kind, year)) {
      g_array_append_val (years, year);
      gp_grid_column (grid, gp_year_format (year, text), GP_GRID_MONEY, 12, GP_TOTAL_SUM);
    }
  for (guint32 p = 0; p < book->project->n_projects && years->len > 0; p++) {
    gp_grid_text (grid, gp_workbook_project (book, p));
    for (guint i = 0; i < years->len; i++) {
      GpYear year = g_array_index (years, GpYear, i);
      gp_workbook_money (grid, gp_finance_get (book->finance, kind, p, year),
                         gp_workbook_note_amount (book, kind, p, year));
    }
  }
  if (years->len > 0) {
    grid->chart_from = 1;
    grid->chart_to = (int)years->len;
    grid->chart_by_row = TRUE;
    grid->chart_title = g_strdup (gp_text (book->language, GP_TEXT_FIN_CHART_PROJECTS));
  }
  gp_workbook_take (book, grid, GP_TEXT_FN_MISSING);
}

GpDoc *
gp_workbook_new (const GpReportInput *input, GpLanguage language)
{
  const GpScenario *scenario = &input->project->scenarios[input->scenario];
  g_autofree char *code = gp_files_safe (scenario->code, GP_CODE_MAX);
  g_autofree char *stem = g_strdup_printf ("%s-%s", gp_text (language, GP_TEXT_FINANCE_STEM), code);
  g_autoptr (GpFinance) finance = gp_finance_new (input->project, input->scenario, input->plan);
  g_autoptr (GpDoc) doc =
      gp_doc_new (language, stem, gp_text (language, GP_TEXT_FINANCE_SUBJECT), input->as_of);
  GpWorkbook book = {input, input->project, finance, language, doc};

  doc->subject = g_strdup (input->project->name);
  doc->subtitle = g_strdup (gp_text (language, GP_TEXT_FINANCE_SUBTITLE));
  gp_stamps_add (doc, input, *scenario->name != '\0' ? scenario->name : scenario->code);
  gp_workbook_add_notes (&book);
  add_kind (&book, GP_FINANCE_ACTUAL, GP_TEXT_FIN_KIND_ACTUAL, GP_TEXT_FIN_GRID_ACTUAL);
  add_kind (&book, GP_FINANCE_BUDGET, GP_TEXT_FIN_KIND_BUDGET, GP_TEXT_FIN_GRID_BUDGET);
  add_kind (&book, GP_FINANCE_COMMITTED, GP_TEXT_FIN_KIND_COMMITTED, GP_TEXT_FIN_GRID_COMMITTED);
  add_kind (&book, GP_FINANCE_FORECAST, GP_TEXT_FIN_KIND_FORECAST, GP_TEXT_FIN_GRID_FORECAST);
  gp_workbook_add_years (&book);
  gp_workbook_add_variance (&book);
  gp_workbook_add_stated (&book);
  gp_workbook_add_scenarios (&book);
  gp_workbook_add_funding (&book);
  gp_workbook_add_open (&book);
  gp_workbook_add_rates (&book);
  gp_workbook_add_sources (&book);
  return g_steal_pointer (&doc);
}
