/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-summary.h; the sentences are in gp-summary-text.c. */
#include "gp-summary.h"

#include <groeiplan/gp-parameter.h>
#include <math.h>

static void
find_busiest (GpSummary *self)
{
  for (guint y = 0; y < self->n_years; y++) {
    GpYear year = (GpYear)(self->project->plan_from + (int)y);
    double used = 0, there = 0;

    for (guint r = 0; r < self->n_regions; r++) {
      double cell = self->used[r * self->n_years + y];

      used += isnan (cell) ? 0 : cell;
      there += self->available[r * self->n_years + y];
    }
    if (year > self->goal_year || there <= 0 || used / there <= self->busiest_share)
      continue;
    self->busiest_share = used / there;
    self->busiest_year = year;
  }
}

static double
sum_to (const GpPlan *plan, GpPlanPart part, GpPlanRowKind kind, GpYear last)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, kind, &n);
  double sum = 0;

  for (guint i = 0; i < n; i++)
    if (rows[i].year <= last)
      sum += rows[i].amount;
  return sum;
}

static void
read_delays (GpSummary *self, const GpPlan *plan, GpPlanPart part)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, GP_ROW_DELAY, &n);

  for (guint i = 0; i < n; i++)
    self->waiting += rows[i].amount;
}

static void
read_cost (GpSummary *self, const GpPlan *plan)
{
  for (guint i = 0; i < plan->n_priorities; i++)
    if (plan->priorities[i].id == GP_PRIORITY_COST) {
      self->has_cost = TRUE;
      self->cost = self->rough ? plan->priorities[i].relaxed : plan->priorities[i].whole;
    }
}

static void
read_plan (GpSummary *self, const GpPlan *plan, GpPlanPart part)
{
  GpYear last = self->project->last_year;

  find_busiest (self);
  read_delays (self, plan, part);
  self->overload = sum_to (plan, part, GP_ROW_OVERLOAD, last);
  self->trainings = sum_to (plan, part, GP_ROW_TRAINING, self->goal_year);
  self->partners = sum_to (plan, part, GP_ROW_PARTNER, self->goal_year);
  read_cost (self, plan);
  self->unavoidable = gp_plan_least_delay (plan);
}

static void
read_years (GpSummary *self)
{
  for (guint i = 0; i < self->years->len; i++) {
    const GpTakingPart *year = &g_array_index (self->years, GpTakingPart, i);
    double total = year->history + year->regular + year->groeikracht;

    if (year->year < self->project->plan_from)
      self->now = total;
    if (year->year == self->goal_year)
      self->at_goal = total;
  }
}

static void
point_into_load (GpSummary *self)
{
  self->n_regions = self->load->n_regions;
  self->n_years = self->load->n_years;
  self->used = self->load->used;
  self->available = self->load->available;
  self->overloads = self->load->overloads;
  self->behind = self->load->behind;
}

GpSummary *
gp_summary_new (const GpProject *project, guint32 scenario, const GpPlan *plan)
{
  GpSummary *self = g_new0 (GpSummary, 1);
  gboolean usable =
      plan != NULL && (plan->status == GP_PLAN_OPTIMAL || plan->status == GP_PLAN_FEASIBLE);
  GpPlanPart part = usable && plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;

  self->project = project;
  self->has_plan = usable;
  self->rough = usable && !plan->has_whole;
  self->goal_year = project->goal_year;
  self->goal = scenario != GP_NONE ? gp_param_value (project, scenario, GP_PARAM_PARTICIPATION_GOAL,
                                                     NULL, project->goal_year)
                                   : 0;
  self->years = scenario == GP_NONE
                    ? g_array_new (FALSE, FALSE, sizeof (GpTakingPart))
                    : gp_plan_taking_part (project, scenario, usable ? plan : NULL, part,
                                           (GpYear)MAX (project->plan_from - 2, GP_YEAR_MIN),
                                           project->last_year);
  self->load = gp_load_new (project, scenario, usable ? plan : NULL, part);
  point_into_load (self);
  read_years (self);
  if (usable)
    read_plan (self, plan, part);
  return self;
}

static double
between (double a, double b, double share)
{
  return a + (b - a) * share;
}

static void
mix_load (GpLoad *to, const GpLoad *with, double share)
{
  guint n_cells = to->n_regions * to->n_years;

  for (guint i = 0; i < n_cells; i++) {
    to->used[i] = between (to->used[i], with->used[i], share);
    to->available[i] = between (to->available[i], with->available[i], share);
    to->overloads[i] = between (to->overloads[i], with->overloads[i], share);
  }
  for (guint y = 0; y < to->n_years; y++)
    to->behind[y] = between (to->behind[y], with->behind[y], share);
}

static GArray *
mix_years (const GArray *a, const GArray *b, double share)
{
  GArray *years = g_array_copy ((GArray *)a);

  for (guint i = 0; i < MIN (years->len, b->len); i++) {
    GpTakingPart *year = &g_array_index (years, GpTakingPart, i);
    const GpTakingPart *with = &g_array_index (b, GpTakingPart, i);

    year->history = between (year->history, with->history, share);
    year->regular = between (year->regular, with->regular, share);
    year->groeikracht = between (year->groeikracht, with->groeikracht, share);
  }
  return years;
}

GpSummary *
gp_summary_mix (const GpSummary *a, const GpSummary *b, double share)
{
  GpSummary *self = g_memdup2 (a, sizeof *a);

  g_return_val_if_fail (a->n_regions == b->n_regions && a->n_years == b->n_years, NULL);
  self->estimated = TRUE;
  self->years = mix_years (a->years, b->years, share);
  self->waiting = between (a->waiting, b->waiting, share);
  self->overload = between (a->overload, b->overload, share);
  self->trainings = between (a->trainings, b->trainings, share);
  self->partners = between (a->partners, b->partners, share);
  self->has_cost = a->has_cost && b->has_cost;
  self->cost = between (a->cost, b->cost, share);
  self->load = gp_load_copy (a->load);
  mix_load (self->load, b->load, share);
  point_into_load (self);
  self->busiest_share = 0;
  find_busiest (self);
  read_years (self);
  return self;
}

void
gp_summary_free (GpSummary *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->years);
  gp_load_free (self->load);
  g_free (self);
}

double
gp_summary_load (const GpSummary *self, guint region, guint year)
{
  return gp_load_percent (self->load, region, year);
}

gboolean
gp_summary_is_short (const GpSummary *self, guint region, guint year)
{
  return gp_load_is_short (self->load, region, year);
}
