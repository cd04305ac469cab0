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
read_starts (const GpRelaxed *relaxed, GpDecisions *d, guint y)
{
  const GpPlanData *data = d->data;
  double share = funded_share (relaxed, y);
  for (guint c = 0; c < data->n_cells; c++) {
    gboolean funded = data->project->sectors[data->cells[c].sector].groeikracht;
    double regular =
        value (relaxed, gp_program_start (relaxed->program, c, GP_PROGRAMME_REGULAR, y));
    double extra =
        value (relaxed, gp_program_start (relaxed->program, c, GP_PROGRAMME_GROEIKRACHT, y));
    if (relaxed->program->merged[c]) {
      extra = funded ? share * regular : 0;
      regular -= extra;
    }
    d->starts[gp_decisions_at (d, c, GP_PROGRAMME_REGULAR, y)] = regular;
    d->starts[gp_decisions_at (d, c, GP_PROGRAMME_GROEIKRACHT, y)] = extra;
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
