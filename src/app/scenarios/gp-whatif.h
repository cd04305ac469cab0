/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Instant what-if: the relaxed plan of a scenario with some values changed, again and again while a
 * person drags. No GTK. Its overload and delays are the least possible; what reach and cost would
 * decide among the plans that have these is left open, so that it takes half of the time.
 *
 * What is asked last is what is answered last: newer values take the place of those that wait, and
 * a plan that takes long is cancelled for them. "changed" is emitted in the thread that made the
 * object, for every plan that is ready and whenever it becomes busy or idle.
 */
#pragma once

#include "gp-lever.h"

#include <groeiplan/gp-planner.h>

G_BEGIN_DECLS

#define GP_TYPE_WHAT_IF (gp_what_if_get_type ())
G_DECLARE_FINAL_TYPE (GpWhatIf, gp_what_if, GP, WHAT_IF, GObject)

GpWhatIf *gp_what_if_new (void);

/* The project and scenario that values are changed in; published may be NULL. What was asked and
 * answered before is forgotten; the worker keeps its basis. */
void gp_what_if_set_base (GpWhatIf *self, const GpProject *project, guint32 scenario,
                          const GpPlan *published);

/* Plans with these values (copied; n 0: those of the scenario as it is) as soon as can be. */
void gp_what_if_ask (GpWhatIf *self, const GpLeverValue *values, guint n);

/* Gives up what is under way; the last answer stays. */
void gp_what_if_cancel (GpWhatIf *self);

/* TRUE until what was asked last is answered, has failed or is cancelled. */
gboolean gp_what_if_is_busy (GpWhatIf *self);

/* The newest answer, until the next "changed" (which may come while busy: of values asked before
 * the last); both NULL when there is none. project is the one the plan was made for. */
const GpPlan *gp_what_if_get_plan (GpWhatIf *self);
const GpProject *gp_what_if_get_project (GpWhatIf *self);

/* The plan of the scenario as it is, relaxed as the answers are: what they are compared with. There
 * from the first answer on, whatever was asked; both NULL before it, and where there is no such
 * plan. */
const GpPlan *gp_what_if_get_base_plan (GpWhatIf *self);
const GpProject *gp_what_if_get_base_project (GpWhatIf *self);

/* TRUE when the newest answer is that of the scenario as it is. */
gboolean gp_what_if_is_base (GpWhatIf *self);

/* Why what was asked last has no plan (pins that contradict, a value out of range), or NULL. */
const char *gp_what_if_get_problem (GpWhatIf *self);

/* How many plans were begun since the object was made: for tests. */
guint gp_what_if_get_n_begun (GpWhatIf *self);

G_END_DECLS
