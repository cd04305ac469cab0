/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making, opening and reopening project files. */
#include "store-support.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <gp-random-project.h>
#include <stdlib.h>
#include <sys/stat.h>

static void
check_round_trip (guint32 seed, guint n_boards, GpRandomFlags flags)
{
  g_autofree char *name = g_strdup_printf ("round-%u.groeiplan", seed);
  g_autofree char *path = support_path (name);
  g_autoptr (GpProject) project = gp_random_project (seed, n_boards, 1 + seed % 8, flags);
  g_autoptr (GpStore) store = NULL;
  g_autoptr (GpProject) first = NULL;
  g_autoptr (GpProject) again = NULL;
  g_autoptr (GError) error = NULL;

  store = gp_store_create (path, project, &error);
  ck_assert_msg (store != NULL, "%s", error != NULL ? error->message : "");
  first = support_snapshot (store);
  support_assert_equal (project, first);
  gp_store_close (g_steal_pointer (&store));
  store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  ck_assert_msg (store != NULL, "%s", error != NULL ? error->message : "");
  ck_assert (!gp_store_is_read_only (store));
  ck_assert_ptr_null (gp_store_read_only_reason (store));
  again = support_snapshot (store);
  support_assert_equal (project, again);
}

START_TEST (test_round_trip)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    check_round_trip (seed, 1 + seed * 2, GP_RANDOM_PINS | (seed % 2 ? GP_RANDOM_WILD : 0));
  ck_assert_uint_eq (support_count_files (), 20); /* no temporary or journal file is left */
}
END_TEST

START_TEST (test_empty_project)
{
  g_autofree char *path = support_path ("empty.groeiplan");
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  g_autoptr (GpProject) read = NULL;
  g_autoptr (GpStore) store = NULL;
  g_autoptr (GError) error = NULL;

  gp_project_set_frame (project, "Nothing yet", 2026, 2031, GP_YEAR_NONE);
  ck_assert (gp_project_finish (project, &error));
  store = gp_store_create (path, project, &error);
  ck_assert_ptr_nonnull (store);
  read = support_snapshot (store);
  support_assert_equal (project, read);
  ck_assert_int_eq (read->has_goal_year, FALSE);
  ck_assert_int_eq (gp_store_data_version (store), 1);
  ck_assert_str_eq (gp_store_path (store), path);
}
END_TEST

START_TEST (test_never_overwrites)
{
  g_autofree char *path = support_path ("there.groeiplan");
  g_autoptr (GpProject) project = gp_random_project (1, 3, 3, GP_RANDOM_PLAIN);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  ck_assert (g_file_set_contents (path, "mine", -1, NULL));
  ck_assert_ptr_null (gp_store_create (path, project, &error));
  support_assert_error (error, GP_ERROR_FILE, "there.groeiplan");
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_str_eq (text, "mine");
  ck_assert_uint_eq (support_count_files (), 1);
}
END_TEST

START_TEST (test_create_where_nothing_can_be)
{
  g_autofree char *missing = support_path ("no-such-folder/a.groeiplan");
  g_autofree char *folder = support_path ("folder.groeiplan");
  g_autoptr (GpProject) project = gp_random_project (1, 3, 3, GP_RANDOM_PLAIN);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (gp_store_create (missing, project, &error));
  support_assert_error (error, GP_ERROR_FILE, "folder");
  g_clear_error (&error);
  ck_assert_int_eq (g_mkdir (folder, 0700), 0);
  ck_assert_ptr_null (gp_store_create (folder, project, &error));
  support_assert_error (error, GP_ERROR_FILE, "folder.groeiplan");
}
END_TEST

static void
check_open_fails (const char *path, GpError code, const char *what)
{
  for (int mode = GP_STORE_READ_WRITE; mode <= GP_STORE_READ_ONLY; mode++) {
    g_autoptr (GError) error = NULL;

    ck_assert_ptr_null (gp_store_open (path, mode, &error));
    support_assert_error (error, code, what);
  }
}

START_TEST (test_open_what_is_no_file)
{
  g_autofree char *missing = support_path ("missing.groeiplan");
  g_autofree char *folder = support_path ("folder.groeiplan");
  g_autofree char *pipe = support_path ("pipe.groeiplan");
  g_autofree char *empty = support_path ("empty.groeiplan");

  check_open_fails (missing, GP_ERROR_FILE, "missing.groeiplan");
  ck_assert_int_eq (g_mkdir (folder, 0700), 0);
  check_open_fails (folder, GP_ERROR_FILE, "is a folder");
  ck_assert_int_eq (mkfifo (pipe, 0600), 0);
  check_open_fails (pipe, GP_ERROR_NOT_OURS, "pipe.groeiplan"); /* and does not wait for a writer */
  ck_assert (g_file_set_contents (empty, "", 0, NULL));
  check_open_fails (empty, GP_ERROR_NOT_OURS, "empty.groeiplan");
  ck_assert_uint_eq (support_count_files (), 3);
}
END_TEST

/* A name that SQLite would take for a URI with options, given as a relative path. */
START_TEST (test_name_like_a_uri)
{
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *folder = support_path ("");
  g_autoptr (GpStore) store = NULL;

  ck_assert_int_eq (g_chdir (folder), 0);
  store = support_store ("file:a.groeiplan?mode=memory", 5);
  ck_assert (g_file_test ("file:a.groeiplan?mode=memory", G_FILE_TEST_IS_REGULAR));
  ck_assert_int_eq (g_chdir (here), 0);
}
END_TEST

/* The snapshot is kept while nothing changes, and outlives the store. */
START_TEST (test_snapshot_is_kept)
{
  g_autofree char *path = support_path ("kept.groeiplan");
  GpStore *store = support_store (path, 3);
  g_autoptr (GpProject) first = support_snapshot (store);
  g_autoptr (GpProject) second = support_snapshot (store);
  g_autoptr (GpProject) same = gp_random_project (3, 12, 6, GP_RANDOM_PINS);

  ck_assert_ptr_eq (first, second);
  gp_store_close (store);
  support_assert_equal (first, same);
}
END_TEST

START_TEST (test_info)
{
  g_autofree char *path = support_path ("info.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 4);
  g_autoptr (GpProject) project = support_snapshot (store);
  g_autoptr (GError) error = NULL;
  GpStoreInfo info;

  ck_assert (gp_store_info (store, &info, &error));
  for (int id = 0; id < GP_N_TABLES; id++)
    ck_assert_int_eq (info.n_rows[id], gp_project_n_rows (project, id));
  ck_assert_int_gt (info.n_rows[GP_TABLE_SCHOOLS], 0);
  ck_assert_int_eq (info.format_version, 3);
  ck_assert (info.integrity_ok);
  ck_assert_ptr_null (info.integrity_message);
  ck_assert_uint_eq (info.n_plans, 0);
  ck_assert_uint_eq (info.n_history, 0);
  gp_store_info_clear (&info);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("create");
  TCase *cases = tcase_create ("create");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_round_trip);
  tcase_add_test (cases, test_empty_project);
  tcase_add_test (cases, test_never_overwrites);
  tcase_add_test (cases, test_create_where_nothing_can_be);
  tcase_add_test (cases, test_open_what_is_no_file);
  tcase_add_test (cases, test_name_like_a_uri);
  tcase_add_test (cases, test_snapshot_is_kept);
  tcase_add_test (cases, test_info);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
