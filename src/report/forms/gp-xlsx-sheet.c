/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table as a sheet: its title, frozen heads, typed cells, formulas, notes, and its chart. */
#include "gp-xlsx.h"

#include "gp-doc-notes.h"
#include "gp-text.h"

#include <string.h>

#define HEAD_ROW 2 /* the title, an empty row, the heads */
#define MAX_WIDTH 60.0
#define MAX_STRING 32767
#define MAX_SERIES 20
#define COMMENT_LINE 52 /* characters that fit beside each other in a note */

static double
cell_value (GpGridKind kind, gint64 value)
{
  switch (kind) {
  case GP_GRID_DAYS:
  case GP_GRID_MONEY:
    return (double)value / 100;
  case GP_GRID_PERCENT:
    return (double)value / 10000;
  case GP_GRID_TEXT:
  case GP_GRID_INTEGER:
  default:
    return (double)value;
  }
}

static lxw_format *
number_format (const GpXlsx *xlsx, const GpGrid *grid, GpGridKind kind, gboolean total)
{
  if (kind == GP_GRID_MONEY && grid->with_cents)
    return total ? xlsx->cents_total : xlsx->cents;
  return total ? xlsx->total[kind] : xlsx->cell[kind];
}

/* "[1]-[2]" of a row: "=B4-C4". */
static char *
row_formula (const char *formula, lxw_row_t row)
{
  GString *out = g_string_new ("=");

  for (const char *c = formula; *c != '\0'; c++) {
    char cell[LXW_MAX_CELL_NAME_LENGTH];
    if (*c != '[') {
      g_string_append_c (out, *c);
      continue;
    }
    lxw_rowcol_to_cell (cell, row, (lxw_col_t)g_ascii_strtoull (c + 1, NULL, 10));
    g_string_append (out, cell);
    c = strchr (c, ']');
  }
  return g_string_free (out, FALSE);
}

static char *
sum_formula (lxw_row_t first, lxw_row_t last, lxw_col_t column)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  lxw_rowcol_to_range (range, first, column, last, column);
  return g_strdup_printf ("=SUM(%s)", range);
}

/* A note in a box that shows all of it, as far as a screen goes. */
static void
write_comment (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text)
{
  lxw_comment_options box = {.width = 320};
  guint lines = 1;

  if (strlen (text) >= MAX_STRING)
    return;
  for (const char *line = text; line != NULL; line = strchr (line + 1, '\n')) {
    const char *end = strchr (line + 1, '\n');
    lines += 1 + (guint)(end != NULL ? end - line : (gssize)strlen (line)) / COMMENT_LINE;
  }
  box.height = (guint16)(MIN (lines, 30) * 17);
  worksheet_write_comment_opt (sheet, row, column, text, &box);
}

/* What the document's note of that number says. */
static void
write_note (const GpXlsx *xlsx, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, guint cite)
{
  const GpDocNote *note = gp_doc_note_at (xlsx->doc, cite);

  if (note == NULL)
    return;
  g_autofree char *text = gp_note_text (note);
  g_autofree char *numbered =
      g_strdup_printf ("%s %u: %s", gp_text (xlsx->doc->language, GP_TEXT_NOTE), cite, text);
  write_comment (sheet, row, column, numbered);
}

/* Words behind a number, which ends where they begin. */
static gboolean
is_apart (const GpGrid *grid, guint column)
{
  return column > 0 && gp_grid_column_at (grid, column)->kind == GP_GRID_TEXT &&
         gp_grid_column_at (grid, column - 1)->kind != GP_GRID_TEXT;
}

