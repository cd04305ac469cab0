/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is the solver's plan one? It takes a rule for kept that is broken by 1e-7; where numbers are of
 * very different sizes that may be all that the rule says, or what a later priority lives on.
 *
 * So the plan is refined as the duals are (gp-proof-refine.c): columns that stand at a bound stand
 * there exactly, rows that are met as equations for the others. Then every rule must be kept to
 * within what a tiny change of one of its decisions could mend, and no priority may be apart from
 * what its proof proves, the earlier ones counted with the multiples that they are held with. */
#include "gp-proof-private.h"
#include "gp-proof-system.h"

#include <math.h>
#include <string.h>

/* Nearer than this to a bound (relative beyond 1) is at it. */
#define AT_BOUND 1e-10
/* A rule may ask for a change of a decision this small (relative beyond 1). */
#define MENDABLE 1e-5
/* The share of a value that may be between plan and proof. */
#define APART 1e-6
/* Refined reduced costs are exact to less than this share of the largest coefficient. */
#define NOISE 5e-11
/* Further than this from a bound (relative beyond 1) is not at it. */
#define AWAY 1e-9
#define ROUNDS 3

typedef struct {
  const GpRelaxed *relaxed;
  const GpProgram *program;
  double *x, *x_low;         /* by column: the value is their sum */
  double *value, *value_low; /* by row, as a sum of two too */
  double *bound;             /* by row: where it stands; NAN when it stands at none */
  int *unknown_of;           /* by column, -1 */
  guint n_unknowns;
} Primal;

static double
lower_of (const GArray *bounds, guint i)
{
  return g_array_index (bounds, double, i);
}

static gboolean
is_at (double value, double bound, double within)
{
  return isfinite (bound) && fabs (value - bound) <= within * (1 + fabs (bound));
}

static void
find_values (Primal *p)
{
  const GpProgram *program = p->program;
  memset (p->value, 0, program->rows->len * sizeof (double));
  memset (p->value_low, 0, program->rows->len * sizeof (double));
  for (guint e = 0; e < program->entry_row->len; e++) {
    int row = g_array_index (program->entry_row, int, e);
    int col = g_array_index (program->entry_col, int, e);
    if (p->x[col] == 0)
      continue;
    GpSum entry = gp_sum_of_decimal (g_array_index (program->entry_value, double, e));
    gp_sum_add_product (&p->value[row], &p->value_low[row], entry.high, p->x[col]);
    p->value_low[row] += entry.high * p->x_low[col] + entry.low * p->x[col];
  }
  for (guint r = 0; r < program->rows->len; r++)
    gp_sum_settle (&p->value[r], &p->value_low[r]);
}

/* ---- what stands where -------------------------------------------------------------- */

/* The published part of a start is used first (gp_program_join_kept () added them up). */
static void
split_kept (Primal *p)
{
  for (guint c = 0; c < p->program->n_split && p->program->kept_of != NULL; c++) {
    int kept = p->program->kept_of[c];
    if (kept < 0)
      continue;
    p->x[kept] = fmin (p->x[c], g_array_index (p->program->col_upper, double, kept));
    p->x[c] -= p->x[kept];
  }
}

static void
place_cols (Primal *p)
{
  for (guint c = 0; c < p->program->cols->len; c++) {
    double lower = lower_of (p->program->col_lower, c), upper = lower_of (p->program->col_upper, c);
    double within = p->relaxed->col_level[c] > 0 ? 1e-7 : AT_BOUND;
    p->unknown_of[c] = -1;
    if (is_at (p->x[c], lower, within))
      p->x[c] = lower;
    else if (is_at (p->x[c], upper, within))
      p->x[c] = upper;
    else
      p->unknown_of[c] = (int)p->n_unknowns++;
  }
}

