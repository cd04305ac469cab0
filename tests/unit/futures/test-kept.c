/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Futures, prices and repairs as texts: read back the same, and any other text refused. */
#include "futures-example.h"
#include "reasons-example.h"

#include <groeiplan/gp-prices.h>
#include <groeiplan/gp-repairs.h>
#include <math.h>
#include <string.h>

static gboolean
same (double a, double b)
{
  return (isnan (a) && isnan (b)) || fabs (a - b) <= 1e-12 * fmax (fabs (a), fabs (b));
}

/* Four schools wait for days, and more partners would help no more than in part. */
static const char *const short_of_days[] = {"boards B,Board,noord",
                                            "schools 8 B,,po,noord,100,0",
                                            "expert_coaches e,,noord,40",
                                            "parameters cohort_target,regular,,8",
                                            "parameters expert_cap,,,1",
                                            "parameters cost_hire,,,1000",
                                            NULL};

/* Whatever is done to the text: refused, or read as something whole. */
static void
damage (const char *text, gboolean (*read) (const GpProject *project, const char *text),
        const GpProject *project)
{
  gsize size = strlen (text);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint refused = 0;

  ck_assert (read (project, text));
  ck_assert (!read (project, ""));
  ck_assert (!read (project, "groeiplan-something 1\n()"));
  for (gsize length = 0; length < size; length += 1 + length / 40) {
    g_autofree char *cut = g_strndup (text, length);

    ck_assert_msg (!read (project, cut), "%s", cut);
  }
  for (guint i = 0; i < 300; i++) {
    g_autofree char *changed = g_strdup (text);
    gsize at = (gsize)g_rand_int_range (rand, 0, (gint32)size);

    changed[at] = "0-9ax'(,[]\"\\n1e.%"[g_rand_int_range (rand, 0, 17)];
    refused += read (project, changed) ? 0 : 1;
  }
  ck_assert_uint_gt (refused, 50);
}

/* ---- repairs -----------------------------------------------------------------------------------
 */

static gboolean
read_repairs (const GpProject *project, const char *text)
{
  g_autoptr (GpRepairs) repairs = gp_repairs_from_text (text);

  (void)project;
  for (guint i = 0; repairs != NULL && i < repairs->n_repairs; i++)
    g_free (gp_repair_sentence (&repairs->repairs[i]));
  return repairs != NULL;
}

static void
assert_same_settings (const GpRepair *one, const GpRepair *other)
{
  ck_assert_uint_eq (one->n_settings, other->n_settings);
  for (guint i = 0; i < one->n_settings; i++) {
    const GpRepairSetting *a = &one->settings[i], *b = &other->settings[i];
    char value[GP_DECIMAL_BYTES], expected[GP_DECIMAL_BYTES];

    ck_assert_int_eq (a->param, b->param);
    ck_assert_str_eq (a->scope, b->scope);
    ck_assert_int_eq (a->year, b->year);
    ck_assert_str_eq (gp_decimal_format (a->value, value), gp_decimal_format (b->value, expected));
    ck_assert (same (a->before, b->before));
  }
}

START_TEST (test_repairs)
{
  g_autoptr (GpProject) project = example_project (2026, short_of_days);
  g_autoptr (GpRepairs) found = gp_repairs_find (project, example_base (project), NULL, NULL, NULL);
  g_autofree char *text = gp_repairs_to_text (found);
  g_autoptr (GpRepairs) back = gp_repairs_from_text (text);

  ck_assert_ptr_nonnull (back);
  ck_assert_uint_gt (found->n_repairs, 3);
  ck_assert_uint_eq (back->n_repairs, found->n_repairs);
  ck_assert_uint_eq (back->n_plans, found->n_plans);
  ck_assert_int_eq (back->cut, found->cut);
  ck_assert_str_eq (back->plan->scenario, "base");
  for (guint i = 0; i < found->n_repairs; i++) {
    const GpRepair *a = &found->repairs[i], *b = &back->repairs[i];
    g_autofree char *said = gp_repair_sentence (a), *again = gp_repair_sentence (b);

    ck_assert_str_eq (said, again);
    ck_assert (a->goal == b->goal && a->lever == b->lever && a->extent == b->extent);
    ck_assert_int_eq (a->from, b->from);
    ck_assert (same (a->amount, b->amount) && same (a->before, b->before) &&
               same (a->after, b->after) && same (a->whole_after, b->whole_after) &&
               same (a->euro, b->euro) && same (a->plan_euro, b->plan_euro));
    assert_same_settings (a, b);
  }
  damage (text, read_repairs, project);
}
END_TEST

/* Twelve schools are asked for and 40 days let four start; no more than six are interested. So
 * eight wait, and one expert coach more, of 20 days, gets two of them started: not half, as more do
 * not. */
static const char *const short_of_both[] = {"boards B,Board,noord",
                                            "schools 20 B,,po,noord,100,0",
                                            "expert_coaches e,,noord,40",
                                            "parameters cohort_target,regular,,12",
                                            "parameters expert_cap,,,1",
                                            "parameters interest_cap,,,6",
                                            NULL};

