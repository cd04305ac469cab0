/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well coaches are named must not get worse unseen: of each project below stand the days that
 * nobody covers, the schools that get another coach, and the visits (schools have one coach where
 * that can be) when that was last looked at. The first of these that differs is less, and what is
 * possible at best is told by the counts: no fewer visits than schools.
 *
 * A better plan of such a project has other schools to visit. GP_QUALITY_TELL in the environment
 * prints the rows as they would be now, to be weighed and put in their place. */
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-coaching.h>
#include <groeiplan/gp-planner.h>

#include <stdio.h>

typedef struct {
  guint seed;
  guint uncovered, breaks, visits; /* uncovered: in hundredths of days */
  guint schools;                   /* visited in a year, all years */
  guint of_reason[GP_N_BREAK_REASONS];
} Named;

static const Named cases[] = {
    {200, 1501, 2, 189, 153, {0, 0, 0, 1, 1}}, {201, 8660, 0, 93, 67, {0, 0, 0, 0, 0}},
    {202, 0, 1, 87, 68, {0, 0, 0, 1, 0}},      {203, 19500, 2, 141, 122, {0, 0, 0, 2, 0}},
    {204, 0, 2, 190, 157, {0, 0, 1, 1, 0}},    {205, 2413, 2, 84, 68, {0, 0, 0, 2, 0}},
    {206, 11019, 0, 118, 99, {0, 0, 0, 0, 0}}, {207, 0, 0, 176, 144, {0, 0, 0, 0, 0}},
    {210, 0, 1, 133, 108, {0, 0, 1, 0, 0}},    {211, 0, 0, 177, 142, {0, 0, 0, 0, 0}},
    {222, 0, 2, 198, 161, {0, 0, 0, 2, 0}},    {224, 3064, 3, 120, 99, {0, 0, 0, 3, 0}},
    {225, 0, 1, 169, 139, {1, 0, 0, 0, 0}},    {226, 548, 0, 187, 145, {0, 0, 0, 0, 0}},
    {227, 9472, 3, 71, 62, {0, 0, 0, 3, 0}},   {230, 0, 2, 176, 148, {0, 0, 0, 2, 0}},
};

static GpCoaching *
name_coaches (guint seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpProject) project =
      gp_random_project (seed, 8 + seed * 7 % 26, 4 + seed % 3, GP_RANDOM_PLAIN);
  g_autoptr (GpPlan) plan = gp_planner_plan (project, seed % 3, NULL, NULL, &error);
  ck_assert_msg (plan != NULL, "%s", error != NULL ? error->message : "");
  GpCoaching *coaching = gp_planner_coaching (project, plan, &error);
  ck_assert_msg (coaching != NULL, "%s", error != NULL ? error->message : "");
  return coaching;
}

static Named
count (const GpCoaching *coaching, guint seed)
{
  Named is = {.seed = seed, .breaks = coaching->n_breaks, .visits = coaching->n_visits};
  for (guint i = 0; i < coaching->n_uncovered; i++)
    is.uncovered += (guint)coaching->uncovered[i].days;
  for (guint i = 0; i < coaching->n_breaks; i++)
    is.of_reason[coaching->breaks[i].reason]++;
  for (guint i = 0; i < coaching->project->n_regions * coaching->n_years; i++)
    is.schools += coaching->counts[i].schools;
  return is;
}

START_TEST (named_as_well)
{
  const Named *was = &cases[_i];
  g_autoptr (GpCoaching) coaching = name_coaches (was->seed);
  Named is = count (coaching, was->seed);
  if (g_getenv ("GP_QUALITY_TELL") != NULL) {
    printf ("    {%u, %u, %u, %u, %u, {%u, %u, %u, %u, %u}},\n", is.seed, is.uncovered, is.breaks,
            is.visits, is.schools, is.of_reason[0], is.of_reason[1], is.of_reason[2],
            is.of_reason[3], is.of_reason[4]);
    return;
  }
  ck_assert_uint_ge (is.visits, is.schools);
  ck_assert_msg (is.uncovered <= was->uncovered, "seed %u: %u uncovered, they were %u", is.seed,
                 is.uncovered, was->uncovered);
  if (is.uncovered < was->uncovered)
    return;
  ck_assert_msg (is.breaks <= was->breaks, "seed %u: %u changes of coach, they were %u", is.seed,
                 is.breaks, was->breaks);
  if (is.breaks < was->breaks)
    return;
  ck_assert_msg (is.visits <= was->visits, "seed %u: %u visits, they were %u", is.seed, is.visits,
                 was->visits);
  for (guint r = 0; r < GP_N_BREAK_REASONS; r++)
    ck_assert_uint_eq (is.of_reason[r], was->of_reason[r]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("coaching-quality");
  TCase *tests = tcase_create ("tests");
  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, named_as_well, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
