/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is searched is made bit by bit from when the person goes to the search, before the first
 * word is there: all of it at once, for 8,500 schools, takes longer than a frame.
 */
#include "gp-records-private.h"

#define STEP 250 /* rows, a millisecond or two */

static gboolean
on_idle (gpointer data)
{
  GpRecords *self = data;

  self->ahead_row = gp_records_list_get_ready (self->list, self->ahead_row, STEP);
  if (self->ahead_row != G_MAXUINT)
    return G_SOURCE_CONTINUE;
  self->ahead = 0;
  return G_SOURCE_REMOVE;
}

static void
on_enter (GpRecords *self)
{
  self->ahead_row = 0;
  if (self->ahead == 0)
    self->ahead = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

void
gp_records_watch_search (GpRecords *self)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect_object (controller, "enter", G_CALLBACK (on_enter), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->search), controller);
}

void
gp_records_stop_ahead (GpRecords *self)
{
  g_clear_handle_id (&self->ahead, g_source_remove);
}
