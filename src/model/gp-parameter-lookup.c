/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scenario's parameter, priorities and pins are, with those of its parents.
 *
 * Look-ups are asked for tens of thousands of times a plan. Rows stand in one hash table under
 * (scenario, parameter, scope, year), all four packed into 64 bits; a byte for each scenario and
 * parameter says which of the four kinds of row it has at all, so that most of the line of parents
 * is passed without a look-up. */
#include "gp-project-private.h"

#include <string.h>

#define KIND_SCOPE 2u
#define KIND_YEAR 1u

/* A row's kind: whether it names a scope, and whether a year. */
static guint
kind_of (gboolean scope, gboolean year)
{
  return (scope ? KIND_SCOPE : 0) | (year ? KIND_YEAR : 0);
}

static guint64
pack (guint32 scenario, GpParam param, guint32 scope, GpYear year)
{
  return (guint64)scenario << 48 | (guint64)param << 40 | (guint64)scope << 16 | (guint16)year;
}

/* Scopes as numbers from 1; 0 is no scope. */
static guint32
scope_number (const GpBuilder *builder, const char *scope)
{
  if (*scope == '\0')
    return 0;
  return GPOINTER_TO_UINT (g_hash_table_lookup (builder->scopes, scope));
}

static void
index_row (GpBuilder *builder, guint32 row)
{
  const GpParameterValue *value = &builder->public.parameters[row];
  guint64 *key;
  gboolean uncertain;
  GpParam param;

  if (!gp_param_parse_row (value->parameter, &param, &uncertain) || uncertain)
    return;
  if (*value->scope != '\0' && !g_hash_table_contains (builder->scopes, value->scope))
    g_hash_table_insert (builder->scopes, (gpointer)value->scope,
                         GUINT_TO_POINTER (g_hash_table_size (builder->scopes) + 1));
  key = g_new (guint64, 1);
  *key = pack (value->scenario, param, scope_number (builder, value->scope), value->year);
  g_hash_table_insert (builder->values, key, GUINT_TO_POINTER (row + 1));
  builder->value_kinds[value->scenario * GP_N_PARAMS + param] |=
      (guint8)(1u << kind_of (*value->scope != '\0', value->year != GP_YEAR_NONE));
}

void
gp_builder_index_parameters (GpBuilder *builder)
{
  const GpProject *project = &builder->public;

  builder->scopes = g_hash_table_new (g_str_hash, g_str_equal);
  builder->values = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  builder->value_kinds = g_new0 (guint8, MAX (project->n_scenarios, 1) * GP_N_PARAMS);
  for (guint32 row = 0; row < project->n_parameters; row++)
    index_row (builder, row);
}

/* The row of one kind in the line of parents, nearest scenario first; GP_NONE when there is none.
 */
static guint32
find_row (const GpBuilder *builder, guint32 scenario, GpParam param, guint32 scope, GpYear year)
{
  const GpScenario *scenarios = builder->public.scenarios;
  guint kind = kind_of (scope != 0, year != GP_YEAR_NONE);

  for (; scenario != GP_NONE; scenario = scenarios[scenario].parent) {
    guint64 key = pack (scenario, param, scope, year);
    gpointer found;

    if ((builder->value_kinds[scenario * GP_N_PARAMS + param] >> kind & 1) == 0)
      continue;
    found = g_hash_table_lookup (builder->values, &key);
    if (found != NULL)
      return GPOINTER_TO_UINT (found) - 1;
  }
  return GP_NONE;
}

/* The most specific row wins: scope and year, scope, year, neither. */
static guint32
find_most_specific (const GpBuilder *builder, guint32 scenario, GpParam param, const char *scope,
                    GpYear year)
{
  guint32 number = scope != NULL ? scope_number (builder, scope) : 0;
  guint32 row = GP_NONE;

  if (number != 0 && year != GP_YEAR_NONE)
    row = find_row (builder, scenario, param, number, year);
  if (row == GP_NONE && number != 0)
    row = find_row (builder, scenario, param, number, GP_YEAR_NONE);
  if (row == GP_NONE && year != GP_YEAR_NONE)
    row = find_row (builder, scenario, param, 0, year);
  if (row == GP_NONE)
    row = find_row (builder, scenario, param, 0, GP_YEAR_NONE);
  return row;
}

