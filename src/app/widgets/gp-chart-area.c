/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-chart-area.h. GTK 4.8 gives a drawn chart no accessible children; so the widget's label is
 * the chart's message and its description what is read out, and the page has a table besides. */
#include "gp-chart-area.h"

#include <glib/gi18n-lib.h>

#include <adwaita.h>

struct _GpChartArea {
  GtkWidget parent;
  GpChartFuncs funcs;
  gpointer data;
  GDestroyNotify destroy;
  int hovered;
  double pointer_x, pointer_y; /* where it was last seen; -1: outside */
  char *readout;
};

enum { PROP_READOUT = 1, N_PROPS };
static GParamSpec *properties[N_PROPS];
static guint item_activated;

G_DEFINE_FINAL_TYPE (GpChartArea, gp_chart_area, GTK_TYPE_WIDGET)

static double
font_size_of (GtkWidget *widget)
{
  const PangoFontDescription *font =
      pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = pango_font_description_get_size (font) / (double)PANGO_SCALE;
  double dpi = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget));

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dpi > 0 ? dpi : 96) / 72;
  return size * 0.86;
}

static GpChartTheme
theme_of (AdwStyleManager *manager)
{
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? GP_CHART_DARK_CONTRAST : GP_CHART_LIGHT_CONTRAST;
  return dark ? GP_CHART_DARK : GP_CHART_LIGHT;
}

static GpChartStyle
style_of (GpChartArea *self, double width, double height)
{
  GpChartStyle style = {.theme = theme_of (adw_style_manager_get_default ()),
                        .language = gp_numbers_current (),
                        .width = width,
                        .height = height,
                        .font_size = font_size_of (GTK_WIDGET (self)),
                        .hovered = self->hovered};

  return style;
}

static void
gp_chart_area_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GpChartArea *self = GP_CHART_AREA (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GpChartStyle style = style_of (self, width, height);
  cairo_t *cr;

  if (self->funcs.draw == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  self->funcs.draw (cr, &style, self->data);
  cairo_destroy (cr);
}

static void
gp_chart_area_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  GpChartArea *self = GP_CHART_AREA (widget);
  GpChartStyle style = style_of (self, for_size > 0 ? for_size : 600, 100);

  *minimum_baseline = *natural_baseline = -1;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : (int)(21 * style.font_size);
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 600 : (int)(21 * style.font_size);
  if (orientation == GTK_ORIENTATION_VERTICAL && self->funcs.height != NULL)
    *natural = *minimum = MAX ((int)self->funcs.height (&style, self->data), 60);
}

static void
set_hovered (GpChartArea *self, int hovered)
{
  g_autofree char *readout = NULL;

  self->hovered = hovered;
  if (self->funcs.describe != NULL)
    readout = self->funcs.describe (hovered, self->data);
  if (g_strcmp0 (readout, self->readout) != 0) {
    g_free (self->readout);
    self->readout = g_steal_pointer (&readout);
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->readout != NULL ? self->readout : "", -1);
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READOUT]);
  }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* GTK tells again where the pointer rests after each layout: only one that moved takes the reading
 * away from the keys. */
static void
on_motion (GtkEventControllerMotion *controller, double x, double y, GpChartArea *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GpChartStyle style =
      style_of (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  int hit = self->funcs.hit != NULL ? self->funcs.hit (&style, x, y, self->data) : -1;

  (void)controller;
  if (x == self->pointer_x && y == self->pointer_y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  if (hit != self->hovered)
    set_hovered (self, hit);
}

static void
on_leave (GtkEventControllerMotion *controller, GpChartArea *self)
{
  (void)controller;
  self->pointer_x = self->pointer_y = -1;
  set_hovered (self, -1);
}

/* The item that a key leads to, -1 for none; -2: not a key of ours. */
static int
item_after_key (GpChartArea *self, guint key)
{
  int n = (int)self->funcs.n_items, columns = (int)self->funcs.n_columns, at = self->hovered;
  gboolean has_rows = columns > 0 && columns < n;

  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return at < 0 ? n - 1 : at - 1;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return at + 1;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return !has_rows ? -2 : at < 0 ? n - 1 : at - columns;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return !has_rows ? -2 : at < 0 ? 0 : at + columns;
  case GDK_KEY_Home:
    return 0;
  case GDK_KEY_End:
    return n - 1;
  default:
    return -2;
  }
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        GpChartArea *self)
{
  GdkModifierType pressed = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);
  int to;

  (void)controller;
  (void)code;
  if (self->funcs.n_items == 0 || pressed != 0)
    return FALSE;
  if (is_enter (key) && self->hovered >= 0) {
    g_signal_emit (self, item_activated, 0, (guint)self->hovered);
    return TRUE;
  }
  to = item_after_key (self, key);
  if (to == -2)
    return FALSE;
  if (to >= 0 && to < (int)self->funcs.n_items)
    set_hovered (self, to);
  return TRUE;
}