static void
write_cell (const GpXlsx *xlsx, lxw_worksheet *sheet, const GpGrid *grid, guint row, guint column)
{
  const GpGridColumn *info = gp_grid_column_at (grid, column);
  const GpGridCell *cell = gp_grid_cell (grid, row, column);
  lxw_row_t at = HEAD_ROW + 1 + row;
  lxw_col_t across = (lxw_col_t)column;

  if (!cell->given)
    return;
  if (cell->text != NULL) {
    worksheet_write_string (sheet, at, across, cell->text,
                            is_apart (grid, column) ? xlsx->apart : xlsx->cell[GP_GRID_TEXT]);
  } else if (info->formula != NULL) {
    g_autofree char *formula = row_formula (info->formula, at);
    worksheet_write_formula_num (sheet, at, across, formula,
                                 number_format (xlsx, grid, info->kind, FALSE),
                                 cell_value (info->kind, cell->value));
  } else {
    worksheet_write_number (sheet, at, across, cell_value (info->kind, cell->value),
                            number_format (xlsx, grid, info->kind, FALSE));
  }
  if (cell->note != NULL)
    write_comment (sheet, at, across, cell->note);
  else
    write_note (xlsx, sheet, at, across, cell->cite);
}

static void
write_total (const GpXlsx *xlsx, lxw_worksheet *sheet, const GpGrid *grid, guint column)
{
  const GpGridColumn *info = gp_grid_column_at (grid, column);
  guint n = gp_grid_n_rows (grid);
  lxw_row_t at = HEAD_ROW + 1 + n;
  lxw_format *format = number_format (xlsx, grid, info->kind, TRUE);
  gint64 value;

  if (!gp_grid_total (grid, column, &value)) {
    worksheet_write_string (sheet, at, (lxw_col_t)column, column == 0 ? grid->total_label : "",
                            xlsx->total[GP_GRID_TEXT]);
    return;
  }
  g_autofree char *formula = info->total == GP_TOTAL_FORMULA
                                 ? row_formula (info->formula, at)
                                 : sum_formula (HEAD_ROW + 1, at - 1, (lxw_col_t)column);
  worksheet_write_formula_num (sheet, at, (lxw_col_t)column, formula, format,
                               cell_value (info->kind, value));
}

/* Wide enough for its longest text, as far as that is reasonable; the rest is wrapped. */
static double
column_width (const GpGrid *grid, guint column, GpLanguage language)
{
  const GpGridColumn *info = gp_grid_column_at (grid, column);
  double width = MIN (g_utf8_strlen (info->title, -1), 12);

  for (guint row = 0; row < gp_grid_n_rows (grid); row++) {
    g_autofree char *text = gp_grid_cell_text (grid, row, column, language);
    width = MAX (width, g_utf8_strlen (text, -1));
  }
  return MIN (width + (info->kind == GP_GRID_MONEY ? 4 : 2), MAX_WIDTH);
}

static void
write_columns (const GpXlsx *xlsx, lxw_worksheet *sheet, const GpGrid *grid)
{
  for (guint c = 0; c < grid->columns->len; c++) {
    const GpGridColumn *info = gp_grid_column_at (grid, c);
    worksheet_set_column (sheet, (lxw_col_t)c, (lxw_col_t)c,
                          column_width (grid, c, xlsx->doc->language), NULL);
    worksheet_write_string (sheet, HEAD_ROW, (lxw_col_t)c, info->title,
                            info->kind != GP_GRID_TEXT ? xlsx->head_number
                            : is_apart (grid, c)       ? xlsx->head_apart
                                                       : xlsx->head);
    write_note (xlsx, sheet, HEAD_ROW, (lxw_col_t)c,
                info->cite > 0 || info->kind == GP_GRID_TEXT ? info->cite : grid->cite);
    for (guint row = 0; row < gp_grid_n_rows (grid); row++)
      write_cell (xlsx, sheet, grid, row, c);
    if (gp_grid_has_total (grid))
      write_total (xlsx, sheet, grid, c);
  }
}

/* The program's own colours first: Groeikracht or the government, then regular or schools. */
static const lxw_color_t colours[] = {0xC64600, 0x1C71D8, 0x26A269, 0x613583,
                                      0xE5A50A, 0x5E5C64, 0x63C5DA};

static lxw_chart_series *
add_series (lxw_chart *chart, guint number)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = {.color = colours[number % G_N_ELEMENTS (colours)]};

  chart_series_set_fill (series, &fill);
  return series;
}

