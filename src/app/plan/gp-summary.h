/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures of the Overview and the sentences made from them: from a project, a scenario and its
 * plan. No GTK; every figure is computed here and shown elsewhere.
 */
#pragma once

#include <groeiplan/gp-format.h>
#include <groeiplan/gp-load.h>

G_BEGIN_DECLS

typedef struct {
  const GpProject *project; /* of the caller, as long as the summary lives */
  gboolean has_plan, rough; /* rough: a relaxed plan only */
  gboolean estimated;       /* of no plan at all, but between two rough ones (gp_summary_mix) */
  GpYear goal_year;
  double goal; /* schools taking part, 0: no goal given */

  GArray *years;       /* of GpTakingPart, from two years before the plan to its last year */
  double now, at_goal; /* schools taking part before the plan, and at the end of the goal year */
  double waiting;      /* school-years behind the cohorts */
  double unavoidable;  /* of them proven to be the least; NaN when rough */
  double overload;     /* coach-days short */
  double trainings;    /* verandercoaches trained to the goal year */
  double partners;     /* boards that become partner to the goal year */
  double cost;         /* euro, of the plan's decisions */
  gboolean has_cost;
  double busiest_share; /* of the expert days there, in the busiest year to the goal year */
  GpYear busiest_year;

  GpLoad *load;             /* the expert days of regions, and what follows from it: */
  guint n_regions, n_years; /* of load */
  const double *used, *available, *overloads; /* of load: region by plan year */
  const double *behind; /* of load: schools behind the cohorts at the end of each plan year */
} GpSummary;

GpSummary *gp_summary_new (const GpProject *project, guint32 scenario, const GpPlan *plan);
/* Between two of the same scenario and years: (1 - share) of a and share of b, 0..1. Where both are
 * rough, and what differs between their plans are only limits, it has the figures of a plan that
 * keeps every rule at the limits in between: such plans may be mixed. It has a's project. */
GpSummary *gp_summary_mix (const GpSummary *a, const GpSummary *b, double share);
void gp_summary_free (GpSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpSummary, gp_summary_free)

/* Days are missing there, or every day is used while schools wait in that year. */
gboolean gp_summary_is_short (const GpSummary *summary, guint region, guint year);
/* Used as a percentage of what is there; NaN where there is neither. */
double gp_summary_load (const GpSummary *summary, guint region, guint year);

/* "In 2032, 4,121 schools take part: 129 fewer than the goal of 4,250." */
char *gp_summary_headline (const GpSummary *summary, GpLanguage language);
/* "Expert days run out in Noordwest and Zuidwest, between 2027-2028 and 2029-2030.": of all plan
 * years, as the map of loads shows them. */
char *gp_summary_squeeze (const GpSummary *summary);
/* How far the plan is from the best possible, in a sentence; NULL when it is there, or not known.
 */
char *gp_summary_distance (const GpSummary *summary, GpLanguage language);
/* One year, and one cell, read out. */
char *gp_summary_describe_year (const GpSummary *summary, guint index, GpLanguage language);
char *gp_summary_describe_cell (const GpSummary *summary, guint region, guint year,
                                GpLanguage language);

G_END_DECLS
