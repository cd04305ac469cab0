/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bound is added up on a grid; against the same sum in exact rationals it may be lower, by next
 * to nothing, and never higher. The example's coefficients are tenths and such, which no binary
 * grid holds. */
#include "../../../src/audit/gp-audit-proof.h"
#include "audit-example.h"

typedef struct {
  const GpAuditData *data;
  GRand *rand;
  GArray *proof;      /* of GpProofRow */
  mpq_ptr reduced;    /* by column, exact */
  mpq_t bound, value; /* value: of the multiplier */
  guint n_early;      /* cells whose first year is worth most */
} Exact;

/* A multiplier of a right sign, on the grid as it is: a multiple of 1/1024. */
static double
random_multiplier (GRand *rand, GpAuditSense sense)
{
  double value = g_rand_int_range (rand, 1, 100000) / 1024.0;
  if (sense == GP_AUDIT_EQUAL)
    return g_rand_boolean (rand) ? value : -value;
  return sense == GP_AUDIT_AT_LEAST ? value : -value;
}

static const char *
code_of (const GpProject *project, GpTableId table, guint32 index)
{
  if (index == GP_NONE)
    return "";
  return table == GP_TABLE_BOARDS    ? project->boards[index].code
         : table == GP_TABLE_SECTORS ? project->sectors[index].code
                                     : project->regions[index].code;
}

static gboolean
add_row (const GpAuditRow *row, gpointer user)
{
  Exact *exact = user;
  const GpProject *project = exact->data->project;
  GpProofRow proof = {.rule = row->key.rule,
                      .variant = (guint8)row->key.variant,
                      .board = code_of (project, GP_TABLE_BOARDS, row->key.board),
                      .sector = code_of (project, GP_TABLE_SECTORS, row->key.sector),
                      .region = code_of (project, GP_TABLE_REGIONS, row->key.region),
                      .need = row->key.need,
                      .programme = row->key.programme,
                      .year = row->key.year,
                      .pin = row->key.pin};
  mpq_t product;
  if (g_rand_int_range (exact->rand, 0, 3) == 0)
    return TRUE;
  proof.value = random_multiplier (exact->rand, row->sense);
  g_array_append_val (exact->proof, proof);
  mpq_init (product);
  mpq_set_d (exact->value, proof.value);
  mpq_mul (product, exact->value, row->limit);
  mpq_add (exact->bound, exact->bound, product);
  for (guint i = 0; i < row->terms->len; i++) {
    const GpAuditTerm *term = &g_array_index (row->terms, GpAuditTerm, i);
    mpq_mul (product, exact->value, term->coefficient->value);
    mpq_sub (&exact->reduced[term->column], &exact->reduced[term->column], product);
  }
  mpq_clear (product);
  return TRUE;
}

/* d += c x weight */
static void
add_objective (Exact *exact, GpPriorityId id, double weight)
{
  mpq_t coefficient;
  mpq_init (coefficient);
  mpq_set_d (exact->value, weight);
  for (guint column = 0; column < gp_audit_n_columns (exact->data); column++)
    if (gp_audit_objective (exact->data, id, column, coefficient)) {
      mpq_mul (coefficient, coefficient, exact->value);
      mpq_add (&exact->reduced[column], &exact->reduced[column], coefficient);
    }
  mpq_clear (coefficient);
}

static void
find_least (const Exact *exact, guint column, mpq_ptr least)
{
  if (gp_audit_column_exists (exact->data, column) && mpq_cmp (&exact->reduced[column], least) < 0)
    mpq_set (least, &exact->reduced[column]);
}

/* bound += d x n */
static void
add_worth (Exact *exact, mpq_srcptr d, mpz_srcptr n)
{
  mpq_t worth;
  mpq_init (worth);
  mpq_set_z (worth, n);
  mpq_mul (worth, worth, d);
  mpq_add (exact->bound, exact->bound, worth);
  mpq_clear (worth);
}

/* Starts of the first year, of schools that are ready: what they are worth more than later ones. */
static void
add_ready (Exact *exact, guint first, mpq_srcptr later)
{
  mpz_t ready;
  mpq_t least;
  mpz_init_set_ui (ready, exact->data->cells[gp_audit_column (exact->data, first).cell].n_ready);
  mpq_init (least);
  mpq_set (least, later);
  find_least (exact, first, least);
  find_least (exact, first + exact->data->n_years, least);
  mpq_sub (least, least, later);
  exact->n_early += mpq_sgn (least) < 0 && mpz_sgn (ready) > 0;
  add_worth (exact, least, ready);
  mpz_clear (ready);
  mpq_clear (least);
}

