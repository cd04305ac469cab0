/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Naming the coaches of a plan, from start to end: see gp-coaching-private.h for its steps.
 *
 * One pass a year and a handful of rules were chosen over an integer program: who visits whom has
 * tens of thousands of combinations a year, all equally good for the plan's priorities, and a
 * person who looks at the list wants the same answer at once after every edit. What must hold holds
 * by construction (exact days, own board, sectors) or by an argument (uncovered days are the least,
 * for the loans as they are; visits have no circles); what is only wished (few parted schools) is
 * tried in two ways. */
#include "gp-coaching-private.h"

#include <groeiplan/gp-planner.h>

#include <glib/gi18n-lib.h>

static GpCoachingMaker *
maker_new (const GpProject *project, const GpPlan *plan, GpPlanData *data)
{
  GpCoachingMaker *maker = g_new0 (GpCoachingMaker, 1);
  maker->project = project;
  maker->plan = plan;
  maker->data = data;
  maker->n_years = data->n_years;
  maker->n_regions = data->n_regions;
  maker->coaching = gp_coaching_new (project, data->scenario, plan->data_version);
  maker->coaches = g_array_new (FALSE, FALSE, sizeof (GpCoach));
  maker->exact = g_array_new (FALSE, FALSE, sizeof (GpFine));
  maker->left = g_array_new (FALSE, FALSE, sizeof (gint64));
  maker->raised = g_array_new (FALSE, FALSE, sizeof (gboolean));
  maker->needs = g_array_new (FALSE, FALSE, sizeof (GpAsk));
  maker->visits = g_array_new (FALSE, FALSE, sizeof (GpAskVisit));
  maker->loans = g_array_new (FALSE, FALSE, sizeof (GpCoachingLoan));
  maker->loan_left = g_array_new (FALSE, FALSE, sizeof (gint64));
  return maker;
}

static void
maker_free (GpCoachingMaker *maker)
{
  gpointer all[] = {maker->coach_days,     maker->lend,          maker->overload,
                    maker->hires,          maker->trainings,     maker->partners,
                    maker->board_first,    maker->board_coaches, maker->region_first,
                    maker->region_coaches, maker->start_of,      maker->first_need};
  GArray *arrays[] = {maker->coaches, maker->exact,  maker->left,  maker->raised,
                      maker->needs,   maker->visits, maker->loans, maker->loan_left};
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_free (all[i]);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_clear_pointer (&maker->pieces, g_ptr_array_unref);
  g_clear_pointer (&maker->coaching, gp_coaching_unref);
  gp_plan_data_free (maker->data);
  g_free (maker);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GpCoachingMaker, maker_free)

/* Regions that lend name their own schools first, so that what they lend is what they can miss. */
static void
name_lenders (GpCoachingMaker *maker, guint year)
{
  g_autofree gint64 *reserved = NULL;
  for (guint32 r = 0; r < maker->n_regions; r++) {
    gint64 lent = gp_coaching_lent (maker, r, year);
    if (lent == 0)
      continue;
    if (reserved == NULL)
      reserved = gp_coaching_reserve (maker, year);
    gp_coaching_raise_region (maker, r, year, lent);
    gp_coaching_experts_year (maker, r, year, reserved);
    gp_coaching_experts_year (maker, r, year, NULL);
  }
  gp_coaching_loans_year (maker, year);
}

static void
name_year (GpCoachingMaker *maker, guint year)
{
  gp_coaching_boards_year (maker, year);
  name_lenders (maker, year);
  for (guint32 r = 0; r < maker->n_regions; r++) {
    gp_coaching_raise_region (maker, r, year, 0);
    gp_coaching_experts_year (maker, r, year, NULL);
    gp_coaching_work_year (maker, r, year);
    gp_coaching_forest_year (maker, r, year);
  }
}

static void
hand_over (GpCoachingMaker *maker)
{
  for (guint i = 0; i < maker->visits->len; i++) {
    const GpAskVisit *visit = &g_array_index (maker->visits, GpAskVisit, i);
    const GpAsk *ask = GP_ASK (maker, visit->need);
    gp_coaching_add_visit (maker->coaching,
                           &(GpVisit){.school = ask->school,
                                      .coach = visit->coach,
                                      .year = gp_plan_data_year (maker->data, ask->year),
                                      .days = visit->days});
  }
  for (guint i = 0; i < maker->loans->len; i++)
    gp_coaching_add_loan (maker->coaching, &g_array_index (maker->loans, GpCoachingLoan, i));
}

static guint32
find_scenario (const GpProject *project, const GpPlan *plan, GError **error)
{
  guint32 scenario = gp_project_find (project, GP_TABLE_SCENARIOS, plan->scenario);
  if (scenario == GP_NONE)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("The plan is for scenario “%s”, which the project does not have: plan again."),
                 plan->scenario);
  else if (!plan->has_whole)
    g_set_error (error, GP_ERROR, GP_ERROR_DATA,
                 _ ("Coaches can only be named for a plan of whole schools, and that of scenario "
                    "“%s” is a relaxed one: plan again without that choice."),
                 plan->scenario);
  else
    return scenario;
  return GP_NONE;
}

GpCoaching *
gp_planner_coaching (const GpProject *project, const GpPlan *plan, GError **error)
{
  g_return_val_if_fail (project != NULL && plan != NULL, NULL);
  guint32 scenario = find_scenario (project, plan, error);
  GpPlanData *data = scenario != GP_NONE ? gp_plan_data_new (project, scenario, error) : NULL;
  if (data == NULL)
    return NULL;
  g_autoptr (GpCoachingMaker) maker = maker_new (project, plan, data);
  if (!gp_coaching_read_plan (maker, error) || !gp_coaching_add_people (maker, error) ||
      !gp_coaching_add_starts (maker, error))
    return NULL;
  gp_coaching_add_needs (maker);
  gp_coaching_add_pieces (maker);
  for (guint y = 0; y < maker->n_years; y++)
    name_year (maker, y);
  hand_over (maker);
  gp_coaching_add_breaks (maker);
  gp_coaching_finish (maker->coaching);
  return g_steal_pointer (&maker->coaching);
}
