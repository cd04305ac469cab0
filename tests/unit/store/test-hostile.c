/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files from strangers: refused with one clear sentence, or read safely; never a crash. */
#include "store-support.h"

#include "gp-store-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
refuse (const char *path, GpError code, const char *what)
{
  for (int mode = GP_STORE_READ_WRITE; mode <= GP_STORE_READ_ONLY; mode++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GpStore) store = gp_store_open (path, mode, &error);

    ck_assert_msg (store == NULL, "opened: %s", path);
    support_assert_error (error, code, what);
  }
}

static void
write_random (const char *path, gsize size, guint32 seed, const char *start)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint32 *words = g_new (guint32, size / 4 + 1);

  for (gsize i = 0; i <= size / 4; i++)
    words[i] = g_rand_int (rand);
  memcpy (words, start, MIN (size, strlen (start)));
  ck_assert (g_file_set_contents (path, (const char *)words, (gssize)size, NULL));
}

START_TEST (test_garbage)
{
  static const gsize sizes[] = {1, 15, 16, 99, 100, 512, 4096, 5000, 100000};
  g_autofree char *path = support_path ("garbage.groeiplan");
  g_autofree char *huge = support_path ("huge.groeiplan");

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    write_random (path, sizes[i], i, "");
    refuse (path, GP_ERROR_NOT_OURS, "garbage.groeiplan");
  }
  write_random (huge, 100 * 1000 * 1000, 1, "");
  refuse (huge, GP_ERROR_NOT_OURS, "huge.groeiplan");
}
END_TEST

/* SQLite's first bytes, and garbage after them. */
START_TEST (test_garbage_with_a_header)
{
  g_autofree char *path = support_path ("header.groeiplan");

  for (guint32 i = 0; i < 50; i++) {
    g_autoptr (GError) error = NULL;

    write_random (path, 20000, i, "SQLite format 3");
    ck_assert_ptr_null (gp_store_open (path, GP_STORE_READ_WRITE, &error));
    ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_NOT_OURS) ||
               g_error_matches (error, GP_ERROR, GP_ERROR_DAMAGED) ||
               g_error_matches (error, GP_ERROR, GP_ERROR_FILE));
  }
}
END_TEST

