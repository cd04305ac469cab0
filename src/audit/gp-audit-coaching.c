/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit of who coaches whom, from the project, the plan and the coaching alone:
 *
 *   starts      which school starts when, in the order that is agreed
 *   people      every coach once, with the days that the model gives
 *   days        nobody above their days
 *   support     every school gets the days it asks, or is listed as uncovered
 *   visits      sectors, own board, own region or lent
 *   verandercoach_days  together what the plan says, by board, region and year
 *   loans       together what the plan lends; what arrives
 *   work        talks, guiding, trainings, partnerships, and the days a region uses
 *   uncovered   the reasons are true, and nobody could have done it
 *   splits      visits at most schools + coaches - 1
 *   continuity  the list of breaks is complete and true */
#include "gp-audit-coaching.h"

#include <glib/gi18n-lib.h>

/* ---- checks ------------------------------------------------------------------------------------
 */

void
gp_audit_coaching_line (GpAuditCoaching *audit, const char *name)
{
  audit->line = gp_audit_report_line (audit->report, name);
}

static void
add (GString *text, const char *name, const char *code)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, name != NULL && *name != '\0' ? name : code);
}

static char *
where (const GpAuditCoaching *audit, const GpAuditSpot *spot)
{
  const GpProject *project = audit->project;
  GString *text = g_string_new (NULL);
  char year[GP_YEAR_BYTES];
  if (spot->school != GP_NONE)
    add (text, project->schools[spot->school].name, project->schools[spot->school].code);
  if (spot->coach != GP_NONE) {
    g_autofree char *name = gp_coaching_coach_name (audit->coaching, spot->coach);
    add (text, name, "");
  }
  if (spot->board != GP_NONE)
    add (text, project->boards[spot->board].name, project->boards[spot->board].code);
  if (spot->region != GP_NONE)
    add (text, project->regions[spot->region].name, project->regions[spot->region].code);
  if (spot->year != GP_YEAR_NONE)
    add (text, gp_year_format (spot->year, year), "");
  return g_string_free (text, FALSE);
}

void
gp_audit_coaching_check_exact (GpAuditCoaching *audit, GpAuditSpot spot, mpq_srcptr slack,
                               const char *what)
{
  if (!gp_audit_report_count (audit->line, slack))
    return;
  g_autofree char *text = where (audit, &spot);
  gp_audit_report_note (audit->report, audit->line, slack, text, what);
}

void
gp_audit_coaching_check (GpAuditCoaching *audit, GpAuditSpot spot, gint64 slack, const char *what)
{
  mpq_t exact;
  mpq_init (exact);
  gp_audit_coaching_set (exact, slack);
  gp_audit_coaching_check_exact (audit, spot, exact, what);
  mpq_clear (exact);
}

void
gp_audit_coaching_check_true (GpAuditCoaching *audit, GpAuditSpot spot, gboolean holds,
                              const char *what)
{
  gp_audit_coaching_check (audit, spot, holds ? 0 : -100, what);
}

/* ---- small things ------------------------------------------------------------------------------
 */

guint
gp_audit_coaching_year (const GpAuditCoaching *audit, GpYear year)
{
  return (guint)(year - audit->project->plan_from);
}

gboolean
gp_audit_coaching_is_expert (const GpAuditCoaching *audit, guint32 coach)
{
  GpCoachKind kind = audit->coaching->coaches[coach].kind;
  return kind == GP_COACH_EXPERT || kind == GP_COACH_HIRE;
}

gboolean
gp_audit_coaching_may_visit (const GpAuditCoaching *audit, guint32 coach, guint32 sector)
{
  guint32 sectors = audit->coaching->coaches[coach].sectors;
  return sectors == 0 || (sectors >> sector & 1) != 0;
}

void
gp_audit_coaching_set (mpq_ptr out, gint64 hundredths)
{
  mpq_set_si (out, hundredths, 100);
  mpq_canonicalize (out);
}

gint64
gp_audit_coaching_floor (mpq_srcptr days)
{
  mpz_t whole;
  mpz_init (whole);
  mpz_mul_ui (whole, mpq_numref (days), 100);
  mpz_fdiv_q (whole, whole, mpq_denref (days));
  gint64 out = mpz_get_si (whole);
  mpz_clear (whole);
  return out;
}

