/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The funding of a year: what is left for charity funds, project by project. */
#include "gp-finance-private.h"

/* ---- projects ----------------------------------------------------------------------------------
 */

static void
add_projects (const GpFinance *finance, GpFunding *funding)
{
  for (guint32 p = 0; p < funding->n_projects; p++) {
    GpFundingProject *row = &funding->projects[p];
    GpMoney cost = gp_finance_get (finance, GP_FINANCE_FORECAST, p, funding->year);

    row->cost = cost.cents;
    row->pledged = gp_finance_pledged (finance, p, funding->year);
    funding->cost += row->cost;
    funding->pledged += row->pledged;
    if (cost.state == GP_MONEY_MISSING)
      funding->n_missing++;
    else if (cost.state == GP_MONEY_ROUGH)
      funding->state = GP_MONEY_ROUGH;
  }
}

/* The shortfall over the projects, in proportion to what they cost. A surplus takes away at most
 * that; a project that brings money in carries nothing. */
static void
carry_shortfall (GpFunding *funding)
{
  g_autofree gint64 *weights = g_new0 (gint64, MAX (funding->n_projects, 1));
  g_autofree gint64 *parts = g_new0 (gint64, MAX (funding->n_projects, 1));
  gint64 room = 0, carried = funding->shortfall;

  for (guint p = 0; p < funding->n_projects; p++) {
    weights[p] = MAX (funding->projects[p].cost, 0);
    room += weights[p];
  }
  carried = funding->n_projects == 0 ? 0 : MAX (carried, -room);
  gp_finance_split (carried, weights, funding->n_projects, parts);
  for (guint p = 0; p < funding->n_projects; p++)
    funding->projects[p].carried = parts[p];
  funding->carried = carried;
  funding->left_over = MAX (carried - funding->shortfall, 0);
}

static void
add_up (GpFunding *funding)
{
  for (guint p = 0; p < funding->n_projects; p++) {
    GpFundingProject *row = &funding->projects[p];

    row->funds = row->cost + row->carried;
    row->open = row->funds - row->pledged;
    funding->funds += row->funds;
    funding->open += row->open;
  }
}

GpFunding *
gp_finance_funding (const GpFinance *finance, GpYear year)
{
  GpFunding *funding;

  g_return_val_if_fail (finance != NULL, NULL);
  funding = g_new0 (GpFunding, 1);
  funding->year = year;
  funding->state = finance->part == GP_PART_RELAXED ? GP_MONEY_ROUGH : GP_MONEY_COMPUTED;
  funding->n_sectors = finance->project->n_sectors;
  funding->n_projects = finance->project->n_projects;
  funding->projects = g_new0 (GpFundingProject, MAX (funding->n_projects, 1));
  funding->has_delivery = gp_funding_add_delivery (finance, funding);
  add_projects (finance, funding);
  if (funding->has_delivery)
    carry_shortfall (funding);
  add_up (funding);
  if (!funding->has_delivery || funding->n_missing > 0)
    funding->state = GP_MONEY_MISSING;
  return funding;
}

void
gp_funding_free (GpFunding *funding)
{
  if (funding == NULL)
    return;
  g_free (funding->projects);
  g_free (funding);
}

/* ---- one figure --------------------------------------------------------------------------------
 */

static gint64
sector_figure (const GpFundingSector *sector, GpFundingFigure figure)
{
  gint64 fees = sector->fees[GP_PROGRAMME_GROEIKRACHT] + sector->fees[GP_PROGRAMME_REGULAR];

  if (figure == GP_FUNDING_GOVERNMENT)
    return sector->government;
  return figure == GP_FUNDING_SCHOOLS ? fees - sector->government : fees;
}

static gint64
project_figure (const GpFundingProject *row, GpFundingFigure figure)
{
  const gint64 amounts[] = {row->cost, row->carried, row->funds, row->pledged, row->open};

  return amounts[figure - GP_FUNDING_COST];
}

static gint64
total_figure (const GpFunding *funding, GpFundingFigure figure)
{
  const gint64 amounts[GP_N_FUNDING] = {
      funding->delivery_total, funding->boards,    funding->fees, funding->government,
      funding->schools,        funding->shortfall, funding->cost, funding->carried,
      funding->funds,          funding->pledged,   funding->open};

  return amounts[figure];
}

static gboolean
is_there (const GpFunding *funding, GpFundingFigure figure, guint32 index)
{
  if (index == GP_NONE)
    return TRUE;
  if (figure == GP_FUNDING_DELIVERY)
    return index < GP_N_DELIVERY;
  if (figure >= GP_FUNDING_COST)
    return index < funding->n_projects;
  return figure >= GP_FUNDING_FEES && figure <= GP_FUNDING_SCHOOLS && index < funding->n_sectors;
}

/* Pledges are always known; delivery with the plan; what needs the projects only with all of them.
 */
static GpMoneyState
state_of (const GpFunding *funding, GpFundingFigure figure)
{
  if (figure == GP_FUNDING_PLEDGED)
    return GP_MONEY_COMPUTED;
  if (figure <= GP_FUNDING_SHORTFALL && !funding->has_delivery)
    return GP_MONEY_MISSING;
  return figure <= GP_FUNDING_SHORTFALL && funding->state == GP_MONEY_MISSING ? GP_MONEY_COMPUTED
                                                                              : funding->state;
}

GpMoney
gp_funding_get (const GpFunding *funding, GpFundingFigure figure, guint32 index)
{
  GpMoney money = {GP_MONEY_MISSING, 0, GP_NONE};

  g_return_val_if_fail (funding != NULL && (guint)figure < GP_N_FUNDING, money);
  g_return_val_if_fail (is_there (funding, figure, index), money);
  money.state = state_of (funding, figure);
  if (money.state == GP_MONEY_MISSING)
    return money;
  if (index == GP_NONE)
    money.cents = total_figure (funding, figure);
  else if (figure == GP_FUNDING_DELIVERY)
    money.cents = funding->delivery[index];
  else if (figure >= GP_FUNDING_COST)
    money.cents = project_figure (&funding->projects[index], figure);
  else
    money.cents = sector_figure (&funding->sectors[index], figure);
  return money;
}
