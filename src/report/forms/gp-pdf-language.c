/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What cairo 1.16 cannot say in a PDF: its language, that a table's heads are those of columns, and
 * what a figure shows in words. An incremental update at the end of the file (ISO 32000-1, 7.5.6)
 * gives these objects again with it: the document's catalog with /Lang (readers are also asked to
 * show the title instead of the file's name), elements of the structure with /Scope (14.8.5.7) and
 * /Alt (14.9.3). What cannot be read as expected is left as it was.
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

/* An object that is given again, and where. */
typedef struct {
  glong number;
  guint at;
} Given;

static void
give (GByteArray *bytes, GArray *given, glong number, const char *entries)
{
  Given row = {number, bytes->len};
  g_autofree char *object = g_strdup_printf ("%ld 0 obj\n<< %s\n>>\nendobj\n", number, entries);

  append (bytes, object);
  g_array_append_val (given, row);
}

/* Words as a PDF has them in any writing: UTF-16 with its mark, in hexadecimal digits. */
static char *
pdf_words (const char *text)
{
  glong length = 0;
  g_autofree gunichar2 *words = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  GString *out = g_string_new ("<FEFF");

  for (glong i = 0; words != NULL && i < length; i++)
    g_string_append_printf (out, "%04X", words[i]);
  g_string_append_c (out, '>');
  return g_string_free (out, FALSE);
}

/* What is added to an element of the structure; NULL: nothing. */
static char *
addition (const char *kind, const GPtrArray *figures, guint *n_figures)
{
  if (g_str_has_prefix (kind, "TH\n"))
    return g_strdup ("/A << /O /Table /Scope /Column >>");
  if (!g_str_has_prefix (kind, "Figure\n") || figures == NULL || *n_figures >= figures->len)
    return NULL;
  g_autofree char *words = pdf_words (g_ptr_array_index (figures, (*n_figures)++));
  return g_strconcat ("/Alt ", words, NULL);
}

/* "\n12 0 obj\n<< /Type /StructElem\n   /S /TH\n ... \n>>\nendobj\n" */
static void
give_elements (GByteArray *bytes, GArray *given, const GPtrArray *figures)
{
  static const char begin[] = " 0 obj\n<< /Type /StructElem\n   /S /", end[] = "\n>>\nendobj\n";
  g_autofree char *all = g_memdup2 (bytes->data, bytes->len);
  const char *stop = all + bytes->len;
  guint n_figures = 0;

  for (const char *at = all; (at = memmem (at, (gsize)(stop - at), begin, strlen (begin))) != NULL;
       at++) {
    const char *close = memmem (at, (gsize)(stop - at), end, strlen (end)), *digits = at;
    const char *kind = at + strlen (begin), *entries = strstr (at, "<<") + 2;
    while (digits > all && g_ascii_isdigit (digits[-1]))
      digits--;
    if (close == NULL || digits == at)
      return;
    g_autofree char *more = addition (kind, figures, &n_figures);
    g_autofree char *own = g_strndup (entries, (gsize)(close - entries));
    g_autofree char *both = g_strconcat (g_strstrip (own), "\n   ", more, NULL);
    if (more != NULL)
      give (bytes, given, strtol (digits, NULL, 10), both);
  }
}

static int
compare_given (gconstpointer a, gconstpointer b)
{
  glong first = ((const Given *)a)->number, second = ((const Given *)b)->number;

  return first < second ? -1 : first > second;
}

static void
append_table (GByteArray *bytes, GArray *given)
{
  g_array_sort (given, compare_given);
  append (bytes, "xref\n");
  for (guint i = 0; i < given->len; i++) {
    const Given *row = &g_array_index (given, Given, i);
    g_autofree char *line = g_strdup_printf ("%ld 1\n%010u 00000 n \n", row->number, row->at);
    append (bytes, line);
  }
}

void
gp_pdf_add_language (GByteArray *bytes, const char *language, const GPtrArray *figures)
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
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (Given));
  g_autofree char *catalog = g_strdup_printf (
      "%s\n   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>", entries, language);
  give_elements (bytes, given, figures);
  give (bytes, given, root, catalog);
  guint table = bytes->len;
  append_table (bytes, given);
  g_autofree char *end = g_strdup_printf (
      "trailer\n<< /Size %ld\n   /Root %ld 0 R\n   /Info %ld 0 R\n   /Prev %ld\n>>\n"
      "startxref\n%u\n%%%%EOF\n",
      size, root, info, before, table);
  append (bytes, end);
}
