/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The master program: the common rows and columns, those of open boards, and the chains.
 *
 * The stock of verandercoaches N is not a column of it: N[y] is retention x N[y-1] + n[y], so that
 * a training stands in the rows of all later years. That takes a fifth of an open board's rows
 * away. */
#include "gp-sift-private.h"

#include <math.h>

typedef struct {
  GArray *row, *col, *value, *row_lower, *row_upper, *col_lower, *col_upper;
} Matrix;

/* ---- what is in ------------------------------------------------------------------- */

static gboolean
col_is_in (const GpSift *sift, guint c)
{
  const GpCol *col = gp_sift_col (sift, c);
  gboolean partner;
  if (col->kind == GP_COL_STOCK || col->kind == GP_COL_GROUP || col->kind == GP_COL_SEGMENT)
    return FALSE;
  if (col->kind == GP_COL_START)
    return !gp_sift_cell_is_chained (sift, col->a);
  guint32 b = gp_program_col_board (sift->program, c, &partner);
  return b == GP_NONE || sift->boards[b].open;
}

static gboolean
row_is_in (const GpSift *sift, guint r)
{
  const GpRow *row = gp_sift_row (sift, r);
  guint32 b = sift->row_board[r];
  if (row->rule == GP_RULE_STOCK || (row->rule == GP_N_RULES && row->variant == 2) ||
      (sift->late[r] && isinf (sift->row_lower[r])))
    return FALSE;
  if (row->rule == GP_RULE_SUPPLY || row->rule == GP_RULE_READINESS)
    return !gp_sift_cell_is_chained (sift, row->a);
  return b == GP_NONE || sift->boards[b].open;
}

static guint
add_bounds (GArray *lower, GArray *upper, double low, double high)
{
  g_array_append_val (lower, low);
  g_array_append_val (upper, high);
  return lower->len - 1;
}

static void
number_program (GpSift *sift, Matrix *m)
{
  for (guint c = 0; c < sift->n_cols; c++)
    sift->lp_col[c] = col_is_in (sift, c) ? (int)add_bounds (m->col_lower, m->col_upper,
                                                             sift->col_lower[c], sift->col_upper[c])
                                          : -1;
  for (guint r = 0; r < sift->n_rows; r++)
    sift->lp_row[r] = row_is_in (sift, r) ? (int)add_bounds (m->row_lower, m->row_upper,
                                                             sift->row_lower[r], sift->row_upper[r])
                                          : -1;
}

/* Where nobody of the chain is held back, only the last year's row says something. */
static gboolean
row_says_something (const GpSift *sift, const GpSiftChain *chain, guint year)
{
  double all = 0, least, most;
  if (chain->pieces[year]->len > 0 || year + 1 == sift->program->data->n_years)
    return TRUE;
  for (guint m = 0; m < chain->members->len; m++) {
    const GpSiftMember *member = &g_array_index (chain->members, GpSiftMember, m);
    all += member->in ? member->n : 0;
  }
  gp_sift_chain_bounds (sift, chain, year, &least, &most);
  return least > 0 || most < all;
}

static void
number_chain (GpSift *sift, GpSiftChain *chain, Matrix *m)
{
  for (guint y = 0; y < sift->program->data->n_years; y++) {
    gboolean in = row_says_something (sift, chain, y);
    chain->lp_start[y] =
        chain->like[y] < 0 ? -1 : (int)add_bounds (m->col_lower, m->col_upper, 0, 0);
    if (!in && chain->row_place[y] != GP_LP_BASIC)
      in = TRUE; /* a basis without it would be one short */
    chain->lp_row[y] = in ? (int)add_bounds (m->row_lower, m->row_upper, 0, 0) : -1;
    for (guint i = 0; i < chain->pieces[y]->len; i++)
      g_array_index (chain->pieces[y], GpSiftPiece, i).lp_col =
          (int)add_bounds (m->col_lower, m->col_upper, 0, 0);
  }
}

/* ---- entries ---------------------------------------------------------------------- */

static void
add_entry (Matrix *m, int row, int col, double value)
{
  g_array_append_val (m->row, row);
  g_array_append_val (m->col, col);
  g_array_append_val (m->value, value);
}

static void
scatter (GpSift *sift, guint col, double times, GArray *touched)
{
  for (guint e = sift->col_start[col]; e < sift->col_start[col + 1]; e++) {
    guint row = sift->entry_row[e];
    if (sift->lp_row[row] < 0)
      continue;
    if (sift->scratch[row] == 0)
      g_array_append_val (touched, row);
    sift->scratch[row] += times * sift->entry_value[e];
  }
}

/* A training with what it leaves in the stock of this and the later years. */
static void
scatter_col (GpSift *sift, guint c, GArray *touched)
{
  const GpPlanData *data = sift->program->data;
  const GpCol *col = gp_sift_col (sift, c);
  double left = 1;
  scatter (sift, c, 1, touched);
  for (guint y = col->year; y < data->n_years && col->kind == GP_COL_TRAINING; y++) {
    scatter (sift, (guint)gp_program_stock (sift->program, col->a, y), left, touched);
    left *= data->retention;
  }
}

