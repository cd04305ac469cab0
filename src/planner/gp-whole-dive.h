/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes trainings and starts whole, year by year, the program solved again after every few. */
#pragma once

#include "gp-whole-hull.h"

G_BEGIN_DECLS

/* hull is elastic and its partnerships are whole. FALSE when it was cancelled or failed. */
gboolean gp_whole_dive (GpHull *hull, const GpPlanData *data, GCancellable *cancellable);

G_END_DECLS
