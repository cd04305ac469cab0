/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See ops-world.h. */
#include "ops-world.h"

#include "store-support.h"

#include <glib/gstdio.h>
#include <gp-random-project.h>
#include <groeiplan/gp-backups.h>
#include <string.h>

typedef struct {
  char *path, *bytes;
  gsize size;
} KeptFile;

static OpsWorld world;
static GArray *files; /* of KeptFile: the folder before each try */

/* ---- the folder ---- */

static void
keep_files (void)
{
  g_autofree char *folder = g_path_get_dirname (world.path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  files = g_array_new (FALSE, FALSE, sizeof (KeptFile));
  while ((name = g_dir_read_name (dir)) != NULL) {
    KeptFile file = {.path = g_build_filename (folder, name, NULL)};

    ck_assert (g_file_get_contents (file.path, &file.bytes, &file.size, NULL));
    g_array_append_val (files, file);
  }
}

static void
forget_files (void)
{
  for (guint i = 0; i < files->len; i++) {
    g_free (g_array_index (files, KeptFile, i).path);
    g_free (g_array_index (files, KeptFile, i).bytes);
  }
  g_clear_pointer (&files, g_array_unref);
}

static const KeptFile *
find_file (const char *path)
{
  for (guint i = 0; i < files->len; i++) {
    const KeptFile *file = &g_array_index (files, KeptFile, i);

    if (g_str_equal (file->path, path))
      return file;
  }
  return NULL;
}

/* NULL, or what differs. */
static char *
compare_files (void)
{
  g_autofree char *folder = g_path_get_dirname (world.path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  for (; (name = g_dir_read_name (dir)) != NULL; n++) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    const KeptFile *file = find_file (path);
    g_autofree char *bytes = NULL;
    gsize size;

    if (file == NULL)
      return g_strdup_printf ("%s is left", name);
    ck_assert (g_file_get_contents (path, &bytes, &size, NULL));
    if (size != file->size || memcmp (bytes, file->bytes, size) != 0)
      return g_strdup_printf ("%s has changed", name);
  }
  return n == files->len ? NULL : g_strdup ("a file is gone");
}

static void
reset_files (void)
{
  g_autofree char *folder = g_path_get_dirname (world.path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (find_file (path) == NULL)
      ck_assert_int_eq (g_unlink (path), 0);
  }
  for (guint i = 0; i < files->len; i++) {
    const KeptFile *file = &g_array_index (files, KeptFile, i);

    ck_assert (g_file_set_contents_full (file->path, file->bytes, (gssize)file->size,
                                         G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
  }
}

/* ---- the world ---- */

void
ops_setup (void)
{
  g_autoptr (GError) error = NULL;

  support_setup ();
  world.path = support_kept_file (6);
  world.old_path = support_kept_file (3);
  world.copy = support_path ("copy.groeiplan");
  world.other = gp_random_project (2, 2, 2, GP_RANDOM_PINS);
  world.store = gp_store_open (world.path, GP_STORE_READ_WRITE, &error);
  ck_assert_msg (world.store != NULL, "%s", error ? error->message : "");
  world.plan = gp_store_get_plan (world.store, "base", &error);
  ck_assert_ptr_nonnull (world.plan);
  gp_plan_set_data_version (world.plan, gp_store_data_version (world.store));
  world.backup = gp_store_keep_backup (world.store, GP_BACKUP_ASKED, &error);
  ck_assert_ptr_nonnull (world.backup);
  gp_store_close (g_steal_pointer (&world.store));
  keep_files ();
}

void
ops_teardown (void)
{
  forget_files ();
  gp_project_unref (world.other);
  gp_plan_unref (world.plan);
  g_free (world.path);
  g_free (world.old_path);
  g_free (world.backup);
  g_free (world.copy);
  support_teardown ();
}

static void
start (const Op *op)
{
  reset_files ();
  if (!op->closed)
    world.store = gp_store_open (world.path, GP_STORE_READ_WRITE, NULL);
  ck_assert (op->closed || (world.store != NULL && !gp_store_is_read_only (world.store)));
}

guint
ops_count (const Op *op, const OpsFault *kind)
{
  g_autoptr (GError) error = NULL;
  guint n;

  start (op);
  kind->arm (0, FALSE);
  ck_assert_msg (op->run (&world, &error), "%s: %s", op->name, error ? error->message : "");
  n = kind->disarm ();
  g_clear_pointer (&world.store, gp_store_close);
  return n;
}

/* A person asks again in the same program, now that there is memory. */
static void
ask_again (const Op *op, guint n)
{
  g_autoptr (GError) error = NULL;

  if (g_file_test (world.copy, G_FILE_TEST_EXISTS))
    return; /* done, but for opening it */
  if (op->closed)
    g_clear_pointer (&world.store, gp_store_close);
  ck_assert_msg (op->run (&world, &error), "%s at %u, asked again: %s", op->name, n,
                 error ? error->message : "");
}

gboolean
ops_fail_at (const Op *op, const OpsFault *kind, guint n, gboolean lasting)
{
  g_autoptr (GError) error = NULL;
  gsize before = kind->in_use ();
  gboolean fine;

  start (op);
  kind->arm (n, lasting);
  fine = op->run (&world, &error);
  kind->disarm ();
  ck_assert_msg (fine == (error == NULL), "%s at %u", op->name, n);
  if (!fine) {
    /* from then on: nothing can be taken back before there is memory again */
    g_autofree char *changed = op->whole && !lasting ? compare_files () : NULL;

    ck_assert_msg (error->domain == GP_ERROR && g_str_has_suffix (error->message, "."),
                   "%s at %u: %s", op->name, n, error->message);
    ck_assert_msg (changed == NULL, "%s at %u (%s): %s", op->name, n, error->message, changed);
    ask_again (op, n);
  }
  g_clear_pointer (&world.store, gp_store_close);
  ck_assert_msg (kind->in_use () == before, "%s at %u: SQLite's memory is kept", op->name, n);
  return !fine;
}

guint
ops_tries (guint least)
{
  const char *asked = g_getenv ("GP_MEMORY_TRIES");

  return asked != NULL ? MAX (least, (guint)g_ascii_strtoull (asked, NULL, 10)) : least;
}
