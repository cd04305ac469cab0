/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verandercoaches to schools of their board, in one year: the plan says how many days they give in
 * each region, here it becomes which school gets how many of them, and from whom.
 *
 * Which schools (a site's share is exact, so at most one of its schools gets part of its days):
 *   1. those that had a verandercoach last year;
 *   2. those that go on next year, where the plan's days of next year leave room for them too, so
 *      that they need not change hands;
 *   3. other schools without a coach of before: a set that fits exactly where there is one;
 *   4. what is then left, in parts: of those not given yet, and last of schools that have an
 * expert. From whom: whoever was there last year; then the whole school to whom it fits best; then
 * the rest from one coach after the other, which parts at most as many schools as there are coaches
 * less one.
 */
#include "gp-coaching-private.h"

typedef struct {
  guint32 ask;
  gint64 days; /* for verandercoaches */
  guint tier;  /* 0 had one, 1 new, 2 has an expert */
  gint64 next; /* days that the school asks next year */
} Item;

typedef struct {
  GpCoachingMaker *maker;
  guint32 board;
  guint year;
  GArray *items; /* of Item: those of all regions that get something */
} Board;

static gint64 *
left_of (const Board *b, guint32 coach)
{
  return GP_LEFT (b->maker, coach, b->year);
}

/* The verandercoach of the year before who has most left, or GP_NONE. */
static guint32
coach_of_before (const Board *b, const GpAsk *ask)
{
  guint32 best = GP_NONE;
  if (ask->before == GP_NONE)
    return GP_NONE;
  for (guint32 k = b->maker->board_first[b->board]; k < b->maker->board_first[b->board + 1]; k++) {
    guint32 coach = b->maker->board_coaches[k];
    if (gp_coaching_days_before (b->maker, ask, coach) > 0 && *left_of (b, coach) > 0 &&
        (best == GP_NONE || *left_of (b, coach) > *left_of (b, best)))
      best = coach;
  }
  return best;
}

/* An expert of the year before still has days. */
static gboolean
has_expert_of_before (const Board *b, const GpAsk *ask)
{
  guint32 v = ask->before != GP_NONE ? GP_ASK (b->maker, ask->before)->first_visit : GP_NONE;
  while (v != GP_NONE) {
    const GpAskVisit *visit = &g_array_index (b->maker->visits, GpAskVisit, v);
    const GpCoach *coach = &g_array_index (b->maker->coaches, GpCoach, visit->coach);
    if (gp_coach_is_expert (coach) && *left_of (b, visit->coach) > 0)
      return TRUE;
    v = visit->next;
  }
  return FALSE;
}

/* ---- which schools -----------------------------------------------------------------------------
 */

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *p = a, *q = b;
  if (p->tier != q->tier)
    return p->tier < q->tier ? -1 : 1;
  if ((p->next > 0) != (q->next > 0)) /* a school that goes on may have to change hands */
    return p->next > 0 ? 1 : -1;
  if (p->days != q->days)
    return p->days > q->days ? -1 : 1;
  return p->ask < q->ask ? -1 : p->ask > q->ask;
}

static GArray *
items_of_site (const Board *b, guint first, guint last)
{
  GArray *items = g_array_sized_new (FALSE, FALSE, sizeof (Item), last - first);
  for (guint32 i = first; i < last; i++) {
    const GpAsk *ask = GP_ASK (b->maker, i);
    if (ask->days == 0)
      continue;
    Item item = {.ask = i, .days = ask->days, .tier = 1};
    if (coach_of_before (b, ask) != GP_NONE)
      item.tier = 0;
    else if (has_expert_of_before (b, ask))
      item.tier = 2;
    if (ask->after != GP_NONE)
      item.next = GP_ASK (b->maker, ask->after)->days;
    g_array_append_val (items, item);
  }
  g_array_sort (items, compare_items);
  return items;
}

typedef struct {
  Board *board;
  GArray *items;   /* of the site */
  gboolean *taken; /* by item */
  gint64 left;     /* still to give in the site */
} Site;

static void
take (Site *site, guint i, gint64 days)
{
  Item item = g_array_index (site->items, Item, i);
  item.days = days;
  g_array_append_val (site->board->items, item);
  site->taken[i] = TRUE;
  site->left -= days;
}

