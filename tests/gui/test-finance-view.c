/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the Finance page as texts: every total is the sum of what is printed above it,
 * whatever the project; amounts as people type them. */
#include "gp-finance-chart.h"
#include "gp-finance-view.h"
#include "gp-random-project.h"
#include "gp-test.h"

#include <string.h>

#define N_SEEDS 40

static GpFinance *
make_finance (guint seed)
{
  g_autoptr (GpProject) project = gp_random_project (seed, 1 + seed % 6, 1 + seed % 7,
                                                     seed % 2 ? GP_RANDOM_WILD : GP_RANDOM_PLAIN);
  g_autoptr (GpPlan) plan = NULL;

  if (seed % 3 != 0) {
    plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
    gp_plan_add_row (plan, GP_PART_WHOLE,
                     &(GpPlanRow){.kind = GP_ROW_START,
                                  .board = project->boards[0].code,
                                  .sector = project->sectors[0].code,
                                  .region = project->regions[0].code,
                                  .programme = GP_PROGRAMME_REGULAR,
                                  .year = project->plan_from,
                                  .amount = 3,
                                  .hundredths = 300});
    gp_plan_set_whole (plan, TRUE);
    gp_plan_finish (plan);
  }
  return gp_finance_new (project, seed % project->n_scenarios, plan);
}

/* What a cell prints, in cents; 0 for nothing. */
static gint64
printed (const GpFinanceCell *cell)
{
  const char *text = cell->text + (*cell->text == '~');
  gint64 cents = 0;

  if (!cell->missing)
    ck_assert_msg (gp_finance_read_amount (text, GP_LANGUAGE_ENGLISH, &cents), "%s", cell->text);
  return cents;
}

static void
check_shape (const GpFinanceView *view)
{
  g_autofree char *text = gp_finance_view_text (view);
  guint lines = 0;

  ck_assert_uint_eq (view->cells->len, view->lines->len * view->heads->len);
  ck_assert (g_utf8_validate (text, -1, NULL));
  for (const char *at = text; *at != '\0'; at++)
    lines += *at == '\n';
  ck_assert_uint_eq (lines, view->lines->len + 1);
  for (guint l = 0; l < view->lines->len; l++) {
    for (guint c = 0; c < view->heads->len; c++) {
      g_autoptr (GpSource) source = view->klass->source (view, l, c);
      gboolean exists;
      g_auto (GStrv) row = view->klass->row != NULL ? view->klass->row (view, l, c, &exists) : NULL;

      ck_assert (source != NULL);
      ck_assert_uint_eq (row != NULL, gp_finance_view_cell (view, l, c)->editable);
      if (row != NULL)
        ck_assert_uint_eq (g_strv_length (row), gp_table (view->klass->table)->n_columns);
    }
  }
}

START_TEST (test_totals_are_sums_of_what_is_printed)
{
  g_autoptr (GpFinance) finance = make_finance ((guint)_i + 1);
  guint n = gp_finance_project (finance)->n_projects;

  for (guint kind = 0; kind <= GP_FINANCE_MIXED; kind++) {
    const GpFinanceChoice choice = {kind, (GpFinanceAgainst)((guint)_i % 3)};
    g_autoptr (GpFinanceView) view = gp_finance_view_projects (finance, NULL, choice);

    check_shape (view);
    for (guint c = 0; c < view->heads->len; c++) {
      gint64 sum = 0;

      for (guint p = 0; p < n; p++)
        sum += printed (gp_finance_view_cell (view, p, c));
      ck_assert_int_eq (sum, printed (gp_finance_view_cell (view, n, c)));
    }
  }
}
END_TEST

/* A bold line is the sum of the indented ones below it. */
START_TEST (test_funding_adds_up)
{
  g_autoptr (GpFinance) finance = make_finance ((guint)_i + 1);
  g_autoptr (GpFinanceView) view = gp_finance_view_funding (finance);
  guint n_checked = 0;

  check_shape (view);
  for (guint c = 0; c < view->heads->len; c++) {
    for (guint l = 0; l + 1 < view->lines->len; l++) {
      gint64 sum = 0;
      guint at = l + 1;

      for (; at < view->lines->len &&
             g_array_index (view->lines, GpFinanceLine, at).style == GP_LINE_PART;
           at++)
        sum += printed (gp_finance_view_cell (view, at, c));
      if (at == l + 1 || gp_finance_view_cell (view, l, c)->missing ||
          g_array_index (view->lines, GpFinanceLine, l).style == GP_LINE_PART)
        continue;
      n_checked++;
      ck_assert_int_eq (sum, printed (gp_finance_view_cell (view, l, c)));
    }
  }
  ck_assert (n_checked > 0 || (_i + 1) % 3 == 0);
}
END_TEST

/* In whole euros, as the other tables; what the government and the schools pay is what the fees
 * are. */
