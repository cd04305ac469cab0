/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of a cell share: gp-records-cell.c shows, gp-records-typing.c edits. */
#pragma once

#include "gp-records-private.h"

G_BEGIN_DECLS

struct _GpRecordsCell {
  GpTextCell parent;
  GpRecords *records;
  guint column;
  GtkListItem *item;
  GtkWidget *editor;  /* GtkText, drawn in place of the text; or NULL */
  GtkWidget *choices; /* GpRecordsChoices, or NULL */
  gpointer edited;    /* record, compared only */
  guint leaving;      /* source: the focus went elsewhere */
  gboolean choosing;  /* the text was typed: the choices count */
};

/* Takes what is typed in away; keep_focus: the cell has it then, if that had it. */
void gp_records_cell_end (GpRecordsCell *self, gboolean keep_focus);

G_END_DECLS
