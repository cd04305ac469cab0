/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Edits: begin, puts and deletes, commit.
 *
 * A row is checked three times, each time for what can be known then: its values when they are
 * bound, the table's rules and its references by SQLite, and the whole project by the model at
 * commit. When SQLite refuses a row, the model is asked for the sentence.
 */
#include "gp-store-private.h"

/* "ifnull (year, '') = ?2": how the key index of a table sees a column. */
static void
append_key (GString *sql, const GpTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->n_columns; i++) {
    const GpColumn *column = &table->columns[i];
    gboolean null = column->may_be_empty && column->type != GP_COLUMN_TEXT;

    if (!column->key)
      continue;
    g_string_append_printf (sql, null ? "%s ifnull (%s, '') = ?" : "%s %s = ?",
                            n > 0 ? " AND" : " WHERE", column->name);
    n++;
  }
}

static char *
find_sql (const GpTable *table, const char *verb)
{
  GString *sql = g_string_new (verb);

  g_string_append_printf (sql, " FROM %s", table->name);
  append_key (sql, table);
  return g_string_free (sql, FALSE);
}

static char *
insert_sql (const GpTable *table)
{
  GString *sql = g_string_new ("INSERT INTO ");
  GString *marks = g_string_new ("?");

  g_string_append_printf (sql, "%s (n", table->name);
  for (guint i = 0; i < table->n_columns; i++) {
    g_autofree char *name = gp_cell_sql_name (&table->columns[i]);

    g_string_append_printf (sql, ", %s", name);
    g_string_append (marks, ", ?");
  }
  g_string_append_printf (sql, ") VALUES (%s)", marks->str);
  g_string_free (marks, TRUE);
  return g_string_free (sql, FALSE);
}

static char *
update_sql (const GpTable *table)
{
  GString *sql = g_string_new ("UPDATE ");
  guint n = 0;

  g_string_append (sql, table->name);
  for (guint i = 0; i < table->n_columns; i++) {
    g_autofree char *name = gp_cell_sql_name (&table->columns[i]);

    if (!table->columns[i].key)
      g_string_append_printf (sql, "%s %s = ?", n++ > 0 ? "," : " SET", name);
  }
  g_string_append (sql, " WHERE n = ?");
  return g_string_free (sql, FALSE);
}

static sqlite3_stmt *
prepare_once (GpStore *store, sqlite3_stmt **place, char *sql, GError **error)
{
  if (*place == NULL)
    *place = gp_db_prepare (store->db, sql, error);
  g_free (sql);
  return *place;
}

void
gp_store_drop_statements (GpStore *store)
{
  for (int i = 0; i < GP_N_TABLES; i++) {
    g_clear_pointer (&store->statements[i].find, sqlite3_finalize);
    g_clear_pointer (&store->statements[i].insert, sqlite3_finalize);
    g_clear_pointer (&store->statements[i].update, sqlite3_finalize);
    g_clear_pointer (&store->statements[i].drop, sqlite3_finalize);
  }
}

/* gp_cell_bind () fails for a text that is no such value, and when SQLite has no memory for it. */
static gboolean
lacks_memory (const GpStore *store)
{
  return sqlite3_errcode (store->db->handle) == SQLITE_NOMEM;
}

/* A row that SQLite or gp_cell_bind () refused: the model's sentence, else what SQLite says. */
static gboolean
refuse_row (GpStore *store, GpTableId id, const char *const *cells, int rc, GError **error)
{
  const GpTable *table = gp_table (id);

  if (rc == SQLITE_OK && lacks_memory (store))
    rc = SQLITE_NOMEM;
  if (rc != SQLITE_OK && (rc & 0xff) != SQLITE_CONSTRAINT)
    return gp_db_fail (store->db, rc, error);
  if (gp_snapshot_explain (store->db, id, cells, error))
    return FALSE;
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("%s, “%s”: the row cannot be stored as it is (%s)."), table->name,
               cells[0] != NULL ? cells[0] : "",
               rc == SQLITE_OK ? _ ("a value cannot be read") : sqlite3_errmsg (store->db->handle));
  return FALSE;
}

