/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules about starts, for one more and for one less. */
#include "gp-whole-state.h"

#include <math.h>

GpMicro
gp_whole_state_shortage (const GpWholeState *state, guint year)
{
  GpMicro lack = 0, spare = 0;
  guint n_regions = state->data->n_regions;
  for (guint32 r = 0; r < n_regions; r++) {
    GpMicro need = state->need[r * state->n_years + year];
    lack += MAX (0, need);
    spare += MAX (0, -need);
  }
  if (lack == 0)
    return 0;
  GpMicro lent =
      gp_micro_times_down (spare, state->lending) - (GpMicro)(2 * n_regions) * GP_MICRO_HUNDREDTH;
  return MAX (0, lack - MAX (0, lent));
}

int
gp_whole_state_room (const GpWholeState *state, GpProgramme programme, guint year)
{
  const double *targets = state->data->cohort + (guint)programme * state->n_years;
  const int *starts = state->by_programme + (guint)programme * state->n_years;
  double left = 0, room = G_MAXINT / 2;
  for (guint y = 0; y < state->n_years; y++) {
    left += targets[y] - starts[y];
    if (y >= year)
      room = fmin (room, left);
  }
  return (int)floor (room + 1e-9);
}

gboolean
gp_whole_state_shares_hold (const GpWholeState *state, guint year)
{
  GpWide total = state->total[year];
  if ((GpWide)state->high[year] * GP_MICRO < state->equity[year] * total)
    return FALSE;
  for (guint32 s = 0; s < state->data->n_sectors; s++) {
    guint at = s * state->n_years + year;
    if ((GpWide)state->by_sector[at] * GP_MICRO < state->sector_min[at] * total)
      return FALSE;
  }
  return TRUE;
}

guint
gp_whole_state_helps (const GpWholeState *state, const GpCell *cell, guint y)
{
  GpWide total = state->total[y];
  guint at = cell->sector * state->n_years + y;
  guint helps = (GpWide)state->by_sector[at] * GP_MICRO < state->sector_min[at] * total;
  if (cell->need == GP_NEED_HIGH)
    helps += (GpWide)state->high[y] * GP_MICRO < state->equity[y] * total;
  return helps;
}

/* Starts that a start pin is about. */
static int
pinned_starts (const GpWholeState *state, const GpPin *pin, guint year)
{
  const GpBoardData *board = &state->data->boards[pin->board];
  int sum = 0;
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    if (state->data->cells[c].sector == pin->sector)
      sum += state->starts[(c * GP_N_PROGRAMMES + (guint)pin->programme) * state->n_years + year];
  return sum;
}

static gboolean
pins_allow (const GpWholeState *state, const GpCell *cell, GpProgramme programme, guint year,
            int amount)
{
  for (guint i = 0; i < state->data->n_pins; i++) {
    const GpPin *pin = state->data->pins[i].row;
    if (pin->kind != GP_PIN_START || pin->board != cell->board || pin->sector != cell->sector ||
        pin->programme != programme || state->data->pins[i].year != year)
      continue;
    int after = pinned_starts (state, pin, year) + amount;
    if ((pin->max >= 0 && after > pin->max && amount > 0) || (after < pin->min && amount < 0))
      return FALSE;
  }
  return TRUE;
}

static int
cell_starts (const GpWholeState *state, guint c, guint first, guint last)
{
  int sum = 0;
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = first; y <= last; y++)
      sum += state->starts[(c * GP_N_PROGRAMMES + p) * state->n_years + y];
  return sum;
}

gboolean
gp_whole_state_fits (const GpWholeState *state, guint c, GpProgramme programme, guint year)
{
  const GpPlanData *data = state->data;
  const GpCell *cell = &data->cells[c];
  if (programme == GP_PROGRAMME_GROEIKRACHT && !data->project->sectors[cell->sector].groeikracht)
    return FALSE;
  if (cell_starts (state, c, 0, state->n_years - 1) >= (int)cell->n)
    return FALSE;
  if (data->require_ready && year == 0 && cell_starts (state, c, 0, 0) >= (int)cell->n_ready)
    return FALSE;
  return state->total[year] + 1 <= data->interest[year] + 1e-9 &&
         gp_whole_state_room (state, programme, year) >= 1 &&
         pins_allow (state, cell, programme, year, 1);
}

gboolean
gp_whole_state_unpinned (const GpWholeState *state, guint c, GpProgramme programme, guint year)
{
  return pins_allow (state, &state->data->cells[c], programme, year, -1);
}
