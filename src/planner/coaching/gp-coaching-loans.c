/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that one region's experts give in another: the plan says how many, here it becomes whose.
 * First those whose schools of last year are there, then whoever may visit most of what is asked
 * there and has most days left: so few coaches travel. */
#include "gp-coaching-private.h"

static gint64 *
lent_days (const GpCoachingMaker *maker, guint32 from, guint32 to, guint year)
{
  return &maker->lend[(from * maker->n_regions + to) * maker->n_years + year];
}

gint64
gp_coaching_lent (const GpCoachingMaker *maker, guint32 region, guint year)
{
  gint64 sum = 0;
  for (guint32 to = 0; to < maker->n_regions; to++)
    sum += *lent_days (maker, region, to, year);
  return sum;
}

/* What arrives of lent days: hundredths, and what is left over in 10^-12. */
static gint64
arriving (const GpCoachingMaker *maker, gint64 days, GpFine *over)
{
  GpDecimal share = gp_coaching_parameter (maker, GP_PARAM_LENDING_EFFICIENCY, NULL, 0);
  GpFine power = 1;
  for (guint i = 0; i < share.scale; i++)
    power *= 10;
  GpFine product = (GpFine)share.units * days;
  if (over != NULL)
    *over = product % power * GP_FINE_HUNDREDTH / power;
  return (gint64)(product / power);
}

/* So many days that enough arrives. */
static gint64
to_lend (const GpCoachingMaker *maker, gint64 days)
{
  GpDecimal share = gp_coaching_parameter (maker, GP_PARAM_LENDING_EFFICIENCY, NULL, 0);
  GpFine power = 1;
  for (guint i = 0; i < share.scale; i++)
    power *= 10;
  return share.units > 0 ? (gint64)((days * power + share.units - 1) / share.units) : 0;
}

/* ---- keeping schools elsewhere -----------------------------------------------------------------
 */

/* Adds for each coach of another region what their schools of last year in this region ask. */
static void
add_going_on (const GpCoachingMaker *maker, guint32 region, guint year, gint64 *days)
{
  const guint *first = &maker->first_need[year * maker->n_regions + region];
  for (guint32 i = first[0]; i < first[1]; i++) {
    const GpAsk *ask = GP_ASK (maker, i);
    guint32 coach = ask->open > 0 ? gp_coaching_main_before (maker, ask) : GP_NONE;
    if (coach == GP_NONE)
      continue;
    const GpCoach *row = &g_array_index (maker->coaches, GpCoach, coach);
    if (gp_coach_is_expert (row) && row->region != region &&
        *lent_days (maker, row->region, region, year) > 0)
      days[coach] += to_lend (maker, ask->open);
  }
}

gint64 *
gp_coaching_reserve (const GpCoachingMaker *maker, guint year)
{
  gint64 *days = g_new0 (gint64, maker->coaches->len + 1);
  for (guint32 r = 0; r < maker->n_regions; r++)
    add_going_on (maker, r, year, days);
  return days;
}

/* ---- who lends ---------------------------------------------------------------------------------
 */

typedef struct {
  GpCoachingMaker *maker;
  guint32 from, to;
  guint year;
  gint64 left;   /* still to lend */
  gint64 *given; /* by place in the region's list of experts */
  guint32 asked; /* bits of sectors with open days */
} Lending;

static guint32
expert (const Lending *l, guint k)
{
  return l->maker->region_coaches[l->maker->region_first[l->from] + k];
}

static guint
n_experts (const Lending *l)
{
  return l->maker->region_first[l->from + 1] - l->maker->region_first[l->from];
}

static void
lend (Lending *l, guint k, gint64 days)
{
  gint64 *left = GP_LEFT (l->maker, expert (l, k), l->year);
  days = MIN (days, MIN (*left, l->left));
  *left -= days;
  l->left -= days;
  l->given[k] += days;
}

static void
keep_schools (Lending *l)
{
  g_autofree gint64 *days = g_new0 (gint64, l->maker->coaches->len + 1);
  add_going_on (l->maker, l->to, l->year, days);
  for (guint k = 0; k < n_experts (l); k++)
    lend (l, k, days[expert (l, k)]);
}

/* 2: may visit all that is asked; 1: some; 0: none. */
static guint
usefulness (const Lending *l, guint32 coach)
{
  guint32 sectors = g_array_index (l->maker->coaches, GpCoach, coach).sectors;
  if (sectors == 0 || (l->asked & ~sectors) == 0)
    return 2;
  return (l->asked & sectors) != 0 ? 1 : 0;
}

static guint
find_lender (const Lending *l)
{
  guint best = GP_NONE, best_use = 0;
  gint64 most = 0;
  for (guint k = 0; k < n_experts (l); k++) {
    gint64 left = *GP_LEFT (l->maker, expert (l, k), l->year);
    guint use = usefulness (l, expert (l, k));
    if (left > 0 && (best == GP_NONE || use > best_use || (use == best_use && left > most))) {
      best = k;
      best_use = use;
      most = left;
    }
  }
  return best;
}

