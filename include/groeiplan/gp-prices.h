/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * Prices: what one more unit of a scarce thing would bring, and what each priority costs the
 * others.
 *
 * Candidates are the dual values of the rows of the linear program at the optimum of each priority
 * (GpPlanPriority.proof): by the duality of linear programming (Dantzig, Linear Programming and
 * Extensions, 1963, ch. 12) the dual of a row is how much the optimum changes for a unit of its
 * right hand side, as long as the basis stays optimal. At a degenerate optimum that holds in one
 * direction only, or in none; so nothing is claimed that was not seen: every price is checked by
 * planning again with the unit added, and with more of them for how far it holds.
 */
#pragma once

#include <groeiplan/gp-planner.h>

G_BEGIN_DECLS

typedef enum {
  GP_SCARCE_EXPERT_DAY,     /* region, year: one expert day more */
  GP_SCARCE_EXPERT_PLACE,   /* year: expert_cap one higher */
  GP_SCARCE_TRAINING_PLACE, /* year: training_cap one higher */
  GP_SCARCE_PARTNER_PLACE,  /* year: partner_cap one higher */
  GP_SCARCE_INTEREST,       /* year: interest_cap one higher */
  GP_SCARCE_COHORT_PLACE,   /* programme, year: cohort_target one higher */
  GP_N_SCARCE
} GpScarce;

const char *gp_scarce_name (GpScarce scarce); /* "expert_day", "training_place", ...: for files */

typedef enum {
  GP_PRICE_CLAIMED,   /* planning again confirms it */
  GP_PRICE_NONE,      /* planning again disagrees (a degenerate optimum): no price is claimed */
  GP_PRICE_UNCHECKED, /* beyond the bound on how many are checked: dual is all there is */
  GP_N_PRICE_STATUSES
} GpPriceStatus;

const char *gp_price_status_name (GpPriceStatus status); /* "claimed", "none", "unchecked" */

typedef struct {
  GpScarce scarce;
  guint32 region;        /* index, or GP_NONE */
  GpProgramme programme; /* of a cohort place, else NONE */
  GpYear year;
  GpPriceStatus status;
  GpPriorityId priority; /* the first one, in the scenario's order, whose value it changes */
  double value;    /* of one unit, in that priority's unit; > 0 is better (less delay, more reach).
                      CLAIMED:    confirmed; UNCHECKED: the dual; NONE: 0 */
  double up, down; /* CLAIMED: it was seen to hold while so many units are added, or taken away: the
                      largest that were tried and held, so at least so far; down may be 0 */
  double measured; /* what a whole unit more brings to `priority` by planning again; 0 when
                      UNCHECKED */
} GpPrice;

/* What it costs the others that a priority stands where it does: the plan in which it comes last.
 */
typedef struct {
  GpPriorityId id;
  guint n; /* of the plan's priorities, in the plan's order, itself included */
  GpPriorityId ids[GP_N_PRIORITIES];
  double before[GP_N_PRIORITIES], after[GP_N_PRIORITIES]; /* relaxed values, in their units */
} GpPriorityPrice;

typedef struct {
  GpPlan *plan; /* the relaxed plan that the prices belong to */
  guint n_prices;
  GpPrice *prices; /* of everything with a dual that is not zero: first those of the first priority,
                      the largest first */
  guint n_priority_prices;
  GpPriorityPrice priority_prices[GP_N_PRIORITIES]; /* in the plan's order; the last has none */
  guint n_plans;                                    /* how often was planned */
} GpPrices;

typedef struct {
  guint max_checked; /* at most so many prices are checked, the most valuable ones; 0: all */
  gboolean without_priorities; /* no prices of priorities */
  const GpPlan *published;     /* as in GpPlannerOptions */
  GpProgressFunc progress;
  gpointer progress_data;
} GpPricesOptions;

/* Blocks; call it from a worker. Without prices when pins contradict each other (plan->status says
 * so and names them). NULL with GP_ERROR_CANCELLED, GP_ERROR_DATA as gp_planner_plan (), or
 * GP_ERROR_SOLVER for numerical trouble. options may be NULL. */
GpPrices *gp_prices_find (const GpProject *project, guint32 scenario,
                          const GpPricesOptions *options, GCancellable *cancellable,
                          GError **error);
void gp_prices_free (GpPrices *prices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpPrices, gp_prices_free)

/* As a text to be kept (gp_store_put_result ()), which names regions by code and no board or person;
 * NULL where pins contradict each other: what was found then is not worth keeping. And read back: the
 * text may be anybody's, and NULL says that it is not what the first function gives. A price of a
 * region that the project does not have is left out; plan has no rows. */
char *gp_prices_to_text (const GpProject *project, const GpPrices *prices);
GpPrices *gp_prices_from_text (const GpProject *project, const char *text);

/* The project with steps more of what the price is of (steps < 0: less), to see for oneself; one
 * reference. GP_ERROR_DATA when that makes a parameter leave its range. */
GpProject *gp_price_variant (const GpProject *project, guint32 scenario, const GpPrice *price,
                             double steps, GError **error);

/* What it is, without the unit: "expert day in Noord, 2027-2028". New strings, translated. */
char *gp_price_thing (const GpProject *project, const GpPrice *price);
/* "0.1 school-years of regular delay less" */
char *gp_priority_gain_text (GpPriorityId id, double gain);
/* "Putting Groeikracht delay where it stands costs 41 school-years of regular delay." */
char *gp_priority_price_sentence (const GpPriorityPrice *price);

G_END_DECLS
