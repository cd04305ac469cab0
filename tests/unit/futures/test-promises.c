/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What futures come to, against answers worked out by hand. */
#include "futures-example.h"

#include "gp-futures-draw.h"

#define SEED 11
#define N 400

/* Days a school asks, triangular (8, 9, 13). The first year's two schools take 26 of 40 days at
 * most, so they start in every future. In the second year 40 days are enough for four schools as
 * long as one asks 10 at most: F(10) = 1 - (13-10)^2 / (5 x 4) = 0.55. Else 40/s schools start and
 * the delay is 4 - 40/s. */
static GpProject *
days_project (void)
{
  return futures_project ("parameters uncertain:support_days,low:po:1,,8",
                          "parameters uncertain:support_days,mode:po:1,,9",
                          "parameters uncertain:support_days,high:po:1,,13", NULL);
}

static double
days_in (guint32 number)
{
  guint64 key = gp_futures_key ("support_days|po:1|value|");

  return gp_futures_triangular (8, 9, 13, gp_futures_uniform (SEED, number, key));
}

START_TEST (promise_holds_below_the_threshold)
{
  g_autoptr (GpProject) project = days_project ();
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {.seed = SEED, .count = N, .n_threads = 1, .held = plan};
  g_autoptr (GpFutures) futures = futures_run (project, &options);
  g_autoptr (GpFuturesSummary) summary = futures_summary (futures, project, GP_OUTCOME_DELAY);
  guint kept = 0;

  for (guint32 i = 0; i < N; i++) {
    double days = days_in (i), delay = MAX (0, 4 - 40 / days);

    kept += days <= 10;
    ck_assert_double_eq_tol (futures_value (futures, i, GP_PRIORITY_REGULAR_DELAY), delay, 6e-4);
    ck_assert_double_eq_tol (futures_value (futures, i, GP_PRIORITY_OVERLOAD), 0, 1e-9);
  }
  ck_assert_uint_eq (summary->count, N);
  ck_assert_uint_eq (summary->planned, N);
  ck_assert_uint_eq (summary->kept[GP_PROMISE_REGULAR], kept);
  ck_assert_uint_eq (summary->kept[GP_PROMISE_GOAL], kept); /* 6 schools take part iff no delay */
  ck_assert_uint_eq (summary->kept[GP_PROMISE_ALL], kept);
  ck_assert_uint_eq (summary->kept[GP_PROMISE_NO_OVERLOAD], N);
  ck_assert_uint_eq (summary->kept[GP_PROMISE_GROEIKRACHT], N);
  /* 0.55 of 400, five standard errors (sqrt (0.55 x 0.45 x 400) = 9.95) either way */
  ck_assert_int_le (ABS ((int)kept - 220), 50);
}
END_TEST

/* Schools at the end of 2027 are 6 in the best tenth and 2 + 40/s otherwise; the median and P10 are
 * those of the days at the same ranks from above. */
START_TEST (percentiles_of_schools)
{
  g_autoptr (GpProject) project = days_project ();
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {.seed = SEED, .count = N, .n_threads = 1, .held = plan};
  g_autoptr (GpFutures) futures = futures_run (project, &options);
  g_autoptr (GpFuturesSummary) summary = futures_summary (futures, project, GP_OUTCOME_SCHOOLS);
  gint64 schools[N];

  for (guint32 i = 0; i < N; i++)
    schools[i] = llround (1000 * (2 + MIN (4, 40 / days_in (i))));
  gp_sort_integers (schools, N);
  ck_assert_uint_eq (summary->n_years, 2);
  ck_assert (!summary->years[0].promised_here);
  ck_assert (summary->years[1].promised_here);
  ck_assert_double_eq_tol (summary->years[0].schools.p10, 2, 1e-9);
  ck_assert_double_eq_tol (summary->years[0].schools.p90, 2, 1e-9);
  ck_assert_double_eq_tol (summary->years[1].schools.p10, (double)schools[39] / 1000, 1.1e-3);
  ck_assert_double_eq_tol (summary->years[1].schools.p50, (double)schools[199] / 1000, 1.1e-3);
  ck_assert_double_eq_tol (summary->years[1].schools.p90, (double)schools[359] / 1000, 1.1e-3);
}
END_TEST

/* Days now go up to 16, and one coach may be hired: 20 days a year, 10 fewer in the year of hiring.
 * The scenario itself asks 9 days and needs nobody, so nobody is hired in the first year. With the
 * first year held a hire in the second gives 50 days: delay 4 - 50/s beyond 12.5. Hired in the
 * first year, which perfect knowledge would do, there are 60: delay 4 - 60/s beyond 15. */
