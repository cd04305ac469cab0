/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Raw rows of a CSV file: bytes cut into cells, with the line on which each row begins. What the
 * bytes mean, and whether a row fits its header, is for gp-csv-reader.c.
 */
#pragma once

#include <csv.h>
#include <gio/gio.h>

#include "gp-csv-detect.h"

G_BEGIN_DECLS

typedef struct {
  char *path;
  GCancellable *cancellable;
  int fd;
  GpCsvKind kind;
  struct csv_parser parser;
  gboolean has_parser;

  guint8 *chunk;
  gsize chunk_at, chunk_end;
  goffset n_read;
  gboolean at_end, after_cr;
  guint next_line; /* of the byte at chunk_at */
  guint n_rows;
  gboolean row_begun, row_done, too_long;

  /* The row that was gathered last; the reader decodes it in place. */
  GString *arena;    /* its cells one after another, each with a NUL */
  GArray *offsets;   /* of gsize: where in arena each begins */
  guint line;        /* on which it begins */
  gboolean too_wide; /* it has more cells than GP_CSV_MAX_COLUMNS; those are all that is kept */
} GpCsvSource;

/* Opens a file and finds out of what kind it is. FALSE with GP_ERROR_FILE, GP_ERROR_CANCELLED, or
 * GP_ERROR_DATA: then the message is without file and line, the line is the member (0: the file as
 * a whole). To be closed either way. */
gboolean gp_csv_source_open (GpCsvSource *source, const char *path, GCancellable *cancellable,
                             GError **error);
void gp_csv_source_close (GpCsvSource *source);

/* Gathers the next row; *got is FALSE at the end. Errors as above; nothing can be read after one.
 */
gboolean gp_csv_source_next (GpCsvSource *source, gboolean *got, GError **error);

G_END_DECLS
