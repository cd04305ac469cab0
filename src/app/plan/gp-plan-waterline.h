/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who waits, above the table of who waits: the chart, and what it would take. */
#pragma once

#include "gp-chart-box.h"
#include "gp-document.h"
#include "gp-rows-plan.h"

G_BEGIN_DECLS

/* Shows who waits in the view; FALSE where nobody does or nothing is planned. */
gboolean gp_plan_waterline_show (GpChartBox *box, const GpPlanView *view);
/* The repairs that the Why page found last, the best of each goal, or where to find them. A new
 * string. */
char *gp_plan_waterline_repairs (GpDocument *document);

G_END_DECLS
