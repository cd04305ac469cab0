/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coaches there are, year by year: expert days and heads of a region, and each board's
 * verandercoaches, fewer every year as some leave. */
#include "gp-planner-data.h"
#include <groeiplan/gp-variant.h>

#include <math.h>

/* What a variant of a project adds to see what a day is worth. */
static void
add_extra_days (GpPlanData *data)
{
  for (guint32 r = 0; r < data->n_regions; r++) {
    for (guint y = 0; y < data->n_years; y++) {
      double *days = &data->available[r * data->n_years + y];

      *days = MAX (
          0, *days + gp_project_extra_expert_days (data->project, r, gp_plan_data_year (data, y)));
    }
  }
}

void
gp_plan_data_make_experts (GpPlanData *data)
{
  data->available = g_new0 (double, data->n_regions * data->n_years);
  data->heads = g_new0 (double, data->n_years);
  for (guint32 i = 0; i < data->project->n_expert_coaches; i++) {
    const GpExpertCoach *coach = &data->project->expert_coaches[i];
    for (guint y = 0; y < data->n_years; y++) {
      GpYear year = gp_plan_data_year (data, y);
      if ((coach->from_year != GP_YEAR_NONE && year < coach->from_year) ||
          (coach->to_year != GP_YEAR_NONE && year > coach->to_year))
        continue;
      double left = pow (1 - data->attrition, y);
      data->heads[y] += left;
      data->available[coach->region * data->n_years + y] +=
          left * gp_decimal_to_double (coach->days_per_year);
    }
  }
  add_extra_days (data);
}

void
gp_plan_data_make_verandercoaches (GpPlanData *data)
{
  data->stock0 = g_new0 (double, data->n_boards * data->n_years);
  data->days0 = g_new0 (double, data->n_boards * data->n_years);
  for (guint32 i = 0; i < data->project->n_verandercoaches; i++) {
    const GpVerandercoach *coach = &data->project->verandercoaches[i];
    for (guint y = 0; y < data->n_years; y++) {
      if (coach->to_year != GP_YEAR_NONE && gp_plan_data_year (data, y) > coach->to_year)
        continue;
      double left = pow (data->retention, y);
      double days =
          coach->has_days ? gp_decimal_to_double (coach->days_per_year) : data->coach_days[y];
      data->stock0[coach->board * data->n_years + y] += left;
      data->days0[coach->board * data->n_years + y] += left * days;
    }
  }
}
