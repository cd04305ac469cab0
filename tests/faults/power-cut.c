/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See power-log.h: what a cut leaves. */
#include "power-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTOR 512

/* How much of what is not synced arrives; drives differ, so every cut draws one. */
typedef struct {
  GRand *rand;
  double share;
  gboolean rubbish;
} Chance;

static gboolean
arrives (const Chance *chance)
{
  return g_rand_double (chance->rand) < chance->share;
}

/* The first n bytes; those that come anew hold rubbish or nothing. */
static void
grow (GByteArray *file, gsize size, const Chance *chance)
{
  guint before = file->len;

  if (size <= before)
    return;
  g_byte_array_set_size (file, (guint)size);
  for (guint i = before; i < file->len; i++)
    file->data[i] = chance->rubbish ? (guint8)g_rand_int (chance->rand) : 0;
}

static void
write_all (GByteArray *file, gsize at, const guint8 *bytes, gsize size, const Chance *chance)
{
  grow (file, at + size, chance);
  memcpy (file->data + at, bytes, size);
}

/* Sector by sector, as the places in the file fall. */
static void
write_some (GByteArray *file, const PowerEvent *event, const Chance *chance)
{
  gsize size, end;
  const guint8 *bytes = g_bytes_get_data (event->bytes, &size);

  for (gsize at = 0; at < size; at = end) {
    end = MIN (size, (event->at + at) / SECTOR * SECTOR + SECTOR - event->at);
    if (arrives (chance))
      write_all (file, event->at + at, bytes + at, end - at, chance);
  }
}

/* One file's content: events before its last sync count, those after it by chance. */
static GByteArray *
make_file (guint number, guint n, const Chance *chance, gboolean honest)
{
  GBytes *start = g_ptr_array_index (power_files, number);
  GByteArray *file = g_byte_array_new ();
  guint synced = 0;

  g_byte_array_append (file, g_bytes_get_data (start, NULL), (guint)g_bytes_get_size (start));
  for (guint i = 0; honest && i < n; i++) {
    const PowerEvent *event = &g_array_index (power_events, PowerEvent, i);

    if (event->kind == POWER_SYNC && event->file == number)
      synced = i;
  }
  for (guint i = 0; i < n; i++) {
    const PowerEvent *event = &g_array_index (power_events, PowerEvent, i);

    if (event->file != number)
      continue;
    if (event->kind == POWER_LENGTH && (i < synced || arrives (chance))) {
      grow (file, event->at, chance);
      g_byte_array_set_size (file, (guint)event->at);
    } else if (event->kind == POWER_WRITE && i < synced)
      write_all (file, event->at, g_bytes_get_data (event->bytes, NULL),
                 g_bytes_get_size (event->bytes), chance);
    else if (event->kind == POWER_WRITE)
      write_some (file, event, chance);
  }
  return file;
}

static void
apply_name (GHashTable *names, const PowerEvent *event)
{
  if (event->kind == POWER_UNNAME || event->kind == POWER_RENAME)
    g_hash_table_remove (names, event->name);
  if (event->kind != POWER_UNNAME)
    g_hash_table_replace (names, g_strdup (event->to != NULL ? event->to : event->name),
                          GUINT_TO_POINTER (event->file));
}

static GHashTable *
make_names (guint n, const Chance *chance, gboolean honest)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer name, file;
  guint synced = 0;

  g_hash_table_iter_init (&iter, power_start_names);
  while (g_hash_table_iter_next (&iter, &name, &file))
    g_hash_table_replace (names, g_strdup (name), file);
  for (guint i = 0; honest && i < n; i++)
    if (g_array_index (power_events, PowerEvent, i).kind == POWER_SYNC_FOLDER)
      synced = i;
  for (guint i = 0; i < n; i++) {
    const PowerEvent *event = &g_array_index (power_events, PowerEvent, i);

    if (event->kind >= POWER_NAME && event->kind <= POWER_RENAME &&
        (i < synced || arrives (chance)))
      apply_name (names, event);
  }
  return names;
}

guint
power_cut (guint n, const char *target, GRand *rand, gboolean honest)
{
  static const double shares[] = {0, 0.1, 0.5, 0.9, 1};
  Chance chance = {.rand = rand,
                   .share = shares[g_rand_int_range (rand, 0, G_N_ELEMENTS (shares))],
                   .rubbish = g_rand_boolean (rand)};
  g_autoptr (GHashTable) names = make_names (n, &chance, honest);
  GHashTableIter iter;
  gpointer name, number;
  guint done = 0;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &number)) {
    g_autoptr (GByteArray) file = make_file (GPOINTER_TO_UINT (number), n, &chance, honest);
    g_autofree char *path = g_build_filename (target, name, NULL);

    g_assert_true (g_file_set_contents_full (path, (const char *)file->data, (gssize)file->len,
                                             G_FILE_SET_CONTENTS_NONE, 0666, NULL));
  }
  for (guint i = 0; i < n; i++)
    done += g_array_index (power_events, PowerEvent, i).kind == POWER_STEP_DONE;
  return done;
}
