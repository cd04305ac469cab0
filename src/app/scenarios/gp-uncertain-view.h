/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is uncertain in the chosen scenario: low, likeliest and high of an assumption, to edit in
 * place, to add and to take away. */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_UNCERTAIN_VIEW (gp_uncertain_view_get_type ())
G_DECLARE_FINAL_TYPE (GpUncertainView, gp_uncertain_view, GP, UNCERTAIN_VIEW, GtkWidget)

void gp_uncertain_view_show (GpUncertainView *self, GpDocument *document);

G_END_DECLS
