/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables that are typed in: rates of projects by driver, and what funds pledged by year. */
#include "gp-finance-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- rates
 * --------------------------------------------------------------------------------------- */

/* The part of the first forecast year that has this driver; GP_N_DRIVERS when there is none. */
static guint
find_part (const GpFinance *finance, guint32 project, GpDriverKind driver,
           GpForecastPart parts[static GP_N_DRIVERS], GpYear *year)
{
  GpYear base = gp_finance_last_actual (finance, project);
  guint n;

  *year = base != GP_YEAR_NONE ? base : gp_finance_project (finance)->plan_from;
  n = gp_finance_forecast (finance, project, *year, parts);
  for (guint i = 0; i < n; i++) {
    if (parts[i].driver == driver)
      return i;
  }
  return GP_N_DRIVERS;
}

static GpSource *
rate_source (const GpFinanceView *view, guint line, guint column)
{
  guint32 project = g_array_index (view->lines, GpFinanceLine, line).index;
  GpForecastPart parts[GP_N_DRIVERS];
  GpYear year;
  guint part = find_part (view->finance, project, (GpDriverKind)column, parts, &year);

  if (part == GP_N_DRIVERS)
    return gp_source_new (GP_SOURCE_UNKNOWN, _ (gp_driver_label ((GpDriverKind)column)), NULL,
                          _ ("This driver does not count for the project"), NULL);
  return gp_finance_source (view->finance, GP_FINANCE_FORECAST, project, year);
}

static guint32
find_driver (const GpProject *project, guint32 scenario, guint32 finance_project,
             GpDriverKind driver)
{
  for (guint32 i = 0; i < project->n_drivers; i++) {
    const GpDriver *row = &project->drivers[i];

    if (row->scenario == scenario && row->project == finance_project && row->driver == driver)
      return i;
  }
  return GP_NONE;
}

/* The scenario's own row; one that it inherits stays its parent's. */
static char **
rate_row (const GpFinanceView *view, guint line, guint column, gboolean *exists)
{
  const GpProject *project = gp_finance_project (view->finance);
  guint32 scenario = gp_finance_scenario (view->finance);
  guint32 p = g_array_index (view->lines, GpFinanceLine, line).index;
  guint32 own = find_driver (project, scenario, p, (GpDriverKind)column);
  g_autofree char *amount =
      own != GP_NONE ? gp_money_text (project->drivers[own].rate) : g_strdup ("");
  const char *const cells[] = {project->scenarios[scenario].code,
                               project->projects[p].code,
                               gp_driver_name ((GpDriverKind)column),
                               amount,
                               own != GP_NONE ? project->drivers[own].source : "",
                               NULL};

  *exists = own != GP_NONE;
  return g_strdupv ((char **)cells);
}

static const GpFinanceViewClass rates = {rate_source, rate_row, GP_TABLE_DRIVERS, "rate_eur"};

GpFinanceView *
gp_finance_view_rates (GpFinance *finance)
{
  GpFinanceView *view = gp_finance_view_new (&rates, finance);

  for (guint d = 0; d < GP_N_DRIVERS; d++)
    gp_finance_view_add_head (view, _ (gp_driver_label ((GpDriverKind)d)));
  for (guint32 p = 0; p < gp_finance_project (finance)->n_projects; p++) {
    g_autofree char *label = gp_finance_view_project (finance, p);

    gp_finance_view_add_line (view, label, GP_LINE_PLAIN, 0, p);
    for (guint d = 0; d < GP_N_DRIVERS; d++) {
      GpForecastPart parts[GP_N_DRIVERS];
      GpYear year;
      guint i = find_part (finance, p, (GpDriverKind)d, parts, &year);
      GpMoneyState state = i == GP_N_DRIVERS     ? GP_MONEY_MISSING
                           : parts[i].calibrated ? GP_MONEY_COMPUTED
                                                 : GP_MONEY_GIVEN;

      gp_finance_view_add_cell (view, state, i < GP_N_DRIVERS ? parts[i].rate : 0, TRUE, NULL);
      g_array_index (view->cells, GpFinanceCell, view->cells->len - 1).editable = TRUE;
    }
  }
  return view;
}

/* ---- pledges
 * ------------------------------------------------------------------------------------- */

static char *
pledge_key (const GpPledge *row, GpYear year)
{
  return g_strdup_printf ("%u %d %s", row->project, year, row->fund);
}

/* The row of a line's fund and project in a column's year; the line's index is the first of them.
 */
static guint32
find_pledge (const GpFinanceView *view, guint line, guint column)
{
  const GpPledge *like = &gp_finance_project (view->finance)
                              ->pledges[g_array_index (view->lines, GpFinanceLine, line).index];
  g_autofree char *key = pledge_key (like, g_array_index (view->years, GpYear, column));
  gpointer found = g_hash_table_lookup (view->rows, key);

  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : GP_NONE;
}

