/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Experts to schools, in one region and year.
 *
 *   1. a school keeps the coach of the year before who can still do all of it, else one who can do
 * a good part of it (1/GP_KEEPS);
 *   2. the others go whole to a coach, those that few coaches may visit and that ask most first;
 *   3. what fits nobody whole is filled from one coach after the other: each step empties the coach
 *      or the school, so what comes of it has no circles;
 *   4. a school that then is short although somebody has days left (in another sector) is helped by
 *      a chain: a coach who may visit it passes a school on to another, and so to one with days
 * left (augmenting paths; when there is none, no other way of naming covers more).
 *
 * Steps 2 to 4 are tried in two ways, spreading the schools over coaches or filling coach by coach,
 * and that with fewer days uncovered, then with fewer schools parted, is taken. */
#include "gp-coaching-private.h"

typedef struct {
  guint ask, visitor; /* indices into Team */
  gint64 days;
} Gift;

typedef struct {
  guint32 at; /* into maker->needs */
  guint32 sector;
  gint64 open;
} TeamAsk;

typedef struct {
  GpCoachingMaker *maker;
  guint year;
  GArray *asks;     /* of TeamAsk: those with open days, in the order of step 2 */
  GArray *visitors; /* of GpVisitor */
  GArray *gifts;    /* of Gift */
} Team;

#define ASK(team, i) (&g_array_index ((team)->asks, TeamAsk, i))
#define VISITOR(team, i) (&g_array_index ((team)->visitors, GpVisitor, i))

/* ---- who can come ------------------------------------------------------------------------------
 */

GArray *
gp_coaching_visitors (const GpCoachingMaker *maker, guint32 region, guint year)
{
  GArray *visitors = g_array_new (FALSE, FALSE, sizeof (GpVisitor));
  for (guint32 k = maker->region_first[region]; k < maker->region_first[region + 1]; k++) {
    guint32 coach = maker->region_coaches[k];
    GpVisitor own = {coach, GP_NONE, g_array_index (maker->coaches, GpCoach, coach).sectors,
                     *GP_LEFT (maker, coach, year)};
    if (own.days > 0)
      g_array_append_val (visitors, own);
  }
  for (guint32 i = 0; i < maker->loans->len; i++) {
    const GpCoachingLoan *loan = &g_array_index (maker->loans, GpCoachingLoan, i);
    GpVisitor guest = {loan->coach, i, g_array_index (maker->coaches, GpCoach, loan->coach).sectors,
                       g_array_index (maker->loan_left, gint64, i)};
    if (loan->region == region && loan->year == gp_plan_data_year (maker->data, year) &&
        guest.days > 0)
      g_array_append_val (visitors, guest);
  }
  return visitors;
}

static gboolean
may_visit (const GpVisitor *visitor, guint32 sector)
{
  return visitor->sectors == 0 || (visitor->sectors >> sector & 1) != 0;
}

static guint
n_sectors (const GpVisitor *visitor)
{
  guint n = 0;
  for (guint32 bits = visitor->sectors; bits != 0; bits &= bits - 1)
    n++;
  return n > 0 ? n : 33;
}

/* ---- giving ------------------------------------------------------------------------------------
 */

static void
give (Team *team, guint ask, guint visitor, gint64 days)
{
  ASK (team, ask)->open -= days;
  VISITOR (team, visitor)->days -= days;
  Gift gift = {ask, visitor, days};
  g_array_append_val (team->gifts, gift);
}

/* Step 1. */
static void
keep_coaches (Team *team, gboolean whole)
{
  for (guint i = 0; i < team->asks->len; i++) {
    const GpAsk *ask = GP_ASK (team->maker, ASK (team, i)->at);
    gint64 open = ASK (team, i)->open;
    guint best = GP_NONE;
    if (open == 0 || ask->before == GP_NONE)
      continue;
    for (guint v = 0; v < team->visitors->len; v++)
      if (VISITOR (team, v)->days > 0 &&
          gp_coaching_days_before (team->maker, ask, VISITOR (team, v)->coach) > 0 &&
          (best == GP_NONE || VISITOR (team, v)->days > VISITOR (team, best)->days))
        best = v;
    gint64 days = best != GP_NONE ? MIN (open, VISITOR (team, best)->days) : 0;
    if (days > 0 && (days == open || (!whole && days * GP_KEEPS >= open)))
      give (team, i, best, days);
  }
}

/* Among those to whom the school fits whole: who may visit fewest sectors, then (spread) who has
 * most days left, or least. */
