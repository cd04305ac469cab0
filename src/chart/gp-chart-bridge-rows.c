/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A bridge's rows. Start and end are rounded to the nearest; the steps between are rounded down,
 * and what is then missing is given, a unit each, to those with the largest remainders. So the
 * printed rows add up, and none is off by a whole unit.
 */
#include "gp-chart-bridge.h"

#include "gp-chart-draw.h"

#include <math.h>

static double
amount (double value)
{
  value = gp_chart_value (value);
  return isnan (value) ? 0 : value;
}

typedef struct {
  double remainder;
  guint row;
} Remainder;

static int
compare_remainders (gconstpointer a, gconstpointer b)
{
  const Remainder *one = a, *other = b;

  if (one->remainder != other->remainder)
    return one->remainder > other->remainder ? -1 : 1;
  return one->row < other->row ? -1 : one->row > other->row;
}

/* Rounds the n rows from first on to whole units of 1 / scale that sum to total (in such units). */
static void
round_rows (GpBridgeRow *rows, guint n, double total, double scale)
{
  g_autofree Remainder *remainders = g_new (Remainder, MAX (n, 1));
  double sum = 0, missing;
  guint more, less;

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++) {
    double units = rows[i].shown * scale, whole = floor (units + 1e-9);

    remainders[i] = (Remainder){units - whole, i};
    rows[i].shown = whole;
    sum += whole;
  }
  missing = total - sum;
  qsort (remainders, n, sizeof *remainders, compare_remainders);
  more = missing >= 1 ? (guint)MIN (missing, 2 * n) : 0; /* one above n: ends rounded apart */
  less = missing <= -1 ? (guint)MIN (-missing, n) : 0;
  for (guint i = 0; i < more; i++)
    rows[remainders[i % n].row].shown++;
  for (guint i = 0; i < less; i++)
    rows[remainders[n - 1 - i].row].shown--;
  for (guint i = 0; i < n; i++)
    rows[i].shown = rows[i].shown == 0 ? 0 : rows[i].shown / scale;
}

GpBridgeRow *
gp_chart_bridge_rows (const GpBridgeChart *chart, guint *n)
{
  double scale = pow (10, MIN (chart->unit.digits, 6));
  guint n_steps = chart->steps != NULL ? chart->n_steps : 0, at = 0;
  GpBridgeRow *rows = g_new0 (GpBridgeRow, (gsize)n_steps + 3);
  double start = amount (chart->start), end = amount (chart->end), now = start;

  rows[at++] = (GpBridgeRow){chart->start_text, 0, start, round (start * scale) / scale, TRUE};
  for (guint i = 0; i < n_steps; i++) {
    double step = amount (chart->steps[i].value);

    rows[at++] = (GpBridgeRow){chart->steps[i].label, now, now + step, step, FALSE};
    now += step;
  }
  if (fabs (end - now) * scale >= 0.5)
    rows[at++] = (GpBridgeRow){chart->rest_text, now, end, end - now, FALSE};
  round_rows (rows + 1, at - 1, round (end * scale) - round (start * scale), scale);
  rows[at++] = (GpBridgeRow){chart->end_text, 0, end, round (end * scale) / scale, TRUE};
  *n = at;
  return rows;
}