static GpSource *
pledge_source (const GpFinanceView *view, guint line, guint column)
{
  const GpProject *project = gp_finance_project (view->finance);
  const GpFinanceLine *at = &g_array_index (view->lines, GpFinanceLine, line);
  guint32 row;

  if (at->style == GP_LINE_TOTAL)
    return gp_source_new (GP_SOURCE_COMPUTED, at->label, NULL, _ ("The sum of the pledges"), NULL);
  row = find_pledge (view, line, column);
  if (row == GP_NONE)
    return gp_source_new (GP_SOURCE_UNKNOWN, at->label, NULL,
                          _ ("Nothing was pledged for this year"), NULL);
  g_autofree char *value =
      gp_format_money (project->pledges[row].amount, TRUE, gp_numbers_current ());
  return gp_source_from_row (project, GP_TABLE_PLEDGES, row, project->pledges[row].source,
                             project->pledges[row].note, at->label, value);
}

static char **
pledge_row (const GpFinanceView *view, guint line, guint column, gboolean *exists)
{
  const GpProject *project = gp_finance_project (view->finance);
  const GpFinanceLine *at = &g_array_index (view->lines, GpFinanceLine, line);
  GpYear year = g_array_index (view->years, GpYear, column);
  guint32 row;
  char name[GP_YEAR_BYTES];

  if (at->style == GP_LINE_TOTAL)
    return NULL;
  row = find_pledge (view, line, column);
  *exists = row != GP_NONE;
  g_autofree char *amount = *exists ? gp_money_text (project->pledges[row].amount) : g_strdup ("");
  const char *const cells[] = {project->pledges[at->index].fund,
                               project->projects[project->pledges[at->index].project].code,
                               gp_year_format (year, name),
                               amount,
                               *exists ? project->pledges[row].source : "",
                               *exists ? project->pledges[row].note : "",
                               NULL};
  return g_strdupv ((char **)cells);
}

static const GpFinanceViewClass pledges = {pledge_source, pledge_row, GP_TABLE_PLEDGES,
                                           "amount_eur"};

static void
add_pledge_cells (GpFinanceView *view, guint line)
{
  const GpProject *project = gp_finance_project (view->finance);

  for (guint c = 0; c < view->years->len; c++) {
    guint32 row = find_pledge (view, line, c);

    gp_finance_view_add_cell (view, row != GP_NONE ? GP_MONEY_GIVEN : GP_MONEY_MISSING,
                              row != GP_NONE ? project->pledges[row].amount : 0, TRUE, NULL);
    g_array_index (view->cells, GpFinanceCell, view->cells->len - 1).editable = TRUE;
  }
}

static void
add_pledge_total (GpFinanceView *view)
{
  const GpProject *project = gp_finance_project (view->finance);
  GpYear first = g_array_index (view->years, GpYear, 0);
  g_autofree gint64 *sums = g_new0 (gint64, view->years->len);

  for (guint32 i = 0; i < project->n_pledges; i++)
    sums[project->pledges[i].year - first] += project->pledges[i].amount;
  gp_finance_view_add_line (view, _ ("Total"), GP_LINE_TOTAL, 0, GP_NONE);
  for (guint c = 0; c < view->years->len; c++)
    gp_finance_view_add_cell (view, GP_MONEY_COMPUTED, sums[c], TRUE, NULL);
}

static void
add_pledge_years (GpFinanceView *view)
{
  const GpProject *project = gp_finance_project (view->finance);
  GpYear first = project->plan_from, last = project->last_year;

  for (guint32 i = 0; i < project->n_pledges; i++) {
    first = MIN (first, project->pledges[i].year);
    last = MAX (last, project->pledges[i].year);
  }
  for (int year = first; year <= last; year++)
    gp_finance_view_add_year (view, (GpYear)year);
}

GpFinanceView *
gp_finance_view_pledges (GpFinance *finance)
{
  const GpProject *project = gp_finance_project (finance);
  GpFinanceView *view = gp_finance_view_new (&pledges, finance);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  add_pledge_years (view);
  view->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint32 i = 0; i < project->n_pledges; i++)
    g_hash_table_insert (view->rows, pledge_key (&project->pledges[i], project->pledges[i].year),
                         GUINT_TO_POINTER (i + 1));
  for (guint32 i = 0; i < project->n_pledges; i++) {
    const GpPledge *row = &project->pledges[i];
    g_autofree char *label =
        g_strdup_printf ("%s · %s", row->fund, project->projects[row->project].code);

    if (!g_hash_table_add (seen, pledge_key (row, GP_YEAR_NONE)))
      continue;
    gp_finance_view_add_line (view, label, GP_LINE_PLAIN, 0, i);
    add_pledge_cells (view, view->lines->len - 1);
  }
  if (view->lines->len > 0)
    add_pledge_total (view);
  return view;
}
