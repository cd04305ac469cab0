/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of typed cells, their totals, and their cells as text. */
#include "gp-grid.h"

#include <string.h>

static void
column_clear (gpointer data)
{
  GpGridColumn *column = data;

  g_free (column->title);
  g_free (column->formula);
}

static void
cell_clear (gpointer data)
{
  GpGridCell *cell = data;

  g_free (cell->text);
  g_free (cell->note);
  g_free (cell->link);
}

GpGrid *
gp_grid_new (const char *name, const char *sheet, const char *title, const char *total_label)
{
  GpGrid *grid = g_new0 (GpGrid, 1);

  grid->name = g_strdup (name);
  grid->sheet = g_strdup (sheet);
  grid->title = g_strdup (title);
  grid->total_label = g_strdup (total_label);
  grid->columns = g_array_new (FALSE, TRUE, sizeof (GpGridColumn));
  g_array_set_clear_func (grid->columns, column_clear);
  grid->cells = g_array_new (FALSE, TRUE, sizeof (GpGridCell));
  g_array_set_clear_func (grid->cells, cell_clear);
  grid->chart_from = grid->chart_to = -1;
  return grid;
}

void
gp_grid_free (GpGrid *grid)
{
  if (grid == NULL)
    return;
  g_free (grid->name);
  g_free (grid->sheet);
  g_free (grid->title);
  g_free (grid->empty);
  g_free (grid->total_label);
  g_free (grid->chart_title);
  g_array_unref (grid->columns);
  g_array_unref (grid->cells);
  g_free (grid);
}

GpGridColumn *
gp_grid_column (GpGrid *grid, const char *title, GpGridKind kind, double weight, GpGridTotal total)
{
  GpGridColumn column = {.title = g_strdup (title), .kind = kind, .weight = weight, .total = total};

  g_array_append_val (grid->columns, column);
  return &g_array_index (grid->columns, GpGridColumn, grid->columns->len - 1);
}

static GpGridCell *
add_cell (GpGrid *grid)
{
  g_array_set_size (grid->cells, grid->cells->len + 1);
  return &g_array_index (grid->cells, GpGridCell, grid->cells->len - 1);
}

void
gp_grid_take (GpGrid *grid, char *text)
{
  GpGridCell *cell = add_cell (grid);

  cell->given = TRUE;
  cell->text = text;
}

void
gp_grid_text (GpGrid *grid, const char *text)
{
  gp_grid_take (grid, g_strdup (text));
}

GpGridCell *
gp_grid_value (GpGrid *grid, gint64 value)
{
  GpGridCell *cell = add_cell (grid);

  cell->given = TRUE;
  cell->value = value;
  return cell;
}

void
gp_grid_value_or_blank (GpGrid *grid, gint64 value)
{
  gp_grid_value (grid, value)->given = value != 0;
}

void
gp_grid_blank (GpGrid *grid)
{
  add_cell (grid);
}

guint
gp_grid_n_rows (const GpGrid *grid)
{
  return grid->columns->len > 0 ? grid->cells->len / grid->columns->len : 0;
}

const GpGridColumn *
gp_grid_column_at (const GpGrid *grid, guint column)
{
  return &g_array_index (grid->columns, GpGridColumn, column);
}

const GpGridCell *
gp_grid_cell (const GpGrid *grid, guint row, guint column)
{
  return &g_array_index (grid->cells, GpGridCell, row * grid->columns->len + column);
}

gboolean
gp_grid_has_total (const GpGrid *grid)
{
  return grid->total_label != NULL && gp_grid_n_rows (grid) > 1;
}

static gint64
sum (const GpGrid *grid, guint column)
{
  gint64 total = 0;

  for (guint r = 0; r < gp_grid_n_rows (grid); r++)
    total += gp_grid_cell (grid, r, column)->value;
  return total;
}

/* "[1]-[2]" of the totals. Only sums and differences are wanted of a row of totals. */
static gint64
formula_total (const GpGrid *grid, const char *formula)
{
  gint64 total = 0;
  int sign = 1;

  for (const char *c = formula; *c != '\0'; c++) {
    if (*c == '-')
      sign = -1;
    else if (*c == '+')
      sign = 1;
    else if (*c == '[')
      total += sign * sum (grid, (guint)g_ascii_strtoull (c + 1, NULL, 10));
  }
  return total;
}

gboolean
gp_grid_total (const GpGrid *grid, guint column, gint64 *out)
{
  const GpGridColumn *info = gp_grid_column_at (grid, column);

  *out = 0;
  if (info->total == GP_TOTAL_SUM)
    *out = sum (grid, column);
  else if (info->total == GP_TOTAL_FORMULA)
    *out = formula_total (grid, info->formula);
  return info->total != GP_TOTAL_NONE;
}

/* 4125: "41,25"; 4100: "41". */
static char *
days_text (gint64 hundredths, GpLanguage language)
{
  guint digits = hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2;

  return gp_format_number ((double)hundredths / 100, digits, language);
}

char *
gp_grid_amount_text (const GpGrid *grid, guint column, gint64 value, GpLanguage language)
{
  switch (gp_grid_column_at (grid, column)->kind) {
  case GP_GRID_DAYS:
    return days_text (value, language);
  case GP_GRID_MONEY:
    return gp_format_money (value, grid->with_cents, language);
  case GP_GRID_PERCENT:
    return gp_format_percent ((double)value / 10000, 1, language);
  case GP_GRID_TEXT:
  case GP_GRID_INTEGER:
  default:
    return gp_format_integer (value, language);
  }
}

static char *
total_text (const GpGrid *grid, guint column, GpLanguage language)
{
  gint64 value;

  if (column == 0)
    return g_strdup (grid->total_label);
  return gp_grid_total (grid, column, &value) ? gp_grid_amount_text (grid, column, value, language)
                                              : g_strdup ("");
}

char *
gp_grid_cell_text (const GpGrid *grid, guint row, guint column, GpLanguage language)
{
  if (row >= gp_grid_n_rows (grid))
    return total_text (grid, column, language);
  const GpGridCell *cell = gp_grid_cell (grid, row, column);
  if (!cell->given)
    return g_strdup ("");
  if (cell->text != NULL)
    return g_strdup (cell->text);
  if (cell->value == 0) /* a dash is easier to look past than many zeros */
    return g_strdup ("\xE2\x80\x93");
  return gp_grid_amount_text (grid, column, cell->value, language);
}
