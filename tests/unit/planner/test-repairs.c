/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Repairs worked out by hand; and on random projects every repair is seen to work, and one step
 * less to fall short, by the model that was written down once more. */
#include "gp-random-project.h"
#include "property-model.h"
#include "reasons-example.h"

#include <groeiplan/gp-repairs.h>
#include <groeiplan/gp-variant.h>

static GpRepairs *
find (const GpProject *project, guint32 scenario, const GpRepairsOptions *options)
{
  g_autoptr (GError) error = NULL;
  GpRepairs *repairs = gp_repairs_find (project, scenario, options, NULL, &error);

  ck_assert_msg (repairs != NULL, "%s", error != NULL ? error->message : "");
  return repairs;
}

static const GpRepair *
repair_of (const GpRepairs *repairs, GpPriorityId goal, GpLever lever, GpRepairExtent extent)
{
  for (guint i = 0; i < repairs->n_repairs; i++) {
    const GpRepair *repair = &repairs->repairs[i];

    if (repair->goal == goal && repair->lever == lever && repair->extent == extent)
      return repair;
  }
  return NULL;
}

static void
check_sentence (const GpRepair *repair, const char *expected)
{
  g_autofree char *sentence = NULL;

  ck_assert_ptr_nonnull (repair);
  sentence = gp_repair_sentence (repair);
  ck_assert_str_eq (sentence, expected);
}

/* Eight schools are asked for, of 10 days each, and one expert coach gives 40 days: four wait. A
 * hired one gives 20 days, so two are needed, and one for half. Hiring costs 1000, a day 100. */
static const char *const two_experts[] = {"boards B,Board,noord",
                                          "schools 8 B,,po,noord,100,0",
                                          "expert_coaches e,,noord,40",
                                          "parameters cohort_target,regular,,8",
                                          "parameters expert_cap,,,1",
                                          "parameters cost_hire,,,1000",
                                          "parameters cost_expert_day,,,100",
                                          NULL};

START_TEST (exactly_two_experts)
{
  g_autoptr (GpProject) project = example_project (2026, two_experts);
  const GpRepairsOptions options = {.whole = TRUE};
  g_autoptr (GpRepairs) repairs = find (project, example_base (project), &options);
  const GpRepair *all =
      repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_EXPERTS, GP_REPAIR_ALL);
  const GpRepair *half =
      repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_EXPERTS, GP_REPAIR_HALF);

  check_sentence (all, "Make room for 2 more expert coaches from 2026-2027 (3 in place of 1): no "
                       "regular school waits. About €6,000 a year.");
  check_sentence (half, "Make room for 1 more expert coach from 2026-2027 (2 in place of 1): 2 of "
                        "4 school-years of regular delay are left. About €3,000 a year.");
  ck_assert_double_eq (all->amount, 2);
  ck_assert_double_eq_tol (all->euro, 6000, 1e-6);
  ck_assert_double_eq_tol (all->plan_euro, 6000, 1e-6); /* 40 days and two hires more */
  ck_assert_double_eq (all->whole_after, 0);
  ck_assert_double_eq (half->whole_after, 2);
  ck_assert_uint_eq (all->n_settings, 1);
  ck_assert_int_eq (all->settings[0].param, GP_PARAM_EXPERT_CAP);
  check_sentence (repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_INTEREST, GP_REPAIR_PART),
                  "More interested schools alone, however much, does not help.");
  ck_assert_ptr_null (
      repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_INTEREST, GP_REPAIR_ALL));
}
END_TEST

/* Days enough; five are asked for in 2027 and 2028 (none in 2026), three are interested: 2 wait at
 * the end of 2027, 4 at the end of 2028, 6 school-years. Two more a year from 2027 on are enough,
 * and from 2028 on are not; one more leaves 1 and 2, which is half. Or 4 places of the cohorts come
 * later. */
static const char *const interest[] = {"boards B,Board,noord",
                                       "schools 20 B,,po,noord,100,0",
                                       "expert_coaches e,,noord,500",
                                       "parameters cohort_target,regular,2027-2028,5",
                                       "parameters cohort_target,regular,2028-2029,5",
                                       "parameters interest_cap,,,3",
                                       NULL};

