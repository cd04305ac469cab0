/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The CSV writer. libcsv's own quotes every cell; ours keeps headers and codes as people type them.
 */
#include "gp-csv-writer.h"

#include <string.h>

#include "gp-csv-cell.h"

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t';
}

static gboolean
needs_quotes (const char *text)
{
  gsize size = strlen (text);
  return size > 0 &&
         (strpbrk (text, ",;\"\r\n") != NULL || is_blank (text[0]) || is_blank (text[size - 1]));
}

static void
begin_cell (GpCsvWriter *writer)
{
  if (writer->row_begun)
    g_string_append_c (writer->text, ',');
  writer->row_begun = TRUE;
}

static void
append (GpCsvWriter *writer, const char *prefix, const char *text)
{
  begin_cell (writer);
  if (!needs_quotes (text)) {
    g_string_append (writer->text, prefix);
    g_string_append (writer->text, text);
    return;
  }
  g_string_append_c (writer->text, '"');
  g_string_append (writer->text, prefix);
  for (const char *quote; (quote = strchr (text, '"')) != NULL; text = quote + 1) {
    g_string_append_len (writer->text, text, quote - text);
    g_string_append (writer->text, "\"\"");
  }
  g_string_append (writer->text, text);
  g_string_append_c (writer->text, '"');
}

void
gp_csv_writer_cell (GpCsvWriter *writer, const char *cell)
{
  g_return_if_fail (writer != NULL && cell != NULL);
  append (writer, "", cell);
}

void
gp_csv_writer_text (GpCsvWriter *writer, const char *text)
{
  g_return_if_fail (writer != NULL && text != NULL);
  append (writer, gp_csv_cell_is_risky (text) ? "'" : "", text);
}

void
gp_csv_writer_end_row (GpCsvWriter *writer)
{
  g_return_if_fail (writer != NULL);
  g_string_append_c (writer->text, '\n');
  writer->row_begun = FALSE;
}
