/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published plans for tests, written as text: "start P po noord other regular 2026 3",
 * "partner P 2026 1", "training P 2026 2". */
#pragma once

#include "planner-example.h"

#include <groeiplan/gp-published.h>

/* The project of those rows (arrays ended by NULL; more may be NULL), from 2026 to last. */
static inline GpProject *
change_project (GpYear last, const char *const *rows, const char *const *more)
{
  g_autoptr (GError) error = NULL;
  GpProject *project = gp_project_new (NULL, NULL);
  gp_project_set_frame (project, "Example", 2026, last, GP_YEAR_NONE);
  for (guint i = 0; example_frame[i] != NULL; i++)
    example_add (project, example_frame[i]);
  for (guint i = 0; rows[i] != NULL; i++)
    example_add (project, rows[i]);
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    example_add (project, more[i]);
  gboolean sound = gp_project_finish (project, &error);
  ck_assert_msg (sound, "%s", error != NULL ? error->message : "");
  return project;
}

static inline void
change_add_row (GpPlan *plan, const char *text)
{
  g_auto (GStrv) w = g_strsplit (text, " ", -1);
  guint n = g_strv_length (w);
  GpPlanRow row = {.board = w[1], .programme = GP_PROGRAMME_NONE};
  ck_assert (gp_plan_row_kind_parse (w[0], &row.kind));
  if (row.kind == GP_ROW_START) {
    row.sector = w[2];
    row.region = w[3];
    ck_assert (gp_need_parse (w[4], &row.need));
    ck_assert (gp_programme_parse (w[5], &row.programme));
  }
  row.year = (GpYear)g_ascii_strtoll (w[n - 2], NULL, 10);
  row.amount = g_ascii_strtod (w[n - 1], NULL);
  row.hundredths = llround (row.amount * 100);
  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
}

static inline GpPlan *
change_published (const char *const *rows)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  gp_plan_set_whole (plan, TRUE);
  for (guint i = 0; rows[i] != NULL; i++)
    change_add_row (plan, rows[i]);
  gp_plan_finish (plan);
  return plan;
}

/* Sum of what differs. */
static inline double
change_sum (const GpProject *project, const GpPlan *published, const GpPlan *plan, GpPlanPart part)
{
  g_autoptr (GArray) changes = gp_plan_changes (project, published, plan, part);
  double sum = 0;
  for (guint i = 0; i < changes->len; i++) {
    const GpPlanChange *change = &g_array_index (changes, GpPlanChange, i);
    sum += fabs (change->is - change->was);
  }
  return sum;
}

static inline const GpPlanPriority *
change_priority (const GpPlan *plan, GpPriorityId id)
{
  for (guint i = 0; i < plan->n_priorities; i++)
    if (plan->priorities[i].id == id)
      return &plan->priorities[i];
  return NULL;
}

/* Plans against the published plan; the plan is sound, audited, and lists what it changed. */
static inline GpPlan *
change_plan (const GpProject *project, guint32 scenario, const GpPlan *published)
{
  g_autoptr (GError) error = NULL;
  GpPlannerOptions options = {.published = published};
  GpPlan *plan = gp_planner_plan (project, scenario, &options, NULL, &error);
  ck_assert_msg (plan != NULL, "%s", error != NULL ? error->message : "");
  if (plan->status == GP_PLAN_CONFLICT || !plan->has_whole)
    return plan;
  g_autoptr (GpAudit) audit = gp_audit_plan_against (project, plan, published, NULL, &error);
  ck_assert_msg (audit != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_msg (audit->passed, "%s", audit->n_faults > 0 ? audit->faults[0] : "");
  const GpPlanPriority *change = change_priority (plan, GP_PRIORITY_CHANGE);
  if (change == NULL)
    return plan;
  double relaxed = change_sum (project, published, plan, GP_PART_RELAXED);
  double whole = change_sum (project, published, plan, GP_PART_WHOLE);
  ck_assert_msg (fabs (relaxed - change->relaxed) <= 1e-5 * (1 + relaxed),
                 "relaxed change %.9g, the list says %.9g", change->relaxed, relaxed);
  ck_assert_msg (fabs (whole - change->whole) <= 1e-9, "whole change %.9g, the list says %.9g",
                 change->whole, whole);
  return plan;
}
