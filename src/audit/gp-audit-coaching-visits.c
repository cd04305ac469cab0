/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schools and who visits them: the days that each asks and gets, who may come, and that
 * verandercoaches give what the plan says. */
#include "gp-audit-coaching.h"

#include <glib/gi18n-lib.h>

/* ---- support -----------------------------------------------------------------------------------
 */

/* Days of the school's k-th support year, from 0; NULL: none. */
static const GpAuditNumber *
asked (const GpAuditCoaching *audit, guint32 school, int k)
{
  const GpAuditSector *sector = &audit->data->sectors[audit->project->schools[school].sector];
  if (audit->start_year[school] == GP_YEAR_NONE || k < 0 || k >= (int)sector->n_support)
    return NULL;
  return sector->support[k];
}

static gint64
given (const GpAuditCoaching *audit, guint32 school, GpYear year)
{
  guint n;
  gint64 days = 0;
  const GpVisit *visits = gp_coaching_school_visits (audit->coaching, school, &n);
  for (guint i = 0; i < n; i++)
    days += visits[i].year == year ? visits[i].days : 0;
  return days;
}

/* The days stated for a school and year, and its support year; 0 when it is not there. */
static gint64
stated (const GpAuditCoaching *audit, guint32 school, GpYear year, guint *support_year, guint *rows)
{
  guint n;
  gint64 days = 0;
  const GpCoachingSupport *supports = gp_coaching_school_supports (audit->coaching, school, &n);
  for (guint i = 0; i < n; i++)
    if (supports[i].year == year) {
      days += supports[i].days;
      *support_year = supports[i].support_year;
      (*rows)++;
    }
  return days;
}

typedef struct {
  gint64 *lost;     /* school: days uncovered in the year */
  gint64 *by_place; /* place: days stated in the year */
  mpq_ptr exact;    /* place: days asked in the year */
} SupportYear;

/* Less than a hundredth from what the model asks. */
static void
check_asked (GpAuditCoaching *audit, GpAuditSpot spot, const GpAuditNumber *asks, gint64 days)
{
  mpq_t off, most;
  mpq_inits (off, most, NULL);
  gp_audit_coaching_set (off, days);
  if (asks != NULL)
    mpq_sub (off, off, asks->value);
  mpq_abs (off, off);
  mpq_set_ui (most, 1, 100);
  gp_audit_coaching_check_true (audit, spot, mpq_cmp (off, most) < 0 && (asks != NULL || days == 0),
                                _ ("The school asks other days"));
  mpq_clears (off, most, NULL);
}

static guint
place_of (const GpAuditCoaching *audit, const GpSchool *school)
{
  guint place = audit->data->boards[school->board].first_place;
  while (audit->data->places[place].region != school->region)
    place++;
  return place;
}

static void
check_school (GpAuditCoaching *audit, guint32 i, guint year, SupportYear *sum)
{
  const GpSchool *school = &audit->project->schools[i];
  GpYear now = gp_audit_year (audit->data, year);
  GpAuditSpot spot = gp_audit_spot (i, GP_NONE, GP_NONE, GP_NONE, now);
  int k = now - audit->start_year[i];
  const GpAuditNumber *asks = asked (audit, i, k);
  guint support_year = 0, rows = 0, place = place_of (audit, school);
  gint64 days = stated (audit, i, now, &support_year, &rows);
  if (asks == NULL && rows == 0 && given (audit, i, now) == 0 && sum->lost[i] == 0)
    return;
  check_asked (audit, spot, asks, days);
  gp_audit_coaching_check_true (audit, spot, rows == 0 || (rows == 1 && (int)support_year == k + 1),
                                _ ("The school is in another year of its support"));
  gint64 missing = days - given (audit, i, now) - sum->lost[i];
  gp_audit_coaching_check (audit, spot, -ABS (missing),
                           _ ("The school does not get the days it asks"));
  sum->by_place[place] += days;
  if (asks != NULL)
    mpq_add (&sum->exact[place], &sum->exact[place], asks->value);
}

/* Schools of a board and region together: their days rounded down to the hundredth. */
static void
check_places (GpAuditCoaching *audit, guint year, const SupportYear *sum)
{
  mpq_t over, one;
  mpq_inits (over, one, NULL);
  mpq_set_ui (one, 1, 100);
  for (guint p = 0; p < audit->data->n_places; p++) {
    gp_audit_coaching_set (over, sum->by_place[p]);
    mpq_sub (over, &sum->exact[p], over);
    if (mpq_sgn (over) == 0 && sum->by_place[p] == 0)
      continue;
    gp_audit_coaching_check_true (
        audit,
        gp_audit_spot (GP_NONE, GP_NONE, audit->data->places[p].board,
                       audit->data->places[p].region, gp_audit_year (audit->data, year)),
        mpq_sgn (over) >= 0 && mpq_cmp (over, one) <= 0, _ ("The schools together ask other days"));
  }
  mpq_clears (over, one, NULL);
}

