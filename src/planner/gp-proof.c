/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the duals of every priority to one proof a priority.
 *
 * The optimum of priority k was found with columns fixed that the priorities before it fixed (the
 * optimal face); such a column may have a reduced cost of the wrong sign in k. But it had a reduced
 * cost of the right sign, and not zero, in the priority j that fixed it, and none in those before
 * j. So from k-1 down to the first, a multiple held[j] of priority j's objective, with the same
 * multiple of its duals, puts every column and row that j fixed right and leaves those of the later
 * ones alone. What comes out is a dual solution of "minimise k while every earlier priority keeps
 * its value": the audit takes it from there, in exact arithmetic and without us. */
#include "gp-relaxed.h"

#include <math.h>

/* The most that a column can be in a plan that is worth looking at; INFINITY when that is not
 * plain. */
static double
column_box (const GpProgram *program, const GpCol *col)
{
  const GpPlanData *data = program->data;
  switch (col->kind) {
  case GP_COL_START:
    return data->cells[col->a].n;
  case GP_COL_SEGMENT:
    return data->cells[col->b].n;
  case GP_COL_PARTNER:
    return 1;
  case GP_COL_TRAINING:
  case GP_COL_STOCK:
    return data->boards[col->a].max_coaches;
  default:
    return INFINITY;
  }
}

static double
multiple_for (double combined, double of_holder)
{
  return combined * of_holder < 0 ? -combined / of_holder : 0;
}

/* A column whose wrong sign costs the bound next to nothing is left wrong: it is mostly rounding,
 * and the multiple that would put it right may be huge and blow up the rounding of all others. */
static double
find_multiple (const GpRelaxed *relaxed, guint holder, const double *rows, const double *cols,
               double negligible)
{
  const GpRelaxedPriority *held = &relaxed->priorities[holder];
  const GpProgram *program = relaxed->program;
  double multiple = 0;
  for (guint c = 0; c < program->cols->len; c++) {
    const GpCol *col = &g_array_index (program->cols, GpCol, c);
    if (relaxed->col_level[c] == holder + 1 &&
        fabs (cols[c]) * column_box (program, col) > negligible)
      multiple = fmax (multiple, multiple_for (cols[c], held->col_dual[c]));
  }
  for (guint r = 0; r < program->rows->len; r++)
    if (relaxed->row_level[r] == holder + 1)
      multiple = fmax (multiple, multiple_for (rows[r], held->row_dual[r]));
  return multiple;
}

static void
add_multiple (double *to, const double *from, double multiple, guint n)
{
  for (guint i = 0; i < n; i++)
    to[i] += multiple * from[i];
}

static const char *
board_code (const GpPlanData *data, guint32 board)
{
  return data->project->boards[board].code;
}

static void
name_cell (const GpPlanData *data, guint32 c, GpProofRow *out)
{
  const GpCell *cell = &data->cells[c];
  out->board = board_code (data, cell->board);
  out->sector = data->project->sectors[cell->sector].code;
  out->region = data->project->regions[cell->region].code;
  out->need = cell->need;
}

static void
name_site (const GpPlanData *data, guint32 site, GpProofRow *out)
{
  out->board = board_code (data, data->sites[site].board);
  out->region = data->project->regions[data->sites[site].region].code;
}

static void
name_row (const GpPlanData *data, const GpRow *row, GpProofRow *out)
{
  switch (row->rule) {
  case GP_RULE_SUPPLY:
  case GP_RULE_READINESS:
    name_cell (data, row->a, out);
    break;
  case GP_RULE_COHORT:
    out->programme = (GpProgramme)row->a;
    break;
  case GP_RULE_SECTOR_SHARE:
    out->sector = data->project->sectors[row->a].code;
    break;
  case GP_RULE_HANDOVER:
    name_site (data, row->a, out);
    break;
  case GP_RULE_COACH_CAPACITY:
  case GP_RULE_STOCK:
  case GP_RULE_POOL:
  case GP_RULE_PARTNER_ROOM:
    out->board = board_code (data, row->a);
    break;
  case GP_RULE_HIRING:
    if (row->variant == 0)
      out->region = data->project->regions[row->a].code;
    break;
  case GP_RULE_EXPERT_DAYS:
    out->region = data->project->regions[row->a].code;
    break;
  case GP_RULE_PINS:
    out->pin = data->pins[row->a].pin;
    break;
  default:
    break;
  }
}

/* The program has the cohort as differences: the running sum of year y has the dual of y less that
 * of y + 1. */
