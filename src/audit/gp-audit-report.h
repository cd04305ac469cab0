/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of an audit while it grows: lines with their count and worst slack, and sentences
 * about what is violated. Slacks are compared exactly; the text of a place is made only when
 * needed. */
#pragma once

#include "gp-audit-rows.h"

#include <groeiplan/gp-audit.h>

G_BEGIN_DECLS

#define GP_AUDIT_MAX_FAULTS 100

typedef struct {
  char *name;
  guint n_checked, n_violated;
  gboolean has_worst, endless; /* endless: the worst slack is minus infinity */
  mpq_t worst;
  char *where;
} GpAuditReportLine;

typedef struct {
  GPtrArray *lines;  /* of GpAuditReportLine */
  GPtrArray *faults; /* of char* */
} GpAuditReport;

GpAuditReport *gp_audit_report_new (void);
void gp_audit_report_free (GpAuditReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpAuditReport, gp_audit_report_free)

/* The line of that name, made at the end when there is none. */
GpAuditReportLine *gp_audit_report_line (GpAuditReport *report, const char *name);
GpAuditReportLine *gp_audit_report_rule (GpAuditReport *report, GpRule rule);

/* Counts one check. TRUE when it is violated or the worst so far: then note it as well. */
gboolean gp_audit_report_count (GpAuditReportLine *line, mpq_srcptr slack);
/* what: the sentence without its mark ("More schools start than there are"). */
void gp_audit_report_note (GpAuditReport *report, GpAuditReportLine *line, mpq_srcptr slack,
                           const char *where, const char *what);

gboolean gp_audit_report_is_clean (const GpAuditReport *report);

/* Moves everything into a result. */
GpAudit *gp_audit_report_finish (GpAuditReport *report);

/* ---- words ----------------------------------------------------------------------------------- */

/* "Board, sector, region, year" as far as the key has them, translated; a new string. */
char *gp_audit_where (const GpAuditData *data, const GpAuditKey *key);
/* The same for a row of a plan. */
char *gp_audit_where_row (const GpPlanRow *row);
/* What it means that the rule is violated, translated. */
const char *gp_audit_what (GpRule rule, guint variant);

G_END_DECLS
