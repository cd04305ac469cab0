/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planning model once more, for tests: every rule as it is written in the model, straight from
 * the project, solved by GLPK without any of the planner's short cuts. Shares no code with it. */
#pragma once

#include <groeiplan/gp-planner.h>

G_BEGIN_DECLS

typedef enum { PROPERTY_SOLVED, PROPERTY_INFEASIBLE, PROPERTY_UNKNOWN } PropertyAnswer;

/* The scenario's priorities in its order; `change` only with a published plan. */
guint property_priorities (const GpProject *project, guint32 scenario, const GpPlan *published,
                           GpPriorityId order[GP_N_PRIORITIES]);

/* The values of those priorities; each holds those before it, within the solver's tolerance. Reach
 * is positive. Without a published plan, and with one (may be NULL). */
PropertyAnswer property_model_solve (const GpProject *project, guint32 scenario,
                                     double values[GP_N_PRIORITIES]);
PropertyAnswer property_model_solve_against (const GpProject *project, guint32 scenario,
                                             const GpPlan *published,
                                             double values[GP_N_PRIORITIES]);

/* The same in rational arithmetic, without any tolerance: slow. */
PropertyAnswer property_model_solve_exactly (const GpProject *project, guint32 scenario,
                                             const GpPlan *published,
                                             double values[GP_N_PRIORITIES]);

/* Is there a plan with whole starts, partner years, trainings and hires? By branch and bound:
 * UNKNOWN when that took over a few seconds. */
PropertyAnswer property_model_whole (const GpProject *project, guint32 scenario);

G_END_DECLS
