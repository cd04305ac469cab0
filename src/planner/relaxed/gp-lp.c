/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GLPK behind a wall. The only file that includes glpk.h.
 *
 * Invariants:
 * 1. Every call into GLPK that may fail runs between ENTER and LEAVE: GLPK's own error handler,
 * which would abort the process, jumps back to ENTER instead.
 * 2. After such a jump GLPK's environment of this thread is freed and the thread's generation is
 *    raised; a GpLp of an older generation holds no GLPK memory any more and answers FAILED.
 * 3. When the last GpLp of a thread is freed, so is the thread's environment (GLPK itself never
 * does).
 * 4. Nothing that is not finite gets past gp_lp_new () and the setters.
 *
 * Cancelling works by slices of iterations (it_lim), after which the simplex goes on from the basis
 * it has: a jump out of a running simplex would lose the plan found so far. Slices end by count,
 * not by clock, so that the same problem takes the same path on every machine. */
#include "gp-lp.h"
#include "gp-lp-matrix.h"

#include <glpk.h>
#include <math.h>
#include <setjmp.h>

#define SLICE 1000
/* GLPK's own tolerances, 1e-7 both, leave so much of an objective of 1e5 that the next priority
 * lives on it; a hundredth and a thousandth of them take no more time. */
#define ROW_TOLERANCE 1e-9
#define DUAL_TOLERANCE 1e-10
/* After so many iterations a row or column it goes round in circles: then GLPK's own will do. */
#define PATIENCE 20
#define OWN_TOLERANCE 1e-7
#define MAX_ITERATIONS 2000000
#define ROUGH_ITERATIONS 20000
/* No program of ours comes near; what does is numerical trouble that goes round in circles. */
#define MAX_SECONDS 600

struct _GpLp {
  glp_prob *problem;
  guint generation;
  guint iterations;
  gboolean rough;
};

static _Thread_local guint generation;
static _Thread_local guint n_alive;
static _Thread_local jmp_buf *way_back;

static void
on_error (void *info)
{
  (void)info;
  if (way_back != NULL)
    longjmp (*way_back, 1);
}

static int
on_text (void *info, const char *text)
{
  (void)info;
  (void)text;
  return 1; /* printed nowhere */
}

static void
drop_environment (void)
{
  glp_error_hook (NULL, NULL);
  glp_free_env ();
  generation++;
}

static void
install_hooks (jmp_buf *target)
{
  way_back = target;
  glp_error_hook (on_error, NULL);
  glp_term_hook (on_text, NULL);
}

static void
remove_hooks (void)
{
  way_back = NULL;
}

/* Runs the statement inside the wall; evaluates to TRUE when GLPK did not fail. A function of its
 * own per use keeps setjmp away from locals that change. */
typedef void (*Inside) (GpLp *lp, gpointer data);

static gboolean
run_inside (GpLp *lp, Inside inside, gpointer data)
{
  jmp_buf here;
  if (lp->generation != generation)
    return FALSE;
  if (setjmp (here) != 0) {
    remove_hooks ();
    drop_environment ();
    return FALSE;
  }
  install_hooks (&here);
  inside (lp, data);
  remove_hooks ();
  return TRUE;
}

static gboolean
alive (const GpLp *lp)
{
  return lp != NULL && lp->problem != NULL && lp->generation == generation;
}

/* ---- loading ---------------------------------------------------------------------- */

static int
bound_type (double lower, double upper)
{
  if (isinf (lower) && isinf (upper))
    return GLP_FR;
  if (isinf (lower))
    return GLP_UP;
  if (isinf (upper))
    return GLP_LO;
  return lower < upper ? GLP_DB : GLP_FX;
}

/* What GLPK is given: outside the wall, for a jump out of it would leave it behind. */
typedef struct {
  const GpLpMatrix *matrix;
  int *row, *col;
  double *value;
} Load;

