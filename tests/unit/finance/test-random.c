/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for the finance of any project: every total is the sum of what is given with it,
 * the last actual year comes out, shares add up, and delivery is the plan's cost as the figures
 * have it. */
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-finance.h>
#include <groeiplan/gp-variant.h>
#include <math.h>

#define N_SEEDS 60

/* ---- shares ------------------------------------------------------------------------------------
 */

#define MAX_PARTS 40

static gint64
any (GRand *random)
{
  static const gint64 scales[] = {1, 3, 100, 99999, G_GINT64_CONSTANT (99999999999)};
  gint64 scale = scales[g_rand_int_range (random, 0, G_N_ELEMENTS (scales))];

  return (gint64)(g_rand_double_range (random, -1, 1) * (double)scale);
}

START_TEST (test_round)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32)_i + 1);

  for (guint round = 0; round < 50; round++) {
    gint64 cents[MAX_PARTS], rounded[MAX_PARTS], sum = 0, rounded_sum = 0, total;
    guint n = (guint)g_rand_int_range (random, 0, MAX_PARTS + 1);
    gint64 unit = round % 2 ? 100 : 100000;

    for (guint i = 0; i < n; i++)
      sum += cents[i] = any (random);
    total = gp_finance_round (cents, n, unit, rounded);
    for (guint i = 0; i < n; i++) {
      rounded_sum += rounded[i];
      ck_assert_int_eq (rounded[i] % unit, 0);
      ck_assert_int_lt (ABS (rounded[i] - cents[i]), unit);
    }
    ck_assert_int_eq (rounded_sum, total);
    ck_assert_int_eq (gp_finance_round (cents, n, unit, cents), total); /* in place */
    for (guint i = 0; i < n; i++)
      ck_assert_int_eq (cents[i], rounded[i]);
    ck_assert_int_le (2 * ABS (total - sum), unit);
  }
}
END_TEST

START_TEST (test_split)
{
  g_autoptr (GRand) random = g_rand_new_with_seed ((guint32)_i + 1);

  for (guint round = 0; round < 50; round++) {
    gint64 weights[MAX_PARTS], parts[MAX_PARTS], sum = 0, total = any (random);
    guint n = (guint)g_rand_int_range (random, 1, MAX_PARTS + 1);
    double whole = 0;

    for (guint i = 0; i < n; i++) {
      gint64 weight = round == 0 ? 0 : any (random);

      weights[i] = ABS (weight);
      whole += (double)weights[i];
    }
    gp_finance_split (total, weights, n, parts);
    for (guint i = 0; i < n; i++) {
      double share = whole > 0 ? (double)weights[i] / whole : 1.0 / n;

      sum += parts[i];
      ck_assert (fabs ((double)parts[i] - (double)total * share) < 1 + 1e-6 * fabs ((double)total));
    }
    ck_assert_int_eq (sum, total);
  }
}
END_TEST

START_TEST (test_split_is_fair)
{
  gint64 parts[3];

  gp_finance_split (100, (const gint64[]){1, 1, 1}, 3, parts);
  ck_assert (parts[0] == 34 && parts[1] == 33 && parts[2] == 33);
  gp_finance_split (-100, (const gint64[]){1, 2, 0}, 3, parts);
  ck_assert (parts[0] == -33 && parts[1] == -67 && parts[2] == 0);
  /* weights whose sum needs more than 64 bits */
  gp_finance_split (7, (const gint64[]){G_MAXINT64, G_MAXINT64, G_MAXINT64}, 3, parts);
  ck_assert (parts[0] == 3 && parts[1] == 2 && parts[2] == 2);
  gp_finance_split (G_MAXINT64, (const gint64[]){1, 0, G_MAXINT64 - 1}, 3, parts);
  ck_assert (parts[0] == 1 && parts[1] == 0 && parts[2] == G_MAXINT64 - 1);
}
END_TEST

/* ---- a random project with a random plan
 * --------------------------------------------------------- */

typedef struct {
  GpProject *project;
  guint32 scenario;
  GpPlan *plan; /* or NULL */
  GpFinance *finance;
} Case;

static void
add (GpPlan *plan, GpPlanRow row, gint64 hundredths)
{
  row.hundredths = hundredths;
  row.amount = (double)hundredths / 100;
  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
}

/* The rows of a year, of one board. */
static void
add_year (GpPlan *plan, const GpProject *project, GRand *random, GpYear year)
{
  const GpSchool *school =
      &project->schools[g_rand_int_range (random, 0, (gint32)project->n_schools)];
  GpPlanRow row = {.kind = GP_ROW_START,
                   .board = project->boards[school->board].code,
                   .sector = project->sectors[school->sector].code,
                   .region = project->regions[school->region].code,
                   .need = school->high_need ? GP_NEED_HIGH : GP_NEED_OTHER,
                   .programme =
                       g_rand_boolean (random) ? GP_PROGRAMME_REGULAR : GP_PROGRAMME_GROEIKRACHT,
                   .year = year};
  static const GpPlanRowKind days[] = {GP_ROW_VERANDERCOACH_DAYS, GP_ROW_OVERLOAD, GP_ROW_LENDING};
  static const GpPlanRowKind heads[] = {GP_ROW_PARTNER, GP_ROW_TRAINING, GP_ROW_HIRE};

  add (plan, row, 100 * g_rand_int_range (random, 1, 9));
  row.programme = GP_PROGRAMME_NONE;
  for (guint i = 0; i < 3; i++) {
    row.kind = days[i];
    add (plan, row, g_rand_int_range (random, 1, 300));
    row.kind = heads[i];
    add (plan, row, 100 * g_rand_int_range (random, 1, 4));
  }
}

