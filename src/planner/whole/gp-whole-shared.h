/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What boards share when whole partnerships are sought: expert days, cohorts, interest, shares and
 * caps, with the starts of boards that are no partners (by sector, region and need). */
#pragma once

#include "gp-decisions.h"

G_BEGIN_DECLS

typedef struct {
  int row, col;
  double value;
} GpEntry;

/* Columns and rows of a linear program that grows. */
typedef struct {
  GArray *entries;               /* of GpEntry */
  GArray *col_lower, *col_upper; /* of double */
  GArray *row_lower, *row_upper; /* of double */
  GArray *cost;                  /* of double, per column */
} GpGrowing;

void gp_growing_init (GpGrowing *growing);
void gp_growing_clear (GpGrowing *growing);
guint gp_growing_add_col (GpGrowing *growing, double lower, double upper, double cost);
guint gp_growing_add_row (GpGrowing *growing, double lower, double upper);
void gp_growing_add (GpGrowing *growing, guint row, guint col, double value);
GpLp *gp_growing_lp (const GpGrowing *growing); /* a copy, with its costs */

typedef struct {
  const GpPlanData *data;
  GpGrowing program;
  /* first rows: experts region year; cohort programme year; the others year (sector: sector year),
   * supply and ready group */
  guint experts, cohort, interest, equity, sector, funded, partners, trainings, supply, ready,
      hires;
  /* first columns */
  guint starts /* group year */, hire /* region year */, overload /* region year */,
      delay /* programme year */, strain, n_strain;
  guint n_groups;
  guint32 *group_of;  /* cell */
  double reach_cost;  /* of one unit of reach */
  gboolean few_hires; /* whole ones: see gp-whole-hires.h */
  gboolean elastic;   /* what is whole may break a rule, at GP_STRAIN_COST */
} GpShared;

/* Of a school, place or coach too many: more than any way to make room for one. */
#define GP_STRAIN_COST 5000

/* weight: of every priority, by GpPriorityId. */
GpShared *gp_shared_new (const GpPlanData *data, const double *weight, gboolean elastic);
void gp_shared_free (GpShared *shared);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpShared, gp_shared_free)

/* Entries of a start of that sector, region and need in the shared rows (but supply), for a
 * column. */
void gp_shared_link_start (const GpShared *shared, GArray *entries, guint col, guint32 sector,
                           guint32 region, GpNeed need, guint year);

G_END_DECLS
