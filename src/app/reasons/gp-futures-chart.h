/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The charts of the Futures page: new ones, NULL where there is nothing to draw. */
#pragma once

#include "gp-futures-work.h"

#include <groeiplan/gp-chart-copy.h>

G_BEGIN_DECLS

/* Schools taking part, year by year: what nine, five and one of ten futures reach, and the plan. */
GpChart *gp_futures_fan (const GpFuturesResult *result);

/* Which assumptions go along with the summary's outcome, strongest first, at most so many. */
GpChart *gp_futures_tornado (const GpProject *project, const GpFuturesSummary *summary, guint most);

G_END_DECLS
