/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writing CSV: cells into a string, as RFC 4180 says.
 *
 * `,` between cells; a cell is quoted only where it must be (it holds a separator, a quote mark, a
 * line end, or has a blank at an end that some programs would strip). Rows end in LF, which every
 * reader takes, and which keeps line-based tools (cut, diff, version control) working.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  GString *text;
  gboolean row_begun;
} GpCsvWriter;

/* A cell that stands as it is: a number, a word, a column's name. */
void gp_csv_writer_cell (GpCsvWriter *writer, const char *cell);

/* A text of a person, made harmless for spreadsheets (gp-csv-cell.h). */
void gp_csv_writer_text (GpCsvWriter *writer, const char *text);

void gp_csv_writer_end_row (GpCsvWriter *writer);

G_END_DECLS
