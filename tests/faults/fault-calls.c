/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calls of the system that the store makes by itself, wrapped by the linker (--wrap): they fail
 * and stop as the operations of fault-vfs.h do. The clock stands still: what was done alike is
 * alike to the byte. */
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

gint64 __wrap_g_get_real_time (void);
GDateTime *__wrap_g_date_time_new_now_utc (void);

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

gint64
__wrap_g_get_real_time (void)
{
  return G_GINT64_CONSTANT (1700000000) * G_USEC_PER_SEC;
}

GDateTime *
__wrap_g_date_time_new_now_utc (void)
{
  return g_date_time_new_from_unix_utc (1700000000);
}
