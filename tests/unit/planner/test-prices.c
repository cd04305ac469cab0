/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices worked out by hand; and on random projects every price that is claimed is seen again by
 * planning from nothing, and by the model that was written down once more. */
#include "gp-random-project.h"
#include "property-model.h"
#include "reasons-example.h"

#include <groeiplan/gp-prices.h>
#include <groeiplan/gp-variant.h>

static GpPrices *
find (const GpProject *project, guint32 scenario)
{
  g_autoptr (GError) error = NULL;
  GpPrices *prices = gp_prices_find (project, scenario, NULL, NULL, &error);

  ck_assert_msg (prices != NULL, "%s", error != NULL ? error->message : "");
  return prices;
}

static const GpPrice *
price_of (const GpPrices *prices, GpScarce scarce, guint32 region, GpYear year)
{
  for (guint i = 0; i < prices->n_prices; i++) {
    const GpPrice *price = &prices->prices[i];

    if (price->scarce == scarce && price->region == region && price->year == year)
      return price;
  }
  return NULL;
}

/* Ten schools want to start, five are asked for, of 10 days each; 25 days are there. So 2.5 start,
 * and each day more is 0.1 school, for as long as fewer than five start (25 days more) and while
 * there are days to take away (25). Of the steps that are tried (1, 10, 100) ten hold both ways. */
static const char *const days_alone[] = {"boards B,Board,noord", "schools 10 B,,po,noord,100,0",
                                         "expert_coaches e,,noord,25",
                                         "parameters cohort_target,regular,,5", NULL};

START_TEST (a_day_is_a_tenth_of_a_school)
{
  g_autoptr (GpProject) project = example_project (2026, days_alone);
  g_autoptr (GpPrices) prices = find (project, example_base (project));
  const GpPrice *price = price_of (prices, GP_SCARCE_EXPERT_DAY, 0, 2026);
  g_autofree char *thing = NULL;

  ck_assert_ptr_nonnull (price);
  ck_assert_int_eq (price->status, GP_PRICE_CLAIMED);
  ck_assert_int_eq (price->priority, GP_PRIORITY_REGULAR_DELAY);
  ck_assert_double_eq_tol (price->value, 0.1, 1e-9);
  ck_assert_double_eq_tol (price->measured, 0.1, 1e-7);
  ck_assert_double_eq (price->up, 10);
  ck_assert_double_eq (price->down, 10);
  thing = gp_price_thing (project, price);
  ck_assert_str_eq (thing, "expert day in Noord, 2026-2027");
  ck_assert_ptr_null (price_of (prices, GP_SCARCE_EXPERT_DAY, 1, 2026));
  /* a place more in the cohort is one more school that waits */
  price = price_of (prices, GP_SCARCE_COHORT_PLACE, GP_NONE, 2026);
  ck_assert_ptr_nonnull (price);
  ck_assert_double_eq_tol (price->value, -1, 1e-9);
}
END_TEST

/* Enough days, but only three schools are interested, in each of two years: a school that starts in
 * the first year waits in neither (2 school-years), one in the second year 1. */
static const char *const interest_alone[] = {
    "boards B,Board,noord",        "schools 20 B,,po,noord,100,0",
    "expert_coaches e,,noord,500", "parameters cohort_target,regular,,5",
    "parameters interest_cap,,,3", NULL};

START_TEST (interest_counts_for_the_years_that_follow)
{
  g_autoptr (GpProject) project = example_project (2027, interest_alone);
  g_autoptr (GpPrices) prices = find (project, example_base (project));
  const GpPrice *first = price_of (prices, GP_SCARCE_INTEREST, GP_NONE, 2026);
  const GpPrice *second = price_of (prices, GP_SCARCE_INTEREST, GP_NONE, 2027);

  ck_assert (first != NULL && second != NULL);
  ck_assert_double_eq_tol (first->value, 2, 1e-9);
  ck_assert_double_eq_tol (second->value, 1, 1e-9);
  ck_assert_int_eq (first->status, GP_PRICE_CLAIMED);
  ck_assert_double_eq (first->up, 1); /* of two that wait; five more are too many */
  ck_assert_ptr_null (price_of (prices, GP_SCARCE_EXPERT_DAY, 0, 2026));
}
END_TEST

/* Days for exactly the five schools that are interested: both bind, and one more of either brings
 * nothing, whatever the duals say. */
