/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the store share. */
#pragma once

#include <glib/gi18n-lib.h>
#include <groeiplan/gp-backups.h>
#include <groeiplan/gp-store.h>

#include "gp-store-schema.h"
#include "gp-store-sql.h"

/* The statements of one table, made when first needed. */
typedef struct {
  sqlite3_stmt *find;   /* n of the row with a key */
  sqlite3_stmt *insert; /* n, then every column */
  sqlite3_stmt *update; /* every column that is no key, then n */
  sqlite3_stmt *drop;   /* by key */
} GpTableStatements;

struct _GpStore {
  GpDb *db;
  gboolean read_only;
  char *reason; /* why, when a person asked for writing */

  GpProject *snapshot; /* the last one read, or NULL */
  gint64 seen;         /* PRAGMA data_version when it was read */

  sqlite3_session *session; /* while editing */
  char *label;
  char *author; /* of the edits that are made from now on; NULL: not kept */
  gint64 next_n[GP_N_TABLES]; /* rows added in this edit get these, never one used before in it:
                                 no two rows trade places, which no changeset could undo */
  GpTableStatements statements[GP_N_TABLES];
};

/* ---- transactions (gp-store-transaction.c) ---- */

/* Takes the write lock unless it is held. */
gboolean gp_store_lock (GpStore *store, GError **error);
/* Fails for a store that can only be read, or when the lock cannot be had. */
gboolean gp_store_start (GpStore *store, GError **error);
/* Ends what gp_store_start () began, and keeps the lock. When storing fails, nothing is stored. */
gboolean gp_store_end (GpStore *store, GError **error);
void gp_store_cancel (GpStore *store);

/* ---- reading (gp-store-snapshot.c) ---- */

/* Reads everything into a checked project. */
GpProject *gp_snapshot_read (GpDb *db, GError **error);
/* The sentence of the model about one row, read against the tables before its own; FALSE and no
 * error when the model finds nothing wrong with it. */
gboolean gp_snapshot_explain (GpDb *db, GpTableId table, const char *const *cells, GError **error);
/* Replaces the kept snapshot (takes it over; NULL forgets it). */
void gp_store_keep_snapshot (GpStore *store, GpProject *snapshot);

/* ---- cells (gp-store-cell.c) ---- */

/* The name of a column in SQL: money is kept in cents and says so. */
char *gp_cell_sql_name (const GpColumn *column);
/* Binds a cell given as text; FALSE when the text is no such value (nothing is bound). With as_key
 * an absent value is bound as '' (as the key indexes see it), else as NULL. */
gboolean gp_cell_bind (sqlite3_stmt *statement, int place, const GpColumn *column, const char *text,
                       gboolean as_key);

/* ---- edits (gp-store-edit.c, gp-store-replace.c) ---- */

gboolean gp_store_insert (GpStore *store, GpTableId table, const char *const *cells,
                          GError **error);
/* The number of the row with the key that the cells have (all of a row, or at least its key's). */
gboolean gp_store_find_row (GpStore *store, GpTableId table, const char *const *cells,
                            gboolean *there, gint64 *n, GError **error);
gboolean gp_store_write_frame (GpDb *db, const GpProject *project, GError **error);
void gp_store_drop_statements (GpStore *store);
/* Puts all rows of the project into the empty tables of a file that is being made. */
gboolean gp_store_fill (GpStore *store, const GpProject *project, GError **error);

/* ---- history (gp-store-history.c) ---- */

/* Starts recording; what was edited until then is not. */
gboolean gp_history_start (GpStore *store, GError **error);
/* Writes what was recorded as one entry; *changed tells whether there was anything. fresh_plan: the
 * number of the plan that it published and that is of the data before it, else 0. */
gboolean gp_history_write (GpStore *store, gint64 fresh_plan, gboolean *changed, GError **error);
void gp_history_stop (GpStore *store);
/* TRUE when the bytes are a well-formed changeset of the data tables alone (gp-store-changeset.c).
 */
gboolean gp_changeset_is_sound (gconstpointer bytes, gsize size);

/* ---- the number of the data (gp-store-version.c) ---- */

