/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The finance of projects for people: a table of every kind, the differences that are asked most,
 * the funding of the plan years, and what a reader must know. Amounts are in euro, to the cent, so
 * that every total is the sum of what is printed.
 */
#include "gp-cli-finance.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>
#include <string.h>

/* An amount without its sign of euro, which would stand in every cell. */
static char *
amount (gint64 cents)
{
  g_autofree char *money = gp_format_money (cents, TRUE, gp_language_current ());
  g_autoptr (GString) text = g_string_new (money);
  g_string_replace (text, "€\u00a0", "", 0);
  g_string_replace (text, "€", "", 0);
  return g_strdup (text->str);
}

static void
add_amount (GpCliTable *table, gint64 cents, gboolean known, gboolean rough)
{
  g_autofree char *plain = known ? amount (cents) : g_strdup ("-");
  g_autofree char *text = rough ? g_strconcat ("~", plain, NULL) : g_strdup (plain);
  gp_cli_table_add (table, text);
}

static void
add_money (GpCliTable *table, GpMoney money)
{
  add_amount (table, money.cents, money.state != GP_MONEY_MISSING, money.state == GP_MONEY_ROUGH);
}

static void
add_year (GpCliTable *table, GpYear year)
{
  char name[GP_YEAR_BYTES];
  gp_cli_table_add (table, gp_year_format (year, name));
}

static void
add_project (GpCliTable *table, const GpProject *project, guint32 p)
{
  const GpFinanceProject *row = &project->projects[p];
  g_autofree char *text =
      g_strdup_printf ("%s %s", row->code, gp_finance_project_name (row, gp_language_current ()));
  gp_cli_table_add (table, text);
}

/* ---- a kind of figure ---------------------------------------------------------------------------
 */

/* The years that have any of it: an array of GpYear. */
static GArray *
years_of (const GpCliFinance *shown, GpFinanceKind kind)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (GpYear));
  for (int y = gp_finance_first_year (shown->finance); y <= gp_finance_last_year (shown->finance);
       y++) {
    GpYear year = (GpYear)y;
    if (gp_cli_finance_has (shown, kind, year))
      g_array_append_val (years, year);
  }
  return years;
}

static void
add_totals (GpCliTable *table, const GpCliFinance *shown, GpFinanceKind kind, const GArray *years)
{
  gp_cli_table_add (table, _ ("total"));
  for (guint y = 0; y < years->len; y++) {
    GpFinanceTotal total =
        gp_finance_total (shown->finance, kind, g_array_index (years, GpYear, y));
    add_amount (table, total.cents, TRUE, total.rough);
  }
}

/* What the reports say the total is, and by how much that differs. */
static void
add_stated (GpCliTable *table, const GpCliFinance *shown, const GArray *years)
{
  for (guint row = 0; row < 2; row++) {
    gp_cli_table_add (table, row == 0 ? _ ("total as stated") : _ ("rounding difference"));
    for (guint y = 0; y < years->len; y++) {
      GpFinanceTotal total =
          gp_finance_total (shown->finance, GP_FINANCE_ACTUAL, g_array_index (years, GpYear, y));
      add_amount (table, row == 0 ? total.stated : total.rounding, total.has_stated, FALSE);
    }
  }
}

static gboolean
any_stated (const GpCliFinance *shown, const GArray *years)
{
  for (guint y = 0; y < years->len; y++)
    if (gp_finance_total (shown->finance, GP_FINANCE_ACTUAL, g_array_index (years, GpYear, y))
            .has_stated)
      return TRUE;
  return FALSE;
}

static void
print_kind (const GpCliFinance *shown, GpFinanceKind kind)
{
  g_autoptr (GArray) years = years_of (shown, kind);
  if (years->len == 0)
    return;
  GpCliTable *table = gp_cli_table_new (years->len + 1);
  gp_cli_print ("\n");
  gp_cli_table_add (table, _ (gp_finance_kind_label (kind)));
  for (guint y = 0; y < years->len; y++)
    add_year (table, g_array_index (years, GpYear, y));
  for (guint32 p = 0; p < shown->project->n_projects; p++) {
    add_project (table, shown->project, p);
    for (guint y = 0; y < years->len; y++)
      add_money (table, gp_finance_get (shown->finance, kind, p, g_array_index (years, GpYear, y)));
  }
  add_totals (table, shown, kind, years);
  if (kind == GP_FINANCE_ACTUAL && any_stated (shown, years))
    add_stated (table, shown, years);
  gp_cli_table_print (table);
}

/* ---- differences --------------------------------------------------------------------------------
 */

static void
add_difference (GpCliTable *table, const GpFinanceDifference *row)
{
  add_money (table, row->from);
  add_money (table, row->to);
  add_amount (table, row->difference, row->known, FALSE);
  /* from the amounts themselves: hundredths of a percent would be rounded twice */
  double share = row->has_percent ? (double)row->difference / (double)ABS (row->from.cents) : 0;
  g_autofree char *percent =
      row->has_percent ? gp_format_difference (100 * share, 1, gp_language_current ()) : NULL;
  g_autofree char *text = percent ? g_strconcat (percent, "%", NULL) : g_strdup ("-");
  gp_cli_table_add (table, text);
}

static char *
column_name (const GpCliFinance *shown, const GpFinanceColumn *column)
{
  const char *scenario = shown->project->scenarios[gp_finance_scenario (column->finance)].code;
  char year[GP_YEAR_BYTES];
  const char *kind = _ (gp_finance_kind_label (column->kind));
  gp_year_format (column->year, year);
  if (column->kind == GP_FINANCE_FORECAST)
    return g_strdup_printf ("%s %s %s", kind, scenario, year);
  return g_strdup_printf ("%s %s", kind, year);
}

