/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forms that a document takes.
 */
#pragma once

#include "gp-doc.h"
#include "gp-pages.h"

#include <groeiplan/gp-report.h>

/* gp-pdf.c */
GBytes *gp_pdf_new (const GpPages *pages, GError **error);
/* gp-pdf-language.c: adds to what cairo made the document's language ("nl-NL"), that a table's heads
 * are of columns, and for each figure in its order what it shows (may be NULL). */
void gp_pdf_add_language (GByteArray *bytes, const char *language, const GPtrArray *figures);

/* gp-xlsx.c: GP_ERROR_FILE where there is no room for temporary files. */
GBytes *gp_xlsx_new (const GpDoc *doc, GError **error);

/* gp-csv.c: a grid as CSV for a spreadsheet in the document's language: Dutch has semicolons and
 * decimal commas. Text cells that a spreadsheet would run are defused. */
GBytes *gp_csv_new (const GpGrid *grid, GpLanguage language);
/* What the document says of itself, as CSV of two columns. */
GBytes *gp_csv_stamps (const GpDoc *doc);

/* gp-html.c: one file with everything in it. */
GBytes *gp_html_new (const GpDoc *doc);

/* gp-files.c: a name that is safe on every system: ASCII letters, digits, '-' and '_'; never empty,
 * at most max bytes. */
char *gp_files_safe (const char *text, gsize max);

/* A folder beside the target in which files are made, and moved from when all are complete. */
typedef struct _GpStaging GpStaging;
GpStaging *gp_staging_new (const char *folder, GError **error);
/* Where a file of that name ("a.pdf", or "a/a.pdf" in a folder of its own) is to be written; a new
 * string. Safe for several threads. */
char *gp_staging_path (GpStaging *staging, const char *name);
gboolean gp_staging_write (GpStaging *staging, const char *name, GBytes *bytes, GError **error);
/* Moves everything in place; the names in their order go to names (may be NULL). */
gboolean gp_staging_finish (GpStaging *staging, GPtrArray *names, GError **error);
/* Takes away what was not moved. */
void gp_staging_free (GpStaging *staging);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpStaging, gp_staging_free)

/* gp-report.c: makes a document's files in these forms. */
gboolean gp_doc_stage (const GpDoc *doc, GpPages *pages, GpReportFormats formats,
                       GpStaging *staging, GError **error);
