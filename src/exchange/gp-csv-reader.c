/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The CSV reader: raw rows (gp-csv-source.c) made into text and checked against the header.
 *
 * The file may change while it is read, so a cell's bytes are judged when the row is read, never
 * before: what is handed out is proper UTF-8 without NUL.
 */
#include "gp-csv-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gp-csv-source.h"

#define NO_CONVERTER ((GIConv)-1)

struct _GpCsvReader {
  GpCsvSource source;
  char *name;
  GpProblems *problems; /* the caller's */
  GIConv converter;     /* from Windows-1252; opened when first needed */
  gboolean failed, keeps_wrong_rows;
  GPtrArray *cells; /* into source.arena */
  GpCsvRow row;
  char **header;
  guint n_columns, header_line;
};

/* The file cannot be read on: into the problems, and as the error. */
static gboolean
fail (GpCsvReader *reader, guint line, const char *message, GError **error)
{
  gp_problems_add (reader->problems, reader->name, line, NULL, message);
  g_autofree char *sentence = gp_problems_sentence (reader->name, line, NULL, message);
  g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, sentence);
  return FALSE;
}

static gboolean
fail_on_source (GpCsvReader *reader, GError *cause, GError **error)
{
  reader->failed = TRUE;
  if (!g_error_matches (cause, GP_ERROR, GP_ERROR_DATA)) {
    g_propagate_error (error, cause);
    return FALSE;
  }
  fail (reader, reader->source.line, cause->message, error);
  g_error_free (cause);
  return FALSE;
}

static gboolean
next_raw_row (GpCsvReader *reader, gboolean *got, GError **error)
{
  GError *cause = NULL;
  if (!gp_csv_source_next (&reader->source, got, &cause))
    return fail_on_source (reader, cause, error);
  reader->row.line = reader->source.line;
  return TRUE;
}

/* ---- from bytes to text ------------------------------------------------------ */

