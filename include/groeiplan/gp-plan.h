/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A plan: what the planner decided for one scenario, as plain rows, read-only once built.
 *
 * Rows name boards, regions and sectors by code, not by index, so that a stored plan can be read
 * next to data that changed since. Strings belong to the plan.
 */
#pragma once

#include <groeiplan/gp-project.h>

G_BEGIN_DECLS

typedef enum {
  GP_PLAN_OPTIMAL,   /* proven best in every priority (a relaxed plan: solved to the end) */
  GP_PLAN_FEASIBLE,  /* a whole plan that may not be the best, or one that was stopped; its
                        distances to the bounds are true */
  GP_PLAN_CONFLICT,  /* pins contradict each other or the rules: see conflicts */
  GP_PLAN_UNKNOWN,   /* numerical trouble: nothing is claimed */
  GP_PLAN_CANCELLED
} GpPlanStatus;

typedef enum { GP_PART_RELAXED, GP_PART_WHOLE } GpPlanPart;
#define GP_N_PARTS 2

/* What a row says, and in which unit its amount is. Unused keys are "" (or NONE). */
typedef enum {
  GP_ROW_START,              /* board sector region need programme year: schools */
  GP_ROW_PARTNER,            /* board year: 1, or a share in the relaxed plan */
  GP_ROW_TRAINING,           /* board year: verandercoaches */
  GP_ROW_VERANDERCOACH_DAYS, /* board region year: coach-days */
  GP_ROW_OVERLOAD,           /* region year: coach-days */
  GP_ROW_LENDING,            /* region (from) to_region year: coach-days lent out by region */
  GP_ROW_HIRE,               /* region year: expert coaches */
  GP_ROW_STOCK,              /* board year: verandercoaches trained in plan years still there (N);
                                in the whole plan rounded to 1/100 (it follows from the trainings) */
  GP_ROW_DELAY,              /* programme year: schools behind the cohorts so far (B) */
  GP_ROW_AVAILABLE,          /* region year: expert days there (A + hires), rounded to 1/100 */
  GP_ROW_USED,               /* region year: expert days used, lending included, rounded to 1/100 */
  GP_N_ROW_KINDS
} GpPlanRowKind;

typedef struct {
  GpPlanRowKind kind;
  const char *board, *sector, *region, *to_region;
  GpNeed need;           /* starts only */
  GpProgramme programme; /* starts and delays, else NONE */
  GpYear year;
  double amount;
  gint64 hundredths; /* whole part: amount x 100 exactly (3 schools: 300; 41.25 days: 4125); else 0 */
} GpPlanRow;

/* The rules of model.md, by their number there. */
typedef enum {
  GP_RULE_SUPPLY = 1,
  GP_RULE_COHORT,
  GP_RULE_INTEREST,
  GP_RULE_EQUITY,
  GP_RULE_SECTOR_SHARE,
  GP_RULE_HANDOVER,
  GP_RULE_COACH_CAPACITY,
  GP_RULE_STOCK,
  GP_RULE_POOL,
  GP_RULE_PARTNER_ROOM, /* N against M, and at most one partner year a board: see GpProofRow */
  GP_RULE_CAPS,         /* partner cap and training cap */
  GP_RULE_HIRING,
  GP_RULE_EXPERT_DAYS,
  GP_RULE_READINESS,
  GP_RULE_PINS,
  GP_N_RULES
} GpRule;

const char *gp_rule_name (GpRule rule); /* "supply", "cohort", ... */

/**
 * One multiplier of a proof: the dual value of one row of the linear program of model.md (the plain
 * program, every rule as it is written there, minimised), sign as in "minimise c x, row >= b has a
 * dual >= 0, row <= b a dual <= 0, an equation either". Rows that a rule writes twice are told apart
 * by variant: PARTNER_ROOM 0 the room, 1 "sum z <= 1"; CAPS 0 partners, 1 trainings; HIRING 0 the
 * stock of hires H, 1 the cap; PINS 0 at least, 1 at most (the pin's index is row); otherwise 0.
 * Several of one row are added up: the second has what a double of the first rounds off.
 */
typedef struct {
  GpRule rule;
  guint8 variant;
  const char *board, *sector, *region; /* "" where the rule has none */
  GpNeed need;
  GpProgramme programme;
  GpYear year;
  guint32 pin; /* index into project->pins, else GP_NONE */
  double value;
} GpProofRow;

