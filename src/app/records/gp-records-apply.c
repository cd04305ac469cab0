/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-apply.h. */
#include "gp-records-apply.h"

static gboolean
put_and_drop (GpStore *store, gpointer data, GError **error)
{
  const GpRecordsEdit *edit = data;

  for (guint i = 0; i < edit->puts->len; i++) {
    const GpRecordsRow *row = edit->puts->pdata[i];

    if (!gp_store_put (store, row->table, (const char *const *)row->cells, error))
      return FALSE;
  }
  for (guint i = 0; i < edit->drops->len; i++) { /* what refers to others stands first */
    const GpRecordsRow *row = edit->drops->pdata[i];

    if (!gp_store_delete (store, row->table, (const char *const *)row->cells, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_records_apply (GpDocument *document, const GpRecordsEdit *edit, GError **error)
{
  if (gp_records_edit_is_empty (edit))
    return TRUE;
  return gp_document_edit (document, edit->label, put_and_drop, (gpointer)edit, error);
}
