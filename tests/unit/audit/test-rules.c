/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule, figure and value: the example passes, and one change to it is found where it is, and
 * nowhere that it does not reach. */
#include "audit-example.h"

#include <math.h>

static GpAudit *
audit (const GpProject *project, const GpPlan *plan)
{
  g_autoptr (GError) error = NULL;
  GpAudit *result = gp_audit_plan (project, plan, NULL, &error);
  ck_assert_msg (result != NULL, "%s", error != NULL ? error->message : "");
  return result;
}

START_TEST (test_valid_plan_passes)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan (NULL, 0, NULL);
  g_autoptr (GpAudit) result = audit (project, plan);
  g_autofree char *violated = example_violated (result);
  ck_assert_msg (result->passed && result->n_faults == 0, "%s: %s", violated,
                 result->n_faults > 0 ? result->faults[0] : "");
  ck_assert_str_eq (violated, "");
}
END_TEST

/* Count, worst slack and place of every line of the valid plan, from the figures worked out in
 * audit-example.h. */
static const struct {
  const char *name;
  guint n_checked;
  double worst;
  const char *where;
} expected_lines[] = {
    /* 35 rows and the order of the priorities */
    {"plan", 36, 0, "base"},
    {"supply", 7, 0, "Board P, Primary, Noord, high need"},
    {"cohort", 6, 0, "Groeikracht, 2026-2027"},
    {"interest", 3, 0, "2026-2027"},
    {"equity", 1, 0.25, "2027-2028"},
    {"sector_share", 1, 0.4, "Secondary, 2026-2027"},
    {"handover", 9, 0, "Board P, Noord, 2026-2027"},
    {"coach_capacity", 6, 0, "Board Q, 2026-2027"},
    {"stock", 6, 0.005, "Board P, 2026-2027"},
    {"pool", 6, 0, "Board P, 2026-2027"},
    {"partner_room", 7, 0, "Board P, 2026-2027"},
    {"caps", 6, 0, "2026-2027"},
    {"hiring", 3, 0, "2026-2027"},
    {"expert_days", 6, 0, "Zuid, 2028-2029"},
    {"readiness", 7, 0, "Board P, Primary, Noord, other need"},
    {"pins", 4, 0, "Board P, Primary, Groeikracht, 2027-2028"},
    /* 6 stocks, 6 delays, 12 of regions; 32.565 is stated as 32.57 */
    {"figures", 24, 0, "Groeikracht, 2026-2027"},
    {"values", 5, 0.000001, "overload"},
    {"bound:overload", 2, 0.000001, "overload"},
    {"bound:groeikracht_delay", 2, 0.000001, "groeikracht_delay"},
    {"bound:regular_delay", 2, 0.000001, "regular_delay"},
    {"bound:reach", 2, 0.01074, "reach"},
    {"bound:cost", 2, 0.083, "cost"},
};

START_TEST (test_line)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan (NULL, 0, NULL);
  g_autoptr (GpAudit) result = audit (project, plan);
  const GpAuditLine *line;
  ck_assert_uint_eq (result->n_lines, G_N_ELEMENTS (expected_lines));
  line = &result->lines[_i];
  ck_assert_str_eq (line->name, expected_lines[_i].name);
  ck_assert_msg (line->n_checked == expected_lines[_i].n_checked, "%s: %u", line->name,
                 line->n_checked);
  ck_assert_msg (ABS (line->worst_slack - expected_lines[_i].worst) < 1e-9, "%s: %g", line->name,
                 line->worst_slack);
  ck_assert_str_eq (line->worst_where, expected_lines[_i].where);
}
END_TEST

/* ---- one change a rule ----------------------------------------------------------------------- */

#define CHANGES(...) .changes = {__VA_ARGS__}

typedef struct {
  const char *what;
  const char *violated; /* in the audit's order */
  const char *line;     /* the one looked at closely: its worst slack and place */
  double worst;
  const char *where;
  GpPlanRow changes[8];
} Change;

