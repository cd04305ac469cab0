/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Circles of who visits whom are taken out, seen from inside: giving schools hardly ever makes one.
 */
#include "../../../src/planner/coaching/gp-coaching-private.h"
#include "gp-test.h"

#define N_SCHOOLS 4
#define N_COACHES 3

typedef struct {
  guint school, coach;
  gint64 days;
} Pair;

/* As much of a maker as the forest looks at: one region and year, and these visits. */
static GpCoachingMaker
maker_of (const Pair *pairs, guint n)
{
  GpCoachingMaker maker = {.n_years = 1, .n_regions = 1};
  maker.needs = g_array_new (FALSE, FALSE, sizeof (GpAsk));
  maker.visits = g_array_new (FALSE, FALSE, sizeof (GpAskVisit));
  maker.first_need = g_new0 (guint, 2);
  maker.first_need[1] = N_SCHOOLS;
  for (guint32 i = 0; i < N_SCHOOLS; i++) {
    GpAsk ask = {.school = i, .before = GP_NONE, .after = GP_NONE, .first_visit = GP_NONE};
    g_array_append_val (maker.needs, ask);
  }
  for (guint i = 0; i < n; i++)
    gp_coaching_visit (&maker, pairs[i].school, pairs[i].coach, pairs[i].days);
  return maker;
}

static void
clear_maker (GpCoachingMaker *maker)
{
  g_array_unref (maker->needs);
  g_array_unref (maker->visits);
  g_free (maker->first_need);
}

/* Days by school and by coach stay, no visit is negative; how many are left. */
static guint
check_same_sums (const GpCoachingMaker *maker, const Pair *pairs, guint n)
{
  gint64 schools[N_SCHOOLS] = {0}, coaches[N_COACHES] = {0};
  guint left = 0;
  for (guint i = 0; i < n; i++) {
    schools[pairs[i].school] += pairs[i].days;
    coaches[pairs[i].coach] += pairs[i].days;
  }
  for (guint i = 0; i < maker->visits->len; i++) {
    const GpAskVisit *visit = &g_array_index (maker->visits, GpAskVisit, i);
    ck_assert_int_ge (visit->days, 0);
    schools[visit->need] -= visit->days;
    coaches[visit->coach] -= visit->days;
    left += visit->days > 0;
  }
  for (guint i = 0; i < N_SCHOOLS; i++)
    ck_assert_int_eq (schools[i], 0);
  for (guint i = 0; i < N_COACHES; i++)
    ck_assert_int_eq (coaches[i], 0);
  return left;
}

/* Two schools and two coaches, all four pairs: one of them ends. */
START_TEST (test_circle_of_four)
{
  static const Pair pairs[] = {{0, 0, 300}, {0, 1, 700}, {1, 0, 500}, {1, 1, 500}};
  GpCoachingMaker maker = maker_of (pairs, G_N_ELEMENTS (pairs));
  gp_coaching_forest_year (&maker, 0, 0);
  ck_assert_uint_eq (check_same_sums (&maker, pairs, G_N_ELEMENTS (pairs)), 3);
  clear_maker (&maker);
}
END_TEST

/* Three schools and three coaches in a ring, and a fourth school beside it. */
START_TEST (test_ring)
{
  static const Pair pairs[] = {{0, 0, 100}, {0, 1, 200}, {1, 1, 300}, {1, 2, 400},
                               {2, 2, 500}, {2, 0, 600}, {3, 0, 70}};
  GpCoachingMaker maker = maker_of (pairs, G_N_ELEMENTS (pairs));
  gp_coaching_forest_year (&maker, 0, 0);
  ck_assert_uint_eq (check_same_sums (&maker, pairs, G_N_ELEMENTS (pairs)), 6);
  clear_maker (&maker);
}
END_TEST

/* Everybody with everybody: 12 pairs, of which 4 + 3 - 1 can stay. */
START_TEST (test_all)
{
  Pair pairs[N_SCHOOLS * N_COACHES];
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    pairs[i] = (Pair){i / N_COACHES, i % N_COACHES, 100 + 37 * i % 11 * 10};
  GpCoachingMaker maker = maker_of (pairs, G_N_ELEMENTS (pairs));
  gp_coaching_forest_year (&maker, 0, 0);
  ck_assert_uint_le (check_same_sums (&maker, pairs, G_N_ELEMENTS (pairs)),
                     N_SCHOOLS + N_COACHES - 1);
  clear_maker (&maker);
}
END_TEST

/* Without a circle nothing changes. */
START_TEST (test_tree)
{
  static const Pair pairs[] = {{0, 0, 100}, {0, 1, 200}, {1, 1, 300}, {2, 2, 500}, {3, 2, 70}};
  GpCoachingMaker maker = maker_of (pairs, G_N_ELEMENTS (pairs));
  gp_coaching_forest_year (&maker, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    ck_assert_int_eq (g_array_index (maker.visits, GpAskVisit, i).days, pairs[i].days);
  clear_maker (&maker);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("coaching-forest");
  TCase *tcase = tcase_create ("circles");
  tcase_add_test (tcase, test_circle_of_four);
  tcase_add_test (tcase, test_ring);
  tcase_add_test (tcase, test_all);
  tcase_add_test (tcase, test_tree);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
