/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses partner boards and years by the hull (gp-whole-hull.h), which is solved with a few
 * partner years at first and more of those that would better it, round by round, until none does.
 * At the end nearly all partnerships are whole by themselves; the rest are rounded, surest first.
 */
#include "gp-whole-choose.h"
#include "gp-whole-dive.h"
#include "gp-whole.h"

#include <math.h>
#include <string.h>

#define EPSILON 1e-6
#define MAX_ROUNDS 30
#define SPREAD 1.25 /* offers taken in a round, per place under a year's partner cap */
#define ENOUGH 5e-4 /* of the value: rounds end when no more can be gained */
#define SURE 0.8
#define FEW_BOARDS 300 /* up to which there is time to round in several ways */

typedef struct {
  const GpPlanData *data;
  GpHull *hull;
  guint8 *closed; /* board year: pins are against it */
  GCancellable *cancellable;
} Choosing;

/* ---- weights ---------------------------------------------------------------------- */

/* The order of priorities as weights: each so heavy that what comes later hardly ever outweighs it,
 * light enough for the simplex method. Which plan is best is decided by the order itself, later;
 * this only steers. */
static void
set_weights (const GpPlanData *data, double *weight)
{
  static const double unit[GP_N_PRIORITIES] = {[GP_PRIORITY_OVERLOAD] = 1,
                                               [GP_PRIORITY_GROEIKRACHT_DELAY] = 1,
                                               [GP_PRIORITY_REGULAR_DELAY] = 1,
                                               [GP_PRIORITY_REACH] = 1.0 / 3000};
  double next = 1, delay;
  for (guint i = data->n_priorities; i > 0; i--) {
    GpPriorityId id = data->priorities[i - 1];
    weight[id] = unit[id] * next;
    if (unit[id] > 0)
      next *= 10;
  }
  delay = fmin (weight[GP_PRIORITY_GROEIKRACHT_DELAY], weight[GP_PRIORITY_REGULAR_DELAY]);
  for (guint i = 0; i < GP_N_PRIORITIES && delay > 0; i++)
    weight[i] /= delay;
}

/* ---- pins ------------------------------------------------------------------------- */

static gboolean
find_block (const GpHull *hull, guint32 board, guint year, guint *at)
{
  for (guint i = 0; i < gp_hull_n_blocks (hull); i++)
    if (gp_hull_block (hull, i)->board == board &&
        (gp_hull_block (hull, i)->year == year || gp_hull_block (hull, i)->always)) {
      *at = i;
      return TRUE;
    }
  return FALSE;
}

/* A pinned partner year's board has its other years closed, like those where a pin says no. */
static void
close_pinned_years (Choosing *choosing)
{
  const GpPlanData *data = choosing->data;
  guint n = data->n_years;
  for (guint i = 0; i < data->n_pins; i++) {
    const GpPin *pin = data->pins[i].row;
    if (pin->kind != GP_PIN_PARTNER || data->boards[pin->board].is_partner)
      continue;
    if (pin->min <= 0 && pin->max == 0)
      choosing->closed[pin->board * n + data->pins[i].year] = TRUE;
    for (guint y = 0; y < n && pin->min > 0 && data->boards[pin->board].can_partner; y++)
      choosing->closed[pin->board * n + y] = TRUE;
  }
  for (guint i = 0; i < gp_hull_n_blocks (choosing->hull); i++) {
    const GpBlock *block = gp_hull_block (choosing->hull, i);
    if (!block->always && choosing->closed[block->board * n + block->year])
      gp_hull_hold_partnership (choosing->hull, i, 0, 0);
  }
}

/* A pinned partner year is there and stays. */
static void
hold_pinned_partners (Choosing *choosing)
{
  const GpPlanData *data = choosing->data;
  close_pinned_years (choosing);
  for (guint i = 0; i < data->n_pins; i++) {
    const GpPin *pin = data->pins[i].row;
    guint at;
    if (pin->kind != GP_PIN_PARTNER || data->boards[pin->board].is_partner || pin->min <= 0 ||
        !data->boards[pin->board].can_partner)
      continue;
    gp_hull_add (choosing->hull, pin->board, data->pins[i].year);
    if (find_block (choosing->hull, pin->board, data->pins[i].year, &at))
      gp_hull_hold_partnership (choosing->hull, at, 1, 1);
  }
}

