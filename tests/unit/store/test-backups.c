/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups beside a project: named by time and reason, a number kept, and put back as one step. */
#include "gp-random-project.h"
#include "store-support.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <groeiplan/gp-backups.h>
#include <groeiplan/gp-forget.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void
rename_project (GpStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;

  ck_assert (gp_store_begin (store, name, NULL));
  ck_assert (gp_store_set_frame (store, name, 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert_msg (gp_store_commit (store, &error), "%s", error ? error->message : "");
}

static void
assert_name (GpStore *store, const char *name)
{
  g_autoptr (GpProject) project = support_snapshot (store);

  ck_assert_str_eq (project->name, name);
}

static const GpBackup *
nth (const GPtrArray *backups, guint i)
{
  ck_assert_uint_lt (i, backups->len);
  return g_ptr_array_index (backups, i);
}

START_TEST (test_kept_number)
{
  g_autofree char *path = support_path ("plan.groeiplan");
  g_autofree char *other = support_path ("plan B (backup 2026-01-01 00.00.00Z, import).groeiplan");
  g_autofree char *mine = support_path ("plan (backup 2026-01-01, mine).groeiplan");
  GpStore *store = support_store (path, 1);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *earlier = support_path ("plan (format 2).groeiplan");
  struct timespec times[2] = {{.tv_sec = 1000000000}, {.tv_sec = 1000000000}};
  char *last = NULL;

  ck_assert (g_file_set_contents (other, "x", -1, NULL));
  ck_assert (g_file_set_contents (earlier, "x", -1, NULL));
  ck_assert_int_eq (utimensat (AT_FDCWD, earlier, times, 0), 0);
  ck_assert (g_file_set_contents (mine, "x", -1, NULL));
  ck_assert_uint_eq (gp_backups_get_kept (), 5);
  gp_backups_set_kept (3);
  for (int i = 0; i < 6; i++) {
    g_free (last);
    last = gp_store_keep_backup (store, i % 2 == 0 ? GP_BACKUP_IMPORT : GP_BACKUP_ASKED, NULL);
    ck_assert_ptr_nonnull (last);
    ck_assert_msg (g_file_test (last, G_FILE_TEST_EXISTS), "%s", last);
  }
  g_free (last);
  backups = gp_backups_list (path, NULL);
  ck_assert_uint_eq (backups->len, 4);
  ck_assert_str_eq (nth (backups, 3)->path, earlier); /* the oldest, and it stays */
  ck_assert_int_eq (nth (backups, 3)->when, 1000000000);
  ck_assert_int_gt (nth (backups, 0)->size, 10000);
  ck_assert_int_ge (nth (backups, 0)->when, nth (backups, 2)->when);
  ck_assert (g_file_test (other, G_FILE_TEST_EXISTS)); /* another project's */
  ck_assert (g_file_test (mine, G_FILE_TEST_EXISTS));  /* a person's own */
  gp_backups_set_kept (5);
  gp_store_close (store);
}
END_TEST

START_TEST (test_names)
{
  static const struct {
    const char *name;
    int reason, format; /* -1: no backup */
  } names[] = {{"p (backup 2026-11-22 07.15.30Z, import).groeiplan", GP_BACKUP_IMPORT, 0},
               {"p (backup 2026-11-22 07.15.30Z, import, 2).groeiplan", GP_BACKUP_IMPORT, 0},
               {"p (backup 2026-11-22 07.15.31Z, format 3).groeiplan", GP_BACKUP_FORMAT, 3},
               {"p (backup 2026-11-22 07.15.32Z, restore).groeiplan", GP_BACKUP_RESTORE, 0},
               {"p (backup 2026-11-22 07.15.32Z, asked).groeiplan", GP_BACKUP_ASKED, 0},
               {"p (format 3).groeiplan", GP_BACKUP_FORMAT, 3}, /* earlier builds */
               {"p (format 12) 2.groeiplan", GP_BACKUP_FORMAT, 12},
               {"p (format ).groeiplan", -1, 0},
               {"p (format 3) .groeiplan", -1, 0},
               {"p (format 3) two.groeiplan", -1, 0},
               {"p (format 1234567).groeiplan", -1, 0},
               {"q (format 3).groeiplan", -1, 0},
               {"p (backup 2026-13-22 07.15.30Z, import).groeiplan", -1, 0},
               {"p (backup 2026-11-22 07.15.30, import).groeiplan", -1, 0},
               {"p (backup 2026-11-22 07.15.30Z, imported).groeiplan", -1, 0},
               {"p (backup 2026-11-22 07.15.30Z, format ).groeiplan", -1, 0},
               {"p (backup 2026-11-22 07.15.30Z, import).groeiplan.txt", -1, 0},
               {"p (backup ", -1, 0},
               {"q (backup 2026-11-22 07.15.30Z, import).groeiplan", -1, 0}};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *project = support_path ("p.groeiplan");
    g_autofree char *path = support_path (names[i].name);
    g_autoptr (GPtrArray) backups = NULL;

    ck_assert (g_file_set_contents (path, "x", -1, NULL));
    backups = gp_backups_list (project, NULL);
    ck_assert_msg (backups->len == (names[i].reason < 0 ? 0 : 1), "%s", names[i].name);
    if (names[i].reason >= 0) {
      ck_assert_int_eq ((int)nth (backups, 0)->reason, names[i].reason);
      ck_assert_int_eq (nth (backups, 0)->format, names[i].format);
      ck_assert_str_eq (nth (backups, 0)->path, path);
    }
    g_unlink (path);
  }
}
END_TEST

START_TEST (test_reasons)
{
  static const struct {
    GpBackup backup;
    const char *text;
  } reasons[] = {{{.reason = GP_BACKUP_FORMAT, .format = 3}, "before an update from format 3"},
                 {{.reason = GP_BACKUP_IMPORT}, "before an import"},
                 {{.reason = GP_BACKUP_RESTORE}, "before another backup was restored"},
                 {{.reason = GP_BACKUP_ASKED}, "made by hand"}};

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    g_autofree char *text = gp_backup_reason_text (&reasons[i].backup);

    ck_assert_str_eq (text, reasons[i].text);
  }
}
END_TEST

