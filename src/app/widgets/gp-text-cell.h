/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text in a cell of a long table: as a GtkLabel that is cut off with an ellipsis, but its size is
 * that of so many characters whatever it says, and it is laid out only when it is drawn.
 *
 * As GtkLabels, 3,200 cells took 340 ms of processor time when the page of schools was opened, and
 * each row that was scrolled in had the whole list measured again: 86 ms at worst. A list of rows
 * that draw all their cells would be faster still, but has no cells for a screen reader.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GP_TYPE_TEXT_CELL (gp_text_cell_get_type ())
G_DECLARE_DERIVABLE_TYPE (GpTextCell, gp_text_cell, GP, TEXT_CELL, GtkWidget)

struct _GpTextCellClass {
  GtkWidgetClass parent_class;
};

GtkWidget *gp_text_cell_new (int min_chars, int natural_chars, gboolean numeric);
/* numeric: at the right, all digits as wide. */
void gp_text_cell_set_form (GpTextCell *self, int min_chars, int natural_chars, gboolean numeric);
void gp_text_cell_set_text (GpTextCell *self, const char *text); /* line breaks become spaces */
const char *gp_text_cell_get_text (GpTextCell *self);
/* Draws the text: for those who draw something else at times. */
void gp_text_cell_snapshot_text (GpTextCell *self, GtkSnapshot *snapshot);

G_END_DECLS
