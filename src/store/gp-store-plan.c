/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans into the file: one transaction each, apart from the history of edits. */
#include "gp-store-private.h"

#include <math.h>

static const char *const part_names[GP_N_PARTS] = {"relaxed", "whole"};

static void
bind_text (GpDb *db, sqlite3_stmt *statement, int place, const char *text)
{
  gp_db_bound (db, sqlite3_bind_text (statement, place, text, -1, SQLITE_TRANSIENT));
}

/* A text that lives until the statement is run. */
static void
bind_lasting (GpDb *db, sqlite3_stmt *statement, int place, const char *text)
{
  gp_db_bound (db, sqlite3_bind_text (statement, place, text, -1, SQLITE_STATIC));
}

/* SQLite has no NaN: NULL stands for it. */
static void
bind_number (sqlite3_stmt *statement, int place, double value)
{
  if (isnan (value))
    sqlite3_bind_null (statement, place);
  else
    sqlite3_bind_double (statement, place, value);
}

static gboolean
drop_latest (GpDb *db, const char *scenario, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (db, "DELETE FROM plans WHERE scenario = ? AND published = 0", error);

  if (statement == NULL)
    return FALSE;
  bind_text (db, statement, 1, scenario);
  return gp_db_execute (db, statement, error);
}

static gboolean
insert_plan (GpDb *db, const GpPlan *plan, gint64 *id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (
      db,
      "INSERT INTO plans (id, scenario, published, time, status, has_whole, data_version, "
      "seconds_read, seconds_relaxed, seconds_whole) "
      "VALUES ((SELECT ifnull (max (id), 0) + 1 FROM plans), ?, 0, ?, ?, ?, ?, ?, ?, ?)",
      error);

  if (statement == NULL)
    return FALSE;
  bind_text (db, statement, 1, plan->scenario);
  sqlite3_bind_int64 (statement, 2, g_get_real_time () / G_USEC_PER_SEC);
  bind_text (db, statement, 3, gp_plan_status_name (plan->status));
  sqlite3_bind_int (statement, 4, plan->has_whole);
  sqlite3_bind_int64 (statement, 5, plan->data_version);
  sqlite3_bind_double (statement, 6, plan->seconds_read);
  sqlite3_bind_double (statement, 7, plan->seconds_relaxed);
  sqlite3_bind_double (statement, 8, plan->seconds_whole);
  if (!gp_db_execute (db, statement, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (db->handle);
  return TRUE;
}

static gboolean
insert_row (GpDb *db, sqlite3_stmt *statement, const GpPlanRow *row, guint n, GError **error)
{
  char year[GP_YEAR_BYTES];

  sqlite3_bind_int64 (statement, 3, n);
  bind_lasting (db, statement, 4, gp_plan_row_kind_name (row->kind));
  bind_lasting (db, statement, 5, row->board);
  bind_lasting (db, statement, 6, row->sector);
  bind_lasting (db, statement, 7, row->region);
  bind_lasting (db, statement, 8, row->to_region);
  bind_lasting (db, statement, 9, row->kind == GP_ROW_START ? gp_need_name (row->need) : "");
  bind_lasting (db, statement, 10, gp_programme_name (row->programme));
  bind_lasting (db, statement, 11, gp_year_format (row->year, year));
  bind_number (statement, 12, row->amount);
  sqlite3_bind_int64 (statement, 13, row->hundredths);
  return gp_db_execute (db, statement, error);
}

static gboolean
insert_rows (GpDb *db, const GpPlan *plan, GpPlanPart part, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (db,
                     "INSERT INTO plan_rows (plan, part, n, kind, board, sector, region, "
                     "to_region, need, programme, year, amount, hundredths) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  bind_lasting (db, statement, 2, part_names[part]);
  for (guint i = 0; i < plan->n_rows[part]; i++) {
    if (!insert_row (db, statement, &plan->rows[part][i], i + 1, error))
      return FALSE;
  }
  return TRUE;
}

static char *
held_text (const double held[GP_N_PRIORITIES])
{
  GString *text = g_string_new (NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (int i = 0; i < GP_N_PRIORITIES; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            g_ascii_dtostr (number, sizeof number, held[i]));
  return g_string_free (text, FALSE);
}

static void
bind_packed (GpDb *db, sqlite3_stmt *statement, int place, GBytes *bytes)
{
  gp_db_bound (db, sqlite3_bind_blob64 (statement, place, g_bytes_get_data (bytes, NULL),
                                        g_bytes_get_size (bytes), SQLITE_STATIC));
}

static gboolean
insert_priority (GpDb *db, sqlite3_stmt *statement, const GpPlanPriority *priority, GBytes *proof,
                 GError **error)
{
  g_autofree char *held = held_text (priority->held);

  bind_text (db, statement, 3, gp_priority_name (priority->id));
  bind_number (statement, 4, priority->relaxed);
  bind_number (statement, 5, priority->whole);
  bind_text (db, statement, 6, held);
  sqlite3_bind_int64 (statement, 7, priority->n_proof);
  bind_packed (db, statement, 8, proof);
  return gp_db_execute (db, statement, error);
}

static gboolean
insert_priorities (GpDb *db, const GpPackedPlan *packed, gint64 id, GError **error)
{
  const GpPlan *plan = packed->plan;
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (db,
                     "INSERT INTO plan_priorities (plan, rank, priority, relaxed, whole, held, "
                     "proof_rows, proof) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                     error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  for (guint i = 0; i < plan->n_priorities; i++) {
    sqlite3_bind_int64 (statement, 2, i + 1);
    if (!insert_priority (db, statement, &plan->priorities[i], packed->proofs[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
insert_bound (GpDb *db, sqlite3_stmt *statement, const GpPlanPriority *priority, GBytes *proof,
              GError **error)
{
  g_autofree char *held = held_text (priority->bound_held);

  bind_number (statement, 3, priority->bound);
  bind_text (db, statement, 4, held);
  sqlite3_bind_int64 (statement, 5, priority->n_bound_proof);
  bind_packed (db, statement, 6, proof);
  return gp_db_execute (db, statement, error);
}

/* The bounds on whole plans, where there are any. */
static gboolean
insert_bounds (GpDb *db, const GpPackedPlan *packed, gint64 id, GError **error)
{
  const GpPlan *plan = packed->plan;
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (db,
                     "INSERT INTO plan_bounds (plan, rank, bound, held, proof_rows, proof) "
                     "VALUES (?, ?, ?, ?, ?, ?)",
                     error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  for (guint i = 0; i < plan->n_priorities; i++) {
    sqlite3_bind_int64 (statement, 2, i + 1);
    if (!isnan (plan->priorities[i].bound) &&
        !insert_bound (db, statement, &plan->priorities[i], packed->bounds[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
insert_conflicts (GpDb *db, const GpPlan *plan, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (db, "INSERT INTO plan_conflicts (plan, n, sentence) VALUES (?, ?, ?)", error);
  guint n = MIN (plan->n_conflicts, GP_PLAN_MAX_CONFLICTS);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  for (guint i = 0; i < n; i++) {
    sqlite3_bind_int64 (statement, 2, i + 1);
    bind_text (db, statement, 3, plan->conflicts[i]);
    if (!gp_db_execute (db, statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_plan_write (GpDb *db, const GpPackedPlan *packed, gint64 *id, GError **error)
{
  const GpPlan *plan = packed->plan;

  if (!drop_latest (db, plan->scenario, error) || !insert_plan (db, plan, id, error))
    return FALSE;
  for (int part = 0; part < GP_N_PARTS; part++) {
    if (!insert_rows (db, plan, part, *id, error))
      return FALSE;
  }
  return insert_priorities (db, packed, *id, error) && insert_bounds (db, packed, *id, error) &&
         insert_conflicts (db, plan, *id, error);
}

gboolean
gp_store_put_packed (GpStore *store, const GpPackedPlan *packed, GError **error)
{
  gint64 id;

  g_return_val_if_fail (store != NULL && store->session == NULL && packed != NULL, FALSE);
  if (!gp_store_start (store, error))
    return FALSE;
  if (gp_plan_write (store->db, packed, &id, error))
    return gp_store_end (store, error);
  gp_store_cancel (store);
  return FALSE;
}

gboolean
gp_store_put_plan (GpStore *store, const GpPlan *plan, GError **error)
{
  g_autoptr (GpPackedPlan) packed = NULL;

  g_return_val_if_fail (store != NULL && plan != NULL && !plan->without_proofs, FALSE);
  packed = gp_packed_plan_new (plan, error);
  return packed != NULL && gp_store_put_packed (store, packed, error);
}

static GpPlan *
get_plan (GpStore *store, const char *scenario_code, gboolean proofs, GError **error)
{
  gboolean alone;
  GpPlan *plan;

  g_return_val_if_fail (store != NULL && scenario_code != NULL, NULL);
  alone = sqlite3_get_autocommit (store->db->handle) == 0;
  if (!alone && !gp_db_run (store->db, "BEGIN", error))
    return NULL;
  plan = gp_plan_read (store->db, scenario_code, proofs, error);
  if (!alone)
    gp_db_run (store->db, "ROLLBACK", NULL);
  return plan;
}

GpPlan *
gp_store_get_plan (GpStore *store, const char *scenario_code, GError **error)
{
  return get_plan (store, scenario_code, TRUE, error);
}

GpPlan *
gp_store_get_plan_figures (GpStore *store, const char *scenario_code, GError **error)
{
  return get_plan (store, scenario_code, FALSE, error);
}
