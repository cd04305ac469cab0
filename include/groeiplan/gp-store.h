/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * The project file: one SQLite database, application_id 0x47524F45 ("GROE"), user_version the number
 * of the last step of data/schema/ that was applied.
 *
 * What a person sees is on disk: every edit is one transaction with one entry in the history kept in
 * the file. A GpStore is used by one thread at a time; snapshots and plans go to any thread.
 * A file is opened as if it came from a stranger (see src/store/gp-store-open.c).
 */
#pragma once

#include <gio/gio.h>
#include <groeiplan/gp-plan.h>
#include <groeiplan/gp-table.h>

G_BEGIN_DECLS

typedef struct _GpStore GpStore;

typedef enum {
  GP_STORE_READ_WRITE, /* falls back to reading alone when the medium or another program asks for it */
  GP_STORE_READ_ONLY
} GpStoreMode;

/* Makes a new project file with all that the project holds (one without rows: an empty project), and
 * opens it; refuses when path exists. The file appears under its name only when complete. When only
 * the opening fails the file is there, and the error says so. */
GpStore *gp_store_create (const char *path, const GpProject *project, GError **error);

/* GP_ERROR_NOT_OURS, NEWER, DAMAGED, FILE or BUSY. An older file is copied beside itself
 * (gp-backups.h) and brought up to date; one that can only be read is so in memory. While it may write,
 * the store holds a lock: another program can read the file and not write it. */
GpStore *gp_store_open (const char *path, GpStoreMode mode, GError **error);
void gp_store_close (GpStore *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpStore, gp_store_close)

const char *gp_store_path (const GpStore *store);
gboolean gp_store_is_read_only (const GpStore *store);
/* Why it is open for reading only (translated), or NULL. */
const char *gp_store_read_only_reason (const GpStore *store);

typedef enum {
  GP_STORE_IN_PLACE,
  GP_STORE_GONE,    /* deleted, or moved elsewhere */
  GP_STORE_REPLACED /* another file has its name now */
} GpStorePlace;

/* Whether the file that is open still is the one under its name; cheap, to be asked when a window gets
 * the focus. A file that is not cannot be changed any more (GP_ERROR_READ_ONLY), only be read and
 * copied (gp_store_backup ()). */
GpStorePlace gp_store_place (const GpStore *store);

/* A fresh snapshot, or the one read before when nothing changed since; a new reference. */
GpProject *gp_store_snapshot (GpStore *store, GError **error);

/* The number of the data as they are, publications included, starting at 1: the same number, the same
 * data. Every committed change (edit, import, publication) takes one above all that were ever given;
 * undo brings back the number before it, redo the one after it. Storing a plan changes nothing. Plans
 * carry the number of the data they were made from, so that a plan is of the data as they are exactly
 * when its number is theirs: a stale one's may be lower or higher. An edit that does not concern a
 * stored plan (of a scenario that is neither its own nor above it, or of the projects' money) leaves
 * it a plan of the data as they are: it takes the new number. */
gint64 gp_store_data_version (GpStore *store);

/* ---- edits: begin, any number of puts and deletes, commit ------------------------------------- */

/* label: what the history shows ("Renamed 3 schools"), in the language of the person. */
gboolean gp_store_begin (GpStore *store, const char *label, GError **error);

/* Inserts the row or replaces the one with the same key. Cells as in gp_project_add_text (). The
 * reference rows must exist. Checked against the rules of the table; the project as a whole is
 * checked at commit. */
gboolean gp_store_put (GpStore *store, GpTableId table, const char *const *cells, GError **error);

/* Deletes the row with that key (the key columns' texts, in the table's order). GP_ERROR_DATA when
 * there is none, or when others refer to it. */
gboolean gp_store_delete (GpStore *store, GpTableId table, const char *const *key, GError **error);

/* Changes the name and the plan's years. */
gboolean gp_store_set_frame (GpStore *store, const char *name, GpYear plan_from, GpYear last_year,
                             GpYear goal_year, GError **error);

/* Replaces all data by that of a project (an import into this file); inside begin and commit. */
gboolean gp_store_replace (GpStore *store, const GpProject *project, GError **error);

/* Reads everything back as a snapshot and checks it as a whole; when wrong, nothing is stored. An
 * edit that changed nothing leaves no entry. The edit has ended either way. */
gboolean gp_store_commit (GpStore *store, GError **error);
void gp_store_rollback (GpStore *store);

/* ---- history ------------------------------------------------------------------------------------ */

typedef struct {
  gint64 id;
  gint64 when; /* seconds since 1970, UTC */
  char *label;
  char *author; /* who made it: the name given then (gp_store_set_author ()), "" when none was */
  gboolean undone;
  gint64 size; /* bytes of the changes it holds: undoing 1,000,000 takes some tenths of a second */
} GpHistoryEntry;

/* The name that is kept with every edit from now on (at most 200 bytes of it); NULL or "": none. It
 * stands in the history alone: no export, pack or exchange folder has it, a copy made with
 * gp_store_anonymise () has no history, and gp_store_forget () replaces it like any other text. */
void gp_store_set_author (GpStore *store, const char *name);

