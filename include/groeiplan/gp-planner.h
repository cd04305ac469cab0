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
#include <groeiplan/gp-coaching.h>

G_BEGIN_DECLS

typedef struct {
  gboolean relaxed_only;
  GpProgressFunc progress;
  gpointer progress_data;
  gboolean without_proof;   /* relaxed only: values and rows, no multipliers (they take time) */
  const GpPlan *first_year; /* may be NULL: the first plan year's starts, partner boards, trainings
                               and hires are held as in this plan's whole part */
  const GpPlan *published;  /* may be NULL: the plan that the priority `change` compares with; without
                               one that priority is absent */
} GpPlannerOptions;

/* Plans one scenario. Blocks; call it from a worker. The plan comes back also for a conflict of pins
 * or numerical trouble (see its status and conflicts; a whole-school plan that was not found is
 * UNKNOWN); NULL only with an error: GP_ERROR_DATA when the scenario
 * lacks a value or has one that cannot be planned with, GP_ERROR_CANCELLED when cancelled before
 * there was any plan. options may be NULL. */
GpPlan *gp_planner_plan (const GpProject *project, guint32 scenario,
                         const GpPlannerOptions *options, GCancellable *cancellable,
                         GError **error);

/**
 * Plans again and again: keeps what the last plan of a scenario was found with (the linear program and
 * its last basis), so that a plan after a small change of the project (a parameter, a pin, a coach)
 * takes little time. The result is what gp_planner_plan () gives: the same values, by another way, and
 * perhaps another plan among those that are equally good.
 *
 * For one thread at a time; threads that plan side by side have one each.
 */
typedef struct _GpPlanning GpPlanning;

GpPlanning *gp_planning_new (void);
void gp_planning_free (GpPlanning *planning);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpPlanning, gp_planning_free)

/* As gp_planner_plan (). */
GpPlan *gp_planning_plan (GpPlanning *planning, const GpProject *project, guint32 scenario,
                          const GpPlannerOptions *options, GCancellable *cancellable,
                          GError **error);

/* Keeps what the next plan would start from (the linear program and its basis), and goes back to it.
 * After gp_planning_rewind () the next plan depends on the mark and on its own arguments alone, to the
 * last bit, whatever was planned in between: so that work shared out over threads and machines has
 * one result. Without a mark it goes back to a new session. */
void gp_planning_mark (GpPlanning *planning);
void gp_planning_rewind (GpPlanning *planning);

/**
 * Names the coaches of a plan (gp-coaching.h). Takes well under a second for the whole country; the
 * same project and plan give the same coaching. One reference, or NULL with GP_ERROR_DATA: the plan has no
 * whole-school part, its scenario, boards, regions or schools are no longer in the project (plan
 * again), or it hires more coaches than can be listed.
 */
GpCoaching *gp_planner_coaching (const GpProject *project, const GpPlan *plan, GError **error);

typedef enum { GP_MODEL_MPS, GP_MODEL_LP } GpModelFormat;

/* Writes the linear program of one priority of the scenario's order, with the earlier ones held at
 * their optimum as rows "held_NAME", as free MPS or CPLEX LP with readable names, for any other
 * solver. Its optimal value is the plan's relaxed value (reach: negated). Plans first. */
gboolean gp_planner_write_model (const GpProject *project, guint32 scenario, GpPriorityId priority,
                                 GpModelFormat format, const char *path, GCancellable *cancellable,
                                 GError **error);

/* The same with a published plan (may be NULL), as GpPlannerOptions.published: then `change` is among
 * the priorities. */
gboolean gp_planner_write_model_against (const GpProject *project, guint32 scenario,
                                         const GpPlan *published, GpPriorityId priority,
                                         GpModelFormat format, const char *path,
                                         GCancellable *cancellable, GError **error);

G_END_DECLS