static guint
find_whole (const Team *team, const TeamAsk *ask, gboolean spread)
{
  guint best = GP_NONE;
  for (guint v = 0; v < team->visitors->len; v++) {
    const GpVisitor *visitor = VISITOR (team, v), *other;
    if (visitor->days < ask->open || !may_visit (visitor, ask->sector))
      continue;
    if (best == GP_NONE) {
      best = v;
      continue;
    }
    other = VISITOR (team, best);
    guint bound = n_sectors (visitor), other_bound = n_sectors (other);
    if (bound < other_bound || (bound == other_bound && (spread ? visitor->days > other->days
                                                                : visitor->days < other->days)))
      best = v;
  }
  return best;
}

static void
give_whole (Team *team, gboolean spread)
{
  for (guint i = 0; i < team->asks->len; i++) {
    guint visitor = ASK (team, i)->open > 0 ? find_whole (team, ASK (team, i), spread) : GP_NONE;
    if (visitor != GP_NONE)
      give (team, i, visitor, ASK (team, i)->open);
  }
}

static guint
find_most (const Team *team, guint32 sector)
{
  guint best = GP_NONE;
  for (guint v = 0; v < team->visitors->len; v++) {
    const GpVisitor *visitor = VISITOR (team, v);
    if (visitor->days == 0 || !may_visit (visitor, sector))
      continue;
    if (best == GP_NONE || visitor->days > VISITOR (team, best)->days)
      best = v;
  }
  return best;
}

/* Step 3. */
static void
give_parts (Team *team)
{
  for (guint i = 0; i < team->asks->len; i++) {
    guint visitor;
    while (ASK (team, i)->open > 0 &&
           (visitor = find_most (team, ASK (team, i)->sector)) != GP_NONE)
      give (team, i, visitor, MIN (ASK (team, i)->open, VISITOR (team, visitor)->days));
  }
}

/* ---- step 4: chains ----------------------------------------------------------------------------
 */

/* For each visitor how a chain comes to it: over which gift (GP_NONE: it may visit the school
 * itself), and where it came from. */
typedef struct {
  gboolean reached;
  guint gift; /* the visitor before gives this gift to this one */
} Step;

/* A visitor reached who has days left, or GP_NONE; steps is filled by breadth. */
static guint
find_chain (const Team *team, guint32 sector, Step *steps, guint *queue)
{
  guint n = 0;
  for (guint v = 0; v < team->visitors->len; v++) {
    steps[v] = (Step){may_visit (VISITOR (team, v), sector), GP_NONE};
    if (steps[v].reached)
      queue[n++] = v;
  }
  for (guint k = 0; k < n; k++) {
    if (VISITOR (team, queue[k])->days > 0)
      return queue[k];
    for (guint g = 0; g < team->gifts->len; g++) {
      const Gift *gift = &g_array_index (team->gifts, Gift, g);
      if (gift->visitor != queue[k] || gift->days == 0)
        continue;
      for (guint v = 0; v < team->visitors->len; v++)
        if (!steps[v].reached && may_visit (VISITOR (team, v), ASK (team, gift->ask)->sector)) {
          steps[v] = (Step){TRUE, g};
          queue[n++] = v;
        }
    }
  }
  return GP_NONE;
}

/* Moves days along the chain that ends at visitor to the school. */
static void
pass_on (Team *team, guint ask, guint end, const Step *steps)
{
  gint64 days = MIN (ASK (team, ask)->open, VISITOR (team, end)->days);
  for (guint v = end; steps[v].gift != GP_NONE;) {
    const Gift *gift = &g_array_index (team->gifts, Gift, steps[v].gift);
    days = MIN (days, gift->days);
    v = gift->visitor;
  }
  guint v = end;
  while (steps[v].gift != GP_NONE) {
    Gift *gift = &g_array_index (team->gifts, Gift, steps[v].gift);
    guint from = gift->visitor, passed = gift->ask;
    gift->days -= days;
    VISITOR (team, from)->days += days;
    ASK (team, passed)->open += days;
    give (team, passed, v, days);
    v = from;
  }
  give (team, ask, v, days);
}

static void
help_short (Team *team)
{
  g_autofree Step *steps = g_new (Step, team->visitors->len + 1);
  g_autofree guint *queue = g_new (guint, team->visitors->len + 1);
  guint32 hopeless = 0; /* sectors for which there was no chain: there will be none later */
  for (guint i = 0; i < team->asks->len; i++) {
    guint32 sector = ASK (team, i)->sector;
    while (ASK (team, i)->open > 0 && (hopeless >> sector & 1) == 0) {
      guint end = find_chain (team, sector, steps, queue);
      if (end != GP_NONE)
        pass_on (team, i, end, steps);
      else
        hopeless |= 1u << sector;
    }
  }
}

