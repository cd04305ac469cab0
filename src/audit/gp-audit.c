/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit of a plan, in this order:
 *
 *   plan      the rows make sense, and the priorities are the scenario's
 *   supply .. pins    the fifteen rules
 *   figures   stated amounts that follow from the decisions
 *   values    stated values of the priorities
 *   bound:P   what is proven about the relaxed plan, and that the whole plan does not contradict it
 *   whole:P   the same about the bound on whole plans, where that is a tighter one
 *
 * The first four need a whole-school plan. A plan with neither that nor any priority (pins that
 * conflict, numerical trouble) has nothing to check and does not pass. */
#include "gp-audit-decisions.h"
#include "gp-audit-proof.h"
#include "gp-audit-published.h"

#include <glib/gi18n-lib.h>
#include <float.h>
#include <math.h>

typedef struct {
  const GpAuditData *data;
  const GpPlan *plan, *published; /* published: may be NULL */
  GpAuditReport *report;
  GCancellable *cancellable;
  GpAuditProver *prover;
  mpq_ptr values; /* of the whole plan, minimised, by place in the plan's order */
  guint n_bounds; /* of the plan's priorities, those that can be proven */
  GpAuditBound bounds[GP_N_PRIORITIES];
} Audit;

/* ---- the whole plan -------------------------------------------------------------------------- */

static gboolean
states_change (const GpPlan *plan)
{
  for (guint k = 0; k < plan->n_priorities; k++)
    if (plan->priorities[k].id == GP_PRIORITY_CHANGE)
      return TRUE;
  return FALSE;
}

/* Without a published plan "change" is nothing; and a plan from before the publication, such as the
 * published one itself, could not know of it. */
static gboolean
knows_no_change (const Audit *audit)
{
  return audit->published == NULL || !audit->published->has_whole ||
         (!states_change (audit->plan) &&
          audit->plan->data_version <= audit->published->data_version);
}

/* The published plan as it is kept in the project: what it was solved to, and in which time. */
static gboolean
is_published_one (const GpPlan *plan, const GpPlan *published)
{
  if (published == NULL || plan->data_version != published->data_version ||
      plan->seconds_relaxed != published->seconds_relaxed ||
      plan->seconds_whole != published->seconds_whole ||
      plan->n_priorities != published->n_priorities)
    return FALSE;
  for (guint k = 0; k < plan->n_priorities; k++)
    if (plan->priorities[k].id != published->priorities[k].id ||
        plan->priorities[k].relaxed != published->priorities[k].relaxed ||
        plan->priorities[k].whole != published->priorities[k].whole)
      return FALSE;
  return TRUE;
}

/* How many priorities can be checked, in the plan's order. A published plan that followed another
 * one counts its change from that, which is no longer there: neither this nor what was held after
 * it can be worked out again. */
static guint
count_checkable (const GpPlan *plan, const GpPlan *published)
{
  guint k = 0;
  if (!is_published_one (plan, published))
    return plan->n_priorities;
  while (k < plan->n_priorities && plan->priorities[k].id != GP_PRIORITY_CHANGE)
    k++;
  return k;
}

static gboolean
has_order_of_scenario (const Audit *audit)
{
  GpPriorityId asked[GP_N_PRIORITIES];
  guint n = gp_project_priorities (audit->data->project, audit->data->scenario, asked), at = 0;
  for (guint k = 0; k < n; k++) {
    if (asked[k] == GP_PRIORITY_CHANGE && knows_no_change (audit))
      continue;
    if (at == audit->plan->n_priorities || audit->plan->priorities[at++].id != asked[k])
      return FALSE;
  }
  return at == audit->plan->n_priorities;
}

static void
check_order (Audit *audit)
{
  GpAuditReportLine *line = gp_audit_report_line (audit->report, "plan");
  mpq_t slack;
  mpq_init (slack);
  mpq_set_si (slack, has_order_of_scenario (audit) ? 0 : -1, 1);
  if (gp_audit_report_count (line, slack))
    gp_audit_report_note (audit->report, line, slack, audit->plan->scenario,
                          _ ("The priorities of the plan are not those of the scenario"));
  mpq_clear (slack);
}

