/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table that people edit: sorted, searched, filtered by chips, changed in place, filled down,
 * copied to and pasted from a spreadsheet. Every action is one edit of the document, so that one
 * undo takes it back.
 *
 * While it is in front, the window has the actions "records-..." (gp-records-actions.c); they are
 * what the keys, the buttons and scripts use.
 */
#pragma once

#include "gp-page.h"
#include "gp-record.h"

G_BEGIN_DECLS

#define GP_TYPE_RECORDS (gp_records_get_type ())
G_DECLARE_FINAL_TYPE (GpRecords, gp_records, GP, RECORDS, GtkWidget)

GpRecords *gp_records_new (const GpRecordsKind *kind);
/* What stands there when there are no rows at all. */
void gp_records_set_empty (GpRecords *self, const char *title, const char *description);
/* The document as it is now; extras (may be NULL): the computed numbers, one a row. */
void gp_records_show_document (GpRecords *self, GpDocument *document, const GpRecordExtras *extras);
void gp_records_find (GpRecords *self, const char *text); /* NULL: only moves the focus */
/* Selects the row with that code and scrolls to it, clearing what hides it; FALSE: no such row. */
gboolean gp_records_go_to (GpRecords *self, const char *code);

/* All rows that are shown, as tab-separated lines with the heads first; a new string. */
char *gp_records_get_text (GpRecords *self);

G_END_DECLS
