/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of projects: a column a year, in whole euros that add up, with the difference to what
 * they are compared with. */
#include "gp-finance-view.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

enum { LINE_PROJECT, LINE_TOTAL, LINE_STATED, LINE_ROUNDING };

static GpFinanceKind
kind_of (const GpFinanceView *view, const GpFinance *finance, guint32 project, GpYear year)
{
  if (view->choice.kind != GP_FINANCE_MIXED)
    return (GpFinanceKind)view->choice.kind;
  return gp_finance_get (finance, GP_FINANCE_ACTUAL, project, year).state != GP_MONEY_MISSING
             ? GP_FINANCE_ACTUAL
             : GP_FINANCE_FORECAST;
}

static GpYear
year_of (const GpFinanceView *view, guint column)
{
  return g_array_index (view->years, GpYear, column);
}

/* ---- where from, and what it changes
 * ------------------------------------------------------------- */

/* The kind of a total: that of its projects, when they are all of one. */
static GpFinanceKind
kind_of_total (const GpFinanceView *view, GpYear year)
{
  guint32 n = gp_finance_project (view->finance)->n_projects;

  for (guint32 p = 0; p < n; p++) {
    if (kind_of (view, view->finance, p, year) != GP_FINANCE_ACTUAL)
      return kind_of (view, view->finance, p, year);
  }
  return GP_FINANCE_ACTUAL;
}

static GpSource *
source_of (const GpFinanceView *view, guint line, guint column)
{
  const GpFinanceLine *at = &g_array_index (view->lines, GpFinanceLine, line);
  GpYear year = year_of (view, column);

  if (at->figure == LINE_PROJECT)
    return gp_finance_source (view->finance, kind_of (view, view->finance, at->index, year),
                              at->index, year);
  return gp_finance_source (view->finance, kind_of_total (view, year), GP_NONE, year);
}

static char **
row_of (const GpFinanceView *view, guint line, guint column, gboolean *exists)
{
  const GpProject *project = gp_finance_project (view->finance);
  const GpFinanceLine *at = &g_array_index (view->lines, GpFinanceLine, line);
  GpYear year = year_of (view, column);
  GpFinanceKind kind;
  char name[GP_YEAR_BYTES];
  GpMoney money;
  char **cells;

  if (at->figure != LINE_PROJECT)
    return NULL;
  kind = kind_of (view, view->finance, at->index, year);
  if (kind == GP_FINANCE_FORECAST)
    return NULL;
  money = gp_finance_get (view->finance, kind, at->index, year);
  *exists = money.state == GP_MONEY_GIVEN;
  cells = g_new0 (char *, gp_table (GP_TABLE_BUDGETS)->n_columns + 1);
  for (guint c = 0; c < gp_table (GP_TABLE_BUDGETS)->n_columns; c++)
    cells[c] = *exists ? gp_project_cell (project, GP_TABLE_BUDGETS, money.row, c) : g_strdup ("");
  if (*exists)
    return cells;
  g_free (cells[0]), g_free (cells[1]), g_free (cells[2]);
  cells[0] = g_strdup (project->projects[at->index].code);
  cells[1] = g_strdup (gp_year_format (year, name));
  cells[2] = g_strdup (gp_finance_kind_name (kind));
  return cells;
}

static const GpFinanceViewClass klass = {source_of, row_of, GP_TABLE_BUDGETS, "amount_eur"};

/* ---- differences
 * --------------------------------------------------------------------------------- */

/* What a project's figure in a column is compared with; FALSE when with nothing. */
static gboolean
find_from (const GpFinanceView *view, guint32 project, GpYear year, GpFinanceColumn *from)
{
  *from = (GpFinanceColumn){view->finance, kind_of (view, view->finance, project, year), year};
  switch (view->choice.against) {
  case GP_AGAINST_YEAR_BEFORE:
    if (year <= GP_YEAR_MIN)
      return FALSE;
    from->year = (GpYear)(year - 1);
    from->kind = kind_of (view, view->finance, project, from->year);
    return TRUE;
  case GP_AGAINST_BUDGET:
    from->kind = GP_FINANCE_BUDGET;
    return view->choice.kind != GP_FINANCE_BUDGET;
  case GP_AGAINST_SCENARIO:
    if (view->other == NULL)
      return FALSE;
    from->finance = view->other;
    from->kind = kind_of (view, view->other, project, year);
    return TRUE;
  case GP_AGAINST_NOTHING:
  default:
    return FALSE;
  }
}

static char *
change_text (gint64 cents, gint64 from)
{
  GpLanguage language = gp_numbers_current ();
  g_autofree char *amount = gp_format_difference ((double)cents / 100, 0, language);
  g_autofree char *percent = NULL;

  if (from == 0)
    return g_steal_pointer (&amount);
  percent = gp_format_difference ((double)cents * 100 / (double)ABS (from), 1, language);
  return g_strdup_printf ("%s (%s%%)", amount, percent);
}

/* ---- columns
 * ------------------------------------------------------------------------------------- */

/* A column worked out: amounts in whole euros, and differences, of all projects and of the total
 * last. */
typedef struct {
  GpMoney *money;
  gint64 *rounded, *difference, *from;
  gboolean *known; /* the difference is */
  gint64 total;
  gboolean any, rough, any_known;
} Column;

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->money);
  g_free (column->rounded);
  g_free (column->difference);
  g_free (column->from);
  g_free (column->known);
}

