/* SPDX-License-Identifier: GPL-3.0-or-later */
/* School years as text: "2026-2027". */
#include <groeiplan/gp-year.h>

#include <string.h>

static int
four_digits (const char *text)
{
  int value = 0;

  for (int i = 0; i < 4; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

gboolean
gp_year_parse (const char *text, GpYear *out)
{
  int first, second;

  if (text == NULL || strlen (text) != 9 || text[4] != '-')
    return FALSE;
  first = four_digits (text);
  second = four_digits (text + 5);
  if (first < GP_YEAR_MIN || first > GP_YEAR_MAX || second != first + 1)
    return FALSE;
  *out = (GpYear)first;
  return TRUE;
}

char *
gp_year_format (GpYear year, char buffer[static GP_YEAR_BYTES])
{
  /* Anything outside the range would not fit in the buffer and cannot be read back. */
  if (year < GP_YEAR_MIN || year > GP_YEAR_MAX)
    buffer[0] = '\0';
  else
    g_snprintf (buffer, GP_YEAR_BYTES, "%d-%d", year, year + 1);
  return buffer;
}
