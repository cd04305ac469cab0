/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of parameters in a variant, set by rows of the scenario itself. As the more specific row
 * wins through the whole line of parents (gp-parameter.h), one row is not enough: there is one for
 * every scope and year for which the line has a row that would win. */
#include "gp-variant-private.h"

#include <string.h>

static gboolean
in_line (const GpProject *project, guint32 scenario, guint32 of)
{
  while (of != GP_NONE && of != scenario)
    of = project->scenarios[of].parent;
  return of == scenario;
}

static gboolean
is_about (const GpBuilder *builder, const GpParameterValue *row, const GpSetting *setting)
{
  return strcmp (row->parameter, gp_param_info (setting->param)->name) == 0 &&
         in_line (&builder->public, row->scenario, builder->variant_scenario);
}

/* The scopes that a setting is for: its own, or all that have rows. */
static GPtrArray *
scopes_of (const GpBuilder *builder, const GpSetting *setting)
{
  GPtrArray *scopes = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (scopes, g_strdup (setting->scope));
  if (*setting->scope != '\0')
    return scopes;
  for (guint i = 0; i < builder->public.n_parameters; i++) {
    const GpParameterValue *row = &builder->public.parameters[i];

    if (is_about (builder, row, setting) &&
        !g_ptr_array_find_with_equal_func (scopes, row->scope, g_str_equal, NULL))
      g_ptr_array_add (scopes, g_strdup (row->scope));
  }
  return scopes;
}

static gboolean
put_value (GpBuilder *builder, const GpSetting *setting, const char *scope, GpYear year)
{
  const GpParameterValue record = {.scenario = builder->variant_scenario,
                                   .parameter = gp_param_info (setting->param)->name,
                                   .scope = scope,
                                   .year = year,
                                   .value = setting->value,
                                   .source = "typed",
                                   .note = ""};
  guint32 row = gp_variant_put_row (builder, GP_TABLE_PARAMETERS, &record);

  if (row != GP_NONE)
    gp_builder_check_plan_year (builder, GP_TABLE_PARAMETERS, row, year);
  return builder->n_problems == 0;
}

/* The general row, and one for each year for which the line has a row of that scope. */
static gboolean
put_all_years (GpBuilder *builder, const GpSetting *setting, const char *scope)
{
  const GpProject *project = &builder->public;
  guint n = project->n_parameters;

  if (!put_value (builder, setting, scope, GP_YEAR_NONE))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    const GpParameterValue *row = &project->parameters[i];

    if (row->year != GP_YEAR_NONE && strcmp (row->scope, scope) == 0 &&
        is_about (builder, row, setting) && !put_value (builder, setting, scope, row->year))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_setting (GpBuilder *builder, const GpSetting *setting)
{
  g_autoptr (GPtrArray) scopes = scopes_of (builder, setting);

  for (guint i = 0; i < scopes->len; i++) {
    const char *scope = scopes->pdata[i];

    if (setting->year != GP_YEAR_NONE ? !put_value (builder, setting, scope, setting->year)
                                      : !put_all_years (builder, setting, scope))
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_variant_put_settings (GpBuilder *builder, const GpVariant *variant, GError **error)
{
  g_autofree char *problem = NULL;

  if (variant->settings->len == 0)
    return TRUE;
  gp_variant_own_table (builder, GP_TABLE_PARAMETERS);
  builder->problem_data = &problem;
  for (guint i = 0; i < variant->settings->len; i++) {
    const GpSetting *setting = &g_array_index (variant->settings, GpSetting, i);

    if (!put_setting (builder, setting)) {
      g_set_error (error, GP_ERROR, GP_ERROR_DATA, "%s: %s", gp_param_info (setting->param)->name,
                   problem);
      return FALSE;
    }
  }
  return TRUE;
}
