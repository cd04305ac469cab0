/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading: all tables, row by row, into a project that the model checks.
 *
 * Whatever the file holds goes in as text through gp_project_add_text (), so that one set of checks
 * bounds and judges every value, whether it comes from a CSV file, an edit or a stranger's project.
 * Reading stops at the first wrong row.
 *
 * 8,500 schools of 1,100 boards take about 15 ms, opening the file 12 ms (release
 * build).
 */
#include "gp-store-private.h"

typedef struct {
  gboolean any;
  GpTableId table, only; /* only: problems of other tables are not heard; GP_N_TABLES: all are */
  guint32 row;
  char *column, *message;
} Problem;

static void
problem_clear (Problem *problem)
{
  g_free (problem->column);
  g_free (problem->message);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Problem, problem_clear)

static void
hear (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  Problem *problem = data;

  if (problem->any || (problem->only != GP_N_TABLES && problem->only != table))
    return;
  problem->any = TRUE;
  problem->table = table;
  problem->row = row;
  problem->column = g_strdup (column);
  problem->message = g_strdup (message);
}

/* The code (or whatever comes first) of a row, for a person to find it by. */
static char *
row_name (GpDb *db, GpTableId table, guint32 row)
{
  const GpTable *info = gp_table (table);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY n LIMIT 1 OFFSET %u",
                                          info->columns[0].name, info->name, row);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (db, sql, NULL);
  g_autofree char *code = NULL;
  gboolean there = FALSE;

  if (statement == NULL || !gp_db_step (db, statement, &there, NULL) || !there ||
      sqlite3_column_text (statement, 0) == NULL)
    return g_strdup ("");
  code = g_strndup ((const char *)sqlite3_column_text (statement, 0), GP_CODE_MAX);
  return gp_error_text (code);
}

/* "schools, row 12 (08AB), pupils: ..." */
static void
tell (GpDb *db, const Problem *problem, GError **error)
{
  gboolean row = problem->table < GP_N_TABLES && problem->row != GP_NONE;
  const char *table = gp_table (problem->table)->name;
  g_autofree char *name = row ? row_name (db, problem->table, problem->row) : NULL;

  if (row && problem->column[0] != '\0')
    g_set_error (error, GP_ERROR, GP_ERROR_DATA, _ ("%s, row %u (%s), %s: %s."), table,
                 problem->row + 1, name, problem->column, problem->message);
  else if (row)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA, _ ("%s, row %u (%s): %s."), table,
                 problem->row + 1, name, problem->message);
  else if (problem->column[0] != '\0')
    g_set_error (error, GP_ERROR, GP_ERROR_DATA, "%s, %s: %s.", table, problem->column,
                 problem->message);
  else
    g_set_error (error, GP_ERROR, GP_ERROR_DATA, "%s: %s.", table, problem->message);
}

static gboolean
read_frame (GpDb *db, GpProject *project, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (db, "SELECT name, plan_from, last_year, goal_year FROM frame", error);
  GpYear years[3] = {GP_YEAR_NONE, GP_YEAR_NONE, GP_YEAR_NONE};
  const char *name;
  gboolean row;

  if (statement == NULL || !gp_db_step (db, statement, &row, error))
    return FALSE;
  if (!row)
    return gp_db_fail (db, SQLITE_CORRUPT, error);
  for (int i = 0; i < 3; i++) {
    const char *text;

    if (!gp_db_cell (db, statement, i + 1, &text, error))
      return FALSE;
    if (text != NULL && !gp_year_parse (text, &years[i]))
      return gp_db_fail (db, SQLITE_CORRUPT, error);
  }
  name = gp_db_text (db, statement, 0, GP_TEXT_MAX, error);
  if (name == NULL)
    return FALSE;
  gp_project_set_frame (project, name, years[0], years[1], years[2]);
  return TRUE;
}

