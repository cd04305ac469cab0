/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The priorities of the chosen scenario in their order, which is changed by dragging a row or with
 * Alt+Up and Alt+Down. */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_PRIORITY_LIST (gp_priority_list_get_type ())
G_DECLARE_FINAL_TYPE (GpPriorityList, gp_priority_list, GP, PRIORITY_LIST, GtkWidget)

void gp_priority_list_show (GpPriorityList *self, GpDocument *document);
/* Moves the priority at that place (from 0) by so many places; as one edit. */
void gp_priority_list_move (GpPriorityList *self, guint from, int by);

G_END_DECLS
