/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns and objectives of the linear program. */
#include "gp-program.h"

#include <math.h>

#define T(program) ((int)(program)->data->n_years)

int
gp_program_add_col (GpProgram *program, GpColKind kind, guint32 a, guint32 b, guint year,
                    double upper)
{
  GpCol col = {kind, a, b, year, FALSE};
  double zero = 0;
  g_array_append_val (program->cols, col);
  g_array_append_val (program->col_lower, zero);
  g_array_append_val (program->col_upper, upper);
  return (int)program->cols->len - 1;
}

static void
add_board_cols (GpProgram *program)
{
  const GpPlanData *data = program->data;
  for (guint32 b = 0; b < data->n_boards; b++) {
    const GpBoardData *board = &data->boards[b];
    program->board_first[b] = board->can_partner ? (int)program->cols->len : -1;
    for (guint y = 0; y < data->n_years && board->can_partner; y++) {
      gp_program_add_col (program, GP_COL_PARTNER, b, 0, y, board->is_partner ? 0 : INFINITY);
      gp_program_add_col (program, GP_COL_TRAINING, b, 0, y, INFINITY);
      gp_program_add_col (program, GP_COL_STOCK, b, 0, y, INFINITY);
    }
    for (guint s = board->first_site; s < board->first_site + board->n_sites; s++) {
      program->site_first[s] = board->can_partner ? (int)program->cols->len : -1;
      for (guint y = 0; y < data->n_years && board->can_partner; y++)
        gp_program_add_col (program, GP_COL_COACH, s, 0, y, INFINITY);
    }
  }
}

static void
add_region_cols (GpProgram *program)
{
  const GpPlanData *data = program->data;
  program->hire_first = (int)program->cols->len;
  for (guint32 r = 0; r < data->n_regions; r++)
    for (guint y = 0; y < data->n_years; y++) {
      gp_program_add_col (program, GP_COL_HIRE, r, 0, y, INFINITY);
      gp_program_add_col (program, GP_COL_HIRED, r, 0, y, INFINITY);
    }
  program->overload_first = (int)program->cols->len;
  for (guint32 r = 0; r < data->n_regions; r++)
    for (guint y = 0; y < data->n_years; y++)
      gp_program_add_col (program, GP_COL_OVERLOAD, r, 0, y, INFINITY);
  program->lend_first = (int)program->cols->len;
  for (guint32 from = 0; from < data->n_regions; from++)
    for (guint32 to = 0; to < data->n_regions; to++)
      for (guint y = 0; y < data->n_years && from != to; y++)
        gp_program_add_col (program, GP_COL_LEND, from, to, y, INFINITY);
}

static void
add_count_cols (GpProgram *program)
{
  const GpPlanData *data = program->data;
  program->delay_first = (int)program->cols->len;
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < data->n_years; y++)
      gp_program_add_col (program, GP_COL_DELAY, p, 0, y, INFINITY);
  program->sector_first = program->funded_first = -1;
  if (program->shape != GP_PROGRAM_LEAN)
    return;
  program->sector_first = (int)program->cols->len;
  for (guint32 s = 0; s < data->n_sectors; s++)
    for (guint y = 0; y < data->n_years; y++)
      gp_program_add_col (program, GP_COL_SECTOR, s, 0, y, INFINITY);
  program->funded_first = (int)program->cols->len;
  for (guint y = 0; y < data->n_years; y++)
    gp_program_add_col (program, GP_COL_FUNDED, 0, 0, y, INFINITY);
}

GpProgram *
gp_program_new (const GpPlanData *data, GpProgramShape shape)
{
  GpProgram *program = g_new0 (GpProgram, 1);
  program->shape = shape;
  program->data = data;
  program->cols = g_array_new (FALSE, FALSE, sizeof (GpCol));
  program->rows = g_array_new (FALSE, FALSE, sizeof (GpRow));
  program->col_lower = g_array_new (FALSE, FALSE, sizeof (double));
  program->col_upper = g_array_new (FALSE, FALSE, sizeof (double));
  program->row_lower = g_array_new (FALSE, FALSE, sizeof (double));
  program->row_upper = g_array_new (FALSE, FALSE, sizeof (double));
  program->entry_row = g_array_new (FALSE, FALSE, sizeof (int));
  program->entry_col = g_array_new (FALSE, FALSE, sizeof (int));
  program->entry_value = g_array_new (FALSE, FALSE, sizeof (double));
  program->units = g_array_new (FALSE, FALSE, sizeof (GpUnit));
  program->members = g_array_new (FALSE, FALSE, sizeof (GpMember));
  program->unit_of = g_new (guint32, data->n_cells + 1);
  program->board_first = g_new (int, data->n_boards + 1);
  program->site_first = g_new (int, data->n_sites + 1);
  gp_program_add_units (program);
  add_board_cols (program);
  add_region_cols (program);
  add_count_cols (program);
  gp_program_add_published (program);
  gp_program_add_rules (program);
  return program;
}

void
gp_program_free (GpProgram *program)
{
  if (program == NULL)
    return;
  GArray *arrays[] = {program->cols,      program->rows,      program->col_lower,
                      program->col_upper, program->row_lower, program->row_upper,
                      program->entry_row, program->entry_col, program->entry_value,
                      program->units,     program->members};
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_free (program->unit_of);
  g_free (program->board_first);
  g_free (program->site_first);
  g_free (program->kept_of);
  g_free (program);
}

