/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-chart-box.h. The table is filled when it is first looked at: charts that follow a drag
 * should not build rows of labels that nobody sees. The readout has the height of a long one from
 * the start, so that the chart does not move under the pointer: a page of its stack that is never
 * shown holds one. */
#include "gp-chart-box.h"

#include "gp-chart-area.h"
#include "gp-number-grid.h"
#include "gp-tab-flow.h"
#include "gp-wheel.h"

#include <glib/gi18n-lib.h>

struct _GpChartBox {
  GtkWidget parent;
  GtkLabel *sentence, *readout, *longest;
  GtkStack *stack, *readouts;
  GpChartArea *area;
  GtkGrid *grid;
  GtkMenuButton *menu_button;
  GtkWidget *popover; /* at the pointer */
  char *rest;
  gboolean show_table, grid_is_old;
};

enum { PROP_SHOW_TABLE = 1, N_PROPS };
static GParamSpec *properties[N_PROPS];
static guint item_activated;

G_DEFINE_FINAL_TYPE (GpChartBox, gp_chart_box, GTK_TYPE_WIDGET)

static void
fill_grid (GpChartBox *self)
{
  GpChart *chart = gp_chart_area_get (self->area);
  g_autoptr (GpChartTable) table = NULL;

  if (!self->grid_is_old || !self->show_table || chart == NULL)
    return;
  table = gp_chart_table_new (chart, gp_numbers_current ());
  gp_number_grid_show (self->grid, table);
  self->grid_is_old = FALSE;
}

static void
update_readout (GpChartBox *self)
{
  const char *text = gp_chart_area_get_readout (self->area);

  if (text[0] == '\0')
    text = self->rest != NULL ? self->rest
                              : _ ("Point at the chart or use the arrow keys to read its values.");
  gtk_label_set_text (self->readout, text);
}

/* The longest of a few items stands for all: a chart that follows a drag has no time for more. */
static void
reserve_readout (GpChartBox *self)
{
  GpChart *chart = gp_chart_area_get (self->area);
  guint n = chart != NULL ? gp_chart_n_items (chart) : 0;
  g_autofree char *longest = g_strdup ("\302\240");

  for (guint i = 0; i < MIN (n, 4); i++) {
    int item = (int)(n <= 4 ? i : (n - 1) * (guint64)i / 3);
    char *text = gp_chart_readout (chart, item, gp_numbers_current ());

    if (text != NULL && g_utf8_strlen (text, -1) > g_utf8_strlen (longest, -1)) {
      g_free (longest);
      longest = text;
    } else {
      g_free (text);
    }
  }
  gtk_label_set_text (self->longest, longest);
}

static void
set_show_table (GpChartBox *self, gboolean show)
{
  if (self->show_table == show)
    return;
  self->show_table = show;
  fill_grid (self);
  gtk_stack_set_visible_child_name (self->stack, show ? "table" : "chart");
  gtk_widget_set_visible (GTK_WIDGET (self->readouts), !show);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TABLE]);
}

static void
on_activated (GpChartArea *area, guint item, GpChartBox *self)
{
  (void)area;
  g_signal_emit (self, item_activated, 0, item);
}

/* ---- the menu at the pointer ------------------------------------------------------------------
 */

