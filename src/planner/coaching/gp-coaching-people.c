/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who there is to visit schools: the coaches of the project, and those that the plan hires and
 * trains, each with the days of every plan year. Experts, hires, verandercoaches, trainees. */
#include "gp-coaching-private.h"

#include <glib/gi18n-lib.h>

#define MAX_COACHES (4 * GP_MAX_COACHES)

gboolean
gp_coach_is_expert (const GpCoach *coach)
{
  return coach->kind == GP_COACH_EXPERT || coach->kind == GP_COACH_HIRE;
}

static void
add_coach (GpCoachingMaker *maker, const GpCoach *coach, const GpFine *exact)
{
  gint64 days[GP_MAX_PLAN_YEARS];
  gboolean not_yet = FALSE;
  for (guint y = 0; y < maker->n_years; y++) {
    days[y] = MAX (0, gp_fine_hundredths (exact[y]));
    g_array_append_val (maker->exact, exact[y]);
    g_array_append_val (maker->left, days[y]);
    g_array_append_val (maker->raised, not_yet);
  }
  g_array_append_vals (maker->coaches, coach, 1);
  gp_coaching_add_coach (maker->coaching, coach, days);
}

static void
add_expert (GpCoachingMaker *maker, guint32 i)
{
  const GpExpertCoach *row = &maker->project->expert_coaches[i];
  GpCoach coach = {.kind = GP_COACH_EXPERT,
                   .record = i,
                   .region = row->region,
                   .board = GP_NONE,
                   .sectors = row->sectors};
  GpFine exact[GP_MAX_PLAN_YEARS] = {0};
  for (guint y = 0; y < maker->n_years; y++) {
    GpYear year = gp_plan_data_year (maker->data, y);
    if ((row->from_year == GP_YEAR_NONE || year >= row->from_year) &&
        (row->to_year == GP_YEAR_NONE || year <= row->to_year))
      exact[y] = gp_fine_share (row->days_per_year, maker->expert_left[y]);
  }
  add_coach (maker, &coach, exact);
}

/* In the year of hiring some days go to the hire's own training. */
static void
add_hire (GpCoachingMaker *maker, guint32 region, guint hired, guint number)
{
  GpCoach coach = {.kind = GP_COACH_HIRE,
                   .record = GP_NONE,
                   .region = region,
                   .board = GP_NONE,
                   .year = gp_plan_data_year (maker->data, hired),
                   .number = number};
  GpFine exact[GP_MAX_PLAN_YEARS] = {0};
  GpDecimal days = gp_coaching_parameter (maker, GP_PARAM_EXPERT_DAYS, NULL, 0);
  for (guint y = hired; y < maker->n_years; y++)
    exact[y] = gp_fine_share (days, maker->expert_left[y - hired]);
  exact[hired] -= gp_fine (gp_coaching_parameter (maker, GP_PARAM_EXPERT_TRAINING_DAYS, NULL, 0));
  exact[hired] = MAX (0, exact[hired]);
  add_coach (maker, &coach, exact);
}

static void
add_verandercoach (GpCoachingMaker *maker, guint32 i)
{
  const GpVerandercoach *row = &maker->project->verandercoaches[i];
  GpCoach coach = {.kind = GP_COACH_VERANDERCOACH,
                   .record = i,
                   .region = maker->project->boards[row->board].home_region,
                   .board = row->board};
  GpFine exact[GP_MAX_PLAN_YEARS] = {0};
  for (guint y = 0; y < maker->n_years; y++) {
    GpDecimal days = row->has_days
                         ? row->days_per_year
                         : gp_coaching_parameter (maker, GP_PARAM_VERANDERCOACH_DAYS, NULL, y);
    if (row->to_year == GP_YEAR_NONE || gp_plan_data_year (maker->data, y) <= row->to_year)
      exact[y] = gp_fine_share (days, maker->coach_left[y]);
  }
  add_coach (maker, &coach, exact);
}

