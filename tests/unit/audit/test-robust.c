/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the plan says, the audit answers; and it can be cancelled. */
#include "audit-example.h"
#include "gp-random-project.h"

#include <math.h>

static const char *
pick (GRand *rand, const char *const *codes, guint n)
{
  static const char *const odd[] = {"", "no such code", "\xe2\x82\xac"};
  if (n == 0 || g_rand_int_range (rand, 0, 8) == 0)
    return odd[g_rand_int_range (rand, 0, (gint32)G_N_ELEMENTS (odd))];
  return codes[g_rand_int_range (rand, 0, (gint32)n)];
}

typedef struct {
  const char **boards, **regions, **sectors;
  const GpProject *project;
} Codes;

#define COLLECT(codes, member)                                                                     \
  G_STMT_START                                                                                     \
  {                                                                                                \
    (codes)->member = g_new0 (const char *, (codes)->project->n_##member + 1);                     \
    for (guint i = 0; i < (codes)->project->n_##member; i++)                                       \
      (codes)->member[i] = (codes)->project->member[i].code;                                       \
  }                                                                                                \
  G_STMT_END

static gint64
random_amount (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 5)) {
  case 0:
    return g_rand_int_range (rand, -1000, 1000);
  case 1:
    return (gint64)g_rand_int (rand) << 31;
  case 2:
    return g_rand_boolean (rand) ? G_MAXINT64 : G_MININT64;
  default:
    return 100 * g_rand_int_range (rand, 0, 5);
  }
}

static void
add_random_row (GRand *rand, const Codes *codes, GpPlan *plan)
{
  const GpProject *project = codes->project;
  GpPlanRow row = {
      .kind = (GpPlanRowKind)g_rand_int_range (rand, 0, GP_N_ROW_KINDS),
      .board = pick (rand, codes->boards, project->n_boards),
      .sector = pick (rand, codes->sectors, project->n_sectors),
      .region = pick (rand, codes->regions, project->n_regions),
      .to_region = pick (rand, codes->regions, project->n_regions),
      .need = (GpNeed)g_rand_int_range (rand, 0, GP_N_NEEDS),
      .programme = (GpProgramme)g_rand_int_range (rand, -1, GP_N_PROGRAMMES),
      .year = (GpYear)g_rand_int_range (rand, project->plan_from - 1, project->last_year + 2),
      .hundredths = random_amount (rand)};
  row.amount = (double)row.hundredths / 100;
  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
}

static double
random_value (GRand *rand)
{
  const double odd[] = {0, NAN, INFINITY, -INFINITY, 1e308, -1e308, 5e-324};
  if (g_rand_int_range (rand, 0, 10) == 0)
    return odd[g_rand_int_range (rand, 0, (gint32)G_N_ELEMENTS (odd))];
  return g_rand_double_range (rand, -100, 100);
}

static void
add_random_priority (GRand *rand, const Codes *codes, GpPlan *plan)
{
  const GpProject *project = codes->project;
  GpProofRow rows[200];
  GpPlanPriority priority = {.id = (GpPriorityId)g_rand_int_range (rand, 0, GP_N_PRIORITIES),
                             .relaxed = random_value (rand),
                             .whole = random_value (rand),
                             .proof = rows,
                             .n_proof = (guint)g_rand_int_range (rand, 0, 200)};
  for (guint i = 0; i < priority.n_proof; i++)
    rows[i] = (GpProofRow){
        .rule = (GpRule)g_rand_int_range (rand, 0, GP_N_RULES + 1),
        .variant = (guint8)g_rand_int_range (rand, 0, 3),
        .board = pick (rand, codes->boards, project->n_boards),
        .sector = pick (rand, codes->sectors, project->n_sectors),
        .region = pick (rand, codes->regions, project->n_regions),
        .need = (GpNeed)g_rand_int_range (rand, 0, GP_N_NEEDS),
        .programme = (GpProgramme)g_rand_int_range (rand, -1, 2),
        .year = (GpYear)g_rand_int_range (rand, project->plan_from - 1, project->last_year + 2),
        .pin = (guint32)g_rand_int_range (rand, 0, 20),
        .value = random_value (rand)};
  for (guint j = 0; j < GP_N_PRIORITIES; j++)
    priority.held[j] = random_value (rand);
  gp_plan_add_priority (plan, &priority);
}

static GpPlan *
random_plan (GRand *rand, const GpProject *project)
{
  GpPlan *plan = gp_plan_new ("base", (GpPlanStatus)g_rand_int_range (rand, 0, 5));
  Codes codes = {.project = project};
  COLLECT (&codes, boards);
  COLLECT (&codes, regions);
  COLLECT (&codes, sectors);
  gp_plan_set_whole (plan, g_rand_int_range (rand, 0, 4) != 0);
  for (gint i = g_rand_int_range (rand, 0, 300); i > 0; i--)
    add_random_row (rand, &codes, plan);
  for (gint i = g_rand_int_range (rand, 0, GP_N_PRIORITIES + 1); i > 0; i--)
    add_random_priority (rand, &codes, plan);
  gp_plan_finish (plan);
  g_free (codes.boards);
  g_free (codes.regions);
  g_free (codes.sectors);
  return plan;
}

/* What holds of every audit: a line is violated when its worst slack is below zero, and nothing
 * passes with a violated line. */
