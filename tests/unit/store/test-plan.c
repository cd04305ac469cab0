/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans come back as they were stored; damaged ones are refused. */
#include "store-support.h"

#include <gp-random-project.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *
any_board (GRand *rand)
{
  static const char *const boards[] = {"10001", "20002", "30003", "A,B", "\"q\"", "Ëën bestuur"};

  return boards[g_rand_int_range (rand, 0, G_N_ELEMENTS (boards))];
}

static double
any_number (GRand *rand)
{
  static const double special[] = {1.0, 0.1, 1.0 / 3, 1e-300, 1e300, -2.5, 5e-324, 123456789.125};

  return g_rand_boolean (rand) ? special[g_rand_int_range (rand, 0, G_N_ELEMENTS (special))]
                               : g_rand_double_range (rand, -1e6, 1e6);
}

static void
add_rows (GpPlan *plan, GpPlanPart part, GRand *rand, guint n)
{
  for (guint i = 0; i < n; i++) {
    GpPlanRow row = {.kind = g_rand_int_range (rand, 0, GP_N_ROW_KINDS),
                     .board = any_board (rand),
                     .region = "noord",
                     .year = (GpYear)g_rand_int_range (rand, 2026, 2034),
                     .programme = GP_PROGRAMME_NONE,
                     .amount = any_number (rand)};

    if (row.kind == GP_ROW_START) {
      row.sector = "vo";
      row.need = g_rand_int_range (rand, 0, GP_N_NEEDS);
      row.programme = g_rand_int_range (rand, 0, GP_N_PROGRAMMES);
    }
    if (row.kind == GP_ROW_LENDING)
      row.to_region = "zuid";
    if (part == GP_PART_WHOLE)
      row.hundredths = g_rand_int_range (rand, -100000, 100000);
    gp_plan_add_row (plan, part, &row);
  }
}

static void
add_priority (GpPlan *plan, GpPriorityId id, GRand *rand, guint n_proof)
{
  g_autofree GpProofRow *proof = g_new0 (GpProofRow, n_proof + 1);
  GpPlanPriority priority = {
      .id = id, .relaxed = any_number (rand), .proof = proof, .n_proof = n_proof};

  priority.whole = id % 2 ? NAN : any_number (rand);
  for (int i = 0; i < GP_N_PRIORITIES; i++) {
    priority.held[i] = i < 3 ? any_number (rand) : 0;
    priority.bound_held[i] = i < 2 ? any_number (rand) : 0;
  }
  priority.bound = priority.relaxed;
  if (n_proof > 2) { /* one that is proven apart, here by a part of the same rows */
    priority.bound = any_number (rand);
    priority.bound_proof = proof + 1;
    priority.n_bound_proof = n_proof - 1;
  }
  for (guint i = 0; i < n_proof; i++)
    proof[i] =
        (GpProofRow){.rule = g_rand_int_range (rand, 1, GP_N_RULES),
                     .variant = (guint8)g_rand_int_range (rand, 0, 256),
                     .board = any_board (rand),
                     .sector = i % 2 ? "" : "po",
                     .region = i % 3 ? "" : "oost",
                     .need = g_rand_int_range (rand, 0, GP_N_NEEDS),
                     .programme = g_rand_int_range (rand, -1, GP_N_PROGRAMMES),
                     .year = i % 5 ? (GpYear)g_rand_int_range (rand, 2026, 2034) : GP_YEAR_NONE,
                     .pin = i % 7 ? GP_NONE : (guint32)g_rand_int_range (rand, 0, 1000),
                     .value = any_number (rand)};
  gp_plan_add_priority (plan, &priority);
}

static GpPlan *
any_plan (const char *scenario, guint32 seed, guint n_rows, guint n_proof)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GpPlan *plan = gp_plan_new (scenario, seed % 5);

  add_rows (plan, GP_PART_RELAXED, rand, n_rows);
  if (seed % 3) {
    gp_plan_set_whole (plan, TRUE);
    add_rows (plan, GP_PART_WHOLE, rand, n_rows / 2);
  }
  for (guint i = 0; i < seed % (GP_N_PRIORITIES + 1); i++)
    add_priority (plan, (GpPriorityId)((i + seed) % GP_N_PRIORITIES), rand, n_proof * (i + 1));
  for (guint i = 0; i < seed % 4; i++)
    gp_plan_add_conflict (plan, i % 2 ? "Deze pinnen gaan niet samen." : "Nor do these: “a”, b.");
  gp_plan_set_data_version (plan, (gint64)seed << 33);
  gp_plan_set_seconds (plan, 0.25, 1.0 / 3, 2);
  gp_plan_finish (plan);
  return plan;
}

