/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in: one way for all tables, led by the description of their columns. A row is always kept,
 * also a wrong one (with neutral values), so that an index is the number of the row and a school of
 * a board that has a wrong name does not also report an unknown board. */
#include "gp-project-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Money that no sum of a million rows can bring over gint64. */
#define MAX_CENTS G_GINT64_CONSTANT (1000000000000)

static gboolean
has_control_character (const char *text, gboolean lines)
{
  for (const guchar *at = (const guchar *)text; *at != '\0'; at++) {
    if (lines && (*at == '\n' || *at == '\t'))
      continue;
    /* C1 controls are C2 80 .. C2 9F in UTF-8. */
    if (*at < 0x20 || *at == 0x7f || (*at == 0xc2 && at[1] < 0xa0))
      return TRUE;
  }
  return FALSE;
}

const char *
gp_text_problem (const char *text, gsize max_bytes, gboolean lines)
{
  gsize length = strnlen (text, max_bytes + 1);

  if (length > max_bytes)
    return max_bytes == GP_CODE_MAX ? _ ("is longer than a code may be (64 bytes)")
                                    : _ ("is longer than a text may be (4000 bytes)");
  if (!g_utf8_validate (text, (gssize)length, NULL))
    return _ ("is not valid UTF-8 text");
  if (has_control_character (text, lines))
    return _ ("holds a control character, such as a tab or a line end; take it out");
  return NULL;
}

static const char *
code_problem (const char *code, GpTableId table)
{
  if (g_ascii_isspace (code[0]) || g_ascii_isspace (code[strlen (code) - 1]))
    return _ ("begins or ends with a blank; take it off");
  /* Sectors are named in lists (po+vo) and in scopes (vo:2). */
  if (table == GP_TABLE_SECTORS && strpbrk (code, "+:") != NULL)
    return _ ("a sector's code cannot have + or : in it");
  return NULL;
}

/* Text is checked, and copied into the project. */
static const char *
take_string (GpBuilder *builder, GpTableId table, const GpColumn *column, const GpField *field,
             gpointer record)
{
  const char **at = gp_field_at (record, field->offset);
  const char *text = *at != NULL ? *at : "";
  gboolean is_code = column->type == GP_COLUMN_CODE;
  const char *problem =
      gp_text_problem (text, is_code ? GP_CODE_MAX : GP_TEXT_MAX, field->lines != 0);

  *at = "";
  if (problem != NULL)
    return problem;
  if (*text == '\0')
    return column->may_be_empty ? NULL : _ ("must not be empty");
  problem = is_code ? code_problem (text, table) : NULL;
  /* Texts often repeat (sources, notes): one copy each. Codes do not. */
  if (problem == NULL)
    *at = is_code ? g_string_chunk_insert (builder->strings, text)
                  : g_string_chunk_insert_const (builder->strings, text);
  return problem;
}

static const char *
take_index (GpBuilder *builder, GpTableId table, const GpColumn *column, guint32 *index)
{
  if (*index == GP_NONE)
    return column->may_be_empty ? NULL : _ ("must not be empty");
  /* A scenario's parent may still come: gp_builder_check () looks after it. */
  if (table == GP_TABLE_SCENARIOS || *index < builder->rows[column->reference]->len)
    return NULL;
  *index = GP_NONE;
  return _ ("refers to a row that does not exist");
}

static const char *
take_year (const GpColumn *column, GpYear *year)
{
  if (*year == GP_YEAR_NONE)
    return column->may_be_empty ? NULL : _ ("must not be empty");
  if (*year >= GP_YEAR_MIN && *year <= GP_YEAR_MAX)
    return NULL;
  *year = GP_YEAR_NONE;
  return _ ("is no school year from 1900-1901 to 2199-2200");
}

/* Equal values have equal bits, also when a caller built the decimal by hand. */
static const char *
take_decimal (const GpField *field, GpDecimal *value)
{
  const gint64 limit = G_GINT64_CONSTANT (1000000000000000000);

  if (value->scale > 18 || value->units <= -limit || value->units >= limit) {
    *value = (GpDecimal){0, 0};
    return _ ("is not a number of at most 18 digits");
  }
  while (value->scale > 0 && value->units % 10 == 0) {
    value->units /= 10;
    value->scale--;
  }
  if (value->units == 0)
    value->scale = 0;
  if (field->maximum > 0 &&
      (value->units < 0 || gp_decimal_compare (*value, gp_decimal_from_int (field->maximum)) > 0))
    return _ ("is not a number of days that is possible (0 to 100000)");
  return NULL;
}

