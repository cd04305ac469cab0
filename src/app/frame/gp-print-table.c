/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-print-table.h. Widths come from the longest text of each column; where they do not fit,
 * the columns of words give way and are ellipsized, numbers are not. Columns of numbers stand
 * right. */
#include "gp-print-table.h"

#include <groeiplan/gp-format.h>
#include <string.h>

#define ROW_HEIGHT 14.0
#define HEAD_GAP 3.0      /* between the heads' line and the first row */
#define GUTTER 8.0        /* between columns */
#define MAX_CHARS 60      /* of a column of words, before anything gives way */
#define UPRIGHT_CHARS 118 /* in a line of an upright A4 */
#define SHORT 60.0        /* points: columns up to that never give way */

struct _GpPrintTable {
  GPtrArray *rows; /* of char **, the heads first */
  const char *font, *head_font;
  guint n_columns, rows_a_sheet, head_lines;
  double *widths; /* points */
  gboolean *numeric;
};

static gboolean
is_whole_number (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;

  return *digits != '\0' && strlen (digits) < 18 &&
         strspn (digits, "0123456789") == strlen (digits);
}

char *
gp_print_table_group (const char *text)
{
  GString *grouped = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

    for (guint c = 0; cells[c] != NULL; c++) {
      g_autofree char *number = NULL;

      if (i > 0 && c > 0 && is_whole_number (cells[c]))
        number = gp_format_integer (g_ascii_strtoll (cells[c], NULL, 10), gp_numbers_current ());
      g_string_append_printf (grouped, "%s%s", c > 0 ? "\t" : "",
                              number != NULL ? number : cells[c]);
    }
    g_string_append_c (grouped, '\n');
  }
  return g_string_free (grouped, FALSE);
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

static const char *
cell (const GpPrintTable *table, guint row, guint column)
{
  char **cells = g_ptr_array_index (table->rows, row);

  return column < g_strv_length (cells) ? cells[column] : "";
}

static void
take_column_out (GpPrintTable *table, guint column)
{
  for (guint r = 0; r < table->rows->len; r++) {
    char **row = g_ptr_array_index (table->rows, r);
    guint n = g_strv_length (row);

    if (column >= n)
      continue;
    g_free (row[column]);
    memmove (row + column, row + column + 1, (n - column) * sizeof *row);
  }
  table->n_columns--;
}

/* What is empty in every row tells nothing, and takes room from the others. */
static void
drop_empty_columns (GpPrintTable *table)
{
  for (guint c = table->n_columns; c-- > 1;) {
    gboolean empty = table->rows->len > 1;

    for (guint r = 1; r < table->rows->len && empty; r++)
      empty = *cell (table, r, c) == '\0';
    if (empty)
      take_column_out (table, c);
  }
}

GpPrintTable *
gp_print_table_new (const char *text)
{
  GpPrintTable *table = g_new0 (GpPrintTable, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  table->rows = g_ptr_array_new_with_free_func (free_row);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0') {
      char **row = g_strsplit (lines[i], "\t", -1);

      table->n_columns = MAX (table->n_columns, g_strv_length (row));
      g_ptr_array_add (table->rows, row);
    }
  drop_empty_columns (table);
  table->widths = g_new0 (double, MAX (table->n_columns, 1));
  table->numeric = g_new0 (gboolean, MAX (table->n_columns, 1));
  return table;
}

void
gp_print_table_free (GpPrintTable *table)
{
  g_ptr_array_unref (table->rows);
  g_free (table->widths);
  g_free (table->numeric);
  g_free (table);
}

static gboolean
is_number (const char *text)
{
  return *text == '\0' || (strpbrk (text, "0123456789") != NULL &&
                           text[strcspn (text, "abcdefghijklmnopqrstuvwxyz"
                                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] == '\0');
}

/* The row with the longest text of the column below its head, and whether all of them are numbers.
 */
static guint
longest (const GpPrintTable *table, guint column, gboolean *numeric)
{
  guint best = 0;
  glong most = -1;

  *numeric = TRUE;
  for (guint r = 1; r < table->rows->len; r++) {
    const char *text = cell (table, r, column);
    glong chars = g_utf8_strlen (text, -1);

    if (chars > most) {
      most = chars;
      best = r;
    }
    *numeric = *numeric && is_number (text);
  }
  return best;
}

gboolean
gp_print_table_is_wide (const GpPrintTable *table)
{
  glong total = 0;

  for (guint c = 0; c < table->n_columns; c++) {
    gboolean numeric;
    guint row = longest (table, c, &numeric);

    total += CLAMP (g_utf8_strlen (cell (table, row, c), -1),
                    MIN (g_utf8_strlen (cell (table, 0, c), -1), 10), MAX_CHARS) +
             2;
  }
  return total > UPRIGHT_CHARS;
}

static double
width_of (GtkPrintContext *context, const char *text, const char *font)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *description = pango_font_description_from_string (font);
  g_autofree char *cut = g_utf8_substring (text, 0, MIN (MAX_CHARS, g_utf8_strlen (text, -1)));
  int width;

  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, cut, -1);
  pango_layout_get_size (layout, &width, NULL);
  return (double)width / PANGO_SCALE;
}

