/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-summary.h; the sentences are in gp-summary-text.c. */
#include "gp-summary.h"

#include <groeiplan/gp-parameter.h>
#include <math.h>

static guint
cell_of (const GpSummary *self, const char *region, GpYear year)
{
  guint32 index = gp_project_find (self->project, GP_TABLE_REGIONS, region);

  if (index == GP_NONE || year < self->project->plan_from || year > self->project->last_year)
    return GP_NONE;
  return index * self->n_years + (guint)(year - self->project->plan_from);
}

static void
add_to_cells (GpSummary *self, const GpPlan *plan, GpPlanPart part, GpPlanRowKind kind,
              double *cells)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, kind, &n);

  for (guint i = 0; i < n; i++) {
    guint cell = cell_of (self, rows[i].region, rows[i].year);

    if (cell != GP_NONE)
      cells[cell] = (isnan (cells[cell]) ? 0 : cells[cell]) + rows[i].amount;
  }
}

/* Days borrowed count as there, less what travel costs. */
static void
add_borrowed (GpSummary *self, guint32 scenario, const GpPlan *plan, GpPlanPart part)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, GP_ROW_LENDING, &n);

  for (guint i = 0; i < n; i++) {
    guint cell = cell_of (self, rows[i].to_region, rows[i].year);

    if (cell != GP_NONE)
      self->available[cell] +=
          rows[i].amount *
          gp_param_value (self->project, scenario, GP_PARAM_LENDING_EFFICIENCY, NULL, rows[i].year);
  }
}

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

  for (guint i = 0; i < n; i++) {
    int year = rows[i].year - self->project->plan_from;

    self->waiting += rows[i].amount;
    if (year >= 0 && year < (int)self->n_years)
      self->behind[year] += rows[i].amount;
  }
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

/* The least delays that are proven, both programmes: those of whole plans where the plan has that
 * proof, else those of the relaxed plan. */
static void
read_unavoidable (GpSummary *self, const GpPlan *plan)
{
  for (guint i = 0; i < plan->n_priorities && !self->rough; i++) {
    const GpPlanPriority *priority = &plan->priorities[i];
    double least = priority->relaxed;

    if (priority->id != GP_PRIORITY_GROEIKRACHT_DELAY && priority->id != GP_PRIORITY_REGULAR_DELAY)
      continue;
    if (!isnan (priority->bound))
      least = MAX (least, priority->bound);
    self->unavoidable = (isnan (self->unavoidable) ? 0 : self->unavoidable) + least;
  }
}

static void
read_plan (GpSummary *self, guint32 scenario, const GpPlan *plan, GpPlanPart part)
{
  GpYear last = self->project->last_year;

  add_to_cells (self, plan, part, GP_ROW_USED, self->used);
  add_to_cells (self, plan, part, GP_ROW_AVAILABLE, self->available);
  add_to_cells (self, plan, part, GP_ROW_OVERLOAD, self->overloads);
  add_borrowed (self, scenario, plan, part);
  find_busiest (self);
  read_delays (self, plan, part);
  self->overload = sum_to (plan, part, GP_ROW_OVERLOAD, last);
  self->trainings = sum_to (plan, part, GP_ROW_TRAINING, self->goal_year);
  self->partners = sum_to (plan, part, GP_ROW_PARTNER, self->goal_year);
  read_cost (self, plan);
  self->unavoidable = NAN;
  read_unavoidable (self, plan);
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
make_cells (GpSummary *self)
{
  gsize n;

  self->n_regions = self->project->n_regions;
  self->n_years = (guint)(self->project->last_year - self->project->plan_from + 1);
  n = (gsize)self->n_regions * self->n_years;
  self->used = g_new (double, MAX (n, 1));
  self->available = g_new0 (double, MAX (n, 1));
  self->overloads = g_new0 (double, MAX (n, 1));
  self->behind = g_new0 (double, self->n_years);
  for (gsize i = 0; i < n; i++)
    self->used[i] = NAN;
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
  make_cells (self);
  read_years (self);
  if (usable)
    read_plan (self, scenario, plan, part);
  return self;
}

void
gp_summary_free (GpSummary *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->years);
  g_free (self->used);
  g_free (self->available);
  g_free (self->overloads);
  g_free (self->behind);
  g_free (self);
}

double
gp_summary_load (const GpSummary *self, guint region, guint year)
{
  guint cell = region * self->n_years + year;

  if (isnan (self->used[cell]) || (self->available[cell] <= 0 && self->used[cell] <= 0))
    return NAN;
  return self->available[cell] > 0 ? 100 * self->used[cell] / self->available[cell] : 999;
}

gboolean
gp_summary_is_short (const GpSummary *self, guint region, guint year)
{
  double load = gp_summary_load (self, region, year);

  return !isnan (load) && (self->overloads[region * self->n_years + year] > 0.005 ||
                           (self->behind[year] > 0.005 && load >= 99.5));
}
