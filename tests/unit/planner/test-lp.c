/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wall around GLPK: what is refused, what a solve answers, and that nothing which goes wrong
 * inside takes the process along. */
#include "../../../src/planner/relaxed/gp-lp.h"
#include "gp-test.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* minimise -3x - 5y; x <= 4, 2y <= 12, 3x + 2y <= 18 (a textbook program): x = 2, y = 6, -36, with
 * the duals 0, -1.5, -1. */
typedef struct {
  double row_lower[3], row_upper[3], col_lower[2], col_upper[2], value[4];
  int row[4], col[4];
} Known;

static const Known known = {{-INFINITY, -INFINITY, -INFINITY},
                            {4, 12, 18},
                            {0, 0},
                            {INFINITY, INFINITY},
                            {1, 2, 3, 2},
                            {0, 1, 2, 2},
                            {0, 1, 0, 1}};

static GpLp *
make (const Known *k)
{
  GpLpMatrix matrix = {
      3, 2, 4, k->row_lower, k->row_upper, k->col_lower, k->col_upper, k->row, k->col, k->value};
  GpLp *lp = gp_lp_new (&matrix);
  if (lp != NULL) {
    gp_lp_set_cost (lp, 0, -3);
    gp_lp_set_cost (lp, 1, -5);
  }
  return lp;
}

static void
check_known_works (void)
{
  g_autoptr (GpLp) lp = make (&known);
  ck_assert_ptr_nonnull (lp);
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
  ck_assert_double_eq_tol (gp_lp_value (lp), -36, 1e-9);
}

START_TEST (known_optimum)
{
  g_autoptr (GpLp) lp = make (&known);

  ck_assert_int_eq (gp_lp_solve (lp, _i == 0 ? GP_LP_PRIMAL : GP_LP_DUAL, NULL), GP_LP_OPTIMAL);
  ck_assert_double_eq_tol (gp_lp_value (lp), -36, 1e-9);
  ck_assert_double_eq_tol (gp_lp_col_value (lp, 0), 2, 1e-9);
  ck_assert_double_eq_tol (gp_lp_col_value (lp, 1), 6, 1e-9);
  ck_assert_double_eq_tol (gp_lp_row_value (lp, 0), 2, 1e-9);
  ck_assert_double_eq_tol (gp_lp_row_value (lp, 2), 18, 1e-9);
  ck_assert_double_eq_tol (gp_lp_row_dual (lp, 0), 0, 1e-9);
  ck_assert_double_eq_tol (gp_lp_row_dual (lp, 1), -1.5, 1e-9);
  ck_assert_double_eq_tol (gp_lp_row_dual (lp, 2), -1, 1e-9);
  ck_assert_double_eq_tol (gp_lp_col_dual (lp, 0), 0, 1e-9);
  ck_assert_int_eq (gp_lp_col_place (lp, 0), GP_LP_BASIC);
  ck_assert_int_eq (gp_lp_col_place (lp, 1), GP_LP_BASIC);
  ck_assert_int_eq (gp_lp_row_place (lp, 0), GP_LP_BASIC);
  ck_assert_int_eq (gp_lp_row_place (lp, 1), GP_LP_AT_UPPER);
  ck_assert_int_eq (gp_lp_row_place (lp, 2), GP_LP_AT_UPPER);
  ck_assert_uint_gt (gp_lp_n_iterations (lp), 0);
}
END_TEST

START_TEST (goes_on_from_a_basis)
{
  g_autoptr (GpLp) lp = make (&known);
  guint before;

  gp_lp_set_col_place (lp, 0, GP_LP_BASIC);
  gp_lp_set_col_place (lp, 1, GP_LP_BASIC);
  gp_lp_set_row_place (lp, 1, GP_LP_AT_UPPER);
  gp_lp_set_row_place (lp, 2, GP_LP_AT_UPPER);
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
  ck_assert_uint_eq (gp_lp_n_iterations (lp), 0); /* it was the optimal one */
  ck_assert_double_eq_tol (gp_lp_value (lp), -36, 1e-9);
  gp_lp_set_row_bounds (lp, 2, -INFINITY, 15); /* y stays 6, x becomes 1 */
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_DUAL, NULL), GP_LP_OPTIMAL);
  ck_assert_double_eq_tol (gp_lp_value (lp), -33, 1e-9);
  gp_lp_set_col_bounds (lp, 0, 0.5, 0.5);
  before = gp_lp_n_iterations (lp);
  gp_lp_reset_basis (lp, FALSE);
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
  ck_assert_double_eq_tol (gp_lp_value (lp), -31.5, 1e-9);
  ck_assert_int_eq (gp_lp_col_place (lp, 0), GP_LP_FIXED);
  ck_assert_uint_ge (gp_lp_n_iterations (lp), before);
}
END_TEST

