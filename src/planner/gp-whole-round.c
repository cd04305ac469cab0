/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From fractions of schools to whole schools: rounding, and repair of what rounding broke. */
#include "gp-whole-fill.h"

#include <math.h>

#define EPSILON 1e-6

/* ---- rounding --------------------------------------------------------------------- */

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
    while (taken[c] + 1 <= so_far[c] + EPSILON && take (state, c, y, taken))
      ;
    left += fmin (1, so_far[c] - taken[c]);
  }
  for (; left >= 1 - EPSILON; left--) {
    guint best = GP_NONE;
    for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
      if (!gp_plan_data_cell_pinned (state->data, &state->data->cells[c]) &&
          fraction (relaxed, c, y) > EPSILON &&
          (best == GP_NONE || so_far[c] - taken[c] > so_far[best] - taken[best]))
        best = c;
    if (best == GP_NONE || so_far[best] - taken[best] <= EPSILON || !take (state, best, y, taken))
      return;
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

void
gp_whole_round (GpWholeState *state, const GpDecisions *relaxed)
{
  const GpPlanData *data = state->data;
  g_autofree double *so_far = g_new0 (double, data->n_cells + 1);
  g_autofree double *taken = g_new0 (double, data->n_cells + 1);
  for (guint y = 0; y < state->n_years; y++)
    for (guint i = 0; i < data->n_pins; i++)
      for (guint p = 0; p < GP_N_PROGRAMMES && first_pin_of (data, i); p++)
        round_pinned (state, relaxed, data->pins[i].row->board, data->pins[i].row->sector,
                      (GpProgramme)p, y);
  for (guint y = 0; y < state->n_years; y++)
    for (guint32 b = 0; b < data->n_boards; b++)
      round_board (state, relaxed, b, y, so_far, taken);
}

/* ---- repair ----------------------------------------------------------------------- */

static int
pinned_trainings (const GpWholeState *state, guint32 b, guint year)
{
  int min = 0;
  for (guint k = 0; k < state->data->n_pins; k++) {
    const GpPinData *pin = &state->data->pins[k];
    if (pin->row->kind == GP_PIN_TRAINING && pin->row->board == b && pin->year == year)
      min = MAX (min, pin->row->min);
  }
  return min;
}

static gboolean
train_less (GpWholeState *state, guint32 b, guint latest)
{
  for (guint i = MIN (latest + 1, state->n_years); i > 0; i--) {
    if (state->training[b * state->n_years + i - 1] <= pinned_trainings (state, b, i - 1))
      continue;
    gp_whole_state_train (state, b, i - 1, -1);
    return TRUE;
  }
  return FALSE;
}

/* Trained coaches whose schools did not start: train fewer, latest first. */
static gboolean
repair_pool (GpWholeState *state, guint32 b)
{
  int before = 0;
  for (guint y = 0; y < state->n_years; y++) {
    while (before < state->pool_min[b * state->n_years + y])
      if (!train_less (state, b, y))
        return FALSE;
    before += state->board_starts[b * state->n_years + y];
  }
  return TRUE;
}

typedef gboolean (*Wanted) (const GpWholeState *state, const GpCell *cell, guint year);

/* Takes one start of the year away, of a cell that is wanted (NULL: any); the one with the least
 * reach. Pins stay; coaches that lose their pool are trained no more. */
static gboolean
remove_one (GpWholeState *state, guint y, Wanted wanted)
{
  guint best = GP_NONE;
  GpProgramme of = GP_PROGRAMME_NONE;
  for (guint c = 0; c < state->data->n_cells; c++)
    for (guint i = GP_N_PROGRAMMES; i > 0; i--) { /* regular before Groeikracht */
      GpProgramme p = (GpProgramme)(i - 1);
      const GpCell *cell = &state->data->cells[c];
      if (state->starts[(c * GP_N_PROGRAMMES + (guint)p) * state->n_years + y] == 0 ||
          (wanted != NULL && !wanted (state, cell, y)) || !gp_whole_state_unpinned (state, c, p, y))
        continue;
      if (best == GP_NONE || gp_plan_data_reach (state->data, cell, y) <
                                 gp_plan_data_reach (state->data, &state->data->cells[best], y)) {
        best = c;
        of = p;
      }
    }
  if (best == GP_NONE)
    return FALSE;
  gp_whole_state_change (state, best, of, y, -1);
  return repair_pool (state, state->data->cells[best].board);
}

/* A start of which the year has too many for its shares. */
static gboolean
spoils_shares (const GpWholeState *state, const GpCell *cell, guint y)
{
  GpWide total = state->total[y];
  gboolean equity = (GpWide)state->high[y] * GP_MICRO < state->equity[y] * total;
  guint at = cell->sector * state->n_years + y;
  if (equity && cell->need == GP_NEED_HIGH)
    return FALSE;
  return (GpWide)state->by_sector[at] * GP_MICRO >= state->sector_min[at] * total;
}

/* Would one more of the cell bring every share that is missed nearer? */
static gboolean
helps_shares (const GpWholeState *state, const GpCell *cell, guint y)
{
  GpWide total = state->total[y];
  gboolean lacking = FALSE, own = FALSE;
  if ((GpWide)state->high[y] * GP_MICRO < state->equity[y] * total && cell->need != GP_NEED_HIGH)
    return FALSE;
  for (guint32 s = 0; s < state->data->n_sectors; s++) {
    guint at = s * state->n_years + y;
    if ((GpWide)state->by_sector[at] * GP_MICRO >= state->sector_min[at] * total)
      continue;
    lacking = TRUE;
    own = own || s == cell->sector;
  }
  return !lacking || own;
}

/* A start that the shares of the year ask for, of any programme that has a place; days are looked
 * at later. */
static gboolean
add_one (GpWholeState *state, guint y)
{
  for (guint c = 0; c < state->data->n_cells; c++)
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      if (helps_shares (state, &state->data->cells[c], y) &&
          gp_whole_state_fits (state, c, (GpProgramme)p, y)) {
        gp_whole_state_change (state, c, (GpProgramme)p, y, 1);
        return TRUE;
      }
  return FALSE;
}

/* Too many of one kind go; what pins keep in spite of that, others make up for. */
static gboolean
repair_shares (GpWholeState *state, guint y)
{
  while (!gp_whole_state_shares_hold (state, y) && remove_one (state, y, spoils_shares))
    ;
  while (!gp_whole_state_shares_hold (state, y))
    if (!add_one (state, y))
      return FALSE;
  return TRUE;
}

/* Starts of the year, of the one before (second support year) and of the next (its talks) may be
 * what is too much: the latest goes first. What pins ask beyond that is overload. */
static void
repair_days (GpWholeState *state, guint y)
{
  while (!state->may_overload[GP_PROGRAMME_REGULAR] &&
         gp_whole_state_shortage (state, y) > state->allowed[y]) {
    gboolean removed = FALSE;
    for (guint back = 0; back <= GP_MAX_SUPPORT && !removed; back++) {
      int year = (int)y + 1 - (int)back;
      if (year >= 0 && year < (int)state->n_years)
        removed = remove_one (state, (guint)year, NULL);
    }
    if (!removed)
      return;
  }
}

static gboolean
repair_pools (GpWholeState *state)
{
  for (guint32 b = 0; b < state->data->n_boards; b++)
    if (!repair_pool (state, b))
      return FALSE;
  return TRUE;
}

gboolean
gp_whole_repair (GpWholeState *state)
{
  if (!repair_pools (state))
    return FALSE;
  for (guint y = 0; y < state->n_years; y++)
    repair_days (state, y);
  for (guint y = 0; y < state->n_years; y++)
    if (!repair_shares (state, y))
      return FALSE;
  return repair_pools (state);
}
