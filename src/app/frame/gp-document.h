/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An open project: its store, the snapshot that the pages show, the chosen scenario and that
 * scenario's plan. Emits "changed" when any of these is another than before, and "trouble" (two
 * strings: what did not go well, and a sentence on it) for what nobody is there to be told of.
 *
 * Of the window's thread. Long work gets snapshots and never touches the document itself.
 */
#pragma once

#include "gp-job.h"

#include <groeiplan/gp-coaching.h>
#include <groeiplan/gp-store.h>

G_BEGIN_DECLS

#define GP_TYPE_DOCUMENT (gp_document_get_type ())
G_DECLARE_FINAL_TYPE (GpDocument, gp_document, GP, DOCUMENT, GObject)

GpDocument *gp_document_open (const char *path, GError **error);

const char *gp_document_get_path (GpDocument *self);
const GpProject *gp_document_get_project (GpDocument *self);
const char *gp_document_get_read_only_reason (GpDocument *self); /* NULL when it can be changed */
/* Why it cannot be changed for a moment (the reason above says it, too); NULL when it is free. */
const char *gp_document_get_busy_reason (GpDocument *self);
GpJob *gp_document_get_busy_job (GpDocument *self);
GpStorePlace gp_document_get_place (GpDocument *self);

guint32 gp_document_get_scenario (GpDocument *self); /* index, GP_NONE without scenarios */
gboolean gp_document_set_scenario (GpDocument *self, const char *code);

const GpPlan *gp_document_get_plan (GpDocument *self); /* or NULL */
gboolean gp_document_plan_is_stale (GpDocument *self); /* the data changed since */

char *gp_document_undo_label (GpDocument *self); /* NULL when there is nothing to undo */
char *gp_document_redo_label (GpDocument *self);
gboolean gp_document_undo (GpDocument *self, GError **error);
gboolean gp_document_redo (GpDocument *self, GError **error);

GPtrArray *gp_document_history (GpDocument *self, GError **error); /* as gp_store_history () */
/* Undoes or does again until the entry is the last one that was done; id 0: before all of them. A
 * GpStoreFunc with a GpGoBack as data, for it may take long; cancelled, it stops on the way. */
typedef struct {
  gint64 id;
} GpGoBack;
gboolean gp_document_go_back (GpStore *store, gpointer data, GpJob *job, GError **error);
/* Undoing (doing again) what comes next takes so long that a worker should do it. */
gboolean gp_document_undo_is_long (GpDocument *self);
gboolean gp_document_redo_is_long (GpDocument *self);

/* The name kept with the edits of all documents from now on (gp_store_set_author ()). */
void gp_document_set_author (const char *name);
/* When that row was changed last and by whom (a new string), as gp_store_find_change (); FALSE also
 * while the document is busy. */
gboolean gp_document_find_change (GpDocument *self, GpTableId table, const char *const *cells,
                                  gint64 *when, char **author);

/* One edit: func puts and deletes rows (gp_store_put (), gp_store_delete () ...) between begin and
 * commit; when it returns FALSE nothing is changed. label: what the history shows ("Renamed 3
 * schools"). One undo takes all of it back. */
typedef gboolean (*GpEditFunc) (GpStore *store, gpointer data, GError **error);
gboolean gp_document_edit (GpDocument *self, const char *label, GpEditFunc func, gpointer data,
                           GError **error);

/* Long work on the file itself. func runs in a worker that alone has the store; it touches store,
 * data and job and nothing else, and when it returns FALSE with an error nothing was changed. Until
 * it is ready the document is busy: it shows what it showed, and refuses every change
 * (GP_ERROR_BUSY). Then comes "changed", before finish returns; finish must be called. anew: what
 * was computed before is forgotten, for the project is another one now. data outlives the callback.
 */
typedef gboolean (*GpStoreFunc) (GpStore *store, gpointer data, GpJob *job, GError **error);
void gp_document_work_async (GpDocument *self, GpJob *job, gboolean anew, GpStoreFunc func,
                             gpointer data, GAsyncReadyCallback callback, gpointer user_data);
gboolean gp_document_work_finish (GpDocument *self, GAsyncResult *result, GError **error);

/* Grows with every change of the data; what was computed from a snapshot carries it. */
gint64 gp_document_get_data_version (GpDocument *self);
/* Another one when the project became another one (gp_document_work_async (), anew), whose numbers
 * say nothing of those before. */
guint gp_document_get_epoch (GpDocument *self);

/* The stored plan of any scenario, or NULL; stays the document's until its next "changed". */
const GpPlan *gp_document_get_plan_of (GpDocument *self, guint32 scenario);
/* The plan published for the chosen scenario or the nearest above it, or NULL; when (may be NULL)
 * in seconds since 1970. Stays the document's until its next "changed". */
const GpPlan *gp_document_get_published (GpDocument *self, gint64 *when);
/* The same for any scenario, a reference of the caller's. */
GpPlan *gp_document_dup_published_of (GpDocument *self, guint32 scenario);
/* Makes the chosen scenario's plan the agreed one: an edit that can be undone. */
gboolean gp_document_publish (GpDocument *self, GError **error);
/* Who coaches whom in the chosen scenario's plan; NULL with an error where there is no whole plan.
 * Named at the first ask (well under a second), then kept until the next "changed". */
const GpCoaching *gp_document_get_coaching (GpDocument *self, GError **error);

/* What took long to compute for a scenario (prices, repairs, futures ...), for whoever shows it: by
 * a name, for the data it was computed from. Of a kind that was added it is kept in the project
 * file as a text (gp_store_put_result ()), others for as long as the document is open. */
typedef struct {
  const char *name;
  /* The result that the text says, which may be anybody's; NULL: it is no such text. */
  gpointer (*read) (const GpProject *project, const char *text);
  GDestroyNotify destroy;
} GpResultKind;
void gp_document_add_result_kind (const GpResultKind *kind); /* static; before any document */

typedef struct {
  const char *name, *scenario;
  gint64 data_version; /* when its computation began, and */
  guint epoch;         /* gp_document_get_epoch () then */
} GpResultOf;

/* Takes the result and the text over (NULL: not to be kept in the file), and emits "changed". FALSE
 * when the project became another one since: then it is dropped, and the window says so. */
gboolean gp_document_put_result (GpDocument *self, const GpResultOf *of, gpointer result,
                                 GDestroyNotify destroy, char *text);
/* The chosen scenario's result of that name, or NULL, to the document's next "changed"; stale (may
 * be NULL): the data changed since. */
gpointer gp_document_get_result (GpDocument *self, const char *name, gboolean *stale);
/* The same of any scenario. */
gpointer gp_document_get_result_of (GpDocument *self, const char *name, const char *scenario,
                                    gboolean *stale);
/* Some are to be kept, and the file has not got them: closing the document loses them. */
gboolean gp_document_has_unkept_results (GpDocument *self);

/* Stores plans (of GpPackedPlan) made from a snapshot of this document, each as its scenario's
 * latest; when it is busy later, and they are taken out of the array. */
gboolean gp_document_put_plans (GpDocument *self, GPtrArray *plans, GError **error);

/* Plans the chosen scenario in a worker; the plan is stored with the project. */
void gp_document_plan_async (GpDocument *self, GpJob *job, GAsyncReadyCallback callback,
                             gpointer data);
gboolean gp_document_plan_finish (GpDocument *self, GAsyncResult *result, double *seconds,
                                  GError **error);

G_END_DECLS
