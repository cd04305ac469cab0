/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every figure of the example tells where it comes from, down to rows of the data. */
#include "finance-example.h"

#include <string.h>

static GpFinance *
make_finance (void)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan ();

  return gp_finance_new (project, 0, plan);
}

/* The first source of the tree whose text begins so; NULL when there is none. */
static const GpSource *
find (const GpSource *source, const char *what)
{
  const GpSource *found = g_str_has_prefix (source->what, what) ? source : NULL;

  for (guint i = 0; i < source->n_parts && found == NULL; i++)
    found = find (source->parts[i], what);
  return found;
}

START_TEST (test_given)
{
  g_autoptr (GpFinance) finance = make_finance ();
  g_autoptr (GpSource) source = gp_finance_source (finance, GP_FINANCE_ACTUAL, 0, 2024);
  g_autofree char *text = gp_source_to_text (source, -1);

  ck_assert_str_eq (text, "Project 1 (One): Actual, 2024-2025: €1,000.00 – report-A, annex 1 "
                          "(budgets.csv row 1)");
  ck_assert_int_eq (source->kind, GP_SOURCE_REPORT);
}
END_TEST

START_TEST (test_missing)
{
  g_autoptr (GpFinance) finance = make_finance ();
  g_autoptr (GpSource) source = gp_finance_source (finance, GP_FINANCE_BUDGET, 2, 2026);
  g_autoptr (GpSource) forecast = gp_finance_source (finance, GP_FINANCE_FORECAST, 2, 2025);

  ck_assert_int_eq (source->kind, GP_SOURCE_UNKNOWN);
  ck_assert_str_eq (source->value, "");
  ck_assert_str_eq (source->what, "Project 3 (Drie): Budget, 2026-2027"); /* no English name */
  ck_assert_int_eq (forecast->kind, GP_SOURCE_UNKNOWN);
}
END_TEST

START_TEST (test_total)
{
  g_autoptr (GpFinance) finance = make_finance ();
  g_autoptr (GpSource) source = gp_finance_source (finance, GP_FINANCE_ACTUAL, GP_NONE, 2024);

  ck_assert_str_eq (source->value, "€1,500.01");
  ck_assert_uint_eq (source->n_parts, 3 + 2);
  ck_assert_str_eq (source->text, "The sum of the projects, of which some are missing");
  ck_assert_str_eq (find (source, "Total as stated")->value, "€1,500.00");
  ck_assert_str_eq (find (source, "Total as stated")->place, "facts.csv row 2");
  ck_assert_str_eq (find (source, "Rounding difference")->value, "€0.01");
}
END_TEST

START_TEST (test_forecast)
{
  g_autoptr (GpFinance) finance = make_finance ();
  g_autoptr (GpSource) source = gp_finance_source (finance, GP_FINANCE_FORECAST, 0, 2026);
  const GpSource *schools = find (source, "Schools recruited");

  ck_assert_str_eq (source->value, "€2,117.50");
  ck_assert_uint_eq (source->n_parts, 2);
  ck_assert_str_eq (schools->value, "€1,512.50");
  ck_assert_uint_eq (schools->n_parts, 3); /* rate, units, index */
  ck_assert_str_eq (schools->parts[0]->value, "€250.00");
  ck_assert_str_eq (schools->parts[0]->text, "Calibrated on the last actual year");
  ck_assert_str_eq (schools->parts[1]->value, "5");
  ck_assert_str_eq (schools->parts[1]->text, "Counted in the plan");
  ck_assert_str_eq (schools->parts[2]->value, "1.210000");
  /* all the way down: the actual by which it was calibrated */
  ck_assert_str_eq (find (schools, "Project 1 (One): Actual, 2024-2025")->place,
                    "budgets.csv row 1");
  ck_assert (find (schools, "The share of a project’s costs that follows its drivers") != NULL);
}
END_TEST

START_TEST (test_given_rate)
{
  g_autoptr (GpFinance) finance = make_finance ();
  g_autoptr (GpSource) source = gp_finance_source (finance, GP_FINANCE_FORECAST, 1, 2024);
  const GpSource *starts = find (source, "Schools that start");

  ck_assert_int_eq (starts->parts[0]->kind, GP_SOURCE_TYPED);
  ck_assert_str_eq (starts->parts[0]->place, "project_drivers.csv row 2");
  ck_assert_str_eq (starts->parts[1]->text, "Counted in the data");
  ck_assert_uint_eq (starts->n_parts, 2); /* no index in the year that the prices are of */
}
END_TEST

START_TEST (test_funding)
{
  g_autoptr (GpFinance) finance = make_finance ();
  g_autoptr (GpFunding) funding = gp_finance_funding (finance, 2026);
  g_autoptr (GpSource) open = gp_funding_source (finance, funding, GP_FUNDING_OPEN, 0);
  g_autoptr (GpSource) fees = gp_funding_source (finance, funding, GP_FUNDING_FEES, 1);

  ck_assert_str_eq (open->what, "Project 1 (One): Not pledged yet, 2026-2027");
  ck_assert_str_eq (open->value, "€2,408.46");
  ck_assert_str_eq (find (open, "Fund B")->value, "€500.50");
  ck_assert_str_eq (find (open, "Fund B")->place, "pledges.csv row 2");
  ck_assert_str_eq (
      find (open, "Delivery that boards and fees do not cover (negative: a surplus)")->value,
      "€2,294.00");
  ck_assert_str_eq (find (open, "Expert days at schools, 2026-2027")->value, "€3,400.00");
  ck_assert_str_eq (fees->what, "School fees (Secondary), 2026-2027");
  ck_assert_str_eq (find (fees, "Price in this year")->text, "Given for this year");
  ck_assert_str_eq (find (fees, "Groeikracht schools")->value, "1");
}
END_TEST

/* Every figure there is: its source shows the amount that it has, or says that it is missing. */
START_TEST (test_every_figure)
{
  g_autoptr (GpFinance) finance = make_finance ();

  for (GpYear y = 2023; y <= 2029; y++) {
    g_autoptr (GpFunding) funding = gp_finance_funding (finance, y);

    for (guint figure = 0; figure < GP_N_FUNDING; figure++) {
      GpMoney money = gp_funding_get (funding, figure, GP_NONE);
      g_autoptr (GpSource) source = gp_funding_source (finance, funding, figure, GP_NONE);
      g_autofree char *value = gp_format_money (money.cents, TRUE, GP_LANGUAGE_ENGLISH);

      ck_assert_str_eq (source->value, money.state == GP_MONEY_MISSING ? "" : value);
      ck_assert_uint_eq (source->kind == GP_SOURCE_UNKNOWN, money.state == GP_MONEY_MISSING);
      ck_assert (*source->text != '\0');
    }
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("source");
  TCase *tests = tcase_create ("example");

  tcase_add_test (tests, test_given);
  tcase_add_test (tests, test_missing);
  tcase_add_test (tests, test_total);
  tcase_add_test (tests, test_forecast);
  tcase_add_test (tests, test_given_rate);
  tcase_add_test (tests, test_funding);
  tcase_add_test (tests, test_every_figure);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
