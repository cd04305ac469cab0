/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of a document: each one transaction and one entry of the history, which undo, redo and the
 * history pane walk along. */
#include "gp-document-private.h"

#include <glib/gi18n-lib.h>

#define LONG_BYTES 200000 /* of changes: undoing them takes a tenth of a second */

/* Of the window's thread, as every edit begins there. */
static char *author;
static guint author_stamp;

void
gp_document_set_author (const char *name)
{
  g_free (author);
  author = g_strdup (name);
  author_stamp++;
}

void
gp_document_sign (GpDocument *self)
{
  if (self->author_stamp == author_stamp)
    return;
  gp_store_set_author (gp_document_store (self), author);
  self->author_stamp = author_stamp;
}

gboolean
gp_document_find_change (GpDocument *self, GpTableId table, const char *const *cells, gint64 *when,
                         char **name)
{
  g_autoptr (GError) error = NULL;
  gboolean known = self->busy == NULL && gp_store_find_change (gp_document_store (self), table,
                                                               cells, when, name, &error);

  if (error != NULL)
    g_info ("%s", error->message);
  return known;
}

char *
gp_document_undo_label (GpDocument *self)
{
  return self->busy == NULL ? gp_store_undo_label (gp_document_store (self)) : NULL;
}

char *
gp_document_redo_label (GpDocument *self)
{
  return self->busy == NULL ? gp_store_redo_label (gp_document_store (self)) : NULL;
}

gboolean
gp_document_undo (GpDocument *self, GError **error)
{
  return gp_document_check_free (self, error) &&
         gp_document_changed (self, gp_store_undo (gp_document_store (self), error), error);
}

gboolean
gp_document_redo (GpDocument *self, GError **error)
{
  return gp_document_check_free (self, error) &&
         gp_document_changed (self, gp_store_redo (gp_document_store (self), error), error);
}

GPtrArray *
gp_document_history (GpDocument *self, GError **error)
{
  return gp_document_check_free (self, error) ? gp_store_history (gp_document_store (self), error)
                                              : NULL;
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

/* One step towards the number of entries that are to be done. */
static gboolean
step (GpStore *store, guint *now, guint then, GError **error)
{
  gboolean back = *now > then;

  *now += back ? -1U : 1U;
  return back ? gp_store_undo (store, error) : gp_store_redo (store, error);
}

gboolean
gp_document_go_back (GpStore *store, gpointer data, GpJob *job, GError **error)
{
  gint64 id = ((GpGoBack *)data)->id;
  g_autoptr (GPtrArray) history = gp_store_history (store, error);
  guint now, then, n;

  if (history == NULL)
    return FALSE;
  if (!count_done (history, id, &now, &then)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_USAGE,
                         _ ("That change is no longer in the history."));
    return FALSE;
  }
  n = MAX (now, then) - MIN (now, then);
  while (now != then) {
    gp_job_progress (1 - (double)(MAX (now, then) - MIN (now, then)) / n, "", job);
    if (g_cancellable_set_error_if_cancelled (gp_job_get_cancellable (job), error) ||
        !step (store, &now, then, error))
      return FALSE;
  }
  return TRUE;
}

/* The newest that is done, or the oldest that is not. */
static gboolean
is_long (GpDocument *self, gboolean undone)
{
  g_autoptr (GPtrArray) history = gp_document_history (self, NULL);
  gint64 size = 0;

  for (guint i = 0; history != NULL && i < history->len; i++) {
    const GpHistoryEntry *entry = g_ptr_array_index (history, i);

    if (entry->undone == undone)
      size = entry->size;
    if (!entry->undone)
      break;
  }
  return size > LONG_BYTES;
}

gboolean
gp_document_undo_is_long (GpDocument *self)
{
  return is_long (self, FALSE);
}

gboolean
gp_document_redo_is_long (GpDocument *self)
{
  return is_long (self, TRUE);
}

gboolean
gp_document_edit (GpDocument *self, const char *label, GpEditFunc func, gpointer data,
                  GError **error)
{
  if (!gp_document_check_free (self, error))
    return FALSE;
  gp_document_sign (self);
  if (!gp_store_begin (gp_document_store (self), label, error))
    return gp_document_changed (self, FALSE, NULL);
  if (!func (gp_document_store (self), data, error)) {
    gp_store_rollback (gp_document_store (self));
    return FALSE;
  }
  return gp_document_changed (self, gp_store_commit (gp_document_store (self), error), error);
}
