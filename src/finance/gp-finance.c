/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finance of a scenario as an object, and its figures by kind, project and year. */
#include "gp-finance-private.h"

GpFinance *
gp_finance_new (const GpProject *project, guint32 scenario, const GpPlan *plan)
{
  GpFinance *finance;

  g_return_val_if_fail (project != NULL && scenario < project->n_scenarios, NULL);
  finance = g_new0 (GpFinance, 1);
  g_atomic_ref_count_init (&finance->references);
  finance->project = gp_project_ref ((GpProject *)project);
  finance->scenario = scenario;
  finance->plan = plan != NULL ? gp_plan_ref ((GpPlan *)plan) : NULL;
  finance->part = plan == NULL || plan->has_whole ? GP_PART_WHOLE : GP_PART_RELAXED;
  gp_finance_read_amounts (finance);
  gp_finance_count (finance);
  gp_finance_find_rates (finance);
  gp_finance_write_notes (finance);
  return finance;
}

GpFinance *
gp_finance_ref (GpFinance *finance)
{
  g_return_val_if_fail (finance != NULL, NULL);
  g_atomic_ref_count_inc (&finance->references);
  return finance;
}

void
gp_finance_unref (GpFinance *finance)
{
  g_return_if_fail (finance != NULL);
  if (!g_atomic_ref_count_dec (&finance->references))
    return;
  g_ptr_array_unref (finance->notes);
  g_array_unref (finance->note_list);
  g_array_unref (finance->budgets);
  g_array_unref (finance->pledges);
  g_free (finance->nearness);
  g_free (finance->rates);
  g_clear_pointer (&finance->plan, gp_plan_unref);
  gp_project_unref (finance->project);
  g_free (finance);
}

const GpProject *
gp_finance_project (const GpFinance *finance)
{
  g_return_val_if_fail (finance != NULL, NULL);
  return finance->project;
}

guint32
gp_finance_scenario (const GpFinance *finance)
{
  g_return_val_if_fail (finance != NULL, GP_NONE);
  return finance->scenario;
}

GpYear
gp_finance_first_year (const GpFinance *finance)
{
  g_return_val_if_fail (finance != NULL, GP_YEAR_NONE);
  return finance->first;
}

GpYear
gp_finance_last_year (const GpFinance *finance)
{
  g_return_val_if_fail (finance != NULL, GP_YEAR_NONE);
  return finance->last;
}

GpYear
gp_finance_last_actual (const GpFinance *finance, guint32 project)
{
  g_return_val_if_fail (finance != NULL, GP_YEAR_NONE);
  if (project == GP_NONE)
    return finance->last_actual;
  for (GpYear year = finance->last_actual; year >= finance->first; year--) {
    if (gp_finance_budget (finance, GP_FINANCE_ACTUAL, project, year) != NULL)
      return year;
  }
  return GP_YEAR_NONE;
}

GpMoney
gp_finance_get (const GpFinance *finance, GpFinanceKind kind, guint32 project, GpYear year)
{
  const GpAmount *amount;

  g_return_val_if_fail (finance != NULL && (guint)kind < GP_N_FINANCE_KINDS, (GpMoney){0});
  g_return_val_if_fail (project < finance->project->n_projects, (GpMoney){0});
  if (kind == GP_FINANCE_FORECAST)
    return gp_finance_forecast_sum (finance, project, year);
  amount = gp_finance_budget (finance, kind, project, year);
  if (amount == NULL)
    return (GpMoney){GP_MONEY_MISSING, 0, GP_NONE};
  return (GpMoney){GP_MONEY_GIVEN, amount->cents, amount->row};
}
