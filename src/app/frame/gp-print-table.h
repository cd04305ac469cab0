/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of texts on sheets of paper: widths by what stands in it, heads on every sheet. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _GpPrintTable GpPrintTable;

/* text: tab-separated lines, the heads first. */
GpPrintTable *gp_print_table_new (const char *text);
void gp_print_table_free (GpPrintTable *table);

/* Before drawing: how many sheets, each with that much height for the table. */
int gp_print_table_lay_out (GpPrintTable *table, GtkPrintContext *context, double height);
void gp_print_table_draw (GpPrintTable *table, GtkPrintContext *context, int number, double top);

G_END_DECLS
