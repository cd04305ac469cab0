/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Instant what-if: the figures of a scenario with some levers moved, again and again while a person
 * drags. No GTK. Four kinds of answers, each better than the one before:
 *
 * - of what was asked before, until there is another (is_old);
 * - estimated: between the two nearest places on either side, along one slider, that were worked
 * out;
 * - rough: of the relaxed plan, priority by priority to the overload and delays: the least
 * possible. What reach and cost would decide among the plans that have these is left open, so that
 * it takes half of the time;
 * - solved: of a plan in whole schools, once gp_what_if_settle () was called.
 *
 * What is proven of an estimate. Where the slider moves limits alone (training, partner and
 * interest caps, cohorts), the mix of the two plans beside it keeps every rule at the limit in
 * between: so the rough plan has no more overload, and with as much overload no more delay. Limits
 * are whole numbers, so up to one place or school of it may be rounding; and expert heads are such
 * a limit only down to those who are there already, below which it no longer moves. The hand-over
 * share multiplies what is decided, and nothing of the kind is proven. With a cap or the share, the
 * higher side allows all that the lower one does: overload lies between those of both sides, and
 * where these are equal, so does the next priority. How many schools take part follows no such
 * rule, and nothing is said of it. An estimate is an estimate and looks it.
 *
 * What is asked last is what is answered last. Everything worked out for a base is remembered
 * (gp-whatif-memory.h), and what may be asked next is worked out while nothing is
 * (gp-whatif-ahead.h). "changed" is emitted in the thread that made the object, whenever there is
 * another answer or it becomes busy or idle.
 */
#pragma once

#include "gp-lever.h"
#include "gp-summary.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define GP_TYPE_WHAT_IF (gp_what_if_get_type ())
G_DECLARE_FINAL_TYPE (GpWhatIf, gp_what_if, GP, WHAT_IF, GObject)

GpWhatIf *gp_what_if_new (void);

/* The project and scenario that levers are moved in; published may be NULL. What was asked and
 * answered before is forgotten. */
void gp_what_if_set_base (GpWhatIf *self, const GpProject *project, guint32 scenario,
                          const GpPlan *published);

/* The figures with the levers at these positions (GP_N_LEVERS), as soon as can be; where they are
 * known or can be estimated they are there before this returns. */
void gp_what_if_ask (GpWhatIf *self, const double *positions);
/* A person looks at this lever (-1: at none): what lies along it is worked out next. */
void gp_what_if_look_at (GpWhatIf *self, int lever);
/* The sliders rest: what was asked last is planned in whole schools too, until something else is
 * asked. */
void gp_what_if_settle (GpWhatIf *self);

/* Gives up what is under way, and what would be next; the last answer stays. */
void gp_what_if_cancel (GpWhatIf *self);

/* TRUE until what was asked last has a rough plan, or none, or is cancelled. */
gboolean gp_what_if_is_busy (GpWhatIf *self);
/* TRUE while it is being planned in whole schools. */
gboolean gp_what_if_is_solving (GpWhatIf *self);

/* Good until the next call of anything here. */
typedef struct {
  const GpSummary *summary; /* NULL: there is no answer; its kind is in it: estimated, rough */
  const GpSummary *below, *above; /* of an estimate: the two that it lies between; else NULL */
  const GpSummary *at_best;       /* of a solved one: the rough one of the same values; else NULL */
  const GpSummary *base; /* the scenario as it is, relaxed as answers are; NULL before the first
                            answer and where there is no such plan */
  gboolean is_old;       /* of values asked before the last */
  gboolean is_base;      /* of the scenario as it is */
} GpWhatIfAnswer;
void gp_what_if_get_answer (GpWhatIf *self, GpWhatIfAnswer *answer);

/* Why what was asked last has no plan (pins that contradict, a value out of range), or NULL. */
const char *gp_what_if_get_problem (GpWhatIf *self);

/* How many plans were begun since the object was made: for tests. */
guint gp_what_if_get_n_begun (GpWhatIf *self);

G_END_DECLS