/* A bar for every row, of the columns. */
static void
add_columns (lxw_chart *chart, const GpGrid *grid, guint n)
{
  for (int c = grid->chart_from; c <= grid->chart_to; c++) {
    lxw_chart_series *series = add_series (chart, (guint)(c - grid->chart_from));
    chart_series_set_categories (series, grid->sheet, HEAD_ROW + 1, 0, HEAD_ROW + n, 0);
    chart_series_set_values (series, grid->sheet, HEAD_ROW + 1, (lxw_col_t)c, HEAD_ROW + n,
                             (lxw_col_t)c);
    chart_series_set_name_range (series, grid->sheet, HEAD_ROW, (lxw_col_t)c);
  }
}

/* A bar for every column, of the rows: of years in the head. */
static void
add_rows (lxw_chart *chart, const GpGrid *grid, guint n)
{
  lxw_col_t from = (lxw_col_t)grid->chart_from, to = (lxw_col_t)grid->chart_to;

  for (guint row = 0; row < MIN (n, MAX_SERIES); row++) {
    lxw_row_t at = HEAD_ROW + 1 + row;
    lxw_chart_series *series = add_series (chart, row);
    chart_series_set_categories (series, grid->sheet, HEAD_ROW, from, HEAD_ROW, to);
    chart_series_set_values (series, grid->sheet, at, from, at, to);
    chart_series_set_name_range (series, grid->sheet, at, 0);
  }
}

/* Under the table, where it makes the sheet no wider on paper. */
static void
add_chart (const GpXlsx *xlsx, lxw_worksheet *sheet, const GpGrid *grid)
{
  guint n = gp_grid_n_rows (grid);
  lxw_chart *chart = workbook_add_chart (xlsx->book, LXW_CHART_COLUMN_STACKED);
  lxw_chart_options place = {.x_scale = grid->chart_by_row ? 1.7 : 1.3,
                             .y_scale = grid->chart_by_row ? 1.4 : 1.0};
  GpGridKind kind = gp_grid_column_at (grid, (guint)grid->chart_from)->kind;

  if (grid->chart_by_row)
    add_rows (chart, grid, n);
  else
    add_columns (chart, grid, n);
  chart_title_set_name (chart, grid->chart_title);
  chart_axis_set_num_format (chart->y_axis, kind == GP_GRID_MONEY ? "[$\xE2\x82\xAC] #,##0" : "0");
  chart_legend_set_position (chart,
                             grid->chart_by_row ? LXW_CHART_LEGEND_RIGHT : LXW_CHART_LEGEND_BOTTOM);
  worksheet_insert_chart_opt (sheet, HEAD_ROW + n + 3, 0, chart, &place);
}

/* As many lines as the row's longest wrapped text takes: not every program looks for itself. */
static void
set_heights (const GpXlsx *xlsx, lxw_worksheet *sheet, const GpGrid *grid)
{
  g_autofree double *width = g_new (double, grid->columns->len);

  for (guint c = 0; c < grid->columns->len; c++)
    width[c] = column_width (grid, c, xlsx->doc->language);
  for (guint row = 0; row < gp_grid_n_rows (grid); row++) {
    guint lines = 1;
    for (guint c = 0; c < grid->columns->len; c++) {
      const char *text = gp_grid_cell (grid, row, c)->text;
      if (text != NULL)
        lines = MAX (lines, gp_xlsx_lines (text, width[c]));
    }
    gp_xlsx_set_height (sheet, HEAD_ROW + 1 + row, lines);
  }
}

void
gp_xlsx_add_grid (GpXlsx *xlsx, const GpGrid *grid)
{
  lxw_worksheet *sheet = workbook_add_worksheet (xlsx->book, grid->sheet);
  guint n = gp_grid_n_rows (grid);

  if (sheet == NULL)
    return;
  worksheet_write_string (sheet, 0, 0, grid->title, xlsx->bold);
  write_columns (xlsx, sheet, grid);
  set_heights (xlsx, sheet, grid);
  if (n == 0 && grid->empty != NULL)
    worksheet_write_string (sheet, HEAD_ROW + 1, 0, grid->empty, xlsx->text);
  if (grid->chart_from >= 0 && n > 0)
    add_chart (xlsx, sheet, grid);
  worksheet_freeze_panes (sheet, HEAD_ROW + 1, 1);
  worksheet_repeat_rows (sheet, HEAD_ROW, HEAD_ROW);
  gp_xlsx_set_print (xlsx, sheet, grid->columns->len > 5);
}
