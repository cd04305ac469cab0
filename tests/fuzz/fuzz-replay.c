/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The main program of a target where there is no libFuzzer: gives it every file of the folders (and
 * the files) named, in the order of their names.
 *
 *   fuzz-NAME [FOLDER|FILE...]
 *
 * A fault ends it as it ends libFuzzer. Memory is bounded too: the peak may not be higher than
 * MOST_MEGABYTES, whatever is read. Nothing to replay is a failure.
 */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define MOST_MEGABYTES 1024 /* with what sanitizers keep beside it */

static guint n_replayed;

static void
replay_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  guint8 *exact;
  struct rusage usage;
  gsize size;

  FUZZ_CHECK (g_file_get_contents (path, &bytes, &size, &error), "%s", error->message);
  fprintf (stderr, "%s\n", path); /* so that a fault is known by its case */
  exact = malloc (size);          /* one byte read too many shows: no NUL after it */
  FUZZ_CHECK (exact != NULL, "%s", path);
  memcpy (exact, bytes, size);
  LLVMFuzzerTestOneInput (exact, size);
  free (exact);
  getrusage (RUSAGE_SELF, &usage);
  FUZZ_CHECK (usage.ru_maxrss < MOST_MEGABYTES * 1024L, "%ld KiB after %s", usage.ru_maxrss, path);
  n_replayed++;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
replay (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR)) {
    replay_file (path);
    return;
  }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare);
  for (guint i = 0; i < names->len; i++)
    replay (names->pdata[i]);
}

int
main (int argc, char **argv)
{
  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    replay (argv[i]);
  printf ("%u cases\n", n_replayed);
  return n_replayed > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
