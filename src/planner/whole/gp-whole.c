/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole-school plan:
 *
 * 1. partner boards and years are chosen by a program in which a fraction of a partnership is a
 *    mixture of whole ones, and hires are a mixture of ways to hire whole experts (gp-whole-hull.h,
 *    gp-whole-hires.c); without reach in it, it gives the bound that is shown (gp-whole-bound.c);
 * 2. hires, then partnerships are rounded from its fractions (gp-whole-choose.c);
 * 3. trainings, then starts, are rounded in that program, solved again after every few
 *    (gp-whole-dive.c);
 * 4. in exact figures, what rounding broke is repaired and what is open is filled.
 *
 * Why not from the relaxed plan: there a tenth of a partnership lets a board hand over all of its
 * schools, because its room for coaches (a quarter of its schools) is far more than it can use. The
 * relaxed plan therefore makes 129 boards a fraction of a partner, and no whole plan is near it. In
 * the hull a tenth of a partnership has a tenth of the schools, and at its optimum nearly all
 * partnerships are whole by themselves.
 *
 * Measured, regular delay in school-years (overload and Groeikracht delay 0 in all of them):
 *
 *                                        starter data      register project
 *   relaxed plan                             361.7             1,000.4
 *   + rows "v within supply x z" (clp)       958.7             1,041.4
 *   the hull with parts of experts         1,465.4             1,342.5
 *   the hull with whole ways of hiring     1,577               1,463     (the bound, audited)
 *   the whole plan                         1,664               1,551
 *   rounded from the relaxed plan before   1,887               1,909
 *
 * So the hull (every whole plan is in it) shows that the relaxed plan's distance is nearly all its
 * own: 1,104 of 1,216 school-years in the starter data are fractions of partners, 112 parts of
 * experts (3.2 a year fit under the cap, 3 whole ones). What is left, 87 and 88, is whole coaches
 * and schools; how much of that must be is not proven. Where hires go hardly matters: rounded from
 * the relaxed plan's regions in place of the hull's, the hull comes out 0.3 higher.
 *
 * For projects of up to SMALL boards the older way is tried as well and the better plan kept: it
 * rounds partner years from the relaxed plan, holds them, then trainings and hires, then starts.
 * It is also the one that is left when the first finds nothing. And there coaches and schools are
 * rounded in several ways (gp-whole-dive.c). Where start pins tell apart boards
 * that are no partners, the starts are planned by the relaxed program with what was chosen held.
 *
 * When it is stopped before there is a plan, the relaxed plan's starts without new coaches are one.
 *
 * Rejected: branch and bound over everything (no plan after minutes at national size); rounding
 * partner years of the relaxed plan with added rows, year by year (1,576 and 1,475 before trainings
 * are whole, and half a minute a solve). */
#include "gp-whole.h"
#include "gp-whole-choose.h"
#include "gp-whole-fill.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Boards, up to which there is time for two ways. */
#define SMALL 300

typedef struct {
  GpProgressFunc func;
  gpointer data;
} Progress;

static void
report (const Progress *progress, double share)
{
  if (progress->func != NULL)
    progress->func (share, _ ("Whole-school plan"), progress->data);
}

static GpRelaxed *
solve_with (const GpPlanData *data, const GpFixings *fixings, GCancellable *cancellable)
{
  GpRelaxed *solved = gp_relaxed_solve (data, fixings, NULL, NULL, cancellable);
  if (solved->status != GP_LP_OPTIMAL)
    g_clear_pointer (&solved, gp_relaxed_free);
  return solved;
}

/* What one more expert day in a region and year is worth to the delays. */
static double *
day_prices (const GpRelaxed *solved)
{
  const GpProgram *program = solved->program;
  const GpPlanData *data = program->data;
  double *prices = g_new0 (double, data->n_regions * data->n_years + 1);
  for (guint i = 0; i < solved->n_solved; i++) {
    if (data->priorities[i] != GP_PRIORITY_GROEIKRACHT_DELAY &&
        data->priorities[i] != GP_PRIORITY_REGULAR_DELAY)
      continue;
    for (guint r = 0; r < program->rows->len; r++) {
      const GpRow *row = &g_array_index (program->rows, GpRow, r);
      if (row->rule == GP_RULE_EXPERT_DAYS)
        prices[row->a * data->n_years + row->year] += fmax (0, -solved->priorities[i].row_dual[r]);
    }
  }
  return prices;
}

/* Trainings and hires near found, tried upwards and, when that cannot be met, downwards. */
static GpRelaxed *
fix_coaches (const GpPlanData *data, GpFixings *fixings, const GpDecisions *found,
             GCancellable *cancellable)
{
  GpRelaxed *solved = NULL;
  gp_fixings_round_hires (fixings, found);
  for (guint attempt = 0; attempt < 2 && solved == NULL; attempt++) {
    if (g_cancellable_is_cancelled (cancellable))
      return NULL;
    gp_fixings_round_trainings (fixings, found, attempt == 0);
    solved = solve_with (data, fixings, cancellable);
  }
  return solved;
}

/* Starts put into exact figures, repaired and filled up. */
static GpDecisions *
finish (const GpPlanData *data, const GpFixings *fixings, const GpDecisions *found,
        const GpRelaxed *priced, GCancellable *cancellable)
{
  g_autoptr (GpWholeState) state = gp_whole_state_new (data, fixings);
  g_autofree double *prices = day_prices (priced);
  gp_whole_round (state, found);
  if (!gp_whole_repair (state))
    return NULL;
  gp_whole_fill (state, prices, cancellable);
  return gp_whole_state_decisions (state);
}

