/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiny projects for futures, made up as in planner-example.h.
 *
 * Board P has twenty primary schools and two plan years, in which 2 and 4 schools are to start, all
 * regular. One expert coach gives 40 days a year, and each school asks support_days in the year in
 * which it starts: 9 of them unless a test says otherwise. So both years can be met with days to
 * spare as long as a school asks no more than ten days. */
#pragma once

#include "planner-example.h"

#include "gp-futures-private.h"
#include "gp-futures-random.h"
#include "gp-futures-rank.h"

static const char *const futures_example[] = {
    "boards P,Bestuur Verzonnen,noord",
    "schools 20 P,,po,noord,100,0",
    "expert_coaches E1,Coach,noord,40",
    "parameters cohort_target,regular,2026-2027,2",
    "parameters cohort_target,regular,2027-2028,4",
    "parameters support_days,po:1,,9",
    "parameters participation_goal,,,6",
    NULL,
};

/* The rows above and those that follow (ended by NULL), from 2026 to 2027. */
static inline GpProject *G_GNUC_NULL_TERMINATED
futures_project (const char *first, ...)
{
  g_autoptr (GError) error = NULL;
  GpProject *project = gp_project_new (NULL, NULL);
  va_list more;

  gp_project_set_frame (project, "Example", 2026, 2027, GP_YEAR_NONE);
  for (guint i = 0; example_frame[i] != NULL; i++)
    example_add (project, example_frame[i]);
  for (guint i = 0; futures_example[i] != NULL; i++)
    example_add (project, futures_example[i]);
  va_start (more, first);
  for (const char *row = first; row != NULL; row = va_arg (more, const char *))
    example_add (project, row);
  va_end (more);
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

static inline guint32
futures_scenario (const GpProject *project)
{
  return gp_project_find (project, GP_TABLE_SCENARIOS, "base");
}

static inline GpPlan *
futures_base_plan (const GpProject *project)
{
  g_autoptr (GError) error = NULL;
  GpPlan *plan = gp_planner_plan (project, futures_scenario (project), NULL, NULL, &error);

  ck_assert_msg (plan != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_int_le (plan->status, GP_PLAN_FEASIBLE);
  ck_assert (plan->has_whole);
  return plan;
}

static inline GpFutures *
futures_run (const GpProject *project, const GpFuturesOptions *options)
{
  g_autoptr (GError) error = NULL;
  GpFutures *futures = gp_futures_run (project, futures_scenario (project), options, NULL, &error);

  ck_assert_msg (futures != NULL, "%s", error != NULL ? error->message : "");
  return futures;
}

static inline GpFuturesSummary *
futures_summary (const GpFutures *futures, const GpProject *project, GpOutcome outcome)
{
  g_autoptr (GError) error = NULL;
  GpFuturesSummary *summary = gp_futures_summarise (futures, project, outcome, &error);

  ck_assert_msg (summary != NULL, "%s", error != NULL ? error->message : "");
  return summary;
}

/* A figure of a future in its unit. */
static inline double
futures_value (const GpFutures *futures, guint32 number, GpPriorityId id)
{
  int place = gp_futures_find_priority (&futures->head, id);

  ck_assert_int_ge (place, 0);
  return (double)gp_row_values (gp_futures_row (futures, number))[place] / GP_THOUSAND;
}
