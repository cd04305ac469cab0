/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planning model once more, for tests: every rule as it is written in the model, straight from
 * the project, solved by GLPK without any of the planner's short cuts. Shares no code with it. */
#pragma once

#include <groeiplan/gp-planner.h>

G_BEGIN_DECLS

typedef enum { PROPERTY_SOLVED, PROPERTY_INFEASIBLE, PROPERTY_UNKNOWN } PropertyAnswer;

/* The values of the scenario's priorities, in its order; each holds those before it. Reach is
 * positive. */
PropertyAnswer property_model_solve (const GpProject *project, guint32 scenario,
                                     double values[GP_N_PRIORITIES]);

/* Is there a plan with whole starts, partner years, trainings and hires? By branch and bound:
 * UNKNOWN when that took over a few seconds. */
PropertyAnswer property_model_whole (const GpProject *project, guint32 scenario);

G_END_DECLS