START_TEST (test_funding_in_whole_euros)
{
  g_autoptr (GpFinance) finance = make_finance ((guint)_i + 1);
  g_autoptr (GpFinanceView) view = gp_finance_view_funding (finance);

  for (guint c = 0; c < view->heads->len; c++) {
    gint64 fees = 0, paid = 0;

    for (guint l = 0; l < view->lines->len; l++) {
      const GpFinanceLine *line = &g_array_index (view->lines, GpFinanceLine, l);
      const GpFinanceCell *cell = gp_finance_view_cell (view, l, c);

      ck_assert_msg (strchr (cell->text, '.') == NULL, "%s", cell->text);
      if (line->figure == GP_FUNDING_FEES && line->style != GP_LINE_PART)
        fees = printed (cell);
      else if (line->figure == GP_FUNDING_GOVERNMENT || line->figure == GP_FUNDING_SCHOOLS)
        paid += printed (cell);
    }
    ck_assert_int_eq (paid, fees);
  }
}
END_TEST

/* Who pays names all three, and what is left or over. */
START_TEST (test_who_pays_is_complete)
{
  static const struct {
    gint64 boards, schools, government;
    const char *rest;
  } cases[] = {
      {64000, 300000, 100000, "The other €360 is left for charity funds."},
      {64000, 343700, 132600,
       "That is €403 more than delivery costs: a surplus, for the cost of projects."},
      {100000, 200000, 200000, "Together that is what delivery costs."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    GpFunding funding = {.has_delivery = TRUE, .delivery_total = 500000};
    funding.boards = cases[i].boards;
    funding.schools = cases[i].schools;
    funding.government = cases[i].government;
    funding.shortfall = 500000 - cases[i].boards - cases[i].schools - cases[i].government;
    g_autofree char *text = gp_finance_funding_sentence (&funding, 2031, GP_LANGUAGE_ENGLISH);
    g_autofree char *boards = gp_format_money (cases[i].boards, FALSE, GP_LANGUAGE_ENGLISH);
    ck_assert (g_str_has_prefix (text, "In 2031-2032 delivery costs €5,000, "));
    ck_assert_ptr_nonnull (strstr (text, boards));
    ck_assert (g_str_has_suffix (text, cases[i].rest));
  }
  ck_assert_ptr_null (gp_finance_funding_sentence (&(GpFunding){0}, 2031, GP_LANGUAGE_ENGLISH));
}
END_TEST

START_TEST (test_rates_and_pledges)
{
  g_autoptr (GpFinance) finance = make_finance ((guint)_i + 1);
  g_autoptr (GpFinanceView) rates = gp_finance_view_rates (finance);
  g_autoptr (GpFinanceView) pledges = gp_finance_view_pledges (finance);
  g_autoptr (GpChart) chart = gp_finance_chart_new (finance);
  g_autofree char *sentence = gp_finance_chart_sentence (finance);

  check_shape (rates);
  check_shape (pledges);
  ck_assert_uint_eq (rates->heads->len, GP_N_DRIVERS);
  for (guint c = 0; c < pledges->heads->len; c++) {
    gint64 sum = 0;

    for (guint l = 0; l + 1 < pledges->lines->len; l++)
      sum += printed (gp_finance_view_cell (pledges, l, c));
    ck_assert_int_eq (sum, printed (gp_finance_view_cell (pledges, pledges->lines->len - 1, c)));
  }
  ck_assert (chart != NULL && g_utf8_validate (sentence, -1, NULL));
}
END_TEST

START_TEST (test_amounts_as_typed)
{
  static const struct {
    const char *text;
    gint64 dutch, english; /* G_MAXINT64: no amount */
  } typed[] = {
      {"1234", 123400, 123400},
      {"1234,5", 123450, 123450},
      {"1234.56", 123456, 123456},
      {"€ 1.234,56", 123456, 123456},
      {"€\u00a01.234,56", 123456, 123456},
      {"€1,234.56", 123456, 123456},
      {"1.234", 123400, G_MAXINT64}, /* English: three decimals */
      {"1,234", G_MAXINT64, 123400},
      {"1.234.567", 123456700, 123456700},
      {" −12 ", -1200, -1200},
      {"-0,05", -5, -5},
      {"+7", 700, 700},
      {"1 000", 100000, 100000},
      {"", G_MAXINT64, G_MAXINT64},
      {"12 euro", G_MAXINT64, G_MAXINT64},
      {"1.005,", G_MAXINT64, G_MAXINT64},
      {"1e3", G_MAXINT64, G_MAXINT64},
      {"--1", G_MAXINT64, G_MAXINT64},
      {"=1+1", G_MAXINT64, G_MAXINT64},
      {"99999999999999999999", G_MAXINT64, G_MAXINT64},
  };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++) {
    for (guint language = 0; language < 2; language++) {
      gint64 expected = language == GP_LANGUAGE_DUTCH ? typed[i].dutch : typed[i].english;
      gint64 cents = G_MAXINT64;

      gp_finance_read_amount (typed[i].text, (GpLanguage)language, &cents);
      ck_assert_msg (cents == expected, "%s: %" G_GINT64_FORMAT, typed[i].text, cents);
    }
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("finance-view");
  TCase *tests = tcase_create ("tables");

  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, test_totals_are_sums_of_what_is_printed, 0, N_SEEDS);
  tcase_add_loop_test (tests, test_funding_adds_up, 0, N_SEEDS);
  tcase_add_loop_test (tests, test_funding_in_whole_euros, 0, N_SEEDS);
  tcase_add_loop_test (tests, test_rates_and_pledges, 0, N_SEEDS);
  tcase_add_test (tests, test_amounts_as_typed);
  tcase_add_test (tests, test_who_pays_is_complete);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
