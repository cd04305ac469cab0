/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Minimal sets of pins that contradict each other or the rules.
 *
 * Every side of a pin may give, and a set of them can be met when the least sum of what they give
 * is zero (the others give for nothing). Such a program always has a solution, as nobody need
 * start, and from one set to the next only prices change, so that each solve goes on from the basis
 * before it.
 *
 * When the least sum is not zero, the pins whose rows have a dual value cannot be met either: the
 * duals are a proof of that sum which uses no other pin (the sensitivity filter). What is left is
 * tried pin by pin: one without which the rest can be met is needed, any other goes (the deletion
 * filter). See Chinneck, Feasibility and Infeasibility in Optimization, 2008, ch. 6. */
#include "gp-conflicts.h"
#include "gp-sift.h"

#include <math.h>

#define SMALL 1e-6
#define TINY_DUAL 1e-9
#define HARD 1e4 /* price of what is not to give, next to 1 for what is */
/* Bounds, for a thousand pins that all contradict each other. */
#define MAX_SOLVES 600
#define MAX_SETS 20
#define MAX_ALONE 20 /* of a set, how many pins are asked what they would give alone */

typedef struct {
  guint col, row;
  GpConflictPin pin;
} Side;

typedef struct {
  GpProgram *program;
  GpSift *sift;
  GCancellable *cancellable;
  GArray *sides; /* of Side */
  double *price;
  guint n_solves;
} Elastic;

static Side *
side (const Elastic *elastic, guint i)
{
  return &g_array_index (elastic->sides, Side, i);
}

/* A column a side, that takes up what is missing or too much. */
static void
let_pins_give (Elastic *elastic)
{
  GpProgram *program = elastic->program;
  guint n_rows = program->rows->len;

  for (guint r = 0; r < n_rows; r++) {
    GpRow row = g_array_index (program->rows, GpRow, r);
    Side fresh = {.row = r, .pin = {row.a, row.variant != 0, NAN}};

    if (row.rule != GP_RULE_PINS)
      continue;
    fresh.col =
        (guint)gp_program_add_col (program, GP_COL_GIVE, row.a, row.variant, row.year, INFINITY);
    gp_program_add_entry (program, (int)r, (int)fresh.col, row.variant == 0 ? 1 : -1);
    g_array_append_val (elastic->sides, fresh);
  }
}

static gboolean
is_cut_short (const Elastic *elastic)
{
  return elastic->n_solves >= MAX_SOLVES || g_cancellable_is_cancelled (elastic->cancellable);
}

/* The least that the sides give at these prices; NAN when cut short or not solved. */
static double
solve (Elastic *elastic, const double *side_price)
{
  if (is_cut_short (elastic))
    return NAN;
  for (guint i = 0; i < elastic->sides->len; i++)
    elastic->price[side (elastic, i)->col] = side_price[i];
  elastic->n_solves++;
  if (gp_sift_solve (elastic->sift, elastic->price, elastic->cancellable) != GP_LP_OPTIMAL)
    return NAN;
  return gp_sift_value (elastic->sift);
}

static double
given (const Elastic *elastic, guint i)
{
  return gp_sift_x (elastic->sift)[side (elastic, i)->col];
}

/* ---- one set ----------------------------------------------------------------------------------
 */

/* Lets go of the sides that the last solve's proof does not use; set is 1 for a member, else 0. */
static void
keep_proof (const Elastic *elastic, double *set)
{
  const double *dual = gp_sift_row_dual (elastic->sift);

  for (guint i = 0; i < elastic->sides->len; i++)
    if (fabs (dual[side (elastic, i)->row]) <= TINY_DUAL)
      set[i] = 0;
}

/* Makes a set that cannot be met smaller by what a proof does not use, and checks that. */
static gboolean
shrink_by_proof (Elastic *elastic, double *set)
{
  gsize bytes = elastic->sides->len * sizeof *set;
  g_autofree double *smaller = g_memdup2 (set, bytes);

  keep_proof (elastic, smaller);
  if (!(solve (elastic, smaller) > SMALL))
    return FALSE;
  memcpy (set, smaller, bytes);
  return TRUE;
}

