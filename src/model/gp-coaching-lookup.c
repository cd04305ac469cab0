/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking up in a coaching: by school, coach, board and region; and what its coaches are called. */
#include "gp-coaching-private.h"

#include <glib/gi18n-lib.h>

#define SEALED(coaching) ((coaching) != NULL && GP_COACHING_BUILDER (coaching)->sealed)

static guint32
span (const GpCoachingIndex *index, guint32 thing, guint *n)
{
  *n = index->first[thing + 1] - index->first[thing];
  return index->first[thing];
}

const GpVisit *
gp_coaching_school_visits (const GpCoaching *coaching, guint32 school, guint *n)
{
  *n = 0;
  g_return_val_if_fail (SEALED (coaching) && school < coaching->project->n_schools, NULL);
  return &coaching->visits[span (&GP_COACHING_BUILDER (coaching)->visits_of, school, n)];
}

const GpCoachingSupport *
gp_coaching_school_supports (const GpCoaching *coaching, guint32 school, guint *n)
{
  *n = 0;
  g_return_val_if_fail (SEALED (coaching) && school < coaching->project->n_schools, NULL);
  return &coaching->supports[span (&GP_COACHING_BUILDER (coaching)->supports_of, school, n)];
}

const GpCoachingStart *
gp_coaching_school_start (const GpCoaching *coaching, guint32 school)
{
  guint n;
  g_return_val_if_fail (SEALED (coaching) && school < coaching->project->n_schools, NULL);
  guint32 at = span (&GP_COACHING_BUILDER (coaching)->starts_of, school, &n);
  return n > 0 ? &coaching->starts[at] : NULL;
}

const guint32 *
gp_coaching_coach_visits (const GpCoaching *coaching, guint32 coach, guint *n)
{
  *n = 0;
  g_return_val_if_fail (SEALED (coaching) && coach < coaching->n_coaches, NULL);
  const GpCoachingIndex *index = &GP_COACHING_BUILDER (coaching)->coach_visits;
  return &index->rows[span (index, coach, n)];
}

const guint32 *
gp_coaching_coach_works (const GpCoaching *coaching, guint32 coach, guint *n)
{
  *n = 0;
  g_return_val_if_fail (SEALED (coaching) && coach < coaching->n_coaches, NULL);
  const GpCoachingIndex *index = &GP_COACHING_BUILDER (coaching)->coach_works;
  return &index->rows[span (index, coach, n)];
}

const guint32 *
gp_coaching_board_visits (const GpCoaching *coaching, guint32 board, guint *n)
{
  *n = 0;
  g_return_val_if_fail (SEALED (coaching) && board < coaching->project->n_boards, NULL);
  const GpCoachingIndex *index = &GP_COACHING_BUILDER (coaching)->board_visits;
  return &index->rows[span (index, board, n)];
}

static gboolean
is_plan_year (const GpCoaching *coaching, GpYear year)
{
  return year >= coaching->project->plan_from && year <= coaching->project->last_year;
}

const GpCoachYear *
gp_coaching_coach_year (const GpCoaching *coaching, guint32 coach, GpYear year)
{
  g_return_val_if_fail (SEALED (coaching) && coach < coaching->n_coaches, NULL);
  g_return_val_if_fail (is_plan_year (coaching, year), NULL);
  return &coaching->coach_years[coach * coaching->n_years +
                                (guint)(year - coaching->project->plan_from)];
}

const GpCoachingCount *
gp_coaching_count (const GpCoaching *coaching, guint32 region, GpYear year)
{
  g_return_val_if_fail (SEALED (coaching) && region < coaching->project->n_regions, NULL);
  g_return_val_if_fail (is_plan_year (coaching, year), NULL);
  return &coaching
              ->counts[region * coaching->n_years + (guint)(year - coaching->project->plan_from)];
}

/* ---- names ----------------------------------------------------------------------------------- */