START_TEST (no_optimum)
{
  Known none = known, open = known;
  none.row_lower[0] = 5; /* x >= 5 and 3x <= 18 - 2y, y >= 2: none */
  none.row_upper[0] = 6;
  none.col_lower[1] = 2;
  g_autoptr (GpLp) infeasible = make (&none);
  ck_assert_int_eq (gp_lp_solve (infeasible, GP_LP_PRIMAL, NULL), GP_LP_INFEASIBLE);
  for (guint r = 0; r < 3; r++)
    open.row_upper[r] = INFINITY;
  g_autoptr (GpLp) unbounded = make (&open);
  ck_assert_int_eq (gp_lp_solve (unbounded, GP_LP_PRIMAL, NULL), GP_LP_UNKNOWN);
  check_known_works ();
}
END_TEST

START_TEST (empty_program)
{
  GpLpMatrix nothing = {0};
  g_autoptr (GpLp) lp = gp_lp_new (&nothing);

  ck_assert_ptr_nonnull (lp);
  gp_lp_solve (lp, GP_LP_PRIMAL, NULL); /* whatever it answers */
  gp_lp_reset_basis (lp, TRUE);
  check_known_works ();
}
END_TEST

/* ---- refused ---------------------------------------------------------------------- */

static void
spoil (Known *k, int how)
{
  switch (how) {
  case 0:
    k->value[1] = NAN;
    break;
  case 1:
    k->value[1] = INFINITY;
    break;
  case 2:
    k->value[3] = -INFINITY;
    break;
  case 3:
    k->row[3] = 2, k->col[3] = 0;
    break; /* doubled */
  case 4:
    k->row[0] = 3;
    break;
  case 5:
    k->row[0] = -1;
    break;
  case 6:
    k->col[2] = 2;
    break;
  case 7:
    k->col[2] = -1;
    break;
  case 8:
    k->row_lower[0] = NAN;
    break;
  case 9:
    k->row_upper[1] = NAN;
    break;
  case 10:
    k->col_lower[0] = NAN;
    break;
  case 11:
    k->col_upper[1] = NAN;
    break;
  case 12:
    k->col_lower[0] = INFINITY;
    break;
  case 13:
    k->row_upper[0] = -INFINITY;
    break;
  case 14:
    k->col_lower[0] = 2, k->col_upper[0] = 1;
    break;
  default:
    k->row_lower[2] = 19;
    break; /* above the upper bound */
  }
}

START_TEST (nonsense_is_refused)
{
  Known wrong = known;
  g_autoptr (GpLp) lp = NULL;

  spoil (&wrong, _i);
  lp = make (&wrong);
  ck_assert_ptr_null (lp);
  check_known_works ();
}
END_TEST

/* ---- names and files -------------------------------------------------------------- */

static void
name (GpLp *lp, const char *problem, const char *first_row, const char *first_col)
{
  const char *rows[] = {first_row, "r1", "r2"};
  const char *cols[] = {first_col, "c1"};
  gp_lp_set_names (lp, problem, rows, cols);
}

