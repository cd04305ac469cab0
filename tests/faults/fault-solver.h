/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults of the solver: GLPK's functions, wrapped by the linker, give up at the n-th call. */
#pragma once

#include <glib.h>

typedef enum {
  SOLVER_NONE,
  SOLVER_FAILS,      /* glp_simplex answers GLP_EFAIL */
  SOLVER_SINGULAR,   /* ... GLP_ESING */
  SOLVER_TIME,       /* ... GLP_ETMLIM */
  SOLVER_UNDEFINED,  /* ... 0, and has solved nothing */
  SOLVER_INFEASIBLE, /* what it has solved is said to have no solution */
  SOLVER_STOPS,      /* glp_simplex ends as by an error inside, after it has solved */
  SOLVER_REFUSES,    /* so do the calls that make, change and drop a problem */
  N_SOLVER_FAULTS
} SolverFault;

extern const char *const solver_fault_names[N_SOLVER_FAULTS];

/* As fault_arm (). */
void solver_arm (SolverFault kind, guint n, gboolean lasting);
void solver_disarm (void);
gboolean solver_happened (void);
