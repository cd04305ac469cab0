/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The relaxed plan: the linear program's optimum, priority by priority on the optimal face. */
#pragma once

#include "gp-sift.h"

G_BEGIN_DECLS

/* What was left of one priority: its value, and the dual of every row and column at its optimum, in
 * the priority's own unit. */
typedef struct {
  double value;
  double *row_dual, *col_dual; /* n_rows, n_cols of the program */
  double *row_rest;            /* n_rows: what row_dual rounds off, once it is refined; else zero */
} GpRelaxedPriority;

typedef struct {
  GpProgram *program; /* owned */
  GpLpStatus status;
  guint n_solved; /* priorities that were reached */
  GpRelaxedPriority priorities[GP_N_PRIORITIES];
  guint8 *col_level, *row_level; /* priority (from 1) that fixed it; 0: none */
  double *x;                     /* value of every column at the last optimum */
  guint n_iterations;
  gboolean doubtful; /* a proof came nowhere near its value: numerical trouble, claim nothing */
} GpRelaxed;

/* Decisions that are taken already: a whole number, or -1 where it is open. */
typedef struct {
  int *partner, *training; /* board, year */
  int *hire;               /* region, year */
  const int *first_starts; /* cell, programme: starts of the first year; not owned; NULL: open */
} GpFixings;

/* Where plans of a session start from: the last basis of every priority, by its place in the order.
 */
typedef struct {
  GpSiftBasis *levels[GP_N_PRIORITIES]; /* NULL: none */
  GpPriorityId ids[GP_N_PRIORITIES];
} GpStart;

void gp_start_clear (GpStart *start);
void gp_start_copy (GpStart *to, const GpStart *from); /* drops what was in it */

/* Solves all priorities of data, in order; with fixings (may be NULL) the duals are no proof. Never
 * NULL; see status. */
GpRelaxed *gp_relaxed_solve (const GpPlanData *data, const GpFixings *fixings,
                             GpProgressFunc progress, gpointer progress_data,
                             GCancellable *cancellable);
/* The same from where the last plan was, priority by priority; start (may be NULL) then holds where
 * this one is. zero_dual: which of GP_SIFT_ZERO_DUALS. */
GpRelaxed *gp_relaxed_solve_from (const GpPlanData *data, const GpFixings *fixings, GpStart *start,
                                  guint zero_dual, GpProgressFunc progress, gpointer progress_data,
                                  GCancellable *cancellable);
void gp_relaxed_free (GpRelaxed *relaxed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpRelaxed, gp_relaxed_free)

/* The largest coefficient of an objective, by which it is divided before it is solved; 1 at least
 * when the objective is zero. */
double gp_objective_scale (const double *objective, guint n);

/* Fills in held and the proof of every priority that was solved (rows of the plain program,
 * appended to rows[k]), and makes its value as exact as its proof; doubtful is set where one does
 * not reach its value. */
void gp_relaxed_prove (GpRelaxed *relaxed, GpPlanPriority *out,
                       GArray **rows /* each of GpProofRow */);

G_END_DECLS