static char *
written (GpLp *lp)
{
  g_autofree char *folder = g_dir_make_tmp ("lp-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
  char *text = NULL;
  ck_assert (gp_lp_write (lp, path));
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return text;
}

START_TEST (long_names_are_cut)
{
  g_autoptr (GpLp) lp = make (&known);
  g_autofree char *row = g_strnfill (300, 'r'), *col = g_strnfill (100000, 'c'),
                  *problem = g_strnfill (256, 'p'), *text = NULL;

  name (lp, problem, row, col);
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
  text = written (lp);
  row[255] = col[255] = problem[255] = '\0';
  ck_assert_ptr_nonnull (strstr (text, row));
  ck_assert_ptr_nonnull (strstr (text, col));
  ck_assert_ptr_nonnull (strstr (text, problem));
}
END_TEST

START_TEST (files_are_written)
{
  g_autoptr (GpLp) lp = make (&known);
  name (lp, "known", "r0", "c0");
  g_autofree char *cplex = written (lp);

  ck_assert_ptr_nonnull (strstr (cplex, "Minimize"));
  ck_assert (!gp_lp_write (lp, "/nonexistent/folder/a.lp"));
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
}
END_TEST

/* ---- an error inside GLPK --------------------------------------------------------- */

/* GLPK calls its fatal error handler for a name with a control character. */
START_TEST (error_inside_is_survived)
{
  g_autoptr (GpLp) other = make (&known);
  g_autoptr (GpLp) lp = make (&known);

  ck_assert_int_eq (gp_lp_solve (other, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
  name (lp, "known", "two\nlines", "c0");
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, NULL), GP_LP_FAILED);
  ck_assert_int_eq (gp_lp_solve (other, GP_LP_DUAL, NULL), GP_LP_FAILED);
  ck_assert (isnan (gp_lp_value (other)));
  ck_assert (isnan (gp_lp_col_value (lp, 0)));
  ck_assert (isnan (gp_lp_row_dual (lp, 0)));
  gp_lp_set_cost (lp, 0, 1);
  gp_lp_set_col_bounds (lp, 0, 0, 1);
  gp_lp_set_row_bounds (lp, 0, 0, 1);
  gp_lp_set_col_place (lp, 0, GP_LP_BASIC);
  gp_lp_reset_basis (lp, TRUE);
  ck_assert (!gp_lp_write (lp, "/nonexistent/folder/a.lp"));
  check_known_works ();
}
END_TEST

static gpointer
fail_in_thread (gpointer data)
{
  g_autoptr (GpLp) lp = make (&known);
  (void)data;
  name (lp, "known", "bell\a", "c0");
  return GINT_TO_POINTER (gp_lp_solve (lp, GP_LP_PRIMAL, NULL));
}

START_TEST (error_stays_in_its_thread)
{
  g_autoptr (GpLp) lp = make (&known);
  GThread *thread = g_thread_new ("failing", fail_in_thread, NULL);

  ck_assert_int_eq (GPOINTER_TO_INT (g_thread_join (thread)), GP_LP_FAILED);
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
}
END_TEST

/* ---- cancelling ------------------------------------------------------------------- */

#define N_JOBS 200

/* Who does which job at the least cost: thousands of iterations. */
static GpLp *
assignment (void)
{
  guint n_cols = N_JOBS * N_JOBS, n = 0;
  g_autofree double *one = g_new (double, n_cols), *zero = g_new0 (double, n_cols);
  g_autofree double *value = g_new (double, 2 * n_cols);
  g_autofree int *row = g_new (int, 2 * n_cols), *col = g_new (int, 2 * n_cols);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  for (guint c = 0; c < n_cols; c++) {
    one[c] = 1;
    for (guint side = 0; side < 2; side++, n++) {
      row[n] = (int)(side == 0 ? c / N_JOBS : N_JOBS + c % N_JOBS);
      col[n] = (int)c;
      value[n] = 1;
    }
  }
  GpLpMatrix matrix = {2 * N_JOBS, n_cols, n, one, one, zero, one, row, col, value};
  GpLp *lp = gp_lp_new (&matrix);
  ck_assert_ptr_nonnull (lp);
  for (guint c = 0; c < n_cols; c++)
    gp_lp_set_cost (lp, c, g_rand_int_range (rand, 1, 100000));
  return lp;
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (20000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

START_TEST (cancelled_before)
{
  g_autoptr (GpLp) lp = make (&known);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, cancellable), GP_LP_CANCELLED);
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
}
END_TEST

/* A solve that was stopped goes on to the same optimum as one that was not. */
START_TEST (cancelled_in_the_middle)
{
  g_autoptr (GpLp) lp = assignment ();
  g_autoptr (GpLp) whole = assignment ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);

  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, cancellable), GP_LP_CANCELLED);
  g_thread_join (thread);
  guint stopped_at = gp_lp_n_iterations (lp);
  ck_assert_int_eq (gp_lp_solve (lp, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
  ck_assert_int_eq (gp_lp_solve (whole, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
  ck_assert_uint_lt (stopped_at, gp_lp_n_iterations (whole));
  ck_assert_double_eq_tol (gp_lp_value (lp), gp_lp_value (whole), 1e-6);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("planner lp");
  TCase *tcase = tcase_create ("lp");

  tcase_set_timeout (tcase, 0);
  tcase_add_loop_test (tcase, known_optimum, 0, 2);
  tcase_add_test (tcase, goes_on_from_a_basis);
  tcase_add_test (tcase, no_optimum);
  tcase_add_test (tcase, empty_program);
  tcase_add_loop_test (tcase, nonsense_is_refused, 0, 16);
  tcase_add_test (tcase, long_names_are_cut);
  tcase_add_test (tcase, files_are_written);
  tcase_add_test (tcase, error_inside_is_survived);
  tcase_add_test (tcase, error_stays_in_its_thread);
  tcase_add_test (tcase, cancelled_before);
  tcase_add_test (tcase, cancelled_in_the_middle);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
