/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader of the workbook must know, and the note of every cell: where its amount comes from,
 * in the workbook's language and not in the program's. */
#include "gp-workbook.h"

#include "gp-provenance.h"

#define DRIVER_TEXTS                                                                               \
  {                                                                                                \
    GP_TEXT_FIN_DRIVER_FIXED, GP_TEXT_FIN_DRIVER_START, GP_TEXT_FIN_DRIVER_RECRUITED,              \
        GP_TEXT_FIN_DRIVER_SUPPORTED, GP_TEXT_FIN_DRIVER_PARTNER, GP_TEXT_FIN_DRIVER_TRAINING,     \
        GP_TEXT_FIN_DRIVER_VERANDERCOACH, GP_TEXT_FIN_DRIVER_HIRE                                  \
  }

const char *
gp_workbook_driver (const GpWorkbook *book, GpDriverKind driver)
{
  static const GpTextId texts[GP_N_DRIVERS] = DRIVER_TEXTS;

  return gp_text (book->language, texts[driver]);
}

static char *
money (const GpWorkbook *book, gint64 cents)
{
  return gp_format_money (cents, TRUE, book->language);
}

static char *
units (const GpWorkbook *book, gint64 hundredths)
{
  return gp_format_number ((double)hundredths / 100, hundredths % 100 != 0 ? 2 : 0, book->language);
}

/* ---- amounts of projects ------------------------------------------------------------------------
 */

char *
gp_workbook_note_rate (const GpWorkbook *book, guint32 project, const GpForecastPart *part)
{
  char year[GP_YEAR_BYTES];

  if (part->calibrated)
    return gp_text_fill (book->language, GP_TEXT_CELL_CALIBRATED,
                         gp_year_format (gp_finance_last_actual (book->finance, project), year),
                         NULL);
  g_autofree char *source =
      part->row == GP_NONE
          ? g_strdup (gp_text (book->language, GP_TEXT_SOURCE_UNSAID))
          : gp_provenance_of_row (book->project, GP_TABLE_DRIVERS, part->row,
                                  book->project->drivers[part->row].source, "", book->language);
  return gp_text_fill (book->language, GP_TEXT_CELL_RATE, source, NULL);
}

/* The year of the prices that rates are in. */
static GpYear
price_year (const GpWorkbook *book, guint32 project)
{
  GpYear last = gp_finance_last_actual (book->finance, project);

  return last != GP_YEAR_NONE ? last : book->project->plan_from;
}

static char *
index_text (const GpWorkbook *book, guint32 project, GpYear year)
{
  gint64 index = gp_finance_index (book->finance, price_year (book, project), year);

  return gp_format_number ((double)index / 1e9, 6, book->language);
}

char *
gp_workbook_note_part (const GpWorkbook *book, guint32 project, GpYear year)
{
  char first[GP_YEAR_BYTES], last[GP_YEAR_BYTES];
  g_autofree char *index = index_text (book, project, year);

  return gp_text_fill (book->language, GP_TEXT_CELL_AMOUNT, index,
                       gp_year_format (price_year (book, project), first),
                       gp_year_format (year, last), NULL);
}

char *
gp_workbook_note_units (const GpWorkbook *book, GpDriverKind driver, GpYear year)
{
  return g_strdup (gp_text (book->language, driver == GP_DRIVER_FIXED ? GP_TEXT_CELL_UNITS_FIXED
                                            : year < book->project->plan_from
                                                ? GP_TEXT_CELL_UNITS_DATA
                                                : GP_TEXT_CELL_UNITS_PLAN));
}

static char *
forecast_note (const GpWorkbook *book, guint32 project, GpYear year)
{
  GString *out = g_string_new (gp_text (book->language, GP_TEXT_CELL_FORECAST));
  GpForecastPart parts[GP_N_DRIVERS];
  guint n = gp_finance_forecast (book->finance, project, year, parts);
  g_autofree char *index = index_text (book, project, year);

  for (guint i = 0; i < n; i++) {
    g_autofree char *cents = money (book, parts[i].cents);
    g_autofree char *rate = money (book, parts[i].rate);
    g_autofree char *many = units (book, parts[i].units);
    g_autofree char *line =
        gp_text_fill (book->language, GP_TEXT_CELL_PART, gp_workbook_driver (book, parts[i].driver),
                      cents, rate, many, index, NULL);
    g_autofree char *from = gp_workbook_note_rate (book, project, &parts[i]);
    g_string_append_printf (out, "\n%s (%s)", line, from);
  }
  return g_string_free (out, FALSE);
}

char *
gp_workbook_note_amount (const GpWorkbook *book, GpFinanceKind kind, guint32 project, GpYear year)
{
  GpMoney amount = gp_finance_get (book->finance, kind, project, year);

  if (amount.state == GP_MONEY_MISSING)
    return NULL;
  if (amount.state != GP_MONEY_GIVEN)
    return forecast_note (book, project, year);
  const GpBudget *row = &book->project->budgets[amount.row];
  return gp_provenance_of_row (book->project, GP_TABLE_BUDGETS, amount.row, row->source, row->note,
                               book->language);
}

char *
gp_workbook_note_stated (const GpWorkbook *book, guint32 fact)
{
  return fact == GP_NONE ? NULL : gp_provenance_of_fact (book->project, fact, TRUE, book->language);
}

/* ---- funding ------------------------------------------------------------------------------------
 */

