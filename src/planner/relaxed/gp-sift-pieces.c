/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the starts of a chain are worth.
 *
 * Of the schools that started so far the largest are worth most, in every year alike. What a number
 * of starts is worth is therefore a concave line with a corner at every member; the master has a
 * few pieces of it, each a chord, and where an optimum lies on a chord, or the price at a corner
 * says that it belongs elsewhere, the line gets the corners there. Where all members are worth the
 * same (every priority but reach) there are no pieces at all. */
#include "gp-sift-private.h"

#include <math.h>

/* A price this far from a slope is rounding (the objective's largest coefficient is 1). */
#define SAME_PRICE 1e-8
#define FIRST_PIECES 6

/* A cost on starts of a year is a cost on what has started by then, less the next year's: so that
 * all of an objective stands in the slopes. */
static void
find_slopes (GpSift *sift, GpSiftChain *chain)
{
  guint n = gp_sift_n_years (sift);
  for (guint y = 0; y < n; y++) {
    double next = y + 1 < n && chain->unit >= 0 ? sift->cost[chain->like[y + 1]] : 0;
    chain->base[y] = chain->unit >= 0 ? sift->cost[chain->like[y]] - next : 0;
    for (guint m = 0; m < chain->members->len; m++) {
      const GpSiftMember *at = gp_sift_member (chain, m);
      double *slope = &chain->slope[m * n + y];
      if (at->segment >= 0)
        *slope = sift->cost[at->segment + (int)y] + chain->base[y];
      else {
        int col = gp_program_start (sift->program, at->cell, GP_PROGRAMME_REGULAR, y);
        *slope = sift->cost[col] - (y + 1 < n ? sift->cost[col + 1] : 0);
      }
    }
  }
}

void
gp_sift_chain_bounds (const GpSift *sift, const GpSiftChain *chain, guint year, double *least,
                      double *most)
{
  *least = *most = 0;
  for (guint m = 0; m < chain->members->len; m++) {
    if (!gp_sift_member (chain, m)->in)
      continue;
    *least += chain->least[m * gp_sift_n_years (sift) + year];
    *most += chain->most[m * gp_sift_n_years (sift) + year];
  }
}

double
gp_sift_piece_size (const GpSift *sift, const GpSiftChain *chain, guint year, guint begin,
                    guint end)
{
  double size = 0;
  for (guint m = begin; m < end; m++)
    size += gp_sift_room (sift, chain, m, year);
  return size;
}

double
gp_sift_piece_slope (const GpSift *sift, const GpSiftChain *chain, guint year, guint begin,
                     guint end)
{
  double size = 0, cost = 0;
  for (guint m = begin; m < end; m++) {
    size += gp_sift_room (sift, chain, m, year);
    cost += gp_sift_room (sift, chain, m, year) * chain->slope[m * gp_sift_n_years (sift) + year];
  }
  return size > 0 ? cost / size : 0;
}

static gboolean
is_flat (const GpSift *sift, const GpSiftChain *chain)
{
  guint n = gp_sift_n_years (sift);
  for (guint y = 0; y < n; y++) {
    double low = INFINITY, high = -INFINITY;
    for (guint m = 0; m < chain->members->len; m++)
      if (gp_sift_room (sift, chain, m, y) > 0) {
        low = fmin (low, chain->slope[m * n + y]);
        high = fmax (high, chain->slope[m * n + y]);
      }
    if (high - low > 1e-12)
      return FALSE;
  }
  return TRUE;
}

/* Places of the pieces, such that what has started by then stays what it was. */
static void
place_pieces (GpSift *sift, GpSiftChain *chain, guint year, gboolean basic)
{
  double least, most, left;
  guint begin = 0;
  gp_sift_chain_bounds (sift, chain, year, &least, &most);
  left = chain->started[year] - least;
  for (guint i = 0; i < chain->pieces[year]->len; i++) {
    GpSiftPiece *piece = &g_array_index (chain->pieces[year], GpSiftPiece, i);
    double size = gp_sift_piece_size (sift, chain, year, begin, piece->end);
    gboolean last = i + 1 == chain->pieces[year]->len;
    if (basic && (left < size - 1e-9 || last)) {
      piece->place = GP_LP_BASIC;
      basic = FALSE;
    } else
      piece->place = left >= size - 1e-9 ? GP_LP_AT_UPPER : GP_LP_AT_LOWER;
    left = fmax (0, left - size);
    begin = piece->end;
  }
}

/* About as many schools in each of the first pieces. */
static void
make_pieces (GpSift *sift, GpSiftChain *chain, guint year)
{
  guint n = chain->members->len;
  double all = gp_sift_piece_size (sift, chain, year, 0, n), sum = 0;
  g_array_set_size (chain->pieces[year], 0);
  for (guint m = 0, done = 0; m < n; m++) {
    sum += gp_sift_room (sift, chain, m, year);
    if (m + 1 == n || sum * FIRST_PIECES >= all * (done + 1)) {
      GpSiftPiece piece = {m + 1, GP_LP_AT_LOWER, -1};
      g_array_append_val (chain->pieces[year], piece);
      while (sum * FIRST_PIECES >= all * (done + 1) && done < FIRST_PIECES)
        done++;
    }
  }
}

