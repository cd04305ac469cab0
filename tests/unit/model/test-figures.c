/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of a plan, worked out by hand: plan years 2026 to 2028, goal year 2027. */
#include "gp-test.h"

#include <groeiplan/gp-figures.h>
#include <groeiplan/gp-table.h>
#include <math.h>

static const struct {
  GpTableId table;
  const char *cells[16];
} rows[] = {
    {GP_TABLE_REGIONS, {"north", "North"}},
    {GP_TABLE_SECTORS, {"po", "Primary", "1", "1"}},
    {GP_TABLE_SECTORS, {"vo", "Secondary", "2", "1"}},
    {GP_TABLE_BOARDS, {"B", "Board", "north"}},
    /* two schools of 100 and 300 pupils: 200 on average; one of unknown size counts in neither */
    {GP_TABLE_SCHOOLS, {"s1", "B", "", "vo", "north", "100", "1"}},
    {GP_TABLE_SCHOOLS, {"s2", "B", "", "vo", "north", "300", "1"}},
    {GP_TABLE_SCHOOLS, {"s3", "B", "", "vo", "north", "", "1"}},
    {GP_TABLE_SCHOOLS, {"s4", "B", "", "po", "north", "80", "0", "2024-2025", "regular"}},
    /* one always there, one until 2026 */
    {GP_TABLE_EXPERT_COACHES, {"E1", "", "north", "100"}},
    {GP_TABLE_EXPERT_COACHES, {"E2", "", "north", "100", "", "2026-2027"}},
    {GP_TABLE_SCENARIOS, {"base", "", "Base"}},
    {GP_TABLE_PARAMETERS, {"base", "support_days", "po:1", "", "10"}},
    {GP_TABLE_PARAMETERS, {"base", "support_days", "vo:1", "", "8"}},
    {GP_TABLE_PARAMETERS, {"base", "support_days", "vo:2", "", "5"}},
    {GP_TABLE_PARAMETERS, {"base", "verandercoach_days", "", "", "20"}},
    {GP_TABLE_PARAMETERS, {"base", "expert_days", "", "", "100"}},
    {GP_TABLE_PARAMETERS, {"base", "expert_attrition", "", "", "0.5"}},
    {GP_TABLE_PARAMETERS, {"base", "need_weight", "high", "", "1.5"}},
    {GP_TABLE_PARAMETERS, {"base", "cost_expert_day", "", "", "100"}},
    {GP_TABLE_PARAMETERS, {"base", "cost_verandercoach_day", "", "", "30"}},
    {GP_TABLE_PARAMETERS, {"base", "cost_hire", "", "", "1000"}},
    {GP_TABLE_PARAMETERS, {"base", "cost_training", "", "", "400"}},
    {GP_TABLE_PARAMETERS, {"base", "cost_lent_day", "", "", "7"}},
};

