/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-money-label.h. The break is set here: names and figures stand in two grids side by side,
 * and a label that wrapped by itself would have another height in its own than its figures have in
 * theirs, because GTK asks for the heights of a line before it knows how wide the name is.
 */
#include "gp-money-label.h"

/* A longer name is broken at the last space before this, or about its middle. */
#define LINE_CHARS 25
#define NEAR_MIDDLE 4

static char *
in_two_lines (const char *name)
{
  char *text = g_strdup (name), *space = NULL;
  glong n = g_utf8_strlen (text, -1), limit = MAX (LINE_CHARS, n / 2 + NEAR_MIDDLE), i = 0;

  if (n <= LINE_CHARS)
    return text;
  for (char *at = text; i <= limit && *at != '\0'; at = g_utf8_next_char (at), i++)
    space = *at == ' ' ? at : space;
  if (space != NULL)
    *space = '\n';
  return text;
}

GtkWidget *
gp_money_label_new (const char *name)
{
  g_autofree char *text = in_two_lines (name);
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