/* Label of what undo (redo) would take back (do again), or NULL; owned by the caller. */
char *gp_store_undo_label (GpStore *store);
char *gp_store_redo_label (GpStore *store);
/* GP_ERROR_USAGE when there is nothing to undo (redo). */
gboolean gp_store_undo (GpStore *store, GError **error);
gboolean gp_store_redo (GpStore *store, GError **error);
GPtrArray *gp_store_history (GpStore *store, GError **error); /* of GpHistoryEntry, newest first */

/* When the row with that key was changed last, and by whom (a new string, "" where that was not kept),
 * as far as the history reaches: cells as of gp_store_put (), of which the key counts. FALSE without
 * error when it is not known: no such row, not changed since the history begins, or behind an edit too
 * large to be read through. */
gboolean gp_store_find_change (GpStore *store, GpTableId table, const char *const *cells,
                               gint64 *when, char **author, GError **error);

/* ---- plans -------------------------------------------------------------------------------------- */

/**
 * A plan as a file keeps it. Packing its proofs takes half of the time that storing a plan takes, and
 * needs no store: who must not stop for long (0.1 s, nationally) packs in another thread.
 */
typedef struct _GpPackedPlan GpPackedPlan;
GpPackedPlan *gp_packed_plan_new (const GpPlan *plan, GError **error); /* holds the plan */
void gp_packed_plan_free (GpPackedPlan *packed);
const GpPlan *gp_packed_plan_get (const GpPackedPlan *packed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpPackedPlan, gp_packed_plan_free)

/* Stores the plan as the scenario's latest one (the one before it is dropped, a published one stays). */
gboolean gp_store_put_packed (GpStore *store, const GpPackedPlan *packed, GError **error);
gboolean gp_store_put_plan (GpStore *store, const GpPlan *plan, GError **error); /* packs it, too */
/* The scenario's latest plan, or NULL without error when there is none. */
GpPlan *gp_store_get_plan (GpStore *store, const char *scenario_code, GError **error);
/* The same without its proofs (GpPlan.without_proofs), which are most of a plan: for showing it. */
GpPlan *gp_store_get_plan_figures (GpStore *store, const char *scenario_code, GError **error);
/* When that plan was stored (seconds since 1970, UTC); 0 when there is none. */
gint64 gp_store_get_plan_time (GpStore *store, const char *scenario_code);

/* Stores the plan as the scenario's latest one and as the agreed one, which later plans are compared
 * with (the priority `change`). An edit with that label, so the data get another number; undo brings back
 * what was published before, if anything. A plan made from the data as they are counts as made from
 * the data as they are then, and as they are again when that is undone. GP_ERROR_DATA for a plan without whole schools; whether it obeys the rules
 * is for the caller to audit. */
gboolean gp_store_publish_plan (GpStore *store, const GpPlan *plan, const char *label,
                                GError **error);
/* The same with the scenario's latest stored plan: at once, where reading and packing it would take
 * long. GP_ERROR_DATA also where there is none. */
gboolean gp_store_publish_latest (GpStore *store, const char *scenario_code, const char *label,
                                  GError **error);
/* The figures of the plan published for the scenario, else for the nearest one above it; NULL without error when there
 * is none. when (may be NULL): seconds since 1970, UTC. */
GpPlan *gp_store_get_published (GpStore *store, const char *scenario_code, gint64 *when,
                                GError **error);

/* ---- results ------------------------------------------------------------------------------------ */

/**
 * What took minutes to find for a scenario (futures, prices, repairs), as a text in its kind's own
 * form: one of each kind for each scenario. Like a plan it has the number of the data it was made
 * from, and the number goes along with edits that do not concern its scenario; storing one is no edit.
 * It goes with its scenario: at the latest when the next one is stored. At most 1,000 are kept, and
 * 16 MB of them; the oldest go. gp_store_anonymise () leaves out all of them with everything, as they
 * name boards by code.
 */
#define GP_RESULT_MOST_BYTES (1024 * 1024)

typedef struct {
  gint64 data_version;
  gint64 when; /* seconds since 1970, UTC */
  char *text;
} GpStoredResult;
void gp_stored_result_free (GpStoredResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpStoredResult, gp_stored_result_free)

/* kind: 1 to 32 bytes. GP_ERROR_DATA for a text of more than GP_RESULT_MOST_BYTES. */
gboolean gp_store_put_result (GpStore *store, const char *scenario_code, const char *kind,
                              gint64 data_version, const char *text, GError **error);
/* NULL without error when there is none. The text may be anybody's: who reads it judges it. */
GpStoredResult *gp_store_get_result (GpStore *store, const char *scenario_code, const char *kind,
                                     GError **error);
gboolean gp_store_drop_result (GpStore *store, const char *scenario_code, const char *kind,
                               GError **error);

/* ---- keeping ------------------------------------------------------------------------------------ */

/* A safe copy of the open project, complete or absent; refuses to overwrite. Works for a file that is
 * gone or replaced as well. */
gboolean gp_store_backup (GpStore *store, const char *copy, GpProgressFunc progress, gpointer data,
                          GCancellable *cancellable, GError **error);

typedef struct {
  int format_version;
  gint64 n_rows[GP_N_TABLES];
  guint n_plans, n_history;
  gboolean integrity_ok;
  char *integrity_message; /* what the checks say when not ok, else NULL */
} GpStoreInfo;

gboolean gp_store_info (GpStore *store, GpStoreInfo *out, GError **error);
void gp_store_info_clear (GpStoreInfo *info);

G_END_DECLS
