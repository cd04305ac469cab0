/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-tab-stop.h. GTK asks the widgets around the focus, from the innermost outwards, where it
 * goes next; a list would go to its own next row. */
#include "gp-tab-stop.h"

struct _GpTabStop {
  GtkWidget parent;
};

G_DEFINE_FINAL_TYPE (GpTabStop, gp_tab_stop, GTK_TYPE_WIDGET)

static gboolean
gp_tab_stop_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE; /* on to what is beside */
  return GTK_WIDGET_CLASS (gp_tab_stop_parent_class)->focus (widget, direction);
}

/* It takes the room that its child wants. */
static void
gp_tab_stop_compute_expand (GtkWidget *widget, gboolean *across, gboolean *down)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *across = child != NULL && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
  *down = child != NULL && gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
}

static void
gp_tab_stop_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gp_tab_stop_parent_class)->dispose (object);
}

static void
gp_tab_stop_class_init (GpTabStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_tab_stop_dispose;
  widget_class->focus = gp_tab_stop_focus;
  widget_class->compute_expand = gp_tab_stop_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
gp_tab_stop_init (GpTabStop *self)
{
  (void)self;
}
