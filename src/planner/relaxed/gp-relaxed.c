/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves priority by priority and holds each by fixing its optimal face: after an optimum every
 * nonbasic column (and row) with a reduced cost that is not zero stays at its bound. What remains
 * is exactly the set of plans that reach the same value, so that no weight, tolerance row or
 * rounding stands between two priorities. Each priority starts from the last one's basis, which is
 * feasible for it. */
#include "gp-relaxed.h"
#include "gp-sift.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A value within this of its bound (relative beyond 1) stands at it. */
#define AT_BOUND 1e-7

double
gp_objective_scale (const double *objective, guint n)
{
  double scale = 0;
  for (guint c = 0; c < n; c++)
    scale = fmax (scale, fabs (objective[c]));
  return scale > 0 ? scale : 1;
}

/* ---- the optimal face ------------------------------------------------------------- */

static gboolean
is_at (double value, double bound)
{
  return isfinite (bound) && fabs (value - bound) <= AT_BOUND * (1 + fabs (bound));
}

/* Which bound a dual value of that sign holds it at, when it stands there. */
static gboolean
find_bound (double dual, double zero, double value, double lower, double upper, double *bound)
{
  *bound = dual > 0 ? lower : upper;
  return fabs (dual) > zero && is_at (value, *bound);
}

static void
hold_cols (GpRelaxed *relaxed, GpSift *sift, guint8 level)
{
  double *lower = gp_sift_col_lower (sift), *upper = gp_sift_col_upper (sift), bound;
  double zero = gp_sift_zero_dual (sift);
  for (guint c = 0; c < relaxed->program->cols->len; c++)
    if (relaxed->col_level[c] == 0 &&
        find_bound (gp_sift_col_dual (sift)[c], zero, gp_sift_x (sift)[c], lower[c], upper[c],
                    &bound)) {
      relaxed->col_level[c] = level;
      lower[c] = upper[c] = bound;
    }
}

/* A row outside the master belongs to a closed board, whose own part is all zero there. */
static void
hold_rows (GpRelaxed *relaxed, GpSift *sift, guint8 level)
{
  double *lower = gp_sift_row_lower (sift), *upper = gp_sift_row_upper (sift), bound;
  double zero = gp_sift_zero_dual (sift);
  for (guint r = 0; r < relaxed->program->rows->len; r++)
    if (relaxed->row_level[r] == 0 &&
        find_bound (gp_sift_row_dual (sift)[r], zero, gp_sift_row_value (sift)[r], lower[r],
                    upper[r], &bound)) {
      relaxed->row_level[r] = level;
      lower[r] = upper[r] = bound;
    }
}

/* Keeps value and duals, undone of the objective's scale, and holds the face. */
static void
keep_priority (GpRelaxed *relaxed, GpSift *sift, double scale)
{
  GpRelaxedPriority *kept = &relaxed->priorities[relaxed->n_solved++];
  guint n_cols = relaxed->program->cols->len, n_rows = relaxed->program->rows->len;
  kept->value = gp_sift_value (sift) * scale;
  kept->row_dual = g_new (double, n_rows + 1);
  kept->row_rest = g_new0 (double, n_rows + 1);
  kept->col_dual = g_new (double, n_cols + 1);
  for (guint c = 0; c < n_cols; c++)
    kept->col_dual[c] = gp_sift_col_dual (sift)[c] * scale;
  for (guint r = 0; r < n_rows; r++)
    kept->row_dual[r] = gp_sift_row_dual (sift)[r] * scale;
  hold_cols (relaxed, sift, (guint8)relaxed->n_solved);
  hold_rows (relaxed, sift, (guint8)relaxed->n_solved);
  gp_sift_settle (sift);
}

