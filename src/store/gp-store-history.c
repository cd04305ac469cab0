/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The history of edits, in the file itself.
 *
 * 1. Every edit is one row of the table history with a changeset of SQLite's session extension: of
 *    each row that changed, what it was and what it became. Undo applies the newest one inverted,
 *    redo applies it again; each is one transaction, checked as a whole like an edit.
 * 2. The entries that are undone are the newest ones; a new edit drops them.
 * 3. Rows keep their number n when they are deleted and come back, so they keep their place.
 * 4. The history holds at most MOST_ENTRIES entries and MOST_BYTES; the oldest go. An edit larger
 * than that by itself is stored and cannot be undone, nor can what was before it.
 * 5. A changeset comes from a file, so from anybody: it may touch the data tables alone, any
 * conflict ends it, and what it leaves is checked as a whole before it is stored.
 */
#include "gp-store-private.h"

#define MOST_ENTRIES 1000
#define MOST_BYTES (64 * 1024 * 1024)
#define LONGEST_LABEL 400
#define LONGEST_AUTHOR 200

void
gp_store_set_author (GpStore *store, const char *name)
{
  g_return_if_fail (store != NULL);
  g_free (store->author);
  store->author = name != NULL && *name != '\0'
                      ? g_utf8_make_valid (name, (gssize)strnlen (name, LONGEST_AUTHOR))
                      : NULL;
}

gboolean
gp_history_start (GpStore *store, GError **error)
{
  int rc = sqlite3session_create (store->db->handle, "main", &store->session);

  if (rc == SQLITE_OK)
    rc = sqlite3session_attach (store->session, "frame");
  if (rc == SQLITE_OK)
    rc = sqlite3session_attach (store->session, "published_plans");
  for (int id = 0; rc == SQLITE_OK && id < GP_N_TABLES; id++)
    rc = sqlite3session_attach (store->session, gp_table (id)->name);
  if (rc == SQLITE_OK)
    return TRUE;
  gp_history_stop (store);
  return gp_db_fail (store->db, rc, error);
}

void
gp_history_stop (GpStore *store)
{
  g_clear_pointer (&store->session, sqlite3session_delete);
  g_clear_pointer (&store->label, g_free);
}

/* What was recorded, and the numbers of the data before and after it. */
typedef struct {
  void *changes;
  int size;
  gint64 before, after, fresh_plan;
} Recorded;

static gboolean
insert_entry (GpStore *store, const Recorded *recorded, GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (store->db,
                     "INSERT INTO history (id, time, label, undone, changes, version_before, "
                     "version_after, fresh_plan, author) VALUES ((SELECT ifnull (max (id), 0) + 1 "
                     "FROM history), ?1, ?2, 0, ?3, ?4, ?5, nullif (?6, 0), ?7)",
                     error);
  g_autofree char *label = NULL;

  if (statement == NULL)
    return FALSE;
  label = g_utf8_make_valid (store->label, (gssize)strnlen (store->label, LONGEST_LABEL));
  sqlite3_bind_int64 (statement, 1, g_get_real_time () / G_USEC_PER_SEC);
  gp_db_bound (store->db, sqlite3_bind_text (statement, 2, label, -1, SQLITE_TRANSIENT));
  gp_db_bound (store->db,
               sqlite3_bind_blob (statement, 3, recorded->changes, recorded->size, SQLITE_STATIC));
  sqlite3_bind_int64 (statement, 4, recorded->before);
  sqlite3_bind_int64 (statement, 5, recorded->after);
  sqlite3_bind_int64 (statement, 6, recorded->fresh_plan);
  gp_db_bound (store->db,
               sqlite3_bind_text (statement, 7, store->author != NULL ? store->author : "", -1,
                                  SQLITE_STATIC));
  return gp_db_execute (store->db, statement, error);
}

