/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-choosing.h. */
#include "gp-choosing.h"

static GtkEditable *
entry_of (GpRecordsChoices *choices)
{
  return GTK_EDITABLE (gtk_widget_get_parent (GTK_WIDGET (choices)));
}

static void
take (GpRecordsChoices *choices)
{
  g_autofree char *choice = g_strdup (gp_records_choices_get (choices));

  if (choice == NULL)
    return;
  gtk_editable_set_text (entry_of (choices), choice);
  gtk_editable_set_position (entry_of (choices), -1);
  gtk_popover_popdown (GTK_POPOVER (choices));
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        GpRecordsChoices *choices)
{
  (void)controller, (void)code, (void)state;
  if (!gtk_widget_is_visible (GTK_WIDGET (choices)))
    return FALSE;
  switch (key) {
  case GDK_KEY_Down:
  case GDK_KEY_Up:
    gp_records_choices_move (choices, key == GDK_KEY_Down ? 1 : -1);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    take (choices);
    return TRUE;
  case GDK_KEY_Tab:
    take (choices);
    return FALSE;
  case GDK_KEY_Escape:
    gtk_popover_popdown (GTK_POPOVER (choices));
    return TRUE;
  default:
    return FALSE;
  }
}

GpRecordsChoices *
gp_choosing_attach (GtkEditable *entry, char **choices)
{
  GpRecordsChoices *self = gp_records_choices_new (GTK_WIDGET (entry), choices);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  g_signal_connect (self, "chosen", G_CALLBACK (take), NULL);
  g_signal_connect_object (entry, "destroy", G_CALLBACK (gtk_widget_unparent), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
gp_choosing_look_for (GpRecordsChoices *self, const char *text)
{
  gp_records_choices_look_for (self, text);
  if (gtk_widget_is_visible (GTK_WIDGET (self)))
    gtk_popover_present (GTK_POPOVER (self)); /* as high as the choices are now */
}