/* What helps in part can be tried: with the least amount that does as much. */
START_TEST (test_repair_in_part)
{
  g_autoptr (GpProject) project = example_project (2026, short_of_both);
  g_autoptr (GpRepairs) found = gp_repairs_find (project, example_base (project), NULL, NULL, NULL);
  gboolean seen = FALSE;

  for (guint i = 0; i < found->n_repairs; i++) {
    const GpRepair *repair = &found->repairs[i];
    g_autoptr (GpProject) with = NULL;
    g_autoptr (GpPlan) plan = NULL;

    if (repair->extent != GP_REPAIR_PART)
      continue;
    ck_assert_int_eq (repair->n_settings > 0, repair->before - repair->after > 1e-3);
    if (repair->lever != GP_LEVER_EXPERTS)
      continue;
    seen = TRUE;
    ck_assert_double_eq_tol (repair->before, 8, 1e-6);
    ck_assert_double_eq_tol (repair->after, 6, 1e-6);
    ck_assert_uint_eq (repair->n_settings, 1);
    ck_assert_double_eq_tol (gp_decimal_to_double (repair->settings[0].value), 2, 1e-9);
    with = gp_repair_variant (project, example_base (project), repair, NULL);
    plan = gp_planner_plan (with, example_base (with), NULL, NULL, NULL);
    for (guint p = 0; p < plan->n_priorities; p++)
      if (plan->priorities[p].id == repair->goal)
        ck_assert_double_eq_tol (plan->priorities[p].relaxed, repair->after, 1e-6);
  }
  ck_assert (seen);
}
END_TEST

/* A name or a figure that no search gives. */
START_TEST (test_repairs_of_nonsense)
{
  static const char good[] =
      "groeiplan-repairs 1\n('base', false, 3, [('regular_delay', 'experts', 'all', 2.0, "
      "'2026-2027', 4.0, 0.0, nan, 1000.0, nan, [('expert_cap', '', '2026-2027', '3', 1.0)])])";
  static const char *const changes[][2] = {{"regular_delay", "delay"},
                                           {"experts", "wizards"},
                                           {"'all'", "'some'"},
                                           {"2026-2027", "2026-2028"},
                                           {"4.0", "inf"},
                                           {"4.0", "nan"},
                                           {"4.0", "1e300"},
                                           {"expert_cap", "cap"},
                                           {"''", "'elsewhere'"},
                                           {"'3'", "'three'"},
                                           {"repairs 1", "repairs 2"}};

  ck_assert (read_repairs (NULL, good));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_auto (GStrv) parts = g_strsplit (good, changes[i][0], -1);
    g_autofree char *bad = g_strjoinv (changes[i][1], parts);

    ck_assert_msg (!read_repairs (NULL, bad), "%s", bad);
  }
}
END_TEST

/* ---- prices ------------------------------------------------------------------------------------
 */

static gboolean
read_prices (const GpProject *project, const char *text)
{
  g_autoptr (GpPrices) prices = gp_prices_from_text (project, text);

  for (guint i = 0; prices != NULL && i < prices->n_prices; i++)
    g_free (gp_price_thing (project, &prices->prices[i]));
  for (guint i = 0; prices != NULL && i < prices->n_priority_prices; i++)
    g_free (gp_priority_price_sentence (&prices->priority_prices[i]));
  return prices != NULL;
}

START_TEST (test_prices)
{
  g_autoptr (GpProject) project = example_project (2026, short_of_days);
  g_autoptr (GpPrices) found = gp_prices_find (project, example_base (project), NULL, NULL, NULL);
  g_autofree char *text = gp_prices_to_text (project, found);
  g_autoptr (GpPrices) back = gp_prices_from_text (project, text);

  ck_assert_ptr_nonnull (back);
  ck_assert_uint_gt (found->n_prices, 1);
  ck_assert_uint_gt (found->n_priority_prices, 0);
  ck_assert_uint_eq (back->n_prices, found->n_prices);
  ck_assert_uint_eq (back->n_priority_prices, found->n_priority_prices);
  for (guint i = 0; i < found->n_prices; i++) {
    const GpPrice *a = &found->prices[i], *b = &back->prices[i];

    ck_assert (a->scarce == b->scarce && a->region == b->region && a->programme == b->programme &&
               a->year == b->year && a->status == b->status && a->priority == b->priority);
    ck_assert (same (a->value, b->value) && same (a->up, b->up) && same (a->down, b->down) &&
               same (a->measured, b->measured));
  }
  for (guint i = 0; i < found->n_priority_prices; i++) {
    g_autofree char *said = gp_priority_price_sentence (&found->priority_prices[i]);
    g_autofree char *again = gp_priority_price_sentence (&back->priority_prices[i]);

    ck_assert_str_eq (said, again);
  }
  damage (text, read_prices, project);
}
END_TEST

