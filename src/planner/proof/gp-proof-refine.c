/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Duals nearer to what they should be than the solver's own arithmetic brings them.
 *
 * In an optimum the reduced cost of every basic column is zero. With the solver's duals it is 1e-9
 * or so, and a later priority may hold this one with a multiple of 1e14. So: the columns that
 * should cost nothing as equations for the multipliers of the rows that have one, and iterative
 * refinement (Wilkinson, Rounding Errors in Algebraic Processes, 1963): what the multipliers leave
 * of those costs is found in twice the precision, and the equations are solved once more for that.
 */
#include "gp-proof-private.h"
#include "gp-proof-system.h"

#include <math.h>
#include <string.h>

/* A reduced cost below this share of the objective's largest coefficient may be meant as zero. */
#define NEARLY_ZERO 1e-9
/* Below this share it is as near to zero as later priorities need: see gp-proof-private.h. */
#define AS_GOOD_AS_ZERO 1e-27
/* Refining changes multipliers by rounding; where it wants more, it is not refining. */
#define MOST_CHANGE 1e-5
#define ROUNDS 4
/* A multiplier below this share of the largest may be rounding. */
#define ROUNDING 1e-9
#define PASSES 4
/* In place of an equation's number: the column costs next to nothing, or something. */
#define NEAR (-1)
#define FAR (-2)

typedef struct {
  const GpRelaxed *relaxed;
  const GpRelaxedPriority *own;
  double *objective, nearly_zero;
  int *equation_of, *unknown_of; /* column: its equation, row: its unknown; -1 */
  guint n_equations, n_unknowns;
  double *high, *low;      /* by row: the multiplier is their sum */
  double *left, *left_low; /* by column: cost less multipliers x entries, as a sum of two too */
} Refining;

/* Cost less multipliers x entries, by column. */
static void
find_left (Refining *r)
{
  const GpProgram *program = r->relaxed->program;
  guint n = program->cols->len;
  for (guint c = 0; c < n; c++) {
    GpSum cost = gp_sum_of_decimal (r->objective[c]);
    r->left[c] = cost.high;
    r->left_low[c] = cost.low;
  }
  for (guint e = 0; e < program->entry_row->len; e++) {
    int row = g_array_index (program->entry_row, int, e);
    int col = g_array_index (program->entry_col, int, e);
    if (r->high[row] == 0)
      continue;
    GpSum entry = gp_sum_of_decimal (g_array_index (program->entry_value, double, e));
    gp_sum_add_product (&r->left[col], &r->left_low[col], -r->high[row], entry.high);
    r->left_low[col] -= r->low[row] * entry.high + r->high[row] * entry.low;
  }
  for (guint c = 0; c < n; c++)
    r->left[c] += r->left_low[c];
}

/* ---- equations ------------------------------------------------------------------------ */

/* all: also those of which the solver does not say that they cost exactly nothing. */
static void
choose (Refining *r, gboolean all)
{
  const GpProgram *program = r->relaxed->program;
  r->n_equations = r->n_unknowns = 0;
  for (guint c = 0; c < program->cols->len; c++) {
    gboolean near = fabs (r->left[c]) <= r->nearly_zero;
    gboolean in = near && (all || r->own->col_dual[c] == 0);
    r->equation_of[c] = in ? (int)r->n_equations++ : near ? NEAR : FAR;
  }
  for (guint row = 0; row < program->rows->len; row++)
    r->unknown_of[row] = r->high[row] != 0 ? (int)r->n_unknowns++ : -1;
}

static GpSystem *
make_system (const Refining *r)
{
  const GpProgram *program = r->relaxed->program;
  GpSystem *system = gp_system_new (r->n_equations, r->n_unknowns);
  for (guint e = 0; e < program->entry_row->len; e++) {
    int equation = r->equation_of[g_array_index (program->entry_col, int, e)];
    int unknown = r->unknown_of[g_array_index (program->entry_row, int, e)];
    double value = g_array_index (program->entry_value, double, e);
    if (equation >= 0 && unknown >= 0 && value != 0)
      gp_system_add (system, (guint)equation, (guint)unknown, value);
  }
  gp_system_factorize (system);
  return system;
}

/* What is left over all equations; INFINITY when another column that cost next to nothing does not
 * any more. */
static double
badness (const Refining *r)
{
  double worst = 0;
  for (guint c = 0; c < r->relaxed->program->cols->len; c++)
    if (r->equation_of[c] >= 0)
      worst = fmax (worst, fabs (r->left[c]));
    else if (r->equation_of[c] == NEAR && fabs (r->left[c]) > r->nearly_zero)
      return INFINITY;
  return worst;
}

/* ---- rounds ---------------------------------------------------------------------------- */

