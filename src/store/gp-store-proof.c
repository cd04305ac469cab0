/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A priority's proof as one blob: gzip of a line per multiplier, ten values with a tab between them
 * (a code never holds a tab). Any program can read that; and as rows of a table it would be several
 * times larger than everything else in the file.
 *
 * Unpacking trusts nothing: lines are bounded, and there must be just as many as announced.
 */
#include "gp-store-private.h"

#include <gio/gio.h>
#include <string.h>

#define N_FIELDS 10
#define LONGEST_LINE 1024
#define LEVEL 1 /* beyond that, time grows faster than size shrinks */

static void
append_field (GString *text, const char *field)
{
  g_string_append (text, field);
  g_string_append_c (text, '\t');
}

/* Field by field: a proof has hundreds of thousands of them, and printf () takes its time. */
static void
append_row (GString *text, const GpProofRow *row)
{
  char year[GP_YEAR_BYTES];
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  append_field (text, gp_rule_name (row->rule));
  g_string_append_printf (text, "%u\t", row->variant);
  append_field (text, row->board);
  append_field (text, row->sector);
  append_field (text, row->region);
  append_field (text, gp_need_name (row->need));
  append_field (text, gp_programme_name (row->programme));
  append_field (text, gp_year_format (row->year, year));
  if (row->pin != GP_NONE)
    g_string_append_printf (text, "%u", row->pin);
  append_field (text, "");
  g_string_append (text, g_ascii_dtostr (number, sizeof number, row->value));
  g_string_append_c (text, '\n');
}

GBytes *
gp_proof_pack (const GpProofRow *rows, guint n_rows, GError **error)
{
  g_autoptr (GConverter) gzip =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, LEVEL));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, gzip);
  g_autoptr (GString) text = g_string_sized_new (1 << 16);

  for (guint i = 0; i < n_rows; i++) {
    append_row (text, &rows[i]);
    if (text->len < (1 << 16) - LONGEST_LINE)
      continue;
    if (!g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error))
      return NULL;
    g_string_truncate (text, 0);
  }
  if (!g_output_stream_write_all (stream, text->str, text->len, NULL, NULL, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
split (char *line, char *fields[N_FIELDS])
{
  for (int i = 0; i < N_FIELDS; i++) {
    fields[i] = line;
    line = strchr (line, '\t');
    if (line == NULL)
      return i == N_FIELDS - 1;
    *line++ = '\0';
  }
  return FALSE; /* a field too many */
}

static gboolean
parse_unsigned (const char *text, guint64 max, guint64 *out)
{
  return g_ascii_string_to_unsigned (text, 10, 0, max, out, NULL);
}

static gboolean
parse_value (const char *text, double *out)
{
  char *end = NULL;

  *out = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

static gboolean
parse_words (char *const *fields, GpProofRow *row)
{
  row->programme = GP_PROGRAMME_NONE;
  row->year = GP_YEAR_NONE;
  return gp_rule_parse (fields[0], &row->rule) && gp_need_parse (fields[5], &row->need) &&
         (*fields[6] == '\0' || gp_programme_parse (fields[6], &row->programme)) &&
         (*fields[7] == '\0' || gp_year_parse (fields[7], &row->year));
}

static gboolean
parse_line (char *line, GpProofRow *row, GStringChunk *chunk)
{
  char *fields[N_FIELDS];
  guint64 variant, pin = GP_NONE;

  if (!g_utf8_validate (line, -1, NULL) || !split (line, fields) || !parse_words (fields, row) ||
      !parse_unsigned (fields[1], G_MAXUINT8, &variant) ||
      (*fields[8] != '\0' && !parse_unsigned (fields[8], GP_NONE - 1, &pin)) ||
      !parse_value (fields[9], &row->value))
    return FALSE;
  row->variant = (guint8)variant;
  row->pin = (guint32)pin;
  row->board = g_string_chunk_insert_const (chunk, fields[2]);
  row->sector = g_string_chunk_insert_const (chunk, fields[3]);
  row->region = g_string_chunk_insert_const (chunk, fields[4]);
  return TRUE;
}

/* Takes the complete lines out of text; FALSE for a wrong, a too long or a superfluous one. */
static gboolean
take_lines (GString *text, GpProofRow *rows, guint n_rows, guint *n, GStringChunk *chunk)
{
  char *line = text->str;
  char *end;

  while ((end = memchr (line, '\n', text->len - (gsize)(line - text->str))) != NULL) {
    *end = '\0';
    if (*n == n_rows || strlen (line) != (gsize)(end - line) ||
        !parse_line (line, &rows[(*n)++], chunk))
      return FALSE;
    line = end + 1;
  }
  g_string_erase (text, 0, line - text->str);
  return text->len < LONGEST_LINE;
}

gboolean
gp_proof_unpack (gconstpointer bytes, gsize size, GpProofRow *rows, guint n_rows,
                 GStringChunk *chunk)
{
  g_autoptr (GConverter) gunzip =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (bytes, (gssize)size, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, gunzip);
  g_autoptr (GString) text = g_string_new (NULL);
  char piece[16384];
  guint n = 0;

  for (;;) {
    gssize got = g_input_stream_read (stream, piece, sizeof piece, NULL, NULL);

    if (got < 0)
      return FALSE;
    if (got == 0)
      return n == n_rows && text->len == 0;
    g_string_append_len (text, piece, got);
    if (!take_lines (text, rows, n_rows, &n, chunk))
      return FALSE;
  }
}
