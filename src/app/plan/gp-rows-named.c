/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who coaches whom as rows of the Plan page: a school, a year, a coach; and what nobody covers. */
#include "gp-rows-plan.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-format.h>

static gboolean
is_shown (const GpPlanView *view, guint32 region, guint32 school)
{
  const GpProject *project = view->project;

  if (*view->filter.region != '\0' &&
      !g_str_equal (view->filter.region, project->regions[region].code))
    return FALSE;
  return *view->filter.sector == '\0' || school == GP_NONE ||
         g_str_equal (view->filter.sector, project->sectors[project->schools[school].sector].code);
}

static GpRow *
new_row (const GpProject *project, guint32 school, guint32 board, guint32 region, GpYear year,
         gint64 days)
{
  GpRow *row = gp_row_new (6);

  if (school != GP_NONE)
    gp_row_set_text (row, 0, project->schools[school].name);
  if (board != GP_NONE)
    gp_row_set_text (row, 1, project->boards[board].name);
  gp_row_set_text (row, 2, project->regions[region].name);
  gp_row_set_year (row, 3, year);
  gp_row_take_number (row, 5, (double)days / 100,
                      gp_format_number ((double)days / 100, 2, gp_numbers_current ()));
  return row;
}

static const char *
reason_text (GpUncoveredReason reason)
{
  switch (reason) {
  case GP_UNCOVERED_OVERLOAD:
    return _ ("nobody: the plan is short of expert days");
  case GP_UNCOVERED_SECTORS:
    return _ ("nobody: coaches with days left do not work in the sector");
  default:
    return _ ("nobody: lost in rounding");
  }
}

static void
add_visits (GPtrArray *rows, const GpPlanView *view)
{
  const GpCoaching *coaching = view->coaching;
  const GpProject *project = coaching->project;
  g_autofree char **names = g_new0 (char *, coaching->n_coaches + 1);

  for (guint i = 0; i < coaching->n_coaches; i++)
    names[i] = gp_coaching_coach_name (coaching, i);
  for (guint i = 0; i < coaching->n_visits; i++) {
    const GpVisit *visit = &coaching->visits[i];
    const GpSchool *school = &project->schools[visit->school];
    GpRow *row;

    if (!is_shown (view, school->region, visit->school))
      continue;
    row = new_row (project, visit->school, school->board, school->region, visit->year, visit->days);
    gp_row_set_text (row, 4, names[visit->coach]);
    g_ptr_array_add (rows, row);
  }
  for (guint i = 0; i < coaching->n_coaches; i++)
    g_free (names[i]);
}

void
gp_rows_add_coaches (GPtrArray *rows, const GpPlanView *view)
{
  if (view->coaching == NULL)
    return;
  add_visits (rows, view);
  for (guint i = 0; i < view->coaching->n_uncovered; i++) {
    const GpUncovered *open = &view->coaching->uncovered[i];
    GpRow *row;

    if (open->kind != GP_UNCOVERED_SUPPORT || !is_shown (view, open->region, open->school))
      continue;
    row = new_row (view->coaching->project, open->school, open->board, open->region, open->year,
                   open->days);
    gp_row_set_text (row, 4, reason_text (open->reason));
    g_ptr_array_add (rows, row);
  }
}
