/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the whole plan reaches in each priority, worked out again from its decisions. */
#include "gp-audit-published.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The sum over the columns of coefficient x value, minimised. */
static void
find_value (const GpAuditDecisions *d, GpPriorityId id, mpq_ptr out)
{
  mpq_t value, coefficient;
  mpq_set_ui (out, 0, 1);
  if (id == GP_PRIORITY_CHANGE) {
    if (d->data->published != NULL)
      gp_audit_change (d, out);
    return;
  }
  mpq_inits (value, coefficient, NULL);
  for (guint column = 0; column < gp_audit_n_columns (d->data); column++)
    if (gp_audit_decided (d, column, value) &&
        gp_audit_objective (d->data, id, column, coefficient)) {
      mpq_mul (value, value, coefficient);
      mpq_add (out, out, value);
    }
  mpq_clears (value, coefficient, NULL);
}

/* The stated value may be off by a relative 1e-9, and by 1e-6 near zero. */
static void
find_slack (const GpPlanPriority *priority, mpq_srcptr exact, mpq_ptr slack)
{
  mpq_t off;
  if (!isfinite (priority->whole)) {
    mpq_set_si (slack, -1, 1);
    return;
  }
  mpq_init (off);
  mpq_set_d (off, priority->whole);
  mpq_sub (off, off, exact);
  mpq_abs (off, off);
  mpq_set_d (slack, MAX (1e-6, 1e-9 * fabs (mpq_get_d (exact))));
  mpq_sub (slack, slack, off);
  mpq_clear (off);
}

static void
check_value (const GpPlanPriority *priority, mpq_srcptr minimised, GpAuditReport *report)
{
  GpAuditReportLine *line = gp_audit_report_line (report, "values");
  mpq_t exact, slack;
  mpq_inits (exact, slack, NULL);
  if (priority->id == GP_PRIORITY_REACH)
    mpq_neg (exact, minimised);
  else
    mpq_set (exact, minimised);
  find_slack (priority, exact, slack);
  if (gp_audit_report_count (line, slack))
    gp_audit_report_note (report, line, slack, gp_priority_name (priority->id),
                          _ ("The plan states another value of the priority"));
  mpq_clears (exact, slack, NULL);
}

void
gp_audit_check_values (const GpAuditDecisions *d, const GpPlan *plan, gboolean without_change,
                       mpq_ptr values, GpAuditReport *report)
{
  gp_audit_report_line (report, "values");
  for (guint k = 0; k < plan->n_priorities; k++) {
    if (without_change && plan->priorities[k].id == GP_PRIORITY_CHANGE)
      continue;
    find_value (d, plan->priorities[k].id, &values[k]);
    check_value (&plan->priorities[k], &values[k], report);
  }
}
