/* SPDX-License-Identifier: GPL-3.0-or-later */
/**
 * A small project whose figures can be worked out on paper: three finance projects, plan years 2026
 * to 2028, a plan, and 10% growth of prices. Plainly fictitious.
 */
#pragma once

#include "gp-test.h"

#include <groeiplan/gp-finance.h>
#include <groeiplan/gp-table.h>

typedef struct {
  GpTableId table;
  const char *cells[16];
} ExampleRow;

static const ExampleRow example_rows[] = {
    {GP_TABLE_REGIONS, {"north", "North"}},
    {GP_TABLE_SECTORS, {"po", "Primary", "1", "1"}},
    {GP_TABLE_SECTORS, {"vo", "Secondary", "2", "1"}},
    {GP_TABLE_BOARDS, {"B", "Board", "north", "2022-2023"}},
    {GP_TABLE_BOARDS, {"C", "Other board", "north", "2025-2026"}},
    {GP_TABLE_SCHOOLS, {"s1", "B", "", "po", "north", "80", "0", "2024-2025", "regular"}},
    {GP_TABLE_SCHOOLS, {"s2", "B", "", "po", "north", "80", "0", "2024-2025", "regular"}},
    {GP_TABLE_SCHOOLS, {"s3", "B", "", "po", "north", "80", "0", "2024-2025", "regular"}},
    {GP_TABLE_SCHOOLS, {"s4", "B", "", "po", "north", "80", "0", "2024-2025", "regular"}},
    {GP_TABLE_SCHOOLS, {"s5", "B", "", "vo", "north", "80", "0", "2025-2026", "groeikracht"}},
    {GP_TABLE_SCHOOLS, {"s6", "B", "", "vo", "north", "80", "0", "2025-2026"}},
    {GP_TABLE_EXPERT_COACHES, {"E1", "", "north", "100", "2024-2025"}},
    {GP_TABLE_VERANDERCOACHES, {"V1", "B", "", "2024-2025"}},
    {GP_TABLE_VERANDERCOACHES, {"V2", "B", "", "2023-2024", "", "2026-2027"}},
    {GP_TABLE_SCENARIOS, {"base", "", "Base"}},
    {GP_TABLE_SCENARIOS, {"child", "base", "Child"}},
    {GP_TABLE_SCENARIOS, {"other", "", "Other"}},
    {GP_TABLE_PARAMETERS, {"base", "support_days", "po:1", "", "10"}},
    {GP_TABLE_PARAMETERS, {"base", "support_days", "vo:1", "", "8"}},
    {GP_TABLE_PARAMETERS, {"base", "support_days", "vo:2", "", "5"}},
    {GP_TABLE_PARAMETERS, {"base", "verandercoach_days", "", "", "20"}},
    {GP_TABLE_PARAMETERS, {"base", "verandercoach_retention", "", "", "0.8"}},
    {GP_TABLE_PARAMETERS, {"base", "cost_expert_day", "", "", "100"}},
    {GP_TABLE_PARAMETERS, {"base", "cost_verandercoach_day", "", "", "30"}},
    {GP_TABLE_PARAMETERS, {"base", "cost_hire", "", "", "1000"}},
    {GP_TABLE_PARAMETERS, {"base", "cost_training", "", "", "400"}},
    {GP_TABLE_PARAMETERS, {"base", "cost_lent_day", "", "", "7"}},
    {GP_TABLE_PARAMETERS, {"base", "school_fee", "po", "", "500", "typed 2026-11-22"}},
    {GP_TABLE_PARAMETERS, {"base", "school_fee", "vo", "", "700", "assumption", "A guess"}},
    {GP_TABLE_PARAMETERS, {"base", "school_fee", "vo", "2026-2027", "710"}},
    {GP_TABLE_PARAMETERS, {"base", "government_share", "", "", "0.5", "fact:half"}},
    {GP_TABLE_PARAMETERS, {"base", "price_index", "", "", "0.1"}},
    {GP_TABLE_PARAMETERS, {"base", "driven_share", "", "", "0.5"}},
    {GP_TABLE_PROJECTS, {"1", "Een", "One"}},
    {GP_TABLE_PROJECTS, {"2", "Twee", "Two"}},
    {GP_TABLE_PROJECTS, {"3", "Drie", ""}},
    {GP_TABLE_BUDGETS, {"1", "2024-2025", "actual", "", "1000", "report-A, annex 1"}},
    {GP_TABLE_BUDGETS, {"2", "2023-2024", "actual", "", "400"}},
    {GP_TABLE_BUDGETS, {"2", "2024-2025", "actual", "", "500.01"}},
    {GP_TABLE_BUDGETS, {"1", "2026-2027", "budget", "", "2000"}},
    {GP_TABLE_BUDGETS, {"1", "2026-2027", "budget", "base", "2100"}},
    {GP_TABLE_BUDGETS, {"1", "2026-2027", "budget", "other", "9"}},
    {GP_TABLE_BUDGETS, {"2", "2026-2027", "budget", "", "-50.25"}},
    {GP_TABLE_PLEDGES, {"Fund A", "1", "2026-2027", "1000"}},
    {GP_TABLE_PLEDGES, {"Fund B", "1", "2026-2027", "500.50"}},
    {GP_TABLE_PLEDGES, {"Fund A", "3", "2029-2030", "75"}},
    {GP_TABLE_DRIVERS, {"base", "1", "recruited_school", "0", "assumption"}},
    {GP_TABLE_DRIVERS, {"base", "2", "start", "100", "typed"}},
    {GP_TABLE_DRIVERS, {"base", "3", "training", "50"}},
    {GP_TABLE_DRIVERS, {"base", "3", "fixed", "10"}},
    {GP_TABLE_FACTS, {"half", "0.5", "share", "", "report-A", "4"}},
    {GP_TABLE_FACTS,
     {"project_costs_stated_total", "1500", "EUR", "2024-2025", "report-A", "annex 1", "Rounded"}},
};

