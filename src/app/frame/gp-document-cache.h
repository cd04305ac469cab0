/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a document keeps beside its snapshot: plans and coaching that were read or computed once,
 * until anything changes.
 */
#pragma once

#include "gp-document-held.h"

#include <groeiplan/gp-coaching.h>
#include <groeiplan/gp-store.h>

G_BEGIN_DECLS

typedef struct _GpDocumentCache GpDocumentCache;

GpDocumentCache *gp_document_cache_new (void);
void gp_document_cache_free (GpDocumentCache *cache);
void gp_document_cache_forget (GpDocumentCache *cache);

/* NULL where there is none; the cache's own. Of the store; of held (not NULL) while a worker has
 * that. */
const GpPlan *gp_document_cache_plan (GpDocumentCache *cache, GpStore *store, GpDocumentHeld *held,
                                      const char *scenario);
const GpPlan *gp_document_cache_published (GpDocumentCache *cache, GpStore *store,
                                           GpDocumentHeld *held, const char *scenario,
                                           gint64 *when);
const GpCoaching *gp_document_cache_coaching (GpDocumentCache *cache, const GpProject *project,
                                              const GpPlan *plan, GError **error);

G_END_DECLS
