/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The number of the data as they are.
 *
 * 1. Same number, same data (publications are part of them): undo gives back the number before the
 *    edit, redo the one after it. So a plan is of the data as they are exactly when it has their
 *    number, and what a program keeps by number is right again after an undo. A plan that an edit
 *    does not concern takes the new number along (gp-store-touched.c).
 * 2. An edit takes a number that was never given, also not to an edit that was taken back and
 *    dropped since: a plan, or a program's memory, may still hold what was made from that.
 */
#include "gp-store-private.h"

gint64
gp_store_data_version (GpStore *store)
{
  gint64 version = 0;

  g_return_val_if_fail (store != NULL, 0);
  gp_db_number (store->db, "SELECT data_version FROM state", &version, NULL);
  return version;
}

static gboolean
run_with (GpDb *db, const char *sql, gint64 first, gint64 second, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, first);
  if (sqlite3_bind_parameter_count (statement) > 1)
    sqlite3_bind_int64 (statement, 2, second);
  return gp_db_execute (db, statement, error);
}

gboolean
gp_version_take (GpStore *store, gint64 *before, gint64 *after, GError **error)
{
  return gp_db_number (store->db, "SELECT data_version FROM state", before, error) &&
         gp_db_run (store->db,
                    "UPDATE state SET last_version = max (last_version, data_version) + 1",
                    error) &&
         gp_db_run (store->db, "UPDATE state SET data_version = last_version", error) &&
         gp_db_number (store->db, "SELECT data_version FROM state", after, error);
}

gboolean
gp_version_set (GpStore *store, gint64 version, gint64 fresh_plan, GError **error)
{
  return run_with (store->db, "UPDATE state SET data_version = ?1", version, 0, error) &&
         (fresh_plan == 0 || gp_version_set_plan (store, version, fresh_plan, error));
}

gboolean
gp_version_set_of (GpStore *store, const char *table, gint64 version, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET data_version = ?1 WHERE id = ?2", table);

  return run_with (store->db, sql, version, id, error);
}

gboolean
gp_version_set_plan (GpStore *store, gint64 version, gint64 plan, GError **error)
{
  return gp_version_set_of (store, "plans", version, plan, error);
}
