/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing the exchange folder where it cannot be written: what was there stays as it was, nothing
 * half-written is left, and the sentence names the folder.
 */
#include <check.h>
#include <glib/gstdio.h>
#include <groeiplan/gp-exchange.h>
#include <groeiplan/gp-table.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder-files.h"
#include "gp-random-project.h"

static TestFolder *folder;
static GpProject *project;

static void
set_up (void)
{
  folder = test_folder_new ();
  project = gp_random_project (1, 8, 4, GP_RANDOM_PINS);
}

static void
tear_down (void)
{
  g_clear_pointer (&folder, test_folder_remove);
  g_clear_pointer (&project, gp_project_unref);
}

static void
write_out (const GpProject *what, const char *path)
{
  g_autoptr (GError) error = NULL;
  if (!gp_exchange_write (what, path, NULL, &error))
    ck_abort_msg ("%s", error->message);
}

static void
assert_refused (const char *path, GpError code, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  ck_assert (!gp_exchange_write (project, path, cancellable, &error));
  if (!g_error_matches (error, GP_ERROR, (gint)code))
    ck_abort_msg ("other error: %s", error->message);
  if (code == GP_ERROR_FILE)
    ck_assert_ptr_nonnull (strstr (error->message, path));
}

/* Everything in the folder as one text: names, sizes and bytes. */
static char *
picture (const char *path)
{
  GString *all = g_string_new (NULL);
  g_autofree char *names = test_folder_list (path);
  g_auto (GStrv) files = g_strsplit (names, " ", -1);
  for (guint i = 0; files[i] != NULL && files[i][0] != '\0'; i++) {
    gsize size;
    g_autofree char *bytes = test_folder_get (path, files[i], &size);
    g_string_append_printf (all, "%s %zu %s\n", files[i], size, bytes);
  }
  return g_string_free (all, FALSE);
}

START_TEST (test_makes_folders)
{
  g_autofree char *path = g_build_filename (folder, "a", "b", NULL);
  g_autofree char *middle = g_build_filename (folder, "a", NULL);
  write_out (project, path);
  g_autofree char *names = test_folder_list (path);
  ck_assert_str_eq (names,
                    "boards.csv budgets.csv expert_coaches.csv facts.csv parameters.csv pins.csv "
                    "pledges.csv priorities.csv project.csv project_drivers.csv projects.csv "
                    "provinces.csv regions.csv scenarios.csv schools.csv sectors.csv "
                    "verandercoaches.csv");
  test_folder_remove (g_steal_pointer (&path));
  ck_assert_int_eq (g_rmdir (middle), 0);
}
END_TEST

START_TEST (test_leaves_other_files_alone)
{
  g_autoptr (GpProject) smaller = gp_random_project (2, 1, 1, GP_RANDOM_PLAIN);
  test_folder_put (folder, "letter.txt", "Dear reader", -1);
  write_out (project, folder);
  write_out (smaller, folder);
  g_autofree char *letter = test_folder_get (folder, "letter.txt", NULL);
  ck_assert_str_eq (letter, "Dear reader");
  g_autoptr (GpProject) back = gp_exchange_read (folder, NULL, NULL, NULL);
  ck_assert (gp_project_equal (smaller, back, NULL));
}
END_TEST

START_TEST (test_path_is_a_file)
{
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *below = g_build_filename (folder, "file", "below", NULL);
  test_folder_put (folder, "file", "text", -1);
  assert_refused (file, GP_ERROR_FILE, NULL);
  assert_refused (below, GP_ERROR_FILE, NULL);
  assert_refused ("/proc/groeiplan", GP_ERROR_FILE, NULL);
  assert_refused ("", GP_ERROR_FILE, NULL);
  g_autofree char *text = test_folder_get (folder, "file", NULL);
  ck_assert_str_eq (text, "text");
}
END_TEST

