/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The CSV reader, over libcsv.
 *
 * 1. libcsv is fed one physical line at a time, so that the line on which a row begins is known,
 *    and at most one row is complete after a feed.
 * 2. It runs strict (a quote inside a bare cell is an error: it is where a row's cells start to
 *    shift) and takes no byte for a blank (libcsv would strip blanks that belong to the text).
 * 3. A row's cells stand one after another in one arena, each with its NUL; memory is bounded by
 *    the limits of the header file, whatever the file holds.
 * 4. The file may change while it is read: cells are checked when they are read, not before.
 *
 * Rejected: reading the whole file at once (256 MiB for one that is then refused), and GIO's line
 * reader (no bound on a line).
 */
#include "gp-csv-reader.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gp-csv-detect.h"

#define CHUNK_BYTES ((gsize)64 << 10)
#define PARSER_BLOCK ((gsize)4096)

struct _GpCsvReader {
  char *path, *name;
  GpProblems *problems; /* the caller's */
  GCancellable *cancellable;
  int fd;
  GpCsvKind kind;
  struct csv_parser parser;
  gboolean has_parser;
  GIConv converter; /* from Windows-1252; opened when first needed */

  guint8 *chunk;
  gsize chunk_at, chunk_end;
  goffset n_read;
  gboolean at_end, after_cr;
  guint next_line; /* of the byte at chunk_at */

  /* The row that is being gathered, or was just given out. */
  GString *arena;
  GArray *offsets; /* of gsize: where each cell begins in arena */
  GPtrArray *cells;
  gboolean row_begun, row_done, too_wide, too_long, failed;
  guint n_rows;
  GpCsvRow row;

  char **header;
  guint n_columns, header_line;
};

static void *
bounded_realloc (void *memory, size_t size)
{
  return size > GP_CSV_MAX_CELL + PARSER_BLOCK ? NULL : realloc (memory, size);
}

static int
no_blank (unsigned char c)
{
  (void)c;
  return 0;
}

static void
on_cell (void *text, size_t size, void *data)
{
  GpCsvReader *reader = data;
  if (reader->offsets->len >= GP_CSV_MAX_COLUMNS) {
    reader->too_wide = TRUE;
    return;
  }
  if (size > GP_CSV_MAX_CELL) {
    reader->too_long = TRUE;
    return;
  }
  gsize offset = reader->arena->len;
  g_array_append_val (reader->offsets, offset);
  g_string_append_len (reader->arena, text, (gssize)size);
  g_string_append_c (reader->arena, '\0');
}

static void
on_row (int end, void *data)
{
  (void)end;
  ((GpCsvReader *)data)->row_done = TRUE;
}

/* ---- what is wrong ------------------------------------------------------------------------------
 */

/* The file cannot be read on: into the problems and as the error. */
static gboolean
fail (GpCsvReader *reader, guint line, const char *column, const char *message, GError **error)
{
  reader->failed = TRUE;
  gp_problems_add (reader->problems, reader->name, line, column, message);
  g_autofree char *sentence = gp_problems_sentence (reader->name, line, column, message);
  g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, sentence);
  return FALSE;
}

static gboolean
fail_on_file (GpCsvReader *reader, const char *reason, GError **error)
{
  reader->failed = TRUE;
  g_autofree char *shown = g_filename_display_name (reader->path);
  g_set_error (error, GP_ERROR, GP_ERROR_FILE, _ ("The file “%s” cannot be read: %s."), shown,
               reason);
  return FALSE;
}

static gboolean
fail_if_cancelled (GpCsvReader *reader, GError **error)
{
  if (!g_cancellable_is_cancelled (reader->cancellable))
    return FALSE;
  reader->failed = TRUE;
  g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Reading was cancelled."));
  return TRUE;
}

static gboolean
fail_on_parser (GpCsvReader *reader, GError **error)
{
  const char *message = _ ("a cell is larger than 64 KiB; perhaps a quote mark is never closed");
  if (!reader->too_long && csv_error (&reader->parser) == CSV_EPARSE)
    message = _ ("the quote marks are out of balance; put a cell that holds a quote mark between "
                 "quote marks, and double the one inside");
  return fail (reader, reader->row.line, NULL, message, error);
}

