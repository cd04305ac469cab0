/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forgetting coaches: who is meant, neutral names everywhere in one transaction, then the file
 * anew.
 *
 * Chosen: the history is rewritten rather than dropped. Every text goes through the same function,
 * in the tables and in both sides of every change of the history, so undo still fits, and brings
 * back a row under its neutral name. Not chosen: deleting the row (plans and sums would no longer
 * hold), and a new file renamed over the old one (others that have it open would keep the old one,
 * and so would links to it).
 */
#include "gp-store-forget-private.h"

#include <groeiplan/gp-backups.h>

void
gp_forgotten_clear (GpForgotten *self)
{
  g_clear_pointer (&self->coaches, g_ptr_array_unref);
  g_clear_pointer (&self->kept_words, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->left, g_ptr_array_unref);
}

static void
free_file (gpointer data)
{
  GpForgetFile *file = data;

  g_free (file->path);
  g_free (file->problem);
  g_free (file);
}

static void
forgotten_init (GpForgotten *self)
{
  *self = (GpForgotten){0};
  self->coaches = g_ptr_array_new_with_free_func (g_free);
  self->kept_words = g_ptr_array_new_with_free_func (g_free);
  self->files = g_ptr_array_new_with_free_func (free_file);
  self->left = g_ptr_array_new_with_free_func (g_free);
}

/* ---- one file ---- */

/* Neutral codes that neither the tables nor the history have. */
static void
give_names (GpForgetting *self, GPtrArray *coaches)
{
  guint number = 1;

  for (guint i = 0; i < self->people->len; i++) {
    GpPerson *person = g_ptr_array_index (self->people, i);

    while (person->new_code == NULL) {
      /* Translators: the code of a coach who was removed: letters, digits and "-" only. */
      g_autofree char *code = g_strdup_printf (_ ("former-%u"), number);

      if (!g_hash_table_contains (self->codes, code)) {
        person->new_code = g_steal_pointer (&code);
        person->new_name = g_strdup_printf (_ ("Former coach %u"), number);
        g_ptr_array_add (coaches, g_strdup (person->new_name));
      }
      number++;
    }
  }
}

/* Inside a transaction; the history first, for it is read by the codes that are there now. */
static gboolean
forget_in (GpForgetting *self, GpDb *db, GpForgotten *out, GError **error)
{
  return gp_forgetting_prepare (self, db, error) && gp_forget_history (self, db, out, error) &&
         gp_forget_rows (self, db, out, error);
}

/* ---- the open project ---- */

/* By a word before this one: a code and a name of the same coach, or the same word twice. */
static gboolean
is_gone (const GPtrArray *all, const char *word)
{
  for (guint i = 0; i < all->len; i++) {
    const GpForgetting *forgetting = g_ptr_array_index (all, i);

    for (guint k = 0; k < forgetting->people->len; k++) {
      const GpPerson *person = g_ptr_array_index (forgetting->people, k);

      if (g_str_equal (person->code, word) || g_hash_table_contains (person->names, word))
        return TRUE;
    }
  }
  return FALSE;
}

static gboolean
forget_one (GpStore *store, const char *word, GPtrArray *all, GpForgotten *out, GError **error)
{
  g_autoptr (GpForgetting) forgetting = gp_forgetting_new ();
  const char *const words[] = {word, NULL};

  if (!gp_forgetting_collect (forgetting, store->db, words, error))
    return FALSE;
  if (forgetting->people->len == 0 && is_gone (all, word))
    return TRUE;
  if (forgetting->people->len == 0) {
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("There is no coach “%s”, neither by code nor by name."), word);
    return FALSE;
  }
  give_names (forgetting, out->coaches);
  if (!forget_in (forgetting, store->db, out, error))
    return FALSE;
  g_ptr_array_add (all, g_steal_pointer (&forgetting));
  return TRUE;
}

