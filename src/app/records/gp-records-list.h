/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records of a table in a list model that outlives snapshots: an update tells the model of the
 * rows that are others than before, and of no more.
 */
#pragma once

#include "gp-record.h"

G_BEGIN_DECLS

#define GP_TYPE_RECORDS_LIST (gp_records_list_get_type ())
G_DECLARE_FINAL_TYPE (GpRecordsList, gp_records_list, GP, RECORDS_LIST, GObject)

GpRecordsList *gp_records_list_new (const GpRecordsKind *kind);
GListModel *gp_records_list_model (GpRecordsList *self); /* of GpRecord, in the project's order */
const GpRecordsKind *gp_records_list_kind (GpRecordsList *self);
GpRecordsNames *gp_records_list_names (GpRecordsList *self); /* NULL before the first update */
GpRecord *gp_records_list_find (GpRecordsList *self, const char *code); /* borrowed, or NULL */

/* extras: one a row of the table, or NULL (none). Returns how many rows are new, gone or others. */
guint gp_records_list_update (GpRecordsList *self, const GpProject *project,
                              const GpRecordExtras *extras);

/* Makes what is searched of the rows from this one on, of so many that have none yet; returns the
 * row to go on from, or G_MAXUINT when all rows have it. */
guint gp_records_list_get_ready (GpRecordsList *self, guint from, guint n);

/* Ranks the rows by the text of a column, from now on through updates: gp-records-rank.h. */
void gp_records_list_rank (GpRecordsList *self, guint column);
/* FALSE before that, and after an update that changed too much to be ranked in its course. */
gboolean gp_records_list_is_ranked (GpRecordsList *self, guint column);

G_END_DECLS
