/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The levers of repairs: from an amount to parameters, and to euro. */
#include "gp-repairs-private.h"

#include <math.h>

#define ROUNDING 1e-6
#define MAX_EXPERTS 100000

double
gp_lever_unit (GpLever lever)
{
  return lever == GP_LEVER_HANDOVER ? 0.01 : 1;
}

static double
now (const GpLeverData *data, GpParam param, const char *scope, guint year)
{
  return gp_param_value (data->project, data->scenario, param, scope,
                         gp_plan_data_year (data->data, year));
}

/* Enough to give every school all its days three times over. */
static guint
max_experts (const GpLeverData *data)
{
  double days = 0, most;

  for (guint i = 0; i < data->data->n_sectors * GP_MAX_SUPPORT; i++)
    days += data->data->support[i];
  most = 3 * days * data->project->n_schools / fmax (data->data->expert_days, 1e-3);
  return (guint)fmin (fmax (ceil (most), 1), MAX_EXPERTS);
}

static guint
max_handover (const GpLeverData *data)
{
  double least = 1;

  for (guint y = 0; y < data->data->n_years; y++)
    least = fmin (least, now (data, GP_PARAM_HANDOVER_SHARE, NULL, y));
  return (guint)ceil ((1 - least) / gp_lever_unit (GP_LEVER_HANDOVER) - ROUNDING);
}

guint
gp_lever_max (const GpLeverData *data, GpLever lever)
{
  switch (lever) {
  case GP_LEVER_EXPERTS:
    return max_experts (data);
  case GP_LEVER_HANDOVER:
    return max_handover (data);
  case GP_LEVER_PARTNERS:
    return data->project->n_boards;
  case GP_LEVER_TRAINING:
  case GP_LEVER_INTEREST:
    return data->project->n_schools;
  default:
    return 0;
  }
}

static GpParam
param_of (GpLever lever)
{
  switch (lever) {
  case GP_LEVER_EXPERTS:
    return GP_PARAM_EXPERT_CAP;
  case GP_LEVER_HANDOVER:
    return GP_PARAM_HANDOVER_SHARE;
  case GP_LEVER_TRAINING:
    return GP_PARAM_TRAINING_CAP;
  case GP_LEVER_PARTNERS:
    return GP_PARAM_PARTNER_CAP;
  case GP_LEVER_INTEREST:
    return GP_PARAM_INTEREST_CAP;
  default:
    return GP_PARAM_COHORT_TARGET;
  }
}

static double
turned (const GpLeverData *data, GpLever lever, double before, double amount, guint year)
{
  if (lever == GP_LEVER_HANDOVER)
    return fmin (1, before + amount);
  /* A cap below the heads that are there has to rise to them before it makes room. */
  if (lever == GP_LEVER_EXPERTS && before < data->data->heads[year])
    before = ceil (data->data->heads[year] - ROUNDING);
  return fmin (before + amount, gp_param_info (param_of (lever))->max);
}

GArray *
gp_lever_settings (const GpLeverData *data, GpLever lever, guint steps, GpYear from)
{
  GArray *settings = g_array_new (FALSE, FALSE, sizeof (GpRepairSetting));
  double amount = steps * gp_lever_unit (lever);

  for (guint y = 0; y < data->data->n_years; y++) {
    GpRepairSetting setting = {.param = param_of (lever),
                               .scope = "",
                               .year = gp_plan_data_year (data->data, y),
                               .before = now (data, param_of (lever), NULL, y)};

    if (setting.year < from)
      continue;
    setting.value = gp_trial_decimal (turned (data, lever, setting.before, amount, y));
    g_array_append_val (settings, setting);
  }
  return settings;
}

/* ---- cohorts ----------------------------------------------------------------------------------
 */

/* Schools behind the cohorts at the end of each year. */
static double *
delays (const GpLeverData *data, GpProgramme programme)
{
  double *behind = g_new0 (double, data->data->n_years);
  guint n;
  const GpPlanRow *rows = gp_plan_rows (data->base, GP_PART_RELAXED, GP_ROW_DELAY, &n);

  for (guint i = 0; i < n; i++)
    if (rows[i].programme == programme)
      behind[rows[i].year - data->project->plan_from] = rows[i].amount;
  return behind;
}

GArray *
gp_lever_cohorts (const GpLeverData *data, GpPriorityId goal, double share, double *places)
{
  GpProgramme programme =
      goal == GP_PRIORITY_GROEIKRACHT_DELAY ? GP_PROGRAMME_GROEIKRACHT : GP_PROGRAMME_REGULAR;
  const char *scope = gp_programme_name (programme);
  g_autofree double *behind = NULL;
  double asked = 0, before = 0; /* running sums: of the cohorts, and of what is asked of them now */
  GArray *settings;

  *places = 0;
  if (goal == GP_PRIORITY_OVERLOAD)
    return NULL; /* cohorts that are not filled never overload anybody */
  behind = delays (data, programme);
  settings = g_array_new (FALSE, FALSE, sizeof (GpRepairSetting));
  for (guint y = 0; y < data->data->n_years; y++) {
    GpRepairSetting setting = {.param = GP_PARAM_COHORT_TARGET,
                               .scope = scope,
                               .year = gp_plan_data_year (data->data, y),
                               .before = now (data, GP_PARAM_COHORT_TARGET, scope, y)};
    double whole, left;

    asked += setting.before;
    /* whole places, and never fewer than were asked the year before */
    left = asked - share * behind[y];
    whole = fmax (before, behind[y] > ROUNDING ? floor (left + ROUNDING) : asked);
    *places = fmax (*places, asked - whole);
    setting.value = gp_trial_decimal (whole - before);
    before = whole;
    g_array_append_val (settings, setting);
  }
  return settings;
}

/* ---- euro -------------------------------------------------------------------------------------
 */

static double
sum_rows (const GpPlan *plan, GpPlanRowKind kind)
{
  double sum = 0;
  guint n;
  const GpPlanRow *rows = gp_plan_rows (plan, GP_PART_RELAXED, kind, &n);

  for (guint i = 0; i < n; i++)
    sum += rows[i].amount;
  return sum;
}

static double
more_of (const GpLeverData *data, const GpPlan *plan, GpPlanRowKind kind)
{
  return sum_rows (plan, kind) - sum_rows (data->base, kind);
}

double
gp_lever_euro (const GpLeverData *data, GpLever lever, const GpPlan *plan, guint n_years)
{
  double euro;

  switch (lever) {
  case GP_LEVER_EXPERTS:
    euro = data->data->cost_hire * more_of (data, plan, GP_ROW_HIRE) +
           data->data->cost_expert * more_of (data, plan, GP_ROW_AVAILABLE);
    break;
  case GP_LEVER_TRAINING:
    euro = data->data->cost_training * more_of (data, plan, GP_ROW_TRAINING);
    break;
  case GP_LEVER_PARTNERS:
    euro = data->data->cost_partnership * more_of (data, plan, GP_ROW_PARTNER);
    break;
  default:
    return NAN;
  }
  return euro / MAX (n_years, 1);
}
