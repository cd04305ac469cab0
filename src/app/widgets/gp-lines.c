/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-lines.h. */
#include "gp-lines.h"

char *
gp_lines_break (const char *text, guint characters)
{
  char *broken = g_strdup (text), *space = NULL;
  guint length = 0; /* of the line up to here */

  for (char *at = broken; *at != '\0'; at = g_utf8_next_char (at)) {
    length++;
    if (*at == ' ')
      space = at;
    else if (length > characters && space != NULL) {
      *space = '\n';
      length = (guint)g_utf8_pointer_to_offset (space + 1, at) + 1;
      space = NULL;
    }
  }
  return broken;
}