typedef struct {
  GpPriorityId id;
  double relaxed, whole; /* in the priority's unit (reach: as a positive number) */
  /* the proof that no plan which keeps the earlier priorities at their best does better: its own
   * multipliers on rows, and the multiple (>= 0) of the whole proof of each earlier priority in the
   * plan's order that comes with them (see gp_audit_plan) */
  const GpProofRow *proof;
  guint n_proof;
  double held[GP_N_PRIORITIES];
  /* no whole plan that keeps the earlier priorities at their bounds does better (NaN: not known, in
   * a plan without whole part, and after the first priority whose bound the whole plan does not
   * reach); with n_bound_proof > 0 tighter than relaxed, and then proven by these multipliers, in
   * the way of gp_audit_plan; bound_held: multiples of the earlier priorities' own objectives. The
   * rows of a board's hand-over, coach capacity, stock and pool are there once for every partner
   * year, told apart by variant: 0 a partner before plan_from, 1 one from plan_from on, 2 from the
   * year after it on ... */
  double bound;
  const GpProofRow *bound_proof;
  guint n_bound_proof;
  double bound_held[GP_N_PRIORITIES];
} GpPlanPriority;

typedef struct _GpPlan GpPlan;

/* Read the members, never write them. */
struct _GpPlan {
  const char *scenario; /* code */
  GpPlanStatus status;
  gboolean has_whole; /* FALSE: relaxed only */
  gint64 data_version; /* of the project when planned; see gp-store.h */
  gboolean without_proofs; /* read for its figures alone: neither to be audited nor stored */
  guint n_priorities;
  GpPlanPriority priorities[GP_N_PRIORITIES]; /* in the scenario's order */
  guint n_rows[GP_N_PARTS];
  const GpPlanRow *rows[GP_N_PARTS]; /* by kind, then keys; amounts that are zero are left out */
  guint n_conflicts;
  const char *const *conflicts; /* sentences about pins that contradict (status CONFLICT) */
  double seconds_read, seconds_relaxed, seconds_whole;
};

/* A new plan for that scenario, to be filled by its maker; one reference. */
GpPlan *gp_plan_new (const char *scenario_code, GpPlanStatus status);
void gp_plan_add_row (GpPlan *plan, GpPlanPart part, const GpPlanRow *row); /* copies */
/* Appends a priority; id, relaxed, whole, held and the proof rows are copied. */
void gp_plan_add_priority (GpPlan *plan, const GpPlanPriority *priority);
void gp_plan_add_conflict (GpPlan *plan, const char *sentence);
/* Before its priorities are added. */
void gp_plan_leave_out_proofs (GpPlan *plan);
void gp_plan_set_whole (GpPlan *plan, gboolean has_whole);
void gp_plan_set_seconds (GpPlan *plan, double read, double relaxed, double whole);
/* Also on a finished plan, by the one who took the snapshot and while nobody else has the plan: the
 * planner sees a project, not the store that it came from. */
void gp_plan_set_data_version (GpPlan *plan, gint64 version);
/* Sorts the rows, and seals. */
void gp_plan_finish (GpPlan *plan);

GpPlan *gp_plan_ref (GpPlan *plan);
void gp_plan_unref (GpPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpPlan, gp_plan_unref)

/* The rows of one kind: a pointer into plan->rows[part], *n tells how many. */
const GpPlanRow *gp_plan_rows (const GpPlan *plan, GpPlanPart part, GpPlanRowKind kind, guint *n);

const char *gp_plan_status_name (GpPlanStatus status); /* "optimal", ... */
gboolean gp_plan_status_parse (const char *text, GpPlanStatus *out);
const char *gp_plan_row_kind_name (GpPlanRowKind kind); /* "start", "partner", ... */
gboolean gp_plan_row_kind_parse (const char *text, GpPlanRowKind *out);
gboolean gp_rule_parse (const char *text, GpRule *out);

/**
 * Schools taking part at the end of each year from first to last (inclusive; first may lie in
 * history), split by where they come from, with the scenario's school_continuation applied. Years
 * before plan_from count history alone. plan may be NULL: history alone.
 */
typedef struct {
  GpYear year;
  double history, regular, groeikracht; /* schools; their sum takes part */
} GpTakingPart;
GArray *gp_plan_taking_part (const GpProject *project, guint32 scenario, const GpPlan *plan,
                             GpPlanPart part, GpYear first, GpYear last); /* of GpTakingPart */

G_END_DECLS
