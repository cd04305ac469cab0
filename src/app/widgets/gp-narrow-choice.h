/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gives way in a narrow window: a choice's text, a box's direction. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of a choice of a GtkStringList: its texts end in dots where there is no room. */
void gp_drop_down_give_way (GtkDropDown *choice);

/* A horizontal box whose children stand one under the other where the window is as narrow as a
 * telephone. */
void gp_box_give_way (GtkBox *box);

/* An AdwBin that is not there in such a window. */
void gp_bin_give_way (GtkWidget *bin);

G_END_DECLS