static void
load_entries (glp_prob *problem, Load *to)
{
  const GpLpMatrix *m = to->matrix;
  int n = 0;
  for (guint e = 0; e < m->n_entries; e++) {
    if (m->entry_value[e] == 0)
      continue;
    n++;
    to->row[n] = m->entry_row[e] + 1;
    to->col[n] = m->entry_col[e] + 1;
    to->value[n] = m->entry_value[e];
  }
  glp_load_matrix (problem, n, to->row, to->col, to->value);
}

static void
load (GpLp *lp, gpointer data)
{
  Load *to = data;
  const GpLpMatrix *m = to->matrix;
  lp->problem = glp_create_prob ();
  if (m->n_rows > 0)
    glp_add_rows (lp->problem, (int)m->n_rows);
  if (m->n_cols > 0)
    glp_add_cols (lp->problem, (int)m->n_cols);
  for (guint r = 0; r < m->n_rows; r++)
    glp_set_row_bnds (lp->problem, (int)r + 1, bound_type (m->row_lower[r], m->row_upper[r]),
                      m->row_lower[r], m->row_upper[r]);
  for (guint c = 0; c < m->n_cols; c++)
    glp_set_col_bnds (lp->problem, (int)c + 1, bound_type (m->col_lower[c], m->col_upper[c]),
                      m->col_lower[c], m->col_upper[c]);
  load_entries (lp->problem, to);
}

static void
scale (GpLp *lp, gpointer data)
{
  (void)data;
  glp_scale_prob (lp->problem, GLP_SF_EQ);
}

GpLp *
gp_lp_new (const GpLpMatrix *matrix)
{
  GpLp *lp = gp_lp_new_unscaled (matrix);
  if (lp != NULL && !run_inside (lp, scale, NULL))
    g_clear_pointer (&lp, gp_lp_free);
  return lp;
}

GpLp *
gp_lp_new_unscaled (const GpLpMatrix *matrix)
{
  if (!gp_lp_matrix_makes_sense (matrix))
    return NULL;
  g_autofree int *row = g_new (int, matrix->n_entries + 1);
  g_autofree int *col = g_new (int, matrix->n_entries + 1);
  g_autofree double *value = g_new (double, matrix->n_entries + 1);
  Load to = {matrix, row, col, value};
  GpLp *lp = g_new0 (GpLp, 1);
  lp->generation = generation;
  n_alive++;
  if (!run_inside (lp, load, &to))
    g_clear_pointer (&lp, gp_lp_free);
  return lp;
}

static void
delete_problem (GpLp *lp, gpointer data)
{
  (void)data;
  glp_delete_prob (lp->problem);
}

void
gp_lp_free (GpLp *lp)
{
  if (lp == NULL)
    return;
  if (alive (lp))
    run_inside (lp, delete_problem, NULL);
  if (--n_alive == 0)
    drop_environment ();
  g_free (lp);
}

/* ---- changing --------------------------------------------------------------------- */

void
gp_lp_set_cost (GpLp *lp, guint col, double cost)
{
  g_return_if_fail (isfinite (cost));
  if (alive (lp))
    glp_set_obj_coef (lp->problem, (int)col + 1, cost);
}

void
gp_lp_set_col_bounds (GpLp *lp, guint col, double lower, double upper)
{
  g_return_if_fail (gp_lp_bounds_make_sense (lower, upper));
  if (alive (lp))
    glp_set_col_bnds (lp->problem, (int)col + 1, bound_type (lower, upper), lower, upper);
}

void
gp_lp_set_row_bounds (GpLp *lp, guint row, double lower, double upper)
{
  g_return_if_fail (gp_lp_bounds_make_sense (lower, upper));
  if (alive (lp))
    glp_set_row_bnds (lp->problem, (int)row + 1, bound_type (lower, upper), lower, upper);
}

static void
reset_basis (GpLp *lp, gpointer advanced)
{
  if (GPOINTER_TO_INT (advanced))
    glp_adv_basis (lp->problem, 0);
  else
    glp_std_basis (lp->problem);
}

