/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbered notes: finding their numbers, and the list of them. */
#include "gp-doc-notes.h"

#include "gp-text.h"

void
gp_doc_note_free (gpointer data)
{
  GpDocNote *note = data;

  g_free (note->what);
  g_free (note->value);
  g_free (note->source);
  g_free (note);
}

static gboolean
same (const GpDocNote *a, const GpDocNote *b)
{
  return g_str_equal (a->what, b->what) && g_str_equal (a->value, b->value) &&
         g_str_equal (a->source, b->source);
}

guint
gp_doc_note (GpDoc *doc, char *what, char *value, char *source)
{
  GpDocNote *note = g_new (GpDocNote, 1);

  *note = (GpDocNote){what, value, source};
  for (guint i = 0; i < doc->notes->len; i++)
    if (same (g_ptr_array_index (doc->notes, i), note)) {
      gp_doc_note_free (note);
      return i + 1;
    }
  g_ptr_array_add (doc->notes, note);
  return doc->notes->len;
}

void
gp_doc_cite (GpDoc *doc, guint note)
{
  g_return_if_fail (doc->blocks->len > 0);
  GpDocBlock *last = g_ptr_array_index (doc->blocks, doc->blocks->len - 1);

  if (last->kind == GP_BLOCK_FIGURES)
    g_array_index (last->pair_notes, guint, last->pair_notes->len - 1) = note;
  else
    last->note = note;
}

const GpDocNote *
gp_doc_note_at (const GpDoc *doc, guint note)
{
  return note > 0 && note <= doc->notes->len ? g_ptr_array_index (doc->notes, note - 1) : NULL;
}

char *
gp_note_mark (guint note)
{
  static const char *const digits[] = {
      "\xE2\x81\xB0", "\xC2\xB9",     "\xC2\xB2",     "\xC2\xB3",     "\xE2\x81\xB4",
      "\xE2\x81\xB5", "\xE2\x81\xB6", "\xE2\x81\xB7", "\xE2\x81\xB8", "\xE2\x81\xB9"};
  g_autofree char *number = g_strdup_printf ("%u", note);
  GString *mark = g_string_new (NULL);

  for (const char *c = number; note > 0 && *c != '\0'; c++)
    g_string_append (mark, digits[*c - '0']);
  return g_string_free (mark, FALSE);
}

char *
gp_note_marked (const char *text, guint note)
{
  g_autofree char *mark = gp_note_mark (note);

  return g_strconcat (text, mark, NULL);
}

char *
gp_note_text (const GpDocNote *note)
{
  char first[7] = "";

  /* the words are those of a column or a key figure, which begin small */
  if (*note->what != '\0')
    first[g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (note->what)), first)] = '\0';
  return g_strconcat (first, *note->what != '\0' ? g_utf8_next_char (note->what) : "",
                      *note->value != '\0' ? ": " : "", note->value, " \xE2\x80\x93 ", note->source,
                      NULL);
}

char *
gp_note_numbers (GpLanguage language, const guint *notes, guint n)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    if (notes[i] > 0)
      g_ptr_array_add (words, g_strdup_printf ("%u", notes[i]));
  return gp_text_list (language, words, words->len);
}

void
gp_doc_notes (GpDoc *doc)
{
  GpLanguage language = doc->language;
  GpGrid *grid = gp_grid_new ("sources", gp_text (language, GP_TEXT_SHEET_SOURCES),
                              gp_text (language, GP_TEXT_SOURCES), NULL);

  gp_grid_column (grid, gp_text (language, GP_TEXT_NOTE), GP_GRID_INTEGER, 6, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_FIGURE), GP_GRID_TEXT, 34, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_VALUE), GP_GRID_TEXT, 12, GP_TOTAL_NONE);
  gp_grid_column (grid, gp_text (language, GP_TEXT_SOURCE), GP_GRID_TEXT, 34, GP_TOTAL_NONE);
  for (guint i = 0; i < doc->notes->len; i++) {
    const GpDocNote *note = g_ptr_array_index (doc->notes, i);
    gp_grid_value (grid, i + 1);
    gp_grid_text (grid, note->what);
    gp_grid_text (grid, note->value);
    gp_grid_text (grid, note->source);
  }
  gp_doc_grid (doc, grid);
  ((GpDocBlock *)g_ptr_array_index (doc->blocks, doc->blocks->len - 1))->kind = GP_BLOCK_NOTES;
}
