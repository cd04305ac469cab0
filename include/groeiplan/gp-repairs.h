/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Repairs: where overload or delay is left, the smallest change of each lever alone that removes
 * it, or at least half of it; and for a lever that cannot, by how much it can at most.
 *
 * Found by search: the lever's amount is doubled until it is enough and then halved in on, each
 * time by planning again (relaxed). The amount is a whole number of the lever's unit; with it the
 * goal is reached, with one unit less it is not: both were planned.
 * A plan that could not be solved for numerical trouble counts as one that is not enough, so that
 * an amount is always enough but may then not be the smallest; a lever of which the plans say
 * nothing at all is left out.
 */
#pragma once

#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-planner.h>

G_BEGIN_DECLS

typedef enum {
  GP_LEVER_EXPERTS,  /* expert_cap: so many expert coaches more than there can be now */
  GP_LEVER_HANDOVER, /* handover_share: so much more, in steps of 0.01, at most 1 */
  GP_LEVER_TRAINING, /* training_cap: so many verandercoaches a year more */
  GP_LEVER_PARTNERS, /* partner_cap: so many boards a year more */
  GP_LEVER_INTEREST, /* interest_cap: so many schools a year more */
  GP_LEVER_COHORTS,  /* cohort_target of the goal's programme: places asked later, or after the plan
                      */
  GP_N_LEVERS
} GpLever;

const char *gp_lever_name (GpLever lever); /* "experts", "handover", ...: for files and commands */
gboolean gp_lever_parse (const char *text, GpLever *out);

typedef enum {
  GP_REPAIR_ALL,  /* nothing is left */
  GP_REPAIR_HALF, /* at most half is left */
  GP_REPAIR_PART, /* the lever alone cannot remove half: this is what it can at most, without bound
                   */
  GP_N_REPAIR_EXTENTS
} GpRepairExtent;

const char *gp_repair_extent_name (GpRepairExtent extent); /* "all", "half", "part" */

/* One row of parameters; all of them are for one year. */
typedef struct {
  GpParam param;
  const char *scope; /* "" or a programme; static */
  GpYear year;
  GpDecimal value;
  double before; /* the value that it replaces */
} GpRepairSetting;

typedef struct {
  GpPriorityId goal; /* overload or one of the delays */
  GpLever lever;
  GpRepairExtent extent;
  double amount; /* in the lever's unit: expert coaches, share, verandercoaches a year, boards a
                    year, schools a year, cohort places; PART: 0, as there is no smallest one */
  GpYear from;   /* it is enough from this year on, and not from a later one */
  double before, after; /* the goal's relaxed value, in its unit: now, and with the repair */
  double whole_after;   /* the same of the whole-school plan with the repair; NAN when not asked for
                           or   not found */
  double euro;      /* what the extra hires, trainings or partnerships of that plan cost a year from
                       `from` on, by the scenario's cost parameters; NAN for other levers */
  double plan_euro; /* what the whole plan costs more a year (with the schools that it helps); NAN
                       when cost is no priority of the scenario */
  guint n_settings;
  GpRepairSetting *settings; /* as parameters of a child of the scenario; PART: the smallest amount
                                that was tried and did as much, none where nothing helps */
} GpRepair;

typedef struct {
  GpPlan *plan; /* the relaxed plan of the project as it is */
  guint n_repairs;
  GpRepair *
      repairs; /* by goal in the plan's order, lever, extent; none when nothing is left to repair */
  guint n_plans; /* how often was planned */
  gboolean cut;  /* the time was up before everything was tried: what was found until then */
} GpRepairs;

typedef struct {
  guint goals;             /* bit per GpPriorityId; 0: overload and both delays */
  guint levers;            /* bit per GpLever; 0: all */
  gboolean without_half;   /* no repairs for half where all can be removed */
  gboolean whole;          /* plan whole schools with each repair too */
  guint seconds;           /* look no longer than that for repairs; 0: as long as it takes */
  const GpPlan *published; /* as in GpPlannerOptions */
  GpProgressFunc progress;
  gpointer progress_data;
} GpRepairsOptions;

/* Blocks; call it from a worker. Without repairs when pins contradict each other (see
 * plan->status). NULL with GP_ERROR_CANCELLED, GP_ERROR_DATA as gp_planner_plan (), or
 * GP_ERROR_SOLVER for numerical trouble. options may be NULL. */
GpRepairs *gp_repairs_find (const GpProject *project, guint32 scenario,
                            const GpRepairsOptions *options, GCancellable *cancellable,
                            GError **error);
void gp_repairs_free (GpRepairs *repairs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpRepairs, gp_repairs_free)

/* As a text to be kept, and read back: as gp_prices_to_text () and gp_prices_from_text (). */
char *gp_repairs_to_text (const GpRepairs *repairs);
GpRepairs *gp_repairs_from_text (const char *text);

/* The project with the repair in its scenario; one reference. */
GpProject *gp_repair_variant (const GpProject *project, guint32 scenario, const GpRepair *repair,
                              GError **error);

/* "Train 12 more verandercoaches a year from 2027-2028 (42 in place of 30): no regular school
 * waits. About €180,000 a year." A new string, translated. */
char *gp_repair_sentence (const GpRepair *repair);

G_END_DECLS
