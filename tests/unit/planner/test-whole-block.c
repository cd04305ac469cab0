/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A board's block holds the rules of the planning model, no more and no less: for random decisions
 * of the board, what its rows say is broken, and what it asks of the rows that all boards share, is
 * what the rules say when they are written down by decision. */
#include "../../../src/planner/whole/gp-whole-block.h"
#include "gp-random-project.h"
#include "gp-test.h"

#include <math.h>

#define N_PROJECTS 12

static const double weight[GP_N_PRIORITIES] = {[GP_PRIORITY_REGULAR_DELAY] = 1};

typedef struct {
  const GpPlanData *data;
  const GpBoardData *board;
  const GpShared *shared;
  const GpBlock *block;
  double *x; /* own column */
} Try;

/* ---- decisions -------------------------------------------------------------------- */

static double
start (const Try *t, guint c, guint y)
{
  return t->x[t->block->starts + t->data->n_years * (c - t->board->first_cell) + y];
}

static double
training (const Try *t, guint y)
{
  return y < t->block->year ? 0 : t->x[t->block->training[y]];
}

static double
stock (const Try *t, guint y)
{
  return y < t->block->year ? 0 : t->x[t->block->training[y] + 1];
}

static double
coach (const Try *t, guint s, guint y)
{
  return y < t->block->year ? 0 : t->x[t->block->training[y] + 2 + (int)s];
}

/* ---- its own rules ---------------------------------------------------------------- */

static double
above (double value, double most)
{
  return fmax (0, value - most);
}

static double
break_supply (const Try *t)
{
  double broken = 0;
  for (guint c = t->board->first_cell; c < t->board->first_cell + t->board->n_cells; c++) {
    double sum = 0;
    for (guint y = 0; y < t->data->n_years; y++)
      sum += start (t, c, y);
    broken += above (sum, t->data->cells[c].n * t->x[0]);
    if (t->data->require_ready)
      broken += above (start (t, c, 0), t->data->cells[c].n_ready * t->x[0]);
  }
  return broken;
}

/* Hand-over: of what is asked at the site. */
static double
break_hand_over (const Try *t, guint s, guint y)
{
  guint site = t->board->first_site + s;
  double asked = t->data->carry[site * t->data->n_years + y] * t->x[0];
  for (guint c = t->board->first_cell; c < t->board->first_cell + t->board->n_cells; c++)
    for (guint from = 0; from <= y && t->data->cells[c].site == site; from++)
      asked += start (t, c, from) *
               gp_plan_data_support (t->data, t->data->cells[c].sector, from, y - from);
  return above (coach (t, s, y), asked * t->data->handover[y]);
}

static double
break_capacity (const Try *t, guint y)
{
  double given = 0, longer = stock (t, y) - training (t, y);
  for (guint s = 0; s < t->board->n_sites; s++)
    given += coach (t, s, y);
  return above (given, t->data->days0[t->block->board * t->data->n_years + y] * t->x[0] +
                           longer * t->data->coach_days[y] +
                           training (t, y) * t->data->coach_first_days[y]);
}

static double
break_stock (const Try *t, guint y)
{
  double before = y > 0 ? stock (t, y - 1) : 0;
  return fabs (stock (t, y) - training (t, y) - t->data->retention * before);
}

/* The pool of candidates, and the room for coaches. */
static double
break_pool_and_room (const Try *t, guint y)
{
  double had = t->data->stock0[t->block->board * t->data->n_years + y];
  double share = t->data->candidates[y];
  double pool = fmax (0, share * t->board->n_started - had) * t->x[0];
  for (guint c = t->board->first_cell; c < t->board->first_cell + t->board->n_cells; c++)
    for (guint before = 0; before < y; before++)
      pool += share * start (t, c, before);
  return above (stock (t, y), pool) +
         above (stock (t, y), fmax (0, t->board->max_coaches - had) * t->x[0]);
}

/* What may be strained, and what may not. */
static void
break_rules (const Try *t, double *loose, double *hard)
{
  *loose = break_supply (t);
  *hard = 0;
  for (guint y = t->block->year; y < t->data->n_years; y++) {
    *loose += break_pool_and_room (t, y);
    *hard += break_capacity (t, y) + break_stock (t, y);
    for (guint s = 0; s < t->board->n_sites; s++)
      *hard += break_hand_over (t, s, y);
  }
}

static double
broken_rows (const Try *t)
{
  g_autofree double *row = g_new0 (double, t->block->n_rows + 1);
  double broken = 0;
  for (guint i = 0; i < t->block->entries->len; i++) {
    const GpEntry *entry = &g_array_index (t->block->entries, GpEntry, i);
    row[entry->row] += entry->value * t->x[entry->col];
  }
  for (guint r = 0; r < t->block->n_rows; r++)
    broken += t->block->equal[r] ? fabs (row[r]) : fmax (0, row[r]);
  return broken;
}

/* ---- what boards share ------------------------------------------------------------ */

static void
share_starts (const Try *t, guint c, guint y, double *row)
{
  const GpPlanData *data = t->data;
  const GpShared *shared = t->shared;
  const GpCell *cell = &data->cells[c];
  guint n = data->n_years, experts = shared->experts + cell->region * n;
  double v = start (t, c, y);
  if (y > 0)
    row[experts + y - 1] += v * data->recruitment[cell->sector * n + y];
  for (guint later = y; later < n; later++)
    row[experts + later] += v * gp_plan_data_support (data, cell->sector, y, later - y);
  row[shared->cohort + GP_PROGRAMME_REGULAR * n + y] += v;
  row[shared->interest + y] += v;
  row[shared->equity + y] += cell->need == GP_NEED_HIGH && data->equity[y] > 0 ? v : 0;
  row[shared->equity + y] -= v * data->equity[y];
  for (guint s = 0; s < data->n_sectors; s++)
    if (data->sector_min[s * n + y] > 0)
      row[shared->sector + s * n + y] +=
          (s == cell->sector ? v : 0) - v * data->sector_min[s * n + y];
  row[shared->funded + y] -= data->project->sectors[cell->sector].groeikracht ? v : 0;
}

