/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which boards become partners, when, and who is hired; then whole coaches and schools. */
#pragma once

#include "gp-whole.h"

G_BEGIN_DECLS

/* Partners and hires that are whole. */
typedef struct _GpChoice GpChoice;

/* bound (may be NULL) is filled in even when nothing is found. NULL when pins stand in the way, on
 * numerical trouble, or when it was cancelled. relaxed and cancellable must stay as long as the
 * choice does. */
GpChoice *gp_whole_choose (const GpRelaxed *relaxed, GpWholeBound *bound,
                           GCancellable *cancellable);
void gp_choice_free (GpChoice *choice);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpChoice, gp_choice_free)

/* In how many ways there is time to round the rest. */
guint gp_choice_n_ways (const GpChoice *choice);

/* Whole starts of all boards, and fixings with the whole partner years, trainings and hires that go
 * with them; NULL as above. */
GpDecisions *gp_choice_round (const GpChoice *choice, guint way, GpFixings *fixings);

G_END_DECLS