static const Change changes[] = {
    {"R starts two schools and has one; Q one less. Also the reach is another one.",
     "supply values", "supply", -1, "Board R, Primary, Zuid, other need",
     CHANGES (EXAMPLE_START ("Q", "po", "zuid", OTHER, REGULAR, 2028, 100),
              EXAMPLE_START ("R", "po", "zuid", OTHER, REGULAR, 2028, 200))},
    {"Five Groeikracht starts where four have places, two of them instead of regular ones.",
     "cohort figures values", "cohort", -1, "Groeikracht, 2028-2029",
     CHANGES (EXAMPLE_START ("Q", "po", "zuid", OTHER, REGULAR, 2028, 0),
              EXAMPLE_START ("Q", "po", "zuid", OTHER, GROEIKRACHT, 2028, 200))},
    {"R starts a year earlier, the fourth in that year. It then asks 10 days of zuid a year "
     "earlier "
     "and its talks too.",
     "interest expert_days figures values", "interest", -1, "2027-2028",
     CHANGES (EXAMPLE_START ("R", "po", "zuid", OTHER, REGULAR, 2028, 0),
              EXAMPLE_START ("R", "po", "zuid", OTHER, REGULAR, 2027, 100))},
    {"Q starts its schools in another order: no high need in 2027, 0 < 0.75.", "equity values",
     "equity", -0.75, "2027-2028",
     CHANGES (EXAMPLE_START ("Q", "po", "zuid", HIGH, REGULAR, 2027, 0),
              EXAMPLE_START ("Q", "po", "zuid", OTHER, REGULAR, 2027, 100),
              EXAMPLE_START ("Q", "po", "zuid", OTHER, REGULAR, 2028, 100),
              EXAMPLE_START ("Q", "po", "zuid", HIGH, REGULAR, 2028, 100))},
    {"No vo in 2026: 0 < 0.2 x 2. Then nobody asks the days that its verandercoaches give.",
     "sector_share handover figures values", "sector_share", -0.4, "Secondary, 2026-2027",
     CHANGES (EXAMPLE_START ("P", "vo", "zuid", HIGH, REGULAR, 2026, 0))},
    {"10.5 of 20 days handed over. The days that experts give and the cost are others.",
     "handover figures values", "handover", -0.5, "Board P, Noord, 2027-2028",
     CHANGES (EXAMPLE_ROW (VERANDERCOACH_DAYS, "P", "noord", 2027, 1050))},
    {"4.01 days of a coach who has 4 in the first year.", "coach_capacity figures values",
     "coach_capacity", -0.01, "Board Q, 2028-2029",
     CHANGES (EXAMPLE_ROW (VERANDERCOACH_DAYS, "Q", "zuid", 2028, 401))},
    {"1 instead of 0.9 coaches left.", "stock figures", "stock", 0.005 - 0.1, "Board P, 2028-2029",
     CHANGES (EXAMPLE_ROW (STOCK, "P", "", 2028, 100))},
    {"Two trained where there are 1.6 candidates, and room for 1.1.",
     "stock pool partner_room figures values", "pool", -0.4, "Board P, 2027-2028",
     CHANGES (EXAMPLE_ROW (TRAINING, "P", "", 2027, 200))},
    {"Trained a year too early: there are no candidates, nor room.",
     "stock pool partner_room figures values", "pool", -1, "Board P, 2026-2027",
     CHANGES (EXAMPLE_ROW (TRAINING, "P", "", 2026, 100))},
    {"Q becomes a partner in the year in which it trains, not in that of the pin: that may be, but "
     "there are no 5 expert days for it.",
     "expert_days pins figures", "pins", -1, "Board Q, 2027-2028",
     CHANGES (EXAMPLE_ROW (PARTNER, "Q", "", 2027, 0), EXAMPLE_ROW (PARTNER, "Q", "", 2028, 100))},
    {"Q trains but is no partner. The pin asks it to be one.", "partner_room pins figures values",
     "partner_room", -1, "Board Q, 2028-2029", CHANGES (EXAMPLE_ROW (PARTNER, "Q", "", 2027, 0))},
    {"Q becomes a partner twice, which asks 5 more expert days in 2028.",
     "partner_room expert_days figures values", "partner_room", -1, "Board Q",
     CHANGES (EXAMPLE_ROW (PARTNER, "Q", "", 2028, 100))},
    {"Q becomes a partner in 2026, where none may, and not in the year of the pin.",
     "caps pins figures", "caps", -1, "2026-2027",
     CHANGES (EXAMPLE_ROW (PARTNER, "Q", "", 2027, 0), EXAMPLE_ROW (PARTNER, "Q", "", 2026, 100))},
    {"Three trainings in a year of two, and too many for the board.",
     "stock pool partner_room caps figures values", "caps", -1, "2027-2028",
     CHANGES (EXAMPLE_ROW (TRAINING, "P", "", 2027, 300))},
    {"Three hires where 4 - 1.8 = 2.2 may be.", "hiring figures values", "hiring", -0.8,
     "2027-2028", CHANGES (EXAMPLE_ROW (HIRE, "", "noord", 2027, 300))},
    {"A hundredth of a day less overload than is needed.", "expert_days values", "expert_days",
     -0.01, "Zuid, 2028-2029", CHANGES (EXAMPLE_ROW (OVERLOAD, "", "zuid", 2028, 649))},
    {"A hundredth of a day lent less: 0.002 were left, 0.008 are missing.",
     "expert_days figures values", "expert_days", -0.006, "Zuid, 2027-2028",
     CHANGES (EXAMPLE_LENDING ("noord", "zuid", 2027, 368))},
    {"Two of the cell with one ready school start in 2026, and the high one later.",
     "readiness values", "readiness", -1, "Board P, Primary, Noord, other need",
     CHANGES (EXAMPLE_START ("P", "po", "noord", HIGH, GROEIKRACHT, 2026, 0),
              EXAMPLE_START ("P", "po", "noord", OTHER, GROEIKRACHT, 2026, 100),
              EXAMPLE_START ("P", "po", "noord", OTHER, GROEIKRACHT, 2027, 100),
              EXAMPLE_START ("P", "po", "noord", HIGH, GROEIKRACHT, 2027, 100))},
    {"One start where a pin asks two. So less may be handed over, and there is a delay.",
     "handover pins figures values", "pins", -1, "Board P, Primary, Groeikracht, 2027-2028",
     CHANGES (EXAMPLE_START ("P", "po", "noord", OTHER, GROEIKRACHT, 2027, 100))},
    {"Two trainings where a pin allows one, and one candidate is; 4 more expert days.",
     "stock pool expert_days pins figures values", "pins", -1, "Board Q, 2028-2029",
     CHANGES (EXAMPLE_ROW (TRAINING, "Q", "", 2028, 200))},
    {"Other days used.", "figures", "figures", -0.005, "Noord, 2027-2028",
     CHANGES (EXAMPLE_ROW (USED, "", "noord", 2027, 1978))},
    {"Other days available.", "figures", "figures", -0.995, "Zuid, 2026-2027",
     CHANGES (EXAMPLE_ROW (AVAILABLE, "", "zuid", 2026, 2350))},
    {"A delay that is whole, stated a hundredth off.", "figures", "figures", -0.01,
     "regular programme, 2027-2028", CHANGES (EXAMPLE_DELAY (REGULAR, 2027, 101))},
    {"A delay that is not stated.", "figures", "figures", -1, "regular programme, 2027-2028",
     CHANGES (EXAMPLE_DELAY (REGULAR, 2027, 0))},
};

