/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-file.h. */
#include "fault-file.h"

#include "gp-store-schema.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define PLAIN "unix" /* SQLite's own way to the disk, whatever the default is */

void
fault_die (const char *what, const GError *error)
{
  g_printerr ("the test itself fails: %s%s%s\n", what, error != NULL ? ": " : "",
              error != NULL ? error->message : "");
  exit (2);
}

#define MOST_FOLDERS 8

static char *folders[MOST_FOLDERS]; /* owned by who asked for them */

static char *
remember (char *folder)
{
  guint i = 0;

  while (i < MOST_FOLDERS && folders[i] != NULL)
    i++;
  g_assert_cmpuint (i, <, MOST_FOLDERS);
  folders[i] = folder;
  return folder;
}

char *
fault_folder_new (void)
{
  char *folder = g_strdup ("/dev/shm/groeiplan-faults-XXXXXX");

  if (g_mkdtemp (folder) != NULL)
    return remember (folder);
  g_free (folder);
  folder = g_dir_make_tmp ("groeiplan-faults-XXXXXX", NULL);
  if (folder == NULL)
    fault_die ("no folder", NULL);
  return remember (folder);
}

void
fault_folder_empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_remove (path);
  }
}

void
fault_folder_remove (char *folder)
{
  for (guint i = 0; i < MOST_FOLDERS; i++)
    if (folders[i] == folder)
      folders[i] = NULL;
  fault_folder_empty (folder);
  g_rmdir (folder);
  g_free (folder);
}

void
fault_folders_remove (void)
{
  for (guint i = 0; i < MOST_FOLDERS; i++)
    if (folders[i] != NULL)
      fault_folder_remove (folders[i]);
}

void
fault_copy (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  if (!g_file_get_contents (from, &bytes, &size, &error) ||
      !g_file_set_contents_full (to, bytes, (gssize)size, G_FILE_SET_CONTENTS_NONE, 0666, &error))
    fault_die ("copying", error);
}

/* ---- digests ---------------------------------------------------------------------- */

#define FNV_START G_GUINT64_CONSTANT (14695981039346656037)

static guint64
mix (guint64 hash, gconstpointer bytes, gsize size)
{
  const guint8 *at = bytes;

  for (gsize i = 0; i < size; i++)
    hash = (hash ^ at[i]) * G_GUINT64_CONSTANT (1099511628211);
  return (hash ^ 0xff) * G_GUINT64_CONSTANT (1099511628211); /* where one value ends */
}

static gboolean
tells_time (const char *column)
{
  return g_str_equal (column, "time") || g_str_has_prefix (column, "seconds");
}

static guint64
digest_row (sqlite3_stmt *row, guint64 hash)
{
  for (int i = 0; i < sqlite3_column_count (row); i++) {
    int type = sqlite3_column_type (row, i);

    if (tells_time (sqlite3_column_name (row, i)))
      continue;
    hash = mix (hash, &type, sizeof type);
    if (type != SQLITE_NULL)
      hash = mix (hash, sqlite3_column_blob (row, i), (gsize)sqlite3_column_bytes (row, i));
  }
  return hash;
}

/* Rows in any order: their hashes are added up. */
static int
digest_table (sqlite3 *db, const char *table, guint64 *sum)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  g_autoptr (sqlite3_stmt) rows = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &rows, NULL);
  guint64 start = mix (FNV_START, table, strlen (table));

  *sum += start;
  while (rc == SQLITE_OK && (rc = sqlite3_step (rows)) == SQLITE_ROW) {
    *sum += digest_row (rows, start);
    rc = SQLITE_OK;
  }
  return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

