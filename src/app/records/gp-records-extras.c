/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-extras.h. Which place holds what is told in gp-records-kind.c. */
#include "gp-records-extras.h"

#include <math.h>

enum { SCHOOLS, TAKING_PART, STARTS, FIRST_START, PARTNER, COACHES };

static GpRecordExtras *
extras_new (guint n)
{
  GpRecordExtras *extras = n > 0 ? g_new (GpRecordExtras, n) : NULL;

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < GP_RECORDS_EXTRAS; k++)
      extras[i].value[k] = -1;
  return extras;
}

static void
count_schools (const GpProject *project, GpRecordExtras *extras)
{
  for (guint32 i = 0; i < project->n_boards; i++) {
    guint n;
    const guint32 *schools = gp_project_board_schools (project, i, &n);
    gint32 started = 0;

    for (guint k = 0; k < n; k++)
      started += project->schools[schools[k]].started != GP_YEAR_NONE ? 1 : 0;
    extras[i].value[SCHOOLS] = (gint32)n;
    extras[i].value[TAKING_PART] = started;
    extras[i].value[COACHES] = 0;
  }
  for (guint i = 0; i < project->n_verandercoaches; i++)
    extras[project->verandercoaches[i].board].value[COACHES]++;
}

/* Whole schools: a plan without them says nothing about a board by itself. */
static void
add_starts (const GpProject *project, const GpPlan *plan, GpRecordExtras *extras)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, GP_PART_WHOLE, GP_ROW_START, &n);

  for (guint32 i = 0; i < project->n_boards; i++)
    extras[i].value[STARTS] = 0;
  for (guint i = 0; i < n; i++) {
    guint32 board = gp_project_find (project, GP_TABLE_BOARDS, rows[i].board);
    gint32 *first;

    if (board == GP_NONE)
      continue;
    extras[board].value[STARTS] += (gint32)lround (rows[i].amount);
    first = &extras[board].value[FIRST_START];
    *first = *first < 0 ? rows[i].year : MIN (*first, rows[i].year);
  }
}

static void
add_partners (const GpProject *project, const GpPlan *plan, GpRecordExtras *extras)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, GP_PART_WHOLE, GP_ROW_PARTNER, &n);

  for (guint i = 0; i < n; i++) {
    guint32 board = gp_project_find (project, GP_TABLE_BOARDS, rows[i].board);

    if (board != GP_NONE)
      extras[board].value[PARTNER] = rows[i].year;
  }
}

GpRecordExtras *
gp_records_board_extras (const GpProject *project, const GpPlan *plan)
{
  GpRecordExtras *extras = extras_new (project->n_boards);

  count_schools (project, extras);
  if (plan != NULL && plan->has_whole) {
    add_starts (project, plan, extras);
    add_partners (project, plan, extras);
  }
  return extras;
}

GpRecordExtras *
gp_records_school_extras (const GpProject *project, GHashTable *years)
{
  GpRecordExtras *extras = extras_new (project->n_schools);

  for (guint32 i = 0; years != NULL && i < project->n_schools; i++) {
    gpointer year = g_hash_table_lookup (years, project->schools[i].code);

    if (year != NULL)
      extras[i].value[0] = GPOINTER_TO_INT (year);
  }
  return extras;
}

GpRecordExtras *
gp_records_verandercoach_extras (const GpProject *project)
{
  GpRecordExtras *extras = extras_new (project->n_verandercoaches);

  for (guint32 i = 0; i < project->n_verandercoaches; i++)
    extras[i].value[0] = (gint32)project->boards[project->verandercoaches[i].board].home_region;
  return extras;
}

GHashTable *
gp_records_planned_years (const GpProject *project, const GpCoaching *coaching)
{
  GHashTable *years = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < coaching->n_starts; i++)
    if (coaching->starts[i].school < project->n_schools)
      g_hash_table_insert (years, g_strdup (project->schools[coaching->starts[i].school].code),
                           GINT_TO_POINTER ((int)coaching->starts[i].year));
  return years;
}
