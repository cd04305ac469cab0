/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the repairs share. */
#pragma once

#include "gp-planner-data.h"
#include "gp-trial.h"
#include <groeiplan/gp-repairs.h>

G_BEGIN_DECLS

/* What turning a lever needs to know. */
typedef struct {
  const GpProject *project;
  guint32 scenario;
  const GpPlanData *data;
  const GpPlan *base;
} GpLeverData;

/* The most steps that make sense: more could not help. */
guint gp_lever_max (const GpLeverData *data, GpLever lever);

/* What a step is, in the lever's unit. */
double gp_lever_unit (GpLever lever);

/* The settings of so many steps from a year on: a new array of GpRepairSetting. */
GArray *gp_lever_settings (const GpLeverData *data, GpLever lever, guint steps, GpYear from);

/* The cohort lever has no steps: the cohorts as they start in the plan, or half way to that. NULL
 * when the goal has no cohorts; *places tells how many places are asked later at most. */
GArray *gp_lever_cohorts (const GpLeverData *data, GpPriorityId goal, double share, double *places);

/* What the plan does more of the lever than the base, in euro a year over n_years; NAN when the
 * lever has no price of its own. */
double gp_lever_euro (const GpLeverData *data, GpLever lever, const GpPlan *plan, guint n_years);

G_END_DECLS
