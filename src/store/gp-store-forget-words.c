/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From names to what is looked for in texts.
 *
 * 1. A whole name counts in any case, with any white space, and composed or decomposed ("é").
 * 2. A word of a name counts as it is written there or in capitals, never in small letters: "Groot"
 * and "GROOT", not "een groot bestuur". It needs three letters, and a capital at its start unless
 * the whole name has none (so "van" and "de" do not count).
 * 3. A word that is also in the name of another coach, a board, a school, a region ... or is a code
 *    stays in texts: who reads it there cannot tell whom it means. It is reported.
 * 4. A code counts in texts when it has a letter and a digit and at least three characters.
 * 5. Nothing counts inside a longer word.
 */
#include "gp-store-forget-private.h"

#include <string.h>

GHashTable *
gp_forget_words_of (const char *name)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *small = g_utf8_strdown (name, -1);
  gboolean no_capitals = g_str_equal (small, name);
  const char *start = NULL;

  for (const char *at = name;; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (g_unichar_isalpha (c) || g_unichar_ismark (c)) {
      start = start != NULL ? start : at;
      continue;
    }
    if (start != NULL && g_utf8_strlen (start, at - start) >= 3 &&
        (no_capitals || !g_unichar_islower (g_utf8_get_char (start))))
      g_hash_table_add (words, g_strndup (start, (gsize)(at - start)));
    start = NULL;
    if (c == 0)
      return words;
  }
}

/* ---- patterns ---- */

static void
append (GString *pattern, const char *caseless, const char *text)
{
  g_autofree char *escaped = g_regex_escape_string (text, -1);

  if (pattern->len > 0)
    g_string_append_c (pattern, '|');
  g_string_append (pattern, caseless);
  for (const char *at = escaped; *at != '\0'; at++) {
    if (*at == ' ') {
      g_string_append (pattern, "\\s+");
      while (at[1] == ' ')
        at++;
    } else
      g_string_append_c (pattern, *at);
  }
  g_string_append_c (pattern, ')');
}

static void
append_forms (GString *pattern, const char *caseless, const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);

  if (composed == NULL || apart == NULL)
    return;
  append (pattern, caseless, composed);
  if (!g_str_equal (composed, apart))
    append (pattern, caseless, apart);
}

static void
append_word (GString *pattern, const char *word)
{
  g_autofree char *large = g_utf8_strup (word, -1);

  append_forms (pattern, "(?:", word);
  if (!g_str_equal (large, word))
    append_forms (pattern, "(?:", large);
}

static int
longest_first (gconstpointer a, gconstpointer b)
{
  const char *left = *(const char *const *)a, *right = *(const char *const *)b;
  gsize one = strlen (left), two = strlen (right);

  return one != two ? (one > two ? -1 : 1) : strcmp (left, right);
}

static void
append_all (GString *pattern, GHashTable *texts, gboolean whole)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer text;

  if (texts == NULL)
    return;
  g_hash_table_iter_init (&iter, texts);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    g_ptr_array_add (list, text);
  g_ptr_array_sort (list, longest_first);
  for (guint i = 0; i < list->len; i++) {
    if (whole)
      append_forms (pattern, "(?i:", g_ptr_array_index (list, i));
    else
      append_word (pattern, g_ptr_array_index (list, i));
  }
}

gboolean
gp_forget_pattern (GHashTable *wholes, GHashTable *words, GRegex **out, GError **error)
{
  g_autoptr (GString) pattern = g_string_new (NULL);
  g_autofree char *whole = NULL;

  append_all (pattern, wholes, TRUE);
  append_all (pattern, words, FALSE);
  *out = NULL;
  if (pattern->len == 0)
    return TRUE;
  whole = g_strdup_printf ("(?<![\\p{L}\\p{M}\\p{N}])(?:%s)(?![\\p{L}\\p{M}\\p{N}])", pattern->str);
  *out = g_regex_new (whole, 0, 0, NULL);
  if (*out == NULL)
    g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA,
                         _ ("The names are too long to be looked for: shorten them first."));
  return *out != NULL;
}

/* ---- what others are called ---- */

static gboolean
is_name_of_other (const char *table, const char *column)
{
  return g_str_has_prefix (column, "name") && !g_str_equal (table, "frame") &&
         !g_str_equal (table, "scenarios");
}