static void
check_result (const GpAudit *audit)
{
  gboolean violated = FALSE;
  for (guint i = 0; i < audit->n_lines; i++) {
    const GpAuditLine *line = &audit->lines[i];
    ck_assert_uint_le (line->n_violated, line->n_checked);
    ck_assert_msg ((line->n_checked == 0) == isnan (line->worst_slack), "%s", line->name);
    ck_assert_msg ((line->n_violated > 0) == (line->worst_slack < 0), "%s: %u, %g", line->name,
                   line->n_violated, line->worst_slack);
    ck_assert (line->n_checked > 0 || *line->worst_where == '\0');
    violated = violated || line->n_violated > 0;
  }
  ck_assert (!audit->passed || !violated);
  ck_assert (audit->passed || audit->n_faults > 0);
  ck_assert_uint_le (audit->n_faults, 100);
  for (guint i = 0; i < audit->n_faults; i++)
    ck_assert (g_utf8_validate (audit->faults[i], -1, NULL));
}

START_TEST (test_random_plans)
{
  GRand *rand = g_rand_new_with_seed ((guint32)_i);
  g_autoptr (GpProject) project =
      gp_random_project ((guint32)_i, 1 + (guint)_i % 12, 1 + (guint)_i % 7,
                         (_i & 1 ? GP_RANDOM_PINS : 0) | (_i & 2 ? GP_RANDOM_WILD : 0));
  for (guint i = 0; i < 5; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GpPlan) plan = random_plan (rand, project);
    g_autoptr (GpAudit) audit = gp_audit_plan (project, plan, NULL, &error);
    ck_assert_msg (audit != NULL, "%s", error != NULL ? error->message : "");
    check_result (audit);
  }
  g_rand_free (rand);
}
END_TEST

/* No schools, boards, regions: nothing to plan, and an empty plan is right. */
START_TEST (test_empty_project)
{
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  gp_project_set_frame (project, "Empty", 2026, 2027, GP_YEAR_NONE);
  example_add (project, &(ExampleLine){GP_TABLE_SCENARIOS, "base"});
  example_finish (project);
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  g_autoptr (GpAudit) audit = gp_audit_plan (project, plan, NULL, &error);
  gp_plan_unref (plan);
  ck_assert (audit != NULL);
  check_result (audit);
  ck_assert (audit->passed);
}
END_TEST

/* Pins that conflict: there is no plan to pass. */
START_TEST (test_no_plan)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GError) error = NULL;
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_CONFLICT);
  gp_plan_finish (plan);
  g_autoptr (GpAudit) audit = gp_audit_plan (project, plan, NULL, &error);
  gp_plan_unref (plan);
  ck_assert (audit != NULL && !audit->passed);
  ck_assert_uint_eq (audit->n_faults, 1);
}
END_TEST

START_TEST (test_unknown_scenario)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GError) error = NULL;
  GpPlan *plan = gp_plan_new ("gone", GP_PLAN_OPTIMAL);
  gp_plan_finish (plan);
  GpAudit *audit = gp_audit_plan (project, plan, NULL, &error);
  gp_plan_unref (plan);
  ck_assert (audit == NULL);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
}
END_TEST

/* A project that has lost a parameter since it was planned. */
START_TEST (test_missing_parameter)
{
  static const char *const lost[] = {"base,support_days,vo:2,,8", "base,verandercoach_days,,,20"};
  g_autoptr (GpPlan) plan = example_plan (NULL, 0, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  gp_project_set_frame (project, "Example", 2026, 2028, GP_YEAR_NONE);
  for (guint i = 0; i < G_N_ELEMENTS (example_lines); i++)
    if (!g_str_equal (example_lines[i].cells, lost[_i]))
      example_add (project, &example_lines[i]);
  example_finish (project);
  ck_assert (gp_audit_plan (project, plan, NULL, &error) == NULL);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
}
END_TEST

/* 35,000 boards of one school, 30 years: starts 35,000 x 60; partner years, trainings, coaches and
 * their days 35,000 x 30 each. */
START_TEST (test_too_large)
{
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  g_autoptr (GError) error = NULL;
  gp_project_set_frame (project, "Large", 2026, 2055, GP_YEAR_NONE);
  example_add (project, &(ExampleLine){GP_TABLE_REGIONS, "r"});
  example_add (project, &(ExampleLine){GP_TABLE_SECTORS, "po,,1,1"});
  example_add (project, &(ExampleLine){GP_TABLE_SCENARIOS, "base"});
  example_add (project, &(ExampleLine){GP_TABLE_PARAMETERS, "base,support_days,po:1,,1"});
  for (guint32 i = 0; i < 35000; i++) {
    char code[16];
    g_snprintf (code, sizeof code, "%u", i);
    ck_assert (gp_project_add_board (project, &(GpBoard){.code = code, .max_verandercoaches = -1}));
    ck_assert (gp_project_add_school (
        project, &(GpSchool){.code = code, .board = i, .programme = GP_PROGRAMME_NONE}));
  }
  example_finish (project);
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  ck_assert (gp_audit_plan (project, plan, NULL, &error) == NULL);
  gp_plan_unref (plan);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
}
END_TEST

START_TEST (test_cancelled)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpPlan) plan = example_plan (NULL, 0, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GpAudit) audit = gp_audit_plan (project, plan, cancellable, &error);
  ck_assert (audit != NULL && error == NULL);
  g_cancellable_cancel (cancellable);
  ck_assert (gp_audit_plan (project, plan, cancellable, &error) == NULL);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("audit: robust");
  TCase *tests = tcase_create ("robust");
  tcase_set_timeout (tests, 0);
  tcase_add_loop_test (tests, test_random_plans, 0, 60);
  tcase_add_test (tests, test_empty_project);
  tcase_add_test (tests, test_no_plan);
  tcase_add_test (tests, test_unknown_scenario);
  tcase_add_loop_test (tests, test_missing_parameter, 0, 2);
  tcase_add_test (tests, test_too_large);
  tcase_add_test (tests, test_cancelled);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