static const char *const degenerate[] = {
    "boards B,Board,noord",        "schools 9 B,,po,noord,100,0",
    "expert_coaches e,,noord,50",  "parameters cohort_target,regular,,6",
    "parameters interest_cap,,,5", NULL};

START_TEST (nothing_is_claimed_where_checks_disagree)
{
  g_autoptr (GpProject) project = example_project (2026, degenerate);
  g_autoptr (GpPrices) prices = find (project, example_base (project));
  guint n = 0;

  for (guint i = 0; i < prices->n_prices; i++) {
    const GpPrice *price = &prices->prices[i];

    if (price->scarce == GP_SCARCE_COHORT_PLACE)
      continue;
    n++;
    ck_assert_int_eq (price->status, GP_PRICE_NONE);
    ck_assert_double_eq (price->value, 0);
  }
  ck_assert_uint_gt (n, 0);
}
END_TEST

/* Three schools can start, two cohorts ask for three each: Groeikracht first takes all three, and
 * regular waits for three. Were Groeikracht last, regular would take them. */
static const char *const rivals[] = {"boards B,Board,noord",
                                     "schools 9 B,,po,noord,100,0",
                                     "expert_coaches e,,noord,30",
                                     "parameters cohort_target,regular,,3",
                                     "parameters cohort_target,groeikracht,,3",
                                     NULL};

START_TEST (a_priority_costs_the_others)
{
  g_autoptr (GpProject) project = example_project (2026, rivals);
  g_autoptr (GpPrices) prices = find (project, example_base (project));
  const GpPriorityPrice *price = &prices->priority_prices[1];
  g_autofree char *sentence = gp_priority_price_sentence (price);
  g_autofree char *nothing = gp_priority_price_sentence (&prices->priority_prices[3]);

  ck_assert_uint_eq (prices->n_priority_prices, prices->plan->n_priorities - 1);
  ck_assert_int_eq (price->id, GP_PRIORITY_GROEIKRACHT_DELAY);
  ck_assert_int_eq (price->ids[2], GP_PRIORITY_REGULAR_DELAY);
  ck_assert_double_eq_tol (price->before[1], 0, 1e-9);
  ck_assert_double_eq_tol (price->after[1], 3, 1e-9);
  ck_assert_double_eq_tol (price->before[2], 3, 1e-9);
  ck_assert_double_eq_tol (price->after[2], 0, 1e-9);
  ck_assert_str_eq (sentence, "Starting Groeikracht schools on time costs the priorities that come "
                              "after it 3 school-years of regular delay; if it came last, there "
                              "would be 3 school-years of Groeikracht delay more.");
  ck_assert_str_eq (nothing, "Reaching pupils costs the priorities that come after it nothing.");
}
END_TEST

START_TEST (only_the_most_valuable_are_checked)
{
  g_autoptr (GpProject) project = example_project (2027, interest_alone);
  const GpPricesOptions options = {.max_checked = 1, .without_priorities = TRUE};
  g_autoptr (GpPrices) prices =
      gp_prices_find (project, example_base (project), &options, NULL, NULL);
  guint unchecked = 0;

  ck_assert_uint_gt (prices->n_prices, 1);
  ck_assert_uint_eq (prices->n_priority_prices, 0);
  for (guint i = 0; i < prices->n_prices; i++)
    unchecked += prices->prices[i].status == GP_PRICE_UNCHECKED;
  ck_assert_uint_eq (unchecked, prices->n_prices - 1);
}
END_TEST

typedef struct {
  GCancellable *cancellable;
  guint left; /* calls until it is cancelled */
} Patience;

static void
cancel_soon (double share, const char *doing, gpointer data)
{
  Patience *patience = data;

  ck_assert (share >= 0 && share <= 1 && *doing != '\0');
  if (patience->left-- == 1)
    g_cancellable_cancel (patience->cancellable);
}

/* FALSE when it was found before that many calls. */
static gboolean
cancel_at (const GpProject *project, guint call, gboolean without_priorities)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Patience patience = {cancellable, call};
  const GpPricesOptions options = {.without_priorities = without_priorities,
                                   .progress = cancel_soon,
                                   .progress_data = &patience};
  g_autoptr (GpPrices) found =
      gp_prices_find (project, example_base (project), &options, cancellable, &error);

  if (!g_cancellable_is_cancelled (cancellable)) {
    ck_assert (found != NULL && error == NULL);
    return FALSE;
  }
  ck_assert_ptr_null (found);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  return TRUE;
}

