/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite's result codes as sentences a planner understands. */
#include "gp-store-private.h"

#include <errno.h>

/* What the system said, when SQLite knows it. */
static char *
system_says (GpDb *db)
{
  int number = db->handle != NULL ? sqlite3_system_errno (db->handle) : 0;

  return g_strdup (number != 0 ? g_strerror (number)
                               : sqlite3_errmsg (db->handle)); /* NULL handle: "out of memory" */
}

static char *
read_only_sentence (int rc, const char *name)
{
  switch (rc) {
  case SQLITE_READONLY_ROLLBACK:
  case SQLITE_READONLY_RECOVERY:
  case SQLITE_READONLY_CANTLOCK:
    return g_strdup_printf (
        _ ("An edit of “%s” was interrupted, and that can only be put right where "
           "the file can be written: copy it, together with the file beside it "
           "that ends in “-journal”, to a folder of your own."),
        name);
  case SQLITE_READONLY_DBMOVED:
    return g_strdup_printf (_ ("“%s” was moved or replaced while it was open: close it and open it "
                               "again."),
                            name);
  case SQLITE_READONLY_DIRECTORY:
    return g_strdup_printf (_ ("The folder of “%s” cannot be written, and an edit needs a file "
                               "beside it: copy the file to a folder where you may write."),
                            name);
  default:
    return g_strdup_printf (
        _ ("“%s” can be read but not changed: copy it to a folder where you may "
           "write."),
        name);
  }
}

static char *
io_sentence (GpDb *db, int rc, const char *name)
{
  g_autofree char *system = NULL;

  if (rc == SQLITE_IOERR_NOMEM)
    return g_strdup_printf (_ ("There is not enough memory to work with “%s”."), name);
  system = system_says (db);
  if (rc == SQLITE_IOERR_LOCK || rc == SQLITE_IOERR_RDLOCK || rc == SQLITE_IOERR_UNLOCK ||
      rc == SQLITE_IOERR_CHECKRESERVEDLOCK)
    return g_strdup_printf (_ ("The drive of “%s” cannot lock files (%s): copy the file to another "
                               "drive and open it there."),
                            name, system);
  return g_strdup_printf (_ ("“%s” could not be read or written (%s): check the drive, then try "
                             "again."),
                          name, system);
}

/* On a file system that became read-only SQLite cannot make the file beside the project, looks for
 * one to read, and says that this is not there. */
static gboolean
folder_is_read_only (GpDb *db)
{
  const char *path = db->handle != NULL ? sqlite3_db_filename (db->handle, "main") : NULL;

  return path != NULL && *path != '\0' && sqlite3_system_errno (db->handle) == ENOENT &&
         g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
open_sentence (GpDb *db, const char *name)
{
  g_autofree char *system = system_says (db);

  if (folder_is_read_only (db))
    return read_only_sentence (SQLITE_READONLY_DIRECTORY, name);
  return g_strdup_printf (_ ("“%s” could not be opened or changed (%s): check that the folder is "
                             "there and that you may write in it."),
                          name, system);
}

static char *
other_sentence (GpDb *db, int rc, const char *name, GpError *code)
{
  switch (rc & 0xff) {
  case SQLITE_FULL:
    return g_strdup_printf (_ ("There is no room left on the drive of “%s”: make room and try "
                               "again."),
                            name);
  case SQLITE_NOMEM:
    return g_strdup_printf (_ ("There is not enough memory to work with “%s”."), name);
  case SQLITE_CANTOPEN:
  case SQLITE_PERM:
  case SQLITE_AUTH:
    return open_sentence (db, name);
  case SQLITE_IOERR:
    return io_sentence (db, rc, name);
  case SQLITE_CONSTRAINT:
  case SQLITE_MISMATCH:
  case SQLITE_TOOBIG:
    *code = GP_ERROR_DATA;
    break;
  default:
    break;
  }
  return g_strdup_printf (_ ("“%s” could not be used: %s."), name,
                          db->handle != NULL ? sqlite3_errmsg (db->handle) : sqlite3_errstr (rc));
}

static char *
sentence (GpDb *db, int rc, const char *name, GpError *code)
{
  switch (rc & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    *code = GP_ERROR_BUSY;
    return g_strdup_printf (_ ("Another program is using “%s”: close it there, or try again in a "
                               "moment."),
                            name);
  case SQLITE_READONLY:
    *code = GP_ERROR_READ_ONLY;
    return read_only_sentence (rc, name);
  case SQLITE_NOTADB:
    *code = GP_ERROR_NOT_OURS;
    return g_strdup_printf (_ ("“%s” is not a Groeiplan project."), name);
  case SQLITE_CORRUPT:
  case SQLITE_FORMAT:
    *code = GP_ERROR_DAMAGED;
    return g_strdup_printf (_ ("“%s” is damaged (%s): go back to a backup of it."), name,
                            sqlite3_errmsg (db->handle));
  case SQLITE_INTERRUPT:
    *code = GP_ERROR_CANCELLED;
    return g_strdup (_ ("Cancelled."));
  default:
    *code = GP_ERROR_FILE;
    return other_sentence (db, rc, name, code);
  }
}

gboolean
gp_db_fail (GpDb *db, int rc, GError **error)
{
  GpError code = GP_ERROR_FILE;
  g_autofree char *name = g_filename_display_name (db->path);
  g_autofree char *message = sentence (db, rc, name, &code);
  g_autofree char *line = gp_error_text (message); /* SQLite quotes from the file */

  g_set_error_literal (error, GP_ERROR, code, line);
  return FALSE;
}
