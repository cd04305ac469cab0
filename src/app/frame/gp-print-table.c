/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-print-table.h. Widths come from the longest texts of a sample of the rows; what does not
 * fit is ellipsized. Columns whose texts are numbers stand right. */
#include "gp-print-table.h"

#define ROW_HEIGHT 14.0
#define SAMPLE 500
#define MAX_CHARS 40
#define FONT "Cantarell 8"
#define HEAD_FONT "Cantarell Bold 8"

struct _GpPrintTable {
  GPtrArray *rows; /* of char **, the heads first */
  guint n_columns, rows_a_sheet;
  double *widths; /* points */
  gboolean *numeric;
};

static void
free_row (gpointer row)
{
  g_strfreev (row);
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

static const char *
cell (const GpPrintTable *table, guint row, guint column)
{
  char **cells = g_ptr_array_index (table->rows, row);

  return column < g_strv_length (cells) ? cells[column] : "";
}

static gboolean
is_number (const char *text)
{
  return *text == '\0' || g_ascii_isdigit (*text) || (*text == '-' && text[1] != '\0');
}

static void
measure (GpPrintTable *table, double width)
{
  double total = 0;

  for (guint c = 0; c < table->n_columns; c++) {
    glong chars = 0;

    table->numeric[c] = TRUE;
    for (guint r = 0; r < MIN (table->rows->len, SAMPLE); r++) {
      chars = MAX (chars, g_utf8_strlen (cell (table, r, c), -1));
      table->numeric[c] = table->numeric[c] && (r == 0 || is_number (cell (table, r, c)));
    }
    table->widths[c] = (double)CLAMP (chars, 3, MAX_CHARS) + 2;
    total += table->widths[c];
  }
  for (guint c = 0; c < table->n_columns; c++) /* 5 points a character, fewer where they must */
    table->widths[c] *= MIN (5.0, width / total);
}

int
gp_print_table_lay_out (GpPrintTable *table, GtkPrintContext *context, double height)
{
  guint n = table->rows->len > 0 ? table->rows->len - 1 : 0;

  measure (table, gtk_print_context_get_width (context));
  table->rows_a_sheet = MAX (1, (guint)MAX (0, height / ROW_HEIGHT - 1));
  return (int)((n + table->rows_a_sheet - 1) / table->rows_a_sheet);
}

static void
draw_row (const GpPrintTable *table, GtkPrintContext *context, guint row, double y)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_from_string (row == 0 ? HEAD_FONT : FONT);
  double x = 0;

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  for (guint c = 0; c < table->n_columns; c++) {
    pango_layout_set_text (layout, cell (table, row, c), -1);
    pango_layout_set_width (layout, (int)((table->widths[c] - 6) * PANGO_SCALE));
    pango_layout_set_alignment (layout, table->numeric[c] ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    cairo_move_to (cr, x, y);
    pango_cairo_show_layout (cr, layout);
    x += table->widths[c];
  }
}

void
gp_print_table_draw (GpPrintTable *table, GtkPrintContext *context, int number, double top)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint first = 1 + (guint)number * table->rows_a_sheet;

  if (table->rows->len == 0)
    return;
  cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
  draw_row (table, context, 0, top);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, 0, top + ROW_HEIGHT - 1);
  cairo_line_to (cr, gtk_print_context_get_width (context), top + ROW_HEIGHT - 1);
  cairo_stroke (cr);
  for (guint i = 0; i < table->rows_a_sheet && first + i < table->rows->len; i++)
    draw_row (table, context, first + i, top + ROW_HEIGHT * (i + 1));
}
