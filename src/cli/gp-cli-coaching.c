/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli coaching: who coaches whom in the kept plan of whole schools.
 */
#include "gp-cli-coaching.h"

#include <groeiplan/gp-planner.h>

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct {
  char *scenario, *board, *year, *format;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->scenario);
  g_free (options->board);
  g_free (options->year);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
find_board (const GpProject *project, const char *code, guint32 *out, GError **error)
{
  *out = code != NULL ? gp_project_find (project, GP_TABLE_BOARDS, code) : GP_NONE;
  if (code == NULL || *out != GP_NONE)
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("There is no board “%s” in this project; codes are those of boards.csv."), code);
  return FALSE;
}

static gboolean
find_year (const GpProject *project, const char *text, GpYear *out, GError **error)
{
  char first[GP_YEAR_BYTES], last[GP_YEAR_BYTES];
  *out = GP_YEAR_NONE;
  if (text == NULL)
    return TRUE;
  if (gp_year_parse (text, out) && *out >= project->plan_from && *out <= project->last_year)
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_USAGE,
               _ ("“%s” is no plan year: give one from %s to %s, written like that."), text,
               gp_year_format (project->plan_from, first),
               gp_year_format (project->last_year, last));
  return FALSE;
}

static void
show (const GpCliCoaching *shown, int format)
{
  if (format == 0) {
    gp_cli_coaching_print (shown);
    return;
  }
  gsize length = 0;
  g_autofree char *text =
      format == 1 ? gp_cli_coaching_json (shown, &length) : gp_cli_coaching_csv (shown);
  gp_cli_print_raw (text, format == 1 ? length : strlen (text));
  if (format == 1)
    gp_cli_print_raw ("\n", 1);
}

static GpCoaching *
name_coaches (GpCli *cli, GpStore *store, const GpProject *project, guint32 scenario,
              GError **error)
{
  g_autoptr (GpPlan) plan =
      gp_cli_stored_plan (cli, store, project->scenarios[scenario].code, error);
  return plan != NULL ? gp_planner_coaching (project, plan, error) : NULL;
}

gboolean
gp_cli_coaching (GpCli *cli, char **argv, GError **error)
{
  static const char *const formats[] = {"text", "json", "csv", NULL};
  g_auto (Options) options = {NULL, NULL, NULL, NULL};
  const GOptionEntry entries[] = {
      {"scenario", 0, 0, G_OPTION_ARG_STRING, &options.scenario,
       N_ ("The scenario (default: base)"), N_ ("CODE")},
      {"board", 0, 0, G_OPTION_ARG_STRING, &options.board, N_ ("Only what is about this board"),
       N_ ("CODE")},
      {"year", 0, 0, G_OPTION_ARG_STRING, &options.year, N_ ("Only this school year"), N_ ("YEAR")},
      {"format", 0, 0, G_OPTION_ARG_STRING, &options.format,
       N_ ("How to print it: text, json or csv"), N_ ("FORMAT")},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);
  int format = words ? gp_cli_word ("--format", options.format, formats, error) : -1;
  if (format < 0)
    return FALSE;
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_ONLY, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  guint32 scenario = project ? gp_cli_find_scenario (project, options.scenario, error) : GP_NONE;
  GpCliCoaching shown = {0};
  if (scenario == GP_NONE || !find_board (project, options.board, &shown.board, error) ||
      !find_year (project, options.year, &shown.year, error))
    return FALSE;
  g_autoptr (GpCoaching) coaching = name_coaches (cli, store, project, scenario, error);
  if (!coaching)
    return FALSE;
  shown.coaching = coaching;
  show (&shown, format);
  return TRUE;
}
