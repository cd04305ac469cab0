/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Projects at the edges: parameters of very different sizes, nothing to plan with, nothing to plan,
 * many pins. The answer is a plan that passes the audit, a named conflict, or "unknown". */
#include "gp-random-project.h"
#include "gp-test.h"
#include "property-model.h"

#include <groeiplan/gp-audit.h>
#include <groeiplan/gp-parameter.h>

#include <math.h>

static void
check_audit (const GpProject *project, const GpPlan *plan, const char *where)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpAudit) audit = gp_audit_plan (project, plan, NULL, &error);
  ck_assert_msg (audit != NULL, "%s: %s", where, error != NULL ? error->message : "no audit");
  ck_assert_msg (audit->passed, "%s: %s", where, audit->n_faults > 0 ? audit->faults[0] : "fails");
}

/* Rules, figures and values; bounds apart, which numbers of very different sizes may leave
 * unproven.
 */
static void
check_rules (const GpProject *project, const GpPlan *plan, const char *where)
{
  g_autoptr (GpAudit) audit = gp_audit_plan (project, plan, NULL, NULL);
  ck_assert_msg (audit != NULL, "%s: no audit", where);
  for (guint i = 0; i < audit->n_lines; i++)
    if (!g_str_has_prefix (audit->lines[i].name, "bound:"))
      ck_assert_msg (audit->lines[i].n_violated == 0, "%s: %s: %s", where, audit->lines[i].name,
                     audit->lines[i].worst_where);
}

typedef void (*Check) (const GpProject *project, const GpPlan *plan, const char *where);

/* The answer to a project that may be planned or not; its status. */
static GpPlanStatus
check_plan_by (const GpProject *project, guint32 scenario, const char *where, Check check)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpPlan) plan = gp_planner_plan (project, scenario, NULL, NULL, &error);
  ck_assert_msg (plan != NULL, "%s: %s", where, error != NULL ? error->message : "");
  switch (plan->status) {
  case GP_PLAN_OPTIMAL:
    ck_assert (plan->has_whole);
    check (project, plan, where);
    break;
  case GP_PLAN_CONFLICT:
    ck_assert (!plan->has_whole);
    ck_assert_msg (plan->n_conflicts > 0, "%s: a conflict without a name", where);
    ck_assert_uint_gt (project->n_pins, 0);
    break;
  case GP_PLAN_UNKNOWN:
    ck_assert (!plan->has_whole);
    break;
  default:
    ck_abort_msg ("%s: %s", where, gp_plan_status_name (plan->status));
  }
  return plan->status;
}

static GpPlanStatus
check_plan (const GpProject *project, guint32 scenario, const char *where)
{
  return check_plan_by (project, scenario, where, check_audit);
}

/* A mistake of these tests. */
static void
on_problem (GpTableId table, guint32 row, const char *column, const char *message, gpointer data)
{
  (void)data;
  ck_abort_msg ("table %d row %u %s: %s", table, row, column, message);
}

/* ---- sizes ------------------------------------------------------------------------ */

static const GpDecimal believable[] = {{0, 0}, {1, 3},         {1, 1},  {333333333, 9},
                                       {5, 1}, {1, 0},         {17, 0}, {123456789, 5},
                                       {9, 1}, {1000000000, 0}};
static const GpDecimal absurd[] = {{0, 0},   {1, 9},      {1, 6},         {3, 3},     {1, 1},
                                   {333, 9}, {1, 0},      {123456789, 5}, {99999, 1}, {1000000, 0},
                                   {1, 0},   {999999, 6}, {1000000000, 0}};

/* One of the sizes that the parameter may have. */
static GpDecimal
any_size (GRand *rand, const GpParamInfo *info, gboolean wild)
{
  const GpDecimal *sizes = wild ? absurd : believable;
  gint32 n = wild ? G_N_ELEMENTS (absurd) : G_N_ELEMENTS (believable);
  for (;;) {
    GpDecimal size = sizes[g_rand_int_range (rand, 0, n)];
    double number = gp_decimal_to_double (size);
    gboolean fits = !g_str_equal (info->unit, "flag") || number == 0 || number == 1;
    char text[GP_DECIMAL_BYTES];
    gp_decimal_format (size, text);
    if (fits && number >= info->min && number <= info->max && gp_decimal_parse (text, &size))
      return size;
  }
}

