/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The master program of the sifting: built from the open boards, solved from the last basis.
 *
 * Measured (CPU seconds, all priorities, one core; the boards and schools of the register over six
 * plan years / the starter project over eight):
 *
 *   plain program, primal simplex, optimal face                   32     -
 *   both programmes in one column                                 26     -
 *   cells of boards that cannot be partners as chains, and boards
 *   sifted                                                         7.4   24
 *   closed boards with held rows stay closed before their first
 *   possible partner year                                          -     11
 *
 * Rejected: dual simplex from the slack basis for the delays (12.7 s where primal took 6.2);
 * textbook pricing in place of steepest edge (86 s in place of 20); short slices of iterations (500
 * in place of 5,000 cost a tenth, as each begins with new edge weights). */
#include "gp-sift-private.h"

#include <math.h>
#include <string.h>

/* ---- the whole program by column and by board ------------------------------------- */

static void
index_entries (GpSift *sift)
{
  const GpProgram *program = sift->program;
  const int *row = (const int *)(void *)program->entry_row->data;
  const int *col = (const int *)(void *)program->entry_col->data;
  const double *value = (const double *)(void *)program->entry_value->data;
  sift->col_start = g_new0 (guint, sift->n_cols + 2);
  sift->entry_row = g_new (guint, sift->n_entries + 1);
  sift->entry_value = g_new (double, sift->n_entries + 1);
  for (guint e = 0; e < sift->n_entries; e++)
    sift->col_start[col[e] + 2]++;
  for (guint c = 2; c <= sift->n_cols; c++)
    sift->col_start[c] += sift->col_start[c - 1];
  for (guint e = 0; e < sift->n_entries; e++) {
    guint at = sift->col_start[col[e] + 1]++;
    sift->entry_row[at] = (guint)row[e];
    sift->entry_value[at] = value[e];
  }
}

static void
index_boards (GpSift *sift)
{
  gboolean partner;
  sift->boards = g_new0 (GpSiftBoard, sift->program->data->n_boards + 1);
  for (guint b = 0; b < sift->program->data->n_boards; b++) {
    sift->boards[b].cols = g_array_new (FALSE, FALSE, sizeof (guint));
    sift->boards[b].rows = g_array_new (FALSE, FALSE, sizeof (guint));
  }
  for (guint pass = 0; pass < 2; pass++) {
    for (guint c = 0; c < sift->n_cols; c++) {
      guint32 b = gp_program_col_board (sift->program, c, &partner);
      if (b == GP_NONE || (guint)partner != pass)
        continue;
      g_array_append_val (sift->boards[b].cols, c);
      sift->boards[b].n_start_cols += !partner;
    }
    for (guint r = 0; r < sift->n_rows; r++) {
      guint32 b = gp_program_row_board (sift->program, r, &partner);
      sift->row_board[r] = b;
      if (b == GP_NONE || (guint)partner != pass)
        continue;
      g_array_append_val (sift->boards[b].rows, r);
      sift->boards[b].n_supply_rows += !partner;
    }
  }
}

/* Partners and boards with pins of their own are open from the start; boards that cannot be
 * partners have nothing to open. */
static void
open_first_boards (GpSift *sift)
{
  const GpPlanData *data = sift->program->data;
  for (guint b = 0; b < data->n_boards; b++)
    sift->boards[b].open = !data->boards[b].can_partner || data->boards[b].is_partner;
  for (guint i = 0; i < data->n_pins; i++)
    sift->boards[data->pins[i].row->board].open = TRUE;
}

/* ---- first basis ------------------------------------------------------------------ */

static int
col_for_row (const GpProgram *program, const GpRow *row)
{
  switch (row->rule) {
  case GP_RULE_COHORT:
    return gp_program_delay (program, (GpProgramme)row->a, row->year);
  case GP_RULE_STOCK:
    return gp_program_stock (program, row->a, row->year);
  case GP_RULE_HIRING:
    return row->variant == 0 ? gp_program_hired (program, row->a, row->year) : -1;
  case GP_N_RULES:
    if (row->variant == 2)
      return gp_program_segment (program, gp_program_unit (program, row->a), 0, row->year);
    return row->variant == 0 ? gp_program_sector (program, row->a, row->year) : -1;
  default:
    return -1;
  }
}

/* Feasible without a first phase whenever there are no pins: nobody starts, all places are delayed,
 * and what is short is overload. */
