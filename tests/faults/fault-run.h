/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a story with one fault, and judges what is left. */
#pragma once

#include "fault-story.h"
#include "fault-vfs.h"

/* TRUE when the fault happened; what was wrong with the outcome is counted under kind's name. */
gboolean fault_run (Story *story, World *world, FaultKind kind, guint n, gboolean lasting);

/* How many operations of each kind the story has without faults: counts[N_FAULTS]. */
void fault_run_counting (Story *story, World *world, guint *counts);

/* n from 1 to one more than there are operations, which must be a run without a fault. Of less than
 * all (share 1) the random numbers tell which. */
void fault_run_all (Story *story, World *world, FaultKind kind, gboolean lasting, guint most,
                    double share, GRand *rand);