static void
open_menu (GpChartBox *self, double x, double y)
{
  GdkRectangle at = {(int)x, (int)y, 1, 1};

  if (self->popover == NULL) {
    g_autoptr (GMenuModel) menu = gp_chart_box_menu_new ();

    self->popover = gtk_popover_menu_new_from_model (menu);
    gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
    gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
    gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_right_click (GtkGestureClick *gesture, int n_press, double x, double y, GpChartBox *self)
{
  (void)n_press;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, GpChartBox *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (self, x, y);
}

static void
menu_popup (GtkWidget *widget, const char *name, GVariant *target)
{
  (void)name;
  (void)target;
  open_menu (GP_CHART_BOX (widget), gtk_widget_get_width (widget) / 2.0,
             gtk_widget_get_height (widget) / 2.0);
}

static void
add_gestures (GpChartBox *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_right_click), self);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/* ---- the class --------------------------------------------------------------------------------
 */

static void
gp_chart_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GpChartBox *self = GP_CHART_BOX (widget);
  GtkWidget *content = gtk_widget_get_first_child (widget);

  gtk_widget_allocate (content, width, height, baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
gp_chart_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static GtkSizeRequestMode
gp_chart_box_request_mode (GtkWidget *widget)
{
  (void)widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gp_chart_box_dispose (GObject *object)
{
  GpChartBox *self = GP_CHART_BOX (object);
  GtkWidget *child;

  self->popover = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rest, g_free);
  G_OBJECT_CLASS (gp_chart_box_parent_class)->dispose (object);
}

static void
gp_chart_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_TABLE)
    g_value_set_boolean (value, GP_CHART_BOX (object)->show_table);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
gp_chart_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SHOW_TABLE)
    set_show_table (GP_CHART_BOX (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (GP_TYPE_TAB_FLOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/groeiplan/Groeiplan/gp-chart-box.ui");
  gtk_widget_class_bind_template_child (widget_class, GpChartBox, sentence);
  gtk_widget_class_bind_template_child (widget_class, GpChartBox, readout);
  gtk_widget_class_bind_template_child (widget_class, GpChartBox, longest);
  gtk_widget_class_bind_template_child (widget_class, GpChartBox, readouts);
  gtk_widget_class_bind_template_child (widget_class, GpChartBox, stack);
  gtk_widget_class_bind_template_child (widget_class, GpChartBox, area);
  gtk_widget_class_bind_template_child (widget_class, GpChartBox, grid);
  gtk_widget_class_bind_template_child (widget_class, GpChartBox, menu_button);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
}

static void
gp_chart_box_class_init (GpChartBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (GP_TYPE_CHART_AREA);
  object_class->dispose = gp_chart_box_dispose;
  object_class->get_property = gp_chart_box_get_property;
  object_class->set_property = gp_chart_box_set_property;
  widget_class->measure = gp_chart_box_measure;
  widget_class->size_allocate = gp_chart_box_size_allocate;
  widget_class->get_request_mode = gp_chart_box_request_mode;
  properties[PROP_SHOW_TABLE] =
      g_param_spec_boolean ("show-table", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  item_activated = g_signal_new ("item-activated", GP_TYPE_CHART_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chartbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_property_action (widget_class, "chart.table", "show-table");
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, menu_popup);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
  gp_chart_box_install_menu (widget_class);
}

static void
gp_chart_box_init (GpChartBox *self)
{
  g_autoptr (GMenuModel) menu = gp_chart_box_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gp_wheel_leave_page (GTK_WIDGET (self->grid));
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  g_signal_connect_object (self->area, "notify::readout", G_CALLBACK (update_readout), self,
                           G_CONNECT_SWAPPED);
  update_readout (self);
  add_gestures (self);
}

void
gp_chart_box_show (GpChartBox *self, const char *sentence, GpChart *chart)
{
  g_return_if_fail (GP_IS_CHART_BOX (self));

  gtk_label_set_text (self->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self), chart != NULL);
  gp_chart_area_take (self->area, chart);
  gp_chart_area_set_message (self->area, sentence != NULL ? sentence : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sentence != NULL ? sentence : "", -1);
  reserve_readout (self);
  self->grid_is_old = TRUE;
  fill_grid (self);
}

void
gp_chart_box_set_rest (GpChartBox *self, const char *text)
{
  g_return_if_fail (GP_IS_CHART_BOX (self));
  g_free (self->rest);
  self->rest = g_strdup (text);
  update_readout (self);
}

GpChart *
gp_chart_box_get_chart (GpChartBox *self)
{
  g_return_val_if_fail (GP_IS_CHART_BOX (self), NULL);
  return gp_chart_area_get (self->area);
}

const char *
gp_chart_box_get_sentence (GpChartBox *self)
{
  g_return_val_if_fail (GP_IS_CHART_BOX (self), "");
  return gtk_label_get_text (self->sentence);
}

GtkLabel *
gp_chart_box_get_label (GpChartBox *self)
{
  g_return_val_if_fail (GP_IS_CHART_BOX (self), NULL);
  return self->sentence;
}