static void
make_first_basis (GpSift *sift)
{
  const GpProgram *program = sift->program;
  for (guint c = 0; c < sift->n_cols; c++)
    sift->col_place[c] = GP_LP_AT_LOWER;
  for (guint r = 0; r < sift->n_rows; r++) {
    const GpRow *row = &g_array_index (program->rows, GpRow, r);
    int col = col_for_row (program, row);
    sift->row_place[r] = GP_LP_BASIC;
    if (row->rule == GP_RULE_EXPERT_DAYS && sift->row_upper[r] < 0) {
      sift->col_place[gp_program_overload (program, row->a, row->year)] = GP_LP_BASIC;
      sift->row_place[r] = GP_LP_AT_UPPER;
    } else if (col >= 0) {
      sift->col_place[col] = GP_LP_BASIC;
      sift->row_place[r] = GP_LP_FIXED;
    }
  }
}

GpSift *
gp_sift_new (const GpProgram *program)
{
  GpSift *sift = g_new0 (GpSift, 1);
  GpLpMatrix m;
  gp_program_matrix (program, &m);
  sift->program = program;
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
  sift->col_in = g_new0 (gboolean, m.n_cols + 1);
  sift->row_in = g_new0 (gboolean, m.n_rows + 1);
  sift->lp_col = g_new0 (int, m.n_cols + 1);
  sift->lp_row = g_new0 (int, m.n_rows + 1);
  sift->stopped = g_new0 (gboolean, m.n_cols + 1);
  sift->row_board = g_new0 (guint32, m.n_rows + 1);
  sift->dirty = TRUE;
  index_entries (sift);
  index_boards (sift);
  open_first_boards (sift);
  make_first_basis (sift);
  return sift;
}

void
gp_sift_free (GpSift *sift)
{
  if (sift == NULL)
    return;
  gpointer all[] = {sift->col_start, sift->entry_row, sift->entry_value, sift->col_lower,
                    sift->col_upper, sift->row_lower, sift->row_upper,   sift->cost,
                    sift->x,         sift->row_value, sift->row_dual,    sift->col_dual,
                    sift->col_place, sift->row_place, sift->col_in,      sift->row_in,
                    sift->lp_col,    sift->lp_row,    sift->row_board,   sift->stopped};
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_free (all[i]);
  for (guint b = 0; b < sift->program->data->n_boards; b++) {
    g_array_unref (sift->boards[b].cols);
    g_array_unref (sift->boards[b].rows);
  }
  g_free (sift->boards);
  gp_lp_free (sift->lp);
  g_free (sift);
}

/* ---- the master ------------------------------------------------------------------- */

static void
choose_what_is_in (GpSift *sift)
{
  for (guint c = 0; c < sift->n_cols; c++)
    sift->col_in[c] = TRUE;
  for (guint r = 0; r < sift->n_rows; r++)
    sift->row_in[r] = TRUE;
  sift->n_open = 0;
  for (guint b = 0; b < sift->program->data->n_boards; b++) {
    const GpSiftBoard *board = &sift->boards[b];
    sift->n_open += board->open;
    for (guint i = board->n_start_cols; i < board->cols->len && !board->open; i++)
      sift->col_in[g_array_index (board->cols, guint, i)] = FALSE;
    for (guint i = board->n_supply_rows; i < board->rows->len && !board->open; i++)
      sift->row_in[g_array_index (board->rows, guint, i)] = FALSE;
  }
}

static guint
number (const gboolean *in, guint n, int *index)
{
  guint count = 0;
  for (guint i = 0; i < n; i++)
    index[i] = in[i] ? (int)count++ : -1;
  return count;
}

static double *
pick (const double *from, const gboolean *in, guint n)
{
  double *to = g_new (double, n + 1);
  for (guint i = 0, k = 0; i < n; i++)
    if (in[i])
      to[k++] = from[i];
  return to;
}

static GpLp *
load_master (GpSift *sift, guint n_rows, guint n_cols)
{
  g_autofree int *row = g_new (int, sift->n_entries + 1), *col = g_new (int, sift->n_entries + 1);
  g_autofree double *value = g_new (double, sift->n_entries + 1);
  g_autofree double *row_lower = pick (sift->row_lower, sift->row_in, sift->n_rows);
  g_autofree double *row_upper = pick (sift->row_upper, sift->row_in, sift->n_rows);
  g_autofree double *col_lower = pick (sift->col_lower, sift->col_in, sift->n_cols);
  g_autofree double *col_upper = pick (sift->col_upper, sift->col_in, sift->n_cols);
  guint n = 0;
  for (guint c = 0; c < sift->n_cols; c++)
    for (guint e = sift->col_start[c]; e < sift->col_start[c + 1] && sift->col_in[c]; e++) {
      if (!sift->row_in[sift->entry_row[e]])
        continue;
      row[n] = sift->lp_row[sift->entry_row[e]];
      col[n] = sift->lp_col[c];
      value[n++] = sift->entry_value[e];
    }
  GpLpMatrix matrix = {n_rows,    n_cols,    n,   row_lower, row_upper,
                       col_lower, col_upper, row, col,       value};
  return gp_lp_new (&matrix);
}

