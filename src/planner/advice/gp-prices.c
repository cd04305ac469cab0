/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prices: candidates from the duals of every priority, each checked by planning again.
 *
 * A thing may have a dual in several priorities. The dual of the k-th is what a unit changes while
 * the values of the ones before stay as they are; so it is the price when planning again shows that
 * those before do not change, and then the k-th is the first one that it changes. */
#include "gp-prices-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define AGREES 1e-5 /* relative */

typedef struct {
  GpTrial trial;
  GPtrArray *candidates; /* of GpPriceCandidate */
  double *before;        /* relaxed values, by place */
  guint n_to_check;
} Search;

/* ---- checks -----------------------------------------------------------------------------------
 */

static const struct {
  GpScarce scarce;
  GpParam param;
} parameters[] = {{GP_SCARCE_EXPERT_PLACE, GP_PARAM_EXPERT_CAP},
                  {GP_SCARCE_TRAINING_PLACE, GP_PARAM_TRAINING_CAP},
                  {GP_SCARCE_PARTNER_PLACE, GP_PARAM_PARTNER_CAP},
                  {GP_SCARCE_INTEREST, GP_PARAM_INTEREST_CAP},
                  {GP_SCARCE_COHORT_PLACE, GP_PARAM_COHORT_TARGET}};

static void
set_parameter (GpVariant *variant, const GpProject *project, guint32 scenario, const GpPrice *price,
               GpParam param, double steps)
{
  const char *scope =
      price->scarce == GP_SCARCE_COHORT_PLACE ? gp_programme_name (price->programme) : NULL;
  GpDecimal value =
      gp_trial_decimal (gp_param_value (project, scenario, param, scope, price->year) + steps);

  gp_variant_set (variant, param, scope, price->year, &value);
}

GpProject *
gp_price_variant (const GpProject *project, guint32 scenario, const GpPrice *price, double steps,
                  GError **error)
{
  g_autoptr (GpVariant) variant = NULL;

  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios && price != NULL, NULL);
  variant = gp_variant_new (project, scenario);
  if (price->scarce == GP_SCARCE_EXPERT_DAY)
    gp_variant_add_expert_days (variant, price->region, price->year, steps);
  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    if (parameters[i].scarce == price->scarce)
      set_parameter (variant, project, scenario, price, parameters[i].param, steps);
  return gp_variant_make (variant, error);
}

/* The plan with so many units more; NULL without error where that cannot be. */
static GpPlan *
plan_with (Search *search, const GpPriceCandidate *candidate, double steps, GError **error)
{
  g_autoptr (GpProject) project = gp_price_variant (search->trial.project, search->trial.scenario,
                                                    &candidate->price, steps, NULL);

  return project != NULL ? gp_trial_plan (&search->trial, project, error) : NULL;
}

static double
gain_at (const Search *search, const GpPlan *plan, guint level)
{
  GpPriorityId id = search->trial.base->priorities[level].id;

  return gp_trial_gain (id, search->before[level], gp_trial_value (plan, id));
}

/* The first priority whose value is another one; n_priorities when there is none. */
static guint
first_changed (const Search *search, const GpPlan *plan)
{
  guint level = 0;

  while (level < search->trial.base->n_priorities &&
         fabs (gain_at (search, plan, level)) <= gp_trial_noise (search->before[level]))
    level++;
  return level;
}

/* TRUE when that plan says what the dual says: nothing before the priority changes, and the
 * priority itself by the dual times the steps. */
static gboolean
agrees (const Search *search, const GpPriceCandidate *candidate, const GpPlan *plan, guint level,
        double steps)
{
  double expected = candidate->dual[level] * steps;
  double apart = fabs (gain_at (search, plan, level) - expected);

  return first_changed (search, plan) == level &&
         apart <= AGREES * fabs (expected) + gp_trial_noise (search->before[level]);
}

/* How far it holds in one direction: the largest of the steps that agree, tried from there down.
 * What lies between holds too, as the value of a linear program is convex in its right hand side.
 * FALSE with an error. */
static gboolean
find_range (Search *search, const GpPriceCandidate *candidate, guint level, const double *steps,
            guint n, double *held, GError **error)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) failed = NULL;
    g_autoptr (GpPlan) plan = plan_with (search, candidate, steps[i], &failed);

    if (failed != NULL) {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
    if (plan != NULL && agrees (search, candidate, plan, level, steps[i])) {
      *held = fabs (steps[i]);
      return TRUE;
    }
  }
  return TRUE;
}

static void
claim (Search *search, GpPriceCandidate *candidate, guint level, double up)
{
  candidate->level = level;
  candidate->price.status = GP_PRICE_CLAIMED;
  candidate->price.priority = search->trial.base->priorities[level].id;
  candidate->price.value = candidate->dual[level];
  candidate->price.up = up;
}

/* A unit is too much for what holds: smaller steps. */
static gboolean
check_small (Search *search, GpPriceCandidate *candidate, GError **error)
{
  static const double steps[] = {0.1, 0.01};

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (GError) failed = NULL;
    g_autoptr (GpPlan) plan = plan_with (search, candidate, steps[i], &failed);
    guint level = plan != NULL ? first_changed (search, plan) : search->trial.base->n_priorities;

    if (failed != NULL) {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
    if (level < search->trial.base->n_priorities &&
        agrees (search, candidate, plan, level, steps[i])) {
      claim (search, candidate, level, steps[i]);
      return TRUE;
    }
  }
  return TRUE;
}

