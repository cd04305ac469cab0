/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Single cells of a CSV file: texts that a spreadsheet would run, numbers with a decimal comma.
 */
#include "gp-csv-cell.h"

#include <string.h>

static gboolean
starts_formula (char c)
{
  return c != '\0' && strchr ("=+-@\t\r\n", c) != NULL;
}

gboolean
gp_csv_cell_is_risky (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);
  return starts_formula (text[strspn (text, "'")]);
}

const char *
gp_csv_cell_text (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);
  return cell[0] == '\'' && gp_csv_cell_is_risky (cell) ? cell + 1 : cell;
}

char *
gp_csv_cell_number (const char *cell, gboolean comma_is_point)
{
  g_return_val_if_fail (cell != NULL, NULL);
  const char *comma = strchr (cell, ',');
  gboolean convert = comma_is_point && comma != NULL && strchr (comma + 1, ',') == NULL &&
                     strchr (cell, '.') == NULL;
  gsize size = strlen (cell);
  gboolean padded = size > 0 && (g_ascii_isspace (cell[0]) || g_ascii_isspace (cell[size - 1]));
  if (!convert && !padded)
    return NULL;
  char *number = g_strdup (cell);
  if (convert)
    number[comma - cell] = '.';
  return g_strstrip (number);
}

char *
gp_csv_cell_lines (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  if (strstr (text, "\r\n") == NULL)
    return NULL;
  GString *lines = g_string_new (text);
  g_string_replace (lines, "\r\n", "\n", 0);
  return g_string_free (lines, FALSE);
}
