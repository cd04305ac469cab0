/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a bridge, which its drawing and its table share. Internal to this room. */
#pragma once

#include <groeiplan/gp-chart-bars.h>

typedef struct {
  const char *label; /* the chart's */
  double from, to;   /* where the bar runs */
  double shown;      /* what is printed: rounded to the unit's digits, so that rows add up */
  gboolean is_total; /* start or end */
} GpBridgeRow;

/* Start, steps, the rest if there is one, end (g_free). */
GpBridgeRow *gp_chart_bridge_rows (const GpBridgeChart *chart, guint *n);
