/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the figures of the funding come from. A total is the sum of the same figure of its items,
 * sectors or projects; those have their own makers below. */
#include "gp-finance-private.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const GpFinance *finance;
  const GpFunding *funding;
} Of;

static char *
units_text (gint64 hundredths)
{
  return gp_format_number ((double)hundredths / 100, hundredths % 100 != 0 ? 2 : 0,
                           gp_numbers_current ());
}

static GpSource *
new_figure (const Of *of, GpFundingFigure figure, guint32 index, const char *label, const char *how)
{
  GpMoney money = gp_funding_get (of->funding, figure, index);
  gboolean known = money.state != GP_MONEY_MISSING;
  g_autofree char *value = known ? gp_finance_money_text (money.cents) : NULL;
  g_autofree char *what = NULL;
  char year[GP_YEAR_BYTES];

  if (figure >= GP_FUNDING_COST && index != GP_NONE)
    what = gp_finance_what (of->finance, index, label, of->funding->year);
  else
    what = g_strdup_printf ("%s, %s", label, gp_year_format (of->funding->year, year));
  if (!known)
    how = of->funding->has_delivery ? _ ("A project has no forecast for this year")
                                    : _ ("There is no plan for this year");
  return gp_source_new (known ? GP_SOURCE_COMPUTED : GP_SOURCE_UNKNOWN, what, value, how, NULL);
}

static void
add_figure (const Of *of, GpSource *source, GpFundingFigure figure, guint32 index)
{
  gp_source_add (source, gp_funding_source (of->finance, of->funding, figure, index));
}

static void
add_parameter (const Of *of, GpSource *source, GpParam param, const char *scope)
{
  gp_source_add (source, gp_source_parameter (of->finance->project, of->finance->scenario, param,
                                              scope, of->funding->year));
}

static void
add_units (GpSource *source, const char *what, gint64 units, gboolean rough)
{
  g_autofree char *value = units_text (units);

  gp_source_add (source, gp_source_new (GP_SOURCE_COMPUTED, what, value,
                                        rough ? _ ("Relaxed plan: a rough figure")
                                              : _ ("Counted in the data and the plan"),
                                        NULL));
}

/* ---- delivery and fees -------------------------------------------------------------------------
 */

/* Units, the price as given, and what prices grow by when it is given without a year. */
static void
add_price (const Of *of, GpSource *source, GpParam param, const char *scope)
{
  guint32 row;
  g_autofree char *price =
      gp_finance_money_text (gp_finance_price (of->finance, param, scope, of->funding->year, &row));
  gboolean grows = row == GP_NONE || of->finance->project->parameters[row].year == GP_YEAR_NONE;
  GpSource *part = gp_source_new (
      GP_SOURCE_COMPUTED, _ ("Price in this year"), price,
      grows ? _ ("The price of the first plan year, grown") : _ ("Given for this year"), NULL);

  gp_source_add (source, part);
  add_parameter (of, part, param, scope);
  if (grows)
    add_parameter (of, part, GP_PARAM_PRICE_INDEX, NULL);
}

static GpSource *
source_of_item (const Of *of, guint32 item)
{
  GpSource *source = new_figure (of, GP_FUNDING_DELIVERY, item,
                                 _ (gp_delivery_label ((GpDeliveryItem)item)), _ ("Units × price"));

  if (!of->funding->has_delivery)
    return source;
  add_units (source, _ (gp_delivery_label ((GpDeliveryItem)item)), of->funding->units[item],
             of->finance->part == GP_PART_RELAXED);
  add_price (of, source, gp_delivery_price ((GpDeliveryItem)item), NULL);
  return source;
}

static GpSource *
source_of_sector (const Of *of, GpFundingFigure figure, guint32 s)
{
  const GpSector *sector = &of->finance->project->sectors[s];
  const GpFundingSector *row = &of->funding->sectors[s];
  gboolean government = figure == GP_FUNDING_GOVERNMENT;
  g_autofree char *label = g_strdup_printf ("%s (%s)", _ (gp_funding_label (figure)),
                                            *sector->name != '\0' ? sector->name : sector->code);
  GpSource *source =
      new_figure (of, figure, s, label,
                  figure == GP_FUNDING_FEES ? _ ("Schools in a support year × fee")
                  : government ? _ ("The government’s share of what Groeikracht schools pay")
                               : _ ("Fees less the government’s share"));

  if (!of->funding->has_delivery)
    return source;
  if (figure == GP_FUNDING_SCHOOLS) {
    add_figure (of, source, GP_FUNDING_FEES, s);
    add_figure (of, source, GP_FUNDING_GOVERNMENT, s);
    return source;
  }
  add_units (source, _ ("Groeikracht schools"), row->schools[GP_PROGRAMME_GROEIKRACHT],
             of->finance->part == GP_PART_RELAXED);
  if (!government)
    add_units (source, _ ("Regular schools"), row->schools[GP_PROGRAMME_REGULAR],
               of->finance->part == GP_PART_RELAXED);
  add_price (of, source, GP_PARAM_SCHOOL_FEE, sector->code);
  if (government)
    add_parameter (of, source, GP_PARAM_GOVERNMENT_SHARE, NULL);
  return source;
}

