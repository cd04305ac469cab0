/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SQLite in GLib's manner, and the one place where connections are opened and hardened.
 *
 * Every connection is opened as if its file came from a stranger: no triggers, no views, no double-
 * quoted strings, no loading of extensions, no functions with side effects from a schema, no memory
 * map, cells checked before use, and limits on what one statement may be or hold. Foreign keys
 * hold.
 */
#include "gp-store-private.h"

#include <string.h>

#define LONGEST_VALUE (256 * 1024 * 1024) /* a proof or a changeset; texts are bounded further */

static const struct {
  int limit, value;
} limits[] = {
    {SQLITE_LIMIT_LENGTH, LONGEST_VALUE},
    {SQLITE_LIMIT_SQL_LENGTH, 65536},
    {SQLITE_LIMIT_COLUMN, 64},
    {SQLITE_LIMIT_EXPR_DEPTH, 64},
    {SQLITE_LIMIT_COMPOUND_SELECT, 8},
    {SQLITE_LIMIT_VDBE_OP, 50000},
    {SQLITE_LIMIT_FUNCTION_ARG, 16},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 128},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 64},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 8},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
};

static const struct {
  int option, value;
} options[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
    {SQLITE_DBCONFIG_DQS_DDL, 0},        {SQLITE_DBCONFIG_DQS_DML, 0},
    {SQLITE_DBCONFIG_ENABLE_FKEY, 1},    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
};

/* Durable on return: EXTRA also syncs the folder after the journal is gone, so that a power cut
 * does not bring the journal, and with it the state before the edit, back. */
static gboolean
harden (GpDb *db, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (db->handle, limits[i].limit, limits[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
    int rc = sqlite3_db_config (db->handle, options[i].option, options[i].value, NULL);

    if (rc != SQLITE_OK)
      return gp_db_fail (db, rc, error);
  }
  /* EXTRA, more than FULL: with a rollback journal an edit is stored when the journal is gone, and
   * only EXTRA has the folder written out then, so that a power cut does not bring the journal back
   * and with it the state before an edit that a person saw as stored. */
  return gp_db_run (db,
                    "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                    "PRAGMA synchronous = EXTRA; PRAGMA temp_store = MEMORY;"
                    "PRAGMA cache_size = -65536;", /* 64 MB: no edit of a usual size spills */
                    error);
}

GpDb *
gp_db_open (const char *file, const char *path, int flags, GError **error)
{
  g_autoptr (GpDb) db = g_new0 (GpDb, 1);
  int rc;

  db->path = g_strdup (path);
  rc = sqlite3_open_v2 (file, &db->handle, flags | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX,
                        NULL);
  if (rc != SQLITE_OK) {
    gp_db_fail (db, rc, error);
    return NULL;
  }
  sqlite3_busy_timeout (db->handle, GP_BUSY_MS);
  if (!harden (db, error))
    return NULL;
  return g_steal_pointer (&db);
}

void
gp_db_close (GpDb *db)
{
  if (db == NULL)
    return;
  sqlite3_close (db->handle);
  g_free (db->path);
  g_free (db);
}

void
gp_db_roll_back (GpDb *db)
{
  db->half_done = sqlite3_get_autocommit (db->handle) == 0 &&
                  sqlite3_exec (db->handle, "ROLLBACK", NULL, NULL, NULL) != SQLITE_OK &&
                  sqlite3_get_autocommit (db->handle) == 0;
}

gboolean
gp_db_settle (GpDb *db, GError **error)
{
  if (db->half_done)
    gp_db_roll_back (db);
  return !db->half_done || gp_db_fail (db, sqlite3_errcode (db->handle), error);
}

gboolean
gp_db_run (GpDb *db, const char *sql, GError **error)
{
  int rc;

  if (!gp_db_settle (db, error))
    return FALSE;
  rc = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);
  return rc == SQLITE_OK || gp_db_fail (db, rc, error);
}

sqlite3_stmt *
gp_db_prepare (GpDb *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int rc;

  if (!gp_db_settle (db, error))
    return NULL;
  rc = sqlite3_prepare_v3 (db->handle, sql, -1, 0, &statement, NULL);
  if (rc != SQLITE_OK)
    gp_db_fail (db, rc, error);
  return statement;
}

void
gp_db_bound (GpDb *db, int rc)
{
  if (db->unbound == SQLITE_OK)
    db->unbound = rc;
}

gboolean
gp_db_step (GpDb *db, sqlite3_stmt *statement, gboolean *row, GError **error)
{
  int rc = db->unbound;

  db->unbound = SQLITE_OK;
  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  *row = rc == SQLITE_ROW;
  return rc == SQLITE_ROW || rc == SQLITE_DONE || gp_db_fail (db, rc, error);
}

gboolean
gp_db_execute (GpDb *db, sqlite3_stmt *statement, GError **error)
{
  gboolean row;
  gboolean ok = gp_db_step (db, statement, &row, error);

  sqlite3_reset (statement);
  return ok;
}

gboolean
gp_db_number (GpDb *db, const char *sql, gint64 *out, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (db, sql, error);
  gboolean row;

  if (statement == NULL || !gp_db_step (db, statement, &row, error))
    return FALSE;
  if (!row)
    return gp_db_fail (db, SQLITE_CORRUPT, error);
  *out = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

gboolean
gp_db_cell (GpDb *db, sqlite3_stmt *statement, int column, const char **text, GError **error)
{
  int type = sqlite3_column_type (statement, column); /* before it is turned into text */

  *text = (const char *)sqlite3_column_text (statement, column);
  return *text != NULL || type == SQLITE_NULL || gp_db_fail (db, SQLITE_NOMEM, error);
}

const char *
gp_db_text (GpDb *db, sqlite3_stmt *statement, int column, gsize max, GError **error)
{
  const char *text;
  gsize size;

  if (!gp_db_cell (db, statement, column, &text, error))
    return NULL;
  if (text == NULL)
    return "";
  size = (gsize)sqlite3_column_bytes (statement, column);
  if (size > max || strlen (text) != size || !g_utf8_validate (text, (gssize)size, NULL)) {
    gp_db_fail (db, SQLITE_CORRUPT, error);
    return NULL;
  }
  return text;
}
