/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What holds a plan back, as far as the plan itself tells: the regions in which expert days lack,
 * and the caps that are used to the full in years in which something is short. Read off the plan at
 * once; what one more of anything would bring is found by planning again (gp-prices.h). No GTK.
 */
#pragma once

#include "gp-balance.h"

G_BEGIN_DECLS

typedef struct {
  char *sentence, *detail; /* detail may be NULL */
  const char *page;        /* where it is seen or changed, and what to show there */
  char *place;
  guint32 region; /* or GP_NONE: of all regions */
  guint64 years;  /* bit per plan year in which it binds */
} GpWhyThing;

/* Of GpWhyThing: regions first, those that lack most in front. Empty without a plan, and where
 * nobody waits and no promised work lacks days. */
GPtrArray *gp_why_now (const GpBalance *balance, guint32 scenario, const GpPlan *plan);

G_END_DECLS