/* Days of expert coaches for the board itself, at its home, less what its own coaches do. */
static void
share_coaches (const Try *t, guint y, double *row)
{
  const GpPlanData *data = t->data;
  guint n = data->n_years, home = data->project->boards[t->block->board].home_region;
  row[t->shared->trainings + y] += training (t, y);
  row[t->shared->experts + home * n + y] +=
      training (t, y) * data->training_days +
      (stock (t, y) - training (t, y)) * data->coach_expert_days;
  for (guint s = 0; s < t->board->n_sites; s++)
    row[t->shared->experts + data->sites[t->board->first_site + s].region * n + y] -=
        coach (t, s, y);
}

static void
check_shared (const Try *t)
{
  const GpPlanData *data = t->data;
  guint n_rows = t->shared->program.row_lower->len, n = data->n_years;
  g_autofree double *row = g_new0 (double, n_rows + 1), *asked = g_new0 (double, n_rows + 1);
  for (guint i = 0; i < t->block->links->len; i++) {
    const GpEntry *link = &g_array_index (t->block->links, GpEntry, i);
    row[link->row] += link->value * t->x[link->col];
  }
  for (guint c = t->board->first_cell; c < t->board->first_cell + t->board->n_cells; c++) {
    guint group = t->shared->group_of[c];
    asked[t->shared->supply + group] += data->cells[c].n * t->x[0];
    asked[t->shared->ready + group] +=
        (data->require_ready ? data->cells[c].n_ready : data->cells[c].n) * t->x[0];
    for (guint y = 0; y < n; y++)
      share_starts (t, c, y, asked);
  }
  for (guint y = 0; y < n; y++)
    share_coaches (t, y, asked);
  if (!t->block->always) {
    guint home = data->project->boards[t->block->board].home_region;
    asked[t->shared->partners + t->block->year] += t->x[0];
    asked[t->shared->experts + home * n + t->block->year] += data->partnership_days * t->x[0];
  }
  for (guint r = 0; r < n_rows; r++)
    ck_assert_double_eq_tol (row[r], asked[r], 1e-7 * (1 + fabs (asked[r])));
}

/* ---- tries ------------------------------------------------------------------------ */

/* Half the time the stock is what the trainings make it. */
static void
draw (Try *t, GRand *rand)
{
  gboolean follows = g_rand_boolean (rand);
  for (guint c = 0; c < t->block->n_cols; c++)
    t->x[c] = g_rand_double_range (rand, 0, 3);
  t->x[0] = g_rand_boolean (rand) ? 1 : g_rand_double (rand);
  for (guint y = t->block->year; y < t->data->n_years && follows; y++)
    t->x[t->block->training[y] + 1] =
        training (t, y) + (y > 0 ? t->data->retention * stock (t, y - 1) : 0);
}

static void
strain (Try *t, double by)
{
  for (guint i = 0; i < t->block->strain->len; i++)
    t->x[g_array_index (t->block->strain, guint, i)] = by;
}

static void
check_block (const GpShared *shared, gboolean elastic, guint32 b, guint year, GRand *rand)
{
  g_autoptr (GpBlock) block = gp_block_new (shared, b, year);
  g_autofree double *x = g_new0 (double, block->n_cols + 1);
  const GpBoardData *board = &shared->data->boards[b];
  guint n = shared->data->n_years - block->year;
  Try t = {shared->data, board, shared, block, x};
  guint supplies = board->n_cells * (shared->data->require_ready ? 2 : 1);
  ck_assert_uint_eq (block->strain->len, elastic ? supplies + 2 * n : 0);
  for (guint i = 0; i < 20; i++) {
    double loose, hard;
    draw (&t, rand);
    break_rules (&t, &loose, &hard);
    strain (&t, 0);
    ck_assert_double_eq_tol (broken_rows (&t), loose + hard, 1e-7 * (1 + loose + hard));
    check_shared (&t);
    strain (&t, 1e9);
    if (elastic)
      ck_assert_double_eq_tol (broken_rows (&t), hard, 1e-7 * (1 + hard));
  }
}

START_TEST (rows_are_the_rules)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)_i);
  g_autoptr (GpProject) project =
      gp_random_project ((guint32)_i + 1, 10, 2 + (guint)_i % 5, GP_RANDOM_PLAIN);
  g_autoptr (GpPlanData) data = gp_plan_data_new (project, (guint32)_i % 3, NULL);
  ck_assert_ptr_nonnull (data);
  if (_i % 2 != 0)
    data->require_ready = !data->require_ready;
  gboolean elastic = _i % 3 != 0;
  g_autoptr (GpShared) shared = gp_shared_new (data, weight, elastic);
  guint n = 0;
  for (guint32 b = 0; b < data->n_boards; b++)
    for (guint y = 0; y < data->n_years && data->boards[b].can_partner; y++, n++)
      check_block (shared, elastic, b, y, rand);
  ck_assert_uint_gt (n, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("whole block");
  TCase *tests = tcase_create ("tests");
  tcase_set_timeout (tests, 60);
  tcase_add_loop_test (tests, rows_are_the_rules, 0, N_PROJECTS);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
