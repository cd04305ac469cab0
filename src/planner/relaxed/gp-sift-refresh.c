/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The master program of the moment: bounds, costs and the basis are given to it, values, prices and
 * the basis read back. The stock of verandercoaches is worked out from the trainings, as it is no
 * column there. */
#include "gp-sift-private.h"

#include <math.h>

/* ---- bounds, costs and places of the moment --------------------------------------- */

static double
stock_cost (const GpSift *sift, guint c)
{
  const GpPlanData *data = sift->program->data;
  const GpCol *col = gp_sift_col (sift, c);
  double cost = sift->cost[c], left = 1;
  for (guint y = col->year; y < data->n_years && col->kind == GP_COL_TRAINING; y++) {
    cost += left * sift->cost[gp_program_stock (sift->program, col->a, y)];
    left *= data->retention;
  }
  return cost;
}

static void
refresh_chain (GpSift *sift, GpSiftChain *chain, gboolean places)
{
  double later = 0, least, most;
  for (guint y = sift->program->data->n_years; y-- > 0;) {
    gboolean flat = chain->pieces[y]->len == 0;
    guint begin = 0;
    gp_sift_chain_bounds (sift, chain, y, &least, &most);
    if (flat)
      later += gp_sift_piece_slope (sift, chain, y, 0, chain->members->len);
    if (chain->lp_start[y] >= 0) {
      gp_lp_set_col_bounds (sift->lp, (guint)chain->lp_start[y], chain->start_lower[y],
                            chain->start_upper[y]);
      gp_lp_set_cost (sift->lp, (guint)chain->lp_start[y], later);
      if (places)
        gp_lp_set_col_place (sift->lp, (guint)chain->lp_start[y], chain->start_place[y]);
    }
    if (chain->lp_row[y] >= 0) {
      gp_lp_set_row_bounds (sift->lp, (guint)chain->lp_row[y], least, flat ? most : least);
      if (places)
        gp_lp_set_row_place (sift->lp, (guint)chain->lp_row[y], chain->row_place[y]);
    }
    for (guint i = 0; i < chain->pieces[y]->len; i++) {
      const GpSiftPiece *piece = &g_array_index (chain->pieces[y], GpSiftPiece, i);
      gp_lp_set_col_bounds (sift->lp, (guint)piece->lp_col, 0,
                            gp_sift_piece_size (sift, chain, y, begin, piece->end));
      gp_lp_set_cost (sift->lp, (guint)piece->lp_col,
                      gp_sift_piece_slope (sift, chain, y, begin, piece->end));
      if (places)
        gp_lp_set_col_place (sift->lp, (guint)piece->lp_col, piece->place);
      begin = piece->end;
    }
  }
}

/* A basis of another program may be some places short or over here: rows take the part of columns,
 * or columns leave. */
static void
balance (GpSift *sift)
{
  guint basic = 0;
  for (guint c = 0; c < sift->n_lp_cols; c++)
    basic += gp_lp_col_place (sift->lp, c) == GP_LP_BASIC;
  for (guint r = 0; r < sift->n_lp_rows; r++)
    basic += gp_lp_row_place (sift->lp, r) == GP_LP_BASIC;
  for (guint r = 0; r < sift->n_lp_rows && basic < sift->n_lp_rows; r++)
    if (gp_lp_row_place (sift->lp, r) != GP_LP_BASIC) {
      gp_lp_set_row_place (sift->lp, r, GP_LP_BASIC);
      basic++;
    }
  for (guint r = 0; r < sift->n_lp_rows && basic > sift->n_lp_rows; r++)
    if (gp_lp_row_place (sift->lp, r) == GP_LP_BASIC) {
      gp_lp_set_row_place (sift->lp, r, GP_LP_AT_LOWER);
      basic--;
    }
}

