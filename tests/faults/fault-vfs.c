/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See fault-vfs.h. */
#include "fault-vfs.h"

#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

const char *const fault_names[N_FAULTS] = {
    "none",   "read", "write", "disk full", "sync",   "truncate",      "lock",   "busy",
    "delete", "open", "size",  "access",    "system", "program stops", "memory",
};

static struct {
  FaultKind kind;
  guint n, counts[N_FAULTS];
  gboolean lasting, happened, lie;
} fault;

void
fault_arm (FaultKind kind, guint n, gboolean lasting)
{
  gboolean lie = fault.lie;

  memset (&fault, 0, sizeof fault);
  fault.kind = kind;
  fault.n = n;
  fault.lasting = lasting;
  fault.lie = lie;
}

void
fault_disarm (void)
{
  fault.kind = FAULT_NONE;
}

guint
fault_n_operations (FaultKind kind)
{
  return fault.counts[kind];
}

gboolean
fault_happened (void)
{
  return fault.happened;
}

void
fault_lie (gboolean lie)
{
  fault.lie = lie;
}

gboolean
fault_due (FaultKind kind)
{
  guint number = ++fault.counts[kind];

  if (fault.kind != kind || fault.n == 0 || number < fault.n ||
      (number > fault.n && !fault.lasting))
    return FALSE;
  fault.happened = TRUE;
  return TRUE;
}

/* An operation that changes the disk: the place for a program to stop. */
static gboolean
due_or_stop (FaultKind kind)
{
  if (fault_due (FAULT_STOP))
    _exit (9);
  return fault_due (kind);
}

/* ---- files ------------------------------------------------------------------------ */

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
} File;

static sqlite3_vfs *real_vfs;

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((File *)file)->real;
}

static int
vfs_close (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
vfs_read (sqlite3_file *file, void *bytes, int size, sqlite3_int64 at)
{
  if (fault_due (FAULT_READ))
    return SQLITE_IOERR_READ;
  return real (file)->pMethods->xRead (real (file), bytes, size, at);
}

static int
vfs_write (sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
{
  if (fault_due (FAULT_FULL)) {
    real (file)->pMethods->xWrite (real (file), bytes, size / 2, at);
    return SQLITE_FULL;
  }
  if (due_or_stop (FAULT_WRITE))
    return fault.lie ? SQLITE_OK : SQLITE_IOERR_WRITE;
  return real (file)->pMethods->xWrite (real (file), bytes, size, at);
}

static int
vfs_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (due_or_stop (FAULT_TRUNCATE))
    return SQLITE_IOERR_TRUNCATE;
  return real (file)->pMethods->xTruncate (real (file), size);
}

static int
vfs_sync (sqlite3_file *file, int flags)
{
  if (due_or_stop (FAULT_SYNC))
    return SQLITE_IOERR_FSYNC;
  return real (file)->pMethods->xSync (real (file), flags);
}

static int
vfs_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  if (fault_due (FAULT_SIZE))
    return SQLITE_IOERR_FSTAT;
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
vfs_lock (sqlite3_file *file, int level)
{
  if (fault_due (FAULT_LOCK))
    return SQLITE_IOERR_LOCK;
  if (fault_due (FAULT_BUSY))
    return SQLITE_BUSY;
  return real (file)->pMethods->xLock (real (file), level);
}

static int
vfs_unlock (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
vfs_check_reserved (sqlite3_file *file, int *out)
{
  if (fault_due (FAULT_LOCK))
    return SQLITE_IOERR_CHECKRESERVEDLOCK;
  return real (file)->pMethods->xCheckReservedLock (real (file), out);
}

static int
vfs_control (sqlite3_file *file, int op, void *argument)
{
  return real (file)->pMethods->xFileControl (real (file), op, argument);
}

static int
vfs_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
vfs_characteristics (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = vfs_close,
    .xRead = vfs_read,
    .xWrite = vfs_write,
    .xTruncate = vfs_truncate,
    .xSync = vfs_sync,
    .xFileSize = vfs_file_size,
    .xLock = vfs_lock,
    .xUnlock = vfs_unlock,
    .xCheckReservedLock = vfs_check_reserved,
    .xFileControl = vfs_control,
    .xSectorSize = vfs_sector_size,
    .xDeviceCharacteristics = vfs_characteristics,
};

/* ---- the way to the disk ---------------------------------------------------------- */

static int
vfs_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
  File *mine = (File *)file;
  int rc;

  (void)vfs;
  mine->base.pMethods = NULL;
  if (due_or_stop (FAULT_OPEN))
    return SQLITE_CANTOPEN;
  mine->real = (sqlite3_file *)(mine + 1);
  rc = real_vfs->xOpen (real_vfs, name, mine->real, flags, out);
  if (rc == SQLITE_OK || mine->real->pMethods != NULL)
    mine->base.pMethods = &methods;
  return rc;
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  (void)vfs;
  if (due_or_stop (FAULT_DELETE))
    return SQLITE_IOERR_DELETE;
  return real_vfs->xDelete (real_vfs, name, sync_folder);
}

static int
vfs_access (sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
  (void)vfs;
  if (fault_due (FAULT_ACCESS))
    return SQLITE_IOERR_ACCESS;
  return real_vfs->xAccess (real_vfs, name, flags, out);
}

void
fault_vfs_register (void)
{
  static sqlite3_vfs shim;

  real_vfs = sqlite3_vfs_find ("unix");
  g_assert_nonnull (real_vfs);
  shim =
      *real_vfs; /* what is not counted goes straight through: it does not look at its own struct */
  shim.pNext = NULL;
  shim.zName = "faults";
  shim.szOsFile = (int)sizeof (File) + real_vfs->szOsFile;
  shim.xOpen = vfs_open;
  shim.xDelete = vfs_delete;
  shim.xAccess = vfs_access;
  g_assert_cmpint (sqlite3_vfs_register (&shim, 1), ==, SQLITE_OK);
}