static void
assert_same_number (double a, double b)
{
  ck_assert_msg (memcmp (&a, &b, sizeof a) == 0 || (isnan (a) && isnan (b)), "%.17g %.17g", a, b);
}

static void
assert_same_row (const GpPlanRow *a, const GpPlanRow *b)
{
  ck_assert_int_eq (a->kind, b->kind);
  ck_assert_str_eq (a->board, b->board);
  ck_assert_str_eq (a->sector, b->sector);
  ck_assert_str_eq (a->region, b->region);
  ck_assert_str_eq (a->to_region, b->to_region);
  ck_assert_int_eq (a->need, b->need);
  ck_assert_int_eq (a->programme, b->programme);
  ck_assert_int_eq (a->year, b->year);
  assert_same_number (a->amount, b->amount);
  ck_assert_int_eq (a->hundredths, b->hundredths);
}

static void
assert_same_proof (const GpProofRow *a, const GpProofRow *b)
{
  ck_assert_int_eq (a->rule, b->rule);
  ck_assert_int_eq (a->variant, b->variant);
  ck_assert_str_eq (a->board, b->board);
  ck_assert_str_eq (a->sector, b->sector);
  ck_assert_str_eq (a->region, b->region);
  ck_assert_int_eq (a->need, b->need);
  ck_assert_int_eq (a->programme, b->programme);
  ck_assert_int_eq (a->year, b->year);
  ck_assert_uint_eq (a->pin, b->pin);
  assert_same_number (a->value, b->value);
}

static void
assert_same_priority (const GpPlanPriority *a, const GpPlanPriority *b, gboolean without_proofs)
{
  ck_assert_int_eq (a->id, b->id);
  assert_same_number (a->relaxed, b->relaxed);
  assert_same_number (a->whole, b->whole);
  for (int i = 0; i < GP_N_PRIORITIES; i++)
    assert_same_number (a->held[i], b->held[i]);
  assert_same_number (a->bound, b->bound);
  for (int i = 0; i < GP_N_PRIORITIES && !isnan (a->bound); i++)
    assert_same_number (a->bound_held[i], b->bound_held[i]);
  ck_assert_uint_eq (without_proofs ? 0 : a->n_bound_proof, b->n_bound_proof);
  for (guint i = 0; i < b->n_bound_proof; i++)
    assert_same_number (a->bound_proof[i].value, b->bound_proof[i].value);
  ck_assert_uint_eq (without_proofs ? 0 : a->n_proof, b->n_proof);
  for (guint i = 0; i < b->n_proof; i++)
    assert_same_proof (&a->proof[i], &b->proof[i]);
}

/* b: the same plan as a, but for the proofs where it says that it is without them. */
static void
assert_same_plan (const GpPlan *a, const GpPlan *b)
{
  ck_assert_str_eq (a->scenario, b->scenario);
  ck_assert_int_eq (a->status, b->status);
  ck_assert_int_eq (a->has_whole, b->has_whole);
  ck_assert_int_eq (a->data_version, b->data_version);
  assert_same_number (a->seconds_read, b->seconds_read);
  assert_same_number (a->seconds_relaxed, b->seconds_relaxed);
  assert_same_number (a->seconds_whole, b->seconds_whole);
  for (int part = 0; part < GP_N_PARTS; part++) {
    ck_assert_uint_eq (a->n_rows[part], b->n_rows[part]);
    for (guint i = 0; i < a->n_rows[part]; i++)
      assert_same_row (&a->rows[part][i], &b->rows[part][i]);
  }
  ck_assert_uint_eq (a->n_priorities, b->n_priorities);
  for (guint i = 0; i < a->n_priorities; i++)
    assert_same_priority (&a->priorities[i], &b->priorities[i], b->without_proofs);
  ck_assert_uint_eq (a->n_conflicts, b->n_conflicts);
  for (guint i = 0; i < a->n_conflicts; i++)
    ck_assert_str_eq (a->conflicts[i], b->conflicts[i]);
}

