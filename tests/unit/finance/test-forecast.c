/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Budgets, units, rates and forecasts of the example, worked out by hand. */
#include "finance-example.h"

static GpFinance *
make_finance (const char *scenario, gboolean planned)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = planned ? example_plan () : NULL;

  return gp_finance_new (project, gp_project_find (project, GP_TABLE_SCENARIOS, scenario), plan);
}

static void
check_money (const GpFinance *finance, GpFinanceKind kind, guint32 project, GpYear year,
             GpMoneyState state, gint64 cents)
{
  GpMoney money = gp_finance_get (finance, kind, project, year);

  ck_assert_msg (money.state == state && money.cents == cents,
                 "%s of %u in %d: state %d, %" G_GINT64_FORMAT " cents",
                 gp_finance_kind_name (kind), project, year, money.state, money.cents);
  ck_assert_uint_eq (money.row != GP_NONE, state == GP_MONEY_GIVEN);
}

START_TEST (test_budgets_are_those_of_the_nearest_scenario)
{
  g_autoptr (GpFinance) child = make_finance ("child", FALSE);
  g_autoptr (GpFinance) other = make_finance ("other", FALSE);

  check_money (child, GP_FINANCE_BUDGET, 0, 2026, GP_MONEY_GIVEN, 210000); /* its parent's */
  check_money (other, GP_FINANCE_BUDGET, 0, 2026, GP_MONEY_GIVEN, 900);
  check_money (child, GP_FINANCE_BUDGET, 1, 2026, GP_MONEY_GIVEN, -5025); /* for all */
  check_money (child, GP_FINANCE_BUDGET, 2, 2026, GP_MONEY_MISSING, 0);
  check_money (child, GP_FINANCE_ACTUAL, 0, 2023, GP_MONEY_MISSING, 0);
  check_money (child, GP_FINANCE_COMMITTED, 0, 2026, GP_MONEY_MISSING, 0);
  ck_assert_int_eq (gp_finance_first_year (child), 2023);
  ck_assert_int_eq (gp_finance_last_year (child), 2029); /* a pledge after the plan */
  ck_assert_int_eq (gp_finance_last_actual (child, GP_NONE), 2024);
  ck_assert_int_eq (gp_finance_last_actual (child, 1), 2024);
  ck_assert_int_eq (gp_finance_last_actual (child, 2), GP_YEAR_NONE);
}
END_TEST

static void
check_units (const GpFinance *finance, GpDriverKind driver, GpYear year, gint64 hundredths)
{
  gint64 units = -1;

  ck_assert (gp_finance_units (finance, driver, year, &units));
  ck_assert_msg (units == hundredths, "%s in %d: %" G_GINT64_FORMAT, gp_driver_name (driver), year,
                 units);
}

START_TEST (test_units)
{
  static const struct {
    GpDriverKind driver;
    gint64 units[5]; /* 2024 to 2028 */
  } expected[] = {
      {GP_DRIVER_FIXED, {100, 100, 100, 100, 100}},
      {GP_DRIVER_START, {400, 200, 300, 500, 100}},
      /* those of the year after; in the last plan year those of that year */
      {GP_DRIVER_RECRUITED_SCHOOL, {200, 300, 500, 100, 100}},
      /* 4 primary; 2 secondary; 3 primary + 2 in their second year; 5; 1 primary + 5 */
      {GP_DRIVER_SUPPORTED_SCHOOL, {400, 200, 500, 500, 600}},
      {GP_DRIVER_PARTNER_BOARD, {100, 200, 200, 300, 300}},
      {GP_DRIVER_TRAINING, {100, 0, 200, 0, 0}},
      /* 2 known; in 2026 both and the 2 trained; then one, of whom 0.8 and 0.64 are left, and 1.6
         of those trained */
      {GP_DRIVER_VERANDERCOACH, {200, 200, 400, 80 + 160, 64}},
      {GP_DRIVER_HIRE, {100, 0, 100, 0, 0}},
  };
  g_autoptr (GpFinance) finance = make_finance ("base", TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    for (GpYear y = 2024; y <= 2028; y++)
      check_units (finance, expected[i].driver, y, expected[i].units[y - 2024]);
  }
}
END_TEST

