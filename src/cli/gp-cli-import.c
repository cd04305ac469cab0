/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli import: an exchange folder into a project, all of it or nothing. A file that does
 * not exist is made; a project with data is replaced only when asked for, as one edit that undo
 * takes back.
 */
#include "gp-cli-private.h"

#include <groeiplan/gp-backups.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* TRUE when the project has no boards: nothing that a person put in and would miss. */
static gboolean
is_empty (const GpProject *project)
{
  return project->n_boards + project->n_schools + project->n_pins == 0;
}

static gboolean
may_replace (GpStore *store, gboolean replace, GError **error)
{
  g_autoptr (GpProject) before = gp_store_snapshot (store, error);
  if (!before)
    return FALSE;
  if (replace || is_empty (before))
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("%s has data: import into a new file, or add --replace to put the folder in its "
                  "place."),
               gp_store_path (store));
  return FALSE;
}

static gboolean
replace_data (GpStore *store, const GpProject *project, const char *folder, GError **error)
{
  g_autofree char *label = g_strdup_printf (_ ("Imported the folder %s"), folder);
  g_autofree char *backup = gp_store_make_backup (store, GP_BACKUP_IMPORT, error);
  gboolean begun = backup && gp_store_begin (store, label, error);
  if (begun && gp_store_replace (store, project, error) && gp_store_commit (store, error)) {
    gp_backups_prune (gp_store_path (store), NULL); /* none before: it might have failed */
    return TRUE;
  }
  if (begun)
    gp_store_rollback (store);
  if (backup)
    g_unlink (backup); /* of what is still there */
  return FALSE;
}

static gboolean
import_into (const char *path, const GpProject *project, const char *folder, gboolean replace,
             GError **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return gp_cli_create (path, project, error);
  g_autoptr (GpStore) store = gp_cli_open_for_writing (path, error);
  return store && may_replace (store, replace, error) &&
         replace_data (store, project, folder, error);
}

gboolean
gp_cli_import (GpCli *cli, char **argv, GError **error)
{
  gboolean replace = FALSE;
  const GOptionEntry entries[] = {{"replace", 0, 0, G_OPTION_ARG_NONE, &replace,
                                   N_ ("Put the folder in the place of the project’s data"), NULL},
                                  G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 2, 2, error);
  if (!words)
    return FALSE;
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) local = NULL;
  g_autoptr (GpProject) project = gp_exchange_read (words[1], problems, cli->cancellable, &local);
  gp_cli_print_problems (cli, problems, local);
  if (!project) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (!import_into (words[0], project, words[1], replace, error))
    return FALSE;
  gp_cli_print (_ ("Imported %s into %s: %u boards, %u schools, %u scenarios.\n"), words[1],
                words[0], project->n_boards, project->n_schools, project->n_scenarios);
  return TRUE;
}
