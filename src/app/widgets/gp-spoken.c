/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gp-spoken.h"

void
gp_spoken_of_button (GtkButton *button)
{
  /* the name that stays is that of the label inside it; one with a picture has no label */
  if (gtk_button_get_label (button) != NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
on_realize (G_GNUC_UNUSED GSignalInvocationHint *hint, G_GNUC_UNUSED guint n, const GValue *values,
            G_GNUC_UNUSED gpointer data)
{
  gpointer widget = g_value_get_object (&values[0]);

  if (GTK_IS_BUTTON (widget))
    gp_spoken_of_button (widget);
  return G_SOURCE_CONTINUE;
}

void
gp_spoken_begin (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET)); /* its signals are there */
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, on_realize, NULL,
                              NULL);
}