/* Days are many, places few. */
static gboolean
check_range (Search *search, GpPriceCandidate *candidate, GError **error)
{
  static const double days[] = {100, 10}, places[] = {25, 5};
  static const double fewer_days[] = {-100, -10, -1}, fewer_places[] = {-25, -5, -1};
  gboolean is_day = candidate->price.scarce == GP_SCARCE_EXPERT_DAY;
  double small = -candidate->price.up;

  if (candidate->price.up < 1)
    return find_range (search, candidate, candidate->level, &small, 1, &candidate->price.down,
                       error);
  return find_range (search, candidate, candidate->level, is_day ? days : places,
                     G_N_ELEMENTS (days), &candidate->price.up, error) &&
         find_range (search, candidate, candidate->level, is_day ? fewer_days : fewer_places,
                     G_N_ELEMENTS (fewer_days), &candidate->price.down, error);
}

static gboolean
check_candidate (Search *search, GpPriceCandidate *candidate, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GpPlan) plan = plan_with (search, candidate, 1, &failed);
  guint n = search->trial.base->n_priorities;
  guint level = plan != NULL ? first_changed (search, plan) : n;

  if (failed != NULL) {
    g_propagate_error (error, g_steal_pointer (&failed));
    return FALSE;
  }
  candidate->price.status = GP_PRICE_NONE;
  candidate->price.value = 0;
  if (level < n && agrees (search, candidate, plan, level, 1))
    claim (search, candidate, level, 1);
  else if (!check_small (search, candidate, error))
    return FALSE;
  else if (candidate->price.status == GP_PRICE_NONE && level < n) {
    candidate->level = level;
    candidate->price.priority = search->trial.base->priorities[level].id;
  }
  candidate->price.measured = plan != NULL ? gain_at (search, plan, candidate->level) : 0;
  if (isnan (candidate->price.measured))
    candidate->price.measured = 0;
  return candidate->price.status == GP_PRICE_NONE || check_range (search, candidate, error);
}

static gboolean
check_all (Search *search, GError **error)
{
  guint n = search->candidates->len;

  n = search->n_to_check > 0 ? MIN (search->n_to_check, n) : n;
  for (guint c = 0; c < n; c++)
    if (!gp_trial_tell (&search->trial, 0.1 + 0.7 * c / n, _ ("Checking prices"), error) ||
        !check_candidate (search, search->candidates->pdata[c], error))
      return FALSE;
  return TRUE;
}

/* ---- the result -------------------------------------------------------------------------------
 */

static GpPrices *
make_result (Search *search)
{
  GpPrices *prices = g_new0 (GpPrices, 1);

  g_ptr_array_sort (search->candidates, gp_price_candidate_compare);
  prices->plan = gp_plan_ref (search->trial.base);
  prices->n_prices = search->candidates->len;
  prices->prices = g_new0 (GpPrice, MAX (prices->n_prices, 1));
  for (guint c = 0; c < prices->n_prices; c++)
    prices->prices[c] = ((GpPriceCandidate *)search->candidates->pdata[c])->price;
  return prices;
}

static GpPrices *
find (Search *search, gboolean priorities, GError **error)
{
  const GpPlan *plan;
  g_autoptr (GpPrices) prices = NULL;

  if (!gp_trial_init (&search->trial, TRUE, error))
    return NULL;
  plan = search->trial.base;
  search->before = g_new0 (double, plan->n_priorities + 1);
  for (guint i = 0; i < plan->n_priorities; i++)
    search->before[i] = plan->priorities[i].relaxed;
  search->candidates = gp_price_candidates (search->trial.project, plan);
  if (!check_all (search, error))
    return NULL;
  prices = make_result (search);
  if (priorities && !gp_priority_prices_find (&search->trial, prices, error))
    return NULL;
  prices->n_plans = search->trial.n_plans;
  return g_steal_pointer (&prices);
}

GpPrices *
gp_prices_find (const GpProject *project, guint32 scenario, const GpPricesOptions *options,
                GCancellable *cancellable, GError **error)
{
  static const GpPricesOptions plain = {0};
  Search search = {{.project = project, .scenario = scenario, .cancellable = cancellable}};
  GpPrices *prices;

  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios, NULL);
  options = options != NULL ? options : &plain;
  search.trial.published = options->published;
  search.trial.progress = options->progress;
  search.trial.progress_data = options->progress_data;
  search.n_to_check = options->max_checked;
  prices = find (&search, !options->without_priorities, error);
  g_clear_pointer (&search.candidates, g_ptr_array_unref);
  g_free (search.before);
  gp_trial_clear (&search.trial);
  return prices;
}

void
gp_prices_free (GpPrices *prices)
{
  if (prices == NULL)
    return;
  gp_plan_unref (prices->plan);
  g_free (prices->prices);
  g_free (prices);
}
