/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A chart outside the window: as a picture for the clipboard, a PNG, SVG or PDF file, or on paper.
 * Always in the colours of print on white, with its sentence above it.
 */
#pragma once

#include <groeiplan/gp-chart-copy.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum { GP_CHART_PNG, GP_CHART_SVG, GP_CHART_PDF, GP_N_CHART_FORMATS } GpChartFormat;

const char *gp_chart_format_suffix (GpChartFormat format); /* "png" ... */
gboolean gp_chart_format_parse (const char *suffix, GpChartFormat *out);

/* The file is there as a whole or not at all. sentence may be NULL. */
gboolean gp_chart_export (const GpChart *chart, const char *sentence, GpChartFormat format,
                          GFile *file, GError **error);
GdkTexture *gp_chart_export_texture (const GpChart *chart, const char *sentence);
/* Asks for a printer; with a path it goes to that PDF file without asking. Says itself when it
 * fails. */
void gp_chart_print (GtkWindow *window, GpChart *chart, const char *sentence, const char *path);

/* A dialog that says what could not be done. */
void gp_chart_export_failed (GtkWindow *window, const char *heading, const GError *error);

/* Draws the sentence and the chart in a width; returns the height. cr NULL: only measures. */
double gp_chart_export_draw (cairo_t *cr, const GpChart *chart, const char *sentence, double width,
                             double height);

G_END_DECLS
