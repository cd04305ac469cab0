/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a project file as if it came from a stranger.
 *
 * In this order, so that a wrong file is refused at the cheapest point and nothing is written
 * before everything was checked: it is a plain file; SQLite's header; the application id and
 * version (neither reads the schema); its size; the schema, word for word; quick_check and
 * foreign_key_check. Values are judged when they are read (gp-store-snapshot.c). Only then an older
 * file is copied beside itself and migrated, and a write is tried and taken back, to know whether
 * the medium allows one.
 */
#include "gp-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <groeiplan/gp-leftovers.h>

#define MOST_BYTES (G_GINT64_CONSTANT (1) << 30) /* ten times the largest project allowed */

static gboolean
check_plain_file (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  GStatBuf state;

  if (g_stat (path, &state) != 0) {
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("“%s” could not be opened (%s): check its name and folder."), name,
                 g_strerror (errno));
    return FALSE;
  }
  if (S_ISDIR (state.st_mode)) {
    g_set_error (error, GP_ERROR, GP_ERROR_FILE, _ ("“%s” is a folder: choose a project file."),
                 name);
    return FALSE;
  }
  if (S_ISREG (state.st_mode))
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_NOT_OURS, _ ("“%s” is not a Groeiplan project."), name);
  return FALSE;
}

static gboolean
check_size (GpDb *db, GError **error)
{
  g_autofree char *name = g_filename_display_name (db->path);
  gint64 pages, size;

  if (!gp_db_number (db, "PRAGMA page_count", &pages, error) ||
      !gp_db_number (db, "PRAGMA page_size", &size, error))
    return FALSE;
  if (pages <= MOST_BYTES / size)
    return TRUE;
  g_set_error (error, GP_ERROR, GP_ERROR_DAMAGED,
               _ ("“%s” is too large to be a project: go back to a backup of it."), name);
  return FALSE;
}

static gboolean
refuse_damaged (GpDb *db, const char *what, GError **error)
{
  g_autofree char *name = g_filename_display_name (db->path);
  g_autofree char *part = g_strndup (what, 200);
  g_autofree char *shown = gp_error_text (part);

  g_set_error (error, GP_ERROR, GP_ERROR_DAMAGED,
               _ ("“%s” is damaged (%s): go back to a backup of it."), name, shown);
  return FALSE;
}

