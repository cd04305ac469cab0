/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Holds a table or a list that the keyboard enters and leaves as one stop: Tab and Shift+Tab inside
 * it go on to what stands after and before it, and never around in it. Arrows move inside.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_TAB_STOP (gp_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (GpTabStop, gp_tab_stop, GP, TAB_STOP, GtkWidget)

G_END_DECLS
