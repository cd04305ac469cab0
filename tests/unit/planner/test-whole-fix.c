/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole partner years and trainings near a relaxed plan's, worked out by hand. */
#include "../../../src/planner/whole/gp-whole.h"
#include "gp-test.h"

#include <math.h>

#define N_BOARDS 3
#define N_YEARS 3
#define N (N_BOARDS * N_YEARS)

/* Three boards of one cell each; nobody of before, nothing relaxed, everything allowed. */
typedef struct {
  GpCell cells[N_BOARDS];
  GpBoardData boards[N_BOARDS];
  double stock0[N], candidates[N_YEARS], partner_cap[N_YEARS], training_cap[N_YEARS];
  GpPin rows[2];
  GpPinData pins[2];
  GpPlanData data;
  double starts[N * GP_N_PROGRAMMES], partner[N], stock[N];
  GpDecisions relaxed;
  GpFixings *fixings;
} Rounding;

static void
begin (Rounding *r)
{
  *r = (Rounding){.data = {.n_boards = N_BOARDS, .n_years = N_YEARS, .n_cells = N_BOARDS}};
  r->data.cells = r->cells;
  r->data.boards = r->boards;
  r->data.stock0 = r->stock0;
  r->data.candidates = r->candidates;
  r->data.partner_cap = r->partner_cap;
  r->data.training_cap = r->training_cap;
  r->data.pins = r->pins;
  r->data.retention = 1;
  for (guint b = 0; b < N_BOARDS; b++) {
    r->cells[b] = (GpCell){.board = b, .n = 20};
    r->boards[b] = (GpBoardData){
        .first_cell = b, .n_cells = 1, .can_partner = TRUE, .max_coaches = 9, .n_started = 20};
  }
  for (guint y = 0; y < N_YEARS; y++) {
    r->candidates[y] = 1;
    r->partner_cap[y] = r->training_cap[y] = 100;
  }
  r->relaxed = (GpDecisions){
      .data = &r->data, .starts = r->starts, .partner = r->partner, .stock = r->stock};
  r->fixings = gp_fixings_new (&r->data);
}

static void
end (Rounding *r)
{
  gp_fixings_free (r->fixings);
}

static void
pin (Rounding *r, GpPinKind kind, guint32 board, guint year, int min, int max)
{
  guint i = r->data.n_pins++;
  r->rows[i] = (GpPin){.kind = kind, .board = board, .min = min, .max = max};
  r->pins[i] = (GpPinData){.row = &r->rows[i], .year = year};
}

static void
set (double *to, guint b, double first, double second, double third)
{
  to[b * N_YEARS] = first;
  to[b * N_YEARS + 1] = second;
  to[b * N_YEARS + 2] = third;
}

static void
check (const int *is, const int *wanted)
{
  for (guint i = 0; i < N; i++)
    ck_assert_msg (is[i] == wanted[i], "board %u, year %u: %d, not %d", i / N_YEARS, i % N_YEARS,
                   is[i], wanted[i]);
}

/* ---- partners --------------------------------------------------------------------- */

START_TEST (partners_that_give_most)
{
  Rounding r;
  begin (&r);
  set (r.partner, 0, 0.2, 0, 0);
  set (r.partner, 1, 0, 0.1, 0);
  set (r.partner, 2, 0.1, 0.1, 0.1);
  set (r.stock, 0, 1, 1, 1);
  set (r.stock, 1, 0, 2, 2);
  set (r.stock, 2, 0.5, 0.5, 0.5);
  r.partner_cap[0] = r.partner_cap[1] = r.partner_cap[2] = 1;
  gp_fixings_round_partners (r.fixings, &r.relaxed);
  check (r.fixings->partner, (const int[]){1, 0, 0, 0, 1, 0, 0, 0, 1});
  /* a cap of nearly two is one */
  r.partner_cap[0] = 1.99;
  gp_fixings_round_partners (r.fixings, &r.relaxed);
  check (r.fixings->partner, (const int[]){1, 0, 0, 0, 1, 0, 0, 0, 1});
  r.partner_cap[0] = 2;
  gp_fixings_round_partners (r.fixings, &r.relaxed);
  check (r.fixings->partner, (const int[]){1, 0, 0, 0, 1, 0, 1, 0, 0});
  end (&r);
}
END_TEST

START_TEST (partners_as_pinned)
{
  Rounding r;
  begin (&r);
  set (r.partner, 0, 1, 0, 0);
  set (r.partner, 1, 1, 0, 0);
  set (r.stock, 0, 3, 3, 3);
  set (r.stock, 1, 2, 2, 2);
  r.boards[2].is_partner = TRUE;
  set (r.partner, 2, 1, 0, 0);
  pin (&r, GP_PIN_PARTNER, 0, 1, 1, -1); /* one in the second year, so none in the first */
  gp_fixings_round_partners (r.fixings, &r.relaxed);
  check (r.fixings->partner, (const int[]){0, 1, 0, 1, 0, 0, 0, 0, 0});
  pin (&r, GP_PIN_PARTNER, 1, 0, 0, 0);
  r.partner_cap[1] = 0; /* a pin comes before a cap */
  gp_fixings_round_partners (r.fixings, &r.relaxed);
  check (r.fixings->partner, (const int[]){0, 1, 0, 0, 0, 1, 0, 0, 0});
  r.boards[1].can_partner = FALSE;
  gp_fixings_round_partners (r.fixings, &r.relaxed);
  check (r.fixings->partner, (const int[]){0, 1, 0, 0, 0, 0, 0, 0, 0});
  end (&r);
}
END_TEST

/* ---- trainings -------------------------------------------------------------------- */

