/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the supply chart share. Internal to this room. */
#pragma once

#include <groeiplan/gp-chart-bars.h>

#include "gp-chart-axis.h"
#include "gp-chart-names.h"

double gp_chart_supply_total (const GpChartSeries *series, guint n, guint year);
double gp_chart_supply_shortage (const GpSupplyPanel *panel, guint year);
/* The bar of a year between two values. */
GpChartRect gp_chart_supply_bar (const GpChartAxis *axis, double slot, double bar, guint year,
                                 double from, double to);
/* Names beside the only panel: names as the chart made them (heading, supply, heading, demand,
 * shortage if there is any). */
void gp_chart_supply_names (cairo_t *cr, const GpSupplyChart *chart, const GpChartStyle *style,
                            const GpChartAxis *axis, const GpChartName *names, guint n,
                            double width);
