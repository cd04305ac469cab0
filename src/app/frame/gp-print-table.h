/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of texts on sheets of paper: widths by what stands in it, heads on every sheet. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _GpPrintTable GpPrintTable;

/* text: tab-separated lines, the heads first. */
GpPrintTable *gp_print_table_new (const char *text);
void gp_print_table_free (GpPrintTable *table);

/* The same text with its whole numbers grouped as people write them, for a table made for
 * spreadsheets; the first line and the first column stay. A new string. */
char *gp_print_table_group (const char *text);

/* Its rows do not fit the width of an upright sheet. */
gboolean gp_print_table_is_wide (const GpPrintTable *table);

/* Before drawing: how many sheets, each with that much height for the table. */
int gp_print_table_lay_out (GpPrintTable *table, GtkPrintContext *context, double height);
void gp_print_table_draw (GpPrintTable *table, GtkPrintContext *context, int number, double top);

G_END_DECLS
