/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-finance-text.h. */
#include "gp-finance-text.h"

#include "gp-links.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

static char *
euros (gint64 cents, GpLanguage language)
{
  return gp_format_money (cents, FALSE, language);
}

static char *
without_plan (const GpFinance *finance, GpLanguage language)
{
  GpYear last = gp_finance_last_actual (finance, GP_NONE);
  g_autofree char *cost = NULL, *text = NULL;
  char year[GP_YEAR_BYTES];

  if (last == GP_YEAR_NONE)
    return g_strdup (_ ("No figure of a project is known yet."));
  cost = euros (gp_finance_total (finance, GP_FINANCE_ACTUAL, last).cents, language);
  text = g_strdup_printf (_ ("In %s the projects cost %s."), gp_year_format (last, year), cost);
  return gp_links_markup (text, &(GpLink){cost, "finance/projects"}, 1);
}

char *
gp_finance_headline_markup (const GpFinance *finance, GpLanguage language)
{
  GpYear goal = gp_finance_project (finance)->goal_year;
  g_autoptr (GpFunding) funding = gp_finance_funding (finance, goal);
  GpMoney need = gp_funding_get (funding, GP_FUNDING_FUNDS, GP_NONE);
  g_autofree char *funds = NULL, *open = NULL, *text = NULL;
  char year[GP_YEAR_BYTES];

  if (need.state == GP_MONEY_MISSING)
    return without_plan (finance, language);
  funds = euros (need.cents, language);
  open = euros (funding->open, language);
  gp_year_format (goal, year);
  text = g_strdup_printf (
      funding->pledged == 0 ? _ ("In %s charity funds must cover %s; nothing is pledged yet.")
      : funding->open <= 0  ? _ ("In %s charity funds must cover %s, and that is pledged.")
                            : _ ("In %s charity funds must cover %s, of which %s is not "
                                  "pledged yet."),
      year, funds, open);
  return gp_links_markup (text, (GpLink[]){{funds, "finance/funding"}, {open, "finance/pledges"}},
                          2);
}

/* ---- against the budgets ----------------------------------------------------------------------
 */

/* Of the projects with a budget in that year: what they cost, or will, and those budgets. */
static gboolean
against_budget (const GpFinance *finance, GpFinanceKind kind, GpYear year, gint64 *cost,
                gint64 *budget)
{
  gboolean any = FALSE;

  *cost = *budget = 0;
  for (guint32 p = 0; p < gp_finance_project (finance)->n_projects; p++) {
    GpFinanceColumn from = {finance, GP_FINANCE_BUDGET, year}, to = {finance, kind, year};
    GpFinanceDifference row = gp_finance_compare (&from, &to, p);

    if (!row.known)
      continue;
    any = TRUE;
    *cost += row.to.cents;
    *budget += row.from.cents;
  }
  return any;
}

static char *
variance_of (gboolean past, GpYear year, gint64 cost, gint64 budget, GpLanguage language)
{
  g_autofree char *is = euros (cost, language), *apart = euros (ABS (cost - budget), language);
  g_autofree char *was = euros (budget, language);
  char name[GP_YEAR_BYTES];

  gp_year_format (year, name);
  if (cost == budget) /* Translators: a year, an amount. */
    return g_strdup_printf (past ? _ ("In %s the projects cost %s, as budgeted.")
                                 : _ ("In %s the projects will cost %s, as budgeted."),
                            name, is);
  if (past) /* Translators: a year, what was spent, the difference, the budget. */
    return g_strdup_printf (cost > budget
                                ? _ ("In %s the projects cost %s: %s more than the budget of %s.")
                                : _ ("In %s the projects cost %s: %s less than the budget of %s."),
                            name, is, apart, was);
  /* Translators: a year, what will be spent, the difference, the budget. */
  return g_strdup_printf (
      cost > budget ? _ ("In %s the projects will cost %s: %s more than the budget of %s.")
                    : _ ("In %s the projects will cost %s: %s less than the budget of %s."),
      name, is, apart, was);
}

char *
gp_finance_variance_text (const GpFinance *finance, GpLanguage language)
{
  int first = gp_finance_first_year (finance), last = gp_finance_last_year (finance);
  gboolean any = FALSE;
  gint64 cost, budget;

  for (int year = last; year >= first; year--)
    if (against_budget (finance, GP_FINANCE_ACTUAL, (GpYear)year, &cost, &budget))
      return variance_of (TRUE, (GpYear)year, cost, budget, language);
  for (int year = first; year <= last; year++) {
    if (against_budget (finance, GP_FINANCE_FORECAST, (GpYear)year, &cost, &budget))
      return variance_of (FALSE, (GpYear)year, cost, budget, language);
    for (guint32 p = 0; p < gp_finance_project (finance)->n_projects; p++)
      any = any ||
            gp_finance_get (finance, GP_FINANCE_BUDGET, p, (GpYear)year).state != GP_MONEY_MISSING;
  }
  return g_strdup (
      any ? _ ("No year has both a budget and an actual or a forecast: plan this "
               "scenario first, or type actuals in.")
          : _ ("There is no budget to compare with yet: choose Budget as what is shown "
               "and type the amounts into the table."));
}
