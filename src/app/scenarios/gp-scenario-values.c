/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of a scenario's values, priorities and uncertainty. See gp-scenario-edit.h. */
#include "gp-scenario-edit.h"

#include <glib/gi18n-lib.h>

static gboolean
put_value (GpStore *store, const char *code, const char *parameter, const char *scope, GpYear year,
           GpDecimal value, const char *source, const char *note, GError **error)
{
  char year_name[GP_YEAR_BYTES], number[GP_DECIMAL_BYTES];
  const char *cells[] = {
      code,   parameter, scope, gp_year_format (year, year_name), gp_decimal_format (value, number),
      source, note};

  return gp_store_put (store, GP_TABLE_PARAMETERS, cells, error);
}

static gboolean
delete_value (GpStore *store, const char *code, const char *parameter, const char *scope,
              GpYear year, GError **error)
{
  char year_name[GP_YEAR_BYTES];
  const char *key[] = {code, parameter, scope, gp_year_format (year, year_name), NULL};

  return gp_store_delete (store, GP_TABLE_PARAMETERS, key, error);
}

gboolean
gp_value_put (GpStore *store, gpointer data, GError **error)
{
  const GpValueEdit *edit = data;

  return put_value (store, edit->project->scenarios[edit->scenario].code, edit->parameter,
                    edit->scope, edit->year, edit->value, edit->source, edit->note, error);
}

gboolean
gp_value_reset (GpStore *store, gpointer data, GError **error)
{
  const GpValueEdit *edit = data;

  return delete_value (store, edit->project->scenarios[edit->scenario].code, edit->parameter,
                       edit->scope, edit->year, error);
}

gboolean
gp_lever_keep (GpStore *store, gpointer data, GError **error)
{
  const GpLeverEdit *edit = data;

  if (edit->child != NULL && !gp_scenario_add_child (store, (gpointer)edit->child, error))
    return FALSE;
  for (guint i = 0; i < edit->n; i++) {
    const GpLeverValue *value = &edit->values[i];

    if (!put_value (store, edit->code, gp_param_info (value->param)->name, value->scope,
                    value->year, value->value, "typed", _ ("From the instant what-if"), error))
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_order_put (GpStore *store, gpointer data, GError **error)
{
  const GpOrderEdit *edit = data;
  const GpProject *project = edit->project;
  const char *code = project->scenarios[edit->scenario].code;

  for (guint i = 0; i < project->n_priorities; i++) {
    g_autofree char *rank = g_strdup_printf ("%u", project->priorities[i].rank);
    const char *key[] = {code, rank, NULL};

    if (project->priorities[i].scenario == edit->scenario &&
        !gp_store_delete (store, GP_TABLE_PRIORITIES, key, error))
      return FALSE;
  }
  for (guint i = 0; i < edit->n; i++) {
    g_autofree char *rank = g_strdup_printf ("%u", i + 1);
    const char *cells[] = {code, rank, gp_priority_name (edit->order[i])};

    if (!gp_store_put (store, GP_TABLE_PRIORITIES, cells, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- uncertainty ------------------------------------------------------------------------------
 */

static const char *const words[][3] = {
    [GP_SPREAD_VALUE] = {"low", "mode", "high"},
    [GP_SPREAD_FACTOR] = {"factor_low", "factor_mode", "factor_high"},
    [GP_SPREAD_GO] = {"go", NULL, NULL}};

static char *
spread_scope (const GpSpread *spread, guint which)
{
  const char *word = words[spread->kind][which];

  return *spread->scope != '\0' ? g_strconcat (word, ":", spread->scope, NULL) : g_strdup (word);
}

static char *
spread_parameter (const GpSpread *spread)
{
  return g_strconcat ("uncertain:", gp_param_info (spread->param)->name, NULL);
}

static guint32
find_spread_row (const GpProject *project, guint32 scenario, const GpSpread *spread, guint which)
{
  g_autofree char *parameter = spread_parameter (spread), *scope = spread_scope (spread, which);

  for (guint32 i = 0; i < project->n_parameters; i++) {
    const GpParameterValue *value = &project->parameters[i];

    if (value->scenario == scenario && value->year == spread->year &&
        g_str_equal (value->parameter, parameter) && g_str_equal (value->scope, scope))
      return i;
  }
  return GP_NONE;
}

gboolean
gp_spread_is_own (const GpProject *project, guint32 scenario, const GpSpread *spread)
{
  return find_spread_row (project, scenario, spread, 0) != GP_NONE;
}

gboolean
gp_spread_put (GpStore *store, gpointer data, GError **error)
{
  const GpSpreadEdit *edit = data;
  const GpSpread *spread = &edit->spread;
  const GpDecimal values[] = {spread->low, spread->mode, spread->high};
  g_autofree char *parameter = spread_parameter (spread);

  for (guint i = 0; i < 3 && words[spread->kind][i] != NULL; i++) {
    g_autofree char *scope = spread_scope (spread, i);

    if (!put_value (store, edit->project->scenarios[edit->scenario].code, parameter, scope,
                    spread->year, values[i], "typed", "", error))
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_spread_reset (GpStore *store, gpointer data, GError **error)
{
  const GpSpreadEdit *edit = data;
  const GpSpread *spread = &edit->spread;
  const char *code = edit->project->scenarios[edit->scenario].code;
  g_autofree char *parameter = spread_parameter (spread);

  for (guint i = 0; i < 3 && words[spread->kind][i] != NULL; i++) {
    g_autofree char *scope = spread_scope (spread, i);

    if (find_spread_row (edit->project, edit->scenario, spread, i) != GP_NONE &&
        !delete_value (store, code, parameter, scope, spread->year, error))
      return FALSE;
  }
  return TRUE;
}
