/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Holds a GtkFlowBox that only sets controls in lines: Tab goes from one control to the next and on
 * to what stands after them. A GtkFlowBox by itself keeps Tab where the next of its children has
 * nothing to go to, such as a button that cannot be used now.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_TAB_FLOW (gp_tab_flow_get_type ())
G_DECLARE_FINAL_TYPE (GpTabFlow, gp_tab_flow, GP, TAB_FLOW, GtkWidget)

/* Puts a control into such a box, which is then no stop of its own. */
void gp_tab_flow_append (GtkFlowBox *box, GtkWidget *control);

G_END_DECLS
