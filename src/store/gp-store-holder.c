/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who holds the write lock of a project file, as far as this computer knows.
 *
 * The lock is the operating system's and goes with the program that took it, so there is no lock
 * file that could be left behind; a server may keep the lock of a computer that it lost for some
 * minutes. The system's list of locks is read, not asked through a descriptor of ours: closing that
 * would drop locks of this program on the file.
 */
#include "gp-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <pwd.h>
#include <stdio.h>

#define RESERVED_BYTE 1073741825 /* SQLite's: who has locked it may write */

/* The process in one line of the list, or 0. */
static int
process_in (const char *line, guint64 inode)
{
  unsigned long long where, from;
  unsigned int major, minor;
  int process;

  /* NOLINTNEXTLINE(cert-err34-c): the kernel's own list */
  if (sscanf (line, "%*u: %*s %*s WRITE %d %x:%x:%llu %llu", &process, &major, &minor, &where,
              &from) != 5)
    return 0;
  return where == inode && from == RESERVED_BYTE && process > 0 ? process : 0;
}

static int
find_process (const char *path)
{
  g_autofree char *list = NULL;
  g_auto (GStrv) lines = NULL;
  GStatBuf state;
  int found = 0;

  if (g_stat (path, &state) != 0 || !g_file_get_contents ("/proc/locks", &list, NULL, NULL))
    return 0;
  lines = g_strsplit (list, "\n", 100000);
  for (guint i = 0; lines[i] != NULL && found == 0; i++)
    found = process_in (lines[i], state.st_ino);
  return found;
}

static char *
describe (int process)
{
  g_autofree char *folder = g_strdup_printf ("/proc/%d", process);
  g_autofree char *file = g_build_filename (folder, "comm", NULL);
  g_autofree char *program = NULL;
  const struct passwd *user;
  GStatBuf state;

  if (!g_file_get_contents (file, &program, NULL, NULL) || g_stat (folder, &state) != 0)
    return NULL;
  g_strstrip (program);
  user = getpwuid (state.st_uid);
  return g_strdup_printf (_ ("Another program has it open: %s of %s (process %d)."), program,
                          user != NULL ? user->pw_name : "?", process);
}

static gboolean
is_remote (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_filesystem_info (file, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);

  return info != NULL &&
         g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
}

char *
gp_store_holder (const char *path)
{
  int process = find_process (path);
  char *text = process != 0 ? describe (process) : NULL;

  if (text != NULL)
    return text;
  if (is_remote (path))
    return g_strdup (_ ("Another program has it open, perhaps on another computer. After a broken "
                        "connection that can last some minutes: try again then, or save a copy."));
  return g_strdup (_ ("Another program has it open."));
}
