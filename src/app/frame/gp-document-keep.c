/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file under a document: whether it still is there, copies, backups, and forgetting people. */
#include "gp-document-private.h"

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-backups.h>

GpStorePlace
gp_document_get_place (GpDocument *self)
{
  return gp_store_place (self->store);
}

static gboolean
tell (gpointer data)
{
  GpDocument *self = data;

  self->telling = 0;
  gp_document_emit_changed (self);
  return G_SOURCE_REMOVE;
}

/* Whoever asks first sees that the file moved; everybody else is told, when nobody is in the middle
 * of something. */
static GpStorePlace
look (GpDocument *self)
{
  GpStorePlace place = gp_store_place (self->store);

  if (place != self->place && self->telling == 0)
    self->telling = g_idle_add (tell, self);
  self->place = place;
  return place;
}

const char *
gp_document_get_read_only_reason (GpDocument *self)
{
  const char *reason;

  switch (look (self)) {
  case GP_STORE_GONE:
    return _ (
        "The file was deleted or moved while it was open. Save a copy of what is shown here.");
  case GP_STORE_REPLACED:
    return _ ("Another file has taken its place while it was open. Save a copy of what is shown "
              "here, or open the new file.");
  case GP_STORE_IN_PLACE:
  default:
    break;
  }
  if (!gp_store_is_read_only (self->store))
    return NULL;
  reason = gp_store_read_only_reason (self->store);
  return reason != NULL ? reason : _ ("This project is open for reading only.");
}

gboolean
gp_document_save_copy (GpDocument *self, const char *path, GError **error)
{
  return gp_store_backup (self->store, path, NULL, NULL, NULL, error);
}

gboolean
gp_document_save_anonymous (GpDocument *self, const char *path, gboolean everything, GError **error)
{
  return gp_store_anonymise (self->store, path, everything, error);
}

/* What was computed before is of other data, whatever their numbers say. */
static void
start_anew (GpDocument *self)
{
  g_clear_pointer (&self->cache, gp_document_cache_free);
  self->cache = gp_document_cache_new ();
}

gboolean
gp_document_restore (GpDocument *self, const char *backup, GError **error)
{
  gboolean done = gp_store_restore (self->store, backup, error);

  if (done)
    start_anew (self);
  return gp_document_changed (self, done, error);
}

gboolean
gp_document_forget (GpDocument *self, const char *const *coaches, gboolean backups,
                    GpForgotten *forgotten, GError **error)
{
  g_autoptr (GError) unread = NULL;
  gboolean done = gp_store_forget (self->store, coaches, backups, forgotten, error);

  /* also when it failed half-way: what is shown is what is there */
  start_anew (self);
  if (!gp_document_changed (self, TRUE, &unread))
    g_info ("%s", unread->message);
  return done;
}
