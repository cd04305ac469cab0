/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-futures-chart.h. */
#include "gp-futures-chart.h"
#include "gp-futures-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
planned_in (const GpFuturesResult *result, GpYear year)
{
  for (guint i = 0; i < result->plan->len; i++) {
    const GpTakingPart *part = &g_array_index (result->plan, GpTakingPart, i);

    if (part->year == year)
      return part->history + part->regular + part->groeikracht;
  }
  return NAN;
}

GpChart *
gp_futures_fan (const GpFuturesResult *result)
{
  const GpFuturesSummary *summary = result->summaries[GP_OUTCOME_SCHOOLS];
  guint n = summary->n_years;
  g_autofree GpYear *years = g_new0 (GpYear, n);
  g_autofree double *values = g_new0 (double, 4 * (gsize)n);
  GpFanChart chart = {.years = years,
                      .n_years = n,
                      .p10 = values,
                      .p50 = values + n,
                      .p90 = values + 2 * (gsize)n,
                      .plan = values + 3 * (gsize)n,
                      .goal = summary->has_promise[GP_PROMISE_GOAL] ? result->goal : NAN,
                      .goal_text = _ ("goal"),
                      .plan_text = _ ("the plan itself"),
                      .p10_text = _ ("reached in 9 of 10 futures"),
                      .p50_text = _ ("reached in half"),
                      .p90_text = _ ("reached in 1 of 10"),
                      .goal_year = GP_YEAR_NONE};

  if (n == 0 || summary->planned == 0)
    return NULL;
  for (guint i = 0; i < n; i++) {
    const GpFutureYear *year = &summary->years[i];

    years[i] = year->year;
    values[i] = year->schools.p10;
    values[n + i] = year->schools.p50;
    values[2 * (gsize)n + i] = year->schools.p90;
    values[3 * (gsize)n + i] = planned_in (result, year->year);
    if (year->promised_here)
      chart.goal_year = year->year;
  }
  return gp_chart_new_fan (&chart);
}

/* The two shades tell which way an assumption works; a bar has one of them. */
GpChart *
gp_futures_tornado (const GpProject *project, const GpFuturesSummary *summary, guint most)
{
  g_autofree GpTornadoBar *bars = g_new0 (GpTornadoBar, summary->n_assumptions);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  GpTornadoChart chart = {.bars = bars,
                          .base = 0,
                          .low_text = _ ("the higher it is, the lower the outcome"),
                          .high_text = _ ("the higher it is, the higher the outcome"),
                          .unit = {.digits = 2}};

  for (guint i = 0; i < summary->n_assumptions && chart.n_bars < most; i++) {
    const GpFutureAssumption *assumption = &summary->assumptions[i];
    char *label;

    if (!assumption->has_correlation)
      continue;
    label = gp_futures_assumption_title (project, assumption);
    g_ptr_array_add (labels, label);
    bars[chart.n_bars++] =
        (GpTornadoBar){.label = label,
                       .low = assumption->correlation < 0 ? assumption->correlation : NAN,
                       .high = assumption->correlation < 0 ? NAN : assumption->correlation};
  }
  return chart.n_bars > 0 ? gp_chart_new_tornado (&chart) : NULL;
}
