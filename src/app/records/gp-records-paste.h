/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is pasted from a spreadsheet: lines of cells parted by tabs (quoted where a cell has tabs or
 * lines of its own), turned into an edit. All or nothing: a paste with problems changes nothing.
 *
 * With a first line that names columns, one of them the code, rows are known by their code: known
 * ones change in the columns given, others are new. Without, the cells go from the current one to
 * the right and down, as in any spreadsheet. Pure; any thread.
 */
#pragma once

#include "gp-records-edit.h"
#include "gp-records-kind.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define GP_PASTE_MAX_BYTES (32 * 1024 * 1024)
#define GP_PASTE_MAX_CELLS 1000000
#define GP_PASTE_MAX_PROBLEMS 500
#define GP_PASTE_MAX_SHOWN 5000 /* changes kept for looking at */

/* Where cells without column names go: the current column, and the rows shown from the current one
 * down. */
typedef struct {
  guint column;
  GArray *rows;  /* guint32; NULL: nothing is current */
  gboolean fill; /* a single line goes into all of the rows */
} GpPasteTarget;

typedef struct {
  guint line;           /* from 1; as the text has it */
  char *code;           /* "" where it is not known */
  const char *title;    /* of the column (not translated), or NULL: the whole row */
  char *before, *after; /* as shown; after is the text pasted where it is a problem */
  char *message;        /* NULL for a change */
} GpPasteItem;

typedef struct {
  guint n_rows, n_changed, n_new, n_same;
  gboolean by_code;
  gint64 data_version; /* for the caller: of the data that it was read for */
  GPtrArray *changes;  /* of GpPasteItem, at most GP_PASTE_MAX_SHOWN */
  GPtrArray *problems; /* of GpPasteItem, at most GP_PASTE_MAX_PROBLEMS */
  char *unknown;       /* columns that are not known and left out, or NULL */
  GpRecordsEdit *edit; /* NULL with problems */
} GpPaste;

/* NULL with an error where the text is no such table at all (too large, not text, no cells, nowhere
 * to go, cancelled). */
GpPaste *gp_paste_new (const GpRecordsNames *names, const GpRecordsKind *kind,
                       const GpPasteTarget *target, const char *text, GCancellable *cancellable,
                       GError **error);
void gp_paste_free (GpPaste *paste);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpPaste, gp_paste_free)

/* Lines (of char **) of text parted by tabs; NULL with an error when there is too much. */
GPtrArray *gp_paste_lines (const char *text, GError **error);
/* A cell as it goes between tabs: quoted where it must be, defused where a spreadsheet would take
 * it for a formula. */
void gp_paste_append_cell (GString *text, const char *cell);

G_END_DECLS
