/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Neutral names in the rows of coaches, in the texts of all tables, and in the history. One
 * function of a text everywhere, so that what undo brings back fits what is there. */
#include "gp-store-forget-private.h"

static gboolean
put_text (GpDb *db, sqlite3_stmt *put, const char *text, sqlite3_value *key, GError **error)
{
  gp_db_bound (db, sqlite3_bind_text (put, 1, text, -1, SQLITE_TRANSIENT));
  gp_db_bound (db, sqlite3_bind_value (put, 2, key));
  return gp_db_execute (db, put, error);
}

typedef struct {
  sqlite3_value *key;
  char *text;
} Text;

static void
clear_text (gpointer data)
{
  Text *text = data;

  sqlite3_value_free (text->key);
  g_free (text->text);
}

/* What is to be changed in a column, read to the end before the first row is. */
static GArray *
read_texts (GpForgetting *self, GpDb *db, const char *sql, GError **error)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_autoptr (sqlite3_stmt) get = gp_db_prepare (db, sql, error);
  gboolean row;

  g_array_set_clear_func (texts, clear_text);
  while (get != NULL && gp_db_step (db, get, &row, error)) {
    const char *old;
    Text text;

    if (!row)
      return g_steal_pointer (&texts);
    old = gp_db_text (db, get, 1, G_MAXINT, error);
    if (old == NULL)
      return NULL;
    text.text = gp_forgetting_replace (self, old);
    if (text.text == NULL)
      continue;
    text.key = sqlite3_value_dup (sqlite3_column_value (get, 0));
    g_array_append_val (texts, text);
  }
  return NULL;
}

static gboolean
change_texts (GpForgetting *self, GpDb *db, const char *const at[3], guint *n_texts, GError **error)
{
  const char *table = at[0], *key = at[1], *column = at[2];
  g_autofree char *get = g_strdup_printf ("SELECT %s, %s FROM %s", key, column, table);
  g_autofree char *put = g_strdup_printf ("UPDATE %s SET %s = ? WHERE %s = ?", table, column, key);
  g_autoptr (GArray) texts = NULL;
  g_autoptr (sqlite3_stmt) statement = NULL;

  if (!gp_db_has (db, table, column))
    return TRUE;
  texts = read_texts (self, db, get, error);
  statement = texts != NULL ? gp_db_prepare (db, put, error) : NULL;
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < texts->len; i++) {
    const Text *text = &g_array_index (texts, Text, i);

    if (!put_text (db, statement, text->text, text->key, error))
      return FALSE;
  }
  *n_texts += texts->len;
  return TRUE;
}

/* The texts of conflicts have a key of two columns; few rows, so one by one. */
static gboolean
change_conflicts (GpForgetting *self, GpDb *db, guint *n_texts, GError **error)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (sqlite3_stmt) list = NULL;
  gboolean row;

  if (!gp_db_has (db, "plan_conflicts", "sentence"))
    return TRUE;
  list = gp_db_prepare (db, "SELECT DISTINCT plan FROM plan_conflicts", error);
  while (list != NULL && gp_db_step (db, list, &row, error) && row)
    g_ptr_array_add (plans,
                     g_strdup_printf ("%" G_GINT64_FORMAT, (gint64)sqlite3_column_int64 (list, 0)));
  for (guint i = 0; list != NULL && i < plans->len; i++) {
    const char *plan = g_ptr_array_index (plans, i);
    g_autofree char *get =
        g_strdup_printf ("SELECT n, sentence FROM plan_conflicts WHERE plan = %s", plan);
    g_autofree char *put =
        g_strdup_printf ("UPDATE plan_conflicts SET sentence = ? WHERE n = ? AND plan = %s", plan);
    g_autoptr (GArray) texts = read_texts (self, db, get, error);
    g_autoptr (sqlite3_stmt) statement = texts != NULL ? gp_db_prepare (db, put, error) : NULL;

    for (guint k = 0; statement != NULL && k < texts->len; k++) {
      const Text *text = &g_array_index (texts, Text, k);

      if (!put_text (db, statement, text->text, text->key, error))
        return FALSE;
    }
    if (statement == NULL)
      return FALSE;
    *n_texts += texts->len;
  }
  return list != NULL;
}

