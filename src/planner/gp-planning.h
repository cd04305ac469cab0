/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Planning from where an earlier plan was. */
#pragma once

#include "gp-relaxed.h"
#include <groeiplan/gp-planner.h>

G_BEGIN_DECLS

/* As gp_planner_plan (), from start (may be NULL), which then holds where this plan is. */
GpPlan *gp_planner_plan_from (GpStart *start, const GpProject *project, guint32 scenario,
                              const GpPlannerOptions *options, GCancellable *cancellable,
                              GError **error);

G_END_DECLS
