/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decisions as the rows of a plan. Amounts of the whole part are whole hundredths already, but for
 * those that follow from others (stock, available, used), which are rounded here. */
#include "gp-decisions.h"

#include <math.h>

/* Below this an amount of the relaxed plan is rounding of the solver, not a decision. */
#define NOTHING 1e-9

typedef struct {
  GpPlan *plan;
  GpPlanPart part;
} Target;

static void
add (Target to, GpPlanRow row, double amount)
{
  if (fabs (amount) <= NOTHING)
    return;
  row.amount = amount;
  if (to.part == GP_PART_WHOLE) {
    row.hundredths = llround (amount * 100);
    row.amount = (double)row.hundredths / 100;
    if (row.hundredths == 0)
      return;
  }
  gp_plan_add_row (to.plan, to.part, &row);
}

static GpPlanRow
blank (const GpPlanData *data, GpPlanRowKind kind, guint year)
{
  return (GpPlanRow){.kind = kind,
                     .board = "",
                     .sector = "",
                     .region = "",
                     .to_region = "",
                     .programme = GP_PROGRAMME_NONE,
                     .year = gp_plan_data_year (data, year)};
}

static void
add_starts (const GpDecisions *d, Target to, guint c, guint y)
{
  const GpProject *project = d->data->project;
  const GpCell *cell = &d->data->cells[c];
  for (guint p = 0; p < GP_N_PROGRAMMES; p++) {
    GpPlanRow row = blank (d->data, GP_ROW_START, y);
    row.board = project->boards[cell->board].code;
    row.sector = project->sectors[cell->sector].code;
    row.region = project->regions[cell->region].code;
    row.need = cell->need;
    row.programme = (GpProgramme)p;
    add (to, row, d->starts[gp_decisions_at (d, c, (GpProgramme)p, y)]);
  }
}

static void
add_board (const GpDecisions *d, Target to, guint32 b, guint y)
{
  static const GpPlanRowKind kinds[] = {GP_ROW_PARTNER, GP_ROW_TRAINING, GP_ROW_STOCK};
  const double *from[] = {d->partner, d->training, d->stock};
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    GpPlanRow row = blank (d->data, kinds[i], y);
    row.board = d->data->project->boards[b].code;
    add (to, row, from[i][b * d->data->n_years + y]);
  }
}

static void
add_site (const GpDecisions *d, Target to, guint s, guint y)
{
  GpPlanRow row = blank (d->data, GP_ROW_VERANDERCOACH_DAYS, y);
  row.board = d->data->project->boards[d->data->sites[s].board].code;
  row.region = d->data->project->regions[d->data->sites[s].region].code;
  add (to, row, d->coach[s * d->data->n_years + y]);
}

static void
add_region (const GpDecisions *d, Target to, guint32 r, guint y)
{
  const GpPlanData *data = d->data;
  const GpRegion *regions = data->project->regions;
  GpPlanRow row = blank (data, GP_ROW_OVERLOAD, y);
  row.region = regions[r].code;
  add (to, row, d->overload[r * data->n_years + y]);
  row.kind = GP_ROW_HIRE;
  add (to, row, d->hire[r * data->n_years + y]);
  row.kind = GP_ROW_AVAILABLE;
  add (to, row, gp_decisions_available (d, r, y));
  row.kind = GP_ROW_USED;
  add (to, row, gp_decisions_used (d, r, y));
  row.kind = GP_ROW_LENDING;
  for (guint32 other = 0; other < data->n_regions; other++) {
    row.to_region = regions[other].code;
    add (to, row, d->lend[(r * data->n_regions + other) * data->n_years + y]);
  }
}

static void
add_delay (const GpDecisions *d, Target to, guint p, guint y)
{
  GpPlanRow row = blank (d->data, GP_ROW_DELAY, y);
  row.programme = (GpProgramme)p;
  add (to, row, d->delay[p * d->data->n_years + y]);
}

void
gp_decisions_add_rows (const GpDecisions *d, GpPlan *plan, GpPlanPart part)
{
  Target to = {plan, part};
  for (guint y = 0; y < d->data->n_years; y++) {
    for (guint c = 0; c < d->data->n_cells; c++)
      add_starts (d, to, c, y);
    for (guint32 b = 0; b < d->data->n_boards; b++)
      add_board (d, to, b, y);
    for (guint s = 0; s < d->data->n_sites; s++)
      add_site (d, to, s, y);
    for (guint32 r = 0; r < d->data->n_regions; r++)
      add_region (d, to, r, y);
    for (guint p = 0; p < GP_N_PROGRAMMES; p++)
      add_delay (d, to, p, y);
  }
}
