/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-growing-list.h. Frames are asked for only while there are rows to come and the view is on
 * the screen.
 *
 * Rejected: to begin again with the first rows whenever a search changes what is shown, so that no
 * turn fills the cells of 200 rows anew. GTK throws the cells of rows that go away: the turn of a
 * letter took 60 to 77 ms of CPU instead of 46 to 51 (8,500 schools, 16 columns), and the twenty
 * frames after it 10 to 25 ms each.
 */
#include "gp-growing-list.h"

#define FIRST 28 /* rows */
#define STEP 8
#define MADE 210 /* from here on the view makes no more cells */

typedef struct {
  GtkSliceListModel *list; /* owns this */
  GtkWidget *view;         /* weak */
  guint tick;
} Growth;

static void
stop (Growth *growth)
{
  if (growth->tick != 0 && growth->view != NULL)
    gtk_widget_remove_tick_callback (growth->view, growth->tick);
  growth->tick = 0;
}

static void
free_growth (gpointer data)
{
  Growth *growth = data;

  stop (growth);
  g_clear_weak_pointer (&growth->view);
  g_free (growth);
}

/* More are there than are shown. */
static gboolean
is_to_come (const Growth *growth)
{
  guint size = gtk_slice_list_model_get_size (growth->list);
  GListModel *all = gtk_slice_list_model_get_model (growth->list);

  return size != G_MAXUINT && g_list_model_get_n_items (all) > size;
}

static gboolean
on_frame (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  Growth *growth = data;
  guint size = gtk_slice_list_model_get_size (growth->list);

  (void)clock;
  if (is_to_come (growth) && gtk_widget_get_mapped (view)) {
    gtk_slice_list_model_set_size (growth->list, size < MADE ? size + STEP : G_MAXUINT);
    return G_SOURCE_CONTINUE;
  }
  growth->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
go_on (GObject *list)
{
  Growth *growth = g_object_get_data (list, "growth");

  if (growth->view != NULL && growth->tick == 0 && is_to_come (growth))
    growth->tick = gtk_widget_add_tick_callback (growth->view, on_frame, growth, NULL);
}

GListModel *
gp_growing_list_new (GListModel *model, GtkWidget *view)
{
  GtkSliceListModel *list = gtk_slice_list_model_new (g_object_ref (model), 0, FIRST);
  Growth *growth = g_new0 (Growth, 1);

  growth->list = list;
  g_set_weak_pointer (&growth->view, view);
  g_object_set_data_full (G_OBJECT (list), "growth", growth, free_growth);
  g_signal_connect_object (model, "items-changed", G_CALLBACK (go_on), list,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (view, "map", G_CALLBACK (go_on), list,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_object_unref (model);
  return G_LIST_MODEL (list);
}

void
gp_growing_list_finish (GListModel *self)
{
  gtk_slice_list_model_set_size (GTK_SLICE_LIST_MODEL (self), G_MAXUINT);
}