/* Steps 1 and 2: room is what next year's days leave. */
static void
take_going_on (Site *site, gint64 room)
{
  for (guint tier = 0; tier < 2; tier++)
    for (guint i = 0; i < site->items->len; i++) {
      const Item *item = &g_array_index (site->items, Item, i);
      if (item->tier != tier || item->days > site->left || (tier == 1 && item->next == 0) ||
          (tier == 1 && item->next > room))
        continue;
      room -= item->next;
      take (site, i, item->days);
    }
}

/* How often a number of days occurs among the new schools that are not taken. */
#define MAX_SIZES 4
typedef struct {
  gint64 days[MAX_SIZES];
  guint n[MAX_SIZES], use[MAX_SIZES], n_sizes;
  guint steps; /* that the search may still take */
} Sizes;

static gboolean
count_sizes (const Site *site, Sizes *sizes)
{
  for (guint i = 0; i < site->items->len; i++) {
    const Item *item = &g_array_index (site->items, Item, i);
    guint s = 0;
    if (item->tier != 1 || site->taken[i] || item->days == 0)
      continue;
    while (s < sizes->n_sizes && sizes->days[s] != item->days)
      s++;
    if (s == MAX_SIZES)
      return FALSE;
    sizes->n_sizes = MAX (sizes->n_sizes, s + 1);
    sizes->days[s] = item->days;
    sizes->n[s]++;
  }
  return sizes->n_sizes > 0;
}

/* How many of each size add up to exactly so many days; largest sizes first. */
static gboolean
fit (Sizes *sizes, guint s, gint64 days)
{
  if (days == 0)
    return TRUE;
  if (s == sizes->n_sizes || sizes->steps == 0)
    return FALSE;
  sizes->steps--;
  for (guint k = (guint)MIN (sizes->n[s], days / sizes->days[s]) + 1; k > 0; k--) {
    sizes->use[s] = k - 1;
    if (fit (sizes, s + 1, days - (k - 1) * sizes->days[s]))
      return TRUE;
  }
  sizes->use[s] = 0;
  return FALSE;
}

/* Step 3: an exact fit, else whole schools while they fit. */
static void
take_new (Site *site)
{
  Sizes sizes = {.steps = 2000};
  gboolean exact = count_sizes (site, &sizes) && fit (&sizes, 0, site->left);
  for (guint i = 0; i < site->items->len; i++) {
    const Item *item = &g_array_index (site->items, Item, i);
    if (item->tier != 1 || site->taken[i] || item->days > site->left)
      continue;
    guint s = 0;
    while (exact && sizes.days[s] != item->days)
      s++;
    if (exact && sizes.use[s] == 0)
      continue;
    sizes.use[s] -= exact ? 1 : 0;
    take (site, i, item->days);
  }
}

/* What the plan has verandercoaches give in the site next year. */
static gint64
room_next_year (const Board *b, guint32 site)
{
  if (b->year + 1 >= b->maker->n_years)
    return 0;
  return b->maker->coach_days[site * b->maker->n_years + b->year + 1];
}

static void
choose_schools (Board *b, guint32 site_index, guint first, guint last)
{
  g_autoptr (GArray) items = items_of_site (b, first, last);
  g_autofree gboolean *taken = g_new0 (gboolean, items->len + 1);
  Site site = {b, items, taken, b->maker->coach_days[site_index * b->maker->n_years + b->year]};
  take_going_on (&site, room_next_year (b, site_index));
  take_new (&site);
  for (guint i = 0; i < items->len && site.left > 0; i++)
    if (!taken[i])
      take (&site, i, MIN (site.left, g_array_index (items, Item, i).days));
}

/* ---- from whom ---------------------------------------------------------------------------------
 */

static void
give (Board *b, Item *item, guint32 coach, gint64 days)
{
  gp_coaching_visit (b->maker, item->ask, coach, days);
  *left_of (b, coach) -= days;
  item->days -= days;
}

