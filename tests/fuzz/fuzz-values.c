/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A project file whose structure is right and whose values are anything: what a person with SQLite
 * in hand can make of it. Each line of the input changes one cell, or deletes a row:
 *
 *   TABLE COLUMN ROW KIND VALUE     KIND i integer, r real, t text, b bytes, z text packed by gzip,
 *                                   n NULL, d delete; VALUE to the end of the line, escaped as in C
 *
 * A name that is not known stands for one that is, and a row beyond the last for an earlier one, so
 * that few lines come to nothing. The tables' types and checks are off while the lines are carried
 * out. "sqlite_schema" is a table too, and "header" has the columns version and application.
 */
#include "fuzz-store.h"

#include <gp-random-project.h>
#include <groeiplan/gp-store.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define MOST_LINES 24

typedef struct {
  char *name;
  GPtrArray *columns;
  int n_rows;
} Table;

static char *folder, *path;
static GPtrArray *tables; /* of Table */
static char *image;       /* the file that the lines change: its tables are not STRICT */
static gsize image_size;

static void
run (sqlite3 *db, const char *sql)
{
  int rc = sqlite3_exec (db, sql, NULL, NULL, NULL);

  FUZZ_CHECK (rc == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg (db));
}

static sqlite3 *
open_plain (void)
{
  sqlite3 *db = NULL;

  FUZZ_CHECK (sqlite3_open (path, &db) == SQLITE_OK, "%s", path);
  run (db, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
           "PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON");
  return db;
}

/* ---- the file that is changed ---- */

static void
put_plan (GpStore *store)
{
  g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  GpProofRow proof = {.rule = GP_RULE_COHORT,
                      .board = "b",
                      .sector = "po",
                      .region = "r",
                      .pin = GP_NONE,
                      .value = 0.1};
  GpPlanPriority priority = {.id = GP_PRIORITY_REACH,
                             .proof = &proof,
                             .n_proof = 1,
                             .bound = 1,
                             .bound_proof = &proof,
                             .n_bound_proof = 1};
  GpPlanRow row = {.kind = GP_ROW_HIRE, .region = "r", .year = 2027, .amount = 1};
  GError *error = NULL;

  gp_plan_set_whole (plan, TRUE);
  gp_plan_add_row (plan, GP_PART_RELAXED, &row);
  row.hundredths = 100;
  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
  gp_plan_add_priority (plan, &priority);
  gp_plan_add_conflict (plan, "Verzonnen.");
  gp_plan_finish (plan);
  FUZZ_CHECK (gp_store_publish_plan (store, plan, "Afgesproken", &error), "%s", error->message);
}

static void
make_file (void)
{
  g_autoptr (GpProject) project = gp_random_project (3, 1, 2, GP_RANDOM_PINS);
  GError *error = NULL;
  g_autoptr (GpStore) store = gp_store_create (path, project, &error);

  FUZZ_CHECK (store != NULL, "%s", error->message);
  put_plan (store);
  FUZZ_CHECK (gp_store_begin (store, "Hernoemd", &error) &&
                  gp_store_set_frame (store, "Anders", project->plan_from, project->last_year,
                                      GP_YEAR_NONE, &error) &&
                  gp_store_commit (store, &error),
              "%s", error->message);
}

static int
add_column (void *data, int n G_GNUC_UNUSED, char **values, char **names G_GNUC_UNUSED)
{
  Table *table = data;

  g_ptr_array_add (table->columns, g_strdup (values[0]));
  return 0;
}

static int
count (void *data, int n G_GNUC_UNUSED, char **values, char **names G_GNUC_UNUSED)
{
  *(int *)data = atoi (values[0]);
  return 0;
}

static int
add_name (void *data, int n G_GNUC_UNUSED, char **values, char **names G_GNUC_UNUSED)
{
  Table *table = g_new0 (Table, 1);

  table->name = g_strdup (values[0]);
  table->columns = g_ptr_array_new ();
  g_ptr_array_add (data, table);
  return 0;
}

static void
learn_tables (sqlite3 *db)
{
  tables = g_ptr_array_new ();
  sqlite3_exec (db,
                "SELECT name FROM sqlite_schema WHERE type = 'table' UNION ALL "
                "SELECT 'sqlite_schema' ORDER BY 1",
                add_name, tables, NULL);
  for (guint i = 0; i < tables->len; i++) {
    Table *table = tables->pdata[i];
    g_autofree char *columns =
        g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table->name);
    g_autofree char *rows = g_strdup_printf ("SELECT count (*) FROM %s", table->name);

    sqlite3_exec (db, columns, add_column, table, NULL);
    sqlite3_exec (db, rows, count, &table->n_rows, NULL);
    FUZZ_CHECK (table->columns->len > 0, "%s", table->name);
  }
}

