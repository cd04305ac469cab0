/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals against what the reports state, and columns against each other. */
#include "finance-example.h"

#include <string.h>

static gboolean
has_note (const GpFinance *finance, const char *part)
{
  for (const char *const *note = gp_finance_notes (finance); *note != NULL; note++) {
    if (strstr (*note, part) != NULL)
      return TRUE;
  }
  return FALSE;
}

/* The report states 1,500.00 for 2024; the projects add up to 1,500.01. */
START_TEST (test_stated_total)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpFinance) finance = gp_finance_new (project, 0, NULL);
  GpFinanceTotal total = gp_finance_total (finance, GP_FINANCE_ACTUAL, 2024);

  ck_assert_int_eq (total.cents, 150001);
  ck_assert_uint_eq (total.n_known, 2);
  ck_assert_uint_eq (total.n_missing, 1);
  ck_assert (total.has_stated);
  ck_assert_int_eq (total.stated, 150000);
  ck_assert_int_eq (total.rounding, 1);
  ck_assert_str_eq (project->facts[total.stated_fact].section, "annex 1");
  ck_assert (has_note (finance, "states a total of €1,500;"));
  ck_assert (has_note (finance, "add up to €1,500.01, a difference of €0.01."));
  ck_assert (!gp_finance_total (finance, GP_FINANCE_ACTUAL, 2023).has_stated);
  ck_assert (!gp_finance_total (finance, GP_FINANCE_FORECAST, 2024).has_stated);
}
END_TEST

static GpFinanceDifference
compare (const GpFinance *a, GpFinanceKind kind, GpYear year, const GpFinance *b,
         GpFinanceKind to_kind, GpYear to_year, guint32 project)
{
  const GpFinanceColumn from = {a, kind, year}, to = {b, to_kind, to_year};

  return gp_finance_compare (&from, &to, project);
}

START_TEST (test_year_on_year)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpFinance) finance = gp_finance_new (project, 0, NULL);
  GpFinanceDifference row =
      compare (finance, GP_FINANCE_ACTUAL, 2023, finance, GP_FINANCE_ACTUAL, 2024, 1);

  ck_assert (row.known && row.has_percent);
  ck_assert_int_eq (row.difference, 10001);
  ck_assert_int_eq (row.percent, 2500); /* 25.0025% */
  row = compare (finance, GP_FINANCE_ACTUAL, 2023, finance, GP_FINANCE_ACTUAL, 2024, 0);
  ck_assert (!row.known && !row.has_percent);
  ck_assert_int_eq (row.difference, 0);
  ck_assert_int_eq (row.to.cents, 100000);
  /* the total is that of the rows which have a difference: project 2 alone */
  row = compare (finance, GP_FINANCE_ACTUAL, 2023, finance, GP_FINANCE_ACTUAL, 2024, GP_NONE);
  ck_assert_int_eq (row.from.cents, 40000);
  ck_assert_int_eq (row.to.cents, 50001);
}
END_TEST

START_TEST (test_plan_against_budget)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan ();
  g_autoptr (GpFinance) finance = gp_finance_new (project, 0, plan);
  GpFinanceDifference row =
      compare (finance, GP_FINANCE_BUDGET, 2026, finance, GP_FINANCE_FORECAST, 2026, 0);

  ck_assert_int_eq (row.difference, 211750 - 210000);
  ck_assert_int_eq (row.percent, 83); /* 0.8333% */
  /* of a negative budget: 484.01 is 534.26 more than -50.25, which is 1063.20% of 50.25 */
  row = compare (finance, GP_FINANCE_BUDGET, 2026, finance, GP_FINANCE_FORECAST, 2026, 1);
  ck_assert_int_eq (row.difference, 53426);
  ck_assert_int_eq (row.percent, 106320);
  row = compare (finance, GP_FINANCE_BUDGET, 2026, finance, GP_FINANCE_FORECAST, 2026, GP_NONE);
  ck_assert_int_eq (row.difference, 1750 + 53426);
}
END_TEST

START_TEST (test_scenario_against_scenario)
{
  static const ExampleRow more[] = {
      {GP_TABLE_PARAMETERS, {"child", "price_index", "", "", "0"}},
  };
  g_autoptr (GpProject) project = example_project_with (more, G_N_ELEMENTS (more), NULL);
  g_autoptr (GpPlan) plan = example_plan ();
  g_autoptr (GpFinance) base = gp_finance_new (project, 0, plan);
  g_autoptr (GpFinance) child = gp_finance_new (project, 1, plan);
  GpFinanceDifference row =
      compare (base, GP_FINANCE_FORECAST, 2026, child, GP_FINANCE_FORECAST, 2026, 0);

  ck_assert_int_eq (row.to.cents, 5 * 25000 + 50000);
  ck_assert_int_eq (row.difference, 175000 - 211750);
  ck_assert_int_eq (row.percent, -1736); /* -17.3554% */
}
END_TEST

