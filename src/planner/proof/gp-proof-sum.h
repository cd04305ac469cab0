/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of twice the precision of a double, as two doubles (Knuth, TAOCP 4.2.2). */
#pragma once

#include <glib.h>
#include <math.h>

/* high + low += value, with what the sum rounds off kept. */
static inline void
gp_sum_add (double *high, double *low, double value)
{
  double sum = *high + value, back = sum - *high;
  *low += (*high - (sum - back)) + (value - back);
  *high = sum;
}

static inline void
gp_sum_add_product (double *high, double *low, double a, double b)
{
  double product = a * b;
  gp_sum_add (high, low, product);
  *low += fma (a, b, -product);
}

/* The same sum, with as much of it in high as fits. */
static inline void
gp_sum_settle (double *high, double *low)
{
  double sum = *high + *low;
  *low -= sum - *high;
  *high = sum;
}

/* A number of twice the precision. */
typedef struct {
  double high, low;
} GpSum;

/* sum += factor x of */
static inline void
gp_sum_add_times (GpSum *sum, double factor, GpSum of)
{
  gp_sum_add_product (&sum->high, &sum->low, factor, of.high);
  sum->low += factor * of.low;
  gp_sum_settle (&sum->high, &sum->low);
}

/* A number that was written as a decimal, of nine decimals at most, with what its double is off
 * that decimal; any other as it is. 0.9 is 2e-17 off, which a large multiplier makes visible. */
static inline GpSum
gp_sum_of_decimal (double value)
{
  double nearest = nearbyint (value * 1e9), off = fma (-value, 1e9, nearest);
  gboolean is_decimal = fabs (nearest) < 1e15 && fabs (off) <= 3e-16 * fabs (nearest);
  return (GpSum){value, is_decimal ? off / 1e9 : 0};
}
