/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit of a coaching: what its parts share. Everything is worked out again from the project
 * and the plan; days of the coaching are hundredths, what the model asks is exact. */
#pragma once

#include "gp-audit-decisions.h"

#include <groeiplan/gp-coaching.h>

G_BEGIN_DECLS

typedef struct {
  const GpAuditData *data;
  const GpProject *project;
  const GpCoaching *coaching;
  const GpAuditDecisions *plan;
  GpAuditReport *report;
  GpAuditReportLine *line; /* the one that checks go to */
  guint n_years, n_regions;
  /* worked out on the way */
  GpYear *start_year;              /* school: its start, also in history, or GP_YEAR_NONE */
  GpProgramme *programme;          /* of starts in plan years */
  gint64 *low;                     /* coach, year: exact days rounded down */
  gboolean *comes_out;             /* coach, year: low is exact */
  mpq_ptr coach_left, expert_left; /* year: what is left of coaches after so many years */
} GpAuditCoaching;

/* What a check is about; unused members are GP_NONE. */
typedef struct {
  guint32 school, coach, board, region;
  GpYear year;
} GpAuditSpot;

static inline GpAuditSpot
gp_audit_spot (guint32 school, guint32 coach, guint32 board, guint32 region, GpYear year)
{
  return (GpAuditSpot){school, coach, board, region, year};
}

/* Begins a line of the report. */
void gp_audit_coaching_line (GpAuditCoaching *audit, const char *name);
/* One check; slack in hundredths of days (or whole things x 100). what: as in gp_audit_report_note.
 */
void gp_audit_coaching_check (GpAuditCoaching *audit, GpAuditSpot spot, gint64 slack,
                              const char *what);
void gp_audit_coaching_check_exact (GpAuditCoaching *audit, GpAuditSpot spot, mpq_srcptr slack,
                                    const char *what);
/* One check that holds or not. */
void gp_audit_coaching_check_true (GpAuditCoaching *audit, GpAuditSpot spot, gboolean holds,
                                   const char *what);

guint gp_audit_coaching_year (const GpAuditCoaching *audit, GpYear year);
gboolean gp_audit_coaching_is_expert (const GpAuditCoaching *audit, guint32 coach);
gboolean gp_audit_coaching_may_visit (const GpAuditCoaching *audit, guint32 coach, guint32 sector);
/* out = days x share, from hundredths. */
void gp_audit_coaching_set (mpq_ptr out, gint64 hundredths);
gint64 gp_audit_coaching_floor (mpq_srcptr days); /* to hundredths */
void gp_audit_coaching_parameter (const GpAuditCoaching *audit, GpParam param, const char *scope,
                                  guint year, mpq_ptr out);

/* The lines, in this order. */
void gp_audit_coaching_starts (GpAuditCoaching *audit);
void gp_audit_coaching_people (GpAuditCoaching *audit);
void gp_audit_coaching_days (GpAuditCoaching *audit);
void gp_audit_coaching_support (GpAuditCoaching *audit);
void gp_audit_coaching_visits (GpAuditCoaching *audit);
void gp_audit_coaching_boards (GpAuditCoaching *audit);
void gp_audit_coaching_loans (GpAuditCoaching *audit);
void gp_audit_coaching_work (GpAuditCoaching *audit);
void gp_audit_coaching_uncovered (GpAuditCoaching *audit);
void gp_audit_coaching_splits (GpAuditCoaching *audit);
void gp_audit_coaching_continuity (GpAuditCoaching *audit);

G_END_DECLS