static char *
delivery_note (const GpWorkbook *book, const GpFunding *funding)
{
  static const GpTextId items[GP_N_DELIVERY] = {
      GP_TEXT_DELIVERY_EXPERT_DAYS, GP_TEXT_DELIVERY_VERANDERCOACH_DAYS,
      GP_TEXT_DELIVERY_TRAININGS,   GP_TEXT_DELIVERY_PARTNERSHIPS,
      GP_TEXT_DELIVERY_HIRES,       GP_TEXT_DELIVERY_LENT_DAYS,
      GP_TEXT_DELIVERY_DAYS_SHORT};
  GString *out = g_string_new (gp_text (book->language, GP_TEXT_CELL_DELIVERY));

  for (guint i = 0; i < GP_N_DELIVERY; i++) {
    if (funding->units[i] == 0)
      continue;
    g_autofree char *many = units (book, funding->units[i]);
    g_autofree char *price = money (book, funding->delivery[i] * 100 / funding->units[i]);
    g_autofree char *sum = money (book, funding->delivery[i]);
    g_autofree char *line =
        gp_text_fill (book->language, GP_TEXT_CELL_PRICE, gp_text (book->language, items[i]), many,
                      price, sum, NULL);
    g_string_append_printf (out, "\n%s", line);
  }
  return g_string_free (out, FALSE);
}

static char *
open_note (const GpWorkbook *book, gint64 funds, gint64 pledged)
{
  g_autofree char *cover = money (book, funds);
  g_autofree char *have = money (book, pledged);

  return gp_text_fill (book->language, GP_TEXT_CELL_OPEN, cover, have, NULL);
}

char *
gp_workbook_note_open (const GpWorkbook *book, const GpFunding *funding, guint32 project)
{
  return open_note (book, funding->projects[project].funds, funding->projects[project].pledged);
}

char *
gp_workbook_note_funding (const GpWorkbook *book, const GpFunding *funding, GpFundingFigure figure)
{
  static const GpTextId texts[GP_N_FUNDING] = {
      [GP_FUNDING_BOARDS] = GP_TEXT_CELL_BOARDS,
      [GP_FUNDING_FEES] = GP_TEXT_CELL_SCHOOLS,
      [GP_FUNDING_GOVERNMENT] = GP_TEXT_CELL_GOVERNMENT,
      [GP_FUNDING_SCHOOLS] = GP_TEXT_CELL_SCHOOLS,
      [GP_FUNDING_SHORTFALL] = GP_TEXT_CELL_SHORTFALL,
      [GP_FUNDING_COST] = GP_TEXT_CELL_COST,
      [GP_FUNDING_CARRIED] = GP_TEXT_CELL_CARRIED,
      [GP_FUNDING_FUNDS] = GP_TEXT_CELL_FUNDS,
      [GP_FUNDING_PLEDGED] = GP_TEXT_CELL_PLEDGED,
  };

  if (figure == GP_FUNDING_DELIVERY)
    return delivery_note (book, funding);
  if (figure == GP_FUNDING_OPEN)
    return open_note (book, funding->funds, funding->pledged);
  return g_strdup (gp_text (book->language, texts[figure]));
}

/* ---- what a reader must know --------------------------------------------------------------------
 */

static char *
project_sentence (const GpWorkbook *book, const GpFinanceNote *note, const char *year)
{
  const char *project = gp_workbook_project (book, note->project);

  switch (note->kind) {
  case GP_FINANCE_NOTE_NO_FORECAST:
    return gp_text_fill (book->language, GP_TEXT_FN_NO_FORECAST, project, NULL);
  case GP_FINANCE_NOTE_GIVEN_ALONE:
    return gp_text_fill (book->language, GP_TEXT_FN_GIVEN_ALONE, project, NULL);
  case GP_FINANCE_NOTE_NOT_CALIBRATED:
    return gp_text_fill (book->language, GP_TEXT_FN_NOT_CALIBRATED, project,
                         gp_workbook_driver (book, note->driver), year, NULL);
  default:
    return gp_text_fill (book->language, GP_TEXT_FN_NEGATIVE_FIXED, project, year, NULL);
  }
}

static char *
sentence (const GpWorkbook *book, const GpFinanceNote *note)
{
  g_autofree char *stated = money (book, note->stated);
  g_autofree char *sum = money (book, note->sum);
  g_autofree char *rounding = money (book, note->rounding);
  g_autofree char *count = gp_format_integer (note->count, book->language);
  char year[GP_YEAR_BYTES];

  gp_year_format (note->year, year);
  switch (note->kind) {
  case GP_FINANCE_NOTE_STATED:
    return gp_text_fill (book->language, GP_TEXT_FN_STATED, year, stated, sum, rounding, NULL);
  case GP_FINANCE_NOTE_NO_PLAN:
    return g_strdup (gp_text (book->language, GP_TEXT_FN_NO_PLAN));
  case GP_FINANCE_NOTE_ROUGH:
    return g_strdup (gp_text (book->language, GP_TEXT_FN_ROUGH));
  case GP_FINANCE_NOTE_STRANGE_ROWS:
    return gp_text_fill (book->language, GP_TEXT_FN_STRANGE_ROWS, count, NULL);
  case GP_FINANCE_NOTE_NO_ACTUAL:
    return g_strdup (gp_text (book->language, GP_TEXT_FN_NO_ACTUAL));
  default:
    return project_sentence (book, note, year);
  }
}

void
gp_workbook_add_notes (GpWorkbook *book)
{
  guint n;
  const GpFinanceNote *notes = gp_finance_note_list (book->finance, &n);

  for (guint i = 0; i < n; i++)
    gp_doc_bullet (book->doc, sentence (book, &notes[i]));
}
