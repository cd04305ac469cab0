/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groeiplan-cli futures-merge: joins the shards of one run of futures, and shows what that run
 * would have shown.
 */
#include "gp-cli-futures.h"

#include <glib/gi18n-lib.h>

static GpFutures *
read_all (char **paths, GError **error)
{
  g_autoptr (GPtrArray) shards = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_futures_unref);
  for (guint i = 0; paths[i]; i++) {
    GpFutures *shard = gp_futures_read (paths[i], error);
    if (!shard)
      return NULL;
    g_ptr_array_add (shards, shard);
  }
  return gp_futures_merge ((GpFutures *const *)shards->pdata, shards->len, error);
}

gboolean
gp_cli_futures_merge (GpCli *cli, char **argv, GError **error)
{
  g_auto (GpCliFuturesView) view = {0};
  const GOptionEntry entries[] = {GP_CLI_FUTURES_VIEW_ENTRIES (&view), G_OPTION_ENTRY_NULL};
  g_auto (GStrv) words = gp_cli_parse (cli, argv, entries, 2, 0, error);
  if (!words || !gp_cli_futures_view_parse (&view, error))
    return FALSE;
  if (g_strv_length (words) - 1 > GP_MAX_SHARDS) {
    g_set_error (error, GP_ERROR, GP_ERROR_USAGE, _ ("Give at most %d shards."), GP_MAX_SHARDS);
    return FALSE;
  }
  g_autoptr (GpStore) store = gp_store_open (words[0], GP_STORE_READ_ONLY, error);
  g_autoptr (GpProject) project = store ? gp_store_snapshot (store, error) : NULL;
  if (!project)
    return FALSE;
  g_autoptr (GpFutures) futures = read_all (words + 1, error);
  return futures && gp_cli_futures_show (futures, project, &view, error);
}
