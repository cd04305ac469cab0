/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-tab-flow.h. */
#include "gp-tab-flow.h"

struct _GpTabFlow {
  GtkWidget parent;
};

G_DEFINE_FINAL_TYPE (GpTabFlow, gp_tab_flow, GTK_TYPE_WIDGET)

/* The controls themselves are asked: the box's children would take the focus where they have none.
 */
static gboolean
gp_tab_flow_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *box = gtk_widget_get_first_child (widget), *child;
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;

  if (box == NULL || (!forward && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (gp_tab_flow_parent_class)->focus (widget, direction);
  child = gtk_widget_get_focus_child (box);
  if (child == NULL)
    child = forward ? gtk_widget_get_first_child (box) : gtk_widget_get_last_child (box);
  while (child != NULL) {
    GtkWidget *control = GTK_IS_FLOW_BOX_CHILD (child)
                             ? gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))
                             : child;

    if (control != NULL && gtk_widget_get_visible (child) &&
        gtk_widget_child_focus (control, direction))
      return TRUE;
    child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);
  }
  return FALSE;
}

static void
gp_tab_flow_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (gp_tab_flow_parent_class)->dispose (object);
}

static void
gp_tab_flow_class_init (GpTabFlowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gp_tab_flow_dispose;
  widget_class->focus = gp_tab_flow_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
gp_tab_flow_init (GpTabFlow *self)
{
  (void)self;
}

void
gp_tab_flow_append (GtkFlowBox *box, GtkWidget *control)
{
  gtk_flow_box_append (box, g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "accessible-role",
                                          GTK_ACCESSIBLE_ROLE_GROUP, "focusable", FALSE, "child",
                                          control, NULL));
}
