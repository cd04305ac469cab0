/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bound from multipliers, on a program with known duals.
 *
 * One region, one year, one board with three po schools of 100 pupils that ask 8 days each; 16
 * expert days; a cohort of 3. With x starts, delay B and overload o:
 *
 *   supply x <= 3   cohort x + B = 3   expert days 8 x - o <= 16
 *
 *  overload         min o                            0   no multiplier needed
 *  regular_delay    min B, o at 0                    1   cohort 1, expert days -1/8, held 1/8:
 *                   x: 0 - 1 + 8/8 = 0, B: 1 - 1 = 0, o: 1/8 - 1/8 = 0; 3 x 1 - 16/8 = 1
 *  reach            max 100 x, o at 0, B at 1      200   expert days -12.5, held 12.5:
 *                   x: -100 + 8 x 12.5 = 0, o: 0; -16 x 12.5 = -200
 *  cost             min 80 x, o at 0, B at 1       160   expert days 10, held 80 of the delay:
 *                   that makes cohort 80, expert days 10 - 80/8 = 0, overload 10;
 *                   x: 80 - 80 = 0, B: 80 - 80 = 0, o: 10; 3 x 80 - 80 x 1 = 160
 *
 * Boxes: x and B up to 3, o up to 3 x 8 = 24. */
#include "audit-example.h"

#include <math.h>

static const ExampleLine tiny_lines[] = {
    {GP_TABLE_REGIONS, "west"},
    {GP_TABLE_SECTORS, "po,,1,1"},
    {GP_TABLE_BOARDS, "B,,west"},
    {GP_TABLE_SCHOOLS, "s1,B,,po,west,100"},
    {GP_TABLE_SCHOOLS, "s2,B,,po,west,100"},
    {GP_TABLE_SCHOOLS, "s3,B,,po,west,100"},
    {GP_TABLE_EXPERT_COACHES, "e,,west,16"},
    {GP_TABLE_SCENARIOS, "base"},
    {GP_TABLE_PARAMETERS, "base,support_days,po:1,,8"},
    {GP_TABLE_PARAMETERS, "base,cohort_target,regular,,3"},
    {GP_TABLE_PARAMETERS, "base,partner_min_schools,,,9"},
    {GP_TABLE_PARAMETERS, "base,cost_expert_day,,,10"},
};

enum { OVERLOAD, GROEIKRACHT, REGULAR, REACH, COST, N_TINY };

#define ROW(r, v)                                                                                  \
  {                                                                                                \
    .rule = GP_RULE_##r, .board = "", .sector = "", .region = "", .programme = GP_PROGRAMME_NONE,  \
    .pin = GP_NONE, .year = 2026, .value = v                                                       \
  }

static GpProofRow
cohort (double value)
{
  GpProofRow row = ROW (COHORT, value);
  row.programme = GP_PROGRAMME_REGULAR;
  return row;
}

static GpProofRow
expert_days (double value)
{
  GpProofRow row = ROW (EXPERT_DAYS, value);
  row.region = "west";
  return row;
}

typedef struct {
  GpPlanPriority priorities[N_TINY];
  GpProofRow rows[N_TINY][4];
} Tiny;

static void
tiny_add (Tiny *tiny, guint k, GpProofRow row)
{
  tiny->rows[k][tiny->priorities[k].n_proof++] = row;
  tiny->priorities[k].proof = tiny->rows[k];
}

/* The plan with its optimal multipliers. */
static void
tiny_init (Tiny *tiny)
{
  const GpPriorityId ids[N_TINY] = {GP_PRIORITY_OVERLOAD, GP_PRIORITY_GROEIKRACHT_DELAY,
                                    GP_PRIORITY_REGULAR_DELAY, GP_PRIORITY_REACH, GP_PRIORITY_COST};
  const double values[N_TINY] = {0, 0, 1, 200, 160};
  memset (tiny, 0, sizeof *tiny);
  for (guint k = 0; k < N_TINY; k++) {
    tiny->priorities[k].id = ids[k];
    tiny->priorities[k].relaxed = values[k];
  }
  tiny_add (tiny, REGULAR, cohort (1));
  tiny_add (tiny, REGULAR, expert_days (-0.125));
  tiny->priorities[REGULAR].held[OVERLOAD] = 0.125;
  tiny_add (tiny, REACH, expert_days (-12.5));
  tiny->priorities[REACH].held[OVERLOAD] = 12.5;
  tiny_add (tiny, COST, expert_days (10));
  tiny->priorities[COST].held[REGULAR] = 80;
}