static gboolean
build_master (GpSift *sift)
{
  choose_what_is_in (sift);
  guint n_cols = number (sift->col_in, sift->n_cols, sift->lp_col);
  guint n_rows = number (sift->row_in, sift->n_rows, sift->lp_row);
  gp_lp_free (sift->lp);
  sift->lp = load_master (sift, n_rows, n_cols);
  sift->dirty = FALSE;
  return sift->lp != NULL;
}

/* Bounds, places and costs of the moment. */
static void
refresh_master (GpSift *sift, gboolean places)
{
  for (guint c = 0; c < sift->n_cols; c++) {
    if (!sift->col_in[c])
      continue;
    gp_lp_set_col_bounds (sift->lp, (guint)sift->lp_col[c], sift->col_lower[c],
                          sift->stopped[c] ? sift->col_lower[c] : sift->col_upper[c]);
    gp_lp_set_cost (sift->lp, (guint)sift->lp_col[c], sift->cost[c]);
    if (places)
      gp_lp_set_col_place (sift->lp, (guint)sift->lp_col[c], sift->col_place[c]);
  }
  for (guint r = 0; r < sift->n_rows; r++) {
    if (!sift->row_in[r])
      continue;
    gp_lp_set_row_bounds (sift->lp, (guint)sift->lp_row[r], sift->row_lower[r], sift->row_upper[r]);
    if (places)
      gp_lp_set_row_place (sift->lp, (guint)sift->lp_row[r], sift->row_place[r]);
  }
}

static void
read_master (GpSift *sift)
{
  sift->value = gp_lp_value (sift->lp);
  for (guint c = 0; c < sift->n_cols; c++) {
    int at = sift->lp_col[c];
    sift->x[c] = at < 0 ? 0 : gp_lp_col_value (sift->lp, (guint)at);
    sift->col_dual[c] = at < 0 ? 0 : gp_lp_col_dual (sift->lp, (guint)at);
    if (at >= 0)
      sift->col_place[c] = gp_lp_col_place (sift->lp, (guint)at);
  }
  for (guint r = 0; r < sift->n_rows; r++) {
    int at = sift->lp_row[r];
    sift->row_value[r] = at < 0 ? 0 : gp_lp_row_value (sift->lp, (guint)at);
    sift->row_dual[r] = at < 0 ? 0 : gp_lp_row_dual (sift->lp, (guint)at);
    if (at >= 0)
      sift->row_place[r] = gp_lp_row_place (sift->lp, (guint)at);
  }
}

/* Rows of closed boards are not in the master, but their cells' starts count in them. */
static void
add_up_closed_rows (GpSift *sift)
{
  for (guint c = 0; c < sift->n_cols; c++)
    for (guint e = sift->col_start[c]; e < sift->col_start[c + 1] && sift->x[c] != 0; e++)
      if (sift->lp_row[sift->entry_row[e]] < 0)
        sift->row_value[sift->entry_row[e]] += sift->x[c] * sift->entry_value[e];
}

GpLpStatus
gp_sift_solve (GpSift *sift, const double *objective, GCancellable *cancellable)
{
  GpLpStatus status = GP_LP_OPTIMAL;
  memcpy (sift->cost, objective, sift->n_cols * sizeof (double));
  do {
    gboolean fresh = sift->dirty;
    if (fresh && !build_master (sift))
      return GP_LP_FAILED;
    guint before = gp_lp_n_iterations (sift->lp);
    refresh_master (sift, fresh);
    status = gp_lp_solve (sift->lp, GP_LP_PRIMAL, cancellable);
    sift->n_iterations += gp_lp_n_iterations (sift->lp) - before;
    if (status != GP_LP_OPTIMAL)
      return status;
    read_master (sift);
    add_up_closed_rows (sift);
  } while (gp_sift_price (sift, cancellable, &status) > 0);
  return status;
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