/* Rounding may have taken hundredths that the board's coaches have together. */
static void
raise_days (Board *b)
{
  gint64 asked = 0, there = 0;
  GpFine exact = 0;
  guint32 first = b->maker->board_first[b->board], last = b->maker->board_first[b->board + 1];
  for (guint i = 0; i < b->items->len; i++)
    asked += g_array_index (b->items, Item, i).days;
  for (guint32 k = first; k < last; k++) {
    there += *left_of (b, b->maker->board_coaches[k]);
    exact += GP_EXACT (b->maker, b->maker->board_coaches[k], b->year);
  }
  asked = MIN (asked, gp_fine_hundredths (exact));
  for (guint32 k = first; k < last && there < asked; k++)
    if (gp_coaching_raise (b->maker, b->maker->board_coaches[k], b->year))
      there++;
}

/* Who was there last year: whole, or what they have left when that is enough to matter. */
static void
give_as_before (Board *b, gboolean whole)
{
  for (guint i = 0; i < b->items->len; i++) {
    Item *item = &g_array_index (b->items, Item, i);
    guint32 coach = item->days > 0 ? coach_of_before (b, GP_ASK (b->maker, item->ask)) : GP_NONE;
    if (coach == GP_NONE)
      continue;
    gint64 days = MIN (item->days, *left_of (b, coach));
    if (days == item->days || (!whole && days * GP_KEEPS >= item->days))
      give (b, item, coach, days);
  }
}

/* The coach with most left (or, when all of days must fit, with least left that is enough). */
static guint32
find_coach (const Board *b, gint64 days, gboolean whole)
{
  guint32 best = GP_NONE;
  for (guint32 k = b->maker->board_first[b->board]; k < b->maker->board_first[b->board + 1]; k++) {
    guint32 coach = b->maker->board_coaches[k];
    gint64 left = *left_of (b, coach);
    if (left == 0 || (whole && left < days))
      continue;
    if (best == GP_NONE || (whole ? left < *left_of (b, best) : left > *left_of (b, best)))
      best = coach;
  }
  return best;
}

static void
give_whole (Board *b)
{
  for (guint i = 0; i < b->items->len; i++) {
    Item *item = &g_array_index (b->items, Item, i);
    guint32 coach = item->days > 0 ? find_coach (b, item->days, TRUE) : GP_NONE;
    if (coach != GP_NONE)
      give (b, item, coach, item->days);
  }
}

/* What nobody has days for is lost: the plan asks verandercoaches for more than they have. */
static void
give_rest (Board *b)
{
  for (guint i = 0; i < b->items->len; i++) {
    Item *item = &g_array_index (b->items, Item, i);
    guint32 coach;
    while (item->days > 0 && (coach = find_coach (b, item->days, FALSE)) != GP_NONE)
      give (b, item, coach, MIN (item->days, *left_of (b, coach)));
    GP_ASK (b->maker, item->ask)->lost += item->days;
    GP_ASK (b->maker, item->ask)->open -= item->days;
  }
}

static int
compare_given (gconstpointer a, gconstpointer b)
{
  const Item *p = a, *q = b;
  if (p->days != q->days)
    return p->days > q->days ? -1 : 1;
  return p->ask < q->ask ? -1 : p->ask > q->ask;
}

static void
board_year (Board *b)
{
  raise_days (b);
  g_array_sort (b->items, compare_given);
  give_as_before (b, TRUE);
  give_as_before (b, FALSE);
  give_whole (b);
  give_rest (b);
}

/* Asks stand by region, then by site: a board's sites are gathered from all regions. */
void
gp_coaching_boards_year (GpCoachingMaker *maker, guint year)
{
  guint at = year * maker->n_regions;
  g_autofree GArray **items = g_new0 (GArray *, maker->data->n_boards + 1);
  for (guint i = maker->first_need[at]; i < maker->first_need[at + maker->n_regions];) {
    guint32 site = GP_ASK (maker, i)->site, board = maker->data->sites[site].board;
    guint last = i;
    while (last < maker->first_need[at + maker->n_regions] && GP_ASK (maker, last)->site == site)
      last++;
    if (maker->coach_days[site * maker->n_years + year] > 0) {
      if (items[board] == NULL)
        items[board] = g_array_new (FALSE, FALSE, sizeof (Item));
      Board b = {maker, board, year, items[board]};
      choose_schools (&b, site, i, last);
    }
    i = last;
  }
  for (guint32 board = 0; board < maker->data->n_boards; board++)
    if (items[board] != NULL) {
      Board b = {maker, board, year, items[board]};
      board_year (&b);
      g_array_unref (items[board]);
    }
}
