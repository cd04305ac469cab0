/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results that are kept beside the plans, and who changed what. */
#include "store-support.h"

#include "gp-store-private.h"

#include <glib/gstdio.h>
#include <groeiplan/gp-forget.h>
#include <stdlib.h>
#include <string.h>

static GpStore *
make (void)
{
  g_autofree char *path = support_path ("project.groeiplan");
  GpStore *store = support_store (path, 7);

  for (guint i = 0; i < 2; i++) {
    const char *const cells[] = {i == 0 ? "top" : "beside", "", "A scenario", "", NULL};

    ck_assert (gp_store_begin (store, "A scenario", NULL));
    ck_assert (gp_store_put (store, GP_TABLE_SCENARIOS, cells, NULL));
    ck_assert (gp_store_commit (store, NULL));
  }
  return store;
}

static void
put (GpStore *store, const char *scenario, const char *kind, const char *text)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_store_put_result (store, scenario, kind, 3, text, &error), "%s",
                 error ? error->message : "");
}

/* text NULL: there is none. */
static void
assert_result (GpStore *store, const char *scenario, const char *kind, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpStoredResult) found = gp_store_get_result (store, scenario, kind, &error);

  ck_assert_msg (error == NULL, "%s", error ? error->message : "");
  ck_assert_int_eq (found != NULL, text != NULL);
  if (found == NULL)
    return;
  ck_assert_str_eq (found->text, text);
  ck_assert_int_eq (found->data_version, 3);
  ck_assert_int_le (ABS (found->when - g_get_real_time () / G_USEC_PER_SEC), 600);
}

START_TEST (test_kept)
{
  g_autofree char *path = support_path ("project.groeiplan");
  GpStore *store = make ();
  guint n_history;
  GpStoreInfo info;

  ck_assert (gp_store_info (store, &info, NULL));
  n_history = info.n_history;
  gp_store_info_clear (&info);
  assert_result (store, "top", "prices", NULL);
  put (store, "top", "prices", "first");
  put (store, "top", "prices", "second");
  put (store, "top", "repairs", "other kind");
  put (store, "beside", "prices", "other scenario");
  gp_store_close (store);

  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  assert_result (store, "top", "prices", "second");
  assert_result (store, "top", "repairs", "other kind");
  assert_result (store, "beside", "prices", "other scenario");
  ck_assert (gp_store_drop_result (store, "top", "prices", NULL));
  assert_result (store, "top", "prices", NULL);
  assert_result (store, "top", "repairs", "other kind");
  ck_assert (gp_store_info (store, &info, NULL)); /* none of that was an edit */
  ck_assert_uint_eq (info.n_history, n_history);
  gp_store_info_clear (&info);
  gp_store_close (store);
}
END_TEST

static void
delete_top (GpStore *store)
{
  const char *const key[] = {"top", NULL};

  ck_assert (gp_store_begin (store, "Away", NULL));
  ck_assert (gp_store_delete (store, GP_TABLE_SCENARIOS, key, NULL));
  ck_assert (gp_store_commit (store, NULL));
}

START_TEST (test_goes_with_its_scenario)
{
  g_autoptr (GpStore) store = make ();

  put (store, "top", "prices", "text");
  delete_top (store);
  ck_assert (gp_store_undo (store, NULL));
  assert_result (store, "top", "prices", "text"); /* comes back with it */
  ck_assert (gp_store_redo (store, NULL));
  put (store, "beside", "prices", "text");
  ck_assert (gp_store_undo (store, NULL));
  assert_result (store, "top", "prices", NULL);
}
END_TEST

START_TEST (test_bounded)
{
  g_autofree char *path = support_path ("project.groeiplan");
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_malloc (GP_RESULT_MOST_BYTES + 2);
  GpStore *store = make ();

  memset (large, 'a', GP_RESULT_MOST_BYTES + 1);
  large[GP_RESULT_MOST_BYTES + 1] = '\0';
  ck_assert (!gp_store_put_result (store, "top", "k", 3, large, &error));
  support_assert_error (error, GP_ERROR_DATA, "large");
  g_clear_error (&error);
  large[GP_RESULT_MOST_BYTES] = '\0';
  for (char kind[] = "a"; kind[0] <= 'q'; kind[0]++) /* sixteen of them are 16 MB */
    put (store, "top", kind, large);
  assert_result (store, "top", "a", NULL);
  assert_result (store, "top", "b", large);
  assert_result (store, "top", "q", large);
  gp_store_close (store);

  support_sql (path, "UPDATE results SET text = text || text WHERE kind = 'q'");
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert_ptr_null (gp_store_get_result (store, "top", "q", &error));
  support_assert_error (error, GP_ERROR_DAMAGED, "project.groeiplan");
  gp_store_close (store);
}
END_TEST

