/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * New files, complete or absent: written under a temporary name in the same folder, made durable,
 * then given their name in one step that never overwrites.
 *
 * These functions open and close files by themselves. That is only done with files that SQLite does
 * not hold open in this process: closing any descriptor of a file drops all POSIX locks on it.
 */
#include "gp-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <groeiplan/gp-leftovers.h>
#include <stdio.h>
#include <unistd.h>

static gboolean
fail (const char *path, int number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (number == EEXIST)
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("“%s” exists already: choose another name, or remove it first."), name);
  else if (number == ENOENT)
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("The folder of “%s” does not exist: make it first, or choose another one."),
                 name);
  else
    g_set_error (error, GP_ERROR, GP_ERROR_FILE,
                 _ ("“%s” could not be written (%s): choose another folder, or put that right."),
                 name, g_strerror (number));
  return FALSE;
}

gboolean
gp_file_check_absent (const char *path, GError **error)
{
  GStatBuf state;

  return g_lstat (path, &state) != 0 || fail (path, EEXIST, error);
}

char *
gp_file_temporary (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".groeiplan-XXXXXX", NULL);
  int file;

  gp_leftovers_remove (folder);
  file = g_mkstemp_full (temporary, O_RDWR, 0666);
  if (file < 0) {
    fail (path, errno, error);
    return NULL;
  }
  close (file);
  return g_steal_pointer (&temporary);
}

void
gp_file_discard (const char *temporary)
{
  g_autofree char *journal = g_strconcat (temporary, "-journal", NULL);

  g_unlink (temporary);
  g_unlink (journal);
}

/* 0 or an errno. */
static int
sync_path (const char *path, int flags)
{
  int file = open (path, flags | O_RDONLY | O_CLOEXEC);
  int number = 0;

  if (file < 0)
    return errno;
  if (fsync (file) != 0)
    number = errno;
  close (file);
  return number;
}

/* 0 or an errno. Some drives know neither a rename that refuses to overwrite nor hard links: there
 * the check before the rename is all there is. */
static int
rename_without_overwriting (const char *from, const char *to)
{
  GStatBuf state;

  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return errno;
  if (link (from, to) == 0)
    return unlink (from) == 0 ? 0 : errno;
  if (errno == EEXIST || g_lstat (to, &state) == 0)
    return EEXIST;
  return g_rename (from, to) == 0 ? 0 : errno;
}

gboolean
gp_file_publish (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int number = sync_path (temporary, 0);

  if (number == 0)
    number = rename_without_overwriting (temporary, path);
  if (number != 0) {
    gp_file_discard (temporary);
    return fail (path, number, error);
  }
  sync_path (folder, O_DIRECTORY); /* not every drive can; the file is complete either way */
  return TRUE;
}
