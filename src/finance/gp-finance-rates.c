/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates, given and calibrated, and the forecast that they make with the units of a year. The method
 * stands in gp-finance.h. */
#include "gp-finance-private.h"

#define BIT(driver) (1u << (driver))

/* ---- prices ------------------------------------------------------------------------------------
 */

/* One year's growth on an index in billionths. */
static gint64
grow (const GpFinance *finance, gint64 index, GpYear year)
{
  GpDecimal growth;
  gint64 more;

  gp_param_lookup (finance->project, finance->scenario, GP_PARAM_PRICE_INDEX, NULL, year, &growth,
                   NULL);
  gp_finance_times_decimal (index, growth, &more);
  return CLAMP (index + more, 0, GP_INDEX_MAX);
}

gint64
gp_finance_index (const GpFinance *finance, GpYear from, GpYear to)
{
  gint64 index = GP_BILLION;

  g_return_val_if_fail (finance != NULL, GP_BILLION);
  for (int year = from + 1; year <= to; year++)
    index = grow (finance, index, (GpYear)year);
  return index;
}

/* ---- rates -------------------------------------------------------------------------------------
 */

/* For every project and driver the row of the nearest scenario. */
static void
take_rows (GpFinance *finance)
{
  const GpProject *project = finance->project;

  for (guint32 i = 0; i < project->n_drivers; i++) {
    const GpDriver *row = &project->drivers[i];
    GpRates *rates = &finance->rates[row->project];
    guint32 had = rates->row[row->driver];

    if (finance->nearness[row->scenario] == GP_FINANCE_NOT_HERE)
      continue;
    if (had == GP_NONE ||
        finance->nearness[row->scenario] < finance->nearness[project->drivers[had].scenario])
      rates->row[row->driver] = i;
  }
}

static void
take_given (const GpFinance *finance, GpRates *rates)
{
  for (guint d = 0; d < GP_N_DRIVERS; d++) {
    if (rates->row[d] == GP_NONE)
      continue;
    rates->has |= BIT (d);
    rates->rate[d] = finance->project->drivers[rates->row[d]].rate;
    if (rates->rate[d] == 0 && d != GP_DRIVER_FIXED)
      rates->calibrated |= BIT (d);
  }
}

/* A driver's part of the cost; FALSE when it is more than any cost can be. */
static gboolean
part_of (gint64 rate, gint64 units, gint64 index, gint64 *cents)
{
  return gp_finance_times_index (rate, units, index, 100 * GP_BILLION, cents) &&
         ABS (*cents) <= GP_MONEY_LIMIT;
}

/* What the rates so far leave of the actual of the base year. */
static gint64
rest_of (const GpFinance *finance, const GpRates *rates, gint64 actual)
{
  gint64 rest = actual;

  for (guint d = 0; d < GP_N_DRIVERS; d++) {
    gint64 units, cents;

    if (rates->has & BIT (d) && gp_finance_units (finance, d, rates->base, &units) &&
        part_of (rates->rate[d], units, GP_BILLION, &cents))
      rest -= cents;
  }
  return rest;
}

/* The drivers that can be calibrated in the base year; the others are left out, and it is said. */
static guint
find_calibrated (const GpFinance *finance, GpRates *rates)
{
  guint n = 0;

  for (guint d = 0; d < GP_N_DRIVERS; d++) {
    gint64 units;

    if (!(rates->calibrated & BIT (d)))
      continue;
    if (gp_finance_units (finance, d, rates->base, &units) && units > 0)
      n++;
    else
      rates->failed |= BIT (d);
  }
  rates->calibrated &= ~rates->failed;
  rates->has &= ~rates->failed;
  return n;
}

/* share x rest / units / n, towards zero: what rounding leaves goes to the fixed part. */
static void
spread_share (const GpFinance *finance, GpRates *rates, gint64 rest, guint n)
{
  GpDecimal share;
  gint64 driven;

  gp_param_lookup (finance->project, finance->scenario, GP_PARAM_DRIVEN_SHARE, NULL,
                   finance->project->plan_from, &share, NULL);
  gp_finance_times_decimal (rest, share, &driven);
  for (guint d = 0; d < GP_N_DRIVERS; d++) {
    gint64 units;

    if (rates->calibrated & BIT (d) && gp_finance_units (finance, d, rates->base, &units))
      rates->rate[d] = driven / n * 100 / units;
  }
}