/* ---- a region's year ---------------------------------------------------------------------------
 */

/* Days of visitors who may visit each sector: the fewer, the earlier its schools get a coach. */
static gint64 *
days_by_sector (const Team *team)
{
  gint64 *days = g_new0 (gint64, team->maker->project->n_sectors + 1);
  for (guint32 s = 0; s < team->maker->project->n_sectors; s++)
    for (guint v = 0; v < team->visitors->len; v++)
      days[s] += may_visit (VISITOR (team, v), s) ? VISITOR (team, v)->days : 0;
  return days;
}

static int
compare_asks (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TeamAsk *p = a, *q = b;
  const gint64 *days = user_data;
  if (days[p->sector] != days[q->sector])
    return days[p->sector] < days[q->sector] ? -1 : 1;
  if (p->open != q->open)
    return p->open > q->open ? -1 : 1;
  return p->at < q->at ? -1 : p->at > q->at;
}

static void
gather_asks (Team *team, guint32 region)
{
  const GpCoachingMaker *maker = team->maker;
  const guint *first = &maker->first_need[team->year * maker->n_regions + region];
  g_autofree gint64 *days = days_by_sector (team);
  team->asks = g_array_new (FALSE, FALSE, sizeof (TeamAsk));
  for (guint32 i = first[0]; i < first[1]; i++) {
    const GpAsk *ask = GP_ASK (maker, i);
    TeamAsk row = {i, ask->sector, ask->open};
    if (ask->open > 0)
      g_array_append_val (team->asks, row);
  }
  g_array_sort_with_data (team->asks, compare_asks, days);
}

static Team
copy_team (const Team *from)
{
  Team copy = *from;
  copy.asks = g_array_copy (from->asks);
  copy.visitors = g_array_copy (from->visitors);
  copy.gifts = g_array_copy (from->gifts);
  return copy;
}

static void
clear_team (Team *team)
{
  g_array_unref (team->asks);
  g_array_unref (team->visitors);
  g_array_unref (team->gifts);
}

static gint64
still_open (const Team *team)
{
  gint64 sum = 0;
  for (guint i = 0; i < team->asks->len; i++)
    sum += ASK (team, i)->open;
  return sum;
}

/* Pairs that visit: the more, the more schools have two coaches. */
static guint
n_pairs (const Team *team)
{
  guint n = 0;
  for (guint i = 0; i < team->gifts->len; i++)
    n += g_array_index (team->gifts, Gift, i).days > 0;
  return n;
}

static void
settle (Team *team)
{
  GpCoachingMaker *maker = team->maker;
  for (guint i = 0; i < team->gifts->len; i++) {
    const Gift *gift = &g_array_index (team->gifts, Gift, i);
    const GpVisitor *visitor = VISITOR (team, gift->visitor);
    if (gift->days == 0)
      continue;
    gp_coaching_visit (maker, ASK (team, gift->ask)->at, visitor->coach, gift->days);
    if (visitor->loan != GP_NONE)
      g_array_index (maker->loan_left, gint64, visitor->loan) -= gift->days;
    else
      *GP_LEFT (maker, visitor->coach, team->year) -= gift->days;
  }
}

static void
complete (Team *team, gboolean spread)
{
  give_whole (team, spread);
  give_parts (team);
  help_short (team);
}

/* Fewer days open, then fewer pairs, then as is liked. */
static gboolean
is_better (const Team *team, const Team *other, gboolean liked)
{
  gint64 more = still_open (team) - still_open (other);
  if (more != 0)
    return more < 0;
  if (n_pairs (team) != n_pairs (other))
    return n_pairs (team) < n_pairs (other);
  return liked;
}

/* Where days are lent, filling coach by coach leaves those of few coaches. */
void
gp_coaching_experts_year (GpCoachingMaker *maker, guint32 region, guint year,
                          const gint64 *reserved)
{
  Team team = {.maker = maker, .year = year};
  team.visitors = gp_coaching_visitors (maker, region, year);
  for (guint v = 0; v < team.visitors->len && reserved != NULL; v++)
    VISITOR (&team, v)->days -= MIN (VISITOR (&team, v)->days, reserved[VISITOR (&team, v)->coach]);
  team.gifts = g_array_new (FALSE, FALSE, sizeof (Gift));
  gather_asks (&team, region);
  keep_coaches (&team, TRUE);
  keep_coaches (&team, FALSE);
  Team tight = copy_team (&team);
  complete (&team, TRUE);
  complete (&tight, FALSE);
  settle (is_better (&tight, &team, reserved != NULL) ? &tight : &team);
  clear_team (&team);
  clear_team (&tight);
}