/* The price of a region that is gone goes; the others stay. */
START_TEST (test_region_is_gone)
{
  static const char text[] =
      "groeiplan-prices 1\n('base', 3, [('expert_day', 'away', '', '2026-2027', 'claimed', "
      "'regular_delay', 0.5, 1, 0, 0.5), ('interest', '', '', '2026-2027', 'claimed', "
      "'regular_delay', 0.25, 1, 0, 0.25)], [])";
  g_autoptr (GpProject) project = example_project (2026, short_of_days);
  g_autoptr (GpPrices) prices = gp_prices_from_text (project, text);

  ck_assert_ptr_nonnull (prices);
  ck_assert_uint_eq (prices->n_prices, 1);
  ck_assert_int_eq (prices->prices[0].scarce, GP_SCARCE_INTEREST);
}
END_TEST

/* ---- futures -----------------------------------------------------------------------------------
 */

static gboolean
read_futures (const GpProject *project, const char *text)
{
  GpFuturesSummary *summaries[GP_N_OUTCOMES];
  gboolean ok = gp_futures_summaries_from_text (text, summaries);

  (void)project;
  for (guint i = 0; i < GP_N_OUTCOMES; i++) {
    ck_assert (ok || summaries[i] == NULL);
    g_clear_pointer (&summaries[i], gp_futures_summary_free);
  }
  return ok;
}

static void
assert_same_summary (const GpFuturesSummary *a, const GpFuturesSummary *b)
{
  ck_assert (a->outcome == b->outcome && a->count == b->count && a->planned == b->planned &&
             a->conflicts == b->conflicts && a->unknown == b->unknown);
  for (guint i = 0; i < GP_N_PROMISES; i++)
    ck_assert (a->has_promise[i] == b->has_promise[i] && a->kept[i] == b->kept[i]);
  ck_assert (a->n_years == b->n_years && a->n_values == b->n_values && a->n_boards == b->n_boards &&
             a->n_assumptions == b->n_assumptions);
  for (guint i = 0; i < a->n_years; i++)
    ck_assert (a->years[i].year == b->years[i].year &&
               a->years[i].promised_here == b->years[i].promised_here &&
               same (a->years[i].schools.p50, b->years[i].schools.p50));
  for (guint i = 0; i < a->n_boards; i++) {
    ck_assert_str_eq (a->boards[i].board, b->boards[i].board);
    ck_assert_uint_eq (a->boards[i].kept, b->boards[i].kept);
  }
  for (guint i = 0; i < a->n_assumptions; i++) {
    ck_assert (a->assumptions[i].param == b->assumptions[i].param &&
               a->assumptions[i].is_go == b->assumptions[i].is_go &&
               same (a->assumptions[i].correlation, b->assumptions[i].correlation));
    ck_assert_str_eq (a->assumptions[i].scope, b->assumptions[i].scope);
  }
  ck_assert (a->has_regret == b->has_regret && same (a->regret.p90, b->regret.p90) &&
             same (a->worst_regret, b->worst_regret) && a->worst_future == b->worst_future);
}

START_TEST (test_futures)
{
  g_autoptr (GpProject) project =
      futures_project ("parameters uncertain:support_days,low:po:1,,8",
                       "parameters uncertain:support_days,mode:po:1,,9",
                       "parameters uncertain:support_days,high:po:1,,13", NULL);
  g_autoptr (GpPlan) plan = futures_base_plan (project);
  const GpFuturesOptions options = {
      .seed = 3, .count = 40, .n_threads = 1, .held = plan, .published = plan};
  g_autoptr (GpFutures) futures = futures_run (project, &options);
  GpFuturesSummary *all[GP_N_OUTCOMES] = {NULL}, *back[GP_N_OUTCOMES];
  g_autofree char *text = NULL;

  all[GP_OUTCOME_SCHOOLS] = futures_summary (futures, project, GP_OUTCOME_SCHOOLS);
  all[GP_OUTCOME_DELAY] = futures_summary (futures, project, GP_OUTCOME_DELAY);
  ck_assert_uint_gt (all[0]->n_boards, 0);
  ck_assert_uint_gt (all[0]->n_assumptions, 0);
  text = gp_futures_summaries_to_text (all);
  ck_assert (gp_futures_summaries_from_text (text, back));
  for (guint i = 0; i < GP_N_OUTCOMES; i++) {
    ck_assert_int_eq (all[i] != NULL, back[i] != NULL);
    if (all[i] != NULL)
      assert_same_summary (all[i], back[i]);
    g_clear_pointer (&all[i], gp_futures_summary_free);
    g_clear_pointer (&back[i], gp_futures_summary_free);
  }
  damage (text, read_futures, project);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("kept results");
  TCase *cases = tcase_create ("kept results");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_test (cases, test_repairs);
  tcase_add_test (cases, test_repair_in_part);
  tcase_add_test (cases, test_repairs_of_nonsense);
  tcase_add_test (cases, test_prices);
  tcase_add_test (cases, test_region_is_gone);
  tcase_add_test (cases, test_futures);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
