/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of an audit: lines, faults, and the result made of them. */
#include "gp-audit-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
line_free (gpointer data)
{
  GpAuditReportLine *line = data;
  g_free (line->name);
  g_free (line->where);
  mpq_clear (line->worst);
  g_free (line);
}

GpAuditReport *
gp_audit_report_new (void)
{
  GpAuditReport *report = g_new0 (GpAuditReport, 1);
  report->lines = g_ptr_array_new_with_free_func (line_free);
  report->faults = g_ptr_array_new_with_free_func (g_free);
  return report;
}

void
gp_audit_report_free (GpAuditReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->lines);
  g_ptr_array_unref (report->faults);
  g_free (report);
}

GpAuditReportLine *
gp_audit_report_line (GpAuditReport *report, const char *name)
{
  for (guint i = 0; i < report->lines->len; i++) {
    GpAuditReportLine *line = g_ptr_array_index (report->lines, i);
    if (g_str_equal (line->name, name))
      return line;
  }
  GpAuditReportLine *line = g_new0 (GpAuditReportLine, 1);
  line->name = g_strdup (name);
  mpq_init (line->worst);
  g_ptr_array_add (report->lines, line);
  return line;
}

GpAuditReportLine *
gp_audit_report_rule (GpAuditReport *report, GpRule rule)
{
  return gp_audit_report_line (report, gp_rule_name (rule));
}

gboolean
gp_audit_report_count (GpAuditReportLine *line, mpq_srcptr slack)
{
  line->n_checked++;
  line->n_violated += mpq_sgn (slack) < 0 ? 1 : 0;
  return mpq_sgn (slack) < 0 || !line->has_worst || mpq_cmp (slack, line->worst) < 0;
}

void
gp_audit_report_note (GpAuditReport *report, GpAuditReportLine *line, mpq_srcptr slack,
                      const char *where, const char *what)
{
  if (!line->has_worst || mpq_cmp (slack, line->worst) < 0) {
    line->has_worst = TRUE;
    mpq_set (line->worst, slack);
    g_free (line->where);
    line->where = g_strdup (where);
  }
  if (mpq_sgn (slack) >= 0 || report->faults->len >= GP_AUDIT_MAX_FAULTS)
    return;
  g_autofree char *amount = g_strdup_printf ("%.6g", -mpq_get_d (slack));
  g_ptr_array_add (report->faults,
                   /* what is wrong: where (by how much) */
                   g_strdup_printf (_ ("%s: %s (by %s)."), what, where, amount));
}

gboolean
gp_audit_report_is_clean (const GpAuditReport *report)
{
  for (guint i = 0; i < report->lines->len; i++)
    if (((const GpAuditReportLine *)g_ptr_array_index (report->lines, i))->n_violated > 0)
      return FALSE;
  return TRUE;
}

/* ---- the result ------------------------------------------------------------------------------ */

static double
worst_slack (const GpAuditReportLine *line)
{
  if (line->endless)
    return -INFINITY;
  if (!line->has_worst)
    return NAN;
  return mpq_get_d (line->worst);
}

GpAudit *
gp_audit_report_finish (GpAuditReport *report)
{
  GpAudit *audit = g_new0 (GpAudit, 1);
  GpAuditLine *lines = g_new0 (GpAuditLine, report->lines->len);
  audit->passed = gp_audit_report_is_clean (report);
  for (guint i = 0; i < report->lines->len; i++) {
    GpAuditReportLine *from = g_ptr_array_index (report->lines, i);
    lines[i] = (GpAuditLine){g_steal_pointer (&from->name), from->n_checked, from->n_violated,
                             worst_slack (from),
                             from->where != NULL ? g_steal_pointer (&from->where) : g_strdup ("")};
  }
  audit->n_lines = report->lines->len;
  audit->lines = lines;
  audit->n_faults = report->faults->len;
  g_ptr_array_add (report->faults, NULL);
  gsize n;
  audit->faults = (const char *const *)g_ptr_array_steal (report->faults, &n);
  return audit;
}

void
gp_audit_free (GpAudit *audit)
{
  if (audit == NULL)
    return;
  for (guint i = 0; i < audit->n_lines; i++) {
    g_free ((char *)audit->lines[i].name);
    g_free ((char *)audit->lines[i].worst_where);
  }
  g_free ((GpAuditLine *)audit->lines);
  g_strfreev ((char **)audit->faults);
  g_free (audit);
}
