/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite in GLib's manner: a connection with the name to show for it, statements that clean up
 * after themselves, result codes as sentences. */
#pragma once

#include <glib.h>
#include <groeiplan/gp-error.h>
#include <sqlite3.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

/* How long a connection waits for another program's edit or reading to end. */
#define GP_BUSY_MS 1000

typedef struct {
  sqlite3 *handle;
  char *path;  /* of the file that messages speak of (a temporary file speaks of its target) */
  int unbound; /* why a value could not be given to a statement; see gp_db_bound () */
  gboolean half_done; /* a rollback failed for lack of memory, and is to be done first */
} GpDb;

/* Opens a connection on file, to be spoken of as path; flags as of sqlite3_open_v2 (). Hardened:
 * see gp-store-open.c. NULL with an error. */
GpDb *gp_db_open (const char *file, const char *path, int flags, GError **error);
void gp_db_close (GpDb *db);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpDb, gp_db_close)

/* Sets error from a result code and what the connection says; returns FALSE. */
gboolean gp_db_fail (GpDb *db, int rc, GError **error);

/* Takes back what is not committed. Without memory SQLite cannot be told to; then it is done before
 * the next statement is prepared, so that what was half done is neither seen nor stored. */
void gp_db_roll_back (GpDb *db);
/* TRUE when nothing is left to be taken back. */
gboolean gp_db_settle (GpDb *db, GError **error);

/* Runs statements that give no rows. */
gboolean gp_db_run (GpDb *db, const char *sql, GError **error);

/* The first column of the first row; fails when there is none. */
gboolean gp_db_number (GpDb *db, const char *sql, gint64 *out, GError **error);

/* NULL with an error. */
sqlite3_stmt *gp_db_prepare (GpDb *db, const char *sql, GError **error);

/* Takes the answer of a sqlite3_bind_...() that copies: a value for which there is no memory would
 * be NULL without a word. The next step fails then. */
void gp_db_bound (GpDb *db, int rc);

/* Steps: TRUE with *row telling whether there is a row. */
gboolean gp_db_step (GpDb *db, sqlite3_stmt *statement, gboolean *row, GError **error);

/* Runs a statement that gives no row, and resets it for the next time. */
gboolean gp_db_execute (GpDb *db, sqlite3_stmt *statement, GError **error);

/* The cell as text, NULL where it is NULL. FALSE when there is no memory to turn it into text,
 * which SQLite answers with NULL too: not to be taken for an empty cell. */
gboolean gp_db_cell (GpDb *db, sqlite3_stmt *statement, int column, const char **text,
                     GError **error);

/* A text column as valid UTF-8 of at most max bytes, "" for NULL; NULL with GP_ERROR_DAMAGED. */
const char *gp_db_text (GpDb *db, sqlite3_stmt *statement, int column, gsize max, GError **error);