char *
gp_coaching_coach_name (const GpCoaching *coaching, guint32 coach)
{
  char year[GP_YEAR_BYTES];
  g_return_val_if_fail (SEALED (coaching) && coach < coaching->n_coaches, NULL);
  const GpProject *project = coaching->project;
  const GpCoach *row = &coaching->coaches[coach];
  gp_year_format (row->year, year);
  switch (row->kind) {
  case GP_COACH_EXPERT:
    return g_strdup (project->expert_coaches[row->record].name);
  case GP_COACH_VERANDERCOACH:
    return g_strdup (project->verandercoaches[row->record].name);
  case GP_COACH_HIRE:
    /* a coach who has no name yet: year, number, region */
    return g_strdup_printf (_ ("new expert coach %s no. %u of region %s"), year, row->number,
                            project->regions[row->region].name);
  case GP_COACH_TRAINEE:
  default:
    /* a coach who has no name yet: number, year, board. What tells two of one board apart comes
     * first, so that no narrow column hides it. */
    return g_strdup_printf (_ ("no. %u (trained %s), verandercoach of %s"), row->number, year,
                            project->boards[row->board].name);
  }
}

char *
gp_coaching_coach_code (const GpCoaching *coaching, guint32 coach)
{
  char year[GP_YEAR_BYTES];
  g_return_val_if_fail (SEALED (coaching) && coach < coaching->n_coaches, NULL);
  const GpProject *project = coaching->project;
  const GpCoach *row = &coaching->coaches[coach];
  gp_year_format (row->year, year);
  switch (row->kind) {
  case GP_COACH_EXPERT:
    return g_strdup (project->expert_coaches[row->record].code);
  case GP_COACH_VERANDERCOACH:
    return g_strdup (project->verandercoaches[row->record].code);
  case GP_COACH_HIRE:
    return g_strdup_printf ("hire:%s:%s:%u", project->regions[row->region].code, year, row->number);
  case GP_COACH_TRAINEE:
  default:
    return g_strdup_printf ("trained:%s:%s:%u", project->boards[row->board].code, year,
                            row->number);
  }
}

/* ---- words of files ---------------------------------------------------------------------------
 */

static const char *const words_coach[] = {"expert", "hire", "verandercoach", "trainee"};
static const char *const words_work[] = {"talks", "guiding", "training", "partnership",
                                         "induction"};
static const char *const words_uncovered[] = {"support", "work", "loan"};
static const char *const words_why[] = {"overload", "sectors", "rounding"};
static const char *const words_break[] = {"gone", "full", "board", "lending", "sectors"};

G_STATIC_ASSERT (G_N_ELEMENTS (words_coach) == GP_N_COACH_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (words_work) == GP_N_WORK_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (words_uncovered) == GP_N_UNCOVERED_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (words_why) == GP_N_UNCOVERED_REASONS);
G_STATIC_ASSERT (G_N_ELEMENTS (words_break) == GP_N_BREAK_REASONS);

const char *
gp_coach_kind_name (GpCoachKind kind)
{
  g_return_val_if_fail ((guint)kind < GP_N_COACH_KINDS, "");
  return words_coach[kind];
}

const char *
gp_work_kind_name (GpWorkKind kind)
{
  g_return_val_if_fail ((guint)kind < GP_N_WORK_KINDS, "");
  return words_work[kind];
}

const char *
gp_uncovered_kind_name (GpUncoveredKind kind)
{
  g_return_val_if_fail ((guint)kind < GP_N_UNCOVERED_KINDS, "");
  return words_uncovered[kind];
}

const char *
gp_uncovered_reason_name (GpUncoveredReason why)
{
  g_return_val_if_fail ((guint)why < GP_N_UNCOVERED_REASONS, "");
  return words_why[why];
}

const char *
gp_break_reason_name (GpBreakReason why)
{
  g_return_val_if_fail ((guint)why < GP_N_BREAK_REASONS, "");
  return words_break[why];
}
