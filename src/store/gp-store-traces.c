/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Looks for texts in a project file: in every value that is there, and in every byte.
 *
 * 1. Values: all columns of all tables, whatever the format; what is packed is unpacked, and the
 *    history is read value by value. Words count as in gp-store-forget-words.c.
 * 2. Bytes: the file as SQLite's own handle reads it (a descriptor of ours, once closed, would drop
 * the locks of a project that is open). Whole names must not be there at all. Their single words
 * may, inside longer ones ("Groot" in "Grootschermer"): they are counted in a fresh copy without
 * deleted space too, and what the file has more than that copy is a trace of something deleted.
 */
#include "gp-store-forget-private.h"

#include <groeiplan/gp-backups.h>
#include <string.h>

#define PIECE (256 * 1024)
#define OVERLAP (4 * 1024) /* longer than what is looked for */

typedef struct {
  GpDb *db;
  const char *name;   /* of the file, to be shown */
  GRegex *pattern;    /* or NULL */
  GHashTable *wholes; /* names and codes */
  GHashTable *words;
  GPtrArray *left;
} Look;

static void
report (Look *look, const char *where, const char *column, guint n)
{
  if (n == 0)
    return;
  g_ptr_array_add (
      look->left, column != NULL ? g_strdup_printf ("%s: %s, %s (%u)", look->name, where, column, n)
                                 : g_strdup_printf ("%s: %s (%u)", look->name, where, n));
}

/* ---- values ---- */

static gboolean
says (const Look *look, const char *text, gsize size)
{
  g_autofree char *valid = NULL;

  if (g_utf8_validate (text, (gssize)size, NULL))
    return g_regex_match_full (look->pattern, text, (gssize)size, 0, 0, NULL, NULL);
  valid = g_utf8_make_valid (text, (gssize)size);
  return g_regex_match (look->pattern, valid, 0, NULL);
}

typedef struct {
  const Look *look;
  gboolean found;
} Entry;

static void
look_at_change (GpChange *change, gpointer data)
{
  Entry *entry = data;

  for (guint i = 0; i < change->n_columns; i++) {
    g_autofree char *before =
        change->operation != SQLITE_INSERT ? gp_change_text (&change->before[i]) : NULL;
    g_autofree char *after =
        change->operation != SQLITE_DELETE ? gp_change_text (&change->after[i]) : NULL;

    if ((before != NULL && says (entry->look, before, strlen (before))) ||
        (after != NULL && says (entry->look, after, strlen (after))))
      entry->found = TRUE;
  }
}

/* What is packed is read piece by piece, each with the end of the one before: a proof may be large.
 */
static gboolean
packed_says (const Look *look, gconstpointer bytes, gsize size)
{
  g_autoptr (GConverter) gunzip =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (bytes, (gssize)size, NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, gunzip);
  g_autofree char *piece = g_malloc (PIECE + OVERLAP);
  gsize kept = 0, got = 0;

  while (g_input_stream_read_all (stream, piece + kept, PIECE, &got, NULL, NULL) && got > 0) {
    if (says (look, piece, kept + got))
      return TRUE;
    got += kept;
    kept = MIN (got, OVERLAP);
    memmove (piece, piece + got - kept, kept);
  }
  return FALSE;
}

static gboolean
blob_says (const Look *look, gconstpointer bytes, gsize size)
{
  Entry entry = {look, FALSE};
  g_autoptr (GByteArray) changes = gp_changeset_visit (bytes, size, look_at_change, &entry);

  if (changes != NULL)
    return entry.found;
  if (size > 2 && memcmp (bytes, "\x1f\x8b", 2) == 0)
    return packed_says (look, bytes, size);
  return size > 0 && says (look, bytes, size);
}

static gboolean
value_says (const Look *look, sqlite3_stmt *statement, gboolean *answer, GError **error)
{
  gconstpointer bytes = NULL;
  const char *text = NULL;
  gsize size;

  if (sqlite3_column_type (statement, 0) == SQLITE_BLOB)
    bytes = sqlite3_column_blob (statement, 0);
  else if (!gp_db_cell (look->db, statement, 0, &text, error))
    return FALSE;
  size = (gsize)sqlite3_column_bytes (statement, 0);
  if (text != NULL)
    *answer = says (look, text, size);
  else
    *answer = bytes != NULL && blob_says (look, bytes, size);
  return TRUE;
}

