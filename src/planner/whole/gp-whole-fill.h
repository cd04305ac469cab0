/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole starts from the fractions of a relaxed plan: round, repair, fill. */
#pragma once

#include "gp-whole-state.h"

G_BEGIN_DECLS

/* Rounds each board's starts so far down to a whole number; no rule about totals can break by that.
 */
void gp_whole_round (GpWholeState *state, const GpDecisions *relaxed);

/* Starts the schools that a board's trainings need before them, whatever shares say. */
void gp_whole_start_for_trainings (GpWholeState *state, guint32 board);

/* Adds starts to the year until its shares hold; FALSE when they do not for lack of schools or
 * places. */
gboolean gp_whole_add_for_shares (GpWholeState *state, guint year);

/* Takes away what breaks a rule after rounding (shares, days), and trains less where the starts for
 * it are missing. FALSE when pins stand in the way. */
gboolean gp_whole_repair (GpWholeState *state);

/* Adds starts as long as a place is open and every rule allows, those first that take the least of
 * what is scarce (prices: region, year, what an expert day is worth) and then reach most. FALSE
 * when it was cancelled before the end (the state is a plan all the same). */
gboolean gp_whole_fill (GpWholeState *state, const double *prices, GCancellable *cancellable);

G_END_DECLS
