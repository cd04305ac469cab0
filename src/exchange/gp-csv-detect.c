/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Encoding and separator of a CSV file.
 *
 * With a byte order mark the encoding is what it says. Without one the file is UTF-8 when all of it
 * is; else it is counted: a file that holds more proper UTF-8 sequences than stray bytes is UTF-8
 * with damage (to be reported where it is), any other is Windows-1252, in which a proper sequence
 * is a rare accident.
 *
 * The separator is the one of `,` and `;` that occurs more often in the header row, outside quotes.
 */
#include "gp-csv-detect.h"

#include <errno.h>
#include <groeiplan/gp-error.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define CHUNK_BYTES ((gsize)64 << 10)

typedef struct {
  guint64 n_sequences; /* proper UTF-8 sequences of more than one byte */
  guint64 n_strays;    /* bytes that are no part of UTF-8 */
} Census;

gssize
gp_csv_read_chunk (int fd, guint8 *buffer, gsize size, GError **error)
{
  gsize n = 0;
  while (n < size) {
    gssize got = read (fd, buffer + n, size - n);
    if (got == 0)
      break;
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0) {
      int code = errno;
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return -1;
    }
    n += (gsize)got;
  }
  return (gssize)n;
}

/* Counts in bytes; returns how many are done: less than n where a sequence is cut by the end of a
 * chunk that is not the last. */
static gsize
take_census (Census *census, const guint8 *bytes, gsize n, gboolean last)
{
  gsize i = 0;
  while (i < n) {
    if (bytes[i] < 0x80) {
      i++;
      continue;
    }
    gunichar c = g_utf8_get_char_validated ((const char *)bytes + i, (gssize)(n - i));
    if (c == (gunichar)-2 && !last)
      break;
    if (c == (gunichar)-1 || c == (gunichar)-2) {
      census->n_strays++;
      i++;
    } else {
      census->n_sequences++;
      i += (gsize)g_unichar_to_utf8 (c, NULL);
    }
  }
  return i;
}

static char
find_separator (const guint8 *bytes, gsize n)
{
  guint n_commas = 0, n_semicolons = 0;
  gboolean quoted = FALSE, begun = FALSE;
  for (gsize i = 0; i < n; i++) {
    gboolean line_end = bytes[i] == '\n' || bytes[i] == '\r';
    if (bytes[i] == '"')
      quoted = !quoted;
    else if (!quoted && line_end && begun)
      break;
    else if (!quoted && bytes[i] == ',')
      n_commas++;
    else if (!quoted && bytes[i] == ';')
      n_semicolons++;
    begun = begun || !line_end;
  }
  return n_semicolons > n_commas ? ';' : ',';
}

/* What the first bytes say by themselves; FALSE when the encoding has to be counted. */
static gboolean
look_at_start (const guint8 *bytes, gsize n, GpCsvKind *out)
{
  gboolean utf8_mark = n >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0;
  gboolean utf16_mark =
      n >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0);
  out->bom_bytes = utf8_mark ? 3 : 0;
  out->encoding = utf16_mark ? GP_CSV_UTF16 : GP_CSV_UTF8;
  out->separator = find_separator (bytes + out->bom_bytes, n - out->bom_bytes);
  return utf8_mark || utf16_mark;
}

static gboolean
count_encoding (int fd, guint8 *buffer, gsize n, GCancellable *cancellable, GpCsvKind *out,
                GError **error)
{
  Census census = {0, 0};
  gboolean last = n < CHUNK_BYTES;
  for (;;) {
    /* A NUL makes it no text at all: the reader will say where it is. */
    if (memchr (buffer, 0, n) != NULL)
      break;
    gsize done = take_census (&census, buffer, n, last);
    if (last)
      break;
    if (g_cancellable_is_cancelled (cancellable)) {
      g_set_error_literal (error, GP_ERROR, GP_ERROR_CANCELLED, _ ("Reading was cancelled."));
      return FALSE;
    }
    gsize rest = n - done;
    memmove (buffer, buffer + done, rest);
    gssize got = gp_csv_read_chunk (fd, buffer + rest, CHUNK_BYTES - rest, error);
    if (got < 0)
      return FALSE;
    last = (gsize)got < CHUNK_BYTES - rest;
    n = rest + (gsize)got;
  }
  if (census.n_strays > 0 && census.n_sequences <= census.n_strays)
    out->encoding = GP_CSV_WINDOWS_1252;
  return TRUE;
}

gboolean
gp_csv_detect (int fd, GCancellable *cancellable, GpCsvKind *out, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK_BYTES);
  gssize n = gp_csv_read_chunk (fd, buffer, CHUNK_BYTES, error);
  if (n < 0)
    return FALSE;
  if (look_at_start (buffer, (gsize)n, out))
    return TRUE;
  return count_encoding (fd, buffer, (gsize)n, cancellable, out, error);
}
