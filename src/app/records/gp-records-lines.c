/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-paste.h: text parted by tabs, both ways. */
#include "gp-records-paste.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GPtrArray *
too_much (GError **error)
{
  g_autofree char *most = gp_format_integer (GP_PASTE_MAX_CELLS, gp_numbers_current ());

  g_set_error (error, GP_ERROR, GP_ERROR_DATA,
               _ ("This is too much to paste at once; paste at most %s cells."), most);
  return NULL;
}

/* A quoted cell: up to the quote that is not doubled. Returns what comes after it. */
static const char *
read_quoted (const char *at, GString *cell)
{
  for (at++; *at != '\0'; at++) {
    if (*at == '"' && at[1] == '"')
      at++;
    else if (*at == '"')
      return at + 1;
    g_string_append_c (cell, *at);
  }
  return at;
}

/* The text of a formula that was defused comes back without its mark. */
static char *
plain (const GString *cell)
{
  const char *text = cell->str;

  if (text[0] == '\'' && text[1] != '\0' && strchr ("=+-@\t\r\n", text[1]) != NULL)
    text++;
  return g_strdup (text);
}

static const char *
read_cell (const char *at, char **out)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  if (*at == '"')
    at = read_quoted (at, cell);
  for (; *at != '\0' && strchr ("\t\r\n", *at) == NULL; at++)
    g_string_append_c (cell, *at);
  *out = plain (cell);
  return at;
}

static const char *
read_line (const char *at, GPtrArray *cells)
{
  for (;;) {
    char *cell;

    at = read_cell (at, &cell);
    g_ptr_array_add (cells, cell);
    if (*at != '\t')
      break;
    at++;
  }
  if (*at == '\r')
    at++;
  return *at == '\n' ? at + 1 : at;
}

static gboolean
is_blank (const GPtrArray *cells)
{
  for (guint i = 0; i < cells->len; i++)
    if (*(char *)cells->pdata[i] != '\0')
      return FALSE;
  return TRUE;
}

GPtrArray *
gp_paste_lines (const char *text, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  gsize length = strlen (text), n_cells = 0;

  if (length > GP_PASTE_MAX_BYTES)
    return too_much (error);
  if (!g_utf8_validate (text, (gssize)length, NULL)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, _ ("What was copied is not text."));
    return NULL;
  }
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  while (*text != '\0') {
    g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

    text = read_line (text, cells);
    n_cells += cells->len;
    if (n_cells > GP_PASTE_MAX_CELLS)
      return too_much (error);
    if (*text == '\0' && is_blank (cells) && lines->len > 0)
      break;
    g_ptr_array_add (cells, NULL);
    g_ptr_array_add (lines, g_ptr_array_steal (cells, NULL));
  }
  if (lines->len == 0) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, _ ("There is nothing to paste."));
    return NULL;
  }
  return g_steal_pointer (&lines);
}

void
gp_paste_append_cell (GString *text, const char *cell)
{
  gboolean number = *cell != '\0' && strspn (cell, "0123456789.,-") == strlen (cell);
  gboolean defuse = *cell != '\0' && strchr ("=+-@\t\r\n", *cell) != NULL && !number;
  gboolean quote = strpbrk (cell, "\t\r\n\"") != NULL;

  if (quote)
    g_string_append_c (text, '"');
  if (defuse)
    g_string_append_c (text, '\'');
  for (; *cell != '\0'; cell++) {
    if (*cell == '"')
      g_string_append_c (text, '"');
    g_string_append_c (text, *cell);
  }
  if (quote)
    g_string_append_c (text, '"');
}
