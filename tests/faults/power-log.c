/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See power-log.h: writing down. What comes of it is in power-cut.c. */
#include "power-private.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

GArray *power_events; /* of PowerEvent */
GPtrArray *power_files;
GHashTable *power_start_names; /* name -> file number, before the first event */
static GHashTable *names;      /* the same, as they are now */
static char *folder;
static gboolean writing_down;

static void
clear_event (gpointer data)
{
  PowerEvent *event = data;

  g_free (event->name);
  g_free (event->to);
  g_clear_pointer (&event->bytes, g_bytes_unref);
}

static guint
new_file (GBytes *durable)
{
  g_ptr_array_add (power_files, durable);
  return power_files->len - 1;
}

static void
put_name (GHashTable *table, const char *name, guint file)
{
  g_hash_table_replace (table, g_strdup (name), GUINT_TO_POINTER (file));
}

static GHashTable *
new_names (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
power_stop (void)
{
  writing_down = FALSE;
}

static void
forget (void)
{
  g_clear_pointer (&power_events, g_array_unref);
  g_clear_pointer (&power_files, g_ptr_array_unref);
  g_clear_pointer (&power_start_names, g_hash_table_unref);
  g_clear_pointer (&names, g_hash_table_unref);
  g_clear_pointer (&folder, g_free);
}

void
power_start (const char *of)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  forget ();
  if (of == NULL)
    return;
  folder = g_strdup (of);
  dir = g_dir_open (of, 0, NULL);
  power_events = g_array_new (FALSE, TRUE, sizeof (PowerEvent));
  g_array_set_clear_func (power_events, clear_event);
  power_files = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  power_start_names = new_names ();
  names = new_names ();
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (of, name, NULL);
    char *bytes = NULL;
    gsize size = 0;
    guint file;

    g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
    file = new_file (g_bytes_new_take (bytes, size));
    put_name (names, name, file);
    put_name (power_start_names, name, file);
  }
  writing_down = TRUE;
}

guint
power_n_events (void)
{
  return power_events->len;
}

/* ---- what may happen -------------------------------------------------------------- */

/* The name of a file in the folder that is watched, or NULL. */
static const char *
inside (const char *path)
{
  gsize length = folder != NULL ? strlen (folder) : 0;

  return writing_down && path != NULL && length > 0 && strncmp (path, folder, length) == 0 &&
                 path[length] == '/'
             ? path + length + 1
             : NULL;
}

static void
add (PowerEvent event)
{
  g_array_append_val (power_events, event);
}

static void
note_create (const char *name)
{
  guint file;

  if (g_hash_table_contains (names, name))
    return;
  file = new_file (g_bytes_new_static ("", 0));
  put_name (names, name, file);
  add ((PowerEvent){.kind = POWER_NAME, .file = file, .name = g_strdup (name)});
}

static void
note_delete (const char *name)
{
  if (g_hash_table_remove (names, name))
    add ((PowerEvent){.kind = POWER_UNNAME, .name = g_strdup (name)});
}

static void
note_rename (const char *from, const char *to)
{
  guint file = GPOINTER_TO_UINT (g_hash_table_lookup (names, from));

  g_hash_table_remove (names, from);
  put_name (names, to, file);
  add ((PowerEvent){
      .kind = POWER_RENAME, .file = file, .name = g_strdup (from), .to = g_strdup (to)});
}

static void
note_folder_sync (void)
{
  add ((PowerEvent){.kind = POWER_SYNC_FOLDER});
}

void
power_step_done (void)
{
  add ((PowerEvent){.kind = POWER_STEP_DONE});
}

/* ---- by the store itself, wrapped by the linker ----------------------------------- */

int __real_fsync (int file);
int __wrap_fsync (int file);
int __real_renameat2 (int from_folder, const char *from, int to_folder, const char *to,
                      unsigned int flags);
int __wrap_renameat2 (int from_folder, const char *from, int to_folder, const char *to,
                      unsigned int flags);
int __real_g_mkstemp_full (char *template, int flags, int mode);
int __wrap_g_mkstemp_full (char *template, int flags, int mode);

int
__wrap_fsync (int file)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", file);
  g_autofree char *path = g_file_read_link (link, NULL);
  const char *name = inside (path);
  int answer = __real_fsync (file);

  if (answer == 0 && name != NULL)
    add ((PowerEvent){.kind = POWER_SYNC,
                      .file = GPOINTER_TO_UINT (g_hash_table_lookup (names, name))});
  else if (answer == 0 && writing_down && g_strcmp0 (path, folder) == 0)
    note_folder_sync ();
  return answer;
}

