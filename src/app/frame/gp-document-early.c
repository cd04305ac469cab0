/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-document-early.h. Threads: all functions are of the thread of the windows. The worker
 * makes a document that nobody else knows, and has ended before it is handed over.
 */
#include "gp-document-early.h"

typedef struct {
  char *path; /* absolute */
  GThread *thread;
  GpDocument *document; /* of the worker until it is joined */
  GError *error;
} Early;

static Early *early; /* or NULL */

static gpointer
read_it (gpointer data)
{
  Early *self = data;

  self->document = gp_document_open (self->path, &self->error);
  return NULL;
}

void
gp_document_early_drop (void)
{
  if (early == NULL)
    return;
  if (early->thread != NULL)
    g_thread_join (early->thread);
  g_clear_object (&early->document);
  g_clear_error (&early->error);
  g_free (early->path);
  g_clear_pointer (&early, g_free);
}

void
gp_document_early_begin (const char *path)
{
  gp_document_early_drop ();
  early = g_new0 (Early, 1);
  early->path = g_canonicalize_filename (path, NULL);
  early->thread = g_thread_try_new ("read", read_it, early, NULL);
  if (early->thread == NULL) /* then it is read when it is asked for */
    gp_document_early_drop ();
}

GpDocument *
gp_document_early_open (const char *path, GError **error)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  GpDocument *document;

  if (early == NULL || !g_str_equal (early->path, whole)) {
    gp_document_early_drop ();
    return gp_document_open (path, error);
  }
  g_thread_join (early->thread);
  document = g_steal_pointer (&early->document);
  if (document == NULL)
    g_propagate_error (error, g_steal_pointer (&early->error));
  g_free (early->path);
  g_clear_pointer (&early, g_free);
  return document;
}