void
gp_program_matrix (const GpProgram *program, GpLpMatrix *out)
{
  *out = (GpLpMatrix){
      .n_rows = program->rows->len,
      .n_cols = program->cols->len,
      .n_entries = program->entry_row->len,
      .row_lower = (const double *)(void *)program->row_lower->data,
      .row_upper = (const double *)(void *)program->row_upper->data,
      .col_lower = (const double *)(void *)program->col_lower->data,
      .col_upper = (const double *)(void *)program->col_upper->data,
      .entry_row = (const int *)(void *)program->entry_row->data,
      .entry_col = (const int *)(void *)program->entry_col->data,
      .entry_value = (const double *)(void *)program->entry_value->data,
  };
}

/* ---- objectives ------------------------------------------------------------------- */

/* A segment counts in every year, for its schools started so far; a start at once for all years. */
static double
reach_of (const GpPlanData *data, const GpCol *col)
{
  if (col->kind == GP_COL_START)
    return -gp_plan_data_reach (data, &data->cells[col->a], col->year);
  if (col->kind == GP_COL_SEGMENT)
    return -gp_plan_data_reach (data, &data->cells[col->b], data->n_years - 1);
  return 0;
}

static double
cost_of (const GpProgram *program, const GpCol *col)
{
  const GpPlanData *data = program->data;
  switch (col->kind) {
  case GP_COL_START:
    return data->cost_expert *
           gp_plan_data_support_sum (data, data->cells[col->a].sector, col->year);
  case GP_COL_GROUP:
    return data->cost_expert *
           gp_plan_data_support_sum (data, gp_program_unit (program, col->a)->sector, col->year);
  case GP_COL_COACH:
    return data->cost_coach - data->cost_expert;
  case GP_COL_TRAINING:
    return data->cost_training;
  case GP_COL_PARTNER:
    return data->cost_partnership;
  case GP_COL_HIRE:
    return data->cost_hire;
  case GP_COL_LEND:
    return data->cost_lent;
  case GP_COL_OVERLOAD:
    return data->cost_overload;
  default:
    return 0;
  }
}

static double
objective_of (const GpProgram *program, guint index, GpPriorityId priority)
{
  const GpCol *col = &g_array_index (program->cols, GpCol, index);
  switch (priority) {
  case GP_PRIORITY_OVERLOAD:
    return col->kind == GP_COL_OVERLOAD ? 1 : 0;
  case GP_PRIORITY_GROEIKRACHT_DELAY:
    return col->kind == GP_COL_DELAY && col->a == GP_PROGRAMME_GROEIKRACHT ? 1 : 0;
  case GP_PRIORITY_REGULAR_DELAY:
    return col->kind == GP_COL_DELAY && col->a == GP_PROGRAMME_REGULAR ? 1 : 0;
  case GP_PRIORITY_REACH:
    return reach_of (program->data, col);
  case GP_PRIORITY_COST:
    return cost_of (program, col);
  case GP_PRIORITY_CHANGE:
    return gp_program_change_of (program, index);
  default:
    return 0;
  }
}

double *
gp_program_objective (const GpProgram *program, GpPriorityId priority)
{
  double *objective = g_new (double, program->cols->len);
  for (guint c = 0; c < program->cols->len; c++)
    objective[c] = objective_of (program, c, priority);
  return objective;
}

/* ---- where columns are ------------------------------------------------------------ */

static int
board_col (const GpProgram *program, guint32 board, guint year, int which)
{
  int first = program->board_first[board];
  return first < 0 ? -1 : first + 3 * (int)year + which;
}

int
gp_program_partner (const GpProgram *program, guint32 board, guint year)
{
  return board_col (program, board, year, 0);
}

int
gp_program_training (const GpProgram *program, guint32 board, guint year)
{
  return board_col (program, board, year, 1);
}

int
gp_program_stock (const GpProgram *program, guint32 board, guint year)
{
  return board_col (program, board, year, 2);
}

int
gp_program_coach (const GpProgram *program, guint site, guint year)
{
  int first = program->site_first[site];
  return first < 0 ? -1 : first + (int)year;
}

int
gp_program_hire (const GpProgram *program, guint32 region, guint year)
{
  return program->hire_first + 2 * ((int)region * T (program) + (int)year);
}

int
gp_program_hired (const GpProgram *program, guint32 region, guint year)
{
  return gp_program_hire (program, region, year) + 1;
}

int
gp_program_overload (const GpProgram *program, guint32 region, guint year)
{
  return program->overload_first + (int)region * T (program) + (int)year;
}

int
gp_program_lend (const GpProgram *program, guint32 from, guint32 to, guint year)
{
  int others = (int)program->data->n_regions - 1;
  if (from == to)
    return -1;
  return program->lend_first + ((int)from * others + (int)to - (to > from ? 1 : 0)) * T (program) +
         (int)year;
}

int
gp_program_delay (const GpProgram *program, GpProgramme programme, guint year)
{
  return program->delay_first + (int)programme * T (program) + (int)year;
}

int
gp_program_sector (const GpProgram *program, guint32 sector, guint year)
{
  return program->sector_first < 0 ? -1
                                   : program->sector_first + (int)sector * T (program) + (int)year;
}

int
gp_program_funded (const GpProgram *program, guint year)
{
  return program->funded_first < 0 ? -1 : program->funded_first + (int)year;
}
