/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli export: the project's data as an exchange folder; import of it gives the same
 * project.
 */
#include "gp-cli-private.h"

#include <glib/gi18n-lib.h>

gboolean
gp_cli_export (GpCli *cli, char **argv, GError **error)
{
  g_auto (GStrv) words = gp_cli_parse (cli, argv, NULL, 2, 2, error);
  if (!words)
    return FALSE;
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_ONLY, error);
  if (!store)
    return FALSE;
  g_autoptr (GpProject) project = gp_store_snapshot (store, error);
  if (!project || !gp_exchange_write (project, words[1], cli->cancellable, error))
    return FALSE;
  gp_cli_print (_ ("Wrote %s: %u boards, %u schools, %u scenarios.\n"), words[1], project->n_boards,
                project->n_schools, project->n_scenarios);
  return TRUE;
}
