/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences above the tables of the Plan page: markup, whose numbers lead to what explains them
 * (gp-links.h); all return new strings. No GTK beyond the rows. */
#pragma once

#include "gp-rows-plan.h"

G_BEGIN_DECLS

/* What the plan decides, its pins, and where they contradict each other. */
char *gp_plan_headline_markup (const GpPlanView *view);
/* Who waits. */
char *gp_plan_waiting_markup (const GpPlanView *view);
/* How far the plan is from the published one; when: seconds since 1970. "" without one. */
char *gp_plan_changes_markup (const GpPlanView *view, const GpPlan *published, gint64 when);
/* The same, and above the boards by year what the letters mean. */
char *gp_plan_detail_markup (const GpPlanView *view, guint kind, gint64 when);

/* What stands in the place of a table without rows; translated, static. */
typedef struct {
  const char *title, *description;
} GpPlanEmpty;
GpPlanEmpty gp_plan_empty (guint view, gboolean planned);

G_END_DECLS
