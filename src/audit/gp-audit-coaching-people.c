/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coaches: every one of the project, and as many as the plan hires and trains, each with the
 * days that the model gives them to the hundredth; and nobody above their days. */
#include "gp-audit-coaching.h"

#include <glib/gi18n-lib.h>

/* ---- days --------------------------------------------------------------------------------------
 */

static gboolean
is_there (GpYear from, GpYear to, GpYear year)
{
  return (from == GP_YEAR_NONE || from <= year) && (to == GP_YEAR_NONE || year <= to);
}

static void
known_expert (const GpAuditCoaching *audit, const GpExpertCoach *row, guint year, mpq_ptr out)
{
  if (!is_there (row->from_year, row->to_year, gp_audit_year (audit->data, year)))
    return;
  gp_audit_set_decimal (out, row->days_per_year);
  mpq_mul (out, out, &audit->expert_left[year]);
}

static void
hire (const GpAuditCoaching *audit, guint hired, guint year, mpq_ptr out)
{
  if (year < hired)
    return;
  mpq_mul (out, audit->data->scalars.expert_days, &audit->expert_left[year - hired]);
  if (year == hired)
    mpq_sub (out, out, audit->data->scalars.expert_training_days);
  if (mpq_sgn (out) < 0)
    mpq_set_ui (out, 0, 1);
}

static void
known_coach (const GpAuditCoaching *audit, const GpVerandercoach *row, guint year, mpq_ptr out)
{
  if (!is_there (GP_YEAR_NONE, row->to_year, gp_audit_year (audit->data, year)))
    return;
  if (row->has_days)
    gp_audit_set_decimal (out, row->days_per_year);
  else
    mpq_set (out, audit->data->years[year].coach_days);
  mpq_mul (out, out, &audit->coach_left[year]);
}

static void
trainee (const GpAuditCoaching *audit, guint trained, guint year, mpq_ptr out)
{
  if (year == trained)
    gp_audit_coaching_parameter (audit, GP_PARAM_VERANDERCOACH_FIRST_YEAR_DAYS, NULL, year, out);
  else if (year > trained)
    mpq_mul (out, audit->data->years[year].coach_days, &audit->coach_left[year - trained]);
}

/* The coach's days in a year, exactly. */
static void
exact_days (const GpAuditCoaching *audit, const GpCoach *coach, guint year, mpq_ptr out)
{
  guint since = coach->year != GP_YEAR_NONE ? gp_audit_coaching_year (audit, coach->year) : 0;
  mpq_set_ui (out, 0, 1);
  switch (coach->kind) {
  case GP_COACH_EXPERT:
    known_expert (audit, &audit->project->expert_coaches[coach->record], year, out);
    break;
  case GP_COACH_HIRE:
    hire (audit, since, year, out);
    break;
  case GP_COACH_VERANDERCOACH:
    known_coach (audit, &audit->project->verandercoaches[coach->record], year, out);
    break;
  case GP_COACH_TRAINEE:
  default:
    trainee (audit, since, year, out);
    break;
  }
}

static void
check_days (GpAuditCoaching *audit, guint32 coach, guint year, mpq_ptr exact)
{
  guint at = coach * audit->n_years + year;
  mpq_t low;
  mpq_init (low);
  exact_days (audit, &audit->coaching->coaches[coach], year, exact);
  audit->low[at] = gp_audit_coaching_floor (exact);
  gp_audit_coaching_set (low, audit->low[at]);
  audit->comes_out[at] = mpq_equal (low, exact) != 0;
  gint64 more = audit->coaching->coach_years[at].days - audit->low[at];
  gp_audit_coaching_check_true (
      audit, gp_audit_spot (GP_NONE, coach, GP_NONE, GP_NONE, gp_audit_year (audit->data, year)),
      more == 0 || (more == 1 && !audit->comes_out[at]), _ ("The coach has other days"));
  mpq_clear (low);
}

/* ---- who ---------------------------------------------------------------------------------------
 */

static gboolean
is_sound (const GpAuditCoaching *audit, const GpCoach *coach)
{
  const GpProject *project = audit->project;
  gboolean has_year = coach->year >= project->plan_from && coach->year <= project->last_year;
  switch (coach->kind) {
  case GP_COACH_EXPERT:
    return coach->record < project->n_expert_coaches && coach->board == GP_NONE &&
           coach->region == project->expert_coaches[coach->record].region &&
           coach->sectors == project->expert_coaches[coach->record].sectors;
  case GP_COACH_HIRE:
    return has_year && coach->region < project->n_regions && coach->board == GP_NONE &&
           coach->sectors == 0;
  case GP_COACH_VERANDERCOACH:
    return coach->record < project->n_verandercoaches && coach->sectors == 0 &&
           coach->board == project->verandercoaches[coach->record].board;
  case GP_COACH_TRAINEE:
  default:
    return has_year && coach->board < project->n_boards && coach->sectors == 0;
  }
}

/* Who is expected next: experts, hires by region and year, verandercoaches, trainees by board and
 * year, each numbered from 1. */
static gboolean
follows (const GpCoach *before, const GpCoach *coach)
{
  if (before == NULL || before->kind != coach->kind)
    return (before == NULL || before->kind < coach->kind) &&
           (coach->record == 0 || (coach->record == GP_NONE && coach->number == 1));
  if (coach->record != GP_NONE)
    return coach->record == before->record + 1;
  guint32 thing = coach->kind == GP_COACH_HIRE ? coach->region : coach->board;
  guint32 other = coach->kind == GP_COACH_HIRE ? before->region : before->board;
  if (thing == other && coach->year == before->year)
    return coach->number == before->number + 1;
  return coach->number == 1 && (thing > other || (thing == other && coach->year > before->year));
}

