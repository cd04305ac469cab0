/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of a tornado's bars. Internal to this room. */
#pragma once

#include <groeiplan/gp-chart-bars.h>

/* How far the bar reaches: from its low to its high, base included when one is missing. */
double gp_chart_tornado_width (const GpTornadoBar *bar, double base);
/* Indexes of the bars, widest first (g_free). */
guint *gp_chart_tornado_order (const GpTornadoChart *chart);
