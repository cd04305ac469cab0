/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes back what a whole plan changes of the published one without need. A plan found from nothing
 * may be better by a few school-years and yet have other schools start everywhere; most of that can
 * be taken back, because which of several schools starts in a year hardly matters to the delays.
 *
 * A cell with more starts than published in a year gives one to a cell with fewer; when that has no
 * school left because it starts in another year by now, the two change years, or a third cell takes
 * that year. Every year keeps its starts per programme, so that cohorts, interest and delays stay
 * as they are; supply, pools, shares and days are looked at in exact figures after every exchange,
 * which is taken back when one does not hold. Then trainings, one by one or for one another.
 *
 * Measured, change before and after, the delays as they are: national starter plan published and
 * one expert coach out, 954 and 125; its no-go scenario 4,765 and 2,200; 150 boards with a coach
 * less 379 and 217, with one more 513 and 331. Most of what is left there follows from partners and
 * hires that differ, which are not taken back.
 *
 * How many exchanges are tried is bounded by TRIES, not by the time, for the same plan every time.
 */
#include "gp-whole-return.h"

#include "gp-whole-state.h"
#include "gp-whole.h"

#include <math.h>

#define MAX_PASSES 6
#define TRIES 400000

typedef struct {
  guint cell, year;
  GpProgramme programme;
  int amount;
} Step;

typedef struct {
  GpWholeState *state;
  const GpPlanData *data;
  GArray **more, **fewer; /* programme year: cells (of guint) with more, fewer than published */
  GpMicro *most_short;    /* year: no shortage beyond that */
  guint n_tries;
  GCancellable *cancellable;
} Return;

/* ---- how far from what was published ---------------------------------------------- */

static guint
place_of (const Return *ret, guint c, GpProgramme programme, guint y)
{
  return (c * GP_N_PROGRAMMES + (guint)programme) * ret->data->n_years + y;
}

static int
as_published (double amount)
{
  return (int)lround (fmin (amount, 1e9));
}

static int
surplus (const Return *ret, guint c, GpProgramme programme, guint y)
{
  guint at = place_of (ret, c, programme, y);
  return ret->state->starts[at] - as_published (ret->data->published->starts[at]);
}

static void
list_cells (Return *ret)
{
  guint n = ret->data->n_years;
  for (guint i = 0; i < GP_N_PROGRAMMES * n; i++) {
    g_array_set_size (ret->more[i], 0);
    g_array_set_size (ret->fewer[i], 0);
  }
  for (guint c = 0; c < ret->data->n_cells; c++) {
    if (gp_plan_data_cell_pinned (ret->data, &ret->data->cells[c]))
      continue;
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      for (guint y = 0; y < n; y++) {
        int by = surplus (ret, c, (GpProgramme)p, y);
        if (by != 0)
          g_array_append_val (by > 0 ? ret->more[p * n + y] : ret->fewer[p * n + y], c);
      }
  }
}

/* ---- rules after an exchange ------------------------------------------------------ */

static gboolean
supply_holds (const Return *ret, const Step *step)
{
  const GpCell *cell = &ret->data->cells[step->cell];
  int sum = 0, first = 0;
  if (ret->state->starts[place_of (ret, step->cell, step->programme, step->year)] < 0 ||
      (step->amount > 0 && step->programme == GP_PROGRAMME_GROEIKRACHT &&
       !ret->data->project->sectors[cell->sector].groeikracht))
    return FALSE;
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < ret->data->n_years; y++) {
      int starts = ret->state->starts[place_of (ret, step->cell, (GpProgramme)p, y)];
      sum += starts;
      first += y == 0 ? starts : 0;
    }
  return sum <= (int)cell->n && (!ret->data->require_ready || first <= (int)cell->n_ready);
}

static gboolean
pool_holds (const Return *ret, guint32 b)
{
  int before = 0;
  for (guint y = 0; y < ret->data->n_years; y++) {
    guint at = b * ret->data->n_years + y;
    if (before < ret->state->pool_min[at])
      return FALSE;
    before += ret->state->board_starts[at];
  }
  return TRUE;
}

static gboolean
days_hold (const Return *ret)
{
  for (guint y = 0; y < ret->data->n_years; y++)
    if (gp_whole_state_shortage (ret->state, y) > ret->most_short[y])
      return FALSE;
  return TRUE;
}

static gboolean
rules_hold (const Return *ret, const Step *steps, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!supply_holds (ret, &steps[i]) ||
        !pool_holds (ret, ret->data->cells[steps[i].cell].board) ||
        !gp_whole_state_shares_hold (ret->state, steps[i].year))
      return FALSE;
  return days_hold (ret);
}