/* ---- from bytes to rows -------------------------------------------------------------------------
 */

static gboolean
fill_chunk (GpCsvReader *reader, GError **error)
{
  if (fail_if_cancelled (reader, error))
    return FALSE;
  g_autoptr (GError) cause = NULL;
  gssize n = gp_csv_read_chunk (reader->fd, reader->chunk, CHUNK_BYTES, &cause);
  if (n < 0)
    return fail_on_file (reader, cause->message, error);
  reader->chunk_at = 0;
  reader->chunk_end = (gsize)n;
  reader->n_read += n;
  reader->at_end = n == 0;
  if (reader->n_read > GP_CSV_MAX_FILE)
    return fail (reader, 0, NULL, _ ("the file is larger than 256 MiB"), error);
  return TRUE;
}

/* The end of the physical line that begins at chunk_at, or of the chunk. */
static gsize
find_line_end (const GpCsvReader *reader, gboolean *complete)
{
  const guint8 *begin = reader->chunk + reader->chunk_at;
  gsize n = reader->chunk_end - reader->chunk_at;
  const guint8 *lf = memchr (begin, '\n', n);
  gsize before_lf = lf != NULL ? (gsize)(lf - begin) : n;
  const guint8 *cr = memchr (begin, '\r', before_lf);
  *complete = TRUE;
  if (cr != NULL && cr + 1 != lf)
    return reader->chunk_at + (gsize)(cr - begin) + 1;
  *complete = lf != NULL;
  return reader->chunk_at + before_lf + (lf != NULL ? 1 : 0);
}

/* Feeds one physical line (or what the chunk has of it). */
static gboolean
feed_line (GpCsvReader *reader, GError **error)
{
  gboolean complete;
  /* The LF of a CRLF that was cut by the end of a chunk ends no further line. */
  if (reader->after_cr && reader->chunk[reader->chunk_at] == '\n')
    reader->next_line--;
  gsize end = find_line_end (reader, &complete);
  gsize size = end - reader->chunk_at;
  if (!reader->row_begun)
    reader->row.line = reader->next_line;
  /* libcsv skips line ends before a row; anything else begins one. */
  guint8 first = reader->chunk[reader->chunk_at];
  reader->row_begun = reader->row_begun || (first != '\n' && first != '\r');
  gsize done =
      csv_parse (&reader->parser, reader->chunk + reader->chunk_at, size, on_cell, on_row, reader);
  if (done != size || reader->too_long)
    return fail_on_parser (reader, error);
  reader->after_cr = reader->chunk[end - 1] == '\r';
  reader->chunk_at = end;
  if (complete)
    reader->next_line++;
  return TRUE;
}

static gboolean
finish_parser (GpCsvReader *reader, GError **error)
{
  if (csv_fini (&reader->parser, on_cell, on_row, reader) != 0 || reader->too_long)
    return fail_on_parser (reader, error);
  return TRUE;
}

static void
begin_row (GpCsvReader *reader)
{
  g_string_truncate (reader->arena, 0);
  g_array_set_size (reader->offsets, 0);
  reader->row_begun = reader->row_done = reader->too_wide = FALSE;
}

/* Gathers the next row, of any width; *got is FALSE at the end of the file. */
static gboolean
gather_row (GpCsvReader *reader, gboolean *got, GError **error)
{
  begin_row (reader);
  while (!reader->row_done && !reader->at_end) {
    if (reader->chunk_at == reader->chunk_end && !fill_chunk (reader, error))
      return FALSE;
    gboolean ok = reader->at_end ? finish_parser (reader, error) : feed_line (reader, error);
    if (!ok)
      return FALSE;
  }
  *got = reader->row_done;
  if (*got && ++reader->n_rows > GP_CSV_MAX_ROWS)
    return fail (reader, reader->row.line, NULL, _ ("the file has more than 2,000,000 rows"),
                 error);
  return TRUE;
}

/* ---- from bytes to text -------------------------------------------------------------------------
 */

static gboolean
is_ascii (const char *text, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if ((guchar)text[i] >= 0x80)
      return FALSE;
  return TRUE;
}

/* The cell as UTF-8 at the end of the arena (which may move); FALSE where a byte is none of the
 * encoding's. */
