/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which rows, now and in the history, are about a coach who is to be forgotten.
 *
 * A coach is known by code. The number n of a row is not enough: it is given again once the last
 * row of a table is gone. So the history is walked from what is now backwards (and forwards through
 * what is undone), always knowing which coach is in which row; then every name that a code ever had
 * is known, and every coach of the history who had one of those names and is no other coach of the
 * project.
 */
#include "gp-store-forget-private.h"

#include <string.h>

static const GpTableId coach_tables[] = {GP_TABLE_EXPERT_COACHES, GP_TABLE_VERANDERCOACHES};

GpTableId
gp_forget_coach_table (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (coach_tables); i++) {
    if (g_str_equal (gp_table (coach_tables[i])->name, name))
      return coach_tables[i];
  }
  return GP_N_TABLES;
}

gboolean
gp_db_has (GpDb *db, const char *table, const char *column)
{
  return sqlite3_table_column_metadata (db->handle, "main", table, column, NULL, NULL, NULL, NULL,
                                        NULL) == SQLITE_OK;
}

/* ---- people ---- */

static void
free_person (gpointer data)
{
  GpPerson *person = data;

  g_free (person->code);
  g_free (person->new_code);
  g_free (person->new_name);
  g_hash_table_unref (person->names);
  g_free (person);
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GpForgetting *
gp_forgetting_new (void)
{
  GpForgetting *self = g_new0 (GpForgetting, 1);

  self->people = g_ptr_array_new_with_free_func (free_person);
  self->others = new_set ();
  self->codes = new_set ();
  self->shared = new_set ();
  self->wholes = new_set ();
  self->words = new_set ();
  return self;
}

void
gp_forgetting_free (GpForgetting *self)
{
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->others);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->shared);
  g_hash_table_unref (self->wholes);
  g_hash_table_unref (self->words);
  g_clear_pointer (&self->names, g_regex_unref);
  g_free (self->in_texts);
  g_free (self);
}

GpPerson *
gp_forgetting_find (GpForgetting *self, GpTableId table, const char *code)
{
  for (guint i = 0; code != NULL && i < self->people->len; i++) {
    GpPerson *person = g_ptr_array_index (self->people, i);

    if (person->table == table && g_str_equal (person->code, code))
      return person;
  }
  return NULL;
}

static GpPerson *
add_person (GpForgetting *self, GpTableId table, const char *code)
{
  GpPerson *person = g_new0 (GpPerson, 1);

  person->table = table;
  person->code = g_strdup (code);
  person->names = new_set ();
  g_ptr_array_add (self->people, person);
  return person;
}

static gboolean
has_name (GpForgetting *self, const char *name)
{
  for (guint i = 0; i < self->people->len; i++) {
    GpPerson *person = g_ptr_array_index (self->people, i);

    if (g_hash_table_contains (person->names, name))
      return TRUE;
  }
  return FALSE;
}

/* ---- what is there: a code with a name it has or had ---- */

typedef struct {
  GpTableId table;
  char *code, *name;
  gboolean now;
} Seen;

static void
free_seen (gpointer data)
{
  Seen *seen = data;

  g_free (seen->code);
  g_free (seen->name);
  g_free (seen);
}

static void
see (GPtrArray *all, GpTableId table, const char *code, char *name, gboolean now)
{
  Seen *seen;

  if (code == NULL || name == NULL) {
    g_free (name);
    return;
  }
  seen = g_new0 (Seen, 1);
  seen->table = table;
  seen->code = g_strdup (code);
  seen->name = name;
  seen->now = now;
  g_ptr_array_add (all, seen);
}

static void
see_change (GpChange *change, GpTableId table, const char *before, const char *after, gpointer all)
{
  guint name;

  if (table == GP_N_TABLES)
    return;
  name = (guint)gp_table_column (table, "name") + 1;
  if (name >= change->n_columns)
    return;
  if (change->operation != SQLITE_INSERT)
    see (all, table, before, gp_change_text (&change->before[name]), FALSE);
  if (change->operation != SQLITE_DELETE)
    see (all, table, after, gp_change_text (&change->after[name]), FALSE);
}

