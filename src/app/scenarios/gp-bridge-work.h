/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bridge from one scenario to another as long work; the document keeps what was found. */
#pragma once

#include "gp-document.h"
#include "gp-work.h"

#include <groeiplan/gp-compare.h>

G_BEGIN_DECLS

typedef struct {
  guint32 from, to; /* indices */
  GpFigureId figure;
  gboolean relaxed;
} GpBridgeWish;

/* What the document has of it, or NULL; stale: the data changed since. */
const GpBridge *gp_bridge_work_find (GpDocument *document, const GpBridgeWish *wish,
                                     gboolean *stale);

/* Starts looking; done gets the result for gp_bridge_work_keep (). */
GpJob *gp_bridge_work_start (GtkWidget *owner, GpDocument *document, const GpBridgeWish *wish,
                             GpWorkDone done);

/* Takes the result over: the document keeps it when it is still the one it was made from. */
void gp_bridge_work_keep (gpointer result, GpDocument *document);

/* What a step changes, as a person reads it ("Hand-over share", "Pins"): a new string. */
char *gp_bridge_step_title (const GpBridgeStep *step);

G_END_DECLS
