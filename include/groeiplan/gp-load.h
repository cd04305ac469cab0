/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * How full the expert days of each region are in each plan year, where they run out, and how much
 * of the waiting nobody can help: what the program's first page and the director's report both say.
 *
 * Promised work may have every day it needs while schools wait because no day is left: that is not
 * an overload, and still the place where the plan is squeezed. A cell is squeezed when days are
 * missing there, or when every day is used while schools are behind their cohorts in that year.
 */
#pragma once

#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef struct {
  guint n_regions, n_years;
  double *used;      /* coach-days asked for, region by plan year; NaN where there is nothing */
  double *available; /* coach-days there; borrowed ones count, less what travel costs */
  double *overloads; /* coach-days short */
  double *behind;    /* by plan year: schools behind the cohorts at its end */
} GpLoad;

/* Of a part of a plan of the scenario; without a plan (NULL) there is nothing anywhere. Rows of
 * regions or years that the project does not have are left out. */
GpLoad *gp_load_new (const GpProject *project, guint32 scenario, const GpPlan *plan,
                     GpPlanPart part);
GpLoad *gp_load_copy (const GpLoad *load);
void gp_load_free (GpLoad *load);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpLoad, gp_load_free)

/* Used as a percentage of what is there; NaN where there is neither. year counts from plan_from. */
double gp_load_percent (const GpLoad *load, guint region, guint year);
gboolean gp_load_is_short (const GpLoad *load, guint region, guint year);

/* Where and when expert days run out. */
typedef struct {
  guint n_regions;        /* 0: nowhere */
  guint first, last;      /* the first and the last plan year of any of them, from plan_from */
  gboolean is_to_end;     /* last is the last plan year */
  gboolean is_everywhere; /* in every region, of more than two */
} GpSqueeze;

/* Fills regions, where it is not NULL, with the indices (guint32) of the regions, in order. */
GpSqueeze gp_load_squeeze (const GpLoad *load, GArray *regions);

/* The least school-years of delay, both programmes, that are proven: of whole plans where the plan
 * has that proof, else of the relaxed plan. NaN without whole schools. */
double gp_plan_least_delay (const GpPlan *plan);

G_END_DECLS
