/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in: one way for all tables, led by the description of their columns. A row is always kept,
 * also a wrong one (with neutral values), so that an index is the number of the row and a school of
 * a board that has a wrong name does not also report an unknown board. */
#include "gp-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The array may have moved: readers see it through the public part. */
void
gp_builder_publish (GpBuilder *builder, GpTableId table)
{
  const GpTableInfo *info = gp_table_info (table);
  gconstpointer data = builder->rows[table]->data;

  /* memcpy, because the members are pointers of different types */
  memcpy (gp_field_at (&builder->public, (guint16)info->rows_offset), &data, sizeof data);
  *(guint *)gp_field_at (&builder->public, (guint16)info->n_rows_offset) =
      builder->rows[table]->len;
}

void
gp_builder_key (GpBuilder *builder, GpTableId table, guint32 row, GString *key)
{
  const GpTableInfo *info = gp_table_info (table);
  gconstpointer record = gp_builder_row (builder, table, row);

  g_string_truncate (key, 0);
  for (guint i = 0; i < info->table.n_columns; i++) {
    gpointer at = gp_field_at (record, info->fields[i].offset);

    if (!info->table.columns[i].key)
      continue;
    switch (info->fields[i].kind) {
    case GP_FIELD_STRING:
      g_string_append (key, *(const char **)at);
      break;
    case GP_FIELD_YEAR:
      g_string_append_printf (key, "%d", *(GpYear *)at);
      break;
    default: /* references, counts and words: all of them are 32 bits wide */
      g_string_append_printf (key, "%u", *(guint32 *)at);
      break;
    }
    g_string_append_c (key, '\x1f');
  }
}

/* "scenario, rank" */
static char *
key_columns (const GpTable *table)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++) {
    if (table->columns[i].key)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", table->columns[i].name);
  }
  return g_string_free (names, FALSE);
}

static void
report_double (GpBuilder *builder, GpTableId table, guint32 row, const char *code)
{
  const GpTable *description = gp_table (table);
  g_autofree char *names = NULL;

  if (code != NULL) {
    gp_builder_report (builder, table, row, description->columns[0].name,
                       _ ("%s stands there twice; each code can be used once"), code);
    return;
  }
  names = key_columns (description);
  gp_builder_report (builder, table, row, "",
                     _ ("a row with the same %s stands there already; keep one of them"), names);
}

/* Remembers the row under its key; a key that is wrong is not remembered. */
static void
take_key (GpBuilder *builder, GpTableId table, guint32 row, guint32 bad)
{
  const GpTable *description = gp_table (table);
  gboolean coded = description->columns[0].type == GP_COLUMN_CODE;
  g_autoptr (GString) key = NULL;
  const char *text;

  for (guint i = 0; i < description->n_columns; i++) {
    if (description->columns[i].key && (bad >> i & 1))
      return;
  }
  if (coded) {
    text = *(const char **)gp_builder_row (builder, table, row);
  } else {
    key = g_string_new (NULL);
    gp_builder_key (builder, table, row, key);
    text = key->str;
  }
  if (g_hash_table_contains (builder->keys[table], text)) {
    report_double (builder, table, row, coded ? text : NULL);
    return;
  }
  if (!coded)
    text = g_string_chunk_insert (builder->strings, text);
  g_hash_table_insert (builder->keys[table], (gpointer)text, GUINT_TO_POINTER (row + 1));
}

static gboolean
report_overfull (GpBuilder *builder, GpTableId table, guint32 row)
{
  if (!builder->overfull[table])
    gp_builder_report (builder, table, row, "",
                       _ ("there are more rows than can be kept (%u); the rest was not read"),
                       gp_table_info (table)->max_rows);
  builder->overfull[table] = TRUE;
  return FALSE;
}

gboolean
gp_builder_take_row (GpBuilder *builder, GpTableId table, guint32 row, guint32 *bad)
{
  const GpTableInfo *info = gp_table_info (table);
  guint n_before = builder->n_problems;

  for (guint i = 0; i < info->table.n_columns; i++) {
    const char *problem =
        gp_builder_take_cell (builder, table, i, gp_builder_row (builder, table, row));
    if (problem != NULL && (*bad >> i & 1) == 0)
      gp_builder_report (builder, table, row, info->table.columns[i].name, "%s", problem);
    if (problem != NULL)
      *bad |= 1u << i;
  }
  gp_builder_check_row (builder, table, row, *bad);
  return *bad == 0 && builder->n_problems == n_before;
}

gboolean
gp_builder_add (GpBuilder *builder, GpTableId table, gconstpointer record, guint32 bad)
{
  const GpTableInfo *info = gp_table_info (table);
  guint32 row = builder->rows[table]->len;
  guint n_before = builder->n_problems;

  if (row >= info->max_rows)
    return report_overfull (builder, table, row);
  g_array_append_vals (builder->rows[table], record, 1);
  gp_builder_publish (builder, table);
  gp_builder_take_row (builder, table, row, &bad);
  take_key (builder, table, row, bad);
  return bad == 0 && builder->n_problems == n_before;
}

#define DEFINE_ADD(name, Type, TABLE)                                                              \
  gboolean gp_project_add_##name (GpProject *project, const Type *row)                             \
  {                                                                                                \
    g_return_val_if_fail (project != NULL && row != NULL, FALSE);                                  \
    g_return_val_if_fail (!GP_BUILDER (project)->sealed, FALSE);                                   \
    return gp_builder_add (GP_BUILDER (project), GP_TABLE_##TABLE, row, 0);                        \
  }

DEFINE_ADD (region, GpRegion, REGIONS)
DEFINE_ADD (province, GpProvince, PROVINCES)
DEFINE_ADD (sector, GpSector, SECTORS)
DEFINE_ADD (board, GpBoard, BOARDS)
DEFINE_ADD (school, GpSchool, SCHOOLS)
DEFINE_ADD (expert_coach, GpExpertCoach, EXPERT_COACHES)
DEFINE_ADD (verandercoach, GpVerandercoach, VERANDERCOACHES)
DEFINE_ADD (scenario, GpScenario, SCENARIOS)
DEFINE_ADD (parameter, GpParameterValue, PARAMETERS)
DEFINE_ADD (priority, GpPriority, PRIORITIES)
DEFINE_ADD (pin, GpPin, PINS)
DEFINE_ADD (project, GpFinanceProject, PROJECTS)
DEFINE_ADD (budget, GpBudget, BUDGETS)
DEFINE_ADD (pledge, GpPledge, PLEDGES)
DEFINE_ADD (driver, GpDriver, DRIVERS)
DEFINE_ADD (fact, GpFact, FACTS)