START_TEST (test_not_what_it_should_be)
{
  g_autofree char *path = support_path ("project.groeiplan");
  g_autoptr (GError) error = NULL;
  GpStore *store = make ();

  put (store, "top", "prices", "text");
  gp_store_close (store);
  support_sql (path, "UPDATE results SET text = CAST (X'ff41' AS TEXT)");
  store = gp_store_open (path, GP_STORE_READ_ONLY, NULL);
  ck_assert_ptr_null (gp_store_get_result (store, "top", "prices", &error));
  support_assert_error (error, GP_ERROR_DAMAGED, "project.groeiplan");
  g_clear_error (&error);
  ck_assert (!gp_store_put_result (store, "top", "prices", 3, "text", &error));
  support_assert_error (error, GP_ERROR_READ_ONLY, "");
  g_clear_error (&error);
  ck_assert (!gp_store_drop_result (store, "top", "prices", &error));
  support_assert_error (error, GP_ERROR_READ_ONLY, "");
  gp_store_close (store);
}
END_TEST

/* ---- who ---- */

static void
set_value (GpStore *store, const char *value)
{
  const char *const cells[] = {"top", "handover_share", "", "", value, "typed", "", NULL};

  ck_assert (gp_store_begin (store, "Set", NULL));
  ck_assert (gp_store_put (store, GP_TABLE_PARAMETERS, cells, NULL));
  ck_assert (gp_store_commit (store, NULL));
}

/* by NULL: not known. */
static void
assert_changed_by (GpStore *store, const char *by)
{
  const char *const cells[] = {"top", "handover_share", "", "", "", "", "", NULL};
  g_autoptr (GError) error = NULL;
  g_autofree char *author = NULL;
  gint64 when;
  gboolean known = gp_store_find_change (store, GP_TABLE_PARAMETERS, cells, &when, &author, &error);

  ck_assert_msg (error == NULL, "%s", error ? error->message : "");
  ck_assert_int_eq (known, by != NULL);
  if (by == NULL)
    return;
  ck_assert_str_eq (author, by);
  ck_assert_int_le (ABS (when - g_get_real_time () / G_USEC_PER_SEC), 600);
}

