/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a proof is worth, in the lean program: a check of the solver by other means. The bound of
 * gp-audit-proof.c once more, in floating point of twice the precision, for every row and column
 * the difference of what it is worth in the k-th proof and in the multiples of the earlier ones; so
 * the rounding of those, large as the multiples are, falls away where it comes from. */
#include "gp-proof-private.h"

#include <math.h>

/* ---- boxes ------------------------------------------------------------------------- */

static double
schools_of_sector (const GpPlanData *data, guint32 sector)
{
  double n = 0;
  for (guint c = 0; c < data->n_cells; c++)
    if (sector == GP_NONE || data->cells[c].sector == sector)
      n += data->cells[c].n;
  return n;
}

static double
largest_support (const GpPlanData *data, guint32 sector)
{
  double most = 0;
  for (guint k = 0; k < GP_MAX_SUPPORT; k++)
    most = fmax (most, data->support[sector * GP_MAX_SUPPORT + k]);
  return most;
}

static double
site_days (const GpPlanData *data, guint site, guint year)
{
  const GpBoardData *board = &data->boards[data->sites[site].board];
  double days = data->carry[site * data->n_years + year];
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    if (data->cells[c].site == site)
      days += data->cells[c].n * largest_support (data, data->cells[c].sector);
  return days;
}

static double
hire_room (const GpPlanData *data, guint year)
{
  return fmax (0, data->expert_cap[year] - data->heads[year]);
}

/* All that a region could be asked in a year. */
static double
region_days (const GpPlanData *data, guint32 region, guint year)
{
  double days = hire_room (data, year) * data->expert_training_days;
  for (guint s = 0; s < data->n_sites; s++)
    if (data->sites[s].region == region)
      days += site_days (data, s, year);
  for (guint c = 0; c < data->n_cells && year + 1 < data->n_years; c++)
    if (data->cells[c].region == region)
      days +=
          data->cells[c].n * data->recruitment[data->cells[c].sector * data->n_years + year + 1];
  for (guint32 b = 0; b < data->n_boards; b++)
    if (data->project->boards[b].home_region == region && data->boards[b].can_partner)
      days += data->partnership_days +
              data->boards[b].max_coaches * (data->training_days + data->coach_expert_days);
  return days;
}

static double
group_schools (const GpProgram *program, guint u)
{
  const GpUnit *unit = gp_program_unit (program, u);
  double n = 0;
  for (guint m = 0; m < unit->n_members; m++)
    n += g_array_index (program->members, GpMember, unit->first_member + m).n;
  return n;
}

static double
target_until (const GpPlanData *data, guint programme, guint year)
{
  double sum = 0;
  for (guint y = 0; y <= year; y++)
    sum += data->cohort[programme * data->n_years + y];
  return sum;
}

static double
box_of (const GpProgram *program, const GpCol *col)
{
  const GpPlanData *data = program->data;
  switch (col->kind) {
  case GP_COL_START:
    return data->cells[col->a].n;
  case GP_COL_PARTNER:
    return 1;
  case GP_COL_GROUP:
    return group_schools (program, col->a);
  case GP_COL_TRAINING:
  case GP_COL_STOCK:
    return data->boards[col->a].max_coaches;
  case GP_COL_COACH:
    return data->handover[col->year] * site_days (data, col->a, col->year);
  case GP_COL_HIRE:
  case GP_COL_HIRED:
    return hire_room (data, col->year);
  case GP_COL_LEND:
    return data->available[col->a * data->n_years + col->year] +
           hire_room (data, col->year) * data->expert_days;
  case GP_COL_OVERLOAD:
    return region_days (data, col->a, col->year);
  case GP_COL_DELAY:
    return target_until (data, col->a, col->year);
  default:
    return schools_of_sector (data, col->kind == GP_COL_SECTOR ? col->a : GP_NONE);
  }
}

double *
gp_proof_boxes (const GpProgram *program)
{
  double *boxes = g_new (double, program->cols->len + 1);
  for (guint c = 0; c < program->cols->len; c++) {
    boxes[c] = g_array_index (program->col_upper, double, c);
    if (!isfinite (boxes[c]))
      boxes[c] = box_of (program, &g_array_index (program->cols, GpCol, c));
  }
  return boxes;
}

/* ---- a level ------------------------------------------------------------------------ */