/* FALSE when a board that has to train is no partner by then. */
static gboolean
hold_pinned_trainings (GpHull *hull, const GpPlanData *data)
{
  for (guint i = 0; i < data->n_pins; i++) {
    const GpPin *pin = data->pins[i].row;
    int col = -1;
    if (pin->kind != GP_PIN_TRAINING)
      continue;
    for (guint k = 0; k < gp_hull_n_blocks (hull) && col < 0; k++)
      if (gp_hull_block (hull, k)->board == pin->board)
        col = gp_hull_training_col (hull, k, data->pins[i].year);
    if (col < 0 && pin->min > 0)
      return FALSE;
    if (col < 0)
      continue;
    double lower, upper;
    gp_hull_get_bounds (hull, col, &lower, &upper);
    lower = fmax (lower, pin->min);
    upper = pin->max >= 0 ? fmin (upper, pin->max) : upper;
    if (lower > upper)
      return FALSE;
    gp_hull_hold (hull, col, lower, upper);
  }
  return TRUE;
}

/* ---- rounds of offers ------------------------------------------------------------- */

/* The best offers, each board once and of every year a few more than there is room for. */
static guint
take_offers (Choosing *choosing, GArray *offers)
{
  const GpPlanData *data = choosing->data;
  g_autofree guint8 *taken = g_new0 (guint8, data->n_boards + 1);
  g_autofree double *left = g_new (double, data->n_years + 1);
  guint n = 0;
  for (guint y = 0; y < data->n_years; y++)
    left[y] = ceil (SPREAD * data->partner_cap[y]);
  for (guint i = 0; i < offers->len; i++) {
    const GpOffer *offer = &g_array_index (offers, GpOffer, i);
    if (taken[offer->board] || left[offer->year] < 1 ||
        choosing->closed[offer->board * data->n_years + offer->year])
      continue;
    taken[offer->board] = TRUE;
    left[offer->year]--;
    n += gp_hull_add (choosing->hull, offer->board, offer->year);
  }
  return n;
}

/* *bound: that of the last round. */
static gboolean
take_rounds (Choosing *choosing, double *bound)
{
  double best = -INFINITY;
  for (guint round = 0; round < MAX_ROUNDS; round++) {
    double here, value, more;
    if (gp_hull_solve (choosing->hull, GP_LP_PRIMAL, choosing->cancellable) != GP_LP_OPTIMAL)
      return FALSE;
    value = gp_hull_value (choosing->hull);
    g_autoptr (GArray) offers = gp_hull_offers (choosing->hull, &here, choosing->cancellable);
    more = gp_hull_offer_hires (choosing->hull);
    if (g_cancellable_is_cancelled (choosing->cancellable))
      return FALSE;
    *bound = here - more;
    best = fmax (best, *bound);
    if (best >= value - ENOUGH * fabs (value) ||
        (take_offers (choosing, offers) == 0 && more <= EPSILON))
      break;
  }
  return TRUE;
}

/* ---- hires ------------------------------------------------------------------------ */

/* Where the hull has its parts of experts. */
static void
round_hires (GpHull *hull, const GpPlanData *data, GpFixings *fixings)
{
  g_autoptr (GpDecisions) parts = gp_decisions_new (data);
  for (guint32 r = 0; r < data->n_regions; r++)
    for (guint y = 0; y < data->n_years; y++)
      parts->hire[r * data->n_years + y] = gp_hull_col_value (hull, gp_hull_hire_col (hull, r, y));
  gp_decisions_derive (parts);
  gp_fixings_round_hires (fixings, parts);
}

