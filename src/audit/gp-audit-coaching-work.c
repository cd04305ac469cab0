/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that are lent, work beside visits, and what a region and year uses of both. */
#include "gp-audit-coaching.h"

#include <glib/gi18n-lib.h>

/* ---- loans -------------------------------------------------------------------------------------
 */

static gint64
planned_loan (const GpAuditCoaching *audit, guint32 from, guint32 to, guint year)
{
  return from == to ? 0 : audit->plan->hundredths[gp_audit_lending (audit->data, from, to, year)];
}

/* Together what the plan lends, but for what nobody has. */
static void
check_lent (GpAuditCoaching *audit)
{
  const GpCoaching *c = audit->coaching;
  guint n = audit->n_regions;
  g_autofree gint64 *days = g_new0 (gint64, (gsize)n * n * audit->n_years + 1);
  for (guint i = 0; i < c->n_loans; i++)
    days[(c->coaches[c->loans[i].coach].region * n + c->loans[i].region) * audit->n_years +
         gp_audit_coaching_year (audit, c->loans[i].year)] += c->loans[i].days;
  for (guint i = 0; i < c->n_uncovered; i++)
    if (c->uncovered[i].kind == GP_UNCOVERED_LOAN && c->uncovered[i].to_region < n)
      days[(c->uncovered[i].region * n + c->uncovered[i].to_region) * audit->n_years +
           gp_audit_coaching_year (audit, c->uncovered[i].year)] += c->uncovered[i].days;
  for (guint from = 0; from < n; from++)
    for (guint to = 0; to < n; to++)
      for (guint y = 0; y < audit->n_years; y++)
        gp_audit_coaching_check (
            audit, gp_audit_spot (GP_NONE, GP_NONE, GP_NONE, from, gp_audit_year (audit->data, y)),
            -ABS (days[(from * n + to) * audit->n_years + y] - planned_loan (audit, from, to, y)),
            _ ("The region lends other days than the plan says"));
}

static gint64
used_there (const GpAuditCoaching *audit, const GpCoachingLoan *loan)
{
  const GpCoaching *c = audit->coaching;
  guint n;
  gint64 days = 0;
  const guint32 *rows = gp_coaching_coach_visits (c, loan->coach, &n);
  for (guint i = 0; i < n; i++) {
    const GpVisit *visit = &c->visits[rows[i]];
    if (visit->year == loan->year && audit->project->schools[visit->school].region == loan->region)
      days += visit->days;
  }
  rows = gp_coaching_coach_works (c, loan->coach, &n);
  for (guint i = 0; i < n; i++)
    if (c->works[rows[i]].year == loan->year && c->works[rows[i]].region == loan->region)
      days += c->works[rows[i]].days;
  return days;
}

/* What arrives: the days times lending_efficiency, to the hundredth. */
static void
check_loan (GpAuditCoaching *audit, const GpCoachingLoan *loan)
{
  GpAuditSpot spot = gp_audit_spot (GP_NONE, loan->coach, GP_NONE, loan->region, loan->year);
  mpq_t exact, low;
  mpq_inits (exact, low, NULL);
  gp_audit_coaching_set (exact, loan->days);
  mpq_mul (exact, exact, audit->data->scalars.lending);
  gint64 more = loan->arrives - gp_audit_coaching_floor (exact);
  gp_audit_coaching_set (low, gp_audit_coaching_floor (exact));
  gp_audit_coaching_check_true (audit, spot,
                                more == 0 || (more == 1 && mpq_equal (low, exact) == 0),
                                _ ("Other days arrive than those lent"));
  gp_audit_coaching_check_true (audit, spot,
                                gp_audit_coaching_is_expert (audit, loan->coach) &&
                                    audit->coaching->coaches[loan->coach].region != loan->region,
                                _ ("These days are not lent to another region"));
  gp_audit_coaching_check (audit, spot, loan->arrives - used_there (audit, loan),
                           _ ("The coach gives more in the other region than arrives"));
  mpq_clears (exact, low, NULL);
}

