/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan's rows: sorted, found by kind, its own strings; and schools taking part, by hand. */
#include "gp-test.h"

#include <groeiplan/gp-plan.h>
#include <groeiplan/gp-table.h>
#include <string.h>

static void
add_start (GpPlan *plan, GpPlanPart part, const char *board, GpProgramme programme, GpYear year,
           double schools)
{
  char code[16]; /* the plan keeps its own copy */
  GpPlanRow row = {.kind = GP_ROW_START,
                   .board = code,
                   .sector = "po",
                   .region = "north",
                   .need = GP_NEED_OTHER,
                   .programme = programme,
                   .year = year,
                   .amount = schools,
                   .hundredths = (gint64)(schools * 100)};

  g_strlcpy (code, board, sizeof code);
  gp_plan_add_row (plan, part, &row);
  memset (code, 'x', sizeof code - 1);
}

static void
add_hire (GpPlan *plan, const char *region, GpYear year, double coaches)
{
  const GpPlanRow row = {.kind = GP_ROW_HIRE,
                         .region = region,
                         .programme = GP_PROGRAMME_NONE,
                         .year = year,
                         .amount = coaches,
                         .hundredths = (gint64)(coaches * 100)};

  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
}

START_TEST (rows_are_sorted)
{
  g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  const GpPlanRow *rows;
  guint n;

  add_hire (plan, "south", 2027, 1);
  add_start (plan, GP_PART_WHOLE, "B2", GP_PROGRAMME_REGULAR, 2026, 3);
  add_start (plan, GP_PART_WHOLE, "B1", GP_PROGRAMME_REGULAR, 2028, 2);
  add_start (plan, GP_PART_WHOLE, "B1", GP_PROGRAMME_REGULAR, 2026, 1);
  add_start (plan, GP_PART_WHOLE, "B1", GP_PROGRAMME_GROEIKRACHT, 2030, 4);
  add_start (plan, GP_PART_WHOLE, "B1", GP_PROGRAMME_GROEIKRACHT, 2027, 0); /* left out */
  add_start (plan, GP_PART_RELAXED, "B3", GP_PROGRAMME_REGULAR, 2026, 0.5);
  gp_plan_finish (plan);

  rows = gp_plan_rows (plan, GP_PART_WHOLE, GP_ROW_START, &n);
  ck_assert_uint_eq (n, 4);
  ck_assert (rows[0].programme == GP_PROGRAMME_GROEIKRACHT && rows[0].year == 2030);
  ck_assert (rows[1].programme == GP_PROGRAMME_REGULAR && rows[1].year == 2026);
  ck_assert_int_eq (rows[2].year, 2028);
  ck_assert_str_eq (rows[2].board, "B1");
  ck_assert_str_eq (rows[3].board, "B2");
  ck_assert_str_eq (rows[3].to_region, ""); /* what is not given is "" */
  rows = gp_plan_rows (plan, GP_PART_WHOLE, GP_ROW_HIRE, &n);
  ck_assert_uint_eq (n, 1);
  ck_assert_str_eq (rows[0].region, "south");
  rows = gp_plan_rows (plan, GP_PART_WHOLE, GP_ROW_USED, &n);
  ck_assert (n == 0 && rows == NULL);
  rows = gp_plan_rows (plan, GP_PART_RELAXED, GP_ROW_START, &n);
  ck_assert_uint_eq (n, 1);
  ck_assert_uint_eq (plan->n_rows[GP_PART_WHOLE], 5);
  ck_assert_uint_eq (plan->n_rows[GP_PART_RELAXED], 1);
}
END_TEST

/* Rows that differ in their year alone, added in every order. */
START_TEST (years_are_sorted)
{
  static const GpYear orders[][3] = {{2026, 2027, 2028}, {2026, 2028, 2027}, {2027, 2026, 2028},
                                     {2027, 2028, 2026}, {2028, 2026, 2027}, {2028, 2027, 2026}};
  g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  const GpPlanRow *rows;
  guint n;

  for (guint i = 0; i < 3; i++)
    add_hire (plan, "north", orders[_i][i], 1);
  gp_plan_finish (plan);
  rows = gp_plan_rows (plan, GP_PART_WHOLE, GP_ROW_HIRE, &n);
  ck_assert_uint_eq (n, 3);
  for (guint i = 0; i < n; i++)
    ck_assert_int_eq (rows[i].year, orders[0][i]);
}
END_TEST

