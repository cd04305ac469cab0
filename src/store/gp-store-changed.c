/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who changed a row last: the history read backwards until an edit that has the row.
 *
 * Kept nowhere else, so that undo, forgetting and the history's bound need no second place to care
 * for. An edit of more than MOST_BYTES is not read: what lies behind it is not known then, rather
 * than told wrong.
 */
#include "gp-store-private.h"

#define MOST_BYTES (4 * 1024 * 1024) /* of all that is read: some ten milliseconds */

/* Whether the changes, which are sound, have the row. */
static gboolean
has_row (GpStore *store, const void *changes, int size, const char *table, gint64 n,
         gboolean *answer, GError **error)
{
  sqlite3_changeset_iter *iter = NULL;
  int rc = sqlite3changeset_start (&iter, size, (void *)changes);

  *answer = FALSE;
  if (rc != SQLITE_OK)
    return gp_db_fail (store->db, rc, error);
  while (!*answer && sqlite3changeset_next (iter) == SQLITE_ROW) {
    const char *name;
    int n_columns, operation, indirect;
    sqlite3_value *value = NULL;

    sqlite3changeset_op (iter, &name, &n_columns, &operation, &indirect);
    if (!g_str_equal (name, table))
      continue;
    if (operation == SQLITE_INSERT)
      sqlite3changeset_new (iter, 0, &value);
    else
      sqlite3changeset_old (iter, 0, &value);
    *answer = value != NULL && sqlite3_value_int64 (value) == n;
  }
  rc = sqlite3changeset_finalize (iter);
  return rc == SQLITE_OK || gp_db_fail (store->db, rc, error);
}

static gboolean
tell (GpStore *store, sqlite3_stmt *entry, gint64 *when, char **author, GError **error)
{
  const char *name = gp_db_text (store->db, entry, 1, GP_TEXT_MAX, error);

  if (name == NULL)
    return FALSE;
  *when = sqlite3_column_int64 (entry, 0);
  *author = g_strdup (name);
  return TRUE;
}

static gboolean
look_back (GpStore *store, const char *table, gint64 n, gint64 *when, char **author, GError **error)
{
  g_autoptr (sqlite3_stmt) entry =
      gp_db_prepare (store->db,
                     "SELECT time, author, length (changes), changes FROM history WHERE undone = 0 "
                     "ORDER BY id DESC",
                     error);
  gint64 read = 0;
  gboolean row, found = FALSE;

  while (entry != NULL && gp_db_step (store->db, entry, &row, error) && row) {
    const void *changes;
    gint64 size = sqlite3_column_int64 (entry, 2);

    read += size;
    if (read > MOST_BYTES)
      return FALSE;
    changes = sqlite3_column_blob (entry, 3);
    if (changes == NULL || !gp_changeset_is_sound (changes, (gsize)size) ||
        !has_row (store, changes, (int)size, table, n, &found, error))
      return FALSE;
    if (found)
      return tell (store, entry, when, author, error);
  }
  return FALSE;
}

gboolean
gp_store_find_change (GpStore *store, GpTableId table, const char *const *cells, gint64 *when,
                      char **author, GError **error)
{
  gboolean there;
  gint64 n;

  g_return_val_if_fail (store != NULL && cells != NULL && (guint)table < GP_N_TABLES, FALSE);
  *when = 0;
  *author = NULL;
  return gp_store_find_row (store, table, cells, &there, &n, error) && there &&
         look_back (store, gp_table (table)->name, n, when, author, error);
}