START_TEST (test_units_without_a_plan)
{
  g_autoptr (GpFinance) finance = make_finance ("base", FALSE);
  gint64 units;

  check_units (finance, GP_DRIVER_FIXED, 2028, 100);
  check_units (finance, GP_DRIVER_START, 2025, 200);
  ck_assert (!gp_finance_units (finance, GP_DRIVER_START, 2026, &units));
  ck_assert_int_eq (units, 0);
  /* their talks are held a year before the plan */
  ck_assert (!gp_finance_units (finance, GP_DRIVER_RECRUITED_SCHOOL, 2025, &units));
  check_units (finance, GP_DRIVER_RECRUITED_SCHOOL, 2024, 200);
  ck_assert (!gp_finance_units (finance, GP_DRIVER_FIXED, 2029, &units)); /* after the plan */
}
END_TEST

/* Project 1 cost 1,000.00 in 2024, when 2 schools were recruited. Half of it follows them: 250.00 a
 * school; the rest, 500.00, is fixed. */
START_TEST (test_calibrated_forecast)
{
  g_autoptr (GpFinance) finance = make_finance ("base", TRUE);
  GpForecastPart parts[GP_N_DRIVERS];

  ck_assert_uint_eq (gp_finance_forecast (finance, 0, 2026, parts), 2);
  ck_assert_int_eq (parts[0].driver, GP_DRIVER_FIXED);
  ck_assert (parts[0].calibrated && parts[1].calibrated);
  ck_assert_int_eq (parts[0].rate, 50000);
  ck_assert_int_eq (parts[1].driver, GP_DRIVER_RECRUITED_SCHOOL);
  ck_assert_int_eq (parts[1].rate, 25000);
  ck_assert_int_eq (parts[1].units, 500);
  check_money (finance, GP_FINANCE_FORECAST, 0, 2023, GP_MONEY_MISSING, 0);
  check_money (finance, GP_FINANCE_FORECAST, 0, 2024, GP_MONEY_COMPUTED, 100000);
  /* (3 x 250.00 + 500.00) x 1.1 */
  check_money (finance, GP_FINANCE_FORECAST, 0, 2025, GP_MONEY_COMPUTED, 137500);
  /* (5 x 250.00 + 500.00) x 1.21 */
  check_money (finance, GP_FINANCE_FORECAST, 0, 2026, GP_MONEY_COMPUTED, 211750);
  /* 1 x 250.00 x 1.4641 = 366.025, and 500.00 x 1.4641 = 732.05 */
  check_money (finance, GP_FINANCE_FORECAST, 0, 2028, GP_MONEY_COMPUTED, 36603 + 73205);
  check_money (finance, GP_FINANCE_FORECAST, 0, 2029, GP_MONEY_MISSING, 0);
}
END_TEST

/* Project 2 has 100.00 for each of the 4 schools that started in 2024: 100.01 is left to be fixed.
 */
START_TEST (test_given_rate)
{
  g_autoptr (GpFinance) finance = make_finance ("base", TRUE);

  check_money (finance, GP_FINANCE_FORECAST, 1, 2024, GP_MONEY_COMPUTED, 50001);
  /* 3 x 100.00 x 1.21, and 100.01 x 1.21 = 121.0121 */
  check_money (finance, GP_FINANCE_FORECAST, 1, 2026, GP_MONEY_COMPUTED, 36300 + 12101);
}
END_TEST

/* Project 3 has no actual: its rates are in prices of the first plan year. */
START_TEST (test_rates_without_an_actual)
{
  g_autoptr (GpFinance) finance = make_finance ("base", TRUE);

  check_money (finance, GP_FINANCE_FORECAST, 2, 2025, GP_MONEY_MISSING, 0);
  check_money (finance, GP_FINANCE_FORECAST, 2, 2026, GP_MONEY_COMPUTED, 10000 + 1000);
  check_money (finance, GP_FINANCE_FORECAST, 2, 2027, GP_MONEY_COMPUTED, 1100);
}
END_TEST

START_TEST (test_forecast_without_a_plan)
{
  g_autoptr (GpFinance) finance = make_finance ("base", FALSE);
  GpForecastPart parts[GP_N_DRIVERS];

  check_money (finance, GP_FINANCE_FORECAST, 0, 2024, GP_MONEY_COMPUTED, 100000);
  check_money (finance, GP_FINANCE_FORECAST, 0, 2025, GP_MONEY_MISSING, 0);
  ck_assert_uint_eq (gp_finance_forecast (finance, 0, 2025, parts), 2);
  ck_assert (parts[0].known && !parts[1].known);
}
END_TEST

