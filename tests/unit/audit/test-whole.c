/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bound on whole plans (gp-audit-proof-whole.c), worked out on paper.
 *
 * One region, two years, schools that ask 8 days in one year of support, half of which can be
 * handed over; cost is what is bounded. Board B may become a partner: three schools that may start
 * and one of before, at most 2 verandercoaches. Board P is one: a school that may start, at most 3.
 * Reduced costs d without any multiplier: a start 8 x 10 = 80, a day of a verandercoach 4 - 10 =
 * -6, a training 30, a partner 50, a hire 60, an overload day 20; boxes of days 0.5 x 8 x 3 = 12
 * for B and 4 for P. One multiplier is always there: 100 on the regular cohort of the first year,
 * which makes 200 - 100 x 2 (its delay) = 0 and the regular starts of that year 80 - 100 = -20.
 *
 *  P   start -20, days 2 x 4 x -6 = -48: -68
 *  B   no partner: 3 x -20 = -60. From the first year: 50 - 60 - 2 x 72 = -154. From the second:
 *      50 - 60 - 72 = -82. The least is -154.
 *
 * So -222 without more. Each case below adds multipliers to that. */
#include "audit-example.h"

#include <math.h>

static const ExampleLine lines[] = {
    {GP_TABLE_REGIONS, "west"},
    {GP_TABLE_SECTORS, "po,,1,1"},
    {GP_TABLE_BOARDS, "B,,west,,2"},
    {GP_TABLE_BOARDS, "P,,west,2020-2021,3"},
    {GP_TABLE_SCHOOLS, "b0,B,,po,west,100,0,2020-2021,regular"},
    {GP_TABLE_SCHOOLS, "b1,B,,po,west,100"},
    {GP_TABLE_SCHOOLS, "b2,B,,po,west,100"},
    {GP_TABLE_SCHOOLS, "b3,B,,po,west,100"},
    {GP_TABLE_SCHOOLS, "p0,P,,po,west,100,0,2020-2021,regular"},
    {GP_TABLE_SCHOOLS, "p1,P,,po,west,100"},
    {GP_TABLE_SCENARIOS, "base"},
    {GP_TABLE_PARAMETERS, "base,support_days,po:1,,8"},
    {GP_TABLE_PARAMETERS, "base,cohort_target,regular,2026-2027,2"},
    {GP_TABLE_PARAMETERS, "base,cohort_target,regular,2027-2028,1"},
    {GP_TABLE_PARAMETERS, "base,partner_min_schools,,,1"},
    {GP_TABLE_PARAMETERS, "base,partner_cap,,,1.5"},
    {GP_TABLE_PARAMETERS, "base,training_cap,,,2.75"},
    {GP_TABLE_PARAMETERS, "base,candidates_per_school,,,1"},
    {GP_TABLE_PARAMETERS, "base,handover_share,,,0.5"},
    {GP_TABLE_PARAMETERS, "base,verandercoach_days,,,20"},
    {GP_TABLE_PARAMETERS, "base,verandercoach_first_year_days,,,4"},
    {GP_TABLE_PARAMETERS, "base,verandercoach_retention,,,0.5"},
    {GP_TABLE_PARAMETERS, "base,expert_cap,,,2.5"},
    {GP_TABLE_PARAMETERS, "base,expert_attrition,,,0"},
    {GP_TABLE_PARAMETERS, "base,cost_expert_day,,,10"},
    {GP_TABLE_PARAMETERS, "base,cost_verandercoach_day,,,4"},
    {GP_TABLE_PARAMETERS, "base,cost_training,,,30"},
    {GP_TABLE_PARAMETERS, "base,cost_partnership,,,50"},
    {GP_TABLE_PARAMETERS, "base,cost_hire,,,60"},
    {GP_TABLE_PARAMETERS, "base,cost_overload_day,,,20"},
};

typedef struct {
  GpRule rule;
  guint8 variant;
  const char *board, *region;
  GpYear year;
  double value;
} Multiplier;

