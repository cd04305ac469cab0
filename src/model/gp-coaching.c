/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A coaching as arrays: filled by its maker, sorted and sealed, then read by anybody. */
#include "gp-coaching-private.h"

GpCoaching *
gp_coaching_new (const GpProject *project, guint32 scenario, gint64 data_version)
{
  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios, NULL);
  GpCoachingBuilder *builder = g_new0 (GpCoachingBuilder, 1);
  g_atomic_ref_count_init (&builder->refs);
  builder->public.project = gp_project_ref ((GpProject *)project);
  builder->public.scenario = scenario;
  builder->public.data_version = data_version;
  builder->public.n_years = (guint)(project->last_year - project->plan_from + 1);
  builder->coaches = g_array_new (FALSE, FALSE, sizeof (GpCoach));
  builder->coach_years = g_array_new (FALSE, FALSE, sizeof (GpCoachYear));
  builder->starts = g_array_new (FALSE, FALSE, sizeof (GpCoachingStart));
  builder->supports = g_array_new (FALSE, FALSE, sizeof (GpCoachingSupport));
  builder->visits = g_array_new (FALSE, FALSE, sizeof (GpVisit));
  builder->works = g_array_new (FALSE, FALSE, sizeof (GpCoachingWork));
  builder->loans = g_array_new (FALSE, FALSE, sizeof (GpCoachingLoan));
  builder->uncovered = g_array_new (FALSE, FALSE, sizeof (GpUncovered));
  builder->breaks = g_array_new (FALSE, FALSE, sizeof (GpCoachingBreak));
  builder->counts = g_array_new (FALSE, TRUE, sizeof (GpCoachingCount));
  return &builder->public;
}

GpCoaching *
gp_coaching_ref (GpCoaching *coaching)
{
  g_return_val_if_fail (coaching != NULL, NULL);
  g_atomic_ref_count_inc (&GP_COACHING_BUILDER (coaching)->refs);
  return coaching;
}

void
gp_coaching_unref (GpCoaching *coaching)
{
  g_return_if_fail (coaching != NULL);
  GpCoachingBuilder *builder = GP_COACHING_BUILDER (coaching);
  if (!g_atomic_ref_count_dec (&builder->refs))
    return;
  GArray *arrays[] = {builder->coaches, builder->coach_years, builder->starts, builder->supports,
                      builder->visits,  builder->works,       builder->loans,  builder->uncovered,
                      builder->breaks,  builder->counts};
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  GpCoachingIndex *indices[] = {&builder->starts_of,   &builder->supports_of,
                                &builder->visits_of,   &builder->coach_visits,
                                &builder->coach_works, &builder->board_visits};
  for (guint i = 0; i < G_N_ELEMENTS (indices); i++) {
    g_free (indices[i]->first);
    g_free (indices[i]->rows);
  }
  gp_project_unref ((GpProject *)coaching->project);
  g_free (builder);
}

/* ---- filling --------------------------------------------------------------------------------- */

#define GROWS(coaching) ((coaching) != NULL && !GP_COACHING_BUILDER (coaching)->sealed)

/* Indices and years are the maker's business: wrong ones are a programmer's mistake. */
static gboolean
is_sound (const GpCoaching *coaching, guint32 school, guint32 coach, guint32 region, GpYear year)
{
  const GpProject *project = coaching->project;
  return (school == GP_NONE || school < project->n_schools) &&
         (coach == GP_NONE || coach < GP_COACHING_BUILDER (coaching)->coaches->len) &&
         (region == GP_NONE || region < project->n_regions) && year >= project->plan_from &&
         year <= project->last_year;
}

