/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exact figures of a whole-school plan: made once, then kept with every change. */
#include "gp-whole-state.h"

#include <math.h>
#include <string.h>

/* ---- shares of coaches ------------------------------------------------------------ */

static GpHeads
heads_times (GpHeads a, GpHeads share, gboolean up_side)
{
  GpWide product = (GpWide)a * share;
  GpWide whole = product / GP_HEAD;
  return (GpHeads)(up_side && product % GP_HEAD > 0 ? whole + 1 : whole);
}

/* a coaches' days, rounded down or up. */
static GpMicro
heads_days (GpHeads a, GpMicro days, gboolean up_side)
{
  GpWide product = (GpWide)a * days;
  GpWide whole = product / GP_HEAD;
  if (up_side && product % GP_HEAD > 0)
    whole++;
  if (!up_side && product % GP_HEAD < 0)
    whole--;
  return (GpMicro)whole;
}

/* ---- coaches of before ------------------------------------------------------------ */

static void
add_known_coach (GpWholeState *state, const GpVerandercoach *coach)
{
  GpHeads left_down = GP_HEAD, left_up = GP_HEAD;
  for (guint y = 0; y < state->n_years; y++) {
    guint at = coach->board * state->n_years + y;
    if (coach->to_year == GP_YEAR_NONE || gp_plan_data_year (state->data, y) <= coach->to_year) {
      state->known_up[at] += left_up;
      state->known_days[at] += heads_days (
          left_down, coach->has_days ? gp_micro_down (coach->days_per_year) : state->coach_days[y],
          FALSE);
    }
    left_down = heads_times (left_down, state->retention_down, FALSE);
    left_up = heads_times (left_up, state->retention_up, TRUE);
  }
}

static void
add_expert (GpWholeState *state, const GpExpertCoach *coach)
{
  GpHeads left = GP_HEAD;
  for (guint y = 0; y < state->n_years; y++) {
    GpYear year = gp_plan_data_year (state->data, y);
    if ((coach->from_year == GP_YEAR_NONE || year >= coach->from_year) &&
        (coach->to_year == GP_YEAR_NONE || year <= coach->to_year))
      state->expert_supply[coach->region * state->n_years + y] +=
          heads_days (left, gp_micro_down (coach->days_per_year), FALSE);
    left = heads_times (left, state->staying_down, FALSE);
  }
}

static void
read_coaches (GpWholeState *state)
{
  const GpProject *project = state->data->project;
  for (guint32 i = 0; i < project->n_verandercoaches; i++)
    add_known_coach (state, &project->verandercoaches[i]);
  for (guint32 i = 0; i < project->n_expert_coaches; i++)
    add_expert (state, &project->expert_coaches[i]);
}

/* ---- what follows from decisions -------------------------------------------------- */

static void
update_stock (GpWholeState *state, guint32 b)
{
  for (guint y = 0; y < state->n_years; y++) {
    guint at = b * state->n_years + y;
    GpHeads trained = (GpHeads)state->training[at] * GP_HEAD;
    GpHeads before_down = y > 0 ? state->stock_down[at - 1] : 0;
    GpHeads before_up = y > 0 ? state->stock_up[at - 1] : 0;
    state->stock_down[at] = trained + heads_times (before_down, state->retention_down, FALSE);
    state->stock_up[at] = trained + heads_times (before_up, state->retention_up, TRUE);
    state->capacity[at] =
        state->known_days[at] +
        heads_days (state->stock_down[at] - trained, state->coach_days[y], FALSE) +
        state->training[at] * state->first_days[y];
  }
}

/* Starts that must come before the year so that the pool rule holds for the coaches that are. */
static void
update_pool (GpWholeState *state, guint32 b)
{
  for (guint y = 0; y < state->n_years; y++) {
    guint at = b * state->n_years + y;
    GpWide share = state->candidates[y];
    GpWide had =
        share * (GP_HEAD / GP_MICRO) * state->data->boards[b].n_started - state->known_up[at];
    GpWide lack = state->stock_up[at] - MAX (had, 0);
    GpWide each = share * (GP_HEAD / GP_MICRO);
    state->pool_min[at] = lack <= 0   ? 0
                          : each <= 0 ? G_MAXINT / 2
                                      : (int)((lack + each - 1) / each);
  }
}

