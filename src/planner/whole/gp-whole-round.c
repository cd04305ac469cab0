/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From fractions of schools to whole schools: what pins ask first, with the starts that shares ask
 * next to them while there are schools for it, then the relaxed plan's rounded down. */
#include "gp-whole-fill.h"

#include <math.h>

#define EPSILON 1e-6

static double
fraction (const GpDecisions *relaxed, guint c, guint y)
{
  return relaxed->starts[gp_decisions_at (relaxed, c, GP_PROGRAMME_GROEIKRACHT, y)] +
         relaxed->starts[gp_decisions_at (relaxed, c, GP_PROGRAMME_REGULAR, y)];
}

/* The programme that a start without pins takes: in the order of the scenario's priorities. */
static GpProgramme
open_programme (const GpWholeState *state, guint c, guint y)
{
  GpProgramme first = GP_PROGRAMME_GROEIKRACHT;
  for (guint i = 0; i < state->data->n_priorities; i++) {
    if (state->data->priorities[i] == GP_PRIORITY_GROEIKRACHT_DELAY)
      break;
    if (state->data->priorities[i] == GP_PRIORITY_REGULAR_DELAY) {
      first = GP_PROGRAMME_REGULAR;
      break;
    }
  }
  for (guint i = 0; i < GP_N_PROGRAMMES; i++) {
    GpProgramme programme = i == 0 ? first : (GpProgramme)(GP_N_PROGRAMMES - 1 - (int)first);
    if ((programme == GP_PROGRAMME_REGULAR ||
         state->data->project->sectors[state->data->cells[c].sector].groeikracht) &&
        gp_whole_state_room (state, programme, y) >= 1)
      return programme;
  }
  return GP_PROGRAMME_NONE;
}

/* FALSE when there is no place in the year; the start then waits for the next. */
static gboolean
take (GpWholeState *state, guint c, guint y, double *taken)
{
  GpProgramme programme = open_programme (state, c, y);
  if (programme == GP_PROGRAMME_NONE || !gp_whole_state_fits (state, c, programme, y))
    return FALSE;
  taken[c]++;
  gp_whole_state_change (state, c, programme, y, 1);
  return TRUE;
}

/* A board's cells without pins: whole numbers of each cell so far, then of the board as a whole,
 * from the cells with the largest fractions left. */
static void
round_board (GpWholeState *state, const GpDecisions *relaxed, guint32 b, guint y, double *so_far,
             double *taken)
{
  const GpBoardData *board = &state->data->boards[b];
  double left = 0;
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++) {
    if (gp_plan_data_cell_pinned (state->data, &state->data->cells[c]))
      continue;
    so_far[c] += fraction (relaxed, c, y);
    for (guint p = 0; p < GP_N_PROGRAMMES; p++) /* those there already for the sake of shares */
      taken[c] += state->starts[gp_decisions_at (relaxed, c, (GpProgramme)p, y)];
    while (taken[c] + 1 <= so_far[c] + EPSILON && take (state, c, y, taken))
      ;
    left += fmin (1, so_far[c] - taken[c]);
  }
  while (left >= 1 - EPSILON) {
    guint best = GP_NONE;
    for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
      if (!gp_plan_data_cell_pinned (state->data, &state->data->cells[c]) &&
          fraction (relaxed, c, y) > EPSILON &&
          (best == GP_NONE || so_far[c] - taken[c] > so_far[best] - taken[best]))
        best = c;
    if (best == GP_NONE || so_far[best] - taken[best] <= EPSILON || !take (state, best, y, taken))
      return;
    left--;
  }
}

/* Starts of cells with pins until there are so many of that board, sector, programme and year, from
 * the cells with the largest fractions. */
static void
start_pinned (GpWholeState *state, const GpDecisions *relaxed, const GpPin *pin,
              GpProgramme programme, guint y, int wanted)
{
  const GpPlanData *data = state->data;
  const GpBoardData *board = &data->boards[pin->board];
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    if (data->cells[c].sector == pin->sector)
      wanted -= state->starts[gp_decisions_at (relaxed, c, programme, y)];
  for (; wanted > 0; wanted--) {
    guint best = GP_NONE;
    double most = -INFINITY;
    for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++) {
      guint at = gp_decisions_at (relaxed, c, programme, y);
      double lag = relaxed->starts[at] - state->starts[at];
      if (data->cells[c].sector != pin->sector || lag <= most ||
          !gp_whole_state_fits (state, c, programme, y))
        continue;
      best = c;
      most = lag;
    }
    if (best == GP_NONE)
      return;
    gp_whole_state_change (state, best, programme, y, 1);
  }
}

/* Cells with pins, programme by programme: the whole part of what they sum to. */
static void
round_pinned (GpWholeState *state, const GpDecisions *relaxed, const GpPin *pin,
              GpProgramme programme, guint y)
{
  const GpBoardData *board = &state->data->boards[pin->board];
  double sum = 0;
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    if (state->data->cells[c].sector == pin->sector)
      sum += relaxed->starts[gp_decisions_at (relaxed, c, programme, y)];
  start_pinned (state, relaxed, pin, programme, y, (int)floor (sum + EPSILON));
}

/* The pinned (board, sector) pairs, each once. */
static gboolean
first_pin_of (const GpPlanData *data, guint i)
{
  const GpPin *pin = data->pins[i].row;
  if (pin->kind != GP_PIN_START)
    return FALSE;
  for (guint j = 0; j < i; j++)
    if (data->pins[j].row->kind == GP_PIN_START && data->pins[j].row->board == pin->board &&
        data->pins[j].row->sector == pin->sector)
      return FALSE;
  return TRUE;
}

/* What pins ask, and per year what the shares ask next to that. */
static void
start_what_pins_ask (GpWholeState *state, const GpDecisions *relaxed)
{
  for (guint i = 0; i < state->data->n_pins; i++) {
    const GpPinData *pin = &state->data->pins[i];
    if (pin->row->kind == GP_PIN_START)
      start_pinned (state, relaxed, pin->row, pin->row->programme, pin->year, pin->row->min);
  }
  for (guint i = 0; i < state->data->n_pins; i++)
    if (state->data->pins[i].row->kind == GP_PIN_TRAINING && state->data->pins[i].row->min > 0)
      gp_whole_start_for_trainings (state, state->data->pins[i].row->board);
  for (guint y = 0; y < state->n_years; y++)
    gp_whole_add_for_shares (state, y);
}

void
gp_whole_round (GpWholeState *state, const GpDecisions *relaxed)
{
  const GpPlanData *data = state->data;
  g_autofree double *so_far = g_new0 (double, data->n_cells + 1);
  g_autofree double *taken = g_new0 (double, data->n_cells + 1);
  start_what_pins_ask (state, relaxed);
  for (guint y = 0; y < state->n_years; y++)
    for (guint i = 0; i < data->n_pins; i++)
      for (guint p = 0; p < GP_N_PROGRAMMES && first_pin_of (data, i); p++)
        round_pinned (state, relaxed, data->pins[i].row, (GpProgramme)p, y);
  for (guint y = 0; y < state->n_years; y++)
    for (guint32 b = 0; b < data->n_boards; b++)
      round_board (state, relaxed, b, y, so_far, taken);
}
