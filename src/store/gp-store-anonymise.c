/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A copy of a project for somebody outside: without history, with other names, and with the same
 * sums and plans.
 *
 * Names of coaches always go, as they do when one is forgotten. With everything, so do the names
 * and codes of boards and schools (a code of the register is a name) in data, plans and proofs, and
 * every text that people write freely. Regions, sectors, years, numbers and sources stay: they are
 * what sums are made of. The new codes follow the order of the rows, so that two copies can be laid
 * side by side.
 */
#include "gp-store-forget-private.h"

#include <string.h>

/* What a person writes freely, or what names somebody outside. */
static const char all_texts[] =
    "UPDATE frame SET name = 'Project';"
    "UPDATE boards SET name = printf ('Board %d', n), note = '', contact = '';"
    "UPDATE schools SET name = printf ('School %d', n);"
    "UPDATE scenarios SET description = '';"
    "UPDATE parameters SET note = '';"
    "UPDATE pins SET reason = '';"
    "UPDATE budgets SET note = '';"
    "UPDATE pledges SET note = '';"
    "UPDATE facts SET note = '';"
    "UPDATE plan_conflicts SET sentence = printf ('Conflict %d', n);"
    "DELETE FROM results;"; /* they name boards by code, and can be found again */

/* Twice, so that no new code meets an old one on the way. References follow. */
static const char all_codes[] = "UPDATE boards SET board = printf ('%c%d', 1, n);"
                                "UPDATE boards SET board = printf ('B%04d', n);"
                                "UPDATE schools SET school = printf ('%c%d', 1, n);"
                                "UPDATE schools SET school = printf ('S%05d', n);";

static void
move_code (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  GHashTable *boards = sqlite3_user_data (context);
  const char *code = (const char *)sqlite3_value_text (values[0]);
  const char *other = code != NULL ? g_hash_table_lookup (boards, code) : NULL;

  (void)n_values;
  if (code == NULL && sqlite3_value_type (values[0]) != SQLITE_NULL)
    sqlite3_result_error_nomem (context);
  else if (other != NULL)
    sqlite3_result_text (context, other, -1, SQLITE_TRANSIENT);
  else if (code == NULL || *code == '\0')
    sqlite3_result_text (context, "", -1, SQLITE_STATIC);
  else /* a board that is no longer in the data */
    sqlite3_result_text (context, "B?", -1, SQLITE_STATIC);
}

static GHashTable *
read_codes (GpDb *db, GError **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) statement =
      gp_db_prepare (db, "SELECT board, printf ('B%04d', n) FROM boards", error);
  gboolean row;

  while (statement != NULL && gp_db_step (db, statement, &row, error)) {
    const char *board, *code;

    if (!row)
      return g_steal_pointer (&codes);
    if (!gp_db_cell (db, statement, 0, &board, error) ||
        !gp_db_cell (db, statement, 1, &code, error))
      return NULL;
    g_hash_table_replace (codes, g_strdup (board), g_strdup (code));
  }
  return NULL;
}

/* ---- proofs: packed rows that name boards ---- */

static GBytes *
move_proof (GpDb *db, sqlite3_stmt *get, GHashTable *codes, GError **error)
{
  guint n = (guint)CLAMP (sqlite3_column_int64 (get, 2), 0, GP_PROOF_MAX_ROWS);
  g_autofree GpProofRow *rows = g_try_new0 (GpProofRow, MAX (n, 1));
  g_autoptr (GStringChunk) chunk = g_string_chunk_new (65536);

  if (rows == NULL || !gp_proof_unpack (sqlite3_column_blob (get, 3),
                                        (gsize)sqlite3_column_bytes (get, 3), rows, n, chunk)) {
    gp_db_fail (db, SQLITE_CORRUPT, error);
    return NULL;
  }
  for (guint i = 0; i < n; i++) {
    const char *other = g_hash_table_lookup (codes, rows[i].board);

    if (*rows[i].board != '\0')
      rows[i].board = other != NULL ? other : "B?";
  }
  return gp_proof_pack (rows, n, error);
}

static gboolean
move_proofs (GpDb *db, const char *table, GHashTable *codes, GError **error)
{
  g_autofree char *get_sql =
      g_strdup_printf ("SELECT plan, rank, proof_rows, proof FROM %s WHERE proof_rows > 0", table);
  g_autofree char *put_sql =
      g_strdup_printf ("UPDATE %s SET proof = ? WHERE plan = ? AND rank = ?", table);
  g_autoptr (sqlite3_stmt) get = gp_db_prepare (db, get_sql, error);
  g_autoptr (sqlite3_stmt) put = get != NULL ? gp_db_prepare (db, put_sql, error) : NULL;
  gboolean row;

  while (put != NULL && gp_db_step (db, get, &row, error)) {
    g_autoptr (GBytes) proof = NULL;

    if (!row)
      return TRUE;
    proof = move_proof (db, get, codes, error);
    if (proof == NULL)
      return FALSE;
    gp_db_bound (db, sqlite3_bind_blob64 (put, 1, g_bytes_get_data (proof, NULL),
                                          g_bytes_get_size (proof), SQLITE_STATIC));
    gp_db_bound (db, sqlite3_bind_value (put, 2, sqlite3_column_value (get, 0)));
    gp_db_bound (db, sqlite3_bind_value (put, 3, sqlite3_column_value (get, 1)));
    if (!gp_db_execute (db, put, error))
      return FALSE;
  }
  return FALSE;
}

