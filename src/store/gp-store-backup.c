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

static gboolean
watch_step (const GpCopyWatch *watch, sqlite3_backup *backup, GError **error)
{
  int total = sqlite3_backup_pagecount (backup);

  if (watch == NULL)
    return TRUE;
  if (watch->progress != NULL && total > 0)
    watch->progress (1 - (double)sqlite3_backup_remaining (backup) / total, _ ("Copying"),
                     watch->data);
  if (!g_cancellable_is_cancelled (watch->cancellable))
    return TRUE;
  g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Cancelled."));
  return FALSE;
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
copy_into (const char *path, const char *temporary, const char *copy, const GpCopyWatch *watch,
           GError **error)
{
  g_autoptr (GpDb) from = gp_db_open (path, path, SQLITE_OPEN_READONLY, error);
  g_autoptr (GpDb) to = NULL;

  if (from == NULL)
    return FALSE;
  to = gp_db_open (temporary, copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  return to != NULL &&
         gp_db_run (to, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", error) &&
         gp_db_copy (to, from, watch, error);
}

gboolean
gp_file_copy (const char *path, const char *copy, const GpCopyWatch *watch, GError **error)
{
  g_autofree char *temporary = NULL;

  if (!gp_file_check_absent (copy, error))
    return FALSE;
  temporary = gp_file_temporary (copy, error);
  if (temporary == NULL)
    return FALSE;
  if (!copy_into (path, temporary, copy, watch, error)) {
    gp_file_discard (temporary);
    return FALSE;
  }
  return gp_file_publish (temporary, copy, error);
}

gboolean
gp_store_backup (GpStore *store, const char *copy, GpProgressFunc progress, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  const GpCopyWatch watch = {progress, data, cancellable};
  g_autofree char *whole = NULL;

  g_return_val_if_fail (store != NULL && copy != NULL, FALSE);
  whole = g_canonicalize_filename (copy, NULL);
  if (g_cancellable_is_cancelled (cancellable)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Cancelled."));
    return FALSE;
  }
  return gp_file_copy (store->db->path, whole, &watch, error);
}