START_TEST (test_change)
{
  const Change *change = &changes[_i];
  guint n = 0;
  while (n < G_N_ELEMENTS (change->changes) && change->changes[n].board != NULL)
    n++;
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan (change->changes, n, NULL);
  g_autoptr (GpAudit) result = audit (project, plan);
  g_autofree char *violated = example_violated (result);
  const GpAuditLine *line = example_line (result, change->line);
  ck_assert_msg (g_str_equal (violated, change->violated), "%s\nwanted %s, got %s", change->what,
                 change->violated, violated);
  ck_assert (!result->passed);
  ck_assert_msg (ABS (line->worst_slack - change->worst) < 1e-12, "%s\nworst %g at %s",
                 change->what, line->worst_slack, line->worst_where);
  ck_assert_str_eq (line->worst_where, change->where);
  ck_assert_uint_gt (result->n_faults, 0);
}
END_TEST

/* A child keeps its parent's pins, and replaces one by its own: at most no training. */
START_TEST (test_pins_of_child)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan_for ("child", NULL, 0, NULL);
  g_autoptr (GpAudit) result = audit (project, plan);
  g_autofree char *violated = example_violated (result);
  ck_assert_str_eq (violated, "pins");
  ck_assert_uint_eq (example_line (result, "pins")->n_checked, 4);
  ck_assert_uint_eq (result->n_faults, 1);
  ck_assert_str_eq (result->faults[0],
                    "The plan gives more than a pin allows: Board Q, 2028-2029 (by 1).");
}
END_TEST