static GpProject *
make_project (void)
{
  g_autoptr (GError) error = NULL;
  GpProject *project = gp_project_new (NULL, NULL);

  gp_project_set_frame (project, "Example", 2026, 2028, 2027);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_msg (gp_project_add_text (project, rows[i].table, rows[i].cells), "row %u", i);
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

static void
add (GpPlan *plan, GpPlanRow row)
{
  row.region = row.region != NULL ? row.region : "north";
  gp_plan_add_row (plan, GP_PART_WHOLE, &row);
}

static GpPlan *
make_plan (void)
{
  GpPlan *plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  GpPlanRow start = {.kind = GP_ROW_START,
                     .board = "B",
                     .sector = "vo",
                     .need = GP_NEED_HIGH,
                     .programme = GP_PROGRAMME_REGULAR,
                     .year = 2027,
                     .amount = 2};

  add (plan, start);
  start.year = 2031; /* of a plan made when there were more years */
  add (plan, start);
  add (plan,
       (GpPlanRow){GP_ROW_DELAY, .programme = GP_PROGRAMME_REGULAR, .year = 2026, .amount = 3});
  add (plan,
       (GpPlanRow){GP_ROW_DELAY, .programme = GP_PROGRAMME_REGULAR, .year = 2028, .amount = 1});
  add (plan, (GpPlanRow){GP_ROW_VERANDERCOACH_DAYS, .board = "B", .year = 2027, .amount = 6});
  add (plan, (GpPlanRow){GP_ROW_HIRE, .year = 2027, .amount = 1});
  add (plan, (GpPlanRow){GP_ROW_TRAINING, .board = "B", .year = 2026, .amount = 2});
  add (plan, (GpPlanRow){GP_ROW_LENDING, .to_region = "north", .year = 2028, .amount = 10});
  add (plan, (GpPlanRow){GP_ROW_USED, .region = "south", .year = 2028, .amount = 15});
  add (plan, (GpPlanRow){GP_ROW_USED, .region = "north", .year = 2028, .amount = 8});
  gp_plan_set_whole (plan, TRUE);
  gp_plan_finish (plan);
  return plan;
}

static void
check (const GArray *figures, GpFigureId id, double first, double second, double third)
{
  const double expected[] = {first, second, third};

  ck_assert_uint_eq (figures->len, 3);
  for (guint i = 0; i < 3; i++) {
    double value = g_array_index (figures, GpFigureYear, i).value[id];
    ck_assert_msg (fabs (value - expected[i]) < 1e-9, "%s in year %u is %g, not %g",
                   gp_figure_info (id)->name, i, value, expected[i]);
  }
}

/* Reach: 2 schools x 200 pupils x 1.5 x 2 years. Cost: 2026 the trainings, 800; 2027 16 support
 * days of which verandercoaches take 6 (1600 - 6 x 70) and a hire, 2180; 2028 10 support days and
 * 10 lent days, 1070. Used: the south's 15 days less the 10 lent ones, which are the north's 8 (the
 * rest is lost on the way). Expert coaches: two; then half of one (the other is gone) and the one
 * hired; then a quarter and half of the one hired. */
START_TEST (years_by_hand)
{
  g_autoptr (GpProject) project = make_project ();
  g_autoptr (GpPlan) plan = make_plan ();
  g_autoptr (GArray) figures = gp_figures_new (project, 0, plan, GP_PART_WHOLE);

  check (figures, GP_FIGURE_STARTS_REGULAR, 0, 2, 0);
  check (figures, GP_FIGURE_STARTS_GROEIKRACHT, 0, 0, 0);
  check (figures, GP_FIGURE_TAKING_PART, 1, 3, 3);
  check (figures, GP_FIGURE_DELAY_REGULAR, 3, 0, 1);
  check (figures, GP_FIGURE_VERANDERCOACH_DAYS, 0, 6, 0);
  check (figures, GP_FIGURE_TRAININGS, 2, 0, 0);
  check (figures, GP_FIGURE_LENT_DAYS, 0, 0, 10);
  check (figures, GP_FIGURE_EXPERT_DAYS_USED, 0, 0, 13);
  check (figures, GP_FIGURE_HIRES, 0, 1, 0);
  check (figures, GP_FIGURE_EXPERT_COACHES, 2, 1.5, 0.75);
  check (figures, GP_FIGURE_REACH, 0, 1200, 0);
  check (figures, GP_FIGURE_COST, 800, 2180, 1070);
}
END_TEST

/* The relaxed part of this plan is empty: only history takes part. */
START_TEST (the_other_part)
{
  g_autoptr (GpProject) project = make_project ();
  g_autoptr (GpPlan) plan = make_plan ();
  g_autoptr (GArray) figures = gp_figures_new (project, 0, plan, GP_PART_RELAXED);

  check (figures, GP_FIGURE_TAKING_PART, 1, 1, 1);
  check (figures, GP_FIGURE_COST, 0, 0, 0);
}
END_TEST

START_TEST (totals)
{
  g_autoptr (GpProject) project = make_project ();
  g_autoptr (GpPlan) plan = make_plan ();
  g_autoptr (GArray) figures = gp_figures_new (project, 0, plan, GP_PART_WHOLE);

  ck_assert_double_eq_tol (gp_figures_total (figures, GP_FIGURE_DELAY_REGULAR, 2027), 3, 1e-9);
  ck_assert_double_eq_tol (gp_figures_total (figures, GP_FIGURE_DELAY_REGULAR, 2040), 4, 1e-9);
  ck_assert_double_eq_tol (gp_figures_total (figures, GP_FIGURE_EXPERT_COACHES, 2028), 0.75, 1e-9);
  /* all years for what adds up, the goal year for a state */
  ck_assert_double_eq_tol (gp_figures_headline (project, figures, GP_FIGURE_COST), 4050, 1e-9);
  ck_assert_double_eq_tol (gp_figures_headline (project, figures, GP_FIGURE_EXPERT_COACHES), 1.5,
                           1e-9);
}
END_TEST

START_TEST (names)
{
  GpFigureId id;

  for (guint i = 0; i < GP_N_FIGURES; i++) {
    const GpFigureInfo *info = gp_figure_info ((GpFigureId)i);
    ck_assert_ptr_nonnull (info->label);
    ck_assert_ptr_nonnull (info->unit);
    ck_assert (gp_figure_parse (info->name, &id));
    ck_assert_uint_eq (id, i);
  }
  ck_assert (gp_figure_parse ("groeikracht_delay", &id) && id == GP_FIGURE_DELAY_GROEIKRACHT);
  ck_assert (gp_figure_parse ("overload", &id) && id == GP_FIGURE_OVERLOAD_DAYS);
  ck_assert (!gp_figure_parse ("change", &id));
  ck_assert (!gp_figure_parse ("", &id));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("figures");
  TCase *tests = tcase_create ("figures");

  tcase_add_test (tests, years_by_hand);
  tcase_add_test (tests, the_other_part);
  tcase_add_test (tests, totals);
  tcase_add_test (tests, names);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