static gboolean
solve_priority (GpRelaxed *relaxed, GpSift *sift, GpPriorityId priority, GCancellable *cancellable)
{
  guint n = relaxed->program->cols->len;
  g_autofree double *objective = gp_program_objective (relaxed->program, priority);
  double scale = gp_objective_scale (objective, n);
  for (guint c = 0; c < n; c++)
    objective[c] /= scale;
  relaxed->status = gp_sift_solve (sift, objective, cancellable);
  relaxed->n_iterations = gp_sift_n_iterations (sift);
  if (relaxed->status != GP_LP_OPTIMAL)
    return FALSE;
  keep_priority (relaxed, sift, scale);
  return TRUE;
}

/* Any plan that keeps the rules, where nothing is asked of it (`change` alone, without a published
 * plan). */
static gboolean
find_any (GpRelaxed *relaxed, GpSift *sift, GCancellable *cancellable)
{
  g_autofree double *objective = g_new0 (double, relaxed->program->cols->len + 1);
  relaxed->status = gp_sift_solve (sift, objective, cancellable);
  return relaxed->status == GP_LP_OPTIMAL;
}

/* ---- decisions taken already ------------------------------------------------------ */

static void
fix_col (GpSift *sift, const GpProgram *program, int col, int value)
{
  if (col >= 0 && value >= 0)
    gp_program_fix (program, col, value, gp_sift_col_lower (sift), gp_sift_col_upper (sift));
}

static void
fix_boards (GpSift *sift, const GpProgram *program, const GpFixings *fixings, guint y)
{
  const GpPlanData *data = program->data;
  for (guint b = 0; b < data->n_boards; b++) {
    guint at = b * data->n_years + y;
    fix_col (sift, program, gp_program_partner (program, b, y), fixings->partner[at]);
    fix_col (sift, program, gp_program_training (program, b, y), fixings->training[at]);
  }
  for (guint32 r = 0; r < data->n_regions; r++)
    fix_col (sift, program, gp_program_hire (program, r, y), fixings->hire[r * data->n_years + y]);
}

/* The first year's starts of a chain, member by member: whoever started stays started. */
static void
fix_chain (GpSift *sift, const GpProgram *program, const GpUnit *unit, const int *starts)
{
  int all = 0;
  for (guint m = 0; m < unit->n_members; m++) {
    guint32 cell = g_array_index (program->members, GpMember, unit->first_member + m).cell;
    int here =
        unit->waits ? 0 : starts[cell * GP_N_PROGRAMMES] + starts[cell * GP_N_PROGRAMMES + 1];
    int first = gp_program_segment (program, unit, m, 0);
    all += here;
    fix_col (sift, program, first, here);
    for (guint y = 1; y < program->data->n_years; y++)
      gp_sift_col_lower (sift)[first + (int)y] = here;
  }
  fix_col (sift, program, gp_program_unit_start (program, unit, GP_PROGRAMME_REGULAR, 0), all);
}

static void
fix_first_starts (GpSift *sift, const GpProgram *program, const int *starts)
{
  int funded = 0;
  for (guint u = 0; u < program->units->len; u++) {
    const GpUnit *unit = gp_program_unit (program, u);
    const int *own = &starts[unit->cell * GP_N_PROGRAMMES];
    if (unit->grouped)
      fix_chain (sift, program, unit, starts);
    else if (unit->merged)
      fix_col (sift, program, gp_program_unit_start (program, unit, GP_PROGRAMME_REGULAR, 0),
               own[0] + own[1]);
    else
      for (guint p = 0; p < GP_N_PROGRAMMES; p++)
        fix_col (sift, program, gp_program_unit_start (program, unit, (GpProgramme)p, 0), own[p]);
  }
  for (guint32 c = 0; c < program->data->n_cells; c++) {
    guint32 unit = program->unit_of[c];
    if (unit == GP_NONE || gp_program_unit (program, unit)->merged)
      funded += starts[c * GP_N_PROGRAMMES + GP_PROGRAMME_GROEIKRACHT];
  }
  fix_col (sift, program, gp_program_funded (program, 0), funded);
}