static char *
select_sql (const GpTable *table)
{
  g_autoptr (GString) sql = g_string_new ("SELECT ");

  for (guint i = 0; i < table->n_columns; i++) {
    g_autofree char *name = gp_cell_sql_name (&table->columns[i]);

    g_string_append_printf (sql, "%s%s", i > 0 ? ", " : "", name);
  }
  g_string_append_printf (sql, " FROM %s ORDER BY n", table->name);
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* FALSE without an error when the row is wrong: the problem tells. */
static gboolean
add_row (GpDb *db, sqlite3_stmt *statement, GpTableId id, GpProject *project, GError **error)
{
  const GpTable *table = gp_table (id);
  const char *cells[32];
  char *money[32] = {NULL};
  gboolean ok = TRUE;

  g_assert (table->n_columns <= G_N_ELEMENTS (cells));
  for (guint i = 0; ok && i < table->n_columns; i++) {
    if (table->columns[i].type == GP_COLUMN_MONEY)
      cells[i] = money[i] = gp_money_text (sqlite3_column_int64 (statement, (int)i));
    else
      ok = gp_db_cell (db, statement, (int)i, &cells[i], error);
  }
  ok = ok && gp_project_add_text (project, id, cells);
  for (guint i = 0; i < table->n_columns; i++)
    g_free (money[i]);
  return ok;
}

static gboolean
read_table (GpDb *db, GpTableId id, GpProject *project, GError **error)
{
  g_autofree char *sql = select_sql (gp_table (id));
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (db, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (gp_db_step (db, statement, &row, error)) {
    if (!row)
      return TRUE;
    if (!add_row (db, statement, id, project, error))
      return FALSE;
  }
  return FALSE;
}

GpProject *
gp_snapshot_read (GpDb *db, GError **error)
{
  g_auto (Problem) problem = {.only = GP_N_TABLES};
  g_autoptr (GpProject) project = gp_project_new (hear, &problem);
  g_autoptr (GError) failure = NULL;
  gboolean ok = read_frame (db, project, &failure);

  for (int id = 0; ok && id < GP_N_TABLES; id++)
    ok = read_table (db, id, project, &failure);
  if (ok && gp_project_finish (project, &failure))
    return g_steal_pointer (&project);
  if (problem.any)
    tell (db, &problem, error);
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

gboolean
gp_snapshot_explain (GpDb *db, GpTableId table, const char *const *cells, GError **error)
{
  g_auto (Problem) problem = {.only = table};
  g_autoptr (GpProject) project = gp_project_new (hear, &problem);

  if (!read_frame (db, project, NULL))
    return FALSE;
  for (GpTableId id = 0; id < table; id++) {
    if (!read_table (db, id, project, NULL))
      return FALSE;
  }
  gp_project_add_text (project, table, cells);
  if (!problem.any)
    return FALSE;
  if (problem.column[0] != '\0')
    g_set_error (error, GP_ERROR, GP_ERROR_DATA, "%s, “%s”, %s: %s.", gp_table (table)->name,
                 cells[0] != NULL ? cells[0] : "", problem.column, problem.message);
  else
    g_set_error (error, GP_ERROR, GP_ERROR_DATA, "%s, “%s”: %s.", gp_table (table)->name,
                 cells[0] != NULL ? cells[0] : "", problem.message);
  return TRUE;
}

void
gp_store_keep_snapshot (GpStore *store, GpProject *snapshot)
{
  g_clear_pointer (&store->snapshot, gp_project_unref);
  store->snapshot = snapshot;
  if (snapshot != NULL && !gp_db_number (store->db, "PRAGMA data_version", &store->seen, NULL))
    g_clear_pointer (&store->snapshot, gp_project_unref);
}

static gboolean
is_fresh (GpStore *store)
{
  gint64 now;

  return store->snapshot != NULL && gp_db_number (store->db, "PRAGMA data_version", &now, NULL) &&
         now == store->seen;
}

/* All tables of one moment: without the write lock, another program may store an edit in between.
 */
static GpProject *
read_at_once (GpStore *store, GError **error)
{
  gboolean alone = sqlite3_get_autocommit (store->db->handle) == 0;
  GpProject *snapshot = NULL;

  if (!alone && !gp_db_run (store->db, "BEGIN", error))
    return NULL;
  snapshot = gp_snapshot_read (store->db, error);
  if (snapshot != NULL && store->session == NULL)
    gp_store_keep_snapshot (store, gp_project_ref (snapshot));
  if (!alone)
    gp_db_run (store->db, "ROLLBACK", NULL);
  return snapshot;
}

GpProject *
gp_store_snapshot (GpStore *store, GError **error)
{
  g_return_val_if_fail (store != NULL, NULL);
  if (store->session == NULL && is_fresh (store))
    return gp_project_ref (store->snapshot);
  return read_at_once (store, error);
}
