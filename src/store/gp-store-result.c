/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Results that take minutes to find, kept beside the plans.
 *
 * 1. One of each kind for each scenario, apart from the history of edits: a result is no edit.
 * 2. They are bounded in number and in bytes; the oldest go.
 * 3. One of a scenario that is gone stays until the next one is kept, so that undo brings back
 * both.
 * 4. A text comes from a file, so from anybody: who asked for it judges it; here only its size is.
 */
#include "gp-store-private.h"

#include <string.h>

#define MOST_RESULTS 1000
#define MOST_BYTES (16 * 1024 * 1024)

void
gp_stored_result_free (GpStoredResult *self)
{
  g_free (self->text);
  g_free (self);
}

static gboolean
run_on (GpDb *db, const char *sql, const char *scenario, const char *kind, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  gp_db_bound (db, sqlite3_bind_text (statement, 1, scenario, -1, SQLITE_TRANSIENT));
  gp_db_bound (db, sqlite3_bind_text (statement, 2, kind, -1, SQLITE_TRANSIENT));
  return gp_db_execute (db, statement, error);
}

static gboolean
drop (GpDb *db, const char *scenario, const char *kind, GError **error)
{
  return run_on (db, "DELETE FROM results WHERE scenario = ?1 AND kind = ?2", scenario, kind,
                 error);
}

static gboolean
insert (GpDb *db, const char *scenario, const char *kind, const GpStoredResult *result,
        GError **error)
{
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (
      db,
      "INSERT INTO results (id, scenario, kind, time, data_version, text) VALUES ((SELECT ifnull "
      "(max (id), 0) + 1 FROM results), ?1, ?2, ?3, ?4, ?5)",
      error);

  if (statement == NULL)
    return FALSE;
  gp_db_bound (db, sqlite3_bind_text (statement, 1, scenario, -1, SQLITE_TRANSIENT));
  gp_db_bound (db, sqlite3_bind_text (statement, 2, kind, -1, SQLITE_TRANSIENT));
  sqlite3_bind_int64 (statement, 3, result->when);
  sqlite3_bind_int64 (statement, 4, result->data_version);
  gp_db_bound (db, sqlite3_bind_text (statement, 5, result->text, -1, SQLITE_STATIC));
  return gp_db_execute (db, statement, error);
}

static gboolean
bound (GpDb *db, GError **error)
{
  static const char sql[] =
      "DELETE FROM results WHERE id <= (SELECT ifnull (max (id), 0) FROM ("
      "SELECT id, row_number () OVER newest AS place, sum (octets) OVER newest AS bytes FROM ("
      "SELECT id, length (CAST (text AS BLOB)) AS octets FROM results)"
      " WINDOW newest AS (ORDER BY id DESC)) WHERE place > %d OR bytes > %d)";
  g_autofree char *bounded = g_strdup_printf (sql, MOST_RESULTS, MOST_BYTES);

  return gp_db_run (db, bounded, error);
}

static gboolean
put (GpDb *db, const char *scenario, const char *kind, const GpStoredResult *result, GError **error)
{
  return drop (db, scenario, kind, error) &&
         gp_db_run (db,
                    "DELETE FROM results WHERE scenario NOT IN (SELECT scenario FROM scenarios)",
                    error) &&
         insert (db, scenario, kind, result, error) && bound (db, error);
}

gboolean
gp_store_put_result (GpStore *store, const char *scenario_code, const char *kind,
                     gint64 data_version, const char *text, GError **error)
{
  GpStoredResult result = {.data_version = data_version,
                           .when = g_get_real_time () / G_USEC_PER_SEC,
                           .text = (char *)text};

  g_return_val_if_fail (store != NULL && store->session == NULL && text != NULL, FALSE);
  if (strlen (text) > GP_RESULT_MOST_BYTES) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("The result is too large to be kept in the project file."));
    return FALSE;
  }
  if (!gp_store_start (store, error))
    return FALSE;
  if (put (store->db, scenario_code, kind, &result, error))
    return gp_store_end (store, error);
  gp_store_cancel (store);
  return FALSE;
}

gboolean
gp_store_drop_result (GpStore *store, const char *scenario_code, const char *kind, GError **error)
{
  g_return_val_if_fail (store != NULL && store->session == NULL, FALSE);
  if (!gp_store_start (store, error))
    return FALSE;
  if (drop (store->db, scenario_code, kind, error))
    return gp_store_end (store, error);
  gp_store_cancel (store);
  return FALSE;
}

GpStoredResult *
gp_store_get_result (GpStore *store, const char *scenario_code, const char *kind, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  GpStoredResult *result;
  const char *text;
  gboolean row;

  g_return_val_if_fail (store != NULL && scenario_code != NULL && kind != NULL, NULL);
  statement = gp_db_prepare (
      store->db, "SELECT data_version, time, text FROM results WHERE scenario = ?1 AND kind = ?2",
      error);
  if (statement == NULL)
    return NULL;
  gp_db_bound (store->db, sqlite3_bind_text (statement, 1, scenario_code, -1, SQLITE_STATIC));
  gp_db_bound (store->db, sqlite3_bind_text (statement, 2, kind, -1, SQLITE_STATIC));
  if (!gp_db_step (store->db, statement, &row, error) || !row)
    return NULL;
  text = gp_db_text (store->db, statement, 2, GP_RESULT_MOST_BYTES, error);
  if (text == NULL)
    return NULL;
  result = g_new0 (GpStoredResult, 1);
  result->data_version = sqlite3_column_int64 (statement, 0);
  result->when = sqlite3_column_int64 (statement, 1);
  result->text = g_strdup (text);
  return result;
}