static void
fix (GpSift *sift, const GpProgram *program, const GpFixings *fixings)
{
  for (guint y = 0; y < program->data->n_years; y++)
    fix_boards (sift, program, fixings, y);
  if (fixings->first_starts != NULL)
    fix_first_starts (sift, program, fixings->first_starts);
  gp_sift_skip_shut (sift);
}

/* ---- all priorities --------------------------------------------------------------- */

void
gp_start_clear (GpStart *start)
{
  for (guint i = 0; i < GP_N_PRIORITIES; i++)
    g_clear_pointer (&start->levels[i], gp_sift_basis_unref);
}

void
gp_start_copy (GpStart *to, const GpStart *from)
{
  GpStart copy = *from;
  for (guint i = 0; i < GP_N_PRIORITIES; i++)
    if (copy.levels[i] != NULL)
      gp_sift_basis_ref (copy.levels[i]);
  gp_start_clear (to);
  *to = copy;
}

static GpRelaxed *
relaxed_new (const GpPlanData *data)
{
  GpRelaxed *relaxed = g_new0 (GpRelaxed, 1);
  relaxed->program = gp_program_new (data, GP_PROGRAM_LEAN);
  relaxed->col_level = g_new0 (guint8, relaxed->program->cols->len + 1);
  relaxed->row_level = g_new0 (guint8, relaxed->program->rows->len + 1);
  relaxed->x = g_new0 (double, relaxed->program->cols->len + 1);
  return relaxed;
}

static gboolean
solve_level (GpRelaxed *relaxed, GpSift *sift, guint level, GpStart *start,
             GCancellable *cancellable)
{
  GpPriorityId id = relaxed->program->data->priorities[level];
  GpSiftBasis *from = start != NULL && start->ids[level] == id ? start->levels[level] : NULL;
  if (from != NULL)
    gp_sift_start_from (sift, from);
  if (!solve_priority (relaxed, sift, id, cancellable))
    return FALSE;
  if (start != NULL) {
    g_clear_pointer (&start->levels[level], gp_sift_basis_unref);
    start->levels[level] = gp_sift_basis_new (sift);
    start->ids[level] = id;
  }
  return TRUE;
}

GpRelaxed *
gp_relaxed_solve_from (const GpPlanData *data, const GpFixings *fixings, GpStart *start,
                       guint zero_dual, GpProgressFunc progress, gpointer progress_data,
                       GCancellable *cancellable)
{
  GpRelaxed *relaxed = relaxed_new (data);
  g_autoptr (GpSift) sift = gp_sift_new (relaxed->program);
  gp_sift_set_zero_dual (sift, zero_dual);
  if (fixings != NULL)
    fix (sift, relaxed->program, fixings);
  for (guint i = 0; i < data->n_priorities; i++) {
    if (progress != NULL)
      progress ((double)i / data->n_priorities, _ ("Relaxed plan"), progress_data);
    if (!solve_level (relaxed, sift, i, start, cancellable))
      return relaxed;
  }
  if (data->n_priorities == 0 && !find_any (relaxed, sift, cancellable))
    return relaxed;
  for (guint c = 0; c < relaxed->program->cols->len; c++)
    relaxed->x[c] = gp_sift_x (sift)[c];
  gp_program_join_kept (relaxed->program, relaxed->x);
  return relaxed;
}

GpRelaxed *
gp_relaxed_solve (const GpPlanData *data, const GpFixings *fixings, GpProgressFunc progress,
                  gpointer progress_data, GCancellable *cancellable)
{
  return gp_relaxed_solve_from (data, fixings, NULL, 0, progress, progress_data, cancellable);
}

void
gp_relaxed_free (GpRelaxed *relaxed)
{
  if (relaxed == NULL)
    return;
  for (guint i = 0; i < relaxed->n_solved; i++) {
    g_free (relaxed->priorities[i].row_dual);
    g_free (relaxed->priorities[i].row_rest);
    g_free (relaxed->priorities[i].col_dual);
  }
  gp_program_free (relaxed->program);
  g_free (relaxed->col_level);
  g_free (relaxed->row_level);
  g_free (relaxed->x);
  g_free (relaxed);
}
