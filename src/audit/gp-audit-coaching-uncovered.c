/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What nobody does: the reasons must be true, and it must be true that nobody could, for the loans
 * as they are.
 *
 * Nobody could, when from the schools that are short one cannot come to a coach with days left: a
 * coach who may visit such a school could hand over any school that he or she visits, so those
 * schools' sectors count as short too, and so on (the cut of a maximal flow). Work can be handed
 * over to anybody. */
#include "gp-audit-coaching.h"

#include <glib/gi18n-lib.h>

/* A coach who can come to the region. */
typedef struct {
  guint32 coach;
  gint64 left;     /* hundredths that nothing is done with */
  guint32 sectors; /* bits of schools visited there */
  gboolean works, reached;
} Visitor;

typedef struct {
  GpAuditCoaching *audit;
  guint32 region;
  GpYear year;
  GArray *visitors;
  guint32 short_of;                    /* bits of sectors of schools that are short */
  gint64 days[GP_N_UNCOVERED_REASONS]; /* support and work */
  gint64 work, missing_loan;
} Region;

static void
add_given (const Region *region, Visitor *visitor)
{
  const GpAuditCoaching *audit = region->audit;
  const GpCoaching *c = audit->coaching;
  guint n;
  const guint32 *rows = gp_coaching_coach_visits (c, visitor->coach, &n);
  for (guint i = 0; i < n; i++) {
    const GpVisit *visit = &c->visits[rows[i]];
    const GpSchool *school = &audit->project->schools[visit->school];
    if (visit->year != region->year || school->region != region->region)
      continue;
    visitor->left -= visit->days;
    visitor->sectors |= 1u << school->sector;
  }
  rows = gp_coaching_coach_works (c, visitor->coach, &n);
  for (guint i = 0; i < n; i++)
    if (c->works[rows[i]].year == region->year && c->works[rows[i]].region == region->region) {
      visitor->left -= c->works[rows[i]].days;
      visitor->works = TRUE;
    }
}

static void
gather (Region *region)
{
  const GpAuditCoaching *audit = region->audit;
  const GpCoaching *c = audit->coaching;
  guint year = gp_audit_coaching_year (audit, region->year);
  for (guint32 i = 0; i < c->n_coaches; i++) {
    Visitor visitor = {.coach = i};
    if (!gp_audit_coaching_is_expert (audit, i) || c->coaches[i].region != region->region)
      continue;
    visitor.left =
        audit->low[i * audit->n_years + year] - c->coach_years[i * audit->n_years + year].lent;
    add_given (region, &visitor);
    g_array_append_val (region->visitors, visitor);
  }
  for (guint i = 0; i < c->n_loans; i++) {
    Visitor visitor = {.coach = c->loans[i].coach, .left = c->loans[i].arrives};
    if (c->loans[i].region != region->region || c->loans[i].year != region->year)
      continue;
    add_given (region, &visitor);
    g_array_append_val (region->visitors, visitor);
  }
}

static void
add_uncovered (Region *region)
{
  const GpCoaching *c = region->audit->coaching;
  for (guint i = 0; i < c->n_uncovered; i++) {
    const GpUncovered *row = &c->uncovered[i];
    if (row->region != region->region || row->year != region->year)
      continue;
    if (row->kind == GP_UNCOVERED_LOAN) {
      region->missing_loan += row->days;
      continue;
    }
    region->days[row->reason] += row->days;
    if (row->kind == GP_UNCOVERED_WORK)
      region->work += row->days;
    else if (row->reason != GP_UNCOVERED_ROUNDING)
      region->short_of |= 1u << region->audit->project->schools[row->school].sector;
  }
}

/* ---- could nobody? -----------------------------------------------------------------------------
 */

static gboolean
can_help (const Region *region, const Visitor *visitor, guint32 sectors)
{
  guint32 own = region->audit->coaching->coaches[visitor->coach].sectors;
  return sectors != 0 && (own == 0 || (own & sectors) != 0);
}

/* Days of those who could help, in the end. */
static gint64
find_help (Region *region)
{
  guint32 sectors = region->short_of;
  gboolean anybody = region->work > 0, grew = TRUE;
  gint64 days = 0;
  while (grew) {
    grew = FALSE;
    for (guint i = 0; i < region->visitors->len; i++) {
      Visitor *visitor = &g_array_index (region->visitors, Visitor, i);
      if (visitor->reached || !(anybody || can_help (region, visitor, sectors)))
        continue;
      visitor->reached = grew = TRUE;
      sectors |= anybody ? 0 : visitor->sectors;
      anybody = anybody || visitor->works;
      days += MAX (0, visitor->left);
    }
  }
  return days;
}

/* ---- reasons -----------------------------------------------------------------------------------
 */

static gint64
days_left (const Region *region)
{
  gint64 days = 0;
  for (guint i = 0; i < region->visitors->len; i++)
    days += MAX (0, g_array_index (region->visitors, Visitor, i).left);
  return days;
}

/* Coaches whose days may have been rounded: a hundredth each can be lost, and two more where the
 * work and the schools of the region are. */
static gint64
rounding_room (const Region *region)
{
  const GpCoaching *c = region->audit->coaching;
  gint64 n = region->visitors->len + 2;
  for (guint32 i = 0; i < c->n_coaches; i++)
    n += !gp_audit_coaching_is_expert (region->audit, i) && c->coaches[i].region == region->region;
  return n;
}

static void
check_region (Region *region)
{
  GpAuditCoaching *audit = region->audit;
  GpAuditSpot spot = gp_audit_spot (GP_NONE, GP_NONE, GP_NONE, region->region, region->year);
  gint64 overload =
      audit->plan
          ->hundredths[gp_audit_by_region (audit->data, GP_AUDIT_COLUMN_OVERLOAD, region->region,
                                           gp_audit_coaching_year (audit, region->year))];
  gather (region);
  add_uncovered (region);
  gp_audit_coaching_check (audit, spot, overload - region->days[GP_UNCOVERED_OVERLOAD],
                           _ ("More is called overload than the plan has"));
  gp_audit_coaching_check_true (audit, spot,
                                region->days[GP_UNCOVERED_SECTORS] == 0 || days_left (region) > 0,
                                _ ("Sectors are no reason: nobody has days left"));
  gp_audit_coaching_check (audit, spot,
                           rounding_room (region) - region->days[GP_UNCOVERED_ROUNDING],
                           _ ("More is called rounding than that can be"));
  gp_audit_coaching_check (audit, spot,
                           MAX (overload, rounding_room (region)) - region->missing_loan,
                           _ ("Days are not lent that the region has"));
  gp_audit_coaching_check (audit, spot, -find_help (region),
                           _ ("Days are listed as uncovered that a coach has"));
}

void
gp_audit_coaching_uncovered (GpAuditCoaching *audit)
{
  gp_audit_coaching_line (audit, "uncovered");
  for (guint i = 0; i < audit->coaching->n_uncovered; i++)
    gp_audit_coaching_check_true (
        audit,
        gp_audit_spot (GP_NONE, GP_NONE, GP_NONE, GP_NONE, audit->coaching->uncovered[i].year),
        audit->coaching->uncovered[i].days > 0, _ ("No days are listed as uncovered"));
  for (guint32 r = 0; r < audit->n_regions; r++)
    for (guint y = 0; y < audit->n_years; y++) {
      Region region = {.audit = audit, .region = r, .year = gp_audit_year (audit->data, y)};
      region.visitors = g_array_new (FALSE, FALSE, sizeof (Visitor));
      check_region (&region);
      g_array_unref (region.visitors);
    }
}
