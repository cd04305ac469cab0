/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What starts are counted by: cells, and in the lean shape chains of cells that differ in nothing
 * but their pupils. */
#include "gp-program.h"

#include <math.h>

const GpUnit *
gp_program_unit (const GpProgram *program, guint unit)
{
  return &g_array_index (program->units, GpUnit, unit);
}

int
gp_program_unit_start (const GpProgram *program, const GpUnit *unit, GpProgramme programme,
                       guint year)
{
  gboolean funded = program->data->project->sectors[unit->sector].groeikracht;
  if (programme == GP_PROGRAMME_GROEIKRACHT && !funded)
    return -1;
  if (unit->merged)
    return unit->first + (int)year;
  return unit->first + (int)year * (funded ? 2 : 1) +
         (programme == GP_PROGRAMME_GROEIKRACHT ? 1 : 0);
}

int
gp_program_start (const GpProgram *program, guint cell, GpProgramme programme, guint year)
{
  guint32 unit = program->unit_of[cell];
  return unit == GP_NONE
             ? -1
             : gp_program_unit_start (program, gp_program_unit (program, unit), programme, year);
}

int
gp_program_segment (const GpProgram *program, const GpUnit *unit, guint member, guint year)
{
  guint n_years = program->data->n_years;
  return unit->first + (int)(n_years + member * n_years + year);
}

/* ---- cells of their own ----------------------------------------------------------- */

/* Supply bounds a start; only readiness bounds it closer. */
static double
start_bound (const GpProgram *program, const GpCell *cell, gboolean merged, guint year)
{
  return merged && year == 0 && program->data->require_ready ? (double)cell->n_ready : INFINITY;
}

static void
add_cell_unit (GpProgram *program, guint32 c)
{
  const GpPlanData *data = program->data;
  const GpCell *cell = &data->cells[c];
  gboolean merged = program->shape == GP_PROGRAM_LEAN && !gp_plan_data_cell_pinned (data, cell) &&
                    gp_plan_data_published_starts (data, c) <= 0;
  GpUnit unit = {cell->sector,
                 cell->region,
                 cell->need,
                 FALSE,
                 merged,
                 FALSE,
                 c,
                 (int)program->cols->len,
                 0,
                 0};
  program->unit_of[c] = program->units->len;
  g_array_append_val (program->units, unit);
  for (guint y = 0; y < data->n_years; y++) {
    double upper = start_bound (program, cell, merged, y);
    gp_program_add_col (program, GP_COL_START, c, merged ? GP_MERGED : GP_PROGRAMME_REGULAR, y,
                        upper);
    if (!merged && data->project->sectors[cell->sector].groeikracht)
      gp_program_add_col (program, GP_COL_START, c, GP_PROGRAMME_GROEIKRACHT, y, upper);
  }
}

/* ---- chains ----------------------------------------------------------------------- */

static gboolean
can_group (const GpProgram *program, guint32 c)
{
  const GpCell *cell = &program->data->cells[c];
  return program->shape == GP_PROGRAM_LEAN && !program->data->boards[cell->board].can_partner &&
         !gp_plan_data_cell_pinned (program->data, cell) &&
         gp_plan_data_published_starts (program->data, c) <= 0;
}

static int
compare_members (gconstpointer a, gconstpointer b, gpointer data)
{
  const GpCell *cells = data;
  const GpMember *p = a, *q = b;
  double difference = cells[q->cell].pupils - cells[p->cell].pupils;
  if (difference != 0)
    return difference > 0 ? 1 : -1;
  return (p->cell > q->cell) - (p->cell < q->cell);
}

