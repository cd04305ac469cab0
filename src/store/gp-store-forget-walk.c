/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walks the history away from what is now, knowing at each change which coach is in which row.
 *
 * Entries that cannot be read (and rewritten) are dropped, with all that lie beyond them: none of
 * those could be reached any more.
 */
#include "gp-store-forget-private.h"

#include <string.h>

typedef struct {
  GpDb *db;
  GHashTable *here[GP_N_TABLES]; /* n -> code of the coach in that row, for the tables of coaches */
  gboolean back;
  GpCoachChangeFunc func;
  gpointer data;
} Walk;

static const GpTableId coach_tables[] = {GP_TABLE_EXPERT_COACHES, GP_TABLE_VERANDERCOACHES};

static void
clear_walk (Walk *walk)
{
  for (guint i = 0; i < G_N_ELEMENTS (coach_tables); i++)
    g_clear_pointer (&walk->here[coach_tables[i]], g_hash_table_unref);
}

/* Who is where now. */
static gboolean
look_around (Walk *walk, GpTableId table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT n, coach FROM %s", gp_table (table)->name);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (walk->db, sql, error);
  gboolean row;

  g_clear_pointer (&walk->here[table], g_hash_table_unref);
  walk->here[table] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  while (statement != NULL && gp_db_step (walk->db, statement, &row, error)) {
    const char *coach;
    gint64 n;

    if (!row)
      return TRUE;
    n = sqlite3_column_int64 (statement, 0);
    if (!gp_db_cell (walk->db, statement, 1, &coach, error))
      return FALSE;
    g_hash_table_replace (walk->here[table], g_memdup2 (&n, sizeof n), g_strdup (coach));
  }
  return FALSE;
}

static void
move_to (Walk *walk, GpTableId table, gint64 n, const char *code)
{
  if (code == NULL)
    g_hash_table_remove (walk->here[table], &n);
  else
    g_hash_table_replace (walk->here[table], g_memdup2 (&n, sizeof n), g_strdup (code));
}

static void
on_change (GpChange *change, gpointer data)
{
  Walk *walk = data;
  GpTableId table = gp_forget_coach_table (change->table);
  guint code = 1;
  g_autofree char *before = NULL, *after = NULL;

  if (table == GP_N_TABLES || change->n_columns <= code) {
    walk->func (change, GP_N_TABLES, NULL, NULL, walk->data);
    return;
  }
  if (change->operation != SQLITE_INSERT)
    before = gp_change_text (&change->before[code]);
  if (change->operation != SQLITE_DELETE)
    after = gp_change_text (&change->after[code]);
  if (change->operation == SQLITE_UPDATE && before == NULL) { /* the code stays: who is it? */
    before = g_strdup (g_hash_table_lookup (walk->here[table], &change->n));
    after = g_strdup (before);
  }
  walk->func (change, table, before, after, walk->data);
  move_to (walk, table, change->n, walk->back ? before : after);
}

static gboolean
store_entry (Walk *walk, gint64 id, const GByteArray *changes, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (walk->db, "UPDATE history SET changes = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  gp_db_bound (walk->db,
               sqlite3_bind_blob (statement, 1, changes->data, (int)changes->len, SQLITE_STATIC));
  sqlite3_bind_int64 (statement, 2, id);
  return gp_db_execute (walk->db, statement, error);
}

static gboolean
drop_beyond (Walk *walk, gint64 id, guint *n_dropped, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      walk->back ? "DELETE FROM history WHERE undone = 0 AND id <= %" G_GINT64_FORMAT
                 : "DELETE FROM history WHERE undone = 1 AND id >= %" G_GINT64_FORMAT,
      id);

  if (!gp_db_run (walk->db, sql, error))
    return FALSE;
  *n_dropped += (guint)sqlite3_changes (walk->db->handle);
  return TRUE;
}

typedef struct {
  gboolean rewrite;
  guint *n_entries, *n_dropped;
} Wish;

/* *end: nothing lies beyond this one. */
static gboolean
walk_entry (Walk *walk, gint64 id, const Wish *wish, gboolean *end, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (walk->db, "SELECT changes FROM history WHERE id = ?", error);
  g_autoptr (GByteArray) changes = NULL;
  gconstpointer bytes;
  gsize size;
  gboolean row;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!gp_db_step (walk->db, statement, &row, error))
    return FALSE;
  bytes = row ? sqlite3_column_blob (statement, 0) : NULL;
  size = row ? (gsize)sqlite3_column_bytes (statement, 0) : 0;
  changes = gp_changeset_visit (bytes, size, on_change, walk);
  *end = changes == NULL;
  if (!wish->rewrite)
    return TRUE;
  if (changes == NULL)
    return drop_beyond (walk, id, wish->n_dropped, error);
  if (changes->len == size && (size == 0 || memcmp (changes->data, bytes, size) == 0))
    return TRUE;
  ++*wish->n_entries;
  sqlite3_reset (statement);
  return store_entry (walk, id, changes, error);
}

static GArray *
list_entries (GpDb *db, gboolean back, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (db,
                     back ? "SELECT id FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 100000"
                          : "SELECT id FROM history WHERE undone = 1 ORDER BY id LIMIT 100000",
                     error);
  gboolean row;

  while (statement != NULL && gp_db_step (db, statement, &row, error)) {
    gint64 id;

    if (!row)
      return g_steal_pointer (&ids);
    id = sqlite3_column_int64 (statement, 0);
    g_array_append_val (ids, id);
  }
  return NULL;
}

static gboolean
walk_away (Walk *walk, gboolean back, const Wish *wish, GError **error)
{
  g_autoptr (GArray) ids = list_entries (walk->db, back, error);
  gboolean end = FALSE;

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (coach_tables); i++) {
    if (!look_around (walk, coach_tables[i], error))
      return FALSE;
  }
  walk->back = back;
  for (guint i = 0; i < ids->len && !end; i++) {
    if (!walk_entry (walk, g_array_index (ids, gint64, i), wish, &end, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_forget_walk (GpDb *db, GpCoachChangeFunc func, gpointer data, gboolean rewrite, guint *n_entries,
                guint *n_dropped, GError **error)
{
  Walk walk = {.db = db, .func = func, .data = data};
  const Wish wish = {rewrite, n_entries, n_dropped};
  gboolean ok = walk_away (&walk, TRUE, &wish, error) && walk_away (&walk, FALSE, &wish, error);

  clear_walk (&walk);
  return ok;
}
