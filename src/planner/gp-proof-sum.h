/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums of twice the precision of a double, as two doubles (Knuth, TAOCP 4.2.2). */
#pragma once

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
