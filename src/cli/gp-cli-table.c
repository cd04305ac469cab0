/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of text in columns, as wide as their widest cell. Numbers are written as the locale's
 * language writes them.
 */
#include "gp-cli-private.h"

#include <glib/gi18n-lib.h>

#include <groeiplan/gp-format.h>
#include <math.h>

#define GAP "  "

struct _GpCliTable {
  guint n_columns;
  GPtrArray *cells; /* of char *, row by row */
  guint64 left;     /* bit per column */
};

GpCliTable *
gp_cli_table_new (guint n_columns)
{
  GpCliTable *table = g_new0 (GpCliTable, 1);
  table->n_columns = n_columns;
  table->cells = g_ptr_array_new_with_free_func (g_free);
  table->left = 1;
  return table;
}

void
gp_cli_table_add (GpCliTable *table, const char *cell)
{
  g_ptr_array_add (table->cells, g_strdup (cell));
}

void
gp_cli_table_add_number (GpCliTable *table, double value, guint digits)
{
  char *text =
      isfinite (value) ? gp_format_number (value, digits, gp_language_current ()) : g_strdup ("-");
  g_ptr_array_add (table->cells, text);
}

void
gp_cli_table_set_left (GpCliTable *table, guint column)
{
  table->left |= G_GUINT64_CONSTANT (1) << column;
}

/* How many character cells a text takes on a terminal. */
static guint
width_of (const char *text)
{
  guint width = 0;
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
  }
  return width;
}

static guint
widest (const GpCliTable *table, guint column)
{
  guint width = 0;
  for (guint i = column; i < table->cells->len; i += table->n_columns)
    width = MAX (width, width_of (table->cells->pdata[i]));
  return width;
}

static void
append_cell (GString *line, const char *cell, guint width, gboolean left)
{
  guint pad = width - width_of (cell);
  if (left)
    g_string_append (line, cell);
  for (guint i = 0; i < pad; i++)
    g_string_append_c (line, ' ');
  if (!left)
    g_string_append (line, cell);
}

void
gp_cli_table_print (GpCliTable *table)
{
  for (guint row = 0; row + table->n_columns <= table->cells->len; row += table->n_columns) {
    g_autoptr (GString) line = g_string_new (NULL);
    for (guint column = 0; column < table->n_columns; column++) {
      g_string_append (line, GAP);
      append_cell (line, table->cells->pdata[row + column], widest (table, column),
                   (table->left >> column) & 1);
    }
    g_strchomp (line->str);
    gp_cli_print ("%s\n", line->str);
  }
  g_ptr_array_unref (table->cells);
  g_free (table);
}

/* The units of the priorities for people; files and JSON keep the library's own words. */
const char *
gp_cli_unit (GpPriorityId priority)
{
  switch (priority) {
  case GP_PRIORITY_OVERLOAD:
    return _ ("coach-days");
  case GP_PRIORITY_GROEIKRACHT_DELAY:
  case GP_PRIORITY_REGULAR_DELAY:
    return _ ("school-years");
  case GP_PRIORITY_CHANGE:
    return _ ("schools + boards + coaches");
  case GP_PRIORITY_REACH:
    return _ ("weighted pupil-years");
  default:
    return gp_priority_unit (priority);
  }
}
