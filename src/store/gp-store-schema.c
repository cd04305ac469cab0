/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The schema of a project file: made from the numbered steps, and compared with them.
 *
 * A file's schema is compared word for word with one made afresh, because a schema is a program: a
 * trigger, a view over a table's name, a virtual table or a changed check would run when the file
 * is used. That also refuses a file to which somebody added a table of his own; the sentence says
 * so.
 */
#include "gp-store-private.h"

#include <string.h>

gboolean
gp_schema_apply (GpDb *db, int from, int to, GError **error)
{
  g_autofree char *header = g_strdup_printf (
      "PRAGMA application_id = %d; PRAGMA user_version = %d;", GP_APPLICATION_ID, to);

  for (int step = from; step < to; step++) {
    if (!gp_db_run (db, gp_schema_steps[step], error))
      return FALSE;
  }
  return gp_db_run (db, header, error);
}

gboolean
gp_schema_read_version (GpDb *db, int *version, GError **error)
{
  g_autofree char *name = g_filename_display_name (db->path);
  gint64 application, number;

  if (!gp_db_number (db, "PRAGMA application_id", &application, error) ||
      !gp_db_number (db, "PRAGMA user_version", &number, error))
    return FALSE;
  if (application != GP_APPLICATION_ID || number < 1) {
    g_set_error (error, GP_ERROR, GP_ERROR_NOT_OURS, _ ("“%s” is not a Groeiplan project."), name);
    return FALSE;
  }
  if (number > gp_schema_n_steps) {
    g_set_error (error, GP_ERROR, GP_ERROR_NEWER,
                 _ ("“%s” was made by a newer version of Groeiplan: install that version to open "
                    "it."),
                 name);
    return FALSE;
  }
  *version = (int)number;
  return TRUE;
}

/* What a schema holds, a line per object, in a fixed order. */
static GHashTable *
read_objects (GpDb *db, GError **error)
{
  g_autoptr (GHashTable) objects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (
      db, "SELECT type, name, tbl_name, ifnull (sql, '') FROM sqlite_schema LIMIT 1000", error);
  gboolean row;

  while (statement != NULL) {
    const char *told[4];

    if (!gp_db_step (db, statement, &row, error))
      return NULL;
    if (!row)
      return g_steal_pointer (&objects);
    for (int i = 0; i < 4; i++)
      if (!gp_db_cell (db, statement, i, &told[i], error))
        return NULL;
    g_hash_table_replace (objects, g_strdup_printf ("%s %s", told[0], told[1]),
                          g_strdup_printf ("%s\n%s", told[2], told[3]));
  }
  return NULL;
}

/* ---- what the steps make ---- */

#define MOST_STEPS 64

/* By version, each made when it is first asked for and never changed after. */
static GHashTable *made[MOST_STEPS + 1];
static GMutex making;

static GHashTable *
make_objects (int version, GError **error)
{
  g_autoptr (GpDb) fresh =
      gp_db_open (":memory:", ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (fresh == NULL || !gp_schema_apply (fresh, 0, version, error))
    return NULL;
  return read_objects (fresh, error);
}

static GHashTable *
our_objects (int version, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&making);

  g_return_val_if_fail (locker != NULL && version <= MOST_STEPS, NULL);
  if (made[version] == NULL)
    made[version] = make_objects (version, error);
  return made[version] != NULL ? g_hash_table_ref (made[version]) : NULL;
}

void
gp_schema_forget (void)
{
  g_mutex_lock (&making);
  for (int version = 0; version <= MOST_STEPS; version++)
    g_clear_pointer (&made[version], g_hash_table_unref);
  g_mutex_unlock (&making);
}

static gboolean
refuse (GpDb *db, const char *object, gboolean missing, GError **error)
{
  g_autofree char *name = g_filename_display_name (db->path);
  g_autofree char *part = g_strndup (object, 200);
  g_autofree char *shown = gp_error_text (part);

  if (missing)
    g_set_error (error, GP_ERROR, GP_ERROR_DAMAGED,
                 _ ("“%s” is damaged (%s is missing): go back to a backup of it."), name, shown);
  else
    g_set_error (error, GP_ERROR, GP_ERROR_DAMAGED,
                 _ ("“%s” holds something that Groeiplan did not make (%s), and is not opened for "
                    "safety: remove that from it, or go back to a backup."),
                 name, shown);
  return FALSE;
}

gboolean
gp_schema_check (GpDb *db, int version, GError **error)
{
  g_autoptr (GHashTable) ours = our_objects (version, error);
  g_autoptr (GHashTable) theirs = ours != NULL ? read_objects (db, error) : NULL;
  GHashTableIter iter;
  gpointer key, value;

  if (theirs == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, theirs);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    if (g_strcmp0 (value, g_hash_table_lookup (ours, key)) != 0)
      return refuse (db, key, FALSE, error);
  }
  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    if (!g_hash_table_contains (theirs, key))
      return refuse (db, key, TRUE, error);
  }
  return TRUE;
}