void
gp_audit_coaching_loans (GpAuditCoaching *audit)
{
  gp_audit_coaching_line (audit, "loans");
  check_lent (audit);
  for (guint i = 0; i < audit->coaching->n_loans; i++) {
    const GpCoachingLoan *loan = &audit->coaching->loans[i];
    check_loan (audit, loan);
    if (i > 0)
      gp_audit_coaching_check_true (
          audit, gp_audit_spot (GP_NONE, loan->coach, GP_NONE, GP_NONE, loan->year),
          loan[-1].coach != loan->coach || loan[-1].year != loan->year ||
              loan[-1].region != loan->region,
          _ ("The coach is listed twice in the other region"));
  }
}

/* ---- work --------------------------------------------------------------------------------------
 */

/* A region's year: what is asked exactly, and what is listed. */
typedef struct {
  GpAuditCoaching *audit;
  guint32 region;
  guint year;
  GHashTable *listed; /* (kind, school or board) -> gint64 *, works and uncovered together */
  gint64 total;       /* listed */
  mpq_t asked;        /* all work */
} WorkYear;

static guint64
key_of (GpWorkKind kind, guint32 school, guint32 board)
{
  return (guint64)kind << 32 | (kind == GP_WORK_TALKS ? school : board);
}

static void
list (WorkYear *w, GpWorkKind kind, guint32 school, guint32 board, gint64 days)
{
  gint64 key = (gint64)key_of (kind, school, board);
  gint64 *sum = g_hash_table_lookup (w->listed, &key);
  if (sum == NULL) {
    sum = g_new0 (gint64, 1);
    g_hash_table_insert (w->listed, g_memdup2 (&key, sizeof key), sum);
  }
  *sum += days;
  w->total += days;
}

static void
list_works (WorkYear *w)
{
  const GpCoaching *c = w->audit->coaching;
  GpYear now = gp_audit_year (w->audit->data, w->year);
  for (guint i = 0; i < c->n_works; i++)
    if (c->works[i].region == w->region && c->works[i].year == now)
      list (w, c->works[i].kind, c->works[i].school, c->works[i].board, c->works[i].days);
  for (guint i = 0; i < c->n_uncovered; i++)
    if (c->uncovered[i].kind == GP_UNCOVERED_WORK && c->uncovered[i].region == w->region &&
        c->uncovered[i].year == now)
      list (w, c->uncovered[i].work, c->uncovered[i].school, c->uncovered[i].board,
            c->uncovered[i].days);
}

/* One piece: less than a hundredth from what the model asks. It is then crossed off. */
static void
check_piece (WorkYear *w, GpWorkKind kind, guint32 school, guint32 board, mpq_srcptr asked)
{
  gint64 key = (gint64)key_of (kind, school, board);
  const gint64 *days = g_hash_table_lookup (w->listed, &key);
  mpq_t off, most;
  if (mpq_sgn (asked) == 0 && days == NULL)
    return;
  mpq_inits (off, most, NULL);
  gp_audit_coaching_set (off, days != NULL ? *days : 0);
  mpq_sub (off, off, asked);
  mpq_abs (off, off);
  mpq_set_ui (most, 1, 100);
  gp_audit_coaching_check_true (
      w->audit,
      gp_audit_spot (school, GP_NONE, board, GP_NONE, gp_audit_year (w->audit->data, w->year)),
      mpq_cmp (off, most) < 0, _ ("Other days of work are listed"));
  mpq_add (w->asked, w->asked, asked);
  g_hash_table_remove (w->listed, &key);
  mpq_clears (off, most, NULL);
}

static void
check_talks (WorkYear *w)
{
  const GpAuditCoaching *audit = w->audit;
  GpYear next = gp_audit_year (audit->data, w->year) + 1;
  if (w->year + 1 >= audit->n_years)
    return;
  for (guint32 i = 0; i < audit->project->n_schools; i++) {
    const GpSchool *school = &audit->project->schools[i];
    if (school->region == w->region && audit->start_year[i] == next)
      check_piece (w, GP_WORK_TALKS, i, school->board,
                   audit->data->sector_years[school->sector * audit->n_years + w->year + 1]
                       .recruitment->value);
  }
}