static GpAudit *
tiny_audit (const Tiny *tiny)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  gp_project_set_frame (project, "Tiny", 2026, 2026, GP_YEAR_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (tiny_lines); i++)
    example_add (project, &tiny_lines[i]);
  example_finish (project);
  for (guint k = 0; k < N_TINY; k++)
    gp_plan_add_priority (plan, &tiny->priorities[k]);
  gp_plan_finish (plan);
  GpAudit *audit = gp_audit_plan (project, plan, NULL, &error);
  gp_plan_unref (plan);
  ck_assert_msg (audit != NULL, "%s", error != NULL ? error->message : "");
  return audit;
}

/* The bound of one priority, and which lines are violated. */
static double
tiny_bound (const Tiny *tiny, guint k, const char *violated)
{
  g_autoptr (GpAudit) audit = tiny_audit (tiny);
  g_autofree char *found = example_violated (audit);
  ck_assert_str_eq (found, violated);
  ck_assert (audit->passed == (*violated == '\0'));
  ck_assert_uint_eq (audit->n_bounds, N_TINY);
  return audit->bounds[k].bound;
}

#define NEAR 1e-9
#define assert_near(value, wanted)                                                                 \
  ck_assert_msg (fabs ((value) - (wanted)) < NEAR, "%.17g instead of %.17g", (value), (wanted))

START_TEST (test_optimal_multipliers)
{
  const double values[N_TINY] = {0, 0, 1, 200, 160};
  Tiny tiny;
  tiny_init (&tiny);
  for (guint k = 0; k < N_TINY; k++) {
    double bound = tiny_bound (&tiny, k, "");
    ck_assert_msg (!(bound < values[k]) && !(bound > values[k]), "%u: %.17g", k, bound);
  }
}
END_TEST

/* x: -1 + 8 x 0.13 = 0.04; o: 0.125 - 0.13 = -0.005, up to 24: 3 - 2.08 - 0.12 = 0.8 */
START_TEST (test_too_large)
{
  Tiny tiny;
  tiny_init (&tiny);
  tiny.rows[REGULAR][1].value = -0.13;
  assert_near (tiny_bound (&tiny, REGULAR, "bound:regular_delay bound:cost"), 0.8);
}
END_TEST

/* x: -1 + 8 x 0.12 = -0.04, up to 3: 3 - 1.92 - 0.12 = 0.96 */
START_TEST (test_too_small)
{
  Tiny tiny;
  tiny_init (&tiny);
  tiny.rows[REGULAR][1].value = -0.12;
  assert_near (tiny_bound (&tiny, REGULAR, "bound:regular_delay bound:cost"), 0.96);
}
END_TEST

/* B: 1 - 1.5 = -0.5, up to 3; x: -1.5 + 1 = -0.5, up to 3: 4.5 - 2 - 1.5 - 1.5 = -0.5. An equation
 * takes both signs: with -1 it is B: 2, x: 1 + 1 = 2: -3 - 2 = -5. */
START_TEST (test_equation)
{
  Tiny tiny;
  tiny_init (&tiny);
  tiny.rows[REGULAR][0].value = 1.5;
  assert_near (tiny_bound (&tiny, REGULAR, "bound:regular_delay"), -0.5);
  tiny.rows[REGULAR][0].value = -1;
  assert_near (tiny_bound (&tiny, REGULAR, "bound:regular_delay"), -5.0);
}
END_TEST

/* Without the multiplier x: -1, up to 3: 3 - 3 = 0. */
START_TEST (test_unusable)
{
  const double unusable[] = {0.125, NAN, INFINITY, -INFINITY, -1e300};
  Tiny tiny;
  for (guint i = 0; i < G_N_ELEMENTS (unusable); i++) {
    tiny_init (&tiny);
    tiny.rows[REGULAR][1].value = unusable[i];
    assert_near (tiny_bound (&tiny, REGULAR, "bound:regular_delay bound:cost"), 0.0);
  }
}
END_TEST

/* Multipliers on rows that the program does not have are not used. */
START_TEST (test_unknown_rows)
{
  const GpProofRow unknown[] = {ROW (EQUITY, 5),
                                ROW (PINS, 5),
                                ROW (READINESS, -5),
                                ROW (HANDOVER, -5),
                                ROW (SUPPLY, -5),
                                ROW (POOL, -5),
                                {.rule = 0, .value = 5},
                                {.rule = 99, .value = 5},
                                {.rule = GP_RULE_PINS, .variant = 77, .pin = 12345, .value = 5}};
  Tiny tiny;
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++) {
    tiny_init (&tiny);
    tiny_add (&tiny, REGULAR, unknown[i]);
    assert_near (tiny_bound (&tiny, REGULAR, ""), 1.0);
  }
  tiny_init (&tiny);
  tiny.rows[REGULAR][1].region = "elsewhere";
  assert_near (tiny_bound (&tiny, REGULAR, "bound:regular_delay bound:cost"), 0.0);
}
END_TEST

