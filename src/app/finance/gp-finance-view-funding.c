/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of funding: a column a plan year, in whole euros. A total and its parts add up as they
 * are printed; between totals a euro of rounding may show. Each cell's source tells it to the cent.
 */
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

/* A line of whole euros, one amount a column. */
static void
add_line (GpFinanceView *view, const char *label, GpFinanceLineStyle style, GpFundingFigure figure,
          guint32 index, const gint64 *amounts)
{
  gp_finance_view_add_line (view, label, style, figure, index);
  for (guint c = 0; c < view->fundings->len; c++) {
    GpMoney money = gp_funding_get (g_ptr_array_index (view->fundings, c), figure, index);

    gp_finance_view_add_cell (view, money.state, amounts[c], FALSE, NULL);
  }
}

static void
add_total (GpFinanceView *view, GpFundingFigure figure, GpFinanceLineStyle style)
{
  g_autofree gint64 *amounts = g_new0 (gint64, view->fundings->len + 1);

  for (guint c = 0; c < view->fundings->len; c++) {
    gint64 cents = gp_funding_get (g_ptr_array_index (view->fundings, c), figure, GP_NONE).cents;

    amounts[c] = gp_finance_round (&cents, 1, 100, &cents);
  }
  add_line (view, _ (gp_funding_label (figure)), style, figure, GP_NONE, amounts);
}

typedef char *(*PartName) (const GpFinanceView *view, guint32 part);

/* What a total is made of: rounded so that the parts of a year add up to its rounded total. */
static void
add_parts (GpFinanceView *view, GpFundingFigure figure, guint32 n, PartName name)
{
  guint n_years = view->fundings->len;
  g_autofree gint64 *all = g_new0 (gint64, (gsize)n * n_years + 1);
  g_autofree gint64 *parts = g_new0 (gint64, (gsize)n + 1);

  for (guint c = 0; c < n_years; c++) {
    for (guint32 p = 0; p < n; p++)
      parts[p] = gp_funding_get (g_ptr_array_index (view->fundings, c), figure, p).cents;
    gp_finance_round (parts, n, 100, parts);
    for (guint32 p = 0; p < n; p++)
      all[(gsize)p * n_years + c] = parts[p];
  }
  for (guint32 p = 0; p < n; p++) {
    g_autofree char *label = name (view, p);

    add_line (view, label, GP_LINE_PART, figure, p, &all[(gsize)p * n_years]);
  }
}

/* Figures that are together another one, and are no parts of it on their own lines. */
static void
add_shares (GpFinanceView *view, GpFundingFigure first, guint n)
{
  guint n_years = view->fundings->len;
  g_autofree gint64 *all = g_new0 (gint64, (gsize)n * n_years + 1);
  g_autofree gint64 *parts = g_new0 (gint64, n + 1);

  for (guint c = 0; c < n_years; c++) {
    for (guint i = 0; i < n; i++)
      parts[i] = gp_funding_get (g_ptr_array_index (view->fundings, c), first + i, GP_NONE).cents;
    gp_finance_round (parts, n, 100, parts);
    for (guint i = 0; i < n; i++)
      all[(gsize)i * n_years + c] = parts[i];
  }
  for (guint i = 0; i < n; i++)
    add_line (view, _ (gp_funding_label (first + i)), GP_LINE_PLAIN, first + i, GP_NONE,
              &all[(gsize)i * n_years]);
}

static char *
project_name (const GpFinanceView *view, guint32 project)
{
  return gp_finance_view_project (view->finance, project);
}

static char *
delivery_name (const GpFinanceView *view, guint32 part)
{
  (void)view;
  return g_strdup (_ (gp_delivery_label (part)));
}

static char *
sector_name (const GpFinanceView *view, guint32 sector)
{
  const GpSector *row = &gp_finance_project (view->finance)->sectors[sector];

  return g_strdup (*row->name != '\0' ? row->name : row->code);
}

static void
add_projects (GpFinanceView *view, GpFundingFigure figure)
{
  add_total (view, figure, GP_LINE_TOTAL);
  add_parts (view, figure, gp_finance_project (view->finance)->n_projects, project_name);
}

static void
add_delivery (GpFinanceView *view)
{
  add_total (view, GP_FUNDING_DELIVERY, GP_LINE_TOTAL);
  add_parts (view, GP_FUNDING_DELIVERY, GP_N_DELIVERY, delivery_name);
  add_total (view, GP_FUNDING_BOARDS, GP_LINE_PLAIN);
  add_total (view, GP_FUNDING_FEES, GP_LINE_TOTAL);
  add_parts (view, GP_FUNDING_FEES, gp_finance_project (view->finance)->n_sectors, sector_name);
  add_shares (view, GP_FUNDING_GOVERNMENT, GP_FUNDING_SCHOOLS - GP_FUNDING_GOVERNMENT + 1);
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
