/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the repairs share. */
#pragma once

#include "gp-planner-data.h"
#include "gp-trial.h"
#include <groeiplan/gp-repairs.h>

G_BEGIN_DECLS

/* So many steps of a lever, and the plan with them. */
typedef struct {
  guint steps;
  GpPlan *plan;
} GpTurn;

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

/* ---- the search for amounts ---------------------------------------------------------------------
 */

typedef struct {
  GpTrial trial;
  GpLeverData levers;
  GpRepairsOptions options;
  GArray *repairs; /* of GpRepair */
  GArray *turns;   /* of GpTurn: the present lever's, by steps; cleared before the next lever */
  double done;     /* share of the work */
} GpRepairSearch;

GArray *gp_repair_turns_new (void);

/* The project with the settings in its scenario. */
GpProject *gp_repair_project (const GpProject *project, guint32 scenario,
                              const GpRepairSetting *settings, guint n, GError **error);

/* The plan with these settings; NULL with an error. */
GpPlan *gp_repair_plan (GpRepairSearch *search, GArray *settings, GError **error);

/* The plan with the lever turned so far in all years; owned by the search. NULL with an error. */
GpPlan *gp_repair_turn (GpRepairSearch *search, GpLever lever, guint steps, GError **error);

/* FALSE also for a plan without a value (a conflict, numerical trouble). */
gboolean gp_repair_reaches (const GpPlan *plan, GpPriorityId goal, double target);

/* Turns the lever until the target is reached or more would gain nothing: the last plan, owned by
 * the search (or the base, for a lever that cannot be turned). NULL with an error. */
const GpPlan *gp_repair_turn_far (GpRepairSearch *search, GpLever lever, GpPriorityId goal,
                                  double target, GError **error);

/* The fewest steps with which the goal is reached; 0 with an error. Some number of steps is known
 * to. */
guint gp_repair_fewest_steps (GpRepairSearch *search, GpLever lever, GpPriorityId goal,
                              double target, GError **error);

/* The last year from which on it is still enough; *plan the plan with it. FALSE with an error. */
gboolean gp_repair_latest_year (GpRepairSearch *search, GpLever lever, guint steps,
                                GpPriorityId goal, double target, GpYear *from, GpPlan **plan,
                                GError **error);

G_END_DECLS
