/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the audit needs for the priority `change`: the published plan by column, the exact change of
 * a plan, and what a column's box is worth when leaving the published amount costs something. */
#pragma once

#include "gp-audit-decisions.h"

G_BEGIN_DECLS

struct _GpAuditPublished {
  gint64 *hundredths; /* by column */
  mpq_t lost;         /* published, and nothing of the project any more */
};

/* Rows of the published plan's whole part for plan years. A second row about the same adds to the
 * first; what is not above zero says nothing. */
void gp_audit_data_set_published (GpAuditData *data, const GpPlan *published);
void gp_audit_published_free (GpAuditPublished *published);

/* Does the column's distance from its published amount count? */
gboolean gp_audit_counts_change (GpAuditColumnKind kind);

/* sum |x - x0| over starts, partner years and trainings, exact. */
void gp_audit_change (const GpAuditDecisions *decisions, mpq_ptr out);

/**
 * The least of
 *
 *   sum over the n columns from first on (which share a box) of d x + weight |x - x0|
 *
 * with x >= 0, the sum of x at most the box, and in a cell that must be ready no more than ready
 * schools in the first year; added to total. Every term is convex with one bend, at x0, so that the
 * least is found by taking stretches in the order of their slopes. weight on the grid of
 * multipliers
 * (>= 0), reduced (d) and total on the grid of proofs; rounded down.
 */
void gp_audit_add_change_box (const GpAuditData *data, guint first, guint n,
                              const __mpz_struct *reduced, mpz_srcptr weight, mpz_ptr total);

/* weight x what was lost, rounded down; added to total. */
void gp_audit_add_lost (const GpAuditData *data, mpz_srcptr weight, mpz_ptr total);

G_END_DECLS
