/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parameters of a whole-school plan in exact figures, rounded to the safe side where they have
 * more digits than those. */
#include "gp-whole-state.h"

static GpDecimal
parameter (const GpPlanData *data, GpParam param, const char *scope, guint year)
{
  GpDecimal out = {0, 0};
  gp_param_lookup (data->project, data->scenario, param, scope, gp_plan_data_year (data, year),
                   &out, NULL);
  return out;
}

static GpMicro
down (const GpPlanData *data, GpParam param)
{
  return gp_micro_down (parameter (data, param, NULL, 0));
}

static GpMicro
up (const GpPlanData *data, GpParam param)
{
  return gp_micro_up (parameter (data, param, NULL, 0));
}

static GpMicro *
years_down (const GpPlanData *data, GpParam param)
{
  GpMicro *values = g_new (GpMicro, data->n_years);
  for (guint y = 0; y < data->n_years; y++)
    values[y] = gp_micro_down (parameter (data, param, NULL, y));
  return values;
}

static void
read_sector (GpWholeState *state, guint32 s)
{
  const GpPlanData *data = state->data;
  const GpSector *sector = &data->project->sectors[s];
  for (guint k = 0; k < MIN (sector->support_years, GP_MAX_SUPPORT); k++) {
    g_autofree char *scope = g_strdup_printf ("%s:%u", sector->code, k + 1);
    state->support[s * GP_MAX_SUPPORT + k] =
        gp_micro_up (parameter (data, GP_PARAM_SUPPORT_DAYS, scope, 0));
    if (state->support[s * GP_MAX_SUPPORT + k] !=
        gp_micro_down (parameter (data, GP_PARAM_SUPPORT_DAYS, scope, 0)))
      state->support_rounded = TRUE;
  }
  for (guint y = 0; y < state->n_years; y++) {
    state->recruitment[s * state->n_years + y] =
        gp_micro_up (parameter (data, GP_PARAM_RECRUITMENT_DAYS, sector->code, y));
    state->sector_min[s * state->n_years + y] =
        gp_micro_up (parameter (data, GP_PARAM_SECTOR_MIN_SHARE, sector->code, y));
  }
}

static GpHeads
heads_down (GpDecimal value)
{
  gint64 out;
  return gp_decimal_scaled_floor (value, 12, &out) ? out : 0;
}

static void
read_shares (GpWholeState *state)
{
  GpDecimal retention = parameter (state->data, GP_PARAM_VERANDERCOACH_RETENTION, NULL, 0);
  GpDecimal attrition = parameter (state->data, GP_PARAM_EXPERT_ATTRITION, NULL, 0);
  state->retention_down = heads_down (retention);
  state->retention_up = -heads_down ((GpDecimal){-retention.units, retention.scale});
  state->staying_up = GP_HEAD - heads_down (attrition);
  state->staying_down = GP_HEAD + heads_down ((GpDecimal){-attrition.units, attrition.scale});
}

void
gp_whole_state_read_parameters (GpWholeState *state)
{
  const GpPlanData *data = state->data;
  state->support = g_new0 (GpMicro, data->n_sectors * GP_MAX_SUPPORT + 1);
  state->recruitment = g_new0 (GpMicro, data->n_sectors * data->n_years + 1);
  state->sector_min = g_new0 (GpMicro, data->n_sectors * data->n_years + 1);
  for (guint32 s = 0; s < data->n_sectors; s++)
    read_sector (state, s);
  state->handover = years_down (data, GP_PARAM_HANDOVER_SHARE);
  state->coach_days = years_down (data, GP_PARAM_VERANDERCOACH_DAYS);
  state->first_days = years_down (data, GP_PARAM_VERANDERCOACH_FIRST_YEAR_DAYS);
  state->candidates = years_down (data, GP_PARAM_CANDIDATES_PER_SCHOOL);
  state->equity = g_new (GpMicro, data->n_years);
  for (guint y = 0; y < data->n_years; y++)
    state->equity[y] = gp_micro_up (parameter (data, GP_PARAM_EQUITY_MIN_SHARE, NULL, y));
  state->coach_expert_days = up (data, GP_PARAM_VERANDERCOACH_EXPERT_DAYS);
  state->partnership_days = up (data, GP_PARAM_PARTNERSHIP_EXPERT_DAYS);
  state->training_days = up (data, GP_PARAM_TRAINING_EXPERT_DAYS);
  state->expert_days = down (data, GP_PARAM_EXPERT_DAYS);
  state->expert_training_days = up (data, GP_PARAM_EXPERT_TRAINING_DAYS);
  state->lending = down (data, GP_PARAM_LENDING_EFFICIENCY);
  read_shares (state);
}