int
__wrap_renameat2 (int from_folder, const char *from, int to_folder, const char *to,
                  unsigned int flags)
{
  int answer = __real_renameat2 (from_folder, from, to_folder, to, flags);

  if (answer == 0 && inside (from) != NULL)
    note_rename (inside (from), inside (to));
  return answer;
}

int
__wrap_g_mkstemp_full (char *template, int flags, int mode)
{
  int file = __real_g_mkstemp_full (template, flags, mode);

  if (file >= 0 && inside (template) != NULL)
    note_create (inside (template));
  return file;
}

/* ---- by SQLite -------------------------------------------------------------------- */

typedef struct {
  sqlite3_file base;
  sqlite3_file *real;
  guint file;           /* its number, or POWER_NO_FILE when it is not watched */
  gboolean new_journal; /* its name becomes durable with its first sync */
} File;

static sqlite3_vfs *real_vfs;

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((File *)file)->real;
}

static gboolean
watched (sqlite3_file *file)
{
  return writing_down && ((File *)file)->file != POWER_NO_FILE;
}

static int
log_close (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
log_read (sqlite3_file *file, void *bytes, int size, sqlite3_int64 at)
{
  return real (file)->pMethods->xRead (real (file), bytes, size, at);
}

static int
log_write (sqlite3_file *file, const void *bytes, int size, sqlite3_int64 at)
{
  if (watched (file))
    add ((PowerEvent){.kind = POWER_WRITE,
                      .file = ((File *)file)->file,
                      .at = (gsize)at,
                      .bytes = g_bytes_new (bytes, (gsize)size)});
  return real (file)->pMethods->xWrite (real (file), bytes, size, at);
}

static int
log_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (watched (file))
    add ((PowerEvent){.kind = POWER_LENGTH, .file = ((File *)file)->file, .at = (gsize)size});
  return real (file)->pMethods->xTruncate (real (file), size);
}

static int
log_sync (sqlite3_file *file, int flags)
{
  File *mine = (File *)file;

  if (watched (file)) {
    add ((PowerEvent){.kind = POWER_SYNC, .file = mine->file});
    if (mine->new_journal)
      note_folder_sync ();
    mine->new_journal = FALSE;
  }
  return real (file)->pMethods->xSync (real (file), flags);
}

static int
log_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
log_lock (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xLock (real (file), level);
}

static int
log_unlock (sqlite3_file *file, int level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
log_check_reserved (sqlite3_file *file, int *out)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), out);
}

static int
log_control (sqlite3_file *file, int op, void *argument)
{
  return real (file)->pMethods->xFileControl (real (file), op, argument);
}

static int
log_sector_size (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
log_characteristics (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static const sqlite3_io_methods methods = {
    .iVersion = 1,
    .xClose = log_close,
    .xRead = log_read,
    .xWrite = log_write,
    .xTruncate = log_truncate,
    .xSync = log_sync,
    .xFileSize = log_file_size,
    .xLock = log_lock,
    .xUnlock = log_unlock,
    .xCheckReservedLock = log_check_reserved,
    .xFileControl = log_control,
    .xSectorSize = log_sector_size,
    .xDeviceCharacteristics = log_characteristics,
};

static int
log_open (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out)
{
  File *mine = (File *)file;
  const char *name = inside (path);
  int rc;

  (void)vfs;
  mine->base.pMethods = NULL;
  mine->file = POWER_NO_FILE;
  mine->new_journal = FALSE;
  mine->real = (sqlite3_file *)(mine + 1);
  rc = real_vfs->xOpen (real_vfs, path, mine->real, flags, out);
  if (mine->real->pMethods != NULL)
    mine->base.pMethods = &methods;
  if (rc != SQLITE_OK || name == NULL)
    return rc;
  mine->new_journal = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & SQLITE_OPEN_MAIN_JOURNAL) != 0;
  if ((flags & SQLITE_OPEN_CREATE) != 0)
    note_create (name);
  mine->file = GPOINTER_TO_UINT (g_hash_table_lookup (names, name));
  return rc;
}

static int
log_delete (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  int rc = real_vfs->xDelete (real_vfs, path, sync_folder);

  (void)vfs;
  if (rc == SQLITE_OK && inside (path) != NULL) {
    note_delete (inside (path));
    if (sync_folder)
      note_folder_sync ();
  }
  return rc;
}

void
power_register (void)
{
  static sqlite3_vfs shim;

  real_vfs = sqlite3_vfs_find ("unix");
  g_assert_nonnull (real_vfs);
  shim = *real_vfs;
  shim.pNext = NULL;
  shim.zName = "power";
  shim.szOsFile = (int)sizeof (File) + real_vfs->szOsFile;
  shim.xOpen = log_open;
  shim.xDelete = log_delete;
  g_assert_cmpint (sqlite3_vfs_register (&shim, 1), ==, SQLITE_OK);
}