static void
set (GpProject *project, guint32 scenario, GpParam param, const char *scope, GpDecimal value)
{
  GpParameterValue row = {
      scenario, gp_param_info (param)->name, scope, GP_YEAR_NONE, value, "assumption", ""};
  ck_assert (gp_project_add_parameter (project, &row));
}

/* A child of the first scenario in which a share of the parameters has any size. */
static GpProject *
with_sizes (const GpProject *project, guint32 seed, int percent, gboolean wild)
{
  static const char *const scopes[][6] = {
      [GP_SCOPE_NONE] = {""},
      [GP_SCOPE_SECTOR] = {"po", "vo", "mbo"},
      [GP_SCOPE_SECTOR_SUPPORT] = {"po:1", "vo:1", "vo:2", "mbo:1", "mbo:2"},
      [GP_SCOPE_PROGRAMME] = {"groeikracht", "regular"},
      [GP_SCOPE_NEED] = {"high", "other"}};
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GError) error = NULL;
  GpProject *copy = gp_random_rebuild (project, on_problem, NULL);
  GpScenario scenario = {"sizes", "Sizes", "", 0};
  ck_assert (gp_project_add_scenario (copy, &scenario));
  for (guint param = 0; param < GP_N_PARAMS; param++) {
    const GpParamInfo *info = gp_param_info ((GpParam)param);
    const char *const *scope = scopes[info->scope];
    for (guint i = 0; i < 6 && scope[i] != NULL; i++)
      if (g_rand_int_range (rand, 0, 100) < percent)
        set (copy, project->n_scenarios, (GpParam)param, scope[i], any_size (rand, info, wild));
  }
  ck_assert_msg (gp_project_finish (copy, &error), "%s", error != NULL ? error->message : "");
  return copy;
}

START_TEST (sizes_of_all_kinds)
{
  guint32 seed = (guint32)_i;
  g_autofree char *where = g_strdup_printf ("seed %u", seed);
  g_autoptr (GpProject) base =
      gp_random_project (seed, 1 + seed % 6, 1 + seed % 5, seed % 3 == 0 ? GP_RANDOM_PINS : 0);
  g_autoptr (GpProject) project = with_sizes (base, seed, seed % 2 == 0 ? 10 : 40, seed % 4 == 0);

  check_plan_by (project, base->n_scenarios, where, check_rules);
}
END_TEST

/* Half of 19.999999999 days is less than 10: hand-over may not round it up. */
START_TEST (days_of_many_digits)
{
  static const char *const scopes[] = {"po:1", "vo:1", "vo:2", "mbo:1", "mbo:2"};
  g_autoptr (GpProject) base = gp_random_project ((guint32)_i, 8, 4, GP_RANDOM_PLAIN);
  GpProject *project = gp_random_rebuild (base, on_problem, NULL);
  GpScenario scenario = {"digits", "Digits", "", 0};
  guint n;

  ck_assert (gp_project_add_scenario (project, &scenario));
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    set (project, base->n_scenarios, GP_PARAM_SUPPORT_DAYS, scopes[i], (GpDecimal){19999999999, 9});
  set (project, base->n_scenarios, GP_PARAM_HANDOVER_SHARE, "", (GpDecimal){5, 1});
  ck_assert (gp_project_finish (project, NULL));
  ck_assert_int_eq (check_plan (project, base->n_scenarios, "digits"), GP_PLAN_OPTIMAL);
  g_autoptr (GpPlan) plan = gp_planner_plan (project, base->n_scenarios, NULL, NULL, NULL);
  gp_plan_rows (plan, GP_PART_WHOLE, GP_ROW_VERANDERCOACH_DAYS, &n);
  ck_assert_uint_gt (n, 0);
  gp_project_unref (project);
}
END_TEST

/* ---- nothing to plan with --------------------------------------------------------- */

