/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rounds of the sifting: the master from the last basis, rows that it breaks, corners that it
 * asks for, boards that have something to win.
 *
 * Measured (CPU seconds, all priorities, one core, without proofs unless said; the boards and
 * schools of the register over eight plan years / the starter project, of national size too, over
 * eight / 150 boards cut from it):
 *
 *   plain program, primal simplex, optimal face (six years)        32     -      -
 *   both programmes in one column (six years)                      26     -      -
 *   cells of boards that cannot be partners as chains, and boards
 *   sifted; closed boards with held rows stay closed before their
 *   first possible partner year                                     2.8   10.5    -
 *   closed boards' cells in the chains, pieces instead of segments,
 *   stock substituted away, candidates' rows let in late            1.0    4.8    -
 *   closed boards' own programs kept, from their last basis         0.76   4.9    0.9
 *   equilibration in place of GLPK's automatic scaling              0.63   4.1    0.9
 *   batches of 32 boards in place of 64                             0.60   3.6    0.35
 *   again from the last basis, nothing changed                      0.08   0.4    0.02
 *
 * An edit that the optimum hardly feels takes 0.1 s more than that; one that moves thousands of
 * basic columns (hand-over in every year, national) takes as long as planning afresh, 1 to 1.5 s.
 *
 * Rejected: dual simplex from the slack basis for the delays (12.7 s where primal took 6.2);
 * textbook pricing in place of steepest edge (86 s in place of 20); short slices of iterations (500
 * in place of 5,000 cost a tenth, as each begins with new edge weights); opening a board at the
 * basis of its own program and going on with the dual simplex (5,000 iterations where 3,000 do: all
 * boards jump in at once); opening all boards at once (46 s); geometric scaling (0.79 / 5.4), none
 * (0.86 / 4.9); the dual simplex after every edit (as good for caps, twice as slow for hand-over);
 * leaving boards of which no training pays its price unpriced (their programs are all needed at the
 * optimum). */
#include "gp-sift-private.h"

#include <math.h>
#include <string.h>

/* A column at this or less is at zero. */
#define TRIVIAL 1e-9

GpSift *
gp_sift_new (const GpProgram *program)
{
  GpSift *sift = g_new0 (GpSift, 1);
  GpLpMatrix m;
  gp_program_matrix (program, &m);
  sift->program = program;
  gp_sift_set_zero_dual (sift, 0);
  sift->n_rows = m.n_rows;
  sift->n_cols = m.n_cols;
  sift->n_entries = m.n_entries;
  sift->col_lower = g_memdup2 (m.col_lower, m.n_cols * sizeof (double));
  sift->col_upper = g_memdup2 (m.col_upper, m.n_cols * sizeof (double));
  sift->row_lower = g_memdup2 (m.row_lower, m.n_rows * sizeof (double));
  sift->row_upper = g_memdup2 (m.row_upper, m.n_rows * sizeof (double));
  sift->cost = g_new0 (double, m.n_cols + 1);
  sift->x = g_new0 (double, m.n_cols + 1);
  sift->row_value = g_new0 (double, m.n_rows + 1);
  sift->row_dual = g_new0 (double, m.n_rows + 1);
  sift->col_dual = g_new0 (double, m.n_cols + 1);
  sift->col_place = g_new0 (GpLpPlace, m.n_cols + 1);
  sift->row_place = g_new0 (GpLpPlace, m.n_rows + 1);
  sift->lp_col = g_new0 (int, m.n_cols + 1);
  sift->lp_row = g_new0 (int, m.n_rows + 1);
  sift->late = g_new0 (gboolean, m.n_rows + 1);
  sift->row_board = g_new0 (guint32, m.n_rows + 1);
  sift->chain_of = g_new0 (int, program->data->n_cells + 1);
  sift->number = g_new0 (int, m.n_rows + 1);
  sift->scratch = g_new0 (double, m.n_rows + 1);
  sift->cell_lower = g_new0 (double, m.n_cols + 1);
  sift->cell_upper = g_new0 (double, m.n_cols + 1);
  sift->supply_lower = g_new0 (double, m.n_rows + 1);
  sift->supply_upper = g_new0 (double, m.n_rows + 1);
  sift->supply_dual = g_new0 (double, m.n_rows + 1);
  sift->dirty = TRUE;
  gp_sift_index (sift);
  gp_sift_make_chains (sift);
  gp_sift_make_first_basis (sift);
  return sift;
}

