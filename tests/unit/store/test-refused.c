/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store leaves when SQLite refuses: every call is refused at its first statement, its
 * second, and so on until it gets through; and while it runs. Each time there is an error and
 * nothing of it in the file; in the end the file is closed and opened again. */
#include "gp-store-private.h"
#include "gp-test.h"
#include "store-support.h"

#include <glib/gstdio.h>
#include <gp-random-project.h>
#include <string.h>

/* ---- calls ---------------------------------------------------------------------------- */

static GpPlan *
make_plan (GpStore *store, guint starts)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  GpPlanRow row = {.kind = GP_ROW_START,
                   .board = "10001",
                   .sector = "po",
                   .region = "noord",
                   .year = 2027,
                   .programme = GP_PROGRAMME_REGULAR,
                   .amount = starts,
                   .hundredths = (gint64)starts * 100};
  const GpProofRow proof[] = {{.rule = GP_RULE_SUPPLY,
                               .board = "10001",
                               .sector = "po",
                               .region = "noord",
                               .year = 2027,
                               .pin = GP_NONE,
                               .value = 1.5}};
  GpPlanPriority priority = {
      .id = 0, .relaxed = 4, .whole = 5, .bound = 4, .proof = proof, .n_proof = 1};

  gp_plan_set_whole (plan, TRUE);
  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
  gp_plan_add_row (plan, GP_PART_RELAXED, &row);
  gp_plan_add_priority (plan, &priority);
  gp_plan_set_data_version (plan, gp_store_data_version (store));
  gp_plan_finish (plan);
  return plan;
}

/* Set back by hand, as the program does when a step of an edit is refused. */
static gboolean
edit (GpStore *store, GError **error)
{
  gboolean fine = gp_store_begin (store, "Renamed again", error) &&
                  gp_store_set_frame (store, "Third", 2026, 2031, GP_YEAR_NONE, error) &&
                  gp_store_commit (store, error);

  if (!fine)
    gp_store_rollback (store);
  return fine;
}

static gboolean
replace (GpStore *store, GError **error)
{
  g_autoptr (GpProject) project = gp_random_project (4, 8, 6, GP_RANDOM_PLAIN);
  gboolean fine;

  fine = gp_store_begin (store, "Replaced", error) && gp_store_replace (store, project, error) &&
         gp_store_commit (store, error);
  if (!fine)
    gp_store_rollback (store);
  return fine;
}

static gboolean
put_plan (GpStore *store, GError **error)
{
  g_autoptr (GpPlan) plan = make_plan (store, 9);
  return gp_store_put_plan (store, plan, error);
}

static gboolean
publish (GpStore *store, GError **error)
{
  g_autoptr (GpPlan) plan = make_plan (store, 8);
  return gp_store_publish_plan (store, plan, "Published again", error);
}

static gboolean
get_plan (GpStore *store, GError **error)
{
  g_autoptr (GpPlan) plan = gp_store_get_plan (store, "base", error);
  return plan != NULL && plan->rows[GP_PART_WHOLE][0].amount == 4;
}

static gboolean
get_published (GpStore *store, GError **error)
{
  gint64 when;
  g_autoptr (GpPlan) plan = gp_store_get_published (store, "base", &when, error);
  return plan != NULL && plan->rows[GP_PART_WHOLE][0].amount == 5;
}

static gboolean
snapshot (GpStore *store, GError **error)
{
  g_autoptr (GpProject) project = gp_snapshot_read (store->db, error); /* never a kept one */
  return project != NULL && g_str_equal (project->name, "Second");
}

static gboolean
history (GpStore *store, GError **error)
{
  g_autoptr (GPtrArray) entries = gp_store_history (store, error);
  return entries != NULL && entries->len > 1;
}

static gboolean
info (GpStore *store, GError **error)
{
  GpStoreInfo out;
  gboolean fine = gp_store_info (store, &out, error);

  if (fine)
    gp_store_info_clear (&out);
  return fine;
}

static const struct {
  const char *name;
  gboolean (*call) (GpStore *store, GError **error);
  int every; /* steps of SQLite between two refusals: as many as keep the test quick */
} calls[] = {{"snapshot", snapshot, 400},
             {"history", history, 20},
             {"info", info, 20},
             {"get plan", get_plan, 20},
             {"get published", get_published, 20},
             {"put plan", put_plan, 20},
             {"publish", publish, 20},
             {"replace", replace, 400},
             {"edit", edit, 20},
             {"undo", gp_store_undo, 20},
             {"redo", gp_store_redo, 20}};

/* ---- refusing ------------------------------------------------------------------------- */

/* Refused once, at the n-th time of asking; 0 for never. */
typedef struct {
  guint at, asked;
} Refusal;

static int
on_statement (void *data, int action, const char *a, const char *b, const char *c, const char *d)
{
  Refusal *refusal = data;

  (void)a, (void)b, (void)c, (void)d;
  if (action == SQLITE_READ || action == SQLITE_FUNCTION)
    return SQLITE_OK;
  return ++refusal->asked == refusal->at ? SQLITE_DENY : SQLITE_OK;
}

static int
on_progress (void *data)
{
  Refusal *refusal = data;
  return ++refusal->asked == refusal->at;
}

static double
starts_of (GpPlan *plan)
{
  g_autoptr (GpPlan) owned = plan;
  return owned != NULL ? owned->rows[GP_PART_WHOLE][0].amount : 0;
}