START_TEST (no_capacity_at_all)
{
  static const GpParam zero[] = {GP_PARAM_EXPERT_CAP,  GP_PARAM_TRAINING_CAP,
                                 GP_PARAM_PARTNER_CAP, GP_PARAM_HANDOVER_SHARE,
                                 GP_PARAM_EXPERT_DAYS, GP_PARAM_VERANDERCOACH_DAYS,
                                 GP_PARAM_INTEREST_CAP};
  g_autoptr (GpProject) base = gp_random_project ((guint32)_i, 5, 4, GP_RANDOM_PLAIN);
  GpProject *project = gp_random_rebuild (base, NULL, NULL);
  GpScenario scenario = {"zero", "Zero", "", 0};
  guint32 index = base->n_scenarios;
  guint n;

  ck_assert (gp_project_add_scenario (project, &scenario));
  for (guint i = 0; i < G_N_ELEMENTS (zero); i++)
    set (project, index, zero[i], "", (GpDecimal){0, 0});
  ck_assert (gp_project_finish (project, NULL));
  ck_assert_int_eq (check_plan (project, index, "no capacity"), GP_PLAN_OPTIMAL);
  g_autoptr (GpPlan) plan = gp_planner_plan (project, index, NULL, NULL, NULL);
  for (guint part = 0; part < GP_N_PARTS; part++) {
    gp_plan_rows (plan, (GpPlanPart)part, GP_ROW_START, &n);
    ck_assert_uint_eq (n, 0);
    gp_plan_rows (plan, (GpPlanPart)part, GP_ROW_HIRE, &n);
    ck_assert_uint_eq (n, 0);
  }
  gp_project_unref (project);
}
END_TEST

/* ---- nothing to plan -------------------------------------------------------------- */

typedef enum { NO_SECTORS, NO_BOARDS, NO_SCHOOLS, ONE_SCHOOL } Little;

static GpProject *
little (Little what, GpYear last)
{
  GpProject *project = gp_project_new (on_problem, NULL);
  GpScenario scenario = {"base", "Base", "", GP_NONE};
  GpRegion region = {"r", "Region"};
  GpSector sector = {"po", "Primary", 1, TRUE};
  GpBoard board = {
      .code = "b", .name = "Board", .max_verandercoaches = -1, .partner_since = GP_YEAR_NONE};
  GpSchool school = {.code = "s",
                     .name = "School",
                     .pupils = 100,
                     .started = GP_YEAR_NONE,
                     .programme = GP_PROGRAMME_NONE};
  gp_project_set_frame (project, "Little", 2026, last, GP_YEAR_NONE);
  ck_assert (gp_project_add_region (project, &region));
  ck_assert (gp_project_add_scenario (project, &scenario));
  if (what >= NO_BOARDS)
    ck_assert (gp_project_add_sector (project, &sector));
  if (what >= NO_SCHOOLS)
    ck_assert (gp_project_add_board (project, &board));
  if (what >= ONE_SCHOOL)
    ck_assert (gp_project_add_school (project, &school));
  set (project, 0, GP_PARAM_EXPERT_DAYS, "", gp_decimal_from_int (100));
  set (project, 0, GP_PARAM_VERANDERCOACH_DAYS, "", gp_decimal_from_int (20));
  if (what >= NO_BOARDS)
    set (project, 0, GP_PARAM_SUPPORT_DAYS, "po:1", gp_decimal_from_int (10));
  set (project, 0, GP_PARAM_COHORT_TARGET, "groeikracht", gp_decimal_from_int (1));
  set (project, 0, GP_PARAM_EXPERT_CAP, "", gp_decimal_from_int (1));
  ck_assert (gp_project_finish (project, NULL));
  return project;
}

