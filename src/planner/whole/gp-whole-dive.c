/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds in the order in which things ask each other: trainings of all years first (starts can be
 * made to fit them, hardly the other way round), then year by year the starts of partners, the
 * delay (whole as starts are, so that what a year has left over is known before its last starts are
 * rounded) and the starts of all other boards.
 *
 * Of a column that is about halfway both ways are tried; of the others only when rounding them
 * broke a rule. After so many solves nothing is tried twice any more, to keep the time in hand.
 *
 * Measured (register project, 1,042 boards; regular delay, in school-years; 1,463 with partners and
 * hires whole): year by year trainings and starts together 1,618 to 1,645; all trainings first
 * 1,538 to 1,556. How surely a column must lean to be rounded without a second look (up, down;
 * starter data and register project, and the CPU time of all planning under a loaded machine): 0.65
 * and 0.20 1,695 and 1,554 in 10.7 and 2.5 s; 0.75 and 0.14 1,664 and 1,551 in 11.1 and 2.8 s; 0.80
 * and 0.10 1,663 and 1,545 in 12.6 and 3.5 s; careful 600 in place of 100: 11 fewer in both. Taking
 * a few boards up again afterwards, 200 times: 3 fewer, for 6 seconds: left out.
 *
 * Which way of rounding is best is chance: a project of 150 boards (485 where 434 is proven) got
 * 550 from the first way and 485 from the fifth, with one coach less 588 and 584, with one more 332
 * from both. So with few boards all are tried, and made exact, before the best is kept; by the
 * value of the program alone a worse one was kept (595 in place of 588). More careful rounding is
 * not better in itself there: after 300 and 1,000 looks a rule was broken that fewer did not break.
 */
#include "gp-whole-dive.h"

#include <math.h>

#define EPSILON 1e-6
#define STRAINED 1e-4
#define HALF 0.4 /* where only one way is tried: from here it is up */

/* How a column must lean to be rounded without a second look, and how many solves may be spent on
 * looking twice. The first is the best for the national project. */
typedef struct {
  double up, down;
  guint careful;
} Lean;

static const Lean leans[GP_N_DIVES] = {
    {0.75, 0.14, 100}, {0.75, 0.14, 300}, {0.65, 0.2, 100}, {0.85, 0.08, 100}, {0.75, 0.14, 0}};

typedef struct {
  GpHull *hull;
  const GpPlanData *data;
  const Lean *lean;
  GCancellable *cancellable;
  double strain; /* that could not be helped so far */
  guint n_solved;
} Dive;

typedef struct {
  int col;
  double value, fraction, lower, upper;
} Open;

static int
by_fraction (gconstpointer a, gconstpointer b)
{
  const Open *p = a, *q = b;
  if (p->fraction != q->fraction)
    return p->fraction > q->fraction ? -1 : 1;
  return (p->col > q->col) - (p->col < q->col);
}

/* The columns that are not whole, nearest below the next whole number first. */
static GArray *
find_open (const Dive *dive, const GArray *cols)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (Open));
  for (guint i = 0; i < cols->len; i++) {
    Open o = {.col = g_array_index (cols, int, i)};
    o.value = gp_hull_col_value (dive->hull, o.col);
    o.fraction = o.value - floor (o.value + EPSILON);
    gp_hull_get_bounds (dive->hull, o.col, &o.lower, &o.upper);
    if (o.fraction > EPSILON)
      g_array_append_val (open, o);
  }
  g_array_sort (open, by_fraction);
  return open;
}

/* ---- rounding --------------------------------------------------------------------- */

static gboolean
solve (Dive *dive)
{
  dive->n_solved++;
  return gp_hull_solve (dive->hull, GP_LP_DUAL, dive->cancellable) == GP_LP_OPTIMAL;
}

/* The program's value, or infinity when rounding broke a rule. */
static double
worth (const Dive *dive)
{
  return gp_hull_strain (dive->hull) > dive->strain + STRAINED ? INFINITY
                                                               : gp_hull_value (dive->hull);
}

static void
hold (const Dive *dive, const Open *o, gboolean up)
{
  double whole = floor (o->value + EPSILON);
  if (up)
    gp_hull_hold (dive->hull, o->col, whole + 1, fmax (whole + 1, o->upper));
  else
    gp_hull_hold (dive->hull, o->col, fmin (o->lower, whole), whole);
}

