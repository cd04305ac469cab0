/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts in the bytes of a project file, in use or deleted, in UTF-8 and both orders of UTF-16.
 *
 * A whole name of several words must not be there at all, in any case of its ASCII letters.
 * Anything shorter may stand inside longer words, or by chance in packed bytes; it counts when the
 * file has more of it than a copy of the file without deleted space.
 */
#include "gp-store-forget-private.h"

#include <string.h>

#define WINDOW (1024 * 1024)

typedef struct {
  GBytes *bytes;
  gboolean any_case; /* bytes are in small letters then */
  gboolean never;    /* not even inside another text */
  guint64 n;         /* in the file */
  guint64 n_clean;   /* in the copy */
} Needle;

static void
free_needle (gpointer data)
{
  Needle *needle = data;

  g_bytes_unref (needle->bytes);
  g_free (needle);
}

static void
add_needle (GPtrArray *needles, GBytes *bytes, gboolean any_case, gboolean never)
{
  Needle *needle = g_new0 (Needle, 1);

  needle->bytes = bytes;
  needle->any_case = any_case;
  needle->never = never;
  g_ptr_array_add (needles, needle);
}

static void
add_forms (GPtrArray *needles, const char *text, gboolean any_case, gboolean never)
{
  static const char *const encodings[] = {"UTF-8", "UTF-16LE", "UTF-16BE"};

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++) {
    gsize size;
    char *bytes = g_convert (text, -1, encodings[i], "UTF-8", NULL, &size, NULL);

    if (bytes != NULL)
      add_needle (needles, g_bytes_new_take (bytes, size), any_case, never);
  }
}

static GPtrArray *
make_needles (GHashTable *wholes, GHashTable *words)
{
  GPtrArray *needles = g_ptr_array_new_with_free_func (free_needle);
  GHashTableIter iter;
  gpointer text;

  g_hash_table_iter_init (&iter, wholes);
  while (g_hash_table_iter_next (&iter, &text, NULL)) {
    g_autofree char *small = g_ascii_strdown (text, -1);

    add_forms (needles, small, TRUE, strlen (text) >= 8 && strchr (text, ' ') != NULL);
  }
  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    add_forms (needles, text, FALSE, FALSE);
  return needles;
}

static gsize
longest (const GPtrArray *needles)
{
  gsize most = 1;

  for (guint i = 0; i < needles->len; i++)
    most = MAX (most, g_bytes_get_size (((Needle *)g_ptr_array_index (needles, i))->bytes));
  return most;
}

static guint64
count_in (const guint8 *bytes, gsize size, GBytes *needle)
{
  gsize length;
  const guint8 *wanted = g_bytes_get_data (needle, &length);
  guint64 n = 0;

  for (const guint8 *at = bytes; (at = memmem (at, (gsize)(bytes + size - at), wanted, length));
       at++)
    n++;
  return n;
}

/* One window; skip: what begins before this was counted with the window before. */
static void
count_window (GPtrArray *needles, guint8 *bytes, gsize size, gsize overlap, gboolean clean)
{
  for (int pass = 0; pass < 2; pass++) {
    for (guint i = 0; i < needles->len; i++) {
      Needle *needle = g_ptr_array_index (needles, i);
      gsize length = g_bytes_get_size (needle->bytes);
      gsize seen = MIN (overlap, size);
      gsize skip = seen >= length ? seen - (length - 1) : 0;
      guint64 n;

      if (needle->any_case != (pass == 1) || size < length)
        continue;
      n = count_in (bytes + skip, size - skip, needle->bytes);
      *(clean ? &needle->n_clean : &needle->n) += n;
    }
    for (gsize i = 0; pass == 0 && i < size; i++)
      bytes[i] = (guint8)g_ascii_tolower ((char)bytes[i]);
  }
}

typedef gboolean (*ReadFunc) (gpointer from, guint8 *to, gsize size, gint64 at);

static gboolean
count_all (GPtrArray *needles, ReadFunc read, gpointer from, gint64 total, gboolean clean)
{
  gsize overlap = longest (needles) - 1;
  g_autofree guint8 *window = g_try_malloc (WINDOW + overlap);

  for (gint64 at = 0; window != NULL && at < total; at += WINDOW) {
    gint64 start = MAX (at - (gint64)overlap, 0);
    gsize size = (gsize)(MIN (at + WINDOW, total) - start);

    if (!read (from, window, size, start))
      return FALSE;
    count_window (needles, window, size, (gsize)(at - start), clean);
  }
  return window != NULL;
}

/* ---- the file, and the copy ---- */

static gboolean
read_file (gpointer from, guint8 *to, gsize size, gint64 at)
{
  sqlite3_file *file = from;

  return file->pMethods->xRead (file, to, (int)size, at) == SQLITE_OK;
}

static gboolean
read_copy (gpointer from, guint8 *to, gsize size, gint64 at)
{
  memcpy (to, (const guint8 *)from + at, size);
  return TRUE;
}

static gboolean
count_file (GpDb *db, GPtrArray *needles, GError **error)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  int rc = sqlite3_file_control (db->handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);

  if (rc == SQLITE_OK && file != NULL && file->pMethods != NULL)
    rc = file->pMethods->xFileSize (file, &size);
  if (rc != SQLITE_OK || file == NULL || file->pMethods == NULL)
    return gp_db_fail (db, rc != SQLITE_OK ? rc : SQLITE_IOERR, error);
  return count_all (needles, read_file, file, size, FALSE) ||
         gp_db_fail (db, SQLITE_IOERR_READ, error);
}

static gboolean
count_clean (GpDb *db, GPtrArray *needles, GError **error)
{
  g_autoptr (GpDb) memory =
      gp_db_open (":memory:", db->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  sqlite3_int64 size = 0;
  unsigned char *bytes;
  gboolean ok;

  if (memory == NULL || !gp_db_copy (memory, db, NULL, error) || !gp_db_vacuum (memory, error))
    return FALSE;
  bytes = sqlite3_serialize (memory->handle, "main", &size, 0);
  ok = bytes != NULL && count_all (needles, read_copy, bytes, size, TRUE);
  sqlite3_free (bytes);
  return ok || gp_db_fail (db, SQLITE_NOMEM, error);
}

gboolean
gp_traces_count (GpDb *db, GHashTable *wholes, GHashTable *words, guint *n, GError **error)
{
  g_autoptr (GPtrArray) needles = make_needles (wholes, words);
  gboolean any = FALSE;

  *n = 0;
  if (!count_file (db, needles, error))
    return FALSE;
  for (guint i = 0; i < needles->len; i++)
    any = any || ((Needle *)g_ptr_array_index (needles, i))->n > 0;
  if (any && !count_clean (db, needles, error))
    return FALSE;
  for (guint i = 0; i < needles->len; i++) {
    const Needle *needle = g_ptr_array_index (needles, i);

    *n += needle->n > (needle->never ? 0 : needle->n_clean) ? 1 : 0;
  }
  return TRUE;
}
