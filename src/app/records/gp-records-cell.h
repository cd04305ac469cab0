/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A cell of a table that is edited: a text, or while a person types a line of text with choices
 * below it. It takes the focus, so that the arrow keys walk through the table. There are thousands:
 * what all can share (the keys, the click) the table has, not the cell.
 */
#pragma once

#include "gp-record.h"
#include "gp-text-cell.h"

G_BEGIN_DECLS

typedef struct _GpRecords GpRecords;

#define GP_TYPE_RECORDS_CELL (gp_records_cell_get_type ())
G_DECLARE_FINAL_TYPE (GpRecordsCell, gp_records_cell, GP, RECORDS_CELL, GpTextCell)

GpRecordsCell *gp_records_cell_new (GpRecords *records, guint column, GtkListItem *item);
void gp_records_cell_show (GpRecordsCell *self);   /* the item's record, when it is bound */
void gp_records_cell_forget (GpRecordsCell *self); /* gives up an edit, when it is unbound */
void gp_records_cell_leave (GpRecordsCell *self);  /* stores an edit, or gives up what is wrong */
void gp_records_cell_leave_item (GpRecordsCell *self); /* the item goes */
guint gp_records_cell_column (GpRecordsCell *self);
guint gp_records_cell_position (GpRecordsCell *self);
GpRecord *gp_records_cell_record (GpRecordsCell *self); /* borrowed, or NULL */
/* Starts typing: with the cell's own text, or with this one instead of it. */
void gp_records_cell_edit (GpRecordsCell *self, const char *text);
gboolean gp_records_cell_is_editing (GpRecordsCell *self);

G_END_DECLS
