/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The planner: from a project and a scenario to a plan (spec: the planning model, version 1).
 *
 * The relaxed plan is the linear program's optimum, priority by priority: a bound on anything
 * possible. The whole-school plan decides whole schools, partner boards, trainings and hires, with
 * days to 1/100 coach-day, and obeys every rule exactly.
 */
#pragma once

#include <gio/gio.h>
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef struct {
  gboolean relaxed_only;
  GpProgressFunc progress;
  gpointer progress_data;
} GpPlannerOptions;

/* Plans one scenario. Blocks; call it from a worker. The plan comes back also for a conflict of pins
 * or numerical trouble (see its status and conflicts; a whole-school plan that was not found is
 * UNKNOWN); NULL only with an error: GP_ERROR_DATA when the scenario
 * lacks a value or has one that cannot be planned with, GP_ERROR_CANCELLED when cancelled before
 * there was any plan. options may be NULL. */
GpPlan *gp_planner_plan (const GpProject *project, guint32 scenario,
                         const GpPlannerOptions *options, GCancellable *cancellable,
                         GError **error);

typedef enum { GP_MODEL_MPS, GP_MODEL_LP } GpModelFormat;

/* Writes the linear program of one priority of the scenario's order, with the earlier ones held at
 * their optimum as rows "held_NAME", as free MPS or CPLEX LP with readable names, for any other
 * solver. Its optimal value is the plan's relaxed value (reach: negated). Plans first. */
gboolean gp_planner_write_model (const GpProject *project, guint32 scenario, GpPriorityId priority,
                                 GpModelFormat format, const char *path, GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
