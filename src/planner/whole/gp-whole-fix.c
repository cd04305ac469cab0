/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole partner years, trainings and hires near a relaxed plan's.
 *
 * A relaxed plan makes many boards a fraction of a partner, just enough for the coaches it trains
 * there. Whole, a partner year is taken by the boards that give it most coach-years, up to the cap
 * of every year; years are decided in order. Rules of one board or one year (caps, room, pool) are
 * kept here; what they mean for starts and days, the linear program that follows finds out.
 *
 * Rejected: as many whole partner years as the fractions add up to (starter data: 28 boards in
 * place of 129 fractions, and 2,290 school-years of regular delay in place of 1,470). */
#include "gp-whole.h"

#include <math.h>
#include <string.h>

#define EPSILON 1e-6
#define HIRE_FROM 0.05 /* of an expert */

GpFixings *
gp_fixings_new (const GpPlanData *data)
{
  GpFixings *fixings = g_new0 (GpFixings, 1);
  gsize boards = data->n_boards * data->n_years, regions = data->n_regions * data->n_years;
  fixings->partner = g_new (int, boards + 1);
  fixings->training = g_new (int, boards + 1);
  fixings->hire = g_new (int, regions + 1);
  memset (fixings->partner, 0xff, boards * sizeof (int));
  memset (fixings->training, 0xff, boards * sizeof (int));
  memset (fixings->hire, 0xff, regions * sizeof (int));
  return fixings;
}

void
gp_fixings_free (GpFixings *fixings)
{
  if (fixings == NULL)
    return;
  g_free (fixings->partner);
  g_free (fixings->training);
  g_free (fixings->hire);
  g_free (fixings);
}

/* What pins say of a board's partner year or trainings in a year. */
static void
pinned_range (const GpPlanData *data, GpPinKind kind, guint32 b, guint y, int *min, int *max)
{
  *min = 0;
  *max = G_MAXINT;
  for (guint i = 0; i < data->n_pins; i++) {
    const GpPinData *pin = &data->pins[i];
    if (pin->row->kind != kind || pin->row->board != b || pin->year != y)
      continue;
    *min = MAX (*min, pin->row->min);
    if (pin->row->max >= 0)
      *max = MIN (*max, pin->row->max);
  }
}

typedef struct {
  guint32 index;
  double score;
} Choice;

static int
by_score (gconstpointer a, gconstpointer b)
{
  const Choice *p = a, *q = b;
  if (p->score != q->score)
    return p->score > q->score ? -1 : 1;
  return (p->index > q->index) - (p->index < q->index);
}

/* ---- partners --------------------------------------------------------------------- */

static gboolean
pinned_elsewhere (const GpPlanData *data, guint32 b, guint y)
{
  int min, max;
  for (guint other = 0; other < data->n_years; other++) {
    pinned_range (data, GP_PIN_PARTNER, b, other, &min, &max);
    if (other != y && min > 0)
      return TRUE;
  }
  return FALSE;
}

/* What a board's trained coaches do for the relaxed plan in all: coach-years. */
static double
coach_years (const GpDecisions *relaxed, guint32 b)
{
  double sum = 0;
  for (guint y = 0; y < relaxed->data->n_years; y++)
    sum += relaxed->stock[b * relaxed->data->n_years + y];
  return sum;
}

/* Boards that may become a partner in y because they are something of one by then in the relaxed
 * plan, by the coach-years they give it (pinned ones above all). */
static GArray *
partner_choices (const GpFixings *fixings, const GpDecisions *relaxed, guint y)
{
  const GpPlanData *data = relaxed->data;
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  for (guint32 b = 0; b < data->n_boards; b++) {
    Choice choice = {b, 0};
    int min, max, had = 0;
    for (guint until = 0; until <= y; until++) {
      choice.score += relaxed->partner[b * data->n_years + until];
      had += until < y ? fixings->partner[b * data->n_years + until] : 0;
    }
    pinned_range (data, GP_PIN_PARTNER, b, y, &min, &max);
    if (!data->boards[b].can_partner || data->boards[b].is_partner || had > 0 || max == 0)
      continue;
    if (min > 0)
      choice.score = INFINITY;
    else if (choice.score < EPSILON || pinned_elsewhere (data, b, y))
      continue;
    else
      choice.score = coach_years (relaxed, b);
    g_array_append_val (choices, choice);
  }
  g_array_sort (choices, by_score);
  return choices;
}

