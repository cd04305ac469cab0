/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a prover, for both kinds of bounds: on every plan (gp-audit-proof.c), and on whole
 * ones (gp-audit-proof-whole.c). */
#pragma once

#include "gp-audit-proof.h"

G_BEGIN_DECLS

typedef struct {
  GHashTable *multipliers;        /* Y_k */
  mpz_t weights[GP_N_PRIORITIES]; /* w_kj, on the grid of multipliers */
  mpq_t bound;                    /* b_k */
} Level;

struct _GpAuditProver {
  const GpAuditData *data;
  const GpPlan *plan;
  guint n_levels; /* proven so far */
  Level levels[GP_N_PRIORITIES];
  __mpz_struct *reduced; /* d, by column */
  mpz_t total, side;     /* the bound so far; for one product */
};

/* d += weight x the objective; weight >= 0, on the grid of multipliers. */
void gp_audit_prover_add_objective (GpAuditProver *prover, GpPriorityId id, mpz_srcptr weight);
/* total += y b; d -= y a, each time with the neighbour that makes the result smaller. */
void gp_audit_prover_add_row (GpAuditProver *prover, const GpAuditRow *row, mpz_srcptr y);
/* A multiplier of that sign is of use on such a row. */
gboolean gp_audit_row_takes (const GpAuditRow *row, mpz_srcptr y);
/* total += min (0, d) x box of the columns from first on that share one; returns how many. */
guint gp_audit_prover_add_box (GpAuditProver *prover, guint first);
void gp_audit_prover_clear (GpAuditProver *prover); /* total and d to nothing */

G_END_DECLS
