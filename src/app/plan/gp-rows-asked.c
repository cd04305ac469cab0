/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of what the schools of each board ask, by year: all boards, of which the chart on
 * Capacity has the largest. */
#include "gp-capacity.h"
#include "gp-rows-plan.h"

static GpRow *
asked_row (const GpPlanView *view, guint32 board, const double *days, guint n_years)
{
  GpRow *row = gp_row_new (GP_PLAN_ASKED_COLUMNS + n_years + 1);
  const GpBoard *from = &view->project->boards[board];
  double sum = 0;

  gp_row_set_text (row, 0, *from->name != '\0' ? from->name : from->code);
  gp_row_set_text (row, 1, view->project->regions[from->home_region].name);
  for (guint y = 0; y < n_years; y++) {
    sum += days[y];
    if (days[y] > 0)
      gp_row_set_amount (row, GP_PLAN_ASKED_COLUMNS + y, view->plan, days[y], 0);
  }
  gp_row_set_amount (row, GP_PLAN_ASKED_COLUMNS + n_years, view->plan, sum, 0);
  return row;
}

void
gp_rows_add_asked (GPtrArray *rows, const GpPlanView *view)
{
  const GpProject *project = view->project;
  guint n_years = (guint)(project->last_year - project->plan_from + 1);
  guint32 region = gp_project_find (project, GP_TABLE_REGIONS, view->filter.region);
  g_autofree double *days = gp_capacity_board_days (project, view->scenario, view->plan);
  g_autoptr (GArray) boards = gp_capacity_boards_by_days (project, days, region);

  for (guint i = 0; i < boards->len; i++) {
    guint32 board = g_array_index (boards, guint32, i);

    g_ptr_array_add (rows, asked_row (view, board, &days[(gsize)board * n_years], n_years));
  }
}