/* ---- values ---------------------------------------------------------------------------------- */

START_TEST (test_stated_value)
{
  GpPlanPriority priorities[G_N_ELEMENTS (example_priorities)];
  memcpy (priorities, example_priorities, sizeof priorities);
  priorities[_i].whole += 0.001;
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan (NULL, 0, priorities);
  g_autoptr (GpAudit) result = audit (project, plan);
  g_autofree char *violated = example_violated (result);
  ck_assert_str_eq (violated, "values");
  ck_assert_str_eq (example_line (result, "values")->worst_where,
                    gp_priority_name (priorities[_i].id));
}
END_TEST

START_TEST (test_stated_nonsense)
{
  GpPlanPriority priorities[G_N_ELEMENTS (example_priorities)];
  memcpy (priorities, example_priorities, sizeof priorities);
  priorities[3].whole = NAN;
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan (NULL, 0, priorities);
  g_autoptr (GpAudit) result = audit (project, plan);
  g_autofree char *violated = example_violated (result);
  ck_assert_str_eq (violated, "values");
}
END_TEST

START_TEST (test_other_order_of_priorities)
{
  GpPlanPriority priorities[G_N_ELEMENTS (example_priorities)];
  memcpy (priorities, example_priorities, sizeof priorities);
  priorities[1] = example_priorities[2];
  priorities[2] = example_priorities[1];
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan (NULL, 0, priorities);
  g_autoptr (GpAudit) result = audit (project, plan);
  g_autofree char *violated = example_violated (result);
  ck_assert_str_eq (violated, "plan");
}
END_TEST

/* ---- rows that make no sense ----------------------------------------------------------------- */

static const struct {
  const char *what, *violated;
  GpPlanRow row; /* comes on top of the valid plan */
} nonsense[] = {
    {"unknown board", "plan", EXAMPLE_START ("X", "po", "zuid", OTHER, REGULAR, 2028, 100)},
    {"unknown sector", "plan", EXAMPLE_START ("Q", "ho", "zuid", OTHER, REGULAR, 2028, 100)},
    {"unknown region", "plan", EXAMPLE_START ("Q", "po", "west", OTHER, REGULAR, 2028, 100)},
    {"year before the plan", "plan", EXAMPLE_START ("Q", "po", "zuid", HIGH, REGULAR, 2025, 100)},
    {"year after the plan", "plan", EXAMPLE_START ("Q", "po", "zuid", HIGH, REGULAR, 2029, 100)},
    {"no such cell", "plan", EXAMPLE_START ("R", "po", "zuid", HIGH, REGULAR, 2028, 100)},
    {"no programme", "plan", EXAMPLE_START ("Q", "po", "zuid", HIGH, NONE, 2028, 100)},
    {"Groeikracht where the sector has none", "plan",
     EXAMPLE_START ("Q", "mbo", "zuid", OTHER, GROEIKRACHT, 2028, 100)},
    {"the same row twice", "plan", EXAMPLE_START ("Q", "po", "zuid", HIGH, REGULAR, 2027, 100)},
    {"a partner that already is one", "plan", EXAMPLE_ROW (PARTNER, "P", "", 2027, 100)},
    {"a board too small for a partner", "plan", EXAMPLE_ROW (PARTNER, "R", "", 2028, 100)},
    {"verandercoaches of such a board", "plan", EXAMPLE_ROW (TRAINING, "R", "", 2028, 100)},
    {"days where the board has no school", "plan",
     EXAMPLE_ROW (VERANDERCOACH_DAYS, "Q", "noord", 2028, 100)},
    {"days of a board that has no coaches", "plan",
     EXAMPLE_ROW (VERANDERCOACH_DAYS, "R", "zuid", 2028, 100)},
    {"a region that lends to itself", "plan", EXAMPLE_LENDING ("noord", "noord", 2026, 100)},
    {"lending to nowhere", "plan", EXAMPLE_LENDING ("noord", "", 2026, 100)},
    {"hires nowhere", "plan", EXAMPLE_ROW (HIRE, "", "west", 2026, 100)},
    {"days used nowhere", "plan", EXAMPLE_ROW (USED, "", "", 2026, 100)},
    {"half a hire: also its days and cost", "plan figures values",
     EXAMPLE_ROW (HIRE, "", "zuid", 2027, 50)},
    {"less than no overload", "plan expert_days values",
     EXAMPLE_ROW (OVERLOAD, "", "zuid", 2026, -1100)},
};