/* A value without proof counts only where nothing needs to be proven. */
START_TEST (test_no_proof)
{
  Tiny tiny;
  tiny_init (&tiny);
  for (guint k = 0; k < N_TINY; k++)
    tiny.priorities[k].n_proof = 0;
  tiny.priorities[REGULAR].held[OVERLOAD] = tiny.priorities[COST].held[REGULAR] = 0;
  assert_near (tiny_bound (&tiny, REGULAR, "bound:regular_delay bound:reach bound:cost"), 0.0);
}
END_TEST

/* A better value than can be. What is proven of the cost stands apart from it. */
START_TEST (test_too_good)
{
  Tiny tiny;
  tiny_init (&tiny);
  tiny.priorities[REGULAR].relaxed = 0.5;
  assert_near (tiny_bound (&tiny, COST, "bound:regular_delay"), 160.0);
  tiny_init (&tiny);
  tiny.priorities[REACH].relaxed = 201;
  assert_near (tiny_bound (&tiny, REACH, "bound:reach"), 200.0);
}
END_TEST

/* A worse value than is proven possible is no optimum, or not proven to be. */
START_TEST (test_too_bad)
{
  Tiny tiny;
  tiny_init (&tiny);
  tiny.priorities[COST].relaxed = 161;
  assert_near (tiny_bound (&tiny, COST, "bound:cost"), 160.0);
}
END_TEST

/* Stated values are only compared, and a multiple that is no number counts as zero: the delay is
 * proven to be -2 (see below), so that the cost that goes with it is 240 + 80 x 2 = 400. */
START_TEST (test_no_numbers)
{
  const double values[] = {NAN, INFINITY, -INFINITY};
  Tiny tiny;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    tiny_init (&tiny);
    tiny.priorities[REGULAR].relaxed = values[i];
    tiny.priorities[REGULAR].held[OVERLOAD] = values[i];
    assert_near (tiny_bound (&tiny, COST, "bound:regular_delay bound:cost"), 400.0);
  }
}
END_TEST

/* Two multipliers on one row are one, also where an earlier proof has it. */
START_TEST (test_sums)
{
  Tiny tiny;
  tiny_init (&tiny);
  tiny.rows[REGULAR][1].value = -0.1;
  tiny_add (&tiny, REGULAR, expert_days (-0.025));
  tiny.rows[COST][0].value = 4;
  tiny_add (&tiny, COST, expert_days (6));
  ck_assert_double_eq_tol (tiny_bound (&tiny, REGULAR, ""), 1.0, 1e-15);
  ck_assert_double_eq_tol (tiny_bound (&tiny, COST, ""), 160.0, 1e-12);
}
END_TEST

/* What an earlier proof lacks by rounding does not come back a million times. Of the delay: x is
 * -8e-7, up to 3, and 3 - 16 x (0.125 - 1e-7) = 1 + 16e-7, so 1 - 8e-7. Of the cost, with 1e6 of
 * that: x -0.8, up to 3, expert days 10 - 124999.9: 3e6 - 16 x 124989.9 - 1e6 x (1 - 8e-7) - 2.4 =
 * 160. */
START_TEST (test_rounding_of_earlier)
{
  Tiny tiny;
  tiny_init (&tiny);
  tiny.rows[REGULAR][1].value = -0.125 + 1e-7;
  tiny.priorities[COST].held[REGULAR] = 1e6;
  assert_near (tiny_bound (&tiny, REGULAR, ""), 1 - 8e-7);
  assert_near (tiny_bound (&tiny, COST, ""), 160.0);
}
END_TEST

/* A held value of the wrong sign counts as zero: o: -1/8, up to 24: 1 - 3 = -2. */
START_TEST (test_negative_held)
{
  Tiny tiny;
  tiny_init (&tiny);
  tiny.priorities[REGULAR].held[OVERLOAD] = -0.125;
  assert_near (tiny_bound (&tiny, REGULAR, "bound:regular_delay bound:cost"), -2.0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("audit: bound");
  TCase *tests = tcase_create ("bound");
  tcase_add_test (tests, test_optimal_multipliers);
  tcase_add_test (tests, test_too_large);
  tcase_add_test (tests, test_too_small);
  tcase_add_test (tests, test_equation);
  tcase_add_test (tests, test_unusable);
  tcase_add_test (tests, test_unknown_rows);
  tcase_add_test (tests, test_no_proof);
  tcase_add_test (tests, test_too_good);
  tcase_add_test (tests, test_too_bad);
  tcase_add_test (tests, test_no_numbers);
  tcase_add_test (tests, test_sums);
  tcase_add_test (tests, test_rounding_of_earlier);
  tcase_add_test (tests, test_negative_held);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