/* Whenever progress is told. */
START_TEST (cancelled)
{
  g_autoptr (GpProject) project = example_project (2027, interest_alone);
  guint with = 1, without = 1;

  while (cancel_at (project, with, FALSE))
    with++;
  while (cancel_at (project, without, TRUE))
    without++;
  ck_assert_uint_gt (without, 3);
  ck_assert_uint_gt (with, without);
}
END_TEST

START_TEST (nobody_is_there)
{
  static const char *const rows[] = {"parameters cohort_target,regular,,5", NULL};
  g_autoptr (GpProject) project = example_project (2026, rows);
  g_autoptr (GpPrices) prices = find (project, example_base (project));

  for (guint i = 0; i < prices->n_prices; i++) /* a place more is a school more that waits */
    ck_assert (prices->prices[i].scarce == GP_SCARCE_COHORT_PLACE && prices->prices[i].value <= -1);
}
END_TEST

START_TEST (pins_that_contradict)
{
  static const char *const rows[] = {"boards B,Board,noord", "schools 5 B,,po,noord,100,0",
                                     "parameters cohort_target,regular,,6",
                                     "pins start,B,po,regular,2026-2027,7,", NULL};
  g_autoptr (GpProject) project = example_project (2026, rows);
  g_autoptr (GpPrices) prices = find (project, example_base (project));

  ck_assert_int_eq (prices->plan->status, GP_PLAN_CONFLICT);
  ck_assert_uint_gt (prices->plan->n_conflicts, 0);
  ck_assert_uint_eq (prices->n_prices, 0);
}
END_TEST

/* ---- random projects --------------------------------------------------------------------------
 */

static double
gain (GpPriorityId id, double before, double after)
{
  return id == GP_PRIORITY_REACH ? after - before : before - after;
}

/* Expert days as rows of tables, in place of the variant's: a coach for one year, whose head the
 * cap on heads makes room for. */
static GpProject *
with_coach (const GpProject *project, guint32 scenario, const GpPrice *price, double days)
{
  double left = 1 - gp_param_value (project, scenario, GP_PARAM_EXPERT_ATTRITION, NULL, 0);
  GpProject *built = gp_random_rebuild (project, NULL, NULL);
  g_autoptr (GpVariant) variant = NULL;
  g_autofree char *text = NULL;
  GpExpertCoach coach = {.code = "one more",
                         .region = price->region,
                         .from_year = price->year,
                         .to_year = price->year};
  GpDecimal cap;
  GpProject *made;

  left = pow (left, price->year - project->plan_from);
  text = g_strdup_printf ("%.12f", days / left);
  ck_assert (gp_decimal_parse (text, &coach.days_per_year));
  ck_assert (gp_project_add_expert_coach (built, &coach));
  ck_assert (gp_project_finish (built, NULL));
  variant = gp_variant_new (built, scenario);
  g_free (text);
  text = g_strdup_printf (
      "%.12f", left + gp_param_value (project, scenario, GP_PARAM_EXPERT_CAP, NULL, price->year));
  ck_assert (gp_decimal_parse (text, &cap));
  gp_variant_set (variant, GP_PARAM_EXPERT_CAP, NULL, price->year, &cap);
  made = gp_variant_make (variant, NULL);
  gp_project_unref (built);
  ck_assert_ptr_nonnull (made);
  return made;
}

/* The values of the model written down once more, in the plan's order. */
static void
solve_again (const GpProject *project, guint32 scenario, double values[GP_N_PRIORITIES])
{
  GpPriorityId order[GP_N_PRIORITIES];
  guint n;
  g_autoptr (GpProject) other = example_without_change (project, scenario, order, &n);

  ck_assert_int_eq (property_model_solve (other, scenario, values), PROPERTY_SOLVED);
}