static void
place_rows (Primal *p)
{
  for (guint r = 0; r < p->program->rows->len; r++) {
    double lower = lower_of (p->program->row_lower, r), upper = lower_of (p->program->row_upper, r);
    double within = p->relaxed->row_level[r] > 0 ? 1e-7 : AT_BOUND;
    p->bound[r] = lower == upper || is_at (p->value[r], lower, within) ? lower
                  : is_at (p->value[r], upper, within)                 ? upper
                                                                       : NAN;
  }
}

/* ---- refining ------------------------------------------------------------------------- */

static GpSystem *
make_system (const Primal *p)
{
  const GpProgram *program = p->program;
  GpSystem *system = gp_system_new (program->rows->len, p->n_unknowns);
  for (guint e = 0; e < program->entry_row->len; e++) {
    guint row = (guint)g_array_index (program->entry_row, int, e);
    int unknown = p->unknown_of[g_array_index (program->entry_col, int, e)];
    double entry = g_array_index (program->entry_value, double, e);
    if (!isnan (p->bound[row]) && unknown >= 0 && entry != 0)
      gp_system_add (system, row, (guint)unknown, entry);
  }
  gp_system_factorize (system);
  return system;
}

static double
off_bound (const Primal *p, guint r)
{
  return isnan (p->bound[r]) ? 0 : (p->bound[r] - p->value[r]) - p->value_low[r];
}

static double
badness (const Primal *p)
{
  double worst = 0;
  for (guint r = 0; r < p->program->rows->len; r++)
    worst = fmax (worst, fabs (off_bound (p, r)));
  return worst;
}

static gboolean
is_rounding (const double *change, guint n)
{
  for (guint u = 0; u < n; u++)
    if (!(fabs (change[u]) < 1))
      return FALSE;
  return TRUE;
}

static void
change_cols (Primal *p, const double *change, double times)
{
  for (guint c = 0; c < p->program->cols->len; c++)
    if (p->unknown_of[c] >= 0) {
      gp_sum_add (&p->x[c], &p->x_low[c], times * change[p->unknown_of[c]]);
      gp_sum_settle (&p->x[c], &p->x_low[c]);
    }
}

static void
refine (Primal *p)
{
  g_autofree double *side = g_new (double, p->program->rows->len + 1);
  g_autofree double *change = g_new (double, p->n_unknowns + 1);
  double before = badness (p);
  if (before <= 0)
    return;
  g_autoptr (GpSystem) system = make_system (p);
  for (guint round = 0; round < ROUNDS && before > 0; round++) {
    for (guint r = 0; r < p->program->rows->len; r++)
      side[r] = off_bound (p, r);
    gp_system_solve (system, side, change);
    if (!is_rounding (change, p->n_unknowns))
      return;
    change_cols (p, change, 1);
    find_values (p);
    double now = badness (p);
    if (!(now < before)) {
      change_cols (p, change, -1);
      find_values (p);
      return;
    }
    before = now;
  }
}

/* ---- checking -------------------------------------------------------------------------- */

/* By row the smallest coefficient of a decision that is taken. */
static double *
smallest_entries (const Primal *p)
{
  const GpProgram *program = p->program;
  double *smallest = g_new (double, program->rows->len + 1);
  for (guint r = 0; r < program->rows->len; r++)
    smallest[r] = INFINITY;
  for (guint e = 0; e < program->entry_row->len; e++) {
    int row = g_array_index (program->entry_row, int, e);
    int col = g_array_index (program->entry_col, int, e);
    double size = fabs (g_array_index (program->entry_value, double, e));
    if (size > 0 && p->x[col] > 0)
      smallest[row] = fmin (smallest[row], size / (1 + p->x[col]));
  }
  return smallest;
}

static gboolean
keeps_rules (const Primal *p)
{
  const GpProgram *program = p->program;
  g_autofree double *smallest = smallest_entries (p);
  for (guint c = 0; c < program->cols->len; c++) {
    double lower = lower_of (program->col_lower, c), upper = lower_of (program->col_upper, c);
    if (fmax (lower - p->x[c], p->x[c] - upper) > MENDABLE * (1 + fabs (p->x[c])))
      return FALSE;
  }
  for (guint r = 0; r < program->rows->len; r++) {
    double lower = lower_of (program->row_lower, r), upper = lower_of (program->row_upper, r);
    double below = (lower - p->value[r]) - p->value_low[r];
    double above = (p->value[r] - upper) + p->value_low[r];
    if (fmax (below, above) > MENDABLE * smallest[r])
      return FALSE;
  }
  return TRUE;
}