void
gp_sift_free (GpSift *sift)
{
  if (sift == NULL)
    return;
  gpointer all[] = {
      sift->col_start,    sift->entry_row,  sift->entry_value, sift->col_lower,  sift->col_upper,
      sift->row_lower,    sift->row_upper,  sift->cost,        sift->x,          sift->row_value,
      sift->row_dual,     sift->col_dual,   sift->col_place,   sift->row_place,  sift->lp_col,
      sift->lp_row,       sift->row_board,  sift->late,        sift->chain_of,   sift->number,
      sift->scratch,      sift->chain_row,  sift->cell_lower,  sift->cell_upper, sift->supply_lower,
      sift->supply_upper, sift->supply_dual};
  gp_sift_free_chains (sift);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_free (all[i]);
  for (guint b = 0; b < sift->program->data->n_boards; b++) {
    g_array_unref (sift->boards[b].cols);
    g_array_unref (sift->boards[b].rows);
    gp_lp_free (sift->boards[b].little);
  }
  g_free (sift->boards);
  gp_lp_free (sift->lp);
  g_free (sift);
}

/* ---- rounds ----------------------------------------------------------------------- */

static void
add_up_rows (GpSift *sift)
{
  sift->value = 0;
  for (guint r = 0; r < sift->n_rows; r++)
    sift->row_value[r] = 0;
  for (guint c = 0; c < sift->n_cols; c++) {
    sift->value += sift->cost[c] * sift->x[c];
    for (guint e = sift->col_start[c]; e < sift->col_start[c + 1] && sift->x[c] != 0; e++)
      sift->row_value[sift->entry_row[e]] += sift->x[c] * sift->entry_value[e];
  }
}

static GpLpStatus
solve_master (GpSift *sift, GCancellable *cancellable)
{
  gboolean fresh = sift->dirty;
  if (fresh && !gp_sift_build (sift))
    return GP_LP_FAILED;
  guint before = gp_lp_n_iterations (sift->lp);
  gp_sift_refresh (sift, fresh);
  GpLpStatus status =
      gp_lp_solve (sift->lp, sift->only_rows ? GP_LP_DUAL : GP_LP_PRIMAL, cancellable);
  sift->n_iterations += gp_lp_n_iterations (sift->lp) - before;
  sift->only_rows = FALSE;
  if (status != GP_LP_OPTIMAL)
    return status;
  gp_sift_read (sift);
  add_up_rows (sift);
  return status;
}

/* Rows that were broken first, and corners; boards only at an optimum of all that. */
static gboolean
needs_another_round (GpSift *sift, GCancellable *cancellable, GpLpStatus *status)
{
  guint rows = gp_sift_let_in (sift), cuts = gp_sift_refine (sift), boards;
  *status = GP_LP_OPTIMAL;
  sift->only_rows = rows > 0 && cuts == 0;
  boards = rows + cuts > 0 ? 0 : gp_sift_price (sift, cancellable, status);
  return *status == GP_LP_OPTIMAL && rows + cuts + boards > 0;
}

/* Nothing is less than nothing: where no cost is below zero and the optimum is zero, duals of zero
 * prove it, and hold no more than they must. */
static gboolean
is_trivial (const GpSift *sift)
{
  for (guint c = 0; c < sift->n_cols; c++)
    if (sift->cost[c] < 0 ||
        (sift->cost[c] > 0 && (sift->col_lower[c] < 0 || sift->x[c] > TRIVIAL)))
      return FALSE;
  return TRUE;
}

