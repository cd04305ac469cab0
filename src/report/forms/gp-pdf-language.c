/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language of a PDF, which cairo 1.16 cannot set: an incremental update at the end of the file
 * (ISO 32000-1, 7.5.6) that gives the document's catalog again with /Lang, and asks readers to show
 * the title instead of the file's name. What cannot be read as expected is left as it was.
 */
#include "gp-forms.h"

#include <stdlib.h>
#include <string.h>

/* The last place of a word in the bytes, or -1. */
static gssize
find_last (const GByteArray *bytes, const char *word)
{
  gsize length = strlen (word);
  gssize last = -1;

  for (gsize from = 0; from < bytes->len;) {
    const guint8 *found = memmem (bytes->data + from, bytes->len - from, word, length);
    if (found == NULL)
      break;
    last = found - bytes->data;
    from = (gsize)last + 1;
  }
  return last;
}

/* The number after a name in the file's last dictionary, or -1. */
static glong
trailer_number (const GByteArray *bytes, gssize trailer, const char *name)
{
  g_autofree char *tail =
      g_strndup ((const char *)bytes->data + trailer, bytes->len - (gsize)trailer);
  const char *found = strstr (tail, name);

  return found != NULL ? strtol (found + strlen (name), NULL, 10) : -1;
}

/* What stands between "N 0 obj << " and its ">>". */
static char *
catalog_entries (const GByteArray *bytes, glong root)
{
  g_autofree char *head = g_strdup_printf ("\n%ld 0 obj", root);
  gssize start = find_last (bytes, head);
  g_autofree char *object =
      start >= 0 ? g_strndup ((const char *)bytes->data + start, bytes->len - (gsize)start) : NULL;
  char *open = object != NULL ? strstr (object, "<<") : NULL;
  char *end = open != NULL ? strstr (open, "endobj") : NULL;

  if (end == NULL)
    return NULL;
  *end = '\0';
  char *close = g_strrstr (open, ">>");
  if (close == NULL)
    return NULL;
  *close = '\0';
  return g_strdup (g_strstrip (open + 2));
}

static void
append (GByteArray *bytes, const char *text)
{
  g_byte_array_append (bytes, (const guint8 *)text, (guint)strlen (text));
}

void
gp_pdf_add_language (GByteArray *bytes, const char *language)
{
  gssize trailer = find_last (bytes, "trailer");
  if (trailer < 0)
    return;
  glong root = trailer_number (bytes, trailer, "/Root "),
        size = trailer_number (bytes, trailer, "/Size ");
  glong info = trailer_number (bytes, trailer, "/Info ");
  glong before = trailer_number (bytes, trailer, "startxref");
  g_autofree char *entries = root > 0 ? catalog_entries (bytes, root) : NULL;
  if (entries == NULL || size <= 0 || info <= 0 || before <= 0 || strstr (entries, "/Lang") != NULL)
    return;
  g_autofree char *object = g_strdup_printf (
      "%ld 0 obj\n<< %s\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\n"
      "endobj\n",
      root, entries, language);
  guint object_at = bytes->len;
  append (bytes, object);
  g_autofree char *end = g_strdup_printf (
      "xref\n%ld 1\n%010u 00000 n \ntrailer\n<< /Size %ld\n   /Root %ld 0 R\n   /Info %ld 0 R\n"
      "   /Prev %ld\n>>\nstartxref\n%u\n%%%%EOF\n",
      root, object_at, size, root, info, before, bytes->len);
  append (bytes, end);
}
