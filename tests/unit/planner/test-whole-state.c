/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole plan under construction: its exact figures stay those of its decisions through every
 * change, and are on the safe side of what the planning model says in plain numbers. */
#include "../../../src/planner/whole/gp-whole-state.h"
#include "../../../src/planner/whole/gp-whole.h"
#include "change-example.h"
#include "gp-random-project.h"

#define N_PROJECTS 16
#define DAY 1e6 /* in GpMicro */

typedef struct {
  const GpPlanData *data;
  GpFixings *fixings;
  GpWholeState *state;
} Try;

/* Any partner years, trainings and hires: whether a rule allows them is of no matter here. */
static void
draw_fixings (Try *t, GRand *rand)
{
  guint n = t->data->n_years;
  for (guint b = 0; b < t->data->n_boards; b++)
    for (guint y = 0; y < n; y++) {
      gboolean may = t->data->boards[b].can_partner;
      t->fixings->partner[b * n + y] = may && !t->data->boards[b].is_partner && y == b % n;
      t->fixings->training[b * n + y] = may ? g_rand_int_range (rand, 0, 3) : 0;
    }
  for (guint i = 0; i < t->data->n_regions * n; i++)
    t->fixings->hire[i] = g_rand_int_range (rand, -1, 2);
}

static void
change (Try *t, GRand *rand)
{
  const GpPlanData *data = t->data;
  guint n = data->n_years, y = (guint)g_rand_int_range (rand, 0, (gint32)n);
  guint c = (guint)g_rand_int_range (rand, 0, (gint32)data->n_cells);
  GpProgramme programme = g_rand_boolean (rand) ? GP_PROGRAMME_REGULAR : GP_PROGRAMME_GROEIKRACHT;
  guint at = (c * GP_N_PROGRAMMES + (guint)programme) * n + y;
  guint32 b = data->cells[c].board;
  gp_whole_state_change (t->state, c, programme, y,
                         t->state->starts[at] > 0 && g_rand_boolean (rand) ? -1 : 1);
  if (!data->boards[b].can_partner)
    return;
  gp_whole_state_train (t->state, b, y,
                        t->state->training[b * n + y] > 0 && g_rand_boolean (rand) ? -1 : 1);
}

/* ---- the same as made anew -------------------------------------------------------- */

static GpWholeState *
again (const Try *t)
{
  guint n = t->data->n_years;
  for (guint i = 0; i < t->data->n_boards * n; i++)
    t->fixings->training[i] = t->state->training[i];
  GpWholeState *fresh = gp_whole_state_new (t->data, t->fixings);
  for (guint i = 0; i < t->data->n_cells * GP_N_PROGRAMMES * n; i++)
    for (int k = 0; k < t->state->starts[i]; k++)
      gp_whole_state_change (fresh, i / (GP_N_PROGRAMMES * n),
                             (GpProgramme)(i / n % GP_N_PROGRAMMES), i % n, 1);
  return fresh;
}

