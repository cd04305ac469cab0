/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning again after a small change: from the last basis of every priority. */
#include "gp-planning.h"

struct _GpPlanning {
  GpStart last, mark;
};

GpPlanning *
gp_planning_new (void)
{
  return g_new0 (GpPlanning, 1);
}

void
gp_planning_free (GpPlanning *planning)
{
  if (planning == NULL)
    return;
  gp_start_clear (&planning->last);
  gp_start_clear (&planning->mark);
  g_free (planning);
}

GpPlan *
gp_planning_plan (GpPlanning *planning, const GpProject *project, guint32 scenario,
                  const GpPlannerOptions *options, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (planning != NULL, NULL);
  return gp_planner_plan_from (&planning->last, project, scenario, options, cancellable, error);
}

void
gp_planning_mark (GpPlanning *planning)
{
  g_return_if_fail (planning != NULL);
  gp_start_copy (&planning->mark, &planning->last);
}

void
gp_planning_rewind (GpPlanning *planning)
{
  g_return_if_fail (planning != NULL);
  gp_start_copy (&planning->last, &planning->mark);
}