/* Long columns of words share what the others leave, each as much as it is longer. */
static void
give_way (GpPrintTable *table, double width)
{
  double left = width, wanted = 0;

  for (guint c = 0; c < table->n_columns; c++)
    if (table->numeric[c] || table->widths[c] <= SHORT)
      left -= table->widths[c];
    else
      wanted += table->widths[c];
  for (guint c = 0; c < table->n_columns; c++)
    if (!table->numeric[c] && table->widths[c] > SHORT)
      table->widths[c] = MAX (table->widths[c] * left / wanted, SHORT / 2);
}

/* The widest word of a head that may go on in a second line. */
static double
head_width (const GpPrintTable *table, GtkPrintContext *context, guint column)
{
  g_auto (GStrv) words =
      g_strsplit (cell (table, 0, column), table->head_lines > 1 ? " " : "\n", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, width_of (context, words[i], table->head_font));
  return widest + 2;
}

static double
measure (GpPrintTable *table, GtkPrintContext *context)
{
  double total = 0;

  for (guint c = 0; c < table->n_columns; c++) {
    guint row = longest (table, c, &table->numeric[c]);
    double text = row > 0 ? 1.1 * width_of (context, cell (table, row, c), table->font) : 0;

    table->widths[c] = MAX (head_width (table, context, c), text) + GUTTER;
    total += table->widths[c];
  }
  return total;
}

static void
fit (GpPrintTable *table, GtkPrintContext *context)
{
  double width = gtk_print_context_get_width (context);

  table->head_lines = 1;
  table->font = "Cantarell 8";
  table->head_font = "Cantarell Bold 8";
  if (measure (table, context) <= width)
    return;
  table->head_lines = 2;
  if (measure (table, context) <= width)
    return;
  table->font = "Cantarell 6.5";
  table->head_font = "Cantarell Bold 6.5";
  if (measure (table, context) > width)
    give_way (table, width);
}

int
gp_print_table_lay_out (GpPrintTable *table, GtkPrintContext *context, double height)
{
  guint n = table->rows->len > 0 ? table->rows->len - 1 : 0;

  fit (table, context);
  table->rows_a_sheet =
      MAX (1, (guint)MAX (0, (height - HEAD_GAP) / ROW_HEIGHT - table->head_lines));
  return (int)((n + table->rows_a_sheet - 1) / table->rows_a_sheet);
}

/* Heads of one line stand beside the second line of others. */
static double
head_drop (const GpPrintTable *table, PangoLayout *layout)
{
  return ROW_HEIGHT * MAX (0, (int)table->head_lines - pango_layout_get_line_count (layout));
}

static void
draw_row (const GpPrintTable *table, GtkPrintContext *context, guint row, double y)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font =
      pango_font_description_from_string (row == 0 ? table->head_font : table->font);
  double x = 0;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (row == 0 && table->head_lines > 1)
    pango_layout_set_height (layout, -(int)table->head_lines);
  for (guint c = 0; c < table->n_columns; c++) {
    pango_layout_set_text (layout, cell (table, row, c), -1);
    pango_layout_set_width (layout, (int)((table->widths[c] - GUTTER) * PANGO_SCALE));
    pango_layout_set_alignment (layout, table->numeric[c] ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    cairo_move_to (cr, x, y + (row == 0 ? head_drop (table, layout) : 0));
    pango_cairo_show_layout (cr, layout);
    x += table->widths[c];
  }
}

void
gp_print_table_draw (GpPrintTable *table, GtkPrintContext *context, int number, double top)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint first = 1 + (guint)number * table->rows_a_sheet;
  double below = top + ROW_HEIGHT * table->head_lines; /* the heads */

  if (table->rows->len == 0)
    return;
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  draw_row (table, context, 0, top);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, 0, below - 1);
  cairo_line_to (cr, gtk_print_context_get_width (context), below - 1);
  cairo_stroke (cr);
  for (guint i = 0; i < table->rows_a_sheet && first + i < table->rows->len; i++)
    draw_row (table, context, first + i, below + HEAD_GAP + ROW_HEIGHT * i);
}