#define SAME(what, n)                                                                              \
  for (guint i = 0; i < (n); i++)                                                                  \
  ck_assert_msg (t->state->what[i] == fresh->what[i], "%s %u", #what, i)

static void
check_same (const Try *t)
{
  g_autoptr (GpWholeState) fresh = again (t);
  guint n = t->data->n_years, boards = t->data->n_boards * n, sites = t->data->n_sites * n;
  SAME (stock_down, boards);
  SAME (stock_up, boards);
  SAME (capacity, boards);
  SAME (board_starts, boards);
  SAME (pool_min, boards);
  SAME (need, t->data->n_regions * n);
  SAME (demand, sites);
  SAME (coach, sites);
  SAME (total, n);
  SAME (high, n);
  SAME (by_sector, t->data->n_sectors * n);
  SAME (by_programme, GP_N_PROGRAMMES * n);
}

/* ---- on the safe side of plain numbers -------------------------------------------- */

/* Between least and most, of which least may be missed by what a double rounds off. */
static void
check_within (const char *what, guint i, double is, double least, double most)
{
  double noise = 1e-9 * (1 + fabs (most));
  ck_assert_msg (is >= least - noise && is <= most + noise, "%s %u: %.12g, not %.12g to %.12g",
                 what, i, is, least, most);
}

static void
check_coaches (const Try *t, const GpDecisions *d)
{
  const GpPlanData *data = t->data;
  guint n = data->n_years;
  for (guint i = 0; i < data->n_boards * n; i++) {
    double trained = d->training[i], longer = d->stock[i] - trained;
    double days =
        data->days0[i] + longer * data->coach_days[i % n] + trained * data->coach_first_days[i % n];
    check_within ("known", i, (double)t->state->known_up[i] / 1e12, data->stock0[i],
                  data->stock0[i] + 1e-9);
    check_within ("up", i, (double)t->state->stock_up[i] / 1e12, d->stock[i], d->stock[i] + 1e-9);
    check_within ("down", i, (double)t->state->stock_down[i] / 1e12, d->stock[i] - 1e-9,
                  d->stock[i]);
    check_within ("days", i, (double)t->state->capacity[i] / DAY, days - 1e-4, days);
    check_within ("expert days", i % data->n_regions,
                  (double)t->state->expert_supply[i % (data->n_regions * n)] / DAY,
                  data->available[i % (data->n_regions * n)] - 1e-4,
                  data->available[i % (data->n_regions * n)]);
  }
}

/* What region's experts must give, before lending. */
static void
check_needs (const Try *t, GpDecisions *d)
{
  const GpPlanData *data = t->data;
  guint n = data->n_years;
  memset (d->lend, 0, sizeof (double) * data->n_regions * data->n_regions * n);
  for (guint32 r = 0; r < data->n_regions; r++)
    for (guint y = 0; y < n; y++) {
      double need = gp_decisions_used (d, r, y) - gp_decisions_available (d, r, y);
      check_within ("need", r * n + y, (double)t->state->need[r * n + y] / DAY, need, need + 1e-3);
    }
}

/* Verandercoaches give all that they may: of what is asked at the site, and of what they have. */
static void
check_handed_over (const Try *t, const GpDecisions *d)
{
  const GpPlanData *data = t->data;
  guint n = data->n_years;
  for (guint b = 0; b < data->n_boards; b++)
    for (guint y = 0; y < n && data->boards[b].can_partner; y++) {
      const GpBoardData *board = &data->boards[b];
      double given = 0, most = 0;
      for (guint s = board->first_site; s < board->first_site + board->n_sites; s++) {
        double asked = gp_decisions_demand (d, s, y) * data->handover[y];
        check_within ("coach", s * n + y, d->coach[s * n + y], 0, asked);
        given += d->coach[s * n + y];
        most += asked;
      }
      most = fmin (most, (double)t->state->capacity[b * n + y] / DAY);
      check_within ("given", b * n + y, given, most - 0.01 * board->n_sites - 1e-3, most);
    }
}

/* The fewest starts before a year of which there are enough candidates. */
static void
check_pools (const Try *t, const GpDecisions *d)
{
  const GpPlanData *data = t->data;
  guint n = data->n_years;
  for (guint i = 0; i < data->n_boards * n; i++) {
    double share = data->candidates[i % n];
    double had = fmax (0, share * data->boards[i / n].n_started - data->stock0[i]);
    int least = t->state->pool_min[i];
    if (share < 1e-6)
      continue;
    ck_assert (had + share * least >= d->stock[i] - 1e-9);
    ck_assert (least == 0 || had + share * (least - 1) < d->stock[i] + 1e-9);
  }
}

static void
check_figures (const Try *t)
{
  g_autoptr (GpDecisions) d = gp_whole_state_decisions (t->state);
  check_coaches (t, d);
  check_handed_over (t, d);
  check_pools (t, d);
  check_needs (t, d);
}

START_TEST (keeps_its_figures)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)_i);
  g_autoptr (GpProject) project =
      gp_random_project ((guint32)_i + 40, 9, 1 + (guint)_i % 6, GP_RANDOM_PLAIN);
  g_autoptr (GpPlanData) data = gp_plan_data_new (project, (guint32)_i % 3, NULL);
  g_autoptr (GpFixings) fixings = gp_fixings_new (data);
  Try t = {data, fixings, NULL};
  draw_fixings (&t, rand);
  g_autoptr (GpWholeState) state = t.state = gp_whole_state_new (data, fixings);
  check_figures (&t);
  for (guint i = 0; i < 60; i++) {
    change (&t, rand);
    if (i % 6 == 0) {
      check_same (&t);
      check_figures (&t);
    }
  }
}
END_TEST