/* Heads that are guided: those of before, and those trained in earlier plan years. */
static void
guided (const GpAuditCoaching *audit, guint32 board, guint year, mpq_ptr out)
{
  mpq_t some;
  mpq_init (some);
  gp_audit_known_heads (audit->data, board, year, out);
  for (guint y = 0; y < year; y++) {
    gint64 trained =
        audit->plan
            ->hundredths[gp_audit_by_board (audit->data, GP_AUDIT_COLUMN_TRAINING, board, y)];
    gp_audit_coaching_set (some, trained);
    mpq_mul (some, some, &audit->coach_left[year - y]);
    mpq_add (out, out, some);
  }
  mpq_clear (some);
}

static void
check_board (WorkYear *w, guint32 board)
{
  const GpAuditCoaching *audit = w->audit;
  const GpAuditScalars *s = &audit->data->scalars;
  mpq_t days;
  mpq_init (days);
  guided (audit, board, w->year, days);
  mpq_mul (days, days, s->coach_days);
  check_piece (w, GP_WORK_GUIDING, GP_NONE, board, days);
  gp_audit_coaching_set (days, audit->plan->hundredths[gp_audit_by_board (
                                   audit->data, GP_AUDIT_COLUMN_TRAINING, board, w->year)]);
  mpq_mul (days, days, s->training_days);
  check_piece (w, GP_WORK_TRAINING, GP_NONE, board, days);
  mpq_set_ui (days, 0, 1);
  if (!audit->data->boards[board].is_partner)
    gp_audit_coaching_set (days, audit->plan->hundredths[gp_audit_by_board (
                                     audit->data, GP_AUDIT_COLUMN_PARTNER, board, w->year)]);
  mpq_mul (days, days, s->partnership_days);
  check_piece (w, GP_WORK_PARTNERSHIP, GP_NONE, board, days);
  mpq_clear (days);
}

static void
check_induction (WorkYear *w)
{
  const GpAuditCoaching *audit = w->audit;
  mpq_t days, hires;
  mpq_inits (days, hires, NULL);
  mpq_sub (days, audit->data->scalars.expert_training_days, audit->data->scalars.expert_days);
  if (mpq_sgn (days) < 0)
    mpq_set_ui (days, 0, 1);
  gp_audit_coaching_set (hires, audit->plan->hundredths[gp_audit_by_region (
                                    audit->data, GP_AUDIT_COLUMN_HIRE, w->region, w->year)]);
  mpq_mul (days, days, hires);
  check_piece (w, GP_WORK_INDUCTION, GP_NONE, GP_NONE, days);
  mpq_clears (days, hires, NULL);
}

/* ---- what a region uses ------------------------------------------------------------------------
 */

/* Days that experts give in the region. Induction is not among them: the model takes it off what is
 * there. */
static gint64
given_in_region (const WorkYear *w)
{
  const GpAuditCoaching *audit = w->audit;
  const GpCoaching *c = audit->coaching;
  GpYear now = gp_audit_year (audit->data, w->year);
  gint64 days = 0;
  for (guint i = 0; i < c->n_visits; i++)
    if (c->visits[i].year == now && gp_audit_coaching_is_expert (audit, c->visits[i].coach) &&
        audit->project->schools[c->visits[i].school].region == w->region)
      days += c->visits[i].days;
  for (guint i = 0; i < c->n_works; i++)
    if (c->works[i].year == now && c->works[i].region == w->region &&
        c->works[i].kind != GP_WORK_INDUCTION)
      days += c->works[i].days;
  return days;
}

static gint64
uncovered_in_region (const WorkYear *w)
{
  const GpCoaching *c = w->audit->coaching;
  gint64 days = 0;
  for (guint i = 0; i < c->n_uncovered; i++)
    if (c->uncovered[i].region == w->region && c->uncovered[i].kind != GP_UNCOVERED_LOAN &&
        c->uncovered[i].year == gp_audit_year (w->audit->data, w->year) &&
        (c->uncovered[i].kind != GP_UNCOVERED_WORK || c->uncovered[i].work != GP_WORK_INDUCTION))
      days += c->uncovered[i].days;
  return days;
}

