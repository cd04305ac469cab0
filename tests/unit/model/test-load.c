/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where expert days run out, by hand: days missing, days used up while schools wait, days borrowed,
 * days used up while nobody waits, and rows of years and regions that the project does not have. */
#include "gp-test.h"

#include <groeiplan/gp-load.h>
#include <math.h>

static GpProject *
make_project (void)
{
  g_autoptr (GError) error = NULL;
  GpProject *project = gp_project_new (NULL, NULL);

  gp_project_set_frame (project, "Example", 2026, 2029, 2028);
  gp_project_add_region (project, &(GpRegion){.code = "a", .name = "A"});
  gp_project_add_region (project, &(GpRegion){.code = "b", .name = "B"});
  gp_project_add_region (project, &(GpRegion){.code = "c", .name = "C"});
  gp_project_add_scenario (project,
                           &(GpScenario){.code = "base", .name = "Base", .parent = GP_NONE});
  gp_project_add_parameter (project, &(GpParameterValue){.parameter = "lending_efficiency",
                                                         .value = {5, 1},
                                                         .source = "assumption"});
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

static void
add (GpPlan *plan, GpPlanRowKind kind, const char *region, const char *to, GpYear year,
     double amount)
{
  gp_plan_add_row (plan, GP_PART_WHOLE,
                   &(GpPlanRow){.kind = kind,
                                .board = "",
                                .sector = "",
                                .region = region,
                                .to_region = to,
                                .year = year,
                                .amount = amount});
}

static GpPlan *
make_plan (void)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_FEASIBLE);
  const GpProofRow proof = {
      .rule = GP_RULE_HIRING, .board = "", .sector = "", .region = "", .pin = GP_NONE, .value = 1};

  add (plan, GP_ROW_USED, "a", "", 2027, 100); /* all of 90 there and half of 20 borrowed */
  add (plan, GP_ROW_AVAILABLE, "a", "", 2027, 90);
  add (plan, GP_ROW_LENDING, "b", "a", 2027, 20);
  add (plan, GP_ROW_USED, "b", "", 2027, 98); /* one in fifty is left */
  add (plan, GP_ROW_AVAILABLE, "b", "", 2027, 100);
  add (plan, GP_ROW_USED, "a", "", 2028, 100); /* all, but nobody waits */
  add (plan, GP_ROW_AVAILABLE, "a", "", 2028, 100);
  add (plan, GP_ROW_USED, "b", "", 2029, 103);
  add (plan, GP_ROW_AVAILABLE, "b", "", 2029, 100);
  add (plan, GP_ROW_OVERLOAD, "b", "", 2029, 3);
  add (plan, GP_ROW_DELAY, "", "", 2027, 2);
  add (plan, GP_ROW_USED, "gone", "", 2027, 1);
  add (plan, GP_ROW_OVERLOAD, "a", "", 2040, 1);
  add (plan, GP_ROW_DELAY, "", "", 2040, 1);
  /* a bound counts when something proves it */
  gp_plan_add_priority (plan, &(GpPlanPriority){.id = GP_PRIORITY_REGULAR_DELAY,
                                                .relaxed = 1.5,
                                                .bound = 1.75,
                                                .bound_proof = &proof,
                                                .n_bound_proof = 1,
                                                .whole = 2});
  gp_plan_add_priority (
      plan, &(GpPlanPriority){
                .id = GP_PRIORITY_GROEIKRACHT_DELAY, .relaxed = 0.5, .bound = NAN, .whole = 0.5});
  gp_plan_add_priority (
      plan, &(GpPlanPriority){.id = GP_PRIORITY_OVERLOAD, .relaxed = 7, .bound = 7, .whole = 7});
  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  return plan;
}

START_TEST (test_cells)
{
  g_autoptr (GpProject) project = make_project ();
  g_autoptr (GpPlan) plan = make_plan ();
  g_autoptr (GpLoad) load = gp_load_new (project, 0, plan, GP_PART_WHOLE);

  ck_assert_uint_eq (load->n_years, 4);
  ck_assert_double_eq_tol (gp_load_percent (load, 0, 1), 100, 1e-9);
  ck_assert_double_eq_tol (gp_load_percent (load, 1, 1), 98, 1e-9);
  ck_assert (isnan (gp_load_percent (load, 2, 1)));
  ck_assert (gp_load_is_short (load, 0, 1));
  ck_assert (!gp_load_is_short (load, 1, 1));
  ck_assert (!gp_load_is_short (load, 0, 2));
  ck_assert (gp_load_is_short (load, 1, 3));
  ck_assert (!gp_load_is_short (load, 2, 1));
}
END_TEST

START_TEST (test_squeeze)
{
  g_autoptr (GpProject) project = make_project ();
  g_autoptr (GpPlan) plan = make_plan ();
  g_autoptr (GpLoad) load = gp_load_new (project, 0, plan, GP_PART_WHOLE);
  g_autoptr (GArray) regions = g_array_new (FALSE, FALSE, sizeof (guint32));
  GpSqueeze squeeze = gp_load_squeeze (load, regions);

  ck_assert_uint_eq (squeeze.n_regions, 2);
  ck_assert_uint_eq (regions->len, 2);
  ck_assert_uint_eq (g_array_index (regions, guint32, 1), 1);
  ck_assert_uint_eq (squeeze.first, 1);
  ck_assert_uint_eq (squeeze.last, 3);
  ck_assert (squeeze.is_to_end && !squeeze.is_everywhere);
  ck_assert_double_eq_tol (gp_plan_least_delay (plan), 2.25, 1e-9);
}
END_TEST

START_TEST (test_without_a_plan)
{
  g_autoptr (GpProject) project = make_project ();
  g_autoptr (GpPlan) rough = gp_plan_new ("base", GP_PLAN_FEASIBLE);
  g_autoptr (GpLoad) load = gp_load_new (project, GP_NONE, NULL, GP_PART_RELAXED);
  GpSqueeze squeeze = gp_load_squeeze (load, NULL);

  ck_assert_uint_eq (squeeze.n_regions, 0);
  ck_assert_uint_eq (squeeze.first, 0);
  ck_assert (!squeeze.is_to_end && !squeeze.is_everywhere);
  gp_plan_finish (rough);
  ck_assert (isnan (gp_plan_least_delay (rough)));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("load");
  TCase *tcase = tcase_create ("load");

  tcase_add_test (tcase, test_cells);
  tcase_add_test (tcase, test_squeeze);
  tcase_add_test (tcase, test_without_a_plan);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
