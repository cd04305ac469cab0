/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of GpDocument share. */
#pragma once

#include "gp-document-cache.h"
#include "gp-document-held.h"
#include "gp-document-results.h"
#include "gp-document.h"

G_BEGIN_DECLS

struct _GpDocument {
  GObject parent;
  GpStore *store;   /* through gp_document_store () */
  GThread *writing; /* that has the store to write a plan, or NULL */
  GpProject *project;
  char *scenario; /* code */
  GpPlan *plan;
  GpDocumentCache *cache;
  GpDocumentResults *results;
  GPtrArray *troubles;    /* of char *: heading and message in turn, to be told */
  guint telling_troubles; /* source that tells them, or 0 */
  GpStorePlace place;     /* when it was last asked */
  guint telling;          /* source that emits "changed", or 0 */
  guint epoch;            /* grows where the project becomes another one */

  guint author_stamp; /* of the name that the store has */

  char *path;
  GpJob *busy; /* whose worker has the store now; then the rest of these, else NULL */
  GpDocumentHeld *held;
  char *busy_reason;
  gint64 busy_version;
  GPtrArray *waiting; /* of GpPackedPlan: to be stored afterwards; or NULL */
};

/* The store, once a plan that is being written to it is there: a fraction of a second at most, and
 * only for who comes just then. */
GpStore *gp_document_store (GpDocument *self);
/* The plan of the chosen scenario as it is stored; one that cannot be read counts as none. */
void gp_document_load_plan (GpDocument *self);
/* Forgets what was kept of the data, scenario or plans before, and tells everybody. */
void gp_document_emit_changed (GpDocument *self);
/* done: what the store said of a change; where it was made, a fresh snapshot and "changed". */
gboolean gp_document_changed (GpDocument *self, gboolean done, GError **error);

/* Has the window say it ("trouble"), when nobody is in the middle of something. */
void gp_document_tell_trouble (GpDocument *self, const char *heading, const char *message);
/* Gives the store the name that edits are kept with; before each of them. */
void gp_document_sign (GpDocument *self);
/* GP_ERROR_BUSY while a worker has the store. */
gboolean gp_document_check_free (GpDocument *self, GError **error);
/* Stores the plan, which is taken over, when the document is free again. */
void gp_document_let_wait (GpDocument *self, GpPackedPlan *packed);
/* What was computed before is of other data, whatever their numbers say. */
void gp_document_start_anew (GpDocument *self);

G_END_DECLS
