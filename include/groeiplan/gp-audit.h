/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The audit: checks a plan from the data alone, in exact arithmetic (rationals; a parameter counts as
 * the decimal that was typed). It knows no solver and shares no code with the planner.
 */
#pragma once

#include <gio/gio.h>
#include <groeiplan/gp-coaching.h>

G_BEGIN_DECLS

typedef struct {
  const char *name;        /* a rule's name, "plan" (rows that make no sense, each with a slack of
                              -1; priorities that are not the scenario's), "figures" (stated amounts
                              that do not follow from the decisions), "values" (stated values of the
                              priorities), "bound:PRIORITY", or "whole:PRIORITY" (the bound on
                              whole plans) */
  guint n_checked, n_violated;
  double worst_slack;      /* smallest slack over all rows; negative when violated; NaN when none */
  const char *worst_where; /* where that is, translated; "" when nothing was checked */
} GpAuditLine;

typedef struct {
  GpPriorityId id;
  double stated;  /* the plan's relaxed value */
  double bound;   /* proven: no plan that keeps the earlier priorities at their bounds does better
                     (reach: an upper bound) */
  double whole_stated, whole_bound; /* the same of the plan's bound on whole plans, where that is
                                       tighter and so proven apart; else NaN */
} GpAuditBound;

typedef struct _GpAudit GpAudit;

struct _GpAudit {
  gboolean passed;
  guint n_lines;
  const GpAuditLine *lines;
  guint n_faults; /* the first hundred violations as sentences, translated */
  const char *const *faults;
  guint n_bounds;
  GpAuditBound bounds[GP_N_PRIORITIES];
};

/* Audits the whole-school part when the plan has one (every rule, stated figures, values), and the
 * relaxed part's bounds from their proofs. NULL only when cancelled, or with GP_ERROR_DATA when the
 * scenario is not in the project, lacks a value that rules need, or is far too large.
 *
 * A bound is computed from whatever multipliers there are: f_k + sum held_j (F_j - b_j) >= b_k for
 * every plan, where F_j >= b_j is what the proof of the earlier priority j says in the same way. It must
 * come within a relative 1e-6 of the stated value. A relaxed value without a proof fails its
 * line, unless it is one that needs none (no delay, no overload). "bound:PRIORITY" also checks that a
 * whole plan that obeys every rule does not do better than what is proven. "whole:PRIORITY" does the
 * same for GpPlanPriority.bound where that is more than the relaxed value: every board is taken as
 * what it can be in a whole plan (no partner, or one from a year on), bounded by the multipliers of
 * that case, and hires as the best whole ones. A plan with neither a
 * whole part nor priorities has nothing to check and does not pass. */
GpAudit *gp_audit_plan (const GpProject *project, const GpPlan *plan, GCancellable *cancellable,
                        GError **error);

/* The same against a published plan (may be NULL): the priority `change` is then worked out and its
 * bound proven like the others'. A plan that is no newer than the published one (data_version), as that
 * one itself, need not have the priority; without a published plan none may have it. Of the published
 * plan itself, when it has the priority, neither change nor what comes after it in the order is proven
 * (n_bounds is less than the plan's n_priorities): it counts from the plan published before it. */
GpAudit *gp_audit_plan_against (const GpProject *project, const GpPlan *plan,
                                const GpPlan *published, GCancellable *cancellable,
                                GError **error);

/* Audits who coaches whom (gp-coaching.h) against the project and the plan of whole schools that it
 * was named for, without the planner: lines "starts", "people", "days", "support", "visits",
 * "verandercoach_days", "loans", "work", "uncovered", "splits" and "continuity"; slacks in coach-days
 * (things that hold or not: 0 or -1). Uncovered days with a true reason are no fault. NULL when
 * cancelled, or with GP_ERROR_DATA when the three do not belong together. */
GpAudit *gp_audit_coaching (const GpProject *project, const GpPlan *plan,
                            const GpCoaching *coaching, GCancellable *cancellable, GError **error);
void gp_audit_free (GpAudit *audit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpAudit, gp_audit_free)

G_END_DECLS
