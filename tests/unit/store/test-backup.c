/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Backups of an open project: complete or absent, and never over something else. */
#include "store-support.h"

#include <gio/gio.h>
#include <gp-random-project.h>
#include <stdlib.h>

static void
edit (GpStore *store, const char *name)
{
  ck_assert (gp_store_begin (store, name, NULL));
  ck_assert (gp_store_set_frame (store, name, 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert (gp_store_commit (store, NULL));
}

START_TEST (test_backup)
{
  g_autofree char *path = support_path ("open.groeiplan");
  g_autofree char *copy = support_path ("copy.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 1);
  g_autoptr (GpStore) other = NULL;
  g_autoptr (GpProject) here = NULL;
  g_autoptr (GpProject) there = NULL;
  g_autofree char *undo = NULL;
  g_autoptr (GError) error = NULL;

  edit (store, "First");
  ck_assert_msg (gp_store_backup (store, copy, NULL, NULL, NULL, &error), "%s",
                 error ? error->message : "");
  edit (store, "Second"); /* the store still writes, and the copy is apart */
  other = gp_store_open (copy, GP_STORE_READ_WRITE, &error);
  ck_assert_ptr_nonnull (other);
  ck_assert (!gp_store_is_read_only (other));
  there = support_snapshot (other);
  ck_assert_str_eq (there->name, "First");
  undo = gp_store_undo_label (other); /* the history goes with it */
  ck_assert_str_eq (undo, "First");
  ck_assert (gp_store_undo (store, &error));
  here = support_snapshot (store);
  support_assert_equal (here, there);
  ck_assert_uint_eq (support_count_files (), 2);
}
END_TEST

/* In the middle of an edit the copy holds what was stored before it. */
START_TEST (test_backup_while_editing)
{
  g_autofree char *path = support_path ("open.groeiplan");
  g_autofree char *copy = support_path ("copy.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 2);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) there = NULL;
  g_autoptr (GpStore) other = NULL;

  ck_assert (gp_store_begin (store, "x", NULL));
  ck_assert (gp_store_set_frame (store, "x", 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert (gp_store_backup (store, copy, NULL, NULL, NULL, NULL));
  ck_assert (gp_store_commit (store, NULL));
  other = gp_store_open (copy, GP_STORE_READ_ONLY, NULL);
  there = support_snapshot (other);
  support_assert_equal (before, there);
}
END_TEST

START_TEST (test_refused)
{
  g_autofree char *path = support_path ("open.groeiplan");
  g_autofree char *taken = support_path ("taken.groeiplan");
  g_autofree char *nowhere = support_path ("nowhere/copy.groeiplan");
  g_autofree char *text = NULL;
  g_autoptr (GpStore) store = support_store (path, 3);
  g_autoptr (GError) error = NULL;

  ck_assert (g_file_set_contents (taken, "mine", -1, NULL));
  ck_assert (!gp_store_backup (store, taken, NULL, NULL, NULL, &error));
  support_assert_error (error, GP_ERROR_FILE, "taken.groeiplan");
  g_clear_error (&error);
  ck_assert (g_file_get_contents (taken, &text, NULL, NULL));
  ck_assert_str_eq (text, "mine");
  ck_assert (!gp_store_backup (store, path, NULL, NULL, NULL, &error)); /* onto itself */
  support_assert_error (error, GP_ERROR_FILE, "open.groeiplan");
  g_clear_error (&error);
  ck_assert (!gp_store_backup (store, nowhere, NULL, NULL, NULL, &error));
  support_assert_error (error, GP_ERROR_FILE, "folder");
  ck_assert_uint_eq (support_count_files (), 2);
  edit (store, "still works");
}
END_TEST

typedef struct {
  guint calls;
  double last;
  GCancellable *cancel;
} Watch;

static void
watch (double share, const char *doing, gpointer data)
{
  Watch *seen = data;

  ck_assert_ptr_nonnull (doing);
  ck_assert (share >= seen->last && share <= 1);
  seen->last = share;
  seen->calls++;
  if (seen->cancel != NULL)
    g_cancellable_cancel (seen->cancel);
}

START_TEST (test_progress_and_cancel)
{
  g_autofree char *path = support_path ("open.groeiplan");
  g_autofree char *copy = support_path ("copy.groeiplan");
  g_autoptr (GpProject) large = gp_random_project (4, 1500, 6, GP_RANDOM_PLAIN);
  g_autoptr (GpStore) store = gp_store_create (path, large, NULL);
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Watch seen = {0, 0, cancel};

  ck_assert (!gp_store_backup (store, copy, watch, &seen, cancel, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  ck_assert_uint_eq (seen.calls, 1);
  ck_assert_uint_eq (support_count_files (), 1); /* nothing half-done */
  g_clear_error (&error);
  ck_assert (!gp_store_backup (store, copy, NULL, NULL, cancel, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  seen = (Watch){0};
  ck_assert (gp_store_backup (store, copy, watch, &seen, NULL, NULL));
  ck_assert_uint_ge (seen.calls, 1);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("backup");
  TCase *cases = tcase_create ("backup");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_backup);
  tcase_add_test (cases, test_backup_while_editing);
  tcase_add_test (cases, test_refused);
  tcase_add_test (cases, test_progress_and_cancel);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
