/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-table-columns.h. */
#include "gp-table-columns.h"

#include "gp-places.h"
#include "gp-text-cell.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define LEAST_CHARS 22 /* of a column that takes what is left over */

static guint
column_of (gpointer factory_or_cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (factory_or_cell, "column"));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, const GpTableColumn *column)
{
  int least = column->expand ? MIN (column->chars, LEAST_CHARS) : column->chars;
  GtkWidget *cell = column->chars == GP_TABLE_ICON
                        ? gtk_image_new ()
                        : gp_text_cell_new (least, column->chars, column->numeric);

  if (column->light)
    gtk_widget_add_css_class (cell, "look-ahead");
  g_object_set_data (G_OBJECT (cell), "column", GUINT_TO_POINTER (column_of (factory)));
  gtk_list_item_set_child (item, cell);
}

static void
show_icon (GtkWidget *image, const char *name)
{
  const char *label = *name != '\0' ? _ ("pinned") : " ";

  if (g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (image)), *name != '\0' ? name : NULL) == 0 &&
      g_object_get_data (G_OBJECT (image), "shown") != NULL)
    return; /* another icon has the table measured again */
  g_object_set_data (G_OBJECT (image), "shown", image);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), *name != '\0' ? name : NULL);
  gtk_widget_set_tooltip_text (image, *name != '\0' ? label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
gp_table_columns_show_cell (GtkWidget *cell, gpointer row)
{
  const char *text = row != NULL ? gp_row_get_text (row, column_of (cell)) : "";

  if (GTK_IS_IMAGE (cell))
    show_icon (cell, text);
  else
    gp_text_cell_set_text (GP_TEXT_CELL (cell), text);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer unused)
{
  GtkWidget *child = gtk_list_item_get_child (item);

  (void)factory, (void)unused;
  g_object_set_data (G_OBJECT (child), "list-item", item);
  gp_table_columns_show_cell (child, gp_place_get_item (gtk_list_item_get_item (item)));
}

static char *
row_text (GpRow *row, gpointer column)
{
  return g_strdup (gp_row_get_text (row, GPOINTER_TO_UINT (column)));
}

static double
row_number (GpRow *row, gpointer column)
{
  return gp_row_get_number (row, GPOINTER_TO_UINT (column));
}

static GtkSorter *
sorter_of (const GpTableColumn *column, guint index)
{
  if (column->numeric)
    return GTK_SORTER (gtk_numeric_sorter_new (gtk_cclosure_expression_new (
        G_TYPE_DOUBLE, NULL, 0, NULL, G_CALLBACK (row_number), GUINT_TO_POINTER (index), NULL)));
  return GTK_SORTER (gtk_string_sorter_new (gtk_cclosure_expression_new (
      G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (row_text), GUINT_TO_POINTER (index), NULL)));
}

static void
hide_where_narrow (GtkColumnView *view, GtkColumnViewColumn *column)
{
  GtkWidget *leaflet = gtk_widget_get_ancestor (GTK_WIDGET (view), ADW_TYPE_LEAFLET);

  if (leaflet != NULL)
    g_object_bind_property (leaflet, "folded", column, "visible",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
}

static void
append_column (GtkColumnView *view, const GpTableColumn *info, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = sorter_of (info, index);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer)info);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  column = gtk_column_view_column_new (*info->title != '\0' ? _ (info->title) : "", factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, info->expand);
  if (info->wide_only)
    hide_where_narrow (view, column);
  gtk_column_view_append_column (view, column);
}

/* Also for those who do not point: a screen reader tells it after the title. */
static void
define_title (GtkWidget *title, const GpTableKind *kind, const GpTableColumn *column)
{
  const char *term = column->tip;

  if (term == NULL && kind->term != NULL && *column->title != '\0')
    term = kind->term (column->title);
  gtk_widget_set_tooltip_text (title, term != NULL ? _ (term) : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *column->title != '\0' ? _ (column->title) : " ",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, term != NULL ? _ (term) : "",
                                  -1);
  if (column->light)
    gtk_widget_add_css_class (title, "look-ahead");
}

/* GTK 4.8 has no way to ask for it: a title that says what it means, and a numeric column's at the
 * right, as its numbers. */
static void
finish_titles (GtkColumnView *view, const GpTableKind *kind)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < kind->n_columns && title != NULL; i++) {
    GtkWidget *box = gtk_widget_get_first_child (title);

    define_title (title, kind, &kind->columns[i]);
    if (kind->columns[i].numeric && GTK_IS_BOX (box)) {
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      /* the sort arrow, whose room is kept, goes before the text */
      gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_first_child (box),
                                   gtk_widget_get_last_child (box));
    }
    title = gtk_widget_get_next_sibling (title);
  }
}

void
gp_table_columns_show (GtkColumnView *view, const GpTableKind *kind)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

    gtk_column_view_remove_column (view, column);
  }
  for (guint i = 0; i < kind->n_columns; i++)
    append_column (view, &kind->columns[i], i);
  finish_titles (view, kind);
}

char *
gp_table_columns_text (const GpTableKind *kind, GListModel *rows)
{
  GString *text = g_string_new (NULL);
  guint n = g_list_model_get_n_items (rows);

  for (guint c = 0; c < kind->n_columns; c++)
    g_string_append_printf (text, "%s%s", c > 0 ? "\t" : "",
                            *kind->columns[c].title != '\0' ? _ (kind->columns[c].title) : "");
  g_string_append_c (text, '\n');
  for (guint i = 0; i < n; i++) {
    g_autoptr (GpRow) row = g_list_model_get_item (rows, i);

    for (guint c = 0; c < kind->n_columns; c++) {
      const char *cell = gp_row_get_text (row, c);

      if (kind->columns[c].chars == GP_TABLE_ICON && *cell != '\0')
        cell = _ ("pinned");
      g_string_append_printf (text, "%s%s", c > 0 ? "\t" : "", cell);
    }
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

void
gp_table_columns_show_icons (GtkColumnView *view, const GpTableKind *kind, GListModel *rows)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < kind->n_columns; i++) {
    g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
    gboolean any = kind->columns[i].chars != GP_TABLE_ICON;

    for (guint at = 0; at < n && !any; at++) {
      g_autoptr (GpRow) row = g_list_model_get_item (rows, at);

      any = *gp_row_get_text (row, i) != '\0';
    }
    if (kind->columns[i].chars == GP_TABLE_ICON && column != NULL)
      gtk_column_view_column_set_visible (column, any);
  }
}
