/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole-school plans that keep to what was published. */
#pragma once

#include "gp-decisions.h"

G_BEGIN_DECLS

/* found (taken over, may be NULL), or a plan made from the published one where that is better by
 * the scenario's order. */
GpDecisions *gp_whole_keep_published (const GpRelaxed *relaxed, GpDecisions *found,
                                      GCancellable *cancellable);

G_END_DECLS
