/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The exchange folder: everything a person put into a project as CSV files, out and in without loss.
 */
#pragma once

#include <gio/gio.h>
#include <groeiplan/gp-project.h>

G_BEGIN_DECLS

#define GP_MAX_PROBLEMS 100

/* What is wrong with input files: sentences "file:line: column: what is wrong". */
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

/* Writes the folder: made when absent; files of an earlier export are replaced one by one, each
 * complete; other files in it are left alone. The same project gives the same bytes. */
gboolean gp_exchange_write (const GpProject *project, const char *folder,
                            GCancellable *cancellable, GError **error);

G_END_DECLS
