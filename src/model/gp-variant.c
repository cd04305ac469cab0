/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variants of a project. The tables that change (parameters, priorities, pins) are copied, a few
 * hundred rows; all others, and their look-up tables, are the base's own, by reference.
 *
 * A value is set by rows of the scenario itself. As the more specific row wins through the whole
 * line of parents (gp-parameter.h), one row is not enough: there is one for every scope and year
 * for which the line has a row that would win. */
#include "gp-project-private.h"
#include <groeiplan/gp-variant.h>

#include <math.h>
#include <string.h>

typedef struct {
  GpParam param;
  char *scope; /* never NULL */
  GpYear year;
  GpDecimal value;
} Setting;

typedef struct {
  GpPin pin; /* reason is our own */
  char *reason;
} AddedPin;

struct _GpVariant {
  GpProject *project;
  guint32 scenario;
  GArray *settings;   /* of Setting, in order */
  GArray *added_pins; /* of AddedPin, in order */
  GHashTable *dropped_pins;
  GArray *extra_days; /* of GpExtraDays */
  gboolean has_priorities;
  GpPriorityId priorities[GP_N_PRIORITIES];
  guint n_priorities;
};

static void
setting_clear (gpointer data)
{
  g_free (((Setting *)data)->scope);
}

static void
added_pin_clear (gpointer data)
{
  g_free (((AddedPin *)data)->reason);
}

GpVariant *
gp_variant_new (const GpProject *project, guint32 scenario)
{
  GpVariant *variant;

  g_return_val_if_fail (project != NULL && GP_BUILDER (project)->sealed, NULL);
  g_return_val_if_fail (scenario < project->n_scenarios, NULL);
  variant = g_new0 (GpVariant, 1);
  variant->project = gp_project_ref ((GpProject *)project);
  variant->scenario = scenario;
  variant->settings = g_array_new (FALSE, FALSE, sizeof (Setting));
  g_array_set_clear_func (variant->settings, setting_clear);
  variant->added_pins = g_array_new (FALSE, FALSE, sizeof (AddedPin));
  g_array_set_clear_func (variant->added_pins, added_pin_clear);
  variant->dropped_pins = g_hash_table_new (NULL, NULL);
  variant->extra_days = g_array_new (FALSE, FALSE, sizeof (GpExtraDays));
  return variant;
}

void
gp_variant_free (GpVariant *variant)
{
  if (variant == NULL)
    return;
  gp_project_unref (variant->project);
  g_array_unref (variant->settings);
  g_array_unref (variant->added_pins);
  g_hash_table_unref (variant->dropped_pins);
  g_array_unref (variant->extra_days);
  g_free (variant);
}

void
gp_variant_set (GpVariant *variant, GpParam param, const char *scope, GpYear year,
                const GpDecimal *value)
{
  Setting setting;

  g_return_if_fail (variant != NULL && value != NULL && (guint)param < GP_N_PARAMS);
  setting = (Setting){param, g_strdup (scope != NULL ? scope : ""), year, *value};
  g_array_append_val (variant->settings, setting);
}

void
gp_variant_drop_pin (GpVariant *variant, guint32 pin)
{
  g_return_if_fail (variant != NULL && pin < variant->project->n_pins);
  g_hash_table_add (variant->dropped_pins, gp_dropped_pin_key (variant->scenario, pin));
}

void
gp_variant_add_pin (GpVariant *variant, const GpPin *pin)
{
  AddedPin added;

  g_return_if_fail (variant != NULL && pin != NULL);
  added = (AddedPin){*pin, g_strdup (pin->reason != NULL ? pin->reason : "")};
  added.pin.scenario = variant->scenario;
  added.pin.reason = added.reason;
  g_array_append_val (variant->added_pins, added);
}

void
gp_variant_add_expert_days (GpVariant *variant, guint32 region, GpYear year, double days)
{
  GpExtraDays extra = {region, year, days};

  g_return_if_fail (variant != NULL && region < variant->project->n_regions && isfinite (days));
  g_array_append_val (variant->extra_days, extra);
}

void
gp_variant_set_priorities (GpVariant *variant, const GpPriorityId *order, guint n)
{
  g_return_if_fail (variant != NULL && order != NULL && n > 0 && n <= GP_N_PRIORITIES);
  variant->has_priorities = TRUE;
  variant->n_priorities = n;
  memcpy (variant->priorities, order, n * sizeof *order);
}

double
gp_project_extra_expert_days (const GpProject *project, guint32 region, GpYear year)
{
  const GArray *extra;
  double days = 0;

  g_return_val_if_fail (project != NULL, 0);
  extra = GP_BUILDER (project)->extra_days;
  for (guint i = 0; extra != NULL && i < extra->len; i++) {
    const GpExtraDays *one = &g_array_index (extra, GpExtraDays, i);

    if (one->region == region && one->year == year)
      days += one->days;
  }
  return days;
}