void
gp_lp_set_rough (GpLp *lp, gboolean rough)
{
  lp->rough = rough;
}

void
gp_lp_reset_basis (GpLp *lp, gboolean advanced)
{
  if (alive (lp))
    run_inside (lp, reset_basis, GINT_TO_POINTER (advanced));
}

/* ---- solving ---------------------------------------------------------------------- */

typedef struct {
  glp_smcp parameters;
  int answer;
} Slice;

static void
run_slice (GpLp *lp, gpointer data)
{
  Slice *slice = data;
  slice->answer = glp_simplex (lp->problem, &slice->parameters);
}

static GpLpStatus
status_of (const GpLp *lp)
{
  switch (glp_get_status (lp->problem)) {
  case GLP_OPT:
    return GP_LP_OPTIMAL;
  case GLP_NOFEAS:
    return GP_LP_INFEASIBLE;
  default:
    return GP_LP_UNKNOWN;
  }
}

static GpLpStatus
solve_once (GpLp *lp, GpLpMethod method, gboolean loose, GCancellable *cancellable)
{
  Slice slice = {.answer = 0};
  glp_init_smcp (&slice.parameters);
  slice.parameters.msg_lev = GLP_MSG_OFF;
  slice.parameters.meth = method == GP_LP_DUAL ? GLP_DUALP : GLP_PRIMAL;
  slice.parameters.it_lim = SLICE;
  if (!lp->rough && !loose) {
    slice.parameters.tol_bnd = ROW_TOLERANCE;
    slice.parameters.tol_dj = DUAL_TOLERANCE;
  }
  slice.parameters.tm_lim = MAX_SECONDS * 1000;
  gint64 end = g_get_monotonic_time () + (gint64)MAX_SECONDS * G_USEC_PER_SEC;
  guint most = lp->rough ? ROUGH_ITERATIONS : MAX_ITERATIONS;
  for (guint done = 0; done < most && g_get_monotonic_time () < end; done += SLICE) {
    if (done > PATIENCE * (guint)(glp_get_num_rows (lp->problem) + glp_get_num_cols (lp->problem)))
      slice.parameters.tol_bnd = slice.parameters.tol_dj = OWN_TOLERANCE;
    if (g_cancellable_is_cancelled (cancellable))
      return GP_LP_CANCELLED;
    int before = glp_get_it_cnt (lp->problem);
    if (!run_inside (lp, run_slice, &slice))
      return GP_LP_FAILED;
    lp->iterations += (guint)(glp_get_it_cnt (lp->problem) - before);
    if (slice.answer == 0)
      return status_of (lp);
    if (slice.answer != GLP_EITLIM)
      return GP_LP_UNKNOWN;
  }
  return GP_LP_UNKNOWN;
}

/* What is short by less than GLPK's own tolerance is not infeasible: bounds that hold an earlier
 * optimum are rounded. */
GpLpStatus
gp_lp_solve (GpLp *lp, GpLpMethod method, GCancellable *cancellable)
{
  GpLpStatus status;
  if (!alive (lp))
    return GP_LP_FAILED;
  status = solve_once (lp, method, FALSE, cancellable);
  for (int attempt = 0; attempt < 2 && (status == GP_LP_UNKNOWN || status == GP_LP_INFEASIBLE);
       attempt++) {
    GpLpStatus again;
    gp_lp_reset_basis (lp, attempt == 0);
    again = solve_once (lp, attempt == 0 ? GP_LP_PRIMAL : GP_LP_DUAL, FALSE, cancellable);
    if (again == status && again == GP_LP_INFEASIBLE)
      break; /* two ways agree */
    status = again;
  }
  if (status != GP_LP_INFEASIBLE)
    return status;
  gp_lp_reset_basis (lp, TRUE);
  return solve_once (lp, GP_LP_PRIMAL, TRUE, cancellable);
}

/* ---- reading ---------------------------------------------------------------------- */

