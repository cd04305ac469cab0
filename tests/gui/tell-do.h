/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tell-widgets.c does in the program for a test, as a hand would. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The menu of a button, the list of a choice: opened or closed. */
void gp_tell_open (GtkWidget *widget, gboolean open);
/* An action of the widget by its name, and its value as GVariant writes it; "yes" or what is wrong.
 */
void gp_tell_do (GString *out, GtkWidget *widget, char **words);
/* Files are dropped on it: "yes" where it takes them. */
void gp_tell_drop (GString *out, GtkWidget *widget, char **paths);

G_END_DECLS