static void
add_gathered (GpSift *sift, Matrix *m, int lp_col, GArray *touched)
{
  for (guint i = 0; i < touched->len; i++) {
    guint row = g_array_index (touched, guint, i);
    if (sift->scratch[row] != 0)
      add_entry (m, sift->lp_row[row], lp_col, sift->scratch[row]);
    sift->scratch[row] = 0;
  }
  g_array_set_size (touched, 0);
}

static void
add_program_entries (GpSift *sift, Matrix *m, GArray *touched)
{
  for (guint c = 0; c < sift->n_cols; c++) {
    if (sift->lp_col[c] < 0)
      continue;
    scatter_col (sift, c, touched);
    add_gathered (sift, m, sift->lp_col[c], touched);
  }
}

/* The common rows of a start, by one of the chain's own columns. */
static void
add_like_entries (GpSift *sift, const GpSiftChain *chain, guint y, Matrix *m)
{
  int like = chain->like[y];
  for (guint e = sift->col_start[like]; e < sift->col_start[like + 1]; e++) {
    guint row = sift->entry_row[e];
    if (sift->lp_row[row] >= 0 && sift->row_board[row] == GP_NONE)
      add_entry (m, sift->lp_row[row], chain->lp_start[y], sift->entry_value[e]);
  }
}

static void
add_chain_entries (GpSift *sift, const GpSiftChain *chain, Matrix *m)
{
  guint n = sift->program->data->n_years;
  for (guint y = 0; y < n; y++) {
    for (guint later = y; later < n && chain->lp_start[y] >= 0; later++)
      if (chain->lp_row[later] >= 0)
        add_entry (m, chain->lp_row[later], chain->lp_start[y], 1);
    if (chain->lp_start[y] >= 0)
      add_like_entries (sift, chain, y, m);
    for (guint i = 0; i < chain->pieces[y]->len; i++)
      add_entry (m, chain->lp_row[y], g_array_index (chain->pieces[y], GpSiftPiece, i).lp_col, -1);
  }
}

/* ---- building --------------------------------------------------------------------- */

static GpLp *
load (const Matrix *m)
{
  GpLpMatrix matrix = {m->row_lower->len,
                       m->col_lower->len,
                       m->row->len,
                       (double *)(void *)m->row_lower->data,
                       (double *)(void *)m->row_upper->data,
                       (double *)(void *)m->col_lower->data,
                       (double *)(void *)m->col_upper->data,
                       (int *)(void *)m->row->data,
                       (int *)(void *)m->col->data,
                       (double *)(void *)m->value->data};
  return gp_lp_new (&matrix);
}

gboolean
gp_sift_build (GpSift *sift)
{
  guint d = sizeof (double), i = sizeof (int);
  Matrix m = {g_array_new (FALSE, FALSE, i), g_array_new (FALSE, FALSE, i),
              g_array_new (FALSE, FALSE, d), g_array_new (FALSE, FALSE, d),
              g_array_new (FALSE, FALSE, d), g_array_new (FALSE, FALSE, d),
              g_array_new (FALSE, FALSE, d)};
  GArray *all[] = {m.row, m.col, m.value, m.row_lower, m.row_upper, m.col_lower, m.col_upper};
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  number_program (sift, &m);
  for (guint k = 0; k < sift->chains->len; k++)
    number_chain (sift, gp_sift_chain (sift, k), &m);
  add_program_entries (sift, &m, touched);
  for (guint k = 0; k < sift->chains->len; k++)
    add_chain_entries (sift, gp_sift_chain (sift, k), &m);
  sift->n_lp_rows = m.row_lower->len;
  sift->n_lp_cols = m.col_lower->len;
  gp_lp_free (sift->lp);
  sift->lp = load (&m);
  for (guint a = 0; a < G_N_ELEMENTS (all); a++)
    g_array_unref (all[a]);
  sift->n_open = 0;
  for (guint b = 0; b < sift->program->data->n_boards; b++)
    sift->n_open += sift->boards[b].open;
  sift->dirty = FALSE;
  return sift->lp != NULL;
}

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

guint
gp_sift_let_in (GpSift *sift)
{
  guint n = 0;
  for (guint r = 0; r < sift->n_rows; r++) {
    guint32 b = sift->row_board[r];
    if (!sift->late[r] || b == GP_NONE || !sift->boards[b].open ||
        sift->row_value[r] <= sift->row_upper[r] + 1e-7 * (1 + fabs (sift->row_upper[r])))
      continue;
    sift->late[r] = FALSE;
    sift->row_place[r] = GP_LP_BASIC;
    n++;
  }
  sift->dirty = sift->dirty || n > 0;
  return n;
}