static void
hold_hires (GpHull *hull, const GpPlanData *data, const GpFixings *fixings)
{
  g_autofree int *all = g_new0 (int, data->n_years + 1);
  for (guint i = 0; i < data->n_regions * data->n_years; i++)
    all[i % data->n_years] += fixings->hire[i];
  gp_hull_add_hires (hull, all);
  for (guint32 r = 0; r < data->n_regions; r++)
    for (guint y = 0; y < data->n_years; y++) {
      int hires = fixings->hire[r * data->n_years + y];
      gp_hull_hold (hull, gp_hull_hire_col (hull, r, y), hires, hires);
    }
}

/* ---- partners --------------------------------------------------------------------- */

typedef struct {
  guint index;
  double value;
} Choice;

static int
by_value (gconstpointer a, gconstpointer b)
{
  const Choice *p = a, *q = b;
  if (p->value != q->value)
    return p->value > q->value ? -1 : 1;
  return (p->index > q->index) - (p->index < q->index);
}

/* Holds the surest partnerships at one; FALSE when all are whole. */
static gboolean
hold_surest (GpHull *hull)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Choice));
  for (guint i = 0; i < gp_hull_n_blocks (hull); i++) {
    double value = gp_hull_partnership (hull, i);
    if (value > EPSILON && value < 1 - EPSILON)
      g_array_append_val (open, ((Choice){i, value}));
  }
  g_array_sort (open, by_value);
  for (guint i = 0; i < open->len; i++) {
    const Choice *choice = &g_array_index (open, Choice, i);
    if (i > 0 && choice->value < SURE)
      break;
    gp_hull_hold_partnership (hull, choice->index, 1, 1);
  }
  return open->len > 0;
}

/* When holding one of them goes against a cap, nothing comes of it. Every round holds one more, so
 * that more rounds than there are blocks come of a solver that does not do what it says. */
static gboolean
round_partners (const Choosing *choosing)
{
  for (guint left = gp_hull_n_blocks (choosing->hull); hold_surest (choosing->hull); left--)
    if (left == 0 ||
        gp_hull_solve (choosing->hull, GP_LP_DUAL, choosing->cancellable) != GP_LP_OPTIMAL)
      return FALSE;
  for (guint i = 0; i < gp_hull_n_blocks (choosing->hull); i++) {
    double whole = gp_hull_partnership (choosing->hull, i) > 0.5;
    gp_hull_hold_partnership (choosing->hull, i, whole, whole);
  }
  return TRUE;
}

/* ---- the bound -------------------------------------------------------------------- */

/* Which priority the bound is of: the last of those that the program weighs, but for reach. */
static guint
bounded_priority (const GpPlanData *data)
{
  guint last = GP_N_PRIORITIES;
  for (guint i = 0; i < data->n_priorities; i++)
    if (data->priorities[i] == GP_PRIORITY_OVERLOAD ||
        data->priorities[i] == GP_PRIORITY_GROEIKRACHT_DELAY ||
        data->priorities[i] == GP_PRIORITY_REGULAR_DELAY)
      last = i;
  return last;
}

/* All in units of that priority. */
static void
keep_bound (const GpHull *hull, guint at, double value, const double *weight, GpWholeBound *to)
{
  const GpPlanData *data = gp_hull_data (hull);
  double unit = weight[data->priorities[at]];
  guint first = to->rows->len;
  gp_hull_prove (hull, to->rows);
  for (guint i = first; i < to->rows->len; i++)
    g_array_index (to->rows, GpProofRow, i).value /= unit;
  to->at = at;
  to->value = value / unit;
  for (guint i = 0; i < at; i++)
    to->held[i] = data->priorities[i] == GP_PRIORITY_REACH ? 0 : weight[data->priorities[i]] / unit;
}

/* Without reach, which would be weighed against the delay; and before pins come in, so that it is
 * true whatever they say. */
static gboolean
find_bound (Choosing *choosing, const double *weight, GpWholeBound *to)
{
  guint at = bounded_priority (choosing->data);
  double bound;
  if (to == NULL || at == GP_N_PRIORITIES)
    return TRUE;
  gp_hull_set_rewarded (choosing->hull, FALSE);
  if (!take_rounds (choosing, &bound))
    return FALSE;
  gp_hull_set_rewarded (choosing->hull, TRUE);
  keep_bound (choosing->hull, at, bound, weight, to);
  return TRUE;
}

