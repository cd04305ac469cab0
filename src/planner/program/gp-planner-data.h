/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the planner knows of a project under one scenario: cells, boards, sites, regions and the
 * parameters by plan year, in doubles. Years are indices 0 .. n_years-1 from plan_from. Arrays by
 * (thing, year) are laid out thing by thing: a[thing * n_years + year]. */
#pragma once

#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-plan.h>

G_BEGIN_DECLS

/* Schools that share board, sector, region and need. */
typedef struct {
  guint32 board, sector, region, site;
  GpNeed need;
  guint n;       /* N_c */
  guint n_ready; /* ready_c */
  double pupils; /* P_c */
} GpCell;

/* A board's work in one region. */
typedef struct {
  guint32 board, region;
} GpSite;

typedef struct {
  guint first_cell, n_cells; /* cells are sorted by board */
  guint first_site, n_sites; /* sites too */
  gboolean can_partner, is_partner;
  double max_coaches; /* M_b */
  guint n_started;    /* part0 */
} GpBoardData;

/* A pin that counts, in indices of the plan. */
typedef struct {
  guint32 pin; /* into project->pins */
  const GpPin *row;
  guint year;
} GpPinData;

/* The published plan's whole part, for the plan years, as far as there still is such a cell or
 * board; lost is what there is not any more (schools, boards and coaches added up). */
typedef struct {
  double *starts;             /* (cell x programmes + programme), year */
  double *partner, *training; /* board, year */
  double *hire;               /* region, year: no part of the priority, but the plan needed them */
  double lost, n_starts;      /* n_starts: all published starts of plan years, lost ones too */
  double keep;                /* rule "so many of the published starts stay"; negative: none */
} GpPublishedData;

typedef struct {
  const GpProject *project;
  guint32 scenario;
  guint n_years, n_regions, n_sectors, n_boards, n_cells, n_sites, n_pins, n_priorities;
  GpPriorityId priorities[GP_N_PRIORITIES];

  GpCell *cells;
  GpSite *sites;
  GpBoardData *boards;
  GpPinData *pins;
  GpPublishedData *published; /* NULL: nothing to keep to; see gp_plan_data_keep_to () */

  double *carry;     /* site, year: days asked by schools started in history */
  double *stock0;    /* board, year: V0, verandercoaches of before */
  double *days0;     /* board, year: G0, their days */
  double *available; /* region, year: A, days of the known expert coaches */
  double *heads;     /* year: how many they are */

  double *support; /* sector, k (0 .. GP_MAX_SUPPORT-1): days asked in the k-th year */
  double *recruitment, *sector_min; /* sector, year */
  double *cohort;                   /* programme, year */
  double *interest, *equity, *handover, *coach_days, *coach_first_days, *candidates, *partner_cap,
      *training_cap, *expert_cap; /* year */
  double retention, attrition, coach_expert_days, partnership_days, training_days, expert_days,
      expert_training_days, lending;
  gboolean require_ready;
  double need_weight[GP_N_NEEDS];
  double cost_expert, cost_coach, cost_training, cost_partnership, cost_hire, cost_lent,
      cost_overload;
} GpPlanData;

#define GP_MAX_SUPPORT 10

/* NULL with GP_ERROR_DATA when the scenario lacks a value that planning needs. The priority
 * `change` is left out: it is there with a published plan alone. */
GpPlanData *gp_plan_data_new (const GpProject *project, guint32 scenario, GError **error);
void gp_plan_data_free (GpPlanData *data);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpPlanData, gp_plan_data_free)

/* ---- the published plan (gp-planner-published.c) ---------------------------------- */

/* The published plan to keep to, before any program is made of the data: `change` takes its place
 * in the scenario's order. Nothing happens for NULL, a plan without whole schools, and a scenario
 * that does not ask for `change`. */
void gp_plan_data_keep_to (GpPlanData *data, const GpPlan *published);

/* The rule that at least share (0..1) of the published starts stay, in place of the priority. */
void gp_plan_data_keep_share (GpPlanData *data, const GpPlan *published, double share);

/* The whole-school part of any plan in those terms. */
GpPublishedData *gp_published_data_new (const GpPlanData *data, const GpPlan *published);
void gp_published_data_free (GpPublishedData *published);

/* Published starts of the cell in plan years, of all programmes; 0 without a published plan. */
double gp_plan_data_published_starts (const GpPlanData *data, guint cell);

/* Days that a start of the sector in year asks of year + k, and 0 beyond support or plan. */
double gp_plan_data_support (const GpPlanData *data, guint32 sector, guint year, guint k);

/* All support days of such a start that fall within the plan years. */
double gp_plan_data_support_sum (const GpPlanData *data, guint32 sector, guint year);

/* What one start of the cell in year is worth in the reach priority (weighted pupil-years). */
double gp_plan_data_reach (const GpPlanData *data, const GpCell *cell, guint year);

/* TRUE when a start pin of the scenario is about the cell's board and sector. */
gboolean gp_plan_data_cell_pinned (const GpPlanData *data, const GpCell *cell);

GpYear gp_plan_data_year (const GpPlanData *data, guint year);

/* ---- gp-planner-data-coaches.c: parts of gp_plan_data_new () ---- */

/* Expert days of a region and heads of all, per year. */
void gp_plan_data_make_experts (GpPlanData *data);
/* Verandercoaches that a board has already, and their days, per year. */
void gp_plan_data_make_verandercoaches (GpPlanData *data);

G_END_DECLS