START_TEST (interest_from_the_year_that_it_is_needed)
{
  g_autoptr (GpProject) project = example_project (2028, interest);
  g_autoptr (GpRepairs) repairs = find (project, example_base (project), NULL);
  const GpRepair *cohorts =
      repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_COHORTS, GP_REPAIR_ALL);

  check_sentence (
      repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_INTEREST, GP_REPAIR_ALL),
      "Interest up to 2 more schools a year from 2027-2028 (5 in place of 3): no regular school "
      "waits.");
  check_sentence (
      repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_INTEREST, GP_REPAIR_HALF),
      "Interest up to 1 more school a year from 2027-2028 (4 in place of 3): 3 of 6 school-years "
      "of regular delay are left.");
  check_sentence (cohorts,
                  "Move up to 4 places of the regular cohorts to later years: no regular school "
                  "waits.");
  ck_assert_uint_eq (cohorts->n_settings, 3);
  for (guint i = 0; i < 3; i++)
    ck_assert_double_eq (gp_decimal_to_double (cohorts->settings[i].value), i == 0 ? 0 : 3);
  check_sentence (repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_EXPERTS, GP_REPAIR_PART),
                  "Room for more expert coaches alone, however much, does not help.");
}
END_TEST

/* A partner with a verandercoach of 20 days and 10 schools; 60 expert days; all ten ask 100 days.
 * With a hand-over of 10% it takes 8 of 80 days over, 6.67 schools start; each needs 10 x (1 -
 * share) expert days, and its 20 days hand over at most 20: 8 schools. So of the 3.33 that wait 2
 * wait in the end, and half (1.67) cannot be reached: a part. */
static const char *const handover[] = {"boards B,Board,noord,2020-2021",
                                       "schools 10 B,,po,noord,100,0",
                                       "expert_coaches e,,noord,60",
                                       "verandercoaches v,B,,2024-2025",
                                       "parameters cohort_target,regular,,10",
                                       "parameters handover_share,,,0.1",
                                       "parameters verandercoaches_per_school,,,1",
                                       NULL};

START_TEST (a_lever_that_is_not_enough)
{
  g_autoptr (GpProject) project = example_project (2026, handover);
  g_autoptr (GpRepairs) repairs = find (project, example_base (project), NULL);
  const GpRepair *part =
      repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_HANDOVER, GP_REPAIR_PART);

  ck_assert_ptr_nonnull (part);
  ck_assert_double_eq_tol (part->before, 10 - 60 / 9.0, 1e-6);
  ck_assert_double_eq_tol (part->after, 2, 1e-6);
  check_sentence (part,
                  "Handing over more to verandercoaches alone, however much, is not enough: 2 "
                  "of 3.33 school-years of regular delay are left.");
}
END_TEST

/* Three vo schools that started last year ask 5 days each of an expert who gives 5: 10 days are
 * short. A hired one gives 20. */
static const char *const overload[] = {
    "boards B,Board,noord", "schools 3 B,,vo,noord,100,0,2025-2026,regular",
    "expert_coaches e,,noord,5", "parameters expert_cap,,,1", NULL};

START_TEST (overload_is_repaired)
{
  g_autoptr (GpProject) project = example_project (2026, overload);
  g_autoptr (GpRepairs) repairs = find (project, example_base (project), NULL);

  check_sentence (repair_of (repairs, GP_PRIORITY_OVERLOAD, GP_LEVER_EXPERTS, GP_REPAIR_ALL),
                  "Make room for 1 more expert coach from 2026-2027 (2 in place of 1): no expert "
                  "day is short.");
  ck_assert_ptr_null (repair_of (repairs, GP_PRIORITY_OVERLOAD, GP_LEVER_COHORTS, GP_REPAIR_ALL));
}
END_TEST

START_TEST (only_what_is_asked_for)
{
  g_autoptr (GpProject) project = example_project (2026, two_experts);
  const GpRepairsOptions none = {.goals = 1u << GP_PRIORITY_OVERLOAD};
  const GpRepairsOptions one = {.levers = 1u << GP_LEVER_EXPERTS, .without_half = TRUE};
  g_autoptr (GpRepairs) nothing = find (project, example_base (project), &none);
  g_autoptr (GpRepairs) single = find (project, example_base (project), &one);

  ck_assert_uint_eq (nothing->n_repairs, 0);
  ck_assert_uint_eq (single->n_repairs, 1);
  ck_assert_int_eq (single->repairs[0].extent, GP_REPAIR_ALL);
}
END_TEST

static void
cancel_soon (double share, const char *doing, gpointer data)
{
  ck_assert (share >= 0 && share <= 1 && *doing != '\0');
  if (share > 0.1)
    g_cancellable_cancel (data);
}

