/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-solver.h. */
#include "fault-solver.h"

#include <glpk.h>

const char *const solver_fault_names[N_SOLVER_FAULTS] = {
    "none",           "fails",           "singular basis", "out of time",
    "solves nothing", "says infeasible", "error inside",   "error around",
};

static struct {
  SolverFault kind;
  guint n, count;
  gboolean lasting, happened;
} fault;

void
solver_arm (SolverFault kind, guint n, gboolean lasting)
{
  fault.kind = kind;
  fault.n = n;
  fault.count = 0;
  fault.lasting = lasting;
  fault.happened = FALSE;
}

void
solver_disarm (void)
{
  fault.kind = SOLVER_NONE;
}

gboolean
solver_happened (void)
{
  return fault.happened;
}

static gboolean
due (void)
{
  fault.count++;
  if (fault.count < fault.n || (fault.count > fault.n && !fault.lasting))
    return FALSE;
  fault.happened = TRUE;
  return TRUE;
}

static gboolean
simplex_due (void)
{
  return fault.kind >= SOLVER_FAILS && fault.kind <= SOLVER_STOPS &&
         fault.kind != SOLVER_INFEASIBLE && due ();
}

int __real_glp_simplex (glp_prob *problem, const glp_smcp *parameters);
int __wrap_glp_simplex (glp_prob *problem, const glp_smcp *parameters);

int
__wrap_glp_simplex (glp_prob *problem, const glp_smcp *parameters)
{
  int answer;

  if (!simplex_due ())
    return __real_glp_simplex (problem, parameters);
  switch (fault.kind) {
  case SOLVER_FAILS:
    return GLP_EFAIL;
  case SOLVER_SINGULAR:
    return GLP_ESING;
  case SOLVER_TIME:
    return GLP_ETMLIM;
  case SOLVER_UNDEFINED:
    glp_std_basis (problem);
    return 0;
  default:
    answer = __real_glp_simplex (problem, parameters);
    glp_error ("injected, after %d\n", answer);
    return answer;
  }
}

int __real_glp_get_status (glp_prob *problem);
int __wrap_glp_get_status (glp_prob *problem);

int
__wrap_glp_get_status (glp_prob *problem)
{
  return fault.kind == SOLVER_INFEASIBLE && due () ? GLP_NOFEAS : __real_glp_get_status (problem);
}

/* ---- the calls around it ---------------------------------------------------------- */

static void
refuse_when_due (void)
{
  if (fault.kind == SOLVER_REFUSES && due ())
    glp_error ("injected\n");
}

glp_prob *__real_glp_create_prob (void);
glp_prob *__wrap_glp_create_prob (void);
int __real_glp_add_rows (glp_prob *problem, int n);
int __wrap_glp_add_rows (glp_prob *problem, int n);
int __real_glp_add_cols (glp_prob *problem, int n);
int __wrap_glp_add_cols (glp_prob *problem, int n);
void __real_glp_load_matrix (glp_prob *problem, int n, const int rows[], const int columns[],
                             const double values[]);
void __wrap_glp_load_matrix (glp_prob *problem, int n, const int rows[], const int columns[],
                             const double values[]);
void __real_glp_scale_prob (glp_prob *problem, int flags);
void __wrap_glp_scale_prob (glp_prob *problem, int flags);
void __real_glp_adv_basis (glp_prob *problem, int flags);
void __wrap_glp_adv_basis (glp_prob *problem, int flags);
void __real_glp_std_basis (glp_prob *problem);
void __wrap_glp_std_basis (glp_prob *problem);
void __real_glp_delete_prob (glp_prob *problem);
void __wrap_glp_delete_prob (glp_prob *problem);

glp_prob *
__wrap_glp_create_prob (void)
{
  refuse_when_due ();
  return __real_glp_create_prob ();
}

int
__wrap_glp_add_rows (glp_prob *problem, int n)
{
  refuse_when_due ();
  return __real_glp_add_rows (problem, n);
}

int
__wrap_glp_add_cols (glp_prob *problem, int n)
{
  refuse_when_due ();
  return __real_glp_add_cols (problem, n);
}

void
__wrap_glp_load_matrix (glp_prob *problem, int n, const int rows[], const int columns[],
                        const double values[])
{
  refuse_when_due ();
  __real_glp_load_matrix (problem, n, rows, columns, values);
}

void
__wrap_glp_scale_prob (glp_prob *problem, int flags)
{
  refuse_when_due ();
  __real_glp_scale_prob (problem, flags);
}

void
__wrap_glp_adv_basis (glp_prob *problem, int flags)
{
  refuse_when_due ();
  __real_glp_adv_basis (problem, flags);
}

void
__wrap_glp_std_basis (glp_prob *problem)
{
  refuse_when_due ();
  __real_glp_std_basis (problem);
}

void
__wrap_glp_delete_prob (glp_prob *problem)
{
  refuse_when_due ();
  __real_glp_delete_prob (problem);
}
