/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about starts as rows, one function a rule, in the model's order; and all rules
 * together. */
#include "gp-program-rules.h"

#include <math.h>

int
gp_program_add_row (GpProgram *program, GpRow row, double lower, double upper)
{
  g_array_append_val (program->rows, row);
  g_array_append_val (program->row_lower, lower);
  g_array_append_val (program->row_upper, upper);
  return (int)program->rows->len - 1;
}

void
gp_program_put_entry (GpProgram *program, int row, int col, double value)
{
  if (col < 0 || value == 0)
    return;
  g_array_append_val (program->entry_row, row);
  g_array_append_val (program->entry_col, col);
  g_array_append_val (program->entry_value, value);
}

void
gp_program_add_entry (GpProgram *program, int row, int col, double value)
{
  gp_program_put_entry (program, row, col, value);
  gp_program_put_entry (program, row, gp_program_kept (program, col), value);
}

void
gp_program_add_starts (GpProgram *program, int row, guint cell, guint year, double value)
{
  int regular = gp_program_start (program, cell, GP_PROGRAMME_REGULAR, year);
  int funded = gp_program_start (program, cell, GP_PROGRAMME_GROEIKRACHT, year);
  gp_program_add_entry (program, row, regular, value);
  if (funded != regular)
    gp_program_add_entry (program, row, funded, value);
}

void
gp_program_add_unit_starts (GpProgram *program, int row, const GpUnit *unit, guint year,
                            double value)
{
  int regular = gp_program_unit_start (program, unit, GP_PROGRAMME_REGULAR, year);
  int funded = gp_program_unit_start (program, unit, GP_PROGRAMME_GROEIKRACHT, year);
  gp_program_add_entry (program, row, regular, value);
  if (funded != regular)
    gp_program_add_entry (program, row, funded, value);
}

/* 1 supply */
static void
add_supply (GpProgram *program)
{
  for (guint c = 0; c < program->data->n_cells; c++) {
    if (program->unit_of[c] == GP_NONE)
      continue; /* bounds of its segments */
    int row = gp_program_add_row (program, (GpRow){GP_RULE_SUPPLY, 0, c, 0, 0}, -INFINITY,
                                  program->data->cells[c].n);
    for (guint y = 0; y < program->data->n_years; y++)
      gp_program_add_starts (program, row, c, y, 1);
  }
}

/* Lean: S[s,y] counts the merged starts, and Groeikracht takes at most those that it may. */
static void
add_definitions (GpProgram *program)
{
  const GpPlanData *data = program->data;
  if (program->shape != GP_PROGRAM_LEAN)
    return;
  int first = (int)program->rows->len;
  for (guint32 s = 0; s < data->n_sectors; s++)
    for (guint y = 0; y < data->n_years; y++) {
      int row = gp_program_add_row (program, (GpRow){GP_N_RULES, 0, s, 0, y}, 0, 0);
      gp_program_add_entry (program, row, gp_program_sector (program, s, y), -1);
    }
  for (guint u = 0; u < program->units->len; u++) {
    const GpUnit *unit = gp_program_unit (program, u);
    for (guint y = 0; y < data->n_years && unit->merged; y++)
      gp_program_add_entry (program, first + (int)(unit->sector * data->n_years + y),
                            gp_program_unit_start (program, unit, GP_PROGRAMME_REGULAR, y), 1);
  }
  for (guint y = 0; y < data->n_years; y++) {
    int row = gp_program_add_row (program, (GpRow){GP_N_RULES, 1, 0, 0, y}, 0, INFINITY);
    for (guint32 s = 0; s < data->n_sectors; s++)
      if (data->project->sectors[s].groeikracht)
        gp_program_add_entry (program, row, gp_program_sector (program, s, y), 1);
    gp_program_add_entry (program, row, gp_program_funded (program, y), -1);
  }
}

