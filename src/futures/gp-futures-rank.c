/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ranks by sorting places. Ranks are kept doubled: with ties the mean rank of a group from place a
 * to place b is (a + b) / 2. Around their mean, n + 1, the doubled ranks are less than n in size,
 * so that n of their products stay below n^3 = 10^18 for a million. */
#include "gp-futures-rank.h"

#include <math.h>
#include <stdlib.h>

typedef struct {
  double number;
  gint64 integer;
  guint place;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->number < y->number || x->number > y->number)
    return x->number < y->number ? -1 : 1;
  return x->integer < y->integer ? -1 : x->integer > y->integer;
}

static void
rank (Ranked *all, guint n, gint64 *doubled)
{
  qsort (all, n, sizeof *all, compare_ranked);
  for (guint from = 0, to; from < n; from = to) {
    for (to = from + 1; to < n && compare_ranked (&all[from], &all[to]) == 0;)
      to++;
    for (guint i = from; i < to; i++)
      doubled[all[i].place] = (gint64)from + 1 + to; /* places from + 1 to to */
  }
}

void
gp_rank_doubles (const double *values, guint n, gint64 *doubled)
{
  g_autofree Ranked *all = g_new (Ranked, (gsize)n + 1);

  for (guint i = 0; i < n; i++)
    all[i] = (Ranked){.number = values[i], .place = i};
  rank (all, n, doubled);
}

void
gp_rank_integers (const gint64 *values, guint n, gint64 *doubled)
{
  g_autofree Ranked *all = g_new (Ranked, (gsize)n + 1);

  for (guint i = 0; i < n; i++)
    all[i] = (Ranked){.integer = values[i], .place = i};
  rank (all, n, doubled);
}

gboolean
gp_rank_correlation (const gint64 *doubled_a, const gint64 *doubled_b, guint n, double *out)
{
  gint64 mean = (gint64)n + 1, ab = 0, aa = 0, bb = 0;

  *out = 0;
  for (guint i = 0; i < n; i++) {
    gint64 a = doubled_a[i] - mean, b = doubled_b[i] - mean;

    ab += a * b;
    aa += a * a;
    bb += b * b;
  }
  if (aa == 0 || bb == 0)
    return FALSE;
  *out = (double)ab / (sqrt ((double)aa) * sqrt ((double)bb));
  return TRUE;
}

static int
compare_integers (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return x < y ? -1 : x > y;
}

void
gp_sort_integers (gint64 *values, guint n)
{
  qsort (values, n, sizeof *values, compare_integers);
}

gint64
gp_percentile (const gint64 *sorted, guint n, guint percent)
{
  guint64 place = ((guint64)percent * n + 99) / 100;

  g_return_val_if_fail (n > 0 && percent >= 1 && percent <= 100, 0);
  return sorted[place - 1];
}