static gboolean
bound (GpStore *store, GError **error)
{
  /* length () of a blob reads its header alone */
  static const char sql[] =
      "DELETE FROM history WHERE id <= (SELECT ifnull (max (id), 0) FROM ("
      "SELECT id, row_number () OVER newest AS place, sum (length (changes)) OVER newest AS bytes"
      " FROM history WINDOW newest AS (ORDER BY id DESC)) WHERE place > %d OR bytes > %d)";
  g_autofree char *bounded = g_strdup_printf (sql, MOST_ENTRIES, MOST_BYTES);

  return gp_db_run (store->db, bounded, error);
}

/* What is undone is dropped first. An entry that would not fit leaves nothing that could be undone.
 */
static gboolean
add_entry (GpStore *store, const Recorded *recorded, GError **error)
{
  if (recorded->size > MOST_BYTES)
    return gp_db_run (store->db, "DELETE FROM history", error);
  return gp_db_run (store->db, "DELETE FROM history WHERE undone = 1", error) &&
         insert_entry (store, recorded, error) && bound (store, error);
}

static gboolean
write_recorded (GpStore *store, Recorded *recorded, GError **error)
{
  return gp_version_take (store, &recorded->before, &recorded->after, error) &&
         gp_touched_take_plans (store, recorded->changes, recorded->size, recorded->before,
                                recorded->after, error) &&
         (recorded->fresh_plan == 0 ||
          gp_version_set_plan (store, recorded->after, recorded->fresh_plan, error)) &&
         add_entry (store, recorded, error);
}

gboolean
gp_history_write (GpStore *store, gint64 fresh_plan, gboolean *changed, GError **error)
{
  Recorded recorded = {.fresh_plan = fresh_plan};
  int rc = sqlite3session_changeset (store->session, &recorded.size, &recorded.changes);
  gboolean ok;

  if (rc != SQLITE_OK)
    return gp_db_fail (store->db, rc, error);
  *changed = recorded.size > 0;
  ok = recorded.size == 0 || write_recorded (store, &recorded, error);
  sqlite3_free (recorded.changes);
  return ok;
}

static int
conflict (void *data G_GNUC_UNUSED, int kind G_GNUC_UNUSED,
          sqlite3_changeset_iter *iter G_GNUC_UNUSED)
{
  return SQLITE_CHANGESET_ABORT;
}

/* What undo or redo would take next. */
#define ENTRY "SELECT id, label, changes, version_before, version_after, fresh_plan "
#define NEXT_UNDO "FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 1"
#define NEXT_REDO "FROM history WHERE undone = 1 ORDER BY id LIMIT 1"

static gboolean
refuse (GpStore *store, const char *label, int rc, GError **error)
{
  if (rc != SQLITE_ABORT && rc != SQLITE_SCHEMA && (rc & 0xff) != SQLITE_CONSTRAINT &&
      (rc & 0xff) != SQLITE_CORRUPT)
    return gp_db_fail (store->db, rc, error);
  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("“%s” no longer fits the data, which was changed outside Groeiplan: change it by "
                  "hand."),
               label);
  return FALSE;
}

static gboolean
mark (GpStore *store, gint64 id, gboolean undone, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE history SET undone = %d WHERE id = %" G_GINT64_FORMAT, undone, id);

  return gp_db_run (store->db, sql, error);
}

