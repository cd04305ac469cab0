/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart's numbers as a table, and an item in words, which is read from the table. */
#include "gp-chart-copy-private.h"

#include "gp-chart-draw.h"

#include <math.h>

void
gp_chart_table_head (GpChartTableMaker *maker, const char *text)
{
  g_ptr_array_add (maker->heads, g_strdup (text != NULL ? text : ""));
}

void
gp_chart_table_year_heads (GpChartTableMaker *maker, const GpYear *years, guint n)
{
  for (guint i = 0; i < n; i++) {
    char buffer[GP_YEAR_BYTES] = "";
    gboolean fits = years != NULL && years[i] >= GP_YEAR_MIN && years[i] <= GP_YEAR_MAX;

    gp_chart_table_head (maker, fits ? gp_year_format (years[i], buffer) : "");
  }
}

void
gp_chart_table_row (GpChartTableMaker *maker, const char *name)
{
  g_array_append_val (maker->panels, maker->panel);
  g_ptr_array_add (maker->titles, g_strdup (maker->title != NULL ? maker->title : ""));
  g_ptr_array_add (maker->names, g_strdup (name != NULL ? name : ""));
}

void
gp_chart_table_take (GpChartTableMaker *maker, char *text)
{
  g_ptr_array_add (maker->cells, text != NULL ? text : g_strdup (""));
}

void
gp_chart_table_number (GpChartTableMaker *maker, const GpChartUnit *unit, double value,
                       gboolean rough)
{
  char *text = gp_chart_full_text (unit, value, maker->language);

  if (rough && isfinite (value)) {
    char *plain = text;

    text = g_strconcat ("~", plain, NULL);
    g_free (plain);
  }
  gp_chart_table_take (maker, text);
}

void
gp_chart_table_numbers (GpChartTableMaker *maker, const char *name, const GpChartUnit *unit,
                        const double *values, guint n, gboolean rough)
{
  gp_chart_table_row (maker, name);
  for (guint i = 0; i < n; i++)
    gp_chart_table_number (maker, unit, gp_chart_value_at (values, i), rough);
}

static char **
strv_of (GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);
  return (char **)g_ptr_array_free (texts, FALSE);
}

GpChartTable *
gp_chart_table_new (const GpChart *chart, GpLanguage language)
{
  GpChartTableMaker maker = {.language = language};
  GpChartTable *table;

  g_return_val_if_fail (chart != NULL, NULL);
  maker.panels = g_array_new (FALSE, FALSE, sizeof (guint));
  maker.heads = g_ptr_array_new ();
  maker.titles = g_ptr_array_new ();
  maker.names = g_ptr_array_new ();
  maker.cells = g_ptr_array_new ();
  chart->class->fill (chart->data, &maker);
  table = g_new0 (GpChartTable, 1);
  table->n_columns = maker.heads->len;
  table->n_rows = maker.names->len;
  g_assert (maker.cells->len == table->n_rows * table->n_columns);
  table->panels = (guint *)(gpointer)g_array_free (maker.panels, FALSE);
  table->heads = strv_of (maker.heads);
  table->titles = strv_of (maker.titles);
  table->names = strv_of (maker.names);
  table->cells = strv_of (maker.cells);
  return table;
}

void
gp_chart_table_free (GpChartTable *table)
{
  if (table == NULL)
    return;
  g_free (table->panels);
  g_strfreev (table->heads);
  g_strfreev (table->titles);
  g_strfreev (table->names);
  g_strfreev (table->cells);
  g_free (table);
}

static void
add (GString *text, const char **separator, const char *name, const char *cell)
{
  if (cell[0] == '\0' || g_str_equal (cell, "–"))
    return;
  g_string_append (text, *separator);
  *separator = " · ";
  if (name[0] != '\0')
    g_string_append_printf (text, "%s ", name);
  g_string_append (text, cell);
}

/* "Noord, 2028-2029: expert days 1.200 · shortage 40" */
static void
read_column (GString *text, const GpChartTable *table, guint panel, guint column)
{
  const char *separator = ": ";
  guint row = 0, first;

  while (row < table->n_rows && table->panels[row] < panel)
    row++;
  if (row >= table->n_rows || table->panels[row] != panel)
    return;
  first = row;
  if (table->titles[first][0] != '\0')
    g_string_append_printf (text, "%s, ", table->titles[first]);
  g_string_append (text, table->heads[column]);
  for (; row < table->n_rows && table->panels[row] == panel; row++)
    add (text, &separator, table->names[row], table->cells[row * table->n_columns + column]);
}

static void
read_row (GString *text, const GpChartTable *table, guint row)
{
  const char *separator = ": ";

  g_string_append (text, table->names[row]);
  for (guint i = 0; i < table->n_columns; i++)
    add (text, &separator, table->heads[i], table->cells[row * table->n_columns + i]);
}

char *
gp_chart_readout (const GpChart *chart, int item, GpLanguage language)
{
  g_autoptr (GpChartTable) table = NULL;
  GString *text;
  guint row, column;

  g_return_val_if_fail (chart != NULL, NULL);
  if (item < 0 || (guint)item >= chart->n_items)
    return NULL;
  if (chart->readouts != NULL && chart->readouts[item] != NULL)
    return g_strdup (chart->readouts[item]);
  table = gp_chart_table_new (chart, language);
  text = g_string_new (NULL);
  row = (guint)item / gp_chart_n_columns (chart);
  column = (guint)item % gp_chart_n_columns (chart);
  if (chart->class->item == GP_ITEM_COLUMN && column < table->n_columns)
    read_column (text, table, row, column);
  else if (chart->class->item == GP_ITEM_ROW && (guint)item < table->n_rows)
    read_row (text, table, (guint)item);
  else if (chart->class->item == GP_ITEM_CELL && row < table->n_rows && column < table->n_columns)
    g_string_append_printf (text, "%s, %s: %s", table->names[row], table->heads[column],
                            table->cells[row * table->n_columns + column]);
  return g_string_free (text, FALSE);
}
