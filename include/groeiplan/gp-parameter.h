/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The parameters of a scenario: which there are, what they mean, and their value for a scope and a
 * year.
 *
 * A scenario inherits its parent's values and overrides single ones. In one scenario the most
 * specific row wins: (scope, year), then (scope), then (year), then neither. A row of the scenario
 * itself of any kind wins over every row of its parent that it covers: the look-up tries the four
 * kinds in that order through the whole line of parents for each kind, nearest scenario first.
 * (So a child's general value does not override a parent's value for one year: the more specific
 * row says more. This is the reading of exchange.md's "overrides single values".)
 */
#pragma once

#include <groeiplan/gp-project.h>

G_BEGIN_DECLS

typedef enum {
  GP_SCOPE_NONE,
  GP_SCOPE_SECTOR,         /* "po" */
  GP_SCOPE_SECTOR_SUPPORT, /* "vo:2": sector and support year */
  GP_SCOPE_PROGRAMME,      /* "groeikracht" */
  GP_SCOPE_NEED            /* "high", "other" */
} GpScopeKind;

typedef enum {
  GP_PARAM_SUPPORT_DAYS,
  GP_PARAM_COHORT_TARGET,
  GP_PARAM_RECRUITMENT_DAYS,
  GP_PARAM_INTEREST_CAP,
  GP_PARAM_EQUITY_MIN_SHARE,
  GP_PARAM_SECTOR_MIN_SHARE,
  GP_PARAM_HANDOVER_SHARE,
  GP_PARAM_VERANDERCOACH_DAYS,
  GP_PARAM_VERANDERCOACH_FIRST_YEAR_DAYS,
  GP_PARAM_VERANDERCOACH_RETENTION,
  GP_PARAM_VERANDERCOACHES_PER_SCHOOL,
  GP_PARAM_VERANDERCOACH_EXPERT_DAYS,
  GP_PARAM_CANDIDATES_PER_SCHOOL,
  GP_PARAM_PARTNER_MIN_SCHOOLS,
  GP_PARAM_PARTNER_CAP,
  GP_PARAM_TRAINING_CAP,
  GP_PARAM_PARTNERSHIP_EXPERT_DAYS,
  GP_PARAM_TRAINING_EXPERT_DAYS,
  GP_PARAM_EXPERT_ATTRITION,
  GP_PARAM_EXPERT_CAP,
  GP_PARAM_EXPERT_DAYS,
  GP_PARAM_EXPERT_TRAINING_DAYS,
  GP_PARAM_LENDING_EFFICIENCY,
  GP_PARAM_REQUIRE_READY,
  GP_PARAM_NEED_WEIGHT,
  GP_PARAM_SCHOOL_CONTINUATION,
  GP_PARAM_COST_EXPERT_DAY,
  GP_PARAM_COST_VERANDERCOACH_DAY,
  GP_PARAM_COST_TRAINING,
  GP_PARAM_COST_PARTNERSHIP,
  GP_PARAM_COST_HIRE,
  GP_PARAM_COST_LENT_DAY,
  GP_PARAM_COST_OVERLOAD_DAY,
  GP_PARAM_SCHOOL_FEE,        /* finance: euro a school a support year, by sector */
  GP_PARAM_GOVERNMENT_SHARE,  /* finance: of what Groeikracht schools pay */
  GP_PARAM_PRICE_INDEX,       /* finance: growth of prices a year */
  GP_PARAM_DRIVEN_SHARE,      /* finance: of a project's costs that follow its drivers (gp-finance.h) */
  GP_PARAM_PARTICIPATION_GOAL, /* schools taking part by the goal year: the goal line */
  GP_N_PARAMS
} GpParam;

typedef struct {
  const char *name;   /* as in parameters.csv */
  const char *unit;   /* not translated: "coach-days", "schools", "share", "EUR", "coaches", ... */
  GpScopeKind scope;
  gboolean by_year;   /* may differ per year */
  gboolean has_default;
  GpDecimal fallback; /* the neutral value where a project gives none, when has_default */
  double min, max;    /* inclusive */
  const char *help;   /* one sentence, translated by the caller with _() */
} GpParamInfo;

const GpParamInfo *gp_param_info (GpParam param);

/* FALSE when there is no such parameter ("uncertain:NAME" is looked up by its NAME part by the
 * caller). */
gboolean gp_param_parse (const char *name, GpParam *out);

/* Looks a value up. scope: "" or NULL where the parameter has none. FALSE when neither the scenario,
 * its parents nor the table of defaults has one (then *out is zero). row (may be NULL) gets the index
 * of the row of project->parameters that gave it, or GP_NONE for a default. */
gboolean gp_param_lookup (const GpProject *project, guint32 scenario, GpParam param,
                          const char *scope, GpYear year, GpDecimal *out, guint32 *row);

/* The same as a double, the default or 0 when there is none. */
double gp_param_value (const GpProject *project, guint32 scenario, GpParam param,
                       const char *scope, GpYear year);

/* The priorities of a scenario in their order: those of the nearest scenario in its line that has
 * any, else the default order (model.md). Fills order and returns how many (<= GP_N_PRIORITIES). */
guint gp_project_priorities (const GpProject *project, guint32 scenario,
                             GpPriorityId order[static GP_N_PRIORITIES]);

/* TRUE when the pin counts in the scenario: pins are inherited from parents (a child's pin with the
 * same kind, board, sector, programme and year replaces its parent's). */
gboolean gp_project_pin_applies (const GpProject *project, guint32 scenario, guint32 pin);

G_END_DECLS
