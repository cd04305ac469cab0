/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader of the figures must know, in sentences: what is missing and why, and what does not
 * add up. */
#include "gp-finance-private.h"
#include <groeiplan/gp-format.h>

#include <glib/gi18n-lib.h>

/* Nobody reads more. */
#define MAX_NOTES 100

static void G_GNUC_PRINTF (2, 3) note (GpFinance *finance, const char *format, ...)
{
  va_list arguments;

  if (finance->notes->len >= MAX_NOTES)
    return;
  va_start (arguments, format);
  g_ptr_array_add (finance->notes, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static char *
money (gint64 cents)
{
  return gp_format_money (cents, cents % 100 != 0, gp_language_current ());
}

static void
note_totals (GpFinance *finance)
{
  for (int year = finance->first; year <= finance->last; year++) {
    GpFinanceTotal total = gp_finance_total (finance, GP_FINANCE_ACTUAL, (GpYear)year);
    char name[GP_YEAR_BYTES];

    if (!total.has_stated || total.n_known == 0 || total.rounding == 0)
      continue;
    g_autofree char *stated = money (total.stated);
    g_autofree char *sum = money (total.cents);
    g_autofree char *rounding = money (total.rounding);
    /* TRANSLATORS: 2024-2025, the stated total, the sum, the difference */
    note (finance,
          _ ("%s: the report states a total of %s; its projects add up to %s, a difference "
             "of %s."),
          gp_year_format ((GpYear)year, name), stated, sum, rounding);
  }
}

static void
note_plan (GpFinance *finance)
{
  if (finance->plan == NULL)
    note (finance, _ ("There is no plan of this scenario: what follows from a plan is missing."));
  else if (finance->part == GP_PART_RELAXED)
    note (finance, _ ("The plan has no whole schools yet: what follows from it is rough."));
  if (finance->n_strange_rows > 0)
    note (finance,
          _ ("The plan is older than the data: %u of its rows are about years or sectors "
             "that the project does not have, and are left out."),
          finance->n_strange_rows);
}

static void
note_rates (GpFinance *finance, guint32 project)
{
  const GpRates *rates = &finance->rates[project];
  const char *code = finance->project->projects[project].code;
  char name[GP_YEAR_BYTES];

  if (rates->base == GP_YEAR_NONE && rates->has == 0)
    note (finance, _ ("Project %s has no actual and no rates: it has no forecast."), code);
  else if (rates->base == GP_YEAR_NONE)
    note (finance, _ ("Project %s has no actual: only its given rates make its forecast."), code);
  for (guint d = 0; d < GP_N_DRIVERS && rates->base != GP_YEAR_NONE; d++) {
    if (rates->failed >> d & 1)
      note (finance,
            _ ("Project %s: there is nothing of driver %s in %s to calibrate its rate by, "
               "so it is left out."),
            code, gp_driver_name ((GpDriverKind)d), gp_year_format (rates->base, name));
  }
  if (rates->calibrated >> GP_DRIVER_FIXED & 1 && rates->rate[GP_DRIVER_FIXED] < 0 &&
      gp_finance_get (finance, GP_FINANCE_ACTUAL, project, rates->base).cents >= 0)
    note (finance,
          _ ("Project %s: its rates ask more than it cost in %s, so its fixed part is "
             "negative."),
          code, gp_year_format (rates->base, name));
}

void
gp_finance_write_notes (GpFinance *finance)
{
  finance->notes = g_ptr_array_new_with_free_func (g_free);
  note_totals (finance);
  note_plan (finance);
  if (finance->last_actual == GP_YEAR_NONE)
    note (finance, _ ("No year has an actual yet: rates cannot be calibrated."));
  for (guint32 p = 0; p < finance->project->n_projects; p++)
    note_rates (finance, p);
  g_ptr_array_add (finance->notes, NULL);
}

const char *const *
gp_finance_notes (const GpFinance *finance)
{
  g_return_val_if_fail (finance != NULL, NULL);
  return (const char *const *)finance->notes->pdata;
}
