/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What futures come to, in sentences. New strings where not const; translated. No GTK. */
#pragma once

#include "gp-futures-work.h"

G_BEGIN_DECLS

/* "In 62 of 100 futures at least 4,250 schools take part in 2032." */
char *gp_futures_headline (const GpFuturesResult *result);
/* Under the headline: which futures, and how many say nothing or cannot keep the first year. */
char *gp_futures_basis (const GpFuturesResult *result);
/* Of the fan: "Half of the futures reach 4,300 schools in 2032, nine of ten reach 4,100." */
char *gp_futures_fan_sentence (const GpFuturesSummary *summary);
/* "Interest matters most: the more of it, the more schools take part." */
char *gp_futures_tornado_sentence (const GpProject *project, const GpFuturesSummary *summary);

const char *gp_futures_promise_title (GpPromise promise);
const char *gp_futures_outcome_title (GpOutcome outcome);
char *gp_futures_assumption_title (const GpProject *project, const GpFutureAssumption *assumption);
char *gp_futures_spread_title (const GpProject *project, const GpSpread *spread);
char *gp_futures_spread_text (const GpSpread *spread); /* "80% to 120% of the scenario's value" */
char *gp_futures_share (const GpFuturesSummary *summary, guint32 kept);  /* "62%" or "–" */
char *gp_futures_out_of (const GpFuturesSummary *summary, guint32 kept); /* "62 of 100 futures" */
/* How long it still takes, that share being done after so many seconds; and how long it will take
 * (< 0: nobody knows). */
char *gp_futures_time_left (double seconds, double share);
char *gp_futures_time_expected (double seconds);

G_END_DECLS
