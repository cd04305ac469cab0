/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which plans an edit makes stale: those of the scenario that was edited and of those below it, all
 * of them when it is the data that all scenarios share, none when it is the projects' money. */
#include "store-support.h"

#include <groeiplan/gp-plan.h>
#include <stdlib.h>

static const char *const planned[] = {"top", "below", "beside"};

static void
put_scenario (GpStore *store, const char *code, const char *parent)
{
  const char *const cells[] = {code, parent, code, "", NULL};
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_store_put (store, GP_TABLE_SCENARIOS, cells, &error), "%s",
                 error ? error->message : "");
}

static void
add_scenario (GpStore *store, const char *code, const char *parent)
{
  ck_assert (gp_store_begin (store, "A scenario", NULL));
  put_scenario (store, code, parent);
  ck_assert (gp_store_commit (store, NULL));
}

static void
plan (GpStore *store, const char *scenario)
{
  g_autoptr (GpPlan) made = gp_plan_new (scenario, GP_PLAN_OPTIMAL);

  gp_plan_set_data_version (made, gp_store_data_version (store));
  gp_plan_finish (made);
  ck_assert (gp_store_put_plan (store, made, NULL));
  ck_assert (
      gp_store_put_result (store, scenario, "prices", gp_store_data_version (store), "text", NULL));
}

static void
plan_all (GpStore *store)
{
  for (guint i = 0; i < G_N_ELEMENTS (planned); i++)
    plan (store, planned[i]);
}

/* Scenarios: top, below it below; beside them beside. A plan of each. */
static GpStore *
make (void)
{
  g_autofree char *path = support_path ("project.groeiplan");
  GpStore *store = support_store (path, 7);

  add_scenario (store, "top", "");
  add_scenario (store, "below", "top");
  add_scenario (store, "beside", "");
  plan_all (store);
  return store;
}

/* fresh: a letter a scenario, in the order of planned: 'f' fresh, '-' stale. */
static void
assert_results (GpStore *store, const char *fresh)
{
  for (guint i = 0; i < G_N_ELEMENTS (planned); i++) {
    g_autoptr (GpStoredResult) kept = gp_store_get_result (store, planned[i], "prices", NULL);

    ck_assert_ptr_nonnull (kept);
    ck_assert_msg ((kept->data_version == gp_store_data_version (store)) == (fresh[i] == 'f'),
                   "result of %s should be %s", planned[i], fresh[i] == 'f' ? "fresh" : "stale");
  }
}

static void
assert_plans (GpStore *store, const char *fresh)
{
  for (guint i = 0; i < G_N_ELEMENTS (planned); i++) {
    g_autoptr (GpPlan) kept = gp_store_get_plan (store, planned[i], NULL);

    ck_assert_ptr_nonnull (kept);
    ck_assert_msg ((kept->data_version == gp_store_data_version (store)) == (fresh[i] == 'f'),
                   "%s should be %s", planned[i], fresh[i] == 'f' ? "fresh" : "stale");
  }
}

static void
assert_fresh (GpStore *store, const char *fresh)
{
  assert_plans (store, fresh);
  assert_results (store, fresh);
}

static void
set_value (GpStore *store, const char *scenario, const char *value)
{
  const char *const cells[] = {scenario, "handover_share", "", "", value, "typed", "", NULL};
  g_autoptr (GError) error = NULL;

  ck_assert (gp_store_begin (store, "Set", NULL));
  ck_assert_msg (gp_store_put (store, GP_TABLE_PARAMETERS, cells, &error), "%s",
                 error ? error->message : "");
  ck_assert (gp_store_commit (store, NULL));
}