/* Expert days for the board as a partner: what its home region must give. */
static GpMicro
board_days (const GpWholeState *state, guint32 b, guint y)
{
  guint at = b * state->n_years + y;
  GpHeads guided =
      state->known_up[at] + state->stock_up[at] - (GpHeads)state->training[at] * GP_HEAD;
  return state->partner[at] * state->partnership_days + state->training[at] * state->training_days +
         heads_days (guided, state->coach_expert_days, TRUE);
}

/* Gives the board's coach days of a year to its sites, one after the other. */
static void
update_coach (GpWholeState *state, guint32 b, guint y)
{
  const GpBoardData *board = &state->data->boards[b];
  GpMicro left = board->can_partner ? state->capacity[b * state->n_years + y] : 0, too_much = 0;
  guint n_schools;
  gp_project_board_schools (state->data->project, b, &n_schools);
  if (state->support_rounded)
    too_much = n_schools; /* demand is rounded up, by less than that */
  for (guint s = board->first_site; s < board->first_site + board->n_sites; s++) {
    guint at = s * state->n_years + y;
    GpMicro days =
        MIN (left, gp_micro_times_down (state->demand[at] - too_much, state->handover[y]));
    days -= days % GP_MICRO_HUNDREDTH;
    days = MAX (days, 0);
    state->need[state->data->sites[s].region * state->n_years + y] -= days - state->coach[at];
    state->coach[at] = days;
    left -= days;
  }
}

static void
add_region_base (GpWholeState *state, guint32 r)
{
  GpHeads hired = 0;
  for (guint y = 0; y < state->n_years; y++) {
    guint at = r * state->n_years + y;
    hired = heads_times (hired, state->staying_down, FALSE) + (GpHeads)state->hire[at] * GP_HEAD;
    state->need[at] -= state->expert_supply[at] + heads_days (hired, state->expert_days, FALSE) -
                       state->hire[at] * state->expert_training_days;
  }
}

static void
add_history (GpWholeState *state)
{
  const GpPlanData *data = state->data;
  for (guint32 i = 0; i < data->project->n_schools; i++) {
    const GpSchool *school = &data->project->schools[i];
    if (school->started == GP_YEAR_NONE)
      continue;
    guint site = data->boards[school->board].first_site;
    while (data->sites[site].region != school->region)
      site++;
    for (guint k = 0; k < GP_MAX_SUPPORT; k++) {
      int y = school->started + (int)k - data->project->plan_from;
      if (y < 0 || y >= (int)state->n_years)
        continue;
      GpMicro days = state->support[school->sector * GP_MAX_SUPPORT + k];
      state->demand[site * state->n_years + (guint)y] += days;
      state->need[school->region * state->n_years + (guint)y] += days;
    }
  }
}

static void
settle_first_figures (GpWholeState *state)
{
  const GpPlanData *data = state->data;
  read_coaches (state);
  add_history (state);
  for (guint32 r = 0; r < data->n_regions; r++)
    add_region_base (state, r);
  for (guint32 b = 0; b < data->n_boards; b++) {
    update_stock (state, b);
    update_pool (state, b);
    for (guint y = 0; y < state->n_years; y++) {
      if (data->boards[b].can_partner)
        state->need[data->project->boards[b].home_region * state->n_years + y] +=
            board_days (state, b, y);
      update_coach (state, b, y);
    }
  }
  for (guint y = 0; y < state->n_years; y++)
    state->allowed[y] = gp_whole_state_shortage (state, y);
}

/* ---- making ----------------------------------------------------------------------- */

static void
allocate (GpWholeState *state)
{
  const GpPlanData *data = state->data;
  gsize n = data->n_years, boards = data->n_boards * n + 1, sites = data->n_sites * n + 1,
        regions = data->n_regions * n + 1;
  state->starts = g_new0 (int, data->n_cells *GP_N_PROGRAMMES *n + 1);
  state->stock_down = g_new0 (GpHeads, boards);
  state->stock_up = g_new0 (GpHeads, boards);
  state->known_up = g_new0 (GpHeads, boards);
  state->known_days = g_new0 (GpMicro, boards);
  state->capacity = g_new0 (GpMicro, boards);
  state->board_starts = g_new0 (int, boards);
  state->pool_min = g_new0 (int, boards);
  state->expert_supply = g_new0 (GpMicro, regions);
  state->need = g_new0 (GpMicro, regions);
  state->demand = g_new0 (GpMicro, sites);
  state->coach = g_new0 (GpMicro, sites);
  state->allowed = g_new0 (GpMicro, n);
  state->total = g_new0 (int, n);
  state->high = g_new0 (int, n);
  state->by_sector = g_new0 (int, data->n_sectors *n + 1);
  state->by_programme = g_new0 (int, GP_N_PROGRAMMES *n);
}

