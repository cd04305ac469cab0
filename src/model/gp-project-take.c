/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of a record at a time: checked, brought into its proper form, its text copied. */
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
    return _ ("a sector’s code cannot have + or : in it");
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
const char *
gp_builder_take_cell (GpBuilder *builder, GpTableId table, guint i, gpointer record)
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