static void
add_trainee (GpCoachingMaker *maker, guint32 board, guint trained, guint number)
{
  GpCoach coach = {.kind = GP_COACH_TRAINEE,
                   .record = GP_NONE,
                   .region = maker->project->boards[board].home_region,
                   .board = board,
                   .year = gp_plan_data_year (maker->data, trained),
                   .number = number};
  GpFine exact[GP_MAX_PLAN_YEARS] = {0};
  exact[trained] = gp_fine (
      gp_coaching_parameter (maker, GP_PARAM_VERANDERCOACH_FIRST_YEAR_DAYS, NULL, trained));
  for (guint y = trained + 1; y < maker->n_years; y++)
    exact[y] = gp_fine_share (gp_coaching_parameter (maker, GP_PARAM_VERANDERCOACH_DAYS, NULL, y),
                              maker->coach_left[y - trained]);
  add_coach (maker, &coach, exact);
}

/* ---- by region and board -----------------------------------------------------------------------
 */

static void
index_people (GpCoachingMaker *maker, gboolean experts, guint n, guint32 **first, guint32 **list)
{
  *first = g_new0 (guint32, n + 1);
  *list = g_new (guint32, maker->coaches->len + 1);
  for (guint pass = 0; pass < 2; pass++) {
    for (guint32 i = 0; i < maker->coaches->len; i++) {
      const GpCoach *coach = &g_array_index (maker->coaches, GpCoach, i);
      if (gp_coach_is_expert (coach) != experts)
        continue;
      guint32 thing = experts ? coach->region : coach->board;
      if (pass == 0)
        (*first)[thing + 1]++;
      else
        (*list)[(*first)[thing]++] = i;
    }
    for (guint t = 0; t < n && pass == 0; t++)
      (*first)[t + 1] += (*first)[t];
  }
  for (guint t = n; t > 0; t--) /* filling moved each to the next one's begin */
    (*first)[t] = (*first)[t - 1];
  (*first)[0] = 0;
}

static gboolean
are_too_many (const GpCoachingMaker *maker)
{
  gsize n = (gsize)maker->project->n_expert_coaches + maker->project->n_verandercoaches;
  for (gsize i = 0; i < (gsize)maker->n_regions * maker->n_years; i++)
    n += (gsize)maker->hires[i];
  for (gsize i = 0; i < (gsize)maker->data->n_boards * maker->n_years; i++)
    n += (gsize)maker->trainings[i];
  return n > MAX_COACHES;
}

gboolean
gp_coaching_add_people (GpCoachingMaker *maker, GError **error)
{
  guint n = maker->n_years;
  if (are_too_many (maker)) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("The plan has more than %d coaches, too many to list: lower how many may be "
                    "hired or trained."),
                 MAX_COACHES);
    return FALSE;
  }
  for (guint32 i = 0; i < maker->project->n_expert_coaches; i++)
    add_expert (maker, i);
  for (guint at = 0; at < maker->n_regions * n; at++)
    for (int k = 0; k < maker->hires[at]; k++)
      add_hire (maker, at / n, at % n, (guint)k + 1);
  for (guint32 i = 0; i < maker->project->n_verandercoaches; i++)
    add_verandercoach (maker, i);
  for (guint at = 0; at < maker->data->n_boards * n; at++)
    for (int k = 0; k < maker->trainings[at]; k++)
      add_trainee (maker, at / n, at % n, (guint)k + 1);
  index_people (maker, FALSE, maker->data->n_boards, &maker->board_first, &maker->board_coaches);
  index_people (maker, TRUE, maker->n_regions, &maker->region_first, &maker->region_coaches);
  return TRUE;
}

gboolean
gp_coaching_raise (GpCoachingMaker *maker, guint32 coach, guint year)
{
  gboolean *raised = &g_array_index (maker->raised, gboolean, coach * maker->n_years + year);
  if (*raised || GP_EXACT (maker, coach, year) % GP_FINE_HUNDREDTH == 0)
    return FALSE;
  *raised = TRUE;
  ++*GP_LEFT (maker, coach, year);
  gp_coaching_raise_days (maker->coaching, coach, year);
  return TRUE;
}
