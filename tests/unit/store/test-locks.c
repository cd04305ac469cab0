/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two programs on one file, interrupted ones, and places that cannot be written. */
#include "gp-test.h"
#include "store-support.h"

#include "gp-store-private.h"

#include <gp-random-project.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs a function in a process of its own; it tells by its result, 0 for right. */
static int
in_another_process (int (*function) (const char *path), const char *path)
{
  int status = 0;
  pid_t child = fork ();

  ck_assert_int_ge (child, 0);
  if (child == 0)
    gp_test_child_exit (function (path));
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert_msg (WIFEXITED (status), "the other process died");
  return WEXITSTATUS (status);
}

/* What a second program finds: it reads, and does not write. */
static int
look_second (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  g_autoptr (GpProject) project = NULL;

  if (store == NULL)
    return 1;
  if (!gp_store_is_read_only (store) || gp_store_read_only_reason (store) == NULL ||
      strstr (gp_store_read_only_reason (store), "nother program") == NULL)
    return 2;
  if (g_file_test ("/proc/locks", G_FILE_TEST_EXISTS)) { /* says which */
    g_autofree char *process = g_strdup_printf ("(process %d)", getppid ());

    if (strstr (gp_store_read_only_reason (store), process) == NULL)
      return 6;
  }
  project = gp_store_snapshot (store, NULL);
  if (project == NULL || !g_str_equal (project->name, "Shared"))
    return 3;
  if (gp_store_begin (store, "Mine", &error) ||
      !g_error_matches (error, GP_ERROR, GP_ERROR_READ_ONLY))
    return 4;
  g_clear_error (&error);
  if (gp_store_undo (store, &error) || !g_error_matches (error, GP_ERROR, GP_ERROR_READ_ONLY))
    return 5;
  return 0;
}

static int
write_alone (const char *path)
{
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);

  if (store == NULL || gp_store_is_read_only (store))
    return 1;
  return gp_store_begin (store, "Theirs", NULL) &&
                 gp_store_set_frame (store, "Theirs", 2026, 2031, GP_YEAR_NONE, NULL) &&
                 gp_store_commit (store, NULL)
             ? 0
             : 2;
}

static void
rename_project (GpStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_store_begin (store, name, &error) &&
                     gp_store_set_frame (store, name, 2026, 2031, GP_YEAR_NONE, &error) &&
                     gp_store_commit (store, &error),
                 "%s", error != NULL ? error->message : "");
}

START_TEST (test_second_program)
{
  g_autofree char *path = support_path ("two.groeiplan");
  GpStore *store = support_store (path, 1);
  g_autoptr (GpProject) project = NULL;

  ck_assert_int_ne (in_another_process (write_alone, path), 0); /* from the start on */
  rename_project (store, "Shared");
  ck_assert_int_eq (in_another_process (look_second, path), 0); /* and after an edit */
  ck_assert_int_ne (in_another_process (write_alone, path), 0);
  gp_store_close (store);
  ck_assert_int_eq (in_another_process (write_alone, path), 0);
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert (!gp_store_is_read_only (store));
  project = support_snapshot (store);
  ck_assert_str_eq (project->name, "Theirs");
  gp_store_close (store);
}
END_TEST

/* A reader sees what the writer stored since. */
START_TEST (test_reader_follows)
{
  g_autofree char *path = support_path ("follow.groeiplan");
  g_autoptr (GpStore) writer = support_store (path, 2);
  g_autoptr (GpStore) reader = gp_store_open (path, GP_STORE_READ_ONLY, NULL);

  ck_assert_ptr_null (gp_store_read_only_reason (reader)); /* a person asked for it */
  for (int i = 0; i < 5; i++) {
    g_autofree char *name = g_strdup_printf ("Name %d", i);
    g_autoptr (GpProject) project = NULL;
    g_autoptr (GpProject) again = NULL;

    rename_project (writer, name);
    project = support_snapshot (reader);
    ck_assert_str_eq (project->name, name);
    again = support_snapshot (reader);
    ck_assert_ptr_eq (project, again);
    ck_assert_int_eq (gp_store_data_version (reader), gp_store_data_version (writer));
  }
}
END_TEST