static gboolean
check_whole (Audit *audit)
{
  g_autoptr (GpAuditDecisions) decisions =
      gp_audit_decisions_new (audit->data, audit->plan, audit->report);
  if (!gp_audit_check_rules (decisions, audit->report, audit->cancellable))
    return FALSE;
  gp_audit_check_figures (decisions, audit->report);
  gp_audit_check_values (decisions, audit->plan, audit->n_bounds < audit->plan->n_priorities,
                         audit->values, audit->report);
  return TRUE;
}

/* ---- bounds ---------------------------------------------------------------------------------- */

/* The largest double that is not above the bound. */
static double
below (mpq_srcptr bound)
{
  double near = mpq_get_d (bound); /* rounded towards zero */
  mpq_t exact;
  if (!isfinite (near))
    return mpq_sgn (bound) < 0 ? -INFINITY : DBL_MAX;
  mpq_init (exact);
  mpq_set_d (exact, near);
  if (mpq_cmp (exact, bound) > 0)
    near = nextafter (near, -INFINITY);
  mpq_clear (exact);
  return near;
}

/* How near a proof must come to the stated value, relatively. */
#define NEARNESS 1e-6

/* The stated relaxed value must be what is proven, but for rounding. */
static void
check_stated (Audit *audit, guint k, GpAuditReportLine *line)
{
  const GpAuditBound *bound = &audit->bounds[k];
  const char *name = gp_priority_name (bound->id);
  double slack = NEARNESS * MAX (1, fabs (bound->stated)) - fabs (bound->stated - bound->bound);
  mpq_t exact;
  mpq_init (exact);
  line->endless = !isfinite (slack);
  mpq_set_d (exact, isfinite (slack) ? slack : -1);
  if (gp_audit_report_count (line, exact))
    gp_audit_report_note (audit->report, line, exact, name,
                          _ ("The proof does not reach the stated value of the relaxed plan"));
  mpq_clear (exact);
}

/* A whole plan that obeys every rule cannot do better than what is proven; if it seems to, the plan
 * or this program is wrong. */
static void
check_whole_against_bound (Audit *audit, guint k, GpAuditReportLine *line)
{
  mpq_t slack;
  mpq_init (slack);
  gp_audit_proof_slack (audit->prover, k, audit->values, slack);
  if (gp_audit_report_count (line, slack))
    gp_audit_report_note (audit->report, line, slack, gp_priority_name (audit->bounds[k].id),
                          _ ("The whole-school plan is better than the proof holds possible"));
  mpq_clear (slack);
}

static gboolean
check_bound (Audit *audit, guint k, gboolean with_whole)
{
  const GpPlanPriority *priority = &audit->plan->priorities[k];
  gboolean reach = priority->id == GP_PRIORITY_REACH;
  g_autofree char *name = g_strconcat ("bound:", gp_priority_name (priority->id), NULL);
  GpAuditReportLine *line = gp_audit_report_line (audit->report, name);
  mpq_t bound;
  mpq_init (bound);
  gboolean proven = gp_audit_prove (audit->prover, bound, audit->cancellable);
  double least = proven ? below (bound) : -INFINITY;
  audit->bounds[k] =
      (GpAuditBound){priority->id, priority->relaxed, reach ? -least : least, NAN, NAN};
  if (proven)
    check_stated (audit, k, line);
  if (proven && with_whole)
    check_whole_against_bound (audit, k, line);
  mpq_clear (bound);
  return proven;
}

/* ---- bounds on whole plans ------------------------------------------------------------------- */

/* f_k + sum m_j (f_j - b_j) less the bound: of a plan of whole schools never below nothing. */
static void
check_whole_against_own (Audit *audit, guint k, mpq_srcptr bound, GpAuditReportLine *line)
{
  const GpPlanPriority *priority = &audit->plan->priorities[k];
  mpq_t slack, part, held;
  mpq_inits (slack, part, held, NULL);
  mpq_sub (slack, &audit->values[k], bound);
  for (guint j = 0; j < k; j++) {
    if (!(priority->bound_held[j] > 0) || !isfinite (priority->bound_held[j]))
      continue;
    gp_audit_proof_bound (audit->prover, j, part);
    mpq_sub (part, &audit->values[j], part);
    mpq_set_d (held, priority->bound_held[j]);
    mpq_mul (part, part, held);
    mpq_add (slack, slack, part);
  }
  if (gp_audit_report_count (line, slack))
    gp_audit_report_note (audit->report, line, slack, gp_priority_name (priority->id),
                          _ ("The whole-school plan is better than the proof holds possible"));
  mpq_clears (slack, part, held, NULL);
}