static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, GpChartArea *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GpChartStyle style =
      style_of (self, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  int hit = self->funcs.hit != NULL ? self->funcs.hit (&style, x, y, self->data) : -1;

  (void)gesture;
  (void)n_press;
  gtk_widget_grab_focus (widget);
  set_hovered (self, hit);
  if (hit >= 0)
    g_signal_emit (self, item_activated, 0, (guint)hit);
}

static void
on_focus_out (GtkEventControllerFocus *controller, GpChartArea *self)
{
  (void)controller;
  set_hovered (self, -1);
}

static void
clear_chart (GpChartArea *self)
{
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->data = NULL;
  self->destroy = NULL;
  memset (&self->funcs, 0, sizeof self->funcs);
}

static void
gp_chart_area_finalize (GObject *object)
{
  GpChartArea *self = GP_CHART_AREA (object);

  clear_chart (self);
  g_free (self->readout);
  G_OBJECT_CLASS (gp_chart_area_parent_class)->finalize (object);
}

static void
gp_chart_area_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_READOUT)
    g_value_set_string (value, gp_chart_area_get_readout (GP_CHART_AREA (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static GtkSizeRequestMode
gp_chart_area_request_mode (GtkWidget *widget)
{
  (void)widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gp_chart_area_class_init (GpChartAreaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = gp_chart_area_finalize;
  object_class->get_property = gp_chart_area_get_property;
  widget_class->snapshot = gp_chart_area_snapshot;
  widget_class->measure = gp_chart_area_measure;
  widget_class->get_request_mode = gp_chart_area_request_mode;
  properties[PROP_READOUT] =
      g_param_spec_string ("readout", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  item_activated = g_signal_new ("item-activated", GP_TYPE_CHART_AREA, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gp_chart_area_init (GpChartArea *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->hovered = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Empty chart"), -1);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_out), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
gp_chart_area_set_chart (GpChartArea *self, const GpChartFuncs *funcs, gpointer data,
                         GDestroyNotify destroy)
{
  g_return_if_fail (GP_IS_CHART_AREA (self));

  clear_chart (self);
  self->funcs = *funcs;
  self->data = data;
  self->destroy = destroy;
  set_hovered (self, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
draw_kept (cairo_t *cr, const GpChartStyle *style, gpointer data)
{
  gp_chart_draw (data, cr, style);
}

static int
hit_kept (const GpChartStyle *style, double x, double y, gpointer data)
{
  return gp_chart_hit (data, style, x, y);
}

static char *
describe_kept (int index, gpointer data)
{
  return gp_chart_readout (data, index, gp_numbers_current ());
}

static double
height_kept (const GpChartStyle *style, gpointer data)
{
  return gp_chart_height (data, style);
}

static void
unref_kept (gpointer data)
{
  gp_chart_unref (data);
}

void
gp_chart_area_take (GpChartArea *self, GpChart *chart)
{
  GpChartFuncs funcs = {draw_kept, hit_kept, describe_kept, 0, 0, height_kept};
  static const GpChartFuncs none;

  g_return_if_fail (GP_IS_CHART_AREA (self));
  if (chart != NULL) {
    funcs.n_items = gp_chart_n_items (chart);
    funcs.n_columns = gp_chart_n_columns (chart);
  }
  gp_chart_area_set_chart (self, chart != NULL ? &funcs : &none, chart, unref_kept);
}

GpChart *
gp_chart_area_get (GpChartArea *self)
{
  g_return_val_if_fail (GP_IS_CHART_AREA (self), NULL);
  return self->funcs.draw == draw_kept ? self->data : NULL;
}

void
gp_chart_area_set_message (GpChartArea *self, const char *message)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, message,
                                  -1);
}

const char *
gp_chart_area_get_readout (GpChartArea *self)
{
  return self->readout != NULL ? self->readout : "";
}
