/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arithmetic with money: products in 128 bits, rounded once, halves away from zero; and shares that
 * add up. */
#include "gp-finance-private.h"

#include <math.h>

__extension__ typedef __int128 Wide;

static gboolean
narrow (Wide value, gint64 *out)
{
  gboolean fits = value <= G_MAXINT64 && value >= -(Wide)G_MAXINT64;

  *out = fits ? (gint64)value : 0;
  return fits;
}

/* divisor > 0 */
static Wide
divide (Wide value, Wide divisor)
{
  Wide half = divisor / 2;

  return value >= 0 ? (value + half) / divisor : -((-value + half) / divisor);
}

gboolean
gp_finance_times (gint64 a, gint64 b, gint64 divisor, gint64 *out)
{
  return narrow (divide ((Wide)a * b, divisor), out);
}

gboolean
gp_finance_times_index (gint64 a, gint64 b, gint64 index, gint64 divisor, gint64 *out)
{
  Wide product = (Wide)a * b;
  const Wide bound = (Wide)GP_BILLION * GP_BILLION * 100000;

  *out = 0;
  if (product > bound || product < -bound)
    return FALSE;
  return narrow (divide (product * index, divisor), out);
}

static Wide
ten_to (guint digits)
{
  Wide power = 1;

  for (guint i = 0; i < digits; i++)
    power *= 10;
  return power;
}

gboolean
gp_finance_times_decimal (gint64 n, GpDecimal value, gint64 *out)
{
  return narrow (divide ((Wide)n * value.units, ten_to (value.scale)), out);
}

gint64
gp_finance_decimal (GpDecimal value, gint64 scale)
{
  gint64 whole;

  if (gp_finance_times_decimal (scale, value, &whole))
    return whole;
  return value.units < 0 ? -G_MAXINT64 : G_MAXINT64;
}

/* ---- shares that add up ------------------------------------------------------------------------
 */

typedef struct {
  guint64 remainder;
  guint index;
} Share;

static int
larger_remainder_first (const void *a, const void *b)
{
  const Share *x = a, *y = b;

  if (x->remainder != y->remainder)
    return x->remainder > y->remainder ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

/* Gives the first `left` of the parts with the largest remainders one step more. */
static void
hand_out (Share *shares, guint n, gint64 left, gint64 step, gint64 *parts)
{
  qsort (shares, n, sizeof *shares, larger_remainder_first);
  for (guint i = 0; i < n && i < left; i++)
    parts[shares[i].index] += step;
}

void
gp_finance_split (gint64 total, const gint64 *weights, guint n, gint64 *parts)
{
  guint64 amount = total < 0 ? -(guint64)total : (guint64)total;
  gint64 sign = total < 0 ? -1 : 1;
  Wide sum = 0, left = amount;

  g_return_if_fail (n == 0 || (weights != NULL && parts != NULL));
  for (guint i = 0; i < n; i++)
    sum += MAX (weights[i], 0);
  g_autofree Share *shares = g_new (Share, MAX (n, 1));
  for (guint i = 0; i < n; i++) {
    Wide weight = sum == 0 ? 1 : MAX (weights[i], 0);
    Wide whole = sum == 0 ? (Wide)n : sum;
    Wide part = amount * weight / whole;

    /* the remainder is below the sum of the weights; that sum may need more than 64 bits */
    shares[i].remainder = (guint64)(amount * weight % whole / (1 + whole / G_MAXINT64));
    shares[i].index = i;
    parts[i] = sign * (gint64)part;
    left -= part;
  }
  hand_out (shares, n, (gint64)left, sign, parts);
}

gint64
gp_finance_round (const gint64 *cents, guint n, gint64 unit, gint64 *rounded)
{
  Wide sum = 0, down = 0, target;

  g_return_val_if_fail (unit > 0 && (n == 0 || (cents != NULL && rounded != NULL)), 0);
  g_autofree Share *shares = g_new (Share, MAX (n, 1));
  for (guint i = 0; i < n; i++) {
    gint64 amount = cents[i], over = amount % unit; /* rounded may be cents itself */

    over += over < 0 ? unit : 0; /* rounded down, also below zero */
    rounded[i] = amount - over;
    shares[i] = (Share){(guint64)over, i};
    sum += amount;
    down += rounded[i];
  }
  target = divide (sum, unit) * unit;
  hand_out (shares, n, (gint64)((target - down) / unit), unit, rounded);
  return (gint64)target;
}

gint64
gp_finance_round_years (const GArray *figures, GpFigureId figure, gint64 *hundredths)
{
  static const gint64 units[] = {100, 10, 1};
  const GpFigureInfo *info = gp_figure_info (figure);

  g_return_val_if_fail (figures != NULL && info != NULL && hundredths != NULL, 0);
  gint64 unit = units[MIN (info->digits, G_N_ELEMENTS (units) - 1)];
  for (guint y = 0; y < figures->len; y++)
    hundredths[y] = llround (g_array_index (figures, GpFigureYear, y).value[figure] * 100);
  if (info->adds_up)
    return gp_finance_round (hundredths, figures->len, unit, hundredths);
  for (guint y = 0; y < figures->len; y++)
    hundredths[y] = llround ((double)hundredths[y] / (double)unit) * unit;
  return 0;
}
