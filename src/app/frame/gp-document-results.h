/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Results of a document that took long to find: as they are shown, and as texts in the project file
 * for those kinds that have one. What the file does not have (it can only be read, or did not take
 * it) is held here, and is what closing would lose.
 */
#pragma once

#include "gp-document.h"

G_BEGIN_DECLS

typedef struct _GpDocumentResults GpDocumentResults;

GpDocumentResults *gp_document_results_new (void);
void gp_document_results_free (GpDocumentResults *results);
/* The data changed: what the file has is read from it anew when it is asked for, for its number may
 * have gone along with the edit, and names may stand for other rows; what it has not is read from
 * its text anew. */
void gp_document_results_forget (GpDocumentResults *results);
/* Stores what waits to be stored. */
void gp_document_results_store (GpDocument *document);

G_END_DECLS