static void
add_chain_cols (GpProgram *program, guint u)
{
  const GpUnit *unit = gp_program_unit (program, u);
  guint n_years = program->data->n_years;
  for (guint y = 0; y < n_years; y++)
    gp_program_add_col (program, GP_COL_GROUP, u, 0, y, unit->waits && y == 0 ? 0 : INFINITY);
  for (guint m = 0; m < unit->n_members; m++) {
    const GpMember *member = &g_array_index (program->members, GpMember, unit->first_member + m);
    for (guint y = 0; y < n_years; y++)
      gp_program_add_col (program, GP_COL_SEGMENT, u, member->cell, y, member->n);
  }
}

static void
add_chain (GpProgram *program, GpUnit unit, GArray *members)
{
  if (members->len == 0)
    return;
  g_array_sort_with_data (members, compare_members, program->data->cells);
  unit.first = (int)program->cols->len;
  unit.first_member = program->members->len;
  unit.n_members = members->len;
  g_array_append_vals (program->members, members->data, members->len);
  g_array_append_val (program->units, unit);
  add_chain_cols (program, program->units->len - 1);
}

/* Schools of the group that may start at once, or (waits) those that may not. */
static void
gather_members (const GpProgram *program, const GpUnit *unit, GArray *members)
{
  const GpPlanData *data = program->data;
  for (guint32 c = 0; c < data->n_cells; c++) {
    const GpCell *cell = &data->cells[c];
    guint ready = data->require_ready ? cell->n_ready : cell->n;
    GpMember member = {c, unit->waits ? cell->n - ready : ready};
    if (program->unit_of[c] == GP_NONE && cell->sector == unit->sector &&
        cell->region == unit->region && cell->need == unit->need && member.n > 0)
      g_array_append_val (members, member);
  }
}

static void
add_group (GpProgram *program, guint32 sector, guint32 region, GpNeed need)
{
  for (guint waits = 0; waits < 2; waits++) {
    g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (GpMember));
    GpUnit unit = {sector, region, need, TRUE, TRUE, waits == 1, GP_NONE, 0, 0, 0};
    gather_members (program, &unit, members);
    add_chain (program, unit, members);
  }
}

void
gp_program_add_units (GpProgram *program)
{
  const GpPlanData *data = program->data;
  for (guint32 c = 0; c < data->n_cells; c++) {
    program->unit_of[c] = GP_NONE;
    if (!can_group (program, c))
      add_cell_unit (program, c);
  }
  if (program->shape == GP_PROGRAM_PLAIN)
    return;
  for (guint32 s = 0; s < data->n_sectors; s++)
    for (guint32 r = 0; r < data->n_regions; r++)
      for (guint need = 0; need < GP_N_NEEDS; need++)
        add_group (program, s, r, (GpNeed)need);
}

/* ---- whose a row or column is ----------------------------------------------------- */

guint32
gp_program_col_board (const GpProgram *program, guint index, gboolean *partner)
{
  const GpCol *col = &g_array_index (program->cols, GpCol, index);
  *partner = col->kind != GP_COL_START;
  switch (col->kind) {
  case GP_COL_START:
    return program->data->cells[col->a].board;
  case GP_COL_PARTNER:
  case GP_COL_TRAINING:
  case GP_COL_STOCK:
    return col->a;
  case GP_COL_COACH:
    return program->data->sites[col->a].board;
  default:
    return GP_NONE;
  }
}

guint32
gp_program_row_board (const GpProgram *program, guint index, gboolean *partner)
{
  const GpRow *row = &g_array_index (program->rows, GpRow, index);
  *partner = row->rule != GP_RULE_SUPPLY && row->rule != GP_RULE_READINESS;
  switch (row->rule) {
  case GP_RULE_SUPPLY:
  case GP_RULE_READINESS:
    return program->data->cells[row->a].board;
  case GP_RULE_HANDOVER:
    return program->data->sites[row->a].board;
  case GP_RULE_COACH_CAPACITY:
  case GP_RULE_STOCK:
  case GP_RULE_POOL:
  case GP_RULE_PARTNER_ROOM:
    return row->a;
  default:
    return GP_NONE;
  }
}