START_TEST (little_or_nothing)
{
  static const GpYear lasts[] = {2026, 2027, 2045, 2026 + GP_MAX_PLAN_YEARS - 1};
  Little what = (Little)(_i % 4);
  GpYear last = lasts[_i / 4];
  g_autoptr (GpProject) project = little (what, last);
  guint n;

  ck_assert_int_eq (check_plan (project, 0, "little"), GP_PLAN_OPTIMAL);
  g_autoptr (GpPlan) plan = gp_planner_plan (project, 0, NULL, NULL, NULL);
  gp_plan_rows (plan, GP_PART_WHOLE, GP_ROW_START, &n);
  ck_assert_uint_eq (n, (what == ONE_SCHOOL ? 1u : 0u));
  for (guint i = 0; i < plan->n_priorities; i++)
    if (plan->priorities[i].id == GP_PRIORITY_GROEIKRACHT_DELAY) {
      double years = last - 2026 + 1;
      double delay = years * (years + 1) / 2 - (what == ONE_SCHOOL ? years : 0);
      ck_assert_double_eq_tol (plan->priorities[i].whole, delay, 1e-6);
      ck_assert_double_eq_tol (plan->priorities[i].relaxed, delay, 1e-6);
    }
}
END_TEST

START_TEST (long_and_short_plans)
{
  g_autoptr (GpProject) project =
      gp_random_project ((guint32)_i, 3, _i % 2 == 0 ? 20 : 1, GP_RANDOM_PLAIN);
  ck_assert_int_eq (check_plan (project, 0, "years"), GP_PLAN_OPTIMAL);
}
END_TEST

/* ---- many pins -------------------------------------------------------------------- */

/* A pin of every kind for every board, sector, programme and year. */
static GpProject *
with_pins (const GpProject *base, guint32 seed, int greed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GpProject *project = gp_random_rebuild (base, on_problem, NULL);
  for (guint32 b = 0; b < base->n_boards; b++)
    for (GpYear y = base->plan_from; y <= base->last_year; y++) {
      GpPin pin = {.scenario = 0, .board = b, .year = y, .max = -1, .reason = ""};
      for (pin.sector = 0; pin.sector < base->n_sectors; pin.sector++)
        for (guint p = base->sectors[pin.sector].groeikracht ? 0 : 1; p < GP_N_PROGRAMMES; p++) {
          pin.kind = GP_PIN_START;
          pin.programme = (GpProgramme)p;
          pin.min = g_rand_int_range (rand, 0, 100) < greed;
          pin.max = g_rand_int_range (rand, 0, 3) > 0 ? -1 : pin.min + 1;
          gp_project_add_pin (project, &pin);
        }
      pin.sector = GP_NONE;
      pin.programme = GP_PROGRAMME_NONE;
      pin.kind = g_rand_boolean (rand) ? GP_PIN_PARTNER : GP_PIN_TRAINING;
      pin.min = g_rand_int_range (rand, 0, 100) < greed;
      pin.max = 1;
      gp_project_add_pin (project, &pin);
    }
  ck_assert (gp_project_finish (project, NULL));
  return project;
}

START_TEST (hundreds_of_pins)
{
  guint32 seed = (guint32)_i;
  g_autofree char *where = g_strdup_printf ("seed %u with many pins", seed);
  g_autoptr (GpProject) base = gp_random_project (seed, 10, 6, GP_RANDOM_PLAIN);
  g_autoptr (GpProject) project = with_pins (base, seed, _i % 4);
  double values[GP_N_PRIORITIES];

  ck_assert_uint_gt (project->n_pins, 300);
  GpPlanStatus status = check_plan (project, 0, where);
  PropertyAnswer answer = property_model_solve (project, 0, values);
  ck_assert_msg ((status == GP_PLAN_CONFLICT) == (answer == PROPERTY_INFEASIBLE), "%s", where);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("planner numbers");
  TCase *tcase = tcase_create ("numbers");

  tcase_set_timeout (tcase, 0);
  tcase_add_loop_test (tcase, sizes_of_all_kinds, 0,
                       g_getenv ("GP_RANDOM_COUNT") != NULL ? atoi (g_getenv ("GP_RANDOM_COUNT"))
                                                            : 40);
  tcase_add_loop_test (tcase, days_of_many_digits, 0, 6);
  tcase_add_loop_test (tcase, no_capacity_at_all, 0, 5);
  tcase_add_loop_test (tcase, little_or_nothing, 0, 16);
  tcase_add_loop_test (tcase, long_and_short_plans, 0, 4);
  tcase_add_loop_test (tcase, hundreds_of_pins, 0, 8);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
