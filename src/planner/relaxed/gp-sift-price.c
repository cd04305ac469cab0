/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices closed boards: would any of them make the objective better as a partner?
 *
 * At the common prices a closed board's cells are easy: each school starts in the cheapest year, or
 * never. A board of which no training is worth its price, even if every day that it brings could be
 * used, has nothing to win as a partner either; only the others need their little program. */
#include "gp-sift-private.h"

#include <math.h>
#include <stdlib.h>

/* An improvement below this (of an objective whose largest coefficient is 1) is rounding. */
#define ROUNDING 1e-8
/* Reduced costs above less than this are rounding: of starts, which come out of a sum, and of the
 * partner part. */
#define SMALL_START 1e-9
#define SMALL_PARTNER 1e-11
/* How many boards are opened at once: the best of those that have something to win, one in so many,
 * but at least and at most so many; the others are priced again after. */
#define BATCH_SHARE 12
#define BATCH_LEAST 16
#define BATCH_MOST 32

typedef struct {
  guint32 board;
  double gain;
} Candidate;

/* ---- a cell by itself ------------------------------------------------------------- */

typedef struct {
  guint col;
  double cost;
} Option;

static int
by_cost (gconstpointer a, gconstpointer b)
{
  const Option *p = a, *q = b;
  if (p->cost != q->cost)
    return p->cost < q->cost ? -1 : 1;
  return (p->col > q->col) - (p->col < q->col);
}

/* The cheapest years first, up to the supply; *dual gets what one more school would bring. */
static double
fill_cell (const GpSift *sift, const Option *options, guint n, double least, double most,
           double *dual)
{
  double sum = 0, value = 0;
  *dual = 0;
  for (guint i = 0; i < n; i++) {
    sum += sift->cell_lower[options[i].col];
    value += options[i].cost * sift->cell_lower[options[i].col];
  }
  for (guint i = 0; i < n; i++) {
    double room = sift->cell_upper[options[i].col] - sift->cell_lower[options[i].col];
    double goal = options[i].cost < 0 ? most : least, take = fmin (room, goal - sum);
    if (take <= 0)
      continue;
    sum += take;
    value += options[i].cost * take;
    *dual = take < room || sum >= most ? options[i].cost : 0;
  }
  return value;
}

static double
price_cell (GpSift *sift, guint32 c, guint row)
{
  guint n = sift->program->data->n_years;
  guint first = (guint)gp_program_start (sift->program, c, GP_PROGRAMME_REGULAR, 0);
  Option options[GP_MAX_PLAN_YEARS];
  for (guint y = 0; y < n; y++)
    options[y] = (Option){first + y, gp_sift_reduced_cost (sift, first + y, TRUE)};
  /* cppcheck-suppress uninitvar ; the first n of them are filled, and n is at most their number */
  qsort (options, n, sizeof options[0], by_cost);
  double value = fill_cell (sift, options, n, fmax (0, sift->supply_lower[row]),
                            sift->supply_upper[row], &sift->supply_dual[row]);
  sift->row_dual[row] = sift->supply_dual[row];
  return value;
}

static void
settle_cell (GpSift *sift, guint32 c, guint row)
{
  guint first = (guint)gp_program_start (sift->program, c, GP_PROGRAMME_REGULAR, 0);
  double dual = sift->supply_dual[row];
  for (guint col = first; col < first + sift->program->data->n_years; col++) {
    double d = gp_sift_reduced_cost (sift, col, TRUE) - dual;
    if (d > sift->zero_dual)
      sift->cell_upper[col] = sift->cell_lower[col];
    else if (d < -sift->zero_dual && isfinite (sift->cell_upper[col]))
      sift->cell_lower[col] = sift->cell_upper[col];
  }
  if (dual < -sift->zero_dual)
    sift->supply_lower[row] = sift->supply_upper[row];
  else if (dual > sift->zero_dual)
    sift->supply_upper[row] = sift->supply_lower[row];
}

/* A start of a cell that stands by itself, at the prices of the master: those of its board's own
 * program may say something else, with rules that the master does not have. */
static void
settle_lone_col (GpSift *sift, guint col)
{
  double d = gp_sift_reduced_cost (sift, col, TRUE);
  for (guint e = sift->col_start[col]; e < sift->col_start[col + 1]; e++)
    if (gp_sift_row_is_lone (sift, sift->entry_row[e]))
      d -= sift->supply_dual[sift->entry_row[e]] * sift->entry_value[e];
  if (d > sift->zero_dual)
    sift->cell_upper[col] = sift->cell_lower[col];
  else if (d < -sift->zero_dual && isfinite (sift->cell_upper[col]))
    sift->cell_lower[col] = sift->cell_upper[col];
}

static void
settle_lone_row (GpSift *sift, guint row)
{
  if (sift->supply_dual[row] < -sift->zero_dual)
    sift->supply_lower[row] = sift->supply_upper[row];
  else if (sift->supply_dual[row] > sift->zero_dual)
    sift->supply_upper[row] = sift->supply_lower[row];
}

void
gp_sift_settle_cells (GpSift *sift)
{
  for (guint c = 0; c < sift->n_cols; c++)
    if (gp_sift_col_is_lone (sift, c))
      settle_lone_col (sift, c);
  for (guint r = 0; r < sift->n_rows; r++)
    if (gp_sift_row_is_lone (sift, r))
      settle_lone_row (sift, r);
    else if (gp_sift_row (sift, r)->rule == GP_RULE_SUPPLY &&
             gp_sift_cell_is_chained (sift, gp_sift_row (sift, r)->a))
      settle_cell (sift, gp_sift_row (sift, r)->a, r);
}

