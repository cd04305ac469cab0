/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of who coaches whom, in any plan of random projects: it passes its audit, visits
 * make no circle (so that schools with two coaches stay below the number of coaches), naming twice
 * gives the same, and the lookups find every row once.
 *
 * GP_RANDOM_COUNT in the environment asks for another number of projects. */
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-audit.h>
#include <groeiplan/gp-coaching.h>
#include <groeiplan/gp-planner.h>

#include <string.h>

#define N_PROJECTS 150

static guint
n_projects (void)
{
  const char *asked = g_getenv ("GP_RANDOM_COUNT");
  return asked != NULL ? (guint)MIN (g_ascii_strtoull (asked, NULL, 10), 1000000) : N_PROJECTS;
}

static void
set (GpProject *project, const char *name, const char *scope, const char *value)
{
  GpDecimal decimal;
  ck_assert (gp_decimal_parse (value, &decimal));
  const GpParameterValue row = {
      .scenario = 1, .parameter = name, .scope = scope, .value = decimal, .source = "typed"};
  ck_assert (gp_project_add_parameter (project, &row));
}

/* More experts, many of them bound to a sector, and figures that do not come out to a hundredth: in
 * the scenario "careful". */
static GpProject *
odd_project (guint32 seed, guint boards, guint years)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) plain = gp_random_project (seed, boards, years, GP_RANDOM_PLAIN);
  GpProject *project = gp_random_rebuild (plain, NULL, NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  for (guint i = 0; i < 6; i++) {
    g_autofree char *code = g_strdup_printf ("extra-%u", i);
    GpExpertCoach row = {.code = code, .name = code, .region = i % 3};
    row.days_per_year = (GpDecimal){g_rand_int_range (rand, 30001, 70001), 3};
    row.sectors = (guint32)g_rand_int_range (rand, 0, 8);
    if (i % 3 == 2)
      row.to_year = (GpYear)(2026 + g_rand_int_range (rand, 0, 5));
    ck_assert (gp_project_add_expert_coach (project, &row));
  }
  set (project, "support_days", "po:1", seed % 2 != 0 ? "12.345678" : "9.3");
  set (project, "support_days", "vo:2", "7.7777777777");
  set (project, "recruitment_days", "po", "0.333333");
  set (project, "expert_attrition", "", "0.0731");
  set (project, "verandercoach_retention", "", "0.87654321");
  set (project, "verandercoach_expert_days", "", "0.777");
  set (project, "lending_efficiency", "", seed % 3 != 0 ? "0.777777" : "1");
  ck_assert (gp_project_finish (project, &error));
  return project;
}

typedef struct {
  GpProject *project;
  guint32 scenario;
  GpPlan *plan;
  GpCoaching *coaching;
  char *where;
} Case;

static Case
make_case (guint i)
{
  g_autoptr (GError) error = NULL;
  Case c = {.scenario = i % 3};
  guint boards = 1 + i * 7 % 16, years = 1 + i % 6;
  if (i % 2 != 0) {
    c.project = odd_project (i, boards, years);
    c.scenario = 1;
  } else
    c.project = gp_random_project (i, boards, years, i % 4 == 0 ? GP_RANDOM_PINS : GP_RANDOM_WILD);
  c.where =
      g_strdup_printf ("seed %u (%u boards, %u years) scenario %u", i, boards, years, c.scenario);
  c.plan = gp_planner_plan (c.project, c.scenario, NULL, NULL, &error);
  ck_assert_msg (c.plan != NULL, "%s: %s", c.where, error != NULL ? error->message : "");
  if (c.plan->has_whole)
    c.coaching = gp_planner_coaching (c.project, c.plan, &error);
  ck_assert_msg (error == NULL, "%s: %s", c.where, error != NULL ? error->message : "");
  return c;
}

static void
clear_case (Case *c)
{
  g_clear_pointer (&c->coaching, gp_coaching_unref);
  gp_plan_unref (c->plan);
  gp_project_unref (c->project);
  g_free (c->where);
}

static void
check_audit (const Case *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpAudit) audit = gp_audit_coaching (c->project, c->plan, c->coaching, NULL, &error);
  ck_assert_msg (audit != NULL, "%s: %s", c->where, error != NULL ? error->message : "");
  ck_assert_msg (audit->passed, "%s: %s", c->where,
                 audit->n_faults > 0 ? audit->faults[0] : "no fault");
}

