/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kept files of older formats: their history can be undone and done again, their plans be read.
 */
#include "store-support.h"

#include "gp-store-private.h"

#include <stdlib.h>

START_TEST (test_history)
{
  g_autofree char *path = support_kept_file (_i);
  g_autoptr (GError) error = NULL;
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  g_autoptr (GpProject) before = NULL;
  g_autoptr (GpProject) oldest = NULL;
  g_autoptr (GpProject) after = NULL;
  int n = 0;

  ck_assert_msg (store != NULL, "%s", error ? error->message : "");
  ck_assert (!gp_store_is_read_only (store));
  before = support_snapshot (store);
  ck_assert_str_eq (before->name, "Klein verzonnen project");
  while (gp_store_undo (store, NULL))
    n++;
  ck_assert_int_eq (n, _i == 1 ? 0 : _i < 4 ? 1 : 2); /* the import, and the publishing */
  oldest = support_snapshot (store);
  ck_assert_str_eq (oldest->name, _i == 1 ? "Klein verzonnen project" : "Voor de wijziging");
  while (gp_store_redo (store, NULL))
    n--;
  ck_assert_int_eq (n, 0);
  after = support_snapshot (store);
  support_assert_equal (before, after);
}
END_TEST

START_TEST (test_plans)
{
  g_autofree char *path = support_kept_file (_i);
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_ONLY, NULL);
  g_autoptr (GpPlan) plan = gp_store_get_plan (store, "base", NULL);
  g_autoptr (GpPlan) published = gp_store_get_published (store, "base", NULL, NULL);

  ck_assert_int_eq (plan != NULL, _i >= 2);
  ck_assert_int_eq (published != NULL, _i >= 4);
  if (plan != NULL)
    ck_assert_uint_gt (plan->n_rows[GP_PART_WHOLE], 20);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("formats");
  TCase *cases = tcase_create ("formats");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_loop_test (cases, test_history, 1, 7);
  tcase_add_loop_test (cases, test_plans, 1, 7);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
