/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-wheel.h. GTK has no property for either: its own controllers are found and told. */
#include "gp-wheel.h"

#include <math.h>

/* The controllers of the wheel that the widget has by itself. */
static GPtrArray *
controllers_of (GtkWidget *widget)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);

    if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
      g_ptr_array_add (found, g_steal_pointer (&controller));
  }
  return found;
}

void
gp_wheel_leave_value (GtkWidget *widget)
{
  g_autoptr (GPtrArray) wheels = controllers_of (widget);

  for (guint i = 0; i < wheels->len; i++)
    gtk_widget_remove_controller (widget, g_ptr_array_index (wheels, i));
}

/* With Shift a wheel of one axis goes sideways, in steps as GTK's own. */
static gboolean
on_wheel (GtkEventController *controller, double dx, double dy, GtkScrolledWindow *sideways)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (sideways);
  gboolean shift =
      (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0;

  (void)dx;
  if (!shift || dy == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) +
                                dy * pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3.0));
  return GDK_EVENT_STOP;
}

void
gp_wheel_leave_page (GtkWidget *widget)
{
  GtkWidget *sideways = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GPtrArray) wheels = controllers_of (sideways);
  GtkEventController *with_shift =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  for (guint i = 0; i < wheels->len; i++)
    gtk_event_controller_scroll_set_flags (g_ptr_array_index (wheels, i),
                                           GTK_EVENT_CONTROLLER_SCROLL_HORIZONTAL |
                                               GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  g_signal_connect (with_shift, "scroll", G_CALLBACK (on_wheel), sideways);
  gtk_widget_add_controller (sideways, with_shift);
}
