/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of capacity: supply against demand, and the heat maps; made from plain figures. */
#pragma once

#include "gp-capacity.h"
#include "gp-balance.h"

#include <groeiplan/gp-chart-copy.h>

G_BEGIN_DECLS

/* region: one, or GP_NONE for all together; each: a panel for every region instead. */
GpChart *gp_load_chart_supply (const GpCapacity *capacity, guint32 region, gboolean each);
/* Expert days lacking (red, hatched) or left, region by year; each cell reads out its sentence. */
GpChart *gp_load_chart_regions (const GpBalance *balance);
#define GP_LOAD_CHART_REST                                                                         \
  _ ("Expert days left (+) or lacking (−), with promised work and about what waiting schools "   \
     "would ask.")
/* Where a click on each cell leads: the page and the place to show there ("why noord 2028-2029"
 * where days lack, "capacity noord 2028-2029" where some are left). */
GStrv gp_load_chart_links (const GpBalance *balance);
/* Coach-days that boards ask, board by year: those that ask most, of a region or of all. NULL where
 * nobody asks any. shown (of guint32, may be NULL) gets the boards of its rows. */
#define GP_LOAD_CHART_BOARDS 20
GpChart *gp_load_chart_boards (const GpProject *project, guint32 scenario, const GpPlan *plan,
                               guint32 region, GArray *shown);

G_END_DECLS