static void
make_case (Case *test, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  test->project = gp_random_project (seed, 1 + seed % 12, 1 + seed % 8,
                                     seed % 2 ? GP_RANDOM_WILD : GP_RANDOM_PLAIN);
  test->scenario = seed % test->project->n_scenarios;
  test->plan = NULL;
  if (seed % 5 != 0) {
    test->plan = gp_plan_new (test->project->scenarios[test->scenario].code, GP_PLAN_OPTIMAL);
    for (GpYear y = test->project->plan_from; y <= test->project->last_year; y++)
      add_year (test->plan, test->project, random, y);
    gp_plan_set_whole (test->plan, TRUE);
    gp_plan_finish (test->plan);
  }
  test->finance = gp_finance_new (test->project, test->scenario, test->plan);
}

static void
clear_case (Case *test)
{
  gp_finance_unref (test->finance);
  g_clear_pointer (&test->plan, gp_plan_unref);
  gp_project_unref (test->project);
}

/* ---- sums --------------------------------------------------------------------------------------
 */

static void
check_total (const GpFinance *finance, GpFinanceKind kind, GpYear year)
{
  const GpProject *project = gp_finance_project (finance);
  GpFinanceTotal total = gp_finance_total (finance, kind, year);
  gint64 sum = 0;
  guint n = 0;

  for (guint32 p = 0; p < project->n_projects; p++) {
    GpMoney money = gp_finance_get (finance, kind, p, year);

    n += money.state != GP_MONEY_MISSING;
    sum += money.cents;
    if (money.state == GP_MONEY_GIVEN)
      ck_assert_int_eq (project->budgets[money.row].amount, money.cents);
  }
  ck_assert_int_eq (total.cents, sum);
  ck_assert_uint_eq (total.n_known, n);
  ck_assert_uint_eq (total.n_known + total.n_missing, project->n_projects);
}

START_TEST (test_totals_are_sums)
{
  Case test;

  make_case (&test, (guint)_i + 1);
  for (GpYear y = gp_finance_first_year (test.finance); y <= gp_finance_last_year (test.finance);
       y++) {
    for (GpFinanceKind kind = 0; kind < GP_N_FINANCE_KINDS; kind++)
      check_total (test.finance, kind, y);
  }
  clear_case (&test);
}
END_TEST

static void
check_forecast (const GpFinance *finance, guint32 p, GpYear year)
{
  GpMoney money = gp_finance_get (finance, GP_FINANCE_FORECAST, p, year);
  GpForecastPart parts[GP_N_DRIVERS];
  guint n = gp_finance_forecast (finance, p, year, parts);
  gboolean known = n > 0;
  gint64 sum = 0;

  for (guint i = 0; i < n; i++) {
    known &= parts[i].known;
    sum += parts[i].cents;
  }
  ck_assert_uint_eq (known, money.state != GP_MONEY_MISSING);
  ck_assert_int_eq (money.cents, known ? sum : 0);
}

/* Whether a row of the scenario's line gives the fixed part. */
static gboolean
gives_fixed (const GpFinance *finance, guint32 project, GpYear year)
{
  GpForecastPart parts[GP_N_DRIVERS];
  guint n = gp_finance_forecast (finance, project, year, parts);

  return n > 0 && parts[0].driver == GP_DRIVER_FIXED && !parts[0].calibrated;
}

START_TEST (test_last_actual_year_comes_out)
{
  Case test;

  make_case (&test, (guint)_i + 1);
  for (guint32 p = 0; p < test.project->n_projects; p++) {
    GpYear base = gp_finance_last_actual (test.finance, p);

    for (GpYear y = base; base != GP_YEAR_NONE && y <= test.project->last_year; y++)
      check_forecast (test.finance, p, y);
    if (base == GP_YEAR_NONE || gives_fixed (test.finance, p, base))
      continue;
    ck_assert_int_eq (gp_finance_get (test.finance, GP_FINANCE_FORECAST, p, base).cents,
                      gp_finance_get (test.finance, GP_FINANCE_ACTUAL, p, base).cents);
  }
  clear_case (&test);
}
END_TEST