/* From a row between two bounds to pieces: where the row was free to move a piece is now. */
static void
cut_chain (GpSift *sift, GpSiftChain *chain)
{
  for (guint y = 0; y < gp_sift_n_years (sift); y++) {
    gboolean basic = chain->row_place[y] == GP_LP_BASIC;
    make_pieces (sift, chain, y);
    place_pieces (sift, chain, y, basic);
    chain->row_place[y] = GP_LP_FIXED;
  }
}

static void
join_chain (GpSift *sift, GpSiftChain *chain)
{
  for (guint y = 0; y < gp_sift_n_years (sift); y++) {
    gboolean basic = FALSE;
    double least, most;
    if (chain->pieces[y]->len == 0)
      continue;
    for (guint i = 0; i < chain->pieces[y]->len; i++)
      basic = basic || g_array_index (chain->pieces[y], GpSiftPiece, i).place == GP_LP_BASIC;
    g_array_set_size (chain->pieces[y], 0);
    gp_sift_chain_bounds (sift, chain, y, &least, &most);
    if (basic)
      chain->row_place[y] = GP_LP_BASIC;
    else
      chain->row_place[y] =
          chain->started[y] - least < most - chain->started[y] ? GP_LP_AT_LOWER : GP_LP_AT_UPPER;
  }
}

void
gp_sift_cost_chains (GpSift *sift)
{
  for (guint k = 0; k < sift->chains->len; k++) {
    GpSiftChain *chain = gp_sift_chain (sift, k);
    gboolean cut = gp_sift_n_years (sift) > 0 && chain->pieces[0]->len > 0;
    find_slopes (sift, chain);
    gboolean flat = is_flat (sift, chain);
    if (flat && cut)
      join_chain (sift, chain);
    if (!flat && !cut)
      cut_chain (sift, chain);
    sift->dirty = sift->dirty || flat == cut;
  }
}

/* ---- corners ---------------------------------------------------------------------- */

static gboolean
add_cut (GArray *pieces, guint end)
{
  guint i = 0;
  while (i < pieces->len && g_array_index (pieces, GpSiftPiece, i).end < end)
    i++;
  if (end == 0 || i == pieces->len || g_array_index (pieces, GpSiftPiece, i).end == end)
    return FALSE;
  GpSiftPiece piece = {end, GP_LP_AT_LOWER, -1};
  g_array_insert_val (pieces, i, piece);
  return TRUE;
}

/* Looks at the true line where the optimum is: the member that is partly in, and the one up to
 * which the price wants them in. */
static guint
refine_year (GpSift *sift, GpSiftChain *chain, guint year)
{
  guint n = gp_sift_n_years (sift), cuts = 0, wanted = 0, partly = G_MAXUINT;
  double least, most, left;
  gboolean wrong = FALSE, basic = FALSE;
  gp_sift_chain_bounds (sift, chain, year, &least, &most);
  left = chain->started[year] - least;
  for (guint m = 0; m < chain->members->len; m++) {
    double size = gp_sift_room (sift, chain, m, year), in = fmin (left, size);
    double d = chain->slope[m * n + year] + chain->price[year];
    left -= in;
    if (size <= 0)
      continue;
    wrong = wrong || (in > 1e-9 && d > SAME_PRICE) || (in < size - 1e-9 && d < -SAME_PRICE);
    if (in > 1e-9 && in < size - 1e-9)
      partly = m;
    if (d < 0)
      wanted = m + 1;
  }
  if (!wrong)
    return 0;
  for (guint i = 0; i < chain->pieces[year]->len; i++)
    basic = basic || g_array_index (chain->pieces[year], GpSiftPiece, i).place == GP_LP_BASIC;
  cuts += add_cut (chain->pieces[year], wanted);
  if (partly != G_MAXUINT)
    cuts += (guint)add_cut (chain->pieces[year], partly) +
            (guint)add_cut (chain->pieces[year], partly + 1);
  if (cuts > 0)
    place_pieces (sift, chain, year, basic);
  return cuts;
}

guint
gp_sift_refine (GpSift *sift)
{
  guint cuts = 0;
  for (guint k = 0; k < sift->chains->len; k++)
    for (guint y = 0; y < gp_sift_n_years (sift); y++)
      if (gp_sift_chain (sift, k)->pieces[y]->len > 0)
        cuts += refine_year (sift, gp_sift_chain (sift, k), y);
  sift->dirty = sift->dirty || cuts > 0;
  return cuts;
}
