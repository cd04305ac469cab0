/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The master program is made: the common rows and columns, those of open boards, and the chains.
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
