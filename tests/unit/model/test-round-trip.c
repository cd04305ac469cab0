/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every cell of a project as text and back gives the same project: for random projects of all sizes
 * and with the nastiest texts that are allowed. */
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-table.h>

static void
on_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  (void)data;
  ck_abort_msg ("%s row %u %s: %s", gp_table (table)->file, row, column, message);
}

static void
check_round_trip (guint32 seed, guint n_boards, guint n_years, GpRandomFlags flags)
{
  g_autoptr (GpProject) project = gp_random_project (seed, n_boards, n_years, flags);
  g_autoptr (GpProject) copy = gp_random_rebuild (project, on_problem, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *where = NULL;

  ck_assert_msg (gp_project_finish (copy, &error), "seed %u: %s", seed,
                 error != NULL ? error->message : "");
  ck_assert_msg (gp_project_equal (project, copy, &where), "seed %u: %s", seed, where);
}

START_TEST (text_and_back)
{
  guint32 seed = (guint32)_i;

  check_round_trip (seed, 1 + seed % 13, 1 + seed % 9, (GpRandomFlags)(seed % 4));
}
END_TEST

START_TEST (every_table_has_rows)
{
  g_autoptr (GpProject) project = gp_random_project (7, 12, 6, GP_RANDOM_PINS);

  for (guint i = 0; i < GP_N_TABLES; i++)
    ck_assert_msg (gp_project_n_rows (project, (GpTableId)i) > 0, "%s is empty",
                   gp_table ((GpTableId)i)->name);
}
END_TEST

START_TEST (same_seed_same_project)
{
  g_autoptr (GpProject) a = gp_random_project (3, 8, 4, GP_RANDOM_WILD);
  g_autoptr (GpProject) b = gp_random_project (3, 8, 4, GP_RANDOM_WILD);
  g_autoptr (GpProject) c = gp_random_project (4, 8, 4, GP_RANDOM_WILD);
  g_autofree char *where = NULL;

  ck_assert (gp_project_equal (a, b, NULL));
  ck_assert (!gp_project_equal (a, c, &where));
  ck_assert_ptr_nonnull (where);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("round trip");
  TCase *tests = tcase_create ("round trip");

  tcase_add_loop_test (tests, text_and_back, 0, 200);
  tcase_add_test (tests, every_table_has_rows);
  tcase_add_test (tests, same_seed_same_project);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
