/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The funding of the example, worked out by hand. */
#include "finance-example.h"

static GpFunding *
fund (const ExampleRow *more, guint n_more, guint32 scenario, gboolean planned, GpYear year)
{
  g_autoptr (GpProject) project = example_project_with (more, n_more, NULL);
  g_autoptr (GpPlan) plan = planned ? example_plan () : NULL;
  g_autoptr (GpFinance) finance = gp_finance_new (project, scenario, plan);

  return gp_finance_funding (finance, year);
}

/* 2026: 3 primary schools ask 10 days each, 2 secondary ones 5 in their second year: 40, of which
 * verandercoaches give 6. */
START_TEST (test_delivery)
{
  static const gint64 units[GP_N_DELIVERY] = {3400, 600, 200, 0, 100, 200, 0};
  static const gint64 cents[GP_N_DELIVERY] = {340000, 18000, 80000, 0, 100000, 1400, 0};
  g_autoptr (GpFunding) funding = fund (NULL, 0, 0, TRUE, 2026);

  ck_assert (funding->has_delivery);
  for (guint i = 0; i < GP_N_DELIVERY; i++) {
    ck_assert_int_eq (funding->units[i], units[i]);
    ck_assert_int_eq (funding->delivery[i], cents[i]);
    ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_DELIVERY, i).cents, cents[i]);
  }
  ck_assert_int_eq (funding->delivery_total, 539400);
  ck_assert_int_eq (funding->boards, 18000);
}
END_TEST

/* 3 primary at 500.00 and, in 2026 alone, secondary at 710.00; the government pays half of what the
 * two primary and one secondary school in Groeikracht pay. */
START_TEST (test_fees)
{
  g_autoptr (GpFunding) funding = fund (NULL, 0, 0, TRUE, 2026);

  ck_assert_int_eq (funding->sectors[0].schools[GP_PROGRAMME_GROEIKRACHT], 200);
  ck_assert_int_eq (funding->sectors[0].fees[GP_PROGRAMME_GROEIKRACHT], 100000);
  ck_assert_int_eq (funding->sectors[0].fees[GP_PROGRAMME_REGULAR], 50000);
  ck_assert_int_eq (funding->sectors[0].government, 50000);
  ck_assert_int_eq (funding->sectors[1].fees[GP_PROGRAMME_GROEIKRACHT], 71000);
  ck_assert_int_eq (funding->sectors[1].fees[GP_PROGRAMME_REGULAR], 71000);
  ck_assert_int_eq (funding->sectors[1].government, 35500);
  ck_assert_int_eq (funding->fees, 292000);
  ck_assert_int_eq (funding->government, 85500);
  ck_assert_int_eq (funding->schools, 206500);
  ck_assert_int_eq (funding->shortfall, 539400 - 18000 - 292000);
  ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_FEES, 1).cents, 142000);
  ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_SCHOOLS, 0).cents, 100000);
}
END_TEST

/* The shortfall of 2,294.00 over projects of 2,117.50, 484.01 and 110.00: 1,791.4538, 409.4836 and
 * 93.0625; the cent that rounding down leaves goes to the first. */
START_TEST (test_projects)
{
  static const GpFundingProject expected[] = {
      {211750, 179146, 390896, 150050, 240846},
      {48401, 40948, 89349, 0, 89349},
      {11000, 9306, 20306, 0, 20306},
  };
  g_autoptr (GpFunding) funding = fund (NULL, 0, 0, TRUE, 2026);

  ck_assert_int_eq (funding->state, GP_MONEY_COMPUTED);
  ck_assert_uint_eq (funding->n_projects, 3);
  for (guint p = 0; p < 3; p++) {
    ck_assert_int_eq (funding->projects[p].cost, expected[p].cost);
    ck_assert_int_eq (funding->projects[p].carried, expected[p].carried);
    ck_assert_int_eq (funding->projects[p].funds, expected[p].funds);
    ck_assert_int_eq (funding->projects[p].pledged, expected[p].pledged);
    ck_assert_int_eq (funding->projects[p].open, expected[p].open);
    ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_OPEN, p).cents, expected[p].open);
  }
  ck_assert_int_eq (funding->funds, 271151 + 229400);
  ck_assert_int_eq (funding->open, 271151 + 229400 - 150050);
  ck_assert_int_eq (funding->left_over, 0);
}
END_TEST

/* 2027, with prices 10% up: 5 secondary schools ask 8 days each. With a fee of 5,000.00 the fees
 * are 25,000.00 against 4,400.00: more than the projects cost, so nothing is left for funds. */