static gboolean
replace_all (GpDb *db, GError **error)
{
  g_autoptr (GHashTable) codes = read_codes (db, error);
  int rc;

  if (codes == NULL)
    return FALSE;
  rc = sqlite3_create_function (db->handle, "gp_code", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, codes,
                                move_code, NULL, NULL);
  if (rc != SQLITE_OK)
    return gp_db_fail (db, rc, error);
  return gp_db_run (db, "UPDATE plan_rows SET board = gp_code (board)", error) &&
         move_proofs (db, "plan_priorities", codes, error) &&
         move_proofs (db, "plan_bounds", codes, error) && gp_db_run (db, all_texts, error) &&
         gp_db_run (db, all_codes, error);
}

/* ---- coaches ---- */

static gboolean
replace_coaches (GpDb *db, GError **error)
{
  g_autoptr (GpForgetting) all = gp_forgetting_new ();
  GpForgotten counts = {0};

  all->in_texts = g_strdup (_ ("a coach"));
  if (!gp_forgetting_collect_all (all, db, error) || !gp_forgetting_prepare (all, db, error))
    return FALSE;
  for (guint i = 0; i < all->people->len; i++) {
    GpPerson *person = g_ptr_array_index (all->people, i);

    person->new_code = g_strdup_printf ("%c%04u", 1, i + 1);
    person->new_name = g_strdup_printf (_ ("Coach %u"), i + 1);
  }
  return gp_forget_rows (all, db, &counts, error) &&
         gp_db_run (db,
                    "UPDATE expert_coaches SET coach = 'C' || substr (coach, 2);"
                    "UPDATE verandercoaches SET coach = 'C' || substr (coach, 2)",
                    error);
}

static gboolean
rewrite (GpDb *db, gboolean everything, GError **error)
{
  return gp_db_run (db,
                    "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; BEGIN IMMEDIATE;"
                    "DELETE FROM history",
                    error) &&
         replace_coaches (db, error) && (!everything || replace_all (db, error)) &&
         gp_db_run (db, "COMMIT", error) && gp_db_vacuum (db, error);
}

/* Asked by SQLite while it works. */
static int
is_cancelled (void *cancellable)
{
  return g_cancellable_is_cancelled (cancellable) ? 1 : 0;
}

#define ASKED_EVERY 20000 /* steps of SQLite's machine: well under a millisecond */

static gboolean
write_copy (GpStore *store, const char *temporary, const char *copy, gboolean everything,
            const GpCopyWatch *watch, GError **error)
{
  g_autoptr (GpDb) to =
      gp_db_open (temporary, copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  g_autoptr (GpDb) from = NULL;

  if (to == NULL)
    return FALSE;
  /* by its name only while that is the file's: another one may be there by now */
  if (gp_store_place (store) != GP_STORE_IN_PLACE) {
    if (sqlite3_get_autocommit (store->db->handle) == 0) /* a lock that nobody waits for any more */
      sqlite3_exec (store->db->handle, "ROLLBACK", NULL, NULL, NULL);
  } else if (!store->read_only) {
    from = gp_db_open (store->db->path, store->db->path, SQLITE_OPEN_READONLY, error);
    if (from == NULL)
      return FALSE;
  }
  if (!gp_db_copy (to, from != NULL ? from : store->db, watch, error))
    return FALSE;
  if (watch->progress != NULL) /* how far is not known from here */
    watch->progress (-1, _ ("Replacing names"), watch->data);
  if (gp_copy_is_stopped (watch, error))
    return FALSE;
  if (watch->cancellable != NULL)
    sqlite3_progress_handler (to->handle, ASKED_EVERY, is_cancelled, watch->cancellable);
  return rewrite (to, everything, error);
}

gboolean
gp_store_anonymise (GpStore *store, const char *copy, gboolean everything, GpProgressFunc progress,
                    gpointer data, GCancellable *cancellable, GError **error)
{
  const GpCopyWatch watch = {progress, data, cancellable};
  g_autofree char *whole = NULL;
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (store != NULL && store->session == NULL && copy != NULL, FALSE);
  whole = g_canonicalize_filename (copy, NULL);
  if (!gp_file_check_absent (whole, error))
    return FALSE;
  temporary = gp_file_temporary (whole, error);
  if (temporary == NULL)
    return FALSE;
  if (!write_copy (store, temporary, whole, everything, &watch, error)) {
    gp_file_discard (temporary);
    return FALSE;
  }
  return gp_file_publish (temporary, whole, error);
}
