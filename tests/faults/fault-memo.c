/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-memo.h. */
#include "fault-memo.h"

#include "fault-file.h"

#include <stdio.h>
#include <string.h>

#define START G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
#define PRIME G_GUINT64_CONSTANT (0xff51afd7ed558ccd)

static GHashTable *right;   /* numbers */
static GHashTable *digests; /* of a file's bytes to the digest of what it holds */
static guint n_made, n_remembered;

/* Eight bytes at a time: files are some hundred thousand bytes, and there are many. */
guint64
fault_memo_mix (guint64 hash, gconstpointer bytes, gsize size)
{
  const guint8 *at = bytes;

  hash = (hash ^ size) * PRIME;
  for (; size > 0; at += MIN (size, 8), size -= MIN (size, 8)) {
    guint64 word = 0;

    memcpy (&word, at, MIN (size, 8));
    hash = (hash ^ word) * PRIME;
    hash ^= hash >> 32;
  }
  return hash;
}

static guint64
file_number (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  if (!g_file_get_contents (path, &bytes, &size, &error))
    fault_die ("reading what is left", error);
  return fault_memo_mix (START, bytes, size);
}

/* In any order of names. */
guint64
fault_memo_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint64 sum = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    sum += fault_memo_mix (file_number (path), name, strlen (name));
  }
  return sum;
}

/* ---- what is known ---------------------------------------------------------------- */

gboolean
fault_memo_is_right (guint64 number)
{
  gboolean known = right != NULL && g_hash_table_contains (right, &number);

  n_remembered += known;
  n_made += !known;
  return known;
}

void
fault_memo_set_right (guint64 number)
{
  if (right == NULL)
    right = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_add (right, g_memdup2 (&number, sizeof number));
}

guint64
fault_memo_file_digest (const char *path, char **wrong)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  guint64 *known, number, digest;

  if (g_file_test (journal, G_FILE_TEST_EXISTS))
    return fault_file_digest (path, wrong);
  if (digests == NULL)
    digests = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  number = file_number (path);
  known = g_hash_table_lookup (digests, &number);
  *wrong = NULL;
  if (known != NULL)
    return *known;
  digest = fault_file_digest (path, wrong);
  if (*wrong == NULL)
    g_hash_table_insert (digests, g_memdup2 (&number, sizeof number),
                         g_memdup2 (&digest, sizeof digest));
  return digest;
}

void
fault_memo_print (void)
{
  printf ("outcomes judged %u, the same as one before %u\n", n_made, n_remembered);
  g_clear_pointer (&right, g_hash_table_unref);
  g_clear_pointer (&digests, g_hash_table_unref);
}
