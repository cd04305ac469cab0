/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files for people: names that every system takes, and a folder beside the target in which they are
 * made. What is in that folder is nobody's yet; moving is the last step, so that a run that fails
 * or is cancelled leaves the target as it was.
 */
#include "gp-forms.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <groeiplan/gp-leftovers.h>
#include <string.h>
#include <unistd.h>

/* With more files than that, the whole file system is written out at once: one wait for the disk
 * instead of one per file, and a thousand packs are as safe as one. */
#define MOST_SYNCS 16

char *
gp_files_safe (const char *text, gsize max)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *out = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && out->len < max; c++) {
    if (g_ascii_isalnum (*c) || *c == '_')
      g_string_append_c (out, *c);
    else if (out->len > 0 && out->str[out->len - 1] != '-')
      g_string_append_c (out, '-');
  }
  while (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  if (out->len == 0)
    g_string_append_c (out, '_');
  return g_string_free (out, FALSE);
}

struct _GpStaging {
  char *folder, *temporary;
  gboolean made_folder;
  GMutex mutex;
  GPtrArray *names;
};

static gboolean
cannot (GError **error, const char *what)
{
  int problem = errno;

  g_set_error (error, GP_ERROR, GP_ERROR_FILE,
               _ ("%s could not be written: %s. Choose another folder, or make room there."), what,
               g_strerror (problem));
  return FALSE;
}

GpStaging *
gp_staging_new (const char *folder, GError **error)
{
  gboolean there = g_file_test (folder, G_FILE_TEST_EXISTS);
  g_autofree char *temporary = g_build_filename (folder, ".groeiplan-XXXXXX", NULL);

  if (g_mkdir_with_parents (folder, 0777) != 0 || g_mkdtemp (temporary) == NULL) {
    cannot (error, folder);
    if (!there)
      g_rmdir (folder);
    return NULL;
  }
  gp_leftovers_remove (folder);
  GpStaging *staging = g_new0 (GpStaging, 1);
  staging->folder = g_strdup (folder);
  staging->temporary = g_steal_pointer (&temporary);
  staging->made_folder = !there;
  staging->names = g_ptr_array_new_with_free_func (g_free);
  g_mutex_init (&staging->mutex);
  return staging;
}

char *
gp_staging_path (GpStaging *staging, const char *name)
{
  g_mutex_lock (&staging->mutex);
  g_ptr_array_add (staging->names, g_strdup (name));
  g_mutex_unlock (&staging->mutex);
  return g_build_filename (staging->temporary, name, NULL);
}

gboolean
gp_staging_write (GpStaging *staging, const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *path = gp_staging_path (staging, name);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *parent = g_path_get_dirname (path);
  FILE *file = g_mkdir_with_parents (parent, 0777) == 0 ? g_fopen (path, "wbe") : NULL;

  if (file == NULL)
    return cannot (error, name);
  gboolean fine = fwrite (data, 1, length, file) == length;
  int problem = errno;
  if (fclose (file) == 0 && fine)
    return TRUE;
  errno = fine ? errno : problem;
  return cannot (error, name);
}

/* Takes away the folders of these files where they are empty. */
static void
remove_folders (const GpStaging *staging, const char *top)
{
  for (guint i = 0; i < staging->names->len; i++) {
    const char *name = g_ptr_array_index (staging->names, i);
    g_autofree char *parent = g_path_get_dirname (name);
    g_autofree char *path = g_build_filename (top, parent, NULL);
    if (strchr (name, '/') != NULL)
      g_rmdir (path);
  }
}

/* Nothing that stands in the way may be found out half-way. */
static gboolean
may_move (GpStaging *staging, GError **error)
{
  for (guint i = 0; i < staging->names->len; i++) {
    g_autofree char *target =
        g_build_filename (staging->folder, g_ptr_array_index (staging->names, i), NULL);
    g_autofree char *parent = g_path_get_dirname (target);
    gboolean stands = g_file_test (target, G_FILE_TEST_IS_DIR);
    if (stands)
      errno = EISDIR;
    if (stands || g_mkdir_with_parents (parent, 0777) != 0) {
      gboolean no = cannot (error, target);
      remove_folders (staging, staging->folder);
      return no;
    }
  }
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* A file system that cannot do it (EINVAL, ENOSYS) is left as it is. */
static gboolean
sync_path (const char *path, int (*sync_to) (int fd))
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean fine = fd >= 0 && (sync_to (fd) == 0 || errno == EINVAL || errno == ENOSYS);
  int problem = errno;

  if (fd >= 0)
    close (fd);
  errno = problem;
  return fine;
}

/* A name must not be there before what it stands for: after a power cut a file under its final name
 * could else be empty. */
static gboolean
make_durable (const GpStaging *staging, GError **error)
{
  if (staging->names->len > MOST_SYNCS)
    return sync_path (staging->temporary, syncfs) || cannot (error, staging->folder);
  for (guint i = 0; i < staging->names->len; i++) {
    const char *name = g_ptr_array_index (staging->names, i);
    g_autofree char *path = g_build_filename (staging->temporary, name, NULL);
    if (!sync_path (path, fsync))
      return cannot (error, name);
  }
  return TRUE;
}

/* The names, in the folders that they are in; the files are safe, whatever this says. */
static void
make_names_durable (const GpStaging *staging)
{
  g_autofree char *above = g_path_get_dirname (staging->folder), *last = NULL;

  if (staging->names->len > MOST_SYNCS) {
    sync_path (staging->folder, syncfs);
    return;
  }
  for (guint i = 0; i < staging->names->len; i++) {
    const char *name = g_ptr_array_index (staging->names, i);
    g_autofree char *parent = g_path_get_dirname (name);
    g_autofree char *path = g_build_filename (staging->folder, parent, NULL);
    if (strchr (name, '/') == NULL || g_strcmp0 (parent, last) == 0)
      continue;
    sync_path (path, fsync);
    g_free (last);
    last = g_steal_pointer (&parent);
  }
  sync_path (staging->folder, fsync);
  if (staging->made_folder)
    sync_path (above, fsync);
}

gboolean
gp_staging_finish (GpStaging *staging, GPtrArray *names, GError **error)
{
  g_ptr_array_sort (staging->names, compare_names);
  if (!make_durable (staging, error) || !may_move (staging, error))
    return FALSE;
  for (guint i = 0; i < staging->names->len; i++) {
    const char *name = g_ptr_array_index (staging->names, i);
    g_autofree char *from = g_build_filename (staging->temporary, name, NULL);
    g_autofree char *to = g_build_filename (staging->folder, name, NULL);
    if (g_rename (from, to) != 0)
      return cannot (error, to);
    if (names != NULL)
      g_ptr_array_add (names, g_strdup (name));
  }
  make_names_durable (staging);
  remove_folders (staging, staging->temporary);
  g_ptr_array_set_size (staging->names, 0);
  staging->made_folder = FALSE;
  return TRUE;
}

void
gp_staging_free (GpStaging *staging)
{
  if (staging == NULL)
    return;
  for (guint i = 0; i < staging->names->len; i++) {
    g_autofree char *path =
        g_build_filename (staging->temporary, g_ptr_array_index (staging->names, i), NULL);
    g_remove (path);
  }
  remove_folders (staging, staging->temporary);
  g_rmdir (staging->temporary);
  if (staging->made_folder)
    g_rmdir (staging->folder);
  g_ptr_array_unref (staging->names);
  g_mutex_clear (&staging->mutex);
  g_free (staging->folder);
  g_free (staging->temporary);
  g_free (staging);
}
