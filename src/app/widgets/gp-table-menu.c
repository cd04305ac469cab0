/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-table-menu.h. */
#include "gp-table-menu.h"

typedef struct {
  GtkColumnView *view;
  GpTableMenuFunc func;
  gpointer data;
  GtkWidget *popover; /* the last one, or NULL */
} Menu;

/* ---- which row --------------------------------------------------------------------------------
 */

/* The cells' children know their list item (gp-table-columns.c). */
static GtkListItem *
item_in (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_first_child (widget)) {
    GtkListItem *item = g_object_get_data (G_OBJECT (widget), "list-item");

    if (item != NULL)
      return item;
  }
  return NULL;
}

static GtkListItem *
item_at (Menu *menu, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (menu->view), x, y, GTK_PICK_DEFAULT);

  for (; widget != NULL && widget != GTK_WIDGET (menu->view);
       widget = gtk_widget_get_parent (widget))
    if (g_str_equal (gtk_widget_get_css_name (widget), "row"))
      return item_in (widget);
  return NULL;
}

static void
select_row (Menu *menu, GtkListItem *item)
{
  GtkSelectionModel *model = gtk_column_view_get_model (menu->view);
  guint position = gtk_list_item_get_position (item);

  if (position != GTK_INVALID_LIST_POSITION && !gtk_selection_model_is_selected (model, position))
    gtk_selection_model_select_item (model, position, TRUE);
}

/* ---- the menu ---------------------------------------------------------------------------------
 */

static void
drop_popover (Menu *menu)
{
  if (menu->popover != NULL)
    gtk_widget_unparent (menu->popover);
  menu->popover = NULL;
}

static void
popup_at (Menu *menu, const GdkRectangle *where)
{
  g_autoptr (GMenuModel) model = menu->func (menu->data);

  if (model == NULL)
    return;
  drop_popover (menu);
  menu->popover = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (menu->popover, GTK_WIDGET (menu->view));
  gtk_widget_set_halign (menu->popover, GTK_ALIGN_START);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu->popover), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu->popover), where);
  gtk_popover_popup (GTK_POPOVER (menu->popover));
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, Menu *menu)
{
  GtkListItem *item = item_at (menu, x, y);

  (void)n_press;
  if (item == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  select_row (menu, item);
  popup_at (menu, &(GdkRectangle){(int)x, (int)y, 1, 1});
}

/* At the row that has the focus. */
static gboolean
on_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  Menu *menu = data;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkListItem *item = focus != NULL ? item_in (focus) : NULL;
  double x = 0, y = 0;

  (void)arguments;
  if (focus == NULL || item == NULL || !gtk_widget_is_ancestor (focus, widget))
    return FALSE;
  select_row (menu, item);
  gtk_widget_translate_coordinates (focus, widget, 24, gtk_widget_get_height (focus), &x, &y);
  popup_at (menu, &(GdkRectangle){(int)x, (int)y, 1, 1});
  return TRUE;
}

static void
add_key (GtkEventController *controller, Menu *menu, guint key, GdkModifierType modifiers)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                        gtk_callback_action_new (on_key, menu, NULL)));
}

static void
on_view_gone (GtkWidget *view, Menu *menu)
{
  (void)view;
  drop_popover (menu);
}

void
gp_table_menu_attach (GtkColumnView *view, GpTableMenuFunc func, gpointer data)
{
  Menu *menu = g_new0 (Menu, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  *menu = (Menu){.view = view, .func = func, .data = data};
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), menu);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  add_key (keys, menu, GDK_KEY_Menu, 0);
  add_key (keys, menu, GDK_KEY_F10, GDK_SHIFT_MASK);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect (view, "destroy", G_CALLBACK (on_view_gone), menu);
  g_object_set_data_full (G_OBJECT (view), "table-menu", menu, g_free);
}
