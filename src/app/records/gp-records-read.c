/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-text.h: reading what a person typed or pasted. Lenient in form (names or codes,
 * "1.234" or "1234", "2024" or "2024-2025"), never in what it means. */
#include "gp-records-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A cell's text fit for a message. */
static char *
brief (const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *part = g_utf8_substring (text, 0, MIN (length, 40));

  return gp_error_text (part);
}

static char *
refuse (GError **error, const char *format, const char *text)
{
  g_autofree char *shown = brief (text);
  g_autofree char *sentence = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, shown);
#pragma GCC diagnostic pop
  g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, sentence);
  return NULL;
}

static char *
read_reference (const GpRecordsNames *names, GpTableId table, const char *text, GError **error)
{
  gboolean doubled;
  guint32 row = gp_records_names_find (names, table, text, &doubled);
  const GpProject *project = gp_records_names_project (names);

  if (row != GP_NONE)
    return gp_project_cell (project, table, row, 0);
  if (doubled)
    return refuse (error, _ ("%s is the name of more than one; give the code"), text);
  switch (table) {
  case GP_TABLE_REGIONS:
    return refuse (error, _ ("there is no region %s"), text);
  case GP_TABLE_SECTORS:
    return refuse (error, _ ("there is no sector %s"), text);
  default:
    return refuse (error, _ ("there is no board %s"), text);
  }
}

static char *
read_sectors (const GpRecordsNames *names, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",+;", GP_MAX_SECTORS + 1);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *code = NULL;

    if (*g_strstrip (parts[i]) == '\0')
      continue;
    code = read_reference (names, GP_TABLE_SECTORS, parts[i], error);
    if (code == NULL)
      return NULL;
    g_string_append_printf (codes, "%s%s", codes->len > 0 ? "+" : "", code);
  }
  return g_strdup (codes->str);
}

/* "2024", "2024-25", "2024/2025" and "2024-2025" are one. */
static char *
read_year (const char *text, GError **error)
{
  char whole[GP_YEAR_BYTES];
  gsize length = strlen (text);
  guint64 first = g_ascii_strtoull (text, NULL, 10);
  GpYear year;

  if ((length == 4 || length == 7 || length == 9) && strspn (text, "0123456789-/") == length &&
      first >= GP_YEAR_MIN && first <= GP_YEAR_MAX) {
    const char *last = length == 4 ? "" : text + length - 2;

    gp_year_format ((GpYear)first, whole);
    if ((length == 4 || text[4] == '-' || text[4] == '/') && g_str_has_suffix (whole, last) &&
        (length != 9 || strncmp (whole + 5, text + 5, 4) == 0) && gp_year_parse (whole, &year))
      return g_strdup (whole);
  }
  return refuse (error, _ ("%s is no school year such as 2026-2027"), text);
}

/* Groups of three digits after the first one, with marks of one kind between them. */
static gboolean
is_grouped (const char *text, char mark)
{
  gsize digits = strspn (text, "0123456789");

  if (digits < 1 || digits > 3 || text[digits] != mark)
    return FALSE;
  for (text += digits; *text == mark; text += 4)
    if (strspn (text + 1, "0123456789") != 3)
      return FALSE;
  return *text == '\0' || strchr (".,", *text) != NULL;
}

static void
drop (char *text, char mark)
{
  char *to = text;

  for (const char *at = text; *at != '\0'; at++)
    if (*at != mark)
      *to++ = *at;
  *to = '\0';
}

/* Without the marks between thousands, and with a point as decimal mark. Where "1.234" could be
 * both, the language decides. */
static char *
plain_number (const char *text)
{
  gboolean dutch = gp_numbers_current () == GP_LANGUAGE_DUTCH;
  const char thousands = dutch ? '.' : ',';
  g_autofree char *number = g_strdup (text);
  g_auto (GStrv) parts = g_strsplit (number, "\u00a0", -1);

  g_free (number);
  number = g_strjoinv ("", parts);
  if (is_grouped (number, ' '))
    drop (number, ' ');
  if (is_grouped (number, thousands))
    drop (number, thousands);
  return g_strdelimit (g_steal_pointer (&number), ",", '.');
}

