/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From bytes to rows, over libcsv.
 *
 * 1. libcsv is fed one physical line at a time, so that the line on which a row begins is known,
 *    and at most one row is complete after a feed.
 * 2. It runs strict (a quote inside a bare cell is an error: it is where a row's cells start to
 *    shift) and takes no byte for a blank (libcsv would strip blanks that belong to the text).
 * 3. Memory is bounded by the limits of gp-csv-reader.h, whatever the file holds.
 *
 * Rejected: reading the whole file at once (256 MiB for one that is then refused), and GIO's line
 * reader (no bound on a line).
 */
#include "gp-csv-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <groeiplan/gp-error.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gp-csv-reader.h"

#define CHUNK_BYTES ((gsize)64 << 10)
#define PARSER_BLOCK ((gsize)4096)

/* ---- what libcsv calls ------------------------------------------------------- */

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
  GpCsvSource *source = data;
  gsize offset = source->arena->len;
  source->too_long = source->too_long || size > GP_CSV_MAX_CELL;
  source->too_wide = source->too_wide || source->offsets->len == GP_CSV_MAX_COLUMNS;
  if (source->too_long || source->too_wide)
    return;
  g_array_append_val (source->offsets, offset);
  g_string_append_len (source->arena, text, (gssize)size);
  g_string_append_c (source->arena, '\0');
}

static void
on_row (int end, void *data)
{
  (void)end;
  ((GpCsvSource *)data)->row_done = TRUE;
}

/* ---- what is wrong ----------------------------------------------------------- */

static gboolean
fail (GpCsvSource *source, guint line, const char *message, GError **error)
{
  source->line = line;
  g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, message);
  return FALSE;
}

static gboolean
fail_on_file (const GpCsvSource *source, const char *reason, GError **error)
{
  g_autofree char *shown = g_filename_display_name (source->path);
  g_set_error (error, GP_ERROR, GP_ERROR_FILE, _ ("The file “%s” cannot be read: %s."), shown,
               reason);
  return FALSE;
}

static gboolean
fail_on_parser (GpCsvSource *source, GError **error)
{
  const char *message = _ ("a cell is larger than 64 KiB; perhaps a quote mark is never closed");
  if (!source->too_long && csv_error (&source->parser) == CSV_EPARSE)
    message = _ ("the quote marks are out of balance; put a cell that holds a quote mark between "
                 "quote marks, and double the one inside");
  return fail (source, source->line, message, error);
}

/* ---- rows -------------------------------------------------------------------- */

static gboolean
fill_chunk (GpCsvSource *source, GError **error)
{
  g_autoptr (GError) cause = NULL;
  if (g_cancellable_is_cancelled (source->cancellable)) {
    g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Reading was cancelled."));
    return FALSE;
  }
  gssize n = gp_csv_read_chunk (source->fd, source->chunk, CHUNK_BYTES, &cause);
  if (n < 0)
    return fail_on_file (source, cause->message, error);
  source->chunk_at = 0;
  source->chunk_end = (gsize)n;
  source->n_read += n;
  source->at_end = n == 0;
  if (source->n_read > GP_CSV_MAX_FILE)
    return fail (source, 0, _ ("the file is larger than 256 MiB"), error);
  return TRUE;
}

static gboolean
is_line_end (guint8 c)
{
  return c == '\n' || c == '\r';
}

/* The end of the physical line that begins at chunk_at (after its CRLF, LF or CR), or of the
 * chunk. */
static gsize
find_line_end (const GpCsvSource *source, gboolean *complete)
{
  gsize at = source->chunk_at, end = source->chunk_end;
  while (at < end && !is_line_end (source->chunk[at]))
    at++;
  *complete = at < end;
  if (at < end && source->chunk[at] == '\r' && at + 1 < end && source->chunk[at + 1] == '\n')
    at++;
  return MIN (at + 1, end);
}

