/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the figures of projects come from: rows of the data, or rates, units and prices. */
#include "gp-finance-private.h"

#include <glib/gi18n-lib.h>

char *
gp_finance_money_text (gint64 cents)
{
  return gp_format_money (cents, TRUE, gp_numbers_current ());
}

char *
gp_finance_what (const GpFinance *finance, guint32 project, const char *what, GpYear year)
{
  const GpFinanceProject *row = project != GP_NONE ? &finance->project->projects[project] : NULL;
  char name[GP_YEAR_BYTES];

  gp_year_format (year, name);
  if (row == NULL)
    return g_strdup_printf (_ ("All projects: %s, %s"), what, name);
  /* TRANSLATORS: the project's code and name, the figure, the year */
  return g_strdup_printf (_ ("Project %s (%s): %s, %s"), row->code,
                          gp_finance_project_name (row, gp_language_current ()), what, name);
}

static char *
units_text (gint64 hundredths)
{
  return gp_format_number ((double)hundredths / 100, hundredths % 100 != 0 ? 2 : 0,
                           gp_numbers_current ());
}

/* ---- parts of a forecast -----------------------------------------------------------------------
 */

static GpSource *
source_of_units (const GpFinance *finance, const GpForecastPart *part, GpYear year)
{
  gboolean planned = gp_finance_needs_plan (finance, part->driver, year);
  g_autofree char *value = part->known ? units_text (part->units) : NULL;

  if (!part->known)
    return gp_source_new (GP_SOURCE_UNKNOWN, _ (gp_driver_label (part->driver)), NULL,
                          finance->plan == NULL ? _ ("There is no plan of this scenario")
                                                : _ ("More than can be true"),
                          NULL);
  return gp_source_new (GP_SOURCE_COMPUTED, _ (gp_driver_label (part->driver)), value,
                        !planned                           ? _ ("Counted in the data")
                        : finance->part == GP_PART_RELAXED ? _ ("Relaxed plan: a rough figure")
                                                           : _ ("Counted in the plan"),
                        NULL);
}

/* A calibrated rate comes from the last actual year and the share that is driven. */
static GpSource *
source_of_rate (const GpFinance *finance, guint32 project, const GpForecastPart *part)
{
  const GpRates *rates = &finance->rates[project];
  g_autofree char *value = gp_finance_money_text (part->rate);
  GpSource *source;

  if (!part->calibrated) {
    const GpDriver *row = &finance->project->drivers[part->row];
    return gp_source_from_row (finance->project, GP_TABLE_DRIVERS, part->row, row->source, NULL,
                               _ ("Rate"), value);
  }
  source = gp_source_new (GP_SOURCE_COMPUTED, _ ("Rate"), value,
                          part->driver == GP_DRIVER_FIXED
                              ? _ ("What the other rates leave of the last actual year")
                              : _ ("Calibrated on the last actual year"),
                          NULL);
  gp_source_add (source, gp_finance_source (finance, GP_FINANCE_ACTUAL, project, rates->base));
  gp_source_add (source,
                 gp_source_parameter (finance->project, finance->scenario, GP_PARAM_DRIVEN_SHARE,
                                      NULL, finance->project->plan_from));
  return source;
}

static GpSource *
source_of_index (const GpFinance *finance, GpYear from, GpYear year)
{
  char first[GP_YEAR_BYTES], last[GP_YEAR_BYTES];
  g_autofree char *value = gp_format_number (
      (double)gp_finance_index (finance, from, year) / GP_BILLION, 6, gp_numbers_current ());
  g_autofree char *text =
      g_strdup_printf (_ ("Growth of prices from %s to %s"), gp_year_format (from, first),
                       gp_year_format (year, last));
  GpSource *source = gp_source_new (GP_SOURCE_COMPUTED, _ ("Price index"), value, text, NULL);

  gp_source_add (source, gp_source_parameter (finance->project, finance->scenario,
                                              GP_PARAM_PRICE_INDEX, NULL, year));
  return source;
}

static GpSource *
source_of_part (const GpFinance *finance, guint32 project, const GpForecastPart *part, GpYear year)
{
  GpYear base = gp_finance_price_year (finance, project);
  g_autofree char *value = part->known ? gp_finance_money_text (part->cents) : NULL;
  GpSource *source = gp_source_new (part->known ? GP_SOURCE_COMPUTED : GP_SOURCE_UNKNOWN,
                                    _ (gp_driver_label (part->driver)), value,
                                    _ ("Rate × units × price index"), NULL);

  gp_source_add (source, source_of_rate (finance, project, part));
  if (part->driver != GP_DRIVER_FIXED)
    gp_source_add (source, source_of_units (finance, part, year));
  if (year != base)
    gp_source_add (source, source_of_index (finance, base, year));
  return source;
}

