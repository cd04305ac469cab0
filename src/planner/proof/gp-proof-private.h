/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a proof: what it makes of every row and column, and what it is worth. */
#pragma once

#include "gp-proof-sum.h"
#include "gp-relaxed.h"

G_BEGIN_DECLS

/* A priority's proof with the multiples of the earlier ones that it holds: the multiplier of every
 * row and the reduced cost of every column. held belongs to the plan.
 *
 * Both are sums of twice the precision. The multiples of two priorities are multiplied with each
 * other: where a third holds the second with 1e8, and that the first with 1e6, the first comes in
 * 1e14 times, and with it the rounding of its multipliers. */
typedef struct {
  GpSum *rows, *cols;
  const double *held;
} GpProofLevel;

/* The priority's own part alone. */
void gp_proof_level_init (GpProofLevel *level, const GpRelaxed *relaxed, guint k);
void gp_proof_level_clear (GpProofLevel *level);

/* Prices the segments of chains rightly. */
void gp_proof_settle_chains (const GpRelaxed *relaxed, guint k);

/* Makes the row duals of priority k as exact as sums of two doubles are. */
void gp_proof_refine (const GpRelaxed *relaxed, guint k);

/* Is the relaxed plan one, and as good as the proofs say? */
gboolean gp_proof_check_plan (const GpRelaxed *relaxed, const GpProofLevel *levels);

/* By column the most that it needs ever be. */
double *gp_proof_boxes (const GpProgram *program);

/* The value that the proof of priority k proves; takes multipliers of the wrong sign out of it, as
 * whoever checks it will. levels has those up to k, held the multiples that are in the k-th. */
double gp_proof_value (const GpRelaxed *relaxed, GpProofLevel *levels, guint k, const double *held,
                       const double *boxes);

G_END_DECLS
