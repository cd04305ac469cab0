/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A coach is forgotten while SQLite refuses a statement, or stops one that runs. It is told, the
 * names are in the tables as they were or gone from all of them, and asking again takes the last
 * byte. */
#include "gp-store-private.h"
#include "gp-test.h"
#include "store-support.h"

#include <glib/gstdio.h>
#include <groeiplan/gp-forget.h>
#include <groeiplan/gp-table.h>
#include <string.h>

#define NAME "Zebulon Oksidder"
#define CODE "QX77"

typedef struct {
  guint at, asked; /* refused at this time of asking, and once */
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

static void
put_coach (GpStore *store, const char *label, const char *name)
{
  g_autoptr (GpProject) project = support_snapshot (store);
  const char *const row[] = {CODE, name, project->regions[0].code, "42", "", "", ""};
  g_autoptr (GError) error = NULL;

  ck_assert (gp_store_begin (store, label, NULL));
  ck_assert_msg (gp_store_put (store, GP_TABLE_EXPERT_COACHES, row, &error), "%s",
                 error ? error->message : "");
  ck_assert (gp_store_commit (store, NULL));
}

/* A coach with an earlier name in the history, and an edit to redo that has the name too. */
static GpStore *
make_store (const char *path)
{
  GpStore *store = support_store (path, 3);

  put_coach (store, "A coach", "Zebulon Quastrup");
  put_coach (store, "Another name for " CODE, NAME);
  put_coach (store, "Taken back", "Zebulon Zelf");
  ck_assert (gp_store_undo (store, NULL));
  return store;
}

/* Whether the coach stands in the project; under both names or neither. */
static gboolean
is_there (GpStore *store)
{
  g_autoptr (GpProject) project = support_snapshot (store);
  gboolean code = FALSE, name = FALSE;

  for (guint i = 0; i < project->n_expert_coaches; i++) {
    g_autofree char *first = gp_project_cell (project, GP_TABLE_EXPERT_COACHES, i, 0);
    g_autofree char *second = gp_project_cell (project, GP_TABLE_EXPERT_COACHES, i, 1);
    code = code || g_str_equal (first, CODE);
    name = name || g_str_equal (second, NAME);
  }
  ck_assert_int_eq (code, name);
  return code;
}

static gboolean
forget (GpStore *store, gboolean named, GError **error)
{
  const char *const words[] = {named ? CODE : NULL, NULL};
  GpForgotten forgotten;
  gboolean fine = gp_store_forget (store, words, FALSE, &forgotten, error);

  if (fine)
    gp_forgotten_clear (&forgotten);
  return fine;
}

static void
assert_gone (const char *path)
{
  const char *const names[] = {NAME, CODE, "Zebulon Quastrup", NULL};
  g_autoptr (GPtrArray) places = gp_traces_find (path, names, NULL);

  ck_assert_ptr_nonnull (places);
  ck_assert_msg (places->len == 0, "%s",
                 places->len > 0 ? (char *)g_ptr_array_index (places, 0) : "");
}

/* TRUE when nothing was refused any more. */
static gboolean
forget_refused (const char *path, guint n, gboolean running)
{
  g_autoptr (GpStore) store = make_store (path);
  g_autoptr (GError) error = NULL, again = NULL;
  Refusal refusal = {n, 0};
  sqlite3 *handle = store->db->handle;
  gboolean fine;

  if (running)
    sqlite3_progress_handler (handle, 150, on_progress, &refusal);
  else
    sqlite3_set_authorizer (handle, on_statement, &refusal);
  fine = forget (store, TRUE, &error);
  if (!gp_store_is_read_only (store) && store->db->handle == handle) {
    sqlite3_progress_handler (handle, 0, NULL, NULL);
    sqlite3_set_authorizer (handle, NULL, NULL);
  }
  ck_assert_msg (fine == (error == NULL), "refused at %u", n);
  if (!fine) {
    ck_assert_msg (error->domain == GP_ERROR && g_str_has_suffix (error->message, "."), "%s",
                   error->message);
    gp_store_close (store);
    store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
    ck_assert_msg (store != NULL, "refused at %u (%s): does not open", n, error->message);
    ck_assert_msg (forget (store, is_there (store), &again), "refused at %u (%s): %s", n,
                   error->message, again->message);
  }
  ck_assert_msg (!is_there (store), "refused at %u: still there", n);
  gp_store_close (g_steal_pointer (&store));
  assert_gone (path);
  ck_assert_int_eq (g_unlink (path), 0);
  return fine && refusal.asked < n;
}

/* Every 24th statement, from the first, second and third on: neighbours differ little. */
START_TEST (test_statements)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  guint n = 1 + (guint)_i;

  while (!forget_refused (path, n, FALSE))
    n += 24;
  ck_assert_uint_gt (n, 10);
}
END_TEST

START_TEST (test_running)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  guint n = 1;

  while (!forget_refused (path, n, TRUE))
    n += 1 + n;
  ck_assert_uint_gt (n, 10);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("store-forget-refused");
  TCase *tcase = tcase_create ("forget-refused");

  tcase_set_timeout (tcase, 0);
  tcase_add_checked_fixture (tcase, support_setup, support_teardown);
  tcase_add_loop_test (tcase, test_statements, 0, 3);
  tcase_add_test (tcase, test_running);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