/* From nothing, a percentage says nothing. */
START_TEST (test_percent_of_nothing)
{
  static const ExampleRow more[] = {
      {GP_TABLE_BUDGETS, {"3", "2023-2024", "committed", "", "0"}},
      {GP_TABLE_BUDGETS, {"3", "2024-2025", "committed", "", "10000000000"}},
      {GP_TABLE_BUDGETS, {"3", "2025-2026", "committed", "", "0.01"}},
  };
  g_autoptr (GpProject) project = example_project_with (more, G_N_ELEMENTS (more), NULL);
  g_autoptr (GpFinance) finance = gp_finance_new (project, 0, NULL);
  GpFinanceDifference row =
      compare (finance, GP_FINANCE_COMMITTED, 2023, finance, GP_FINANCE_COMMITTED, 2024, 2);

  ck_assert (row.known && !row.has_percent);
  ck_assert_int_eq (row.difference, G_GINT64_CONSTANT (1000000000000));
  row = compare (finance, GP_FINANCE_COMMITTED, 2025, finance, GP_FINANCE_COMMITTED, 2024, 2);
  ck_assert (row.has_percent);
  ck_assert_int_eq (row.percent, G_GINT64_CONSTANT (9999999999990000));
}
END_TEST

START_TEST (test_notes)
{
  static const ExampleRow more[] = {
      {GP_TABLE_PROJECTS, {"4", "Vier", "Four"}},
      {GP_TABLE_DRIVERS, {"base", "4", "start", "0"}},
      {GP_TABLE_DRIVERS, {"base", "2", "fixed", "0"}},
      {GP_TABLE_DRIVERS, {"child", "2", "start", "1000"}},
      {GP_TABLE_DRIVERS, {"other", "1", "start", "1000"}},
      {GP_TABLE_DRIVERS, {"other", "2", "training", "0"}},
  };
  static const ExampleRow no_coaches = {GP_TABLE_VERANDERCOACHES, {NULL}};
  g_autoptr (GpProject) project = example_project_with (more, G_N_ELEMENTS (more), &no_coaches);
  g_autoptr (GpPlan) plan = example_plan ();
  g_autoptr (GpFinance) base = gp_finance_new (project, 0, plan);
  g_autoptr (GpFinance) other = gp_finance_new (project, 2, NULL);

  ck_assert (has_note (base, "Project 3 has no actual: only its given rates make its forecast."));
  ck_assert (has_note (base, "Project 4 has no actual and no rates: it has no forecast."));
  ck_assert (!has_note (base, "There is no plan"));
  ck_assert (!has_note (base, "older than the data"));
  ck_assert (has_note (other, "There is no plan of this scenario"));
  /* 4 schools at 1,000.00 are more than the 1,000.00 that it cost */
  ck_assert (has_note (other, "Project 1: its rates ask more than it cost in 2024-2025"));
  ck_assert (has_note (other, "Project 2: in 2024-2025 there is nothing of “Verandercoaches trained”"));
}
END_TEST

/* A plan made when there were more years, and a sector that is gone. */
START_TEST (test_a_plan_older_than_the_data)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  gint64 units;

  example_start (plan, GP_PART_WHOLE, "po", GP_PROGRAMME_REGULAR, 2026, 2);
  example_start (plan, GP_PART_WHOLE, "po", GP_PROGRAMME_REGULAR, 2031, 7);
  example_start (plan, GP_PART_WHOLE, "gone", GP_PROGRAMME_REGULAR, 2026, 7);
  example_add (plan, GP_PART_WHOLE, (GpPlanRow){GP_ROW_HIRE, .year = 2031, .amount = 1});
  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  g_autoptr (GpFinance) finance = gp_finance_new (project, 0, plan);

  ck_assert (gp_finance_units (finance, GP_DRIVER_START, 2026, &units));
  ck_assert_int_eq (units, 200);
  ck_assert (has_note (finance, "The plan is older than the data: 3 of its rows"));
}
END_TEST

START_TEST (test_nothing_at_all)
{
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  const GpScenario scenario = {"s", "", "", GP_NONE};

  gp_project_set_frame (project, "Empty", 2026, 2026, GP_YEAR_NONE);
  gp_project_add_scenario (project, &scenario);
  ck_assert (gp_project_finish (project, NULL));
  g_autoptr (GpFinance) finance = gp_finance_new (project, 0, NULL);
  g_autoptr (GpFunding) funding = gp_finance_funding (finance, 2026);

  ck_assert_uint_eq (gp_finance_total (finance, GP_FINANCE_ACTUAL, 2026).n_known, 0);
  ck_assert (has_note (finance, "No year has an actual yet"));
  ck_assert_int_eq (funding->state, GP_MONEY_MISSING);
  ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_DELIVERY, GP_NONE).state, GP_MONEY_MISSING);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("compare");
  TCase *tests = tcase_create ("example");

  tcase_add_test (tests, test_stated_total);
  tcase_add_test (tests, test_year_on_year);
  tcase_add_test (tests, test_plan_against_budget);
  tcase_add_test (tests, test_scenario_against_scenario);
  tcase_add_test (tests, test_percent_of_nothing);
  tcase_add_test (tests, test_notes);
  tcase_add_test (tests, test_a_plan_older_than_the_data);
  tcase_add_test (tests, test_nothing_at_all);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
