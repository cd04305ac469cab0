/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves the lean program with only those boards' partner columns and rows that can matter.
 *
 * Most boards that could become partners do not in the optimum. A board that is not "open" has its
 * cells in the master program, counted together with others' in chains (gp-sift-chains.c); its own
 * part (z, n, N, v and the rules about them) stays out. After every optimum each closed board is
 * priced: its own little program, with its cells and its own part, at the prices of the master's
 * common rows. When no closed board gets better by more than rounding, the optimum of the master is
 * the optimum of the whole, and the little programs give the missing dual values. Otherwise the
 * best boards are opened and the master goes on from the basis it has.
 *
 * The mathematics: Bixby and others, "Very large-scale linear programming: a case study in
 * combining interior point and simplex methods" (Operations Research, 1992) for sifting; Dantzig
 * and Wolfe, "Decomposition principle for linear programs" (Operations Research, 1960) for pricing
 * blocks. */
#pragma once

#include "gp-program.h"

G_BEGIN_DECLS

typedef struct _GpSift GpSift;

/* A reduced cost counts as zero below this share of the objective's largest coefficient. GLPK
 * itself stops at 1e-7; what is left below is mostly rounding. Where it is not, the face of an
 * optimum is left a little, and a later priority that holds it with a multiple of 1e9 is wrong:
 * then the finer shares, in this order. (1e-9 at once would hold rounding, and leave later
 * priorities less room than there is.) */
#define GP_SIFT_ZERO_DUALS                                                                         \
  {                                                                                                \
    1e-7, 1e-9, 1e-8                                                                               \
  }
#define GP_SIFT_N_ZERO_DUALS 3

GpSift *gp_sift_new (const GpProgram *program);
void gp_sift_free (GpSift *sift);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpSift, gp_sift_free)

/* Which of GP_SIFT_ZERO_DUALS is meant (0 when nobody says so), and what it is. */
void gp_sift_set_zero_dual (GpSift *sift, guint which);
double gp_sift_zero_dual (const GpSift *sift);

/* The bounds in force: of columns and rows of the whole program, to be changed between solves. */
double *gp_sift_col_lower (GpSift *sift);
double *gp_sift_col_upper (GpSift *sift);
double *gp_sift_row_lower (GpSift *sift);
double *gp_sift_row_upper (GpSift *sift);

/* Boards whose partnership is ruled out by bounds are then not priced: their dual values are
 * missing, which does no harm where nobody asks for a proof. Boards that bounds make partners are
 * opened. */
void gp_sift_skip_shut (GpSift *sift);

/* The place of everything at the last optimum. Immutable; any thread. */
typedef struct _GpSiftBasis GpSiftBasis;

GpSiftBasis *gp_sift_basis_new (const GpSift *sift);
GpSiftBasis *gp_sift_basis_ref (GpSiftBasis *basis);
void gp_sift_basis_unref (GpSiftBasis *basis);

/* The next solve starts from there, as far as it is about the same boards and years. FALSE when it
 * is not. */
gboolean gp_sift_start_from (GpSift *sift, const GpSiftBasis *basis);

/* Minimises the objective (a cost per column) from the last basis. */
GpLpStatus gp_sift_solve (GpSift *sift, const double *objective, GCancellable *cancellable);

/* To be called after bounds of the last optimum were tightened to hold its face. A closed board's
 * own rows are not in the master; where one of them is held, what it says about the board's starts
 * must be: with the partnership held at nothing a tight row of that kind says that those starts are
 * none. A board whose partnership is not held is opened instead. */
void gp_sift_settle (GpSift *sift);

/* Of the last optimum, for the whole program. */
double gp_sift_value (const GpSift *sift);
const double *gp_sift_x (const GpSift *sift);
const double *gp_sift_row_dual (const GpSift *sift);
const double *gp_sift_col_dual (const GpSift *sift);
const double *gp_sift_row_value (const GpSift *sift);

guint gp_sift_n_iterations (const GpSift *sift);
guint gp_sift_n_open (const GpSift *sift);

G_END_DECLS
