/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of GpLongTable share: gp-long-table.c (size and scrolling) and
 * gp-long-table-walk.c (the focus, and the keys that move it). */
#pragma once

#include "gp-long-table.h"

G_BEGIN_DECLS

struct _GpLongTable {
  GtkWidget parent;
  GpPlaces *places;
  GpLongTableShowFunc show;
  GtkAdjustment *down;  /* of the scrolled window, or NULL */
  GtkAdjustment *inner; /* of the view, down */
  double row_height;    /* 0: not known yet */
  guint awaited;        /* row to reveal when that is known, or GTK_INVALID_LIST_POSITION */
  guint kept;           /* the row that had the focus when it was scrolled away, or the same */
  guint rest, fitting;  /* sources */
  gpointer kept_item;   /* which it is: owned */
  gboolean syncing;     /* the places and the view are being scrolled alike */
  gboolean walking;     /* the focus goes along by itself */
  gboolean returning;   /* to its row, which scrolling brought into sight */
};

GtkWidget *gp_long_table_view (GpLongTable *self);
GtkWidget *gp_long_table_list (GpLongTable *self); /* of rows, below the titles */
GtkWidget *gp_long_table_row (GpLongTable *self, guint place);

void gp_long_table_add_keys (GpLongTable *self);
void gp_long_table_park (GpLongTable *self); /* before other rows come to the places */
/* After other rows came to some places, not by scrolling. */
void gp_long_table_keep_focus (GpLongTable *self, guint place, guint n);
gboolean gp_long_table_enter (GpLongTable *self); /* by Tab: FALSE where it was nowhere yet */

G_END_DECLS
