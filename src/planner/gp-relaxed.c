/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves priority by priority and holds each by fixing its optimal face: after an optimum every
 * nonbasic column (and row) with a reduced cost that is not zero stays at its bound. What remains
 * is exactly the set of plans that reach the same value, so that no weight, tolerance row or
 * rounding stands between two priorities. Each priority starts from the last one's basis, which is
 * feasible for it. */
#include "gp-relaxed.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A reduced cost counts as zero below this share of the objective's largest coefficient. GLPK
 * itself stops at 1e-7; what is left below is rounding. */
#define ZERO_DUAL 1e-9

double
gp_objective_scale (const double *objective, guint n)
{
  double scale = 0;
  for (guint c = 0; c < n; c++)
    scale = fmax (scale, fabs (objective[c]));
  return scale > 0 ? scale : 1;
}

/* ---- first basis -------------------------------------------------------------------------------
 */

static void
make_basic (GpLp *lp, int col, int row)
{
  gp_lp_set_col_place (lp, (guint)col, GP_LP_BASIC);
  gp_lp_set_row_place (lp, (guint)row, GP_LP_FIXED);
}

static int
col_for_row (const GpProgram *program, const GpRow *row)
{
  switch (row->rule) {
  case GP_RULE_COHORT:
    return gp_program_delay (program, (GpProgramme)row->a, row->year);
  case GP_RULE_STOCK:
    return gp_program_stock (program, row->a, row->year);
  case GP_RULE_HIRING:
    return row->variant == 0 ? gp_program_hired (program, row->a, row->year) : -1;
  case GP_N_RULES:
    return row->variant == 0 ? gp_program_sector (program, row->a, row->year) : -1;
  default:
    return -1;
  }
}

void
gp_relaxed_start_basis (const GpProgram *program, GpLp *lp)
{
  gp_lp_reset_basis (lp, FALSE);
  for (guint r = 0; r < program->rows->len; r++) {
    const GpRow *row = &g_array_index (program->rows, GpRow, r);
    int col = col_for_row (program, row);
    if (row->rule == GP_RULE_EXPERT_DAYS && g_array_index (program->row_upper, double, r) < 0) {
      gp_lp_set_col_place (lp, (guint)gp_program_overload (program, row->a, row->year),
                           GP_LP_BASIC);
      gp_lp_set_row_place (lp, r, GP_LP_AT_UPPER);
    } else if (col >= 0)
      make_basic (lp, col, (int)r);
  }
}

/* ---- the optimal face --------------------------------------------------------------------------
 */

static void
hold_col (GpRelaxed *relaxed, GpLp *lp, guint c, double dual, guint level)
{
  GpLpPlace place = gp_lp_col_place (lp, c);
  double lower = g_array_index (relaxed->program->col_lower, double, c);
  double upper = g_array_index (relaxed->program->col_upper, double, c);
  if (relaxed->col_level[c] != 0 || place == GP_LP_BASIC || fabs (dual) <= ZERO_DUAL)
    return;
  relaxed->col_level[c] = (guint8)level;
  if (place == GP_LP_AT_UPPER)
    gp_lp_set_col_bounds (lp, c, upper, upper);
  else
    gp_lp_set_col_bounds (lp, c, lower, lower);
}

static void
hold_row (GpRelaxed *relaxed, GpLp *lp, guint r, double dual, guint level)
{
  GpLpPlace place = gp_lp_row_place (lp, r);
  double lower = g_array_index (relaxed->program->row_lower, double, r);
  double upper = g_array_index (relaxed->program->row_upper, double, r);
  if (relaxed->row_level[r] != 0 || place == GP_LP_BASIC || fabs (dual) <= ZERO_DUAL)
    return;
  relaxed->row_level[r] = (guint8)level;
  if (lower < upper)
    gp_lp_set_row_bounds (lp, r, place == GP_LP_AT_UPPER ? upper : lower,
                          place == GP_LP_AT_UPPER ? upper : lower);
}

/* Keeps value and duals, undone of the objective's scale, and holds the face. */
static void
keep_priority (GpRelaxed *relaxed, GpLp *lp, double scale)
{
  GpRelaxedPriority *kept = &relaxed->priorities[relaxed->n_solved++];
  guint n_cols = relaxed->program->cols->len, n_rows = relaxed->program->rows->len;
  kept->value = gp_lp_value (lp) * scale;
  kept->row_dual = g_new (double, n_rows);
  kept->col_dual = g_new (double, n_cols);
  for (guint c = 0; c < n_cols; c++) {
    double dual = gp_lp_col_dual (lp, c);
    kept->col_dual[c] = dual * scale;
    hold_col (relaxed, lp, c, dual, relaxed->n_solved);
  }
  for (guint r = 0; r < n_rows; r++) {
    double dual = gp_lp_row_dual (lp, r);
    kept->row_dual[r] = dual * scale;
    hold_row (relaxed, lp, r, dual, relaxed->n_solved);
  }
}

static gboolean
solve_priority (GpRelaxed *relaxed, GpLp *lp, GpPriorityId priority, GCancellable *cancellable)
{
  guint n = relaxed->program->cols->len;
  g_autofree double *objective = gp_program_objective (relaxed->program, priority);
  double scale = gp_objective_scale (objective, n);
  for (guint c = 0; c < n; c++)
    gp_lp_set_cost (lp, c, objective[c] / scale);
  relaxed->status = gp_lp_solve (lp, GP_LP_PRIMAL, cancellable);
  relaxed->n_iterations = gp_lp_n_iterations (lp);
  if (relaxed->status != GP_LP_OPTIMAL)
    return FALSE;
  keep_priority (relaxed, lp, scale);
  return TRUE;
}

GpRelaxed *
gp_relaxed_solve (const GpPlanData *data, GpProgramShape shape, GpProgressFunc progress,
                  gpointer progress_data, GCancellable *cancellable)
{
  GpRelaxed *relaxed = g_new0 (GpRelaxed, 1);
  GpLpMatrix matrix;
  relaxed->program = gp_program_new (data, shape);
  gp_program_matrix (relaxed->program, &matrix);
  relaxed->col_level = g_new0 (guint8, matrix.n_cols + 1);
  relaxed->row_level = g_new0 (guint8, matrix.n_rows + 1);
  relaxed->x = g_new0 (double, matrix.n_cols + 1);
  g_autoptr (GpLp) lp = gp_lp_new (&matrix);
  relaxed->status = lp != NULL ? GP_LP_OPTIMAL : GP_LP_FAILED;
  if (lp == NULL)
    return relaxed;
  gp_relaxed_start_basis (relaxed->program, lp);
  for (guint i = 0; i < data->n_priorities; i++) {
    if (progress != NULL)
      progress ((double)i / data->n_priorities, _ ("Relaxed plan"), progress_data);
    if (!solve_priority (relaxed, lp, data->priorities[i], cancellable))
      return relaxed;
  }
  for (guint c = 0; c < matrix.n_cols; c++)
    relaxed->x[c] = gp_lp_col_value (lp, c);
  return relaxed;
}

void
gp_relaxed_free (GpRelaxed *relaxed)
{
  if (relaxed == NULL)
    return;
  for (guint i = 0; i < relaxed->n_solved; i++) {
    g_free (relaxed->priorities[i].row_dual);
    g_free (relaxed->priorities[i].col_dual);
  }
  gp_program_free (relaxed->program);
  g_free (relaxed->col_level);
  g_free (relaxed->row_level);
  g_free (relaxed->x);
  g_free (relaxed);
}