START_TEST (test_no_folder)
{
  g_autofree char *path = support_path ("absent/p.groeiplan");
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (gp_backups_list (path, &error));
  support_assert_error (error, GP_ERROR_FILE, "p.groeiplan");
}
END_TEST

START_TEST (test_restore)
{
  g_autofree char *path = support_path ("plan.groeiplan");
  GpStore *store = support_store (path, 2);
  g_autofree char *backup = NULL;
  g_autoptr (GpProject) first = NULL;
  g_autoptr (GpProject) again = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  rename_project (store, "first");
  first = support_snapshot (store);
  backup = gp_store_keep_backup (store, GP_BACKUP_ASKED, NULL);
  rename_project (store, "second");
  rename_project (store, "third");
  ck_assert_msg (gp_store_restore (store, backup, NULL, NULL, NULL, &error), "%s",
                 error ? error->message : "");
  again = support_snapshot (store);
  support_assert_equal (first, again);
  ck_assert (gp_store_undo (store, NULL)); /* its history came with it */
  ck_assert (gp_store_redo (store, NULL));
  backups = gp_backups_list (path, NULL);
  ck_assert_uint_eq (backups->len, 2);
  ck_assert_int_eq (nth (backups, 0)->reason, GP_BACKUP_RESTORE);
  ck_assert (
      gp_store_restore (store, nth (backups, 0)->path, NULL, NULL, NULL, NULL)); /* and back */
  assert_name (store, "third");
  rename_project (store, "fourth"); /* it writes as before */
  gp_store_close (store);
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  assert_name (store, "fourth");
  gp_store_close (store);
}
END_TEST

