/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The published plan of a scenario.
 *
 * A publication is a row of published_plans that names a plan, and an edit like any other: one
 * entry of the history, that can be taken back and done again. The plans that such rows name or
 * have named stay in plans with published = 1; they are dropped when the history no longer reaches
 * back to them.
 */
#include "gp-store-private.h"

/* Between two events noted in seconds the clock may have turned. */
#define SLACK_SECONDS 60

static gboolean
run_with (GpDb *db, const char *sql, const char *scenario, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  gp_db_bound (db, sqlite3_bind_text (statement, 1, scenario, -1, SQLITE_TRANSIENT));
  sqlite3_bind_int64 (statement, 2, id);
  return gp_db_execute (db, statement, error);
}

static gboolean
point_to (GpDb *db, const char *scenario, gint64 id, GError **error)
{
  return run_with (db,
                   "INSERT INTO published_plans (n, scenario, plan) VALUES "
                   "((SELECT ifnull (max (n), 0) + 1 FROM published_plans), ?1, ?2) "
                   "ON CONFLICT (scenario) DO UPDATE SET plan = ?2",
                   scenario, id, error) &&
         run_with (db, "UPDATE plans SET published = 1 WHERE scenario = ?1 AND id = ?2", scenario,
                   id, error);
}

/* A plan that was replaced before the oldest entry of the history can never be asked for again. */
static gboolean
drop_forgotten (GpDb *db, GError **error)
{
  static const char sql[] =
      "DELETE FROM plans WHERE published = 1 AND id NOT IN (SELECT plan FROM published_plans) "
      "AND EXISTS (SELECT 1 FROM plans q WHERE q.scenario = plans.scenario AND q.published = 1 "
      "AND q.id > plans.id AND q.time + %d < "
      "(SELECT ifnull (min (time), 9223372036854775807) FROM history))";
  g_autofree char *exact = g_strdup_printf (sql, SLACK_SECONDS);

  return gp_db_run (db, exact, error);
}

static gboolean
refuse_parts (const char *scenario, GError **error)
{
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("The plan of scenario “%s” has no whole schools, so that it cannot be "
                  "published: make its whole-school plan first."),
               scenario);
  return FALSE;
}

/* What is published: a plan that is brought along, or (NULL) the one that is stored already. */
typedef struct {
  const char *scenario;
  const GpPackedPlan *packed;
} Publication;

/* The number and the version of the scenario's latest plan, if there is one and it is of whole
 * schools. */
static gboolean
find_latest (GpDb *db, const char *scenario, gint64 *id, gint64 *version, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (db,
                     "SELECT id, data_version, has_whole FROM plans WHERE scenario = ? "
                     "ORDER BY id DESC LIMIT 1",
                     error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  gp_db_bound (db, sqlite3_bind_text (statement, 1, scenario, -1, SQLITE_TRANSIENT));
  if (!gp_db_step (db, statement, &row, error))
    return FALSE;
  if (row && sqlite3_column_int (statement, 2) != 0) {
    *id = sqlite3_column_int64 (statement, 0);
    *version = sqlite3_column_int64 (statement, 1);
    return TRUE;
  }
  return refuse_parts (scenario, error);
}

static gboolean
write_or_find (GpDb *db, const Publication *it, gint64 *id, gint64 *version, GError **error)
{
  if (it->packed == NULL)
    return find_latest (db, it->scenario, id, version, error);
  *version = it->packed->plan->data_version;
  return gp_plan_write (db, it->packed, id, error);
}

/* A plan of the data as they are stays so: they change by nothing but this publication. */
static gboolean
publish (GpStore *store, const Publication *it, GError **error)
{
  gint64 id, of_plan, version;
  gboolean changed;

  return gp_db_number (store->db, "SELECT data_version FROM state", &version, error) &&
         write_or_find (store->db, it, &id, &of_plan, error) &&
         point_to (store->db, it->scenario, id, error) &&
         gp_history_write (store, of_plan == version ? id : 0, &changed, error) &&
         drop_forgotten (store->db, error);
}

static gboolean
publish_as (GpStore *store, const Publication *it, const char *label, GError **error)
{
  gboolean ok;

  if (!gp_store_start (store, error))
    return FALSE;
  ok = gp_history_start (store, error);
  if (ok) {
    store->label = g_strdup (label != NULL ? label : "");
    ok = publish (store, it, error);
    gp_history_stop (store);
  }
  if (ok)
    return gp_store_end (store, error);
  gp_store_cancel (store);
  return FALSE;
}

gboolean
gp_store_publish_plan (GpStore *store, const GpPlan *plan, const char *label, GError **error)
{
  g_autoptr (GpPackedPlan) packed = NULL;

  g_return_val_if_fail (store != NULL && store->session == NULL, FALSE);
  g_return_val_if_fail (plan != NULL && !plan->without_proofs, FALSE);
  if (!plan->has_whole)
    return refuse_parts (plan->scenario, error);
  packed = gp_packed_plan_new (plan, error);
  return packed != NULL && publish_as (store, &(Publication){plan->scenario, packed}, label, error);
}

gboolean
gp_store_publish_latest (GpStore *store, const char *scenario_code, const char *label,
                         GError **error)
{
  g_return_val_if_fail (store != NULL && store->session == NULL && scenario_code != NULL, FALSE);
  return publish_as (store, &(Publication){scenario_code, NULL}, label, error);
}

/* ---- reading ---------------------------------------------------------------------- */

/* The id of the plan that is published for the scenario or the nearest one above it; 0: none. */
static gboolean
find_published (GpDb *db, const char *scenario, gint64 *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (
      db,
      "WITH RECURSIVE up (scenario, depth) AS (SELECT ?1, 0 UNION ALL "
      "SELECT s.parent, depth + 1 FROM up JOIN scenarios s ON s.scenario = up.scenario "
      "WHERE s.parent IS NOT NULL AND depth < 1000) "
      "SELECT p.plan FROM up JOIN published_plans p ON p.scenario = up.scenario "
      "ORDER BY depth LIMIT 1",
      error);
  gboolean row;

  *id = 0;
  if (statement == NULL)
    return FALSE;
  gp_db_bound (db, sqlite3_bind_text (statement, 1, scenario, -1, SQLITE_TRANSIENT));
  if (!gp_db_step (db, statement, &row, error))
    return FALSE;
  if (row)
    *id = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

GpPlan *
gp_store_get_published (GpStore *store, const char *scenario_code, gint64 *when, GError **error)
{
  gboolean alone;
  GpPlan *plan = NULL;
  gint64 id;

  g_return_val_if_fail (store != NULL && scenario_code != NULL, NULL);
  alone = sqlite3_get_autocommit (store->db->handle) == 0;
  if (!alone && !gp_db_run (store->db, "BEGIN", error))
    return NULL;
  if (find_published (store->db, scenario_code, &id, error) && id != 0)
    plan = gp_plan_read_number (store->db, id, FALSE, when, error);
  if (!alone)
    gp_db_run (store->db, "ROLLBACK", NULL);
  return plan;
}