static void
calibrate (const GpFinance *finance, guint32 project, GpRates *rates)
{
  GpMoney actual = gp_finance_get (finance, GP_FINANCE_ACTUAL, project, rates->base);
  guint n = find_calibrated (finance, rates);

  if (n > 0)
    spread_share (finance, rates, rest_of (finance, rates, actual.cents), n);
  if (rates->has & BIT (GP_DRIVER_FIXED))
    return;
  rates->rate[GP_DRIVER_FIXED] = rest_of (finance, rates, actual.cents);
  rates->has |= BIT (GP_DRIVER_FIXED);
  rates->calibrated |= BIT (GP_DRIVER_FIXED);
}

static void
find_rates_of (GpFinance *finance, guint32 project)
{
  GpRates *rates = &finance->rates[project];

  take_given (finance, rates);
  rates->base = gp_finance_last_actual (finance, project);
  if (rates->base != GP_YEAR_NONE) {
    calibrate (finance, project, rates);
    return;
  }
  rates->failed = rates->calibrated;
  rates->has &= ~rates->failed;
  rates->calibrated = 0;
}

void
gp_finance_find_rates (GpFinance *finance)
{
  guint n = finance->project->n_projects;

  finance->rates = g_new0 (GpRates, MAX (n, 1));
  for (guint32 p = 0; p < n; p++) {
    for (guint d = 0; d < GP_N_DRIVERS; d++)
      finance->rates[p].row[d] = GP_NONE;
  }
  take_rows (finance);
  for (guint32 p = 0; p < n; p++)
    find_rates_of (finance, p);
}

/* ---- forecast ----------------------------------------------------------------------------------
 */

GpYear
gp_finance_price_year (const GpFinance *finance, guint32 project)
{
  const GpRates *rates = &finance->rates[project];

  return rates->base != GP_YEAR_NONE ? rates->base : finance->project->plan_from;
}

/* A forecast looks ahead from the base year, which it repeats. */
static gboolean
is_forecast_year (const GpFinance *finance, guint32 project, GpYear year)
{
  return year >= gp_finance_price_year (finance, project) && year <= finance->project->last_year;
}

guint
gp_finance_forecast (const GpFinance *finance, guint32 project, GpYear year,
                     GpForecastPart parts[static GP_N_DRIVERS])
{
  const GpRates *rates;
  gint64 index;
  guint n = 0;

  g_return_val_if_fail (finance != NULL && project < finance->project->n_projects, 0);
  rates = &finance->rates[project];
  if (!is_forecast_year (finance, project, year))
    return 0;
  index = gp_finance_index (finance, gp_finance_price_year (finance, project), year);
  for (guint d = 0; d < GP_N_DRIVERS; d++) {
    GpForecastPart *part = &parts[n];

    if (!(rates->has & BIT (d)))
      continue;
    n++;
    *part = (GpForecastPart){.driver = (GpDriverKind)d,
                             .rate = rates->rate[d],
                             .calibrated = (rates->calibrated & BIT (d)) != 0,
                             .row = rates->row[d]};
    part->known = gp_finance_units (finance, d, year, &part->units) &&
                  part_of (part->rate, part->units, index, &part->cents);
  }
  return n;
}

GpMoney
gp_finance_forecast_sum (const GpFinance *finance, guint32 project, GpYear year)
{
  GpForecastPart parts[GP_N_DRIVERS];
  guint n = gp_finance_forecast (finance, project, year, parts);
  GpMoney money = {n > 0 ? GP_MONEY_COMPUTED : GP_MONEY_MISSING, 0, GP_NONE};

  for (guint i = 0; i < n; i++) {
    if (!parts[i].known)
      return (GpMoney){GP_MONEY_MISSING, 0, GP_NONE};
    money.cents += parts[i].cents;
    if (finance->part == GP_PART_RELAXED && gp_finance_needs_plan (finance, parts[i].driver, year))
      money.state = GP_MONEY_ROUGH;
  }
  return money;
}
