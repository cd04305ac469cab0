/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The project file: what a GpStore is, and its small questions.
 *
 * Invariants of an open store:
 * 1. The file passed every check of gp-store-open.c, its schema is the newest (an older file that
 * can only be read is brought up to date in memory), and nothing in it can run.
 * 2. A store that may write holds the write lock, except in the moment that gp-store-transaction.c
 *    describes.
 * 3. session is set between gp_store_begin () and commit or rollback, and only then; nothing but
 * edits and reading happens meanwhile.
 * 4. snapshot, when set, is what the file held when PRAGMA data_version was seen.
 * 5. In this process only SQLite opens, reads or closes the file: closing any other descriptor of
 * it would drop our locks.
 */
#include "gp-store-private.h"

#include <glib/gstdio.h>

void
gp_store_close (GpStore *store)
{
  if (store == NULL)
    return;
  gp_history_stop (store);
  gp_store_drop_statements (store);
  gp_db_close (store->db); /* rolls back what was not committed */
  g_clear_pointer (&store->snapshot, gp_project_unref);
  g_free (store->reason);
  g_free (store->author);
  g_free (store);
}

const char *
gp_store_path (const GpStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);
  return store->db->path;
}

gboolean
gp_store_is_read_only (const GpStore *store)
{
  g_return_val_if_fail (store != NULL, TRUE);
  return store->read_only;
}

const char *
gp_store_read_only_reason (const GpStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);
  return store->reason;
}

GpStorePlace
gp_store_place (const GpStore *store)
{
  int moved = 0;
  GStatBuf state;

  g_return_val_if_fail (store != NULL, GP_STORE_GONE);
  sqlite3_file_control (store->db->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (moved == 0)
    return GP_STORE_IN_PLACE;
  return g_stat (store->db->path, &state) == 0 ? GP_STORE_REPLACED : GP_STORE_GONE;
}