static void
check_support_year (GpAuditCoaching *audit, guint year)
{
  const GpCoaching *c = audit->coaching;
  g_autofree gint64 *lost = g_new0 (gint64, audit->project->n_schools + 1);
  g_autofree gint64 *by_place = g_new0 (gint64, audit->data->n_places + 1);
  SupportYear sum = {lost, by_place, gp_audit_rationals_new (audit->data->n_places + 1)};
  for (guint i = 0; i < c->n_uncovered; i++)
    if (c->uncovered[i].kind == GP_UNCOVERED_SUPPORT && c->uncovered[i].school != GP_NONE &&
        c->uncovered[i].year == gp_audit_year (audit->data, year))
      lost[c->uncovered[i].school] += c->uncovered[i].days;
  for (guint32 i = 0; i < audit->project->n_schools; i++)
    check_school (audit, i, year, &sum);
  check_places (audit, year, &sum);
  gp_audit_rationals_free (sum.exact, audit->data->n_places + 1);
}

void
gp_audit_coaching_support (GpAuditCoaching *audit)
{
  gp_audit_coaching_line (audit, "support");
  for (guint y = 0; y < audit->n_years; y++)
    check_support_year (audit, y);
}

/* ---- who may come ------------------------------------------------------------------------------
 */

static gboolean
has_loan (const GpAuditCoaching *audit, guint32 coach, guint32 region, GpYear year)
{
  const GpCoaching *c = audit->coaching;
  for (guint i = 0; i < c->n_loans; i++)
    if (c->loans[i].coach == coach && c->loans[i].region == region && c->loans[i].year == year)
      return TRUE;
  return FALSE;
}

static void
check_visit (GpAuditCoaching *audit, const GpVisit *visit)
{
  const GpSchool *school = &audit->project->schools[visit->school];
  const GpCoach *coach = &audit->coaching->coaches[visit->coach];
  GpAuditSpot spot = gp_audit_spot (visit->school, visit->coach, GP_NONE, GP_NONE, visit->year);
  gp_audit_coaching_check_true (audit, spot, visit->days > 0, _ ("A visit of no days"));
  if (!gp_audit_coaching_is_expert (audit, visit->coach)) {
    gp_audit_coaching_check_true (audit, spot, coach->board == school->board,
                                  _ ("A verandercoach visits a school of another board"));
    return;
  }
  gp_audit_coaching_check_true (audit, spot,
                                gp_audit_coaching_may_visit (audit, visit->coach, school->sector),
                                _ ("An expert coach visits a school of another sector"));
  gp_audit_coaching_check_true (
      audit, spot,
      coach->region == school->region ||
          has_loan (audit, visit->coach, school->region, visit->year),
      _ ("An expert coach visits another region without days that are lent"));
}

void
gp_audit_coaching_visits (GpAuditCoaching *audit)
{
  const GpCoaching *c = audit->coaching;
  gp_audit_coaching_line (audit, "visits");
  for (guint i = 0; i < c->n_visits; i++) {
    const GpVisit *visit = &c->visits[i];
    check_visit (audit, visit);
    if (i > 0)
      gp_audit_coaching_check_true (
          audit, gp_audit_spot (visit->school, visit->coach, GP_NONE, GP_NONE, visit->year),
          visit[-1].school != visit->school || visit[-1].year != visit->year ||
              visit[-1].coach != visit->coach,
          _ ("The coach is listed twice at the school"));
  }
  for (guint i = 0; i < c->n_works; i++)
    gp_audit_coaching_check_true (
        audit, gp_audit_spot (GP_NONE, c->works[i].coach, GP_NONE, GP_NONE, c->works[i].year),
        gp_audit_coaching_is_expert (audit, c->works[i].coach) && c->works[i].days > 0 &&
            (c->coaches[c->works[i].coach].region == c->works[i].region ||
             has_loan (audit, c->works[i].coach, c->works[i].region, c->works[i].year)),
        _ ("Work that is not this coach’s to do"));
}

/* ---- verandercoaches ---------------------------------------------------------------------------
 */

void
gp_audit_coaching_boards (GpAuditCoaching *audit)
{
  const GpCoaching *c = audit->coaching;
  gsize n = (gsize)audit->data->n_places * audit->n_years;
  g_autofree gint64 *days = g_new0 (gint64, n + 1);
  gp_audit_coaching_line (audit, "verandercoach_days");
  for (guint i = 0; i < c->n_visits; i++)
    if (!gp_audit_coaching_is_expert (audit, c->visits[i].coach))
      days[place_of (audit, &audit->project->schools[c->visits[i].school]) * audit->n_years +
           gp_audit_coaching_year (audit, c->visits[i].year)] += c->visits[i].days;
  for (guint at = 0; at < n; at++) {
    const GpAuditPlace *place = &audit->data->places[at / audit->n_years];
    gint64 planned = 0;
    if (place->coached != GP_NONE)
      planned = audit->plan->hundredths[gp_audit_coach_days (audit->data, at / audit->n_years,
                                                             at % audit->n_years)];
    if (planned == 0 && days[at] == 0)
      continue;
    gp_audit_coaching_check (audit,
                             gp_audit_spot (GP_NONE, GP_NONE, place->board, place->region,
                                            gp_audit_year (audit->data, at % audit->n_years)),
                             -ABS (days[at] - planned),
                             _ ("Verandercoaches give other days than the plan says"));
  }
}
