/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Long work on the project file itself, shown in the window's header: in a worker that alone has
 * the store, while the document says that it cannot be changed (gp_document_work_async ()).
 */
#pragma once

#include "gp-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct {
  const char *title;   /* what is being done, as the header says it ("Restoring a backup") */
  const char *trouble; /* what to say over the error's sentence ("The backup cannot be restored") */
  gboolean anew;       /* as gp_document_work_async () */
  gboolean to_the_end; /* cannot be cancelled half-way */
  GpStoreFunc func;
  /* In the window's thread when it was done; not when it failed or was cancelled, which the window
   * tells, nor when owner is gone. May be NULL. */
  void (*done) (GtkWidget *owner, gpointer data);
  GDestroyNotify free_data; /* when all is over; may be NULL */
} GpStoreWork;

/* title and trouble outlive the work (translated texts do). */
void gp_store_work_start (GtkWidget *owner, GpDocument *document, const GpStoreWork *work,
                          gpointer data);

G_END_DECLS
