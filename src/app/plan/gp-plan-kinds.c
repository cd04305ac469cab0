/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of rows of the Plan page with their columns. Two of them have a column for each year of
 * the project. */
#include "gp-rows-plan.h"

#include "gp-plan-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_ahead (const GpProject *project, int year)
{
  return project->has_goal_year && year > project->goal_year;
}

/* The first columns, one for each year, and the last. */
static const GpTableColumn *
with_years (const GpProject *project, const GpTableColumn *first, guint n_first, int chars,
            const char *tip, const GpTableColumn *last)
{
  guint n_years = (guint)(project->last_year - project->plan_from + 1);
  GpTableColumn *columns = g_new0 (GpTableColumn, n_first + n_years + 1);

  memcpy (columns, first, n_first * sizeof *first);
  for (guint y = 0; y < n_years; y++) {
    int year = project->plan_from + (int)y;

    columns[n_first + y] =
        (GpTableColumn){.title = g_strdup_printf ("%d-%02d", year, (year + 1) % 100),
                        .numeric = TRUE,
                        .chars = chars,
                        .tip = is_ahead (project, year) ? GP_PLAN_TERM_LOOK_AHEAD : tip,
                        .light = is_ahead (project, year)};
  }
  columns[n_first + n_years] = *last;
  return columns;
}

GpTableKind *
gp_plan_kinds_new (const GpProject *project)
{
  static const GpTableColumn boards[GP_PLAN_BOARD_COLUMNS] = {
      {"", FALSE, FALSE, GP_TABLE_ICON},
      {N_ ("Board"), FALSE, TRUE, 24},
      {N_ ("Home region"), FALSE, FALSE, 9, TRUE},
      {N_ ("Partner from"), FALSE, FALSE, 9, TRUE},
  };
  static const GpTableColumn asked[GP_PLAN_ASKED_COLUMNS] = {
      {N_ ("Board"), FALSE, TRUE, 24},
      {N_ ("Home region"), FALSE, FALSE, 9, TRUE},
  };
  static const GpTableColumn schools = {N_ ("Schools"), TRUE, FALSE, 5};
  static const GpTableColumn days = {N_ ("Coach-days"), TRUE, FALSE, 8};
  guint n_years = (guint)(project->last_year - project->plan_from + 1);
  GpTableKind *kinds = g_memdup2 (gp_plan_list_kinds, sizeof gp_plan_list_kinds);

  kinds[GP_VIEW_BOARDS] = (GpTableKind){
      N_ ("Boards by year"),
      with_years (project, boards, GP_PLAN_BOARD_COLUMNS, 8, GP_PLAN_TERM_YEAR, &schools),
      GP_PLAN_BOARD_COLUMNS + n_years + 1,
      (int)(GP_PLAN_BOARD_COLUMNS + n_years),
      N_ ("schools"),
      NULL};
  kinds[GP_VIEW_ASKED] = (GpTableKind){
      N_ ("Coach-days asked"),
      with_years (project, asked, GP_PLAN_ASKED_COLUMNS, 7, GP_PLAN_TERM_ASKED, &days),
      GP_PLAN_ASKED_COLUMNS + n_years + 1,
      (int)(GP_PLAN_ASKED_COLUMNS + n_years),
      N_ ("coach-days"),
      NULL};
  for (guint i = 0; i < GP_N_VIEWS; i++)
    kinds[i].term = gp_plan_term;
  return kinds;
}

static void
free_years (const GpTableKind *kind, guint n_first)
{
  for (guint i = n_first; i + 1 < kind->n_columns; i++)
    g_free ((char *)kind->columns[i].title);
  g_free ((gpointer)kind->columns);
}

void
gp_plan_kinds_free (GpTableKind *kinds)
{
  free_years (&kinds[GP_VIEW_BOARDS], GP_PLAN_BOARD_COLUMNS);
  free_years (&kinds[GP_VIEW_ASKED], GP_PLAN_ASKED_COLUMNS);
  g_free (kinds);
}
