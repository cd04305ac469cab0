/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli info: what is in a project file, and whether the file is sound. The keys at the
 * start of the lines are for scripts and are not translated.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-table.h>

#include <glib/gi18n-lib.h>

static void
print_frame (const GpProject *project)
{
  char from[GP_YEAR_BYTES], last[GP_YEAR_BYTES], goal[GP_YEAR_BYTES];
  gp_cli_print ("name\t%s\n", project->name);
  gp_cli_print (
      "plan_from\t%s\nlast_year\t%s\ngoal_year\t%s\n", gp_year_format (project->plan_from, from),
      gp_year_format (project->last_year, last), gp_year_format (project->goal_year, goal));
}

static void
print_scenarios (GpStore *store, const GpProject *project)
{
  for (guint i = 0; i < project->n_scenarios; i++) {
    const GpScenario *scenario = &project->scenarios[i];
    g_autoptr (GError) ignored = NULL;
    g_autoptr (GpPlan) plan = gp_store_get_plan_figures (store, scenario->code, &ignored);
    const char *state = !plan ? "none" : gp_plan_status_name (plan->status);
    gboolean stale = plan && plan->data_version != gp_store_data_version (store);
    gp_cli_print ("scenario\t%s\t%s\tplan: %s%s\n", scenario->code, scenario->name,
                  ignored ? "unreadable" : state, stale ? ", data changed since" : "");
  }
}

static gboolean
print_store (const GpStoreInfo *info)
{
  gp_cli_print ("format_version\t%d\n", info->format_version);
  for (GpTableId table = 0; table < GP_N_TABLES; table++)
    gp_cli_print ("%s\t%" G_GINT64_FORMAT "\n", gp_table (table)->name, info->n_rows[table]);
  gp_cli_print ("plans\t%u\nhistory\t%u\n", info->n_plans, info->n_history);
  gp_cli_print ("integrity\t%s\n", info->integrity_ok ? "ok" : "damaged");
  return info->integrity_ok;
}

static gboolean
print_info (GpStore *store, GError **error)
{
  GpStoreInfo info = {0};
  if (!gp_store_info (store, &info, error))
    return FALSE;
  gboolean sound = print_store (&info);
  if (!sound)
    g_set_error (error, GP_ERROR, GP_ERROR_DAMAGED, _ ("%s is damaged (%s): go back to a backup."),
                 gp_store_path (store), info.integrity_message ? info.integrity_message : "?");
  gp_store_info_clear (&info);
  return sound;
}

gboolean
gp_cli_info (GpCli *cli, char **argv, GError **error)
{
  g_auto (GStrv) words = gp_cli_parse (cli, argv, NULL, 1, 1, error);
  if (!words)
    return FALSE;
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_ONLY, error);
  if (!store)
    return FALSE;
  g_autoptr (GpProject) project = gp_store_snapshot (store, error);
  if (!project)
    return FALSE;
  print_frame (project);
  print_scenarios (store, project);
  return print_info (store, error);
}
