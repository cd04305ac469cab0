/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice whose text gives way in a narrow window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of a choice of a GtkStringList: its texts end in dots where there is no room. */
void gp_drop_down_give_way (GtkDropDown *choice);

G_END_DECLS
