/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The mouse wheel scrolls the page, whatever the pointer is over: it never changes a value that the
 * page happens to move under it, and is not lost over what scrolls sideways alone.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A slider or spin button: its value is dragged, typed or stepped by keys, not turned by the wheel.
 */
void gp_wheel_leave_value (GtkWidget *widget);

/* The scrolled window that the widget is in, and which scrolls sideways alone: by a sideways wheel,
 * or with Shift. */
void gp_wheel_leave_page (GtkWidget *widget);

G_END_DECLS