START_TEST (priorities_and_proofs)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_FEASIBLE);
  char board[] = "B1";
  GpProofRow proof[2] = {{.rule = GP_RULE_SUPPLY, .board = board, .value = -1.5},
                         {.rule = GP_RULE_PINS, .variant = 1, .pin = 3, .value = 2}};
  GpPlanPriority priority = {GP_PRIORITY_REGULAR_DELAY, 2.5, 3, proof, 2, {0.5}};
  GpPlan *same;

  gp_plan_add_priority (plan, &priority);
  priority = (GpPlanPriority){.id = GP_PRIORITY_COST, .whole = 7};
  gp_plan_add_priority (plan, &priority);
  gp_plan_add_conflict (plan, "These two pins contradict each other.");
  gp_plan_set_whole (plan, TRUE);
  gp_plan_set_seconds (plan, 1, 2, 3);
  gp_plan_set_data_version (plan, 42);
  gp_plan_finish (plan);
  board[0] = 'x';
  proof[0].value = 0;

  same = gp_plan_ref (plan);
  gp_plan_unref (plan);
  ck_assert_str_eq (same->scenario, "base");
  ck_assert_int_eq (same->status, GP_PLAN_FEASIBLE);
  ck_assert_uint_eq (same->n_priorities, 2);
  ck_assert_uint_eq (same->priorities[0].n_proof, 2);
  ck_assert_str_eq (same->priorities[0].proof[0].board, "B1");
  ck_assert_double_eq (same->priorities[0].proof[0].value, -1.5);
  ck_assert_str_eq (same->priorities[0].proof[1].sector, "");
  ck_assert_uint_eq (same->priorities[0].proof[1].pin, 3);
  ck_assert_double_eq (same->priorities[0].held[0], 0.5);
  ck_assert_double_eq (same->priorities[1].whole, 7);
  ck_assert_uint_eq (same->priorities[1].n_proof, 0);
  ck_assert_uint_eq (same->n_conflicts, 1);
  ck_assert_str_eq (same->conflicts[0], "These two pins contradict each other.");
  ck_assert (same->has_whole && same->data_version == 42);
  ck_assert_double_eq (same->seconds_whole, 3);
  gp_plan_unref (same);
}
END_TEST

START_TEST (words)
{
  GpPlanStatus status;
  GpPlanRowKind kind;
  GpRule rule;

  for (guint i = 0; i <= GP_PLAN_CANCELLED; i++)
    ck_assert (gp_plan_status_parse (gp_plan_status_name ((GpPlanStatus)i), &status) &&
               status == i);
  for (guint i = 0; i < GP_N_ROW_KINDS; i++)
    ck_assert (gp_plan_row_kind_parse (gp_plan_row_kind_name ((GpPlanRowKind)i), &kind) &&
               kind == i);
  for (guint i = GP_RULE_SUPPLY; i < GP_N_RULES; i++)
    ck_assert (gp_rule_parse (gp_rule_name ((GpRule)i), &rule) && rule == i);
  ck_assert_str_eq (gp_rule_name (GP_RULE_SUPPLY), "supply");
  ck_assert_str_eq (gp_rule_name (GP_RULE_HANDOVER), "handover");
  ck_assert_str_eq (gp_rule_name (GP_RULE_PINS), "pins");
  ck_assert (!gp_plan_status_parse ("good", &status) && !gp_rule_parse (NULL, &rule) &&
             !gp_plan_row_kind_parse ("", &kind));
}
END_TEST

static void
add (GpProject *project, GpTableId table, const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "|", -1);

  ck_assert_msg (gp_project_add_text (project, table, (const char *const *)cells), "%s", text);
}

/* Three schools started: two in 2023, one in 2025. Plan from 2026; "half" keeps half of its schools
 * a year. */
static GpProject *
new_project (void)
{
  GpProject *project = gp_project_new (NULL, NULL);

  gp_project_set_frame (project, "", 2026, 2029, GP_YEAR_NONE);
  add (project, GP_TABLE_REGIONS, "north|");
  add (project, GP_TABLE_SECTORS, "po||1|1");
  add (project, GP_TABLE_BOARDS, "B1||north|||||");
  add (project, GP_TABLE_SCHOOLS, "S1|B1||po|north|||2023-2024|||||||");
  add (project, GP_TABLE_SCHOOLS, "S2|B1||po|north|||2023-2024||1|||||");
  add (project, GP_TABLE_SCHOOLS, "S3|B1||po|north|||2025-2026|||||||");
  add (project, GP_TABLE_SCHOOLS, "S4|B1||po|north||||||||||");
  add (project, GP_TABLE_SCENARIOS, "base|||");
  add (project, GP_TABLE_SCENARIOS, "half|||");
  add (project, GP_TABLE_PARAMETERS, "half|school_continuation|||0.5||");
  ck_assert (gp_project_finish (project, NULL));
  return project;
}