/* Lean: a chain's starts so far are its segments, most pupils first. */
static void
add_chains (GpProgram *program)
{
  guint n_years = program->data->n_years;
  for (guint u = 0; u < program->units->len; u++) {
    const GpUnit *unit = gp_program_unit (program, u);
    for (guint y = 0; y < n_years && unit->grouped; y++) {
      int row = gp_program_add_row (program, (GpRow){GP_N_RULES, 2, u, 0, y}, 0, 0);
      for (guint until = 0; until <= y; until++)
        gp_program_add_entry (
            program, row, gp_program_unit_start (program, unit, GP_PROGRAMME_REGULAR, until), 1);
      for (guint m = 0; m < unit->n_members; m++)
        gp_program_add_entry (program, row, gp_program_segment (program, unit, m, y), -1);
    }
  }
}

/* Every start of the year that is not merged, of one programme (or of both: NONE), and the merged.
 */
static void
add_year_starts (GpProgram *program, int row, guint year, GpProgramme programme, guint32 sector,
                 double value)
{
  const GpPlanData *data = program->data;
  for (guint u = 0; u < program->units->len; u++) {
    const GpUnit *unit = gp_program_unit (program, u);
    if (unit->merged || (sector != GP_NONE && unit->sector != sector))
      continue;
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      if (programme == GP_PROGRAMME_NONE || programme == (GpProgramme)p)
        gp_program_add_entry (program, row,
                              gp_program_unit_start (program, unit, (GpProgramme)p, year), value);
  }
  if (programme != GP_PROGRAMME_GROEIKRACHT)
    for (guint32 s = 0; s < data->n_sectors; s++)
      if (sector == GP_NONE || s == sector)
        gp_program_add_entry (program, row, gp_program_sector (program, s, year), value);
  if (programme == GP_PROGRAMME_GROEIKRACHT)
    gp_program_add_entry (program, row, gp_program_funded (program, year), value);
  if (programme == GP_PROGRAMME_REGULAR)
    gp_program_add_entry (program, row, gp_program_funded (program, year), -value);
}

/* 2 cohort, as differences */
static void
add_cohort (GpProgram *program)
{
  const GpPlanData *data = program->data;
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < data->n_years; y++) {
      double target = data->cohort[p * data->n_years + y];
      int row = gp_program_add_row (program, (GpRow){GP_RULE_COHORT, 0, p, 0, y}, target, target);
      add_year_starts (program, row, y, (GpProgramme)p, GP_NONE, 1);
      gp_program_add_entry (program, row, gp_program_delay (program, (GpProgramme)p, y), 1);
      if (y > 0)
        gp_program_add_entry (program, row, gp_program_delay (program, (GpProgramme)p, y - 1), -1);
    }
}

/* 3 interest */
static void
add_interest (GpProgram *program)
{
  for (guint y = 0; y < program->data->n_years; y++) {
    if (program->data->interest[y] >= GP_NO_LIMIT)
      continue;
    int row = gp_program_add_row (program, (GpRow){GP_RULE_INTEREST, 0, 0, 0, y}, -INFINITY,
                                  program->data->interest[y]);
    add_year_starts (program, row, y, GP_PROGRAMME_NONE, GP_NONE, 1);
  }
}

/* 4 equity: those of high need less their share of all. In the lean shape merged high-need starts
 * enter by themselves and S carries the share; unmerged ones have both in one entry. */
static void
add_equity_year (GpProgram *program, guint year, double share)
{
  const GpPlanData *data = program->data;
  int row = gp_program_add_row (program, (GpRow){GP_RULE_EQUITY, 0, 0, 0, year}, 0, INFINITY);
  for (guint u = 0; u < program->units->len; u++) {
    const GpUnit *unit = gp_program_unit (program, u);
    double high = unit->need == GP_NEED_HIGH ? 1 : 0;
    gp_program_add_unit_starts (program, row, unit, year, unit->merged ? high : high - share);
  }
  for (guint32 s = 0; s < data->n_sectors; s++)
    gp_program_add_entry (program, row, gp_program_sector (program, s, year), -share);
}