static void
print_pair (const GpCliFinance *shown, const GpCliPair *pair)
{
  g_autofree char *from = column_name (shown, &pair->from);
  g_autofree char *to = column_name (shown, &pair->to);
  const char *const heads[] = {_ ("Difference"), from, to, _ ("difference"), "%"};
  GpCliTable *table = gp_cli_table_new (G_N_ELEMENTS (heads));
  gp_cli_print ("\n");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    gp_cli_table_add (table, heads[i]);
  for (guint32 p = 0; p <= shown->project->n_projects; p++) {
    gboolean is_total = p == shown->project->n_projects;
    GpFinanceDifference row = gp_finance_compare (&pair->from, &pair->to, is_total ? GP_NONE : p);
    if (is_total)
      gp_cli_table_add (table, _ ("total"));
    else
      add_project (table, shown->project, p);
    add_difference (table, &row);
  }
  gp_cli_table_print (table);
}

/* Of each kind of comparison the last one, and of scenarios that of the goal year: what is asked
 * most. JSON and CSV have them all. */
static void
print_differences (const GpCliFinance *shown)
{
  g_autoptr (GArray) pairs = gp_cli_finance_pairs (shown);
  for (GpCliComparison what = GP_CLI_YEARS; what <= GP_CLI_SCENARIOS; what++) {
    const GpCliPair *chosen = NULL;
    for (guint i = 0; i < pairs->len; i++) {
      const GpCliPair *pair = &g_array_index (pairs, GpCliPair, i);
      if (pair->what == what &&
          (what != GP_CLI_SCENARIOS || pair->to.year <= shown->project->goal_year))
        chosen = pair;
    }
    if (chosen)
      print_pair (shown, chosen);
  }
}

/* ---- funding ------------------------------------------------------------------------------------
 */

typedef struct {
  const GpCliFinance *shown;
  GpCliTable *table;
  GPtrArray *years; /* of GpFunding */
} Funding;

static void
add_figure (const Funding *f, const char *label, GpFundingFigure figure, guint32 index)
{
  gp_cli_table_add (f->table, label);
  for (guint y = 0; y < f->years->len; y++)
    add_money (f->table, gp_funding_get (g_ptr_array_index (f->years, y), figure, index));
}

static void
add_part (const Funding *f, const char *label, GpFundingFigure figure, guint32 index)
{
  g_autofree char *text = g_strconcat ("  ", label, NULL);
  add_figure (f, text, figure, index);
}

/* A figure, and below it what it is the sum of. */
static void
add_with_projects (const Funding *f, GpFundingFigure figure)
{
  const GpProject *project = f->shown->project;
  add_figure (f, _ (gp_funding_label (figure)), figure, GP_NONE);
  for (guint32 p = 0; p < project->n_projects; p++) {
    g_autofree char *label =
        g_strdup_printf ("%s %s", project->projects[p].code,
                         gp_finance_project_name (&project->projects[p], gp_language_current ()));
    add_part (f, label, figure, p);
  }
}

static void
add_delivery (const Funding *f)
{
  const GpProject *project = f->shown->project;
  add_figure (f, _ (gp_funding_label (GP_FUNDING_DELIVERY)), GP_FUNDING_DELIVERY, GP_NONE);
  for (guint i = 0; i < GP_N_DELIVERY; i++)
    add_part (f, _ (gp_delivery_label (i)), GP_FUNDING_DELIVERY, i);
  add_figure (f, _ (gp_funding_label (GP_FUNDING_BOARDS)), GP_FUNDING_BOARDS, GP_NONE);
  add_figure (f, _ (gp_funding_label (GP_FUNDING_FEES)), GP_FUNDING_FEES, GP_NONE);
  for (guint32 s = 0; s < project->n_sectors; s++)
    add_part (f, *project->sectors[s].name ? project->sectors[s].name : project->sectors[s].code,
              GP_FUNDING_FEES, s);
  for (GpFundingFigure figure = GP_FUNDING_GOVERNMENT; figure <= GP_FUNDING_SHORTFALL; figure++)
    add_figure (f, _ (gp_funding_label (figure)), figure, GP_NONE);
}

static void
print_funding (const GpCliFinance *shown)
{
  const GpProject *project = shown->project;
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_funding_free);
  guint n_years = (guint)(project->last_year - project->plan_from + 1);
  Funding f = {shown, gp_cli_table_new (n_years + 1), years};
  gp_cli_print ("\n");
  gp_cli_table_add (f.table, _ ("Funding"));
  for (GpYear year = project->plan_from; year <= project->last_year; year++) {
    add_year (f.table, year);
    g_ptr_array_add (years, gp_finance_funding (shown->finance, year));
  }
  add_delivery (&f);
  for (GpFundingFigure figure = GP_FUNDING_COST; figure < GP_N_FUNDING; figure++)
    add_with_projects (&f, figure);
  gp_cli_table_print (f.table);
}

void
gp_cli_finance_print (const GpCliFinance *shown)
{
  const GpScenario *scenario = &shown->project->scenarios[gp_finance_scenario (shown->finance)];
  gp_cli_print (_ ("Scenario %s, amounts in euro\n"), scenario->code);
  for (GpFinanceKind kind = 0; kind < GP_N_FINANCE_KINDS; kind++)
    print_kind (shown, kind);
  print_differences (shown);
  print_funding (shown);
  gp_cli_print ("\n%s\n", _ (gp_cost_difference ()));
  const char *const *notes = gp_finance_notes (shown->finance);
  if (*notes)
    gp_cli_print ("\n");
  for (; *notes; notes++)
    gp_cli_print ("%s\n", *notes);
}