/* What the plan is worth in the inequality of the proof, less what that proves: multipliers times
 * how far rows are from their bounds, reduced costs times how far columns are from theirs. */
static double
apart (const Primal *p, const GpProofLevel *level)
{
  const GpProgram *program = p->program;
  double sum = 0;
  for (guint r = 0; r < program->rows->len; r++) {
    double lower = lower_of (program->row_lower, r), upper = lower_of (program->row_upper, r);
    double price = level->rows[r].high, bound = price > 0 ? lower : upper;
    if (price != 0)
      sum += fabs (price * ((p->value[r] - bound) + p->value_low[r]));
  }
  for (guint c = 0; c < program->cols->len; c++) {
    double lower = lower_of (program->col_lower, c), upper = lower_of (program->col_upper, c);
    double price = level->cols[c].high, bound = price > 0 || !isfinite (upper) ? lower : upper;
    sum += fabs (price * ((p->x[c] - bound) + p->x_low[c]));
  }
  return sum;
}

/* A column that costs something in the priority, but does not stand at its bound: the face of that
 * priority was not held, for a later one's sake. */
static gboolean
leaves_face (const Primal *p, const GpProofLevel *level, double noise)
{
  for (guint c = 0; c < p->program->cols->len; c++) {
    double lower = lower_of (p->program->col_lower, c), upper = lower_of (p->program->col_upper, c);
    double price = level->cols[c].high, bound = price > 0 || !isfinite (upper) ? lower : upper;
    if (fabs (price) > noise && !is_at (p->x[c], bound, AWAY))
      return TRUE;
  }
  return FALSE;
}

/* The largest coefficient of what the proof is about, the held priorities with their multiples. */
static double
find_scale (const GpRelaxed *relaxed, const GpProofLevel *levels, guint k, const double *scales)
{
  const GpProgram *program = relaxed->program;
  g_autofree double *objective = gp_program_objective (program, program->data->priorities[k]);
  double scale = gp_objective_scale (objective, program->cols->len);
  for (guint j = 0; j < k; j++)
    scale += levels[k].held[j] * scales[j];
  return scale;
}

static gboolean
is_optimal (const Primal *p, const GpProofLevel *levels)
{
  const GpRelaxed *relaxed = p->relaxed;
  double scales[GP_N_PRIORITIES];
  for (guint k = 0; k < relaxed->n_solved; k++) {
    scales[k] = find_scale (relaxed, levels, k, scales);
    if (leaves_face (p, &levels[k], NOISE * scales[k]) ||
        apart (p, &levels[k]) > APART * (1 + fabs (relaxed->priorities[k].value)))
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_proof_check_plan (const GpRelaxed *relaxed, const GpProofLevel *levels)
{
  const GpProgram *program = relaxed->program;
  guint n_rows = program->rows->len, n_cols = program->cols->len;
  g_autofree double *x = g_memdup2 (relaxed->x, n_cols * sizeof (double));
  g_autofree double *x_low = g_new0 (double, n_cols + 1);
  g_autofree double *value = g_new (double, n_rows + 1), *value_low = g_new (double, n_rows + 1);
  g_autofree double *bound = g_new (double, n_rows + 1);
  g_autofree int *unknown_of = g_new (int, n_cols + 1);
  Primal p = {relaxed, program, x, x_low, value, value_low, bound, unknown_of, 0};
  split_kept (&p);
  place_cols (&p);
  find_values (&p);
  place_rows (&p);
  refine (&p);
  return keeps_rules (&p) && is_optimal (&p, levels);
}
