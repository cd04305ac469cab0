/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-lever.h. Years that the scenario tells apart stay apart: a lever moves each of them. */
#include "gp-lever.h"

#include "gp-assumption.h"

#include <math.h>
#include <string.h>

#define NO_LIMIT 1e8 /* well above any count that a plan can use */

/* clang-format off */
const GpLever gp_levers[GP_N_LEVERS] = {
  {"handover_share", GP_PARAM_HANDOVER_SHARE, "", FALSE, -0.3, 0.3, 0.01, 0},
  {"expert_cap", GP_PARAM_EXPERT_CAP, "", FALSE, -20, 40, 1, 0},
  {"training_cap", GP_PARAM_TRAINING_CAP, "", FALSE, -30, 60, 1, 0},
  {"partner_cap", GP_PARAM_PARTNER_CAP, "", FALSE, -8, 16, 1, 0},
  {"cohort_groeikracht", GP_PARAM_COHORT_TARGET, "groeikracht", TRUE, 0.5, 1.5, 0.05, 1},
  {"cohort_regular", GP_PARAM_COHORT_TARGET, "regular", TRUE, 0.5, 1.5, 0.05, 1},
  {"interest_cap", GP_PARAM_INTEREST_CAP, "", TRUE, 0.5, 1.5, 0.05, 1},
};
/* clang-format on */

int
gp_lever_find (const char *name)
{
  for (int i = 0; i < GP_N_LEVERS; i++)
    if (g_str_equal (gp_levers[i].name, name))
      return i;
  return -1;
}

/* The value at that position, as a decimal of at most four places. */
static GpDecimal
moved (const GpLever *lever, double base, double position)
{
  const GpParamInfo *info = gp_param_info (lever->param);
  double value = lever->factor ? base * position : base + position;
  gboolean whole = !g_str_equal (info->unit, "share");
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  GpDecimal out = {0, 0};

  value = CLAMP (value, info->min, info->max);
  gp_decimal_parse (g_ascii_formatd (buffer, sizeof buffer, whole ? "%.0f" : "%.4f", value), &out);
  return out;
}

static gboolean
lookup (const GpProject *project, guint32 scenario, const GpLever *lever, GpYear year,
        double *value, gboolean *by_year)
{
  GpDecimal decimal;
  guint32 row;

  if (!gp_param_lookup (project, scenario, lever->param, lever->scope, year, &decimal, &row))
    return FALSE;
  *value = gp_decimal_to_double (decimal);
  *by_year = row != GP_NONE && project->parameters[row].year != GP_YEAR_NONE;
  return TRUE;
}

gboolean
gp_lever_is_usable (const GpProject *project, guint32 scenario, const GpLever *lever)
{
  double value;
  gboolean by_year, usable = FALSE;

  for (GpYear year = project->plan_from; year <= project->last_year; year++) {
    if (!lookup (project, scenario, lever, year, &value, &by_year) || value >= NO_LIMIT)
      return FALSE;
    usable = usable || !lever->factor || value > 0; /* nothing times two is nothing */
  }
  return usable;
}

static void
add (const GpLever *lever, GpYear year, double base, double position, GArray *values)
{
  GpLeverValue value = {lever->param, lever->scope, year, moved (lever, base, position)};

  if (gp_decimal_to_double (value.value) != base)
    g_array_append_val (values, value);
}

void
gp_lever_apply (const GpProject *project, guint32 scenario, const GpLever *lever, double position,
                GArray *values)
{
  double base;
  gboolean by_year, has_general = FALSE;

  if (fabs (position - lever->neutral) < lever->step / 100)
    return;
  for (GpYear year = project->plan_from; year <= project->last_year; year++) {
    if (!lookup (project, scenario, lever, year, &base, &by_year) || base >= NO_LIMIT)
      continue;
    if (by_year)
      add (lever, year, base, position, values);
    else if (!has_general)
      add (lever, GP_YEAR_NONE, base, position, values);
    has_general = has_general || !by_year;
  }
}

char *
gp_lever_describe (const GpProject *project, guint32 scenario, const GpLever *lever,
                   double position, GpLanguage language)
{
  GpDecimal least = {0, 0}, most = {0, 0};
  g_autofree char *low = NULL, *high = NULL;
  gboolean by_year, any = FALSE;
  double base;

  for (GpYear year = project->plan_from; year <= project->last_year; year++) {
    GpDecimal value;

    if (!lookup (project, scenario, lever, year, &base, &by_year))
      continue;
    value = base >= NO_LIMIT ? gp_decimal_from_int (1000000000) : moved (lever, base, position);
    least = !any || gp_decimal_compare (value, least) < 0 ? value : least;
    most = !any || gp_decimal_compare (value, most) > 0 ? value : most;
    any = TRUE;
  }
  low = gp_assumption_format (lever->param, least, language);
  high = gp_assumption_format (lever->param, most, language);
  if (!any || g_str_equal (low, high))
    return g_strdup (any ? low : "–");
  if (g_str_has_suffix (low, "%"))
    low[strlen (low) - 1] = '\0';
  return g_strconcat (low, "–", high, NULL);
}
