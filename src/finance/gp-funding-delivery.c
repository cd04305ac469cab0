/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a year's coaching costs, and what schools and the government pay for it. */
#include "gp-finance-private.h"

/* The day limit of an item: over half a million schools for every day of a year. */
#define MAX_UNITS G_GINT64_CONSTANT (100000000000)

gint64
gp_finance_price (const GpFinance *finance, GpParam param, const char *scope, GpYear year,
                  guint32 *row)
{
  const GpProject *project = finance->project;
  GpDecimal value;
  guint32 found;
  gint64 cents;

  gp_param_lookup (project, finance->scenario, param, scope, year, &value, &found);
  cents = gp_finance_decimal (value, 100);
  if (row != NULL)
    *row = found;
  if (found == GP_NONE || project->parameters[found].year == GP_YEAR_NONE)
    gp_finance_times_index (cents, 1, gp_finance_index (finance, project->plan_from, year),
                            GP_BILLION, &cents);
  return cents;
}

/* ---- days and their price ----------------------------------------------------------------------
 */

/* Coach-days that schools in their support years ask, in hundredths. */
static gint64
days_asked (const GpFinance *finance, GpYear year)
{
  const GpProject *project = finance->project;
  gint64 sum = 0;

  for (guint32 s = 0; s < project->n_sectors; s++) {
    for (guint k = 1; k <= project->sectors[s].support_years; k++) {
      g_autofree char *scope = g_strdup_printf ("%s:%u", project->sectors[s].code, k);
      gint64 schools = gp_finance_supported (finance, s, GP_PROGRAMME_GROEIKRACHT, k, year) +
                       gp_finance_supported (finance, s, GP_PROGRAMME_REGULAR, k, year);
      GpDecimal days;
      gint64 here;

      gp_param_lookup (project, finance->scenario, GP_PARAM_SUPPORT_DAYS, scope, year, &days, NULL);
      if (gp_finance_times_decimal (schools, days, &here))
        sum += here;
    }
  }
  return sum;
}

/* The amounts of a kind of row in a year, in hundredths. */
static gint64
planned (const GpFinance *finance, GpPlanRowKind kind, GpYear year)
{
  gint64 sum = 0;
  guint n;
  const GpPlanRow *rows = gp_plan_rows (finance->plan, finance->part, kind, &n);

  for (guint i = 0; i < n; i++) {
    if (rows[i].year == year)
      sum += gp_finance_hundredths (finance, &rows[i]);
  }
  return sum;
}

static const struct {
  GpPlanRowKind kind;
  GpParam price;
} items[GP_N_DELIVERY] = {
    [GP_DELIVERY_EXPERT_DAYS] = {GP_N_ROW_KINDS, GP_PARAM_COST_EXPERT_DAY},
    [GP_DELIVERY_VERANDERCOACH_DAYS] = {GP_ROW_VERANDERCOACH_DAYS, GP_PARAM_COST_VERANDERCOACH_DAY},
    [GP_DELIVERY_TRAININGS] = {GP_ROW_TRAINING, GP_PARAM_COST_TRAINING},
    [GP_DELIVERY_PARTNERSHIPS] = {GP_ROW_PARTNER, GP_PARAM_COST_PARTNERSHIP},
    [GP_DELIVERY_HIRES] = {GP_ROW_HIRE, GP_PARAM_COST_HIRE},
    [GP_DELIVERY_LENT_DAYS] = {GP_ROW_LENDING, GP_PARAM_COST_LENT_DAY},
    [GP_DELIVERY_DAYS_SHORT] = {GP_ROW_OVERLOAD, GP_PARAM_COST_OVERLOAD_DAY},
};

GpParam
gp_delivery_price (GpDeliveryItem item)
{
  return items[item].price;
}

static void
add_delivery (const GpFinance *finance, GpFunding *funding)
{
  gint64 *units = funding->units;

  for (guint i = 0; i < GP_N_DELIVERY; i++) {
    if (i != GP_DELIVERY_EXPERT_DAYS)
      units[i] = planned (finance, items[i].kind, funding->year);
  }
  units[GP_DELIVERY_EXPERT_DAYS] =
      MAX (days_asked (finance, funding->year) - units[GP_DELIVERY_VERANDERCOACH_DAYS], 0);
  for (guint i = 0; i < GP_N_DELIVERY; i++) {
    gint64 price = gp_finance_price (finance, items[i].price, NULL, funding->year, NULL);

    gp_finance_times (CLAMP (units[i], 0, MAX_UNITS), CLAMP (price, 0, GP_MONEY_LIMIT), 100,
                      &funding->delivery[i]);
    funding->delivery[i] = MIN (funding->delivery[i], GP_FUNDING_LIMIT);
    funding->delivery_total += funding->delivery[i];
  }
  funding->boards = funding->delivery[GP_DELIVERY_VERANDERCOACH_DAYS];
}

/* ---- fees --------------------------------------------------------------------------------------
 */

static gint64
government_part (const GpFinance *finance, gint64 fees)
{
  GpDecimal share;
  gint64 part;

  gp_param_lookup (finance->project, finance->scenario, GP_PARAM_GOVERNMENT_SHARE, NULL,
                   finance->project->plan_from, &share, NULL);
  gp_finance_times_decimal (fees, share, &part);
  return part;
}

gint64
gp_finance_school_fee (const GpFinance *finance, guint32 sector, GpProgramme programme, GpYear year,
                       gint64 *government)
{
  gint64 fee;

  g_return_val_if_fail (finance != NULL && sector < finance->project->n_sectors, 0);
  fee = gp_finance_price (finance, GP_PARAM_SCHOOL_FEE, finance->project->sectors[sector].code,
                          year, NULL);
  if (government != NULL)
    *government = programme == GP_PROGRAMME_GROEIKRACHT ? government_part (finance, fee) : 0;
  return fee;
}

static void
add_sector (const GpFinance *finance, GpFunding *funding, guint32 s)
{
  GpFundingSector *sector = &funding->sectors[s];
  gint64 fee = gp_finance_school_fee (finance, s, GP_PROGRAMME_REGULAR, funding->year, NULL);

  for (guint p = 0; p < GP_N_PROGRAMMES; p++) {
    for (guint k = 1; k <= finance->project->sectors[s].support_years; k++)
      sector->schools[p] += gp_finance_supported (finance, s, (GpProgramme)p, k, funding->year);
    gp_finance_times (sector->schools[p], fee, 100, &sector->fees[p]);
    sector->fees[p] = MIN (sector->fees[p], GP_FUNDING_LIMIT);
    funding->fees += sector->fees[p];
  }
  sector->government = government_part (finance, sector->fees[GP_PROGRAMME_GROEIKRACHT]);
  funding->government += sector->government;
}

gboolean
gp_funding_add_delivery (const GpFinance *finance, GpFunding *funding)
{
  const GpProject *project = finance->project;

  if (finance->plan == NULL || funding->year < project->plan_from ||
      funding->year > project->last_year)
    return FALSE;
  add_delivery (finance, funding);
  for (guint32 s = 0; s < project->n_sectors; s++)
    add_sector (finance, funding, s);
  funding->schools = funding->fees - funding->government;
  funding->shortfall = funding->delivery_total - funding->boards - funding->fees;
  return TRUE;
}
