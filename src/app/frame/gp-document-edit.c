/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of a document: each one transaction and one entry of the history, which undo, redo and the
 * history pane walk along. */
#include "gp-document-private.h"

#include <glib/gi18n-lib.h>

char *
gp_document_undo_label (GpDocument *self)
{
  return gp_store_undo_label (self->store);
}

char *
gp_document_redo_label (GpDocument *self)
{
  return gp_store_redo_label (self->store);
}

gboolean
gp_document_undo (GpDocument *self, GError **error)
{
  return gp_document_changed (self, gp_store_undo (self->store, error), error);
}

gboolean
gp_document_redo (GpDocument *self, GError **error)
{
  return gp_document_changed (self, gp_store_redo (self->store, error), error);
}

GPtrArray *
gp_document_history (GpDocument *self, GError **error)
{
  return gp_store_history (self->store, error);
}

/* Newest first: how many of the entries are done now, and how many would be with id the last one.
 */
static gboolean
count_done (const GPtrArray *history, gint64 id, guint *now, guint *then)
{
  gboolean found = id == 0;

  *now = *then = 0;
  for (guint i = 0; i < history->len; i++) {
    const GpHistoryEntry *entry = g_ptr_array_index (history, i);

    found = found || entry->id == id;
    *now += entry->undone ? 0 : 1;
    *then += id != 0 && found ? 1 : 0;
  }
  return found;
}

gboolean
gp_document_go_back (GpDocument *self, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) history = gp_store_history (self->store, error);
  gboolean done = TRUE;
  guint now, then;

  if (history == NULL)
    return FALSE;
  if (!count_done (history, id, &now, &then)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_USAGE,
                         _ ("That change is no longer in the history."));
    return FALSE;
  }
  for (; done && now > then; now--)
    done = gp_store_undo (self->store, error);
  for (; done && now < then; now++)
    done = gp_store_redo (self->store, error);
  return gp_document_changed (self, done, error);
}

gboolean
gp_document_edit (GpDocument *self, const char *label, GpEditFunc func, gpointer data,
                  GError **error)
{
  if (!gp_store_begin (self->store, label, error))
    return gp_document_changed (self, FALSE, NULL);
  if (!func (self->store, data, error)) {
    gp_store_rollback (self->store);
    return FALSE;
  }
  return gp_document_changed (self, gp_store_commit (self->store, error), error);
}

gboolean
gp_document_apply_register (GpDocument *self, const GpRegisterPreview *preview, GError **error)
{
  return gp_document_changed (self, gp_register_apply (self->store, preview, error), error);
}
