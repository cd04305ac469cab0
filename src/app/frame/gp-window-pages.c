/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sidebar and the pages of a window: a page is made when it is first visited, and shown anew
 * when it comes to the front after a change. */
#include "gp-inner-parts.h"
#include "gp-pages.h"
#include "gp-window-private.h"

#include <glib/gi18n-lib.h>

/* ---- the sidebar ------------------------------------------------------------------------------
 */

static GtkWidget *
sidebar_content (const GpPageEntry *entry, GtkLabel **count)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (entry->icon);
  GtkWidget *title = gtk_label_new (_ (entry->title));

  gtk_widget_add_css_class (box, "page-row");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  *count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (*count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (*count), "count");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*count));
  return box;
}

static char *
tip_of (const GpPageEntry *entry)
{
  guint key;
  GdkModifierType modifiers;
  g_autofree char *label = NULL;

  gtk_accelerator_parse (entry->keys[0], &key, &modifiers);
  label = gtk_accelerator_get_label (key, modifiers);
  return g_strdup_printf ("%s (%s)", _ (entry->title), label);
}

static void
add_row (GpWindow *self, guint index)
{
  const GpPageEntry *entry = &gp_pages[index];
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *tip = tip_of (entry);

  gtk_widget_set_name (row, entry->name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              sidebar_content (entry, &self->counts[index]));
  gtk_widget_set_tooltip_text (row, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (entry->title), -1);
  gtk_list_box_append (self->sidebar, row);
}

static void
add_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const GpPageEntry *entry = gp_page_entry (gtk_widget_get_name (GTK_WIDGET (row)));

  (void)data;
  gtk_list_box_row_set_header (row, before != NULL && entry->starts_group
                                        ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL)
                                        : NULL);
}

void
gp_window_fill_sidebar (GpWindow *self)
{
  self->counts = g_new0 (GtkLabel *, gp_n_pages);
  self->stale_pages = g_new0 (gboolean, gp_n_pages);
  for (guint i = 0; i < gp_n_pages; i++)
    add_row (self, i);
  gtk_list_box_set_header_func (self->sidebar, add_header, NULL, NULL);
}

/* ---- pages ------------------------------------------------------------------------------------
 */

GpPage *
gp_window_get_page (GpWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != NULL ? GP_PAGE (page) : NULL;
}

static void
show_if_stale (GpWindow *self, guint index)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, gp_pages[index].name);

  if (!self->stale_pages[index] || page == NULL || self->document == NULL)
    return;
  self->stale_pages[index] = FALSE;
  gp_page_show (GP_PAGE (page), self->document);
}

void
gp_window_refresh_pages (GpWindow *self)
{
  const char *visible = gtk_stack_get_visible_child_name (self->pages);

  for (guint i = 0; i < gp_n_pages; i++) {
    g_autofree char *count = gp_pages[i].count != NULL ? gp_pages[i].count (self->document) : NULL;

    gtk_label_set_text (self->counts[i], count != NULL ? count : "");
    self->stale_pages[i] = TRUE;
    if (g_strcmp0 (visible, gp_pages[i].name) == 0)
      show_if_stale (self, i);
  }
}

static void
make_page (GpWindow *self, guint index)
{
  GtkWidget *page;

  if (gtk_stack_get_child_by_name (self->pages, gp_pages[index].name) != NULL)
    return;
  page = gp_pages[index].make ();
  gp_inner_parts_mend (page);
  gtk_stack_add_titled (self->pages, page, gp_pages[index].name, _ (gp_pages[index].title));
  self->stale_pages[index] = TRUE;
}

void
gp_window_show_page (GpWindow *self, const char *name)
{
  const GpPageEntry *entry = gp_page_entry (name);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "page");
  guint index;

  if (entry == NULL || self->document == NULL)
    return;
  index = (guint)(entry - gp_pages);
  make_page (self, index);
  show_if_stale (self, index);
  gtk_stack_set_visible_child_name (self->pages, name);
  gtk_list_box_select_row (self->sidebar,
                           gtk_list_box_get_row_at_index (self->sidebar, (int)index));
  adw_window_title_set_title (self->title, _ (entry->title));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (name));
}