static char *
read_integer (const char *text, GError **error)
{
  g_autofree char *number = plain_number (text);
  gint64 value;

  if (g_ascii_string_to_signed (number, 10, -1000000000, 1000000000, &value, NULL))
    return g_strdup_printf ("%" G_GINT64_FORMAT, value);
  return refuse (error, _ ("%s is no whole number"), text);
}

static char *
read_decimal (const char *text, GError **error)
{
  g_autofree char *number = plain_number (text);
  char buffer[GP_DECIMAL_BYTES];
  GpDecimal value;

  if (gp_decimal_parse (number, &value))
    return g_strdup (gp_decimal_format (value, buffer));
  return refuse (error, _ ("%s is no number"), text);
}

static char *
read_flag (const char *text, GError **error)
{
  static const char *const yes[] = {"1",    "yes", "y", "ja",           "j", "true",
                                    "waar", "x",   "v", GP_RECORDS_YES, NULL};
  static const char *const no[] = {"0",      "no", "n",           "nee", "false",
                                   "onwaar", "-",  GP_RECORDS_NO, NULL};
  g_autofree char *folded = g_utf8_casefold (text, -1);

  if (g_strv_contains (yes, folded))
    return g_strdup ("1");
  if (g_strv_contains (no, folded))
    return g_strdup ("0");
  return refuse (error, _ ("%s is neither yes nor no"), text);
}

static char *
read_word (const GpColumn *column, const char *text, GError **error)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *shown = brief (text);

  for (guint i = 0; column->words[i] != NULL; i++) {
    const char *title = gp_records_word_title (column->words[i]);
    g_autofree char *other = g_utf8_casefold (title, -1);

    if (g_str_equal (folded, column->words[i]) || g_str_equal (folded, other))
      return g_strdup (column->words[i]);
    g_string_append_printf (all, "%s%s", i > 0 ? ", " : "", title);
  }
  g_set_error (error, GP_ERROR, GP_ERROR_DATA, _ ("%s is not one of: %s"), shown, all->str);
  return NULL;
}

static char *
read_filled (const GpRecordsNames *names, const GpColumn *column, const char *text, GError **error)
{
  switch (column->type) {
  case GP_COLUMN_REFERENCE:
    return read_reference (names, column->reference, text, error);
  case GP_COLUMN_YEAR:
    return read_year (text, error);
  case GP_COLUMN_INTEGER:
    return read_integer (text, error);
  case GP_COLUMN_DECIMAL:
    return read_decimal (text, error);
  case GP_COLUMN_FLAG:
    return read_flag (text, error);
  case GP_COLUMN_WORD:
    return read_word (column, text, error);
  default:
    return g_str_equal (column->name, "sectors") ? read_sectors (names, text, error)
                                                 : g_strdup (text);
  }
}

char *
gp_records_read (const GpRecordsNames *names, GpTableId table, guint column, const char *text,
                 GError **error)
{
  const GpColumn *info = &gp_table (table)->columns[column];
  g_autofree char *trimmed = NULL;

  if (!g_utf8_validate (text, -1, NULL)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, _ ("this is not text"));
    return NULL;
  }
  trimmed = g_strstrip (g_strdup (text));
  if (*trimmed != '\0')
    return read_filled (names, info, trimmed, error);
  /* an empty yes or no is a no, but for answers */
  if (info->type == GP_COLUMN_FLAG && !info->may_be_absent)
    return g_strdup ("0");
  if (info->type == GP_COLUMN_WORD && g_str_equal (info->words[0], "none"))
    return g_strdup ("none");
  return g_strdup ("");
}
