/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A safe copy of a project that may be open and may be written by somebody else meanwhile.
 *
 * The copy is read through a second connection of our own: the first one may hold the write lock,
 * and SQLite's backup refuses to read from a connection inside a write transaction. A reader goes
 * with that lock, and what it sees is the last finished edit.
 */
#include "gp-store-private.h"

#define PAGES_A_STEP 128

gboolean
gp_copy_is_stopped (const GpCopyWatch *watch, GError **error)
{
  if (!g_cancellable_is_cancelled (watch->cancellable))
    return FALSE;
  g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Cancelled."));
  return TRUE;
}

static gboolean
watch_step (const GpCopyWatch *watch, sqlite3_backup *backup, GError **error)
{
  int total = sqlite3_backup_pagecount (backup);

  if (watch == NULL)
    return TRUE;
  if (watch->progress != NULL && total > 0)
    watch->progress (1 - (double)sqlite3_backup_remaining (backup) / total, _ ("Copying"),
                     watch->data);
  return !gp_copy_is_stopped (watch, error);
}

/* SQLITE_OK, or why it stopped; SQLITE_ABORT when watch set the error. */
static int
copy_pages (sqlite3_backup *backup, const GpCopyWatch *watch, GError **error)
{
  int rc = SQLITE_OK;

  while (rc == SQLITE_OK) {
    rc = sqlite3_backup_step (backup, PAGES_A_STEP);
    if (rc == SQLITE_OK && !watch_step (watch, backup, error))
      return SQLITE_ABORT;
  }
  return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

gboolean
gp_db_copy (GpDb *to, GpDb *from, const GpCopyWatch *watch, GError **error)
{
  sqlite3_backup *backup;
  int rc, end;

  /* a reader of its own for the whole copy: nobody's edit restarts it half-way */
  if (!gp_db_run (from, "BEGIN; SELECT count(*) FROM sqlite_schema", error))
    return FALSE;
  backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  if (backup != NULL) {
    rc = copy_pages (backup, watch, error);
    end = sqlite3_backup_finish (backup);
    if (rc == SQLITE_OK)
      rc = end;
  } else
    rc = sqlite3_errcode (to->handle);
  gp_db_run (from, "ROLLBACK", NULL);
  if (rc == SQLITE_OK)
    return TRUE;
  return rc == SQLITE_ABORT ? FALSE : gp_db_fail (to, rc, error);
}

static gboolean
copy_into (GpDb *from, const char *temporary, const char *copy, const GpCopyWatch *watch,
           GError **error)
{
  g_autoptr (GpDb) to =
      gp_db_open (temporary, copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return to != NULL &&
         gp_db_run (to, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", error) &&
         gp_db_copy (to, from, watch, error);
}

static gboolean
copy_whole (GpDb *from, const char *copy, const GpCopyWatch *watch, GError **error)
{
  g_autofree char *temporary = NULL;

  if (!gp_file_check_absent (copy, error))
    return FALSE;
  temporary = gp_file_temporary (copy, error);
  if (temporary == NULL)
    return FALSE;
  if (!copy_into (from, temporary, copy, watch, error)) {
    gp_file_discard (temporary);
    return FALSE;
  }
  return gp_file_publish (temporary, copy, error);
}

gboolean
gp_file_copy (const char *path, const char *copy, const GpCopyWatch *watch, GError **error)
{
  g_autoptr (GpDb) from = gp_db_open (path, path, SQLITE_OPEN_READONLY, error);

  return from != NULL && copy_whole (from, copy, watch, error);
}

/* A file that is no longer under its name can only be read through the connection that has it open.
 * Its lock, which nobody waits for any more, is let go of. */
gboolean
gp_store_copy_to (GpStore *store, const char *copy, const GpCopyWatch *watch, GError **error)
{
  if (gp_store_place (store) == GP_STORE_IN_PLACE)
    return gp_file_copy (store->db->path, copy, watch, error);
  if (sqlite3_get_autocommit (store->db->handle) == 0)
    sqlite3_exec (store->db->handle, "ROLLBACK", NULL, NULL, NULL);
  return copy_whole (store->db, copy, watch, error);
}

gboolean
gp_store_backup (GpStore *store, const char *copy, GpProgressFunc progress, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  const GpCopyWatch watch = {progress, data, cancellable};
  g_autofree char *whole = NULL;

  g_return_val_if_fail (store != NULL && copy != NULL, FALSE);
  whole = g_canonicalize_filename (copy, NULL);
  return !gp_copy_is_stopped (&watch, error) && gp_store_copy_to (store, whole, &watch, error);
}

char *
gp_store_make_backup (GpStore *store, GpBackupReason reason, GError **error)
{
  gint64 format = 0;
  g_autofree char *name = NULL;

  g_return_val_if_fail (store != NULL && (guint)reason < GP_N_BACKUP_REASONS, NULL);
  gp_db_number (store->db, "PRAGMA user_version", &format, NULL);
  name = gp_backup_name (store->db->path, reason, (int)format);
  return gp_store_copy_to (store, name, NULL, error) ? g_steal_pointer (&name) : NULL;
}

char *
gp_store_keep_backup (GpStore *store, GpBackupReason reason, GError **error)
{
  char *made = gp_store_make_backup (store, reason, error);

  if (made != NULL)
    gp_backups_prune (store->db->path, NULL);
  return made;
}
