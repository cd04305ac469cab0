/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See gp-links.h. The texts are looked for in the sentence as it is read, so that it can be
 * translated in any order of words. */
#include "gp-links.h"

#include <string.h>

typedef struct {
  gsize start, end;
  const char *target;
} Span;

static gboolean
is_digit (const char *at)
{
  return g_ascii_isdigit (*at);
}

/* A letter or a digit: of a word that goes on. */
static gboolean
goes_on (const char *text, const char *from, gboolean before)
{
  const char *at = before ? g_utf8_find_prev_char (text, from) : from;

  if (at == NULL || *at == '\0')
    return FALSE;
  if (*at == '.' || *at == ',') { /* between the digits of a number */
    const char *beyond = before ? g_utf8_find_prev_char (text, at) : at + 1;

    return beyond != NULL && is_digit (beyond) && is_digit (before ? from : from - 1);
  }
  return g_unichar_isalnum (g_utf8_get_char (at));
}

static gboolean
is_free (const GArray *spans, gsize start, gsize end)
{
  for (guint i = 0; i < spans->len; i++)
    if (start < g_array_index (spans, Span, i).end && end > g_array_index (spans, Span, i).start)
      return FALSE;
  return TRUE;
}

static void
find (GArray *spans, const char *sentence, const GpLink *link)
{
  gsize length = link->text != NULL ? strlen (link->text) : 0;

  if (length == 0 || link->target == NULL)
    return;
  for (const char *at = strstr (sentence, link->text); at != NULL;
       at = strstr (g_utf8_next_char (at), link->text)) {
    Span span = {(gsize)(at - sentence), (gsize)(at - sentence) + length, link->target};

    if (goes_on (sentence, at, TRUE) || goes_on (sentence, at + length, FALSE) ||
        !is_free (spans, span.start, span.end))
      continue;
    g_array_append_val (spans, span);
    return;
  }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *one = a, *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

static void
append_escaped (GString *markup, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize)length);

  g_string_append (markup, escaped);
}

char *
gp_links_markup (const char *sentence, const GpLink *links, guint n)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GString) markup = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < n; i++)
    find (spans, sentence, &links[i]);
  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++) {
    const Span *span = &g_array_index (spans, Span, i);

    append_escaped (markup, sentence + done, span->start - done);
    g_string_append (markup, "<a href=\"");
    append_escaped (markup, span->target, strlen (span->target));
    g_string_append (markup, "\">");
    append_escaped (markup, sentence + span->start, span->end - span->start);
    g_string_append (markup, "</a>");
    done = span->end;
  }
  append_escaped (markup, sentence + done, strlen (sentence + done));
  return g_strdup (markup->str);
}

char *
gp_links_page (const char *target, const char **what)
{
  const char *slash = strchr (target, '/');

  *what = slash != NULL && slash[1] != '\0' ? slash + 1 : NULL;
  return slash != NULL ? g_strndup (target, (gsize)(slash - target)) : g_strdup (target);
}
