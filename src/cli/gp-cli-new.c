/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli new: a project with the starter data. With --empty it keeps what is not about
 * boards (regions, provinces, sectors, the expert coaches, the reports' figures, the scenarios'
 * assumptions) and leaves out the example boards with their schools and verandercoaches: what a
 * register import builds on. It also leaves out the assumptions that ask for a share of schools of
 * some kind (high need, a sector, ready): a register does not tell those, and with no such school
 * known they would stop every start.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-table.h>

#include <glib/gi18n-lib.h>

/* The tables that are about boards, and so fictitious in the starter data. */
static gboolean
is_example (GpTableId table)
{
  switch (table) {
  case GP_TABLE_BOARDS:
  case GP_TABLE_SCHOOLS:
  case GP_TABLE_VERANDERCOACHES:
  case GP_TABLE_PINS:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
asks_for_a_kind_of_school (const GpParameterValue *row)
{
  GpParam param;
  return gp_param_parse (row->parameter, &param) &&
         (param == GP_PARAM_EQUITY_MIN_SHARE || param == GP_PARAM_SECTOR_MIN_SHARE ||
          param == GP_PARAM_REQUIRE_READY);
}

static void
copy_table (GpProject *to, const GpProject *from, GpTableId table)
{
  guint n_columns = gp_table (table)->n_columns;
  for (guint row = 0; row < gp_project_n_rows (from, table); row++) {
    if (table == GP_TABLE_PARAMETERS && asks_for_a_kind_of_school (&from->parameters[row]))
      continue;
    g_auto (GStrv) cells = g_new0 (char *, n_columns + 1);
    for (guint column = 0; column < n_columns; column++)
      cells[column] = gp_project_cell (from, table, row, column);
    gp_project_add_text (to, table, (const char *const *)cells);
  }
}

static GpProject *
without_examples (const GpProject *starter, const char *name, GError **error)
{
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  gp_project_set_frame (project, name, starter->plan_from, starter->last_year,
                        starter->has_goal_year ? starter->goal_year : GP_YEAR_NONE);
  for (GpTableId table = 0; table < GP_N_TABLES; table++)
    if (!is_example (table))
      copy_table (project, starter, table);
  return gp_project_finish (project, error) ? g_steal_pointer (&project) : NULL;
}

/* "plan/Noord 2026.groeiplan" -> "Noord 2026" */
static char *
name_from_path (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');
  if (dot && dot != base)
    *dot = '\0';
  return g_filename_display_name (base);
}

static gboolean
refuse_existing (const char *path, GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_FILE,
               _ ("%s is there already: choose another name, or move it away first."), path);
  return FALSE;
}

gboolean
gp_cli_new (GpCli *cli, char **argv, GError **error)
{
  gboolean empty = FALSE;
  const GOptionEntry entries[] = {
      {"empty", 0, 0, G_OPTION_ARG_NONE, &empty,
       N_ ("Leave the example boards out, with their schools and verandercoaches"), NULL},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);
  if (!words || !refuse_existing (words[0], error))
    return FALSE;
  g_autofree char *folder = gp_cli_starter_folder ();
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GpProject) starter = gp_exchange_read (folder, problems, cli->cancellable, error);
  if (!starter) {
    gp_cli_print_problems (cli, problems, error ? *error : NULL);
    return FALSE;
  }
  g_autofree char *name = name_from_path (words[0]);
  g_autoptr (GpProject) project =
      empty ? without_examples (starter, name, error) : gp_project_ref (starter);
  if (!project || !gp_cli_create (words[0], project, error))
    return FALSE;
  gp_cli_print (_ ("Made %s: %u boards, %u schools, %u scenarios.\n"), words[0], project->n_boards,
                project->n_schools, project->n_scenarios);
  if (empty)
    gp_cli_print ("%s\n%s\n",
                  _ ("Left out until you know your schools: equity_min_share, "
                     "sector_min_share and require_ready."),
                  _ ("The expert coaches are still the examples: replace them by your own."));
  return TRUE;
}