gboolean
gp_forget_is_free (const char *table, guint column)
{
  const GpColumn *found = NULL;

  if (g_str_equal (table, "frame"))
    return column == 1;
  for (int id = 0; id < GP_N_TABLES && column > 0; id++) {
    if (g_str_equal (gp_table (id)->name, table) && column <= gp_table (id)->n_columns)
      found = &gp_table (id)->columns[column - 1];
  }
  return found != NULL && found->type == GP_COLUMN_TEXT && !found->key &&
         !is_name_of_other (table, found->name);
}

/* Moves the words that the text has to those that stay. */
static void
spare (GpForgetting *self, GHashTable *words, const char *text)
{
  g_autoptr (GHashTable) theirs = gp_forget_words_of (text);
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, theirs);
  while (g_hash_table_iter_next (&iter, &word, NULL)) {
    if (g_hash_table_remove (words, word))
      g_hash_table_add (self->shared, g_strdup (word));
  }
}

/* The names in one column of other rows than those of the people. */
static gboolean
spare_column (GpForgetting *self, GpDb *db, GpTableId id, guint column, GHashTable *words,
              GError **error)
{
  const GpTable *table = gp_table (id);
  g_autofree char *sql =
      g_strdup_printf ("SELECT DISTINCT %s, %s FROM %s", table->columns[column].name,
                       table->columns[0].name, table->name);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (db, sql, error);
  gboolean row;

  while (statement != NULL && gp_db_step (db, statement, &row, error)) {
    const char *text, *key;

    if (!row)
      return TRUE;
    if (!gp_db_cell (db, statement, 1, &key, error))
      return FALSE;
    if (gp_forgetting_find (self, id, key))
      continue;
    text = gp_db_text (db, statement, 0, GP_TEXT_MAX, error);
    if (text == NULL)
      return FALSE;
    spare (self, words, text);
  }
  return FALSE;
}

static gboolean
spare_words_of_others (GpForgetting *self, GpDb *db, GHashTable *words, GError **error)
{
  for (int id = 0; id < GP_N_TABLES; id++) {
    const GpTable *table = gp_table ((GpTableId)id);

    for (guint i = 0; i < table->n_columns; i++) {
      gboolean code = table->columns[i].type == GP_COLUMN_CODE;

      if ((code || is_name_of_other (table->name, table->columns[i].name)) &&
          gp_db_has (db, table->name, table->columns[i].name) &&
          !spare_column (self, db, (GpTableId)id, i, words, error))
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
tells (const char *code)
{
  gboolean letter = FALSE, digit = FALSE;

  for (const char *at = code; *at != '\0'; at = g_utf8_next_char (at)) {
    letter = letter || g_unichar_isalpha (g_utf8_get_char (at));
    digit = digit || g_unichar_isdigit (g_utf8_get_char (at));
  }
  return letter && digit && strlen (code) >= 3;
}

static void
gather_name (GpForgetting *self, const char *name)
{
  g_autoptr (GHashTable) parts = gp_forget_words_of (name);
  GHashTableIter iter;
  gpointer word;

  if (g_utf8_strlen (name, -1) >= 3)
    g_hash_table_add (self->wholes, g_strdup (name));
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_hash_table_add (self->words, g_strdup (word));
}

static void
gather (GpForgetting *self)
{
  for (guint i = 0; i < self->people->len; i++) {
    const GpPerson *person = g_ptr_array_index (self->people, i);
    GHashTableIter iter;
    gpointer name;

    if (tells (person->code))
      g_hash_table_add (self->wholes, g_strdup (person->code));
    g_hash_table_iter_init (&iter, person->names);
    while (g_hash_table_iter_next (&iter, &name, NULL))
      gather_name (self, name);
  }
}

gboolean
gp_forgetting_prepare (GpForgetting *self, GpDb *db, GError **error)
{
  g_hash_table_remove_all (self->wholes);
  g_hash_table_remove_all (self->words);
  g_clear_pointer (&self->names, g_regex_unref);
  gather (self);
  return spare_words_of_others (self, db, self->words, error) &&
         gp_forget_pattern (self->wholes, self->words, &self->names, error);
}

char *
gp_forgetting_replace (const GpForgetting *self, const char *text)
{
  const GpPerson *person;
  const char *instead = self->in_texts;

  if (self->names == NULL || !g_regex_match (self->names, text, 0, NULL))
    return NULL;
  if (instead == NULL) {
    person = g_ptr_array_index (self->people, 0);
    instead = person->new_name;
  }
  return g_regex_replace_literal (self->names, text, -1, 0, instead, 0, NULL);
}