START_TEST (test_surplus)
{
  static const ExampleRow more[] = {
      {GP_TABLE_PARAMETERS, {"child", "school_fee", "vo", "2027-2028", "5000"}},
  };
  g_autoptr (GpFunding) base = fund (NULL, 0, 0, TRUE, 2027);
  g_autoptr (GpFunding) child = fund (more, G_N_ELEMENTS (more), 1, TRUE, 2027);

  ck_assert_int_eq (base->delivery_total, 440000);
  ck_assert_int_eq (base->fees, 5 * 77000); /* 700.00 x 1.1 */
  ck_assert_int_eq (base->shortfall, 55000);
  ck_assert_int_eq (child->fees, 2500000); /* given for the year: does not grow */
  ck_assert_int_eq (child->cost, 99825 + 79861 + 1100);
  ck_assert_int_eq (child->carried, -child->cost);
  ck_assert_int_eq (child->funds, 0);
  ck_assert_int_eq (child->left_over, 2500000 - 440000 - 180786);
  for (guint p = 0; p < child->n_projects; p++)
    ck_assert_int_eq (child->projects[p].funds, 0);
}
END_TEST

START_TEST (test_fee_of_one_school)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpFinance) finance = gp_finance_new (project, 0, NULL);
  gint64 government;

  ck_assert_int_eq (gp_finance_school_fee (finance, 1, GP_PROGRAMME_GROEIKRACHT, 2026, &government),
                    71000);
  ck_assert_int_eq (government, 35500);
  ck_assert_int_eq (gp_finance_school_fee (finance, 1, GP_PROGRAMME_REGULAR, 2028, &government),
                    84700); /* 700.00 x 1.21 */
  ck_assert_int_eq (government, 0);
}
END_TEST

START_TEST (test_without_a_plan)
{
  g_autoptr (GpFunding) funding = fund (NULL, 0, 0, FALSE, 2026);

  ck_assert_int_eq (funding->state, GP_MONEY_MISSING);
  ck_assert (!funding->has_delivery);
  ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_FEES, GP_NONE).state, GP_MONEY_MISSING);
  ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_FUNDS, 0).state, GP_MONEY_MISSING);
  /* what was promised is known all the same */
  ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_PLEDGED, 0).state, GP_MONEY_COMPUTED);
  ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_PLEDGED, 0).cents, 150050);
}
END_TEST

/* A project without forecast: what delivery costs is known, what funds must cover is not. */
START_TEST (test_a_project_without_forecast)
{
  static const ExampleRow more[] = {{GP_TABLE_PROJECTS, {"4", "Vier", "Four"}}};
  g_autoptr (GpFunding) funding = fund (more, G_N_ELEMENTS (more), 0, TRUE, 2026);

  ck_assert_uint_eq (funding->n_missing, 1);
  ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_DELIVERY, GP_NONE).state,
                    GP_MONEY_COMPUTED);
  ck_assert_int_eq (gp_funding_get (funding, GP_FUNDING_FUNDS, GP_NONE).state, GP_MONEY_MISSING);
}
END_TEST

START_TEST (test_years_without_plan)
{
  g_autoptr (GpFunding) before = fund (NULL, 0, 0, TRUE, 2025);
  g_autoptr (GpFunding) after = fund (NULL, 0, 0, TRUE, 2029);

  ck_assert (!before->has_delivery);
  ck_assert_int_eq (before->projects[0].cost, 137500);
  ck_assert_int_eq (before->state, GP_MONEY_MISSING);
  ck_assert_int_eq (after->projects[2].pledged, 7500);
}
END_TEST

/* Who asks for the one after the last has made a mistake, and is told. */
START_TEST (test_beyond_the_last)
{
  g_autoptr (GpFunding) funding = fund (NULL, 0, 0, TRUE, 2026);
  const struct {
    GpFundingFigure figure;
    guint32 n;
  } ends[] = {{GP_FUNDING_DELIVERY, GP_N_DELIVERY},
              {GP_FUNDING_BOARDS, 0},
              {GP_FUNDING_FEES, 2},
              {GP_FUNDING_GOVERNMENT, 2},
              {GP_FUNDING_SCHOOLS, 2},
              {GP_FUNDING_SHORTFALL, 0},
              {GP_FUNDING_COST, 3},
              {GP_FUNDING_OPEN, 3}};

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    if (ends[i].n > 0)
      ck_assert_int_eq (gp_funding_get (funding, ends[i].figure, ends[i].n - 1).state,
                        GP_MONEY_COMPUTED);
    g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*is_there*");
    ck_assert_int_eq (gp_funding_get (funding, ends[i].figure, ends[i].n).state, GP_MONEY_MISSING);
    g_test_assert_expected_messages ();
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("funding");
  TCase *tests = tcase_create ("example");

  tcase_add_test (tests, test_delivery);
  tcase_add_test (tests, test_fees);
  tcase_add_test (tests, test_projects);
  tcase_add_test (tests, test_surplus);
  tcase_add_test (tests, test_fee_of_one_school);
  tcase_add_test (tests, test_without_a_plan);
  tcase_add_test (tests, test_a_project_without_forecast);
  tcase_add_test (tests, test_years_without_plan);
  tcase_add_test (tests, test_beyond_the_last);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
