/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pins that contradict each other or the rules, in words. */
#pragma once

#include "gp-planner-data.h"
#include <gio/gio.h>
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

/* Adds a sentence for each pin that would have to give, and by how much, for all others to hold: a
 * set with the smallest sum of what gives. */
void gp_conflicts_explain (const GpPlanData *data, GpPlan *plan, GCancellable *cancellable);

G_END_DECLS