static void
check_splits (const Case *c)
{
  for (guint i = 0; i < c->project->n_regions * c->coaching->n_years; i++) {
    const GpCoachingCount *count = &c->coaching->counts[i];
    ck_assert_msg (count->split <= (count->coaches > 0 ? count->coaches - 1 : 0),
                   "%s: %u schools with two coaches, %u coaches", c->where, count->split,
                   count->coaches);
    ck_assert (count->visits + 1 <= count->schools + count->coaches + (count->coaches == 0));
  }
}

/* Nothing but sectors and a few lost hundredths leaves days uncovered where the plan has no
 * overload. */
static void
check_uncovered (const Case *c)
{
  guint n;
  gp_plan_rows (c->plan, GP_PART_WHOLE, GP_ROW_OVERLOAD, &n);
  for (guint i = 0; i < c->coaching->n_uncovered && n == 0; i++) {
    const GpUncovered *row = &c->coaching->uncovered[i];
    ck_assert_msg (row->reason != GP_UNCOVERED_OVERLOAD && row->reason != GP_UNCOVERED_ROUNDING,
                   "%s: %s, %d hundredths", c->where, gp_uncovered_reason_name (row->reason),
                   (int)row->days);
  }
}

static void
check_same (const Case *c)
{
  g_autoptr (GpCoaching) again = gp_planner_coaching (c->project, c->plan, NULL);
  ck_assert_ptr_nonnull (again);
  ck_assert_uint_eq (again->n_visits, c->coaching->n_visits);
  for (guint i = 0; i < again->n_visits; i++)
    ck_assert (again->visits[i].school == c->coaching->visits[i].school &&
               again->visits[i].coach == c->coaching->visits[i].coach &&
               again->visits[i].days == c->coaching->visits[i].days);
  ck_assert_uint_eq (again->n_works, c->coaching->n_works);
  for (guint i = 0; i < again->n_works; i++)
    ck_assert (again->works[i].coach == c->coaching->works[i].coach &&
               again->works[i].days == c->coaching->works[i].days);
}

static void
check_lookups (const Case *c)
{
  guint n, schools = 0, coaches = 0, boards = 0, works = 0;
  for (guint32 i = 0; i < c->project->n_schools; i++) {
    const GpVisit *visits = gp_coaching_school_visits (c->coaching, i, &n);
    for (guint k = 0; k < n; k++, schools++)
      ck_assert_uint_eq (visits[k].school, i);
  }
  for (guint32 i = 0; i < c->coaching->n_coaches; i++) {
    const guint32 *rows = gp_coaching_coach_visits (c->coaching, i, &n);
    for (guint k = 0; k < n; k++, coaches++) {
      ck_assert_uint_eq (c->coaching->visits[rows[k]].coach, i);
      ck_assert (k == 0 ||
                 c->coaching->visits[rows[k - 1]].year <= c->coaching->visits[rows[k]].year);
    }
    gp_coaching_coach_works (c->coaching, i, &n);
    works += n;
  }
  for (guint32 i = 0; i < c->project->n_boards; i++) {
    const guint32 *rows = gp_coaching_board_visits (c->coaching, i, &n);
    for (guint k = 0; k < n; k++, boards++)
      ck_assert_uint_eq (c->project->schools[c->coaching->visits[rows[k]].school].board, i);
  }
  ck_assert_uint_eq (schools, c->coaching->n_visits);
  ck_assert_uint_eq (coaches, c->coaching->n_visits);
  ck_assert_uint_eq (boards, c->coaching->n_visits);
  ck_assert_uint_eq (works, c->coaching->n_works);
}

START_TEST (test_random)
{
  guint n_whole = 0, n_visits = 0;
  for (guint i = 0; i < n_projects (); i++) {
    Case c = make_case (i);
    if (c.coaching != NULL) {
      n_whole++;
      n_visits += c.coaching->n_visits;
      check_audit (&c);
      check_splits (&c);
      check_uncovered (&c);
      check_same (&c);
      check_lookups (&c);
    }
    clear_case (&c);
  }
  ck_assert_uint_gt (n_whole, n_projects () * 3 / 4);
  ck_assert_uint_gt (n_visits, n_projects ());
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("coaching-property");
  TCase *tcase = tcase_create ("random");
  tcase_set_timeout (tcase, 600);
  tcase_add_test (tcase, test_random);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