static void
put (GpStore *store, const GpPlan *plan)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (gp_store_put_plan (store, plan, &error), "%s", error ? error->message : "");
}

static GpPlan *
get (GpStore *store, const char *scenario)
{
  g_autoptr (GError) error = NULL;
  GpPlan *plan = gp_store_get_plan (store, scenario, &error);

  ck_assert_msg (plan != NULL, "%s", error ? error->message : "no plan");
  return plan;
}

START_TEST (test_round_trip)
{
  g_autofree char *path = support_path ("plan.groeiplan");
  GpStore *store = support_store (path, 1);

  for (guint32 seed = 0; seed < 20; seed++) {
    g_autoptr (GpPlan) plan = any_plan (seed % 2 ? "base" : "careful", seed, seed * 40, seed * 20);
    g_autoptr (GpPlan) back = NULL, figures = NULL;

    put (store, plan);
    back = get (store, plan->scenario);
    assert_same_plan (plan, back);
    ck_assert_int_eq (back->without_proofs, FALSE);
    figures = gp_store_get_plan_figures (store, plan->scenario, NULL);
    ck_assert_ptr_nonnull (figures);
    ck_assert_int_eq (figures->without_proofs, TRUE);
    assert_same_plan (plan, figures);
    if (seed % 10 == 0) {
      g_autoptr (GpPlan) again = NULL;

      gp_store_close (store);
      store = gp_store_open (path, seed ? GP_STORE_READ_WRITE : GP_STORE_READ_ONLY, NULL);
      again = get (store, plan->scenario);
      assert_same_plan (plan, again);
      gp_store_close (store);
      store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
    }
  }
  gp_store_close (store);
}
END_TEST

/* One latest plan a scenario; a published one stays; edits and plans do not touch each other. */
START_TEST (test_which_plan)
{
  g_autofree char *path = support_path ("which.groeiplan");
  GpStore *store = support_store (path, 2);
  g_autoptr (GpPlan) first = any_plan ("base", 4, 50, 5);
  g_autoptr (GpPlan) second = any_plan ("base", 5, 60, 5);
  g_autoptr (GpPlan) other = any_plan ("careful", 7, 10, 0);
  g_autoptr (GpPlan) back = NULL;
  g_autofree char *count = NULL;
  g_autoptr (GError) error = NULL;
  GpStoreInfo info;

  ck_assert_ptr_null (gp_store_get_plan (store, "base", &error));
  ck_assert_ptr_null (error); /* none is no error */
  put (store, first);
  put (store, other);
  put (store, second);
  ck_assert (gp_store_info (store, &info, &error));
  ck_assert_uint_eq (info.n_plans, 2);
  gp_store_info_clear (&info);
  ck_assert_int_eq (gp_store_data_version (store), 1);
  ck_assert_ptr_null (gp_store_undo_label (store));
  back = get (store, "base");
  assert_same_plan (second, back);
  gp_store_close (store);
  count = support_query (path,
                         "SELECT count(*) FROM plan_rows WHERE plan NOT IN (SELECT id FROM plans)");
  ck_assert_str_eq (count, "0"); /* a dropped plan leaves no rows */
  support_sql (path, "UPDATE plans SET published = 1 WHERE scenario = 'base'");
  store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  put (store, first);
  g_clear_pointer (&back, gp_plan_unref);
  back = get (store, "base");
  assert_same_plan (first, back);
  put (store, second);
  ck_assert (gp_store_info (store, &info, &error));
  ck_assert_uint_eq (info.n_plans, 3);
  gp_store_info_clear (&info);
  gp_store_close (store);
}
END_TEST

START_TEST (test_read_only)
{
  g_autofree char *path = support_path ("read.groeiplan");
  g_autoptr (GpStore) store = NULL;
  g_autoptr (GpPlan) plan = any_plan ("base", 4, 5, 5);
  g_autoptr (GError) error = NULL;

  gp_store_close (support_store (path, 3));
  store = gp_store_open (path, GP_STORE_READ_ONLY, &error);
  ck_assert (gp_store_is_read_only (store));
  ck_assert (!gp_store_put_plan (store, plan, &error));
  support_assert_error (error, GP_ERROR_READ_ONLY, "read.groeiplan");
}
END_TEST

