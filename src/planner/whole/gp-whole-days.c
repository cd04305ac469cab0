/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days of a whole-school plan: verandercoaches as they are, lending from regions that have days
 * over to regions that are short, and what is left as overload; all to 1/100 coach-day. */
#include "gp-whole-state.h"

#include <math.h>

static GpMicro
up_to_hundredth (GpMicro days)
{
  GpMicro over = days % GP_MICRO_HUNDREDTH;
  return over > 0 ? days - over + GP_MICRO_HUNDREDTH : days - over;
}

static GpMicro
down_to_hundredth (GpMicro days)
{
  return days - days % GP_MICRO_HUNDREDTH;
}

static double
in_days (GpMicro hundredths)
{
  GpMicro whole = hundredths / GP_MICRO_HUNDREDTH;
  return (double)whole / 100;
}

/* So many days must be lent that enough of them arrives. */
static GpMicro
to_lend (const GpWholeState *state, GpMicro lack)
{
  GpWide lent = ((GpWide)lack * GP_MICRO + state->lending - 1) / state->lending;
  return up_to_hundredth ((GpMicro)lent);
}

static guint32
largest_spare (const GpMicro *need, guint n)
{
  guint32 best = GP_NONE;
  for (guint32 r = 0; r < n; r++)
    if (down_to_hundredth (-need[r]) > 0 && (best == GP_NONE || need[r] < need[best]))
      best = r;
  return best;
}

static void
lend_year (const GpWholeState *state, GpDecisions *d, guint y)
{
  guint n = state->data->n_regions;
  g_autofree GpMicro *need = g_new (GpMicro, n + 1);
  for (guint32 r = 0; r < n; r++)
    need[r] = state->need[r * state->n_years + y];
  for (guint32 r = 0; r < n; r++) {
    guint32 from;
    while (need[r] > 0 && state->lending > 0 && (from = largest_spare (need, n)) != GP_NONE) {
      GpMicro days = MIN (to_lend (state, need[r]), down_to_hundredth (-need[from]));
      d->lend[(from * n + r) * state->n_years + y] += in_days (days);
      need[from] += days;
      need[r] -= gp_micro_times_down (days, state->lending);
    }
    if (need[r] > 0)
      d->overload[r * state->n_years + y] = in_days (up_to_hundredth (need[r]));
  }
}

static void
copy_ints (double *to, const int *from, gsize n)
{
  for (gsize i = 0; i < n; i++)
    to[i] = from[i];
}

GpDecisions *
gp_whole_state_decisions (const GpWholeState *state)
{
  const GpPlanData *data = state->data;
  GpDecisions *d = gp_decisions_new (data);
  gsize n = state->n_years;
  copy_ints (d->starts, state->starts, data->n_cells * GP_N_PROGRAMMES * n);
  copy_ints (d->partner, state->partner, data->n_boards * n);
  copy_ints (d->training, state->training, data->n_boards * n);
  copy_ints (d->hire, state->hire, data->n_regions * n);
  for (gsize i = 0; i < data->n_sites * n; i++)
    d->coach[i] = in_days (state->coach[i]);
  for (guint y = 0; y < n; y++)
    lend_year (state, d, y);
  gp_decisions_derive (d);
  return d;
}
