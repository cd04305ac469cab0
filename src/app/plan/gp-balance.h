/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each region lacks or has to spare in each plan year, in expert coach-days: one unit for
 * both, so that the years can be added and the regions compared. No GTK.
 *
 * To spare is what is there and not used. What lacks has two parts: days that promised work lacks
 * (the overload), and days that the schools behind the cohorts would ask in their first year.
 * Cohorts are of all regions together, so the schools behind are spread over the regions that are
 * full in that year (no room for one school more), by how many schools there could still start:
 * that part is an estimate, and said so.
 */
#pragma once

#include "gp-summary.h"

G_BEGIN_DECLS

typedef struct {
  const GpSummary *summary; /* of the caller, as long as this lives */
  guint n_regions, n_years;
  double *days;    /* [region * n_years + year]: > 0 to spare, < 0 lacking; NaN: nothing there */
  double *share;   /* the same as a share of the days there, -1 at least where none are */
  double *waiting; /* schools behind that are counted here */
} GpBalance;

GpBalance *gp_balance_new (const GpSummary *summary, guint32 scenario, const GpPlan *plan);
void gp_balance_free (GpBalance *balance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpBalance, gp_balance_free)

/* The days that a region lacks in all years together; worst (may be NULL): the year in which it
 * lacks most, counted from plan_from. */
double gp_balance_lacks (const GpBalance *balance, guint region, guint *worst);

/* A cell in a sentence: "Noord, 2028-2029: 12 of 1,240 expert days are left; about 120 more would
 * be asked by schools that wait (24)." A new string. */
char *gp_balance_text (const GpBalance *balance, guint region, guint year, GpLanguage language);

G_END_DECLS