static GpPlan *
new_plan (void)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);

  add_start (plan, GP_PART_WHOLE, "B1", GP_PROGRAMME_REGULAR, 2026, 4);
  add_start (plan, GP_PART_WHOLE, "B2", GP_PROGRAMME_REGULAR, 2028, 6);
  add_start (plan, GP_PART_WHOLE, "B1", GP_PROGRAMME_GROEIKRACHT, 2027, 8);
  add_start (plan, GP_PART_RELAXED, "B1", GP_PROGRAMME_REGULAR, 2026, 2.5);
  add_start (plan, GP_PART_WHOLE, "B1", GP_PROGRAMME_REGULAR, 2025, 99); /* before the plan */
  gp_plan_finish (plan);
  return plan;
}

static void
check_years (const GpProject *project, guint32 scenario, const GpPlan *plan, GpPlanPart part,
             const GpTakingPart *expected, guint n)
{
  g_autoptr (GArray) years =
      gp_plan_taking_part (project, scenario, plan, part, expected[0].year, expected[n - 1].year);

  ck_assert_uint_eq (years->len, n);
  for (guint i = 0; i < n; i++) {
    const GpTakingPart *found = &g_array_index (years, GpTakingPart, i);
    ck_assert_int_eq (found->year, expected[i].year);
    ck_assert_double_eq_tol (found->history, expected[i].history, 1e-12);
    ck_assert_double_eq_tol (found->regular, expected[i].regular, 1e-12);
    ck_assert_double_eq_tol (found->groeikracht, expected[i].groeikracht, 1e-12);
  }
}

START_TEST (taking_part)
{
  static const GpTakingPart base[] = {{2022, 0, 0, 0},  {2023, 2, 0, 0}, {2024, 2, 0, 0},
                                      {2025, 3, 0, 0},  {2026, 3, 4, 0}, {2027, 3, 4, 8},
                                      {2028, 3, 10, 8}, {2029, 3, 10, 8}};
  /* half: each start halves every year after its own. 2025: 2 x 1/4 + 1; 2028: 4 x 1/4 + 6 */
  static const GpTakingPart half[] = {
      {2023, 2, 0, 0},     {2024, 1, 0, 0},      {2025, 1.5, 0, 0},      {2026, 0.75, 4, 0},
      {2027, 0.375, 2, 8}, {2028, 0.1875, 7, 4}, {2029, 0.09375, 3.5, 2}};
  static const GpTakingPart relaxed[] = {{2026, 3, 2.5, 0}, {2027, 3, 2.5, 0}};
  static const GpTakingPart history[] = {{2025, 3, 0, 0}, {2026, 3, 0, 0}};
  static const GpTakingPart beyond[] = {{2200, 3, 10, 8}};
  static const GpTakingPart waning[] = {{2030, 0.046875, 1.75, 1}, {2031, 0.0234375, 0.875, 0.5}};
  g_autoptr (GpProject) project = new_project ();
  g_autoptr (GpPlan) plan = new_plan ();
  GArray *none = gp_plan_taking_part (project, 0, plan, GP_PART_WHOLE, 2027, 2026);

  check_years (project, 0, plan, GP_PART_WHOLE, base, G_N_ELEMENTS (base));
  check_years (project, 1, plan, GP_PART_WHOLE, half, G_N_ELEMENTS (half));
  check_years (project, 0, plan, GP_PART_RELAXED, relaxed, G_N_ELEMENTS (relaxed));
  check_years (project, 1, plan, GP_PART_WHOLE, waning, G_N_ELEMENTS (waning));
  check_years (project, 0, NULL, GP_PART_WHOLE, history, G_N_ELEMENTS (history));
  check_years (project, 0, plan, GP_PART_WHOLE, beyond, G_N_ELEMENTS (beyond));
  ck_assert_uint_eq (none->len, 0);
  g_array_unref (none);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("plan");
  TCase *tests = tcase_create ("plan");

  tcase_add_test (tests, rows_are_sorted);
  tcase_add_loop_test (tests, years_are_sorted, 0, 6);
  tcase_add_test (tests, priorities_and_proofs);
  tcase_add_test (tests, words);
  tcase_add_test (tests, taking_part);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