START_TEST (test_author)
{
  g_autofree char *path = support_path ("project.groeiplan");
  GpStore *store = make ();
  g_autoptr (GPtrArray) history = NULL;
  const GpHistoryEntry *newest, *oldest;

  assert_changed_by (store, NULL);
  set_value (store, "0.25");
  assert_changed_by (store, "");
  gp_store_set_author (store, "An Author");
  set_value (store, "0.5");
  gp_store_set_author (store, "Another");
  ck_assert (gp_store_begin (store, "Something else", NULL));
  ck_assert (gp_store_set_frame (store, "other", 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert (gp_store_commit (store, NULL));
  gp_store_close (store);

  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  assert_changed_by (store, "An Author");
  history = gp_store_history (store, NULL);
  newest = g_ptr_array_index (history, 0);
  oldest = g_ptr_array_index (history, history->len - 1);
  ck_assert_str_eq (newest->author, "Another");
  ck_assert_str_eq (oldest->author, "");
  ck_assert (gp_store_undo (store, NULL));
  ck_assert (gp_store_undo (store, NULL)); /* what is undone has changed nothing */
  assert_changed_by (store, "");
  gp_store_close (store);
}
END_TEST

/* Of a name that is too long the start is kept, and none is told as none. */
START_TEST (test_author_is_bounded)
{
  g_autoptr (GpStore) store = make ();
  g_autofree char *longest = g_strnfill (1000, 'a');
  g_autofree char *start = g_strnfill (200, 'a');

  gp_store_set_author (store, longest);
  set_value (store, "0.25");
  assert_changed_by (store, start);
  gp_store_set_author (store, "");
  set_value (store, "0.5");
  assert_changed_by (store, "");
}
END_TEST

/* ---- copies for others, and forgetting ---- */

START_TEST (test_anonymise)
{
  g_autofree char *names = support_path ("names.groeiplan");
  g_autofree char *everything = support_path ("everything.groeiplan");
  g_autoptr (GpStore) store = make ();

  gp_store_set_author (store, "An Author");
  set_value (store, "0.25");
  put (store, "top", "futures", "board B1");
  for (int all = FALSE; all <= TRUE; all++) {
    const char *path = all ? everything : names;
    g_autoptr (GpStore) copy = NULL;

    ck_assert (gp_store_anonymise (store, path, all, NULL, NULL, NULL, NULL));
    copy = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
    assert_changed_by (copy, NULL);
    assert_result (copy, "top", "futures", all ? NULL : "board B1");
  }
  assert_result (store, "top", "futures", "board B1");
}
END_TEST

/* Another file has its name: the copy is of the one that is open. */
START_TEST (test_anonymise_when_replaced)
{
  g_autofree char *path = support_path ("project.groeiplan");
  g_autofree char *other = support_path ("other.groeiplan");
  g_autofree char *to = support_path ("copy.groeiplan");
  g_autoptr (GpStore) store = make ();
  g_autoptr (GpStore) copy = NULL;
  g_autoptr (GpProject) ours = support_snapshot (store), copied = NULL;
  g_autoptr (GError) error = NULL;

  gp_store_close (support_store (other, 23));
  ck_assert_int_eq (g_rename (other, path), 0);
  ck_assert_int_eq (gp_store_place (store), GP_STORE_REPLACED);
  ck_assert_msg (gp_store_anonymise (store, to, FALSE, NULL, NULL, NULL, &error), "%s",
                 error ? error->message : "");
  copy = gp_store_open (to, GP_STORE_READ_ONLY, NULL);
  copied = support_snapshot (copy);
  ck_assert_uint_eq (copied->n_scenarios, ours->n_scenarios);
  ck_assert_uint_ne (gp_project_find (copied, GP_TABLE_SCENARIOS, "beside"), GP_NONE);
}
END_TEST

START_TEST (test_forget)
{
  static const char *const words[] = {"E-new", NULL};
  const char *const cells[] = {"E-new", "Verzonnen Persoon", "", "100", "2026-2027", "", "", NULL};
  g_autoptr (GpStore) store = make ();
  g_autoptr (GpProject) project = support_snapshot (store);
  g_autofree char *region = g_strdup (project->regions[0].code);
  const char *row[G_N_ELEMENTS (cells)];
  g_autoptr (GError) error = NULL;
  GpForgotten forgotten;
  g_autoptr (GPtrArray) history = NULL;

  memcpy (row, cells, sizeof row);
  row[2] = region;
  gp_store_set_author (store, "Verzonnen Persoon");
  ck_assert (gp_store_begin (store, "A coach", NULL));
  ck_assert_msg (gp_store_put (store, GP_TABLE_EXPERT_COACHES, row, &error), "%s",
                 error ? error->message : "");
  ck_assert (gp_store_commit (store, NULL));
  ck_assert (gp_store_forget (store, words, FALSE, &forgotten, NULL));
  ck_assert_uint_eq (forgotten.left->len, 0);
  gp_forgotten_clear (&forgotten);
  history = gp_store_history (store, NULL);
  ck_assert_ptr_null (strstr (((GpHistoryEntry *)history->pdata[0])->author, "Verzonnen"));
  ck_assert_ptr_null (strstr (((GpHistoryEntry *)history->pdata[0])->author, "Persoon"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("result");
  TCase *cases = tcase_create ("result");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_kept);
  tcase_add_test (cases, test_goes_with_its_scenario);
  tcase_add_test (cases, test_bounded);
  tcase_add_test (cases, test_not_what_it_should_be);
  tcase_add_test (cases, test_author);
  tcase_add_test (cases, test_author_is_bounded);
  tcase_add_test (cases, test_anonymise);
  tcase_add_test (cases, test_anonymise_when_replaced);
  tcase_add_test (cases, test_forget);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