START_TEST (test_a_relaxed_plan_is_rough)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan_of (GP_PART_RELAXED);
  g_autoptr (GpFinance) finance = gp_finance_new (project, 0, plan);

  check_money (finance, GP_FINANCE_FORECAST, 0, 2024, GP_MONEY_COMPUTED, 100000);
  check_money (finance, GP_FINANCE_FORECAST, 0, 2026, GP_MONEY_ROUGH, 211750);
  ck_assert (gp_finance_total (finance, GP_FINANCE_FORECAST, 2026).rough);
  ck_assert (!gp_finance_total (finance, GP_FINANCE_FORECAST, 2024).rough);
}
END_TEST

/* A child sets one rate, and a fixed part: the actual does not come out any more, and is not
 * claimed. */
START_TEST (test_a_child_overrides_single_rates)
{
  static const ExampleRow more[] = {
      {GP_TABLE_DRIVERS, {"child", "2", "start", "90"}},
      {GP_TABLE_DRIVERS, {"child", "1", "fixed", "600"}},
  };
  g_autoptr (GpProject) project = example_project_with (more, G_N_ELEMENTS (more), NULL);
  g_autoptr (GpFinance) base = gp_finance_new (project, 0, NULL);
  g_autoptr (GpFinance) child = gp_finance_new (project, 1, NULL);

  check_money (base, GP_FINANCE_FORECAST, 1, 2024, GP_MONEY_COMPUTED, 50001);
  check_money (child, GP_FINANCE_FORECAST, 1, 2024, GP_MONEY_COMPUTED, 50001);
  ck_assert_int_eq (gp_finance_compare (&(GpFinanceColumn){base, GP_FINANCE_FORECAST, 2024},
                                        &(GpFinanceColumn){child, GP_FINANCE_FORECAST, 2024}, 1)
                        .difference,
                    0);
  /* 600.00 fixed; of the 400.00 that are left half follows the 2 schools: 100.00 each */
  check_money (child, GP_FINANCE_FORECAST, 0, 2024, GP_MONEY_COMPUTED, 60000 + 2 * 10000);
}
END_TEST

/* A price index of -0.5 and of 1 over 30 years neither overflows nor goes below nothing. */
START_TEST (test_index)
{
  static const ExampleRow more[] = {
      {GP_TABLE_PARAMETERS, {"child", "price_index", "", "2027-2028", "-0.5"}},
      {GP_TABLE_PARAMETERS, {"other", "price_index", "", "", "1"}},
  };
  g_autoptr (GpProject) project = example_project_with (more, G_N_ELEMENTS (more), NULL);
  g_autoptr (GpFinance) child = gp_finance_new (project, 1, NULL);
  g_autoptr (GpFinance) other = gp_finance_new (project, 2, NULL);

  ck_assert_int_eq (gp_finance_index (child, 2024, 2024), 1000000000);
  ck_assert_int_eq (gp_finance_index (child, 2024, 2026), 1210000000);
  ck_assert_int_eq (gp_finance_index (child, 2026, 2028), 550000000);
  ck_assert_int_eq (gp_finance_index (other, 2020, 2023), 8000000000);
  ck_assert_int_gt (gp_finance_index (other, 1900, 2199), 0);
  ck_assert_int_eq (gp_finance_index (child, 2026, 2024), 1000000000); /* backwards: none */
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("forecast");
  TCase *tests = tcase_create ("example");

  tcase_add_test (tests, test_budgets_are_those_of_the_nearest_scenario);
  tcase_add_test (tests, test_units);
  tcase_add_test (tests, test_units_without_a_plan);
  tcase_add_test (tests, test_calibrated_forecast);
  tcase_add_test (tests, test_given_rate);
  tcase_add_test (tests, test_rates_without_an_actual);
  tcase_add_test (tests, test_forecast_without_a_plan);
  tcase_add_test (tests, test_a_relaxed_plan_is_rough);
  tcase_add_test (tests, test_a_child_overrides_single_rates);
  tcase_add_test (tests, test_index);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