static void
add_boxes (Exact *exact)
{
  const GpAuditData *data = exact->data;
  mpz_t box;
  mpq_t least;
  mpz_init (box);
  mpq_init (least);
  for (guint first = 0; first < gp_audit_n_columns (data);
       first += gp_audit_box_group (data, first)) {
    gboolean start = gp_audit_column_kind (data, first) == GP_AUDIT_COLUMN_START;
    mpq_set_ui (least, 0, 1);
    for (guint i = 0; i < gp_audit_box_group (data, first); i++)
      if (!start || i % data->n_years > 0)
        find_least (exact, first + i, least);
    gp_audit_box (data, first, box);
    add_worth (exact, least, box);
    if (start)
      add_ready (exact, first, least);
  }
  mpz_clear (box);
  mpq_clear (least);
}

/* Reach, with the cost, of which nothing is proven, held. */
static GpPlan *
make_plan (const GArray *proof, double held)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  GpPlanPriority first = {.id = GP_PRIORITY_COST};
  GpPlanPriority second = {.id = GP_PRIORITY_REACH,
                           .proof = (const GpProofRow *)(gpointer)proof->data,
                           .n_proof = proof->len,
                           .held = {held}};
  gp_plan_add_priority (plan, &first);
  gp_plan_add_priority (plan, &second);
  gp_plan_finish (plan);
  return plan;
}

static void
exact_init (Exact *exact, const GpAuditData *data, guint32 seed)
{
  *exact = (Exact){.data = data, .rand = g_rand_new_with_seed (seed)};
  mpq_inits (exact->bound, exact->value, NULL);
  exact->proof = g_array_new (FALSE, FALSE, sizeof (GpProofRow));
  exact->reduced = gp_audit_rationals_new (gp_audit_n_columns (data));
}

static void
exact_clear (Exact *exact)
{
  gp_audit_rationals_free (exact->reduced, gp_audit_n_columns (exact->data));
  g_array_unref (exact->proof);
  g_rand_free (exact->rand);
  mpq_clears (exact->bound, exact->value, NULL);
}

/* The exact bound of the cost: what its columns below zero are worth. */
static void
bound_of_cost (const GpAuditData *data, mpq_ptr out)
{
  Exact cost;
  exact_init (&cost, data, 0);
  add_objective (&cost, GP_PRIORITY_COST, 1);
  add_boxes (&cost);
  mpq_set (out, cost.bound);
  exact_clear (&cost);
}

/* A whole plan with values 3 and 10 (minimised): 10 + held x (3 - bound of the cost) - bound. */
static void
check_slack (const GpAuditProver *prover, double held, mpq_srcptr cost, mpq_srcptr bound)
{
  mpq_ptr values = gp_audit_rationals_new (2);
  mpq_t slack, wanted, times;
  mpq_inits (slack, wanted, times, NULL);
  mpq_set_ui (&values[0], 3, 1);
  mpq_set_ui (&values[1], 10, 1);
  mpq_set_d (times, held);
  mpq_sub (wanted, &values[0], cost);
  mpq_mul (wanted, wanted, times);
  mpq_add (wanted, wanted, &values[1]);
  mpq_sub (wanted, wanted, bound);
  gp_audit_proof_slack (prover, 1, values, slack);
  ck_assert (mpq_equal (slack, wanted));
  gp_audit_rationals_free (values, 2);
  mpq_clears (slack, wanted, times, NULL);
}

/* Never above the exact bound, and next to nothing below. */
static void
check_near (mpq_srcptr proven, mpq_srcptr exact)
{
  mpq_t off, most;
  mpq_inits (off, most, NULL);
  ck_assert (mpq_cmp (proven, exact) <= 0);
  mpq_sub (off, exact, proven);
  mpq_set_d (most, 1e-15);
  ck_assert (mpq_cmp (off, most) < 0);
  mpq_clears (off, most, NULL);
}

START_TEST (test_rounds_down)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpAuditData) data = gp_audit_data_new (project, 0, NULL);
  double held = _i % 2 == 0 ? 1.5 : 1.0 / 1024;
  Exact exact;
  mpq_t first, second, times;
  mpq_inits (first, second, times, NULL);
  exact_init (&exact, data, (guint32)_i);
  ck_assert (gp_audit_write_rows (data, add_row, &exact, NULL));
  add_objective (&exact, GP_PRIORITY_REACH, 1);
  add_objective (&exact, GP_PRIORITY_COST, held);
  add_boxes (&exact);
  g_autoptr (GpPlan) plan = make_plan (exact.proof, held);
  g_autoptr (GpAuditProver) prover = gp_audit_prover_new (data, plan);
  ck_assert (gp_audit_prove (prover, first, NULL));
  bound_of_cost (data, times);
  check_near (first, times);
  ck_assert (_i != 1 || exact.n_early > 0); /* so that it happens */
  mpq_set_d (times, held);
  mpq_mul (times, times, first);
  mpq_sub (exact.bound, exact.bound, times);
  ck_assert (gp_audit_prove (prover, second, NULL));
  check_near (second, exact.bound);
  check_slack (prover, held, first, second);
  exact_clear (&exact);
  mpq_clears (first, second, times, NULL);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("audit: rounding");
  TCase *tests = tcase_create ("rounding");
  tcase_add_loop_test (tests, test_rounds_down, 0, 50);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
