/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of GpPlaces share: gp-places.c (which row stands where) and
 * gp-places-selection.c (what is selected). */
#pragma once

#include "gp-places.h"

G_BEGIN_DECLS

struct _GpPlaces {
  GObject parent;
  GtkSelectionModel *rows;
  GPtrArray *made; /* of GpPlace: as many as there ever were */
  guint first, n, room;
  guint anchor, end; /* rows, or GTK_INVALID_LIST_POSITION */
};

void gp_places_selection_iface (GtkSelectionModelInterface *iface);

G_END_DECLS
