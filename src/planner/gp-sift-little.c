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
  GpLp *lp = gp_lp_new (&matrix);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_unref (all[i]);
  return lp;
}

static void
keep_duals (GpSift *sift, const GpSiftBoard *board, const GpLp *lp)
{
  for (guint i = 0; i < board->rows->len; i++)
    sift->row_dual[g_array_index (board->rows, guint, i)] = gp_lp_row_dual (lp, i);
}

GpLpStatus
gp_sift_solve_little (GpSift *sift, guint32 b, double *value, GCancellable *cancellable)
{
  const GpSiftBoard *board = &sift->boards[b];
  g_autoptr (GpLp) lp = load_little (sift, board, b);
  if (lp == NULL)
    return GP_LP_FAILED;
  for (guint i = 0; i < board->cols->len; i++)
    gp_lp_set_cost (lp, i,
                    gp_sift_reduced_cost (sift, g_array_index (board->cols, guint, i), TRUE));
  GpLpStatus status = gp_lp_solve (lp, GP_LP_PRIMAL, cancellable);
  if (status != GP_LP_OPTIMAL)
    return status;
  *value = gp_lp_value (lp);
  keep_duals (sift, board, lp);
  return GP_LP_OPTIMAL;
}
