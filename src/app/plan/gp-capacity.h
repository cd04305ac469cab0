/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What coaches can give against what schools ask, by region and year: from a project and a plan,
 * with the terms of the rule of expert days (model.md, rule 13). No GTK.
 *
 * In a region and year, the sum of the demand is what the plan uses: the expert days used (lending
 * out included) and the days that verandercoaches give.
 */
#pragma once

#include <groeiplan/gp-format.h>
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef enum {
  GP_SUPPLY_EXPERTS,  /* expert days there, hires included */
  GP_SUPPLY_BORROWED, /* expert days from other regions, as they arrive */
  GP_SUPPLY_VERANDERCOACHES,
  GP_N_SUPPLIES
} GpSupply;

typedef enum {
  GP_DEMAND_CARRY, /* schools that started before the plan */
  GP_DEMAND_REGULAR,
  GP_DEMAND_GROEIKRACHT,
  GP_DEMAND_BESIDE, /* talks with next year's schools, partnerships, trainings, guiding */
  GP_DEMAND_LENT,   /* lent to other regions */
  GP_N_DEMANDS
} GpDemand;

typedef struct {
  const GpProject *project; /* of the caller, as long as this lives */
  gboolean has_plan, rough;
  guint n_regions, n_years;
  double *supply[GP_N_SUPPLIES]; /* coach-days, [region * n_years + year] */
  double *demand[GP_N_DEMANDS];
  double *shortage; /* overload */
  double *hired;    /* expert coaches hired in the year */
} GpCapacity;

GpCapacity *gp_capacity_new (const GpProject *project, guint32 scenario, const GpPlan *plan);
void gp_capacity_free (GpCapacity *capacity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpCapacity, gp_capacity_free)

/* values of a region, or of all together (GP_NONE), into out: n_years numbers. Lending between the
 * regions is left out of all together by the caller: supply BORROWED and demand LENT. */
void gp_capacity_sum (const GpCapacity *capacity, const double *values, guint32 region,
                      double *out);

/* Days that the schools of each board ask, [board * n_years + year]; freed with g_free (). */
double *gp_capacity_board_days (const GpProject *project, guint32 scenario, const GpPlan *plan);

/* Boards of which anything is asked, of that home region or of any (GP_NONE), those that ask most
 * first: a new array of guint32. days: as above. */
GArray *gp_capacity_boards_by_days (const GpProject *project, const double *days, guint32 region);

/* When most is asked, and who gives it; of a region, or of all together (GP_NONE). Markup, whose
 * numbers lead to the tables that have them (gp-links.h); a new string. */
char *gp_capacity_markup (const GpCapacity *capacity, guint32 region, GpLanguage language);
/* Who is hired and lent, to the last year; markup as well, "" without a plan. */
char *gp_capacity_means_markup (const GpCapacity *capacity, guint32 region, GpLanguage language);

G_END_DECLS
