/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli backup: a safe copy of a project, also while another program has it open.
 */
#include "gp-cli-private.h"

#include <glib/gi18n-lib.h>

gboolean
gp_cli_backup (GpCli *cli, char **argv, GError **error)
{
  g_auto (GStrv) words = gp_cli_parse (cli, argv, NULL, 2, 2, error);
  if (!words)
    return FALSE;
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_ONLY, error);
  if (!store || !gp_store_backup (store, words[1], gp_cli_progress, cli, cli->cancellable, error))
    return FALSE;
  gp_cli_progress_done (cli);
  gp_cli_print (_ ("Copied %s to %s.\n"), words[0], words[1]);
  return TRUE;
}
