/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-records-apply.h. */
#include "gp-records-apply.h"

#define LARGE 1000    /* rows: a tenth of a second on a slow computer */
#define TOLD_EVERY 64 /* rows */

typedef struct {
  const GpRecordsEdit *edit;
  GpJob *job; /* or NULL */
  guint done;
} Applying;

/* FALSE when it is to stop. */
static gboolean
tell (Applying *self, GError **error)
{
  if (self->job == NULL || self->done++ % TOLD_EVERY != 0)
    return TRUE;
  gp_job_progress ((double)self->done / (self->edit->puts->len + self->edit->drops->len), "",
                   self->job);
  return !g_cancellable_set_error_if_cancelled (gp_job_get_cancellable (self->job), error);
}

static gboolean
put_and_drop (GpStore *store, gpointer data, GError **error)
{
  Applying *self = data;
  const GpRecordsEdit *edit = self->edit;

  for (guint i = 0; i < edit->puts->len; i++) {
    const GpRecordsRow *row = edit->puts->pdata[i];

    if (!tell (self, error) ||
        !gp_store_put (store, row->table, (const char *const *)row->cells, error))
      return FALSE;
  }
  for (guint i = 0; i < edit->drops->len; i++) { /* what refers to others stands first */
    const GpRecordsRow *row = edit->drops->pdata[i];

    if (!tell (self, error) ||
        !gp_store_delete (store, row->table, (const char *const *)row->cells, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
gp_records_apply (GpDocument *document, const GpRecordsEdit *edit, GError **error)
{
  Applying applying = {.edit = edit};

  if (gp_records_edit_is_empty (edit))
    return TRUE;
  return gp_document_edit (document, edit->label, put_and_drop, &applying, error);
}

gboolean
gp_records_edit_is_large (const GpRecordsEdit *edit)
{
  return edit->puts->len + edit->drops->len > LARGE;
}

gboolean
gp_records_apply_in_worker (GpStore *store, gpointer data, GpJob *job, GError **error)
{
  const GpRecordsEdit *edit = data;
  Applying applying = {.edit = edit, .job = job};

  if (!gp_store_begin (store, edit->label, error))
    return FALSE;
  if (put_and_drop (store, &applying, error))
    return gp_store_commit (store, error);
  gp_store_rollback (store);
  return FALSE;
}