void
gp_sift_refresh (GpSift *sift, gboolean places)
{
  for (guint c = 0; c < sift->n_cols; c++) {
    if (sift->lp_col[c] < 0)
      continue;
    gboolean lone = gp_sift_col_is_lone (sift, c);
    gp_lp_set_col_bounds (sift->lp, (guint)sift->lp_col[c],
                          lone ? sift->cell_lower[c] : sift->col_lower[c],
                          lone ? sift->cell_upper[c] : sift->col_upper[c]);
    gp_lp_set_cost (sift->lp, (guint)sift->lp_col[c], stock_cost (sift, c));
    if (places)
      gp_lp_set_col_place (sift->lp, (guint)sift->lp_col[c], sift->col_place[c]);
  }
  for (guint r = 0; r < sift->n_rows; r++) {
    if (sift->lp_row[r] < 0)
      continue;
    gboolean lone = gp_sift_row_is_lone (sift, r);
    gp_lp_set_row_bounds (sift->lp, (guint)sift->lp_row[r],
                          lone ? sift->supply_lower[r] : sift->row_lower[r],
                          lone ? sift->supply_upper[r] : sift->row_upper[r]);
    if (places)
      gp_lp_set_row_place (sift->lp, (guint)sift->lp_row[r], sift->row_place[r]);
  }
  for (guint k = 0; k < sift->chains->len; k++)
    refresh_chain (sift, gp_sift_chain (sift, k), places);
  if (places)
    balance (sift);
}

/* ---- reading ---------------------------------------------------------------------- */

static void
read_chain (GpSift *sift, GpSiftChain *chain)
{
  double so_far = 0;
  for (guint y = 0; y < sift->program->data->n_years; y++) {
    gboolean flat = chain->pieces[y]->len == 0;
    if (chain->lp_start[y] >= 0) {
      so_far += gp_lp_col_value (sift->lp, (guint)chain->lp_start[y]);
      chain->start_place[y] = gp_lp_col_place (sift->lp, (guint)chain->lp_start[y]);
    }
    chain->started[y] = so_far;
    chain->price[y] =
        chain->lp_row[y] >= 0 ? gp_lp_row_dual (sift->lp, (guint)chain->lp_row[y]) : 0;
    if (flat)
      chain->price[y] -= gp_sift_piece_slope (sift, chain, y, 0, chain->members->len);
    chain->row_place[y] =
        chain->lp_row[y] >= 0 ? gp_lp_row_place (sift->lp, (guint)chain->lp_row[y]) : GP_LP_BASIC;
    for (guint i = 0; i < chain->pieces[y]->len; i++) {
      GpSiftPiece *piece = &g_array_index (chain->pieces[y], GpSiftPiece, i);
      piece->place = gp_lp_col_place (sift->lp, (guint)piece->lp_col);
    }
    if (chain->unit >= 0) {
      int row = sift->chain_row[(guint)chain->unit * sift->program->data->n_years + y];
      sift->row_dual[row] = chain->price[y] + chain->base[y];
    }
  }
}

static void
read_stocks (GpSift *sift)
{
  const GpPlanData *data = sift->program->data;
  for (guint32 b = 0; b < data->n_boards; b++)
    for (guint y = 0; y < data->n_years && sift->program->board_first[b] >= 0; y++) {
      double had = y > 0 ? sift->x[gp_program_stock (sift->program, b, y - 1)] : 0;
      int training = gp_program_training (sift->program, b, y);
      int kept = gp_program_kept (sift->program, training);
      sift->x[gp_program_stock (sift->program, b, y)] =
          data->retention * had + sift->x[training] + (kept >= 0 ? sift->x[kept] : 0);
    }
}

/* What is not in the master starts as nothing: closed boards have no partner part. */
void
gp_sift_read (GpSift *sift)
{
  for (guint c = 0; c < sift->n_cols; c++) {
    int at = sift->lp_col[c];
    sift->x[c] = at < 0 ? 0 : gp_lp_col_value (sift->lp, (guint)at);
    if (at >= 0)
      sift->col_place[c] = gp_lp_col_place (sift->lp, (guint)at);
  }
  for (guint r = 0; r < sift->n_rows; r++) {
    int at = sift->lp_row[r];
    sift->row_dual[r] = at < 0 ? 0 : gp_lp_row_dual (sift->lp, (guint)at);
    if (gp_sift_row_is_lone (sift, r))
      sift->supply_dual[r] = sift->row_dual[r];
    if (at >= 0)
      sift->row_place[r] = gp_lp_row_place (sift->lp, (guint)at);
  }
  for (guint k = 0; k < sift->chains->len; k++)
    read_chain (sift, gp_sift_chain (sift, k));
  gp_sift_share_out (sift);
  read_stocks (sift);
}