static void
add_loans (const Lending *l)
{
  for (guint k = 0; k < n_experts (l); k++) {
    gint64 arrives = arriving (l->maker, l->given[k], NULL);
    GpCoachingLoan loan = {.coach = expert (l, k),
                           .region = l->to,
                           .year = gp_plan_data_year (l->maker->data, l->year),
                           .days = l->given[k],
                           .arrives = arrives};
    if (l->given[k] == 0)
      continue;
    g_array_append_val (l->maker->loans, loan);
    g_array_append_val (l->maker->loan_left, arrives);
  }
}

/* Nobody has these days. */
static void
list_missing (const Lending *l)
{
  gboolean overload = l->maker->overload[l->from * l->maker->n_years + l->year] > 0;
  gp_coaching_add_uncovered (
      l->maker->coaching,
      &(GpUncovered){.kind = GP_UNCOVERED_LOAN,
                     .school = GP_NONE,
                     .board = GP_NONE,
                     .region = l->from,
                     .to_region = l->to,
                     .year = gp_plan_data_year (l->maker->data, l->year),
                     .days = l->left,
                     .reason = overload ? GP_UNCOVERED_OVERLOAD : GP_UNCOVERED_ROUNDING});
}

static void
lend_between (GpCoachingMaker *maker, guint32 from, guint32 to, guint year)
{
  Lending l = {maker, from, to, year, *lent_days (maker, from, to, year), NULL, 0};
  const guint *first = &maker->first_need[year * maker->n_regions + to];
  guint k;
  if (l.left == 0)
    return;
  l.given = g_new0 (gint64, n_experts (&l) + 1);
  for (guint32 i = first[0]; i < first[1]; i++)
    if (GP_ASK (maker, i)->open > 0)
      l.asked |= 1u << GP_ASK (maker, i)->sector;
  keep_schools (&l);
  while (l.left > 0 && (k = find_lender (&l)) != GP_NONE)
    lend (&l, k, l.left);
  add_loans (&l);
  list_missing (&l);
  g_free (l.given);
}

void
gp_coaching_loans_year (GpCoachingMaker *maker, guint year)
{
  for (guint32 from = 0; from < maker->n_regions; from++)
    for (guint32 to = 0; to < maker->n_regions; to++)
      lend_between (maker, from, to, year);
}

/* ---- hundredths --------------------------------------------------------------------------------
 */

typedef struct {
  gint64 needed; /* days asked that nobody does yet */
  gint64 left;   /* days that nothing is done with yet */
  gint64 room;   /* hundredths that the region has beyond what its coaches' days say */
} Rounding;

static gboolean
is_to (const GpCoachingMaker *maker, const GpCoachingLoan *loan, guint32 region, guint year)
{
  return loan->region == region && loan->year == gp_plan_data_year (maker->data, year);
}

static Rounding
rounding_of (const GpCoachingMaker *maker, guint32 region, guint year, gint64 lent)
{
  Rounding sum = {.needed = lent};
  GpFine exact = 0;
  const guint *first = &maker->first_need[year * maker->n_regions + region];
  const GArray *pieces = g_ptr_array_index (maker->pieces, year * maker->n_regions + region);
  for (guint32 i = first[0]; i < first[1]; i++)
    sum.needed += GP_ASK (maker, i)->open;
  for (guint i = 0; i < pieces->len; i++)
    sum.needed += g_array_index (pieces, GpPiece, i).days;
  for (guint32 k = maker->region_first[region]; k < maker->region_first[region + 1]; k++) {
    guint32 coach = maker->region_coaches[k];
    sum.left += *GP_LEFT (maker, coach, year);
    exact += GP_EXACT (maker, coach, year) % GP_FINE_HUNDREDTH;
    sum.room -= g_array_index (maker->raised, gboolean, coach * maker->n_years + year) ? 1 : 0;
  }
  for (guint i = 0; i < maker->loans->len; i++) {
    const GpCoachingLoan *loan = &g_array_index (maker->loans, GpCoachingLoan, i);
    GpFine over;
    if (!is_to (maker, loan, region, year))
      continue;
    sum.left += g_array_index (maker->loan_left, gint64, i);
    sum.room -= loan->arrives - arriving (maker, loan->days, &over);
    exact += over;
  }
  sum.room += gp_fine_hundredths (exact);
  return sum;
}

static gboolean
raise_loan (GpCoachingMaker *maker, guint i)
{
  GpCoachingLoan *loan = &g_array_index (maker->loans, GpCoachingLoan, i);
  GpFine over;
  if (loan->arrives > arriving (maker, loan->days, &over) || over == 0)
    return FALSE;
  loan->arrives++;
  g_array_index (maker->loan_left, gint64, i)++;
  return TRUE;
}

void
gp_coaching_raise_region (GpCoachingMaker *maker, guint32 region, guint year, gint64 lent)
{
  Rounding sum = rounding_of (maker, region, year, lent);
  gint64 missing = MIN (sum.needed - sum.left, sum.room);
  guint32 last = maker->region_first[region + 1];
  for (guint32 k = maker->region_first[region]; k < last && missing > 0; k++)
    if (gp_coaching_raise (maker, maker->region_coaches[k], year))
      missing--;
  for (guint i = 0; i < maker->loans->len && missing > 0; i++)
    if (is_to (maker, &g_array_index (maker->loans, GpCoachingLoan, i), region, year) &&
        raise_loan (maker, i))
      missing--;
}
