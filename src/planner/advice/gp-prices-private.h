/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the prices share. */
#pragma once

#include "gp-trial.h"
#include <groeiplan/gp-prices.h>

G_BEGIN_DECLS

/* A price on its way. */
typedef struct {
  GpPrice price;
  guint level;                  /* the first priority with a dual */
  double dual[GP_N_PRIORITIES]; /* by place in the plan's order; gain of a unit */
} GpPriceCandidate;

/* Of GpPriceCandidate: all with a dual, the most valuable first. */
GPtrArray *gp_price_candidates (const GpProject *project, const GpPlan *plan);
int gp_price_candidate_compare (gconstpointer a, gconstpointer b);

/* Fills in the prices of the priorities. FALSE with an error. */
gboolean gp_priority_prices_find (GpTrial *trial, GpPrices *prices, GError **error);

G_END_DECLS
