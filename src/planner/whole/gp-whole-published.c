/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole-school plans that keep to what was published.
 *
 * The published plan is a whole plan itself, so that as long as the rules allow it, nothing need
 * change: it is put into the exact figures as it is, what breaks a rule by now is repaired and what
 * is open is filled, like any other. Of that plan and the one found from the relaxed plan the
 * better one by the scenario's order is taken. So planning unchanged data again never gives a worse
 * plan than the published one, and gives that one unless something better is worth the change. */
#include "gp-whole-published.h"

#include "gp-whole-fill.h"
#include "gp-whole-return.h"
#include "gp-whole.h"

#include <math.h>

/* ---- the published plan as a start ------------------------------------------------ */

static void
copy (double *to, const double *from, gsize n)
{
  for (gsize i = 0; i < n; i++)
    to[i] = from[i];
}

static GpDecisions *
published_decisions (const GpPlanData *data)
{
  const GpPublishedData *p = data->published;
  GpDecisions *d = gp_decisions_new (data);
  gsize n = data->n_years;
  copy (d->starts, p->starts, data->n_cells * GP_N_PROGRAMMES * n);
  copy (d->partner, p->partner, data->n_boards * n);
  copy (d->training, p->training, data->n_boards * n);
  copy (d->hire, p->hire, data->n_regions * n);
  gp_decisions_derive (d);
  return d;
}

static gboolean
take_start (GpWholeState *state, guint c, GpProgramme programme, guint y)
{
  if (!gp_whole_state_fits (state, c, programme, y))
    return FALSE;
  gp_whole_state_change (state, c, programme, y, 1);
  return TRUE;
}

/* The starts that a pin asks, published ones before any others, while there is a place for them. */
static void
start_pinned (GpWholeState *state, const GpDecisions *published, const GpPinData *pin)
{
  const GpBoardData *board = &state->data->boards[pin->row->board];
  int wanted = pin->row->min;
  for (guint pass = 0; pass < 2; pass++)
    for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++) {
      guint at = gp_decisions_at (published, c, pin->row->programme, pin->year);
      if (state->data->cells[c].sector != pin->row->sector)
        continue;
      if (pass == 0)
        wanted -= state->starts[at];
      while (wanted > 0 && (pass > 0 || state->starts[at] + 1 <= published->starts[at]) &&
             take_start (state, c, pin->row->programme, pin->year))
        wanted--;
    }
}

/* Every published start that still has a school and a place, after what pins ask. */
static void
start_published (GpWholeState *state, const GpDecisions *published)
{
  const GpPlanData *data = state->data;
  for (guint i = 0; i < data->n_pins; i++)
    if (data->pins[i].row->kind == GP_PIN_START)
      start_pinned (state, published, &data->pins[i]);
  for (guint y = 0; y < state->n_years; y++)
    for (guint c = 0; c < data->n_cells; c++)
      for (guint p = 0; p < GP_N_PROGRAMMES; p++) {
        guint at = gp_decisions_at (published, c, (GpProgramme)p, y);
        while (state->starts[at] + 1 <= published->starts[at] &&
               take_start (state, c, (GpProgramme)p, y))
          ;
      }
}

/* Does every pin get the starts that it asks? (Others are met by the way that they are rounded.) */
static gboolean
meets_pins (const GpWholeState *state)
{
  const GpPlanData *data = state->data;
  for (guint i = 0; i < data->n_pins; i++) {
    const GpPin *pin = data->pins[i].row;
    const GpBoardData *board = &data->boards[pin->board];
    int missing = pin->min;
    for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
      if (pin->kind == GP_PIN_START && data->cells[c].sector == pin->sector)
        missing -= state->starts[(c * GP_N_PROGRAMMES + (guint)pin->programme) * state->n_years +
                                 data->pins[i].year];
    if (pin->kind == GP_PIN_START && missing > 0)
      return FALSE;
  }
  return TRUE;
}

/* What an expert day in a region and year is worth, in all priorities that are short of it. */
static double *
day_prices (const GpRelaxed *relaxed)
{
  const GpProgram *program = relaxed->program;
  const GpPlanData *data = program->data;
  double *prices = g_new0 (double, data->n_regions * data->n_years + 1);
  for (guint r = 0; r < program->rows->len; r++) {
    const GpRow *row = &g_array_index (program->rows, GpRow, r);
    for (guint i = 0; i < relaxed->n_solved && row->rule == GP_RULE_EXPERT_DAYS; i++)
      if (data->priorities[i] == GP_PRIORITY_GROEIKRACHT_DELAY ||
          data->priorities[i] == GP_PRIORITY_REGULAR_DELAY)
        prices[row->a * data->n_years + row->year] += fmax (0, -relaxed->priorities[i].row_dual[r]);
  }
  return prices;
}

