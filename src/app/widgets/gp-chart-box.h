/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A chart as pages show it: the sentence that says what it shows, a line in which its values are
 * read out, the chart, its numbers as a table instead, and a menu (button, right click, Menu key,
 * Shift+F10) to copy, save or print it. In a template:
 *
 *   <object class="GpChartBox" id="capacity"/>
 *
 * and in the page, whenever the figures change:
 *
 *   gp_chart_box_show (self->capacity, sentence, gp_chart_new_supply (&figures));
 *
 * A click or Enter on an item (a year, a cell, a bar) emits "item-activated" with its number
 * (guint; see the chart's hit function for what it counts).
 */
#pragma once

#include <groeiplan/gp-chart-copy.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_CHART_BOX (gp_chart_box_get_type ())
G_DECLARE_FINAL_TYPE (GpChartBox, gp_chart_box, GP, CHART_BOX, GtkWidget)

/* The sentence is plain text. Takes the chart over; NULL: nothing to show, the box hides itself. */
void gp_chart_box_show (GpChartBox *self, const char *sentence, GpChart *chart);
/* What stands in the readout line while nothing is read out; NULL: how to read values. */
void gp_chart_box_set_rest (GpChartBox *self, const char *text);
GpChart *gp_chart_box_get_chart (GpChartBox *self); /* not owned; NULL when there is none */
/* The label of the sentence, for a page that makes links of its numbers after gp_chart_box_show (). */
GtkLabel *gp_chart_box_get_label (GpChartBox *self);
const char *gp_chart_box_get_sentence (GpChartBox *self);

/* gp-chart-box-menu.c */
void gp_chart_box_install_menu (GtkWidgetClass *klass);
GMenuModel *gp_chart_box_menu_new (void);

G_END_DECLS