START_TEST (cancelled)
{
  g_autoptr (GpProject) project = example_project (2026, two_experts);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const GpRepairsOptions options = {.progress = cancel_soon, .progress_data = cancellable};

  ck_assert_ptr_null (
      gp_repairs_find (project, example_base (project), &options, cancellable, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
}
END_TEST

/* Nobody is there: no lever helps, but the cohorts can be asked of nobody. */
static const char *const nobody[] = {"parameters cohort_target,regular,,5", NULL};

/* Takes longer than the second that is given, once the first lever has been tried. */
static void
dawdle (double share, const char *doing, gpointer data)
{
  gboolean *slept = data;

  (void)doing;
  if (share < 0.1 + 0.9 / GP_N_LEVERS - 1e-9 || *slept)
    return;
  *slept = TRUE;
  g_usleep (1500 * 1000);
}

START_TEST (what_was_found_when_the_time_is_up)
{
  g_autoptr (GpProject) project = example_project (2026, two_experts);
  gboolean slept = FALSE;
  const GpRepairsOptions options = {.seconds = 1, .progress = dawdle, .progress_data = &slept};
  const GpRepairsOptions enough = {.seconds = 600};
  g_autoptr (GpRepairs) repairs = find (project, example_base (project), &options);
  g_autoptr (GpRepairs) all = find (project, example_base (project), &enough);

  ck_assert (slept);
  ck_assert (repairs->cut);
  ck_assert_ptr_nonnull (
      repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_EXPERTS, GP_REPAIR_ALL));
  ck_assert_ptr_null (
      repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_INTEREST, GP_REPAIR_PART));
  ck_assert (!all->cut);
  ck_assert_uint_gt (all->n_repairs, repairs->n_repairs);
}
END_TEST

START_TEST (nobody_is_there)
{
  g_autoptr (GpProject) project = example_project (2027, nobody);
  g_autoptr (GpRepairs) repairs = find (project, example_base (project), NULL);
  const GpRepair *cohorts =
      repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_COHORTS, GP_REPAIR_ALL);

  check_sentence (
      cohorts,
      "Move up to 10 places of the regular cohorts to later years: no regular school waits.");
  for (guint i = 0; i < GP_LEVER_COHORTS; i++)
    ck_assert_ptr_nonnull (
        repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, (GpLever)i, GP_REPAIR_PART));
}
END_TEST

/* "3 more" of none needs no "3 in place of 0". */
START_TEST (more_of_none)
{
  g_autoptr (GpProject) project = example_project (2026, two_experts);
  const GpRepairsOptions options = {.whole = TRUE};
  g_autoptr (GpRepairs) repairs = find (project, example_base (project), &options);
  GpRepair repair =
      *repair_of (repairs, GP_PRIORITY_REGULAR_DELAY, GP_LEVER_EXPERTS, GP_REPAIR_ALL);

  for (guint i = 0; i < repair.n_settings; i++)
    repair.settings[i].before = 0;
  check_sentence (&repair, "Make room for 2 more expert coaches from 2026-2027: no regular school "
                           "waits. About €6,000 a year.");
}
END_TEST

START_TEST (names_go_both_ways)
{
  for (guint i = 0; i < GP_N_LEVERS; i++) {
    GpLever lever;

    ck_assert (gp_lever_parse (gp_lever_name ((GpLever)i), &lever));
    ck_assert_uint_eq (lever, i);
  }
  ck_assert (!gp_lever_parse ("magic", &(GpLever){0}));
}
END_TEST

/* ---- random projects --------------------------------------------------------------------------
 */

/* The goal's value by the model written down once more; NAN when it cannot be planned. */
static double
value_of (const GpProject *project, guint32 scenario, GpPriorityId goal)
{
  GpPriorityId order[GP_N_PRIORITIES];
  double values[GP_N_PRIORITIES];
  guint n;
  g_autoptr (GpProject) other = example_without_change (project, scenario, order, &n);

  if (property_model_solve (other, scenario, values) != PROPERTY_SOLVED)
    return NAN;
  for (guint i = 0; i < n; i++)
    if (order[i] == goal)
      return values[i];
  return NAN;
}

/* The same repair with one step less. */
static GpProject *
one_less (const GpProject *project, guint32 scenario, const GpRepair *repair)
{
  g_autoptr (GpVariant) variant = gp_variant_new (project, scenario);
  double unit = repair->lever == GP_LEVER_HANDOVER ? 0.01 : 1;

  for (guint i = 0; i < repair->n_settings; i++) {
    const GpRepairSetting *setting = &repair->settings[i];
    double value = fmin (gp_decimal_to_double (setting->value) - unit,
                         setting->before + repair->amount - unit);
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    GpDecimal decimal;

    if (repair->lever == GP_LEVER_EXPERTS && repair->amount > 1.5)
      value = gp_decimal_to_double (setting->value) - unit;
    else if (repair->amount < 1.5 * unit)
      value = setting->before;
    ck_assert (gp_decimal_parse (g_ascii_formatd (text, sizeof text, "%.12f", value), &decimal));
    gp_variant_set (variant, setting->param, setting->scope, setting->year, &decimal);
  }
  return gp_variant_make (variant, NULL);
}