static void
find_differences (const GpFinanceView *view, GpYear year, guint32 n, Column *column)
{
  for (guint32 p = 0; p < n; p++) {
    GpFinanceColumn from, to = {view->finance, kind_of (view, view->finance, p, year), year};
    GpFinanceDifference row;

    if (!find_from (view, p, year, &from))
      continue;
    row = gp_finance_compare (&from, &to, p);
    if (!row.known)
      continue;
    column->known[p] = column->any_known = TRUE;
    column->difference[p] = row.difference;
    column->from[p] = row.from.cents;
    column->from[n] += row.from.cents;
  }
  column->difference[n] = gp_finance_round (column->difference, n, 100, column->difference);
}

static Column
make_column (const GpFinanceView *view, GpYear year)
{
  guint32 n = gp_finance_project (view->finance)->n_projects;
  Column column = {g_new0 (GpMoney, n + 1),
                   g_new0 (gint64, n + 1),
                   g_new0 (gint64, n + 1),
                   g_new0 (gint64, n + 1),
                   g_new0 (gboolean, n + 1),
                   0,
                   FALSE,
                   FALSE,
                   FALSE};

  for (guint32 p = 0; p < n; p++) {
    column.money[p] =
        gp_finance_get (view->finance, kind_of (view, view->finance, p, year), p, year);
    column.rounded[p] = column.money[p].cents;
    column.any |= column.money[p].state != GP_MONEY_MISSING;
    column.rough |= column.money[p].state == GP_MONEY_ROUGH;
  }
  column.total = gp_finance_round (column.rounded, n, 100, column.rounded);
  find_differences (view, year, n, &column);
  return column;
}

/* ---- lines
 * --------------------------------------------------------------------------------------- */

static void
add_projects (GpFinanceView *view, GArray *columns)
{
  guint32 n = gp_finance_project (view->finance)->n_projects;

  for (guint32 p = 0; p < n; p++) {
    g_autofree char *label = gp_finance_view_project (view->finance, p);

    gp_finance_view_add_line (view, label, GP_LINE_PLAIN, LINE_PROJECT, p);
    for (guint c = 0; c < columns->len; c++) {
      const Column *column = &g_array_index (columns, Column, c);
      GpFinanceKind kind = kind_of (view, view->finance, p, year_of (view, c));

      gp_finance_view_add_cell (
          view, column->money[p].state, column->rounded[p], FALSE,
          column->known[p] ? change_text (column->difference[p], column->from[p]) : NULL);
      g_array_index (view->cells, GpFinanceCell, view->cells->len - 1).editable =
          kind != GP_FINANCE_FORECAST;
    }
  }
}

static void
add_total (GpFinanceView *view, GArray *columns)
{
  guint32 n = gp_finance_project (view->finance)->n_projects;

  gp_finance_view_add_line (view, _ ("Total"), GP_LINE_TOTAL, LINE_TOTAL, GP_NONE);
  for (guint c = 0; c < columns->len; c++) {
    const Column *column = &g_array_index (columns, Column, c);
    GpMoneyState state = !column->any    ? GP_MONEY_MISSING
                         : column->rough ? GP_MONEY_ROUGH
                                         : GP_MONEY_COMPUTED;

    gp_finance_view_add_cell (
        view, state, column->total, FALSE,
        column->any_known ? change_text (column->difference[n], column->from[n]) : NULL);
  }
}

static GpFinanceTotal
total_of (const GpFinanceView *view, GpYear year)
{
  GpFinanceTotal none = {.stated_fact = GP_NONE};

  return kind_of_total (view, year) == GP_FINANCE_ACTUAL
             ? gp_finance_total (view->finance, GP_FINANCE_ACTUAL, year)
             : none;
}

/* What the reports state, and by how much that differs: never swallowed. */
static void
add_stated (GpFinanceView *view)
{
  gboolean any = FALSE;

  for (guint c = 0; c < view->years->len; c++)
    any |= total_of (view, year_of (view, c)).has_stated;
  for (guint row = LINE_STATED; any && row <= LINE_ROUNDING; row++) {
    gp_finance_view_add_line (
        view, row == LINE_STATED ? _ ("Total as stated") : _ ("Rounding difference"),
        GP_LINE_REMARK, row, GP_NONE);
    for (guint c = 0; c < view->years->len; c++) {
      GpFinanceTotal total = total_of (view, year_of (view, c));

      gp_finance_view_add_cell (view, total.has_stated ? GP_MONEY_GIVEN : GP_MONEY_MISSING,
                                row == LINE_STATED ? total.stated : total.rounding,
                                total.stated % 100 != 0 || total.rounding % 100 != 0, NULL);
      if (!total.has_stated) /* nothing is missing: no report states a forecast */
        g_array_index (view->cells, GpFinanceCell, view->cells->len - 1).text[0] = '\0';
    }
  }
}

/* Years without any figure say nothing, unless one can be typed in there. */
static GArray *
make_columns (GpFinanceView *view)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (Column));
  gboolean typed = view->choice.kind < GP_FINANCE_FORECAST;

  g_array_set_clear_func (columns, clear_column);
  for (int y = gp_finance_first_year (view->finance); y <= gp_finance_last_year (view->finance);
       y++) {
    Column column = make_column (view, (GpYear)y);

    if (column.any || typed) {
      gp_finance_view_add_year (view, (GpYear)y);
      g_array_append_val (columns, column);
    } else {
      clear_column (&column);
    }
  }
  return columns;
}

GpFinanceView *
gp_finance_view_projects (GpFinance *finance, GpFinance *other, GpFinanceChoice choice)
{
  GpFinanceView *view = gp_finance_view_new (&klass, finance);

  view->other = other != NULL ? gp_finance_ref (other) : NULL;
  view->choice = choice;
  g_autoptr (GArray) columns = make_columns (view);
  add_projects (view, columns);
  add_total (view, columns);
  add_stated (view);
  return view;
}
