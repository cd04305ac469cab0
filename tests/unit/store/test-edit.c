/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits: rows put, deleted, replaced; what is wrong is refused and leaves nothing behind. */
#include "store-support.h"

#include <gp-random-project.h>
#include <groeiplan/gp-parameter.h>
#include <stdlib.h>
#include <string.h>

static void
begin (GpStore *store)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_store_begin (store, "Edit", &error), "%s", error != NULL ? error->message : "");
}

static void
commit (GpStore *store)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_store_commit (store, &error), "%s", error != NULL ? error->message : "");
}

static void
put (GpStore *store, GpTableId table, GStrv cells)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_store_put (store, table, (const char *const *)cells, &error), "%s",
                 error != NULL ? error->message : "");
}

static void
set (GStrv cells, GpTableId table, const char *column, const char *value)
{
  int i = gp_table_column (table, column);

  ck_assert_int_ge (i, 0);
  g_free (cells[i]);
  cells[i] = g_strdup (value);
}

/* Every row of every table, put as it is, changes nothing: no entry, no new version. */
START_TEST (test_put_the_same)
{
  g_autofree char *path = support_path ("same.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 11);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;

  begin (store);
  for (int id = 0; id < GP_N_TABLES; id++) {
    for (guint row = 0; row < gp_project_n_rows (before, id); row++) {
      g_auto (GStrv) cells = support_cells (before, id, row);

      put (store, id, cells);
    }
  }
  commit (store);
  after = support_snapshot (store);
  support_assert_equal (before, after);
  ck_assert_int_eq (gp_store_data_version (store), 1);
  ck_assert_ptr_null (gp_store_undo_label (store));
}
END_TEST

/* The last row of every table goes and comes back as the same row at the end: every column of every
 * table is written and read, and every key is found. */
START_TEST (test_delete_and_put_every_table)
{
  g_autofree char *path = support_path ("tables.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 12);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GError) error = NULL;
  guint deleted = 0;

  for (int id = GP_N_TABLES - 1; id >= 0; id--) {
    guint n = gp_project_n_rows (before, id);
    g_auto (GStrv) cells = NULL;
    g_auto (GStrv) key = NULL;

    ck_assert_uint_gt (n, 0); /* the random project has something everywhere */
    cells = support_cells (before, id, n - 1);
    key = support_key (id, (const char *const *)cells);
    begin (store);
    if (gp_store_delete (store, id, (const char *const *)key, &error)) {
      GError *again = NULL;

      deleted++;
      ck_assert (!gp_store_delete (store, id, (const char *const *)key, &again));
      ck_assert (g_error_matches (again, GP_ERROR, GP_ERROR_DATA));
      g_clear_error (&again);
      put (store, id, cells);
      commit (store);
    } else {
      support_assert_error (error, GP_ERROR_DATA, "refer");
      g_clear_error (&error);
      gp_store_rollback (store);
    }
  }
  after = support_snapshot (store);
  support_assert_equal (before, after);
  ck_assert_uint_ge (deleted, 9);
}
END_TEST

START_TEST (test_put_in_place)
{
  g_autofree char *path = support_path ("place.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 13);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;
  g_auto (GStrv) cells = support_cells (before, GP_TABLE_SCHOOLS, 2);

  set (cells, GP_TABLE_SCHOOLS, "name", "De Nieuwe Naam");
  set (cells, GP_TABLE_SCHOOLS, "pupils", "");
  set (cells, GP_TABLE_SCHOOLS, "high_need", ""); /* no, where not knowing is no answer */
  set (cells, GP_TABLE_SCHOOLS, "team_support", "1");
  set (cells, GP_TABLE_SCHOOLS, "leader_active", "");
  begin (store);
  put (store, GP_TABLE_SCHOOLS, cells);
  commit (store);
  after = support_snapshot (store);
  ck_assert_uint_eq (after->n_schools, before->n_schools);
  ck_assert_str_eq (after->schools[2].code, before->schools[2].code);
  ck_assert_str_eq (after->schools[2].name, "De Nieuwe Naam");
  ck_assert_int_eq (after->schools[2].pupils, -1);
  ck_assert (!after->schools[2].high_need);
  ck_assert_int_eq (after->schools[2].requirements[GP_REQUIREMENT_TEAM_SUPPORT], GP_ANSWER_YES);
  ck_assert_int_eq (after->schools[2].requirements[GP_REQUIREMENT_LEADER_ACTIVE],
                    GP_ANSWER_UNKNOWN);
  ck_assert_int_eq (gp_store_data_version (store), 2);
}
END_TEST

/* A key is what its index says: the same parameter without a year and in a year are two rows. */
START_TEST (test_keys_with_empty_parts)
{
  const char *all[] = {"base", "partner_cap", "", "", "7", "typed", "", NULL};
  const char *one[] = {"base", "partner_cap", "", "2027-2028", "8", "typed", "", NULL};
  const char *more[] = {"base", "partner_cap", "", "", "9.5", "typed", "later", NULL};
  const char *key[] = {"base", "partner_cap", "", "2027-2028", NULL};
  g_autofree char *path = support_path ("keys.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 14);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GError) error = NULL;
  GpDecimal value;
  guint32 base = gp_project_find (before, GP_TABLE_SCENARIOS, "base");

  begin (store);
  put (store, GP_TABLE_PARAMETERS, (GStrv)all);
  put (store, GP_TABLE_PARAMETERS, (GStrv)one);
  put (store, GP_TABLE_PARAMETERS, (GStrv)more);
  commit (store);
  after = support_snapshot (store);
  ck_assert (gp_param_lookup (after, base, GP_PARAM_PARTNER_CAP, NULL, 2027, &value, NULL));
  ck_assert_int_eq (gp_decimal_compare (value, gp_decimal_from_int (8)), 0);
  begin (store);
  ck_assert (gp_store_delete (store, GP_TABLE_PARAMETERS, key, &error));
  commit (store);
  g_clear_pointer (&after, gp_project_unref);
  after = support_snapshot (store);
  ck_assert (gp_param_lookup (after, base, GP_PARAM_PARTNER_CAP, NULL, 2027, &value, NULL));
  ck_assert_int_eq (gp_decimal_compare (value, (GpDecimal){95, 1}), 0);
}
END_TEST

/* What is wrong in one cell of a school: the put is refused with the model's sentence, the edit
 * goes on, and nothing of it stays. */
START_TEST (test_wrong_cells)
{
  static const struct {
    const char *column, *value;
  } wrong[] = {
      {"pupils", "-1"},
      {"pupils", "many"},
      {"pupils", "99999999999999999999"},
      {"started", "2026"},
      {"started", "2026-2028"},
      {"high_need", "2"},
      {"excluded", "yes"},
      {"intake", "asleep"},
      {"programme", "other"},
      {"board", "no such board"},
      {"board", ""},
      {"sector", "xo"},
      {"region", ""},
      {"school", ""},
      {"name", "a\x01"
               "b"},
      {"name", "\xff\xfe"},
      {"team_support", "maybe"},
  };
  g_autofree char *path = support_path ("wrong.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 15);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_auto (GStrv) cells = support_cells (before, GP_TABLE_SCHOOLS, i % before->n_schools);
    g_autoptr (GError) error = NULL;
    gboolean stored;

    set (cells, GP_TABLE_SCHOOLS, wrong[i].column, wrong[i].value);
    begin (store);
    stored = gp_store_put (store, GP_TABLE_SCHOOLS, (const char *const *)cells, &error) &&
             gp_store_commit (store, &error);
    ck_assert_msg (!stored, "%s %s", wrong[i].column, wrong[i].value);
    support_assert_error (error, GP_ERROR_DATA, wrong[i].column);
    gp_store_rollback (store);
  }
  after = support_snapshot (store);
  support_assert_equal (before, after);
  ck_assert_int_eq (gp_store_data_version (store), 1);
}
END_TEST

/* Only the project as a whole tells: the commit is refused and everything rolls back. */
START_TEST (test_wrong_as_a_whole)
{
  g_autofree char *path = support_path ("whole.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 16);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) good = support_cells (before, GP_TABLE_FACTS, 0);
  g_auto (GStrv) school = support_cells (before, GP_TABLE_SCHOOLS, 0);

  set (good, GP_TABLE_FACTS, "note", "changed in the same edit");
  set (school, GP_TABLE_SCHOOLS, "started", "2150-2151");
  begin (store);
  put (store, GP_TABLE_FACTS, good);
  put (store, GP_TABLE_SCHOOLS, school);
  ck_assert (!gp_store_commit (store, &error));
  support_assert_error (error, GP_ERROR_DATA, "started");
  ck_assert_ptr_nonnull (strstr (error->message, before->schools[0].code));
  after = support_snapshot (store);
  support_assert_equal (before, after);
  ck_assert_ptr_null (gp_store_undo_label (store));
  begin (store); /* and the store goes on */
  put (store, GP_TABLE_FACTS, good);
  commit (store);
  ck_assert_int_eq (gp_store_data_version (store), 2);
}
END_TEST

START_TEST (test_scenario_cycle)
{
  const char *base[] = {"base", "careful", "Base", "", NULL}; /* careful is base's child */
  g_autofree char *path = support_path ("cycle.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 17);
  g_autoptr (GError) error = NULL;

  begin (store);
  put (store, GP_TABLE_SCENARIOS, (GStrv)base);
  ck_assert (!gp_store_commit (store, &error));
  support_assert_error (error, GP_ERROR_DATA, "parent");
}
END_TEST

START_TEST (test_delete_what_others_need)
{
  g_autofree char *path = support_path ("need.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 18);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;
  const char *key[] = {before->boards[0].code, NULL};
  g_autoptr (GError) error = NULL;

  begin (store);
  ck_assert (!gp_store_delete (store, GP_TABLE_BOARDS, key, &error));
  support_assert_error (error, GP_ERROR_DATA, "schools");
  commit (store);
  after = support_snapshot (store);
  support_assert_equal (before, after);
}
END_TEST

START_TEST (test_rollback)
{
  g_autofree char *path = support_path ("back.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 19);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (19);

  begin (store);
  for (guint i = 0; i < 50; i++)
    support_random_change (store, before, rand, i);
  gp_store_rollback (store);
  after = support_snapshot (store);
  support_assert_equal (before, after);
  gp_store_rollback (store); /* outside an edit: nothing */
  begin (store);             /* closing in the middle of an edit loses just that edit */
  support_random_change (store, before, rand, 51);
  gp_store_close (g_steal_pointer (&store));
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert_ptr_nonnull (store);
  g_clear_pointer (&after, gp_project_unref);
  after = support_snapshot (store);
  support_assert_equal (before, after);
}
END_TEST

START_TEST (test_frame)
{
  g_autofree char *path = support_path ("frame.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 20);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GError) error = NULL;
  GpYear last = before->last_year;

  begin (store);
  ck_assert (gp_store_set_frame (store, "Another name", before->plan_from, (GpYear)(last + 2), last,
                                 &error));
  commit (store);
  after = support_snapshot (store);
  ck_assert_str_eq (after->name, "Another name");
  ck_assert_int_eq (after->last_year, last + 2);
  ck_assert_int_eq (after->goal_year, last);
  ck_assert (after->has_goal_year);
  begin (store); /* by itself wrong: last before first */
  ck_assert (!gp_store_set_frame (store, "x", last, (GpYear)(last - 1), GP_YEAR_NONE, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  g_clear_error (&error);
  /* wrong with the data: history would lie in plan years */
  ck_assert (gp_store_set_frame (store, "x", 1950, 1951, GP_YEAR_NONE, &error));
  ck_assert (!gp_store_commit (store, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
}
END_TEST

static void
check_replace (GpStore *store, const GpProject *with)
{
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GError) error = NULL;

  begin (store);
  ck_assert_msg (gp_store_replace (store, with, &error), "%s", error != NULL ? error->message : "");
  commit (store);
  after = support_snapshot (store);
  support_assert_equal (with, after);
}

START_TEST (test_replace)
{
  g_autofree char *path = support_path ("replace.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 21);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) other = gp_random_project (22, 20, 8, GP_RANDOM_PINS | GP_RANDOM_WILD);

  check_replace (store, before); /* the same: no change at all */
  ck_assert_int_eq (gp_store_data_version (store), 1);
  check_replace (store, other);
  check_replace (store, before);
  ck_assert_int_eq (gp_store_data_version (store), 3);
}
END_TEST

/* The same schools the other way round: rows trade places, and undo puts them back. */
START_TEST (test_replace_reordered)
{
  g_autofree char *path = support_path ("order.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 23);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) reversed = gp_project_new (NULL, NULL);
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GError) error = NULL;

  gp_project_set_frame (reversed, before->name, before->plan_from, before->last_year,
                        before->has_goal_year ? before->goal_year : GP_YEAR_NONE);
  for (int id = 0; id < GP_N_TABLES; id++) {
    guint n = gp_project_n_rows (before, id);

    for (guint row = 0; row < n; row++) {
      gboolean turn = id == GP_TABLE_SCHOOLS || id == GP_TABLE_BOARDS || id == GP_TABLE_FACTS;
      g_auto (GStrv) cells = support_cells (before, id, turn ? n - 1 - row : row);

      ck_assert (gp_project_add_text (reversed, id, (const char *const *)cells));
    }
  }
  ck_assert (gp_project_finish (reversed, &error));
  check_replace (store, reversed);
  ck_assert_msg (gp_store_undo (store, &error), "%s", error != NULL ? error->message : "");
  after = support_snapshot (store);
  support_assert_equal (before, after);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("edit");
  TCase *cases = tcase_create ("edit");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_put_the_same);
  tcase_add_test (cases, test_delete_and_put_every_table);
  tcase_add_test (cases, test_put_in_place);
  tcase_add_test (cases, test_keys_with_empty_parts);
  tcase_add_test (cases, test_wrong_cells);
  tcase_add_test (cases, test_wrong_as_a_whole);
  tcase_add_test (cases, test_scenario_cycle);
  tcase_add_test (cases, test_delete_what_others_need);
  tcase_add_test (cases, test_rollback);
  tcase_add_test (cases, test_frame);
  tcase_add_test (cases, test_replace);
  tcase_add_test (cases, test_replace_reordered);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
