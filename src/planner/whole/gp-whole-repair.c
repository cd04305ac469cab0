/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rounding to whole schools broke: coaches without schools to come from, days, shares. */
#include "gp-whole-fill.h"

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

/* One more that breaks no rule about starts, shares included. */
static gboolean
add_when_shares_hold (GpWholeState *state, guint c, GpProgramme programme, guint y)
{
  if (!gp_whole_state_fits (state, c, programme, y))
    return FALSE;
  gp_whole_state_change (state, c, programme, y, 1);
  if (gp_whole_state_shares_hold (state, y))
    return TRUE;
  gp_whole_state_change (state, c, programme, y, -1);
  return FALSE;
}

/* One more, whatever becomes of the shares. */
static gboolean
add_when_it_fits (GpWholeState *state, guint c, GpProgramme programme, guint y)
{
  if (!gp_whole_state_fits (state, c, programme, y))
    return FALSE;
  gp_whole_state_change (state, c, programme, y, 1);
  return TRUE;
}

typedef gboolean (*Add) (GpWholeState *state, guint cell, GpProgramme programme, guint year);

/* A start of the board before year, the latest that can be added. */
static gboolean
start_before (GpWholeState *state, guint32 b, guint year, Add add)
{
  const GpBoardData *board = &state->data->boards[b];
  for (guint y = year; y > 0; y--)
    for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
      for (guint p = 0; p < GP_N_PROGRAMMES; p++)
        if (add (state, c, (GpProgramme)p, y - 1))
          return TRUE;
  return FALSE;
}

void
gp_whole_start_for_trainings (GpWholeState *state, guint32 b)
{
  int before = 0;
  for (guint y = 0; y < state->n_years; y++) {
    while (before < state->pool_min[b * state->n_years + y] &&
           start_before (state, b, y, add_when_it_fits))
      before++;
    before += state->board_starts[b * state->n_years + y];
  }
}

/* Trained coaches whose schools did not start: train fewer, latest first; for those that pins keep,
 * start schools. */
static gboolean
repair_pool (GpWholeState *state, guint32 b)
{
  int before = 0;
  for (guint y = 0; y < state->n_years; y++) {
    while (before < state->pool_min[b * state->n_years + y])
      if (!train_less (state, b, y)) {
        if (!start_before (state, b, y, add_when_shares_hold))
          return FALSE;
        before++;
      }
    before += state->board_starts[b * state->n_years + y];
  }
  return TRUE;
}

typedef gboolean (*Wanted) (const GpWholeState *state, const GpCell *cell, guint year);

/* Takes one start of the year away, of a cell that is wanted; the one with the least reach. Pins
 * stay; coaches that lose their pool are trained no more. */
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
          !wanted (state, cell, y) || !gp_whole_state_unpinned (state, c, p, y))
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

/* The start that helps most shares of the year, of any programme that has a place; days are looked
 * at later. */
static gboolean
add_one (GpWholeState *state, guint y)
{
  guint best = GP_NONE, most = 0;
  GpProgramme of = GP_PROGRAMME_NONE;
  for (guint c = 0; c < state->data->n_cells; c++) {
    guint helps = gp_whole_state_helps (state, &state->data->cells[c], y);
    for (guint p = 0; p < GP_N_PROGRAMMES && helps > most; p++)
      if (gp_whole_state_fits (state, c, (GpProgramme)p, y)) {
        best = c;
        of = (GpProgramme)p;
        most = helps;
      }
  }
  if (best != GP_NONE)
    gp_whole_state_change (state, best, of, y, 1);
  return best != GP_NONE;
}

gboolean
gp_whole_add_for_shares (GpWholeState *state, guint y)
{
  while (!gp_whole_state_shares_hold (state, y))
    if (!add_one (state, y))
      return FALSE;
  return TRUE;
}

/* Too many of one kind go; what pins keep in spite of that, others make up for. */
static gboolean
repair_shares (GpWholeState *state, guint y)
{
  while (!gp_whole_state_shares_hold (state, y) && remove_one (state, y, spoils_shares))
    ;
  return gp_whole_add_for_shares (state, y);
}

typedef struct {
  guint cell, year;
  GpProgramme programme;
  GpMicro relief; /* what it takes off the shortage, no more than is too much */
  double reach;
} Relief;

/* Takes the start away, looks, and puts it back. */
static void
try_removal (GpWholeState *state, guint short_year, Relief *removal)
{
  GpMicro before = gp_whole_state_shortage (state, short_year);
  gp_whole_state_change (state, removal->cell, removal->programme, removal->year, -1);
  GpMicro after = gp_whole_state_shortage (state, short_year);
  gp_whole_state_change (state, removal->cell, removal->programme, removal->year, 1);
  removal->relief = before - MAX (after, state->allowed[short_year]);
  removal->reach =
      gp_plan_data_reach (state->data, &state->data->cells[removal->cell], removal->year);
}

static void
look_at_year (GpWholeState *state, guint short_year, guint year, Relief *best)
{
  for (guint c = 0; c < state->data->n_cells; c++)
    for (guint p = 0; p < GP_N_PROGRAMMES; p++) {
      Relief removal = {c, year, (GpProgramme)p, 0, 0};
      if (state->starts[(c * GP_N_PROGRAMMES + p) * state->n_years + year] == 0 ||
          !gp_whole_state_unpinned (state, c, (GpProgramme)p, year))
        continue;
      try_removal (state, short_year, &removal);
      if (removal.relief > best->relief ||
          (removal.relief == best->relief && removal.relief > 0 && removal.reach < best->reach))
        *best = removal;
    }
}

/* What is too much in a year may be its own starts, those of years before (their later support
 * years) or of the next (its talks): the start goes that takes most off. What pins ask beyond that
 * is overload. */
static void
repair_days (GpWholeState *state, guint y)
{
  while (!state->may_overload[GP_PROGRAMME_REGULAR] &&
         gp_whole_state_shortage (state, y) > state->allowed[y]) {
    Relief best = {GP_NONE, 0, GP_PROGRAMME_NONE, 0, 0};
    for (guint year = y + 1 > GP_MAX_SUPPORT ? y + 1 - GP_MAX_SUPPORT : 0;
         year <= y + 1 && year < state->n_years; year++)
      look_at_year (state, y, year, &best);
    if (best.relief <= 0)
      return;
    GpMicro before = gp_whole_state_shortage (state, y);
    gp_whole_state_change (state, best.cell, best.programme, best.year, -1);
    repair_pool (state, state->data->cells[best.cell].board);
    if (gp_whole_state_shortage (state, y) >= before)
      return; /* a pinned training needs that start, and it is back */
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
