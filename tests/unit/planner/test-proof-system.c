/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of the proofs, seen from inside: equations of which many follow from others, and
 * sums of twice the precision. A national plan has thousands of such equations, a small one few;
 * so they are made here. */
#include "../../../src/planner/proof/gp-proof-sum.h"
#include "../../../src/planner/proof/gp-proof-system.h"
#include "gp-test.h"

#include <math.h>

#define N_TRIPLES 500

/* Three equations for three unknowns, of which the third follows from the others and the first two
 * are nearly the same:
 *   a + b = 1,   a + (1 + small) b + c = 2,   p times the one and q times the other.
 * Taking a out of them leaves small numbers with a large share of rounding, of which the third has
 * nothing but that when c is out too. */
static void
add_triple (GpSystem *system, GRand *rand, guint triple, double *side)
{
  guint a = 3 * triple, b = a + 1, c = a + 2;
  double small = g_rand_double_range (rand, 1e-5, 1e-3), p = g_rand_double_range (rand, 0.1, 1),
         q = g_rand_double_range (rand, 0.1, 1);
  gp_system_add (system, a, a, 1);
  gp_system_add (system, a, b, 1);
  gp_system_add (system, b, a, 1);
  gp_system_add (system, b, b, 1 + small);
  gp_system_add (system, b, c, 1);
  gp_system_add (system, c, a, p + q);
  gp_system_add (system, c, b, p + q * (1 + small));
  gp_system_add (system, c, c, q);
  side[a] = 1;
  side[b] = 2;
  side[c] = p + 2 * q + g_rand_double_range (rand, -1e-12, 1e-12);
}

START_TEST (equations_that_follow_from_others_tell_nothing)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree double *side = g_new (double, 3 * N_TRIPLES);
  g_autofree double *unknowns = g_new (double, 3 * N_TRIPLES);
  g_autoptr (GpSystem) system = gp_system_new (3 * N_TRIPLES, 3 * N_TRIPLES);
  for (guint triple = 0; triple < N_TRIPLES; triple++)
    add_triple (system, rand, triple, side);
  gp_system_factorize (system);
  gp_system_solve (system, side, unknowns);
  for (guint triple = 0; triple < N_TRIPLES; triple++) {
    const double *of = &unknowns[3 * triple];
    for (guint i = 0; i < 3; i++)
      ck_assert_double_le (fabs (of[i]), 10);
    ck_assert_double_eq_tol (of[0] + of[1], 1, 1e-9);
    ck_assert_double_eq_tol (of[0] + of[1] + of[2], 2, 1e-2);
  }
}
END_TEST

/* 1e14 times something and back leaves what a double has no room for. */
START_TEST (sums_keep_what_a_double_rounds_off)
{
  GpSum third = {1.0 / 3, 0}, sum = {0, 0};
  third.low = fma (-3, third.high, 1) / 3;
  gp_sum_add_times (&sum, 1e14, third);
  gp_sum_add_times (&sum, 1e-8, (GpSum){1, 0});
  gp_sum_add_times (&sum, -1e14, third);
  ck_assert_double_eq_tol (sum.high + sum.low, 1e-8, 1e-17);
  sum = (GpSum){0, 0};
  for (guint i = 0; i < 3; i++)
    gp_sum_add_times (&sum, 1, third);
  ck_assert_double_eq_tol ((sum.high - 1) + sum.low, 0, 1e-31);
}
END_TEST

/* Ten times a tenth is one to the last bit of the second double; a third is left as it is. */
START_TEST (decimals_are_what_was_written)
{
  static const double exact[] = {0, 1, -20, 0.5, 12.25, 1e12};
  GpSum sum = {-1, 0};
  for (guint i = 0; i < 10; i++)
    gp_sum_add_times (&sum, 1, gp_sum_of_decimal (0.1));
  ck_assert_double_eq_tol (sum.high + sum.low, 0, 1e-30);
  sum = (GpSum){9, 0};
  gp_sum_add_times (&sum, -10, gp_sum_of_decimal (0.9));
  ck_assert_double_eq_tol (sum.high + sum.low, 0, 1e-30);
  for (guint i = 0; i < G_N_ELEMENTS (exact); i++) {
    ck_assert_double_eq (gp_sum_of_decimal (exact[i]).high, exact[i]);
    ck_assert_double_eq (gp_sum_of_decimal (exact[i]).low, 0);
  }
  ck_assert_double_eq (gp_sum_of_decimal (1.0 / 3).low, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("proof-system");
  TCase *tcase = tcase_create ("arithmetic");
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, equations_that_follow_from_others_tell_nothing);
  tcase_add_test (tcase, sums_keep_what_a_double_rounds_off);
  tcase_add_test (tcase, decimals_are_what_was_written);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