static void
check_repair (const GpProject *project, guint32 scenario, const GpRepair *repair, const char *where)
{
  g_autoptr (GpProject) with = gp_repair_variant (project, scenario, repair, NULL);
  g_autoptr (GpProject) less = NULL;
  double target = repair->extent == GP_REPAIR_ALL ? 0 : repair->before / 2;
  double now = value_of (project, scenario, repair->goal);
  double after = value_of (with, scenario, repair->goal);
  g_autofree char *sentence = gp_repair_sentence (repair);

  ck_assert_msg (fabs (now - repair->before) <= 1e-5, "%s: %s", where, sentence);
  ck_assert_msg (fabs (after - repair->after) <= 1e-5, "%s: %s (%g)", where, sentence, after);
  ck_assert_msg (after <= target + 1e-5, "%s: %s (%g)", where, sentence, after);
  if (repair->lever == GP_LEVER_COHORTS)
    return;
  less = one_less (project, scenario, repair);
  ck_assert_ptr_nonnull (less);
  ck_assert_msg (!(value_of (less, scenario, repair->goal) <= target), "%s: one less does too: %s",
                 where, sentence);
}

/* Most random projects are short of interest, which no other lever can mend; every second one here
 * has enough of it, trains nobody, and its schools ask for more days. */
static GpProject *
short_of_coaches (guint32 seed)
{
  g_autoptr (GpProject) project =
      gp_random_project (seed, 4 + seed % 7, 3 + seed % 3, GP_RANDOM_PLAIN);
  g_autoptr (GpVariant) variant = gp_variant_new (project, seed % 3);
  const GpDecimal much = gp_decimal_from_int (1000), none = {0, 0};
  const GpDecimal days = gp_decimal_from_int (15 + seed % 20);

  if (seed % 2 == 0)
    return g_steal_pointer (&project);
  gp_variant_set (variant, GP_PARAM_INTEREST_CAP, NULL, GP_YEAR_NONE, &much);
  gp_variant_set (variant, GP_PARAM_EQUITY_MIN_SHARE, NULL, GP_YEAR_NONE, &none);
  gp_variant_set (variant, GP_PARAM_SECTOR_MIN_SHARE, NULL, GP_YEAR_NONE, &none);
  gp_variant_set (variant, GP_PARAM_REQUIRE_READY, NULL, GP_YEAR_NONE, &none);
  gp_variant_set (variant, GP_PARAM_TRAINING_CAP, NULL, GP_YEAR_NONE, &none);
  gp_variant_set (variant, GP_PARAM_SUPPORT_DAYS, NULL, GP_YEAR_NONE, &days);
  return gp_variant_make (variant, NULL);
}

START_TEST (random_repairs_work)
{
  g_autoptr (GpProject) project = short_of_coaches ((guint32)_i);
  g_autofree char *where = g_strdup_printf ("seed %d", _i);
  guint32 scenario = (guint32)_i % 3;
  g_autoptr (GpRepairs) repairs = find (project, scenario, NULL);
  guint n = 0;

  for (guint i = 0; i < repairs->n_repairs; i++) {
    const GpRepair *repair = &repairs->repairs[i];

    if (repair->extent == GP_REPAIR_PART)
      continue;
    n++;
    check_repair (project, scenario, repair, where);
  }
  if (g_getenv ("GP_SHOW") != NULL)
    g_print ("%s: %u repairs of %u, %u plans\n", where, n, repairs->n_repairs, repairs->n_plans);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("repairs");
  TCase *tcase = tcase_create ("repairs");

  tcase_set_timeout (tcase, 0);
  tcase_add_test (tcase, exactly_two_experts);
  tcase_add_test (tcase, interest_from_the_year_that_it_is_needed);
  tcase_add_test (tcase, a_lever_that_is_not_enough);
  tcase_add_test (tcase, overload_is_repaired);
  tcase_add_test (tcase, only_what_is_asked_for);
  tcase_add_test (tcase, cancelled);
  tcase_add_test (tcase, what_was_found_when_the_time_is_up);
  tcase_add_test (tcase, nobody_is_there);
  tcase_add_test (tcase, more_of_none);
  tcase_add_test (tcase, names_go_both_ways);
  tcase_add_loop_test (tcase, random_repairs_work, 0, 80);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
