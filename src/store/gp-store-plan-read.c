/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans out of the file, each value checked: a plan that makes no sense is a damaged file. */
#include "gp-store-private.h"

#include <math.h>

static double
column_number (sqlite3_stmt *statement, int column)
{
  return sqlite3_column_type (statement, column) == SQLITE_NULL
             ? NAN
             : sqlite3_column_double (statement, column);
}

static gboolean
damaged (GpDb *db, GError **error)
{
  g_autofree char *name = g_filename_display_name (db->path);

  g_set_error (error, GP_ERROR, GP_ERROR_DAMAGED,
               _ ("A plan in “%s” is damaged: make that plan again."), name);
  return FALSE;
}

/* A statement on the rows of one plan. */
static sqlite3_stmt *
select_of (GpDb *db, const char *sql, gint64 id, GError **error)
{
  sqlite3_stmt *statement = gp_db_prepare (db, sql, error);

  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, id);
  return statement;
}

static gboolean
parse_row_words (const char *const *texts, GpPlanRow *row)
{
  row->programme = GP_PROGRAMME_NONE;
  row->year = GP_YEAR_NONE;
  return gp_plan_row_kind_parse (texts[0], &row->kind) &&
         (*texts[5] == '\0' || gp_need_parse (texts[5], &row->need)) &&
         (*texts[6] == '\0' || gp_programme_parse (texts[6], &row->programme)) &&
         (*texts[7] == '\0' || gp_year_parse (texts[7], &row->year));
}

static gboolean
add_row (GpDb *db, sqlite3_stmt *statement, GpPlan *plan, GpPlanPart part, GError **error)
{
  const char *texts[8];
  GpPlanRow row = {0};

  for (int i = 0; i < 8; i++) {
    texts[i] = gp_db_text (db, statement, i, GP_CODE_MAX, error);
    if (texts[i] == NULL)
      return FALSE;
  }
  row.amount = column_number (statement, 8);
  if (!parse_row_words (texts, &row) || !isfinite (row.amount))
    return damaged (db, error);
  row.board = texts[1];
  row.sector = texts[2];
  row.region = texts[3];
  row.to_region = texts[4];
  row.hundredths = sqlite3_column_int64 (statement, 9);
  gp_plan_add_row (plan, part, &row);
  return TRUE;
}