static const struct {
  double bound;
  double held; /* of the regular delay */
  Multiplier rows[9];
} cases[] = {
    {-222, 0, {{0}}},
    /* P trains in the first year for 30 - 36, room for 3; and in the second for 30 - 32 */
    {-222 - 18, 0, {{GP_RULE_STOCK, 0, "P", "", 2026, -36}}},
    {-222 - 6, 0, {{GP_RULE_STOCK, 0, "P", "", 2027, -32}, {GP_RULE_STOCK, 0, "P", "", 2026, -16}}},
    /* coaches of P: -20 x 2 a head in the first year, less 2 a day: 4 x 2 more */
    {-222 - 3 * 40 + 4 * 2, 0, {{GP_RULE_COACH_CAPACITY, 0, "P", "", 2026, -2}}},
    /* hand-over of P in the second year: 6 less a day, starts 80 - 24 */
    {-222 + 24, 0, {{GP_RULE_HANDOVER, 0, "P", "west", 2027, -6}}},
    /* the whole part of 1.5 partners: the first year costs B 40 more and is still the least */
    {-222 - 40 + 40, 0, {{GP_RULE_CAPS, 0, "", "", 2026, -40}}},
    /* 100 more: now the second year is */
    {-68 - 82 - 100, 0, {{GP_RULE_CAPS, 0, "", "", 2026, -100}}},
    /* both: now none */
    {-68 - 60 - 100 - 100,
     0,
     {{GP_RULE_CAPS, 0, "", "", 2026, -100}, {GP_RULE_CAPS, 0, "", "", 2027, -100}}},
    /* the whole part of 2.75 trainings, which then cost more than nothing */
    {-222 - 20, 0, {{GP_RULE_CAPS, 1, "", "", 2027, -10}}},
    /* two whole hires of 2.5, at 60 - 70; twice the same is one of 70 */
    {-222 - 20,
     0,
     {{GP_RULE_HIRING, 0, "", "west", 2026, -35}, {GP_RULE_HIRING, 0, "", "west", 2026, -35}}},
    /* 5 on the cohort of the second year: three places less the delay's box of three are nothing;
     * the starts of the first year 5 less each, one of P and three of B */
    {-222 - 4 * 5, 0, {{GP_RULE_COHORT, 0, "", "", 2027, 5}}},
    /* a wrong sign, and a case that is none */
    {-222, 0, {{GP_RULE_HANDOVER, 1, "B", "west", 2026, 5}, {GP_RULE_POOL, 3, "B", "", 2026, -5}}},
    /* B from the first year: days then -1 x 12, starts -20 - 20, and nothing in the other case */
    {-68 + 50 - 3 * 40 - 12 - 72, 0, {{GP_RULE_HANDOVER, 1, "B", "west", 2026, -5}}},
    /* from the second year, whose own days alone count: the case of the first is the least still */
    {-222, 0, {{GP_RULE_HANDOVER, 2, "B", "west", 2027, -5}}},
    /* From the first year: days -12 and 0; the pool of both years 30 x 1 + 7 x 1; starts
     * -20 - 20 - 7, three of them; trainings of the first year 30 - 40, two; those of the second
     * 30 + 96 - 120; heads 0 + 30 - 60 + 40 and -120 + 7 + 120. */
    {-68 + 50 - 12 - 37 - 3 * 47 - 20,
     0,
     {{GP_RULE_HANDOVER, 1, "B", "west", 2026, -5},
      {GP_RULE_COACH_CAPACITY, 1, "B", "", 2027, -6},
      {GP_RULE_STOCK, 1, "B", "", 2027, -120},
      {GP_RULE_STOCK, 1, "B", "", 2026, -40},
      {GP_RULE_POOL, 1, "B", "", 2026, -30},
      {GP_RULE_POOL, 1, "B", "", 2027, -7}}},
    /* From the second: the pool 50, starts -20 - 50, three; days 12 x -1; trainings of the first
     * year, below zero, do not count; heads of the second 50. */
    {-68 + 50 - 50 - 3 * 70 - 12,
     0,
     {{GP_RULE_HANDOVER, 2, "B", "west", 2027, -5},
      {GP_RULE_STOCK, 2, "B", "", 2026, -35},
      {GP_RULE_POOL, 2, "B", "", 2027, -50}}},
    /* The regular delay is 2 - 4 at least, by the multiplier 1 on its first cohort: three times
     * it adds 6, and 3 x 2 to what its columns cost. */
    {-222 + 6 + 6, 3, {{0}}},
};

