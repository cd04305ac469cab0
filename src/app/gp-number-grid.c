/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-number-grid.h"

#include <groeiplan/gp-format.h>
#include <math.h>

static void
put (GtkGrid *grid, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
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
    g_autofree char *number = gp_format_number (numbers[i], 0, gp_language_current ());
    g_autofree char *full = g_strconcat (rough ? "~" : "", number, suffix, NULL);
    const char *text = isnan (numbers[i]) ? number : full;

    put (grid, text, (int)i + 1, row);
  }
}
