/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An open project without its window: read ahead, planned in a worker, published. */
#include "gp-document-early.h"
#include "gp-document-private.h"
#include "gp-random-project.h"
#include "gp-test.h"

#include <glib/gstdio.h>
#include <groeiplan/gp-error.h>

static char *folder;

static char *
path_of (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
make (const char *name, guint seed)
{
  g_autoptr (GpProject) project = gp_random_project (seed, 2, 3, GP_RANDOM_PLAIN);
  g_autoptr (GError) error = NULL;
  char *path = path_of (name);
  GpStore *store = gp_store_create (path, project, &error);

  ck_assert_msg (store != NULL, "%s", error ? error->message : "");
  gp_store_close (store);
  return path;
}

/* Nobody holds the file. */
static gboolean
is_free (const char *path)
{
  g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);

  return store != NULL && !gp_store_is_read_only (store);
}

/* ---- read ahead -------------------------------------------------------------------------------
 */

START_TEST (test_early)
{
  g_autofree char *path = make ("early.groeiplan", 1);
  g_autoptr (GpDocument) document = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  gp_document_early_begin (path);
  document = gp_document_early_open (path, &error);
  ck_assert_msg (document != NULL, "%s", error ? error->message : "");
  ck_assert_str_eq (gp_document_get_path (document), path);
  ck_assert_ptr_null (gp_document_get_read_only_reason (document));
  again = gp_document_early_open (path, NULL); /* handed out once: the second one only reads */
  ck_assert (again != NULL && again != document);
  ck_assert_ptr_nonnull (gp_document_get_read_only_reason (again));
}
END_TEST

START_TEST (test_early_of_another)
{
  g_autofree char *expected = make ("expected.groeiplan", 2);
  g_autofree char *asked = make ("asked.groeiplan", 3);
  g_autoptr (GpDocument) document = NULL;

  gp_document_early_begin (expected);
  document = gp_document_early_open (asked, NULL);
  ck_assert_str_eq (gp_document_get_path (document), asked);
  ck_assert (is_free (expected));
}
END_TEST

START_TEST (test_early_dropped)
{
  g_autofree char *path = make ("dropped.groeiplan", 4);

  gp_document_early_drop ();
  gp_document_early_begin (path);
  gp_document_early_drop ();
  ck_assert (is_free (path));
}
END_TEST

START_TEST (test_early_refused)
{
  g_autofree char *absent = path_of ("absent.groeiplan");
  g_autoptr (GError) error = NULL;

  gp_document_early_begin (absent);
  ck_assert_ptr_null (gp_document_early_open (absent, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_FILE));
}
END_TEST

/* ---- planning ---------------------------------------------------------------------------------
 */

static void
on_planned (GObject *document, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_document_plan_finish (GP_DOCUMENT (document), result, NULL, &error), "%s",
                 error ? error->message : "");
  *(gboolean *)done = TRUE;
}