/* Words that stayed for the sake of somebody who is gone by now did not stay. */
static void
tell_kept_words (const GPtrArray *all, GpForgotten *out)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) sorted = NULL;
  GHashTableIter iter;
  gpointer text;

  for (guint i = 0; i < all->len; i++) {
    const GpForgetting *forgetting = g_ptr_array_index (all, i);

    g_hash_table_iter_init (&iter, forgetting->words);
    while (g_hash_table_iter_next (&iter, &text, NULL))
      g_hash_table_remove (kept, text);
    g_hash_table_iter_init (&iter, forgetting->shared);
    while (g_hash_table_iter_next (&iter, &text, NULL))
      g_hash_table_add (kept, text);
  }
  sorted = g_list_sort (g_hash_table_get_keys (kept), (GCompareFunc)g_utf8_collate);
  for (GList *at = sorted; at != NULL; at = at->next)
    g_ptr_array_add (out->kept_words, g_strdup (at->data));
}

static gboolean
forget_all (GpStore *store, const char *const *words, GPtrArray *all, GpForgotten *out,
            GError **error)
{
  g_autoptr (GpProject) snapshot = NULL;

  if (!gp_store_start (store, error))
    return FALSE;
  gp_db_run (store->db, "PRAGMA secure_delete = ON", NULL);
  for (guint i = 0; words[i] != NULL; i++) {
    if (!forget_one (store, words[i], all, out, error)) {
      gp_store_cancel (store);
      return FALSE;
    }
  }
  tell_kept_words (all, out);
  snapshot = gp_snapshot_read (store->db, error);
  if (snapshot == NULL) {
    gp_store_cancel (store);
    return FALSE;
  }
  if (!gp_store_end (store, error))
    return FALSE;
  gp_store_keep_snapshot (store, g_steal_pointer (&snapshot));
  return TRUE;
}

/* ---- the backups ---- */

static gboolean
forget_in_open_file (GpDb *db, GPtrArray *all, GError **error)
{
  GpForgotten counts;
  int version;
  gboolean ok = gp_schema_read_version (db, &version, error) &&
                gp_schema_check (db, version, error) &&
                gp_db_run (db,
                           "PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON;"
                           "BEGIN IMMEDIATE",
                           error);

  forgotten_init (&counts);
  for (guint i = 0; ok && i < all->len; i++) {
    GpForgetting *forgetting = g_ptr_array_index (all, i);

    ok = gp_forgetting_collect (forgetting, db, NULL, error);
    if (ok)
      give_names (forgetting, counts.coaches);
    ok = ok && forget_in (forgetting, db, &counts, error);
  }
  gp_forgotten_clear (&counts);
  return ok && gp_db_run (db, "COMMIT", error) && gp_db_vacuum (db, error);
}

static gboolean
look_again (const char *path, GPtrArray *all, GpForgotten *out, GError **error)
{
  for (guint i = 0; i < all->len; i++) {
    if (!gp_traces_look (path, g_ptr_array_index (all, i), out->left, error))
      return FALSE;
  }
  return TRUE;
}

static void
forget_in_file (const char *path, GPtrArray *all, GpForgotten *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpDb) db = gp_db_open (path, path, SQLITE_OPEN_READWRITE, &error);
  GpForgetFile *file = g_new0 (GpForgetFile, 1);

  file->path = g_strdup (path);
  if (db == NULL || !forget_in_open_file (db, all, &error) || !look_again (path, all, out, &error))
    file->problem = g_strdup (error->message);
  g_ptr_array_add (out->files, file);
}

static gboolean
forget_in_backups (GpStore *store, GPtrArray *all, GpForgotten *out, GError **error)
{
  g_autoptr (GPtrArray) backups = gp_backups_list (store->db->path, error);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    forget_in_file (((GpBackup *)g_ptr_array_index (backups, i))->path, all, out);
  return backups != NULL;
}

gboolean
gp_store_forget (GpStore *store, const char *const *words, gboolean backups, GpForgotten *out,
                 GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_forgetting_free);

  g_return_val_if_fail (store != NULL && store->session == NULL && out != NULL, FALSE);
  forgotten_init (out);
  if (words != NULL && words[0] != NULL && !forget_all (store, words, all, out, error))
    return FALSE;
  return gp_store_compact (store, error) && look_again (store->db->path, all, out, error) &&
         (!backups || forget_in_backups (store, all, out, error));
}