void
gp_fixings_round_partners (GpFixings *fixings, const GpDecisions *relaxed)
{
  const GpPlanData *data = relaxed->data;
  for (guint y = 0; y < data->n_years; y++) {
    g_autoptr (GArray) choices = partner_choices (fixings, relaxed, y);
    double most = floor (data->partner_cap[y] + EPSILON);
    for (guint32 b = 0; b < data->n_boards; b++)
      fixings->partner[b * data->n_years + y] = 0;
    for (guint i = 0; i < choices->len; i++) {
      const Choice *choice = &g_array_index (choices, Choice, i);
      if (i < most || isinf (choice->score))
        fixings->partner[choice->index * data->n_years + y] = 1;
    }
  }
}

/* A partner year that brought nobody to train is taken back, unless it is pinned. */
static void
drop_idle_partners (GpFixings *fixings, const GpPlanData *data)
{
  for (guint32 b = 0; b < data->n_boards; b++) {
    int trained = 0, min, max;
    for (guint y = 0; y < data->n_years; y++)
      trained += fixings->training[b * data->n_years + y];
    for (guint y = 0; y < data->n_years && trained == 0; y++) {
      pinned_range (data, GP_PIN_PARTNER, b, y, &min, &max);
      fixings->partner[b * data->n_years + y] = MAX (0, min);
    }
  }
}

/* ---- trainings -------------------------------------------------------------------- */

static double
room_of (const GpFixings *fixings, const GpPlanData *data, guint32 b, guint y)
{
  const GpBoardData *board = &data->boards[b];
  if (board->is_partner)
    return fmax (0, board->max_coaches - data->stock0[b * data->n_years + y]);
  for (guint until = 0; until <= y; until++)
    if (fixings->partner[b * data->n_years + until] > 0)
      return board->max_coaches;
  return 0;
}

static double
pool_of (const GpDecisions *relaxed, guint32 b, guint y)
{
  const GpPlanData *data = relaxed->data;
  const GpBoardData *board = &data->boards[b];
  double starts = 0;
  for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++)
    for (guint before = 0; before < y; before++)
      for (guint p = 0; p < GP_N_PROGRAMMES; p++)
        starts += relaxed->starts[gp_decisions_at (relaxed, c, (GpProgramme)p, before)];
  return fmax (0, data->candidates[y] * board->n_started - data->stock0[b * data->n_years + y]) +
         data->candidates[y] * floor (starts + EPSILON);
}

/* How many more would fit in y and every year after, given what was trained before. */
static int
most_trainings (const GpFixings *fixings, const GpDecisions *relaxed, guint32 b, guint y,
                double kept)
{
  const GpPlanData *data = relaxed->data;
  double most = 1e6, share = 1;
  for (guint later = y; later < data->n_years; later++) {
    double limit = fmin (room_of (fixings, data, b, later), pool_of (relaxed, b, later));
    if (share > EPSILON)
      most = fmin (most, limit / share - kept);
    share *= data->retention;
  }
  return (int)floor (fmax (0, most) + 1e-9);
}

typedef struct {
  const GpDecisions *relaxed;
  GpFixings *fixings;
  double *kept; /* board: those of earlier years still there in y */
  gboolean up;
} Training;

/* Whole part for everybody; the fractions go into choices, largest first. */
static double
train_whole_parts (Training *t, guint y, GArray *choices)
{
  const GpPlanData *data = t->relaxed->data;
  double total = 0;
  for (guint32 b = 0; b < data->n_boards; b++) {
    guint at = b * data->n_years + y;
    double wanted = t->relaxed->stock[at] - t->kept[b];
    int min, max, most, n;
    t->fixings->training[at] = 0;
    if (!data->boards[b].can_partner)
      continue;
    pinned_range (data, GP_PIN_TRAINING, b, y, &min, &max);
    most = MIN (max, most_trainings (t->fixings, t->relaxed, b, y, t->kept[b]));
    n = MAX (min, MIN (most, (int)floor (fmax (0, wanted) + EPSILON)));
    t->fixings->training[at] = n;
    total += n;
    if (t->up && n + 1 <= most && wanted - n > 0.3)
      g_array_append_val (choices, ((Choice){b, wanted - n}));
  }
  g_array_sort (choices, by_score);
  return total;
}

