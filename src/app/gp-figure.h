/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure above its label. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_FIGURE (gp_figure_get_type ())
G_DECLARE_FINAL_TYPE (GpFigure, gp_figure, GP, FIGURE, GtkWidget)

/* rough: a relaxed figure, which never looks like a solved one. */
void gp_figure_set (GpFigure *self, const char *value, const char *caption, const char *tooltip,
                    gboolean rough);

G_END_DECLS