guint32
gp_coaching_add_coach (GpCoaching *coaching, const GpCoach *coach, const gint64 *days)
{
  g_return_val_if_fail (GROWS (coaching) && coach != NULL && days != NULL, GP_NONE);
  GpCoachingBuilder *builder = GP_COACHING_BUILDER (coaching);
  g_array_append_vals (builder->coaches, coach, 1);
  for (guint y = 0; y < coaching->n_years; y++) {
    GpCoachYear year = {.days = days[y]};
    g_array_append_val (builder->coach_years, year);
  }
  return builder->coaches->len - 1;
}

void
gp_coaching_raise_days (GpCoaching *coaching, guint32 coach, guint year)
{
  g_return_if_fail (GROWS (coaching) && year < coaching->n_years);
  GpCoachingBuilder *builder = GP_COACHING_BUILDER (coaching);
  g_return_if_fail (coach < builder->coaches->len);
  g_array_index (builder->coach_years, GpCoachYear, coach * coaching->n_years + year).days++;
}

void
gp_coaching_add_start (GpCoaching *coaching, const GpCoachingStart *start)
{
  g_return_if_fail (GROWS (coaching) && start != NULL);
  g_return_if_fail (is_sound (coaching, start->school, GP_NONE, GP_NONE, start->year));
  g_array_append_vals (GP_COACHING_BUILDER (coaching)->starts, start, 1);
}

void
gp_coaching_add_support (GpCoaching *coaching, const GpCoachingSupport *support)
{
  g_return_if_fail (GROWS (coaching) && support != NULL);
  g_return_if_fail (is_sound (coaching, support->school, GP_NONE, GP_NONE, support->year));
  if (support->days != 0)
    g_array_append_vals (GP_COACHING_BUILDER (coaching)->supports, support, 1);
}

void
gp_coaching_add_visit (GpCoaching *coaching, const GpVisit *visit)
{
  g_return_if_fail (GROWS (coaching) && visit != NULL);
  g_return_if_fail (is_sound (coaching, visit->school, visit->coach, GP_NONE, visit->year));
  if (visit->days != 0)
    g_array_append_vals (GP_COACHING_BUILDER (coaching)->visits, visit, 1);
}

void
gp_coaching_add_work (GpCoaching *coaching, const GpCoachingWork *work)
{
  g_return_if_fail (GROWS (coaching) && work != NULL);
  g_return_if_fail (is_sound (coaching, work->school, work->coach, work->region, work->year));
  if (work->days != 0)
    g_array_append_vals (GP_COACHING_BUILDER (coaching)->works, work, 1);
}

void
gp_coaching_add_loan (GpCoaching *coaching, const GpCoachingLoan *loan)
{
  g_return_if_fail (GROWS (coaching) && loan != NULL);
  g_return_if_fail (is_sound (coaching, GP_NONE, loan->coach, loan->region, loan->year));
  if (loan->days != 0)
    g_array_append_vals (GP_COACHING_BUILDER (coaching)->loans, loan, 1);
}

void
gp_coaching_add_uncovered (GpCoaching *coaching, const GpUncovered *uncovered)
{
  g_return_if_fail (GROWS (coaching) && uncovered != NULL);
  g_return_if_fail (
      is_sound (coaching, uncovered->school, GP_NONE, uncovered->region, uncovered->year));
  if (uncovered->days != 0)
    g_array_append_vals (GP_COACHING_BUILDER (coaching)->uncovered, uncovered, 1);
}

void
gp_coaching_add_break (GpCoaching *coaching, const GpCoachingBreak *row)
{
  g_return_if_fail (GROWS (coaching) && row != NULL);
  g_return_if_fail (is_sound (coaching, row->school, row->coach, GP_NONE, row->year));
  g_array_append_vals (GP_COACHING_BUILDER (coaching)->breaks, row, 1);
}

/* ---- sealing --------------------------------------------------------------------------------- */

#define ORDER(a, b)                                                                                \
  if ((a) != (b))                                                                                  \
  return (a) < (b) ? -1 : 1

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const GpCoachingStart *p = a, *q = b;
  ORDER (p->school, q->school);
  ORDER (p->year, q->year);
  return 0;
}