static void
check_claim (const GpProject *project, guint32 scenario, const GpPrices *prices,
             const GpPrice *price, double steps, const char *where)
{
  g_autoptr (GpProject) other = price->scarce == GP_SCARCE_EXPERT_DAY && steps > 0
                                    ? with_coach (project, scenario, price, steps)
                                    : gp_price_variant (project, scenario, price, steps, NULL);
  double values[GP_N_PRIORITIES];
  guint i = 0;

  ck_assert_ptr_nonnull (other);
  if (price->scarce == GP_SCARCE_EXPERT_DAY && steps < 0) {
    g_autoptr (GpPlan) plan = gp_planner_plan (other, scenario, NULL, NULL, NULL);

    ck_assert (plan != NULL && plan->n_priorities == prices->plan->n_priorities);
    for (guint k = 0; k < plan->n_priorities; k++)
      values[k] = plan->priorities[k].relaxed;
  } else {
    solve_again (other, scenario, values);
  }
  for (;; i++) {
    const GpPlanPriority *own = &prices->plan->priorities[i];
    double change = gain (own->id, own->relaxed, values[i]);
    gboolean is_it = own->id == price->priority;
    double expected = is_it ? price->value * steps : 0;

    ck_assert_msg (
        fabs (change - expected) <= 1e-5 * fabs (expected) + 1e-6 * (1 + fabs (own->relaxed)),
        "%s %s %d, %g more: %s gains %.9g, not %.9g", where, gp_scarce_name (price->scarce),
        price->year, steps, gp_priority_name (own->id), change, expected);
    if (is_it)
      break;
  }
}

static void
check_priority_price (const GpProject *project, guint32 scenario, const GpPriorityPrice *price,
                      const char *where)
{
  g_autoptr (GpVariant) variant = gp_variant_new (project, scenario);
  g_autoptr (GpProject) other = NULL;
  GpPriorityId order[GP_N_PRIORITIES];
  double values[GP_N_PRIORITIES];
  guint n = 0, at = 0;

  for (guint i = 0; i < price->n; i++)
    if (price->ids[i] != price->id)
      order[n++] = price->ids[i];
  order[n] = price->id;
  gp_variant_set_priorities (variant, order, price->n);
  other = gp_variant_make (variant, NULL);
  solve_again (other, scenario, values);
  for (guint i = 0; i < price->n; i++) {
    double found = values[price->ids[i] == price->id ? n : at++];

    ck_assert_msg (fabs (found - price->after[i]) <= 1e-6 * (1 + fabs (found)),
                   "%s %s last: %s is %.9g, not %.9g", where, gp_priority_name (price->id),
                   gp_priority_name (price->ids[i]), found, price->after[i]);
  }
}

/* Every fourth one has pins, which need not fit each other. */
START_TEST (random_prices_are_seen_again)
{
  gboolean pins = _i % 4 == 3;
  g_autoptr (GpProject) project = gp_random_project ((guint32)_i, 4 + (guint)_i % 6, 4,
                                                     pins ? GP_RANDOM_PINS : GP_RANDOM_PLAIN);
  g_autofree char *where = g_strdup_printf ("seed %d", _i);
  guint32 scenario = (guint32)_i % 3;
  g_autoptr (GpPrices) prices = find (project, scenario);
  guint claimed = 0;

  for (guint i = 0; i < prices->n_prices; i++) {
    const GpPrice *price = &prices->prices[i];

    ck_assert_int_ne (price->status, GP_PRICE_UNCHECKED);
    if (price->status != GP_PRICE_CLAIMED)
      continue;
    claimed++;
    check_claim (project, scenario, prices, price, price->up, where);
    check_claim (project, scenario, prices, price, price->up / 2, where);
    if (price->down > 0)
      check_claim (project, scenario, prices, price, -price->down, where);
  }
  ck_assert_msg (claimed > 0 || pins, "%s", where);
  if (g_getenv ("GP_SHOW") != NULL)
    g_print ("%s: %u prices, %u claimed, %u plans\n", where, prices->n_prices, claimed,
             prices->n_plans);
  for (guint i = 0; i < prices->n_priority_prices; i++)
    check_priority_price (project, scenario, &prices->priority_prices[i], where);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("prices");
  TCase *tcase = tcase_create ("prices");

  tcase_set_timeout (tcase, 0);
  tcase_add_test (tcase, a_day_is_a_tenth_of_a_school);
  tcase_add_test (tcase, interest_counts_for_the_years_that_follow);
  tcase_add_test (tcase, nothing_is_claimed_where_checks_disagree);
  tcase_add_test (tcase, a_priority_costs_the_others);
  tcase_add_test (tcase, only_the_most_valuable_are_checked);
  tcase_add_test (tcase, cancelled);
  tcase_add_test (tcase, nobody_is_there);
  tcase_add_test (tcase, pins_that_contradict);
  tcase_add_loop_test (tcase, random_prices_are_seen_again, 0, 16);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
