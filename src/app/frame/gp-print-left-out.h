/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What does nothing on paper is left out of a printed page: buttons, menus, choices, sliders. Their
 * places close up where nothing else stands beside them. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _GpPrintLeftOut GpPrintLeftOut;

/* Makes them invisible in the widget, without a frame drawn: until gp_print_left_out_end (). */
GpPrintLeftOut *gp_print_left_out_begin (GtkWidget *whole);
void gp_print_left_out_end (GpPrintLeftOut *self);
void gp_print_left_out_free (GpPrintLeftOut *self); /* ends it too */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpPrintLeftOut, gp_print_left_out_free)

/* Where y comes to stand when the places are closed. */
double gp_print_left_out_place (const GpPrintLeftOut *self, double y);
/* The node of the widget, of that size, closed up. A new reference. */
GskRenderNode *gp_print_left_out_close (const GpPrintLeftOut *self, GskRenderNode *node,
                                        double width, double height);

G_END_DECLS
