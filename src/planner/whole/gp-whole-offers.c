/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the hull has not got yet. A block that is not there is priced by the board's own little
 * program at the prices of what is shared: it is worth taking in when that comes out below nothing;
 * a way of hiring likewise. What all boards together could still gain, each by its best partner
 * year, with what the best way of hiring could, bounds what any of them can reach. */
#include "gp-whole-hires.h"
#include "gp-whole-hull-private.h"

#include <math.h>

#define GAIN 1e-6 /* least gain that counts, in the main priority's unit */

static GpLp *
little_program (GpHull *hull, guint32 b)
{
  if (hull->little_lp[b] == NULL) {
    hull->little[b] = gp_block_new (hull->shared, b, 0);
    hull->little_lp[b] = gp_block_program (hull->little[b]);
    if (hull->little_lp[b] != NULL)
      gp_lp_set_rough (hull->little_lp[b], TRUE);
  }
  return hull->little_lp[b];
}

/* Appends what the board offers in the years that are open to it; returns the largest gain,
 * infinite when a solve went wrong: then nothing is proven. */
static double
price_board (GpHull *hull, guint32 b, const double *dual, double *cost, GArray *offers)
{
  const GpPlanData *data = hull->data;
  guint n = data->n_years;
  GpLp *lp = little_program (hull, b);
  const GpBlock *block = hull->little[b];
  double best = 0, one = hull->one_row[b] >= 0 && (guint)hull->one_row[b] < hull->lp_rows
                             ? gp_lp_row_dual (hull->lp, (guint)hull->one_row[b])
                             : 0;
  gp_block_price (block, dual, hull->rewarded, cost);
  /* the partner year's own price belongs to the year */
  guint home = hull->shared->experts + data->project->boards[b].home_region * n;
  cost[0] += dual[hull->shared->partners] + dual[home] * data->partnership_days;
  for (guint c = 0; c < block->n_cols; c++)
    gp_lp_set_cost (lp, c, cost[c]);
  for (guint y = 0; y < n; y++) {
    if (y == 0)
      for (guint later = 0; later < n; later++)
        gp_lp_set_col_bounds (lp, (guint)block->training[later], 0, INFINITY);
    else
      gp_lp_set_col_bounds (lp, (guint)block->training[y - 1], 0, 0);
    if (gp_lp_solve (lp, y == 0 ? GP_LP_PRIMAL : GP_LP_DUAL, NULL) != GP_LP_OPTIMAL)
      return INFINITY;
    gp_hull_prove_block (hull, block, y, lp, 0, hull->proof);
    double value = gp_lp_value (lp), gain = -(value - one - dual[hull->shared->partners + y] -
                                              dual[home + y] * data->partnership_days);
    best = fmax (best, gain);
    if (gain > GAIN && !hull->has[b * n + y])
      g_array_append_val (offers, ((GpOffer){b, y, gain}));
  }
  return best;
}

static int
by_gain (gconstpointer a, gconstpointer b)
{
  const GpOffer *p = a, *q = b;
  return (p->gain < q->gain) - (p->gain > q->gain);
}

GArray *
gp_hull_offers (GpHull *hull, double *bound, GCancellable *cancellable)
{
  GArray *offers = g_array_new (FALSE, FALSE, sizeof (GpOffer));
  guint n_rows = hull->shared->program.row_lower->len;
  g_autofree double *dual = g_new (double, n_rows + 1);
  g_autofree double *cost = g_new (double, hull->program.cost->len + 100000);
  *bound = gp_hull_value (hull);
  g_array_set_size (hull->proof, 0);
  for (guint r = 0; r < n_rows; r++)
    dual[r] = gp_lp_row_dual (hull->lp, r);
  for (guint32 b = 0; b < hull->data->n_boards; b++) {
    if (!hull->data->boards[b].can_partner || hull->data->boards[b].is_partner)
      continue;
    if (g_cancellable_is_cancelled (cancellable))
      break;
    *bound -= price_board (hull, b, dual, cost, offers);
  }
  if (g_cancellable_is_cancelled (cancellable))
    *bound = -INFINITY;
  g_array_sort (offers, by_gain);
  return offers;
}

double
gp_hull_offer_hires (GpHull *hull)
{
  guint n = hull->data->n_years;
  g_autofree double *price = g_new (double, n + 1);
  g_autofree int *hires = g_new (int, n + 1);
  if (!hull->shared->few_hires)
    return 0;
  for (guint y = 0; y < n; y++)
    price[y] = fmin (0, gp_lp_row_dual (hull->lp, hull->shared->hires + y));
  double gain =
      gp_lp_row_dual (hull->lp, (guint)hull->hire_row) - gp_hires_best (hull->data, price, hires);
  if (gain > GAIN)
    gp_hull_add_hires (hull, hires);
  return fmax (0, gain);
}