static void
plan (GpDocument *document)
{
  g_autoptr (GpJob) job = gp_job_new ("Planning");
  gboolean done = FALSE;

  gp_document_plan_async (document, job, on_planned, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
rename_it (GpStore *store, gpointer data, GError **error)
{
  g_autofree char *name = g_strdup_printf ("name %u", *(guint *)data);

  return gp_store_set_frame (store, name, 2026, 2031, GP_YEAR_NONE, error);
}

/* A plan is written by a thread that has the store meanwhile: whoever wants it waits for that, and
 * is not refused. Edits at every moment of it. */
START_TEST (test_edits_while_a_plan_is_written)
{
  g_autofree char *path = make ("written.groeiplan", 6 + (guint)_i);
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  g_autoptr (GpJob) job = gp_job_new ("Planning");
  g_autoptr (GpStore) store = NULL;
  g_autoptr (GpPlan) stored = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  guint n = 0;

  gp_document_plan_async (document, job, on_planned, &done);
  for (; !done; n++) {
    ck_assert_msg (gp_document_edit (document, "name", rename_it, &n, &error), "%s",
                   error ? error->message : "");
    g_main_context_iteration (NULL, TRUE);
  }
  ck_assert_uint_ge (n, 2); /* planned, and written */
  ck_assert (gp_document_plan_is_stale (document));
  store = gp_store_open (path, GP_STORE_READ_ONLY, NULL);
  stored = gp_store_get_plan_figures (store, "base", NULL);
  ck_assert_ptr_nonnull (stored);
  ck_assert_int_eq (stored->data_version, gp_document_get_plan (document)->data_version);
}
END_TEST

static gboolean
add_scenario (GpStore *store, gpointer data, GError **error)
{
  const char *const row[] = {"other", "base", "Other", "", NULL};

  (void)data;
  return gp_store_put (store, GP_TABLE_SCENARIOS, row, error);
}

static void
wait_for_writing (const GpDocument *document)
{
  while (document->writing == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* An edit of another scenario, made when the plan is written and before it is shown: the stored
 * plan is of the data after it, and so is the one that is shown. */
START_TEST (test_written_plan_goes_along)
{
  g_autofree char *path = make ("along.groeiplan", 30);
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  g_autoptr (GpJob) job = gp_job_new ("Planning");
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  gp_document_plan_async (document, job, on_planned, &done);
  wait_for_writing (document);
  ck_assert_msg (gp_document_edit (document, "other", add_scenario, NULL, &error), "%s",
                 error ? error->message : "");
  ck_assert (!gp_document_plan_is_stale (document));
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  ck_assert (!gp_document_plan_is_stale (document));
}
END_TEST

static void
on_dropped (GObject *document, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!gp_document_plan_finish (GP_DOCUMENT (document), result, NULL, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  *(gboolean *)done = TRUE;
}

/* A plan of a project that has become another one is neither shown nor stored. */
START_TEST (test_plan_of_the_project_before)
{
  g_autofree char *path = make ("before.groeiplan", 31);
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  g_autoptr (GpJob) job = gp_job_new ("Planning");
  gboolean done = FALSE;

  gp_document_plan_async (document, job, on_dropped, &done);
  gp_document_start_anew (document);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  ck_assert_ptr_null (gp_document_get_plan (document));
  g_clear_object (&document);
  document = gp_document_open (path, NULL);
  ck_assert_ptr_null (gp_document_get_plan (document));
}
END_TEST

typedef struct {
  GApplication *application;
  GpDocument *document;
  gboolean done;
} Program;

typedef struct {
  GSource parent;
  Program *program;
} Close;

static gboolean
is_written (GSource *source, int *timeout)
{
  *timeout = -1;
  return ((Close *)source)->program->document->writing != NULL;
}

static gboolean
close_last_window (GSource *source, GSourceFunc callback, gpointer data)
{
  (void)callback, (void)data;
  g_application_release (((Close *)source)->program->application);
  return G_SOURCE_REMOVE;
}

/* The last window goes at the moment that the plan is being written, before anything else. */
static void
on_activate (Program *program)
{
  static GSourceFuncs funcs = {.prepare = is_written, .dispatch = close_last_window};
  g_autoptr (GSource) source = g_source_new (&funcs, sizeof (Close));
  g_autoptr (GpJob) job = gp_job_new ("Planning");

  g_application_hold (program->application);
  gp_document_plan_async (program->document, job, on_planned, &program->done);
  ((Close *)source)->program = program;
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_attach (source, NULL);
}

START_TEST (test_program_ends_when_the_plan_is_written)
{
  g_autofree char *path = make ("end.groeiplan", 32);
  g_autoptr (GApplication) application =
      g_application_new ("nl.groeiplan.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  Program program = {application, document, FALSE};

  g_signal_connect_swapped (application, "activate", G_CALLBACK (on_activate), &program);
  ck_assert_int_eq (g_application_run (application, 0, NULL), 0);
  ck_assert (program.done);
  ck_assert_ptr_nonnull (gp_document_get_plan (document));
}
END_TEST

/* What was packed in the worker is what the file has, proofs and all; and it can be agreed on,
 * whether it is that of this session or one that was read. */
START_TEST (test_planned_and_published)
{
  g_autofree char *path = make ("planned.groeiplan", 5);
  g_autoptr (GpDocument) document = gp_document_open (path, NULL);
  guint n_starts, n_proofs = 0;

  plan (document);
  ck_assert_ptr_nonnull (gp_document_get_plan (document));
  ck_assert (!gp_document_plan_is_stale (document));
  gp_plan_rows (gp_document_get_plan (document), GP_PART_WHOLE, GP_ROW_START, &n_starts);
  for (int read = 0; read < 2; read++) {
    g_autoptr (GError) error = NULL;
    gint64 when = 0;

    ck_assert_msg (gp_document_publish (document, &error), "%s", error ? error->message : "");
    ck_assert_ptr_nonnull (gp_document_get_published (document, &when));
    ck_assert (!gp_document_plan_is_stale (document));
    ck_assert (gp_document_undo (document, NULL));
    ck_assert_ptr_null (gp_document_get_published (document, &when));
    g_clear_object (&document);
    document = gp_document_open (path, NULL);
  }
  g_clear_object (&document);
  {
    g_autoptr (GpStore) store = gp_store_open (path, GP_STORE_READ_ONLY, NULL);
    g_autoptr (GpPlan) stored = gp_store_get_plan (store, "base", NULL);
    guint n;

    ck_assert_ptr_nonnull (stored);
    gp_plan_rows (stored, GP_PART_WHOLE, GP_ROW_START, &n);
    ck_assert_uint_eq (n, n_starts);
    for (guint i = 0; i < stored->n_priorities; i++)
      n_proofs += stored->priorities[i].n_proof;
    ck_assert_uint_gt (n_proofs, 0);
  }
}
END_TEST

/* ---- the suite --------------------------------------------------------------------------------
 */

static void
setup (void)
{
  folder = g_dir_make_tmp ("groeiplan-document-XXXXXX", NULL);
}

static void
teardown (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = path_of (name);
    g_unlink (path);
  }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

int
main (void)
{
  Suite *suite = suite_create ("document");
  TCase *cases = tcase_create ("document");

  tcase_set_timeout (cases, 300);
  tcase_add_checked_fixture (cases, setup, teardown);
  tcase_add_test (cases, test_early);
  tcase_add_test (cases, test_early_of_another);
  tcase_add_test (cases, test_early_dropped);
  tcase_add_test (cases, test_early_refused);
  tcase_add_loop_test (cases, test_edits_while_a_plan_is_written, 0, 5);
  tcase_add_test (cases, test_written_plan_goes_along);
  tcase_add_test (cases, test_plan_of_the_project_before);
  tcase_add_test (cases, test_program_ends_when_the_plan_is_written);
  tcase_add_test (cases, test_planned_and_published);
  suite_add_tcase (suite, cases);
  return gp_test_run (suite);
}