START_TEST (test_other_databases)
{
  g_autofree char *path = support_path ("other.groeiplan");
  g_autofree char *newer = support_path ("newer.groeiplan");
  g_autofree char *bare = support_path ("bare.groeiplan");
  GpStore *store = support_store (newer, 1);

  support_sql (path, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  refuse (path, GP_ERROR_NOT_OURS, "other.groeiplan");
  gp_store_close (store);
  support_sql (newer, "PRAGMA user_version = 8");
  refuse (newer, GP_ERROR_NEWER, "newer");
  support_sql (newer, "PRAGMA user_version = 0");
  refuse (newer, GP_ERROR_NOT_OURS, "newer.groeiplan");
  support_sql (newer, "PRAGMA user_version = 7; PRAGMA application_id = 1");
  refuse (newer, GP_ERROR_NOT_OURS, "newer.groeiplan");
  /* our marks on an empty database */
  support_sql (bare, "PRAGMA application_id = 0x47524F45; PRAGMA user_version = 4;");
  refuse (bare, GP_ERROR_DAMAGED, "missing");
}
END_TEST

/* Anything in the schema that the steps did not make. */
START_TEST (test_strange_schema)
{
  static const char *const changes[] = {
      "CREATE TRIGGER evil AFTER INSERT ON history BEGIN DELETE FROM schools; END",
      "CREATE VIEW v_evil AS SELECT load_extension ('x')",
      "CREATE TABLE evil (a, b)",
      "CREATE INDEX evil ON schools (name)",
      "CREATE VIRTUAL TABLE evil USING fts5 (a)",
      "CREATE TABLE evil (a, b DEFAULT (randomblob (1000000)))",
      "DROP VIEW v_plan",
      "DROP INDEX schools_key",
      "ALTER TABLE facts ADD COLUMN evil TEXT",
      "ALTER TABLE facts RENAME TO facts_2; CREATE VIEW facts AS SELECT * FROM facts_2",
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'pupils >= 0', "
      "'pupils >= 9') WHERE name = 'schools'",
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE' "
      "WHERE name = 'schools'",
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'schools'",
      "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'boards'",
      "ANALYZE",
  };
  g_autofree char *path = support_path ("strange.groeiplan");
  g_autofree char *good = NULL;
  gsize size;

  gp_store_close (support_store (path, 2));
  ck_assert (g_file_get_contents (path, &good, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    ck_assert (g_file_set_contents (path, good, (gssize)size, NULL));
    support_sql (path, changes[i]);
    refuse (path, GP_ERROR_DAMAGED, "strange.groeiplan");
  }
}
END_TEST

/* Rows that break the table's own rules, put there by force: checks and types are off. */
START_TEST (test_broken_rules)
{
  static const char *const changes[] = {
      "PRAGMA ignore_check_constraints = ON; UPDATE schools SET pupils = -5 WHERE n = 1",
      "PRAGMA ignore_check_constraints = ON; UPDATE schools SET started = 'soon' WHERE n = 1",
      "PRAGMA ignore_check_constraints = ON; UPDATE frame SET plan_from = '26'",
      "PRAGMA foreign_keys = OFF; UPDATE schools SET board = 'nobody' WHERE n = 2",
      "PRAGMA foreign_keys = OFF; DELETE FROM regions WHERE n = 1",
  };
  g_autofree char *path = support_path ("rules.groeiplan");
  g_autofree char *good = NULL;
  gsize size;

  gp_store_close (support_store (path, 3));
  ck_assert (g_file_get_contents (path, &good, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    ck_assert (g_file_set_contents (path, good, (gssize)size, NULL));
    support_sql (path, changes[i]);
    refuse (path, GP_ERROR_DAMAGED, "rules.groeiplan");
  }
}
END_TEST

/* Values that the tables allow and the model does not: the file opens, its snapshot is refused with
 * the table, the row and the column. */
START_TEST (test_wrong_values)
{
  static const struct {
    const char *sql, *table, *column;
  } changes[] = {
      {"UPDATE schools SET started = '2190-2191' WHERE n = 3", "schools, row 3", "started"},
      {"UPDATE schools SET started = '2020-2025' WHERE n = 3", "schools, row 3", "started"},
      {"UPDATE schools SET pupils = 9000000000 WHERE n = 1", "schools, row 1", "pupils"},
      {"UPDATE boards SET name = 'a' || char (7) WHERE n = 2", "boards, row 2", "name"},
      {"UPDATE boards SET name = CAST (x'ff00fe' AS TEXT) WHERE n = 2", "boards, row 2", "name"},
      {"UPDATE facts SET note = hex (zeroblob (10000)) WHERE n = 1", "facts, row 1", "note"},
      {"UPDATE scenarios SET parent = scenario WHERE n = 1", "scenarios, row 1", "parent"},
      {"UPDATE parameters SET value = '1.2.3' WHERE n = 1", "parameters, row 1", "value"},
      {"UPDATE parameters SET parameter = 'unheard_of' WHERE n = 1", "parameters, row 1",
       "parameter"},
  };
  g_autofree char *path = support_path ("values.groeiplan");
  g_autofree char *good = NULL;
  gsize size;

  gp_store_close (support_store (path, 4));
  ck_assert (g_file_get_contents (path, &good, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GpStore) store = NULL;

    ck_assert (g_file_set_contents (path, good, (gssize)size, NULL));
    support_sql (path, changes[i].sql);
    store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
    ck_assert_msg (store != NULL, "%s: %s", changes[i].sql, error ? error->message : "");
    ck_assert_ptr_null (gp_store_snapshot (store, &error));
    support_assert_error (error, GP_ERROR_DATA, changes[i].table);
    ck_assert_msg (strstr (error->message, changes[i].column) != NULL, "%s", error->message);
  }
}
END_TEST

/* Opens whatever it is, and uses it as far as that goes: no crash, no error without a sentence. */
static void
use (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  g_autoptr (GpProject) project = NULL;
  g_autoptr (GpPlan) plan = NULL;
  g_autofree char *label = NULL;
  GpStoreInfo info;

  if (store == NULL) {
    ck_assert_ptr_nonnull (error);
    ck_assert_uint_gt (strlen (error->message), 10);
    return;
  }
  project = gp_store_snapshot (store, NULL);
  plan = gp_store_get_plan (store, "base", NULL);
  label = gp_store_undo_label (store);
  gp_store_undo (store, NULL);
  if (gp_store_info (store, &info, NULL))
    gp_store_info_clear (&info);
}

static void
make_full_file (const char *path)
{
  g_autoptr (GpStore) store = support_store (path, 5);
  g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  GpProofRow proof = {.rule = GP_RULE_COHORT,
                      .board = "b",
                      .sector = "po",
                      .region = "r",
                      .pin = GP_NONE,
                      .value = 0.1};
  GpPlanPriority priority = {.id = GP_PRIORITY_REACH, .proof = &proof, .n_proof = 1};
  GpPlanRow row = {.kind = GP_ROW_HIRE, .region = "r", .year = 2027, .amount = 1};

  gp_plan_add_row (plan, GP_PART_RELAXED, &row);
  gp_plan_add_priority (plan, &priority);
  gp_plan_finish (plan);
  ck_assert (gp_store_put_plan (store, plan, NULL));
  ck_assert (gp_store_put_result (store, "base", "prices", 1, "text", NULL));
  ck_assert (gp_store_begin (store, "x", NULL));
  ck_assert (gp_store_set_frame (store, "y", 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert (gp_store_commit (store, NULL));
}

START_TEST (test_truncated)
{
  g_autofree char *path = support_path ("whole.groeiplan");
  g_autofree char *cut = support_path ("cut.groeiplan");
  g_autofree char *good = NULL;
  gsize size;

  make_full_file (path);
  ck_assert (g_file_get_contents (path, &good, &size, NULL));
  for (gsize length = 0; length < size; length += length < 200 ? 13 : size / 97) {
    g_autoptr (GError) error = NULL;

    ck_assert (g_file_set_contents (cut, good, (gssize)length, NULL));
    ck_assert_msg (gp_store_open (cut, GP_STORE_READ_WRITE, &error) == NULL, "%zu of %zu", length,
                   size);
    ck_assert_ptr_nonnull (error);
  }
}
END_TEST

START_TEST (test_flipped)
{
  g_autofree char *path = support_path ("whole.groeiplan");
  g_autofree char *turned = support_path ("turned.groeiplan");
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);
  g_autofree char *good = NULL;
  gsize size;

  make_full_file (path);
  ck_assert (g_file_get_contents (path, &good, &size, NULL));
  for (int i = 0; i < 400; i++) {
    g_autofree char *bad = g_memdup2 (good, size);
    gint n = g_rand_int_range (rand, 1, 6);

    for (gint k = 0; k < n; k++) { /* every other one in the first pages: header and schema */
      gint32 end = i % 2 ? 8192 : (gint32)size;

      bad[g_rand_int_range (rand, 0, MIN (end, (gint32)size))] = (char)g_rand_int (rand);
    }
    ck_assert (g_file_set_contents (turned, bad, (gssize)size, NULL));
    use (turned);
  }
}
END_TEST

/* More rows than a project may have: refused by the bound, not by running out of memory. */
START_TEST (test_too_many_rows)
{
  g_autofree char *path = support_path ("many.groeiplan");
  g_autoptr (GpStore) store = NULL;
  g_autoptr (GError) error = NULL;

  gp_store_close (support_store (path, 6));
  support_sql (path,
               "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 300)"
               "INSERT INTO regions SELECT 1000 + i, 'bomb ' || i, '' FROM c");
  store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  ck_assert_ptr_nonnull (store);
  ck_assert_ptr_null (gp_store_snapshot (store, &error));
  support_assert_error (error, GP_ERROR_DATA, "regions");
}
END_TEST

/* The settings under which every connection works. */
START_TEST (test_hardened)
{
  static const struct {
    int option, value;
  } options[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                 {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                 {SQLITE_DBCONFIG_ENABLE_FKEY, 1},    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}};
  static const struct {
    const char *pragma;
    gint64 value;
  } pragmas[] = {
      {"PRAGMA cell_size_check", 1}, {"PRAGMA synchronous", 3}, {"PRAGMA foreign_keys", 1}};
  g_autofree char *path = support_path ("hard.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 8);
  GpDb *db = store->db;
  gint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
    int value = -1;

    sqlite3_db_config (db->handle, options[i].option, -1, &value);
    ck_assert_int_eq (value, options[i].value);
  }
  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++) {
    ck_assert (gp_db_number (db, pragmas[i].pragma, &number, NULL));
    ck_assert_int_eq (number, pragmas[i].value);
  }
  ck_assert_int_eq (sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, -1), 0);
  ck_assert_int_le (sqlite3_limit (db->handle, SQLITE_LIMIT_LENGTH, -1), 256 * 1024 * 1024);
}
END_TEST

START_TEST (test_symbolic_link)
{
  g_autofree char *path = support_path ("real.groeiplan");
  g_autofree char *other = support_path ("link.groeiplan");
  g_autofree char *loop = support_path ("loop.groeiplan");
  g_autoptr (GpStore) store = NULL;

  gp_store_close (support_store (path, 7));
  ck_assert_int_eq (symlink (path, other), 0);
  ck_assert_int_eq (symlink (loop, loop), 0);
  refuse (loop, GP_ERROR_FILE, "loop.groeiplan");
  store = gp_store_open (other, GP_STORE_READ_WRITE, NULL);
  ck_assert_ptr_nonnull (store);
  gp_store_close (g_steal_pointer (&store));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("hostile");
  TCase *cases = tcase_create ("hostile");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 240);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_garbage);
  tcase_add_test (cases, test_garbage_with_a_header);
  tcase_add_test (cases, test_other_databases);
  tcase_add_test (cases, test_strange_schema);
  tcase_add_test (cases, test_broken_rules);
  tcase_add_test (cases, test_wrong_values);
  tcase_add_test (cases, test_truncated);
  tcase_add_test (cases, test_flipped);
  tcase_add_test (cases, test_too_many_rows);
  tcase_add_test (cases, test_hardened);
  tcase_add_test (cases, test_symbolic_link);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