static void
train (Rounding *r, gboolean up, const int *partner)
{
  for (guint i = 0; i < N; i++)
    r->fixings->partner[i] = partner[i];
  gp_fixings_round_trainings (r->fixings, &r->relaxed, up);
}

static const int all_at_once[N] = {1, 0, 0, 1, 0, 0, 1, 0, 0};

START_TEST (trainings_near)
{
  Rounding r;
  begin (&r);
  set (r.stock, 0, 2.7, 2.7, 5.2);
  set (r.stock, 1, 0.2, 1.4, 1.4);
  set (r.stock, 2, 1, 1, 1);
  train (&r, FALSE, all_at_once);
  check (r.fixings->training, (const int[]){2, 0, 3, 0, 1, 0, 1, 0, 0});
  /* up: what is more than 0.3 */
  train (&r, TRUE, all_at_once);
  check (r.fixings->training, (const int[]){3, 0, 2, 0, 2, 0, 1, 0, 0});
  /* of whom half stay */
  r.data.retention = 0.5;
  train (&r, FALSE, all_at_once);
  check (r.fixings->training, (const int[]){2, 1, 4, 0, 1, 0, 1, 0, 0});
  end (&r);
}
END_TEST

/* Room: coaches at most, less those of before; nobody before the partnership. */
START_TEST (trainings_have_room)
{
  Rounding r;
  begin (&r);
  set (r.stock, 0, 2.7, 2.7, 5);
  set (r.stock, 1, 4, 4, 4);
  r.boards[0].is_partner = TRUE;
  r.boards[0].max_coaches = 4;
  set (r.stock0, 0, 1, 1, 1);
  train (&r, FALSE, (const int[N]){0, 0, 0, 0, 1, 0, 0, 0, 0});
  check (r.fixings->training, (const int[]){2, 0, 1, 0, 4, 0, 0, 0, 0});
  set (r.stock0, 0, 1, 1, 3); /* later room counts now */
  train (&r, FALSE, (const int[N]){0, 0, 0, 0, 1, 0, 0, 0, 0});
  check (r.fixings->training, (const int[]){1, 0, 0, 0, 4, 0, 0, 0, 0});
  r.boards[1].can_partner = FALSE;
  train (&r, FALSE, (const int[N]){0, 0, 0, 0, 1, 0, 0, 0, 0});
  check (r.fixings->training, (const int[]){1, 0, 0, 0, 0, 0, 0, 0, 0});
  end (&r);
}
END_TEST

/* Candidates: of schools that started in years before, less coaches of before. */
START_TEST (trainings_have_candidates)
{
  Rounding r;
  begin (&r);
  set (r.stock, 0, 5, 5, 5);
  set (r.stock, 1, 5, 5, 5);
  r.candidates[0] = r.candidates[1] = r.candidates[2] = 0.5;
  r.boards[0].n_started = 6;
  set (r.stock0, 0, 1, 1, 1);
  r.boards[1].n_started = 0;
  r.starts[gp_decisions_at (&r.relaxed, 1, GP_PROGRAMME_REGULAR, 0)] = 3.5;
  r.starts[gp_decisions_at (&r.relaxed, 1, GP_PROGRAMME_GROEIKRACHT, 1)] = 1;
  r.starts[gp_decisions_at (&r.relaxed, 1, GP_PROGRAMME_GROEIKRACHT, 2)] = 8;
  train (&r, FALSE, all_at_once);
  check (r.fixings->training, (const int[]){2, 0, 0, 0, 1, 1, 0, 0, 0});
  end (&r);
}
END_TEST

START_TEST (trainings_under_the_cap)
{
  Rounding r;
  begin (&r);
  set (r.stock, 0, 4, 4, 4);
  set (r.stock, 1, 3, 3, 3);
  set (r.stock, 2, 0.6, 1.6, 1.6);
  r.training_cap[0] = 4.9;
  r.training_cap[1] = 1;
  train (&r, FALSE, all_at_once);
  check (r.fixings->training, (const int[]){2, 0, 2, 2, 0, 1, 0, 1, 0});
  pin (&r, GP_PIN_TRAINING, 0, 0, 4, -1); /* not below a pin */
  train (&r, FALSE, all_at_once);
  check (r.fixings->training, (const int[]){4, 0, 0, 0, 0, 3, 0, 1, 0});
  end (&r);
}
END_TEST

/* A partner year in which nobody is trained is taken back, if no pin asks for it. */
START_TEST (idle_partners_go)
{
  Rounding r;
  begin (&r);
  set (r.stock, 0, 0, 1, 1);
  pin (&r, GP_PIN_PARTNER, 2, 0, 1, -1);
  train (&r, FALSE, all_at_once);
  check (r.fixings->training, (const int[]){0, 1, 0, 0, 0, 0, 0, 0, 0});
  check (r.fixings->partner, (const int[]){1, 0, 0, 0, 0, 0, 1, 0, 0});
  /* one training in the first year is enough */
  set (r.stock, 1, 1, 1, 1);
  train (&r, FALSE, all_at_once);
  check (r.fixings->training, (const int[]){0, 1, 0, 1, 0, 0, 0, 0, 0});
  check (r.fixings->partner, (const int[]){1, 0, 0, 1, 0, 0, 1, 0, 0});
  end (&r);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("whole fix");
  TCase *tests = tcase_create ("tests");
  tcase_add_test (tests, partners_that_give_most);
  tcase_add_test (tests, partners_as_pinned);
  tcase_add_test (tests, trainings_near);
  tcase_add_test (tests, trainings_have_room);
  tcase_add_test (tests, trainings_have_candidates);
  tcase_add_test (tests, trainings_under_the_cap);
  tcase_add_test (tests, idle_partners_go);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
