/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The published plan: one a scenario, inherited, part of the history, and kept as long as that can
 * bring it back. */
#include "store-support.h"

#include <stdlib.h>

/* A plan that is told by its number of starts. */
static GpPlan *
make_plan (const char *scenario, guint starts, gint64 data_version)
{
  GpPlan *plan = gp_plan_new (scenario, GP_PLAN_OPTIMAL);
  GpPlanRow row = {.kind = GP_ROW_START,
                   .board = "10001",
                   .sector = "po",
                   .region = "noord",
                   .programme = GP_PROGRAMME_REGULAR,
                   .year = 2027,
                   .amount = starts,
                   .hundredths = (gint64)starts * 100};

  gp_plan_set_whole (plan, TRUE);
  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
  gp_plan_set_data_version (plan, data_version);
  gp_plan_finish (plan);
  return plan;
}

static void
publish (GpStore *store, const char *scenario, guint starts)
{
  g_autoptr (GpPlan) plan = make_plan (scenario, starts, gp_store_data_version (store));
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_store_publish_plan (store, plan, "Published", &error), "%s",
                 error ? error->message : "");
}

/* starts 0: nothing is published. */
static void
assert_published (GpStore *store, const char *scenario, guint starts)
{
  g_autoptr (GError) error = NULL;
  gint64 when = 0;
  g_autoptr (GpPlan) plan = gp_store_get_published (store, scenario, &when, &error);

  ck_assert_msg (error == NULL, "%s", error ? error->message : "");
  if (starts == 0) {
    ck_assert_ptr_null (plan);
    return;
  }
  ck_assert_ptr_nonnull (plan);
  ck_assert_uint_eq (plan->n_rows[GP_PART_WHOLE], 1);
  ck_assert_double_eq (plan->rows[GP_PART_WHOLE][0].amount, starts);
  ck_assert_int_ge (when, 1000);
}

static void
assert_latest (GpStore *store, const char *scenario, guint starts)
{
  g_autoptr (GpPlan) plan = gp_store_get_plan (store, scenario, NULL);

  ck_assert_ptr_nonnull (plan);
  ck_assert_double_eq (plan->rows[GP_PART_WHOLE][0].amount, starts);
}

static void
put (GpStore *store, const char *scenario, guint starts)
{
  g_autoptr (GpPlan) plan = make_plan (scenario, starts, gp_store_data_version (store));

  ck_assert (gp_store_put_plan (store, plan, NULL));
}

