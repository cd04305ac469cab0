/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The best whole hires at prices, year by year: of every number of experts that are there by then
 * (some of those hired before have left) only the cheapest way counts, and no way counts that has
 * both more experts and a higher cost than another. Numbers of experts are rounded down to STEP, so
 * that there are not too many of them: a little more room than there is, so that nothing that is
 * possible is left out and what is proven by it stays proven.
 *
 * Why: under a cap of 40 experts of whom 8% leave, 3.2 a year can be hired, and 3 whole ones. That
 * alone is 114 school-years of delay in the starter data (and 122 in the register project): the
 * greater part of what a program with parts of experts misses. */
#include "gp-whole-hires.h"

#include <math.h>

#define STEP 1e-3
#define FEW 60 /* experts under the cap */

typedef struct {
  double there, cost;
  guint32 from; /* index in the year before */
  int hires;
} Way;

static double
room_of (const GpPlanData *data, guint y)
{
  return fmax (0, data->expert_cap[y] - data->heads[y]);
}

gboolean
gp_hires_are_few (const GpPlanData *data)
{
  for (guint y = 0; y < data->n_years; y++)
    if (!(room_of (data, y) <= FEW))
      return FALSE;
  return TRUE;
}

static int
by_there (gconstpointer a, gconstpointer b)
{
  const Way *p = a, *q = b;
  if (p->there != q->there)
    return p->there < q->there ? -1 : 1;
  if (p->cost != q->cost)
    return p->cost < q->cost ? -1 : 1;
  return p->from != q->from ? (p->from > q->from) - (p->from < q->from)
                            : (p->hires > q->hires) - (p->hires < q->hires);
}

/* Without those that have more experts at no lower cost. */
static void
prune (GArray *ways)
{
  guint n = 0;
  g_array_sort (ways, by_there);
  for (guint i = 0; i < ways->len; i++) {
    const Way *way = &g_array_index (ways, Way, i);
    if (n == 0 || way->cost < g_array_index (ways, Way, n - 1).cost)
      g_array_index (ways, Way, n++) = *way;
  }
  g_array_set_size (ways, n);
}

/* The ways of a year that go on from those of the year before. */
static GArray *
go_on (const GpPlanData *data, const GArray *before, guint y, double price)
{
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (Way));
  double room = room_of (data, y) + 1e-9;
  for (guint i = 0; i < before->len; i++) {
    const Way *way = &g_array_index (before, Way, i);
    double there = floor (way->there * (1 - data->attrition) / STEP) * STEP;
    for (int n = 0; there + n <= room && (n == 0 || price < 0); n++)
      g_array_append_val (ways, ((Way){there + n, way->cost + n * price, i, n}));
  }
  prune (ways);
  return ways;
}

double
gp_hires_best (const GpPlanData *data, const double *price, int *hires)
{
  g_autoptr (GPtrArray) years = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (Way));
  g_array_append_val (ways, ((Way){0, 0, 0, 0}));
  g_ptr_array_add (years, ways);
  for (guint y = 0; y < data->n_years; y++) {
    ways = go_on (data, ways, y, price[y]);
    g_ptr_array_add (years, ways);
  }
  /* the last one has most experts and costs least */
  guint32 at = ways->len - 1;
  double cost = g_array_index (ways, Way, at).cost;
  for (guint y = data->n_years; y > 0; y--) {
    const Way *way = &g_array_index ((GArray *)years->pdata[y], Way, at);
    hires[y - 1] = way->hires;
    at = way->from;
  }
  return cost;
}