static void
rename_project (GpStore *store, const char *name)
{
  ck_assert (gp_store_begin (store, "Renamed", NULL));
  ck_assert (gp_store_set_frame (store, name, 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert (gp_store_commit (store, NULL));
}

START_TEST (test_scenario_and_those_below)
{
  static const struct {
    const char *scenario, *fresh;
  } cases[] = {{"top", "--f"}, {"below", "f-f"}, {"beside", "ff-"}};
  g_autoptr (GpStore) store = make ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    set_value (store, cases[i].scenario, "0.25");
    assert_fresh (store, cases[i].fresh);
    ck_assert (gp_store_undo (store, NULL));
    assert_fresh (store, "fff");
    ck_assert (gp_store_redo (store, NULL));
    assert_fresh (store, cases[i].fresh);
    ck_assert (gp_store_undo (store, NULL));
  }
}
END_TEST

/* A row that is there already: the changes do not tell its scenario. */
START_TEST (test_other_value)
{
  g_autoptr (GpStore) store = make ();

  set_value (store, "beside", "0.25");
  plan_all (store);
  set_value (store, "beside", "0.5");
  assert_fresh (store, "ff-");
  ck_assert (gp_store_undo (store, NULL));
  assert_fresh (store, "fff");
}
END_TEST

START_TEST (test_scenarios_come_and_go)
{
  g_autoptr (GpStore) store = make ();
  const char *const key[] = {"new", NULL};

  add_scenario (store, "new", "below");
  assert_fresh (store, "fff");
  ck_assert (gp_store_begin (store, "Away", NULL));
  ck_assert (gp_store_delete (store, GP_TABLE_SCENARIOS, key, NULL));
  ck_assert (gp_store_commit (store, NULL));
  assert_fresh (store, "fff");
  add_scenario (store, "below", "beside"); /* has another parent now */
  assert_fresh (store, "f-f");
}
END_TEST

START_TEST (test_shared_data)
{
  g_autoptr (GpStore) store = make ();

  rename_project (store, "Another name");
  assert_fresh (store, "---");
  set_value (store, "beside", "0.25"); /* what was stale stays so */
  assert_fresh (store, "---");
  ck_assert (gp_store_undo (store, NULL));
  assert_fresh (store, "---");
  ck_assert (gp_store_undo (store, NULL));
  assert_fresh (store, "fff");
}
END_TEST

/* Both kinds in one edit: what all share counts. */
START_TEST (test_both)
{
  g_autoptr (GpStore) store = make ();

  ck_assert (gp_store_begin (store, "Both", NULL));
  put_scenario (store, "new", "");
  ck_assert (gp_store_set_frame (store, "Both", 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert (gp_store_commit (store, NULL));
  assert_fresh (store, "---");
}
END_TEST

/* Publishing is an edit of its scenario; the plan that is published stays fresh, and what was found
 * with another agreed plan does not. */
START_TEST (test_publication)
{
  g_autoptr (GpStore) store = make ();
  g_autoptr (GpPlan) made = gp_plan_new ("top", GP_PLAN_OPTIMAL);

  gp_plan_set_whole (made, TRUE);
  gp_plan_set_data_version (made, gp_store_data_version (store));
  gp_plan_finish (made);
  ck_assert (gp_store_publish_plan (store, made, "Published", NULL));
  assert_plans (store, "f-f");
  assert_results (store, "--f");
  ck_assert (gp_store_undo (store, NULL));
  assert_fresh (store, "fff");
}
END_TEST

START_TEST (test_money)
{
  g_autoptr (GpStore) store = make ();
  g_autoptr (GpProject) project = support_snapshot (store);
  GStrv cells;

  ck_assert_uint_gt (project->n_projects, 0);
  cells = support_cells (project, GP_TABLE_PROJECTS, 0);
  g_free (cells[1]);
  cells[1] = g_strdup ("Another name of a project");
  ck_assert (gp_store_begin (store, "Money", NULL));
  ck_assert (gp_store_put (store, GP_TABLE_PROJECTS, (const char *const *)cells, NULL));
  ck_assert (gp_store_commit (store, NULL));
  assert_fresh (store, "fff");
  g_strfreev (cells);
}
END_TEST

/* A plan that went along and one that is made again are told apart by the numbers of what was
 * dropped: a number is never given twice. */
START_TEST (test_branches)
{
  g_autoptr (GpStore) store = make ();

  set_value (store, "beside", "0.25");
  assert_fresh (store, "ff-");
  plan (store, "beside");
  assert_fresh (store, "fff");
  ck_assert (gp_store_undo (store, NULL));
  assert_fresh (store, "ff-");
  set_value (store, "beside", "0.5");
  assert_fresh (store, "ff-");
  ck_assert (gp_store_undo (store, NULL));
  assert_fresh (store, "ff-");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("touched");
  TCase *tests = tcase_create ("touched");
  SRunner *runner;
  int failed;

  tcase_set_timeout (tests, 60);
  tcase_add_checked_fixture (tests, support_setup, support_teardown);
  tcase_add_test (tests, test_scenario_and_those_below);
  tcase_add_test (tests, test_other_value);
  tcase_add_test (tests, test_scenarios_come_and_go);
  tcase_add_test (tests, test_shared_data);
  tcase_add_test (tests, test_both);
  tcase_add_test (tests, test_publication);
  tcase_add_test (tests, test_money);
  tcase_add_test (tests, test_branches);
  suite_add_tcase (suite, tests);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
