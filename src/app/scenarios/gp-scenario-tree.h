/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scenarios as a list with children under their parents, each row named by its code. */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills the list anew and selects the chosen scenario. */
void gp_scenario_tree_show (GtkListBox *list, GpDocument *document);

G_END_DECLS
