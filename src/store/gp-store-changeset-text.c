/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads a changeset value by value and writes it again, with other texts where asked.
 *
 * Only for bytes that gp_changeset_is_sound () has judged, which also describes the format; so no
 * end is looked for here. A text that changed in length only changes the length before it.
 */
#include "gp-store-forget-private.h"

#include <string.h>

typedef struct {
  const guint8 *at;
  GByteArray *out;
  GpChange change;
} Visit;

static gsize
read_length (Visit *visit)
{
  gsize value = 0;
  guint8 byte;

  do {
    byte = *visit->at++;
    value = value << 7 | (byte & 0x7f);
  } while ((byte & 0x80) != 0);
  return value;
}

static void
write_length (GByteArray *out, gsize value)
{
  for (int shift = 21; shift > 0; shift -= 7) {
    if (value >> shift != 0) {
      guint8 byte = (guint8)((value >> shift & 0x7f) | 0x80);

      g_byte_array_append (out, &byte, 1);
    }
  }
  g_byte_array_append (out, &(guint8){value & 0x7f}, 1);
}

static void
read_values (Visit *visit, GpChangeValue *values)
{
  for (guint i = 0; i < visit->change.n_columns; i++) {
    GpChangeValue *value = &values[i];

    value->type = *visit->at++;
    value->size = 0;
    if (value->type == SQLITE_INTEGER || value->type == SQLITE_FLOAT)
      value->size = 8;
    else if (value->type == SQLITE_TEXT || value->type == SQLITE_BLOB)
      value->size = read_length (visit);
    value->bytes = visit->at;
    value->instead = NULL;
    visit->at += value->size;
  }
}

static void
write_values (Visit *visit, GpChangeValue *values)
{
  for (guint i = 0; i < visit->change.n_columns; i++) {
    GpChangeValue *value = &values[i];
    gconstpointer bytes = value->instead != NULL ? (gconstpointer)value->instead : value->bytes;
    gsize size = value->instead != NULL ? strlen (value->instead) : value->size;

    g_byte_array_append (visit->out, &value->type, 1);
    if (value->type == SQLITE_TEXT || value->type == SQLITE_BLOB)
      write_length (visit->out, size);
    g_byte_array_append (visit->out, bytes, (guint)size);
    g_clear_pointer (&value->instead, g_free);
  }
}

static gint64
number (const GpChangeValue *value)
{
  guint64 bits;

  /* The key of a sound changeset is always there. */
  /* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker) */
  memcpy (&bits, value->bytes, sizeof bits);
  return (gint64)GUINT64_FROM_BE (bits);
}

static void
visit_change (Visit *visit, GpChangeFunc func, gpointer data)
{
  GpChange *change = &visit->change;

  change->operation = visit->at[0];
  g_byte_array_append (visit->out, visit->at, 2);
  visit->at += 2;
  if (change->operation != SQLITE_INSERT)
    read_values (visit, change->before);
  if (change->operation != SQLITE_DELETE)
    read_values (visit, change->after);
  change->n = number (change->operation == SQLITE_INSERT ? change->after : change->before);
  func (change, data);
  if (change->operation != SQLITE_INSERT)
    write_values (visit, change->before);
  if (change->operation != SQLITE_DELETE)
    write_values (visit, change->after);
}

static void
visit_table (Visit *visit)
{
  const guint8 *start = visit->at++;

  visit->change.n_columns = (guint)read_length (visit);
  visit->at += visit->change.n_columns;
  visit->change.table = (const char *)visit->at;
  visit->at += strlen (visit->change.table) + 1;
  g_byte_array_append (visit->out, start, (guint)(visit->at - start));
}

GByteArray *
gp_changeset_visit (gconstpointer bytes, gsize size, GpChangeFunc func, gpointer data)
{
  Visit visit = {bytes, NULL, {0}};
  const guint8 *end;

  if (bytes == NULL || !gp_changeset_is_sound (bytes, size))
    return NULL;
  end = visit.at + size;
  visit.out = g_byte_array_new ();
  while (visit.at < end) {
    if (*visit.at == 'T')
      visit_table (&visit);
    else
      visit_change (&visit, func, data);
  }
  return visit.out;
}

char *
gp_change_text (const GpChangeValue *value)
{
  return value->type == SQLITE_TEXT
             ? g_utf8_make_valid ((const char *)value->bytes, (gssize)value->size)
             : NULL;
}