static void
check_funding (const GpFunding *funding)
{
  gint64 delivery = 0, fees = 0, government = 0;
  GpFundingProject sum = {0};

  for (guint i = 0; i < GP_N_DELIVERY; i++)
    delivery += funding->delivery[i];
  for (guint s = 0; s < funding->n_sectors; s++) {
    const GpFundingSector *row = &funding->sectors[s];

    fees += row->fees[0] + row->fees[1];
    government += row->government;
    ck_assert_int_le (row->government, row->fees[GP_PROGRAMME_GROEIKRACHT]);
  }
  for (guint p = 0; p < funding->n_projects; p++) {
    const GpFundingProject *row = &funding->projects[p];

    ck_assert_int_eq (row->funds, row->cost + row->carried);
    ck_assert_int_eq (row->open, row->funds - row->pledged);
    ck_assert (row->cost < 0 || row->funds >= 0);
    sum.cost += row->cost;
    sum.carried += row->carried;
    sum.funds += row->funds;
    sum.pledged += row->pledged;
    sum.open += row->open;
  }
  ck_assert_int_eq (funding->delivery_total, delivery);
  ck_assert_int_eq (funding->fees, fees);
  ck_assert_int_eq (funding->government, government);
  ck_assert_int_eq (funding->schools, fees - government);
  ck_assert_int_eq (funding->shortfall, delivery - funding->boards - fees);
  ck_assert_int_eq (funding->cost, sum.cost);
  ck_assert_int_eq (funding->carried, sum.carried);
  ck_assert_int_eq (funding->funds, sum.funds);
  ck_assert_int_eq (funding->pledged, sum.pledged);
  ck_assert_int_eq (funding->open, sum.open);
  if (funding->has_delivery)
    ck_assert_int_eq (funding->carried, funding->shortfall + funding->left_over);
}

START_TEST (test_funding_adds_up)
{
  Case test;

  make_case (&test, (guint)_i + 1);
  for (GpYear y = gp_finance_first_year (test.finance); y <= gp_finance_last_year (test.finance);
       y++) {
    g_autoptr (GpFunding) funding = gp_finance_funding (test.finance, y);

    check_funding (funding);
  }
  clear_case (&test);
}
END_TEST

/* ---- delivery against the figures of the plan
 * ------------------------------------------------------ */

/* The support of schools that started before the plan, given by experts, in euro. */
static double
carry_cost (const GpProject *project, guint32 scenario, GpYear year)
{
  double sum = 0;

  for (guint32 i = 0; i < project->n_schools; i++) {
    const GpSchool *school = &project->schools[i];
    const GpSector *sector = &project->sectors[school->sector];
    guint k = (guint)(year - school->started + 1);
    g_autofree char *scope = g_strdup_printf ("%s:%u", sector->code, k);

    if (school->started != GP_YEAR_NONE && k <= sector->support_years)
      sum += gp_param_value (project, scenario, GP_PARAM_SUPPORT_DAYS, scope, year) *
             gp_param_value (project, scenario, GP_PARAM_COST_EXPERT_DAY, NULL, year);
  }
  return sum;
}

/* At prices that do not grow. Expert days are cut off at none where the random plan gives more of
 * them to verandercoaches than there are. */
START_TEST (test_delivery_is_the_cost_of_the_plan)
{
  Case test;
  guint n_checked = 0;

  for (guint seed = 1 + (guint)_i * 10; seed <= 10 + (guint)_i * 10; seed++) {
    make_case (&test, seed);
    if (test.plan == NULL) {
      clear_case (&test);
      continue;
    }
    g_autoptr (GpVariant) variant = gp_variant_new (test.project, test.scenario);
    gp_variant_set (variant, GP_PARAM_PRICE_INDEX, NULL, GP_YEAR_NONE, &(GpDecimal){0, 0});
    g_autoptr (GpProject) still = gp_variant_make (variant, NULL);
    g_autoptr (GpFinance) finance = gp_finance_new (still, test.scenario, test.plan);
    g_autoptr (GArray) figures = gp_figures_new (still, test.scenario, test.plan, GP_PART_WHOLE);
    for (guint i = 0; i < figures->len; i++) {
      const GpFigureYear *at = &g_array_index (figures, GpFigureYear, i);
      g_autoptr (GpFunding) funding = gp_finance_funding (finance, at->year);
      double expected = at->value[GP_FIGURE_COST] + carry_cost (still, test.scenario, at->year);

      if (funding->units[GP_DELIVERY_EXPERT_DAYS] == 0)
        continue;
      n_checked++;
      ck_assert_msg (fabs ((double)funding->delivery_total / 100 - expected) < 25,
                     "seed %u, %d: %f, %f", seed, at->year, (double)funding->delivery_total / 100,
                     expected);
    }
    clear_case (&test);
  }
  ck_assert_uint_gt (n_checked, 5);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("random");
  TCase *tests = tcase_create ("finance");

  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, test_round, 0, 40);
  tcase_add_loop_test (tests, test_split, 0, 40);
  tcase_add_test (tests, test_split_is_fair);
  tcase_add_loop_test (tests, test_totals_are_sums, 0, N_SEEDS);
  tcase_add_loop_test (tests, test_last_actual_year_comes_out, 0, N_SEEDS);
  tcase_add_loop_test (tests, test_funding_adds_up, 0, N_SEEDS);
  tcase_add_loop_test (tests, test_delivery_is_the_cost_of_the_plan, 0, 5);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
