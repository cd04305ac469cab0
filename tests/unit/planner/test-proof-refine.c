/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refined multipliers: what a basic column costs beside its rows is nothing, to many more digits
 * than the solver gives. Later priorities take large multiples of a proof, and of its rounding. */
#include "../../../src/planner/proof/gp-proof-private.h"
#include "../../../src/planner/proof/gp-proof-sum.h"
#include "gp-random-project.h"
#include "gp-test.h"

#include <math.h>

#define N_PROJECTS 12

__extension__ typedef __float128 Wide;

static Wide
wide (GpSum sum)
{
  return (Wide)sum.high + (Wide)sum.low;
}

/* The largest cost of a basic column less its rows' multipliers, of the objective's largest
 * coefficient. */
static double
worst_left (const GpRelaxed *relaxed, guint k)
{
  const GpProgram *program = relaxed->program;
  const GpRelaxedPriority *own = &relaxed->priorities[k];
  guint n = program->cols->len;
  g_autofree double *objective = gp_program_objective (program, program->data->priorities[k]);
  g_autofree Wide *left = g_new (Wide, n + 1);
  double worst = 0;
  for (guint c = 0; c < n; c++)
    left[c] = wide (gp_sum_of_decimal (objective[c]));
  for (guint e = 0; e < program->entry_row->len; e++) {
    int row = g_array_index (program->entry_row, int, e);
    left[g_array_index (program->entry_col, int, e)] -=
        ((Wide)own->row_dual[row] + (Wide)own->row_rest[row]) *
        wide (gp_sum_of_decimal (g_array_index (program->entry_value, double, e)));
  }
  for (guint c = 0; c < n; c++)
    if (own->col_dual[c] == 0)
      worst = fmax (worst, fabs ((double)left[c]));
  return worst / gp_objective_scale (objective, n);
}

/* Such that later priorities can take multiples of it. */
#define NOTHING 1e-27

START_TEST (basic_columns_cost_nothing)
{
  guint n_rounded = 0;
  for (guint i = 0; i < N_PROJECTS; i++) {
    g_autoptr (GpProject) project = gp_random_project (i + 60, 12, 5, GP_RANDOM_PLAIN);
    g_autoptr (GpPlanData) data = gp_plan_data_new (project, i % 3, NULL);
    g_autoptr (GpRelaxed) relaxed = gp_relaxed_solve (data, NULL, NULL, NULL, NULL);
    ck_assert_int_eq (relaxed->status, GP_LP_OPTIMAL);
    for (guint k = 0; k < relaxed->n_solved; k++) {
      n_rounded += worst_left (relaxed, k) > NOTHING;
      gp_proof_refine (relaxed, k);
      double left = worst_left (relaxed, k);
      ck_assert_msg (left <= NOTHING, "project %u, priority %u: %g is left", i, k, left);
    }
  }
  ck_assert_uint_gt (n_rounded, 10); /* as the solver leaves them */
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("proof-refine");
  TCase *tests = tcase_create ("tests");
  tcase_add_test (tests, basic_columns_cost_nothing);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
