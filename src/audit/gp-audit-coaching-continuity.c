/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Few schools with two coaches, and the same coach in the next year: what is counted is true, who
 * visits whom makes no circle, and the list of breaks is complete, with true reasons. */
#include "gp-audit-coaching.h"

#include <glib/gi18n-lib.h>

/* ---- splits ------------------------------------------------------------------------------------
 */

/* A school's visits in one year, from first; how many. */
static guint
same_year (const GpCoaching *c, guint first)
{
  guint n = 1;
  while (first + n < c->n_visits && c->visits[first + n].school == c->visits[first].school &&
         c->visits[first + n].year == c->visits[first].year)
    n++;
  return n;
}

static GpCoachingCount *
count_at (const GpAuditCoaching *audit, GpCoachingCount *counts, guint32 school, GpYear year)
{
  return &counts[audit->project->schools[school].region * audit->n_years +
                 gp_audit_coaching_year (audit, year)];
}

static void
count_visits (const GpAuditCoaching *audit, GpCoachingCount *counts)
{
  const GpCoaching *c = audit->coaching;
  for (guint i = 0, n; i < c->n_visits; i += n) {
    GpCoachingCount *count = count_at (audit, counts, c->visits[i].school, c->visits[i].year);
    n = same_year (c, i);
    count->schools++;
    count->visits += n;
    count->split += n > 1;
    count->continuing += i > 0 && c->visits[i - 1].school == c->visits[i].school &&
                         c->visits[i - 1].year + 1 == c->visits[i].year;
  }
}

/* Coaches with a visit in a region and year. */
static void
count_coaches (const GpAuditCoaching *audit, GpCoachingCount *counts)
{
  const GpCoaching *c = audit->coaching;
  for (guint32 coach = 0; coach < c->n_coaches; coach++) {
    g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
    guint n;
    const guint32 *rows = gp_coaching_coach_visits (c, coach, &n);
    for (guint i = 0; i < n; i++) {
      const GpVisit *visit = &c->visits[rows[i]];
      GpCoachingCount *count = count_at (audit, counts, visit->school, visit->year);
      if (g_hash_table_add (seen, count))
        count->coaches++;
    }
  }
}

static gboolean
is_stated (const GpCoachingCount *stated, const GpCoachingCount *counted)
{
  return stated->schools == counted->schools && stated->coaches == counted->coaches &&
         stated->visits == counted->visits && stated->split == counted->split &&
         stated->continuing == counted->continuing;
}

static guint32
find_root (guint32 *root, guint32 node)
{
  while (root[node] != node)
    node = root[node] = root[root[node]];
  return node;
}

/* Visits that close a circle of schools and coaches, in a region and year. */
static guint
count_circles (const GpAuditCoaching *audit, guint32 region, GpYear year, guint32 *root)
{
  const GpCoaching *c = audit->coaching;
  guint circles = 0;
  for (guint32 i = 0; i < audit->project->n_schools + c->n_coaches; i++)
    root[i] = i;
  for (guint i = 0; i < c->n_visits; i++) {
    const GpVisit *visit = &c->visits[i];
    if (visit->year != year || audit->project->schools[visit->school].region != region)
      continue;
    guint32 a = find_root (root, visit->school);
    guint32 b = find_root (root, audit->project->n_schools + visit->coach);
    circles += a == b;
    root[a] = b;
  }
  return circles;
}

void
gp_audit_coaching_splits (GpAuditCoaching *audit)
{
  g_autofree guint32 *root =
      g_new (guint32, audit->project->n_schools + audit->coaching->n_coaches + 1);
  guint n = audit->n_regions * audit->n_years;
  g_autofree GpCoachingCount *counts = g_new0 (GpCoachingCount, n + 1);
  gp_audit_coaching_line (audit, "splits");
  count_visits (audit, counts);
  count_coaches (audit, counts);
  for (guint at = 0; at < n; at++) {
    GpAuditSpot spot = gp_audit_spot (GP_NONE, GP_NONE, GP_NONE, at / audit->n_years,
                                      gp_audit_year (audit->data, at % audit->n_years));
    gint64 bound = counts[at].coaches > 0 ? counts[at].coaches - 1 : 0;
    gint64 circles = count_circles (audit, spot.region, spot.year, root);
    gp_audit_coaching_check (audit, spot,
                             100 * (bound - (gint64)counts[at].visits + counts[at].schools),
                             _ ("More schools have two coaches than the days ask"));
    gp_audit_coaching_check (audit, spot, -100 * circles, _ ("Who visits whom makes a circle"));
    gp_audit_coaching_check_true (audit, spot,
                                  is_stated (&audit->coaching->counts[at], &counts[at]),
                                  _ ("Visits are counted wrong"));
  }
}

/* ---- continuity --------------------------------------------------------------------------------
 */

/* A school in a year, with the visits of that year and the year before. */
typedef struct {
  const GpAuditCoaching *audit;
  const GpVisit *now, *before;
  guint n_now, n_before;
} Next;

static gint64
days_of (const GpVisit *visits, guint n, guint32 coach)
{
  for (guint i = 0; i < n; i++)
    if (visits[i].coach == coach)
      return visits[i].days;
  return 0;
}

static gboolean
is_kept (const Next *next)
{
  for (guint i = 0; i < next->n_now; i++)
    if (days_of (next->before, next->n_before, next->now[i].coach) > 0)
      return TRUE;
  return FALSE;
}

