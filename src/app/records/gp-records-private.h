/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of GpRecords share: gp-records.c (the widget), -columns.c (columns and cells),
 * -chips.c (filters), -focus.c (where the person is), -actions.c and -clipboard.c (what is done).
 */
#pragma once

#include "gp-long-table.h"
#include "gp-records-cell.h"
#include "gp-records-edit.h"
#include "gp-records-filter.h"
#include "gp-records-list.h"
#include "gp-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _GpRecords {
  GtkWidget parent;
  GtkSearchEntry *search;
  GtkBox *chips;
  GtkWidget *chips_area;
  GtkButton *add;
  GtkButton *clear;
  GtkMenuButton *menu;
  GpLongTable *table;
  GtkColumnView *view; /* of the table */
  GtkScrolledWindow *scroller;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkLabel *problem;
  GtkLabel *count;
  GtkLabel *sum;

  const GpRecordsKind *kind;
  GpRecordsList *list;
  GpRecordsFilter *wanted;
  GtkFilter *filter;
  GtkFilterListModel *filtered;
  GListModel *sorted; /* of what is filtered: what is shown */
  GtkMultiSelection *selection;
  GpDocument *document;
  GSimpleActionGroup *actions;
  GtkWidget *action_window; /* the window that has the actions now, or NULL */

  GPtrArray *cells; /* of GpRecordsCell, not owned: those that exist now */
  char *code;       /* of the current row, or NULL */
  guint column;     /* the current one */
  guint awaited;    /* a row to focus when it is there, or GTK_INVALID_LIST_POSITION */
  gboolean awaited_edit;
  guint tick, tries;
  guint ahead, ahead_row; /* the source that makes what is searched, and its row */
  guint ranking;          /* the source that ranks rows by the text of a column */
  guint ranked_column, ranked_row;
  gboolean updating;
};

/* gp-records-columns.c */
void gp_records_make_columns (GpRecords *self);

/* gp-records-chips.c */
void gp_records_make_chips (GpRecords *self);
void gp_records_refresh_chips (GpRecords *self);
void gp_records_clear_filters (GpRecords *self);

/* gp-records.c */
void gp_records_refilter (GpRecords *self);
void gp_records_set_problem (GpRecords *self, const char *sentence); /* NULL: none */
const GpProject *gp_records_project (GpRecords *self);
const char *gp_records_read_only (GpRecords *self); /* the reason, or NULL */

/* gp-records-focus.c */
GpRecord *gp_records_at (GpRecords *self, guint position); /* a new reference, or NULL */
guint gp_records_n_shown (GpRecords *self);
guint gp_records_position_of (GpRecords *self, const char *code);
guint gp_records_position (GpRecords *self); /* of the current row */
void gp_records_set_current (GpRecords *self, GpRecordsCell *cell);
/* Selects the row, scrolls to it and puts the focus in that column, editing if asked. */
void gp_records_focus_at (GpRecords *self, guint position, guint column, gboolean edit);
void gp_records_add_keys (GpRecords *self);
GArray *gp_records_selected_rows (GpRecords *self); /* guint32 of the snapshot, as shown */
GPtrArray *gp_records_selected_codes (GpRecords *self);
void gp_records_select_codes (GpRecords *self, const GPtrArray *codes);
void gp_records_drop_tick (GpRecords *self);

/* gp-records-actions.c */
void gp_records_add_actions (GpRecords *self);
void gp_records_enter_window (GpRecords *self);
void gp_records_leave_window (GpRecords *self);
void gp_records_update_actions (GpRecords *self);
/* Stores what was typed into a cell: FALSE with the reason where it is wrong. */
gboolean gp_records_store_cell (GpRecords *self, const char *code, guint column, const char *text,
                                GError **error);

/* gp-records-carry.c */
gboolean gp_records_carry_out (GpRecords *self, const GpRecordsEdit *edit, GError **error);
/* The same in a worker where it is large, which takes a reference and tells by itself how it went
 * (trouble: the heading of what is said when it fails); FALSE: it is not, and nothing was done. */
gboolean gp_records_carry_out_large (GpRecords *self, GpRecordsEdit *edit, const char *trouble);

/* gp-records-ahead.c */
void gp_records_watch_search (GpRecords *self);
void gp_records_stop_ahead (GpRecords *self);

/* gp-records-sort.c */
GtkSorter *gp_records_sorter_new (GpRecords *self, guint column);
void gp_records_stop_ranking (GpRecords *self);

/* gp-records-clipboard.c */
void gp_records_copy (GpRecords *self);
void gp_records_paste (GpRecords *self);
void gp_records_paste_text (GpRecords *self, const char *text);

G_END_DECLS
