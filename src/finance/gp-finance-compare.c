/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals of a column and what the reports say they are; how two columns differ. */
#include "gp-finance-private.h"

#include <string.h>

#define STATED "project_costs_stated_total"

/* The fact that states a year's total: of several the last, which is the latest report's. */
static guint32
find_stated (const GpProject *project, GpYear year)
{
  char name[GP_YEAR_BYTES];

  gp_year_format (year, name);
  for (guint32 i = project->n_facts; i-- > 0;) {
    const GpFact *fact = &project->facts[i];

    if (strcmp (fact->fact, STATED) == 0 && strcmp (fact->year, name) == 0 &&
        strcmp (fact->unit, "EUR") == 0)
      return i;
  }
  return GP_NONE;
}

static void
add_stated (const GpFinance *finance, GpYear year, GpFinanceTotal *total)
{
  total->stated_fact = find_stated (finance->project, year);
  total->has_stated = total->stated_fact != GP_NONE;
  if (!total->has_stated)
    return;
  total->stated = gp_finance_decimal (finance->project->facts[total->stated_fact].value, 100);
  total->rounding = total->cents - CLAMP (total->stated, -G_MAXINT64 / 4, G_MAXINT64 / 4);
}

GpFinanceTotal
gp_finance_total (const GpFinance *finance, GpFinanceKind kind, GpYear year)
{
  GpFinanceTotal total = {.stated_fact = GP_NONE};

  g_return_val_if_fail (finance != NULL && (guint)kind < GP_N_FINANCE_KINDS, total);
  for (guint32 p = 0; p < finance->project->n_projects; p++) {
    GpMoney money = gp_finance_get (finance, kind, p, year);

    if (money.state == GP_MONEY_MISSING) {
      total.n_missing++;
      continue;
    }
    total.cents += money.cents;
    total.n_known++;
    total.rough |= money.state == GP_MONEY_ROUGH;
  }
  if (kind == GP_FINANCE_ACTUAL)
    add_stated (finance, year, &total);
  return total;
}

/* ---- comparing ---------------------------------------------------------------------------------
 */

static void
add_difference (GpFinanceDifference *row)
{
  row->known = row->from.state != GP_MONEY_MISSING && row->to.state != GP_MONEY_MISSING;
  if (!row->known)
    return;
  row->difference = row->to.cents - row->from.cents;
  row->has_percent =
      row->from.cents != 0 &&
      gp_finance_times (row->difference, 10000, ABS (row->from.cents), &row->percent);
}

static void
add_to_total (GpMoney *total, const GpMoney *money)
{
  total->cents += money->cents;
  if (total->state != GP_MONEY_ROUGH)
    total->state = money->state == GP_MONEY_ROUGH ? GP_MONEY_ROUGH : GP_MONEY_COMPUTED;
}

GpFinanceDifference
gp_finance_compare (const GpFinanceColumn *from, const GpFinanceColumn *to, guint32 project)
{
  GpFinanceDifference row = {.from.row = GP_NONE, .to.row = GP_NONE};
  guint n;

  g_return_val_if_fail (from != NULL && from->finance != NULL && to != NULL && to->finance != NULL,
                        row);
  n = from->finance->project->n_projects;
  g_return_val_if_fail (n == to->finance->project->n_projects, row);
  if (project != GP_NONE) {
    row.from = gp_finance_get (from->finance, from->kind, project, from->year);
    row.to = gp_finance_get (to->finance, to->kind, project, to->year);
  }
  for (guint32 p = 0; project == GP_NONE && p < n; p++) {
    GpFinanceDifference one = gp_finance_compare (from, to, p);

    if (one.known) {
      add_to_total (&row.from, &one.from);
      add_to_total (&row.to, &one.to);
    }
  }
  add_difference (&row);
  return row;
}
