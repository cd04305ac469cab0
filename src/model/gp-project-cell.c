/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as text, as the exchange folder writes them; and money, both ways. */
#include "gp-project-private.h"

#include <string.h>

static char *
sectors_text (const GpProject *project, guint32 sectors)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < project->n_sectors; i++) {
    if (sectors >> i & 1)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "+" : "", project->sectors[i].code);
  }
  return g_string_free (text, FALSE);
}

/* The code that an index stands for: the first member of every record with a code. */
static char *
reference_text (const GpBuilder *builder, GpTableId table, guint32 index)
{
  if (index >= builder->rows[table]->len)
    return g_strdup ("");
  return g_strdup (*(const char **)gp_builder_row (builder, table, index));
}

static char *
decimal_text (GpDecimal value)
{
  char buffer[GP_DECIMAL_BYTES];

  return g_strdup (gp_decimal_format (value, buffer));
}

static char *
year_text (GpYear year)
{
  char buffer[GP_YEAR_BYTES];

  return g_strdup (gp_year_format (year, buffer));
}

static char *
word_text (const char *const *words, int value)
{
  return g_strdup (value < 0 ? "" : words[value]);
}

static char *
number_text (gint64 value, gboolean may_be_absent)
{
  if (value < 0 && may_be_absent)
    return g_strdup ("");
  return g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

char *
gp_project_cell (const GpProject *project, GpTableId table, guint32 row, guint column)
{
  const GpTableInfo *info = gp_table_info (table);
  const GpBuilder *builder = GP_BUILDER (project);
  const GpField *field;
  gpointer record, at;

  g_return_val_if_fail (project != NULL && column < info->table.n_columns, NULL);
  g_return_val_if_fail (row < builder->rows[table]->len, NULL);
  field = &info->fields[column];
  record = gp_builder_row (builder, table, row);
  at = gp_field_at (record, field->offset);
  switch (field->kind) {
  case GP_FIELD_STRING:
    return g_strdup (*(const char **)at);
  case GP_FIELD_INDEX:
    return reference_text (builder, info->table.columns[column].reference, *(guint32 *)at);
  case GP_FIELD_YEAR:
    return year_text (*(GpYear *)at);
  case GP_FIELD_COUNT:
    return number_text (*(guint *)at, FALSE);
  case GP_FIELD_OPTIONAL_COUNT:
  case GP_FIELD_ANSWER:
    return number_text (*(gint32 *)at, TRUE);
  case GP_FIELD_FLAG:
    return number_text (*(gboolean *)at, FALSE);
  case GP_FIELD_OPTIONAL_DECIMAL:
    if (!*(gboolean *)gp_field_at (record, field->flag))
      return g_strdup ("");
    return decimal_text (*(GpDecimal *)at);
  case GP_FIELD_DECIMAL:
    return decimal_text (*(GpDecimal *)at);
  case GP_FIELD_MONEY:
    return gp_money_text (*(gint64 *)at);
  case GP_FIELD_WORD:
    return word_text (info->table.columns[column].words, *(int *)at);
  case GP_FIELD_SECTORS:
    return sectors_text (project, *(guint32 *)at);
  default:
    g_return_val_if_reached (NULL);
  }
}

gboolean
gp_money_parse (const char *text, gint64 *cents)
{
  GpDecimal value;

  /* An exponent is a number, but nobody's way to write money. */
  if (text == NULL || strpbrk (text, "eE") != NULL || !gp_decimal_parse (text, &value) ||
      value.scale > 2)
    return FALSE;
  return gp_decimal_scaled_floor (value, 2, cents);
}

char *
gp_money_text (gint64 cents)
{
  guint64 amount = cents < 0 ? -(guint64)cents : (guint64)cents;
  const char *sign = cents < 0 ? "-" : "";

  if (amount % 100 == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, amount / 100);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02d", sign, amount / 100, (int)(amount % 100));
}