/* Takes the steps; when a rule is against them, takes them back. */
static gboolean
try_steps (Return *ret, const Step *steps, guint n)
{
  ret->n_tries++;
  for (guint i = 0; i < n; i++)
    gp_whole_state_change (ret->state, steps[i].cell, steps[i].programme, steps[i].year,
                           steps[i].amount);
  if (rules_hold (ret, steps, n))
    return TRUE;
  for (guint i = 0; i < n; i++)
    gp_whole_state_change (ret->state, steps[i].cell, steps[i].programme, steps[i].year,
                           -steps[i].amount);
  return FALSE;
}

static gboolean
may_try (const Return *ret)
{
  return ret->n_tries < TRIES && !g_cancellable_is_cancelled (ret->cancellable);
}

/* ---- exchanges of starts ---------------------------------------------------------- */

/* from gives its start to cell, which gives one of another year or programme to from or to another
 * cell that has fewer there than published. */
static gboolean
try_in_turn (Return *ret, guint cell, guint from, GpProgramme programme, guint y)
{
  guint n = ret->data->n_years;
  for (guint i = 0; i < GP_N_PROGRAMMES * n; i++) {
    GpProgramme other = (GpProgramme)(i / n);
    guint year = i % n;
    if (surplus (ret, cell, other, year) <= 0)
      continue;
    Step steps[] = {{from, y, programme, -1},
                    {cell, y, programme, 1},
                    {cell, year, other, -1},
                    {from, year, other, 1}};
    if (try_steps (ret, steps, 4))
      return TRUE;
    GArray *fewer = ret->fewer[i];
    for (guint k = 0; k < fewer->len && may_try (ret); k++) {
      steps[3].cell = g_array_index (fewer, guint, k);
      if (steps[3].cell != from && steps[3].cell != cell &&
          surplus (ret, steps[3].cell, other, year) < 0 && try_steps (ret, steps, 4))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
are_alike (const GpCell *a, const GpCell *b)
{
  return a->region == b->region && a->sector == b->sector && a->need == b->need;
}

typedef gboolean (*Exchange) (Return *ret, guint cell, guint from, GpProgramme programme, guint y);

static gboolean
try_direct (Return *ret, guint cell, guint from, GpProgramme programme, guint y)
{
  const Step steps[] = {{from, y, programme, -1}, {cell, y, programme, 1}};
  return try_steps (ret, steps, 2);
}

/* A start for the cell from one of those that have more than published, first from its like. */
static gboolean
take_from_any (Return *ret, guint cell, GpProgramme programme, guint y, Exchange exchange)
{
  const GpCell *cells = ret->data->cells;
  GArray *more = ret->more[(guint)programme * ret->data->n_years + y];
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < more->len && may_try (ret); i++) {
      guint from = g_array_index (more, guint, i);
      if (are_alike (&cells[from], &cells[cell]) == (pass == 0) &&
          surplus (ret, from, programme, y) > 0 && exchange (ret, cell, from, programme, y))
        return TRUE;
    }
  return FALSE;
}

static guint
return_starts (Return *ret, Exchange exchange)
{
  guint n = ret->data->n_years, n_done = 0;
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    for (guint y = 0; y < n; y++) {
      const GArray *fewer = ret->fewer[p * n + y];
      for (guint k = 0; k < fewer->len; k++) {
        guint c = g_array_index (fewer, guint, k);
        while (surplus (ret, c, (GpProgramme)p, y) < 0 &&
               take_from_any (ret, c, (GpProgramme)p, y, exchange))
          n_done++;
      }
    }
  return n_done;
}

/* ---- trainings -------------------------------------------------------------------- */

static int
training_surplus (const Return *ret, guint at)
{
  return ret->state->training[at] - as_published (ret->data->published->training[at]);
}

static gboolean
stock_holds (const Return *ret, guint32 b)
{
  const GpPlanData *data = ret->data;
  const GpBoardData *board = &data->boards[b];
  double stock = 0, since = board->is_partner ? 1 : 0;
  for (guint y = 0; y < data->n_years; y++) {
    guint at = b * data->n_years + y;
    since += ret->state->partner[at];
    double room = board->max_coaches * since;
    if (board->is_partner)
      room = fmax (0, board->max_coaches - data->stock0[at]);
    stock = stock * data->retention + ret->state->training[at];
    if (ret->state->training[at] < 0 || stock > room + 1e-9)
      return FALSE;
  }
  return TRUE;
}

static gboolean
cap_holds (const Return *ret, guint y)
{
  double sum = 0;
  for (guint b = 0; b < ret->data->n_boards; b++)
    sum += ret->state->training[b * ret->data->n_years + y];
  return sum <= ret->data->training_cap[y];
}

static gboolean
training_pinned (const Return *ret, guint32 b)
{
  for (guint i = 0; i < ret->data->n_pins; i++)
    if (ret->data->pins[i].row->kind == GP_PIN_TRAINING && ret->data->pins[i].row->board == b)
      return TRUE;
  return FALSE;
}

/* One more at a board and year, or fewer, with (other not GP_NONE) the opposite at the other. */
static gboolean
try_training (Return *ret, guint at, int amount, guint other)
{
  guint n = ret->data->n_years, places[2] = {at, other};
  gboolean holds = TRUE;
  g_assert (n > 0);
  ret->n_tries++;
  for (guint i = 0; i < 2 && places[i] != GP_NONE; i++)
    gp_whole_state_train (ret->state, places[i] / n, places[i] % n, i == 0 ? amount : -amount);
  for (guint i = 0; i < 2 && places[i] != GP_NONE && holds; i++)
    holds = stock_holds (ret, places[i] / n) && pool_holds (ret, places[i] / n) &&
            cap_holds (ret, places[i] % n);
  if (holds && days_hold (ret))
    return TRUE;
  for (guint i = 0; i < 2 && places[i] != GP_NONE; i++)
    gp_whole_state_train (ret->state, places[i] / n, places[i] % n, i == 0 ? -amount : amount);
  return FALSE;
}

static gboolean
return_training (Return *ret, guint at, const GArray *places)
{
  int by = training_surplus (ret, at);
  if (by == 0)
    return FALSE;
  if (try_training (ret, at, by > 0 ? -1 : 1, GP_NONE))
    return TRUE;
  for (guint k = 0; k < places->len && by < 0 && may_try (ret); k++) {
    guint other = g_array_index (places, guint, k);
    if (training_surplus (ret, other) > 0 && try_training (ret, at, 1, other))
      return TRUE;
  }
  return FALSE;
}

static guint
return_trainings (Return *ret)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_done = 0;
  for (guint i = 0; i < ret->data->n_boards * ret->data->n_years; i++)
    if (training_surplus (ret, i) != 0 && !training_pinned (ret, i / ret->data->n_years))
      g_array_append_val (places, i);
  for (guint k = 0; k < places->len; k++)
    while (may_try (ret) && return_training (ret, g_array_index (places, guint, k), places))
      n_done++;
  return n_done;
}

/* ---- all -------------------------------------------------------------------------- */

static GpWholeState *
state_of (const GpDecisions *found)
{
  const GpPlanData *data = found->data;
  guint n = data->n_years;
  g_autoptr (GpFixings) fixings = gp_fixings_new (data);
  for (guint i = 0; i < data->n_boards * n; i++) {
    fixings->partner[i] = (int)lround (found->partner[i]);
    fixings->training[i] = (int)lround (found->training[i]);
  }
  for (guint i = 0; i < data->n_regions * n; i++)
    fixings->hire[i] = (int)lround (found->hire[i]);
  GpWholeState *state = gp_whole_state_new (data, fixings);
  for (guint i = 0; i < data->n_cells * GP_N_PROGRAMMES * n; i++)
    if (found->starts[i] > 0)
      gp_whole_state_change (state, i / (GP_N_PROGRAMMES * n),
                             (GpProgramme)(i / n % GP_N_PROGRAMMES), i % n,
                             (int)lround (found->starts[i]));
  return state;
}

static void
return_all (Return *ret)
{
  guint n_done = 1;
  for (guint pass = 0; pass < MAX_PASSES && n_done > 0 && may_try (ret); pass++) {
    list_cells (ret);
    n_done = return_starts (ret, try_direct);
    list_cells (ret);
    n_done += return_starts (ret, try_in_turn);
    n_done += return_trainings (ret);
  }
}

static GArray **
new_lists (guint n)
{
  GArray **lists = g_new (GArray *, n);
  for (guint i = 0; i < n; i++)
    lists[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  return lists;
}

static void
free_lists (GArray **lists, guint n)
{
  for (guint i = 0; i < n; i++)
    g_array_unref (lists[i]);
  g_free (lists);
}

GpDecisions *
gp_whole_return (const GpDecisions *found, GCancellable *cancellable)
{
  const GpPlanData *data = found->data;
  guint n = GP_N_PROGRAMMES * data->n_years;
  g_autoptr (GpWholeState) state = state_of (found);
  g_autofree GpMicro *most_short = g_new (GpMicro, data->n_years + 1);
  Return ret = {state, data, new_lists (n), new_lists (n), most_short, 0, cancellable};
  for (guint y = 0; y < data->n_years; y++)
    most_short[y] = MAX (gp_whole_state_shortage (state, y), state->allowed[y]);
  return_all (&ret);
  free_lists (ret.more, n);
  free_lists (ret.fewer, n);
  return gp_whole_state_decisions (state);
}
