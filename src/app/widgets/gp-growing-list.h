/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gives a table its rows bit by bit. GtkColumnView makes the cells of 200 rows at once, though
 * some 25 are seen: of 14 columns that stops the window for 200 ms. Through this list the first
 * turn makes a screenful, and every frame after it some more, until all are there.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first rows of the model (taken over), more once the view is on the screen. */
GListModel *gp_growing_list_new (GListModel *model, GtkWidget *view);
/* All rows, now: before a row far below is selected or scrolled to. */
void gp_growing_list_finish (GListModel *self);

G_END_DECLS