static gboolean
decode_cell (GpCsvReader *reader, gsize *offset, gsize size)
{
  if (reader->converter == (GIConv)-1)
    reader->converter = g_iconv_open ("UTF-8", "CP1252");
  if (reader->converter == (GIConv)-1)
    return FALSE;
  gsize written;
  g_autofree char *text = g_convert_with_iconv (reader->arena->str + *offset, (gssize)size,
                                                reader->converter, NULL, &written, NULL);
  if (text == NULL)
    return FALSE;
  *offset = reader->arena->len;
  g_string_append_len (reader->arena, text, (gssize)written + 1);
  return TRUE;
}

/* What is wrong with a cell's bytes, or NULL; decodes it where needed. */
static const char *
check_cell (GpCsvReader *reader, gsize *offset, gsize size)
{
  const char *text = reader->arena->str + *offset;
  if (memchr (text, '\0', size) != NULL)
    return _ ("holds a NUL byte; this is no text file, or it is damaged");
  if (is_ascii (text, size))
    return NULL;
  if (reader->kind.encoding == GP_CSV_WINDOWS_1252)
    return decode_cell (reader, offset, size)
               ? NULL
               : _ ("holds bytes that are neither UTF-8 nor Windows-1252; save the file as CSV "
                    "UTF-8");
  return g_utf8_validate_len (text, size, NULL)
             ? NULL
             : _ ("holds bytes that are not UTF-8; save the file as CSV UTF-8");
}

/* Makes the row's cells valid text. Returns what is wrong with the first that cannot be (then *bad
 * is its column), or NULL. */
static const char *
decode_row (GpCsvReader *reader, guint *bad)
{
  gsize arena_end = reader->arena->len;
  for (guint i = 0; i < reader->offsets->len; i++) {
    gsize *offset = &g_array_index (reader->offsets, gsize, i);
    gsize next = i + 1 < reader->offsets->len ? *(offset + 1) : arena_end;
    const char *message = check_cell (reader, offset, next - *offset - 1);
    *bad = i;
    if (message != NULL)
      return message;
  }
  g_ptr_array_set_size (reader->cells, 0);
  for (guint i = 0; i < reader->offsets->len; i++)
    g_ptr_array_add (reader->cells, reader->arena->str + g_array_index (reader->offsets, gsize, i));
  reader->row.cells = (const char *const *)reader->cells->pdata;
  return NULL;
}

/* What is wrong with the number of cells (to be freed), or NULL. */
static char *
check_width (const GpCsvReader *reader)
{
  guint n = reader->offsets->len;
  if (reader->too_wide)
    return g_strdup_printf (_ ("the row has more than %d cells"), GP_CSV_MAX_COLUMNS);
  if (n > reader->n_columns)
    return g_strdup_printf (_ ("the row has too many cells: %u, where the header row has %u; put a "
                               "cell that holds “%c” between quote marks"),
                            n, reader->n_columns, reader->kind.separator);
  if (n < reader->n_columns)
    return g_strdup_printf (_ ("the row has too few cells: %u, where the header row has %u"), n,
                            reader->n_columns);
  return NULL;
}

static gboolean
check_row (GpCsvReader *reader)
{
  g_autofree char *width = check_width (reader);
  if (width != NULL) {
    gp_csv_reader_problem (reader, NULL, width);
    return FALSE;
  }
  guint bad;
  const char *message = decode_row (reader, &bad);
  if (message != NULL)
    gp_csv_reader_problem (reader, reader->header[bad], message);
  return message == NULL;
}

const GpCsvRow *
gp_csv_reader_next (GpCsvReader *reader, GError **error)
{
  g_return_val_if_fail (reader != NULL && !reader->failed, NULL);
  for (;;) {
    gboolean got;
    if (!gather_row (reader, &got, error) || !got)
      return NULL;
    if (check_row (reader))
      return &reader->row;
  }
}

/* ---- opening ------------------------------------------------------------------------------------
 */

