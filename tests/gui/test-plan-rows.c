/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the Plan page that say what each region's expert days are used for, against a plan
 * made by hand. */
#include "by-hand.h"
#include "gp-rows-plan.h"

#include <stdlib.h>

typedef enum { REGION, YEAR, THERE, BORROWED, USED, LENT } Column;

static const char *
text_at (GListModel *rows, guint row, Column column)
{
  g_autoptr (GpRow) item = g_list_model_get_item (rows, row);

  return gp_row_get_text (item, column);
}

static void
check_row (GListModel *rows, guint row, const char *const *wanted)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    ck_assert_msg (g_str_equal (text_at (rows, row, i), wanted[i]), "row %u, column %u: %s, not %s",
                   row, i, text_at (rows, row, i), wanted[i]);
}

/* Noord has 40 days and lends 8 of its 24 used ones; Zuid has 30 and uses 38. So what is there and
 * borrowed is what is used, lent and left, and each day is counted once. */
START_TEST (test_expert_days_add_up)
{
  g_autoptr (GpProject) project = project_by_hand (FALSE);
  g_autoptr (GpPlan) plan = plan_by_hand (2);
  GpPlanView view = {.project = project, .plan = plan, .filter = {"", ""}};
  g_autoptr (GListModel) rows = gp_plan_view_rows (GP_VIEW_EXPERTS, &view);

  ck_assert_uint_eq (g_list_model_get_n_items (rows), 3);
  check_row (rows, 0, (const char *[]){"Noord", "2026-2027", "40.0", "0.0", "26.0", "0.0", NULL});
  check_row (rows, 1, (const char *[]){"Noord", "2027-2028", "40.0", "0.0", "16.0", "8.0", NULL});
  check_row (rows, 2, (const char *[]){"Zuid", "2027-2028", "30.0", "8.0", "38.0", "0.0", NULL});
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("plan-rows");
  TCase *rows = tcase_create ("experts");
  SRunner *runner;
  int failed;

  tcase_add_test (rows, test_expert_days_add_up);
  suite_add_tcase (suite, rows);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