void
gp_audit_coaching_parameter (const GpAuditCoaching *audit, GpParam param, const char *scope,
                             guint year, mpq_ptr out)
{
  GpDecimal found = {0, 0};
  gp_param_lookup (audit->project, audit->data->scenario, param, scope,
                   gp_audit_year (audit->data, year), &found, NULL);
  gp_audit_set_decimal (out, found);
}

static mpq_ptr
powers (guint n, mpq_srcptr share)
{
  mpq_ptr left = gp_audit_rationals_new (n);
  mpq_set_ui (&left[0], 1, 1);
  for (guint i = 1; i < n; i++)
    mpq_mul (&left[i], &left[i - 1], share);
  return left;
}

/* ---- all of it ---------------------------------------------------------------------------------
 */

typedef void (*LineFunc) (GpAuditCoaching *);

static gboolean
check_lines (GpAuditCoaching *audit, GCancellable *cancellable)
{
  static const LineFunc lines[] = {
      gp_audit_coaching_starts,  gp_audit_coaching_people,    gp_audit_coaching_days,
      gp_audit_coaching_support, gp_audit_coaching_visits,    gp_audit_coaching_boards,
      gp_audit_coaching_loans,   gp_audit_coaching_work,      gp_audit_coaching_uncovered,
      gp_audit_coaching_splits,  gp_audit_coaching_continuity};
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    if (g_cancellable_is_cancelled (cancellable))
      return FALSE;
    lines[i](audit);
  }
  return TRUE;
}

static gboolean
begin (GpAuditCoaching *audit)
{
  gsize coach_years = (gsize)audit->coaching->n_coaches * audit->n_years;
  audit->start_year = g_new0 (GpYear, audit->project->n_schools + 1);
  audit->programme = g_new0 (GpProgramme, audit->project->n_schools + 1);
  audit->low = g_new0 (gint64, coach_years + 1);
  audit->comes_out = g_new0 (gboolean, coach_years + 1);
  audit->coach_left = powers (audit->n_years, audit->data->scalars.retention);
  audit->expert_left = powers (audit->n_years, audit->data->scalars.expert_retention);
  return TRUE;
}

static void
end (GpAuditCoaching *audit)
{
  g_free (audit->start_year);
  g_free (audit->programme);
  g_free (audit->low);
  g_free (audit->comes_out);
  gp_audit_rationals_free (audit->coach_left, audit->n_years);
  gp_audit_rationals_free (audit->expert_left, audit->n_years);
}

static gboolean
belongs (const GpProject *project, const GpPlan *plan, const GpCoaching *coaching, GError **error)
{
  if (plan->has_whole && coaching->project == project &&
      g_str_equal (project->scenarios[coaching->scenario].code, plan->scenario))
    return TRUE;
  g_set_error_literal (
      error, GP_ERROR, GP_ERROR_DATA,
      _ ("These coaches were named for another project or scenario, or there is no "
         "plan of whole schools: name them again."));
  return FALSE;
}

GpAudit *
gp_audit_coaching (const GpProject *project, const GpPlan *plan, const GpCoaching *coaching,
                   GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (project != NULL && plan != NULL && coaching != NULL, NULL);
  if (!belongs (project, plan, coaching, error))
    return NULL;
  g_autoptr (GpAuditData) data = gp_audit_data_new (project, coaching->scenario, error);
  if (data == NULL)
    return NULL;
  g_autoptr (GpAuditReport) report = gp_audit_report_new ();
  g_autoptr (GpAuditDecisions) decisions = gp_audit_decisions_new (data, plan, report);
  GpAuditCoaching audit = {.data = data,
                           .project = project,
                           .coaching = coaching,
                           .plan = decisions,
                           .report = report,
                           .n_years = data->n_years,
                           .n_regions = data->n_regions};
  begin (&audit);
  gboolean done = check_lines (&audit, cancellable);
  end (&audit);
  if (done)
    return gp_audit_report_finish (report);
  g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("The audit was cancelled."));
  return NULL;
}
