/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Project files of older formats: copied, brought up to date, and the same data. */
#include "store-support.h"

#include "gp-store-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* A file of an older format with the data of a new one: the old steps, then the rows. */
static GpProject *
make_old (const char *path, int version, guint32 seed)
{
  g_autofree char *newest = support_path ("newest.groeiplan");
  g_autoptr (GString) sql = g_string_new ("ATTACH '");
  GpStore *store = support_store (newest, seed);
  GpProject *project = support_snapshot (store);

  gp_store_close (store);
  g_string_append_printf (sql, "%s' AS new; BEGIN;", newest);
  for (int step = 0; step < version; step++)
    g_string_append (sql, gp_schema_steps[step]);
  g_string_append (sql, "INSERT INTO main.frame SELECT * FROM new.frame;");
  for (int id = 0; id < GP_N_TABLES; id++)
    g_string_append_printf (sql, "INSERT INTO main.%s SELECT * FROM new.%s;", gp_table (id)->name,
                            gp_table (id)->name);
  g_string_append_printf (sql, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                          GP_APPLICATION_ID, version);
  support_sql (path, sql->str);
  ck_assert_int_eq (g_unlink (newest), 0);
  return project;
}

static void
assert_version (const char *path, int version)
{
  g_autofree char *text = support_query (path, "PRAGMA user_version");

  ck_assert_int_eq (atoi (text), version);
}

START_TEST (test_steps_are_numbered)
{
  ck_assert_int_eq (gp_schema_n_steps, 7);
}
END_TEST

/* The path of the one backup beside the file, which must be of that format. */
static char *
only_backup (const char *path, int version)
{
  g_autoptr (GPtrArray) backups = gp_backups_list (path, NULL);
  const GpBackup *backup;

  ck_assert_uint_eq (backups->len, 1);
  backup = g_ptr_array_index (backups, 0);
  ck_assert_int_eq (backup->reason, GP_BACKUP_FORMAT);
  ck_assert_int_eq (backup->format, version);
  ck_assert_int_le (ABS (backup->when - g_get_real_time () / G_USEC_PER_SEC), 600);
  return g_strdup (backup->path);
}

START_TEST (test_migrate)
{
  for (int version = 1; version < gp_schema_n_steps; version++) {
    g_autofree char *name = g_strdup_printf ("old-%d.groeiplan", version);
    g_autofree char *path = support_path (name);
    g_autofree char *copy = NULL;
    g_autoptr (GpProject) before = make_old (path, version, (guint32)version);
    g_autoptr (GpProject) after = NULL;
    g_autoptr (GError) error = NULL;
    GpStore *store = gp_store_open (path, GP_STORE_READ_WRITE, &error);

    ck_assert_msg (store != NULL, "%s", error ? error->message : "");
    ck_assert (!gp_store_is_read_only (store));
    after = support_snapshot (store);
    support_assert_equal (before, after);
    ck_assert (gp_store_begin (store, "after", NULL)); /* it is a whole project now */
    ck_assert (gp_store_set_frame (store, "after", 2026, 2031, GP_YEAR_NONE, NULL));
    ck_assert (gp_store_commit (store, NULL));
    ck_assert (gp_store_undo (store, NULL));
    gp_store_close (store);
    assert_version (path, gp_schema_n_steps);
    copy = only_backup (path, version);
    assert_version (copy, version);
    store = gp_store_open (path, GP_STORE_READ_WRITE, &error); /* and is not migrated again */
    ck_assert_ptr_nonnull (store);
    gp_store_close (store);
    ck_assert_uint_eq (support_count_files (), (guint)version * 2);
  }
}
END_TEST

