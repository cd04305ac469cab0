/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The exchange folder: everything a person put into a project as CSV files, out and in without
 * loss.
 *
 * Out: UTF-8, `,`, rows that end in LF, quotes only where they must be. A text or code that a
 * spreadsheet would run (after any apostrophes it begins with = + - @, a tab or a line end) gets an
 * apostrophe before it, which is taken off again on the way in; numbers stay numbers.
 *
 * In: also a byte order mark, Windows-1252, `;` with a decimal comma in numbers, CRLF, columns in
 * any order. project.csv, regions.csv, sectors.csv, boards.csv and schools.csv must be there; any
 * other file may be absent and is then empty.
 */
#pragma once

#include <gio/gio.h>
#include <groeiplan/gp-project.h>

G_BEGIN_DECLS

#define GP_MAX_PROBLEMS 100

/* What is wrong with input files: sentences "file:line: column: what is wrong", where line is that
 * on which the row begins, and parts that do not apply are left out. */
typedef struct _GpProblems GpProblems;
GpProblems *gp_problems_new (void);
void gp_problems_free (GpProblems *problems);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpProblems, gp_problems_free)
/* The first GP_MAX_PROBLEMS errors, in the order of files and lines; n_total counts all. */
guint gp_problems_n_errors (const GpProblems *problems);
const char *gp_problems_error (const GpProblems *problems, guint i);
guint gp_problems_n_total (const GpProblems *problems);
/* What is not fatal: unknown columns, files that are not known. */
guint gp_problems_n_notes (const GpProblems *problems);
const char *gp_problems_note (const GpProblems *problems, guint i);

/* Reads a folder into a finished project. NULL with GP_ERROR_DATA (all that is wrong in problems,
 * which may be NULL), GP_ERROR_FILE or GP_ERROR_CANCELLED. */
GpProject *gp_exchange_read (const char *folder, GpProblems *problems, GCancellable *cancellable,
                             GError **error);

/* Writes the folder: made when absent; files of an earlier export are replaced, other files in it
 * are left alone. The same project gives the same bytes. FALSE with GP_ERROR_FILE or
 * GP_ERROR_CANCELLED.
 *
 * Every file appears complete or not at all, and none is replaced before all are on disk: a full
 * disk or a cancel leaves an earlier export as it was. While files are exchanged project.csv is
 * away, so that a folder whose writer was killed is refused by every reader rather than read as a
 * mix. */
gboolean gp_exchange_write (const GpProject *project, const char *folder, GCancellable *cancellable,
                            GError **error);

G_END_DECLS
