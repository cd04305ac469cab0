/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pins that contradict each other or the rules: minimal sets of them, and in words. */
#pragma once

#include "gp-planner-data.h"
#include <gio/gio.h>
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

/* One side of a pin in a set. */
typedef struct {
  guint pin;       /* into data->pins */
  gboolean is_max; /* its maximum; else its minimum */
  double gives;    /* by how much it alone would have to give: for all other pins but those of the
                      other    sets to hold, or where that cannot be, for the other pins of its set; NAN
                      when    that was not worked out */
} GpConflictPin;

typedef struct {
  GArray *pins;     /* of GpConflictPin */
  gboolean minimal; /* FALSE: the search for a smaller set was cut short */
} GpConflictSet;

/* Sets of pins that cannot be met together: of a minimal one each pin is needed, the others can be
 * met without it. No two sets share a pin, and without the pins of all sets the rest can be met,
 * unless the search was cut short. A new array of GpConflictSet *; empty when there is no conflict
 * or none was found. */
GPtrArray *gp_conflicts_find (const GpPlanData *data, GCancellable *cancellable);

/* Adds a sentence for each pin of each set, and one for a set of several. */
void gp_conflicts_explain (const GpPlanData *data, GpPlan *plan, GCancellable *cancellable);

G_END_DECLS
