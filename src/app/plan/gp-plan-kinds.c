/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of rows of the Plan page with their columns, of which the years' are the project's. */
#include "gp-rows-plan.h"

#include "gp-plan-terms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_ahead (const GpProject *project, int year)
{
  return project->has_goal_year && year > project->goal_year;
}

GpTableKind *
gp_plan_kinds_new (const GpProject *project)
{
  static const GpTableColumn first[GP_PLAN_BOARD_COLUMNS] = {
      {"", FALSE, FALSE, GP_TABLE_ICON},
      {N_ ("Board"), FALSE, TRUE, 24},
      {N_ ("Home region"), FALSE, FALSE, 9, TRUE},
      {N_ ("Partner from"), FALSE, FALSE, 9, TRUE},
  };
  guint n_years = (guint)(project->last_year - project->plan_from + 1);
  GpTableColumn *columns = g_new0 (GpTableColumn, GP_PLAN_BOARD_COLUMNS + n_years + 1);
  GpTableKind *kinds = g_memdup2 (gp_plan_list_kinds, sizeof gp_plan_list_kinds);

  memcpy (columns, first, sizeof first);
  for (guint y = 0; y < n_years; y++) {
    int year = project->plan_from + (int)y;

    columns[GP_PLAN_BOARD_COLUMNS + y] = (GpTableColumn){
        .title = g_strdup_printf ("%d-%02d", year, (year + 1) % 100),
        .numeric = TRUE,
        .chars = 8,
        .tip = is_ahead (project, year) ? GP_PLAN_TERM_LOOK_AHEAD : GP_PLAN_TERM_YEAR,
        .light = is_ahead (project, year)};
  }
  columns[GP_PLAN_BOARD_COLUMNS + n_years] = (GpTableColumn){N_ ("Schools"), TRUE, FALSE, 5};
  kinds[GP_VIEW_BOARDS] = (GpTableKind){N_ ("Boards by year"),
                                        columns,
                                        GP_PLAN_BOARD_COLUMNS + n_years + 1,
                                        (int)(GP_PLAN_BOARD_COLUMNS + n_years),
                                        N_ ("schools"),
                                        NULL};
  for (guint i = 0; i < GP_N_VIEWS; i++)
    kinds[i].term = gp_plan_term;
  return kinds;
}

void
gp_plan_kinds_free (GpTableKind *kinds)
{
  const GpTableKind *boards = &kinds[GP_VIEW_BOARDS];

  for (guint i = GP_PLAN_BOARD_COLUMNS; i + 1 < boards->n_columns; i++)
    g_free ((char *)boards->columns[i].title);
  g_free ((gpointer)boards->columns);
  g_free (kinds);
}