/* Plans that make no sense are refused by themselves; the data beside them can still be used. */
START_TEST (test_damaged)
{
  static const char *const changes[] = {
      "UPDATE plan_rows SET kind = 'dance' WHERE n = 1",
      "UPDATE plan_rows SET amount = NULL WHERE n = 1",
      "UPDATE plan_rows SET amount = 9e999 WHERE n = 1",
      "UPDATE plan_rows SET year = '2020-2029' WHERE n = 1",
      "UPDATE plan_priorities SET priority = 'fame' WHERE rank = 1",
      "UPDATE plan_priorities SET priority = 'reach'",
      "UPDATE plan_priorities SET held = '1 2 3'",
      "UPDATE plan_priorities SET held = ''",
      "UPDATE plan_priorities SET held = held || ' 7'",
      "UPDATE plan_priorities SET proof = x''",
      "UPDATE plan_priorities SET proof = zeroblob (1000)",
      "UPDATE plan_priorities SET proof = substr (proof, 1, length (proof) - 9)",
      "UPDATE plan_priorities SET proof_rows = proof_rows + 1",
      "UPDATE plan_priorities SET proof_rows = proof_rows - 1",
      "UPDATE plan_priorities SET proof_rows = 9000000000000",
      "UPDATE plan_rows SET board = CAST (x'ff' AS TEXT) WHERE n = 1",
  };
  g_autofree char *path = support_path ("damaged.groeiplan");
  g_autofree char *good = NULL;
  g_autoptr (GpPlan) plan = any_plan ("base", 4, 20, 20);
  GpStore *store = support_store (path, 4);
  gsize size;

  put (store, plan);
  gp_store_close (store);
  ck_assert (g_file_get_contents (path, &good, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GpProject) project = NULL;

    ck_assert (g_file_set_contents (path, good, (gssize)size, NULL));
    support_sql (path, changes[i]);
    store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
    ck_assert_msg (store != NULL, "%s: %s", changes[i], error ? error->message : "");
    ck_assert_msg (gp_store_get_plan (store, "base", &error) == NULL, "%s", changes[i]);
    support_assert_error (error, GP_ERROR_DAMAGED, "damaged.groeiplan");
    project = support_snapshot (store);
    put (store, plan); /* and planning again puts it right */
    gp_plan_unref (get (store, "base"));
    gp_store_close (store);
  }
}
END_TEST

/* A proof that unpacks to much more than it says: stopped at the announced row. */
START_TEST (test_bomb)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (GpProofRow));
  g_autofree char *path = support_path ("bomb.groeiplan");
  g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  g_autoptr (GError) error = NULL;
  GpStore *store = support_store (path, 5);
  GpPlanPriority priority = {.id = GP_PRIORITY_COST, .n_proof = 200000};

  g_array_set_size (rows, priority.n_proof);
  for (guint i = 0; i < rows->len; i++)
    g_array_index (rows, GpProofRow, i) = (GpProofRow){.rule = GP_RULE_CAPS,
                                                       .board = "",
                                                       .sector = "",
                                                       .region = "",
                                                       .programme = GP_PROGRAMME_NONE,
                                                       .pin = GP_NONE};
  priority.proof = (const GpProofRow *)(gpointer)rows->data;
  gp_plan_add_priority (plan, &priority);
  gp_plan_finish (plan);
  put (store, plan);
  gp_store_close (store);
  support_sql (path, "UPDATE plan_priorities SET proof_rows = 3");
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert_ptr_null (gp_store_get_plan (store, "base", &error));
  support_assert_error (error, GP_ERROR_DAMAGED, "bomb.groeiplan");
  gp_store_close (store);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("plan");
  TCase *cases = tcase_create ("plan");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_round_trip);
  tcase_add_test (cases, test_which_plan);
  tcase_add_test (cases, test_read_only);
  tcase_add_test (cases, test_damaged);
  tcase_add_test (cases, test_bomb);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
