/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole-school plan, in four steps, each a linear program smaller than the one before:
 *
 * 1. partner years are rounded from the relaxed plan, and held;
 * 2. trainings and hires are rounded from the relaxed plan with those partners, and held;
 * 3. starts are rounded from the relaxed plan with those coaches;
 * 4. in exact figures, what rounding broke is repaired and what is open is filled.
 *
 * Rejected: branch and bound over everything (no plan after minutes at national size); rounding
 * starts from the first relaxed plan (it spreads partner years over hundreds of boards, so that a
 * whole plan near it does not exist). */
#include "gp-whole.h"
#include "gp-whole-fill.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

static GpDecisions *
make_whole (const GpPlanData *data, const GpFixings *fixings, const GpRelaxed *solved,
            GCancellable *cancellable)
{
  g_autoptr (GpDecisions) found = gp_decisions_from_relaxed (solved);
  g_autoptr (GpWholeState) state = gp_whole_state_new (data, fixings);
  g_autofree double *prices = day_prices (solved);
  gp_whole_round (state, found);
  if (!gp_whole_repair (state))
    return NULL;
  gp_whole_fill (state, prices, cancellable);
  return gp_whole_state_decisions (state);
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
gp_whole_plan (const GpRelaxed *relaxed, GpProgressFunc progress, gpointer progress_data,
               GCancellable *cancellable)
{
  Progress to = {progress, progress_data};
  report (&to, 0);
  GpDecisions *whole = plan_near (relaxed, &to, cancellable);
  if (whole == NULL && !g_cancellable_is_cancelled (cancellable))
    whole = plan_pins_only (relaxed->program->data, cancellable);
  return whole;
}
