/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which things may have a price: those whose rows have a dual at some priority's optimum. */
#include "gp-prices-private.h"

#include <math.h>

/* Duals that are smaller than this share of the largest one of their priority are rounding. */
#define TINY 1e-8

static void
add_thing (GPtrArray *candidates, GpScarce scarce, guint32 region, GpProgramme programme,
           GpYear year)
{
  GpPriceCandidate *candidate = g_new0 (GpPriceCandidate, 1);

  candidate->price.scarce = scarce;
  candidate->price.region = region;
  candidate->price.programme = programme;
  candidate->price.year = year;
  g_ptr_array_add (candidates, candidate);
}

static GPtrArray *
all_things (const GpProject *project)
{
  static const GpScarce places[] = {GP_SCARCE_EXPERT_PLACE, GP_SCARCE_TRAINING_PLACE,
                                    GP_SCARCE_PARTNER_PLACE, GP_SCARCE_INTEREST};
  GPtrArray *things = g_ptr_array_new_with_free_func (g_free);

  for (GpYear year = project->plan_from; year <= project->last_year; year++) {
    for (guint32 r = 0; r < project->n_regions; r++)
      add_thing (things, GP_SCARCE_EXPERT_DAY, r, GP_PROGRAMME_NONE, year);
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      add_thing (things, places[i], GP_NONE, GP_PROGRAMME_NONE, year);
    for (int p = 0; p < GP_N_PROGRAMMES; p++)
      add_thing (things, GP_SCARCE_COHORT_PLACE, GP_NONE, (GpProgramme)p, year);
  }
  return things;
}

/* TRUE when the row is one whose right hand side the thing moves. */
static gboolean
moves_row (const GpProject *project, const GpPrice *price, const GpProofRow *row)
{
  switch (price->scarce) {
  case GP_SCARCE_EXPERT_DAY:
    return row->rule == GP_RULE_EXPERT_DAYS && row->year == price->year &&
           g_str_equal (row->region, project->regions[price->region].code);
  case GP_SCARCE_EXPERT_PLACE:
    return row->rule == GP_RULE_HIRING && row->variant == 1 && row->year == price->year;
  case GP_SCARCE_TRAINING_PLACE:
    return row->rule == GP_RULE_CAPS && row->variant == 1 && row->year == price->year;
  case GP_SCARCE_PARTNER_PLACE:
    return row->rule == GP_RULE_CAPS && row->variant == 0 && row->year == price->year;
  case GP_SCARCE_INTEREST:
    return row->rule == GP_RULE_INTEREST && row->year == price->year;
  case GP_SCARCE_COHORT_PLACE: /* the rule is about running sums */
    return row->rule == GP_RULE_COHORT && row->programme == price->programme &&
           row->year >= price->year;
  default:
    return FALSE;
  }
}

static gboolean
is_scarce_row (const GpProofRow *row)
{
  return row->rule == GP_RULE_EXPERT_DAYS || row->rule == GP_RULE_HIRING ||
         row->rule == GP_RULE_CAPS || row->rule == GP_RULE_INTEREST || row->rule == GP_RULE_COHORT;
}

/* What a unit more of it does to what is minimised is the dual; a gain is less of that. */
static void
add_duals (GPtrArray *candidates, const GpProject *project, const GpPlanPriority *priority,
           guint level)
{
  for (guint i = 0; i < priority->n_proof; i++) {
    const GpProofRow *row = &priority->proof[i];

    for (guint c = 0; c < candidates->len && is_scarce_row (row); c++) {
      GpPriceCandidate *candidate = candidates->pdata[c];

      if (moves_row (project, &candidate->price, row))
        candidate->dual[level] -= row->value;
    }
  }
}

static void
drop_tiny (GPtrArray *candidates, guint level)
{
  double largest = 0;

  for (guint c = 0; c < candidates->len; c++)
    largest = fmax (largest, fabs (((GpPriceCandidate *)candidates->pdata[c])->dual[level]));
  for (guint c = 0; c < candidates->len; c++) {
    double *dual = &((GpPriceCandidate *)candidates->pdata[c])->dual[level];

    if (fabs (*dual) <= TINY * largest)
      *dual = 0;
  }
}

int
gp_price_candidate_compare (gconstpointer a, gconstpointer b)
{
  const GpPriceCandidate *one = *(GpPriceCandidate *const *)a,
                         *other = *(GpPriceCandidate *const *)b;
  double x = fabs (one->dual[one->level]), y = fabs (other->dual[other->level]);

  if (one->level != other->level)
    return one->level < other->level ? -1 : 1;
  if (x < y || x > y)
    return x > y ? -1 : 1;
  if (one->price.scarce != other->price.scarce)
    return one->price.scarce < other->price.scarce ? -1 : 1;
  return one->price.year - other->price.year;
}

/* Those with a dual, the most valuable ones first. */
GPtrArray *
gp_price_candidates (const GpProject *project, const GpPlan *plan)
{
  GPtrArray *things = all_things (project);

  for (guint level = 0; level < plan->n_priorities; level++) {
    add_duals (things, project, &plan->priorities[level], level);
    drop_tiny (things, level);
  }
  for (guint c = things->len; c-- > 0;) {
    GpPriceCandidate *candidate = things->pdata[c];

    while (candidate->level < plan->n_priorities && candidate->dual[candidate->level] == 0)
      candidate->level++;
    if (candidate->level == plan->n_priorities) {
      g_ptr_array_remove_index (things, c);
      continue;
    }
    candidate->price.status = GP_PRICE_UNCHECKED;
    candidate->price.priority = plan->priorities[candidate->level].id;
    candidate->price.value = candidate->dual[candidate->level];
  }
  g_ptr_array_sort (things, gp_price_candidate_compare);
  return things;
}
