/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema against the model's description of the tables, and the views that people query. */
#include "store-support.h"

#include "gp-store-private.h"

#include <stdlib.h>
#include <string.h>

static void
assert_query (const char *path, const char *sql, const char *expected)
{
  g_autofree char *value = support_query (path, sql);

  ck_assert_msg (g_strcmp0 (value, expected) == 0, "%s: %s, not %s", sql, value, expected);
}

static void
assert_count (const char *path, const char *sql, guint expected)
{
  g_autofree char *text = g_strdup_printf ("%u", expected);

  assert_query (path, sql, text);
}

/* n and the model's columns, in its order; whether they may be NULL; the key. */
START_TEST (test_tables_as_described)
{
  g_autofree char *path = support_path ("schema.groeiplan");

  gp_store_close (support_store (path, 1));
  for (int id = 0; id < GP_N_TABLES; id++) {
    const GpTable *table = gp_table (id);
    g_autoptr (GString) columns = g_string_new ("n");
    g_autoptr (GString) optional = g_string_new ("");
    g_autoptr (GString) key = g_string_new ("");
    g_autofree char *sql = NULL;

    for (guint i = 0; i < table->n_columns; i++) {
      const GpColumn *column = &table->columns[i];
      g_autofree char *name = gp_cell_sql_name (column);
      gboolean null = column->may_be_empty && column->type != GP_COLUMN_TEXT &&
                      !(column->type == GP_COLUMN_FLAG && !column->may_be_absent);

      g_string_append_printf (columns, ",%s", name);
      if (null)
        g_string_append_printf (optional, ",%s", name);
      if (column->key)
        g_string_append_printf (key, null ? "%sifnull (%s, '')" : "%s%s", key->len ? ", " : "",
                                name);
    }
    sql = g_strdup_printf ("SELECT group_concat (name) FROM pragma_table_info ('%s')", table->name);
    assert_query (path, sql, columns->str);
    g_free (sql);
    sql = g_strdup_printf ("SELECT ifnull (group_concat (',' || name, ''), '') FROM "
                           "pragma_table_info ('%s') WHERE NOT \"notnull\" AND NOT pk",
                           table->name);
    assert_query (path, sql, optional->str);
    g_free (sql);
    sql = g_strdup_printf ("SELECT sql LIKE 'CREATE UNIQUE INDEX %%' AND replace (replace (sql, "
                           "char (10), ' '), '                                      ', ' ') LIKE "
                           "'%% ON %s (%s)' FROM sqlite_schema WHERE name = '%s_key'",
                           table->name, strstr (key->str, "'") ? "%" : key->str, table->name);
    assert_query (path, sql, "1");
  }
}
END_TEST

/* Every reference of the model is a foreign key on that table. */
START_TEST (test_references)
{
  g_autofree char *path = support_path ("schema.groeiplan");

  gp_store_close (support_store (path, 2));
  for (int id = 0; id < GP_N_TABLES; id++) {
    const GpTable *table = gp_table (id);
    guint n = 0;

    for (guint i = 0; i < table->n_columns; i++) {
      g_autofree char *sql = NULL;

      if (table->columns[i].type != GP_COLUMN_REFERENCE)
        continue;
      n++;
      sql = g_strdup_printf ("SELECT \"table\" || ' ' || on_update FROM pragma_foreign_key_list "
                             "('%s') WHERE \"from\" = '%s'",
                             table->name, table->columns[i].name);
      {
        g_autofree char *expected =
            g_strdup_printf ("%s CASCADE", gp_table (table->columns[i].reference)->name);

        assert_query (path, sql, expected);
      }
    }
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT count(*) FROM pragma_foreign_key_list ('%s')", table->name);

      assert_count (path, sql, n);
    }
  }
}
END_TEST