/* ---- projects ----------------------------------------------------------------------------------
 */

static void
add_pledges (const Of *of, GpSource *source, guint32 project)
{
  const GpProject *data = of->finance->project;

  for (guint32 i = 0; i < data->n_pledges; i++) {
    const GpPledge *row = &data->pledges[i];

    if (row->year != of->funding->year || row->project != project)
      continue;
    g_autofree char *value = gp_finance_money_text (row->amount);
    gp_source_add (source, gp_source_from_row (data, GP_TABLE_PLEDGES, i, row->source, row->note,
                                               row->fund, value));
  }
}

static const char *
how_of (GpFundingFigure figure)
{
  switch (figure) {
  case GP_FUNDING_COST:
    return _ ("The forecast");
  case GP_FUNDING_CARRIED:
    return _ ("In proportion to what the projects cost");
  case GP_FUNDING_FUNDS:
    return _ ("What it costs and what it carries of delivery");
  case GP_FUNDING_PLEDGED:
    return _ ("The sum of the pledges");
  default:
    return _ ("For charity funds, less what they pledged");
  }
}

static GpSource *
source_of_project (const Of *of, GpFundingFigure figure, guint32 project)
{
  GpSource *source =
      new_figure (of, figure, project, _ (gp_funding_label (figure)), how_of (figure));

  if (figure == GP_FUNDING_COST)
    gp_source_add (
        source, gp_finance_source (of->finance, GP_FINANCE_FORECAST, project, of->funding->year));
  else if (figure == GP_FUNDING_PLEDGED)
    add_pledges (of, source, project);
  else if (figure == GP_FUNDING_CARRIED)
    add_figure (of, source, GP_FUNDING_SHORTFALL, GP_NONE);
  else {
    gboolean open = figure == GP_FUNDING_OPEN;
    add_figure (of, source, open ? GP_FUNDING_FUNDS : GP_FUNDING_COST, project);
    add_figure (of, source, open ? GP_FUNDING_PLEDGED : GP_FUNDING_CARRIED, project);
  }
  return source;
}

/* ---- totals ------------------------------------------------------------------------------------
 */

static guint
n_parts_of (const Of *of, GpFundingFigure figure)
{
  if (figure == GP_FUNDING_DELIVERY)
    return GP_N_DELIVERY;
  return figure >= GP_FUNDING_COST ? of->funding->n_projects : of->funding->n_sectors;
}

static GpSource *
source_of_total (const Of *of, GpFundingFigure figure)
{
  GpSource *source = new_figure (of, figure, GP_NONE, _ (gp_funding_label (figure)), _ ("The sum"));

  for (guint32 i = 0; i < n_parts_of (of, figure); i++)
    add_figure (of, source, figure, i);
  return source;
}

GpSource *
gp_funding_source (const GpFinance *finance, const GpFunding *funding, GpFundingFigure figure,
                   guint32 index)
{
  const Of of = {finance, funding};
  GpSource *source;

  g_return_val_if_fail (finance != NULL && funding != NULL && (guint)figure < GP_N_FUNDING, NULL);
  if (figure == GP_FUNDING_BOARDS) {
    source = new_figure (&of, figure, GP_NONE, _ (gp_funding_label (figure)),
                         _ ("Boards employ their verandercoaches"));
    add_figure (&of, source, GP_FUNDING_DELIVERY, GP_DELIVERY_VERANDERCOACH_DAYS);
    return source;
  }
  if (figure == GP_FUNDING_SHORTFALL) {
    source = new_figure (&of, figure, GP_NONE, _ (gp_funding_label (figure)),
                         _ ("Cost of delivery less what boards pay and less school fees"));
    add_figure (&of, source, GP_FUNDING_DELIVERY, GP_NONE);
    add_figure (&of, source, GP_FUNDING_BOARDS, GP_NONE);
    add_figure (&of, source, GP_FUNDING_FEES, GP_NONE);
    return source;
  }
  if (index == GP_NONE)
    return source_of_total (&of, figure);
  if (figure == GP_FUNDING_DELIVERY)
    return source_of_item (&of, index);
  if (figure >= GP_FUNDING_COST)
    return source_of_project (&of, figure, index);
  return source_of_sector (&of, figure, index);
}
