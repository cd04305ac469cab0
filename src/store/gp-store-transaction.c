/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who may write, and when.
 *
 * 1. A store that may write always has a transaction open that holds SQLite's RESERVED lock, also
 *    when nobody edits. Others then can read (their SHARED lock goes with it) and cannot write: a
 *    second program opens the file for reading only. The lock is the operating system's, so it goes
 *    when the program does, whatever happens to it.
 * 2. No change is ever pending between edits: the open transaction is empty then, and no journal
 *    lies beside the file.
 * 3. An edit ends with COMMIT and, at once, a new BEGIN IMMEDIATE. In between another program may
 *    take the lock. Then the store has none until the next edit asks for it again, and says BUSY
 *    while it cannot be had. A snapshot kept from before is not used when the file changed since
 *    (PRAGMA data_version).
 *
 * Not chosen: locking_mode=EXCLUSIVE (after the first edit nobody else could read); a lock file
 * (stays behind after a crash); no lock between edits (two programs would edit in turns, each over
 * what the other's person looks at).
 */
#include "gp-store-private.h"

gboolean
gp_store_lock (GpStore *store, GError **error)
{
  int rc;

  if (!gp_db_settle (store->db, error))
    return FALSE;
  if (sqlite3_get_autocommit (store->db->handle) == 0)
    return TRUE;
  rc = sqlite3_exec (store->db->handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  return rc == SQLITE_OK || gp_db_fail (store->db, rc, error);
}

static gboolean
refuse_writing (GpStore *store, GError **error)
{
  g_autofree char *name = g_filename_display_name (store->db->path);

  if (store->reason != NULL)
    g_set_error (error, GP_ERROR, GP_ERROR_READ_ONLY, _ ("“%s” is open for reading only. %s"), name,
                 store->reason);
  else
    g_set_error (error, GP_ERROR, GP_ERROR_READ_ONLY, _ ("“%s” is open for reading only."), name);
  return FALSE;
}

/* What is written to a file that has no name any more is lost when it is closed. SQLite refuses
 * that as well, when its journal is made. */
static gboolean
check_place (GpStore *store, GError **error)
{
  g_autofree char *name = g_filename_display_name (store->db->path);

  switch (gp_store_place (store)) {
  case GP_STORE_GONE:
    g_set_error (
        error, GP_ERROR, GP_ERROR_READ_ONLY,
        _ ("“%s” was deleted or moved while it was open: save a copy of what is shown here."),
        name);
    return FALSE;
  case GP_STORE_REPLACED:
    g_set_error (
        error, GP_ERROR, GP_ERROR_READ_ONLY,
        _ ("“%s” was replaced by another file while it was open: save a copy of what is shown "
           "here, or open the new file."),
        name);
    return FALSE;
  case GP_STORE_IN_PLACE:
  default:
    return TRUE;
  }
}

gboolean
gp_store_start (GpStore *store, GError **error)
{
  if (store->read_only)
    return refuse_writing (store, error);
  if (!check_place (store, error))
    return FALSE;
  return gp_store_lock (store, error);
}

gboolean
gp_store_end (GpStore *store, GError **error)
{
  int rc;

  if (!check_place (store, error)) {
    gp_store_cancel (store);
    return FALSE;
  }
  rc = sqlite3_exec (store->db->handle, "COMMIT", NULL, NULL, NULL);
  if (rc != SQLITE_OK) {
    gp_db_fail (store->db, rc, error);
    gp_store_cancel (store);
    return FALSE;
  }
  gp_store_lock (store, NULL);
  return TRUE;
}

void
gp_store_cancel (GpStore *store)
{
  gp_db_roll_back (store->db); /* unless SQLite has done that by itself */
  gp_store_lock (store, NULL);
}