/* Over the cap: from those who have most, but not below a pin. */
static void
train_less (Training *t, guint y, double excess)
{
  const GpPlanData *data = t->relaxed->data;
  while (excess > EPSILON) {
    guint32 most = GP_NONE;
    int min, max;
    for (guint32 b = 0; b < data->n_boards; b++) {
      guint at = b * data->n_years + y;
      pinned_range (data, GP_PIN_TRAINING, b, y, &min, &max);
      if (t->fixings->training[at] > min &&
          (most == GP_NONE ||
           t->fixings->training[at] > t->fixings->training[most * data->n_years + y]))
        most = b;
    }
    if (most == GP_NONE)
      return;
    t->fixings->training[most * data->n_years + y]--;
    excess--;
  }
}

static void
train_year (Training *t, guint y)
{
  const GpPlanData *data = t->relaxed->data;
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  double total = train_whole_parts (t, y, choices);
  double cap = floor (data->training_cap[y] + EPSILON);
  train_less (t, y, total - cap);
  total = fmin (total, cap);
  for (guint i = 0; i < choices->len && total + 1 <= cap; i++) {
    t->fixings->training[g_array_index (choices, Choice, i).index * data->n_years + y]++;
    total++;
  }
  for (guint32 b = 0; b < data->n_boards; b++)
    t->kept[b] = data->retention * (t->kept[b] + t->fixings->training[b * data->n_years + y]);
}

void
gp_fixings_round_trainings (GpFixings *fixings, const GpDecisions *relaxed, gboolean up)
{
  g_autofree double *kept = g_new0 (double, relaxed->data->n_boards + 1);
  Training training = {relaxed, fixings, kept, up};
  for (guint y = 0; y < relaxed->data->n_years; y++)
    train_year (&training, y);
  drop_idle_partners (fixings, relaxed->data);
}

/* ---- hires ------------------------------------------------------------------------ */

/* The region that lags most behind the relaxed plan, by more than least. */
static guint32
lagging_region (const GpDecisions *relaxed, const double *kept, guint y, double least)
{
  guint32 best = GP_NONE;
  for (guint32 r = 0; r < relaxed->data->n_regions; r++) {
    double lag = relaxed->hired[r * relaxed->data->n_years + y] - kept[r];
    if (lag > least) {
      best = r;
      least = lag;
    }
  }
  return best;
}

/* How many experts who were hired there may be in a year, so that those who stay do not pass a cap
 * that is lower later either. */
static double *
rooms_for_hired (const GpPlanData *data)
{
  double *room = g_new (double, data->n_years + 1), left = 1 - data->attrition;
  for (guint y = data->n_years; y > 0; y--) {
    room[y - 1] = fmax (0, data->expert_cap[y - 1] - data->heads[y - 1]);
    if (y < data->n_years && room[y] < room[y - 1] * left)
      room[y - 1] = room[y] / left;
  }
  return room;
}

/* As many as fit under the cap, to the regions that lag most behind the relaxed plan; a part of an
 * expert becomes a whole one, for nobody there means no start. */
void
gp_fixings_round_hires (GpFixings *fixings, const GpDecisions *relaxed)
{
  const GpPlanData *data = relaxed->data;
  g_autofree double *kept = g_new0 (double, data->n_regions + 1), *room = rooms_for_hired (data);
  for (guint y = 0; y < data->n_years; y++) {
    double total = 0;
    for (guint32 r = 0; r < data->n_regions; r++) {
      kept[r] *= 1 - data->attrition;
      total += kept[r];
      fixings->hire[r * data->n_years + y] = 0;
    }
    while (total + 1 <= room[y] + 1e-9) {
      guint32 best = lagging_region (relaxed, kept, y, HIRE_FROM);
      if (best == GP_NONE)
        break;
      fixings->hire[best * data->n_years + y]++;
      kept[best]++;
      total++;
    }
  }
}
