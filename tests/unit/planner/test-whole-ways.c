/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each way of rounding on its own. A plan is the best of several ways, so that one of them could
 * get much worse unseen. Here each makes its plan, and what the delays come to stands below: it may
 * be less, never more, and never less than what is proven of all whole plans.
 *
 * GP_QUALITY_TELL in the environment prints the rows as they would be now. */
#include "../../../src/planner/whole/gp-whole-choose.h"
#include "../../../src/planner/whole/gp-whole-fill.h"
#include "../../../src/planner/whole/gp-whole.h"
#include "gp-random-project.h"
#include "gp-test.h"

#include <math.h>
#include <stdio.h>

#define N_WAYS 5
#define TOLERANCE 1e-8

typedef struct {
  double delays, reach;
} Reached;

typedef struct {
  guint32 seed;
  double least; /* delays of the relaxed plan */
  Reached ways[N_WAYS];
} Case;

/* Of 120 projects those in which the ways differ most. */
static const Case cases[] = {
    {32, 8, {{11, 174415.8}, {11, 174415.8}, {11, 174415.8}, {8, 174110.267}, {11, 174415.8}}},
    {34,
     67,
     {{75, 125914.35}, {75, 125914.35}, {106, 125480.433}, {75, 125773.35}, {116, 127102.733}}},
    {37,
     13,
     {{25, 248599.917}, {15, 248912.917}, {27, 246881.417}, {16, 247834.5}, {15, 244811.167}}},
    {58,
     252.758333,
     {{272, 164298.958},
      {272, 164298.958},
      {272, 165755.958},
      {272, 160966.042},
      {284, 167727.542}}},
    {62,
     377,
     {{451, 243600.75}, {451, 243600.75}, {469, 246023.167}, {451, 243402}, {451, 249716.75}}},
    {65,
     21,
     {{28, 207136.9}, {28, 207136.9}, {38, 208821.283}, {21, 208583.367}, {38, 208463.683}}},
    {66, 3, {{8, 156235.317}, {8, 155907.317}, {11, 156531.833}, {9, 156804.75}, {12, 157538.633}}},
    {69,
     58.628078,
     {{88, 117704.417}, {89, 117746.083}, {89, 118798.75}, {88, 119237.667}, {90, 119921.583}}},
    {71, 67, {{94, 120631.5}, {94, 120631.5}, {94, 120643.5}, {350, 122307}, {91, 119511.333}}},
    {72, 75, {{95, 96130.75}, {95, 96130.75}, {89, 96557.35}, {95, 95997.5833}, {92, 95940.7667}}},
    {84,
     274.519811,
     {{293, 121933.75}, {293, 121933.75}, {287, 120936.25}, {293, 122088.75}, {284, 123395.583}}},
    {89, 3, {{4, 246710.133}, {4, 246311.683}, {4, 248527.333}, {6, 248540.783}, {12, 246202.883}}},
    {91,
     397.428447,
     {{417, 161618.967}, {417, 161618.967}, {407, 161630.15}, {415, 163139.567}, {457, 162451.75}}},
    {99, 1, {{3, 88447.1667}, {3, 88447.1667}, {4, 87152}, {2, 89036.1667}, {12, 87762.6667}}},
    {105,
     0,
     {{1, 104774.333}, {1, 104842.833}, {1, 104842.833}, {25, 104251.167}, {3, 105742.333}}},
    {113,
     28,
     {{92, 185232.817}, {92, 185232.817}, {92, 184546.817}, {35, 182836.85}, {92, 186460.9}}},
};

/* As the order of these projects has them. */
static double
delays (const GpDecisions *d)
{
  return 1000 * gp_decisions_value (d, GP_PRIORITY_OVERLOAD) +
         10 * gp_decisions_value (d, GP_PRIORITY_GROEIKRACHT_DELAY) +
         gp_decisions_value (d, GP_PRIORITY_REGULAR_DELAY);
}

/* Exact figures, repaired and filled. */
static GpDecisions *
finish (const GpPlanData *data, const GpFixings *fixings, const GpDecisions *found)
{
  g_autoptr (GpWholeState) state = gp_whole_state_new (data, fixings);
  g_autofree double *prices = g_new0 (double, data->n_regions * data->n_years + 1);
  gp_whole_round (state, found);
  if (!gp_whole_repair (state))
    return NULL;
  gp_whole_fill (state, prices, NULL);
  return gp_whole_state_decisions (state);
}

static Reached
go (const GpPlanData *data, const GpChoice *choice, guint way)
{
  g_autoptr (GpFixings) fixings = gp_fixings_new (data);
  g_autoptr (GpDecisions) found = gp_choice_round (choice, way, fixings);
  ck_assert_ptr_nonnull (found);
  g_autoptr (GpDecisions) made = finish (data, fixings, found);
  ck_assert_ptr_nonnull (made);
  return (Reached){delays (made), gp_decisions_value (made, GP_PRIORITY_REACH)};
}

static double
least_delays (const GpRelaxed *relaxed)
{
  g_autoptr (GpDecisions) found = gp_decisions_from_relaxed (relaxed);
  return delays (found);
}

static void
check_way (const Case *c, guint way, Reached is)
{
  const Reached *was = &c->ways[way];
  ck_assert_double_ge (is.delays, c->least - TOLERANCE);
  ck_assert_msg (is.delays <= was->delays + TOLERANCE, "seed %u, way %u: %.9g, it was %.9g",
                 c->seed, way, is.delays, was->delays);
  if (is.delays >= was->delays - TOLERANCE)
    ck_assert_msg (is.reach >= was->reach * (1 - TOLERANCE),
                   "seed %u, way %u: reach %.9g, it was %.9g", c->seed, way, is.reach, was->reach);
}

START_TEST (ways_are_as_good)
{
  const Case *c = &cases[_i];
  g_autoptr (GpProject) project =
      gp_random_project (c->seed, 8 + c->seed * 7 % 26, 3 + c->seed % 3, GP_RANDOM_PLAIN);
  g_autoptr (GpPlanData) data = gp_plan_data_new (project, 0, NULL);
  g_autoptr (GpRelaxed) relaxed = gp_relaxed_solve (data, NULL, NULL, NULL, NULL);
  ck_assert_int_eq (relaxed->status, GP_LP_OPTIMAL);
  g_autoptr (GpChoice) choice = gp_whole_choose (relaxed, NULL, NULL);
  ck_assert_ptr_nonnull (choice);
  ck_assert_uint_eq (gp_choice_n_ways (choice), N_WAYS);
  gboolean telling = g_getenv ("GP_QUALITY_TELL") != NULL;
  if (telling)
    printf ("    {%u, %.9g, {", c->seed, fmax (0, least_delays (relaxed)));
  else
    ck_assert_double_eq_tol (least_delays (relaxed), c->least, 1e-5);
  for (guint way = 0; way < N_WAYS; way++) {
    Reached is = go (data, choice, way);
    if (telling)
      printf ("%s{%.9g, %.9g}%s", way > 0 ? ", " : "", is.delays, is.reach,
              way + 1 < N_WAYS ? "" : "}},\n");
    else
      check_way (c, way, is);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("whole ways");
  TCase *tests = tcase_create ("tests");
  tcase_set_timeout (tests, 120);
  tcase_add_loop_test (tests, ways_are_as_good, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
