/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-check.h. */
#include "gp-records-check.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const GpProject *probe;
  GpTableId table;
  guint first; /* the first of the rows that are checked */
  guint max;
  GPtrArray *problems;
} Check;

GpRecordsProblem *
gp_records_problem_new (guint row, int column, const char *message)
{
  GpRecordsProblem *problem = g_new0 (GpRecordsProblem, 1);

  *problem = (GpRecordsProblem){row, column, g_strdup (message)};
  return problem;
}

void
gp_records_problem_free (GpRecordsProblem *problem)
{
  g_free (problem->message);
  g_free (problem);
}

/* The verandercoaches of a checked board complain when it is no partner any more. */
static void
tell_board (Check *check, guint32 coach)
{
  guint32 board = coach < check->probe->n_verandercoaches
                      ? check->probe->verandercoaches[coach].board
                      : GP_NONE;

  if (board != GP_NONE && board >= check->first)
    g_ptr_array_add (check->problems,
                     gp_records_problem_new (
                         board - check->first, gp_table_column (GP_TABLE_BOARDS, "partner_since"),
                         _ ("this board has verandercoaches, and only partners have them")));
}

static void
on_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  Check *check = data;

  if (check->problems->len >= check->max)
    return;
  if (table == check->table && row != GP_NONE && row >= check->first)
    g_ptr_array_add (
        check->problems,
        gp_records_problem_new (row - check->first, gp_table_column (table, column), message));
  else if (table == GP_TABLE_VERANDERCOACHES && check->table == GP_TABLE_BOARDS && row != GP_NONE)
    tell_board (check, row);
}

static GHashTable *
keys_of (const GPtrArray *rows)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_add (keys, ((char **)rows->pdata[i])[0]);
  return keys;
}

/* Those that are not checked themselves. */
static void
add_boards (GpProject *probe, const GpProject *project, GHashTable *changed)
{
  for (guint i = 0; i < project->n_boards; i++)
    if (changed == NULL || !g_hash_table_contains (changed, project->boards[i].code))
      gp_project_add_board (probe, &project->boards[i]);
}

static void
add_coaches_of (GpProject *probe, const GpProject *project, GHashTable *changed)
{
  for (guint i = 0; i < project->n_verandercoaches; i++) {
    GpVerandercoach coach = project->verandercoaches[i];
    const char *board = project->boards[coach.board].code;

    coach.board = gp_project_find (probe, GP_TABLE_BOARDS, board);
    if (g_hash_table_contains (changed, board) && coach.board != GP_NONE)
      gp_project_add_verandercoach (probe, &coach);
  }
}

/* The frame, and what every row may refer to. */
static void
add_base (GpProject *probe, const GpProject *project)
{
  gp_project_set_frame (probe, project->name, project->plan_from, project->last_year,
                        project->has_goal_year ? project->goal_year : GP_YEAR_NONE);
  for (guint i = 0; i < project->n_regions; i++)
    gp_project_add_region (probe, &project->regions[i]);
  for (guint i = 0; i < project->n_sectors; i++)
    gp_project_add_sector (probe, &project->sectors[i]);
}

GPtrArray *
gp_records_check (const GpProject *project, GpTableId table, const GPtrArray *rows, guint max)
{
  Check check = {.table = table, .max = max, .first = G_MAXUINT};
  GpProject *probe = gp_project_new (on_problem, &check);
  g_autoptr (GHashTable) changed = table == GP_TABLE_BOARDS ? keys_of (rows) : NULL;

  check.problems = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_records_problem_free);
  check.probe = probe;
  add_base (probe, project);
  if (table != GP_TABLE_EXPERT_COACHES)
    add_boards (probe, project, changed);
  check.first = gp_project_n_rows (probe, table);
  for (guint i = 0; i < rows->len; i++)
    gp_project_add_text (probe, table, (const char *const *)rows->pdata[i]);
  if (changed != NULL)
    add_coaches_of (probe, project, changed);
  gp_project_finish (probe, NULL);
  gp_project_unref (probe);
  return check.problems;
}
