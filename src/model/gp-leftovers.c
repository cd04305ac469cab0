/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See gp-leftovers.h. The one file of this room that touches the disk: all rooms that write make
 * such names.
 *
 * Every step goes by the folder's descriptor and follows no link, so that a folder that is changed
 * meanwhile leads to no other place. A lock is asked for as another program would ask; the store
 * has none of these files open for longer than it takes to write them, so closing one here drops no
 * lock of its own.
 */
#include "groeiplan/gp-leftovers.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define RANDOM_LETTERS 6 /* of g_mkstemp () */
#define MOST_DEPTH 3     /* a pack: its folder, the one beneath */
#define MOST_ENTRIES 20000

typedef struct {
  gint64 before; /* seconds: untouched since */
  guint n_entries;
} Search;

static gboolean
is_our_name (const char *name)
{
  static const char *const starts[] = {".groeiplan-export-", ".groeiplan-"};

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    const char *at = name + strlen (starts[i]);
    guint n = 0;

    if (!g_str_has_prefix (name, starts[i]))
      continue;
    while (n < RANDOM_LETTERS && g_ascii_isalnum (at[n]))
      n++;
    if (n == RANDOM_LETTERS && (at[n] == '\0' || g_str_equal (at + n, "-journal")))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_ours (int folder, const char *name, const Search *search, struct stat *out)
{
  return fstatat (folder, name, out, AT_SYMLINK_NOFOLLOW) == 0 && out->st_uid == geteuid () &&
         out->st_mtime < search->before &&
         (S_ISDIR (out->st_mode) || (S_ISREG (out->st_mode) && out->st_nlink == 1));
}

static gboolean
is_locked (int folder, const char *name)
{
  struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  int file = openat (folder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gboolean locked = file < 0 || fcntl (file, F_OFD_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;

  if (file >= 0)
    close (file);
  return locked;
}

static DIR *
open_folder (int parent, const char *name)
{
  int folder = openat (parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR *dir = folder >= 0 ? fdopendir (folder) : NULL;

  if (dir == NULL && folder >= 0)
    close (folder);
  return dir;
}

/* Looks at all that is in it, or removes that: first the one, then the other. */
static gboolean
walk (int parent, const char *name, Search *search, guint depth, gboolean remove)
{
  DIR *dir = depth < MOST_DEPTH ? open_folder (parent, name) : NULL;
  gboolean ok = dir != NULL;
  const struct dirent *entry;
  struct stat state;

  while (ok && (entry = readdir (dir)) != NULL) {
    if (g_str_equal (entry->d_name, ".") || g_str_equal (entry->d_name, ".."))
      continue;
    if (!remove)
      ok = ++search->n_entries <= MOST_ENTRIES;
    /* removing what is in a folder touches the folder: that was looked at before */
    if (fstatat (dirfd (dir), entry->d_name, &state, AT_SYMLINK_NOFOLLOW) != 0)
      ok = FALSE;
    else if (!remove && !is_ours (dirfd (dir), entry->d_name, search, &state))
      ok = FALSE;
    else if (S_ISDIR (state.st_mode))
      ok = ok && walk (dirfd (dir), entry->d_name, search, depth + 1, remove);
    else if (remove)
      ok = unlinkat (dirfd (dir), entry->d_name, 0) == 0;
  }
  if (dir != NULL)
    closedir (dir);
  return ok && (!remove || unlinkat (parent, name, AT_REMOVEDIR) == 0);
}

static gboolean
remove_one (int folder, const char *name, Search *search)
{
  struct stat state;

  if (!is_our_name (name) || !is_ours (folder, name, search, &state))
    return FALSE;
  if (S_ISDIR (state.st_mode))
    return walk (folder, name, search, 0, FALSE) && walk (folder, name, search, 0, TRUE);
  return !is_locked (folder, name) && unlinkat (folder, name, 0) == 0;
}

guint
gp_leftovers_remove (const char *folder)
{
  Search search = {.before = g_get_real_time () / G_USEC_PER_SEC - GP_LEFTOVERS_SECONDS};
  const struct dirent *entry;
  guint n = 0;
  DIR *dir;

  g_return_val_if_fail (folder != NULL, 0);
  dir = opendir (folder); /* the person's own folder may well be a link */
  if (dir == NULL)
    return 0;
  while ((entry = readdir (dir)) != NULL)
    n += remove_one (dirfd (dir), entry->d_name, &search) ? 1 : 0;
  closedir (dir);
  return n;
}
