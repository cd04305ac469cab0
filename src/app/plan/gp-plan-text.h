/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences above the tables of the Plan page; all return new strings. No GTK beyond the rows.
 */
#pragma once

#include "gp-rows-plan.h"

G_BEGIN_DECLS

/* What the plan decides, its pins, and where they contradict each other. */
char *gp_plan_headline_text (const GpPlanView *view);
/* Who waits. */
char *gp_plan_waiting_text (const GpPlanView *view);
/* How far the plan is from the published one; when: seconds since 1970. "" without one. */
char *gp_plan_changes_text (const GpPlanView *view, const GpPlan *published, gint64 when);

/* What stands in the place of a table without rows; translated, static. */
typedef struct {
  const char *title, *description;
} GpPlanEmpty;
GpPlanEmpty gp_plan_empty (guint view, gboolean planned);

G_END_DECLS
