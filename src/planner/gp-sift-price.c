/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices closed boards: would any of them make the objective better as a partner? */
#include "gp-sift-private.h"

#include <math.h>

/* An improvement below this (of an objective whose largest coefficient is 1) is rounding. */
#define ROUNDING 1e-8
/* How many boards are opened at once: the best ones; the others are priced again after. */
#define BATCH 64

typedef struct {
  guint32 board;
  double gain;
} Candidate;

/* The cost of a column at the prices of the common rows. */
static double
priced_cost (const GpSift *sift, guint col)
{
  double cost = sift->cost[col];
  for (guint e = sift->col_start[col]; e < sift->col_start[col + 1]; e++)
    if (sift->row_board[sift->entry_row[e]] == GP_NONE)
      cost -= sift->row_dual[sift->entry_row[e]] * sift->entry_value[e];
  return cost;
}

/* An own row that is held, though the rule itself is no equation. */
static gboolean
is_held (const GpSift *sift, guint row)
{
  return sift->row_lower[row] == sift->row_upper[row] &&
         g_array_index (sift->program->row_lower, double, row) <
             g_array_index (sift->program->row_upper, double, row);
}

static gboolean
has_held_row (const GpSift *sift, const GpSiftBoard *board)
{
  for (guint i = board->n_supply_rows; i < board->rows->len; i++)
    if (is_held (sift, g_array_index (board->rows, guint, i)))
      return TRUE;
  return FALSE;
}

/* When no column of the partner part is worth anything by itself, all its rules have price zero;
 * but rules that are held have a say in the board's starts, whatever they are worth. */
static gboolean
is_worthless (GpSift *sift, const GpSiftBoard *board)
{
  if (has_held_row (sift, board))
    return FALSE;
  for (guint i = board->n_start_cols; i < board->cols->len; i++) {
    guint col = g_array_index (board->cols, guint, i);
    if (sift->col_upper[col] <= 0)
      continue;
    sift->col_dual[col] = priced_cost (sift, col);
    if (sift->col_dual[col] < -1e-11)
      return FALSE;
  }
  return TRUE;
}

/* ---- a board's own program -------------------------------------------------------- */

typedef struct {
  GArray *row, *col, *value, *row_lower, *row_upper, *col_lower, *col_upper;
} Little;

static void
add_entries (const GpSift *sift, const GpSiftBoard *board, guint32 b, Little *little)
{
  for (guint i = 0; i < board->cols->len; i++) {
    guint col = g_array_index (board->cols, guint, i);
    for (guint e = sift->col_start[col]; e < sift->col_start[col + 1]; e++) {
      guint r = sift->entry_row[e];
      int row = sift->lp_row[r]; /* borrowed: numbers the board's rows while it is priced */
      int own = (int)i;
      if (sift->row_board[r] != b)
        continue;
      g_array_append_val (little->row, row);
      g_array_append_val (little->col, own);
      g_array_append_val (little->value, sift->entry_value[e]);
    }
  }
}

static void
add_bounds (const GpSift *sift, const GpSiftBoard *board, Little *little)
{
  for (guint i = 0; i < board->rows->len; i++) {
    guint row = g_array_index (board->rows, guint, i);
    g_array_append_val (little->row_lower, sift->row_lower[row]);
    g_array_append_val (little->row_upper, sift->row_upper[row]);
  }
  for (guint i = 0; i < board->cols->len; i++) {
    guint col = g_array_index (board->cols, guint, i);
    g_array_append_val (little->col_lower, sift->col_lower[col]);
    g_array_append_val (little->col_upper, sift->col_upper[col]);
  }
}

static GpLp *
load_little (GpSift *sift, const GpSiftBoard *board, guint32 b)
{
  Little l = {
      g_array_new (FALSE, FALSE, sizeof (int)),    g_array_new (FALSE, FALSE, sizeof (int)),
      g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)),
      g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)),
      g_array_new (FALSE, FALSE, sizeof (double))};
  GArray *all[] = {l.row, l.col, l.value, l.row_lower, l.row_upper, l.col_lower, l.col_upper};
  g_autofree int *kept = g_new (int, board->rows->len);
  for (guint i = 0; i < board->rows->len; i++) {
    guint row = g_array_index (board->rows, guint, i);
    kept[i] = sift->lp_row[row];
    sift->lp_row[row] = (int)i;
  }
  add_entries (sift, board, b, &l);
  add_bounds (sift, board, &l);
  GpLpMatrix matrix = {board->rows->len,
                       board->cols->len,
                       l.row->len,
                       (double *)(void *)l.row_lower->data,
                       (double *)(void *)l.row_upper->data,
                       (double *)(void *)l.col_lower->data,
                       (double *)(void *)l.col_upper->data,
                       (int *)(void *)l.row->data,
                       (int *)(void *)l.col->data,
                       (double *)(void *)l.value->data};
  GpLp *lp = gp_lp_new (&matrix);
  for (guint i = 0; i < board->rows->len; i++)
    sift->lp_row[g_array_index (board->rows, guint, i)] = kept[i];
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_unref (all[i]);
  return lp;
}

/* Sets the prices, and returns what the board's share of the objective is as it stands. */
static double
set_prices (GpSift *sift, const GpSiftBoard *board, GpLp *lp)
{
  double now = 0;
  for (guint i = 0; i < board->cols->len; i++) {
    guint col = g_array_index (board->cols, guint, i);
    double cost = priced_cost (sift, col);
    gp_lp_set_cost (lp, i, cost);
    now += cost * sift->x[col];
  }
  return now;
}

