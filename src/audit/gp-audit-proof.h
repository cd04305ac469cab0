/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bounds that a plan's multipliers prove, priority by priority; see gp-audit-proof.c. */
#pragma once

#include "gp-audit-report.h"

G_BEGIN_DECLS

typedef struct _GpAuditProver GpAuditProver;

/* Points to data and plan, which must outlive it. */
GpAuditProver *gp_audit_prover_new (const GpAuditData *data, const GpPlan *plan);
void gp_audit_prover_free (GpAuditProver *prover);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpAuditProver, gp_audit_prover_free)

/* The proven bound of the plan's next priority, from its first on, minimised (reach: of minus
 * reach). FALSE when cancelled; then nothing more can be proven. */
gboolean gp_audit_prove (GpAuditProver *prover, mpq_ptr bound, GCancellable *cancellable);

/* The proven bound on whole plans of the k-th priority, whose own bound and the earlier ones were
 * proven; minimised (gp-audit-proof-whole.c). FALSE when cancelled. */
gboolean gp_audit_prove_whole (GpAuditProver *prover, guint k, mpq_ptr bound,
                               GCancellable *cancellable);

/* By how much a plan with those values (minimised, in the plan's order) keeps to the bound of the
 * k-th priority, which was proven; negative when no plan can have them, so that plan and bound
 * contradict each other. */
void gp_audit_proof_slack (const GpAuditProver *prover, guint k, mpq_srcptr values, mpq_ptr slack);

/* What was proven of the k-th priority, minimised. */
void gp_audit_proof_bound (const GpAuditProver *prover, guint k, mpq_ptr bound);

G_END_DECLS
