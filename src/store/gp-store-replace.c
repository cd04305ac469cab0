/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All data at once: an import into a project, and the frame.
 *
 * A table that already holds the same rows in the same order is left alone, so that the history
 * holds what changed. Any other table is emptied and filled again, with row numbers never used
 * before in it: rows that merely trade places would make a changeset in which each needs the
 * other's code to be free first.
 */
#include "gp-store-private.h"

static gboolean
same_rows (const GpProject *a, const GpProject *b, GpTableId id)
{
  guint n_rows = gp_project_n_rows (a, id);
  guint n_columns = gp_table (id)->n_columns;

  if (n_rows != gp_project_n_rows (b, id))
    return FALSE;
  for (guint row = 0; row < n_rows; row++) {
    for (guint column = 0; column < n_columns; column++) {
      g_autofree char *left = gp_project_cell (a, id, row, column);
      g_autofree char *right = gp_project_cell (b, id, row, column);

      if (!g_str_equal (left, right))
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
fill_table (GpStore *store, const GpProject *project, GpTableId id, GError **error)
{
  guint n_rows = gp_project_n_rows (project, id);
  guint n_columns = gp_table (id)->n_columns;
  gboolean ok = TRUE;

  for (guint row = 0; ok && row < n_rows; row++) {
    char *cells[32];

    g_assert (n_columns <= G_N_ELEMENTS (cells));
    for (guint i = 0; i < n_columns; i++)
      cells[i] = gp_project_cell (project, id, row, i);
    ok = gp_store_insert (store, id, (const char *const *)cells, error);
    for (guint i = 0; i < n_columns; i++)
      g_free (cells[i]);
  }
  return ok;
}

static void
bind_year (GpDb *db, sqlite3_stmt *statement, int place, GpYear year)
{
  char text[GP_YEAR_BYTES];

  if (year == GP_YEAR_NONE)
    sqlite3_bind_null (statement, place);
  else
    gp_db_bound (db, sqlite3_bind_text (statement, place, gp_year_format (year, text), -1,
                                        SQLITE_TRANSIENT));
}

static gboolean
write_frame (GpDb *db, const char *name, GpYear plan_from, GpYear last_year, GpYear goal_year,
             GError **error)
{
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (
      db,
      "INSERT INTO frame (id, name, plan_from, last_year, goal_year) VALUES (1, ?1, ?2, ?3, ?4) "
      "ON CONFLICT (id) DO UPDATE SET name = ?1, plan_from = ?2, last_year = ?3, goal_year = ?4",
      error);

  if (statement == NULL)
    return FALSE;
  gp_db_bound (db, sqlite3_bind_text (statement, 1, name, -1, SQLITE_TRANSIENT));
  bind_year (db, statement, 2, plan_from);
  bind_year (db, statement, 3, last_year);
  bind_year (db, statement, 4, goal_year);
  return gp_db_execute (db, statement, error);
}

gboolean
gp_store_write_frame (GpDb *db, const GpProject *project, GError **error)
{
  return write_frame (db, project->name, project->plan_from, project->last_year,
                      project->has_goal_year ? project->goal_year : GP_YEAR_NONE, error);
}

gboolean
gp_store_set_frame (GpStore *store, const char *name, GpYear plan_from, GpYear last_year,
                    GpYear goal_year, GError **error)
{
  g_autoptr (GpProject) checked = NULL;

  g_return_val_if_fail (store != NULL && store->session != NULL && name != NULL, FALSE);
  checked = gp_project_new (NULL, NULL); /* the years' and the name's own rules, with a sentence */
  gp_project_set_frame (checked, name, plan_from, last_year, goal_year);
  return gp_project_finish (checked, error) &&
         write_frame (store->db, name, plan_from, last_year, goal_year, error);
}

gboolean
gp_store_fill (GpStore *store, const GpProject *project, GError **error)
{
  if (!gp_store_write_frame (store->db, project, error))
    return FALSE;
  for (int id = 0; id < GP_N_TABLES; id++) {
    store->next_n[id] = 1;
    if (!fill_table (store, project, id, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_store_replace (GpStore *store, const GpProject *project, GError **error)
{
  g_autoptr (GpProject) now = NULL;
  g_autoptr (GError) local = NULL;
  gboolean same[GP_N_TABLES];

  g_return_val_if_fail (store != NULL && store->session != NULL && project != NULL, FALSE);
  now = gp_snapshot_read (store->db, &local);
  if (now == NULL && !g_error_matches (local, GP_ERROR, GP_ERROR_DATA) &&
      !g_error_matches (local, GP_ERROR, GP_ERROR_DAMAGED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE; /* wrong data may go, but this is a drive or memory that fails */
  }
  if (!gp_db_run (store->db, "PRAGMA defer_foreign_keys = ON", error))
    return FALSE;
  for (int id = GP_N_TABLES - 1; id >= 0; id--) {
    g_autofree char *sql = g_strdup_printf ("DELETE FROM %s", gp_table (id)->name);

    same[id] = now != NULL && same_rows (now, project, id);
    if (!same[id] && !gp_db_run (store->db, sql, error))
      return FALSE;
  }
  for (int id = 0; id < GP_N_TABLES; id++) {
    if (!same[id] && !fill_table (store, project, id, error))
      return FALSE;
  }
  return gp_store_write_frame (store->db, project, error);
}