static GpDecisions *
make_whole (const GpPlanData *data, const GpFixings *fixings, const GpRelaxed *solved,
            GCancellable *cancellable)
{
  g_autoptr (GpDecisions) found = gp_decisions_from_relaxed (solved);
  return finish (data, fixings, found, solved, cancellable);
}

/* Partners, trainings and hires near the relaxed plan's, one after the other. */
static GpDecisions *
plan_near (const GpRelaxed *relaxed, const Progress *to, GCancellable *cancellable)
{
  const GpPlanData *data = relaxed->program->data;
  g_autoptr (GpFixings) fixings = gp_fixings_new (data);
  g_autoptr (GpDecisions) first = gp_decisions_from_relaxed (relaxed);
  gp_fixings_round_partners (fixings, first);
  g_autoptr (GpRelaxed) with_partners = solve_with (data, fixings, cancellable);
  if (with_partners == NULL)
    return NULL;
  report (to, 0.4);
  g_autoptr (GpDecisions) second = gp_decisions_from_relaxed (with_partners);
  g_autoptr (GpRelaxed) with_coaches = fix_coaches (data, fixings, second, cancellable);
  if (with_coaches == NULL)
    return NULL;
  report (to, 0.7);
  return make_whole (data, fixings, with_coaches, cancellable);
}

static gboolean
has_start_pins (const GpPlanData *data)
{
  for (guint i = 0; i < data->n_pins; i++)
    if (data->pins[i].row->kind == GP_PIN_START)
      return TRUE;
  return FALSE;
}

/* The better of two by the scenario's order, of which either may be missing; frees the other. */
static GpDecisions *
better_of (GpDecisions *a, GpDecisions *b)
{
  const GpPlanData *data = a != NULL ? a->data : NULL;
  double more = a == NULL ? 1 : 0;
  for (guint i = 0; a != NULL && b != NULL && i < data->n_priorities && more == 0; i++) {
    double of_a = gp_decisions_value (a, data->priorities[i]);
    more = of_a - gp_decisions_value (b, data->priorities[i]);
    more = data->priorities[i] == GP_PRIORITY_REACH ? -more : more;
    more = fabs (more) > 1e-6 * (1 + fabs (of_a)) ? more : 0;
  }
  gp_decisions_free (more > 0 ? a : b);
  return more > 0 ? b : a;
}

/* One way of rounding; the starts are planned again where pins know boards apart that it does not.
 */
static GpDecisions *
plan_in_way (const GpRelaxed *relaxed, const GpChoice *choice, guint way, GCancellable *cancellable)
{
  const GpPlanData *data = relaxed->program->data;
  g_autoptr (GpFixings) fixings = gp_fixings_new (data);
  g_autoptr (GpDecisions) found = gp_choice_round (choice, way, fixings);
  if (found == NULL)
    return NULL;
  if (!has_start_pins (data))
    return finish (data, fixings, found, relaxed, cancellable);
  g_autoptr (GpRelaxed) solved = solve_with (data, fixings, cancellable);
  return solved != NULL ? make_whole (data, fixings, solved, cancellable) : NULL;
}

/* The main way. */
static GpDecisions *
plan_chosen (const GpRelaxed *relaxed, GpWholeBound *bound, const Progress *to,
             GCancellable *cancellable)
{
  g_autoptr (GpChoice) choice = gp_whole_choose (relaxed, bound, cancellable);
  GpDecisions *best = NULL;
  report (to, 0.5);
  for (guint way = 0; choice != NULL && way < gp_choice_n_ways (choice); way++)
    best = better_of (best, plan_in_way (relaxed, choice, way, cancellable));
  report (to, 0.8);
  return best;
}

/* What is there at once when planning is stopped: the relaxed plan's starts without new coaches. */
static GpDecisions *
plan_at_once (const GpRelaxed *relaxed, GCancellable *cancellable)
{
  const GpPlanData *data = relaxed->program->data;
  g_autoptr (GpFixings) fixings = gp_fixings_new (data);
  g_autoptr (GpDecisions) nothing = gp_decisions_new (data);
  g_autoptr (GpDecisions) found = gp_decisions_from_relaxed (relaxed);
  gp_fixings_round_partners (fixings, nothing);
  gp_fixings_round_hires (fixings, found);
  gp_fixings_round_trainings (fixings, nothing, FALSE);
  return finish (data, fixings, found, relaxed, cancellable);
}

/* Nothing but what pins ask: for when pins and rounding stand in each other's way. */
static GpDecisions *
plan_pins_only (const GpPlanData *data, GCancellable *cancellable)
{
  g_autoptr (GpFixings) fixings = gp_fixings_new (data);
  g_autoptr (GpDecisions) nothing = gp_decisions_new (data);
  gp_fixings_round_partners (fixings, nothing);
  gp_fixings_round_hires (fixings, nothing);
  gp_fixings_round_trainings (fixings, nothing, FALSE);
  g_autoptr (GpRelaxed) solved = solve_with (data, fixings, cancellable);
  return solved != NULL ? make_whole (data, fixings, solved, cancellable) : NULL;
}

GpDecisions *
gp_whole_plan (const GpRelaxed *relaxed, GpWholeBound *bound, GpProgressFunc progress,
               gpointer progress_data, GCancellable *cancellable)
{
  Progress to = {progress, progress_data};
  report (&to, 0);
  GpDecisions *whole = plan_chosen (relaxed, bound, &to, cancellable);
  if ((whole == NULL || relaxed->program->data->n_boards <= SMALL) &&
      !g_cancellable_is_cancelled (cancellable))
    whole = better_of (whole, plan_near (relaxed, &to, cancellable));
  if (whole == NULL && !g_cancellable_is_cancelled (cancellable))
    whole = plan_pins_only (relaxed->program->data, cancellable);
  if (whole == NULL)
    whole = plan_at_once (relaxed, cancellable);
  return whole;
}