static const char *
take_word (const GpColumn *column, const GpField *field, int *value)
{
  int n_words = (int)g_strv_length ((char **)column->words);

  if ((*value >= 0 && *value < n_words) || (column->may_be_empty && *value == field->empty_word))
    return NULL;
  *value = 0;
  return _ ("is not one of the words that are known here");
}

static const char *
take_answer (GpAnswer *answer)
{
  if (*answer == GP_ANSWER_UNKNOWN || *answer == GP_ANSWER_NO || *answer == GP_ANSWER_YES)
    return NULL;
  *answer = GP_ANSWER_UNKNOWN;
  return _ ("must be 1, 0 or empty");
}

static const char *
take_sectors (GpBuilder *builder, guint32 *sectors)
{
  if ((*sectors >> builder->rows[GP_TABLE_SECTORS]->len) == 0)
    return NULL;
  *sectors = 0;
  return _ ("refers to a sector that does not exist");
}

static const char *
take_money (gint64 *cents)
{
  if (*cents >= -MAX_CENTS && *cents <= MAX_CENTS)
    return NULL;
  *cents = 0;
  return _ ("is more money than can be true (over 10,000,000,000 euro)");
}

static const char *
take_number (const GpField *field, gpointer at)
{
  gint64 value = field->kind == GP_FIELD_COUNT ? (gint64) * (guint *)at : *(gint32 *)at;

  if (field->kind == GP_FIELD_OPTIONAL_COUNT && value == -1)
    return NULL;
  if (value >= field->minimum && value <= field->maximum)
    return NULL;
  *(guint *)at = (guint)field->minimum;
  return gp_count_problem (field);
}

/* Checks one cell, brings it into its proper form, and says what is wrong with it. */
static const char *
take_field (GpBuilder *builder, GpTableId table, guint i, gpointer record)
{
  const GpTableInfo *info = gp_table_info (table);
  const GpColumn *column = &info->table.columns[i];
  const GpField *field = &info->fields[i];
  gpointer at = gp_field_at (record, field->offset);

  switch (field->kind) {
  case GP_FIELD_STRING:
    return take_string (builder, table, column, field, record);
  case GP_FIELD_INDEX:
    return take_index (builder, table, column, at);
  case GP_FIELD_YEAR:
    return take_year (column, at);
  case GP_FIELD_COUNT:
  case GP_FIELD_OPTIONAL_COUNT:
    return take_number (field, at);
  case GP_FIELD_FLAG:
    *(gboolean *)at = *(gboolean *)at != 0;
    return NULL;
  case GP_FIELD_ANSWER:
    return take_answer (at);
  case GP_FIELD_OPTIONAL_DECIMAL:
    if (!*(gboolean *)gp_field_at (record, field->flag)) {
      *(GpDecimal *)at = (GpDecimal){0, 0};
      return NULL;
    }
    *(gboolean *)gp_field_at (record, field->flag) = TRUE;
    return take_decimal (field, at);
  case GP_FIELD_DECIMAL:
    return take_decimal (field, at);
  case GP_FIELD_MONEY:
    return take_money (at);
  case GP_FIELD_WORD:
    return take_word (column, field, at);
  case GP_FIELD_SECTORS:
    return take_sectors (builder, at);
  default:
    g_return_val_if_reached (NULL);
  }
}

/* The array may have moved: readers see it through the public part. */
static void
publish (GpBuilder *builder, GpTableId table)
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
gp_builder_add (GpBuilder *builder, GpTableId table, gconstpointer record, guint32 bad)
{
  const GpTableInfo *info = gp_table_info (table);
  guint32 row = builder->rows[table]->len;
  guint n_before = builder->n_problems;

  if (row >= info->max_rows)
    return report_overfull (builder, table, row);
  g_array_append_vals (builder->rows[table], record, 1);
  publish (builder, table);
  for (guint i = 0; i < info->table.n_columns; i++) {
    const char *problem = take_field (builder, table, i, gp_builder_row (builder, table, row));
    if (problem != NULL && (bad >> i & 1) == 0)
      gp_builder_report (builder, table, row, info->table.columns[i].name, "%s", problem);
    if (problem != NULL)
      bad |= 1u << i;
  }
  gp_builder_check_row (builder, table, row, bad);
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