static gboolean
read_rows (GpDb *db, gint64 id, GpPlan *plan, GpPlanPart part, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      select_of (db,
                 "SELECT kind, board, sector, region, to_region, need, programme, year, amount, "
                 "hundredths FROM plan_rows WHERE plan = ? AND part = ? ORDER BY n",
                 id, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  gp_db_bound (db, sqlite3_bind_text (statement, 2, part == GP_PART_WHOLE ? "whole" : "relaxed", -1,
                                      SQLITE_STATIC));
  for (guint n = 0; gp_db_step (db, statement, &row, error); n++) {
    if (!row)
      return TRUE;
    if (n >= GP_PLAN_MAX_ROWS)
      return damaged (db, error);
    if (!add_row (db, statement, plan, part, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
parse_held (const char *text, double held[static GP_N_PRIORITIES])
{
  for (int i = 0; i < GP_N_PRIORITIES; i++) {
    char *end = NULL;

    held[i] = g_ascii_strtod (text, &end);
    if (end == text)
      return FALSE;
    text = end;
  }
  return *text == '\0';
}

/* The columns of a number of rows and their blob; *rows is to be freed. */
static gboolean
read_proof (GpDb *db, sqlite3_stmt *statement, int column, const GpProofRow **rows, guint *n_rows,
            GStringChunk *chunk, GError **error)
{
  gint64 n = sqlite3_column_int64 (statement, column);
  const void *bytes = sqlite3_column_blob (statement, column + 1);
  gsize size = (gsize)sqlite3_column_bytes (statement, column + 1);
  GpProofRow *made;

  if (n < 0 || n > GP_PROOF_MAX_ROWS)
    return damaged (db, error);
  made = g_try_new0 (GpProofRow, (gsize)n + 1);
  if (made == NULL)
    return gp_db_fail (db, SQLITE_NOMEM, error);
  *rows = made;
  *n_rows = (guint)n;
  return (bytes != NULL && gp_proof_unpack (bytes, size, made, (guint)n, chunk)) ||
         damaged (db, error);
}

/* The bound on whole plans, which older plans do not have. */
static gboolean
read_bound (GpDb *db, sqlite3_stmt *statement, const GpPlan *plan, GpPlanPriority *priority,
            GStringChunk *chunk, GError **error)
{
  const char *held;

  priority->bound = column_number (statement, 6);
  if (isnan (priority->bound))
    return TRUE;
  held = gp_db_text (db, statement, 7, GP_TEXT_MAX, error);
  if (held == NULL)
    return FALSE;
  if (!parse_held (held, priority->bound_held))
    return damaged (db, error);
  return plan->without_proofs || read_proof (db, statement, 8, &priority->bound_proof,
                                             &priority->n_bound_proof, chunk, error);
}

static gboolean
add_priority (GpDb *db, sqlite3_stmt *statement, GpPlan *plan, GError **error)
{
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (4096);
  GpPlanPriority priority = {0};
  const char *name = gp_db_text (db, statement, 0, GP_CODE_MAX, error);
  const char *held = gp_db_text (db, statement, 3, GP_TEXT_MAX, error);
  gboolean ok;

  if (name == NULL || held == NULL)
    return FALSE;
  if (plan->n_priorities >= GP_N_PRIORITIES || !gp_priority_parse (name, &priority.id) ||
      !parse_held (held, priority.held))
    return damaged (db, error);
  for (guint i = 0; i < plan->n_priorities; i++) {
    if (plan->priorities[i].id == priority.id)
      return damaged (db, error);
  }
  priority.relaxed = column_number (statement, 1);
  priority.whole = column_number (statement, 2);
  ok = (plan->without_proofs ||
        read_proof (db, statement, 4, &priority.proof, &priority.n_proof, chunk, error)) &&
       read_bound (db, statement, plan, &priority, chunk, error);
  if (ok)
    gp_plan_add_priority (plan, &priority);
  g_free ((gpointer)priority.proof);
  g_free ((gpointer)priority.bound_proof);
  return ok;
}

/* All proofs together: each by itself may be large, and packed they take no room in the file. */
static gboolean
check_proofs (GpDb *db, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      select_of (db,
                 "SELECT (SELECT total (proof_rows) FROM plan_priorities WHERE plan = ?1) + "
                 "(SELECT total (proof_rows) FROM plan_bounds WHERE plan = ?1)",
                 id, error);
  gboolean row;

  if (statement == NULL || !gp_db_step (db, statement, &row, error))
    return FALSE;
  return sqlite3_column_double (statement, 0) <= GP_PROOF_MAX_ROWS || damaged (db, error);
}

static gboolean
read_priorities (GpDb *db, gint64 id, GpPlan *plan, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      select_of (db,
                 "SELECT p.priority, p.relaxed, p.whole, p.held, p.proof_rows, p.proof, b.bound, "
                 "b.held, b.proof_rows, b.proof FROM plan_priorities p LEFT JOIN plan_bounds b "
                 "ON b.plan = p.plan AND b.rank = p.rank WHERE p.plan = ? ORDER BY p.rank",
                 id, error);
  gboolean row;

  while (statement != NULL && gp_db_step (db, statement, &row, error)) {
    if (!row)
      return TRUE;
    if (!add_priority (db, statement, plan, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
read_conflicts (GpDb *db, gint64 id, GpPlan *plan, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = select_of (
      db, "SELECT sentence FROM plan_conflicts WHERE plan = ? ORDER BY n LIMIT 10000", id, error);
  gboolean row;

  while (statement != NULL && gp_db_step (db, statement, &row, error)) {
    const char *sentence;

    if (!row)
      return TRUE;
    sentence = gp_db_text (db, statement, 0, GP_TEXT_MAX, error);
    if (sentence == NULL)
      return FALSE;
    gp_plan_add_conflict (plan, sentence);
  }
  return FALSE;
}

/* The columns of SELECT_PLANS. */
#define SELECT_PLANS                                                                               \
  "SELECT id, status, has_whole, data_version, seconds_read, seconds_relaxed, seconds_whole, "     \
  "scenario, time FROM plans "

static GpPlan *
read_plan (GpDb *db, sqlite3_stmt *statement, gboolean proofs, GError **error)
{
  gint64 id = sqlite3_column_int64 (statement, 0);
  const char *word = gp_db_text (db, statement, 1, GP_CODE_MAX, error);
  const char *scenario = word != NULL ? gp_db_text (db, statement, 7, GP_CODE_MAX, error) : NULL;
  g_autoptr (GpPlan) plan = NULL;
  GpPlanStatus status;

  if (scenario == NULL)
    return NULL;
  if (!gp_plan_status_parse (word, &status)) {
    damaged (db, error);
    return NULL;
  }
  plan = gp_plan_new (scenario, status);
  if (!proofs)
    gp_plan_leave_out_proofs (plan);
  gp_plan_set_whole (plan, sqlite3_column_int (statement, 2) != 0);
  gp_plan_set_data_version (plan, sqlite3_column_int64 (statement, 3));
  gp_plan_set_seconds (plan, sqlite3_column_double (statement, 4),
                       sqlite3_column_double (statement, 5), sqlite3_column_double (statement, 6));
  if (!read_rows (db, id, plan, GP_PART_RELAXED, error) ||
      !read_rows (db, id, plan, GP_PART_WHOLE, error) || !check_proofs (db, id, error) ||
      !read_priorities (db, id, plan, error) || !read_conflicts (db, id, plan, error))
    return NULL;
  gp_plan_finish (plan);
  return g_steal_pointer (&plan);
}

GpPlan *
gp_plan_read (GpDb *db, const char *scenario, gboolean proofs, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (db, SELECT_PLANS "WHERE scenario = ? ORDER BY id DESC LIMIT 1", error);
  gboolean row;

  if (statement == NULL)
    return NULL;
  gp_db_bound (db, sqlite3_bind_text (statement, 1, scenario, -1, SQLITE_TRANSIENT));
  if (!gp_db_step (db, statement, &row, error) || !row)
    return NULL;
  return read_plan (db, statement, proofs, error);
}

GpPlan *
gp_plan_read_number (GpDb *db, gint64 id, gboolean proofs, gint64 *when, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = select_of (db, SELECT_PLANS "WHERE id = ?", id, error);
  gboolean row;

  if (statement == NULL || !gp_db_step (db, statement, &row, error))
    return NULL;
  if (!row) {
    damaged (db, error);
    return NULL;
  }
  if (when != NULL)
    *when = sqlite3_column_int64 (statement, 8);
  return read_plan (db, statement, proofs, error);
}
