/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Anchors: futures of their own, spread over what may happen, from whose plans the others are
 * planned. Which anchor is a future's follows from the scenario, the seed and its number alone. */
#pragma once

#include "gp-futures-draw.h"

#define GP_N_ANCHORS 64

typedef struct _GpAnchors GpAnchors;

GpAnchors *gp_anchors_new (const GpDraw *draw);
void gp_anchors_free (GpAnchors *anchors);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpAnchors, gp_anchors_free)

/* The nearest anchor, 0 .. GP_N_ANCHORS - 1. */
guint gp_anchors_nearest (const GpAnchors *anchors, guint64 seed, guint32 number);

/* The anchor's values, set in a new variant of the project. */
GpVariant *gp_anchors_variant (const GpAnchors *anchors, guint anchor);
