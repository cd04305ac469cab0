/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The domain of the library's errors, and what may stand in them. */
#include <groeiplan/gp-error.h>

#include <string.h>

G_DEFINE_QUARK (gp - error - quark, gp_error)

/* Characters that let text run the other way: with them a name looks like another one. */
static gboolean
turns_text (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
gp_error_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *shown = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    g_string_append_unichar (shown, g_unichar_iscntrl (c) || turns_text (c) ? 0xfffd : c);
  }
  return g_string_free (shown, FALSE);
}