static void
rename_project (GpStore *store, const char *name)
{
  ck_assert (gp_store_begin (store, name, NULL));
  ck_assert (gp_store_set_frame (store, name, 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert (gp_store_commit (store, NULL));
}

/* Format 5 with three edits of which the last is undone, and data that have had 7 numbers. */
static void
make_old_with_history (const char *path)
{
  g_autofree char *newest = support_path ("with-history.groeiplan");
  g_autofree char *sql = g_strdup_printf (
      "ATTACH '%s' AS new; DELETE FROM main.frame; INSERT INTO main.frame SELECT * FROM new.frame;"
      "INSERT INTO main.history SELECT id * 10, time, label, undone, changes FROM new.history;"
      "UPDATE main.state SET data_version = 7",
      newest);
  GpStore *store = support_store (newest, 12);
  g_autoptr (GpProject) project = NULL;

  rename_project (store, "One");
  rename_project (store, "Two");
  rename_project (store, "Three");
  ck_assert (gp_store_undo (store, NULL));
  gp_store_close (store);
  project = make_old (path, 5, 12);
  support_sql (path, sql);
  ck_assert_int_eq (g_unlink (newest), 0);
}

static void
assert_number (GpStore *store, GHashTable *numbers, const char *name)
{
  g_autoptr (GpProject) project = support_snapshot (store);
  gint64 number = gp_store_data_version (store);
  const char *known = g_hash_table_lookup (numbers, &number);

  ck_assert_str_eq (project->name, name);
  if (known == NULL) {
    ck_assert_int_gt (number, 7);
    g_hash_table_insert (numbers, g_memdup2 (&number, sizeof number), g_strdup (name));
  } else
    ck_assert_str_eq (known, name);
}

/* The number of today's data stays; those before and after get numbers that they keep. */
START_TEST (test_migrate_history)
{
  g_autofree char *path = support_path ("old.groeiplan");
  g_autoptr (GHashTable) numbers =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  gint64 today = 7;
  GpStore *store;

  make_old_with_history (path);
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert_ptr_nonnull (store);
  ck_assert_int_eq (gp_store_data_version (store), 7);
  g_hash_table_insert (numbers, g_memdup2 (&today, sizeof today), g_strdup ("Two"));
  for (int round = 0; round < 2; round++) {
    ck_assert (gp_store_undo (store, NULL));
    assert_number (store, numbers, "One");
    ck_assert (gp_store_redo (store, NULL));
    assert_number (store, numbers, "Two");
    ck_assert_int_eq (gp_store_data_version (store), 7);
    ck_assert (gp_store_redo (store, NULL));
    assert_number (store, numbers, "Three");
    ck_assert (gp_store_undo (store, NULL));
  }
  ck_assert_uint_eq (g_hash_table_size (numbers), 3);
  rename_project (store, "Four");
  assert_number (store, numbers, "Four");
  ck_assert_uint_eq (g_hash_table_size (numbers), 4);
  gp_store_close (store);
}
END_TEST

/* To be read only: nothing is written, and the data are there all the same. */
START_TEST (test_migrate_in_memory)
{
  g_autofree char *path = support_path ("old.groeiplan");
  g_autoptr (GpProject) before = make_old (path, 1, 9);
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GpProject) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_ONLY, &error);
  g_autoptr (GPtrArray) history = NULL;

  ck_assert_msg (store != NULL, "%s", error ? error->message : "");
  after = support_snapshot (store);
  support_assert_equal (before, after);
  again = support_snapshot (store);
  ck_assert_ptr_eq (after, again);
  history = gp_store_history (store, &error);
  ck_assert_ptr_nonnull (history);
  ck_assert (!gp_store_begin (store, "x", &error));
  support_assert_error (error, GP_ERROR_READ_ONLY, "old.groeiplan");
  assert_version (path, 1);
  ck_assert_uint_eq (support_count_files (), 1);
}
END_TEST

/* An old file is a stranger's file too. */
START_TEST (test_strange_old_file)
{
  g_autofree char *path = support_path ("old.groeiplan");
  g_autoptr (GpProject) before = make_old (path, 1, 11);
  g_autoptr (GError) error = NULL;

  support_sql (path, "CREATE TABLE history (a)");
  ck_assert_ptr_null (gp_store_open (path, GP_STORE_READ_WRITE, &error));
  support_assert_error (error, GP_ERROR_DAMAGED, "history");
  assert_version (path, 1);
  ck_assert_uint_eq (support_count_files (), 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("migrate");
  TCase *cases = tcase_create ("migrate");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_steps_are_numbered);
  tcase_add_test (cases, test_migrate);
  tcase_add_test (cases, test_migrate_history);
  tcase_add_test (cases, test_migrate_in_memory);
  tcase_add_test (cases, test_strange_old_file);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