/* By how much sums in hundredths may be off: work and the stated figure are rounded, and where
 * support has more digits the days of each board in the region are too. */
static gint64
rounding_room (const WorkYear *w)
{
  const GpAuditData *data = w->audit->data;
  for (guint32 s = 0; s < data->n_sectors; s++)
    for (guint k = 0; k < data->sectors[s].n_support; k++) {
      mpq_t rounded;
      mpq_init (rounded);
      gp_audit_coaching_set (rounded, gp_audit_coaching_floor (data->sectors[s].support[k]->value));
      gboolean comes_out = mpq_equal (rounded, data->sectors[s].support[k]->value) != 0;
      mpq_clear (rounded);
      if (!comes_out)
        return 2 + data->region_places[w->region]->len;
    }
  return 2;
}

/* Not more than there is, own and lent; and together with what nobody does what the plan states as
 * used (that is rounded to a hundredth, and work here is rounded down). */
static void
check_region (WorkYear *w)
{
  GpAuditCoaching *audit = w->audit;
  guint at = w->region * audit->n_years + w->year;
  gint64 given = given_in_region (w), lent = 0;
  GpAuditSpot spot =
      gp_audit_spot (GP_NONE, GP_NONE, GP_NONE, w->region, gp_audit_year (audit->data, w->year));
  mpq_t there, some;
  mpq_inits (there, some, NULL);
  mpq_set (there, &audit->plan->available_exact[at]);
  for (guint32 r = 0; r < audit->n_regions; r++) {
    gp_audit_coaching_set (some, planned_loan (audit, r, w->region, w->year));
    mpq_mul (some, some, audit->data->scalars.lending);
    mpq_add (there, there, some);
    lent += planned_loan (audit, w->region, r, w->year);
  }
  gp_audit_coaching_set (some, given + lent);
  mpq_sub (there, there, some);
  const GpCoaching *c = audit->coaching;
  for (guint i = 0; i < c->n_uncovered; i++) /* days that were to be lent and nobody has */
    if (c->uncovered[i].kind == GP_UNCOVERED_LOAN && c->uncovered[i].region == w->region &&
        c->uncovered[i].year == spot.year) {
      gp_audit_coaching_set (some, c->uncovered[i].days);
      mpq_add (there, there, some);
    }
  gp_audit_coaching_check_exact (audit, spot, there,
                                 _ ("Experts give more days than the region has"));
  gint64 off = audit->plan->used[at] - given - lent - uncovered_in_region (w);
  gp_audit_coaching_check (audit, spot, rounding_room (w) - ABS (off),
                           _ ("The days given are not those that the plan uses"));
  mpq_clears (there, some, NULL);
}

static void
check_work_year (GpAuditCoaching *audit, guint32 region, guint year)
{
  GpAuditSpot spot =
      gp_audit_spot (GP_NONE, GP_NONE, GP_NONE, region, gp_audit_year (audit->data, year));
  WorkYear w = {.audit = audit, .region = region, .year = year};
  mpq_init (w.asked);
  w.listed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  list_works (&w);
  check_talks (&w);
  for (guint i = 0; i < audit->data->n_coached_boards; i++)
    if (audit->project->boards[audit->data->coached_boards[i]].home_region == region)
      check_board (&w, audit->data->coached_boards[i]);
  check_induction (&w);
  gp_audit_coaching_check (audit, spot, -100 * (gint64)g_hash_table_size (w.listed),
                           _ ("Work is listed that the plan does not ask"));
  gp_audit_coaching_check (audit, spot, -ABS (gp_audit_coaching_floor (w.asked) - w.total),
                           _ ("Other days of work are listed"));
  check_region (&w);
  g_hash_table_unref (w.listed);
  mpq_clear (w.asked);
}

void
gp_audit_coaching_work (GpAuditCoaching *audit)
{
  gp_audit_coaching_line (audit, "work");
  for (guint32 r = 0; r < audit->n_regions; r++)
    for (guint y = 0; y < audit->n_years; y++)
      check_work_year (audit, r, y);
}