static void
read_order (GpWholeState *state)
{
  static const GpPriorityId delays[] = {GP_PRIORITY_GROEIKRACHT_DELAY, GP_PRIORITY_REGULAR_DELAY};
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint i = 0; i < state->data->n_priorities; i++) {
      if (state->data->priorities[i] == GP_PRIORITY_OVERLOAD)
        break;
      if (state->data->priorities[i] == delays[p])
        state->may_overload[p] = TRUE;
    }
}

static int *
copy_fixed (const int *from, gsize n)
{
  int *to = g_new (int, n + 1);
  for (gsize i = 0; i < n; i++)
    to[i] = MAX (0, from[i]);
  return to;
}

GpWholeState *
gp_whole_state_new (const GpPlanData *data, const GpFixings *fixings)
{
  GpWholeState *state = g_new0 (GpWholeState, 1);
  state->data = data;
  state->n_years = data->n_years;
  allocate (state);
  state->partner = copy_fixed (fixings->partner, data->n_boards * data->n_years);
  state->training = copy_fixed (fixings->training, data->n_boards * data->n_years);
  state->hire = copy_fixed (fixings->hire, data->n_regions * data->n_years);
  gp_whole_state_read_parameters (state);
  read_order (state);
  settle_first_figures (state);
  return state;
}

void
gp_whole_state_free (GpWholeState *state)
{
  if (state == NULL)
    return;
  gpointer all[] = {
      state->support,    state->recruitment, state->sector_min,    state->handover,
      state->coach_days, state->first_days,  state->candidates,    state->equity,
      state->starts,     state->partner,     state->training,      state->hire,
      state->stock_down, state->stock_up,    state->known_up,      state->known_days,
      state->demand,     state->coach,       state->expert_supply, state->capacity,
      state->need,       state->allowed,     state->board_starts,  state->pool_min,
      state->total,      state->high,        state->by_sector,     state->by_programme};
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_free (all[i]);
  g_free (state);
}

/* ---- changing --------------------------------------------------------------------- */

static void
count_start (GpWholeState *state, const GpCell *cell, GpProgramme programme, guint year, int amount)
{
  state->board_starts[cell->board * state->n_years + year] += amount;
  state->total[year] += amount;
  state->high[year] += cell->need == GP_NEED_HIGH ? amount : 0;
  state->by_sector[cell->sector * state->n_years + year] += amount;
  state->by_programme[(guint)programme * state->n_years + year] += amount;
}

void
gp_whole_state_change (GpWholeState *state, guint c, GpProgramme programme, guint year, int amount)
{
  const GpCell *cell = &state->data->cells[c];
  guint n = state->n_years;
  state->starts[(c * GP_N_PROGRAMMES + (guint)programme) * n + year] += amount;
  count_start (state, cell, programme, year, amount);
  if (year > 0)
    state->need[cell->region * n + year - 1] +=
        amount * state->recruitment[cell->sector * n + year];
  for (guint k = 0; k < GP_MAX_SUPPORT && year + k < n; k++) {
    GpMicro days = amount * state->support[cell->sector * GP_MAX_SUPPORT + k];
    if (days == 0)
      continue;
    state->demand[cell->site * n + year + k] += days;
    state->need[cell->region * n + year + k] += days;
    if (state->data->boards[cell->board].can_partner)
      update_coach (state, cell->board, year + k);
  }
}

void
gp_whole_state_train (GpWholeState *state, guint32 b, guint year, int amount)
{
  GpMicro *need = &state->need[state->data->project->boards[b].home_region * state->n_years];
  for (guint y = 0; y < state->n_years; y++)
    need[y] -= board_days (state, b, y);
  state->training[b * state->n_years + year] += amount;
  update_stock (state, b);
  update_pool (state, b);
  for (guint y = 0; y < state->n_years; y++) {
    need[y] += board_days (state, b, y);
    update_coach (state, b, y);
  }
}

void
gp_whole_state_span (const GpWholeState *state, guint c, guint year, guint *first, guint *last)
{
  const GpSector *sector = &state->data->project->sectors[state->data->cells[c].sector];
  guint support = MIN (sector->support_years, GP_MAX_SUPPORT);
  *first = year > 0 ? year - 1 : 0;
  *last = MIN (state->n_years - 1, year + (support > 0 ? support - 1 : 0));
}