/* Binds the columns that are (not) part of the key from place on; returns the next place, or 0 when
 * a cell cannot be read. */
static int
bind_cells (sqlite3_stmt *statement, int place, const GpTable *table, const char *const *cells,
            gboolean all, gboolean keys)
{
  for (guint i = 0; i < table->n_columns; i++) {
    const GpColumn *column = &table->columns[i];

    if ((all || column->key == keys) &&
        !gp_cell_bind (statement, place++, column, cells[i], keys && !all))
      return 0;
  }
  return place;
}

static int
run (sqlite3_stmt *statement)
{
  int rc = sqlite3_step (statement);

  sqlite3_reset (statement);
  return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

gboolean
gp_store_insert (GpStore *store, GpTableId id, const char *const *cells, GError **error)
{
  const GpTable *table = gp_table (id);
  GpTableStatements *made = &store->statements[id];
  sqlite3_stmt *insert = made->insert;
  int rc;

  if (insert == NULL)
    insert = prepare_once (store, &made->insert, insert_sql (table), error);
  if (insert == NULL)
    return FALSE;
  if (bind_cells (insert, 2, table, cells, TRUE, FALSE) == 0)
    return refuse_row (store, id, cells, SQLITE_OK, error);
  sqlite3_bind_int64 (insert, 1, store->next_n[id]);
  rc = run (insert);
  if (rc != SQLITE_OK)
    return refuse_row (store, id, cells, rc, error);
  store->next_n[id]++;
  return TRUE;
}

static gboolean
update (GpStore *store, GpTableId id, gint64 n, const char *const *cells, GError **error)
{
  const GpTable *table = gp_table (id);
  GpTableStatements *made = &store->statements[id];
  sqlite3_stmt *statement = prepare_once (store, &made->update, update_sql (table), error);
  int place, rc;

  if (statement == NULL)
    return FALSE;
  place = bind_cells (statement, 1, table, cells, FALSE, FALSE);
  if (place == 0)
    return refuse_row (store, id, cells, SQLITE_OK, error);
  sqlite3_bind_int64 (statement, place, n);
  rc = run (statement);
  return rc == SQLITE_OK || refuse_row (store, id, cells, rc, error);
}

gboolean
gp_store_find_row (GpStore *store, GpTableId id, const char *const *cells, gboolean *there,
                   gint64 *n, GError **error)
{
  sqlite3_stmt *find = prepare_once (store, &store->statements[id].find,
                                     find_sql (gp_table (id), "SELECT n"), error);
  gboolean ok;

  if (find == NULL)
    return FALSE;
  if (bind_cells (find, 1, gp_table (id), cells, FALSE, TRUE) == 0)
    return refuse_row (store, id, cells, SQLITE_OK, error);
  ok = gp_db_step (store->db, find, there, error);
  *n = ok ? sqlite3_column_int64 (find, 0) : 0;
  sqlite3_reset (find);
  return ok;
}

gboolean
gp_store_put (GpStore *store, GpTableId id, const char *const *cells, GError **error)
{
  gboolean there;
  gint64 n;

  g_return_val_if_fail (store != NULL && store->session != NULL && cells != NULL, FALSE);
  g_return_val_if_fail ((guint)id < GP_N_TABLES, FALSE);
  if (!gp_store_find_row (store, id, cells, &there, &n, error))
    return FALSE;
  return there ? update (store, id, n, cells, error) : gp_store_insert (store, id, cells, error);
}

/* Says which table still refers to a row, where that can be told. */
static gboolean
refuse_delete (GpStore *store, GpTableId id, const char *const *key, int rc, GError **error)
{
  if (rc != SQLITE_CONSTRAINT_FOREIGNKEY)
    return gp_db_fail (store->db, rc, error);
  for (int other = 0; other < GP_N_TABLES; other++) {
    const GpTable *table = gp_table (other);

    for (guint i = 0; i < table->n_columns; i++) {
      g_autofree char *sql = NULL;
      g_autoptr (sqlite3_stmt) statement = NULL;

      if (table->columns[i].type != GP_COLUMN_REFERENCE || table->columns[i].reference != id)
        continue;
      sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE %s = ?", table->name,
                             table->columns[i].name);
      statement = gp_db_prepare (store->db, sql, NULL);
      if (statement == NULL || !gp_cell_bind (statement, 1, &table->columns[i], key[0], FALSE) ||
          sqlite3_step (statement) != SQLITE_ROW || sqlite3_column_int64 (statement, 0) == 0)
        continue;
      g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                   _ ("%s, “%s”: %d rows of %s still refer to it; change or delete those first."),
                   gp_table (id)->name, key[0], (int)sqlite3_column_int64 (statement, 0),
                   table->name);
      return FALSE;
    }
  }
  return gp_db_fail (store->db, rc, error);
}