static void
rename_project (GpStore *store, const char *name)
{
  ck_assert (gp_store_begin (store, "Renamed", NULL));
  ck_assert (gp_store_set_frame (store, name, 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert (gp_store_commit (store, NULL));
}

/* The latest plan goes its own way; both are there after the file was closed. */
START_TEST (test_round_trip)
{
  g_autofree char *path = support_path ("publish.groeiplan");
  GpStore *store = support_store (path, 1);
  GpStoreInfo info;

  assert_published (store, "base", 0);
  publish (store, "base", 3);
  assert_published (store, "base", 3);
  assert_latest (store, "base", 3);
  put (store, "base", 4);
  put (store, "base", 5);
  assert_published (store, "base", 3);
  assert_latest (store, "base", 5);
  gp_store_close (store);
  store = gp_store_open (path, GP_STORE_READ_ONLY, NULL);
  assert_published (store, "base", 3);
  assert_latest (store, "base", 5);
  ck_assert (gp_store_info (store, &info, NULL));
  ck_assert (info.integrity_ok);
  ck_assert_uint_eq (info.n_plans, 2);
  gp_store_info_clear (&info);
  gp_store_close (store);
}
END_TEST

/* careful is a child of base, and bold of careful. */
START_TEST (test_inherited)
{
  g_autofree char *path = support_path ("inherit.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 2);

  publish (store, "careful", 2);
  assert_published (store, "base", 0);
  assert_published (store, "careful", 2);
  assert_published (store, "bold", 2);
  publish (store, "base", 1);
  assert_published (store, "base", 1);
  assert_published (store, "bold", 2);
  publish (store, "bold", 7);
  assert_published (store, "bold", 7);
  assert_published (store, "careful", 2);
  assert_published (store, "nowhere", 0);
}
END_TEST

START_TEST (test_undo)
{
  g_autofree char *path = support_path ("undo.groeiplan");
  GpStore *store = support_store (path, 3);
  g_autofree char *label = NULL;
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;

  publish (store, "base", 1);
  publish (store, "base", 2);
  label = gp_store_undo_label (store);
  ck_assert_str_eq (label, "Published");
  ck_assert (gp_store_undo (store, NULL));
  assert_published (store, "base", 1);
  ck_assert (gp_store_redo (store, NULL));
  assert_published (store, "base", 2);
  ck_assert (gp_store_undo (store, NULL));
  gp_store_close (store); /* undo outlives the program */
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  assert_published (store, "base", 1);
  ck_assert (gp_store_undo (store, NULL));
  assert_published (store, "base", 0);
  ck_assert (gp_store_redo (store, NULL));
  ck_assert (gp_store_redo (store, NULL));
  assert_published (store, "base", 2);
  after = support_snapshot (store);
  support_assert_equal (before, after);
  gp_store_close (store);
}
END_TEST

/* Publishing changes what later plans are measured by, and not what this one was made from. */
START_TEST (test_data_version)
{
  g_autofree char *path = support_path ("version.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 4);
  g_autoptr (GpPlan) fresh = NULL;
  g_autoptr (GpPlan) back = NULL;
  g_autoptr (GpPlan) old = make_plan ("base", 9, 1);
  gint64 before = gp_store_data_version (store);

  publish (store, "base", 1);
  ck_assert_int_eq (gp_store_data_version (store), before + 1);
  fresh = gp_store_get_plan (store, "base", NULL);
  ck_assert_int_eq (fresh->data_version, gp_store_data_version (store));
  ck_assert (gp_store_publish_plan (store, old, "Published", NULL));
  back = gp_store_get_plan (store, "base", NULL);
  ck_assert_int_eq (back->data_version, 1);
}
END_TEST

static gboolean
plan_is_fresh (GpStore *store, const char *scenario)
{
  g_autoptr (GpPlan) plan = gp_store_get_plan (store, scenario, NULL);

  return plan->data_version == gp_store_data_version (store);
}

/* A plan is of the data as they are again when what came after it is taken back; its own
 * publication never makes it stale, and another one's does. */
START_TEST (test_fresh_again)
{
  g_autofree char *path = support_path ("fresh.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 14);
  g_autoptr (GpPlan) bold = make_plan ("bold", 2, 1);

  ck_assert (gp_store_put_plan (store, bold, NULL));
  publish (store, "base", 1);
  ck_assert (plan_is_fresh (store, "base"));
  ck_assert (!plan_is_fresh (store, "bold"));
  rename_project (store, "Later");
  ck_assert (!plan_is_fresh (store, "base"));
  ck_assert (gp_store_undo (store, NULL));
  ck_assert (plan_is_fresh (store, "base"));
  ck_assert (gp_store_undo (store, NULL)); /* nothing is published now */
  ck_assert (plan_is_fresh (store, "base"));
  ck_assert (plan_is_fresh (store, "bold"));
  ck_assert (gp_store_redo (store, NULL));
  ck_assert (plan_is_fresh (store, "base"));
  ck_assert (!plan_is_fresh (store, "bold"));
  ck_assert (gp_store_redo (store, NULL));
  ck_assert (!plan_is_fresh (store, "base"));
}
END_TEST

/* A stale plan stays stale: publishing it does not tie it to the data there are. */
START_TEST (test_stale_published)
{
  g_autofree char *path = support_path ("stale.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 15);
  g_autoptr (GpPlan) old = make_plan ("base", 3, 1);

  rename_project (store, "Later");
  ck_assert (gp_store_publish_plan (store, old, "Published", NULL));
  ck_assert (!plan_is_fresh (store, "base"));
  ck_assert (gp_store_undo (store, NULL));
  ck_assert (!plan_is_fresh (store, "base"));
  ck_assert (gp_store_undo (store, NULL));
  ck_assert (plan_is_fresh (store, "base"));
  ck_assert (gp_store_redo (store, NULL));
  ck_assert (gp_store_redo (store, NULL));
  ck_assert (!plan_is_fresh (store, "base"));
}
END_TEST

/* The plan that is stored is published as one that is brought along is: it stays the latest and as
 * fresh as it was, an undo takes it back, and the next plan leaves it alone. */
START_TEST (test_latest)
{
  g_autofree char *path = support_path ("latest.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GpPlan) plan = NULL;

  ck_assert (!gp_store_publish_latest (store, "base", "Published", &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  assert_published (store, "base", 0);
  put (store, "base", 4);
  ck_assert (gp_store_publish_latest (store, "base", "Published", NULL));
  assert_published (store, "base", 4);
  plan = gp_store_get_plan (store, "base", NULL);
  ck_assert_int_eq (plan->data_version, gp_store_data_version (store));
  ck_assert (gp_store_undo (store, NULL));
  assert_published (store, "base", 0);
  ck_assert (gp_store_redo (store, NULL));
  assert_published (store, "base", 4);
  put (store, "base", 6);
  assert_published (store, "base", 4);
  ck_assert (gp_store_publish_latest (store, "base", "Published", NULL));
  assert_published (store, "base", 6);
  ck_assert (gp_store_undo (store, NULL));
  assert_published (store, "base", 4);
}
END_TEST

START_TEST (test_refused)
{
  g_autofree char *path = support_path ("refused.groeiplan");
  GpStore *store = support_store (path, 5);
  g_autoptr (GpPlan) relaxed = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  g_autoptr (GpPlan) whole = make_plan ("base", 1, 1);
  g_autoptr (GError) error = NULL;

  gp_plan_finish (relaxed);
  ck_assert (!gp_store_publish_plan (store, relaxed, "Published", &error));
  support_assert_error (error, GP_ERROR_DATA, "base");
  g_clear_error (&error);
  assert_published (store, "base", 0);
  ck_assert_ptr_null (gp_store_undo_label (store));
  gp_store_close (store);
  store = gp_store_open (path, GP_STORE_READ_ONLY, NULL);
  ck_assert (!gp_store_publish_plan (store, whole, "Published", &error));
  support_assert_error (error, GP_ERROR_READ_ONLY, "refused.groeiplan");
  g_clear_error (&error);
  gp_store_close (store);
}
END_TEST

/* Replaced plans stay while the history can bring them back, and go when it cannot. */
START_TEST (test_forgotten)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  g_autofree char *ids = NULL;
  GpStore *store = support_store (path, 6);

  publish (store, "base", 1);
  publish (store, "base", 2);
  publish (store, "base", 3);
  gp_store_close (store);
  ids = support_query (path, "SELECT group_concat (id) FROM plans");
  ck_assert_str_eq (ids, "1,2,3");
  support_sql (path, "DELETE FROM history WHERE id < 3; UPDATE plans SET time = 1000 + id;"
                     "UPDATE history SET time = 5000");
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  publish (store, "base", 4); /* 3 may come back by one undo, 2 was replaced long before */
  gp_store_close (store);
  g_free (ids);
  ids = support_query (path, "SELECT group_concat (id) FROM plans");
  ck_assert_str_eq (ids, "3,4");
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert (gp_store_undo (store, NULL));
  assert_published (store, "base", 3);
  gp_store_close (store);
}
END_TEST

/* A pointer to nothing, or into nonsense, is a damaged file and not a crash. */
START_TEST (test_damaged)
{
  g_autofree char *path = support_path ("damaged.groeiplan");
  GpStore *store = support_store (path, 7);
  g_autoptr (GError) error = NULL;

  publish (store, "base", 1);
  gp_store_close (store);
  support_sql (path, "UPDATE plans SET status = 'optimal'; UPDATE plan_rows SET kind = 'dance'");
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert_ptr_null (gp_store_get_published (store, "base", NULL, &error));
  support_assert_error (error, GP_ERROR_DAMAGED, "damaged.groeiplan");
  g_clear_error (&error);
  rename_project (store, "Still editable");
  gp_store_close (store);
  support_sql (path, "PRAGMA foreign_keys = OFF; UPDATE published_plans SET plan = 77");
  store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  ck_assert_ptr_null (store);
  support_assert_error (error, GP_ERROR_DAMAGED, "damaged.groeiplan");
  g_clear_error (&error);
}
END_TEST

/* Publications stand among other edits in the history, and people can look at them. */
START_TEST (test_among_edits)
{
  g_autofree char *path = support_path ("among.groeiplan");
  g_autofree char *shown = NULL;
  GpStore *store = support_store (path, 8);
  g_autoptr (GpProject) project = NULL;

  rename_project (store, "One");
  publish (store, "base", 6);
  rename_project (store, "Two");
  ck_assert (gp_store_undo (store, NULL));
  assert_published (store, "base", 6);
  ck_assert (gp_store_undo (store, NULL));
  assert_published (store, "base", 0);
  project = support_snapshot (store);
  ck_assert_str_eq (project->name, "One");
  ck_assert (gp_store_redo (store, NULL));
  gp_store_close (store);
  shown = support_query (path, "SELECT scenario || amount FROM v_published");
  ck_assert_str_eq (shown, "base6.0");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("publish");
  TCase *cases = tcase_create ("publish");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 60);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_round_trip);
  tcase_add_test (cases, test_inherited);
  tcase_add_test (cases, test_undo);
  tcase_add_test (cases, test_data_version);
  tcase_add_test (cases, test_fresh_again);
  tcase_add_test (cases, test_stale_published);
  tcase_add_test (cases, test_latest);
  tcase_add_test (cases, test_refused);
  tcase_add_test (cases, test_forgotten);
  tcase_add_test (cases, test_damaged);
  tcase_add_test (cases, test_among_edits);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
