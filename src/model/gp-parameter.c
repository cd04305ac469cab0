/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of parameters: name, unit, scope, bounds and neutral value of each. "No limit" is
 * 1000000000, more than any plan can use. */
#include "gp-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_LIMIT 1000000000
#define DAYS 0, 100000
#define COUNT 0, NO_LIMIT
#define SHARE 0, 1
#define COST 0, 1e9

#define NEEDED                                                                                     \
  FALSE,                                                                                           \
  {                                                                                                \
    0, 0                                                                                           \
  }
#define NEUTRAL(value)                                                                             \
  TRUE,                                                                                            \
  {                                                                                                \
    value, 0                                                                                       \
  }

static const GpParamInfo infos[GP_N_PARAMS] = {
    [GP_PARAM_SUPPORT_DAYS] = {"support_days", "coach-days", GP_SCOPE_SECTOR_SUPPORT, FALSE, NEEDED,
                               DAYS,
                               N_ ("Coach-days that a school asks in one of its support years.")},
    [GP_PARAM_COHORT_TARGET] = {"cohort_target", "schools", GP_SCOPE_PROGRAMME, TRUE, NEUTRAL (0),
                                COUNT, N_ ("Schools that are to start the programme in a year.")},
    [GP_PARAM_RECRUITMENT_DAYS] =
        {"recruitment_days", "coach-days", GP_SCOPE_SECTOR, TRUE, NEUTRAL (0), DAYS,
         N_ ("Expert days of talks for each school that starts, given in the year before.")},
    [GP_PARAM_INTEREST_CAP] =
        {"interest_cap", "schools", GP_SCOPE_NONE, TRUE, NEUTRAL (NO_LIMIT), COUNT,
         N_ ("The most schools that are interested enough to start in a year.")},
    [GP_PARAM_EQUITY_MIN_SHARE] =
        {"equity_min_share", "share", GP_SCOPE_NONE, TRUE, NEUTRAL (0), SHARE,
         N_ ("The least share of a year’s starts that must be schools with high need.")},
    [GP_PARAM_SECTOR_MIN_SHARE] =
        {"sector_min_share", "share", GP_SCOPE_SECTOR, TRUE, NEUTRAL (0), SHARE,
         N_ ("The least share of a year’s starts that must be schools of the sector.")},
    [GP_PARAM_HANDOVER_SHARE] =
        {"handover_share", "share", GP_SCOPE_NONE, TRUE, NEUTRAL (0), SHARE,
         N_ ("The most of a school’s coach-days that verandercoaches may take over.")},
    [GP_PARAM_VERANDERCOACH_DAYS] = {"verandercoach_days", "coach-days", GP_SCOPE_NONE, TRUE,
                                     NEEDED, DAYS,
                                     N_ ("Coach-days that a verandercoach gives a year.")},
    [GP_PARAM_VERANDERCOACH_FIRST_YEAR_DAYS] =
        {"verandercoach_first_year_days", "coach-days", GP_SCOPE_NONE, TRUE, NEUTRAL (0), DAYS,
         N_ ("Coach-days that a verandercoach gives in the year of training.")},
    [GP_PARAM_VERANDERCOACH_RETENTION] =
        {"verandercoach_retention", "share", GP_SCOPE_NONE, FALSE, NEUTRAL (1), SHARE,
         N_ ("The share of verandercoaches who are still there a year later.")},
    [GP_PARAM_VERANDERCOACHES_PER_SCHOOL] =
        {"verandercoaches_per_school", "coaches", GP_SCOPE_NONE, FALSE, NEUTRAL (1), COUNT,
         N_ ("The most verandercoaches that a board can have for each of its schools.")},
    [GP_PARAM_VERANDERCOACH_EXPERT_DAYS] =
        {"verandercoach_expert_days", "coach-days", GP_SCOPE_NONE, FALSE, NEUTRAL (0), DAYS,
         N_ ("Expert days a year to support each verandercoach after training.")},
    [GP_PARAM_CANDIDATES_PER_SCHOOL] =
        {"candidates_per_school", "coaches", GP_SCOPE_NONE, TRUE, NEUTRAL (1), COUNT,
         N_ ("People who can be trained as verandercoach at each school that takes part.")},
    [GP_PARAM_PARTNER_MIN_SCHOOLS] =
        {"partner_min_schools", "schools", GP_SCOPE_NONE, FALSE, NEUTRAL (1), COUNT,
         N_ ("The fewest schools with which a board can become a partner.")},
    [GP_PARAM_PARTNER_CAP] = {"partner_cap", "boards", GP_SCOPE_NONE, TRUE, NEUTRAL (NO_LIMIT),
                              COUNT, N_ ("The most boards that can become a partner in a year.")},
    [GP_PARAM_TRAINING_CAP] = {"training_cap", "coaches", GP_SCOPE_NONE, TRUE, NEUTRAL (NO_LIMIT),
                               COUNT,
                               N_ ("The most verandercoaches that can be trained in a year.")},
    [GP_PARAM_PARTNERSHIP_EXPERT_DAYS] = {"partnership_expert_days", "coach-days", GP_SCOPE_NONE,
                                          FALSE, NEUTRAL (0), DAYS,
                                          N_ ("Expert days to make a board a partner.")},
    [GP_PARAM_TRAINING_EXPERT_DAYS] = {"training_expert_days", "coach-days", GP_SCOPE_NONE, FALSE,
                                       NEUTRAL (0), DAYS,
                                       N_ ("Expert days to train one verandercoach.")},
    [GP_PARAM_EXPERT_ATTRITION] = {"expert_attrition", "share", GP_SCOPE_NONE, FALSE, NEUTRAL (0),
                                   SHARE, N_ ("The share of expert coaches who leave each year.")},
    [GP_PARAM_EXPERT_CAP] = {"expert_cap", "coaches", GP_SCOPE_NONE, TRUE, NEUTRAL (0), COUNT,
                             N_ ("The most expert coaches there can be, those hired included.")},
    [GP_PARAM_EXPERT_DAYS] = {"expert_days", "coach-days", GP_SCOPE_NONE, FALSE, NEEDED, DAYS,
                              N_ ("Coach-days that a hired expert coach gives a year.")},
    [GP_PARAM_EXPERT_TRAINING_DAYS] =
        {"expert_training_days", "coach-days", GP_SCOPE_NONE, FALSE, NEUTRAL (0), DAYS,
         N_ ("Coach-days that an expert coach misses in the year of hiring.")},
    [GP_PARAM_LENDING_EFFICIENCY] =
        {"lending_efficiency", "share", GP_SCOPE_NONE, FALSE, NEUTRAL (0), SHARE,
         N_ ("What is left of an expert day that one region lends to another.")},
    [GP_PARAM_REQUIRE_READY] =
        {"require_ready", "flag", GP_SCOPE_NONE, FALSE, NEUTRAL (0), SHARE,
         N_ ("1 when only schools that are ready can start in the first plan year, else 0.")},
    [GP_PARAM_NEED_WEIGHT] = {"need_weight", "weight", GP_SCOPE_NEED, FALSE, NEUTRAL (1), 0, 1000,
                              N_ ("How much a pupil of a school with that need counts in reach.")},
    [GP_PARAM_SCHOOL_CONTINUATION] =
        {"school_continuation", "share", GP_SCOPE_NONE, FALSE, NEUTRAL (1), SHARE,
         N_ ("The share of schools that still take part a year later.")},
    [GP_PARAM_COST_EXPERT_DAY] = {"cost_expert_day", "EUR", GP_SCOPE_NONE, FALSE, NEUTRAL (0), COST,
                                  N_ ("Cost of one day of an expert coach.")},
    [GP_PARAM_COST_VERANDERCOACH_DAY] = {"cost_verandercoach_day", "EUR", GP_SCOPE_NONE, FALSE,
                                         NEUTRAL (0), COST,
                                         N_ ("Cost of one day of a verandercoach.")},
    [GP_PARAM_COST_TRAINING] = {"cost_training", "EUR", GP_SCOPE_NONE, FALSE, NEUTRAL (0), COST,
                                N_ ("Cost of training one verandercoach.")},
    [GP_PARAM_COST_PARTNERSHIP] = {"cost_partnership", "EUR", GP_SCOPE_NONE, FALSE, NEUTRAL (0),
                                   COST, N_ ("Cost of making a board a partner.")},
    [GP_PARAM_COST_HIRE] = {"cost_hire", "EUR", GP_SCOPE_NONE, FALSE, NEUTRAL (0), COST,
                            N_ ("Cost of hiring one expert coach.")},
    [GP_PARAM_COST_LENT_DAY] =
        {"cost_lent_day", "EUR", GP_SCOPE_NONE, FALSE, NEUTRAL (0), COST,
         N_ ("Extra cost of one expert day that is given in another region.")},
    [GP_PARAM_COST_OVERLOAD_DAY] =
        {"cost_overload_day", "EUR", GP_SCOPE_NONE, FALSE, NEUTRAL (0), COST,
         N_ ("Cost of one expert day that was promised and is not there.")},
    [GP_PARAM_SCHOOL_FEE] = {"school_fee", "EUR", GP_SCOPE_SECTOR, TRUE, NEUTRAL (0), COST,
                             N_ ("What a school pays for a support year.")},
    [GP_PARAM_GOVERNMENT_SHARE] =
        {"government_share", "share", GP_SCOPE_NONE, FALSE, NEUTRAL (0), SHARE,
         N_ ("The share of what Groeikracht schools pay that the government gives.")},
    [GP_PARAM_PRICE_INDEX] = {"price_index", "share", GP_SCOPE_NONE, TRUE, NEUTRAL (0), -0.5, 1,
                              N_ ("Growth of prices in a year.")},
    [GP_PARAM_DRIVEN_SHARE] = {"driven_share", "share", GP_SCOPE_NONE, FALSE, NEUTRAL (0), SHARE,
                               N_ ("The share of a project’s costs that follows its drivers, where "
                                   "their rates are calibrated; the rest is fixed.")},
    [GP_PARAM_PARTICIPATION_GOAL] = {"participation_goal", "schools", GP_SCOPE_NONE, FALSE,
                                     NEUTRAL (0), COUNT,
                                     N_ ("Schools that are to take part by the goal year.")},
};

const GpParamInfo *
gp_param_info (GpParam param)
{
  g_return_val_if_fail ((guint)param < GP_N_PARAMS, NULL);
  return &infos[param];
}

gboolean
gp_param_parse (const char *name, GpParam *out)
{
  /* asked for every row of every variant: the first letter tells most names apart */
  for (guint i = 0; name != NULL && i < GP_N_PARAMS; i++) {
    if (*infos[i].name == *name && strcmp (infos[i].name, name) == 0) {
      *out = (GpParam)i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
gp_param_parse_row (const char *name, GpParam *param, gboolean *uncertain)
{
  static const char prefix[] = "uncertain:";

  *uncertain = g_str_has_prefix (name, prefix);
  return gp_param_parse (*uncertain ? name + strlen (prefix) : name, param);
}
