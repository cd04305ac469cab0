/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document while a worker has its store: what is shown stays there, changes are refused, and
 * plans that become ready wait. The worker is held by a lock of the test. */
#include "gp-document.h"
#include "gp-random-project.h"
#include "gp-test.h"

#include <glib/gstdio.h>
#include <groeiplan/gp-error.h>
#include <groeiplan/gp-planner.h>

static char *folder, *path;

typedef struct {
  GMutex lock;
  GCond told;
  gboolean go;   /* the worker may go on */
  gboolean fail; /* after its edit */
} Held;

static gboolean
rename_project (GpStore *store, GError **error)
{
  g_autoptr (GpProject) project = gp_store_snapshot (store, error);

  return project != NULL && gp_store_begin (store, "Renamed", error) &&
         gp_store_set_frame (store, "another name", project->plan_from, project->last_year,
                             GP_YEAR_NONE, error);
}

static gboolean
work (GpStore *store, gpointer data, GpJob *job, GError **error)
{
  Held *held = data;

  g_mutex_lock (&held->lock);
  while (!held->go)
    g_cond_wait (&held->told, &held->lock);
  g_mutex_unlock (&held->lock);
  if (!rename_project (store, error))
    return FALSE;
  if (held->fail || g_cancellable_set_error_if_cancelled (gp_job_get_cancellable (job), error)) {
    gp_store_rollback (store);
    if (held->fail)
      g_set_error_literal (error, GP_ERROR, GP_ERROR_DATA, "refused");
    return FALSE;
  }
  return gp_store_commit (store, error);
}

static void
let_go (Held *held)
{
  g_mutex_lock (&held->lock);
  held->go = TRUE;
  g_cond_signal (&held->told);
  g_mutex_unlock (&held->lock);
}

typedef struct {
  gboolean ready, done;
  GError *error;
} Outcome;

static void
on_ready (GObject *document, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->done = gp_document_work_finish (GP_DOCUMENT (document), result, &outcome->error);
  outcome->ready = TRUE;
}

static void
on_planned (GObject *document, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->done = gp_document_plan_finish (GP_DOCUMENT (document), result, NULL, &outcome->error);
  outcome->ready = TRUE;
}

static void
wait_for (const Outcome *outcome)
{
  while (!outcome->ready)
    g_main_context_iteration (NULL, TRUE);
}

static void
count (GpDocument *document, gpointer n)
{
  (void)document;
  (*(guint *)n)++;
}

static gboolean
edit (GpStore *store, gpointer data, GError **error)
{
  (void)data;
  return gp_store_set_frame (store, "too soon", 2026, 2031, GP_YEAR_NONE, error);
}

static void
plan (GpDocument *document, Outcome *outcome)
{
  g_autoptr (GpJob) job = gp_job_new ("Planning");

  gp_document_plan_async (document, job, on_planned, outcome);
  wait_for (outcome);
  ck_assert_msg (outcome->done, "%s", outcome->error ? outcome->error->message : "");
}

static void
check_refused (gboolean done, GError **error)
{
  ck_assert (!done);
  ck_assert (g_error_matches (*error, GP_ERROR, GP_ERROR_BUSY));
  ck_assert_ptr_nonnull (strstr ((*error)->message, "A long thing"));
  g_clear_error (error);
}

static void
check_nothing_changes (GpDocument *document)
{
  g_autoptr (GError) error = NULL;

  check_refused (gp_document_edit (document, "no", edit, NULL, &error), &error);
  check_refused (gp_document_undo (document, &error), &error);
  check_refused (gp_document_redo (document, &error), &error);
  check_refused (gp_document_publish (document, &error), &error);
  check_refused (gp_document_history (document, &error) != NULL, &error);
  ck_assert_ptr_null (gp_document_undo_label (document));
  ck_assert_ptr_nonnull (gp_document_get_busy_reason (document));
  ck_assert_str_eq (gp_document_get_read_only_reason (document),
                    gp_document_get_busy_reason (document));
}

/* Plans are there although nobody asked for them before. */
static void
check_reads (GpDocument *document, const char *name)
{
  const GpProject *project = gp_document_get_project (document);
  gint64 when = 0;

  ck_assert_str_eq (project->name, name);
  ck_assert_str_eq (gp_document_get_path (document), path);
  ck_assert_int_eq (gp_document_get_place (document), GP_STORE_IN_PLACE);
  ck_assert_ptr_nonnull (gp_document_get_plan_of (document, 0));
  ck_assert_ptr_nonnull (gp_document_get_published (document, &when));
  ck_assert_int_gt (when, 0);
  ck_assert (gp_document_set_scenario (document, project->scenarios[0].code));
  ck_assert_ptr_nonnull (gp_document_get_plan (document));
  ck_assert (!gp_document_plan_is_stale (document));
}