static gboolean
is_ascii (const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if ((guchar)text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* Puts the cell as UTF-8 at the end of the arena, which may move; FALSE where a byte is none of
 * Windows-1252's. */
static gboolean
decode_cell (GpCsvReader *reader, gsize *offset, gsize size)
{
  GString *arena = reader->source.arena;
  if (reader->converter == NO_CONVERTER)
    reader->converter = g_iconv_open ("UTF-8", "CP1252");
  if (reader->converter == NO_CONVERTER)
    return FALSE;
  gsize written;
  g_autofree char *text = g_convert_with_iconv (arena->str + *offset, (gssize)size,
                                                reader->converter, NULL, &written, NULL);
  if (text == NULL)
    return FALSE;
  *offset = arena->len;
  g_string_append_len (arena, text, (gssize)written + 1);
  return TRUE;
}

/* What is wrong with a cell's bytes, or NULL; decodes it where needed. */
static const char *
check_cell (GpCsvReader *reader, gsize *offset, gsize size)
{
  const char *text = reader->source.arena->str + *offset;
  if (memchr (text, '\0', size) != NULL)
    return _ ("holds a NUL byte; this is no text file, or it is damaged");
  if (is_ascii (text, size))
    return NULL;
  if (reader->source.kind.encoding == GP_CSV_UTF8)
    return g_utf8_validate_len (text, size, NULL)
               ? NULL
               : _ ("holds bytes that are not UTF-8; save the file as CSV UTF-8");
  return decode_cell (reader, offset, size)
             ? NULL
             : _ ("holds bytes that are neither UTF-8 nor Windows-1252; save the file as CSV "
                  "UTF-8");
}

/* Makes the row's cells text, as many as the header has. Returns what is wrong with the first that
 * cannot be (then *bad is its column), or NULL; such cells become empty. */
static const char *
decode_row (GpCsvReader *reader, guint *bad)
{
  GArray *offsets = reader->source.offsets;
  gsize end = reader->source.arena->len;
  const char *first = NULL;
  for (guint i = 0; i < offsets->len; i++) {
    gsize *offset = &g_array_index (offsets, gsize, i);
    gsize size = (i + 1 < offsets->len ? *(offset + 1) : end) - *offset - 1;
    const char *message = check_cell (reader, offset, size);
    if (message == NULL)
      continue;
    *offset += size; /* to its NUL */
    if (first == NULL)
      *bad = i;
    first = first != NULL ? first : message;
  }
  g_ptr_array_set_size (reader->cells, 0);
  for (guint i = 0; i < offsets->len; i++)
    g_ptr_array_add (reader->cells, reader->source.arena->str + g_array_index (offsets, gsize, i));
  while (reader->cells->len < reader->n_columns)
    g_ptr_array_add (reader->cells, (gpointer) "");
  reader->row.cells = (const char *const *)reader->cells->pdata;
  return first;
}

/* ---- rows -------------------------------------------------------------------- */

/* What is wrong with the number of cells (to be freed), or NULL. */
static char *
check_width (const GpCsvReader *reader)
{
  guint n = reader->source.offsets->len;
  if (reader->source.too_wide)
    return g_strdup_printf (_ ("the row has more than %d cells"), GP_CSV_MAX_COLUMNS);
  if (n > reader->n_columns)
    return g_strdup_printf (_ ("the row has too many cells: %u, where the header row has %u; put a "
                               "cell that holds “%c” between quote marks"),
                            n, reader->n_columns, reader->source.kind.separator);
  if (n < reader->n_columns)
    return g_strdup_printf (_ ("the row has too few cells: %u, where the header row has %u"), n,
                            reader->n_columns);
  return NULL;
}

/* Decodes the row and tells what is wrong with it: one thing a row. */
static void
check_row (GpCsvReader *reader)
{
  g_autofree char *width = check_width (reader);
  guint bad = 0;
  const char *message = decode_row (reader, &bad);
  reader->row.is_wrong = width != NULL || message != NULL;
  if (width != NULL)
    gp_csv_reader_problem (reader, NULL, width);
  else if (message != NULL)
    gp_csv_reader_problem (reader, reader->header[bad], message);
}

const GpCsvRow *
gp_csv_reader_next (GpCsvReader *reader, GError **error)
{
  g_return_val_if_fail (reader != NULL && !reader->failed, NULL);
  for (;;) {
    gboolean got;
    if (!next_raw_row (reader, &got, error) || !got)
      return NULL;
    check_row (reader);
    if (!reader->row.is_wrong || reader->keeps_wrong_rows)
      return &reader->row;
  }
}

void
gp_csv_reader_keep_wrong_rows (GpCsvReader *reader)
{
  g_return_if_fail (reader != NULL);
  reader->keeps_wrong_rows = TRUE;
}

void
gp_csv_reader_problem (GpCsvReader *reader, const char *column, const char *message)
{
  g_return_if_fail (reader != NULL && message != NULL);
  gp_problems_add (reader->problems, reader->name, reader->row.line, column, message);
}

/* ---- opening ----------------------------------------------------------------- */

static gboolean
read_header (GpCsvReader *reader, GError **error)
{
  gboolean got;
  if (!next_raw_row (reader, &got, error))
    return FALSE;
  if (!got)
    return fail (reader, 1, _ ("the file is empty; the header row is missing"), error);
  reader->header_line = reader->row.line;
  if (reader->source.too_wide)
    return fail (reader, reader->header_line, _ ("the header row has more than 500 columns"),
                 error);
  guint bad = 0;
  const char *message = decode_row (reader, &bad);
  if (message != NULL)
    return fail (reader, reader->header_line, message, error);
  reader->n_columns = reader->cells->len;
  reader->header = g_new0 (char *, reader->n_columns + 1);
  for (guint i = 0; i < reader->n_columns; i++)
    reader->header[i] = g_strstrip (g_strdup (reader->row.cells[i]));
  return TRUE;
}

GpCsvReader *
gp_csv_reader_open (const char *path, const char *name, GpProblems *problems,
                    GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL && problems != NULL, NULL);
  g_autoptr (GpCsvReader) reader = g_new0 (GpCsvReader, 1);
  GError *cause = NULL;
  reader->name = name != NULL ? g_strdup (name) : g_path_get_basename (path);
  reader->problems = problems;
  reader->converter = NO_CONVERTER;
  reader->cells = g_ptr_array_new ();
  gp_problems_add_file (problems, reader->name);
  if (!gp_csv_source_open (&reader->source, path, cancellable, &cause)) {
    fail_on_source (reader, cause, error);
    return NULL;
  }
  return read_header (reader, error) ? g_steal_pointer (&reader) : NULL;
}

void
gp_csv_reader_free (GpCsvReader *reader)
{
  if (reader == NULL)
    return;
  gp_csv_source_close (&reader->source);
  if (reader->converter != NO_CONVERTER)
    g_iconv_close (reader->converter);
  g_ptr_array_unref (reader->cells);
  g_strfreev (reader->header);
  g_free (reader->name);
  g_free (reader);
}

/* ---- what is known of it ----------------------------------------------------- */

const char *
gp_csv_reader_name (const GpCsvReader *reader)
{
  g_return_val_if_fail (reader != NULL, NULL);
  return reader->name;
}

const char *
gp_csv_reader_encoding (const GpCsvReader *reader)
{
  g_return_val_if_fail (reader != NULL, NULL);
  return reader->source.kind.encoding == GP_CSV_WINDOWS_1252 ? "Windows-1252" : "UTF-8";
}

char
gp_csv_reader_separator (const GpCsvReader *reader)
{
  g_return_val_if_fail (reader != NULL, ',');
  return reader->source.kind.separator;
}

const char *const *
gp_csv_reader_header (const GpCsvReader *reader, guint *n_columns)
{
  g_return_val_if_fail (reader != NULL, NULL);
  if (n_columns != NULL)
    *n_columns = reader->n_columns;
  return (const char *const *)reader->header;
}

guint
gp_csv_reader_header_line (const GpCsvReader *reader)
{
  g_return_val_if_fail (reader != NULL, 0);
  return reader->header_line;
}

int
gp_csv_reader_find_column (const GpCsvReader *reader, const char *column)
{
  g_return_val_if_fail (reader != NULL && column != NULL, -1);
  for (guint i = 0; i < reader->n_columns; i++)
    if (g_str_equal (reader->header[i], column))
      return (int)i;
  return -1;
}
