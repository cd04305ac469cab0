/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records are shown: words that are searched for, and values chosen on chips. Pure. */
#pragma once

#include "gp-record.h"

G_BEGIN_DECLS

typedef struct _GpRecordsFilter GpRecordsFilter;

GpRecordsFilter *gp_records_filter_new (const GpRecordsKind *kind);
void gp_records_filter_free (GpRecordsFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpRecordsFilter, gp_records_filter_free)

/* All words must be found; "" for no search. */
void gp_records_filter_search (GpRecordsFilter *self, const char *text);
/* A column's chosen values, as they are shown; none chosen lets everything through. For a chip
 * GP_CHIP_FILLED and for flags the values are GP_RECORDS_YES and GP_RECORDS_NO. */
void gp_records_filter_choose (GpRecordsFilter *self, guint column, const char *value,
                               gboolean chosen);
gboolean gp_records_filter_is_chosen (const GpRecordsFilter *self, guint column, const char *value);
guint gp_records_filter_n_chosen (const GpRecordsFilter *self, guint column);
void gp_records_filter_clear (GpRecordsFilter *self);
gboolean gp_records_filter_is_empty (const GpRecordsFilter *self);

gboolean gp_records_filter_matches (const GpRecordsFilter *self, GpRecord *record);

/* The values a chip offers, in the order of the table they come from; NULL-terminated. */
char **gp_records_filter_values (const GpRecordsKind *kind, const GpRecordsNames *names,
                                 guint column);
/* How such a value is written on the chip: GP_RECORDS_YES as "yes" or "filled in". */
const char *gp_records_filter_title (const char *value);

G_END_DECLS
