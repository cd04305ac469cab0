/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole hires of a country, year by year, under the cap on experts. */
#pragma once

#include "gp-planner-data.h"

G_BEGIN_DECLS

/* FALSE when so many experts fit under the cap that whole ones hardly differ from parts. */
gboolean gp_hires_are_few (const GpPlanData *data);

/* The best whole hires (hires[year], any region) at that price (<= 0 is worth having) a hire of the
 * year; returns what they cost together. Only when they are few. */
double gp_hires_best (const GpPlanData *data, const double *price, int *hires);

G_END_DECLS
