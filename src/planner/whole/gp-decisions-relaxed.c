/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the columns of the relaxed optimum back to decisions: merged starts are split over the
 * programmes in the proportion of their year, which any split with the right total would do. */
#include "gp-decisions.h"

#include <math.h>

static double
value (const GpRelaxed *relaxed, int col)
{
  return col < 0 ? 0 : fmax (0, relaxed->x[col]);
}

/* The share of a year's merged starts in funded sectors that is Groeikracht. */
static double
funded_share (const GpRelaxed *relaxed, guint y)
{
  const GpPlanData *data = relaxed->program->data;
  double funded = value (relaxed, gp_program_funded (relaxed->program, y)), all = 0;
  for (guint32 s = 0; s < data->n_sectors; s++)
    if (data->project->sectors[s].groeikracht)
      all += value (relaxed, gp_program_sector (relaxed->program, s, y));
  return all > 0 ? fmin (1, funded / all) : 0;
}

static void
put_merged (GpDecisions *d, guint cell, guint y, double starts, double share)
{
  gboolean funded = d->data->project->sectors[d->data->cells[cell].sector].groeikracht;
  double extra = funded ? share * starts : 0;
  d->starts[gp_decisions_at (d, cell, GP_PROGRAMME_GROEIKRACHT, y)] += extra;
  d->starts[gp_decisions_at (d, cell, GP_PROGRAMME_REGULAR, y)] += starts - extra;
}

/* What has started of each member of the chain, less what had the year before. */
static void
read_chain (const GpRelaxed *relaxed, GpDecisions *d, const GpUnit *unit, guint y, double share)
{
  for (guint m = 0; m < unit->n_members; m++) {
    guint32 cell = g_array_index (relaxed->program->members, GpMember, unit->first_member + m).cell;
    int col = gp_program_segment (relaxed->program, unit, m, y);
    double had = y > 0 ? value (relaxed, col - 1) : 0;
    put_merged (d, cell, y, fmax (0, value (relaxed, col) - had), share);
  }
}

static void
read_starts (const GpRelaxed *relaxed, GpDecisions *d, guint y)
{
  const GpProgram *program = relaxed->program;
  double share = funded_share (relaxed, y);
  for (guint u = 0; u < program->units->len; u++) {
    const GpUnit *unit = gp_program_unit (program, u);
    int col = gp_program_unit_start (program, unit, GP_PROGRAMME_REGULAR, y);
    if (unit->grouped)
      read_chain (relaxed, d, unit, y, share);
    else if (unit->merged)
      put_merged (d, unit->cell, y, value (relaxed, col), share);
    else {
      int extra = gp_program_unit_start (program, unit, GP_PROGRAMME_GROEIKRACHT, y);
      d->starts[gp_decisions_at (d, unit->cell, GP_PROGRAMME_REGULAR, y)] = value (relaxed, col);
      d->starts[gp_decisions_at (d, unit->cell, GP_PROGRAMME_GROEIKRACHT, y)] =
          value (relaxed, extra);
    }
  }
}

static void
read_boards (const GpRelaxed *relaxed, GpDecisions *d, guint y)
{
  const GpPlanData *data = d->data;
  const GpProgram *program = relaxed->program;
  for (guint32 b = 0; b < data->n_boards; b++) {
    guint at = b * data->n_years + y;
    d->partner[at] = value (relaxed, gp_program_partner (program, b, y));
    d->training[at] = value (relaxed, gp_program_training (program, b, y));
    d->stock[at] = value (relaxed, gp_program_stock (program, b, y));
  }
  for (guint s = 0; s < data->n_sites; s++)
    d->coach[s * data->n_years + y] = value (relaxed, gp_program_coach (program, s, y));
}

static void
read_regions (const GpRelaxed *relaxed, GpDecisions *d, guint y)
{
  const GpPlanData *data = d->data;
  const GpProgram *program = relaxed->program;
  for (guint32 r = 0; r < data->n_regions; r++) {
    guint at = r * data->n_years + y;
    d->hire[at] = value (relaxed, gp_program_hire (program, r, y));
    d->hired[at] = value (relaxed, gp_program_hired (program, r, y));
    d->overload[at] = value (relaxed, gp_program_overload (program, r, y));
    for (guint32 to = 0; to < data->n_regions; to++)
      d->lend[(r * data->n_regions + to) * data->n_years + y] =
          value (relaxed, gp_program_lend (program, r, to, y));
  }
  for (guint p = 0; p < GP_N_PROGRAMMES; p++)
    d->delay[p * data->n_years + y] =
        value (relaxed, gp_program_delay (program, (GpProgramme)p, y));
}

GpDecisions *
gp_decisions_from_relaxed (const GpRelaxed *relaxed)
{
  GpDecisions *d = gp_decisions_new (relaxed->program->data);
  for (guint y = 0; y < d->data->n_years; y++) {
    read_starts (relaxed, d, y);
    read_boards (relaxed, d, y);
    read_regions (relaxed, d, y);
  }
  return d;
}
