/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finding things: translations and starter data (of the build folder for a program that lies
 * there), a project to write to, a scenario by its code, its plan.
 */
#include "gp-cli-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* TRUE when the running program lies in the folder in which it was built. */
static gboolean
runs_where_built (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  return program && g_str_has_prefix (program, GP_BUILD_DIR "/");
}

static char *
choose (const char *variable, const char *built, const char *installed)
{
  const char *given = g_getenv (variable);
  if (given && *given)
    return g_strdup (given);
  return g_strdup (runs_where_built () ? built : installed);
}

char *
gp_cli_locale_folder (void)
{
  return choose ("GROEIPLAN_LOCALE_DIR", GP_BUILD_DIR "/ui/locale", GP_LOCALE_DIR);
}

char *
gp_cli_starter_folder (void)
{
  g_autofree char *data = choose ("GROEIPLAN_DATA_DIR", GP_SOURCE_DATA_DIR, GP_DATA_DIR);
  return g_build_filename (data, "starter", NULL);
}

guint32
gp_cli_find_scenario (const GpProject *project, const char *code, GError **error)
{
  guint32 found = gp_project_find (project, GP_TABLE_SCENARIOS, code ? code : "base");
  if (found != GP_NONE)
    return found;
  if (!code && project->n_scenarios > 0)
    return 0;
  g_autoptr (GString) known = g_string_new (NULL);
  for (guint i = 0; i < MIN (project->n_scenarios, 20); i++)
    g_string_append_printf (known, "%s%s", i ? ", " : "", project->scenarios[i].code);
  if (project->n_scenarios == 0)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("The project has no scenario: import a folder with a scenarios.csv."));
  else
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("The project has no scenario “%s”. It has: %s."), code, known->str);
  return GP_NONE;
}

GpStore *
gp_cli_open_for_writing (const char *path, GError **error)
{
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_WRITE, error);
  if (!store)
    return NULL;
  if (!gp_store_is_read_only (store))
    return g_steal_pointer (&store);
  g_set_error (
      error, GP_ERROR, GP_ERROR_READ_ONLY,
      _ ("%s can only be read: %s Put that right, or work on a copy (groeiplan-cli backup)."), path,
      gp_store_read_only_reason (store));
  return NULL;
}

gboolean
gp_cli_create (const char *path, const GpProject *project, GError **error)
{
  g_autoptr (GpStore) store = gp_store_create (path, project, error);
  return store != NULL;
}

GpPlan *
gp_cli_stored_plan (GpCli *cli, GpStore *store, const char *scenario, GError **error)
{
  g_autoptr (GError) local = NULL;
  GpPlan *plan = gp_store_get_plan (store, scenario, &local);
  if (!plan && !local)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("There is no plan of scenario %s yet: make it with groeiplan-cli plan."),
                 scenario);
  if (local)
    g_propagate_error (error, g_steal_pointer (&local));
  if (plan && plan->data_version != gp_store_data_version (store))
    gp_cli_complain (cli, _ ("The data changed since this plan was made: plan again for a fresh "
                             "one."));
  return plan;
}