static gboolean
look_at_column (Look *look, const char *table, const char *column, GError **error)
{
  char *sql = sqlite3_mprintf ("SELECT DISTINCT \"%w\" FROM \"%w\" WHERE typeof (\"%w\") IN "
                               "('text', 'blob')",
                               column, table, column);
  g_autoptr (sqlite3_stmt) statement = gp_db_prepare (look->db, sql, error);
  gboolean row;
  guint n = 0;

  sqlite3_free (sql);
  while (statement != NULL && gp_db_step (look->db, statement, &row, error)) {
    gboolean says_it;

    if (!row) {
      report (look, table, column, n);
      return TRUE;
    }
    if (!value_says (look, statement, &says_it, error))
      return FALSE;
    n += says_it ? 1 : 0;
  }
  return FALSE;
}

static gboolean
look_at_values (Look *look, GError **error)
{
  g_autoptr (sqlite3_stmt) tables = gp_db_prepare (
      look->db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", error);
  gboolean row;

  while (tables != NULL && gp_db_step (look->db, tables, &row, error)) {
    g_autofree char *sql = NULL;
    g_autoptr (sqlite3_stmt) all = NULL;
    const char *table;

    if (!row)
      return TRUE;
    if (!gp_db_cell (look->db, tables, 0, &table, error))
      return FALSE;
    sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
    all = gp_db_prepare (look->db, sql, error);
    for (int i = 0; all != NULL && i < sqlite3_column_count (all); i++) {
      if (!look_at_column (look, table, sqlite3_column_name (all, i), error))
        return FALSE;
    }
    if (all == NULL)
      return FALSE;
  }
  return FALSE;
}

/* ---- bytes ---- */

static gboolean
look_at_bytes (Look *look, GError **error)
{
  guint n;

  if (!gp_traces_count (look->db, look->wholes, look->words, &n, error))
    return FALSE;
  report (look, _ ("in the bytes of the file"), NULL, n);
  return TRUE;
}

static gboolean
look_at_file (const char *path, Look *look, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GpDb) db = NULL;
  gboolean ok;
  int version;

  look->db = db = gp_db_open (path, path, SQLITE_OPEN_READONLY, error);
  look->name = name;
  ok = db != NULL && gp_schema_read_version (db, &version, error) &&
       gp_schema_check (db, version, error) &&
       (look->pattern == NULL || look_at_values (look, error)) && look_at_bytes (look, error);
  return ok;
}

gboolean
gp_traces_look (const char *path, const GpForgetting *forgetting, GPtrArray *left, GError **error)
{
  Look look = {.pattern = forgetting->names,
               .wholes = forgetting->wholes,
               .words = forgetting->words,
               .left = left};

  return look_at_file (path, &look, error);
}

/* Backups that cannot be read are places in which it may be. */
static gboolean
look_everywhere (const char *path, const GpForgetting *forgetting, GPtrArray *left, GError **error)
{
  g_autoptr (GPtrArray) list = gp_backups_list (path, error);

  if (list == NULL || !gp_traces_look (path, forgetting, left, error))
    return FALSE;
  for (guint i = 0; i < list->len; i++) {
    const GpBackup *backup = g_ptr_array_index (list, i);
    g_autoptr (GError) problem = NULL;

    if (!gp_traces_look (backup->path, forgetting, left, &problem))
      g_ptr_array_add (left, g_strdup (problem->message));
  }
  return TRUE;
}

GPtrArray *
gp_traces_find (const char *path, const char *const *texts, GError **error)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  g_autoptr (GpForgetting) forgetting = gp_forgetting_new ();

  for (guint i = 0; texts[i] != NULL; i++) {
    g_autoptr (GHashTable) words = gp_forget_words_of (texts[i]);
    GHashTableIter iter;
    gpointer word;

    if (*texts[i] != '\0')
      g_hash_table_add (forgetting->wholes, g_strdup (texts[i]));
    g_hash_table_iter_init (&iter, words);
    while (g_hash_table_iter_next (&iter, &word, NULL))
      g_hash_table_add (forgetting->words, g_strdup (word));
  }
  if (!gp_forget_pattern (forgetting->wholes, forgetting->words, &forgetting->names, error) ||
      !look_everywhere (whole, forgetting, left, error))
    return NULL;
  return g_steal_pointer (&left);
}
