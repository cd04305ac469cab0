/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making, opening and reopening project files. */
#include "store-support.h"

#include "gp-store-private.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <gp-random-project.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

/* Also when somebody was quicker, between the check and the end: the file there stays. */
START_TEST (test_never_overwrites_at_the_end)
{
  g_autofree char *path = support_path ("there.groeiplan");
  g_autofree char *temporary = gp_file_temporary (path, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  ck_assert_ptr_nonnull (temporary);
  ck_assert (g_file_set_contents (path, "mine", -1, NULL));
  ck_assert (!gp_file_publish (temporary, path, &error));
  support_assert_error (error, GP_ERROR_FILE, "there.groeiplan");
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_str_eq (text, "mine");
  ck_assert_uint_eq (support_count_files (), 1);
}
END_TEST

/* What a killed program left of the project goes when somebody who may write opens it. */
START_TEST (test_leftovers)
{
  g_autofree char *path = support_path ("there.groeiplan");
  g_autofree char *left = support_path (".groeiplan-abc123");
  struct timespec times[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};

  gp_store_close (support_store (path, 3));
  for (int way = GP_STORE_READ_ONLY; way >= GP_STORE_READ_WRITE; way--) {
    ck_assert (g_file_set_contents (left, "J. Voorbeeld", -1, NULL));
    ck_assert_int_eq (utimensat (AT_FDCWD, left, times, 0), 0);
    gp_store_close (gp_store_open (path, (GpStoreMode)way, NULL));
    ck_assert (g_file_test (left, G_FILE_TEST_EXISTS) == (way == GP_STORE_READ_ONLY));
  }
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
  ck_assert_int_eq (info.format_version, 7);
  ck_assert (info.integrity_ok);
  ck_assert_ptr_null (info.integrity_message);
  ck_assert_uint_eq (info.n_plans, 0);
  ck_assert_uint_eq (info.n_history, 0);
  gp_store_info_clear (&info);
}
END_TEST

/* A drive without room, played by a limit on the size of files in a process of its own: what is
 * made is complete or absent, what is edited is the new or the old state, and both say so. */
static int
work_without_room (const char *path)
{
  const struct rlimit limit = {300000, 300000};
  g_autofree char *other = g_strconcat (path, "-new", NULL);
  g_autoptr (GpProject) large = gp_random_project (2, 1500, 6, GP_RANDOM_PLAIN);
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  g_autoptr (GpProject) before = store != NULL ? gp_store_snapshot (store, NULL) : NULL;
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GError) error = NULL;

  if (before == NULL)
    return 1;
  signal (SIGXFSZ, SIG_IGN);
  if (setrlimit (RLIMIT_FSIZE, &limit) != 0)
    return 77;
  if (gp_store_create (other, large, &error) != NULL ||
      !g_error_matches (error, GP_ERROR, GP_ERROR_FILE) || g_file_test (other, G_FILE_TEST_EXISTS))
    return 2;
  g_clear_error (&error);
  if (!gp_store_begin (store, "too much", &error))
    return 3;
  if (gp_store_replace (store, large, &error) && gp_store_commit (store, &error))
    return 4;
  if (!g_error_matches (error, GP_ERROR, GP_ERROR_FILE))
    return 5;
  gp_store_rollback (store);
  after = gp_store_snapshot (store, NULL);
  if (after == NULL || !gp_project_equal (before, after, NULL))
    return 6;
  g_clear_error (&error);
  return gp_store_begin (store, "small", &error) &&
                 gp_store_set_frame (store, "small", 2026, 2031, GP_YEAR_NONE, &error) &&
                 gp_store_commit (store, &error)
             ? 0
             : 7;
}

START_TEST (test_no_room)
{
  g_autofree char *path = support_path ("full.groeiplan");
  g_autoptr (GpStore) store = NULL;
  g_autoptr (GpProject) project = NULL;
  int status = 0;
  pid_t child;

  gp_store_close (support_store (path, 6));
  child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    _exit (work_without_room (path));
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert (WIFEXITED (status));
  ck_assert_int_eq (WEXITSTATUS (status), 0);
  ck_assert_uint_eq (support_count_files (), 1); /* no temporary file either */
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  project = support_snapshot (store);
  ck_assert_str_eq (project->name, "small");
}
END_TEST

/* Indexes against tables: what opening leaves to the full check. */
START_TEST (test_info_of_a_damaged_index)
{
  g_autofree char *path = support_path ("index.groeiplan");
  g_autoptr (GpStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GpStoreInfo info;

  gp_store_close (support_store (path, 5));
  support_sql (
      path,
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = "
      "(SELECT sum (rootpage) FROM sqlite_schema WHERE name IN ('pledges_key', "
      "'project_drivers_key')) - rootpage WHERE name IN ('pledges_key', 'project_drivers_key')");
  store = gp_store_open (path, GP_STORE_READ_ONLY, &error);
  ck_assert_msg (store != NULL, "%s", error ? error->message : "");
  ck_assert (gp_store_info (store, &info, &error));
  ck_assert (!info.integrity_ok);
  ck_assert_ptr_nonnull (strstr (info.integrity_message, "_key"));
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
  tcase_add_test (cases, test_never_overwrites_at_the_end);
  tcase_add_test (cases, test_leftovers);
  tcase_add_test (cases, test_create_where_nothing_can_be);
  tcase_add_test (cases, test_open_what_is_no_file);
  tcase_add_test (cases, test_name_like_a_uri);
  tcase_add_test (cases, test_snapshot_is_kept);
  tcase_add_test (cases, test_info);
  tcase_add_test (cases, test_info_of_a_damaged_index);
  tcase_add_test (cases, test_no_room);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