/* The example with more rows, and without those that `without` names (a table and its first cells;
 * NULL for none). */
static inline GpProject *
example_project_with (const ExampleRow *more, guint n_more, const ExampleRow *without)
{
  g_autoptr (GError) error = NULL;
  GpProject *project = gp_project_new (NULL, NULL);

  gp_project_set_frame (project, "Example", 2026, 2028, 2028);
  for (guint i = 0; i < G_N_ELEMENTS (example_rows) + n_more; i++) {
    const ExampleRow *row =
        i < G_N_ELEMENTS (example_rows) ? &example_rows[i] : &more[i - G_N_ELEMENTS (example_rows)];
    gboolean left_out = without != NULL && row->table == without->table;

    for (guint c = 0; left_out && without->cells[c] != NULL; c++)
      left_out = g_strcmp0 (row->cells[c], without->cells[c]) == 0;
    if (!left_out)
      ck_assert_msg (gp_project_add_text (project, row->table, row->cells), "row %u", i);
  }
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

static inline GpProject *
example_project (void)
{
  return example_project_with (NULL, 0, NULL);
}

static inline void
example_add (GpPlan *plan, GpPlanPart part, GpPlanRow row)
{
  row.region = "north";
  row.hundredths = (gint64)(row.amount * 100 + 0.5);
  gp_plan_add_row (plan, part, &row);
}

static inline void
example_start (GpPlan *plan, GpPlanPart part, const char *sector, GpProgramme programme,
               GpYear year, double schools)
{
  example_add (plan, part,
               (GpPlanRow){.kind = GP_ROW_START,
                           .board = "B",
                           .sector = sector,
                           .programme = programme,
                           .year = year,
                           .amount = schools});
}

/* Starts: 3 primary in 2026 (2 of them Groeikracht), 5 secondary in 2027, 1 primary in 2028. */
static inline GpPlan *
example_plan_of (GpPlanPart part)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);

  example_start (plan, part, "po", GP_PROGRAMME_GROEIKRACHT, 2026, 2);
  example_start (plan, part, "po", GP_PROGRAMME_REGULAR, 2026, 1);
  example_start (plan, part, "vo", GP_PROGRAMME_REGULAR, 2027, 5);
  example_start (plan, part, "po", GP_PROGRAMME_REGULAR, 2028, 1);
  example_add (plan, part,
               (GpPlanRow){GP_ROW_VERANDERCOACH_DAYS, .board = "B", .year = 2026,
                           .programme = GP_PROGRAMME_NONE, .amount = 6});
  example_add (plan, part,
               (GpPlanRow){GP_ROW_TRAINING, .board = "B", .year = 2026,
                           .programme = GP_PROGRAMME_NONE, .amount = 2});
  example_add (plan, part,
               (GpPlanRow){GP_ROW_STOCK, .board = "B", .year = 2026, .programme = GP_PROGRAMME_NONE,
                           .amount = 2});
  example_add (plan, part,
               (GpPlanRow){GP_ROW_STOCK, .board = "B", .year = 2027, .programme = GP_PROGRAMME_NONE,
                           .amount = 1.6});
  example_add (plan, part,
               (GpPlanRow){GP_ROW_HIRE, .year = 2026, .programme = GP_PROGRAMME_NONE, .amount = 1});
  example_add (plan, part,
               (GpPlanRow){GP_ROW_LENDING, .to_region = "north", .year = 2026,
                           .programme = GP_PROGRAMME_NONE, .amount = 2});
  example_add (plan, part,
               (GpPlanRow){GP_ROW_PARTNER, .board = "D", .year = 2027,
                           .programme = GP_PROGRAMME_NONE, .amount = 1});
  gp_plan_set_whole (plan, part == GP_PART_WHOLE);
  gp_plan_finish (plan);
  return plan;
}

static inline GpPlan *
example_plan (void)
{
  return example_plan_of (GP_PART_WHOLE);
}