static void
forget_prices (GpSift *sift)
{
  for (guint r = 0; r < sift->n_rows; r++)
    sift->row_dual[r] = sift->supply_dual[r] = 0;
  for (guint k = 0; k < sift->chains->len; k++)
    for (guint y = 0; y < sift->program->data->n_years; y++)
      gp_sift_chain (sift, k)->price[y] = 0;
}

/* The bounds that the caller has set by now. */
static void
begin (GpSift *sift)
{
  memcpy (sift->cell_lower, sift->col_lower, sift->n_cols * sizeof (double));
  memcpy (sift->cell_upper, sift->col_upper, sift->n_cols * sizeof (double));
  memcpy (sift->supply_lower, sift->row_lower, sift->n_rows * sizeof (double));
  memcpy (sift->supply_upper, sift->row_upper, sift->n_rows * sizeof (double));
  gp_sift_begin_chains (sift);
  sift->begun = TRUE;
}

GpLpStatus
gp_sift_solve (GpSift *sift, const double *objective, GCancellable *cancellable)
{
  GpLpStatus status;
  memcpy (sift->cost, objective, sift->n_cols * sizeof (double));
  if (!sift->begun)
    begin (sift);
  gp_sift_cost_chains (sift);
  do
    status = solve_master (sift, cancellable);
  while (status == GP_LP_OPTIMAL && needs_another_round (sift, cancellable, &status));
  if (is_trivial (sift))
    forget_prices (sift);
  for (guint32 b = 0; b < sift->program->data->n_boards; b++)
    gp_sift_price_stocks (sift,
                          b); /* the master, which has no stocks, can then hold all there is */
  for (guint c = 0; c < sift->n_cols; c++)
    sift->col_dual[c] = gp_sift_reduced_cost (sift, c, FALSE);
  return status;
}

void
gp_sift_settle (GpSift *sift)
{
  gp_sift_settle_chains (sift);
  gp_sift_settle_cells (sift);
}

void
gp_sift_skip_shut (GpSift *sift)
{
  sift->skip_shut = TRUE;
  for (guint32 b = 0; b < sift->program->data->n_boards; b++) {
    const GpSiftBoard *board = &sift->boards[b];
    for (guint i = board->n_start_cols; i < board->cols->len && !board->open; i++)
      if (sift->col_lower[g_array_index (board->cols, guint, i)] > 0)
        gp_sift_open (sift, b);
  }
}

void
gp_sift_set_zero_dual (GpSift *sift, guint which)
{
  static const double shares[GP_SIFT_N_ZERO_DUALS] = GP_SIFT_ZERO_DUALS;
  sift->zero_dual = shares[which];
}

double
gp_sift_zero_dual (const GpSift *sift)
{
  return sift->zero_dual;
}

/* ---- reading ---------------------------------------------------------------------- */

double *
gp_sift_col_lower (GpSift *sift)
{
  return sift->col_lower;
}

double *
gp_sift_col_upper (GpSift *sift)
{
  return sift->col_upper;
}

double *
gp_sift_row_lower (GpSift *sift)
{
  return sift->row_lower;
}

double *
gp_sift_row_upper (GpSift *sift)
{
  return sift->row_upper;
}

double
gp_sift_value (const GpSift *sift)
{
  return sift->value;
}

const double *
gp_sift_x (const GpSift *sift)
{
  return sift->x;
}

const double *
gp_sift_row_dual (const GpSift *sift)
{
  return sift->row_dual;
}

const double *
gp_sift_col_dual (const GpSift *sift)
{
  return sift->col_dual;
}

const double *
gp_sift_row_value (const GpSift *sift)
{
  return sift->row_value;
}

guint
gp_sift_n_iterations (const GpSift *sift)
{
  return sift->n_iterations;
}

guint
gp_sift_n_open (const GpSift *sift)
{
  return sift->n_open;
}
