/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks, Spearman's correlation and percentiles against answers worked out by hand. */
#include "gp-test.h"

#include "gp-futures-rank.h"

#include <math.h>

/* 3 1 3 2 3: 1 is first, 2 second, the threes share places 3 to 5 and so rank 4 (doubled: 8). */
START_TEST (ties_share_their_mean_rank)
{
  const gint64 values[] = {3, 1, 3, 2, 3};
  const double doubles[] = {0.3, 0.1, 0.3, 0.2, 0.3};
  const gint64 expected[] = {8, 2, 8, 4, 8};
  gint64 ranks[5], same[5];

  gp_rank_integers (values, 5, ranks);
  gp_rank_doubles (doubles, 5, same);
  for (guint i = 0; i < 5; i++) {
    ck_assert_int_eq (ranks[i], expected[i]);
    ck_assert_int_eq (same[i], expected[i]);
  }
}
END_TEST

/* Two share places 1 and 2: rank 1.5, doubled 3, which no whole rank is. */
START_TEST (half_ranks)
{
  const gint64 values[] = {5, 5, 9};
  gint64 ranks[3];

  gp_rank_integers (values, 3, ranks);
  ck_assert_int_eq (ranks[0], 3);
  ck_assert_int_eq (ranks[1], 3);
  ck_assert_int_eq (ranks[2], 6);
}
END_TEST

static gboolean
correlation (const gint64 *a, const gint64 *b, guint n, double *out)
{
  gint64 ranks_a[8], ranks_b[8];

  gp_rank_integers (a, n, ranks_a);
  gp_rank_integers (b, n, ranks_b);
  return gp_rank_correlation (ranks_a, ranks_b, n, out);
}

/* Without ties rho = 1 - 6 sum d^2 / (n (n^2 - 1)). 1 2 3 4 5 against 2 1 4 3 5: d^2 sum to 4, rho
 * = 1 - 24/120 = 0.8. */
START_TEST (spearman_without_ties)
{
  const gint64 a[] = {1, 20, 300, 4000, 50000}, b[] = {-2, -9, 4, 3, 5};
  double rho;

  ck_assert (correlation (a, b, 5, &rho));
  ck_assert_double_eq_tol (rho, 0.8, 1e-15);
}
END_TEST

/* 1 2 2 3 against 1 3 2 4: ranks 1 2.5 2.5 4 and 1 3 2 4, both around 2.5: -1.5 0 0 1.5 and -1.5
 * 0.5 -0.5 1.5. Products 4.5; squares 4.5 and 5: rho = 4.5 / sqrt (22.5) = 0.948683298... */
START_TEST (spearman_with_ties)
{
  const gint64 a[] = {1, 2, 2, 3}, b[] = {1, 3, 2, 4}, down[] = {3, 2, 2, 1};
  double rho;

  ck_assert (correlation (a, b, 4, &rho));
  ck_assert_double_eq_tol (rho, 4.5 / sqrt (22.5), 1e-15);
  ck_assert (correlation (a, down, 4, &rho));
  ck_assert_double_eq_tol (rho, -1, 1e-15);
}
END_TEST

START_TEST (no_correlation_with_a_constant)
{
  const gint64 a[] = {1, 2, 3}, constant[] = {7, 7, 7};
  double rho;

  ck_assert (!correlation (a, constant, 3, &rho));
  ck_assert (!correlation (constant, a, 3, &rho));
  ck_assert (!correlation (a, a, 1, &rho));
  ck_assert (!correlation (a, a, 0, &rho));
}
END_TEST

/* A million ranks do not overflow: the same order gives 1, the opposite one -1. */
START_TEST (a_million_ranks)
{
  const guint n = 1000000;
  g_autofree gint64 *up = g_new (gint64, n), *down = g_new (gint64, n);
  double rho;

  for (guint i = 0; i < n; i++) {
    up[i] = 2 * ((gint64)i + 1);
    down[i] = 2 * (gint64)(n - i);
  }
  ck_assert (gp_rank_correlation (up, up, n, &rho));
  ck_assert_double_eq_tol (rho, 1, 1e-12);
  ck_assert (gp_rank_correlation (up, down, n, &rho));
  ck_assert_double_eq_tol (rho, -1, 1e-12);
}
END_TEST

/* Place ceil (P n / 100): of ten values P10 is the first, P50 the fifth, P90 the ninth; of eleven
 * the second, the sixth and the tenth; of one always that one. */
START_TEST (percentiles_are_nearest_ranks)
{
  gint64 values[] = {110, 50, 20, 30, 100, 40, 60, 90, 80, 70, 10};

  gp_sort_integers (values, 11);
  ck_assert_int_eq (gp_percentile (values, 10, 10), 10);
  ck_assert_int_eq (gp_percentile (values, 10, 50), 50);
  ck_assert_int_eq (gp_percentile (values, 10, 90), 90);
  ck_assert_int_eq (gp_percentile (values, 10, 100), 100);
  ck_assert_int_eq (gp_percentile (values, 11, 10), 20);
  ck_assert_int_eq (gp_percentile (values, 11, 50), 60);
  ck_assert_int_eq (gp_percentile (values, 11, 90), 100);
  ck_assert_int_eq (gp_percentile (values, 1, 10), 10);
  ck_assert_int_eq (gp_percentile (values, 1, 90), 10);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rank");
  TCase *tcase = tcase_create ("rank");

  tcase_add_test (tcase, ties_share_their_mean_rank);
  tcase_add_test (tcase, half_ranks);
  tcase_add_test (tcase, spearman_without_ties);
  tcase_add_test (tcase, spearman_with_ties);
  tcase_add_test (tcase, no_correlation_with_a_constant);
  tcase_add_test (tcase, a_million_ranks);
  tcase_add_test (tcase, percentiles_are_nearest_ranks);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
