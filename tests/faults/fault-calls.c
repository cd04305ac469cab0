/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls of the system that the store makes by itself, wrapped by the linker (--wrap): they fail
 * and stop as the operations of fault-vfs.h do. */
#include "fault-vfs.h"

#include <errno.h>
#include <unistd.h>

int __real_fsync (int file);
int __wrap_fsync (int file);
int __real_renameat2 (int from_folder, const char *from, int to_folder, const char *to,
                      unsigned int flags);
int __wrap_renameat2 (int from_folder, const char *from, int to_folder, const char *to,
                      unsigned int flags);
int __real_g_mkstemp_full (char *template, int flags, int mode);
int __wrap_g_mkstemp_full (char *template, int flags, int mode);

static gboolean
due (int number)
{
  if (fault_due (FAULT_STOP))
    _exit (9);
  if (!fault_due (FAULT_CALL))
    return FALSE;
  errno = number;
  return TRUE;
}

int
__wrap_fsync (int file)
{
  return due (EIO) ? -1 : __real_fsync (file);
}

int
__wrap_renameat2 (int from_folder, const char *from, int to_folder, const char *to,
                  unsigned int flags)
{
  return due (EIO) ? -1 : __real_renameat2 (from_folder, from, to_folder, to, flags);
}

int
__wrap_g_mkstemp_full (char *template, int flags, int mode)
{
  return due (ENOSPC) ? -1 : __real_g_mkstemp_full (template, flags, mode);
}
