/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries an edit of the tables out: one transaction, one entry in the history. */
#pragma once

#include "gp-document.h"
#include "gp-records-edit.h"

G_BEGIN_DECLS

gboolean gp_records_apply (GpDocument *document, const GpRecordsEdit *edit, GError **error);

/* So many rows that a window would stand still. */
gboolean gp_records_edit_is_large (const GpRecordsEdit *edit);
/* A GpStoreFunc for those; data: the edit. */
gboolean gp_records_apply_in_worker (GpStore *store, gpointer data, GpJob *job, GError **error);

G_END_DECLS
