/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of a register row. One that says nothing is no error; one that says something
 * impossible is, with its file, line and column.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "gp-register-read.h"

#define SHOWN_MAX 40 /* characters of a cell that a sentence quotes */

const char *
gp_register_cell (const GpRegisterReading *in, int column)
{
  return column < 0 ? "" : in->row->cells[column];
}

void
gp_register_complain (const GpRegisterReading *in, int column, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  gp_csv_reader_problem (in->reader, column < 0 ? "" : in->header[column], message);
}

/* A cell as a sentence quotes it: short, on one line. */
static char *
shown (const char *text)
{
  g_autofree char *clean = gp_register_text (text);
  if (g_utf8_strlen (clean, -1) <= SHOWN_MAX)
    return g_steal_pointer (&clean);
  g_autofree char *start = g_utf8_substring (clean, 0, SHOWN_MAX);
  return g_strconcat (start, "…", NULL);
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iscntrl (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

/* A name, kept by data; NULL when it cannot be one. */
const char *
gp_register_read_name (const GpRegisterReading *in, int column)
{
  g_autofree char *text = gp_register_text (gp_register_cell (in, column));
  if (has_control (text)) {
    gp_register_complain (in, column, _ ("the name has control characters in it; remove them"));
    return NULL;
  }
  if (strlen (text) > GP_TEXT_MAX) {
    gp_register_complain (in, column, _ ("the name is longer than %d bytes; shorten it"),
                          GP_TEXT_MAX);
    return NULL;
  }
  return g_string_chunk_insert_const (in->data->strings, text);
}

/* The key of the school the row is about, kept by data; NULL when there is none. */
const char *
gp_register_read_school_key (const GpRegisterReading *in)
{
  char key[GP_REGISTER_KEY_BYTES];
  const char *institution = gp_register_cell (in, in->layout.institution);
  const char *location =
      in->layout.location < 0 ? NULL : gp_register_cell (in, in->layout.location);
  if (gp_register_school_key (institution, location, key))
    return g_string_chunk_insert_const (in->data->strings, key);
  if (!gp_register_school_key (institution, NULL, key)) {
    g_autofree char *quoted = shown (institution);
    gp_register_complain (
        in, in->layout.institution,
        _ ("“%s” is no institution code; expected two digits and two letters, such as 16AH"),
        quoted);
    return NULL;
  }
  g_autofree char *quoted = shown (location);
  gp_register_complain (
      in, in->layout.location,
      _ ("“%s” is no location of institution %.4s; expected two digits, or %.4s and two "
         "digits"),
      quoted, key, key);
  return NULL;
}

/* FALSE when the cell is wrong; *key is "" where it says nothing. */
gboolean
gp_register_read_board_key (const GpRegisterReading *in, char key[static GP_REGISTER_BOARD_BYTES])
{
  key[0] = '\0';
  if (gp_register_board_key (gp_register_cell (in, in->layout.board), key) != GP_BOARD_KEY_WRONG)
    return TRUE;
  g_autofree char *quoted = shown (gp_register_cell (in, in->layout.board));
  gp_register_complain (in, in->layout.board,
                        _ ("“%s” is no board number; expected digits, such as 41797"), quoted);
  return FALSE;
}

/* FALSE when the cell is wrong; -1 where it says nothing. */
gboolean
gp_register_read_count (const GpRegisterReading *in, gint32 *pupils)
{
  g_autofree char *text = g_strstrip (g_strdup (gp_register_cell (in, in->layout.pupils)));
  guint64 value = 0;
  *pupils = -1;
  if (text[0] == '\0' || text[0] == '<') /* "<5": too few to tell */
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, GP_REGISTER_MAX_PUPILS, &value, NULL)) {
    g_autofree char *quoted = shown (text);
    gp_register_complain (
        in, in->layout.pupils,
        _ ("“%s” is no number of pupils; expected a whole number from 0 to %d, or <5"), quoted,
        GP_REGISTER_MAX_PUPILS);
    return FALSE;
  }
  *pupils = (gint32)value;
  return TRUE;
}

/* FALSE when the project does not know the province; GP_NONE where the cell says nothing. */
gboolean
gp_register_read_region (const GpRegisterReading *in, guint32 *region)
{
  g_autofree char *plain = gp_register_plain (gp_register_cell (in, in->layout.province));
  *region = gp_register_index (in->regions, plain);
  if (*region != GP_NONE || plain[0] == '\0')
    return TRUE;
  if (!g_hash_table_add (in->unknown, g_strdup (plain)))
    return FALSE; /* one sentence for a province is enough */
  g_autofree char *quoted = shown (gp_register_cell (in, in->layout.province));
  gp_register_complain (
      in, in->layout.province,
      _ ("the project has no region for the province “%s”; add it to the project’s "
         "provinces (provinces.csv)"),
      quoted);
  return FALSE;
}