static gboolean
see_rows (GPtrArray *all, GpDb *db, GpTableId table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coach, name FROM %s", gp_table (table)->name);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (db, sql, error);
  gboolean row;

  while (statement != NULL && gp_db_step (db, statement, &row, error)) {
    g_autofree char *code = NULL;
    const char *name;

    if (!row)
      return TRUE;
    code = g_strdup (gp_db_text (db, statement, 0, GP_TEXT_MAX, error));
    name = code != NULL ? gp_db_text (db, statement, 1, GP_TEXT_MAX, error) : NULL;
    if (name == NULL)
      return FALSE;
    see (all, table, code, g_strdup (name), TRUE);
  }
  return FALSE;
}

/* ---- from words to people ---- */

static char *
key_of (const Seen *seen)
{
  return g_strdup_printf ("%d %s", (int)seen->table, seen->code);
}

static gboolean
is_meant (GpForgetting *self, const Seen *seen, const char *const *words)
{
  g_autofree char *key = key_of (seen);

  if (words != NULL && (g_strv_contains (words, seen->code) || g_strv_contains (words, seen->name)))
    return TRUE;
  return !seen->now && !g_hash_table_contains (self->others, key) && *seen->name != '\0' &&
         has_name (self, seen->name);
}

static gboolean
take_in (GpForgetting *self, const Seen *seen, const char *const *words)
{
  GpPerson *person = gp_forgetting_find (self, seen->table, seen->code);

  if (person == NULL && is_meant (self, seen, words))
    person = add_person (self, seen->table, seen->code);
  return person != NULL && g_hash_table_add (person->names, g_strdup (seen->name));
}

static void
note (GpForgetting *self, const GPtrArray *all, gboolean first)
{
  for (guint i = 0; i < all->len; i++) {
    const Seen *seen = g_ptr_array_index (all, i);

    g_hash_table_add (self->codes, g_strdup (seen->code));
    if (first && seen->now && gp_forgetting_find (self, seen->table, seen->code) == NULL)
      g_hash_table_add (self->others, key_of (seen));
  }
}

static void
collect (GpForgetting *self, const GPtrArray *all, const char *const *words)
{
  gboolean first = self->people->len == 0;
  gboolean grew;

  /* those of the project that are meant come first, to know who the others are: until then another
   * coach of the same name would be taken for what the history knows of this one */
  for (guint i = 0; first && i < all->len; i++) {
    if (((const Seen *)g_ptr_array_index (all, i))->now)
      take_in (self, g_ptr_array_index (all, i), words);
  }
  note (self, all, first);
  do {
    grew = FALSE;
    for (guint i = 0; i < all->len; i++)
      grew |= take_in (self, g_ptr_array_index (all, i), words);
  } while (grew);
}

gboolean
gp_forgetting_collect (GpForgetting *self, GpDb *db, const char *const *words, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_seen);

  for (guint i = 0; i < G_N_ELEMENTS (coach_tables); i++) {
    if (!see_rows (all, db, coach_tables[i], error))
      return FALSE;
  }
  if (gp_db_has (db, "history", "changes") &&
      !gp_forget_walk (db, see_change, all, FALSE, NULL, NULL, error))
    return FALSE;
  collect (self, all, words);
  return TRUE;
}

gboolean
gp_forgetting_collect_all (GpForgetting *self, GpDb *db, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_seen);

  for (guint i = 0; i < G_N_ELEMENTS (coach_tables); i++) {
    if (!see_rows (all, db, coach_tables[i], error))
      return FALSE;
  }
  for (guint i = 0; i < all->len; i++) {
    const Seen *seen = g_ptr_array_index (all, i);
    GpPerson *person = add_person (self, seen->table, seen->code);

    g_hash_table_add (person->names, g_strdup (seen->name));
  }
  return TRUE;
}