/* ---- making -----------------------------------------------------------------------------------
 */

static GHashTable *
copy_keys (GHashTable *keys)
{
  GHashTable *copy = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer key, row;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, &row))
    g_hash_table_insert (copy, key, row);
  return copy;
}

/* Gives the builder rows of its own for a table. */
static void
own_table (GpBuilder *builder, GpTableId table)
{
  GArray *shared = builder->rows[table];
  GHashTable *keys = builder->keys[table];

  builder->rows[table] = g_array_copy (shared);
  builder->keys[table] = copy_keys (keys);
  g_array_unref (shared);
  g_hash_table_unref (keys);
  gp_builder_publish (builder, table);
}

/* Keeps the first problem's column and words, without the row, which nobody knows. */
static void
keep_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  char **kept = data; /* where the one that adds rows wants it */

  (void)table;
  (void)row;
  (void)column;
  if (*kept == NULL)
    *kept = g_strdup (message);
}

/* A builder that shares everything with the base. */
static GpBuilder *
share (const GpVariant *variant)
{
  const GpBuilder *base = GP_BUILDER (variant->project);
  GpBuilder *builder = g_new0 (GpBuilder, 1);

  builder->public = base->public;
  g_atomic_ref_count_init (&builder->refs);
  builder->has_frame = TRUE;
  builder->strings = g_string_chunk_new (256);
  builder->problem = keep_problem;
  builder->base = gp_project_ref (variant->project);
  builder->variant_scenario = variant->scenario;
  for (guint i = 0; i < GP_N_TABLES; i++) {
    builder->rows[i] = g_array_ref (base->rows[i]);
    builder->keys[i] = g_hash_table_ref (base->keys[i]);
  }
  builder->ranked = g_hash_table_new (NULL, NULL);
  builder->pending = g_array_new (FALSE, FALSE, sizeof (GpPendingParent));
  builder->board_first = base->board_first;
  builder->board_schools = base->board_schools;
  return builder;
}

/* Puts a row in place of the one with the same key, or after the others. Returns its index. */
static guint32
put_row (GpBuilder *builder, GpTableId table, gconstpointer record)
{
  guint32 last = builder->rows[table]->len;
  guint n_problems = builder->n_problems;
  g_autoptr (GString) key = g_string_new (NULL);
  gpointer found;
  guint32 row, bad = 0;

  /* The key of a row is made from the row, so it has to be there for a moment. */
  g_array_append_vals (builder->rows[table], record, 1);
  gp_builder_key (builder, table, last, key);
  g_array_set_size (builder->rows[table], last);
  found = g_hash_table_lookup (builder->keys[table], key->str);
  if (found == NULL) {
    gp_builder_add (builder, table, record, 0);
    row = last;
  } else {
    row = GPOINTER_TO_UINT (found) - 1;
    memcpy (gp_builder_row (builder, table, row), record, gp_table_info (table)->record_size);
    gp_builder_take_row (builder, table, row, &bad);
  }
  gp_builder_publish (builder, table);
  return builder->n_problems == n_problems ? row : GP_NONE;
}

/* ---- parameters */

static gboolean
in_line (const GpProject *project, guint32 scenario, guint32 of)
{
  while (of != GP_NONE && of != scenario)
    of = project->scenarios[of].parent;
  return of == scenario;
}

static gboolean
is_about (const GpBuilder *builder, const GpParameterValue *row, const Setting *setting)
{
  return strcmp (row->parameter, gp_param_info (setting->param)->name) == 0 &&
         in_line (&builder->public, row->scenario, builder->variant_scenario);
}

/* The scopes that a setting is for: its own, or all that have rows. */
static GPtrArray *
scopes_of (const GpBuilder *builder, const Setting *setting)
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
put_value (GpBuilder *builder, const Setting *setting, const char *scope, GpYear year)
{
  const GpParameterValue record = {.scenario = builder->variant_scenario,
                                   .parameter = gp_param_info (setting->param)->name,
                                   .scope = scope,
                                   .year = year,
                                   .value = setting->value,
                                   .source = "typed",
                                   .note = ""};
  guint32 row = put_row (builder, GP_TABLE_PARAMETERS, &record);

  if (row != GP_NONE)
    gp_builder_check_plan_year (builder, GP_TABLE_PARAMETERS, row, year);
  return builder->n_problems == 0;
}

/* The general row, and one for each year for which the line has a row of that scope. */
static gboolean
put_all_years (GpBuilder *builder, const Setting *setting, const char *scope)
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
put_setting (GpBuilder *builder, const Setting *setting)
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