/* Applies the entry that the statement stands on, and checks what comes of it. */
static GpProject *
apply (GpStore *store, sqlite3_stmt *entry, gboolean undo, GError **error)
{
  gint64 id = sqlite3_column_int64 (entry, 0);
  const char *label = gp_db_text (store->db, entry, 1, GP_TEXT_MAX, error);
  const void *changes = sqlite3_column_blob (entry, 2);
  int size = sqlite3_column_bytes (entry, 2);
  int rc;

  if (label == NULL)
    return NULL;
  rc = SQLITE_CORRUPT;
  if (changes != NULL && gp_changeset_is_sound (changes, (gsize)size))
    rc = sqlite3changeset_apply_v2 (store->db->handle, size, (void *)changes, NULL, conflict, NULL,
                                    NULL, NULL, undo ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  if (rc != SQLITE_OK) {
    refuse (store, label, rc, error);
    return NULL;
  }
  if (!mark (store, id, undo, error) ||
      !gp_touched_take_plans (store, changes, size, sqlite3_column_int64 (entry, undo ? 4 : 3),
                              sqlite3_column_int64 (entry, undo ? 3 : 4), error) ||
      !gp_version_set (store, sqlite3_column_int64 (entry, undo ? 3 : 4),
                       sqlite3_column_int64 (entry, 5), error))
    return NULL;
  return gp_snapshot_read (store->db, error);
}

static GpProject *
apply_next (GpStore *store, gboolean undo, GError **error)
{
  g_autoptr (sqlite3_stmt) entry =
      gp_db_prepare (store->db, undo ? ENTRY NEXT_UNDO : ENTRY NEXT_REDO, error);
  gboolean row;

  if (entry == NULL || !gp_db_step (store->db, entry, &row, error))
    return NULL;
  if (row)
    return apply (store, entry, undo, error);
  g_set_error_literal (error, GP_ERROR, GP_ERROR_USAGE,
                       undo ? _ ("There is nothing to take back.")
                            : _ ("There is nothing to do again."));
  return NULL;
}

static gboolean
travel (GpStore *store, gboolean undo, GError **error)
{
  g_autoptr (GpProject) snapshot = NULL;

  g_return_val_if_fail (store != NULL && store->session == NULL, FALSE);
  if (!gp_store_start (store, error))
    return FALSE;
  snapshot = apply_next (store, undo, error);
  if (snapshot == NULL) {
    gp_store_cancel (store);
    return FALSE;
  }
  if (!gp_store_end (store, error))
    return FALSE;
  gp_store_keep_snapshot (store, g_steal_pointer (&snapshot));
  return TRUE;
}

gboolean
gp_store_undo (GpStore *store, GError **error)
{
  return travel (store, TRUE, error);
}

gboolean
gp_store_redo (GpStore *store, GError **error)
{
  return travel (store, FALSE, error);
}

static char *
next_label (GpStore *store, const char *sql)
{
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (store->db, sql, NULL);
  const char *label;
  gboolean row;

  if (statement == NULL || !gp_db_step (store->db, statement, &row, NULL) || !row)
    return NULL;
  label = gp_db_text (store->db, statement, 0, GP_TEXT_MAX, NULL);
  return g_strdup (label != NULL ? label : "");
}

char *
gp_store_undo_label (GpStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);
  return next_label (store, "SELECT label " NEXT_UNDO);
}

char *
gp_store_redo_label (GpStore *store)
{
  g_return_val_if_fail (store != NULL, NULL);
  return next_label (store, "SELECT label " NEXT_REDO);
}

static void
free_entry (gpointer data)
{
  GpHistoryEntry *entry = data;

  g_free (entry->label);
  g_free (entry->author);
  g_free (entry);
}

GPtrArray *
gp_store_history (GpStore *store, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  g_return_val_if_fail (store != NULL, NULL);
  statement = gp_db_prepare (
      store->db,
      "SELECT id, time, label, undone, length (changes), author FROM history ORDER BY id DESC "
      "LIMIT 2000", /* twice what is ever kept */
      error);
  while (statement != NULL && gp_db_step (store->db, statement, &row, error)) {
    GpHistoryEntry *entry;
    const char *label, *author;

    if (!row)
      return g_steal_pointer (&entries);
    label = gp_db_text (store->db, statement, 2, GP_TEXT_MAX, error);
    author = label != NULL ? gp_db_text (store->db, statement, 5, GP_TEXT_MAX, error) : NULL;
    if (author == NULL)
      return NULL;
    entry = g_new0 (GpHistoryEntry, 1);
    entry->id = sqlite3_column_int64 (statement, 0);
    entry->when = sqlite3_column_int64 (statement, 1);
    entry->label = g_strdup (label);
    entry->author = g_strdup (author);
    entry->undone = sqlite3_column_int (statement, 3) != 0;
    entry->size = MAX (0, sqlite3_column_int64 (statement, 4));
    g_ptr_array_add (entries, entry);
  }
  return NULL;
}
