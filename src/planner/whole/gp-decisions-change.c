/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far decisions are from the published plan: the value of the priority `change`. */
#include "gp-decisions.h"

#include <math.h>

static double
apart (const double *is, const double *was, gsize n)
{
  double sum = 0;
  for (gsize i = 0; i < n; i++)
    sum += fabs (is[i] - was[i]);
  return sum;
}

double
gp_decisions_change (const GpDecisions *d)
{
  const GpPlanData *data = d->data;
  const GpPublishedData *published = data->published;
  gsize boards = (gsize)data->n_boards * data->n_years;
  if (published == NULL)
    return 0;
  return published->lost +
         apart (d->starts, published->starts,
                (gsize)data->n_cells * GP_N_PROGRAMMES * data->n_years) +
         apart (d->partner, published->partner, boards) +
         apart (d->training, published->training, boards);
}