static void
put_plans (GpStore *store, const GpProject *project)
{
  for (int again = 0; again < 2; again++) {
    g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
    GpPlanRow row = {.kind = GP_ROW_START,
                     .board = project->boards[1].code,
                     .sector = "po",
                     .region = project->regions[0].code,
                     .need = GP_NEED_HIGH,
                     .programme = GP_PROGRAMME_REGULAR,
                     .year = 2027,
                     .amount = 3 + again,
                     .hundredths = 300 + 100 * again};

    gp_plan_set_whole (plan, TRUE);
    gp_plan_add_row (plan, GP_PART_WHOLE, &row);
    gp_plan_add_row (plan, GP_PART_RELAXED, &row);
    row.board = "since gone";
    row.year = 2028;
    gp_plan_add_row (plan, GP_PART_WHOLE, &row);
    gp_plan_finish (plan);
    ck_assert (gp_store_put_plan (store, plan, NULL));
  }
}

START_TEST (test_views)
{
  g_autofree char *path = support_path ("views.groeiplan");
  GpStore *store = support_store (path, 3);
  g_autoptr (GpProject) project = support_snapshot (store);
  const GpSchool *school = &project->schools[0];
  g_autofree char *sql = NULL;
  guint ready = 0;

  put_plans (store, project);
  ck_assert (gp_store_begin (store, "Named", NULL));
  ck_assert (gp_store_set_frame (store, "x", 2026, 2031, GP_YEAR_NONE, NULL));
  ck_assert (gp_store_commit (store, NULL));
  gp_store_close (store);
  for (guint i = 0; i < project->n_schools; i++)
    ready += (guint)gp_school_is_ready (&project->schools[i]);
  assert_count (path, "SELECT count(*) FROM v_boards", project->n_boards);
  assert_count (path, "SELECT sum (schools) FROM v_boards", project->n_schools);
  assert_count (path, "SELECT count(*) FROM v_schools", project->n_schools);
  assert_count (path, "SELECT sum (ready) FROM v_schools", ready);
  assert_count (path, "SELECT count(*) FROM v_coaches",
                project->n_expert_coaches + project->n_verandercoaches);
  assert_count (path, "SELECT count(*) FROM v_parameters", project->n_parameters);
  assert_count (path, "SELECT count(*) FROM v_budget", project->n_budgets + project->n_pledges);
  sql = g_strdup_printf (
      "SELECT name || board_name || region_name FROM v_schools WHERE school = '%s'", school->code);
  {
    g_autofree char *expected = g_strconcat (school->name, project->boards[school->board].name,
                                             project->regions[school->region].name, NULL);

    assert_query (path, sql, expected);
  }
  assert_query (path, "SELECT sum (schools) FROM v_starts WHERE year = '2027-2028'", "4");
  assert_query (path, "SELECT board_name FROM v_starts WHERE year = '2027-2028'",
                project->boards[1].name);
  assert_query (path,
                "SELECT board || ifnull (board_name, '?') FROM v_starts "
                "WHERE year = '2028-2029'",
                "since gone?");
  assert_query (path, "SELECT count(*) FROM v_plan", "3");
  assert_query (path, "SELECT label FROM v_history", "Named");
}
END_TEST

/* What a person may change with another program goes with the model: a code renamed reaches every
 * row that names it. */
START_TEST (test_rename_by_hand)
{
  g_autofree char *path = support_path ("rename.groeiplan");
  GpStore *store = support_store (path, 4);
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autoptr (GpProject) after = NULL;
  guint n_before, n_after;

  gp_store_close (store);
  support_sql (path, "PRAGMA foreign_keys = ON; UPDATE boards SET board = 'RENAMED' WHERE n = 1;"
                     "UPDATE regions SET region = 'elsewhere' WHERE n = 1");
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  after = support_snapshot (store);
  ck_assert_str_eq (after->boards[0].code, "RENAMED");
  gp_project_board_schools (before, 0, &n_before);
  gp_project_board_schools (after, 0, &n_after);
  ck_assert_uint_eq (n_before, n_after);
  gp_store_close (store);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("views");
  TCase *cases = tcase_create ("views");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_tables_as_described);
  tcase_add_test (cases, test_references);
  tcase_add_test (cases, test_views);
  tcase_add_test (cases, test_rename_by_hand);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