START_TEST (test_nonsense)
{
  g_autoptr (GpProject) project = example_project ();
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  for (guint i = 0; i < G_N_ELEMENTS (example_rows) + 1; i++) {
    GpPlanRow row = i < G_N_ELEMENTS (example_rows) ? example_rows[i] : nonsense[_i].row;
    row.amount = (double)row.hundredths / 100;
    gp_plan_add_row (plan, GP_PART_WHOLE, &row);
  }
  for (guint k = 0; k < G_N_ELEMENTS (example_priorities); k++)
    if (example_priorities[k].id != GP_PRIORITY_REACH)
      gp_plan_add_priority (plan, &example_priorities[k]);
    else {
      GpPlanPriority reach = example_priorities[k];
      reach.proof = example_proof;
      reach.n_proof = G_N_ELEMENTS (example_proof);
      gp_plan_add_priority (plan, &reach);
    }
  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  g_autoptr (GpAudit) result = audit (project, plan);
  g_autofree char *violated = example_violated (result);
  gp_plan_unref (plan);
  ck_assert_msg (g_str_equal (violated, nonsense[_i].violated), "%s: wanted %s, got %s",
                 nonsense[_i].what, nonsense[_i].violated, violated);
  ck_assert_uint_eq (example_line (result, "plan")->n_violated, 1);
  ck_assert_double_lt (example_line (result, "plan")->worst_slack, 0);
  ck_assert_str_ne (example_line (result, "plan")->worst_where, "base");
  ck_assert (g_str_has_prefix (result->faults[0], "The plan has "));
}
END_TEST

/* An amount that says something else than its hundredths. */
START_TEST (test_two_amounts)
{
  g_autoptr (GpProject) project = example_project ();
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  for (guint i = 0; i < G_N_ELEMENTS (example_rows); i++) {
    GpPlanRow row = example_rows[i];
    row.amount = (double)row.hundredths / 100 + (i == 3 ? 1 : 0);
    gp_plan_add_row (plan, GP_PART_WHOLE, &row);
  }
  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  g_autoptr (GpAudit) result = audit (project, plan);
  g_autofree char *violated = example_violated (result);
  gp_plan_unref (plan);
  ck_assert_str_eq (violated, "plan");
}
END_TEST

/* What arithmetic leaves of nothing is no fault: it is neither below zero nor part of a school. */
START_TEST (test_next_to_nothing)
{
  const double amounts[] = {1e-12, -1e-12};
  g_autoptr (GpProject) project = example_project ();
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++) {
    GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
    GpPlanRow row = EXAMPLE_START ("R", "po", "zuid", OTHER, GROEIKRACHT, 2026, 0);
    row.amount = amounts[i];
    gp_plan_add_row (plan, GP_PART_WHOLE, &row);
    gp_plan_set_whole (plan, TRUE);
    gp_plan_finish (plan);
    g_autoptr (GpAudit) result = audit (project, plan);
    gp_plan_unref (plan);
    ck_assert_uint_eq (example_line (result, "plan")->n_checked, 1);
    ck_assert_uint_eq (example_line (result, "plan")->n_violated, 0);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("audit: rules");
  TCase *tests = tcase_create ("rules");
  tcase_add_test (tests, test_valid_plan_passes);
  tcase_add_loop_test (tests, test_line, 0, G_N_ELEMENTS (expected_lines));
  tcase_add_loop_test (tests, test_change, 0, G_N_ELEMENTS (changes));
  tcase_add_test (tests, test_pins_of_child);
  tcase_add_loop_test (tests, test_stated_value, 0, G_N_ELEMENTS (example_priorities));
  tcase_add_test (tests, test_stated_nonsense);
  tcase_add_test (tests, test_other_order_of_priorities);
  tcase_add_loop_test (tests, test_nonsense, 0, G_N_ELEMENTS (nonsense));
  tcase_add_test (tests, test_two_amounts);
  tcase_add_test (tests, test_next_to_nothing);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
