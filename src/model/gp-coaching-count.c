/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from the rows of a coaching: where each school, coach and board has its rows, how
 * many days each coach gives, and what there is in a region and year. */
#include "gp-coaching-private.h"

/* ---- where rows are -------------------------------------------------------------------------- */

typedef guint32 (*ThingFunc) (const GpCoaching *, guint);
typedef GpYear (*YearFunc) (const GpCoaching *, guint);

/* Where the rows of each of n things begin, when they stand thing by thing. */
static void
count_rows (GpCoachingIndex *index, const GpCoaching *coaching, guint n, guint n_rows,
            ThingFunc thing_of)
{
  index->first = g_new0 (guint32, n + 1);
  for (guint i = 0; i < n_rows; i++)
    index->first[thing_of (coaching, i) + 1]++;
  for (guint i = 0; i < n; i++)
    index->first[i + 1] += index->first[i];
}

/* The rows of each of n things, by year; rows of the same year keep their order. */
static void
make_index (GpCoachingIndex *index, const GpCoaching *coaching, guint n, guint n_rows,
            ThingFunc thing_of, YearFunc year_of)
{
  count_rows (index, coaching, n, n_rows, thing_of);
  g_autofree guint32 *next = g_memdup2 (index->first, sizeof (guint32) * (n + 1));
  index->rows = g_new (guint32, n_rows + 1);
  for (GpYear year = coaching->project->plan_from; year <= coaching->project->last_year; year++)
    for (guint i = 0; i < n_rows; i++)
      if (year_of (coaching, i) == year)
        index->rows[next[thing_of (coaching, i)]++] = i;
}

static guint32
start_school (const GpCoaching *coaching, guint i)
{
  return coaching->starts[i].school;
}

static guint32
support_school (const GpCoaching *coaching, guint i)
{
  return coaching->supports[i].school;
}

static guint32
visit_school (const GpCoaching *coaching, guint i)
{
  return coaching->visits[i].school;
}

static guint32
visit_coach (const GpCoaching *coaching, guint i)
{
  return coaching->visits[i].coach;
}

static guint32
visit_board (const GpCoaching *coaching, guint i)
{
  return coaching->project->schools[coaching->visits[i].school].board;
}

static guint32
work_coach (const GpCoaching *coaching, guint i)
{
  return coaching->works[i].coach;
}

static GpYear
visit_year (const GpCoaching *coaching, guint i)
{
  return coaching->visits[i].year;
}

static GpYear
work_year (const GpCoaching *coaching, guint i)
{
  return coaching->works[i].year;
}

void
gp_coaching_index (GpCoachingBuilder *builder)
{
  const GpCoaching *c = &builder->public;
  guint n_schools = c->project->n_schools, n_boards = c->project->n_boards;
  count_rows (&builder->starts_of, c, n_schools, c->n_starts, start_school);
  count_rows (&builder->supports_of, c, n_schools, c->n_supports, support_school);
  count_rows (&builder->visits_of, c, n_schools, c->n_visits, visit_school);
  make_index (&builder->coach_visits, c, c->n_coaches, c->n_visits, visit_coach, visit_year);
  make_index (&builder->coach_works, c, c->n_coaches, c->n_works, work_coach, work_year);
  make_index (&builder->board_visits, c, n_boards, c->n_visits, visit_board, visit_year);
}

/* ---- how much there is ----------------------------------------------------------------------- */

static gboolean
is_expert (const GpCoach *coach)
{
  return coach->kind == GP_COACH_EXPERT || coach->kind == GP_COACH_HIRE;
}

static void
add_up_coaches (GpCoachingBuilder *builder)
{
  const GpCoaching *c = &builder->public;
  GpCoachYear *years = (GpCoachYear *)(gpointer)builder->coach_years->data;
  GpYear from = c->project->plan_from;
  for (guint i = 0; i < c->n_visits; i++) {
    const GpVisit *visit = &c->visits[i];
    const GpCoach *coach = &c->coaches[visit->coach];
    if (!is_expert (coach) || coach->region == c->project->schools[visit->school].region)
      years[visit->coach * c->n_years + (guint)(visit->year - from)].visits += visit->days;
  }
  for (guint i = 0; i < c->n_works; i++) {
    const GpCoachingWork *work = &c->works[i];
    if (c->coaches[work->coach].region == work->region)
      years[work->coach * c->n_years + (guint)(work->year - from)].work += work->days;
  }
  for (guint i = 0; i < c->n_loans; i++)
    years[c->loans[i].coach * c->n_years + (guint)(c->loans[i].year - from)].lent +=
        c->loans[i].days;
}

/* One school's year: its visits are first .. last - 1. */
static void
count_school (GpCoachingCount *count, guint first, guint last)
{
  count->schools++;
  count->visits += last - first;
  count->split += last - first > 1;
}

/* Schools, visits, splits and continuing schools: a school's visits stand together, by year. */
static void
count_visits (GpCoachingBuilder *builder)
{
  const GpCoaching *c = &builder->public;
  for (guint i = 0; i < c->n_visits;) {
    const GpVisit *visit = &c->visits[i];
    guint j = i;
    while (j < c->n_visits && c->visits[j].school == visit->school &&
           c->visits[j].year == visit->year)
      j++;
    GpCoachingCount *count =
        &g_array_index (builder->counts, GpCoachingCount,
                        c->project->schools[visit->school].region * c->n_years +
                            (guint)(visit->year - c->project->plan_from));
    count_school (count, i, j);
    if (i > 0 && c->visits[i - 1].school == visit->school &&
        c->visits[i - 1].year == visit->year - 1)
      count->continuing++;
    i = j;
  }
}

/* A coach counts in a region and year when there is a visit: seen marks which (region, year). */
static void
count_coaches (GpCoachingBuilder *builder)
{
  const GpCoaching *c = &builder->public;
  guint n = c->project->n_regions * c->n_years;
  g_autofree guint32 *seen = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    seen[i] = GP_NONE;
  for (guint32 coach = 0; coach < c->n_coaches; coach++)
    for (guint32 k = builder->coach_visits.first[coach]; k < builder->coach_visits.first[coach + 1];
         k++) {
      const GpVisit *visit = &c->visits[builder->coach_visits.rows[k]];
      guint at = c->project->schools[visit->school].region * c->n_years +
                 (guint)(visit->year - c->project->plan_from);
      if (seen[at] != coach)
        g_array_index (builder->counts, GpCoachingCount, at).coaches++;
      seen[at] = coach;
    }
}

void
gp_coaching_add_up (GpCoachingBuilder *builder)
{
  const GpCoaching *c = &builder->public;
  GpYear from = c->project->plan_from;
  add_up_coaches (builder);
  count_visits (builder);
  count_coaches (builder);
  for (guint i = 0; i < c->n_breaks; i++) {
    guint32 region = c->project->schools[c->breaks[i].school].region;
    g_array_index (builder->counts, GpCoachingCount,
                   region * c->n_years + (guint)(c->breaks[i].year - from))
        .breaks++;
  }
  for (guint i = 0; i < c->n_uncovered; i++)
    if (c->uncovered[i].kind != GP_UNCOVERED_LOAN)
      g_array_index (builder->counts, GpCoachingCount,
                     c->uncovered[i].region * c->n_years + (guint)(c->uncovered[i].year - from))
          .uncovered += c->uncovered[i].days;
}