START_TEST (regret_is_what_knowing_would_save)
{
  g_autoptr (GpProject) project = futures_project (
      "parameters uncertain:support_days,low:po:1,,8",
      "parameters uncertain:support_days,mode:po:1,,9",
      "parameters uncertain:support_days,high:po:1,,16", "parameters expert_cap,,,2",
      "parameters expert_training_days,,,10", "parameters cost_hire,,,1000", NULL);
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {.seed = SEED, .count = N, .n_threads = 1, .held = plan};
  g_autoptr (GpFutures) futures = futures_run (project, &options);
  g_autoptr (GpFuturesSummary) summary = futures_summary (futures, project, GP_OUTCOME_DELAY);
  guint64 key = gp_futures_key ("support_days|po:1|value|");
  double worst = 0;
  guint32 worst_future = 0;

  for (guint32 i = 0; i < N; i++) {
    double days = gp_futures_triangular (8, 9, 16, gp_futures_uniform (SEED, i, key));
    double regret = MAX (0, 4 - 50 / days) - MAX (0, 4 - 60 / days);
    gint64 *row = gp_futures_row (futures, i);

    ck_assert_double_eq_tol ((double)*gp_row_regret (futures, row) / 1000, regret, 1.1e-3);
    if (regret > worst) {
      worst = regret;
      worst_future = i;
    }
  }
  ck_assert (summary->has_regret);
  ck_assert_double_gt (worst, 0.3);
  ck_assert_double_eq_tol (summary->worst_regret, worst, 1.1e-3);
  ck_assert_uint_eq (summary->worst_future, worst_future + 1);
  ck_assert_double_eq_tol (summary->regret.p10, 0, 1e-9);
}
END_TEST

/* Interest in the first year, triangular (1, 2, 5): below 2 the two schools that were told so
 * cannot start. F(2) = (2-1)/(5-1) = 1/4. Such a future keeps no promise, and is counted apart. */
START_TEST (held_year_that_cannot_be_kept)
{
  g_autoptr (GpProject) project =
      futures_project ("parameters uncertain:interest_cap,low,2026-2027,1",
                       "parameters uncertain:interest_cap,mode,2026-2027,2",
                       "parameters uncertain:interest_cap,high,2026-2027,5", NULL);
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {.seed = SEED, .count = 100, .n_threads = 1, .held = plan};
  g_autoptr (GpFutures) futures = futures_run (project, &options);
  g_autoptr (GpFuturesSummary) summary = futures_summary (futures, project, GP_OUTCOME_DELAY);
  guint64 key = gp_futures_key ("interest_cap||value|");
  guint conflicts = 0;

  for (guint32 i = 0; i < 100; i++) {
    gboolean conflict = gp_futures_uniform (SEED, i, key) < 0.25;
    conflicts += conflict;
    ck_assert_int_eq (gp_futures_row (futures, i)[0],
                      conflict ? GP_FUTURE_CONFLICT : GP_FUTURE_PLANNED);
  }
  ck_assert_uint_gt (conflicts, 5);
  ck_assert_uint_eq (summary->conflicts, conflicts);
  ck_assert_uint_eq (summary->planned, 100 - conflicts);
  for (guint promise = 0; promise < GP_N_PROMISES; promise++)
    ck_assert_uint_eq (summary->kept[promise], 100 - conflicts);
}
END_TEST

/* Four Groeikracht schools in the second year that go ahead with a probability of 0.3, beside four
 * regular ones of 9 days, of which only 4.44 fit in 40 days. With a go Groeikracht comes first and
 * all but 0.44 regular schools are late; without one all is well. Four schools more take part. */
START_TEST (go_or_no_go)
{
  g_autoptr (GpProject) project =
      futures_project ("parameters cohort_target,groeikracht,2027-2028,4",
                       "parameters uncertain:cohort_target,go:groeikracht,2027-2028,0.3", NULL);
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {.seed = SEED, .count = 100, .n_threads = 1, .held = plan};
  g_autoptr (GpFutures) futures = futures_run (project, &options);
  g_autoptr (GpFuturesSummary) summary =
      futures_summary (futures, project, GP_OUTCOME_REGULAR_DELAY);
  guint64 key = gp_futures_key ("cohort_target|groeikracht|go|2027-2028");
  guint gone = 0;

  for (guint32 i = 0; i < 100; i++) {
    gboolean go = gp_futures_uniform (SEED, i, key) < 0.3;

    gone += go;
    ck_assert_double_eq_tol (futures_value (futures, i, GP_PRIORITY_REGULAR_DELAY),
                             go ? 4 - (40.0 / 9 - 4) : 0, 6e-4);
    ck_assert_double_eq_tol (futures_value (futures, i, GP_PRIORITY_GROEIKRACHT_DELAY), 0, 1e-9);
  }
  ck_assert_uint_gt (gone, 10);
  ck_assert_uint_lt (gone, 50);
  ck_assert_uint_eq (summary->kept[GP_PROMISE_REGULAR], 100 - gone);
  ck_assert_uint_eq (summary->n_assumptions, 1);
  ck_assert (summary->assumptions[0].is_go);
  ck_assert (summary->assumptions[0].has_correlation);
  ck_assert_double_eq_tol (summary->assumptions[0].correlation, 1, 1e-12);
}
END_TEST