static void
add_equity (GpProgram *program)
{
  for (guint y = 0; y < program->data->n_years; y++)
    if (program->data->equity[y] > 0)
      add_equity_year (program, y, program->data->equity[y]);
}

/* 5 sector share */
static void
add_sector_share (GpProgram *program)
{
  const GpPlanData *data = program->data;
  for (guint32 s = 0; s < data->n_sectors; s++)
    for (guint y = 0; y < data->n_years; y++) {
      double share = data->sector_min[s * data->n_years + y];
      if (share <= 0)
        continue;
      int row =
          gp_program_add_row (program, (GpRow){GP_RULE_SECTOR_SHARE, 0, s, 0, y}, 0, INFINITY);
      for (guint32 t = 0; t < data->n_sectors; t++)
        add_year_starts (program, row, y, GP_PROGRAMME_NONE, t, (t == s ? 1 : 0) - share);
    }
}

/* 14 readiness (bounds of merged columns and of chains in the lean shape) */
static void
add_readiness (GpProgram *program)
{
  for (guint c = 0; c < program->data->n_cells && program->data->require_ready; c++) {
    guint32 unit = program->unit_of[c];
    if (unit == GP_NONE || gp_program_unit (program, unit)->merged)
      continue;
    int row = gp_program_add_row (program, (GpRow){GP_RULE_READINESS, 0, c, 0, 0}, -INFINITY,
                                  program->data->cells[c].n_ready);
    gp_program_add_starts (program, row, c, 0, 1);
  }
}

/* ---- 15 pins ---------------------------------------------------------------------- */

static void
add_pinned_cols (GpProgram *program, int row, const GpPinData *pin)
{
  const GpPlanData *data = program->data;
  guint32 b = pin->row->board;
  if (pin->row->kind == GP_PIN_PARTNER)
    gp_program_add_entry (program, row, gp_program_partner (program, b, pin->year), 1);
  else if (pin->row->kind == GP_PIN_TRAINING)
    gp_program_add_entry (program, row, gp_program_training (program, b, pin->year), 1);
  else
    for (guint c = data->boards[b].first_cell;
         c < data->boards[b].first_cell + data->boards[b].n_cells; c++)
      if (data->cells[c].sector == pin->row->sector)
        gp_program_add_entry (program, row,
                              gp_program_start (program, c, pin->row->programme, pin->year), 1);
}

static void
add_pins (GpProgram *program)
{
  for (guint i = 0; i < program->data->n_pins; i++) {
    const GpPinData *pin = &program->data->pins[i];
    if (pin->row->min >= 0)
      add_pinned_cols (program,
                       gp_program_add_row (program, (GpRow){GP_RULE_PINS, 0, i, 0, pin->year},
                                           pin->row->min, INFINITY),
                       pin);
    if (pin->row->max >= 0)
      add_pinned_cols (program,
                       gp_program_add_row (program, (GpRow){GP_RULE_PINS, 1, i, 0, pin->year},
                                           -INFINITY, pin->row->max),
                       pin);
  }
}

/* So many of the published starts stay. */
static void
add_keep (GpProgram *program)
{
  if (program->data->published == NULL || program->data->published->keep < 0)
    return;
  int row = gp_program_add_row (program, (GpRow){GP_N_RULES, 3, 0, 0, 0},
                                program->data->published->keep, INFINITY);
  for (guint c = program->n_split; c < program->cols->len; c++) {
    const GpCol *col = &g_array_index (program->cols, GpCol, c);
    if (col->kept && col->kind == GP_COL_START)
      gp_program_add_entry (program, row, (int)c, 1);
  }
}

void
gp_program_add_rules (GpProgram *program)
{
  add_supply (program);
  add_definitions (program);
  add_chains (program);
  add_cohort (program);
  add_interest (program);
  add_equity (program);
  add_sector_share (program);
  gp_program_add_coach_rules (program);
  gp_program_add_expert_rules (program);
  add_readiness (program);
  add_pins (program);
  add_keep (program);
}
