/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-load.h. */
#include <groeiplan/gp-load.h>

#include <groeiplan/gp-parameter.h>
#include <math.h>

#define NOTHING 0.005 /* days or schools: less is rounding */
#define FULL 99.5     /* percent: less than half a percent is left */

static guint
cell_of (const GpProject *project, const char *region, GpYear year)
{
  guint32 index = gp_project_find (project, GP_TABLE_REGIONS, region);
  guint n_years = (guint)(project->last_year - project->plan_from + 1);

  if (index == GP_NONE || year < project->plan_from || year > project->last_year)
    return GP_NONE;
  return index * n_years + (guint)(year - project->plan_from);
}

static void
add_cells (const GpProject *project, const GpPlan *plan, GpPlanPart part, GpPlanRowKind kind,
           double *cells)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, kind, &n);

  for (guint i = 0; i < n; i++) {
    guint cell = cell_of (project, rows[i].region, rows[i].year);

    if (cell != GP_NONE)
      cells[cell] = (isnan (cells[cell]) ? 0 : cells[cell]) + rows[i].amount;
  }
}

static void
add_borrowed (GpLoad *self, const GpProject *project, guint32 scenario, const GpPlan *plan,
              GpPlanPart part)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, GP_ROW_LENDING, &n);

  for (guint i = 0; i < n; i++) {
    guint cell = cell_of (project, rows[i].to_region, rows[i].year);

    if (cell != GP_NONE)
      self->available[cell] +=
          rows[i].amount *
          gp_param_value (project, scenario, GP_PARAM_LENDING_EFFICIENCY, NULL, rows[i].year);
  }
}

static void
add_delays (GpLoad *self, const GpProject *project, const GpPlan *plan, GpPlanPart part)
{
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, part, GP_ROW_DELAY, &n);

  for (guint i = 0; i < n; i++) {
    int year = rows[i].year - project->plan_from;

    if (year >= 0 && year < (int)self->n_years)
      self->behind[year] += rows[i].amount;
  }
}

GpLoad *
gp_load_new (const GpProject *project, guint32 scenario, const GpPlan *plan, GpPlanPart part)
{
  g_return_val_if_fail (project != NULL, NULL);
  GpLoad *self = g_new0 (GpLoad, 1);
  self->n_regions = project->n_regions;
  self->n_years = (guint)(project->last_year - project->plan_from + 1);
  gsize n = (gsize)self->n_regions * self->n_years;

  self->used = g_new (double, MAX (n, 1));
  self->available = g_new0 (double, MAX (n, 1));
  self->overloads = g_new0 (double, MAX (n, 1));
  self->behind = g_new0 (double, MAX (self->n_years, 1));
  for (gsize i = 0; i < n; i++)
    self->used[i] = NAN;
  if (plan == NULL)
    return self;
  add_cells (project, plan, part, GP_ROW_USED, self->used);
  add_cells (project, plan, part, GP_ROW_AVAILABLE, self->available);
  add_cells (project, plan, part, GP_ROW_OVERLOAD, self->overloads);
  add_borrowed (self, project, scenario, plan, part);
  add_delays (self, project, plan, part);
  return self;
}

GpLoad *
gp_load_copy (const GpLoad *load)
{
  gsize n = (gsize)load->n_regions * load->n_years;
  GpLoad *self = g_memdup2 (load, sizeof *load);

  self->used = g_memdup2 (load->used, MAX (n, 1) * sizeof (double));
  self->available = g_memdup2 (load->available, MAX (n, 1) * sizeof (double));
  self->overloads = g_memdup2 (load->overloads, MAX (n, 1) * sizeof (double));
  self->behind = g_memdup2 (load->behind, MAX (load->n_years, 1) * sizeof (double));
  return self;
}

void
gp_load_free (GpLoad *self)
{
  if (self == NULL)
    return;
  g_free (self->used);
  g_free (self->available);
  g_free (self->overloads);
  g_free (self->behind);
  g_free (self);
}

double
gp_load_percent (const GpLoad *self, guint region, guint year)
{
  guint cell = region * self->n_years + year;

  if (isnan (self->used[cell]) || (self->available[cell] <= 0 && self->used[cell] <= 0))
    return NAN;
  return self->available[cell] > 0 ? 100 * self->used[cell] / self->available[cell] : 999;
}

gboolean
gp_load_is_short (const GpLoad *self, guint region, guint year)
{
  double load = gp_load_percent (self, region, year);

  return !isnan (load) && (self->overloads[region * self->n_years + year] > NOTHING ||
                           (self->behind[year] > NOTHING && load >= FULL));
}

GpSqueeze
gp_load_squeeze (const GpLoad *self, GArray *regions)
{
  GpSqueeze squeeze = {.first = self->n_years};

  for (guint32 r = 0; r < self->n_regions; r++) {
    gboolean any = FALSE;

    for (guint y = 0; y < self->n_years; y++)
      if (gp_load_is_short (self, r, y)) {
        any = TRUE;
        squeeze.first = MIN (squeeze.first, y);
        squeeze.last = MAX (squeeze.last, y);
      }
    squeeze.n_regions += any;
    if (any && regions != NULL)
      g_array_append_val (regions, r);
  }
  if (squeeze.n_regions == 0)
    squeeze.first = 0;
  squeeze.is_to_end = squeeze.n_regions > 0 && squeeze.last + 1 == self->n_years;
  squeeze.is_everywhere = squeeze.n_regions == self->n_regions && self->n_regions > 2;
  return squeeze;
}

double
gp_plan_least_delay (const GpPlan *plan)
{
  double sum = NAN;

  g_return_val_if_fail (plan != NULL, NAN);
  for (guint i = 0; i < plan->n_priorities && plan->has_whole; i++) {
    const GpPlanPriority *priority = &plan->priorities[i];
    double least = priority->relaxed;

    if (priority->id != GP_PRIORITY_GROEIKRACHT_DELAY && priority->id != GP_PRIORITY_REGULAR_DELAY)
      continue;
    if (!isnan (priority->bound))
      least = MAX (least, priority->bound);
    sum = (isnan (sum) ? 0 : sum) + least;
  }
  return sum;
}