/* The stated bound on whole plans must be proven, but for rounding. One without multipliers of its
 * own is the relaxed value. */
static gboolean
check_whole_bound (Audit *audit, guint k, gboolean with_whole)
{
  const GpPlanPriority *priority = &audit->plan->priorities[k];
  if (isnan (priority->bound) || priority->n_bound_proof == 0)
    return TRUE;
  g_autofree char *name = g_strconcat ("whole:", gp_priority_name (priority->id), NULL);
  GpAuditReportLine *line = gp_audit_report_line (audit->report, name);
  mpq_t bound, slack;
  mpq_inits (bound, slack, NULL);
  gboolean done = gp_audit_prove_whole (audit->prover, k, bound, audit->cancellable);
  double proven = done ? below (bound) : -INFINITY;
  double margin = proven - priority->bound + NEARNESS * MAX (1, fabs (priority->bound));
  audit->bounds[k].whole_stated = priority->bound;
  audit->bounds[k].whole_bound = proven;
  mpq_set_d (slack, isfinite (margin) ? margin : -1);
  if (done && gp_audit_report_count (line, slack))
    gp_audit_report_note (audit->report, line, slack, gp_priority_name (priority->id),
                          _ ("The proof does not reach the stated bound on whole-school plans"));
  if (done && with_whole)
    check_whole_against_own (audit, k, bound, line);
  mpq_clears (bound, slack, NULL);
  return done;
}

/* ---- all of it ------------------------------------------------------------------------------- */

static gboolean
check_all (Audit *audit)
{
  gp_audit_report_line (audit->report, "plan");
  if (audit->plan->n_priorities > 0)
    check_order (audit);
  if (audit->plan->has_whole && !check_whole (audit))
    return FALSE;
  gboolean obeys = audit->plan->has_whole && gp_audit_report_is_clean (audit->report);
  for (guint k = 0; k < audit->n_bounds; k++)
    if (!check_bound (audit, k, obeys) || !check_whole_bound (audit, k, obeys))
      return FALSE;
  return TRUE;
}

static GpAudit *
finish (Audit *audit)
{
  gboolean nothing = !audit->plan->has_whole && audit->plan->n_priorities == 0;
  if (nothing)
    g_ptr_array_add (audit->report->faults,
                     g_strdup (_ ("There is no plan to check: plan the scenario again.")));
  GpAudit *result = gp_audit_report_finish (audit->report);
  result->passed = result->passed && !nothing;
  result->n_bounds = audit->n_bounds;
  memcpy (result->bounds, audit->bounds, sizeof result->bounds);
  return result;
}

GpAudit *
gp_audit_plan_against (const GpProject *project, const GpPlan *plan, const GpPlan *published,
                       GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (project != NULL && plan != NULL && !plan->without_proofs, NULL);
  guint32 scenario = gp_project_find (project, GP_TABLE_SCENARIOS, plan->scenario);
  if (scenario == GP_NONE) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("The plan is for scenario “%s”, which the project does not have: plan again."),
                 plan->scenario);
    return NULL;
  }
  g_autoptr (GpAuditData) data = gp_audit_data_new (project, scenario, error);
  if (data == NULL)
    return NULL;
  if (published != NULL && published->has_whole)
    gp_audit_data_set_published (data, published);
  g_autoptr (GpAuditReport) report = gp_audit_report_new ();
  Audit audit = {.data = data,
                 .plan = plan,
                 .published = published,
                 .report = report,
                 .n_bounds = count_checkable (plan, published),
                 .cancellable = cancellable};
  g_autoptr (GpAuditProver) prover = gp_audit_prover_new (data, plan);
  audit.prover = prover;
  audit.values = gp_audit_rationals_new (GP_N_PRIORITIES);
  gboolean done = check_all (&audit);
  gp_audit_rationals_free (audit.values, GP_N_PRIORITIES);
  if (done)
    return finish (&audit);
  g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("The audit was cancelled."));
  return NULL;
}

GpAudit *
gp_audit_plan (const GpProject *project, const GpPlan *plan, GCancellable *cancellable,
               GError **error)
{
  return gp_audit_plan_against (project, plan, NULL, cancellable, error);
}
