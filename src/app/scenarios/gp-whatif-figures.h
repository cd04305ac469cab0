/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three figures of the instant what-if, with what they differ from the scenario as it is. */
#pragma once

#include "gp-summary.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_WHAT_IF_FIGURES (gp_what_if_figures_get_type ())
G_DECLARE_FINAL_TYPE (GpWhatIfFigures, gp_what_if_figures, GP, WHAT_IF_FIGURES, GtkWidget)

/* base may be NULL: no differences. */
void gp_what_if_figures_show (GpWhatIfFigures *self, const GpSummary *summary,
                              const GpSummary *base);

G_END_DECLS
