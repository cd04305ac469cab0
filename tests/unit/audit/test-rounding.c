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
add_boxes (Exact *exact)
{
  const GpAuditData *data = exact->data;
  mpz_t box;
  mpq_t least;
  mpz_init (box);
  mpq_init (least);
  for (guint first = 0; first < gp_audit_n_columns (data);
       first += gp_audit_box_group (data, first)) {
    mpq_set_ui (least, 0, 1);
    for (guint i = first; i < first + gp_audit_box_group (data, first); i++)
      if (gp_audit_column_exists (data, i) && mpq_cmp (&exact->reduced[i], least) < 0)
        mpq_set (least, &exact->reduced[i]);
    gp_audit_box (data, first, box);
    mpq_set_z (exact->value, box);
    mpq_mul (least, least, exact->value);
    mpq_add (exact->bound, exact->bound, least);
  }
  mpz_clear (box);
  mpq_clear (least);
}

/* Reach, with the cost held at 0.1 (the double) by 1.5. */
static GpPlan *
make_plan (const GArray *proof)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  GpPlanPriority first = {.id = GP_PRIORITY_COST, .relaxed = 0.1};
  GpPlanPriority second = {.id = GP_PRIORITY_REACH,
                           .proof = (const GpProofRow *)(gpointer)proof->data,
                           .n_proof = proof->len,
                           .held = {1.5}};
  gp_plan_add_priority (plan, &first);
  gp_plan_add_priority (plan, &second);
  gp_plan_finish (plan);
  return plan;
}

START_TEST (test_rounds_down)
{
  g_autoptr (GpProject) project = example_project ();
  g_autoptr (GpAuditData) data = gp_audit_data_new (project, 0, NULL);
  Exact exact = {.data = data, .rand = g_rand_new_with_seed ((guint32)_i)};
  mpq_t proven, most;
  mpq_inits (exact.bound, exact.value, proven, most, NULL);
  exact.proof = g_array_new (FALSE, FALSE, sizeof (GpProofRow));
  exact.reduced = gp_audit_rationals_new (gp_audit_n_columns (data));
  ck_assert (gp_audit_write_rows (data, add_row, &exact, NULL));
  add_objective (&exact, GP_PRIORITY_REACH, 1);
  add_objective (&exact, GP_PRIORITY_COST, 1.5);
  add_boxes (&exact);
  mpq_set_d (proven, 0.1);
  mpq_set_ui (exact.value, 3, 2);
  mpq_mul (proven, proven, exact.value);
  mpq_sub (exact.bound, exact.bound, proven);
  g_autoptr (GpPlan) plan = make_plan (exact.proof);
  ck_assert (gp_audit_prove (data, plan, 1, proven, NULL) == GP_AUDIT_PROVEN);
  ck_assert (mpq_cmp (proven, exact.bound) <= 0);
  mpq_sub (exact.bound, exact.bound, proven);
  mpq_set_d (most, 1e-15);
  ck_assert (mpq_cmp (exact.bound, most) < 0);
  gp_audit_rationals_free (exact.reduced, gp_audit_n_columns (data));
  g_array_unref (exact.proof);
  g_rand_free (exact.rand);
  mpq_clears (exact.bound, exact.value, proven, most, NULL);
}
END_TEST

/* A plan with values 3 (where 2 was reached) and 10, and a bound of 11 from a multiple of 1.5:
 * 10 + 1.5 x (3 - 2) - 11 = 0.5. For reach, 5 reached is -5 minimised: 10 + 1.5 x (-4 + 5) - 11. */
START_TEST (test_slack_of_whole_plan)
{
  const struct {
    GpPriorityId id;
    double relaxed, value;
  } cases[] = {{GP_PRIORITY_OVERLOAD, 2, 3}, {GP_PRIORITY_REACH, 5, -4}};
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  GpPlanPriority first = {.id = cases[_i].id, .relaxed = cases[_i].relaxed};
  GpPlanPriority second = {.id = GP_PRIORITY_COST, .held = {1.5}};
  mpq_ptr values = gp_audit_rationals_new (2);
  mpq_t bound, slack;
  mpq_inits (bound, slack, NULL);
  gp_plan_add_priority (plan, &first);
  gp_plan_add_priority (plan, &second);
  gp_plan_finish (plan);
  mpq_set_d (&values[0], cases[_i].value);
  mpq_set_ui (&values[1], 10, 1);
  mpq_set_ui (bound, 11, 1);
  gp_audit_proof_slack (plan, 1, bound, values, slack);
  ck_assert (mpq_cmp_ui (slack, 1, 2) == 0);
  mpq_clears (bound, slack, NULL);
  gp_audit_rationals_free (values, 2);
  gp_plan_unref (plan);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("audit: rounding");
  TCase *tests = tcase_create ("rounding");
  tcase_add_loop_test (tests, test_rounds_down, 0, 50);
  tcase_add_loop_test (tests, test_slack_of_whole_plan, 0, 2);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