static gboolean
put_settings (GpBuilder *builder, const GpVariant *variant, GError **error)
{
  g_autofree char *problem = NULL;

  if (variant->settings->len == 0)
    return TRUE;
  own_table (builder, GP_TABLE_PARAMETERS);
  builder->problem_data = &problem;
  for (guint i = 0; i < variant->settings->len; i++) {
    const Setting *setting = &g_array_index (variant->settings, Setting, i);

    if (!put_setting (builder, setting)) {
      g_set_error (error, GP_ERROR, GP_ERROR_DATA, "%s: %s", gp_param_info (setting->param)->name,
                   problem);
      return FALSE;
    }
  }
  return TRUE;
}

/* ---- pins and priorities */

/* What the base has taken away already, and what the variant takes away. */
static GHashTable *
all_dropped (const GpVariant *variant)
{
  GHashTable *sets[] = {GP_BUILDER (variant->project)->dropped_pins, variant->dropped_pins};
  GHashTable *all = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++) {
    GHashTableIter iter;
    gpointer pin;

    if (sets[i] == NULL)
      continue;
    g_hash_table_iter_init (&iter, sets[i]);
    while (g_hash_table_iter_next (&iter, &pin, NULL))
      g_hash_table_add (all, pin);
  }
  return all;
}

static void
put_pin (GpBuilder *builder, const GpPin *pin)
{
  guint32 row = put_row (builder, GP_TABLE_PINS, pin);

  if (row == GP_NONE)
    return;
  gp_builder_check_plan_year (builder, GP_TABLE_PINS, row, pin->year);
  g_hash_table_remove (builder->dropped_pins, gp_dropped_pin_key (builder->variant_scenario, row));
}

static gboolean
put_pins (GpBuilder *builder, const GpVariant *variant, GError **error)
{
  g_autofree char *problem = NULL;

  builder->dropped_pins = all_dropped (variant);
  if (variant->added_pins->len == 0)
    return TRUE;
  own_table (builder, GP_TABLE_PINS);
  builder->problem_data = &problem;
  for (guint i = 0; i < variant->added_pins->len; i++)
    put_pin (builder, &g_array_index (variant->added_pins, AddedPin, i).pin);
  if (problem != NULL)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA, "%s: %s", gp_table (GP_TABLE_PINS)->name, problem);
  return problem == NULL;
}

/* The scenario's own rows go, the new ones come. */
static gboolean
put_priorities (GpBuilder *builder, const GpVariant *variant, GError **error)
{
  g_autofree char *problem = NULL;
  GArray *rows;

  if (!variant->has_priorities)
    return TRUE;
  own_table (builder, GP_TABLE_PRIORITIES);
  rows = builder->rows[GP_TABLE_PRIORITIES];
  for (guint i = rows->len; i-- > 0;) {
    if (g_array_index (rows, GpPriority, i).scenario == variant->scenario)
      g_array_remove_index (rows, i);
  }
  g_hash_table_remove_all (builder->keys[GP_TABLE_PRIORITIES]);
  builder->problem_data = &problem;
  for (guint i = 0; i < variant->n_priorities; i++) {
    const GpPriority row = {variant->scenario, i + 1, variant->priorities[i]};

    gp_builder_add (builder, GP_TABLE_PRIORITIES, &row, 0);
  }
  gp_builder_publish (builder, GP_TABLE_PRIORITIES);
  if (problem != NULL)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA, "%s: %s", gp_table (GP_TABLE_PRIORITIES)->name,
                 problem);
  return problem == NULL;
}

static void
put_extra_days (GpBuilder *builder, const GpVariant *variant)
{
  const GArray *before = GP_BUILDER (variant->project)->extra_days;

  if (before == NULL && variant->extra_days->len == 0)
    return;
  builder->extra_days = g_array_copy (variant->extra_days);
  if (before != NULL)
    g_array_append_vals (builder->extra_days, before->data, before->len);
}

/* The look-up of parameters is the base's own where no value is set. */
static void
index_values (GpBuilder *builder, const GpVariant *variant)
{
  const GpBuilder *base = GP_BUILDER (variant->project);

  if (variant->settings->len > 0) {
    gp_builder_index_parameters (builder);
    return;
  }
  builder->scopes = g_hash_table_ref (base->scopes);
  builder->values = g_hash_table_ref (base->values);
  builder->value_kinds =
      g_memdup2 (base->value_kinds, MAX (base->public.n_scenarios, 1) * GP_N_PARAMS);
}

GpProject *
gp_variant_make (GpVariant *variant, GError **error)
{
  g_autoptr (GpProject) project = NULL;
  GpBuilder *builder;

  g_return_val_if_fail (variant != NULL, NULL);
  builder = share (variant);
  project = &builder->public;
  if (!put_settings (builder, variant, error) || !put_pins (builder, variant, error) ||
      !put_priorities (builder, variant, error))
    return NULL;
  put_extra_days (builder, variant);
  index_values (builder, variant);
  builder->problem = NULL;
  builder->problem_data = NULL;
  builder->sealed = TRUE;
  return g_steal_pointer (&project);
}
