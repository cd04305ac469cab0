/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One row of a table that is edited: a row of the snapshot that its list shows now, and the numbers
 * computed for it. Texts are made when asked for, so that a list of 8,500 costs little to make and
 * an edit costs what it changes.
 */
#pragma once

#include "gp-records-kind.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GP_TYPE_RECORD (gp_record_get_type ())
G_DECLARE_FINAL_TYPE (GpRecord, gp_record, GP, RECORD, GObject)

typedef struct {
  gint32 value[GP_RECORDS_EXTRAS]; /* -1: empty */
} GpRecordExtras;

/* What all records of a list have in common; theirs changes with the snapshot. */
typedef struct {
  const GpRecordsKind *kind;
  GpRecordsNames *names;
} GpRecordSource;

GpRecord *gp_record_new (const GpRecordSource *source, guint32 row, const GpRecordExtras *extras);
/* Another row of another snapshot: forgets what was made from the one before. */
void gp_record_set (GpRecord *self, guint32 row, const GpRecordExtras *extras, gboolean changed);

guint32 gp_record_row (GpRecord *self);
const char *gp_record_code (GpRecord *self); /* stays the same for ever */
const GpRecordExtras *gp_record_extras (GpRecord *self);
char *gp_record_raw (GpRecord *self, guint column);     /* as the project writes it; "" computed */
char *gp_record_text (GpRecord *self, guint column);    /* as shown; a new string */
char *gp_record_plain (GpRecord *self, guint column);   /* as a spreadsheet reads it */
double gp_record_number (GpRecord *self, guint column); /* NaN where there is none */
/* By what it is sorted in a column: see gp-records-rank.h. */
typedef struct {
  char *key;   /* its text as strcmp () orders it, or NULL: not made yet, or the text changed */
  double rank; /* above 0; 0: none yet */
} GpRecordSorted;

GpRecordSorted *gp_record_sorted (GpRecord *self, guint column); /* never NULL; its own */
void gp_record_make_key (GpRecord *self,
                         guint column); /* where there is none; the rank is 0 then */
/* Makes what is searched, so that the first search need not. */
void gp_record_get_ready (GpRecord *self);
gboolean gp_record_is_ready (GpRecord *self);
gboolean gp_record_matches (GpRecord *self, const char *const *words); /* folded words, all */

G_END_DECLS
