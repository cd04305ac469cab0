/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See store-support.h. */
#include "store-support.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <gp-random-project.h>
#include <string.h>

static char *folder;

/* In memory where there is such a place: every edit waits for the disk otherwise. */
void
support_setup (void)
{
  folder = g_strdup ("/dev/shm/groeiplan-store-XXXXXX");
  if (g_mkdtemp (folder) != NULL)
    return;
  g_free (folder);
  folder = g_dir_make_tmp ("groeiplan-store-XXXXXX", NULL);
  ck_assert_ptr_nonnull (folder);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_chmod (path, 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_all (child);
  }
  g_remove (path);
}

void
support_teardown (void)
{
  remove_all (folder);
  g_clear_pointer (&folder, g_free);
}

char *
support_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

guint
support_count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

char *
support_kept_file (int version)
{
  g_autofree char *packed = g_strdup_printf (GP_FORMATS "/format-%d.groeiplan.gz", version);
  g_autofree char *name = g_strdup_printf ("format-%d.groeiplan", version);
  char *path = support_path (name);
  g_autoptr (GFile) from = g_file_new_for_path (packed);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GConverter) gunzip =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) in = g_file_read (from, NULL, &error);
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (GFileOutputStream) out = NULL;

  ck_assert_msg (in != NULL, "%s", error ? error->message : "");
  plain = g_converter_input_stream_new (G_INPUT_STREAM (in), gunzip);
  out = g_file_create (to, G_FILE_CREATE_NONE, NULL, NULL);
  ck_assert_int_gt (g_output_stream_splice (G_OUTPUT_STREAM (out), plain,
                                            G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL),
                    10000);
  return path;
}

static sqlite3 *
open_plain (const char *path)
{
  sqlite3 *db = NULL;

  ck_assert_int_eq (sqlite3_open (path, &db), SQLITE_OK);
  sqlite3_busy_timeout (db, 2000);
  return db;
}

void
support_sql (const char *path, const char *sql)
{
  sqlite3 *db = open_plain (path);
  char *message = NULL;
  int rc = sqlite3_exec (db, sql, NULL, NULL, &message);

  ck_assert_msg (rc == SQLITE_OK, "%s: %s", sql, message);
  sqlite3_free (message);
  sqlite3_close (db);
}

char *
support_query (const char *path, const char *sql)
{
  sqlite3 *db = open_plain (path);
  sqlite3_stmt *statement = NULL;
  char *value = NULL;
  int rc = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);

  ck_assert_msg (rc == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg (db));
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return value;
}

GpStore *
support_store (const char *path, guint32 seed)
{
  g_autoptr (GpProject) project = gp_random_project (seed, 12, 6, GP_RANDOM_PINS);
  g_autoptr (GError) error = NULL;
  GpStore *store = gp_store_create (path, project, &error);

  ck_assert_msg (store != NULL, "%s", error != NULL ? error->message : "");
  return store;
}

GpProject *
support_snapshot (GpStore *store)
{
  g_autoptr (GError) error = NULL;
  GpProject *project = gp_store_snapshot (store, &error);

  ck_assert_msg (project != NULL, "%s", error != NULL ? error->message : "");
  return project;
}

void
support_assert_equal (const GpProject *a, const GpProject *b)
{
  g_autofree char *where = NULL;
  gboolean equal = gp_project_equal (a, b, &where);

  ck_assert_msg (equal, "%s", where);
}

GStrv
support_cells (const GpProject *project, GpTableId table, guint32 row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  for (guint i = 0; i < gp_table (table)->n_columns; i++)
    g_ptr_array_add (cells, gp_project_cell (project, table, row, i));
  g_ptr_array_add (cells, NULL);
  return (GStrv)g_ptr_array_steal (cells, NULL);
}

GStrv
support_key (GpTableId table, const char *const *cells)
{
  g_autoptr (GPtrArray) key = g_ptr_array_new ();

  for (guint i = 0; i < gp_table (table)->n_columns; i++) {
    if (gp_table (table)->columns[i].key)
      g_ptr_array_add (key, g_strdup (cells[i]));
  }
  g_ptr_array_add (key, NULL);
  return (GStrv)g_ptr_array_steal (key, NULL);
}

static void
set_cell (GStrv cells, GpTableId table, const char *column, char *value)
{
  int i = gp_table_column (table, column);

  g_free (cells[i]);
  cells[i] = value;
}

void
support_random_change (GpStore *store, const GpProject *before, GRand *rand, guint number)
{
  static const GpTableId tables[] = {GP_TABLE_SCHOOLS,       GP_TABLE_SCHOOLS, GP_TABLE_BOARDS,
                                     GP_TABLE_PINS,          GP_TABLE_FACTS,   GP_TABLE_BUDGETS,
                                     GP_TABLE_EXPERT_COACHES};
  GpTableId table = tables[g_rand_int_range (rand, 0, G_N_ELEMENTS (tables))];
  guint n_rows = gp_project_n_rows (before, table);
  g_auto (GStrv) cells = NULL;
  g_auto (GStrv) key = NULL;
  g_autoptr (GError) error = NULL;

  if (n_rows == 0)
    return;
  cells = support_cells (before, table, (guint32)g_rand_int_range (rand, 0, (gint32)n_rows));
  key = support_key (table, (const char *const *)cells);
  if (g_rand_boolean (rand)) { /* refused where others refer to it, or when gone already */
    gp_store_delete (store, table, (const char *const *)key, &error);
    return;
  }
  if (gp_table_column (table, "name") >= 0)
    set_cell (cells, table, "name", g_strdup_printf ("Changed %u", number));
  if (table == GP_TABLE_FACTS)
    set_cell (cells, table, "note", g_strdup_printf ("Note %u", number));
  if (g_rand_boolean (rand) && gp_table (table)->columns[0].type == GP_COLUMN_CODE)
    set_cell (cells, table, gp_table (table)->columns[0].name, g_strdup_printf ("NEW%u", number));
  ck_assert_msg (gp_store_put (store, table, (const char *const *)cells, &error), "%s",
                 error != NULL ? error->message : "");
}

void
support_assert_error (GError *error, GpError code, const char *what)
{
  gsize length;

  ck_assert_ptr_nonnull (error);
  ck_assert_msg (g_error_matches (error, GP_ERROR, code), "code %d: %s", error->code,
                 error->message);
  ck_assert_msg (strstr (error->message, what) != NULL, "no %s in: %s", what, error->message);
  length = strlen (error->message);
  ck_assert_msg (length > 10 && error->message[length - 1] == '.', "no sentence: %s",
                 error->message);
  ck_assert_msg (strstr (error->message, "..") == NULL, "two full stops: %s", error->message);
}
