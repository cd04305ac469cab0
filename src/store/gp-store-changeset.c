/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Judges a changeset before SQLite gets to see it.
 *
 * A changeset comes from a file, so from anybody, and SQLite 3.40's session extension trusts it:
 * with a few bytes turned, sqlite3changeset_apply () may never return. So the bytes are read here
 * first, by the documented format: for each table 'T', the number of columns, a byte per column (1:
 * part of the primary key), the name and a NUL; then its changes, each an operation, a byte
 * (indirect or not), and one record (insert: new; delete: old) or two (update: old, new). A record
 * is a value per column: a type byte, and for numbers 8 bytes, for text and blobs a length and that
 * many. Only the data tables (and published_plans) may be named, with their own columns; in them
 * column n is the key.
 */
#include "gp-store-private.h"

#include <string.h>

#define MOST_COLUMNS 32

typedef struct {
  const guint8 *at, *end;
  guint n_columns;
} Reader;

/* A number in SQLite's form (seven bits a byte, high ones first), as far as 28 bits go. */
static gboolean
read_length (Reader *reader, gsize *out)
{
  gsize value = 0;

  for (int i = 0; i < 4 && reader->at < reader->end; i++) {
    guint8 byte = *reader->at++;

    value = value << 7 | (byte & 0x7f);
    if ((byte & 0x80) == 0) {
      *out = value;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
skip (Reader *reader, gsize n)
{
  if ((gsize)(reader->end - reader->at) < n)
    return FALSE;
  reader->at += n;
  return TRUE;
}

/* 0: no value (in an update: as it was). */
static gboolean
skip_value (Reader *reader, gboolean may_be_missing)
{
  gsize length;

  if (reader->at >= reader->end)
    return FALSE;
  switch (*reader->at++) {
  case 0:
    return may_be_missing;
  case SQLITE_INTEGER:
  case SQLITE_FLOAT:
    return skip (reader, 8);
  case SQLITE_TEXT:
  case SQLITE_BLOB:
    return read_length (reader, &length) && skip (reader, length);
  case SQLITE_NULL:
    return TRUE;
  default:
    return FALSE;
  }
}

/* The key (the first column) is an integer, in all records but the new one of an update: there it
 * is never given. When it is, SQLite loses the memory of the other one. */
static gboolean
skip_record (Reader *reader, gboolean with_key, gboolean may_be_missing)
{
  if (reader->at >= reader->end || *reader->at != (with_key ? SQLITE_INTEGER : 0))
    return FALSE;
  for (guint i = 0; i < reader->n_columns; i++) {
    if (!skip_value (reader, may_be_missing))
      return FALSE;
  }
  return TRUE;
}

static gboolean
skip_change (Reader *reader)
{
  guint8 operation = *reader->at++;

  if (reader->at >= reader->end || *reader->at++ > 1)
    return FALSE;
  switch (operation) {
  case SQLITE_INSERT:
  case SQLITE_DELETE:
    return skip_record (reader, TRUE, FALSE);
  case SQLITE_UPDATE:
    return skip_record (reader, TRUE, TRUE) && skip_record (reader, FALSE, TRUE);
  default:
    return FALSE;
  }
}

/* How many columns a data table has in SQL, 0 for any other name. */
static guint
count_columns (const char *name)
{
  if (g_str_equal (name, "frame"))
    return 5;
  if (g_str_equal (name, "published_plans"))
    return 3;
  for (int id = 0; id < GP_N_TABLES; id++) {
    if (g_str_equal (name, gp_table (id)->name))
      return gp_table (id)->n_columns + 1;
  }
  return 0;
}

static gboolean
read_table (Reader *reader)
{
  const guint8 *keys, *name;
  gsize n;

  if (!read_length (reader, &n) || n < 1 || n > MOST_COLUMNS)
    return FALSE;
  keys = reader->at;
  if (!skip (reader, n) || keys[0] != 1)
    return FALSE;
  for (gsize i = 1; i < n; i++) {
    if (keys[i] != 0)
      return FALSE;
  }
  name = reader->at;
  reader->at = memchr (name, '\0', (gsize)(reader->end - name));
  if (reader->at == NULL)
    return FALSE;
  reader->at++;
  reader->n_columns = (guint)n;
  return n <= count_columns ((const char *)name); /* fewer: from before a migration */
}

gboolean
gp_changeset_is_sound (gconstpointer bytes, gsize size)
{
  Reader reader = {bytes, (const guint8 *)bytes + size, 0};

  while (reader.at < reader.end) {
    gboolean table = *reader.at == 'T';

    if (table)
      reader.at++;
    if (table ? !read_table (&reader) : reader.n_columns == 0 || !skip_change (&reader))
      return FALSE;
  }
  return size > 0;
}