/* Rounding makes up later for a training that a cap took away; here that would be one more change.
 */
static void
train_no_more (GpFixings *fixings, const GpDecisions *published)
{
  const GpPlanData *data = published->data;
  for (guint i = 0; i < data->n_boards * data->n_years; i++) {
    int most = (int)published->training[i];
    for (guint k = 0; k < data->n_pins; k++)
      if (data->pins[k].row->kind == GP_PIN_TRAINING &&
          data->pins[k].row->board * data->n_years + data->pins[k].year == i)
        most = MAX (most, data->pins[k].row->min);
    fixings->training[i] = MIN (fixings->training[i], most);
  }
}

/* ---- as it was published ---------------------------------------------------------- */

static double
sum_of_year (const double *amounts, guint n, guint n_years, guint y)
{
  double sum = 0;
  for (guint i = 0; i < n; i++)
    sum += amounts[i * n_years + y];
  return sum;
}

/* Partner years and trainings of one board: do today's rules allow them as they are? (The pool of
 * candidates is for the repair.) */
static gboolean
board_may_stay (const GpPlanData *data, const GpPublishedData *p, guint b)
{
  const GpBoardData *board = &data->boards[b];
  double stock = 0, since = board->is_partner ? 1 : 0;
  for (guint y = 0; y < data->n_years; y++) {
    guint at = b * data->n_years + y;
    since += p->partner[at];
    double room = board->max_coaches * since;
    if (board->is_partner)
      room = fmax (0, board->max_coaches - data->stock0[at]);
    stock = stock * data->retention + p->training[at];
    if (since > 1 || (since > 0 && !board->can_partner) || stock > room + 1e-9)
      return FALSE;
  }
  return TRUE;
}

static gboolean
hires_may_stay (const GpPlanData *data, const GpPublishedData *p)
{
  double heads = 0;
  for (guint y = 0; y < data->n_years; y++) {
    heads =
        heads * (1 - data->attrition) + sum_of_year (p->hire, data->n_regions, data->n_years, y);
    if (heads > fmax (0, data->expert_cap[y] - data->heads[y]) + 1e-9)
      return FALSE;
  }
  return TRUE;
}

