/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli model: the linear program of one priority, the earlier ones held, so that another
 * solver can confirm the plan's value.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-planner.h>

#include <glib/gi18n-lib.h>

static gboolean
parse_priority (const char *name, GpPriorityId *out, GError **error)
{
  if (name && gp_priority_parse (name, out))
    return TRUE;
  g_autoptr (GString) known = g_string_new (NULL);
  for (GpPriorityId id = 0; id < GP_N_PRIORITIES; id++)
    g_string_append_printf (known, "%s%s", id ? ", " : "", gp_priority_name (id));
  if (name)
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("%s does not know “%s”. Choose one of: %s."),
                 "--priority", name, known->str);
  else
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("Name the priority: --priority NAME (%s)."),
                 known->str);
  return FALSE;
}

static gboolean
write_model (GpCli *cli, const char *path, const char *scenario_code, GpPriorityId priority,
             GpModelFormat format, const char *output, GError **error)
{
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_ONLY, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  if (!project)
    return FALSE;
  guint32 scenario = gp_cli_find_scenario (project, scenario_code, error);
  g_autoptr (GpPlan) published = NULL;
  if (scenario == GP_NONE ||
      !gp_cli_published (store, project->scenarios[scenario].code, &published, error) ||
      !gp_planner_write_model_against (project, scenario, published, priority, format, output,
                                       cli->cancellable, error))
    return FALSE;
  gp_cli_print (_ ("Wrote the model of %s in scenario %s to %s.\n"), gp_priority_name (priority),
                project->scenarios[scenario].code, output);
  return TRUE;
}

gboolean
gp_cli_model (GpCli *cli, char **argv, GError **error)
{
  static const char *const formats[] = {"mps", "lp", NULL}; /* in the order of GpModelFormat */
  g_autofree char *scenario = NULL, *name = NULL, *output = NULL, *format_word = NULL;
  const GOptionEntry entries[] = {
      {"priority", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("The priority to minimise"), N_ ("NAME")},
      {"output", 0, 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write"), N_ ("FILE")},
      {"scenario", 0, 0, G_OPTION_ARG_STRING, &scenario, N_ ("The scenario (default: base)"),
       N_ ("CODE")},
      {"format", 0, 0, G_OPTION_ARG_STRING, &format_word, N_ ("Free MPS or CPLEX LP"), "mps|lp"},
      G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 1, 1, error);
  if (!words)
    return FALSE;
  GpPriorityId priority;
  int format = gp_cli_word ("--format", format_word, formats, error);
  if (format < 0 || !parse_priority (name, &priority, error))
    return FALSE;
  if (!output) {
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("Say where to: --output FILE."));
    return FALSE;
  }
  return write_model (cli, words[0], scenario, priority, (GpModelFormat)format, output, error);
}
