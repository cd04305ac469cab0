/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The assumptions of the chosen scenario: a grid of values to edit in place, year columns where a
 * value depends on years, and below it all that is known about the value that has the focus. */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_ASSUMPTIONS_VIEW (gp_assumptions_view_get_type ())
G_DECLARE_FINAL_TYPE (GpAssumptionsView, gp_assumptions_view, GP, ASSUMPTIONS_VIEW, GtkWidget)

void gp_assumptions_view_show (GpAssumptionsView *self, GpDocument *document);
/* As if a person typed the text at that value. */
void gp_assumptions_view_type (GpAssumptionsView *self, const char *parameter, const char *scope,
                               GpYear year, const char *text);
void gp_assumptions_view_find (GpAssumptionsView *self, const char *text);

G_END_DECLS