/* A folder stands where a file must come: found out before anything is replaced. */
START_TEST (test_folder_in_the_way)
{
  g_autoptr (GpProject) earlier = gp_random_project (2, 3, 2, GP_RANDOM_PLAIN);
  g_autofree char *blocked = g_build_filename (folder, "facts.csv", NULL);
  write_out (earlier, folder);
  test_folder_delete (folder, "facts.csv");
  g_autofree char *before = picture (folder);
  ck_assert_int_eq (mkdir (blocked, 0777), 0);
  g_autoptr (GError) error = NULL;
  ck_assert (!gp_exchange_write (project, folder, NULL, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_FILE));
  ck_assert_ptr_nonnull (strstr (error->message, blocked));
  ck_assert_int_eq (rmdir (blocked), 0);
  g_autofree char *after = picture (folder);
  ck_assert_str_eq (before, after);
}
END_TEST

/* A file can grow to so many bytes, as on a full disk; counts the sizes at which it went wrong. */
START_TEST (test_full_disk)
{
  g_autoptr (GpProject) earlier = gp_random_project (2, 3, 2, GP_RANDOM_PLAIN);
  struct rlimit limit, small;
  guint n_refused = 0;
  write_out (earlier, folder);
  g_autofree char *before = picture (folder);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  for (rlim_t size = 0; size <= 3000; size += 250) {
    small = limit;
    small.rlim_cur = size;
    setrlimit (RLIMIT_FSIZE, &small);
    g_autoptr (GError) error = NULL;
    gboolean ok = gp_exchange_write (project, folder, NULL, &error);
    setrlimit (RLIMIT_FSIZE, &limit);
    ck_assert (!ok);
    ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_FILE));
    ck_assert_ptr_nonnull (strstr (error->message, folder));
    g_autofree char *after = picture (folder);
    ck_assert_str_eq (before, after);
    n_refused++;
  }
  ck_assert_uint_eq (n_refused, 13);
  write_out (project, folder);
}
END_TEST

/* A folder that was made for an export that failed goes with it. */
START_TEST (test_nothing_left_behind)
{
  g_autofree char *path = g_build_filename (folder, "new", NULL);
  struct rlimit limit, small;
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &limit);
  small = limit;
  small.rlim_cur = 100;
  setrlimit (RLIMIT_FSIZE, &small);
  gboolean ok = gp_exchange_write (project, path, NULL, NULL);
  setrlimit (RLIMIT_FSIZE, &limit);
  ck_assert (!ok);
  g_autofree char *names = test_folder_list (folder);
  ck_assert_str_eq (names, "");
}
END_TEST

START_TEST (test_cancelled)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GpProject) earlier = gp_random_project (2, 3, 2, GP_RANDOM_PLAIN);
  g_autofree char *path = g_build_filename (folder, "new", NULL);
  g_cancellable_cancel (cancellable);
  assert_refused (path, GP_ERROR_CANCELLED, cancellable);
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
  write_out (earlier, folder);
  g_autofree char *before = picture (folder);
  assert_refused (folder, GP_ERROR_CANCELLED, cancellable);
  g_autofree char *after = picture (folder);
  ck_assert_str_eq (before, after);
}
END_TEST

/* Without its project.csv, which goes first and comes last, a folder cannot be read. */
START_TEST (test_broken_off)
{
  g_autoptr (GpProblems) problems = gp_problems_new ();
  write_out (project, folder);
  test_folder_delete (folder, "project.csv");
  ck_assert_ptr_null (gp_exchange_read (folder, problems, NULL, NULL));
  ck_assert_uint_eq (gp_problems_n_total (problems), 1);
  ck_assert_str_eq (gp_problems_error (problems, 0), "project.csv: the file is missing");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("folder-write");
  TCase *tcase = tcase_create ("write");
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_set_timeout (tcase, 0);
  tcase_add_test (tcase, test_makes_folders);
  tcase_add_test (tcase, test_leaves_other_files_alone);
  tcase_add_test (tcase, test_path_is_a_file);
  tcase_add_test (tcase, test_folder_in_the_way);
  tcase_add_test (tcase, test_full_disk);
  tcase_add_test (tcase, test_nothing_left_behind);
  tcase_add_test (tcase, test_cancelled);
  tcase_add_test (tcase, test_broken_off);
  suite_add_tcase (suite, tcase);
  SRunner *runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
