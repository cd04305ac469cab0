/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts that GTK and libadwaita put into their widgets. Some have no name, and a screen reader
 * says that of their class: the keyboard goes to the button inside a choice (GtkDropDown), not to
 * the choice, and a window of preferences has a button and an entry to search. Some cut their
 * texts: the heads of groups, and the captions of tabs.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names the button of every choice as the choice itself is named, and every search; breaks heads
 * into lines, and has a tooltip tell the whole of a caption. For a page or a window that has just
 * been made. */
void gp_inner_parts_mend (GtkWidget *top);

G_END_DECLS