/* Days of the expert at schools of the year before, and in other regions. */
static gint64
bound_days (const GpAuditCoaching *audit, guint32 coach, GpYear year)
{
  const GpCoaching *c = audit->coaching;
  gint64 days = c->coach_years[coach * audit->n_years + gp_audit_coaching_year (audit, year)].lent;
  guint n, n_school;
  const guint32 *rows = gp_coaching_coach_visits (c, coach, &n);
  for (guint i = 0; i < n; i++) {
    const GpVisit *visit = &c->visits[rows[i]];
    if (visit->year != year ||
        audit->project->schools[visit->school].region != c->coaches[coach].region)
      continue;
    const GpVisit *all = gp_coaching_school_visits (c, visit->school, &n_school);
    for (guint k = 0; k < n_school; k++)
      if (all[k].year == year - 1 && all[k].coach == coach)
        days += visit->days;
  }
  return days;
}

static gboolean
comes_from_board_alone (const Next *next)
{
  for (guint i = 0; i < next->n_now; i++)
    if (gp_audit_coaching_is_expert (next->audit, next->now[i].coach))
      return FALSE;
  return TRUE;
}

/* Days that the school asks. */
static gint64
asked (const Next *next)
{
  guint n;
  const GpCoachingSupport *rows =
      gp_coaching_school_supports (next->audit->coaching, next->now->school, &n);
  for (guint i = 0; i < n; i++)
    if (rows[i].year == next->now->year)
      return rows[i].days;
  return 0;
}

/* What is true of those who came before and still have days. */
typedef struct {
  gboolean any, board, guest, room;
} Before;

static Before
look_at_before (const Next *next)
{
  const GpAuditCoaching *audit = next->audit;
  guint year = gp_audit_coaching_year (audit, next->now->year);
  Before found = {0};
  for (guint i = 0; i < next->n_before; i++) {
    guint32 coach = next->before[i].coach;
    gint64 days = audit->low[coach * audit->n_years + year];
    if (days == 0)
      continue;
    found.any = TRUE;
    if (!gp_audit_coaching_is_expert (audit, coach))
      found.board = TRUE;
    else if (audit->coaching->coaches[coach].region !=
             audit->project->schools[next->now->school].region)
      found.guest = TRUE;
    else if ((days - bound_days (audit, coach, next->now->year)) * 4 >= asked (next))
      found.room = TRUE;
  }
  return found;
}

static gboolean
is_true (const Next *next, GpBreakReason reason)
{
  Before before = look_at_before (next);
  switch (reason) {
  case GP_BREAK_GONE:
    return !before.any;
  case GP_BREAK_BOARD:
    return before.any && (before.board || comes_from_board_alone (next));
  case GP_BREAK_LENDING:
    return before.guest;
  case GP_BREAK_FULL:
    return before.any && !before.board && !before.guest && !before.room;
  case GP_BREAK_SECTORS:
    return before.room;
  default:
    return FALSE;
  }
}

/* The break of that school and year, crossed off; NULL when there is none. */
static const GpCoachingBreak *
find_break (const GpAuditCoaching *audit, guint32 school, GpYear year, guint *next)
{
  const GpCoaching *c = audit->coaching;
  while (*next < c->n_breaks &&
         (c->breaks[*next].school < school ||
          (c->breaks[*next].school == school && c->breaks[*next].year < year)))
    (*next)++;
  if (*next == c->n_breaks || c->breaks[*next].school != school || c->breaks[*next].year != year)
    return NULL;
  return &c->breaks[(*next)++];
}

static void
check_next (GpAuditCoaching *audit, const Next *next, guint *at, guint *n_found)
{
  GpAuditSpot spot = gp_audit_spot (next->now->school, GP_NONE, GP_NONE, GP_NONE, next->now->year);
  gboolean kept = is_kept (next);
  const GpCoachingBreak *row = find_break (audit, spot.school, spot.year, at);
  gp_audit_coaching_check_true (audit, spot, kept == (row == NULL),
                                kept ? _ ("A break is listed that is none")
                                     : _ ("Nobody comes who came before, and that is not listed"));
  if (row == NULL)
    return;
  (*n_found)++;
  gp_audit_coaching_check_true (audit, spot,
                                days_of (next->before, next->n_before, row->coach) > 0 &&
                                    is_true (next, row->reason),
                                _ ("The reason why nobody comes who came before is not true"));
}

void
gp_audit_coaching_continuity (GpAuditCoaching *audit)
{
  const GpCoaching *c = audit->coaching;
  guint before = 0, n_before = 0, next_break = 0, n_found = 0;
  gp_audit_coaching_line (audit, "continuity");
  for (guint i = 0, n; i < c->n_visits; i += n) {
    n = same_year (c, i);
    Next next = {audit, &c->visits[i], &c->visits[before], n, n_before};
    if (n_before > 0 && next.before->school == next.now->school &&
        next.before->year + 1 == next.now->year)
      check_next (audit, &next, &next_break, &n_found);
    before = i;
    n_before = n;
  }
  gp_audit_coaching_check_true (
      audit, gp_audit_spot (GP_NONE, GP_NONE, GP_NONE, GP_NONE, audit->project->plan_from),
      n_found == c->n_breaks, _ ("A break is listed that is none"));
}
