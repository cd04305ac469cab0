/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables as CSV that a spreadsheet opens with a double click: a byte order mark, the separator and
 * the decimal mark of its language, CRLF. Numbers are plain (no grouping, no currency), without
 * rows of totals, so that they can be computed with. */
#include "gp-forms.h"
#include "gp-text.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static char
separator (GpLanguage language)
{
  return language == GP_LANGUAGE_DUTCH ? ';' : ',';
}

/* Would a spreadsheet take it for a formula? Some read the wide signs of the East like the others.
 */
static gboolean
would_run (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  return (first > 0 && first < 0x80 && strchr ("=+-@\t\r\n", (int)first) != NULL) ||
         first == 0xFF1D || first == 0xFF0B || first == 0xFF0D || first == 0xFF20;
}

/* Such a text begins with an apostrophe instead. */
static void
add_text (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  if (would_run (text))
    g_string_append_c (out, '\'');
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *c);
  }
  g_string_append_c (out, '"');
}

/* value / 10^digits, exactly. */
static void
add_number (GString *out, gint64 value, guint digits, GpLanguage language)
{
  guint64 size = value < 0 ? 0 - (guint64)value : (guint64)value, power = 1;

  for (guint i = 0; i < digits; i++)
    power *= 10;
  g_string_append_printf (out, "%s%" G_GUINT64_FORMAT, value < 0 ? "-" : "", size / power);
  if (digits > 0)
    g_string_append_printf (out, "%c%0*" G_GUINT64_FORMAT,
                            language == GP_LANGUAGE_DUTCH ? ',' : '.', (int)digits, size % power);
}

static guint
digits_of (GpGridKind kind)
{
  return kind == GP_GRID_MONEY || kind == GP_GRID_DAYS ? 2 : kind == GP_GRID_PERCENT ? 4 : 0;
}

static void
add_cell (GString *out, const GpGrid *grid, guint row, guint column, GpLanguage language)
{
  const GpGridCell *cell = gp_grid_cell (grid, row, column);

  if (!cell->given)
    return;
  if (cell->text != NULL)
    add_text (out, cell->text);
  else
    add_number (out, cell->value, digits_of (gp_grid_column_at (grid, column)->kind), language);
}

static GBytes *
to_bytes (GString *out)
{
  return g_string_free_to_bytes (out);
}

GBytes *
gp_csv_new (const GpGrid *grid, GpLanguage language)
{
  GString *out = g_string_new (BYTE_ORDER_MARK);

  for (guint c = 0; c < grid->columns->len; c++) {
    if (c > 0)
      g_string_append_c (out, separator (language));
    add_text (out, gp_grid_column_at (grid, c)->title);
  }
  g_string_append (out, "\r\n");
  for (guint row = 0; row < gp_grid_n_rows (grid); row++) {
    for (guint c = 0; c < grid->columns->len; c++) {
      if (c > 0)
        g_string_append_c (out, separator (language));
      add_cell (out, grid, row, c, language);
    }
    g_string_append (out, "\r\n");
  }
  return to_bytes (out);
}

static void
add_pair (GString *out, const char *key, const char *value, GpLanguage language)
{
  add_text (out, key);
  g_string_append_c (out, separator (language));
  add_text (out, value);
  g_string_append (out, "\r\n");
}

GBytes *
gp_csv_stamps (const GpDoc *doc)
{
  GString *out = g_string_new (BYTE_ORDER_MARK);

  add_pair (out, gp_text (doc->language, GP_TEXT_FIGURE), gp_text (doc->language, GP_TEXT_VALUE),
            doc->language);
  if (doc->subject != NULL)
    add_pair (out, doc->subject, doc->title, doc->language);
  for (guint i = 0; i + 1 < doc->stamps->len; i += 2)
    add_pair (out, g_ptr_array_index (doc->stamps, i), g_ptr_array_index (doc->stamps, i + 1),
              doc->language);
  const char *chapter = gp_text (doc->language, GP_TEXT_NOTE);
  for (guint b = 0; b < doc->blocks->len; b++) {
    const GpDocBlock *block = g_ptr_array_index (doc->blocks, b);
    if (block->kind == GP_BLOCK_HEADING)
      chapter = block->text;
    else if (block->kind == GP_BLOCK_BULLET)
      add_pair (out, chapter, block->text, doc->language);
    if (block->kind == GP_BLOCK_FIGURES)
      for (guint i = 0; i + 1 < block->pairs->len; i += 2)
        add_pair (out, g_ptr_array_index (block->pairs, i + 1), g_ptr_array_index (block->pairs, i),
                  doc->language);
  }
  return to_bytes (out);
}
