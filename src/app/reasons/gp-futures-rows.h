/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the Futures page's lists. */
#pragma once

#include "gp-futures-work.h"

G_BEGIN_DECLS

GtkWidget *gp_futures_spread_row (const GpProject *project, const GpSpread *spread);
GtkWidget *gp_futures_promise_row (const GpFuturesSummary *summary, GpPromise promise);
GtkWidget *gp_futures_regret_row (const GpFuturesSummary *summary);
GtkWidget *gp_futures_board_row (const GpProject *project, const GpFuturesSummary *summary,
                                 guint board);

G_END_DECLS