/* cost -= rows x matrix */
static void
subtract_rows (const GpProgram *program, const GpSum *rows, GpSum *cost)
{
  for (guint e = 0; e < program->entry_row->len; e++) {
    const GpSum *row = &rows[g_array_index (program->entry_row, int, e)];
    GpSum *of = &cost[g_array_index (program->entry_col, int, e)];
    if (row->high == 0)
      continue;
    GpSum entry = gp_sum_of_decimal (g_array_index (program->entry_value, double, e));
    of->low -= row->high * entry.low;
    gp_sum_add_times (of, -entry.high, *row);
  }
}

void
gp_proof_level_init (GpProofLevel *level, const GpRelaxed *relaxed, guint k)
{
  const GpProgram *program = relaxed->program;
  const GpRelaxedPriority *own = &relaxed->priorities[k];
  guint n_cols = program->cols->len, n_rows = program->rows->len;
  g_autofree double *objective = gp_program_objective (program, program->data->priorities[k]);
  level->rows = g_new (GpSum, n_rows + 1);
  level->cols = g_new (GpSum, n_cols + 1);
  for (guint r = 0; r < n_rows; r++)
    level->rows[r] = (GpSum){own->row_dual[r], own->row_rest[r]};
  for (guint c = 0; c < n_cols; c++)
    level->cols[c] = gp_sum_of_decimal (objective[c]);
  subtract_rows (program, level->rows, level->cols);
}

void
gp_proof_level_clear (GpProofLevel *level)
{
  g_clear_pointer (&level->rows, g_free);
  g_clear_pointer (&level->cols, g_free);
}

/* ---- value -------------------------------------------------------------------------- */

/* The bound that a price of that sign leans on. */
static double
leaning (double price, double lower, double upper)
{
  return price > 0 ? lower : upper;
}

/* Multipliers that no bound of their row stands behind become zero, and leave the columns. */
static void
drop_wrong_signs (const GpProgram *program, GpProofLevel *level)
{
  g_autofree GpSum *dropped = g_new0 (GpSum, program->rows->len + 1);
  for (guint r = 0; r < program->rows->len; r++)
    if (!isfinite (leaning (level->rows[r].high, g_array_index (program->row_lower, double, r),
                            g_array_index (program->row_upper, double, r)))) {
      dropped[r] = (GpSum){-level->rows[r].high, -level->rows[r].low};
      level->rows[r] = (GpSum){0, 0};
    }
  subtract_rows (program, dropped, level->cols);
}

/* Price x the bound that it leans on, in the k-th level less in the multiples of the earlier. */
typedef struct {
  const GpProofLevel *levels;
  guint k;
  const double *held;
  double lower, upper;
} Sum;

/* worth += times x price x bound */
static void
add_worth (const Sum *sum, double times, GpSum price, GpSum *worth)
{
  GpSum multiple = {0, 0};
  if (price.high == 0)
    return;
  gp_sum_add_times (&multiple, times, price);
  gp_sum_add_times (worth, leaning (price.high, sum->lower, sum->upper), multiple);
}

static void
add_net_worth (const Sum *sum, gboolean is_row, guint i, GpSum *value)
{
  const GpProofLevel *own = &sum->levels[sum->k];
  GpSum worth = {0, 0};
  add_worth (sum, 1, is_row ? own->rows[i] : own->cols[i], &worth);
  for (const GpProofLevel *held = sum->levels; held < own; held++) {
    double multiple = sum->held[held - sum->levels];
    if (multiple > 0)
      add_worth (sum, -multiple, is_row ? held->rows[i] : held->cols[i], &worth);
  }
  gp_sum_add_times (value, 1, worth);
}

double
gp_proof_value (const GpRelaxed *relaxed, GpProofLevel *levels, guint k, const double *held,
                const double *boxes)
{
  const GpProgram *program = relaxed->program;
  Sum sum = {.levels = levels, .k = k, .held = held};
  GpSum value = {0, 0};
  drop_wrong_signs (program, &levels[k]);
  for (guint r = 0; r < program->rows->len; r++) {
    sum.lower = g_array_index (program->row_lower, double, r);
    sum.upper = g_array_index (program->row_upper, double, r);
    add_net_worth (&sum, TRUE, r, &value);
  }
  for (guint c = 0; c < program->cols->len; c++) {
    sum.lower = g_array_index (program->col_lower, double, c);
    sum.upper = boxes[c];
    add_net_worth (&sum, FALSE, c, &value);
  }
  return value.high + value.low;
}
