/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart box in a window of its own, and hands for it: keys, what is read out, a picture. */
#pragma once

#include "gp-chart-box.h"

#include <gtk/gtk.h>

#define SENTENCE "In 2032 4,121 schools take part: 129 fewer than the goal of 4,250."

typedef struct {
  GtkWidget *window;
  GpChartBox *box;
} Shown;

static inline void
spin (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end) {
    while (g_main_context_iteration (NULL, FALSE))
      ;
    g_usleep (2000);
  }
}

static inline gboolean
is_drawn (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0;
}

static inline Shown
show (GpChart *chart, int width)
{
  Shown shown = {.window = gtk_window_new (), .box = g_object_new (GP_TYPE_CHART_BOX, NULL)};

  gp_chart_box_show (shown.box, SENTENCE, chart);
  gtk_window_set_default_size (GTK_WINDOW (shown.window), width, -1);
  gtk_window_set_child (GTK_WINDOW (shown.window), GTK_WIDGET (shown.box));
  gtk_window_present (GTK_WINDOW (shown.window));
  for (guint i = 0; i < 200 && !is_drawn (GTK_WIDGET (shown.box)); i++)
    spin (10);
  return shown;
}

static inline void
close_window (Shown *shown)
{
  gtk_window_destroy (GTK_WINDOW (shown->window));
  spin (20);
}

/* The first widget inside of a type, by name. */
static inline GtkWidget *
inside (GtkWidget *widget, const char *type)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = inside (child, type);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static inline GtkEventController *
controller_of (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkEventController) one = g_list_model_get_item (all, i);

    if (G_TYPE_CHECK_INSTANCE_TYPE (one, type))
      return one; /* the widget holds it */
  }
  return NULL;
}

static inline gboolean
press (GtkWidget *area, guint key)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (controller_of (area, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", key, 0,
                         (GdkModifierType)0, &taken);
  return taken;
}

static inline char *
readout (GtkWidget *area)
{
  char *text;

  g_object_get (area, "readout", &text, NULL);
  return text;
}

static inline void
write_picture (GtkWidget *window, const char *name)
{
  const char *folder = g_getenv ("CHART_BOX_PICTURES");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = NULL, *path = NULL;
  GtkSnapshot *snapshot;

  if (folder == NULL)
    return;
  spin (300);
  snapshot = gtk_snapshot_new ();
  paintable = gtk_widget_paintable_new (window);
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  file = g_strconcat (name, ".png", NULL);
  path = g_build_filename (folder, file, NULL);
  gdk_texture_save_to_png (texture, path);
}
