/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which boards become partners when, whole; then trainings, hires and starts, whole too. */
#pragma once

#include "gp-whole-hull.h"
#include "gp-whole.h"

G_BEGIN_DECLS

/* bound (may be NULL) is filled in even when no plan is found.
 *
 * A whole plan near the best that whole partnerships allow, as far as boards share rules:
 * everything but start pins is met. Fills in fixings, and returns the starts (all as regular
 * growth: programmes differ in their cohort alone). NULL when it was cancelled or found none. */
GpDecisions *gp_whole_choose (const GpRelaxed *relaxed, GpFixings *fixings, GpWholeBound *bound,
                              GpProgressFunc progress, gpointer progress_data,
                              GCancellable *cancellable);

G_END_DECLS
