/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of texts, and filling them in. */
#include "gp-text.h"

#include <stdarg.h>

#define GP_TEXT(id, english, dutch) {dutch, english},
static const char *const texts[GP_N_TEXTS][2] = {
#include "gp-texts-board.h"
#include "gp-texts-director.h"
#include "gp-texts-finance.h"
#include "gp-texts-general.h"
#include "gp-texts-notes.h"
};
#undef GP_TEXT

#define MAX_PLACES 8
#define ISOLATE "\xE2\x81\xA8"     /* U+2068 first strong isolate */
#define END_ISOLATE "\xE2\x81\xA9" /* U+2069 */

const char *
gp_text (GpLanguage language, GpTextId id)
{
  g_return_val_if_fail (id < GP_N_TEXTS, "");
  return texts[id][language == GP_LANGUAGE_DUTCH ? 0 : 1];
}

/* Could the text change the direction of what stands around it? */
static gboolean
turns (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar u = g_utf8_get_char (c);
    if ((u >= 0x590 && u <= 0x8FF) || (u >= 0xFB1D && u <= 0xFEFC) ||
        (u >= 0x10800 && u <= 0x10FFF) || (u >= 0x1E800 && u <= 0x1EFFF) ||
        (u >= 0x200E && u <= 0x200F) || (u >= 0x202A && u <= 0x202E) ||
        (u >= 0x2066 && u <= 0x2069))
      return TRUE;
  }
  return FALSE;
}

static void
append (GString *out, const char *word)
{
  if (turns (word))
    g_string_append_printf (out, ISOLATE "%s" END_ISOLATE, word);
  else
    g_string_append (out, word);
}

char *
gp_text_fill (GpLanguage language, GpTextId id, ...)
{
  const char *words[MAX_PLACES];
  GString *out = g_string_new (NULL);
  guint n = 0;
  va_list list;

  va_start (list, id);
  for (const char *word; n < MAX_PLACES && (word = va_arg (list, const char *)) != NULL; n++)
    words[n] = word;
  va_end (list);
  for (const char *c = gp_text (language, id); *c != '\0'; c++)
    if (c[0] == '{' && g_ascii_isdigit (c[1]) && c[2] == '}') {
      guint place = (guint)(c[1] - '0');
      append (out, place < n ? words[place] : "");
      c += 2;
    } else {
      g_string_append_c (out, *c);
    }
  return g_string_free (out, FALSE);
}

char *
gp_text_count (GpLanguage language, gint64 n, GpTextId one, GpTextId many)
{
  g_autofree char *number = gp_format_integer (n, language);

  return gp_text_fill (language, n == 1 ? one : many, number, NULL);
}

char *
gp_text_list (GpLanguage language, const GPtrArray *words, guint max)
{
  guint shown = words->len > max ? max : words->len;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < shown; i++) {
    gboolean last = i + 1 == shown && shown == words->len;
    if (i > 0)
      g_string_append (out, last ? gp_text (language, GP_TEXT_AND) : ", ");
    append (out, g_ptr_array_index (words, i));
  }
  if (shown < words->len) {
    g_autofree char *number = gp_format_integer (words->len - shown, language);
    g_autofree char *more = gp_text_fill (language, GP_TEXT_MORE, number, NULL);
    g_string_append_printf (out, "%s%s", gp_text (language, GP_TEXT_AND), more);
  }
  return g_string_free (out, FALSE);
}

char *
gp_text_date (GpLanguage language, gint64 when)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (when);

  if (date == NULL)
    return g_strdup ("");
  GpTextId month = (GpTextId)(GP_TEXT_MONTH_1 + g_date_time_get_month (date) - 1);
  return g_strdup_printf ("%d %s %d", g_date_time_get_day_of_month (date),
                          gp_text (language, month), g_date_time_get_year (date));
}