static gboolean
is_rounding (const Refining *r, const double *change)
{
  double most = 0;
  for (guint row = 0; row < r->relaxed->program->rows->len; row++)
    most = fmax (most, fabs (r->high[row]));
  for (guint u = 0; u < r->n_unknowns; u++)
    if (!(fabs (change[u]) <= MOST_CHANGE * most))
      return FALSE;
  return TRUE;
}

static void
change_multipliers (Refining *r, const double *change)
{
  for (guint row = 0; row < r->relaxed->program->rows->len; row++)
    if (r->unknown_of[row] >= 0) {
      gp_sum_add (&r->high[row], &r->low[row], change[r->unknown_of[row]]);
      gp_sum_settle (&r->high[row], &r->low[row]);
    }
}

static double *
find_change (const Refining *r, const GpSystem *system)
{
  g_autofree double *side = g_new (double, r->n_equations + 1);
  double *change = g_new (double, r->n_unknowns + 1);
  for (guint c = 0; c < r->relaxed->program->cols->len; c++)
    if (r->equation_of[c] >= 0)
      side[r->equation_of[c]] = r->left[c];
  gp_system_solve (system, side, change);
  return change;
}

/* Keeps the multipliers of every round that is better than the one before. */
static void
run_rounds (Refining *r, const GpSystem *system, double good_enough)
{
  double before = badness (r);
  gsize size = r->relaxed->program->rows->len * sizeof (double);
  for (guint round = 0; round < ROUNDS && before > good_enough; round++) {
    g_autofree double *change = find_change (r, system);
    if (!is_rounding (r, change))
      return;
    change_multipliers (r, change);
    find_left (r);
    double now = badness (r);
    if (!(now < before))
      return;
    memcpy (r->own->row_dual, r->high, size);
    memcpy (r->own->row_rest, r->low, size);
    before = now;
  }
}

/* From the multipliers that were kept last. */
static void
refine (Refining *r, gboolean all, double good_enough)
{
  guint n_rows = r->relaxed->program->rows->len;
  memcpy (r->high, r->own->row_dual, n_rows * sizeof (double));
  memcpy (r->low, r->own->row_rest, n_rows * sizeof (double));
  find_left (r);
  choose (r, all);
  if (badness (r) <= good_enough)
    return;
  g_autoptr (GpSystem) system = make_system (r);
  run_rounds (r, system, good_enough);
}

/* Multipliers that are rounding, and that no bound of their row stands behind, become zero before
 * the others are refined: who checks the proof leaves them out, and what they did for a reduced
 * cost would come back times every multiple. A row that an earlier priority holds may have any
 * sign. */
static gboolean
drop_unsupported (Refining *r, guint k)
{
  const GpProgram *program = r->relaxed->program;
  gboolean any = FALSE;
  double most = 0;
  for (guint row = 0; row < program->rows->len; row++)
    most = fmax (most, fabs (r->own->row_dual[row]));
  for (guint row = 0; row < program->rows->len; row++) {
    double dual = r->own->row_dual[row];
    gboolean held = r->relaxed->row_level[row] > 0 && r->relaxed->row_level[row] <= k;
    double leans_on =
        g_array_index (dual > 0 ? program->row_lower : program->row_upper, double, row);
    if (dual == 0 || held || isfinite (leans_on) || fabs (dual) > ROUNDING * most)
      continue;
    r->own->row_dual[row] = r->own->row_rest[row] = 0;
    any = TRUE;
  }
  return any;
}

/* First with the columns of which the solver says that they cost exactly nothing, the basic ones;
 * then, where that is not all, with those that cost next to nothing. */
void
gp_proof_refine (const GpRelaxed *relaxed, guint k)
{
  const GpProgram *program = relaxed->program;
  guint n_rows = program->rows->len, n_cols = program->cols->len;
  g_autofree double *high = g_new (double, n_rows + 1), *low = g_new (double, n_rows + 1);
  g_autofree double *left = g_new (double, n_cols + 1), *left_low = g_new (double, n_cols + 1);
  g_autofree int *equation_of = g_new (int, n_cols + 1), *unknown_of = g_new (int, n_rows + 1);
  g_autofree double *objective = gp_program_objective (program, program->data->priorities[k]);
  double scale = gp_objective_scale (objective, n_cols);
  Refining r = {.relaxed = relaxed,
                .own = &relaxed->priorities[k],
                .objective = objective,
                .nearly_zero = NEARLY_ZERO * scale,
                .equation_of = equation_of,
                .unknown_of = unknown_of,
                .high = high,
                .low = low,
                .left = left,
                .left_low = left_low};
  for (guint pass = 0; pass < PASSES && (drop_unsupported (&r, k) || pass == 0); pass++) {
    refine (&r, FALSE, AS_GOOD_AS_ZERO * scale);
    refine (&r, TRUE, AS_GOOD_AS_ZERO * scale);
  }
}
