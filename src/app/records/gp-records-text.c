/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-text.h: showing. Reading is in gp-records-read.c. */
#include "gp-records-text.h"

#include <glib/gi18n-lib.h>

const char *
gp_records_word_title (const char *word)
{
  static const struct {
    const char *word, *title;
  } words[] = {
      {"groeikracht", "Groeikracht"},    {"regular", N_ ("regular")}, {"none", N_ ("not yet")},
      {"interested", N_ ("interested")}, {"talks", N_ ("in talks")},  {"ready", N_ ("ready")},
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return _ (words[i].title);
  return word;
}

gboolean
gp_records_is_answer (const GpColumn *column)
{
  return column->type == GP_COLUMN_FLAG && column->may_be_absent;
}

const char *
gp_records_next_flag (const GpColumn *column, const char *raw)
{
  if (!gp_records_is_answer (column))
    return g_str_equal (raw, "1") ? "0" : "1";
  return *raw == '\0' ? "1" : (g_str_equal (raw, "1") ? "0" : "");
}

/* "po+vo": the names, with a comma between. */
static char *
show_sectors (const GpRecordsNames *names, const char *raw)
{
  g_auto (GStrv) codes = g_strsplit (raw, "+", GP_MAX_SECTORS + 1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; codes[i] != NULL; i++) {
    guint32 sector = gp_project_find (gp_records_names_project (names), GP_TABLE_SECTORS, codes[i]);
    g_autofree char *name = gp_records_names_show (names, GP_TABLE_SECTORS, sector);

    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
  }
  return g_strdup (text->str);
}

static char *
show_reference (const GpRecordsNames *names, const GpColumn *column, const char *raw)
{
  guint32 row = gp_project_find (gp_records_names_project (names), column->reference, raw);

  return gp_records_names_show (names, column->reference, row);
}

static char *
show_decimal (const char *raw)
{
  GpDecimal value;

  if (!gp_decimal_parse (raw, &value))
    return g_strdup (raw);
  return gp_format_number (gp_decimal_to_double (value), MIN (value.scale, 6),
                           gp_numbers_current ());
}

static char *
show_flag (const GpColumn *column, const char *raw)
{
  if (g_str_equal (raw, "1"))
    return g_strdup (GP_RECORDS_YES);
  return g_strdup (g_str_equal (raw, "0") && gp_records_is_answer (column) ? GP_RECORDS_NO : "");
}

char *
gp_records_show (const GpRecordsNames *names, GpTableId table, guint column, const char *raw)
{
  const GpColumn *info = &gp_table (table)->columns[column];

  if (*raw == '\0')
    return g_strdup ("");
  switch (info->type) {
  case GP_COLUMN_REFERENCE:
    return show_reference (names, info, raw);
  case GP_COLUMN_INTEGER:
    return gp_format_integer (g_ascii_strtoll (raw, NULL, 10), gp_numbers_current ());
  case GP_COLUMN_DECIMAL:
    return show_decimal (raw);
  case GP_COLUMN_FLAG:
    return show_flag (info, raw);
  case GP_COLUMN_WORD:
    return g_strdup (gp_records_word_title (raw));
  default:
    return g_str_equal (info->name, "sectors") ? show_sectors (names, raw) : g_strdup (raw);
  }
}

char *
gp_records_show_plain (const GpRecordsNames *names, GpTableId table, guint column, const char *raw)
{
  const GpColumn *info = &gp_table (table)->columns[column];

  if (info->type == GP_COLUMN_INTEGER || info->type == GP_COLUMN_FLAG)
    return g_strdup (raw);
  if (info->type == GP_COLUMN_DECIMAL) {
    char *text = g_strdup (raw);

    return gp_numbers_current () == GP_LANGUAGE_DUTCH ? g_strdelimit (text, ".", ',') : text;
  }
  return gp_records_show (names, table, column, raw);
}

static char **
rows_as_choices (const GpRecordsNames *names, GpTableId table)
{
  guint n = gp_project_n_rows (gp_records_names_project (names), table);
  char **choices = g_new0 (char *, n + 1);

  for (guint32 i = 0; i < n; i++)
    choices[i] = gp_records_names_show (names, table, i);
  return choices;
}

static char **
words_as_choices (const GpColumn *column)
{
  char **choices = g_strdupv ((char **)column->words);

  for (guint i = 0; choices[i] != NULL; i++) {
    g_free (choices[i]);
    choices[i] = g_strdup (gp_records_word_title (column->words[i]));
  }
  return choices;
}

char **
gp_records_choices (const GpRecordsNames *names, GpTableId table, guint column)
{
  const GpColumn *info = &gp_table (table)->columns[column];

  if (info->type == GP_COLUMN_REFERENCE)
    return rows_as_choices (names, info->reference);
  if (info->type == GP_COLUMN_WORD)
    return words_as_choices (info);
  return g_str_equal (info->name, "sectors") ? rows_as_choices (names, GP_TABLE_SECTORS) : NULL;
}
