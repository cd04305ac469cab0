/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader of the figures must know: what is missing and why, and what does not add up; as a
 * list, and as sentences of it in the program's language. */
#include "gp-finance-private.h"
#include <groeiplan/gp-format.h>

#include <glib/gi18n-lib.h>

/* Nobody reads more. */
#define MAX_NOTES 100

static void
add (GpFinance *finance, GpFinanceNote note)
{
  if (finance->note_list->len < MAX_NOTES)
    g_array_append_val (finance->note_list, note);
}

static void
note_totals (GpFinance *finance)
{
  for (int year = finance->first; year <= finance->last; year++) {
    GpFinanceTotal total = gp_finance_total (finance, GP_FINANCE_ACTUAL, (GpYear)year);

    if (total.has_stated && total.n_known > 0 && total.rounding != 0)
      add (finance, (GpFinanceNote){.kind = GP_FINANCE_NOTE_STATED,
                                    .year = (GpYear)year,
                                    .stated = total.stated,
                                    .sum = total.cents,
                                    .rounding = total.rounding});
  }
}

static void
note_plan (GpFinance *finance)
{
  if (finance->plan == NULL)
    add (finance, (GpFinanceNote){.kind = GP_FINANCE_NOTE_NO_PLAN});
  else if (finance->part == GP_PART_RELAXED)
    add (finance, (GpFinanceNote){.kind = GP_FINANCE_NOTE_ROUGH});
  if (finance->n_strange_rows > 0)
    add (finance,
         (GpFinanceNote){.kind = GP_FINANCE_NOTE_STRANGE_ROWS, .count = finance->n_strange_rows});
}

static void
note_rates (GpFinance *finance, guint32 project)
{
  const GpRates *rates = &finance->rates[project];
  GpFinanceNote note = {.year = rates->base, .project = project};

  if (rates->base == GP_YEAR_NONE) {
    note.kind = rates->has == 0 ? GP_FINANCE_NOTE_NO_FORECAST : GP_FINANCE_NOTE_GIVEN_ALONE;
    add (finance, note);
    return;
  }
  note.kind = GP_FINANCE_NOTE_NOT_CALIBRATED;
  for (guint d = 0; d < GP_N_DRIVERS; d++) {
    note.driver = (GpDriverKind)d;
    if (rates->failed >> d & 1)
      add (finance, note);
  }
  note.kind = GP_FINANCE_NOTE_NEGATIVE_FIXED;
  if (rates->calibrated >> GP_DRIVER_FIXED & 1 && rates->rate[GP_DRIVER_FIXED] < 0 &&
      gp_finance_get (finance, GP_FINANCE_ACTUAL, project, rates->base).cents >= 0)
    add (finance, note);
}

/* ---- sentences --------------------------------------------------------------------------------
 */

static char *
money (gint64 cents)
{
  return gp_format_money (cents, cents % 100 != 0, gp_language_current ());
}

static char *
stated_text (const GpFinanceNote *note, const char *year)
{
  g_autofree char *stated = money (note->stated);
  g_autofree char *sum = money (note->sum);
  g_autofree char *rounding = money (note->rounding);

  /* TRANSLATORS: 2024-2025, the stated total, the sum, the difference */
  return g_strdup_printf (_ ("%s: the report states a total of %s; its projects add up to %s, a "
                             "difference of %s."),
                          year, stated, sum, rounding);
}

/* Of a note about a project. */
static char *
project_text (const GpFinanceNote *note, const char *code, const char *year)
{
  if (note->kind == GP_FINANCE_NOTE_NO_FORECAST)
    return g_strdup_printf (_ ("Project %s has no actual and no rates: it has no forecast."), code);
  if (note->kind == GP_FINANCE_NOTE_GIVEN_ALONE)
    return g_strdup_printf (_ ("Project %s has no actual: only its given rates make its forecast."),
                            code);
  if (note->kind == GP_FINANCE_NOTE_NOT_CALIBRATED)
    return g_strdup_printf (_ ("Project %s: in %s there is nothing of “%s” to calibrate its "
                               "rate by, so that part is left out."),
                            code, year, _ (gp_driver_label (note->driver)));
  return g_strdup_printf (_ ("Project %s: its rates ask more than it cost in %s, so its fixed part "
                             "is negative."),
                          code, year);
}

static char *
to_text (const GpFinance *finance, const GpFinanceNote *note)
{
  char year[GP_YEAR_BYTES];

  gp_year_format (note->year, year);
  switch (note->kind) {
  case GP_FINANCE_NOTE_STATED:
    return stated_text (note, year);
  case GP_FINANCE_NOTE_NO_PLAN:
    return g_strdup (_ ("There is no plan of this scenario: what follows from a plan is missing."));
  case GP_FINANCE_NOTE_ROUGH:
    return g_strdup (_ ("The plan has no whole schools yet: what follows from it is rough."));
  case GP_FINANCE_NOTE_STRANGE_ROWS:
    return g_strdup_printf (_ ("The plan is older than the data: %u of its rows are about years or "
                               "sectors that the project does not have, and are left out."),
                            note->count);
  case GP_FINANCE_NOTE_NO_ACTUAL:
    return g_strdup (_ ("No year has an actual yet: rates cannot be calibrated."));
  default:
    return project_text (note, finance->project->projects[note->project].code, year);
  }
}

void
gp_finance_write_notes (GpFinance *finance)
{
  finance->note_list = g_array_new (FALSE, FALSE, sizeof (GpFinanceNote));
  note_totals (finance);
  note_plan (finance);
  if (finance->last_actual == GP_YEAR_NONE)
    add (finance, (GpFinanceNote){.kind = GP_FINANCE_NOTE_NO_ACTUAL});
  for (guint32 p = 0; p < finance->project->n_projects; p++)
    note_rates (finance, p);
  finance->notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < finance->note_list->len; i++)
    g_ptr_array_add (finance->notes,
                     to_text (finance, &g_array_index (finance->note_list, GpFinanceNote, i)));
  g_ptr_array_add (finance->notes, NULL);
}

const char *const *
gp_finance_notes (const GpFinance *finance)
{
  g_return_val_if_fail (finance != NULL, NULL);
  return (const char *const *)finance->notes->pdata;
}

const GpFinanceNote *
gp_finance_note_list (const GpFinance *finance, guint *n)
{
  g_return_val_if_fail (finance != NULL && n != NULL, NULL);
  *n = finance->note_list->len;
  return (const GpFinanceNote *)(gpointer)finance->note_list->data;
}
