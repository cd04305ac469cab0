/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Steps that replace the whole file, which SQLite does not do inside a transaction: writing it anew
 * without deleted space, and putting a backup in its place.
 *
 * The lock of gp-store-transaction.c belongs to a transaction. In SQLite's exclusive locking mode
 * the locks outlive it, so nobody can write in between; afterwards everything is as it was. Both
 * steps are journalled: done or not done, whatever happens.
 */
#include "gp-store-private.h"

#include <glib/gstdio.h>

static gboolean
go_alone (GpStore *store, GError **error)
{
  gp_store_drop_statements (store);
  return gp_db_run (store->db, "PRAGMA locking_mode = EXCLUSIVE; ROLLBACK;", error);
}

/* The first reading in the normal mode lets go of the lock. */
static void
come_back (GpStore *store)
{
  gint64 version;

  gp_db_roll_back (store->db);
  gp_db_run (store->db, "PRAGMA locking_mode = NORMAL", NULL);
  gp_db_number (store->db, "PRAGMA user_version", &version, NULL);
  gp_store_lock (store, NULL);
}

/* Which SQLite does by way of a file of its own that it attaches; in memory here. */
gboolean
gp_db_vacuum (GpDb *db, GError **error)
{
  int attached = sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, 1);
  gboolean ok = gp_db_run (db, "VACUUM", error);

  sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, attached);
  return ok;
}

gboolean
gp_store_compact (GpStore *store, GError **error)
{
  gboolean ok;

  if (!gp_store_start (store, error))
    return FALSE;
  ok = go_alone (store, error) && gp_db_vacuum (store->db, error);
  come_back (store);
  return ok;
}

/* ---- restoring ---- */

static gboolean
put_back (GpStore *store, GpStore *from, const GpCopyWatch *watch, GError **error)
{
  gboolean ok;

  if (!gp_store_start (store, error))
    return FALSE;
  ok = go_alone (store, error) && gp_db_copy (store->db, from->db, watch, error);
  come_back (store);
  gp_store_keep_snapshot (store, NULL);
  return ok;
}

gboolean
gp_store_restore (GpStore *store, const char *backup, GpProgressFunc progress, gpointer data,
                  GCancellable *cancellable, GError **error)
{
  const GpCopyWatch watch = {progress, data, cancellable};
  g_autoptr (GpStore) from = NULL;
  g_autoptr (GpProject) project = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *whole = NULL;

  g_return_val_if_fail (store != NULL && store->session == NULL && backup != NULL, FALSE);
  whole = g_canonicalize_filename (backup, NULL);
  if (!gp_store_start (store, error))
    return FALSE;
  from = gp_store_open (whole, GP_STORE_READ_ONLY, error);
  project = from != NULL ? gp_store_snapshot (from, error) : NULL;
  if (project == NULL)
    return FALSE;
  kept = gp_store_make_backup (store, GP_BACKUP_RESTORE, error);
  if (kept != NULL && !gp_copy_is_stopped (&watch, error) &&
      put_back (store, from, &watch, error)) {
    gp_backups_prune (store->db->path, whole);
    return TRUE;
  }
  if (kept != NULL) /* of what is still here */
    g_unlink (kept);
  return FALSE;
}
