/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the rows that others refer to are called, and which row a name means. A name that two rows
 * share is shown with its code: "De Brug (12345)".
 *
 * Immutable once made; any thread.
 */
#pragma once

#include <groeiplan/gp-project.h>

G_BEGIN_DECLS

typedef struct _GpRecordsNames GpRecordsNames;

GpRecordsNames *gp_records_names_new (const GpProject *project); /* keeps a reference to it */
GpRecordsNames *gp_records_names_ref (GpRecordsNames *self);
void gp_records_names_unref (GpRecordsNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpRecordsNames, gp_records_names_unref)

const GpProject *gp_records_names_project (const GpRecordsNames *self);
/* A new string, for regions, sectors and boards; "" where there is no such row. */
char *gp_records_names_show (const GpRecordsNames *self, GpTableId table, guint32 row);
/* By code, by "NAME (CODE)", else by name whatever the case. GP_NONE when there is none, or when
 * there are several (doubled then is TRUE). */
guint32 gp_records_names_find (const GpRecordsNames *self, GpTableId table, const char *text,
                               gboolean *doubled);

/* As g_utf8_casefold, and much sooner where all is ASCII, as most names are. A new string. */
char *gp_records_fold (const char *text);

G_END_DECLS