static gboolean
change_coach (GpDb *db, const GpPerson *person, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET coach = ?, name = ? WHERE coach = ?",
                                          gp_table (person->table)->name);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  gp_db_bound (db, sqlite3_bind_text (statement, 1, person->new_code, -1, SQLITE_TRANSIENT));
  gp_db_bound (db, sqlite3_bind_text (statement, 2, person->new_name, -1, SQLITE_TRANSIENT));
  gp_db_bound (db, sqlite3_bind_text (statement, 3, person->code, -1, SQLITE_TRANSIENT));
  return gp_db_execute (db, statement, error);
}

static gboolean
change_data_texts (GpForgetting *self, GpDb *db, guint *n_texts, GError **error)
{
  for (int id = 0; id < GP_N_TABLES; id++) {
    const GpTable *table = gp_table ((GpTableId)id);

    for (guint i = 0; i < table->n_columns; i++) {
      const char *at[3] = {table->name, "n", table->columns[i].name};

      if (gp_forget_is_free (table->name, i + 1) && !change_texts (self, db, at, n_texts, error))
        return FALSE;
    }
  }
  return change_texts (self, db, (const char *const[3]){"frame", "id", "name"}, n_texts, error) &&
         change_texts (self, db, (const char *const[3]){"history", "id", "label"}, n_texts,
                       error) &&
         change_texts (self, db, (const char *const[3]){"history", "id", "author"}, n_texts,
                       error) &&
         change_conflicts (self, db, n_texts, error);
}

gboolean
gp_forget_rows (GpForgetting *self, GpDb *db, GpForgotten *out, GError **error)
{
  for (guint i = 0; i < self->people->len; i++) {
    if (!change_coach (db, g_ptr_array_index (self->people, i), error))
      return FALSE;
  }
  return change_data_texts (self, db, &out->n_texts, error);
}

/* ---- the history ---- */

static void
put_instead (GpChangeValue *value, const char *text)
{
  if (value->type == SQLITE_TEXT)
    value->instead = g_strdup (text);
}

static void
change_person (GpForgetting *self, GpChange *change, GpTableId table, const char *before,
               const char *after)
{
  const GpPerson *was = gp_forgetting_find (self, table, before);
  const GpPerson *is = gp_forgetting_find (self, table, after);
  guint name = (guint)gp_table_column (table, "name") + 1;

  if (was != NULL && change->operation != SQLITE_INSERT) {
    put_instead (&change->before[1], was->new_code);
    put_instead (&change->before[name], was->new_name);
  }
  if (is != NULL && change->operation != SQLITE_DELETE) {
    put_instead (&change->after[1], is->new_code);
    put_instead (&change->after[name], is->new_name);
  }
}

static void
change_value (GpForgetting *self, GpChangeValue *value)
{
  g_autofree char *text = gp_change_text (value);

  if (text != NULL && value->instead == NULL)
    value->instead = gp_forgetting_replace (self, text);
}

static void
change_entry (GpChange *change, GpTableId table, const char *before, const char *after,
              gpointer data)
{
  GpForgetting *self = data;

  if (table != GP_N_TABLES)
    change_person (self, change, table, before, after);
  for (guint i = 1; i < change->n_columns; i++) {
    if (!gp_forget_is_free (change->table, i))
      continue;
    if (change->operation != SQLITE_INSERT)
      change_value (self, &change->before[i]);
    if (change->operation != SQLITE_DELETE)
      change_value (self, &change->after[i]);
  }
}

gboolean
gp_forget_history (GpForgetting *self, GpDb *db, GpForgotten *out, GError **error)
{
  return !gp_db_has (db, "history", "changes") ||
         gp_forget_walk (db, change_entry, self, TRUE, &out->n_entries, &out->n_dropped, error);
}
