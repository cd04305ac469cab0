/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The generator against the known answers of its authors (Random123, kat_vectors), and the
 * triangular distribution against values worked out by hand. */
#include "gp-test.h"

#include "gp-futures-random.h"

#include <math.h>

static const struct {
  guint32 counter[4], key[2], answer[4];
} known[] = {
    {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
    {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
     {0xffffffff, 0xffffffff},
     {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
    {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
     {0xa4093822, 0x299f31d0},
     {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
};

START_TEST (philox_gives_the_known_answers)
{
  guint32 out[4];

  gp_philox (known[_i].counter, known[_i].key, out);
  for (guint i = 0; i < 4; i++)
    ck_assert_uint_eq (out[i], known[_i].answer[i]);
}
END_TEST

/* FNV-1a of "" and "a", as its authors give them. */
START_TEST (keys_are_fnv)
{
  ck_assert (gp_futures_key ("") == G_GUINT64_CONSTANT (0xcbf29ce484222325));
  ck_assert (gp_futures_key ("a") == G_GUINT64_CONSTANT (0xaf63dc4c8601ec8c));
}
END_TEST

/* 100,000 draws: within (0, 1), a mean of 1/2 and a variance of 1/12 within six standard errors
 * (0.2887 / 316 = 0.00091; of the variance 0.0745 / 316 = 0.00024), and neighbours in seed, number
 * and key that have nothing in common. */
START_TEST (uniform_is_uniform)
{
  const guint n = 100000;
  double sum = 0, squares = 0, products[3] = {0};

  for (guint i = 0; i < n; i++) {
    double u = gp_futures_uniform (7, i, 11) - 0.5;
    ck_assert (u > -0.5 && u < 0.5);
    sum += u;
    squares += u * u;
    products[0] += u * (gp_futures_uniform (8, i, 11) - 0.5);
    products[1] += u * (gp_futures_uniform (7, i + 1, 11) - 0.5);
    products[2] += u * (gp_futures_uniform (7, i, 12) - 0.5);
  }
  ck_assert_double_lt (fabs (sum / n), 6 * 0.00091);
  ck_assert_double_lt (fabs (squares / n - 1.0 / 12), 6 * 0.00024);
  for (guint i = 0; i < 3; i++) /* a correlation has a standard error of 1/316 */
    ck_assert_double_lt (fabs (products[i] / n * 12), 6.0 / 316);
}
END_TEST

/* A seed and a number use all of their 64 bits. */
START_TEST (high_bits_count)
{
  double plain = gp_futures_uniform (1, 2, 3);
  guint64 high = (guint64)1 << 63;

  ck_assert (plain != gp_futures_uniform (1 | high, 2, 3));
  ck_assert (plain != gp_futures_uniform (1, 2 | high, 3));
  ck_assert (plain != gp_futures_uniform (1, 2, 3 | high));
}
END_TEST

/* Of (2, 5, 10): F(5) = (5-2)/(10-2) = 3/8. Below: F(x) = (x-2)^2 / (8 x 3), so F(3.5) = 2.25/24 =
 * 3/32. Above: F(x) = 1 - (10-x)^2 / (8 x 5), so F(8) = 1 - 4/40 = 0.9. With the mode at an end,
 * (0, 0, 2): F(1) = 1 - 1/4; (0, 2, 2): F(1) = 1/4. */
static const struct {
  double low, mode, high, u, value;
} quantiles[] = {
    {2, 5, 10, 3.0 / 8, 5}, {2, 5, 10, 3.0 / 32, 3.5}, {2, 5, 10, 0.9, 8},
    {2, 5, 10, 0, 2},       {2, 5, 10, 1, 10},         {0, 0, 2, 0.75, 1},
    {0, 2, 2, 0.25, 1},     {-3, -1, -1, 1, -1},       {4, 4, 4, 0.3, 4},
};

START_TEST (triangular_quantiles)
{
  double value = gp_futures_triangular (quantiles[_i].low, quantiles[_i].mode, quantiles[_i].high,
                                        quantiles[_i].u);

  ck_assert_double_eq_tol (value, quantiles[_i].value, 1e-12);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("random");
  TCase *tcase = tcase_create ("numbers");

  tcase_add_loop_test (tcase, philox_gives_the_known_answers, 0, G_N_ELEMENTS (known));
  tcase_add_test (tcase, keys_are_fnv);
  tcase_add_test (tcase, uniform_is_uniform);
  tcase_add_test (tcase, high_bits_count);
  tcase_add_loop_test (tcase, triangular_quantiles, 0, G_N_ELEMENTS (quantiles));
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
