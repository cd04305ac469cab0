/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Edits of the tables as lists of rows to put and rows to delete, made from a snapshot and checked
 * before anything is stored. gp-records-apply.h carries them out. Pure.
 */
#pragma once

#include "gp-records-check.h"
#include "gp-records-text.h"

G_BEGIN_DECLS

typedef struct {
  GpTableId table;
  char **cells; /* all columns of a row that is put; the key of one that is deleted */
} GpRecordsRow;

typedef struct {
  char *label;      /* what the history shows; without names of people */
  GPtrArray *puts;  /* of GpRecordsRow, in an order in which references come first */
  GPtrArray *drops; /* of GpRecordsRow, in an order in which nothing is referred to any more;
                       after the puts */
} GpRecordsEdit;

GpRecordsEdit *gp_records_edit_new (const char *label);
GpRecordsEdit *gp_records_edit_ref (GpRecordsEdit *edit); /* a finished one, for any thread */
void gp_records_edit_free (GpRecordsEdit *edit);          /* gives one reference back */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpRecordsEdit, gp_records_edit_free)
void gp_records_edit_put (GpRecordsEdit *edit, GpTableId table, char **cells); /* takes cells */
gboolean gp_records_edit_is_empty (const GpRecordsEdit *edit);

/* A row of the snapshot as texts. */
char **gp_records_row (const GpProject *project, GpTableId table, guint32 row);

/* A row without a code, references and name; what must not be empty is no, or not yet. */
char **gp_records_empty_row (GpTableId table);

/* One column of some rows (guint32) gets a value as the project writes it; rows that have it
 * already are left alone. A code can be changed in one row: what refers to it follows. NULL with
 * the first problem in error, and its row in *wrong (may be NULL). label is copied. */
GpRecordsEdit *gp_records_edit_set (const GpProject *project, GpTableId table, const GArray *rows,
                                    guint column, const char *raw, const char *label,
                                    guint32 *wrong, GError **error);

/* The rows and all that refers to them; what tells it as a person reads it ("1 board with 6
 * schools, 2 pins"), a new string. */
GpRecordsEdit *gp_records_edit_delete (const GpProject *project, GpTableId table,
                                       const GArray *rows, char **what);

/* A new row with a code of its own, as like as possible to the row `like` (GP_NONE: the first
 * choices). NULL with an error where something it must refer to is not there. */
GpRecordsEdit *gp_records_edit_add (const GpProject *project, GpTableId table, guint32 like,
                                    const char *label, char **code, GError **error);

G_END_DECLS
