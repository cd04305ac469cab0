/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A place for a chart: draws it, and reads its items out under the pointer and with the arrow keys,
 * Home and End. What is read out stands in the property "readout", for a label beside the chart.
 * A click or Enter on an item emits "item-activated" with its number (guint).
 *
 * Pages use GpChartBox (gp-chart-box.h), which has the sentence, the readout, the table and the
 * menu around it.
 */
#pragma once

#include <groeiplan/gp-chart-copy.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_CHART_AREA (gp_chart_area_get_type ())
G_DECLARE_FINAL_TYPE (GpChartArea, gp_chart_area, GP, CHART_AREA, GtkWidget)

/* Takes the chart over; NULL empties the area:
 *   gp_chart_area_take (area, gp_chart_new_goal (&figures)); */
void gp_chart_area_take (GpChartArea *self, GpChart *chart);
GpChart *gp_chart_area_get (GpChartArea *self); /* not owned; NULL when empty */

/* A chart as plain functions, where what it shows is not one of gp-chart-copy.h's. */
typedef struct {
  void (*draw) (cairo_t *cr, const GpChartStyle *style, gpointer data);
  int (*hit) (const GpChartStyle *style, double x, double y, gpointer data);
  char *(*describe) (int index, gpointer data); /* a new string; index -1: the chart at rest */
  guint n_items, n_columns; /* up and down step over n_columns; 0: a single row */
  double (*height) (const GpChartStyle *style, gpointer data); /* NULL: the widget's own */
} GpChartFuncs;

void gp_chart_area_set_chart (GpChartArea *self, const GpChartFuncs *funcs, gpointer data,
                              GDestroyNotify destroy);
/* What a screen reader says of the chart as a whole. */
void gp_chart_area_set_message (GpChartArea *self, const char *message);
const char *gp_chart_area_get_readout (GpChartArea *self);

G_END_DECLS
