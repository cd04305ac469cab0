/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The stored plans of a document as they were when a worker took the store, for whoever asks while
 * it has it.
 */
#pragma once

#include <groeiplan/gp-store.h>

G_BEGIN_DECLS

typedef struct _GpDocumentHeld GpDocumentHeld;

GpDocumentHeld *gp_document_held_new (GpProject *project);
const GpProject *gp_document_held_project (const GpDocumentHeld *held);
void gp_document_held_free (GpDocumentHeld *held); /* when the worker is ready */

/* In the worker, once, before anything else. */
void gp_document_held_read (GpDocumentHeld *held, GpStore *store);

/* In the window's thread: waits for the reading (some hundredths of a second). A new reference, or
 * NULL where there is none; when (may be NULL): of the publication. */
GpPlan *gp_document_held_plan (GpDocumentHeld *held, const char *scenario);
GpPlan *gp_document_held_published (GpDocumentHeld *held, const char *scenario, gint64 *when);

G_END_DECLS
