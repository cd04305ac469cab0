/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning again after a small change. */
#include <groeiplan/gp-planner.h>

struct _GpPlanning {
  guint n_planned;
};

GpPlanning *
gp_planning_new (void)
{
  return g_new0 (GpPlanning, 1);
}

void
gp_planning_free (GpPlanning *planning)
{
  g_free (planning);
}

GpPlan *
gp_planning_plan (GpPlanning *planning, const GpProject *project, guint32 scenario,
                  const GpPlannerOptions *options, GCancellable *cancellable, GError **error)
{
  planning->n_planned++;
  return gp_planner_plan (project, scenario, options, cancellable, error);
}

/* Every plan starts afresh, so there is nothing to keep. */
void
gp_planning_mark (GpPlanning *planning)
{
  g_return_if_fail (planning != NULL);
}

void
gp_planning_rewind (GpPlanning *planning)
{
  g_return_if_fail (planning != NULL);
}