static void
keep_duals (GpSift *sift, const GpSiftBoard *board, const GpLp *lp)
{
  for (guint i = 0; i < board->rows->len; i++)
    sift->row_dual[g_array_index (board->rows, guint, i)] = gp_lp_row_dual (lp, i);
  for (guint i = 0; i < board->cols->len; i++)
    sift->col_dual[g_array_index (board->cols, guint, i)] = gp_lp_col_dual (lp, i);
}

static GpLpStatus
price_board (GpSift *sift, guint32 b, double *gain, GCancellable *cancellable)
{
  const GpSiftBoard *board = &sift->boards[b];
  *gain = 0;
  if (is_worthless (sift, board))
    return GP_LP_OPTIMAL;
  g_autoptr (GpLp) lp = load_little (sift, board, b);
  if (lp == NULL)
    return GP_LP_FAILED;
  double now = set_prices (sift, board, lp);
  GpLpStatus status = gp_lp_solve (lp, GP_LP_PRIMAL, cancellable);
  if (status != GP_LP_OPTIMAL)
    return status;
  *gain = now - gp_lp_value (lp);
  keep_duals (sift, board, lp);
  return GP_LP_OPTIMAL;
}

/* Before its first possible partner year a board has no partner part at all. */
static guint
first_partner_year (const GpSift *sift, const GpSiftBoard *board)
{
  guint first = sift->program->data->n_years;
  for (guint i = board->n_start_cols; i < board->cols->len; i++) {
    guint at = g_array_index (board->cols, guint, i);
    const GpCol *col = &g_array_index (sift->program->cols, GpCol, at);
    if (col->kind == GP_COL_PARTNER && sift->col_upper[at] > 0)
      first = MIN (first, col->year);
  }
  return first;
}

static gboolean
is_shut (const GpSift *sift, const GpSiftBoard *board)
{
  return first_partner_year (sift, board) == sift->program->data->n_years;
}

/* ---- opening ---------------------------------------------------------------------- */

static int
by_gain (gconstpointer a, gconstpointer b)
{
  const Candidate *p = a, *q = b;
  if (p->gain != q->gain)
    return p->gain > q->gain ? -1 : 1;
  return (p->board > q->board) - (p->board < q->board);
}

static void
open_board (GpSift *sift, guint32 b)
{
  const GpSiftBoard *board = &sift->boards[b];
  for (guint i = 0; i < board->n_start_cols; i++)
    sift->stopped[g_array_index (board->cols, guint, i)] = FALSE;
  sift->boards[b].open = TRUE;
  sift->dirty = TRUE;
}

guint
gp_sift_price (GpSift *sift, GCancellable *cancellable, GpLpStatus *status)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  *status = GP_LP_OPTIMAL;
  for (guint32 b = 0; b < sift->program->data->n_boards; b++) {
    Candidate candidate = {b, 0};
    if (sift->boards[b].open || (sift->skip_shut && is_shut (sift, &sift->boards[b])))
      continue;
    *status = price_board (sift, b, &candidate.gain, cancellable);
    if (*status != GP_LP_OPTIMAL)
      return 0;
    if (candidate.gain > ROUNDING)
      g_array_append_val (found, candidate);
  }
  g_array_sort (found, by_gain);
  for (guint i = 0; i < MIN (found->len, BATCH); i++)
    open_board (sift, g_array_index (found, Candidate, i).board);
  return MIN (found->len, BATCH);
}

/* ---- the face and closed boards --------------------------------------------------- */

static void
stop_starts (GpSift *sift, const GpSiftBoard *board, guint32 b)
{
  for (guint i = 0; i < board->n_start_cols; i++) {
    guint col = g_array_index (board->cols, guint, i);
    for (guint e = sift->col_start[col]; e < sift->col_start[col + 1]; e++) {
      guint row = sift->entry_row[e];
      if (sift->row_board[row] == b && !sift->row_in[row] && is_held (sift, row))
        sift->stopped[col] = TRUE;
    }
  }
}

/* Does every held row of the board lie before it can be a partner? */
static gboolean
is_held_early (const GpSift *sift, const GpSiftBoard *board)
{
  guint first = first_partner_year (sift, board);
  for (guint i = board->n_supply_rows; i < board->rows->len; i++) {
    guint row = g_array_index (board->rows, guint, i);
    if (is_held (sift, row) && g_array_index (sift->program->rows, GpRow, row).year >= first)
      return FALSE;
  }
  return TRUE;
}

void
gp_sift_settle (GpSift *sift)
{
  for (guint32 b = 0; b < sift->program->data->n_boards; b++) {
    GpSiftBoard *board = &sift->boards[b];
    if (board->open || !has_held_row (sift, board))
      continue;
    if (is_held_early (sift, board))
      stop_starts (sift, board, b);
    else
      open_board (sift, b);
  }
}

void
gp_sift_skip_shut (GpSift *sift)
{
  sift->skip_shut = TRUE;
  for (guint32 b = 0; b < sift->program->data->n_boards; b++) {
    GpSiftBoard *board = &sift->boards[b];
    for (guint i = board->n_start_cols; i < board->cols->len && !board->open; i++)
      if (sift->col_lower[g_array_index (board->cols, guint, i)] > 0)
        open_board (sift, b);
  }
}
