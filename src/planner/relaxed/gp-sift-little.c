/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A closed board's own little program: its cells and its partner part at the prices of the common
 * rows. */
#include "gp-sift-private.h"

typedef struct {
  GArray *row, *col, *value, *row_lower, *row_upper, *col_lower, *col_upper;
} Little;

static void
add_entries (const GpSift *sift, const GpSiftBoard *board, guint32 b, const int *number,
             Little *little)
{
  for (guint i = 0; i < board->cols->len; i++) {
    guint col = g_array_index (board->cols, guint, i);
    for (guint e = sift->col_start[col]; e < sift->col_start[col + 1]; e++) {
      guint r = sift->entry_row[e];
      int own = (int)i;
      if (sift->row_board[r] != b)
        continue;
      g_array_append_val (little->row, number[r]);
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

/* Made once; later prices start from the basis that the last ones left. */
static GpLp *
load_little (GpSift *sift, const GpSiftBoard *board, guint32 b)
{
  guint d = sizeof (double), n = sizeof (int);
  Little l = {g_array_new (FALSE, FALSE, n), g_array_new (FALSE, FALSE, n),
              g_array_new (FALSE, FALSE, d), g_array_new (FALSE, FALSE, d),
              g_array_new (FALSE, FALSE, d), g_array_new (FALSE, FALSE, d),
              g_array_new (FALSE, FALSE, d)};
  GArray *all[] = {l.row, l.col, l.value, l.row_lower, l.row_upper, l.col_lower, l.col_upper};
  for (guint i = 0; i < board->rows->len; i++)
    sift->number[g_array_index (board->rows, guint, i)] = (int)i;
  add_entries (sift, board, b, sift->number, &l);
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
  GpLp *lp = gp_lp_new_unscaled (&matrix);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_unref (all[i]);
  return lp;
}

static void
set_little (GpSift *sift, const GpSiftBoard *board, gboolean places)
{
  for (guint i = 0; i < board->cols->len; i++) {
    guint col = g_array_index (board->cols, guint, i);
    gp_lp_set_cost (board->little, i, gp_sift_reduced_cost (sift, col, TRUE));
    gp_lp_set_col_bounds (board->little, i, sift->col_lower[col], sift->col_upper[col]);
    if (places)
      gp_lp_set_col_place (board->little, i, sift->col_place[col]);
  }
  for (guint i = 0; i < board->rows->len; i++) {
    guint row = g_array_index (board->rows, guint, i);
    gp_lp_set_row_bounds (board->little, i, sift->row_lower[row], sift->row_upper[row]);
    if (places)
      gp_lp_set_row_place (board->little, i, sift->row_place[row]);
  }
}

/* While the board is closed its places in the sift are those of its own program (but for starts
 * that stand in the master all the same). */
static void
read_little (GpSift *sift, const GpSiftBoard *board)
{
  for (guint i = 0; i < board->rows->len; i++) {
    guint row = g_array_index (board->rows, guint, i);
    sift->row_dual[row] = gp_lp_row_dual (board->little, i);
    if (sift->lp_row[row] < 0)
      sift->row_place[row] = gp_lp_row_place (board->little, i);
  }
  for (guint i = 0; i < board->cols->len; i++) {
    guint col = g_array_index (board->cols, guint, i);
    if (sift->lp_col[col] < 0)
      sift->col_place[col] = gp_lp_col_place (board->little, i);
  }
}

GpLpStatus
gp_sift_solve_little (GpSift *sift, guint32 b, double *value, GCancellable *cancellable)
{
  GpSiftBoard *board = &sift->boards[b];
  gboolean fresh = board->little == NULL;
  if (fresh)
    board->little = load_little (sift, board, b);
  if (board->little == NULL)
    return GP_LP_FAILED;
  set_little (sift, board, fresh);
  GpLpStatus status = gp_lp_solve (board->little, GP_LP_PRIMAL, cancellable);
  if (status != GP_LP_OPTIMAL)
    return status;
  *value = gp_lp_value (board->little);
  read_little (sift, board);
  return GP_LP_OPTIMAL;
}