/* ---- figures -----------------------------------------------------------------------------------
 */

/* A part that carries out one year's forecast; for the missing ones it shows what for. */
static GpSource *
source_of_forecast (const GpFinance *finance, guint32 project, GpYear year, const char *what)
{
  GpForecastPart parts[GP_N_DRIVERS];
  guint n = gp_finance_forecast (finance, project, year, parts);
  GpMoney money = gp_finance_get (finance, GP_FINANCE_FORECAST, project, year);
  gboolean known = money.state != GP_MONEY_MISSING;
  g_autofree char *value = known ? gp_finance_money_text (money.cents) : NULL;
  GpSource *source = gp_source_new (known ? GP_SOURCE_COMPUTED : GP_SOURCE_UNKNOWN, what, value,
                                    n == 0 ? _ ("No actual and no rate to forecast this year from")
                                    : !known ? _ ("A driver of this forecast is not known")
                                             : _ ("The sum of its drivers"),
                                    NULL);

  for (guint i = 0; i < n; i++)
    gp_source_add (source, source_of_part (finance, project, &parts[i], year));
  return source;
}

static GpSource *
source_of_budget (const GpFinance *finance, GpFinanceKind kind, guint32 project, GpYear year,
                  const char *what)
{
  GpMoney money = gp_finance_get (finance, kind, project, year);
  const GpBudget *row;

  if (money.state == GP_MONEY_MISSING)
    return gp_source_new (GP_SOURCE_UNKNOWN, what, NULL, _ ("budgets.csv has no such row"), NULL);
  row = &finance->project->budgets[money.row];
  g_autofree char *value = gp_finance_money_text (money.cents);
  return gp_source_from_row (finance->project, GP_TABLE_BUDGETS, money.row, row->source, row->note,
                             what, value);
}

static void
add_stated (const GpFinance *finance, const GpFinanceTotal *total, GpSource *source)
{
  const GpFact *fact = &finance->project->facts[total->stated_fact];
  g_autofree char *stated = gp_finance_money_text (total->stated);
  g_autofree char *rounding = gp_finance_money_text (total->rounding);
  g_autofree char *from =
      g_strdup_printf ("%s%s%s", fact->source, *fact->section != '\0' ? ", " : "", fact->section);

  gp_source_add (source, gp_source_from_row (finance->project, GP_TABLE_FACTS, total->stated_fact,
                                             from, fact->note, _ ("Total as stated"), stated));
  gp_source_add (source, gp_source_new (GP_SOURCE_COMPUTED, _ ("Rounding difference"), rounding,
                                        _ ("The sum less the total as stated"), NULL));
}

static GpSource *
source_of_total (const GpFinance *finance, GpFinanceKind kind, GpYear year, const char *what)
{
  GpFinanceTotal total = gp_finance_total (finance, kind, year);
  g_autofree char *value = total.n_known > 0 ? gp_finance_money_text (total.cents) : NULL;
  GpSource *source =
      gp_source_new (total.n_known > 0 ? GP_SOURCE_COMPUTED : GP_SOURCE_UNKNOWN, what, value,
                     total.n_missing > 0 ? _ ("The sum of the projects, of which some are missing")
                                         : _ ("The sum of the projects"),
                     NULL);

  for (guint32 p = 0; p < finance->project->n_projects; p++)
    gp_source_add (source, gp_finance_source (finance, kind, p, year));
  if (total.has_stated)
    add_stated (finance, &total, source);
  return source;
}

GpSource *
gp_finance_source (const GpFinance *finance, GpFinanceKind kind, guint32 project, GpYear year)
{
  g_return_val_if_fail (finance != NULL && (guint)kind < GP_N_FINANCE_KINDS, NULL);
  g_return_val_if_fail (project == GP_NONE || project < finance->project->n_projects, NULL);
  g_autofree char *what =
      gp_finance_what (finance, project, _ (gp_finance_kind_label (kind)), year);
  if (project == GP_NONE)
    return source_of_total (finance, kind, year, what);
  if (kind == GP_FINANCE_FORECAST)
    return source_of_forecast (finance, project, year, what);
  return source_of_budget (finance, kind, project, year, what);
}
