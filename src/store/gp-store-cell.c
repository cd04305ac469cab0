/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of the exchange format as a value in SQL. Values are written in one form only (decimals
 * and years as the model formats them), so that the same value is the same bytes. */
#include "gp-store-private.h"

#include <string.h>

char *
gp_cell_sql_name (const GpColumn *column)
{
  if (column->type == GP_COLUMN_MONEY && g_str_has_suffix (column->name, "_eur"))
    return g_strdup_printf ("%.*s_cents", (int)strlen (column->name) - 4, column->name);
  return g_strdup (column->name);
}

static gboolean
bind_text (sqlite3_stmt *statement, int place, const char *text)
{
  return sqlite3_bind_text (statement, place, text, -1, SQLITE_TRANSIENT) == SQLITE_OK;
}

static gboolean
bind_number (sqlite3_stmt *statement, int place, const GpColumn *column, const char *text)
{
  gint64 number;

  if (column->type == GP_COLUMN_MONEY) {
    if (!gp_money_parse (text, &number))
      return FALSE;
  } else {
    gboolean flag = column->type == GP_COLUMN_FLAG;

    if (!g_ascii_string_to_signed (text, 10, flag ? 0 : G_MININT32, flag ? 1 : G_MAXINT32, &number,
                                   NULL))
      return FALSE;
  }
  return sqlite3_bind_int64 (statement, place, number) == SQLITE_OK;
}

static gboolean
bind_empty (sqlite3_stmt *statement, int place, const GpColumn *column, gboolean as_key)
{
  if (column->type == GP_COLUMN_FLAG && !column->may_be_absent) /* there, empty means no */
    return sqlite3_bind_int64 (statement, place, 0) == SQLITE_OK;
  if (as_key || column->type == GP_COLUMN_TEXT)
    return bind_text (statement, place, "");
  return sqlite3_bind_null (statement, place) == SQLITE_OK;
}

gboolean
gp_cell_bind (sqlite3_stmt *statement, int place, const GpColumn *column, const char *text,
              gboolean as_key)
{
  char buffer[GP_DECIMAL_BYTES];
  GpDecimal decimal;
  GpYear year;

  if (text == NULL || *text == '\0')
    return bind_empty (statement, place, column, as_key);
  if (strnlen (text, GP_TEXT_MAX + 1) > GP_TEXT_MAX || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  switch (column->type) {
  case GP_COLUMN_YEAR:
    return gp_year_parse (text, &year) &&
           bind_text (statement, place, gp_year_format (year, buffer));
  case GP_COLUMN_DECIMAL:
    return gp_decimal_parse (text, &decimal) &&
           bind_text (statement, place, gp_decimal_format (decimal, buffer));
  case GP_COLUMN_INTEGER:
  case GP_COLUMN_FLAG:
  case GP_COLUMN_MONEY:
    return bind_number (statement, place, column, text);
  default:
    return bind_text (statement, place, text);
  }
}
