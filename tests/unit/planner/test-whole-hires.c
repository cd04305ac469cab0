/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The best whole hires at prices, against all ways there are; and hires rounded from a relaxed
 * plan's, under the same cap. */
#include "../../../src/planner/whole/gp-whole-hires.h"
#include "../../../src/planner/whole/gp-whole.h"
#include "gp-test.h"

#include <math.h>

#define N_YEARS 4
#define MOST 5 /* experts under the cap */

typedef struct {
  double cap[N_YEARS], heads[N_YEARS], price[N_YEARS];
  GpPlanData data;
} Hiring;

static void
draw (Hiring *h, GRand *rand)
{
  static const double attritions[] = {0, 0.08, 0.1, 0.25, 1.0 / 3, 0.5, 1};
  h->data = (GpPlanData){.n_years = (guint)g_rand_int_range (rand, 1, N_YEARS + 1),
                         .n_regions = 2,
                         .expert_cap = h->cap,
                         .heads = h->heads};
  h->data.attrition = attritions[g_rand_int_range (rand, 0, G_N_ELEMENTS (attritions))];
  for (guint y = 0; y < N_YEARS; y++) {
    h->heads[y] = g_rand_int_range (rand, 0, 4);
    h->cap[y] = h->heads[y] + g_rand_int_range (rand, -1, 2 * MOST) / 2.0;
    h->price[y] = g_rand_int_range (rand, -6, 2);
  }
}

static double
room (const Hiring *h, guint y)
{
  return fmax (0, h->cap[y] - h->heads[y]);
}

/* Every number of hires in every year that fits, the best of which costs least. Those who stay are
 * rounded down to a thousandth, as is said of it. */
static double
try_all (const Hiring *h, guint y, double there)
{
  double best = INFINITY;
  if (y == h->data.n_years)
    return 0;
  there = floor (there * (1 - h->data.attrition) / 1e-3) * 1e-3;
  for (int n = 0; there + n <= room (h, y) + 1e-9; n++)
    best = fmin (best, n * h->price[y] + try_all (h, y + 1, there + n));
  return best;
}

static gboolean
fits (const Hiring *h, const int *hires)
{
  double there = 0;
  for (guint y = 0; y < h->data.n_years; y++) {
    there = there * (1 - h->data.attrition) + hires[y];
    if (hires[y] < 0 || there > room (h, y) + 0.01)
      return FALSE;
  }
  return TRUE;
}

START_TEST (best_of_all_ways)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_worth = 0;
  for (guint i = 0; i < 2000; i++) {
    Hiring h;
    int hires[N_YEARS];
    draw (&h, rand);
    double best = try_all (&h, 0, 0), cost;
    cost = gp_hires_best (&h.data, h.price, hires);
    double sum = 0;
    for (guint y = 0; y < h.data.n_years; y++)
      sum += hires[y] * h.price[y];
    ck_assert_double_eq_tol (sum, cost, 1e-9);
    ck_assert_double_eq_tol (cost, best, 1e-9);
    ck_assert (fits (&h, hires));
    n_worth += cost < 0;
  }
  ck_assert_uint_gt (n_worth, 1000);
}
END_TEST

START_TEST (few_under_the_cap)
{
  Hiring h = {.cap = {60, 62, 5}, .heads = {0, 2, 9}, .data = {.n_years = 3}};
  h.data.expert_cap = h.cap;
  h.data.heads = h.heads;
  ck_assert (gp_hires_are_few (&h.data));
  h.cap[2] = 69.5;
  ck_assert (!gp_hires_are_few (&h.data));
  h.data.n_years = 2;
  ck_assert (gp_hires_are_few (&h.data));
  h.cap[0] = INFINITY;
  ck_assert (!gp_hires_are_few (&h.data));
}
END_TEST

/* ---- rounded ---------------------------------------------------------------------- */

/* Two regions: hired experts of the relaxed plan, and what becomes of them. */
static void
check_rounded (Hiring *h, const double *hired, const int *wanted)
{
  double amounts[2 * N_YEARS];
  g_autoptr (GpFixings) fixings = gp_fixings_new (&h->data);
  GpDecisions relaxed = {.data = &h->data, .hired = amounts};
  guint n = 2 * h->data.n_years;
  for (guint i = 0; i < n; i++)
    amounts[i] = hired[i];
  gp_fixings_round_hires (fixings, &relaxed);
  for (guint i = 0; i < n; i++)
    ck_assert_int_eq (fixings->hire[i], wanted[i]);
}

START_TEST (rounds_under_the_cap)
{
  Hiring h = {.cap = {3, 3, 3}, .heads = {0, 0, 0}};
  h.data = (GpPlanData){.n_years = 3, .n_regions = 2, .expert_cap = h.cap, .heads = h.heads};
  /* those who lag most first; a twentieth of an expert is nobody */
  check_rounded (&h, (const double[]){1.5, 1.5, 1.5, 0.04, 0.04, 0.04},
                 (const int[]){2, 0, 0, 0, 0, 0});
  check_rounded (&h, (const double[]){1.2, 1.2, 1.2, 1.6, 1.6, 2.2},
                 (const int[]){1, 0, 0, 2, 0, 0});
  check_rounded (&h, (const double[]){0, 0.06, 1.1, 0, 1, 1}, (const int[]){0, 1, 1, 0, 1, 0});
  /* nobody above what a later cap leaves room for */
  h.cap[2] = 1;
  check_rounded (&h, (const double[]){2, 2, 2, 0, 0, 0}, (const int[]){1, 0, 0, 0, 0, 0});
  /* of whom half stay: two now are one by then */
  h.data.attrition = 0.5;
  h.cap[1] = 2;
  check_rounded (&h, (const double[]){4, 4, 4, 0, 0, 0}, (const int[]){3, 0, 0, 0, 0, 0});
  h.heads[0] = 2;
  check_rounded (&h, (const double[]){4, 4, 4, 0, 0, 0}, (const int[]){1, 1, 0, 0, 0, 0});
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("whole hires");
  TCase *tests = tcase_create ("tests");
  tcase_add_test (tests, best_of_all_ways);
  tcase_add_test (tests, few_under_the_cap);
  tcase_add_test (tests, rounds_under_the_cap);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