static gboolean
bind_key (sqlite3_stmt *statement, const GpTable *table, const char *const *key)
{
  int place = 1;

  for (guint i = 0; i < table->n_columns; i++) {
    if (table->columns[i].key) {
      if (!gp_cell_bind (statement, place, &table->columns[i], key[place - 1], TRUE))
        return FALSE;
      place++;
    }
  }
  return TRUE;
}

gboolean
gp_store_delete (GpStore *store, GpTableId id, const char *const *key, GError **error)
{
  const GpTable *table = gp_table (id);
  sqlite3_stmt *drop;
  int rc = SQLITE_OK;

  g_return_val_if_fail (store != NULL && store->session != NULL && key != NULL, FALSE);
  g_return_val_if_fail ((guint)id < GP_N_TABLES, FALSE);
  drop = prepare_once (store, &store->statements[id].drop, find_sql (table, "DELETE"), error);
  if (drop == NULL)
    return FALSE;
  if (bind_key (drop, table, key)) {
    rc = run (drop);
    if (rc != SQLITE_OK)
      return refuse_delete (store, id, key, rc, error);
    if (sqlite3_changes (store->db->handle) > 0)
      return TRUE;
  } else if (lacks_memory (store))
    return gp_db_fail (store->db, SQLITE_NOMEM, error);
  g_set_error (error, GP_ERROR, GP_ERROR_DATA, _ ("%s has no row “%s”."), table->name,
               key[0] != NULL ? key[0] : "");
  return FALSE;
}

static gboolean
read_next_numbers (GpStore *store, GError **error)
{
  for (int id = 0; id < GP_N_TABLES; id++) {
    g_autofree char *sql =
        g_strdup_printf ("SELECT ifnull (max (n), 0) + 1 FROM %s", gp_table (id)->name);

    if (!gp_db_number (store->db, sql, &store->next_n[id], error))
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_store_begin (GpStore *store, const char *label, GError **error)
{
  g_return_val_if_fail (store != NULL && store->session == NULL, FALSE);
  if (!gp_store_start (store, error))
    return FALSE;
  if (!read_next_numbers (store, error) || !gp_history_start (store, error)) {
    gp_store_cancel (store);
    return FALSE;
  }
  store->label = g_strdup (label != NULL ? label : "");
  return TRUE;
}

gboolean
gp_store_commit (GpStore *store, GError **error)
{
  g_autoptr (GpProject) snapshot = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (store != NULL && store->session != NULL, FALSE);
  snapshot = gp_snapshot_read (store->db, error);
  if (snapshot == NULL || !gp_history_write (store, 0, &changed, error)) {
    gp_store_rollback (store);
    return FALSE;
  }
  gp_history_stop (store);
  if (!changed) {
    gp_store_cancel (store);
    return TRUE;
  }
  if (!gp_store_end (store, error))
    return FALSE;
  gp_store_keep_snapshot (store, g_steal_pointer (&snapshot));
  return TRUE;
}

void
gp_store_rollback (GpStore *store)
{
  g_return_if_fail (store != NULL);
  if (store->session == NULL)
    return;
  gp_history_stop (store);
  gp_store_cancel (store);
}
