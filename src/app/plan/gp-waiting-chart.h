/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The waterline: who starts by the goal year and who waits, region by region, as a chart. */
#pragma once

#include "gp-waiting.h"

#include <groeiplan/gp-chart-copy.h>

G_BEGIN_DECLS

/* Of a waitlist with somebody waiting; else NULL. */
GpChart *gp_waiting_chart_new (const GpProject *project, const GpWaitlist *list);
/* What the chart shows, with the region where most schools wait. A new string. */
char *gp_waiting_chart_text (const GpProject *project, const GpWaitlist *list, gboolean rough);

G_END_DECLS
