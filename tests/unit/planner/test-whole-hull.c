/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The hull of whole partnerships: no whole plan goes below it, it does not go below the relaxed
 * plan, and what it rounds to is whole. */
#include "../../../src/planner/whole/gp-whole-choose.h"
#include "../../../src/planner/whole/gp-whole-hull.h"
#include "../../../src/planner/whole/gp-whole.h"
#include "gp-random-project.h"
#include "gp-test.h"
#include <math.h>

#define N_PROJECTS 40
#define TOLERANCE 0.01 /* rows are loosened a little, and GLPK's own tolerances hold */

static const double weight[GP_N_PRIORITIES] = {[GP_PRIORITY_OVERLOAD] = 10000,
                                               [GP_PRIORITY_GROEIKRACHT_DELAY] = 100,
                                               [GP_PRIORITY_REGULAR_DELAY] = 1};

/* Takes in every offer there is; the bound at the end. */
static double
solve_hull (GpHull *hull)
{
  double bound = -INFINITY;
  for (guint round = 0; round < 100; round++) {
    ck_assert_int_eq (gp_hull_solve (hull, GP_LP_PRIMAL, NULL), GP_LP_OPTIMAL);
    g_autoptr (GArray) offers = gp_hull_offers (hull, &bound, NULL);
    double hires = gp_hull_offer_hires (hull);
    bound -= hires;
    ck_assert_double_le (bound, gp_hull_value (hull) + 1e-6);
    if (offers->len == 0 && hires <= 1e-6)
      break;
    for (guint i = 0; i < offers->len; i++) {
      const GpOffer *offer = &g_array_index (offers, GpOffer, i);
      ck_assert (gp_hull_add (hull, offer->board, offer->year));
    }
  }
  return bound;
}

static double
weighted (const GpDecisions *d)
{
  double sum = 0;
  for (guint p = 0; p < GP_N_PRIORITIES; p++)
    sum += weight[p] != 0 ? weight[p] * gp_decisions_value (d, (GpPriorityId)p) : 0;
  return sum;
}

static double
weighted_relaxed (const GpRelaxed *relaxed)
{
  double sum = 0;
  for (guint i = 0; i < relaxed->n_solved; i++)
    sum += weight[relaxed->program->data->priorities[i]] * relaxed->priorities[i].value;
  return sum;
}

/* The scenario's first priorities are those that the weights here put first. */
static gboolean
is_in_order (const GpPlanData *data)
{
  return data->n_priorities >= 3 && data->priorities[0] == GP_PRIORITY_OVERLOAD &&
         data->priorities[1] == GP_PRIORITY_GROEIKRACHT_DELAY &&
         data->priorities[2] == GP_PRIORITY_REGULAR_DELAY;
}

/* With partner years held whole, the relaxed program itself is a plan of the hull. */
static double
weighted_with_partners (const GpPlanData *data, const GpDecisions *near)
{
  g_autoptr (GpFixings) fixings = gp_fixings_new (data);
  gp_fixings_round_partners (fixings, near);
  g_autoptr (GpRelaxed) held = gp_relaxed_solve (data, fixings, NULL, NULL, NULL);
  return held->status == GP_LP_OPTIMAL ? weighted_relaxed (held) : INFINITY;
}

static void
check_project (guint32 seed, guint *n_in_order)
{
  g_autoptr (GpProject) project = gp_random_project (seed, 14, 5, GP_RANDOM_PLAIN);
  g_autoptr (GpPlanData) data = gp_plan_data_new (project, 0, NULL);
  ck_assert_ptr_nonnull (data);
  g_autoptr (GpRelaxed) relaxed = gp_relaxed_solve (data, NULL, NULL, NULL, NULL);
  ck_assert_int_eq (relaxed->status, GP_LP_OPTIMAL);
  g_autoptr (GpHull) hull = gp_hull_new (data, weight, FALSE);
  double bound = solve_hull (hull);
  ck_assert_double_ge (bound, gp_hull_value (hull) * (1 - 1e-3) - TOLERANCE);
  g_autoptr (GpDecisions) whole = gp_whole_plan (relaxed, NULL, NULL, NULL, NULL);
  if (whole != NULL)
    ck_assert_double_ge (weighted (whole), bound - TOLERANCE);
  g_autoptr (GpDecisions) none = gp_decisions_new (data);
  g_autoptr (GpDecisions) near = gp_decisions_from_relaxed (relaxed);
  ck_assert_double_ge (weighted_with_partners (data, none), bound - TOLERANCE);
  ck_assert_double_ge (weighted_with_partners (data, near), bound - TOLERANCE);
  if (is_in_order (data)) {
    ck_assert_double_ge (bound, weighted_relaxed (relaxed) - 1); /* of loosened overload */
    (*n_in_order)++;
  }
}

START_TEST (bounds_whole_plans)
{
  guint n_in_order = 0;
  for (guint32 seed = 0; seed < N_PROJECTS; seed++)
    check_project (seed, &n_in_order);
  ck_assert_uint_ge (n_in_order, 3);
}
END_TEST

static gboolean
is_whole (double value)
{
  return fabs (value - round (value)) < 1e-9;
}

START_TEST (chooses_whole_decisions)
{
  guint n_found = 0;
  for (guint32 seed = 0; seed < N_PROJECTS; seed++) {
    g_autoptr (GpProject) project = gp_random_project (seed, 14, 5, GP_RANDOM_PLAIN);
    g_autoptr (GpPlanData) data = gp_plan_data_new (project, 0, NULL);
    g_autoptr (GpRelaxed) relaxed = gp_relaxed_solve (data, NULL, NULL, NULL, NULL);
    g_autoptr (GpFixings) fixings = gp_fixings_new (data);
    g_autoptr (GpChoice) choice = gp_whole_choose (relaxed, NULL, NULL);
    if (choice == NULL)
      continue;
    guint way = seed % gp_choice_n_ways (choice);
    g_autoptr (GpDecisions) found = gp_choice_round (choice, way, fixings);
    if (found == NULL)
      continue;
    n_found++;
    for (guint i = 0; i < data->n_cells * GP_N_PROGRAMMES * data->n_years; i++)
      ck_assert (found->starts[i] >= 0 && is_whole (found->starts[i]));
    for (guint y = 0; y < data->n_years; y++) {
      double partners = 0, trainings = 0;
      for (guint32 b = 0; b < data->n_boards; b++) {
        partners += fixings->partner[b * data->n_years + y];
        trainings += fixings->training[b * data->n_years + y];
      }
      ck_assert_double_le (partners, data->partner_cap[y]);
      ck_assert_double_le (trainings, data->training_cap[y]);
    }
  }
  ck_assert_uint_ge (n_found, N_PROJECTS * 3 / 4);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("whole hull");
  TCase *tests = tcase_create ("hull");
  tcase_set_timeout (tests, 120);
  tcase_add_test (tests, bounds_whole_plans);
  tcase_add_test (tests, chooses_whole_decisions);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