/* More days a school, fewer schools: no tie is broken wrongly, and what does not matter (the fee,
 * of which the planner knows nothing) correlates with nothing. */
START_TEST (what_matters_comes_first)
{
  g_autoptr (GpProject) project = futures_project (
      "parameters uncertain:school_fee,low,,1", "parameters uncertain:school_fee,mode,,2",
      "parameters uncertain:school_fee,high,,3", "parameters uncertain:support_days,low:po:1,,11",
      "parameters uncertain:support_days,mode:po:1,,12",
      "parameters uncertain:support_days,high:po:1,,13", NULL);
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {.seed = SEED, .count = N, .held = plan, .without_regret = TRUE};
  g_autoptr (GpFutures) futures = futures_run (project, &options);
  g_autoptr (GpFuturesSummary) summary = futures_summary (futures, project, GP_OUTCOME_SCHOOLS);

  ck_assert (!summary->has_regret);
  ck_assert_uint_eq (summary->n_assumptions, 2);
  ck_assert_int_eq (summary->assumptions[0].param, GP_PARAM_SUPPORT_DAYS);
  ck_assert_str_eq (summary->assumptions[0].scope, "po:1");
  /* thousandths of a school put a few neighbours on one rank */
  ck_assert_double_eq_tol (summary->assumptions[0].correlation, -1, 1e-4);
  ck_assert_int_eq (summary->assumptions[1].param, GP_PARAM_SCHOOL_FEE);
  ck_assert_double_lt (fabs (summary->assumptions[1].correlation), 5 / sqrt (N));
}
END_TEST

/* Board Q's four secondary schools are published for the second year, P's two primary ones for the
 * first. Q's ask 8 to 60 days each (likeliest 9): at least one fits in the 40 days when they ask 40
 * at most. */
START_TEST (boards_of_a_published_plan)
{
  g_autoptr (GpProject) project = futures_project (
      "boards Q,Bestuur Bedacht,noord", "schools 4 Q,,vo,noord,100,0",
      "pins start,P,po,regular,2027-2028,,0", "pins start,Q,vo,regular,2026-2027,,0",
      "parameters uncertain:support_days,low:vo:1,,8",
      "parameters uncertain:support_days,mode:vo:1,,9",
      "parameters uncertain:support_days,high:vo:1,,60", NULL);
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {
      .seed = SEED, .count = 100, .held = plan, .published = plan, .without_regret = TRUE};
  g_autoptr (GpFutures) futures = futures_run (project, &options);
  g_autoptr (GpFuturesSummary) summary = futures_summary (futures, project, GP_OUTCOME_DELAY);
  guint64 key = gp_futures_key ("support_days|vo:1|value|");
  guint kept = 0;

  for (guint32 i = 0; i < 100; i++)
    kept += gp_futures_triangular (8, 9, 60, gp_futures_uniform (SEED, i, key)) <= 40;
  ck_assert_uint_gt (kept, 50);
  ck_assert_uint_lt (kept, 100);
  ck_assert_uint_eq (summary->n_boards, 2);
  ck_assert_str_eq (summary->boards[0].board, "Q"); /* the one that is kept least comes first */
  ck_assert_int_eq (summary->boards[0].year, 2027);
  ck_assert_uint_eq (summary->boards[0].kept, kept);
  ck_assert_str_eq (summary->boards[1].board, "P");
  ck_assert_int_eq (summary->boards[1].year, 2026);
  ck_assert_uint_eq (summary->boards[1].kept, 100);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("promises");
  TCase *tcase = tcase_create ("promises");

  tcase_set_timeout (tcase, 120);
  tcase_add_test (tcase, promise_holds_below_the_threshold);
  tcase_add_test (tcase, percentiles_of_schools);
  tcase_add_test (tcase, regret_is_what_knowing_would_save);
  tcase_add_test (tcase, held_year_that_cannot_be_kept);
  tcase_add_test (tcase, go_or_no_go);
  tcase_add_test (tcase, what_matters_comes_first);
  tcase_add_test (tcase, boards_of_a_published_plan);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
