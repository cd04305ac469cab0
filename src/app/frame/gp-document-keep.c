/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file under a document: whether it still is there and may be written. */
#include "gp-document-private.h"

#include <glib/gi18n-lib.h>

GpStorePlace
gp_document_get_place (GpDocument *self)
{
  return self->busy == NULL ? gp_store_place (gp_document_store (self)) : self->place;
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
  GpStorePlace place = gp_store_place (gp_document_store (self));

  if (place != self->place && self->telling == 0)
    self->telling = g_idle_add (tell, self);
  self->place = place;
  return place;
}

const char *
gp_document_get_read_only_reason (GpDocument *self)
{
  const char *reason;

  if (self->busy != NULL)
    return self->busy_reason;
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
  if (!gp_store_is_read_only (gp_document_store (self)))
    return NULL;
  reason = gp_store_read_only_reason (gp_document_store (self));
  return reason != NULL ? reason : _ ("This project is open for reading only.");
}

guint
gp_document_get_epoch (GpDocument *self)
{
  return self->epoch;
}

void
gp_document_start_anew (GpDocument *self)
{
  g_clear_pointer (&self->cache, gp_document_cache_free);
  self->cache = gp_document_cache_new ();
  gp_document_results_free (self->results);
  self->results = gp_document_results_new ();
  self->epoch++;
}
