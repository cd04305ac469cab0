/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sifting's index of the program: entries by column, rows and columns by board; and the first
 * basis. */
#include "gp-sift-private.h"

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
index_board_cols (GpSift *sift, guint pass)
{
  gboolean partner;
  for (guint c = 0; c < sift->n_cols; c++) {
    guint32 b = gp_program_col_board (sift->program, c, &partner);
    if (b == GP_NONE || (guint)partner != pass)
      continue;
    g_array_append_val (sift->boards[b].cols, c);
    sift->boards[b].n_start_cols += !partner;
  }
}

static void
index_board_rows (GpSift *sift, guint pass)
{
  gboolean partner;
  for (guint r = 0; r < sift->n_rows; r++) {
    guint32 b = gp_program_row_board (sift->program, r, &partner);
    sift->row_board[r] = b;
    if (b == GP_NONE || (guint)partner != pass)
      continue;
    g_array_append_val (sift->boards[b].rows, r);
    sift->boards[b].n_supply_rows += !partner;
  }
}

static void
index_boards (GpSift *sift)
{
  sift->boards = g_new0 (GpSiftBoard, sift->program->data->n_boards + 1);
  for (guint b = 0; b < sift->program->data->n_boards; b++) {
    sift->boards[b].cols = g_array_new (FALSE, FALSE, sizeof (guint));
    sift->boards[b].rows = g_array_new (FALSE, FALSE, sizeof (guint));
  }
  for (guint pass = 0; pass < 2; pass++) {
    index_board_cols (sift, pass);
    index_board_rows (sift, pass);
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

/* The candidates' pool is seldom short, and a board seldom becomes a partner twice. */
static void
find_late_rows (GpSift *sift)
{
  for (guint r = 0; r < sift->n_rows; r++) {
    const GpRow *row = gp_sift_row (sift, r);
    sift->late[r] =
        row->rule == GP_RULE_POOL || (row->rule == GP_RULE_PARTNER_ROOM && row->variant == 1);
  }
}

static void
find_chain_rows (GpSift *sift)
{
  guint n = sift->program->data->n_years;
  sift->chain_row = g_new (int, sift->program->units->len *n + 1);
  for (guint r = 0; r < sift->n_rows; r++) {
    const GpRow *row = gp_sift_row (sift, r);
    if (row->rule == GP_N_RULES && row->variant == 2)
      sift->chain_row[row->a * n + row->year] = (int)r;
  }
}

void
gp_sift_index (GpSift *sift)
{
  index_entries (sift);
  index_boards (sift);
  open_first_boards (sift);
  find_late_rows (sift);
  find_chain_rows (sift);
}

gboolean
gp_sift_cell_is_chained (const GpSift *sift, guint32 cell)
{
  return sift->chain_of[cell] >= 0 && !sift->boards[sift->program->data->cells[cell].board].open;
}

static gboolean
cell_is_lone (const GpSift *sift, guint32 cell)
{
  return !sift->boards[sift->program->data->cells[cell].board].open &&
         !gp_sift_cell_is_chained (sift, cell);
}

gboolean
gp_sift_col_is_lone (const GpSift *sift, guint col)
{
  const GpCol *which = gp_sift_col (sift, col);
  return which->kind == GP_COL_START && cell_is_lone (sift, which->a);
}

gboolean
gp_sift_row_is_lone (const GpSift *sift, guint row)
{
  const GpRow *which = gp_sift_row (sift, row);
  return (which->rule == GP_RULE_SUPPLY || which->rule == GP_RULE_READINESS) &&
         cell_is_lone (sift, which->a);
}

double
gp_sift_reduced_cost (const GpSift *sift, guint col, gboolean common)
{
  double cost = sift->cost[col];
  for (guint e = sift->col_start[col]; e < sift->col_start[col + 1]; e++)
    if (!common || sift->row_board[sift->entry_row[e]] == GP_NONE)
      cost -= sift->row_dual[sift->entry_row[e]] * sift->entry_value[e];
  return cost;
}

void
gp_sift_price_stocks (GpSift *sift, guint32 b)
{
  const GpPlanData *data = sift->program->data;
  for (guint y = data->n_years; y-- > 0 && sift->program->board_first[b] >= 0;) {
    guint col = (guint)gp_program_stock (sift->program, b, y), own = G_MAXUINT;
    double d = sift->cost[col];
    for (guint e = sift->col_start[col]; e < sift->col_start[col + 1]; e++) {
      const GpRow *row = gp_sift_row (sift, sift->entry_row[e]);
      if (row->rule == GP_RULE_STOCK && row->year == y)
        own = sift->entry_row[e];
      else
        d -= sift->row_dual[sift->entry_row[e]] * sift->entry_value[e];
    }
    sift->row_dual[own] = d;
  }
}

/* The board's partner part begins in the master with nothing. */
static void
forget_little (GpSift *sift, GpSiftBoard *board)
{
  g_clear_pointer (&board->little, gp_lp_free);
  for (guint i = board->n_start_cols; i < board->cols->len; i++)
    sift->col_place[g_array_index (board->cols, guint, i)] = GP_LP_AT_LOWER;
  for (guint i = board->n_supply_rows; i < board->rows->len; i++)
    sift->row_place[g_array_index (board->rows, guint, i)] = GP_LP_BASIC;
}

void
gp_sift_open (GpSift *sift, guint32 b)
{
  const GpPlanData *data = sift->program->data;
  const GpBoardData *board = &data->boards[b];
  for (guint32 c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    if (gp_sift_cell_is_chained (sift, c))
      gp_sift_leave_chain (sift, c);
  forget_little (sift, &sift->boards[b]);
  for (guint i = 0; i < sift->boards[b].rows->len; i++) {
    guint row = g_array_index (sift->boards[b].rows, guint, i);
    if (sift->row_dual[row] != 0)
      sift->late[row] = FALSE; /* its own program says that it matters */
  }
  sift->boards[b].open = TRUE;
  sift->dirty = TRUE;
  sift->only_rows = FALSE;
}

/* ---- first basis ------------------------------------------------------------------ */

static int
col_for_row (const GpProgram *program, const GpRow *row)
{
  switch (row->rule) {
  case GP_RULE_COHORT:
    return gp_program_delay (program, (GpProgramme)row->a, row->year);
  case GP_RULE_HIRING:
    return row->variant == 0 ? gp_program_hired (program, row->a, row->year) : -1;
  case GP_N_RULES:
    return row->variant == 0 ? gp_program_sector (program, row->a, row->year) : -1;
  default:
    return -1;
  }
}

/* Feasible without a first phase whenever there are no pins: nobody starts, all places are delayed,
 * and what is short is overload. */
void
gp_sift_make_first_basis (GpSift *sift)
{
  const GpProgram *program = sift->program;
  for (guint c = 0; c < sift->n_cols; c++)
    sift->col_place[c] = GP_LP_AT_LOWER;
  for (guint r = 0; r < sift->n_rows; r++) {
    const GpRow *row = gp_sift_row (sift, r);
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