/* What the board's cells cost at the common prices without a partnership. Cells that are no part of
 * a chain stand in the master, which has priced them. */
static double
price_cells (GpSift *sift, const GpSiftBoard *board)
{
  double value = 0;
  for (guint i = 0; i < board->n_supply_rows; i++) {
    guint row = g_array_index (board->rows, guint, i);
    guint32 cell = gp_sift_row (sift, row)->a;
    if (gp_sift_row (sift, row)->rule == GP_RULE_SUPPLY && gp_sift_cell_is_chained (sift, cell))
      value += price_cell (sift, cell, row);
  }
  for (guint i = 0; i < board->n_start_cols; i++) {
    guint col = g_array_index (board->cols, guint, i);
    if (!gp_sift_cell_is_chained (sift, gp_sift_col (sift, col)->a))
      value += gp_sift_reduced_cost (sift, col, TRUE) * sift->x[col];
  }
  return value;
}

/* ---- is a partnership worth anything? --------------------------------------------- */

/* What a day of the board's verandercoaches saves at most, where it saves most; as the dual value
 * of its coach capacity (which is all that then keeps v down). */
static void
price_days (GpSift *sift, guint32 b)
{
  const GpPlanData *data = sift->program->data;
  const GpSiftBoard *board = &sift->boards[b];
  for (guint i = board->n_supply_rows; i < board->rows->len; i++)
    sift->row_dual[g_array_index (board->rows, guint, i)] = 0;
  for (guint i = board->n_supply_rows; i < board->rows->len; i++) {
    guint row = g_array_index (board->rows, guint, i);
    const GpRow *which = gp_sift_row (sift, row);
    double best = 0;
    if (which->rule != GP_RULE_COACH_CAPACITY)
      continue;
    for (guint s = data->boards[b].first_site;
         s < data->boards[b].first_site + data->boards[b].n_sites; s++) {
      guint col = (guint)gp_program_coach (sift->program, s, which->year);
      if (sift->col_upper[col] > 0)
        best = fmin (best, gp_sift_reduced_cost (sift, col, TRUE));
    }
    sift->row_dual[row] = best;
  }
}

/* A start that the master has by itself stands where its reduced cost wants it, whatever the master
 * alone holds it at. */
static gboolean
lone_is_right (const GpSift *sift, guint col)
{
  double d = gp_sift_reduced_cost (sift, col, FALSE);
  if (d < -SMALL_START)
    return sift->x[col] >= sift->col_upper[col] - SMALL_START;
  return d <= SMALL_START || sift->x[col] <= sift->col_lower[col] + SMALL_START;
}

/* With those duals every other column must cost nothing or more; then they are an optimum of the
 * board's program, the one in which it is no partner. */
static gboolean
is_worthless (GpSift *sift, guint32 b)
{
  const GpSiftBoard *board = &sift->boards[b];
  price_days (sift, b);
  gp_sift_price_stocks (sift, b);
  for (guint i = 0; i < board->n_supply_rows; i++) {
    guint row = g_array_index (board->rows, guint, i); /* held as long as it is no partner alone */
    if (sift->row_dual[row] > SMALL_START && isinf (sift->row_lower[row]))
      return FALSE;
  }
  for (guint i = 0; i < board->cols->len; i++) {
    guint col = g_array_index (board->cols, guint, i);
    double slack = i < board->n_start_cols ? SMALL_START : SMALL_PARTNER;
    if (sift->col_upper[col] <= sift->col_lower[col])
      continue;
    if (gp_sift_col_is_lone (sift, col) ? !lone_is_right (sift, col)
                                        : gp_sift_reduced_cost (sift, col, FALSE) < -slack)
      return FALSE;
  }
  return TRUE;
}

/* No year is left in which it could become a partner. */
static gboolean
is_shut (const GpSift *sift, const GpSiftBoard *board)
{
  for (guint i = board->n_start_cols; i < board->cols->len; i++) {
    guint col = g_array_index (board->cols, guint, i);
    if (gp_sift_col (sift, col)->kind == GP_COL_PARTNER && sift->col_upper[col] > 0)
      return FALSE;
  }
  return TRUE;
}

static GpLpStatus
price_board (GpSift *sift, guint32 b, double *gain, GCancellable *cancellable)
{
  const GpSiftBoard *board = &sift->boards[b];
  double now = price_cells (sift, board), best = now;
  *gain = 0;
  if ((sift->skip_shut && is_shut (sift, board)) || is_worthless (sift, b))
    return GP_LP_OPTIMAL;
  GpLpStatus status = gp_sift_solve_little (sift, b, &best, cancellable);
  gboolean unclear = status == GP_LP_INFEASIBLE || status == GP_LP_UNKNOWN;
  *gain = unclear ? INFINITY : now - best; /* rounding; the master will tell */
  return unclear ? GP_LP_OPTIMAL : status;
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

guint
gp_sift_price (GpSift *sift, GCancellable *cancellable, GpLpStatus *status)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  *status = GP_LP_OPTIMAL;
  for (guint32 b = 0; b < sift->program->data->n_boards; b++) {
    Candidate candidate = {b, 0};
    if (sift->boards[b].open)
      continue;
    *status = price_board (sift, b, &candidate.gain, cancellable);
    if (*status != GP_LP_OPTIMAL)
      return 0;
    if (candidate.gain > ROUNDING)
      g_array_append_val (found, candidate);
  }
  g_array_sort (found, by_gain);
  guint batch = MIN (found->len, CLAMP (found->len / BATCH_SHARE, BATCH_LEAST, BATCH_MOST));
  for (guint i = 0; i < batch; i++)
    gp_sift_open (sift, g_array_index (found, Candidate, i).board);
  return batch;
}