static GpProofRow
cohort (double value)
{
  return (GpProofRow){.rule = GP_RULE_COHORT,
                      .board = "",
                      .sector = "",
                      .region = "",
                      .programme = GP_PROGRAMME_REGULAR,
                      .pin = GP_NONE,
                      .year = 2026,
                      .value = value};
}

static GpAudit *
audit_case (guint at, double stated)
{
  const GpPriorityId ids[] = {GP_PRIORITY_OVERLOAD, GP_PRIORITY_GROEIKRACHT_DELAY,
                              GP_PRIORITY_REGULAR_DELAY, GP_PRIORITY_REACH, GP_PRIORITY_COST};
  const GpProofRow of_delay = cohort (1);
  GpProofRow rows[G_N_ELEMENTS (cases[0].rows) + 1] = {cohort (100)};
  guint n = 1;
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  gp_project_set_frame (project, "Whole", 2026, 2027, GP_YEAR_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    example_add (project, &lines[i]);
  example_finish (project);
  for (const Multiplier *m = cases[at].rows; m->board != NULL; m++)
    rows[n++] = (GpProofRow){.rule = m->rule,
                             .variant = m->variant,
                             .board = m->board,
                             .sector = "",
                             .region = m->region,
                             .programme = m->rule == GP_RULE_COHORT ? GP_PROGRAMME_REGULAR
                                                                    : GP_PROGRAMME_NONE,
                             .pin = GP_NONE,
                             .year = m->year,
                             .value = m->value};
  for (guint k = 0; k < G_N_ELEMENTS (ids); k++) {
    GpPlanPriority priority = {.id = ids[k], .whole = NAN, .bound = NAN};
    if (ids[k] == GP_PRIORITY_REGULAR_DELAY) {
      priority.proof = &of_delay;
      priority.n_proof = 1;
    } else if (ids[k] == GP_PRIORITY_COST) {
      priority.bound = stated;
      priority.bound_proof = rows;
      priority.n_bound_proof = n;
      priority.bound_held[2] = cases[at].held;
    }
    gp_plan_add_priority (plan, &priority);
  }
  gp_plan_finish (plan);
  GpAudit *audit = gp_audit_plan (project, plan, NULL, &error);
  gp_plan_unref (plan);
  ck_assert_msg (audit != NULL, "%s", error != NULL ? error->message : "");
  return audit;
}

START_TEST (test_bound)
{
  g_autoptr (GpAudit) audit = audit_case ((guint)_i, cases[_i].bound);
  double bound = audit->bounds[4].whole_bound;
  ck_assert_msg (fabs (bound - cases[_i].bound) < 1e-9, "case %d: %.17g instead of %.17g", _i,
                 bound, cases[_i].bound);
  ck_assert_uint_eq (example_line (audit, "whole:cost")->n_violated, 0);
  ck_assert_uint_eq (example_line (audit, "whole:cost")->n_checked, 1);
}
END_TEST

/* One euro more than is proven is not. */
START_TEST (test_stated_too_high)
{
  g_autoptr (GpAudit) audit = audit_case ((guint)_i, cases[_i].bound + 1);
  ck_assert_uint_eq (example_line (audit, "whole:cost")->n_violated, 1);
  ck_assert (!audit->passed);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("audit: whole");
  TCase *tests = tcase_create ("whole");
  tcase_add_loop_test (tests, test_bound, 0, G_N_ELEMENTS (cases));
  tcase_add_loop_test (tests, test_stated_too_high, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