/* ---- the choice ------------------------------------------------------------------- */

static void
keep_coaches (const GpHull *hull, const GpPlanData *data, GpFixings *fixings)
{
  for (guint i = 0; i < data->n_boards * data->n_years; i++)
    fixings->partner[i] = fixings->training[i] = 0;
  for (guint i = 0; i < gp_hull_n_blocks (hull); i++) {
    const GpBlock *block = gp_hull_block (hull, i);
    guint at = block->board * data->n_years;
    if (!block->always)
      fixings->partner[at + block->year] = 1;
    for (guint y = 0; y < data->n_years; y++)
      fixings->training[at + y] =
          (int)lround (gp_hull_col_value (hull, gp_hull_training_col (hull, i, y)));
  }
}

/* Rounded in one way; NULL when nothing came of it. */
static GpHull *
dive (const Choosing *choosing, const double *weight, guint way)
{
  const GpPlanData *data = choosing->data;
  g_autoptr (GpHull) rest = gp_hull_chosen (choosing->hull, weight);
  if (!hold_pinned_trainings (rest, data) ||
      gp_hull_solve (rest, GP_LP_PRIMAL, choosing->cancellable) != GP_LP_OPTIMAL ||
      !gp_whole_dive (rest, data, way, choosing->cancellable))
    return NULL;
  return g_steal_pointer (&rest);
}

struct _GpChoice {
  Choosing choosing;
  double weight[GP_N_PRIORITIES];
  GpFixings *fixings; /* hires */
};

guint
gp_choice_n_ways (const GpChoice *choice)
{
  return choice->choosing.data->n_boards <= FEW_BOARDS ? GP_N_DIVES : 1;
}

GpDecisions *
gp_choice_round (const GpChoice *choice, guint way, GpFixings *fixings)
{
  const GpPlanData *data = choice->choosing.data;
  g_autoptr (GpHull) whole = dive (&choice->choosing, choice->weight, way);
  if (whole == NULL)
    return NULL;
  memcpy (fixings->hire, choice->fixings->hire,
          (gsize)data->n_regions * data->n_years * sizeof *fixings->hire);
  keep_coaches (whole, data, fixings);
  return gp_hull_decisions (whole);
}

void
gp_choice_free (GpChoice *choice)
{
  if (choice == NULL)
    return;
  gp_hull_free (choice->choosing.hull);
  gp_fixings_free (choice->fixings);
  g_free (choice->choosing.closed);
  g_free (choice);
}

static gboolean
choose_partners (GpChoice *choice, GpWholeBound *to)
{
  Choosing *choosing = &choice->choosing;
  const GpPlanData *data = choosing->data;
  double bound;
  if (!find_bound (choosing, choice->weight, to))
    return FALSE;
  hold_pinned_partners (choosing);
  if (!take_rounds (choosing, &bound))
    return FALSE;
  round_hires (choosing->hull, data, choice->fixings);
  hold_hires (choosing->hull, data, choice->fixings);
  return gp_hull_solve (choosing->hull, GP_LP_PRIMAL, choosing->cancellable) == GP_LP_OPTIMAL &&
         round_partners (choosing);
}

GpChoice *
gp_whole_choose (const GpRelaxed *relaxed, GpWholeBound *to, GCancellable *cancellable)
{
  const GpPlanData *data = relaxed->program->data;
  g_autoptr (GpChoice) choice = g_new0 (GpChoice, 1);
  set_weights (data, choice->weight);
  choice->fixings = gp_fixings_new (data);
  choice->choosing = (Choosing){data, gp_hull_new (data, choice->weight, FALSE),
                                g_new0 (guint8, data->n_boards * data->n_years + 1), cancellable};
  return choose_partners (choice, to) ? g_steal_pointer (&choice) : NULL;
}
