/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schools where nobody comes who came the year before, and why. */
#include "gp-coaching-private.h"

typedef struct {
  const GpCoachingMaker *maker;
  const GpAsk *ask;
} School;

static const GpAskVisit *
next_visit (const GpCoachingMaker *maker, guint32 *v)
{
  while (*v != GP_NONE) {
    const GpAskVisit *visit = &g_array_index (maker->visits, GpAskVisit, *v);
    *v = visit->next;
    if (visit->days > 0)
      return visit;
  }
  return NULL;
}

static const GpCoach *
coach_of (const GpCoachingMaker *maker, const GpAskVisit *visit)
{
  return &g_array_index (maker->coaches, GpCoach, visit->coach);
}

static gboolean
is_visited (const GpCoachingMaker *maker, const GpAsk *ask)
{
  guint32 v = ask->first_visit;
  return next_visit (maker, &v) != NULL;
}

static gboolean
is_kept (const GpCoachingMaker *maker, const GpAsk *ask)
{
  guint32 v = ask->first_visit;
  const GpAskVisit *visit;
  while ((visit = next_visit (maker, &v)) != NULL)
    if (gp_coaching_days_before (maker, ask, visit->coach) > 0)
      return TRUE;
  return FALSE;
}

/* ---- why ---------------------------------------------------------------------------------------
 */

static gboolean
is_visited_by_board_alone (const GpCoachingMaker *maker, const GpAsk *ask)
{
  guint32 v = ask->first_visit;
  const GpAskVisit *visit;
  while ((visit = next_visit (maker, &v)) != NULL)
    if (gp_coach_is_expert (coach_of (maker, visit)))
      return FALSE;
  return TRUE;
}

/* Days that the expert gives to schools he or she had the year before, and to other regions. */
static gint64
bound_days (const GpCoachingMaker *maker, guint32 coach, guint year)
{
  gint64 days = 0;
  const GpCoach *row = &g_array_index (maker->coaches, GpCoach, coach);
  const guint *first = &maker->first_need[year * maker->n_regions + row->region];
  for (guint32 i = first[0]; i < first[1]; i++) {
    const GpAsk *ask = GP_ASK (maker, i);
    guint32 v = ask->first_visit;
    const GpAskVisit *visit;
    if (gp_coaching_days_before (maker, ask, coach) == 0)
      continue;
    while ((visit = next_visit (maker, &v)) != NULL)
      days += visit->coach == coach ? visit->days : 0;
  }
  for (guint i = 0; i < maker->loans->len; i++) {
    const GpCoachingLoan *loan = &g_array_index (maker->loans, GpCoachingLoan, i);
    if (loan->coach == coach && loan->year == gp_plan_data_year (maker->data, year))
      days += loan->days;
  }
  return days;
}

static GpBreakReason
reason_of (const GpCoachingMaker *maker, const GpAsk *ask)
{
  gboolean gone = TRUE, board = is_visited_by_board_alone (maker, ask), guest = FALSE, full = TRUE;
  guint32 v = GP_ASK (maker, ask->before)->first_visit;
  const GpAskVisit *visit;
  while ((visit = next_visit (maker, &v)) != NULL) {
    const GpCoach *coach = coach_of (maker, visit);
    gint64 days = gp_fine_hundredths (GP_EXACT (maker, visit->coach, ask->year));
    if (days == 0)
      continue;
    gone = FALSE;
    if (!gp_coach_is_expert (coach))
      board = TRUE;
    else if (coach->region != ask->region)
      guest = TRUE;
    else if ((days - bound_days (maker, visit->coach, ask->year)) * GP_KEEPS >= ask->days)
      full = FALSE;
  }
  if (gone)
    return GP_BREAK_GONE;
  if (board)
    return GP_BREAK_BOARD;
  if (guest)
    return GP_BREAK_LENDING;
  return full ? GP_BREAK_FULL : GP_BREAK_SECTORS;
}

void
gp_coaching_add_breaks (GpCoachingMaker *maker)
{
  for (guint i = 0; i < maker->needs->len; i++) {
    const GpAsk *ask = GP_ASK (maker, i);
    if (ask->before == GP_NONE || !is_visited (maker, ask) ||
        !is_visited (maker, GP_ASK (maker, ask->before)) || is_kept (maker, ask))
      continue;
    gp_coaching_add_break (maker->coaching,
                           &(GpCoachingBreak){.school = ask->school,
                                              .year = gp_plan_data_year (maker->data, ask->year),
                                              .coach = gp_coaching_main_before (maker, ask),
                                              .reason = reason_of (maker, ask)});
  }
}
