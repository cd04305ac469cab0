/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-inner-parts.h. */
#include "gp-inner-parts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
name_choice (GtkWidget *choice)
{
  GtkWidget *button = gtk_widget_get_first_child (choice);

  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                    choice, NULL, -1);
}

static void
name_search (GtkWidget *widget)
{
  const char *icon = GTK_IS_BUTTON (widget) ? gtk_button_get_icon_name (GTK_BUTTON (widget)) : NULL;

  if (GTK_IS_SEARCH_ENTRY (widget) || g_strcmp0 (icon, "edit-find-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Search"), -1);
}

/* A caption stands in the button twice, for a wide and a narrow one; the tooltip is the button's.
 */
static void
mend_label (GtkLabel *label, GtkWidget *tab, gboolean head)
{
  if (tab != NULL)
    gtk_widget_set_tooltip_text (tab, gtk_label_get_text (label));
  else if (head && gtk_label_get_ellipsize (label) != PANGO_ELLIPSIZE_NONE) {
    gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
    gtk_label_set_wrap (label, TRUE);
  }
}

static void
mend (GtkWidget *widget, GtkWidget *tab, gboolean head, gboolean preferences)
{
  if (GTK_IS_DROP_DOWN (widget))
    name_choice (widget);
  else if (preferences)
    name_search (widget);
  if (GTK_IS_LABEL (widget))
    mend_label (GTK_LABEL (widget), tab, head);
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwViewSwitcherButton"))
    tab = widget;
  head = ADW_IS_PREFERENCES_GROUP (widget) || (head && !GTK_IS_LIST_BOX (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mend (child, tab, head, preferences);
}

void
gp_inner_parts_mend (GtkWidget *top)
{
  mend (top, NULL, FALSE, ADW_IS_PREFERENCES_WINDOW (top));
}
