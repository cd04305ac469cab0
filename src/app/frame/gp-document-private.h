/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of GpDocument share. */
#pragma once

#include "gp-document-cache.h"
#include "gp-document.h"

G_BEGIN_DECLS

struct _GpDocument {
  GObject parent;
  GpStore *store;
  GpProject *project;
  char *scenario; /* code */
  GpPlan *plan;
  GpDocumentCache *cache;
  GpStorePlace place; /* when it was last asked */
  guint telling;      /* source that emits "changed", or 0 */
};

/* The plan of the chosen scenario as it is stored; one that cannot be read counts as none. */
void gp_document_load_plan (GpDocument *self);
/* Forgets what was kept of the data, scenario or plans before, and tells everybody. */
void gp_document_emit_changed (GpDocument *self);
/* done: what the store said of a change; where it was made, a fresh snapshot and "changed". */
gboolean gp_document_changed (GpDocument *self, gboolean done, GError **error);

G_END_DECLS