static int
digest_all (sqlite3 *db, guint64 *sum)
{
  g_autoptr (sqlite3_stmt) tables = NULL;
  int rc = sqlite3_prepare_v2 (db,
                               "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT "
                               "LIKE 'sqlite_%'",
                               -1, &tables, NULL);

  while (rc == SQLITE_OK && (rc = sqlite3_step (tables)) == SQLITE_ROW)
    rc = digest_table (db, (const char *)sqlite3_column_text (tables, 0), sum);
  return rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* The first row of the check must be the answer (none where that is NULL). */
static int
check (sqlite3 *db, const char *sql, const char *answer, char **wrong)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  const char *said;

  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    return rc;
  said = rc == SQLITE_ROW ? (const char *)sqlite3_column_text (statement, 0) : NULL;
  if (g_strcmp0 (said, answer) == 0)
    return SQLITE_OK;
  *wrong = g_strdup_printf ("%s says %s", sql, said != NULL ? said : "nothing");
  return SQLITE_DONE;
}

guint64
fault_file_digest (const char *path, char **wrong)
{
  sqlite3 *db = NULL;
  guint64 sum = FNV_START;
  int rc = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, PLAIN);

  *wrong = NULL;
  if (rc == SQLITE_OK)
    rc = check (db, "PRAGMA integrity_check", "ok", wrong);
  if (rc == SQLITE_OK)
    rc = check (db, "PRAGMA foreign_key_check", NULL, wrong);
  if (rc == SQLITE_OK)
    rc = digest_all (db, &sum);
  if (rc == SQLITE_BUSY)
    *wrong = g_strdup ("busy");
  else if (rc != SQLITE_OK && *wrong == NULL)
    *wrong = g_strdup (sqlite3_errmsg (db));
  sqlite3_close (db);
  return *wrong == NULL ? sum : 0;
}

guint64
fault_project_digest (const GpProject *project)
{
  guint64 hash = mix (FNV_START, project->name, strlen (project->name));

  hash = mix (hash, &project->plan_from, sizeof project->plan_from);
  hash = mix (hash, &project->last_year, sizeof project->last_year);
  for (int id = 0; id < GP_N_TABLES; id++)
    for (guint row = 0; row < gp_project_n_rows (project, (GpTableId)id); row++)
      for (guint i = 0; i < gp_table ((GpTableId)id)->n_columns; i++) {
        g_autofree char *cell = gp_project_cell (project, (GpTableId)id, row, i);

        hash = mix (hash, cell, strlen (cell));
      }
  return hash;
}

/* ---- older files ------------------------------------------------------------------ */

/* The data tables have had the columns that they have since the first step. */
void
fault_make_old (const char *path, int version, const GpProject *project)
{
  g_autofree char *newest = g_strconcat (path, ".newest", NULL);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  gp_store_close (gp_store_create (newest, project, &error));
  if (error != NULL)
    fault_die ("an older file", error);
  g_string_append_printf (sql, "ATTACH '%s' AS new; BEGIN;", newest);
  for (int step = 0; step < version; step++)
    g_string_append (sql, gp_schema_steps[step]);
  g_string_append (sql, "INSERT INTO main.frame SELECT * FROM new.frame;");
  for (int id = 0; id < GP_N_TABLES; id++)
    g_string_append_printf (sql, "INSERT INTO main.%s SELECT * FROM new.%s;",
                            gp_table ((GpTableId)id)->name, gp_table ((GpTableId)id)->name);
  g_string_append_printf (sql, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                          GP_APPLICATION_ID, version);
  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, PLAIN) != SQLITE_OK ||
      sqlite3_exec (db, sql->str, NULL, NULL, NULL) != SQLITE_OK)
    fault_die (sqlite3_errmsg (db), NULL);
  sqlite3_close (db);
  g_unlink (newest);
}

const char *
fault_error_wrong (const GError *error)
{
  const char *text;

  if (error == NULL)
    return "failed without an error";
  if (error->domain != GP_ERROR)
    return "the error is of another domain";
  text = error->message;
  if (text == NULL || strlen (text) < 10 || strchr (text, '\n') != NULL ||
      !g_utf8_validate (text, -1, NULL))
    return "the error is not one line";
  if (!g_str_has_suffix (text, ".") || g_unichar_islower (g_utf8_get_char (text)))
    return "the error is not a sentence";
  return NULL;
}
