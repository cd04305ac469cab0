/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variants of a project are made. The tables that change (parameters, priorities, pins) are copied,
 * a few hundred rows; all others, and their look-up tables, are the base's own, by reference. */
#include "gp-variant-private.h"

#include <string.h>

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
void
gp_variant_own_table (GpBuilder *builder, GpTableId table)
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
guint32
gp_variant_put_row (GpBuilder *builder, GpTableId table, gconstpointer record)
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
  guint32 row = gp_variant_put_row (builder, GP_TABLE_PINS, pin);

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
  gp_variant_own_table (builder, GP_TABLE_PINS);
  builder->problem_data = &problem;
  for (guint i = 0; i < variant->added_pins->len; i++)
    put_pin (builder, &g_array_index (variant->added_pins, GpAddedPin, i).pin);
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
  gp_variant_own_table (builder, GP_TABLE_PRIORITIES);
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
  if (!gp_variant_put_settings (builder, variant, error) || !put_pins (builder, variant, error) ||
      !put_priorities (builder, variant, error))
    return NULL;
  put_extra_days (builder, variant);
  index_values (builder, variant);
  builder->problem = NULL;
  builder->problem_data = NULL;
  builder->sealed = TRUE;
  return g_steal_pointer (&project);
}