/* Feeds one physical line (or what the chunk has of it). */
static gboolean
feed_line (GpCsvSource *source, GError **error)
{
  guint8 first = source->chunk[source->chunk_at];
  gboolean complete;
  /* The LF of a CRLF that was cut by the end of a chunk ends no further line. */
  if (source->after_cr && first == '\n')
    source->next_line--;
  gsize begin = source->chunk_at, end = find_line_end (source, &complete);
  source->after_cr = source->chunk[end - 1] == '\r';
  source->chunk_at = end;
  if (!source->row_begun)
    source->line = source->next_line;
  source->next_line += complete ? 1 : 0;
  source->row_begun = source->row_begun || !is_line_end (first);
  if (!source->row_begun) /* a blank line */
    return TRUE;
  gsize done =
      csv_parse (&source->parser, source->chunk + begin, end - begin, on_cell, on_row, source);
  return done == end - begin && !source->too_long ? TRUE : fail_on_parser (source, error);
}

static gboolean
feed_end (GpCsvSource *source, GError **error)
{
  if (csv_fini (&source->parser, on_cell, on_row, source) == 0 && !source->too_long)
    return TRUE;
  return fail_on_parser (source, error);
}

gboolean
gp_csv_source_next (GpCsvSource *source, gboolean *got, GError **error)
{
  g_string_truncate (source->arena, 0);
  g_array_set_size (source->offsets, 0);
  source->row_begun = source->row_done = source->too_wide = FALSE;
  while (!source->row_done && !source->at_end) {
    if (source->chunk_at == source->chunk_end && !fill_chunk (source, error))
      return FALSE;
    if (!(source->at_end ? feed_end (source, error) : feed_line (source, error)))
      return FALSE;
  }
  *got = source->row_done;
  if (*got && ++source->n_rows > GP_CSV_MAX_ROWS)
    return fail (source, source->line, _ ("the file has more than 2,000,000 rows"), error);
  return TRUE;
}

/* ---- opening ----------------------------------------------------------------- */

static gboolean
open_file (GpCsvSource *source, GError **error)
{
  struct stat status;
  /* Without O_NONBLOCK a pipe among the files would hold us up for ever. */
  source->fd = open (source->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (source->fd < 0 || fstat (source->fd, &status) != 0)
    return fail_on_file (source, g_strerror (errno), error);
  if (!S_ISREG (status.st_mode))
    return fail_on_file (source, _ ("it is not a file with data"), error);
  if (status.st_size > GP_CSV_MAX_FILE)
    return fail (source, 0, _ ("the file is larger than 256 MiB"), error);
  return TRUE;
}

static gboolean
detect_kind (GpCsvSource *source, GError **error)
{
  g_autoptr (GError) cause = NULL;
  if (!gp_csv_detect (source->fd, source->cancellable, &source->kind, &cause)) {
    if (cause->domain != GP_ERROR)
      return fail_on_file (source, cause->message, error);
    g_propagate_error (error, g_steal_pointer (&cause));
    return FALSE;
  }
  if (source->kind.encoding == GP_CSV_UTF16)
    return fail (source, 1, _ ("the file is in UTF-16; save it as CSV UTF-8"), error);
  if (lseek (source->fd, source->kind.bom_bytes, SEEK_SET) < 0)
    return fail_on_file (source, g_strerror (errno), error);
  return TRUE;
}

static gboolean
start_parser (GpCsvSource *source, GError **error)
{
  if (csv_init (&source->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    return fail_on_file (source, g_strerror (ENOMEM), error);
  source->has_parser = TRUE;
  csv_set_delim (&source->parser, (unsigned char)source->kind.separator);
  csv_set_space_func (&source->parser, no_blank);
  csv_set_realloc_func (&source->parser, bounded_realloc);
  csv_set_blk_size (&source->parser, PARSER_BLOCK);
  return TRUE;
}

gboolean
gp_csv_source_open (GpCsvSource *source, const char *path, GCancellable *cancellable,
                    GError **error)
{
  *source = (GpCsvSource){.fd = -1, .next_line = 1};
  source->path = g_strdup (path);
  source->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  source->chunk = g_malloc (CHUNK_BYTES);
  source->arena = g_string_new (NULL);
  source->offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  return open_file (source, error) && detect_kind (source, error) && start_parser (source, error);
}

void
gp_csv_source_close (GpCsvSource *source)
{
  if (source->has_parser)
    csv_free (&source->parser);
  if (source->fd >= 0)
    close (source->fd);
  g_clear_object (&source->cancellable);
  g_string_free (source->arena, TRUE);
  g_array_unref (source->offsets);
  g_free (source->chunk);
  g_free (source->path);
}