/* All that the calls above may change, as text. */
static char *
describe (GpStore *store)
{
  g_autoptr (GpProject) project = support_snapshot (store);
  g_autoptr (GPtrArray) entries = gp_store_history (store, NULL);
  g_autofree char *undo = gp_store_undo_label (store), *redo = gp_store_redo_label (store);

  ck_assert_ptr_nonnull (entries);
  return g_strdup_printf ("%s, data %" G_GINT64_FORMAT
                          ", %u entries, undo %s, redo %s, plan %g of %d, published %g",
                          project->name, gp_store_data_version (store), entries->len, undo, redo,
                          starts_of (gp_store_get_plan (store, "base", NULL)),
                          gp_store_get_plan_time (store, "base") > 0,
                          starts_of (gp_store_get_published (store, "base", NULL, NULL)));
}

static void
rename_project (GpStore *store, const char *name)
{
  ck_assert (gp_store_begin (store, "Renamed", NULL));
  ck_assert (gp_store_set_frame (store, name, 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert (gp_store_commit (store, NULL));
}

/* Published 5, planned 4, named Second, and one edit to undo and one to redo. */
static GpStore *
make_store (const char *path, gboolean undone)
{
  GpStore *store = support_store (path, 3);
  g_autoptr (GpPlan) five = make_plan (store, 5), four = NULL;

  ck_assert (gp_store_publish_plan (store, five, "Published", NULL));
  rename_project (store, "Second");
  four = make_plan (store, 4);
  ck_assert (gp_store_put_plan (store, four, NULL));
  if (undone) {
    rename_project (store, "Fourth");
    ck_assert (gp_store_undo (store, NULL));
  }
  return store;
}

static void
arm (GpStore *store, Refusal *refusal, gboolean running, int every)
{
  if (running)
    sqlite3_progress_handler (store->db->handle, refusal != NULL ? every : 0, on_progress, refusal);
  else
    sqlite3_set_authorizer (store->db->handle, refusal != NULL ? on_statement : NULL, refusal);
}

/* Calls with the n-th statement refused; TRUE when it got through without being refused at all. */
static gboolean
refuse_once (GpStore *store, guint which, gboolean running, guint n, GError **error, gboolean *fine)
{
  Refusal refusal = {n, 0};

  arm (store, &refusal, running, calls[which].every);
  *fine = calls[which].call (store, error);
  arm (store, NULL, running, 0);
  return *fine && refusal.asked < n;
}

/* A refusal that the call can do without leaves what a sound call leaves; any other leaves all as
 * it was, and the same store goes on. Returns how many of those there were. */
static guint
refuse_until_it_succeeds (guint which, gboolean running)
{
  g_autofree char *path = support_path ("refused.groeiplan");
  g_autoptr (GpStore) store = make_store (path, calls[which].call == gp_store_redo);
  g_autofree char *before = describe (store), *done = NULL;
  gboolean through = FALSE;
  guint n_refused = 0;

  for (guint n = 1; !through; n++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL;
    gboolean fine;

    ck_assert_uint_lt (n, 20000);
    through = refuse_once (store, which, running, n, &error, &fine);
    after = describe (store);
    ck_assert_msg (fine == (error == NULL), "%s, refused at %u", calls[which].name, n);
    if (fine) {
      ck_assert_msg (done == NULL || g_str_equal (done, after), "%s, refused at %u:\n%s\n%s",
                     calls[which].name, n, done, after);
      g_free (done);
      done = g_steal_pointer (&after);
      gp_store_close (store);
      store = NULL;
      if (through)
        break;
      ck_assert_int_eq (g_unlink (path), 0);
      store = make_store (path, calls[which].call == gp_store_redo);
    } else {
      n_refused++;
      ck_assert_msg (error->domain == GP_ERROR && g_str_has_suffix (error->message, "."), "%s",
                     error->message);
      ck_assert_msg (g_str_equal (before, after), "%s, refused at %u (%s):\n%s\n%s",
                     calls[which].name, n, error->message, before, after);
    }
  }
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert_ptr_nonnull (store);
  g_free (before);
  before = describe (store);
  ck_assert_str_eq (before, done);
  return n_refused;
}

/* _i is the call. */
START_TEST (test_statements)
{
  ck_assert_uint_gt (refuse_until_it_succeeds ((guint)_i, FALSE), 0);
}
END_TEST

START_TEST (test_running)
{
  ck_assert_uint_gt (refuse_until_it_succeeds ((guint)_i, TRUE), 0);
}
END_TEST

/* Nothing is known of plans that were never made. */
START_TEST (test_plan_time)
{
  g_autofree char *path = support_path ("refused.groeiplan");
  g_autoptr (GpStore) store = make_store (path, FALSE);
  Refusal refusal = {1, 0};
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  ck_assert_int_eq (gp_store_get_plan_time (store, "no-such-scenario"), 0);
  ck_assert_int_le (ABS (gp_store_get_plan_time (store, "base") - now), 60);
  arm (store, &refusal, FALSE, 0);
  ck_assert_int_eq (gp_store_get_plan_time (store, "base"), 0);
  arm (store, NULL, FALSE, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("store-refused");
  TCase *tcase = tcase_create ("refused");

  tcase_set_timeout (tcase, 0);
  tcase_add_checked_fixture (tcase, support_setup, support_teardown);
  tcase_add_test (tcase, test_plan_time);
  tcase_add_loop_test (tcase, test_statements, 0, G_N_ELEMENTS (calls));
  tcase_add_loop_test (tcase, test_running, 0, G_N_ELEMENTS (calls));
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
