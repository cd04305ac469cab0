/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions as figures: read from the relaxed optimum, what follows from them, their value. */
#include "gp-decisions.h"

#include <math.h>

GpDecisions *
gp_decisions_new (const GpPlanData *data)
{
  GpDecisions *d = g_new0 (GpDecisions, 1);
  guint n = data->n_years;
  d->data = data;
  d->starts = g_new0 (double, (gsize)data->n_cells *GP_N_PROGRAMMES *n);
  d->partner = g_new0 (double, data->n_boards *n);
  d->training = g_new0 (double, data->n_boards *n);
  d->stock = g_new0 (double, data->n_boards *n);
  d->coach = g_new0 (double, data->n_sites *n);
  d->hire = g_new0 (double, data->n_regions *n);
  d->hired = g_new0 (double, data->n_regions *n);
  d->overload = g_new0 (double, data->n_regions *n);
  d->lend = g_new0 (double, (gsize)data->n_regions * data->n_regions * n);
  d->delay = g_new0 (double, GP_N_PROGRAMMES *n);
  return d;
}

void
gp_decisions_free (GpDecisions *d)
{
  if (d == NULL)
    return;
  double *all[] = {d->starts, d->partner, d->training, d->stock, d->coach,
                   d->hire,   d->hired,   d->overload, d->lend,  d->delay};
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_free (all[i]);
  g_free (d);
}

guint
gp_decisions_at (const GpDecisions *d, guint cell, GpProgramme programme, guint year)
{
  return (cell * GP_N_PROGRAMMES + (guint)programme) * d->data->n_years + year;
}

/* ---- what follows ----------------------------------------------------------------- */

static void
derive_delay (GpDecisions *d, GpProgramme programme)
{
  double behind = 0;
  for (guint y = 0; y < d->data->n_years; y++) {
    behind += d->data->cohort[(guint)programme * d->data->n_years + y];
    for (guint c = 0; c < d->data->n_cells; c++)
      behind -= d->starts[gp_decisions_at (d, c, programme, y)];
    d->delay[(guint)programme * d->data->n_years + y] = behind;
  }
}

static void
derive_stock (double *stock, const double *added, double kept, guint n_things, guint n_years)
{
  for (guint i = 0; i < n_things; i++)
    for (guint y = 0; y < n_years; y++)
      stock[i * n_years + y] =
          added[i * n_years + y] + (y > 0 ? kept * stock[i * n_years + y - 1] : 0);
}

void
gp_decisions_derive (GpDecisions *d)
{
  derive_delay (d, GP_PROGRAMME_GROEIKRACHT);
  derive_delay (d, GP_PROGRAMME_REGULAR);
  derive_stock (d->stock, d->training, d->data->retention, d->data->n_boards, d->data->n_years);
  derive_stock (d->hired, d->hire, 1 - d->data->attrition, d->data->n_regions, d->data->n_years);
}

static double
both (const GpDecisions *d, guint cell, guint year)
{
  return d->starts[gp_decisions_at (d, cell, GP_PROGRAMME_GROEIKRACHT, year)] +
         d->starts[gp_decisions_at (d, cell, GP_PROGRAMME_REGULAR, year)];
}

double
gp_decisions_demand (const GpDecisions *d, guint site, guint year)
{
  const GpPlanData *data = d->data;
  const GpBoardData *board = &data->boards[data->sites[site].board];
  double days = data->carry[site * data->n_years + year];
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    for (guint k = 0; k <= year && k < GP_MAX_SUPPORT && data->cells[c].site == site; k++)
      days +=
          both (d, c, year - k) * gp_plan_data_support (data, data->cells[c].sector, year - k, k);
  return days;
}

/* ---- expert days ------------------------------------------------------------------ */

static double
used_at_boards (const GpDecisions *d, guint32 region, guint year)
{
  const GpPlanData *data = d->data;
  double days = 0;
  for (guint32 b = 0; b < data->n_boards; b++) {
    guint at = b * data->n_years + year;
    if (data->project->boards[b].home_region != region || !data->boards[b].can_partner)
      continue;
    days += data->partnership_days * d->partner[at] + data->training_days * d->training[at] +
            data->coach_expert_days * (data->stock0[at] + d->stock[at] - d->training[at]);
  }
  return days;
}

double
gp_decisions_used (const GpDecisions *d, guint32 region, guint year)
{
  const GpPlanData *data = d->data;
  guint n = data->n_years;
  double days = used_at_boards (d, region, year);
  for (guint s = 0; s < data->n_sites; s++)
    if (data->sites[s].region == region)
      days += gp_decisions_demand (d, s, year) - d->coach[s * n + year];
  for (guint c = 0; c < data->n_cells && year + 1 < n; c++)
    if (data->cells[c].region == region)
      days += both (d, c, year + 1) * data->recruitment[data->cells[c].sector * n + year + 1];
  for (guint32 to = 0; to < data->n_regions; to++)
    days += d->lend[(region * data->n_regions + to) * n + year];
  return days;
}

double
gp_decisions_available (const GpDecisions *d, guint32 region, guint year)
{
  guint at = region * d->data->n_years + year;
  return d->data->available[at] + d->data->expert_days * d->hired[at] -
         d->data->expert_training_days * d->hire[at];
}

/* ---- values ----------------------------------------------------------------------- */

static double
sum (const double *values, guint n)
{
  double total = 0;
  for (guint i = 0; i < n; i++)
    total += values[i];
  return total;
}

static double
reach (const GpDecisions *d)
{
  double total = 0;
  for (guint c = 0; c < d->data->n_cells; c++)
    for (guint y = 0; y < d->data->n_years; y++)
      total += both (d, c, y) * gp_plan_data_reach (d->data, &d->data->cells[c], y);
  return total;
}

static double
cost (const GpDecisions *d)
{
  const GpPlanData *data = d->data;
  guint n = data->n_years;
  double total = sum (d->coach, data->n_sites * n) * (data->cost_coach - data->cost_expert) +
                 sum (d->training, data->n_boards * n) * data->cost_training +
                 sum (d->partner, data->n_boards * n) * data->cost_partnership +
                 sum (d->hire, data->n_regions * n) * data->cost_hire +
                 sum (d->lend, data->n_regions * data->n_regions * n) * data->cost_lent +
                 sum (d->overload, data->n_regions * n) * data->cost_overload;
  for (guint c = 0; c < data->n_cells; c++)
    for (guint y = 0; y < n; y++)
      total += both (d, c, y) * data->cost_expert *
               gp_plan_data_support_sum (data, data->cells[c].sector, y);
  return total;
}

double
gp_decisions_value (const GpDecisions *d, GpPriorityId priority)
{
  guint n = d->data->n_years;
  switch (priority) {
  case GP_PRIORITY_OVERLOAD:
    return sum (d->overload, d->data->n_regions * n);
  case GP_PRIORITY_GROEIKRACHT_DELAY:
    return sum (d->delay + GP_PROGRAMME_GROEIKRACHT * n, n);
  case GP_PRIORITY_REGULAR_DELAY:
    return sum (d->delay + GP_PROGRAMME_REGULAR * n, n);
  case GP_PRIORITY_REACH:
    return reach (d);
  case GP_PRIORITY_CHANGE:
    return gp_decisions_change (d);
  case GP_PRIORITY_COST:
    return cost (d);
  default:
    return 0;
  }
}
