/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Register keys: what a spreadsheet, another year's file or a person's hand may have done to the
 * code of a school or a board, undone; and texts made comparable.
 */
#include <string.h>

#include "gp-register-private.h"

#define INSTITUTION_LENGTH 4 /* two digits, two letters */
#define LOCATION_LENGTH 2
#define BOARD_DIGITS 5 /* as the register writes a board's number */
#define BOARD_MAX_DIGITS 9

char *
gp_register_text (const char *text)
{
  GString *out = g_string_new (NULL);
  /* U+00A0 is what a spreadsheet or a web page leaves where a blank was. */
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (!g_unichar_isspace (c))
      g_string_append_unichar (out, c);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

char *
gp_register_plain (const char *text)
{
  g_autofree char *decomposed =
      g_str_is_ascii (text) ? NULL : g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  GString *out = g_string_new (NULL);
  for (const char *p = decomposed != NULL ? decomposed : text; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (out, g_ascii_toupper (*p));
  return g_string_free (out, FALSE);
}

/* The text without blanks at its ends, as a part of it. */
static const char *
trim (const char *text, gsize *length)
{
  while (g_ascii_isspace (*text))
    text++;
  *length = strlen (text);
  while (*length > 0 && g_ascii_isspace (text[*length - 1]))
    (*length)--;
  return text;
}

/* "16AH", or "6AH" after a spreadsheet took the zero of "06AH". */
static gboolean
read_institution (const char *text, gsize length, char *out)
{
  if (length != INSTITUTION_LENGTH && length != INSTITUTION_LENGTH - 1)
    return FALSE;
  memset (out, '0', INSTITUTION_LENGTH);
  for (gsize i = 0; i < length; i++)
    out[INSTITUTION_LENGTH - length + i] = g_ascii_toupper (text[i]);
  return g_ascii_isdigit (out[0]) && g_ascii_isdigit (out[1]) && g_ascii_isalpha (out[2]) &&
         g_ascii_isalpha (out[3]);
}

static gboolean
read_location (const char *text, gsize length, char *out)
{
  if (length != 1 && length != LOCATION_LENGTH)
    return FALSE;
  out[0] = length == 1 ? '0' : text[0];
  out[1] = text[length - 1];
  return g_ascii_isdigit (out[0]) && g_ascii_isdigit (out[1]);
}

gboolean
gp_register_school_key (const char *institution, const char *location,
                        char key[static GP_REGISTER_KEY_BYTES])
{
  gsize length;
  const char *text = trim (institution, &length);
  memset (key, 0, GP_REGISTER_KEY_BYTES);
  if (!read_institution (text, length, key))
    return FALSE;
  text = location != NULL ? trim (location, &length) : "00";
  length = location != NULL ? length : LOCATION_LENGTH;
  if (length <= LOCATION_LENGTH)
    return read_location (text, length, key + INSTITUTION_LENGTH);
  /* The whole code again; it must be of the same institution. */
  char again[INSTITUTION_LENGTH];
  return read_institution (text, length - LOCATION_LENGTH, again) &&
         memcmp (again, key, INSTITUTION_LENGTH) == 0 &&
         read_location (text + length - LOCATION_LENGTH, LOCATION_LENGTH, key + INSTITUTION_LENGTH);
}

gboolean
gp_register_school_key_from_code (const char *code, char key[static GP_REGISTER_KEY_BYTES])
{
  memset (key, 0, GP_REGISTER_KEY_BYTES);
  return strlen (code) == INSTITUTION_LENGTH + LOCATION_LENGTH &&
         read_institution (code, INSTITUTION_LENGTH, key) &&
         read_location (code + INSTITUTION_LENGTH, LOCATION_LENGTH, key + INSTITUTION_LENGTH);
}

GpBoardKey
gp_register_board_key (const char *text, char key[static GP_REGISTER_BOARD_BYTES])
{
  gsize length;
  text = trim (text, &length);
  if (length == strlen ("onbekend") && g_ascii_strncasecmp (text, "onbekend", length) == 0)
    return GP_BOARD_KEY_NONE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return GP_BOARD_KEY_WRONG;
  for (; length > 0 && *text == '0'; length--)
    text++;
  if (length == 0)
    return GP_BOARD_KEY_NONE;
  if (length > BOARD_MAX_DIGITS)
    return GP_BOARD_KEY_WRONG;
  gsize zeros = length < BOARD_DIGITS ? BOARD_DIGITS - length : 0;
  memset (key, 0, GP_REGISTER_BOARD_BYTES);
  memset (key, '0', zeros);
  memcpy (key + zeros, text, length);
  return GP_BOARD_KEY_OK;
}
