/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure above its label, with what it changed beside it; a press goes to what explains it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_FIGURE (gp_figure_get_type ())
G_DECLARE_FINAL_TYPE (GpFigure, gp_figure, GP, FIGURE, GtkWidget)

/* rough: a relaxed figure, which never looks like a solved one. */
void gp_figure_set (GpFigure *self, const char *value, const char *caption, const char *tooltip,
                    gboolean rough);
/* Which page explains it, and what to show there (or NULL). */
void gp_figure_set_link (GpFigure *self, const char *page, const char *what);
/* "+12", or NULL for none; tooltip: against what. */
void gp_figure_set_change (GpFigure *self, const char *text, const char *tooltip);
/* Room for a caption of so many lines from the start, so that what stands under it stays where it
 * is when it gets longer. */
void gp_figure_set_lines (GpFigure *self, guint lines);

G_END_DECLS