gboolean
gp_param_lookup (const GpProject *project, guint32 scenario, GpParam param, const char *scope,
                 GpYear year, GpDecimal *out, guint32 *row)
{
  const GpBuilder *builder = GP_BUILDER (project);
  guint32 found;

  *out = (GpDecimal){0, 0};
  if (row != NULL)
    *row = GP_NONE;
  g_return_val_if_fail (project != NULL && builder->sealed && (guint)param < GP_N_PARAMS, FALSE);
  g_return_val_if_fail (scenario < project->n_scenarios, FALSE);
  found = find_most_specific (builder, scenario, param, scope, year);
  if (row != NULL)
    *row = found;
  if (found != GP_NONE)
    *out = project->parameters[found].value;
  else if (gp_param_info (param)->has_default)
    *out = gp_param_info (param)->fallback;
  else
    return FALSE;
  return TRUE;
}

double
gp_param_value (const GpProject *project, guint32 scenario, GpParam param, const char *scope,
                GpYear year)
{
  GpDecimal value;

  gp_param_lookup (project, scenario, param, scope, year, &value, NULL);
  return gp_decimal_to_double (value);
}

/* The scenario's own priorities by rank; returns how many. */
static guint
own_priorities (const GpProject *project, guint32 scenario, GpPriorityId *order)
{
  guint ranks[GP_N_PRIORITIES];
  guint n = 0;

  for (guint i = 0; i < project->n_priorities; i++) {
    const GpPriority *row = &project->priorities[i];
    guint at = n;

    if (row->scenario != scenario || n == GP_N_PRIORITIES)
      continue;
    for (; at > 0 && ranks[at - 1] > row->rank; at--) {
      ranks[at] = ranks[at - 1];
      order[at] = order[at - 1];
    }
    ranks[at] = row->rank;
    order[at] = row->priority;
    n++;
  }
  return n;
}

guint
gp_project_priorities (const GpProject *project, guint32 scenario,
                       GpPriorityId order[static GP_N_PRIORITIES])
{
  g_return_val_if_fail (project != NULL && GP_BUILDER (project)->sealed, 0);
  g_return_val_if_fail (scenario < project->n_scenarios, 0);
  for (; scenario != GP_NONE; scenario = project->scenarios[scenario].parent) {
    guint n = own_priorities (project, scenario, order);
    if (n > 0)
      return n;
  }
  for (guint i = 0; i < GP_N_PRIORITIES; i++)
    order[i] = (GpPriorityId)i; /* the enumeration stands in the default order */
  return GP_N_PRIORITIES;
}

gboolean
gp_project_pin_applies (const GpProject *project, guint32 scenario, guint32 pin)
{
  GpBuilder *builder = GP_BUILDER (project);
  g_autoptr (GString) key = NULL;
  g_autofree char *rest = NULL;

  g_return_val_if_fail (project != NULL && builder->sealed, FALSE);
  g_return_val_if_fail (scenario < project->n_scenarios && pin < project->n_pins, FALSE);
  if (builder->dropped_pins != NULL &&
      g_hash_table_contains (builder->dropped_pins, gp_dropped_pin_key (scenario, pin)))
    return FALSE;
  if (project->pins[pin].scenario == scenario)
    return TRUE;
  /* A key begins with its scenario; the rest is what a child's pin must share to replace it. */
  key = g_string_new (NULL);
  gp_builder_key (builder, GP_TABLE_PINS, pin, key);
  rest = g_strdup (strchr (key->str, '\x1f'));
  for (; scenario != GP_NONE; scenario = project->scenarios[scenario].parent) {
    if (scenario == project->pins[pin].scenario)
      return TRUE;
    g_string_printf (key, "%u%s", scenario, rest);
    if (g_hash_table_contains (builder->keys[GP_TABLE_PINS], key->str))
      return FALSE;
  }
  return FALSE;
}
