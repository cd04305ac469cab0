/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-money-label.h. */
#include "gp-money-label.h"
#include "gp-lines.h"

#define LINE_CHARS 28

GtkWidget *
gp_money_label_new (const char *name)
{
  g_autofree char *text = gp_lines_break (name, LINE_CHARS);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (label, "money-label");
  return label;
}
