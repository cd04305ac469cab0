/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The published plan as figures of the planning model: what was agreed, cell by cell and board by
 * board, and how much of it nobody can keep because it is not there any more. */
#include "gp-planner-data.h"

#include <string.h>

/* A stored plan may come from anybody: more than this is nobody's plan. */
#define MOST 1e9

static guint
find_cell (const GpPlanData *data, const GpPlanRow *row, guint32 b)
{
  const GpProject *project = data->project;
  const GpBoardData *board = &data->boards[b];
  guint32 sector = gp_project_find (project, GP_TABLE_SECTORS, row->sector);
  guint32 region = gp_project_find (project, GP_TABLE_REGIONS, row->region);
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    if (data->cells[c].sector == sector && data->cells[c].region == region &&
        data->cells[c].need == row->need)
      return c;
  return GP_NONE;
}

/* Where a row's amount goes; NULL when there is no such decision any more. */
static double *
find_start (GpPublishedData *p, const GpPlanData *data, const GpPlanRow *row, guint32 b, guint year)
{
  guint c = b == GP_NONE ? GP_NONE : find_cell (data, row, b);
  if (c == GP_NONE || row->programme < 0 || row->programme >= GP_N_PROGRAMMES ||
      (row->programme == GP_PROGRAMME_GROEIKRACHT &&
       !data->project->sectors[data->cells[c].sector].groeikracht))
    return NULL;
  return &p->starts[(c * GP_N_PROGRAMMES + (guint)row->programme) * data->n_years + year];
}

static double *
find_place (GpPublishedData *p, const GpPlanData *data, const GpPlanRow *row)
{
  guint32 b = gp_project_find (data->project, GP_TABLE_BOARDS, row->board);
  guint year = (guint)(row->year - data->project->plan_from);
  if (row->kind == GP_ROW_START)
    return find_start (p, data, row, b, year);
  if (b == GP_NONE || !data->boards[b].can_partner)
    return NULL;
  return &(row->kind == GP_ROW_PARTNER ? p->partner : p->training)[b * data->n_years + year];
}

/* Rows of years that are history by now, or beyond the plan, have nothing to say. */
static void
read_rows (GpPublishedData *p, const GpPlanData *data, const GpPlan *published, GpPlanRowKind kind)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (published, GP_PART_WHOLE, kind, &n);
  for (guint i = 0; i < n; i++) {
    double amount = CLAMP ((double)rows[i].hundredths / 100, 0, MOST);
    if (rows[i].year < data->project->plan_from || rows[i].year > data->project->last_year)
      continue;
    double *place = find_place (p, data, &rows[i]);
    if (kind == GP_ROW_START)
      p->n_starts += amount;
    if (place != NULL)
      *place += amount;
    else
      p->lost += amount;
  }
}

static void
read_hires (GpPublishedData *p, const GpPlanData *data, const GpPlan *published)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (published, GP_PART_WHOLE, GP_ROW_HIRE, &n);
  for (guint i = 0; i < n; i++) {
    guint32 region = gp_project_find (data->project, GP_TABLE_REGIONS, rows[i].region);
    if (region != GP_NONE && rows[i].year >= data->project->plan_from &&
        rows[i].year <= data->project->last_year)
      p->hire[region * data->n_years + (guint)(rows[i].year - data->project->plan_from)] +=
          CLAMP ((double)rows[i].hundredths / 100, 0, MOST);
  }
}

GpPublishedData *
gp_published_data_new (const GpPlanData *data, const GpPlan *published)
{
  GpPublishedData *p = g_new0 (GpPublishedData, 1);
  gsize boards = (gsize)data->n_boards * data->n_years;
  p->starts = g_new0 (double, (gsize)data->n_cells *GP_N_PROGRAMMES * data->n_years + 1);
  p->partner = g_new0 (double, boards + 1);
  p->training = g_new0 (double, boards + 1);
  p->hire = g_new0 (double, (gsize)data->n_regions * data->n_years + 1);
  p->keep = -1;
  read_rows (p, data, published, GP_ROW_START);
  read_rows (p, data, published, GP_ROW_PARTNER);
  read_rows (p, data, published, GP_ROW_TRAINING);
  read_hires (p, data, published);
  return p;
}

void
gp_published_data_free (GpPublishedData *published)
{
  if (published == NULL)
    return;
  g_free (published->starts);
  g_free (published->partner);
  g_free (published->training);
  g_free (published->hire);
  g_free (published);
}

static gboolean
asks_for_change (const GpPriorityId *order, guint n)
{
  for (guint i = 0; i < n; i++)
    if (order[i] == GP_PRIORITY_CHANGE)
      return TRUE;
  return FALSE;
}

void
gp_plan_data_keep_to (GpPlanData *data, const GpPlan *published)
{
  GpPriorityId order[GP_N_PRIORITIES];
  guint n = gp_project_priorities (data->project, data->scenario, order);
  if (published == NULL || !published->has_whole || !asks_for_change (order, n))
    return;
  g_clear_pointer (&data->published, gp_published_data_free);
  data->published = gp_published_data_new (data, published);
  memcpy (data->priorities, order, sizeof order);
  data->n_priorities = n;
}

void
gp_plan_data_keep_share (GpPlanData *data, const GpPlan *published, double share)
{
  g_clear_pointer (&data->published, gp_published_data_free);
  data->published = gp_published_data_new (data, published);
  data->published->keep = share * data->published->n_starts;
}

double
gp_plan_data_published_starts (const GpPlanData *data, guint cell)
{
  double sum = 0;
  if (data->published == NULL)
    return 0;
  for (guint i = 0; i < GP_N_PROGRAMMES * data->n_years; i++)
    sum += data->published->starts[cell * GP_N_PROGRAMMES * data->n_years + i];
  return sum;
}
