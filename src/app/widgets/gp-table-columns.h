/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a table of GpRow. */
#pragma once

#include "gp-table-page.h"

G_BEGIN_DECLS

/* Replaces the columns of the view by those of the kind, whose columns must stay. */
void gp_table_columns_show (GtkColumnView *view, const GpTableKind *kind);
/* Shows a GpRow in a cell of the view: a GpLongTableShowFunc. */
void gp_table_columns_show_cell (GtkWidget *cell, gpointer row);
/* The rows as tab-separated lines, the heads first; a new string. */
char *gp_table_columns_text (const GpTableKind *kind, GListModel *rows);

/* Leaves columns of icons out where no row has one. */
void gp_table_columns_show_icons (GtkColumnView *view, const GpTableKind *kind, GListModel *rows);

G_END_DECLS
