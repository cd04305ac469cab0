/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of funding: a column a plan year, to the cent, so that everything in it adds up. */
#include "gp-finance-view.h"

#include <glib/gi18n-lib.h>

static GpSource *
source_of (const GpFinanceView *view, guint line, guint column)
{
  const GpFinanceLine *at = &g_array_index (view->lines, GpFinanceLine, line);

  return gp_funding_source (view->finance, g_ptr_array_index (view->fundings, column),
                            (GpFundingFigure)at->figure, at->index);
}

static const GpFinanceViewClass klass = {source_of, NULL, GP_N_TABLES, NULL};

static void
add_figure (GpFinanceView *view, const char *label, GpFinanceLineStyle style,
            GpFundingFigure figure, guint32 index)
{
  gp_finance_view_add_line (view, label, style, figure, index);
  for (guint c = 0; c < view->fundings->len; c++) {
    GpMoney money = gp_funding_get (g_ptr_array_index (view->fundings, c), figure, index);

    gp_finance_view_add_cell (view, money.state, money.cents, TRUE, NULL);
  }
}

static void
add_total (GpFinanceView *view, GpFundingFigure figure, GpFinanceLineStyle style)
{
  add_figure (view, _ (gp_funding_label (figure)), style, figure, GP_NONE);
}

static void
add_projects (GpFinanceView *view, GpFundingFigure figure)
{
  add_total (view, figure, GP_LINE_TOTAL);
  for (guint32 p = 0; p < gp_finance_project (view->finance)->n_projects; p++) {
    g_autofree char *label = gp_finance_view_project (view->finance, p);

    add_figure (view, label, GP_LINE_PART, figure, p);
  }
}

static void
add_delivery (GpFinanceView *view)
{
  const GpProject *project = gp_finance_project (view->finance);

  add_total (view, GP_FUNDING_DELIVERY, GP_LINE_TOTAL);
  for (guint i = 0; i < GP_N_DELIVERY; i++)
    add_figure (view, _ (gp_delivery_label (i)), GP_LINE_PART, GP_FUNDING_DELIVERY, i);
  add_total (view, GP_FUNDING_BOARDS, GP_LINE_PLAIN);
  add_total (view, GP_FUNDING_FEES, GP_LINE_TOTAL);
  for (guint32 s = 0; s < project->n_sectors; s++)
    add_figure (view,
                *project->sectors[s].name != '\0' ? project->sectors[s].name
                                                  : project->sectors[s].code,
                GP_LINE_PART, GP_FUNDING_FEES, s);
  for (GpFundingFigure figure = GP_FUNDING_GOVERNMENT; figure <= GP_FUNDING_SCHOOLS; figure++)
    add_total (view, figure, GP_LINE_PLAIN);
}

GpFinanceView *
gp_finance_view_funding (GpFinance *finance)
{
  const GpProject *project = gp_finance_project (finance);
  GpFinanceView *view = gp_finance_view_new (&klass, finance);

  for (GpYear year = project->plan_from; year <= project->last_year; year++) {
    gp_finance_view_add_year (view, year);
    g_ptr_array_add (view->fundings, gp_finance_funding (finance, year));
  }
  add_delivery (view);
  add_total (view, GP_FUNDING_SHORTFALL, GP_LINE_TOTAL);
  add_total (view, GP_FUNDING_COST, GP_LINE_PLAIN);
  add_projects (view, GP_FUNDING_FUNDS);
  add_total (view, GP_FUNDING_PLEDGED, GP_LINE_PLAIN);
  add_projects (view, GP_FUNDING_OPEN);
  return view;
}

/* ---- in a sentence -------------------------------------------------------------------------- */

/* What is left of delivery when boards and fees have paid, or what they bring in beyond it. */
static char *
rest_text (gint64 shortfall, GpLanguage language)
{
  g_autofree char *amount = gp_format_money (ABS (shortfall), FALSE, language);

  if (shortfall > 0)
    return g_strdup_printf (_ ("The other %s is left for charity funds."), amount);
  if (shortfall < 0)
    return g_strdup_printf (
        _ ("That is %s more than delivery costs: a surplus, for the cost of projects."), amount);
  return g_strdup (_ ("Together that is what delivery costs."));
}

char *
gp_finance_funding_sentence (const GpFunding *funding, GpYear year, GpLanguage language)
{
  char name[GP_YEAR_BYTES];

  if (!funding->has_delivery)
    return NULL;
  g_autofree char *delivery = gp_format_money (funding->delivery_total, FALSE, language);
  g_autofree char *boards = gp_format_money (funding->boards, FALSE, language);
  g_autofree char *schools = gp_format_money (funding->schools, FALSE, language);
  g_autofree char *government = gp_format_money (funding->government, FALSE, language);
  g_autofree char *rest = rest_text (funding->shortfall, language);
  gp_year_format (year, name);
  return g_strdup_printf (
      _ ("In %s delivery costs %s, at the prices of that year. Boards pay %s of it by employing "
         "verandercoaches; schools pay %s in fees, and the government pays the other %s of the "
         "fees. %s"),
      name, delivery, boards, schools, government, rest);
}
