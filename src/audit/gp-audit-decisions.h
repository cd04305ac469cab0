/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decisions of a whole-school plan as exact numbers by column, what follows from them, and the
 * figures that the plan states. */
#pragma once

#include "gp-audit-report.h"

G_BEGIN_DECLS

typedef struct {
  const GpAuditData *data;
  gint64 *hundredths;          /* by column, as the plan states it (also N and B) */
  gint64 *available, *used;    /* [region * n_years + year], as stated */
  mpq_ptr stock, hired, delay; /* N, H, B in the order of their columns: exact */
  mpq_ptr available_exact, used_exact;
} GpAuditDecisions;

/* Reads the whole part; rows that make no sense are reported on the line "plan" and left out. */
GpAuditDecisions *gp_audit_decisions_new (const GpAuditData *data, const GpPlan *plan,
                                          GpAuditReport *report);
void gp_audit_decisions_free (GpAuditDecisions *decisions);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpAuditDecisions, gp_audit_decisions_free)

/* The column that a row is about; GP_NONE when the project has no such decision. */
guint gp_audit_find_column (const GpAuditData *data, const GpPlanRow *row);

/* The exact value of a column; FALSE when it is zero. */
gboolean gp_audit_decided (const GpAuditDecisions *decisions, guint column, mpq_ptr out);

/* Every rule against the decisions; also fills used_exact. FALSE when cancelled. */
gboolean gp_audit_check_rules (GpAuditDecisions *decisions, GpAuditReport *report,
                               GCancellable *cancellable);

/* The stated figures against the exact ones. */
void gp_audit_check_figures (const GpAuditDecisions *decisions, GpAuditReport *report);

/* The exact values of the plan's priorities (minimised), and the stated ones against them; change
 * left out where it is counted from what is no longer there. */
void gp_audit_check_values (const GpAuditDecisions *decisions, const GpPlan *plan,
                            gboolean without_change, mpq_ptr values, GpAuditReport *report);

G_END_DECLS
