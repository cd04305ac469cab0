/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills open places with whole starts, cheapest in what is scarce first. */
#include "gp-whole-fill.h"

#include <math.h>

typedef struct {
  guint cell;
  double price; /* of the expert days it takes */
  double reach;
} Best;

static gboolean
days_allow (const GpWholeState *state, GpProgramme programme, guint first, guint last)
{
  for (guint y = first; y <= last && !state->may_overload[programme]; y++)
    if (gp_whole_state_shortage (state, y) > state->allowed[y])
      return FALSE;
  return TRUE;
}

/* What the region's experts must give in those years, at the prices of their days. */
static double
priced_need (const GpWholeState *state, const double *prices, guint32 region, guint first,
             guint last)
{
  double sum = 0;
  for (guint y = first; y <= last; y++) {
    guint at = region * state->n_years + y;
    sum += prices[at] * (double)state->need[at] / GP_MICRO;
  }
  return sum;
}

/* Tries the start, and takes it back: FALSE when days forbid it. */
static gboolean
try_start (GpWholeState *state, const double *prices, guint c, GpProgramme programme, guint y,
           Best *out)
{
  guint first, last;
  guint32 region = state->data->cells[c].region;
  gboolean allowed;
  gp_whole_state_span (state, c, y, &first, &last);
  double before = priced_need (state, prices, region, first, last);
  gp_whole_state_change (state, c, programme, y, 1);
  allowed = days_allow (state, programme, first, last);
  *out = (Best){c, priced_need (state, prices, region, first, last) - before,
                gp_plan_data_reach (state->data, &state->data->cells[c], y)};
  gp_whole_state_change (state, c, programme, y, -1);
  return allowed;
}

static gboolean
is_better (const Best *a, const Best *b)
{
  /* cppcheck-suppress ctuuninitvar ; only asked once a best was found */
  double slack = 1e-9 * (1 + fabs (b->price));
  if (a->price < b->price - slack)
    return TRUE;
  return a->price <= b->price + slack && a->reach > b->reach;
}

/* The best start that fits; while the year misses a share, only those that help it. */
static gboolean
find_best (GpWholeState *state, const double *prices, GpProgramme programme, guint y, Best *best)
{
  gboolean found = FALSE, missing = !gp_whole_state_shares_hold (state, y);
  for (guint c = 0; c < state->data->n_cells; c++) {
    Best candidate;
    if ((missing && gp_whole_state_helps (state, &state->data->cells[c], y) == 0) ||
        !gp_whole_state_fits (state, c, programme, y) ||
        !try_start (state, prices, c, programme, y, &candidate))
      continue;
    if (!found || is_better (&candidate, best))
      *best = candidate;
    found = TRUE;
  }
  return found;
}

/* Adds a start, and as many more as it takes for the shares of the year to hold again: where
 * several shares are tight no single start is possible, but a handful of the right mix is. FALSE,
 * and nothing changed, when there is no such handful. */
static gboolean
add_handful (GpWholeState *state, const double *prices, GpProgramme programme, guint y)
{
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (guint));
  Best best;
  do {
    if (!find_best (state, prices, programme, y, &best)) {
      for (guint i = 0; i < added->len; i++)
        gp_whole_state_change (state, g_array_index (added, guint, i), programme, y, -1);
      return FALSE;
    }
    gp_whole_state_change (state, best.cell, programme, y, 1);
    g_array_append_val (added, best.cell);
  } while (!gp_whole_state_shares_hold (state, y));
  return TRUE;
}

/* ---- programmes ------------------------------------------------------------------- */

/* Which programme has the first say over a start that may take either. */
static GpProgramme
first_programme (const GpPlanData *data)
{
  for (guint i = 0; i < data->n_priorities; i++) {
    if (data->priorities[i] == GP_PRIORITY_REGULAR_DELAY)
      return GP_PROGRAMME_REGULAR;
    if (data->priorities[i] == GP_PRIORITY_GROEIKRACHT_DELAY)
      break;
  }
  return GP_PROGRAMME_GROEIKRACHT;
}

static GpProgramme
other_programme (GpProgramme programme)
{
  return (GpProgramme)(GP_N_PROGRAMMES - 1 - (int)programme);
}

static gboolean
may_turn (const GpWholeState *state, guint c, GpProgramme to, guint y)
{
  const GpCell *cell = &state->data->cells[c];
  guint from = (guint)other_programme (to);
  return state->starts[(c * GP_N_PROGRAMMES + from) * state->n_years + y] > 0 &&
         (to == GP_PROGRAMME_REGULAR || state->data->project->sectors[cell->sector].groeikracht) &&
         !gp_plan_data_cell_pinned (state->data, cell) && gp_whole_state_room (state, to, y) >= 1;
}

/* Starts differ in nothing but their programme's cohort: the programme that comes first takes over
 * what the other has, and leaves the other its places. */
static void
turn_programmes (GpWholeState *state)
{
  GpProgramme to = first_programme (state->data);
  for (guint y = 0; y < state->n_years; y++)
    for (guint c = 0; c < state->data->n_cells; c++)
      while (may_turn (state, c, to, y)) {
        gp_whole_state_change (state, c, other_programme (to), y, -1);
        gp_whole_state_change (state, c, to, y, 1);
      }
}

static gboolean
fill_places (GpWholeState *state, const double *prices, GCancellable *cancellable)
{
  GpProgramme first = first_programme (state->data);
  for (guint y = 0; y < state->n_years; y++)
    for (guint i = 0; i < GP_N_PROGRAMMES; i++) {
      GpProgramme p = i == 0 ? first : other_programme (first);
      while (add_handful (state, prices, p, y))
        if (g_cancellable_is_cancelled (cancellable))
          return FALSE;
    }
  return TRUE;
}

gboolean
gp_whole_fill (GpWholeState *state, const double *prices, GCancellable *cancellable)
{
  gboolean done;
  turn_programmes (state);
  done = fill_places (state, prices, cancellable);
  turn_programmes (state);
  return done && fill_places (state, prices, cancellable);
}
