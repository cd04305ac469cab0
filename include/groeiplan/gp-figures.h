/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A plan in figures, year by year: what scenarios are compared by, on screen, on paper and in the
 * bridge between two of them (gp-compare.h).
 *
 * They are sums over the plan's rows by the definitions of the planning model, and no solver's: the
 * delays, the overload, the reach and the cost of all years together are the values of those
 * priorities.
 */
#pragma once

#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

typedef enum {
  GP_FIGURE_STARTS_GROEIKRACHT, /* schools that start in the year */
  GP_FIGURE_STARTS_REGULAR,
  GP_FIGURE_TAKING_PART,       /* schools, at the end of the year: gp_plan_taking_part () */
  GP_FIGURE_DELAY_GROEIKRACHT, /* schools behind the cohorts at the end of the year; in sum
                                  school-years */
  GP_FIGURE_DELAY_REGULAR,
  GP_FIGURE_EXPERT_DAYS_AVAILABLE, /* coach-days, all regions */
  GP_FIGURE_EXPERT_DAYS_USED,      /* on work; a lent day once, where it is used */
  GP_FIGURE_OVERLOAD_DAYS,
  GP_FIGURE_LENT_DAYS,
  GP_FIGURE_VERANDERCOACH_DAYS,
  GP_FIGURE_EXPERT_COACHES,  /* at work in the year: the known ones, worn off, and those hired in
                                plan years (H) */
  GP_FIGURE_HIRES,           /* expert coaches hired in the year */
  GP_FIGURE_TRAININGS,       /* verandercoaches trained in the year */
  GP_FIGURE_VERANDERCOACHES, /* trained in plan years and still there (N) */
  GP_FIGURE_PARTNERS,        /* boards that become a partner in the year */
  GP_FIGURE_REACH,           /* weighted pupil-years, counted in the year of the start */
  GP_FIGURE_COST,            /* euro, in the year of the work; what no decision changes left out */
  GP_N_FIGURES
} GpFigureId;

typedef struct {
  const char *name;  /* as in JSON: "starts_groeikracht", ... */
  const char *label; /* for people: to be translated by the caller with _() */
  const char *unit;  /* of the total; not translated */
  guint digits;      /* decimals that say something: 0 to 2 */
  gboolean adds_up;  /* over the years; else a state at the end of each */
} GpFigureInfo;

const GpFigureInfo *gp_figure_info (GpFigureId figure);

/* By its name, or by the name of the priority that minimises it ("regular_delay"). */
gboolean gp_figure_parse (const char *name, GpFigureId *out);

typedef struct {
  GpYear year;
  double value[GP_N_FIGURES];
} GpFigureYear;

/* One row a plan year, in order: to be freed with g_array_unref (). project and scenario are those
 * that the plan was made for. */
GArray *gp_figures_new (const GpProject *project, guint32 scenario, const GpPlan *plan,
                        GpPlanPart part);

/* A figure of the years up to and with last: their sum, or for a state the value in last. A last
 * beyond the plan years counts as the last of them. */
double gp_figures_total (const GArray *figures, GpFigureId figure, GpYear last);

/* What a scenario is judged by in one number: the sum over all plan years (look-ahead included, as
 * in the priorities), or for a state its value in the goal year. */
double gp_figures_headline (const GpProject *project, const GArray *figures, GpFigureId figure);

G_END_DECLS
