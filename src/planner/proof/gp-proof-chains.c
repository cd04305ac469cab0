/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Duals of the rows that add up a chain of cells (see gp-program.h). Where an earlier priority shut
 * a chain's starts, its segments are at their bounds whatever the dual of their row, and the
 * solver's may be one that prices them wrongly. A dual that prices every segment rightly moves the
 * wrong sign to the starts, which were held and so have a multiple to put it right. */
#include "gp-proof-private.h"

#include <math.h>

#define AT_BOUND 1e-9

/* The duals for which the segment of a member costs something at zero and gains at its end. */
static void
narrow (const GpRelaxed *relaxed, guint col, double objective, double *low, double *high)
{
  double upper = g_array_index (relaxed->program->col_upper, double, col);
  if (relaxed->col_level[col] > 0)
    return;
  if (relaxed->x[col] > AT_BOUND)
    *high = fmin (*high, -objective);
  if (relaxed->x[col] < upper - AT_BOUND)
    *low = fmax (*low, -objective);
}

static void
settle_row (const GpRelaxed *relaxed, const GpRow *row, const double *objective, double *dual)
{
  const GpProgram *program = relaxed->program;
  const GpUnit *unit = gp_program_unit (program, row->a);
  double low = -INFINITY, high = INFINITY;
  for (guint m = 0; m < unit->n_members; m++) {
    guint col = (guint)gp_program_segment (program, unit, m, row->year);
    narrow (relaxed, col, objective[col], &low, &high);
  }
  if (low <= high)
    *dual = fmin (fmax (*dual, low), high);
}

void
gp_proof_settle_chains (const GpRelaxed *relaxed, guint k)
{
  const GpProgram *program = relaxed->program;
  g_autofree double *objective = gp_program_objective (program, program->data->priorities[k]);
  for (guint r = 0; r < program->rows->len; r++) {
    const GpRow *row = &g_array_index (program->rows, GpRow, r);
    if (row->rule == GP_N_RULES && row->variant == 2)
      settle_row (relaxed, row, objective, &relaxed->priorities[k].row_dual[r]);
  }
}