static void
cancel_at (double share, const char *doing, gpointer data)
{
  gpointer *watch = data; /* a cancellable, and how often it was told */

  (void)doing;
  if (share > 0)
    g_cancellable_cancel (watch[0]);
  watch[1] = GUINT_TO_POINTER (GPOINTER_TO_UINT (watch[1]) + 1);
}

/* Half-way: what was there is there, without a backup of it, and it can be written. No older
 * backup has gone for one that did not stay. */
START_TEST (test_restore_cancelled)
{
  g_autofree char *path = support_path ("plan.groeiplan");
  g_autoptr (GpProject) large = gp_random_project (9, 2000, 3, GP_RANDOM_PLAIN);
  g_autoptr (GpStore) store = gp_store_create (path, large, NULL);
  g_autofree char *backup = gp_store_keep_backup (store, GP_BACKUP_ASKED, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gpointer watch[2] = {cancellable, NULL};
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  rename_project (store, "changed");
  gp_backups_set_kept (2);
  g_free (gp_store_keep_backup (store, GP_BACKUP_ASKED, NULL));
  ck_assert (!gp_store_restore (store, backup, cancel_at, watch, cancellable, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  ck_assert_uint_ge (GPOINTER_TO_UINT (watch[1]), 1);
  assert_name (store, "changed");
  backups = gp_backups_list (path, NULL);
  ck_assert_uint_eq (backups->len, 2);
  gp_backups_set_kept (5);
  rename_project (store, "later");
  ck_assert (gp_store_undo (store, NULL));
  assert_name (store, "changed");
}
END_TEST

static void
cancel_at_names (double share, const char *doing, gpointer cancellable)
{
  (void)doing;
  if (share < 0) /* the copy is made, its names are not replaced yet */
    g_cancellable_cancel (cancellable);
}

/* No file is left of a copy with other names that was stopped. */
START_TEST (test_anonymise_cancelled)
{
  g_autofree char *path = support_path ("plan.groeiplan");
  g_autofree char *copy = support_path ("copy.groeiplan");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GpProject) large = gp_random_project (9, 30, 3, GP_RANDOM_PLAIN);
  g_autoptr (GpStore) store = gp_store_create (path, large, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  ck_assert (
      !gp_store_anonymise (store, copy, TRUE, cancel_at_names, cancellable, cancellable, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  ck_assert_uint_eq (n, 1);
  g_clear_error (&error);
  ck_assert_msg (gp_store_anonymise (store, copy, TRUE, NULL, NULL, NULL, &error), "%s",
                 error ? error->message : "");
}
END_TEST

/* The lock is held all the time, and again afterwards; a reader sees the old or the new. */
START_TEST (test_lock_after_restore)
{
  g_autofree char *path = support_path ("plan.groeiplan");
  GpStore *store = support_store (path, 3);
  g_autofree char *backup = gp_store_keep_backup (store, GP_BACKUP_ASKED, NULL);
  int status;
  pid_t child;

  ck_assert (gp_store_restore (store, backup, NULL, NULL, NULL, NULL));
  child = fork ();
  if (child == 0) {
    GpStore *second = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
    GpProject *project = second != NULL ? gp_store_snapshot (second, NULL) : NULL;

    _exit (second != NULL && gp_store_is_read_only (second) && project != NULL ? 0 : 1);
  }
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert_int_eq (status, 0);
  gp_store_close (store);
}
END_TEST

START_TEST (test_wrong_backups)
{
  g_autofree char *path = support_path ("plan.groeiplan");
  g_autofree char *wrong = support_path ("wrong.groeiplan");
  GpStore *store = support_store (path, 4);
  g_autoptr (GError) error = NULL;

  rename_project (store, "mine");
  ck_assert (g_file_set_contents (wrong, "no project", -1, NULL));
  ck_assert (!gp_store_restore (store, wrong, NULL, NULL, NULL, &error));
  support_assert_error (error, GP_ERROR_NOT_OURS, "wrong.groeiplan");
  g_clear_error (&error);
  ck_assert (!gp_store_restore (store, "/nowhere/at/all.groeiplan", NULL, NULL, NULL, &error));
  support_assert_error (error, GP_ERROR_FILE, "all.groeiplan");
  g_clear_error (&error);
  ck_assert (!gp_store_restore (store, path, NULL, NULL, NULL, &error)); /* itself */
  ck_assert_ptr_nonnull (error);
  assert_name (store, "mine");
  rename_project (store, "still mine");
  gp_store_close (store);
}
END_TEST

/* ---- a file that is gone or replaced while it is open ---- */

START_TEST (test_gone)
{
  g_autofree char *path = support_path ("plan.groeiplan");
  g_autofree char *copy = support_path ("copy.groeiplan");
  GpStore *store = support_store (path, 5);
  g_autoptr (GError) error = NULL;

  rename_project (store, "kept");
  ck_assert_int_eq (gp_store_place (store), GP_STORE_IN_PLACE);
  ck_assert_int_eq (g_unlink (path), 0);
  ck_assert_int_eq (gp_store_place (store), GP_STORE_GONE);
  ck_assert (!gp_store_begin (store, "lost", &error));
  support_assert_error (error, GP_ERROR_READ_ONLY, "deleted");
  g_clear_error (&error);
  ck_assert (!gp_store_undo (store, &error));
  assert_name (store, "kept");
  ck_assert (gp_store_backup (store, copy, NULL, NULL, NULL, NULL));
  gp_store_close (store);
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
  store = gp_store_open (copy, GP_STORE_READ_WRITE, NULL);
  assert_name (store, "kept");
  gp_store_close (store);
}
END_TEST

START_TEST (test_replaced)
{
  g_autofree char *path = support_path ("plan.groeiplan");
  g_autofree char *other = support_path ("other.groeiplan");
  g_autofree char *copy = support_path ("copy.groeiplan");
  GpStore *store = support_store (path, 6);
  GpStore *second = support_store (other, 7);
  g_autoptr (GError) error = NULL;

  rename_project (store, "old");
  rename_project (second, "new");
  gp_store_close (second);
  ck_assert (gp_store_begin (store, "half an edit", NULL));
  ck_assert (gp_store_set_frame (store, "never", 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert_int_eq (g_rename (other, path), 0);
  ck_assert_int_eq (gp_store_place (store), GP_STORE_REPLACED);
  ck_assert (!gp_store_commit (store, &error)); /* SQLite itself refuses */
  support_assert_error (error, GP_ERROR_READ_ONLY, "replaced");
  g_clear_error (&error);
  ck_assert (!gp_store_begin (store, "lost", &error));
  support_assert_error (error, GP_ERROR_READ_ONLY, "replaced");
  ck_assert (gp_store_backup (store, copy, NULL, NULL, NULL, NULL));
  gp_store_close (store);
  store = gp_store_open (copy, GP_STORE_READ_WRITE, NULL);
  assert_name (store, "old");
  gp_store_close (store);
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  assert_name (store, "new");
  ck_assert (!gp_store_is_read_only (store));
  gp_store_close (store);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("backups");
  TCase *cases = tcase_create ("backups");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_kept_number);
  tcase_add_test (cases, test_names);
  tcase_add_test (cases, test_reasons);
  tcase_add_test (cases, test_no_folder);
  tcase_add_test (cases, test_restore);
  tcase_add_test (cases, test_restore_cancelled);
  tcase_add_test (cases, test_anonymise_cancelled);
  tcase_add_test (cases, test_lock_after_restore);
  tcase_add_test (cases, test_wrong_backups);
  tcase_add_test (cases, test_gone);
  tcase_add_test (cases, test_replaced);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
