/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The instant what-if of the chosen scenario: sliders, and the goal chart, the waiting and the
 * shortage that follow them. What follows is rough and looks it; nothing is stored before a person
 * keeps it.
 */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_WHAT_IF_PANEL (gp_what_if_panel_get_type ())
G_DECLARE_FINAL_TYPE (GpWhatIfPanel, gp_what_if_panel, GP, WHAT_IF_PANEL, GtkWidget)

void gp_what_if_panel_show (GpWhatIfPanel *self, GpDocument *document);

/* As if a person moved the slider of that name (gp-lever.h). */
void gp_what_if_panel_move (GpWhatIfPanel *self, const char *lever, double position);
/* Writes the values into the scenario, or into a new child of it, as one edit; FALSE when there is
 * nothing to keep, or it could not be (which is said). */
gboolean gp_what_if_panel_keep (GpWhatIfPanel *self, gboolean as_new);
void gp_what_if_panel_reset (GpWhatIfPanel *self);

G_END_DECLS