int
LLVMFuzzerInitialize (int *argc G_GNUC_UNUSED, char ***argv G_GNUC_UNUSED)
{
  sqlite3 *db;

  fuzz_start ();
  folder = fuzz_path ("in");
  path = fuzz_path ("in/any.groeiplan");
  g_mkdir_with_parents (folder, 0700);
  make_file ();
  db = open_plain ();
  learn_tables (db);
  /* without STRICT, and with a mark to put it back by */
  run (db, "UPDATE sqlite_schema SET sql = replace (sql, ') STRICT', ') /*STRICT*/')");
  sqlite3_close (db);
  FUZZ_CHECK (g_file_get_contents (path, &image, &image_size, NULL), "%s", path);
  fuzz_empty (folder);
  return 0;
}

/* ---- one line ---- */

/* The name's place in a list of n, or any place. */
static guint
find (const char *name, guint n, const char *(*get) (gconstpointer list, guint i),
      gconstpointer list)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (get (list, i), name))
      return i;
  return g_str_hash (name) % n;
}

static const char *
table_name (gconstpointer list, guint i)
{
  return ((const Table *)((const GPtrArray *)list)->pdata[i])->name;
}

static const char *
column_name (gconstpointer list, guint i)
{
  return ((const GPtrArray *)list)->pdata[i];
}

static GBytes *
pack (const char *text, gsize size)
{
  g_autoptr (GConverter) gzip =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, gzip);

  FUZZ_CHECK (g_output_stream_write_all (stream, text, size, NULL, NULL, NULL), "gzip");
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
bind (sqlite3_stmt *statement, char kind, const char *value)
{
  g_autofree char *plain = fuzz_unescape (value);
  g_autoptr (GBytes) packed = NULL;
  gsize size = strlen (plain);

  switch (kind) {
  case 'i':
    sqlite3_bind_int64 (statement, 1, g_ascii_strtoll (value, NULL, 10));
    break;
  case 'r':
    sqlite3_bind_double (statement, 1, g_ascii_strtod (value, NULL));
    break;
  case 'b':
    sqlite3_bind_blob (statement, 1, plain, (int)size, SQLITE_TRANSIENT);
    break;
  case 'z':
    packed = pack (plain, size);
    sqlite3_bind_blob (statement, 1, g_bytes_get_data (packed, NULL),
                       (int)g_bytes_get_size (packed), SQLITE_TRANSIENT);
    break;
  case 't':
    sqlite3_bind_text (statement, 1, plain, (int)size, SQLITE_TRANSIENT);
    break;
  default:
    break;
  }
}

static void
change_header (sqlite3 *db, const char *column, const char *value)
{
  g_autofree char *sql = g_strdup_printf (
      "PRAGMA %s = %d", g_str_equal (column, "application") ? "application_id" : "user_version",
      atoi (value));

  sqlite3_exec (db, sql, NULL, NULL, NULL);
}

/* The row at that place; the tables of a plan have no rowids. */
static void
change_cell (sqlite3 *db, const Table *table, const char *column, int row, char kind,
             const char *value)
{
  gboolean keyed = g_str_has_prefix (table->name, "plan_");
  const char *key = "rowid";
  g_autofree char *where = NULL;
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;

  if (keyed)
    key = g_str_equal (table->name, "plan_rows")        ? "part || n"
          : g_str_equal (table->name, "plan_conflicts") ? "n"
                                                        : "rank";
  where = g_strdup_printf ("%s = (SELECT %s FROM %s LIMIT 1 OFFSET %d)", key, key, table->name,
                           row % MAX (table->n_rows, 1));
  sql = kind == 'd' ? g_strdup_printf ("DELETE FROM %s WHERE %s", table->name, where)
                    : g_strdup_printf ("UPDATE OR REPLACE %s SET %s = ?1 WHERE %s", table->name,
                                       column, where);
  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    return; /* a line before spoiled the schema */
  if (kind != 'd')
    bind (statement, kind, value);
  sqlite3_step (statement);
  sqlite3_finalize (statement);
}

static void
carry_out (sqlite3 *db, char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 5);
  const Table *table;
  const char *column;

  if (g_strv_length (words) < 4)
    return;
  if (g_str_equal (words[0], "header")) {
    change_header (db, words[1], words[4] != NULL ? words[4] : "");
    return;
  }
  table = tables->pdata[find (words[0], tables->len, table_name, tables)];
  column = table->columns->pdata[find (words[1], table->columns->len, column_name, table->columns)];
  change_cell (db, table, column, atoi (words[2]) & 0xffff, words[3][0],
               words[4] != NULL ? words[4] : "");
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_auto (GStrv) lines = g_strsplit (text, "\n", MOST_LINES);
  sqlite3 *db;

  fuzz_put (path, image, image_size);
  db = open_plain ();
  run (db, "BEGIN");
  for (guint i = 0; lines[i] != NULL; i++)
    carry_out (db, lines[i]);
  sqlite3_exec (db, "UPDATE sqlite_schema SET sql = replace (sql, ') /*STRICT*/', ') STRICT')",
                NULL, NULL, NULL);
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  sqlite3_close (db);
  fuzz_use_store (path);
  fuzz_empty (folder);
  return 0;
}
