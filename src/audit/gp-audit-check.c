/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules against a whole plan, row by row, exactly. */
#include "gp-audit-decisions.h"

typedef struct {
  GpAuditDecisions *decisions;
  GpAuditReport *report;
  GpAuditReportLine *lines[GP_N_RULES];
  mpq_t activity, value, slack;
} Check;

static void
find_activity (Check *check, const GpAuditRow *row)
{
  mpq_set_ui (check->activity, 0, 1);
  for (guint i = 0; i < row->terms->len; i++) {
    const GpAuditTerm *term = &g_array_index (row->terms, GpAuditTerm, i);
    if (!gp_audit_decided (check->decisions, term->column, check->value))
      continue;
    mpq_mul (check->value, check->value, term->coefficient->value);
    mpq_add (check->activity, check->activity, check->value);
  }
}

/* What the region uses: the left side of rule 13, so the row without what stands on its right (own
 * coaches, hires, days borrowed, overload). The row's limit is A less the constants of the left. */
static void
find_used (Check *check, const GpAuditRow *row)
{
  const GpAuditData *data = check->decisions->data;
  guint i = row->key.region * data->n_years + (guint)(row->key.year - data->project->plan_from);
  mpq_ptr used = &check->decisions->used_exact[i];
  mpq_sub (used, &data->available[i], row->limit);
  for (guint t = 0; t < row->terms->len; t++) {
    const GpAuditTerm *term = &g_array_index (row->terms, GpAuditTerm, t);
    GpAuditColumn c = gp_audit_column (data, term->column);
    if (c.kind == GP_AUDIT_COLUMN_HIRE || c.kind == GP_AUDIT_COLUMN_HIRED ||
        c.kind == GP_AUDIT_COLUMN_OVERLOAD ||
        (c.kind == GP_AUDIT_COLUMN_LENDING && c.region != row->key.region) ||
        !gp_audit_decided (check->decisions, term->column, check->value))
      continue;
    mpq_mul (check->value, check->value, term->coefficient->value);
    mpq_add (used, used, check->value);
  }
}

/* FALSE where the row holds by itself: N and H are worked out from the trainings and hires (the
 * stated N is compared with that in gp-audit-figures.c). B is worked out too, but must be >= 0. */
static gboolean
find_slack (Check *check, const GpAuditRow *row)
{
  const GpAuditData *data = check->decisions->data;
  if (row->key.rule == GP_RULE_COHORT) {
    guint year = (guint)(row->key.year - data->project->plan_from);
    mpq_set (check->slack,
             &check->decisions->delay[(guint)row->key.programme * data->n_years + year]);
    return TRUE;
  }
  if (row->sense == GP_AUDIT_EQUAL)
    return FALSE;
  find_activity (check, row);
  if (row->sense == GP_AUDIT_AT_MOST)
    mpq_sub (check->slack, row->limit, check->activity);
  else
    mpq_sub (check->slack, check->activity, row->limit);
  return TRUE;
}

static gboolean
check_row (const GpAuditRow *row, gpointer user)
{
  Check *check = user;
  GpAuditReportLine *line = check->lines[row->key.rule];
  if (row->key.rule == GP_RULE_EXPERT_DAYS)
    find_used (check, row);
  if (find_slack (check, row) && gp_audit_report_count (line, check->slack)) {
    g_autofree char *where = gp_audit_where (check->decisions->data, &row->key);
    gp_audit_report_note (check->report, line, check->slack, where,
                          gp_audit_what (row->key.rule, row->key.variant));
  }
  return TRUE;
}

gboolean
gp_audit_check_rules (GpAuditDecisions *decisions, GpAuditReport *report, GCancellable *cancellable)
{
  Check check = {.decisions = decisions, .report = report};
  mpq_inits (check.activity, check.value, check.slack, NULL);
  for (guint rule = GP_RULE_SUPPLY; rule < GP_N_RULES; rule++)
    check.lines[rule] = gp_audit_report_rule (report, (GpRule)rule);
  gboolean done = gp_audit_write_rows (decisions->data, check_row, &check, cancellable);
  mpq_clears (check.activity, check.value, check.slack, NULL);
  return done;
}