/* ---- by hand ---------------------------------------------------------------------- */

static GpWholeState *
state_of (const GpProject *project, GpPlanData **data)
{
  *data = gp_plan_data_new (project, gp_project_find (project, GP_TABLE_SCENARIOS, "base"), NULL);
  ck_assert_ptr_nonnull (*data);
  g_autoptr (GpFixings) fixings = gp_fixings_new (*data);
  return gp_whole_state_new (*data, fixings);
}

/* Of a coach with 20 days 0.707106781186 x 0.707106781186 is left after two years, a little less
 * than a half: 9.999999 days, and not 10. */
START_TEST (never_more_than_there_is)
{
  static const char *const rows[] = {
      "boards P,Board P,noord,2020-2021",    "schools 2 P,,po,noord,100,0",
      "verandercoaches v,P,Coach,2020-2021", "parameters verandercoach_retention,,,0.707106781186",
      "parameters handover_share,,,1",       NULL};
  g_autoptr (GpProject) project = change_project (2028, rows, NULL);
  g_autoptr (GpPlanData) data = NULL;
  g_autoptr (GpWholeState) state = state_of (project, &data);
  ck_assert_int_eq (state->known_days[0], 20000000);
  ck_assert_int_eq (state->known_days[1], 14142135);
  ck_assert_int_eq (state->known_days[2], 9999999);
  ck_assert_int_eq (state->known_up[2], G_GINT64_CONSTANT (500000000000));
}
END_TEST

/* Where nothing is asked nothing is short; a region's days over help another, but for 2/100 each.
 */
START_TEST (shortage_of_regions)
{
  static const char *const rows[] = {"boards P,Board P,noord", "schools 3 P,,po,noord,100,0",
                                     "parameters lending_efficiency,,,0.5", NULL};
  static const char *const expert[] = {"expert_coaches e,Expert,zuid,30", NULL};
  g_autoptr (GpProject) nobody = change_project (2026, rows, NULL);
  g_autoptr (GpProject) somebody = change_project (2026, rows, expert);
  g_autoptr (GpPlanData) alone = NULL;
  g_autoptr (GpPlanData) helped = NULL;
  g_autoptr (GpWholeState) first = state_of (nobody, &alone);
  g_autoptr (GpWholeState) second = state_of (somebody, &helped);
  ck_assert_int_eq (gp_whole_state_shortage (first, 0), 0);
  ck_assert_int_eq (gp_whole_state_shortage (second, 0), 0);
  ck_assert_int_eq (first->allowed[0], 0);
  gp_whole_state_change (first, 0, GP_PROGRAMME_REGULAR, 0, 1);
  gp_whole_state_change (second, 0, GP_PROGRAMME_REGULAR, 0, 1);
  ck_assert_int_eq (gp_whole_state_shortage (first, 0), 10000000);
  ck_assert_int_eq (gp_whole_state_shortage (second, 0), 0); /* 15 days arrive */
  gp_whole_state_change (second, 0, GP_PROGRAMME_REGULAR, 0, 1);
  ck_assert_int_eq (gp_whole_state_shortage (second, 0), 5040000); /* 20 less 14.96 */
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("whole state");
  TCase *tests = tcase_create ("tests");
  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, keeps_its_figures, 0, N_PROJECTS);
  tcase_add_test (tests, never_more_than_there_is);
  tcase_add_test (tests, shortage_of_regions);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