static gboolean
open_file (GpCsvReader *reader, GError **error)
{
  struct stat status;
  /* Without O_NONBLOCK a pipe among the files would hold us up for ever. */
  reader->fd = open (reader->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (reader->fd < 0 || fstat (reader->fd, &status) != 0)
    return fail_on_file (reader, g_strerror (errno), error);
  if (!S_ISREG (status.st_mode))
    return fail_on_file (reader, _ ("it is not a file with data"), error);
  if (status.st_size > GP_CSV_MAX_FILE)
    return fail (reader, 0, NULL, _ ("the file is larger than 256 MiB"), error);
  return TRUE;
}

static gboolean
detect_kind (GpCsvReader *reader, GError **error)
{
  g_autoptr (GError) cause = NULL;
  if (!gp_csv_detect (reader->fd, reader->cancellable, &reader->kind, &cause)) {
    if (cause->domain != GP_ERROR)
      return fail_on_file (reader, cause->message, error);
    g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
  }
  if (reader->kind.encoding == GP_CSV_UTF16)
    return fail (reader, 1, NULL, _ ("the file is in UTF-16; save it as CSV UTF-8"), error);
  if (lseek (reader->fd, reader->kind.bom_bytes, SEEK_SET) < 0)
    return fail_on_file (reader, g_strerror (errno), error);
  return TRUE;
}

static gboolean
start_parser (GpCsvReader *reader, GError **error)
{
  if (csv_init (&reader->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    return fail_on_file (reader, g_strerror (ENOMEM), error);
  reader->has_parser = TRUE;
  csv_set_delim (&reader->parser, (unsigned char)reader->kind.separator);
  csv_set_space_func (&reader->parser, no_blank);
  csv_set_realloc_func (&reader->parser, bounded_realloc);
  csv_set_blk_size (&reader->parser, PARSER_BLOCK);
  return TRUE;
}

static gboolean
read_header (GpCsvReader *reader, GError **error)
{
  gboolean got;
  if (!gather_row (reader, &got, error))
    return FALSE;
  if (!got)
    return fail (reader, 1, NULL, _ ("the file is empty; the header row is missing"), error);
  reader->header_line = reader->row.line;
  if (reader->too_wide)
    return fail (reader, reader->header_line, NULL, _ ("the header row has more than 500 columns"),
                 error);
  guint bad;
  const char *message = decode_row (reader, &bad);
  if (message != NULL)
    return fail (reader, reader->header_line, NULL, message, error);
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
  reader->path = g_strdup (path);
  reader->name = name != NULL ? g_strdup (name) : g_path_get_basename (path);
  reader->problems = problems;
  reader->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  reader->fd = -1;
  reader->converter = (GIConv)-1;
  reader->chunk = g_malloc (CHUNK_BYTES);
  reader->next_line = 1;
  reader->arena = g_string_new (NULL);
  reader->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  reader->cells = g_ptr_array_new ();
  gp_problems_add_file (problems, reader->name);
  if (!open_file (reader, error) || !detect_kind (reader, error) || !start_parser (reader, error) ||
      !read_header (reader, error))
    return NULL;
  return g_steal_pointer (&reader);
}

void
gp_csv_reader_free (GpCsvReader *reader)
{
  if (reader == NULL)
    return;
  if (reader->has_parser)
    csv_free (&reader->parser);
  if (reader->converter != (GIConv)-1)
    g_iconv_close (reader->converter);
  if (reader->fd >= 0)
    close (reader->fd);
  g_clear_object (&reader->cancellable);
  g_string_free (reader->arena, TRUE);
  g_array_unref (reader->offsets);
  g_ptr_array_unref (reader->cells);
  g_strfreev (reader->header);
  g_free (reader->chunk);
  g_free (reader->name);
  g_free (reader->path);
  g_free (reader);
}

/* ---- what is known of it ------------------------------------------------------------------------
 */

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
  return reader->kind.encoding == GP_CSV_WINDOWS_1252 ? "Windows-1252" : "UTF-8";
}

char
gp_csv_reader_separator (const GpCsvReader *reader)
{
  g_return_val_if_fail (reader != NULL, ',');
  return reader->kind.separator;
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

void
gp_csv_reader_problem (GpCsvReader *reader, const char *column, const char *message)
{
  g_return_if_fail (reader != NULL && message != NULL);
  gp_problems_add (reader->problems, reader->name, reader->row.line, column, message);
}