static GpDocument *
open_planned (void)
{
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  Outcome planned = {0};

  plan (document, &planned);
  ck_assert (gp_document_publish (document, NULL));
  g_clear_object (&document);
  return gp_document_open (path, NULL);
}

START_TEST (test_busy)
{
  g_autoptr (GpDocument) document = open_planned ();
  g_autoptr (GpJob) job = gp_job_new ("A long thing");
  g_autofree char *name = g_strdup (gp_document_get_project (document)->name);
  g_autoptr (GError) error = NULL;
  Outcome outcome = {0}, other = {0};
  Held held = {0};
  guint changes = 0;

  gp_document_work_async (document, job, FALSE, work, &held, on_ready, &outcome);
  check_nothing_changes (document);
  check_reads (document, name);
  gp_document_work_async (document, job, FALSE, work, &held, on_ready, &other);
  wait_for (&other); /* a second one is refused while the first one has the store */
  check_refused (other.done, &other.error);
  g_signal_connect (document, "changed", G_CALLBACK (count), &changes);
  let_go (&held);
  wait_for (&outcome);
  ck_assert (outcome.done);
  ck_assert_uint_ge (changes, 1);
  ck_assert_ptr_null (gp_document_get_busy_reason (document));
  ck_assert_ptr_null (gp_document_get_read_only_reason (document));
  ck_assert_str_eq (gp_document_get_project (document)->name, "another name");
  ck_assert (gp_document_plan_is_stale (document));
  ck_assert (gp_document_undo (document, &error));
  ck_assert_str_eq (gp_document_get_project (document)->name, name);
}
END_TEST