static double
plain_dual (const GpProgram *program, const double *duals, guint r)
{
  const GpRow *row = &g_array_index (program->rows, GpRow, r);
  if (row->rule != GP_RULE_COHORT || row->year + 1 == program->data->n_years)
    return duals[r];
  return duals[r] - duals[r + 1];
}

static void
append_rows (const GpRelaxed *relaxed, const double *duals, GArray *rows)
{
  const GpProgram *program = relaxed->program;
  for (guint r = 0; r < program->rows->len; r++) {
    const GpRow *row = &g_array_index (program->rows, GpRow, r);
    double dual = plain_dual (program, duals, r);
    if (row->rule == GP_N_RULES || dual == 0)
      continue;
    GpProofRow out = {.rule = row->rule,
                      .variant = row->variant,
                      .board = "",
                      .sector = "",
                      .region = "",
                      .programme = GP_PROGRAMME_NONE,
                      .year = gp_plan_data_year (program->data, row->year),
                      .pin = GP_NONE,
                      .value = dual};
    name_row (program->data, row, &out);
    if (row->rule == GP_RULE_SUPPLY || (row->rule == GP_RULE_PARTNER_ROOM && row->variant == 1))
      out.year = GP_YEAR_NONE;
    g_array_append_val (rows, out);
  }
}

/* ---- rules that the lean program has as bounds and segments ----------------------- */

static void
append_cell (const GpPlanData *data, GpRule rule, guint32 cell, double value, GArray *rows)
{
  GpProofRow out = {.rule = rule,
                    .board = "",
                    .sector = "",
                    .region = "",
                    .programme = GP_PROGRAMME_NONE,
                    .pin = GP_NONE,
                    .value = value};
  if (value == 0)
    return;
  if (rule == GP_RULE_READINESS)
    out.year = gp_plan_data_year (data, 0);
  name_cell (data, cell, &out);
  g_array_append_val (rows, out);
}

/* The readiness of a merged cell is the bound of its first year. */
static void
append_bounds (const GpProgram *program, const double *cols, GArray *rows)
{
  for (guint u = 0; u < program->units->len && program->data->require_ready; u++) {
    const GpUnit *unit = gp_program_unit (program, u);
    if (unit->merged && !unit->grouped)
      append_cell (program->data, GP_RULE_READINESS, unit->cell, fmin (0, cols[unit->first]), rows);
  }
}

/* A cell of a chain: what a start in a year would cost before its own supply is the reduced cost of
 * the chain's start and of its segments from then on. Supply takes the least of it, and readiness
 * what the first year is lower still. */
static void
append_member (const GpProgram *program, const GpUnit *unit, guint m, const double *cols,
               GArray *rows)
{
  gboolean ready_rule = program->data->require_ready;
  guint32 cell = g_array_index (program->members, GpMember, unit->first_member + m).cell;
  double tail = 0, supply = 0, first = 0;
  for (guint i = program->data->n_years; i > 0; i--) {
    double start;
    tail += cols[gp_program_segment (program, unit, m, i - 1)];
    start = tail + cols[gp_program_unit_start (program, unit, GP_PROGRAMME_REGULAR, i - 1)];
    if (i > 1 || !ready_rule)
      supply = fmin (supply, start);
    first = start;
  }
  append_cell (program->data, GP_RULE_SUPPLY, cell, supply, rows);
  if (ready_rule)
    append_cell (program->data, GP_RULE_READINESS, cell, fmin (0, first - supply), rows);
}

/* Both chains of a cell give the same prices but in the first year, which only the ready one has.
 */
static void
append_chains (const GpProgram *program, const double *cols, GArray *rows)
{
  g_autofree gboolean *done = g_new0 (gboolean, program->data->n_cells + 1);
  for (guint waits = 0; waits < 2; waits++)
    for (guint u = 0; u < program->units->len; u++) {
      const GpUnit *unit = gp_program_unit (program, u);
      for (guint m = 0; m < unit->n_members && unit->waits == (waits == 1); m++) {
        guint32 cell = g_array_index (program->members, GpMember, unit->first_member + m).cell;
        if (!done[cell])
          append_member (program, unit, m, cols, rows);
        done[cell] = TRUE;
      }
    }
}

/* ---- the value that the proof proves ------------------------------------------------ */

/* The most that the row's own bounds leave of its price. */
static long double
row_share (double price, double lower, double upper)
{
  double bound = price > 0 ? lower : upper;
  return isfinite (bound) ? (long double)price * bound : 0;
}