double
gp_lp_value (const GpLp *lp)
{
  return alive (lp) ? glp_get_obj_val (lp->problem) : NAN;
}

double
gp_lp_col_value (const GpLp *lp, guint col)
{
  return alive (lp) ? glp_get_col_prim (lp->problem, (int)col + 1) : NAN;
}

double
gp_lp_col_dual (const GpLp *lp, guint col)
{
  return alive (lp) ? glp_get_col_dual (lp->problem, (int)col + 1) : NAN;
}

double
gp_lp_row_value (const GpLp *lp, guint row)
{
  return alive (lp) ? glp_get_row_prim (lp->problem, (int)row + 1) : NAN;
}

double
gp_lp_row_dual (const GpLp *lp, guint row)
{
  return alive (lp) ? glp_get_row_dual (lp->problem, (int)row + 1) : NAN;
}

static GpLpPlace
place_of (int status)
{
  switch (status) {
  case GLP_NL:
    return GP_LP_AT_LOWER;
  case GLP_NU:
    return GP_LP_AT_UPPER;
  case GLP_NF:
    return GP_LP_FREE;
  case GLP_NS:
    return GP_LP_FIXED;
  default:
    return GP_LP_BASIC;
  }
}

GpLpPlace
gp_lp_col_place (const GpLp *lp, guint col)
{
  return alive (lp) ? place_of (glp_get_col_stat (lp->problem, (int)col + 1)) : GP_LP_BASIC;
}

GpLpPlace
gp_lp_row_place (const GpLp *lp, guint row)
{
  return alive (lp) ? place_of (glp_get_row_stat (lp->problem, (int)row + 1)) : GP_LP_BASIC;
}

static int
status_for (GpLpPlace place)
{
  static const int statuses[] = {GLP_BS, GLP_NL, GLP_NU, GLP_NF, GLP_NS};
  return statuses[place];
}

void
gp_lp_set_col_place (GpLp *lp, guint col, GpLpPlace place)
{
  if (alive (lp))
    glp_set_col_stat (lp->problem, (int)col + 1, status_for (place));
}

void
gp_lp_set_row_place (GpLp *lp, guint row, GpLpPlace place)
{
  if (alive (lp))
    glp_set_row_stat (lp->problem, (int)row + 1, status_for (place));
}

guint
gp_lp_n_iterations (const GpLp *lp)
{
  return lp->iterations;
}

/* ---- writing ---------------------------------------------------------------------- */

typedef struct {
  const char *problem;
  const char *const *rows, *const *cols;
} Names;

static void
set_names (GpLp *lp, gpointer data)
{
  const Names *names = data;
  char cut[256];
  g_strlcpy (cut, names->problem, sizeof cut);
  glp_set_prob_name (lp->problem, cut);
  glp_set_obj_name (lp->problem, cut);
  for (int r = 1; r <= glp_get_num_rows (lp->problem); r++) {
    g_strlcpy (cut, names->rows[r - 1], sizeof cut);
    glp_set_row_name (lp->problem, r, cut);
  }
  for (int c = 1; c <= glp_get_num_cols (lp->problem); c++) {
    g_strlcpy (cut, names->cols[c - 1], sizeof cut);
    glp_set_col_name (lp->problem, c, cut);
  }
}

void
gp_lp_set_names (GpLp *lp, const char *problem, const char *const *rows, const char *const *cols)
{
  Names names = {problem, rows, cols};
  if (alive (lp))
    run_inside (lp, set_names, &names);
}

typedef struct {
  const char *path;
  int answer;
} Writing;

static void
write_file (GpLp *lp, gpointer data)
{
  Writing *writing = data;
  writing->answer = glp_write_lp (lp->problem, NULL, writing->path);
}

gboolean
gp_lp_write (GpLp *lp, const char *path)
{
  Writing writing = {path, 1};
  return alive (lp) && run_inside (lp, write_file, &writing) && writing.answer == 0;
}
