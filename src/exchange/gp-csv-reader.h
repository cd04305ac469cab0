/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading CSV files of unknown origin, row by row, in bounded memory.
 *
 * What is taken: UTF-8 with or without a byte order mark, else Windows-1252; `,` or `;` between the
 * cells (told apart by the header row); RFC 4180 quoting, also with line ends inside quotes; CRLF,
 * LF or CR; blank lines, which are skipped. What is not: NUL bytes, bytes that the encoding does
 * not have, quotes out of balance, a row with more or fewer cells than the header, and anything
 * over the limits below.
 *
 * A file that cannot be read on (GP_ERROR_DATA) has its sentence "file:line: column: what" both in
 * the GError and in the problems; a single wrong row has it in the problems alone, and is left out
 * unless asked for.
 */
#pragma once

#include <gio/gio.h>

#include "gp-problems-private.h"

G_BEGIN_DECLS

#define GP_CSV_MAX_FILE ((goffset)256 << 20)
#define GP_CSV_MAX_CELL ((gsize)64 << 10) /* bytes as they stand in the file */
#define GP_CSV_MAX_COLUMNS 500
#define GP_CSV_MAX_ROWS 2000000 /* wrong ones included */

typedef struct _GpCsvReader GpCsvReader;

/* A row: as many cells as the header has, in UTF-8 without NUL, exactly as they stand in the file
 * (blanks included). It lives until the next call on the reader. */
typedef struct {
  guint line; /* on which it begins, from 1; the header counts as a row */
  gboolean is_wrong;
  const char *const *cells;
} GpCsvRow;

/* Opens a file and reads its header. name is what sentences call it; NULL for the path's last part.
 * problems must outlive the reader; its cancellable (may be NULL) is asked now and then. NULL with
 * GP_ERROR_FILE, GP_ERROR_DATA or GP_ERROR_CANCELLED. */
GpCsvReader *gp_csv_reader_open (const char *path, const char *name, GpProblems *problems,
                                 GCancellable *cancellable, GError **error);
void gp_csv_reader_free (GpCsvReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpCsvReader, gp_csv_reader_free)

/* The next row that has the header's number of cells; NULL at the end, or with error set. */
const GpCsvRow *gp_csv_reader_next (GpCsvReader *reader, GError **error);

/* From now on rows that were found wrong, and told, are given out too: cells that cannot be read or
 * are not there are empty, cells over the header's number are dropped. For a caller who would
 * otherwise report everything that refers to such a row. */
void gp_csv_reader_keep_wrong_rows (GpCsvReader *reader);

const char *gp_csv_reader_name (const GpCsvReader *reader);
const char *gp_csv_reader_encoding (const GpCsvReader *reader); /* "UTF-8" or "Windows-1252" */
char gp_csv_reader_separator (const GpCsvReader *reader);       /* ',' or ';' */

/* The header's cells without blanks around them. Doubled and empty names are the caller's to judge.
 */
const char *const *gp_csv_reader_header (const GpCsvReader *reader, guint *n_columns);
guint gp_csv_reader_header_line (const GpCsvReader *reader);
/* The first column of that name, or -1. */
int gp_csv_reader_find_column (const GpCsvReader *reader, const char *column);

/* Adds a problem with the row that was read last (the header's before that). column: "" or NULL
 * where it is about the row as a whole. */
void gp_csv_reader_problem (GpCsvReader *reader, const char *column, const char *message);

G_END_DECLS