/* Takes out every side that is not needed. FALSE when that was cut short. */
static gboolean
shrink_one_by_one (Elastic *elastic, double *set)
{
  for (guint i = 0; i < elastic->sides->len; i++) {
    double least;

    if (set[i] <= 0)
      continue;
    set[i] = 0;
    least = solve (elastic, set);
    if (!(least > SMALL))
      set[i] = 1;
    if (isnan (least))
      return FALSE;
  }
  return TRUE;
}

/* ---- what each would give ---------------------------------------------------------------------
 */

static double
sum_given (const Elastic *elastic, const double *side_price, guint except)
{
  double sum = 0;

  for (guint i = 0; i < elastic->sides->len; i++)
    if (i != except && side_price[i] > 0)
      sum += given (elastic, i);
  return sum;
}

/* What the side gives when those with a price in others do not; NAN when they must too. */
static double
gives_alone (Elastic *elastic, guint i, const double *others)
{
  g_autofree double *side_price = g_new0 (double, elastic->sides->len);

  for (guint k = 0; k < elastic->sides->len; k++)
    side_price[k] = others[k] > 0 ? HARD : 0;
  side_price[i] = 1;
  if (isnan (solve (elastic, side_price)) || sum_given (elastic, side_price, i) > SMALL)
    return NAN;
  return given (elastic, i);
}

/* rest: the sides of no set. */
static void
ask_each (Elastic *elastic, const double *set, const double *rest)
{
  guint n = elastic->sides->len, asked = 0;
  g_autofree double *others = g_new0 (double, n);

  for (guint i = 0; i < n; i++)
    others[i] = set[i] > 0 || rest[i] > 0 ? 1 : 0;
  for (guint i = 0; i < n; i++) {
    double *gives = &side (elastic, i)->pin.gives;

    if (set[i] <= 0 || asked++ >= MAX_ALONE)
      continue;
    *gives = gives_alone (elastic, i, others);
    if (isnan (*gives))
      *gives = gives_alone (elastic, i, set);
  }
}

/* ---- all sets ---------------------------------------------------------------------------------
 */

static void
set_free (gpointer data)
{
  GpConflictSet *set = data;

  g_array_unref (set->pins);
  g_free (set);
}

static void
add_set (const Elastic *elastic, const double *members, gboolean minimal, GPtrArray *sets)
{
  GpConflictSet *set = g_new0 (GpConflictSet, 1);

  set->minimal = minimal;
  set->pins = g_array_new (FALSE, FALSE, sizeof (GpConflictPin));
  for (guint i = 0; i < elastic->sides->len; i++)
    if (members[i] > 0)
      g_array_append_val (set->pins, side (elastic, i)->pin);
  g_ptr_array_add (sets, set);
}

/* A set among the sides of rest, which goes out of it; NULL when those can be met (or cut short).
 */
static double *
take_set (Elastic *elastic, double *rest, gboolean *minimal)
{
  guint n = elastic->sides->len;
  double *set;

  if (!(solve (elastic, rest) > SMALL))
    return NULL;
  set = g_memdup2 (rest, n * sizeof *set);
  shrink_by_proof (elastic, set);
  *minimal = shrink_one_by_one (elastic, set);
  for (guint i = 0; i < n; i++)
    if (set[i] > 0)
      rest[i] = 0;
  return set;
}

static void
find_sets (Elastic *elastic, GPtrArray *sets)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  g_autofree double *rest = g_new0 (double, elastic->sides->len + 1);
  gboolean minimal[MAX_SETS] = {FALSE};
  double *set;

  for (guint i = 0; i < elastic->sides->len; i++)
    rest[i] = 1;
  while (members->len < MAX_SETS &&
         (set = take_set (elastic, rest, &minimal[members->len])) != NULL)
    g_ptr_array_add (members, set);
  for (guint s = 0; s < members->len; s++) {
    ask_each (elastic, members->pdata[s], rest);
    add_set (elastic, members->pdata[s], minimal[s], sets);
  }
}

GPtrArray *
gp_conflicts_find (const GpPlanData *data, GCancellable *cancellable)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func (set_free);
  g_autoptr (GpProgram) program = gp_program_new (data, GP_PROGRAM_LEAN);
  g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (Side));
  Elastic elastic = {.program = program, .cancellable = cancellable, .sides = sides};

  let_pins_give (&elastic);
  elastic.sift = gp_sift_new (program);
  elastic.price = g_new0 (double, program->cols->len + 1);
  find_sets (&elastic, sets);
  gp_sift_free (elastic.sift);
  g_free (elastic.price);
  return sets;
}
