/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of the Finance page: lines by columns, the labels standing still while the figures are
 * scrolled aside. Every figure takes the focus (arrow keys walk through them), tells where it comes
 * from in its tooltip, and emits "cell-activated" (line, column) on a click, Enter or space.
 * Ctrl+C copies all of it for a spreadsheet.
 */
#pragma once

#include "gp-finance-view.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_MONEY_TABLE (gp_money_table_get_type ())
G_DECLARE_FINAL_TYPE (GpMoneyTable, gp_money_table, GP, MONEY_TABLE, GtkWidget)

/* Takes the view. The focus stays at its place. */
void gp_money_table_show (GpMoneyTable *self, GpFinanceView *view);
const GpFinanceView *gp_money_table_get_view (GpMoneyTable *self);                 /* or NULL */
GtkWidget *gp_money_table_get_cell (GpMoneyTable *self, guint line, guint column); /* or NULL */

G_END_DECLS