static int
compare_supports (gconstpointer a, gconstpointer b)
{
  const GpCoachingSupport *p = a, *q = b;
  ORDER (p->school, q->school);
  ORDER (p->year, q->year);
  return 0;
}

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  const GpVisit *p = a, *q = b;
  ORDER (p->school, q->school);
  ORDER (p->year, q->year);
  ORDER (p->coach, q->coach);
  return 0;
}

static int
compare_works (gconstpointer a, gconstpointer b)
{
  const GpCoachingWork *p = a, *q = b;
  ORDER (p->region, q->region);
  ORDER (p->year, q->year);
  ORDER (p->kind, q->kind);
  ORDER (p->board, q->board);
  ORDER (p->school, q->school);
  ORDER (p->coach, q->coach);
  return 0;
}

static int
compare_loans (gconstpointer a, gconstpointer b)
{
  const GpCoachingLoan *p = a, *q = b;
  ORDER (p->coach, q->coach);
  ORDER (p->year, q->year);
  ORDER (p->region, q->region);
  return 0;
}

static int
compare_uncovered (gconstpointer a, gconstpointer b)
{
  const GpUncovered *p = a, *q = b;
  ORDER (p->region, q->region);
  ORDER (p->year, q->year);
  ORDER (p->kind, q->kind);
  ORDER (p->board, q->board);
  ORDER (p->school, q->school);
  ORDER (p->work, q->work);
  ORDER (p->to_region, q->to_region);
  ORDER (p->reason, q->reason);
  return 0;
}

static int
compare_breaks (gconstpointer a, gconstpointer b)
{
  const GpCoachingBreak *p = a, *q = b;
  ORDER (p->school, q->school);
  ORDER (p->year, q->year);
  return 0;
}

static void
show_arrays (GpCoachingBuilder *builder)
{
  GpCoaching *public = &builder->public;
  public->coaches = (const GpCoach *)(gpointer)builder->coaches->data;
  public->n_coaches = builder->coaches->len;
  public->coach_years = (const GpCoachYear *)(gpointer)builder->coach_years->data;
  public->starts = (const GpCoachingStart *)(gpointer)builder->starts->data;
  public->n_starts = builder->starts->len;
  public->supports = (const GpCoachingSupport *)(gpointer)builder->supports->data;
  public->n_supports = builder->supports->len;
  public->visits = (const GpVisit *)(gpointer)builder->visits->data;
  public->n_visits = builder->visits->len;
  public->works = (const GpCoachingWork *)(gpointer)builder->works->data;
  public->n_works = builder->works->len;
  public->loans = (const GpCoachingLoan *)(gpointer)builder->loans->data;
  public->n_loans = builder->loans->len;
  public->uncovered = (const GpUncovered *)(gpointer)builder->uncovered->data;
  public->n_uncovered = builder->uncovered->len;
  public->breaks = (const GpCoachingBreak *)(gpointer)builder->breaks->data;
  public->n_breaks = builder->breaks->len;
  g_array_set_size (builder->counts, public->project->n_regions * public->n_years);
  public->counts = (const GpCoachingCount *)(gpointer)builder->counts->data;
}

void
gp_coaching_finish (GpCoaching *coaching)
{
  g_return_if_fail (GROWS (coaching));
  GpCoachingBuilder *builder = GP_COACHING_BUILDER (coaching);
  g_array_sort (builder->starts, compare_starts);
  g_array_sort (builder->supports, compare_supports);
  g_array_sort (builder->visits, compare_visits);
  g_array_sort (builder->works, compare_works);
  g_array_sort (builder->loans, compare_loans);
  g_array_sort (builder->uncovered, compare_uncovered);
  g_array_sort (builder->breaks, compare_breaks);
  builder->sealed = TRUE;
  show_arrays (builder);
  gp_coaching_index (builder);
  gp_coaching_add_up (builder);
}
