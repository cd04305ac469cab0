/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-number-grid.h"

#include <groeiplan/gp-format.h>
#include <math.h>

static void
put (GtkGrid *grid, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gboolean is_text = g_unichar_isalpha (g_utf8_get_char_validated (text, -1));

  /* words stand left, numbers right; a head stands as the numbers below it */
  gtk_label_set_xalign (GTK_LABEL (label), column == 0 || (row > 0 && is_text) ? 0 : 1);
  gtk_widget_set_hexpand (label, column > 0);
  gtk_widget_add_css_class (label, row == 0 ? "dim-label" : "numeric");
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static int
n_rows (GtkGrid *grid)
{
  int count = 0;

  while (gtk_grid_get_child_at (grid, 0, count) != NULL)
    count++;
  return count;
}

void
gp_number_grid_start (GtkGrid *grid, const char *const *heads, guint n_heads)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  for (guint i = 0; i < n_heads; i++)
    put (grid, heads[i], (int)i, 0);
}

void
gp_number_grid_add (GtkGrid *grid, const char *name, const double *numbers, guint n_numbers,
                    gboolean rough, const char *suffix)
{
  int row = n_rows (grid);

  put (grid, name, 0, row);
  for (guint i = 0; i < n_numbers; i++) {
    g_autofree char *number = gp_format_number (numbers[i], 0, gp_numbers_current ());
    g_autofree char *full = g_strconcat (rough ? "~" : "", number, suffix, NULL);
    const char *text = isnan (numbers[i]) ? number : full;

    put (grid, text, (int)i + 1, row);
  }
}

static void
put_title (GtkGrid *grid, const char *title, int row)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (grid, label, 0, row, 1, 1);
}

void
gp_number_grid_show (GtkGrid *grid, const GpChartTable *table)
{
  int row = 1;

  gp_number_grid_start (grid, NULL, 0);
  put (grid, "", 0, 0);
  for (guint i = 0; i < table->n_columns; i++)
    put (grid, table->heads[i], (int)i + 1, 0);
  for (guint i = 0; i < table->n_rows; i++) {
    gboolean starts = i == 0 || table->panels[i] != table->panels[i - 1];

    if (starts && table->titles[i][0] != '\0')
      put_title (grid, table->titles[i], row++);
    put (grid, table->names[i], 0, row);
    for (guint j = 0; j < table->n_columns; j++)
      put (grid, table->cells[i * table->n_columns + j], (int)j + 1, row);
    row++;
  }
}

/* "+12%", "-3.5": a sign may begin a cell when a number and nothing else follows it. */
static gboolean
is_signed_number (const char *cell)
{
  return (cell[0] == '+' || cell[0] == '-') && g_ascii_isdigit (cell[1]) &&
         cell[1 + strspn (cell + 1, "0123456789.,%")] == '\0';
}

/* A text of one cell: no tab or line end may break it up, and none may begin a formula. */
static void
append_cell (GString *text, const char *cell)
{
  if (cell[0] != '\0' && strchr ("=+-@\t\r\n", cell[0]) != NULL && !is_signed_number (cell))
    g_string_append_c (text, '\'');
  for (const char *at = cell; *at != '\0'; at++)
    g_string_append_c (text, strchr ("\t\r\n", *at) != NULL ? ' ' : *at);
}

char *
gp_number_grid_text (const GpChartTable *table)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++) {
    g_string_append_c (text, '\t');
    append_cell (text, table->heads[i]);
  }
  for (guint i = 0; i < table->n_rows; i++) {
    g_string_append_c (text, '\n');
    append_cell (text, table->titles[i]);
    if (table->titles[i][0] != '\0' && table->names[i][0] != '\0')
      g_string_append (text, ", ");
    append_cell (text, table->names[i]);
    for (guint j = 0; j < table->n_columns; j++) {
      g_string_append_c (text, '\t');
      append_cell (text, table->cells[i * table->n_columns + j]);
    }
  }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
