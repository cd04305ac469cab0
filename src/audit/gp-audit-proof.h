/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bound that a plan's multipliers prove; see gp-audit-proof.c. */
#pragma once

#include "gp-audit-report.h"

G_BEGIN_DECLS

typedef enum { GP_AUDIT_PROVEN, GP_AUDIT_NOTHING_PROVEN, GP_AUDIT_STOPPED } GpAuditProof;

/* The proven bound of the plan's k-th priority, minimised (reach: of minus reach). */
GpAuditProof gp_audit_prove (const GpAuditData *data, const GpPlan *plan, guint k, mpq_ptr bound,
                             GCancellable *cancellable);

/* By how much a plan with those values (minimised, in the plan's order) keeps to the bound;
 * negative when no plan can have them, so that plan and bound contradict each other. */
void gp_audit_proof_slack (const GpPlan *plan, guint k, mpq_srcptr bound, mpq_ptr values,
                           mpq_ptr slack);

G_END_DECLS