/* Takes the other way when the first breaks a rule or, with both, is worse. */
static gboolean
round_one (Dive *dive, const Open *o, gboolean both)
{
  gboolean up = both || o->fraction >= HALF;
  hold (dive, o, up);
  if (!solve (dive))
    return FALSE;
  double first = worth (dive);
  if (!both && isfinite (first))
    return TRUE;
  hold (dive, o, !up);
  if (!solve (dive))
    return FALSE;
  if (first < worth (dive)) {
    hold (dive, o, up);
    return solve (dive);
  }
  dive->strain = fmax (dive->strain, gp_hull_strain (dive->hull));
  return TRUE;
}

/* Those that are nearly whole all at once; *done: that went well. */
static gboolean
round_surest (Dive *dive, const GArray *open, gboolean *done)
{
  guint n = 0;
  *done = FALSE;
  for (guint i = 0; i < open->len; i++) {
    const Open *o = &g_array_index (open, Open, i);
    if (o->fraction < dive->lean->up && o->fraction > dive->lean->down)
      continue;
    hold (dive, o, o->fraction >= dive->lean->up);
    n++;
  }
  if (n == 0)
    return TRUE;
  if (!solve (dive))
    return FALSE;
  *done = isfinite (worth (dive));
  for (guint i = 0; i < open->len && !*done; i++) {
    const Open *o = &g_array_index (open, Open, i);
    gp_hull_hold (dive->hull, o->col, o->lower, o->upper);
  }
  return TRUE;
}

static gboolean
make_whole (Dive *dive, const GArray *cols)
{
  for (;;) {
    g_autoptr (GArray) open = find_open (dive, cols);
    gboolean done;
    if (open->len == 0)
      break;
    if (!round_surest (dive, open, &done) ||
        (!done &&
         !round_one (dive, &g_array_index (open, Open, 0), dive->n_solved < dive->lean->careful)))
      return FALSE;
  }
  for (guint i = 0; i < cols->len; i++) {
    int col = g_array_index (cols, int, i);
    double value = floor (gp_hull_col_value (dive->hull, col) + 0.5);
    gp_hull_hold (dive->hull, col, value, value);
  }
  return TRUE;
}

/* ---- what is rounded -------------------------------------------------------------- */

static gboolean
dive_trainings (Dive *dive, guint y)
{
  g_autoptr (GArray) cols = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < gp_hull_n_blocks (dive->hull); i++) {
    int col = gp_hull_training_col (dive->hull, i, y);
    if (col >= 0)
      g_array_append_val (cols, col);
  }
  return make_whole (dive, cols);
}

static gboolean
dive_starts (Dive *dive, guint y)
{
  g_autoptr (GArray) cols = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < gp_hull_n_blocks (dive->hull); i++) {
    const GpBoardData *board = &dive->data->boards[gp_hull_block (dive->hull, i)->board];
    for (guint c = board->first_cell; c < board->first_cell + board->n_cells; c++) {
      int col = gp_hull_start_col (dive->hull, i, c, y);
      g_array_append_val (cols, col);
    }
  }
  return make_whole (dive, cols);
}

static gboolean
dive_delay (Dive *dive, guint y)
{
  for (guint p = 0; p < GP_N_PROGRAMMES; p++) {
    int col = gp_hull_delay_col (dive->hull, (GpProgramme)p, y);
    double least = ceil (gp_hull_col_value (dive->hull, col) - EPSILON);
    gp_hull_hold (dive->hull, col, least, INFINITY);
    if (!solve (dive))
      return FALSE;
  }
  return TRUE;
}

static gboolean
dive_others (Dive *dive, guint y)
{
  g_autoptr (GArray) cols = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint g = 0; g < gp_hull_n_groups (dive->hull); g++) {
    int col = gp_hull_group_col (dive->hull, g, y);
    g_array_append_val (cols, col);
  }
  return make_whole (dive, cols);
}

gboolean
gp_whole_dive (GpHull *hull, const GpPlanData *data, guint way, GCancellable *cancellable)
{
  Dive dive = {hull, data, &leans[way], cancellable, gp_hull_strain (hull), 0};
  for (guint y = 0; y < data->n_years; y++)
    if (!dive_trainings (&dive, y))
      return FALSE;
  for (guint y = 0; y < data->n_years; y++)
    if (!dive_starts (&dive, y) || !dive_delay (&dive, y) || !dive_others (&dive, y))
      return FALSE;
  return TRUE;
}
