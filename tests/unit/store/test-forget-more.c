/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where else a forgotten coach's name can be: in sentences of a plan's conflicts, and behind an
 * entry of the history that cannot be read. All names are invented. */
#include "gp-test.h"
#include "store-support.h"

#include <groeiplan/gp-forget.h>
#include <string.h>

#define NAME "Zebulon Quastrup"
#define CODE "QX77"

static void
put_coach (GpStore *store, const char *label, const char *name)
{
  g_autoptr (GpProject) project = support_snapshot (store);
  const char *const row[] = {CODE, name, project->regions[0].code, "42", "", "", ""};

  ck_assert (gp_store_begin (store, label, NULL));
  ck_assert (gp_store_put (store, GP_TABLE_EXPERT_COACHES, row, NULL));
  ck_assert (gp_store_commit (store, NULL));
}

static void
forget (GpStore *store, GpForgotten *out)
{
  static const char *const words[] = {CODE, NULL};
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_store_forget (store, words, FALSE, out, &error), "%s",
                 error ? error->message : "");
}

static void
assert_gone (const char *path)
{
  static const char *const names[] = {NAME, CODE, NULL};
  g_autoptr (GPtrArray) places = gp_traces_find (path, names, NULL);

  ck_assert_ptr_nonnull (places);
  ck_assert_msg (places->len == 0, "%s",
                 places->len > 0 ? (char *)g_ptr_array_index (places, 0) : "");
}

START_TEST (test_conflicts)
{
  g_autofree char *path = support_path ("conflicts.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 3);
  g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_CONFLICT);
  g_autoptr (GpPlan) after = NULL;
  GpForgotten forgotten;

  put_coach (store, "A coach", NAME);
  gp_plan_add_conflict (plan, "Board B1 waits for " NAME " in 2027.");
  gp_plan_add_conflict (plan, "Board B2 has two starts in 2027.");
  gp_plan_set_data_version (plan, gp_store_data_version (store));
  gp_plan_finish (plan);
  ck_assert (gp_store_put_plan (store, plan, NULL));
  forget (store, &forgotten);
  ck_assert_uint_eq (forgotten.coaches->len, 1);
  ck_assert_uint_ge (forgotten.n_texts, 1);
  after = gp_store_get_plan (store, "base", NULL);
  ck_assert_ptr_nonnull (after);
  ck_assert_uint_eq (after->n_conflicts, 2);
  ck_assert_ptr_null (strstr (after->conflicts[0], "Zebulon"));
  ck_assert_ptr_nonnull (strstr (after->conflicts[0], "Board B1 waits for "));
  ck_assert_str_eq (after->conflicts[1], "Board B2 has two starts in 2027.");
  gp_forgotten_clear (&forgotten);
  gp_store_close (g_steal_pointer (&store));
  assert_gone (path);
}
END_TEST

/* What lies beyond an entry that cannot be read is dropped: nobody could undo so far any more. */
START_TEST (test_unreadable_entry)
{
  g_autofree char *path = support_path ("history.groeiplan");
  GpStore *store = support_store (path, 3);
  g_autoptr (GPtrArray) entries = NULL;
  GpForgotten forgotten;

  put_coach (store, "First", "Zebulon Zelf");
  put_coach (store, "Second", "Zebulon Quast");
  put_coach (store, "Third", NAME);
  put_coach (store, "Taken back", NAME " II");
  put_coach (store, "Taken back too", NAME " III");
  ck_assert (gp_store_undo (store, NULL) && gp_store_undo (store, NULL));
  gp_store_close (store);
  support_sql (path,
               "UPDATE history SET changes = x'0102' WHERE label IN ('Second', 'Taken back')");
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  forget (store, &forgotten);
  ck_assert_uint_eq (forgotten.n_dropped, 4); /* of each kind, that entry and the one behind it */
  ck_assert_uint_eq (forgotten.n_entries, 1);
  entries = gp_store_history (store, NULL);
  ck_assert_uint_eq (entries->len, 1);
  ck_assert (gp_store_undo (store, NULL));
  ck_assert (gp_store_redo (store, NULL));
  gp_forgotten_clear (&forgotten);
  gp_store_close (store);
  assert_gone (path);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("store-forget-more");
  TCase *tcase = tcase_create ("forget-more");

  tcase_set_timeout (tcase, 0);
  tcase_add_checked_fixture (tcase, support_setup, support_teardown);
  tcase_add_test (tcase, test_conflicts);
  tcase_add_test (tcase, test_unreadable_entry);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