static gboolean
check_integrity (GpDb *db, GError **error)
{
  g_autoptr (sqlite3_stmt) quick = gp_db_prepare (db, "PRAGMA quick_check (1)", error);
  g_autoptr (sqlite3_stmt) keys = NULL;
  const char *said;
  gboolean row;

  if (quick == NULL || !gp_db_step (db, quick, &row, error))
    return FALSE;
  said = NULL;
  if (row && !gp_db_cell (db, quick, 0, &said, error))
    return FALSE;
  if (g_strcmp0 (said, "ok") != 0)
    return refuse_damaged (db, said != NULL ? said : "quick_check", error);
  keys = gp_db_prepare (db, "PRAGMA foreign_key_check", error);
  if (keys == NULL || !gp_db_step (db, keys, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  if (!gp_db_cell (db, keys, 0, &said, error))
    return FALSE;
  return refuse_damaged (db, said != NULL ? said : "foreign_key_check", error);
}

static gboolean
check_contents (GpDb *db, int version, GError **error)
{
  return check_size (db, error) && gp_schema_check (db, version, error) &&
         check_integrity (db, error);
}

/* ---- which way it can be opened ---- */

static void
become_read_only (GpStore *store, const char *reason)
{
  if (sqlite3_get_autocommit (store->db->handle) == 0)
    sqlite3_exec (store->db->handle, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_exec (store->db->handle, "PRAGMA query_only = ON", NULL, NULL, NULL);
  store->read_only = TRUE;
  g_free (store->reason);
  store->reason = g_strdup (reason);
}

/* A file that a person turned to WAL with another tool goes back to a rollback journal: WAL leaves
 * files beside it and does not work over networks. Where that cannot be done it stays. */
static void
leave_wal (GpStore *store)
{
  sqlite3_exec (store->db->handle, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
}

static void
try_lock (GpStore *store)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *holder = NULL;

  if (sqlite3_db_readonly (store->db->handle, "main") == 1) {
    become_read_only (store, _ ("The file or the medium it is on cannot be written."));
    return;
  }
  /* a program that holds the lock holds it for hours: no point in waiting for longer than an edit
   * takes */
  sqlite3_busy_timeout (store->db->handle, GP_BUSY_MS / 4);
  leave_wal (store);
  gp_store_lock (store, &problem);
  sqlite3_busy_timeout (store->db->handle, GP_BUSY_MS);
  if (problem == NULL)
    return;
  if (g_error_matches (problem, GP_ERROR, GP_ERROR_BUSY))
    holder = gp_store_holder (store->db->path);
  become_read_only (store, holder != NULL ? holder : problem->message);
}

/* Writes nothing new and takes it back: the journal beside the file is made, or is not. */
static void
try_write (GpStore *store)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", gp_schema_n_steps);
  g_autoptr (GError) problem = NULL;

  if (store->read_only)
    return;
  if (gp_db_run (store->db, sql, &problem)) {
    gp_store_cancel (store);
    return;
  }
  become_read_only (store, problem->message);
}

/* ---- older files ---- */

/* Foreign keys are off while steps rebuild tables, and checked at the end. */
static gboolean
migrate (GpDb *db, int version, GError **error)
{
  gboolean ok = gp_db_run (db, "PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE", error) &&
                gp_schema_apply (db, version, gp_schema_n_steps, error) &&
                check_integrity (db, error) && gp_db_run (db, "COMMIT", error);

  if (!ok && sqlite3_get_autocommit (db->handle) == 0)
    sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL);
  return gp_db_run (db, "PRAGMA foreign_keys = ON", ok ? error : NULL) && ok;
}

static gboolean
migrate_file (GpStore *store, int version, GError **error)
{
  g_autofree char *copy = gp_store_keep_backup (store, GP_BACKUP_FORMAT, error);

  return copy != NULL && gp_db_run (store->db, "ROLLBACK", error) &&
         migrate (store->db, version, error) && gp_store_lock (store, error);
}

/* Older, and only to be read: brought up to date in memory. */
static gboolean
migrate_in_memory (GpStore *store, int version, GError **error)
{
  g_autoptr (GpDb) memory =
      gp_db_open (":memory:", store->db->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (memory == NULL || !gp_db_copy (memory, store->db, NULL, error) ||
      !migrate (memory, version, error))
    return FALSE;
  gp_db_close (store->db);
  store->db = g_steal_pointer (&memory);
  return gp_db_run (store->db, "PRAGMA query_only = ON", error);
}

static gboolean
bring_up_to_date (GpStore *store, int version, GError **error)
{
  if (version == gp_schema_n_steps)
    return TRUE;
  return store->read_only ? migrate_in_memory (store, version, error)
                          : migrate_file (store, version, error);
}

static gboolean
open_checked (GpStore *store, GpStoreMode mode, GError **error)
{
  int version;

  if (!gp_schema_read_version (store->db, &version, error))
    return FALSE;
  if (mode == GP_STORE_READ_WRITE)
    try_lock (store);
  else
    become_read_only (store, NULL);
  if (!check_contents (store->db, version, error))
    return FALSE;
  try_write (store);
  return bring_up_to_date (store, version, error);
}

GpStore *
gp_store_open (const char *path, GpStoreMode mode, GError **error)
{
  g_autoptr (GpStore) store = NULL;
  g_autofree char *whole = NULL;
  GpDb *db;

  g_return_val_if_fail (path != NULL, NULL);
  whole = g_canonicalize_filename (path, NULL); /* absolute: never taken for a file: URI */
  if (!check_plain_file (whole, error))
    return NULL;
  /* also for reading alone: an edit that a crash interrupted is rolled back where that can be done
   */
  db = gp_db_open (whole, whole, SQLITE_OPEN_READWRITE, error);
  if (db == NULL)
    return NULL;
  store = g_new0 (GpStore, 1);
  store->db = db;
  if (!open_checked (store, mode, error))
    return NULL;
  if (!store->read_only) {
    g_autofree char *folder = g_path_get_dirname (whole);

    gp_leftovers_remove (folder); /* they hold what the project holds */
  }
  return g_steal_pointer (&store);
}
