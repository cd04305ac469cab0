/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of capacity: supply against demand, and the heat maps; made from plain figures. */
#pragma once

#include "gp-capacity.h"
#include "gp-summary.h"

#include <groeiplan/gp-chart-copy.h>

G_BEGIN_DECLS

/* region: one, or GP_NONE for all together; each: a panel for every region instead. */
GpChart *gp_load_chart_supply (const GpCapacity *capacity, guint32 region, gboolean each);
/* Expert days used as a percentage of those there, region by year. */
GpChart *gp_load_chart_regions (const GpSummary *summary);
/* Coach-days that boards ask, board by year: those that ask most, of a region or of all. NULL where
 * nobody asks any. */
#define GP_LOAD_CHART_BOARDS 20
GpChart *gp_load_chart_boards (const GpProject *project, guint32 scenario, const GpPlan *plan,
                               guint32 region);

G_END_DECLS