/* How many of a kind there must be. */
static gint64
planned (const GpAuditCoaching *audit, GpCoachKind kind)
{
  gint64 sum = 0;
  if (kind == GP_COACH_EXPERT)
    return audit->project->n_expert_coaches;
  if (kind == GP_COACH_VERANDERCOACH)
    return audit->project->n_verandercoaches;
  for (guint y = 0; y < audit->n_years; y++) {
    for (guint32 r = 0; r < audit->n_regions && kind == GP_COACH_HIRE; r++)
      sum += audit->plan->hundredths[gp_audit_by_region (audit->data, GP_AUDIT_COLUMN_HIRE, r, y)] /
             100;
    for (guint i = 0; i < audit->data->n_coached_boards && kind == GP_COACH_TRAINEE; i++)
      sum += audit->plan->hundredths[gp_audit_by_board (audit->data, GP_AUDIT_COLUMN_TRAINING,
                                                        audit->data->coached_boards[i], y)] /
             100;
  }
  return sum;
}

/* No more of a hire's (a trainee's) region (board) and year than the plan has. */
static gboolean
is_planned (const GpAuditCoaching *audit, const GpCoach *coach)
{
  if (coach->record != GP_NONE)
    return TRUE;
  guint year = gp_audit_coaching_year (audit, coach->year);
  if (coach->kind == GP_COACH_TRAINEE && !audit->data->boards[coach->board].can_partner)
    return FALSE;
  guint column =
      coach->kind == GP_COACH_HIRE
          ? gp_audit_by_region (audit->data, GP_AUDIT_COLUMN_HIRE, coach->region, year)
          : gp_audit_by_board (audit->data, GP_AUDIT_COLUMN_TRAINING, coach->board, year);
  return coach->number <= audit->plan->hundredths[column] / 100;
}

void
gp_audit_coaching_people (GpAuditCoaching *audit)
{
  const GpCoaching *c = audit->coaching;
  gint64 n[GP_N_COACH_KINDS] = {0};
  mpq_t exact;
  mpq_init (exact);
  gp_audit_coaching_line (audit, "people");
  for (guint32 i = 0; i < c->n_coaches; i++) {
    const GpCoach *coach = &c->coaches[i];
    gboolean sound = (guint)coach->kind < GP_N_COACH_KINDS && is_sound (audit, coach) &&
                     follows (i > 0 ? coach - 1 : NULL, coach) && is_planned (audit, coach);
    gp_audit_coaching_check_true (
        audit, gp_audit_spot (GP_NONE, sound ? i : GP_NONE, GP_NONE, GP_NONE, GP_YEAR_NONE), sound,
        _ ("The coach is not one of the project or the plan"));
    if (!sound)
      continue;
    n[coach->kind]++;
    for (guint y = 0; y < audit->n_years; y++)
      check_days (audit, i, y, exact);
  }
  for (guint k = 0; k < GP_N_COACH_KINDS; k++)
    gp_audit_coaching_check (
        audit, gp_audit_spot (GP_NONE, GP_NONE, GP_NONE, GP_NONE, audit->project->plan_from),
        100 * (n[k] - planned (audit, (GpCoachKind)k)),
        _ ("Coaches of the project or the plan are missing"));
  mpq_clear (exact);
}

/* ---- nobody above their days -------------------------------------------------------------------
 */

static void
add_given (const GpAuditCoaching *audit, GpCoachYear *years)
{
  const GpCoaching *c = audit->coaching;
  for (guint i = 0; i < c->n_visits; i++) {
    const GpVisit *visit = &c->visits[i];
    if (!gp_audit_coaching_is_expert (audit, visit->coach) ||
        c->coaches[visit->coach].region == audit->project->schools[visit->school].region)
      years[visit->coach * audit->n_years + gp_audit_coaching_year (audit, visit->year)].visits +=
          visit->days;
  }
  for (guint i = 0; i < c->n_works; i++)
    if (c->coaches[c->works[i].coach].region == c->works[i].region)
      years[c->works[i].coach * audit->n_years + gp_audit_coaching_year (audit, c->works[i].year)]
          .work += c->works[i].days;
  for (guint i = 0; i < c->n_loans; i++)
    years[c->loans[i].coach * audit->n_years + gp_audit_coaching_year (audit, c->loans[i].year)]
        .lent += c->loans[i].days;
}

void
gp_audit_coaching_days (GpAuditCoaching *audit)
{
  const GpCoaching *c = audit->coaching;
  gsize n = (gsize)c->n_coaches * audit->n_years;
  g_autofree GpCoachYear *given = g_new0 (GpCoachYear, n + 1);
  gp_audit_coaching_line (audit, "days");
  add_given (audit, given);
  for (guint at = 0; at < n; at++) {
    const GpCoachYear *stated = &c->coach_years[at];
    GpAuditSpot spot = gp_audit_spot (GP_NONE, at / audit->n_years, GP_NONE, GP_NONE,
                                      gp_audit_year (audit->data, at % audit->n_years));
    gp_audit_coaching_check (audit, spot,
                             audit->low[at] + (audit->comes_out[at] ? 0 : 1) - given[at].visits -
                                 given[at].work - given[at].lent,
                             _ ("The coach gives more days than there are"));
    gp_audit_coaching_check_true (audit, spot,
                                  stated->visits == given[at].visits &&
                                      stated->work == given[at].work &&
                                      stated->lent == given[at].lent,
                                  _ ("The coach’s days do not add up"));
  }
}