/* Somebody reads for long: the edit waits, then says so, and nothing of it is stored. */
START_TEST (test_slow_reader)
{
  g_autofree char *path = support_path ("slow.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 3);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  ck_assert_int_eq (sqlite3_open (path, &other), SQLITE_OK);
  ck_assert_int_eq (sqlite3_exec (other, "BEGIN; SELECT * FROM frame", NULL, NULL, NULL),
                    SQLITE_OK);
  ck_assert (gp_store_begin (store, "x", &error));
  ck_assert (gp_store_set_frame (store, "x", 2026, 2031, GP_YEAR_NONE, &error));
  ck_assert (!gp_store_commit (store, &error));
  support_assert_error (error, GP_ERROR_BUSY, "slow.groeiplan");
  after = support_snapshot (store);
  support_assert_equal (before, after);
  ck_assert_int_eq (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
  rename_project (store, "y");
  sqlite3_close (other);
}
END_TEST

/* The moment between two edits in which another program may get in. */
START_TEST (test_lock_lost)
{
  g_autofree char *path = support_path ("lost.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 4);
  g_autoptr (GpProject) project = support_snapshot (store);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  ck_assert_int_eq (sqlite3_exec (store->db->handle, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
  ck_assert_int_eq (sqlite3_open (path, &other), SQLITE_OK);
  ck_assert_int_eq (
      sqlite3_exec (other, "BEGIN IMMEDIATE; UPDATE frame SET name = 'Theirs'", NULL, NULL, NULL),
      SQLITE_OK);
  ck_assert (!gp_store_begin (store, "x", &error));
  support_assert_error (error, GP_ERROR_BUSY, "lost.groeiplan");
  ck_assert_int_eq (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
  g_clear_pointer (&project, gp_project_unref);
  project = support_snapshot (store); /* not the one from before */
  ck_assert_str_eq (project->name, "Theirs");
  rename_project (store, "Ours again");
  ck_assert_int_eq (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_BUSY);
  sqlite3_close (other);
}
END_TEST

/* Dies in the middle of writing, after parts of it went to the file. */
static void
die_while_writing (const char *path)
{
  sqlite3 *db = NULL;
  pid_t child = fork ();
  int status;

  ck_assert_int_ge (child, 0);
  if (child == 0) {
    if (sqlite3_open (path, &db) == SQLITE_OK &&
        sqlite3_exec (db,
                      "PRAGMA cache_size = 2; PRAGMA cache_spill = 1; BEGIN;"
                      "UPDATE schools SET name = 'half-way', pupils = 1;"
                      "UPDATE boards SET note = hex (zeroblob (1000));",
                      NULL, NULL, NULL) == SQLITE_OK)
      kill (getpid (), SIGKILL);
    _exit (1);
  }
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert (WIFSIGNALED (status));
}

START_TEST (test_interrupted)
{
  g_autofree char *path = support_path ("killed.groeiplan");
  g_autofree char *journal = support_path ("killed.groeiplan-journal");
  GpStore *store = support_store (path, 5);
  g_autoptr (GpProject) before = support_snapshot (store);

  gp_store_close (store);
  for (int mode = GP_STORE_READ_WRITE; mode <= GP_STORE_READ_ONLY; mode++) {
    g_autoptr (GpProject) after = NULL;

    die_while_writing (path);
    ck_assert (g_file_test (journal, G_FILE_TEST_EXISTS));
    store = gp_store_open (path, mode, NULL);
    ck_assert_ptr_nonnull (store);
    ck_assert_int_eq (gp_store_is_read_only (store), mode == GP_STORE_READ_ONLY);
    after = support_snapshot (store);
    support_assert_equal (before, after);
    gp_store_close (store);
    ck_assert (!g_file_test (journal, G_FILE_TEST_EXISTS));
  }
}
END_TEST

/* Permissions do not hold for root: the child gives that up first. */
static int
look_without_rights (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpStore) store = NULL;
  g_autoptr (GpProject) project = NULL;

  if (getuid () == 0 && setuid (65534) != 0)
    return 77;
  store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  if (store == NULL)
    return 1;
  if (!gp_store_is_read_only (store) || gp_store_read_only_reason (store) == NULL)
    return 2;
  project = gp_store_snapshot (store, NULL);
  if (project == NULL)
    return 3;
  if (gp_store_begin (store, "x", &error) || !g_error_matches (error, GP_ERROR, GP_ERROR_READ_ONLY))
    return 4;
  return strstr (error->message, "could not") != NULL || strstr (error->message, "cannot") != NULL
             ? 0
             : 5;
}

static int
open_without_rights (const char *path)
{
  g_autoptr (GError) error = NULL;

  if (getuid () == 0 && setuid (65534) != 0)
    return 77;
  return gp_store_open (path, GP_STORE_READ_ONLY, &error) == NULL &&
                 g_error_matches (error, GP_ERROR, GP_ERROR_FILE)
             ? 0
             : 1;
}

static int
create_without_rights (const char *path)
{
  g_autoptr (GpProject) project = gp_random_project (1, 2, 2, GP_RANDOM_PLAIN);
  g_autofree char *other = g_strconcat (path, "-new", NULL);
  g_autoptr (GError) error = NULL;

  if (getuid () == 0 && setuid (65534) != 0)
    return 77;
  return gp_store_create (other, project, &error) == NULL &&
                 g_error_matches (error, GP_ERROR, GP_ERROR_FILE)
             ? 0
             : 1;
}

START_TEST (test_no_rights)
{
  g_autofree char *path = support_path ("rights.groeiplan");
  g_autofree char *folder = g_path_get_dirname (path);

  gp_store_close (support_store (path, 6));
  ck_assert_int_eq (g_chmod (folder, 0777), 0);
  ck_assert_int_eq (g_chmod (path, 0444), 0); /* the file, */
  ck_assert_int_eq (in_another_process (look_without_rights, path), 0);
  ck_assert_int_eq (g_chmod (path, 0666), 0);
  ck_assert_int_eq (g_chmod (folder, 0555), 0); /* or the folder that the journal would be in, */
  ck_assert_int_eq (in_another_process (look_without_rights, path), 0);
  ck_assert_int_eq (in_another_process (create_without_rights, path), 0);
  ck_assert_int_eq (g_chmod (path, 0000), 0); /* or nothing at all */
  ck_assert_int_eq (in_another_process (open_without_rights, path), 0);
  ck_assert_int_eq (g_chmod (folder, 0700), 0);
}
END_TEST

/* A file that somebody turned to WAL works, and goes back to a rollback journal. */
START_TEST (test_wal)
{
  g_autofree char *path = support_path ("wal.groeiplan");
  g_autofree char *mode = NULL;
  GpStore *store;

  gp_store_close (support_store (path, 7));
  support_sql (path, "PRAGMA journal_mode = WAL; UPDATE frame SET name = 'wal'");
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert_ptr_nonnull (store);
  ck_assert (!gp_store_is_read_only (store));
  rename_project (store, "Back");
  gp_store_close (store);
  mode = support_query (path, "PRAGMA journal_mode");
  ck_assert_str_eq (mode, "delete");
  ck_assert_uint_eq (support_count_files (), 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("locks");
  TCase *cases = tcase_create ("locks");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_second_program);
  tcase_add_test (cases, test_reader_follows);
  tcase_add_test (cases, test_slow_reader);
  tcase_add_test (cases, test_lock_lost);
  tcase_add_test (cases, test_interrupted);
  tcase_add_test (cases, test_no_rights);
  tcase_add_test (cases, test_wal);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