/* What the columns cost at the prices, each where that is least (a price of the wrong sign by
 * rounding counts as zero where nothing bounds the column). */
static long double
columns_share (const GpProgram *program, const long double *cost)
{
  long double sum = 0;
  for (guint c = 0; c < program->cols->len; c++) {
    double bound = cost[c] > 0 ? g_array_index (program->col_lower, double, c)
                               : g_array_index (program->col_upper, double, c);
    if (isfinite (bound))
      sum += cost[c] * bound;
  }
  return sum;
}

/* The objective with the held ones, less what the rows' prices say. */
static long double *
reduced_costs (const GpRelaxed *relaxed, guint level, const GpPlanPriority *held,
               const double *duals)
{
  const GpProgram *program = relaxed->program;
  long double *cost = g_new0 (long double, program->cols->len + 1);
  for (guint i = 0; i <= level; i++) {
    double times = i < level ? held->held[i] : 1;
    g_autofree double *objective = gp_program_objective (program, program->data->priorities[i]);
    for (guint c = 0; c < program->cols->len && times > 0; c++)
      cost[c] += (long double)times * objective[c];
  }
  for (guint e = 0; e < program->entry_row->len; e++)
    cost[g_array_index (program->entry_col, int, e)] -=
        (long double)duals[g_array_index (program->entry_row, int, e)] *
        g_array_index (program->entry_value, double, e);
  return cost;
}

static double
proven_value (const GpRelaxed *relaxed, guint level, const GpPlanPriority *held,
              const double *duals)
{
  const GpProgram *program = relaxed->program;
  g_autofree long double *cost = reduced_costs (relaxed, level, held, duals);
  long double sum = columns_share (program, cost);
  for (guint r = 0; r < program->rows->len; r++)
    sum += row_share (duals[r], g_array_index (program->row_lower, double, r),
                      g_array_index (program->row_upper, double, r));
  for (guint i = 0; i < level; i++)
    sum -= (long double)held->held[i] * relaxed->priorities[i].value;
  return (double)sum;
}

/* Rounding never parts a value and its proof by this share, unless it is multiplied by more than
 * BLUNT; wrong duals do. */
#define DOUBTFUL 1e-4
#define BLUNT 1e9

static gboolean
is_blunt (const GpPlanPriority *held, guint level)
{
  for (guint i = 0; i < level; i++)
    if (held->held[i] > BLUNT)
      return TRUE;
  return FALSE;
}

/* The solver's value has the rounding of its basis, some 1e-12 of it; a later priority may hold it
 * with a multiple of 1e12, and then that rounding is all its proof would prove. The value of the
 * dual solution in long double has far less, so that it is the one that is stated and held. */
static void
state_value (GpRelaxed *relaxed, guint level, const GpPlanPriority *held, const double *duals)
{
  GpRelaxedPriority *own = &relaxed->priorities[level];
  double proven = proven_value (relaxed, level, held, duals);
  double apart = fabs (proven - own->value) / (1 + fabs (own->value));
  if (apart <= 1e-8)
    own->value = proven;
  else if (!(apart <= DOUBTFUL) && !is_blunt (held, level))
    relaxed->doubtful = TRUE;
}

void
gp_relaxed_add_proof (GpRelaxed *relaxed, guint level, GpPlanPriority *out, GArray *rows)
{
  guint n_cols = relaxed->program->cols->len, n_rows = relaxed->program->rows->len;
  const GpRelaxedPriority *own = &relaxed->priorities[level];
  g_autofree double *cols = g_memdup2 (own->col_dual, n_cols * sizeof (double));
  g_autofree double *duals = g_memdup2 (own->row_dual, n_rows * sizeof (double));
  double negligible = 1e-11 * (1 + fabs (own->value));
  for (guint i = 0; i < GP_N_PRIORITIES; i++)
    out->held[i] = 0;
  for (guint i = level; i > 0; i--) {
    const GpRelaxedPriority *earlier = &relaxed->priorities[i - 1];
    double multiple = find_multiple (relaxed, i - 1, duals, cols, negligible);
    if (multiple <= 0)
      continue;
    out->held[i - 1] = multiple;
    add_multiple (cols, earlier->col_dual, multiple, n_cols);
    add_multiple (duals, earlier->row_dual, multiple, n_rows);
  }
  state_value (relaxed, level, out, duals);
  append_rows (relaxed, duals, rows);
  append_bounds (relaxed->program, cols, rows);
  append_chains (relaxed->program, cols, rows);
  out->proof = (const GpProofRow *)(void *)rows->data;
  out->n_proof = rows->len;
}
