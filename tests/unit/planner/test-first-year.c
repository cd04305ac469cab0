/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first plan year held as in a plan is the same as pins that say so, in projects in which pins
 * can say it: every board has schools of one kind, nobody is hired. A board with pins goes another
 * way through the solver than one without. */
#include "planner-example.h"

#define N_BOARDS 40
#define LAST 2029

typedef struct {
  GpProject *project;
  guint32 scenario;
} Made;

static const char *const rows[] = {"frame partner_cap,,,2",
                                   "frame training_cap,,,6",
                                   "parameters cohort_target,regular,,18",
                                   "parameters cohort_target,groeikracht,,8",
                                   "parameters candidates_per_school,,,0.5",
                                   "parameters verandercoaches_per_school,,,0.5",
                                   "parameters partner_min_schools,,,5",
                                   "parameters handover_share,,,0.8",
                                   "parameters partnership_expert_days,,,4",
                                   "parameters training_expert_days,,,2",
                                   "parameters expert_cap,,,0"};

static const char *
sector_of (guint b)
{
  return b % 4 == 0 ? "vo" : "po";
}

/* Boards of a few to a dozen schools, large and small ones, of which most could be partners. */
static void
add_boards (GpProject *project, guint32 seed, guint32 pupils)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GRand) sizes = g_rand_new_with_seed (pupils);
  for (guint b = 0; b < N_BOARDS; b++) {
    const char *region = b % 3 == 0 ? "zuid" : "noord";
    g_autofree char *board = g_strdup_printf ("boards B%02u,Board,%s", b, region);
    g_autofree char *schools =
        g_strdup_printf ("schools %d B%02u,,%s,%s,%d,0", g_rand_int_range (rand, 2, 12), b,
                         sector_of (b), region, g_rand_int_range (sizes, 80, 600));
    example_add (project, board);
    example_add (project, schools);
  }
}

static guint
first_of (const GpPlan *plan, GpPlanRowKind kind, const char *board, GpProgramme programme)
{
  guint n, sum = 0;
  const GpPlanRow *found = gp_plan_rows (plan, GP_PART_WHOLE, kind, &n);
  for (guint i = 0; i < n; i++)
    if (found[i].year == 2026 && found[i].programme == programme &&
        g_str_equal (found[i].board, board))
      sum += (guint)(found[i].hundredths / 100);
  return sum;
}

/* As many as in the plan's first year, no more and no fewer. */
static void
add_pins (GpProject *project, const GpPlan *plan)
{
  for (guint b = 0; b < N_BOARDS; b++) {
    g_autofree char *code = g_strdup_printf ("B%02u", b);
    guint partner = first_of (plan, GP_ROW_PARTNER, code, GP_PROGRAMME_NONE);
    guint trainings = first_of (plan, GP_ROW_TRAINING, code, GP_PROGRAMME_NONE);
    for (guint p = 0; p < GP_N_PROGRAMMES; p++) {
      guint starts = first_of (plan, GP_ROW_START, code, (GpProgramme)p);
      g_autofree char *start =
          g_strdup_printf ("pins start,%s,%s,%s,2026-2027,%u,%u,held", code, sector_of (b),
                           gp_programme_name ((GpProgramme)p), starts, starts);
      example_add (project, start);
    }
    g_autofree char *year =
        g_strdup_printf ("pins partner,%s,,,2026-2027,%u,%u,held", code, partner, partner);
    g_autofree char *training =
        g_strdup_printf ("pins training,%s,,,2026-2027,%u,%u,held", code, trainings, trainings);
    example_add (project, year);
    example_add (project, training);
  }
}

/* With the first year of the plan pinned, where there is one. */
static Made
make (guint32 seed, guint32 pupils, gboolean few, const GpPlan *plan)
{
  g_autoptr (GError) error = NULL;
  Made made = {.project = gp_project_new (NULL, NULL)};
  gp_project_set_frame (made.project, "Example", 2026, LAST, GP_YEAR_NONE);
  for (guint i = 0; example_frame[i] != NULL; i++)
    if (strstr (example_frame[i], "_cap") == NULL)
      example_add (made.project, example_frame[i]);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    example_add (made.project, rows[i]);
  example_add (made.project,
               few ? "expert_coaches e,Expert,noord,60" : "expert_coaches e,Expert,noord,150");
  example_add (made.project,
               few ? "expert_coaches f,Expert,zuid,30" : "expert_coaches f,Expert,zuid,80");
  add_boards (made.project, seed, pupils);
  if (pupils != seed) /* so that the first board has some of that too */
    example_add (made.project, "pins start,B00,vo,groeikracht,2026-2027,2,,agreed");
  if (plan != NULL)
    add_pins (made.project, plan);
  ck_assert_msg (gp_project_finish (made.project, &error), "%s",
                 error != NULL ? error->message : "");
  made.scenario = gp_project_find (made.project, GP_TABLE_SCENARIOS, "base");
  return made;
}

static GpPlan *
plan_of (const Made *made, gboolean relaxed_only, const GpPlan *first_year)
{
  g_autoptr (GError) error = NULL;
  const GpPlannerOptions options = {
      .relaxed_only = relaxed_only, .without_proof = relaxed_only, .first_year = first_year};
  GpPlan *plan = gp_planner_plan (made->project, made->scenario, &options, NULL, &error);
  ck_assert_msg (plan != NULL, "%s", error != NULL ? error->message : "");
  ck_assert_msg (plan->status <= GP_PLAN_FEASIBLE, "%s: %s", gp_plan_status_name (plan->status),
                 plan->n_conflicts > 0 ? plan->conflicts[0] : "");
  return plan;
}

/* The plan is one for other pupils, so that other schools than the largest have started; and every
 * second time for more experts, so that those are overloaded. */
START_TEST (held_as_pinned)
{
  guint32 seed = (guint32)_i / 2;
  gboolean few = _i % 2 != 0;
  Made before = make (seed, seed + 100, FALSE, NULL), open = make (seed, seed, few, NULL);
  g_autoptr (GpPlan) first = plan_of (&before, FALSE, NULL);
  ck_assert (first->has_whole);
  ck_assert_uint_gt (first_of (first, GP_ROW_START, "B00", GP_PROGRAMME_GROEIKRACHT), 0);
  g_autoptr (GpPlan) held = plan_of (&open, TRUE, first);
  Made pinned = make (seed, seed, few, first);
  g_autoptr (GpPlan) again = plan_of (&pinned, TRUE, NULL);
  ck_assert_uint_eq (held->n_priorities, again->n_priorities);
  for (guint i = 0; i < held->n_priorities; i++) {
    const GpPlanPriority *a = &held->priorities[i], *b = &again->priorities[i];
    ck_assert_int_eq (a->id, b->id);
    ck_assert_double_eq_tol (a->relaxed, b->relaxed, 1e-6 * (1 + fabs (b->relaxed)));
  }
  gp_project_unref (before.project);
  gp_project_unref (open.project);
  gp_project_unref (pinned.project);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("planner-first-year");
  TCase *tests = tcase_create ("tests");
  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, held_as_pinned, 0, 10);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
