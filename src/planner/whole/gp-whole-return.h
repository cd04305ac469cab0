/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Back to what was published wherever that costs nothing that comes first. */
#pragma once

#include "gp-decisions.h"

G_BEGIN_DECLS

/* The same starts per programme and year (so the same delays) and no more overload, with fewer
 * changes of the published plan, which there must be. */
GpDecisions *gp_whole_return (const GpDecisions *found, GCancellable *cancellable);

G_END_DECLS