/* Gives the data a number that they never had; tells the one before it and that one. */
gboolean gp_version_take (GpStore *store, gint64 *before, gint64 *after, GError **error);
/* Gives the data that number; and that plan, unless it is 0. */
gboolean gp_version_set (GpStore *store, gint64 version, gint64 fresh_plan, GError **error);
gboolean gp_version_set_plan (GpStore *store, gint64 version, gint64 plan, GError **error);
/* The same of a row of `plans` or `results`. */
gboolean gp_version_set_of (GpStore *store, const char *table, gint64 version, gint64 id,
                            GError **error);

/* ---- plans that an edit does not concern (gp-store-touched.c) ---- */

/* The data went from one number to the other by these changes, which are sound: plans (and results)
 * of the former that the changes do not concern are plans of the latter. */
gboolean gp_touched_take_plans (GpStore *store, const void *changes, int size, gint64 from,
                                gint64 to, GError **error);

/* ---- proofs (gp-store-proof.c) ---- */

#define GP_PROOF_MAX_ROWS 3000000

GBytes *gp_proof_pack (const GpProofRow *rows, guint n_rows, GError **error);
/* Fills n_rows rows; their strings go into chunk. FALSE when the bytes are not just that. */
gboolean gp_proof_unpack (gconstpointer bytes, gsize size, GpProofRow *rows, guint n_rows,
                          GStringChunk *chunk);

/* ---- plans (gp-store-plan.c, gp-store-plan-read.c, gp-store-publish.c) ---- */

#define GP_PLAN_MAX_ROWS GP_MAX_ROWS /* of one part */
#define GP_PLAN_MAX_CONFLICTS 10000

/* The scenario's latest plan; NULL without error when there is none. */
GpPlan *gp_plan_read (GpDb *db, const char *scenario, gboolean proofs, GError **error);
/* The plan with that number, which there must be; *when (may be NULL): when it was stored. */
GpPlan *gp_plan_read_number (GpDb *db, gint64 id, gboolean proofs, gint64 *when, GError **error);
struct _GpPackedPlan {
  GpPlan *plan;
  GBytes *proofs[GP_N_PRIORITIES], *bounds[GP_N_PRIORITIES]; /* by place in the plan */
};
/* Writes it as the scenario's latest, inside a transaction; *id tells its number. */
gboolean gp_plan_write (GpDb *db, const GpPackedPlan *packed, gint64 *id, GError **error);

/* ---- files (gp-store-file.c, gp-store-backup.c) ---- */

/* A new, empty file beside path, to become path; NULL with an error. */
char *gp_file_temporary (const char *path, GError **error);
/* Makes temporary durable under the name path, which must not exist; removes it when that fails. */
gboolean gp_file_publish (const char *temporary, const char *path, GError **error);
/* Removes a temporary file and what SQLite may have left beside it. */
void gp_file_discard (const char *temporary);
/* FALSE with an error when something is there already. */
gboolean gp_file_check_absent (const char *path, GError **error);

typedef struct {
  GpProgressFunc progress;
  gpointer data;
  GCancellable *cancellable;
} GpCopyWatch;

/* TRUE with GP_ERROR_CANCELLED when it is to stop. */
gboolean gp_copy_is_stopped (const GpCopyWatch *watch, GError **error);

/* Names for a backup made now; a new string of a file that is not there. */
char *gp_backup_name (const char *path, GpBackupReason reason, int format);
/* Copies what the store shows, from the file it has open, wherever that is now. */
gboolean gp_store_copy_to (GpStore *store, const char *copy, const GpCopyWatch *watch,
                           GError **error);

/* Who holds the lock that could not be had (gp-store-holder.c): a sentence. */
char *gp_store_holder (const char *path);

/* ---- the whole file (gp-store-exclusive.c) ---- */

/* Writes the file anew, without deleted space; one step, journalled. */
gboolean gp_store_compact (GpStore *store, GError **error);
gboolean gp_db_vacuum (GpDb *db, GError **error);

/* Copies the project file at path (which may be open and locked by us) to a new file. */
gboolean gp_file_copy (const char *path, const char *copy, const GpCopyWatch *watch,
                       GError **error);
/* Copies all pages of one connection into another. */
gboolean gp_db_copy (GpDb *to, GpDb *from, const GpCopyWatch *watch, GError **error);