static gboolean
pins_may_stay (const GpPlanData *data, const GpPublishedData *p)
{
  for (guint i = 0; i < data->n_pins; i++) {
    const GpPin *pin = data->pins[i].row;
    guint at = pin->board * data->n_years + data->pins[i].year;
    double has = pin->kind == GP_PIN_PARTNER ? p->partner[at] : p->training[at];
    if (pin->kind != GP_PIN_START &&
        ((pin->min >= 0 && has < pin->min) || (pin->max >= 0 && has > pin->max)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
boards_may_stay (const GpPlanData *data, const GpPublishedData *p)
{
  for (guint b = 0; b < data->n_boards; b++)
    if (!board_may_stay (data, p, b))
      return FALSE;
  for (guint y = 0; y < data->n_years; y++)
    if (sum_of_year (p->partner, data->n_boards, data->n_years, y) > data->partner_cap[y] ||
        sum_of_year (p->training, data->n_boards, data->n_years, y) > data->training_cap[y])
      return FALSE;
  return TRUE;
}

/* Partner years, trainings and hires to the letter, while today's rules allow them; rounding, which
 * is made for fractions, might take one away. */
static gboolean
fix_as_published (GpFixings *fixings, const GpPlanData *data)
{
  const GpPublishedData *p = data->published;
  if (!boards_may_stay (data, p) || !hires_may_stay (data, p) || !pins_may_stay (data, p))
    return FALSE;
  for (guint i = 0; i < data->n_boards * data->n_years; i++) {
    fixings->partner[i] = (int)lround (p->partner[i]);
    fixings->training[i] = (int)lround (p->training[i]);
  }
  for (guint i = 0; i < data->n_regions * data->n_years; i++)
    fixings->hire[i] = (int)lround (p->hire[i]);
  return TRUE;
}

static void
round_published (GpFixings *fixings, const GpDecisions *published)
{
  gp_fixings_round_partners (fixings, published);
  gp_fixings_round_hires (fixings, published);
  gp_fixings_round_trainings (fixings, published, FALSE);
  train_no_more (fixings, published);
}

/* Repaired, and filled when that is wanted. */
static GpDecisions *
plan_from_published (const GpRelaxed *relaxed, gboolean filled, GCancellable *cancellable)
{
  const GpPlanData *data = relaxed->program->data;
  g_autoptr (GpDecisions) published = published_decisions (data);
  g_autoptr (GpFixings) fixings = gp_fixings_new (data);
  if (!fix_as_published (fixings, data))
    round_published (fixings, published);
  g_autoptr (GpWholeState) state = gp_whole_state_new (data, fixings);
  start_published (state, published);
  gp_whole_round (state, published);
  if (!gp_whole_repair (state) || !meets_pins (state))
    return NULL;
  if (filled) {
    g_autofree double *prices = day_prices (relaxed);
    gp_whole_fill (state, prices, cancellable);
  }
  return gp_whole_state_decisions (state);
}

/* ---- the programme of a start ----------------------------------------------------- */

/* How many more starts the cell has than published, in one programme where it has fewer in the
 * other: as many could have the other programme. */
static double
surplus (const GpDecisions *d, guint c, guint y, GpProgramme of)
{
  const double *was = d->data->published->starts;
  guint more = gp_decisions_at (d, c, of, y);
  guint less = gp_decisions_at (d, c, (GpProgramme)(GP_N_PROGRAMMES - 1 - (int)of), y);
  return fmin (d->starts[more] - was[more], was[less] - d->starts[less]);
}

static void
turn (GpDecisions *d, guint c, guint y, GpProgramme from, double n)
{
  d->starts[gp_decisions_at (d, c, from, y)] -= n;
  d->starts[gp_decisions_at (d, c, (GpProgramme)(GP_N_PROGRAMMES - 1 - (int)from), y)] += n;
}

/* The next cell from c on with a surplus, whose programmes no pin tells apart. */
static guint
next_surplus (const GpDecisions *d, guint c, guint y, GpProgramme of)
{
  while (c < d->data->n_cells &&
         (surplus (d, c, y, of) < 1 || gp_plan_data_cell_pinned (d->data, &d->data->cells[c])))
    c++;
  return c;
}

/* Two starts of a year that trade programmes leave every cohort and every rule as it was. (A cell
 * that was published with Groeikracht starts is one that may have them.) */
static void
trade_programmes (GpDecisions *d, guint y)
{
  guint a = next_surplus (d, 0, y, GP_PROGRAMME_GROEIKRACHT);
  guint b = next_surplus (d, 0, y, GP_PROGRAMME_REGULAR);
  while (a < d->data->n_cells && b < d->data->n_cells) {
    double n = floor (fmin (surplus (d, a, y, GP_PROGRAMME_GROEIKRACHT),
                            surplus (d, b, y, GP_PROGRAMME_REGULAR)));
    turn (d, a, y, GP_PROGRAMME_GROEIKRACHT, n);
    turn (d, b, y, GP_PROGRAMME_REGULAR, n);
    a = next_surplus (d, a, y, GP_PROGRAMME_GROEIKRACHT);
    b = next_surplus (d, b, y, GP_PROGRAMME_REGULAR);
  }
}

/* ---- the better one --------------------------------------------------------------- */

static gboolean
is_better (const GpDecisions *a, const GpDecisions *b)
{
  const GpPlanData *data = a->data;
  for (guint i = 0; i < data->n_priorities; i++) {
    double better =
        gp_decisions_value (b, data->priorities[i]) - gp_decisions_value (a, data->priorities[i]);
    if (data->priorities[i] == GP_PRIORITY_REACH)
      better = -better;
    if (fabs (better) > 1e-6 * (1 + fabs (gp_decisions_value (a, data->priorities[i]))))
      return better > 0;
  }
  return FALSE;
}

/* The better of two, of which either may be missing; the other one is freed. */
static GpDecisions *
choose (GpDecisions *found, GpDecisions *other)
{
  for (guint y = 0; other != NULL && y < other->data->n_years; y++)
    trade_programmes (other, y);
  if (other == NULL || (found != NULL && !is_better (other, found))) {
    gp_decisions_free (other);
    return found;
  }
  gp_decisions_free (found);
  return other;
}

/* Where change comes before the delays, open places had better stay open. */
static gboolean
change_comes_first (const GpPlanData *data)
{
  for (guint i = 0; i < data->n_priorities; i++) {
    if (data->priorities[i] == GP_PRIORITY_CHANGE)
      return TRUE;
    if (data->priorities[i] == GP_PRIORITY_REGULAR_DELAY)
      return FALSE;
  }
  return FALSE;
}

GpDecisions *
gp_whole_keep_published (const GpRelaxed *relaxed, GpDecisions *found, GCancellable *cancellable)
{
  const GpPlanData *data = relaxed->program->data;
  if (data->published == NULL || g_cancellable_is_cancelled (cancellable))
    return found;
  found = choose (NULL, found);
  found = choose (found, plan_from_published (relaxed, TRUE, cancellable));
  if (change_comes_first (data))
    found = choose (found, plan_from_published (relaxed, FALSE, cancellable));
  if (found == NULL || gp_decisions_change (found) <= data->published->lost)
    return found;
  return choose (found, gp_whole_return (found, cancellable));
}
