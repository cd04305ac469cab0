/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes trainings and starts whole, year by year, the program solved again after every few. */
#pragma once

#include "gp-whole-hull.h"

G_BEGIN_DECLS

/* Ways of rounding: each finds another plan, and which is best differs from project to project. */
#define GP_N_DIVES 5

/* hull is elastic and its partnerships are whole; way: below GP_N_DIVES. FALSE when it was
 * cancelled or failed. */
gboolean gp_whole_dive (GpHull *hull, const GpPlanData *data, guint way, GCancellable *cancellable);

G_END_DECLS