/* Cancelled or refused: what was there, and it can be changed again. _i: which of them. */
START_TEST (test_nothing_done)
{
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  g_autoptr (GpJob) job = gp_job_new ("A long thing");
  g_autofree char *name = g_strdup (gp_document_get_project (document)->name);
  gint64 version = gp_document_get_data_version (document);
  Outcome outcome = {0};
  Held held = {.fail = _i == 1};
  guint changes = 0;

  gp_document_work_async (document, job, TRUE, work, &held, on_ready, &outcome);
  g_signal_connect (document, "changed", G_CALLBACK (count), &changes);
  if (_i == 0)
    gp_job_cancel (job);
  let_go (&held);
  wait_for (&outcome);
  ck_assert (!outcome.done);
  ck_assert (_i == 1 ? g_error_matches (outcome.error, GP_ERROR, GP_ERROR_DATA)
                     : g_error_matches (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  g_clear_error (&outcome.error);
  ck_assert_uint_ge (changes, 1);
  ck_assert_str_eq (gp_document_get_project (document)->name, name);
  ck_assert_int_eq (gp_document_get_data_version (document), version);
  ck_assert_ptr_null (gp_document_undo_label (document));
  ck_assert (gp_document_edit (document, "yes", edit, NULL, NULL));
}
END_TEST

/* A plan that is ready meanwhile is shown at once and stored afterwards; where the project became
 * another one it is dropped. _i: which of them. */
START_TEST (test_plan_waits)
{
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  g_autoptr (GpJob) job = gp_job_new ("A long thing");
  Outcome outcome = {0}, planned = {0};
  Held held = {0};
  gboolean anew = _i == 1;

  gp_document_work_async (document, job, anew, work, &held, on_ready, &outcome);
  plan (document, &planned);
  ck_assert_ptr_nonnull (gp_document_get_plan (document));
  let_go (&held);
  wait_for (&outcome);
  ck_assert (outcome.done);
  ck_assert ((gp_document_get_plan (document) == NULL) == anew);
  g_clear_object (&document);
  document = gp_document_open (path, NULL);
  ck_assert ((gp_document_get_plan (document) == NULL) == anew);
  ck_assert (anew || gp_document_plan_is_stale (document));
}
END_TEST

/* ---- results ----------------------------------------------------------------------------------
 */

static gpointer
read_text (const GpProject *project, const char *text)
{
  (void)project;
  return g_str_has_prefix (text, "good") ? g_strdup (text) : NULL;
}

static const GpResultKind kind = {"test", read_text, g_free};

static GpResultOf
result_of (GpDocument *document)
{
  gp_document_add_result_kind (&kind);
  return (GpResultOf){"test", gp_document_get_project (document)->scenarios[0].code,
                      gp_document_get_data_version (document), gp_document_get_epoch (document)};
}

static gboolean
put (GpDocument *document, const GpResultOf *of, const char *text)
{
  return gp_document_put_result (document, of, g_strdup (text), g_free, g_strdup (text));
}

/* text NULL: there is none. */
static void
check_result (GpDocument *document, const char *text, gboolean stale)
{
  const char *code = gp_document_get_project (document)->scenarios[0].code;
  gboolean old;
  const char *found = gp_document_get_result_of (document, "test", code, &old);

  ck_assert_int_eq (found != NULL, text != NULL);
  ck_assert_int_eq (old, stale);
  if (text != NULL)
    ck_assert_str_eq (found, text);
}

static void
hear (GpDocument *document, const char *heading, const char *message, guint *n)
{
  (void)document;
  ck_assert (*heading != '\0' && *message != '\0');
  (*n)++;
}

/* Let everything be told that is to be. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Found while a worker has the file: shown at once and stored afterwards; dropped where the project
 * became another one. _i: nothing new, another one, or not even that for it failed. */
START_TEST (test_result_waits)
{
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  g_autoptr (GpJob) job = gp_job_new ("A long thing");
  Outcome outcome = {0};
  Held held = {.fail = _i == 2};
  GpResultOf of = result_of (document);
  guint troubles = 0;

  g_signal_connect (document, "trouble", G_CALLBACK (hear), &troubles);
  gp_document_work_async (document, job, _i > 0, work, &held, on_ready, &outcome);
  ck_assert (put (document, &of, "good"));
  check_result (document, "good", FALSE);
  ck_assert (gp_document_has_unkept_results (document));
  let_go (&held);
  wait_for (&outcome);
  g_clear_error (&outcome.error);
  ck_assert (!gp_document_has_unkept_results (document));
  g_clear_object (&document);
  document = gp_document_open (path, NULL);
  check_result (document, _i == 1 ? NULL : "good", _i == 0);
  settle ();
  ck_assert_uint_eq (troubles, 0);
}
END_TEST

/* Begun before the project became another one, also where the number of the data is the same. */
START_TEST (test_result_of_before)
{
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  g_autoptr (GpJob) job = gp_job_new ("A long thing");
  Outcome outcome = {0};
  Held held = {.go = TRUE};
  GpResultOf of = result_of (document);
  guint troubles = 0;

  g_signal_connect (document, "trouble", G_CALLBACK (hear), &troubles);
  gp_document_work_async (document, job, TRUE, work, &held, on_ready, &outcome);
  wait_for (&outcome);
  of.data_version = gp_document_get_data_version (document);
  ck_assert (!put (document, &of, "good"));
  check_result (document, NULL, FALSE);
  settle ();
  ck_assert_uint_eq (troubles, 1);
}
END_TEST

/* A file that somebody else has: held in memory. What cannot be read is left out, and told. */
START_TEST (test_result_not_kept)
{
  g_autoptr (GpDocument) holder = gp_document_open (path, NULL);
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  GpResultOf of = result_of (document);
  guint troubles = 0;

  ck_assert (put (document, &of, "good"));
  check_result (document, "good", FALSE);
  ck_assert (gp_document_has_unkept_results (document));
  ck_assert (!gp_document_has_unkept_results (holder));
  check_result (holder, NULL, FALSE);

  g_signal_connect (holder, "trouble", G_CALLBACK (hear), &troubles);
  ck_assert (put (holder, &of, "bad"));
  check_result (holder, NULL, FALSE);
  check_result (holder, NULL, FALSE);
  settle ();
  ck_assert_uint_eq (troubles, 1);
  ck_assert (put (holder, &of, "good again"));
  ck_assert (gp_document_edit (holder, "yes", edit, NULL, NULL));
  check_result (holder, "good again", TRUE);
  ck_assert (gp_document_undo (holder, NULL));
  check_result (holder, "good again", FALSE);
}
END_TEST

/* To the end: what cannot be stopped is not stopped. */
START_TEST (test_to_the_end)
{
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  g_autoptr (GpJob) job = gp_job_new ("A long thing");
  Outcome outcome = {0};
  Held held = {0};

  gp_job_set_to_the_end (job);
  gp_document_work_async (document, job, FALSE, work, &held, on_ready, &outcome);
  gp_job_cancel (job);
  let_go (&held);
  wait_for (&outcome);
  ck_assert (outcome.done);
  ck_assert_str_eq (gp_document_get_project (document)->name, "another name");
}
END_TEST

/* ---- the history ------------------------------------------------------------------------------
 */

static gboolean
name_it (GpStore *store, gpointer name, GError **error)
{
  return gp_store_set_frame (store, name, 2026, 2031, GP_YEAR_NONE, error);
}

static void
go_back (GpDocument *document, gint64 id, gboolean cancel, gboolean expected)
{
  g_autoptr (GpJob) job = gp_job_new ("A long thing");
  GpGoBack back = {id};
  Outcome outcome = {0};

  if (cancel)
    gp_job_cancel (job);
  gp_document_work_async (document, job, FALSE, gp_document_go_back, &back, on_ready, &outcome);
  wait_for (&outcome);
  ck_assert (outcome.done == expected);
  g_clear_error (&outcome.error);
}

START_TEST (test_back_and_forth)
{
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  g_autofree char *first = g_strdup (gp_document_get_project (document)->name);
  g_autoptr (GPtrArray) history = NULL;
  char name[] = "a";

  for (; name[0] <= 'e'; name[0]++)
    ck_assert (gp_document_edit (document, name, name_it, name, NULL));
  ck_assert (!gp_document_undo_is_long (document));
  history = gp_document_history (document, NULL);
  ck_assert_int_gt (((GpHistoryEntry *)history->pdata[0])->size, 0);
  go_back (document, ((GpHistoryEntry *)history->pdata[3])->id, FALSE, TRUE);
  ck_assert_str_eq (gp_document_get_project (document)->name, "b");
  go_back (document, ((GpHistoryEntry *)history->pdata[0])->id, FALSE, TRUE);
  ck_assert_str_eq (gp_document_get_project (document)->name, "e");
  go_back (document, 0, TRUE, FALSE);
  ck_assert_str_eq (gp_document_get_project (document)->name, "e");
  go_back (document, 0, FALSE, TRUE);
  ck_assert_str_eq (gp_document_get_project (document)->name, first);
  go_back (document, 12345, FALSE, FALSE);
}
END_TEST

static gboolean
note_all (GpStore *store, gpointer data, GError **error)
{
  const GpProject *project = data;
  g_autofree char *note = g_strnfill (2000, 'n');

  for (guint i = 0; i < project->n_boards; i++) {
    g_auto (GStrv) cells = g_new0 (char *, gp_table (GP_TABLE_BOARDS)->n_columns + 1);

    for (guint c = 0; c < gp_table (GP_TABLE_BOARDS)->n_columns; c++)
      cells[c] = g_str_equal (gp_table (GP_TABLE_BOARDS)->columns[c].name, "note")
                     ? g_strdup (note)
                     : gp_project_cell (project, GP_TABLE_BOARDS, i, c);
    if (!gp_store_put (store, GP_TABLE_BOARDS, (const char *const *)cells, error))
      return FALSE;
  }
  return TRUE;
}

/* One edit of many bytes is to be undone, and done again, by a worker. */
START_TEST (test_long_undo)
{
  g_autofree char *large = g_build_filename (folder, "large.groeiplan", NULL);
  g_autoptr (GpProject) project = gp_random_project (7, 150, 1, GP_RANDOM_PLAIN);
  g_autoptr (GpDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  gp_store_close (gp_store_create (large, project, NULL));
  document = gp_document_open (large, NULL);
  ck_assert_msg (gp_document_edit (document, "notes", note_all,
                                   (gpointer)gp_document_get_project (document), &error),
                 "%s", error ? error->message : "");
  ck_assert (gp_document_undo_is_long (document));
  ck_assert (!gp_document_redo_is_long (document));
  ck_assert (gp_document_undo (document, NULL));
  ck_assert (!gp_document_undo_is_long (document));
  ck_assert (gp_document_redo_is_long (document));
}
END_TEST

static void
setup (void)
{
  g_autoptr (GpProject) project = gp_random_project (5, 2, 3, GP_RANDOM_PLAIN);

  folder = g_dir_make_tmp ("groeiplan-busy-XXXXXX", NULL);
  path = g_build_filename (folder, "busy.groeiplan", NULL);
  gp_store_close (gp_store_create (path, project, NULL));
}

static void
teardown (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *file = g_build_filename (folder, name, NULL);
    g_unlink (file);
  }
  g_rmdir (folder);
  g_clear_pointer (&path, g_free);
  g_clear_pointer (&folder, g_free);
}

int
main (void)
{
  Suite *suite = suite_create ("document-busy");
  TCase *cases = tcase_create ("document-busy");

  tcase_set_timeout (cases, 300);
  tcase_add_checked_fixture (cases, setup, teardown);
  tcase_add_test (cases, test_busy);
  tcase_add_loop_test (cases, test_nothing_done, 0, 2);
  tcase_add_loop_test (cases, test_plan_waits, 0, 2);
  tcase_add_loop_test (cases, test_result_waits, 0, 3);
  tcase_add_test (cases, test_result_of_before);
  tcase_add_test (cases, test_result_not_kept);
  tcase_add_test (cases, test_to_the_end);
  tcase_add_test (cases, test_back_and_forth);
  tcase_add_test (cases, test_long_undo);
  suite_add_tcase (suite, cases);
  return gp_test_run (suite);
}
