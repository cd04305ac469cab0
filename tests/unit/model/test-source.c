/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rows say of their source, read; parameters and plan figures that tell where they come from.
 */
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-source.h>
#include <groeiplan/gp-table.h>
#include <string.h>

static const struct {
  GpTableId table;
  const char *cells[16];
} rows[] = {
    {GP_TABLE_REGIONS, {"north", "North"}},
    {GP_TABLE_SECTORS, {"po", "Primary", "1", "1"}},
    {GP_TABLE_BOARDS, {"B", "Board", "north"}},
    {GP_TABLE_SCENARIOS, {"base", "", "Base"}},
    {GP_TABLE_SCENARIOS, {"child", "base", "Child"}},
    {GP_TABLE_PARAMETERS, {"base", "government_share", "", "", "0.5", "fact:half", ""}},
    {GP_TABLE_PARAMETERS, {"base", "price_index", "", "", "0.025", "assumption", "Gok / Guess"}},
    {GP_TABLE_PARAMETERS, {"child", "price_index", "", "2027-2028", "0.03", "typed 2026-11-22"}},
    {GP_TABLE_PARAMETERS, {"base", "school_fee", "po", "", "8500.5", "report-A, annex 1", ""}},
    {GP_TABLE_PARAMETERS, {"base", "cohort_target", "regular", "", "3", "", ""}},
    {GP_TABLE_FACTS, {"half", "0.5", "share", "2024-2025", "report-A", "4", "Half"}},
    {GP_TABLE_FACTS, {"half", "0.45", "share", "2023-2024", "assumption", "made", ""}},
};

static GpProject *
make_project (void)
{
  GpProject *project = gp_project_new (NULL, NULL);

  gp_project_set_frame (project, "Example", 2026, 2028, 2027);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    ck_assert_msg (gp_project_add_text (project, rows[i].table, rows[i].cells), "row %u", i);
  ck_assert (gp_project_finish (project, NULL));
  return project;
}

START_TEST (test_words)
{
  static const struct {
    const char *source, *note;
    GpSourceKind kind;
    const char *text;
  } words[] = {
      {"", "", GP_SOURCE_UNKNOWN, "Source not given"},
      {"assumption", "", GP_SOURCE_ASSUMPTION, "Assumption"},
      {"assumption", "Aanname: x / Assumption: y", GP_SOURCE_ASSUMPTION, "Assumption: y"},
      {"typed", "", GP_SOURCE_TYPED, "Typed in"},
      {"typed 2026-11-22", "late", GP_SOURCE_TYPED, "Typed in 2026-11-22: late"},
      {"register:po.csv:12", "", GP_SOURCE_REGISTER, "Register file po.csv:12"},
      {"report-A, annex 4", "", GP_SOURCE_REPORT, "report-A, annex 4"},
      {"report-A, annex 4", "1 / 2 / 3", GP_SOURCE_REPORT, "report-A, annex 4: 1 / 2 / 3"},
      {"typedef", "", GP_SOURCE_REPORT, "typedef"},
      {"assumptions", "", GP_SOURCE_REPORT, "assumptions"},
      {"fact:nothing", "", GP_SOURCE_REPORT, "nothing"},
  };
  g_autoptr (GpProject) project = make_project ();

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autoptr (GpSource) source = gp_source_from_row (project, GP_TABLE_BUDGETS, 7, words[i].source,
                                                      words[i].note, "What", "€1");

    ck_assert_int_eq (source->kind, words[i].kind);
    ck_assert_str_eq (source->text, words[i].text);
    ck_assert_str_eq (source->place, "budgets.csv row 8");
    ck_assert_uint_eq (source->n_parts, 0);
  }
}
END_TEST

/* Reports that disagree are both shown. */
START_TEST (test_facts)
{
  g_autoptr (GpProject) project = make_project ();
  g_autoptr (GpSource) source =
      gp_source_parameter (project, 1, GP_PARAM_GOVERNMENT_SHARE, NULL, 2026);
  g_autofree char *text = gp_source_to_text (source, -1);
  g_autofree char *alone = gp_source_to_text (source, 0);

  ck_assert_str_eq (text,
                    "The share of what Groeikracht schools pay that the government gives: 50% – "
                    "half (parameters.csv row 1)\n"
                    "  half, 2024-2025: 50% – report-A, 4: Half (facts.csv row 1)\n"
                    "  half, 2023-2024: 45% – Assumption, made (facts.csv row 2)");
  ck_assert_str_eq (alone,
                    "The share of what Groeikracht schools pay that the government gives: 50% – "
                    "half (parameters.csv row 1)");
  ck_assert_int_eq (source->parts[1]->kind, GP_SOURCE_ASSUMPTION);
}
END_TEST

static void
check_parameter (guint32 scenario, GpParam param, const char *scope, GpYear year, GpSourceKind kind,
                 const char *value, const char *place)
{
  g_autoptr (GpProject) project = make_project ();
  g_autoptr (GpSource) source = gp_source_parameter (project, scenario, param, scope, year);

  ck_assert_int_eq (source->kind, kind);
  ck_assert_str_eq (source->value, value);
  ck_assert_str_eq (source->place, place);
}

START_TEST (test_parameters)
{
  check_parameter (0, GP_PARAM_PRICE_INDEX, NULL, 2027, GP_SOURCE_ASSUMPTION, "2.5%",
                   "parameters.csv row 2");
  check_parameter (1, GP_PARAM_PRICE_INDEX, NULL, 2027, GP_SOURCE_TYPED, "3%",
                   "parameters.csv row 3");
  check_parameter (1, GP_PARAM_PRICE_INDEX, NULL, 2028, GP_SOURCE_ASSUMPTION, "2.5%",
                   "parameters.csv row 2");
  check_parameter (0, GP_PARAM_SCHOOL_FEE, "po", 2026, GP_SOURCE_REPORT, "€8,500.50",
                   "parameters.csv row 4");
  check_parameter (0, GP_PARAM_COHORT_TARGET, "regular", 2026, GP_SOURCE_UNKNOWN, "3 schools",
                   "parameters.csv row 5");
  check_parameter (0, GP_PARAM_DRIVEN_SHARE, NULL, 2026, GP_SOURCE_DEFAULT, "0%", "");
  check_parameter (0, GP_PARAM_SUPPORT_DAYS, "po:1", 2026, GP_SOURCE_UNKNOWN, "", "");
}
END_TEST

/* A figure of a year has the parameters that decide it; one over the years has its years. */
START_TEST (test_figures)
{
  g_autoptr (GpProject) project = make_project ();
  g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);
  const GpPlanRow start = {GP_ROW_START,
                           .board = "B",
                           .sector = "po",
                           .region = "north",
                           .programme = GP_PROGRAMME_REGULAR,
                           .year = 2027,
                           .amount = 4};

  gp_plan_add_row (plan, GP_PART_RELAXED, &start);
  gp_plan_finish (plan);
  g_autoptr (GpSource) year =
      gp_source_figure (project, 0, plan, GP_PART_RELAXED, GP_FIGURE_STARTS_REGULAR, 2027);
  g_autoptr (GpSource) total =
      gp_source_figure (project, 0, plan, GP_PART_RELAXED, GP_FIGURE_STARTS_REGULAR, GP_YEAR_NONE);
  g_autoptr (GpSource) state =
      gp_source_figure (project, 0, plan, GP_PART_RELAXED, GP_FIGURE_TAKING_PART, GP_YEAR_NONE);
  g_autoptr (GpSource) outside =
      gp_source_figure (project, 0, plan, GP_PART_RELAXED, GP_FIGURE_TAKING_PART, 2031);

  ck_assert_str_eq (year->what, "Regular starts, 2027-2028");
  ck_assert_str_eq (year->value, "4");
  ck_assert_uint_eq (year->n_parts, 3); /* the plan, the cohort, the interest */
  ck_assert_str_eq (year->parts[0]->what, "Plan of scenario base");
  ck_assert_str_eq (year->parts[0]->text, "Relaxed plan: a rough figure");
  ck_assert_str_eq (year->parts[1]->value, "3 schools");
  ck_assert_str_eq (total->value, "4");
  ck_assert_uint_eq (total->n_parts, 3);
  ck_assert_str_eq (total->parts[1]->what, "Regular starts, 2027-2028");
  ck_assert_str_eq (state->what, "Schools taking part, 2027-2028"); /* in the goal year */
  ck_assert_int_eq (outside->kind, GP_SOURCE_UNKNOWN);
}
END_TEST

/* What parts have in common is said once: neither the words of their whole nor one explanation for
 * all stands in every line. */
START_TEST (test_parts_in_short)
{
  g_autoptr (GpSource) sum = gp_source_new (GP_SOURCE_COMPUTED, "Starts", "9", "The sum", NULL);
  g_autofree char *alike = NULL, *apart = NULL;

  gp_source_add (sum,
                 gp_source_new (GP_SOURCE_COMPUTED, "Starts, 2026-2027", "4", "Planned", NULL));
  gp_source_add (sum, gp_source_new (GP_SOURCE_COMPUTED, "Startshed", "5", "Planned", "row 2"));
  alike = gp_source_to_text (sum, 1);
  ck_assert_str_eq (alike, "Starts: 9 – The sum\n"
                           "  Planned\n"
                           "  2026-2027: 4\n"
                           "  Startshed: 5 (row 2)");
  gp_source_add (sum, gp_source_new (GP_SOURCE_COMPUTED, "Starts, 2028-2029", "0", "Typed", NULL));
  apart = gp_source_to_text (sum, 1);
  ck_assert_str_eq (apart, "Starts: 9 – The sum\n"
                           "  2026-2027: 4 – Planned\n"
                           "  Startshed: 5 – Planned (row 2)\n"
                           "  2028-2029: 0 – Typed");
}
END_TEST

/* Every parameter and figure of random projects tells something, in valid text. */
START_TEST (test_random)
{
  g_autoptr (GpProject) project = gp_random_project ((guint32)_i, 3, 3, GP_RANDOM_WILD);
  g_autoptr (GpPlan) plan = gp_plan_new ("base", GP_PLAN_OPTIMAL);

  gp_plan_finish (plan);
  for (guint i = 0; i < GP_N_PARAMS; i++) {
    g_autoptr (GpSource) source =
        gp_source_parameter (project, 0, (GpParam)i, "po", project->plan_from);
    g_autofree char *text = gp_source_to_text (source, -1);

    ck_assert (g_utf8_validate (text, -1, NULL));
    ck_assert (*source->what != '\0');
  }
  for (guint i = 0; i < GP_N_FIGURES; i++) {
    g_autoptr (GpSource) source =
        gp_source_figure (project, 0, plan, GP_PART_WHOLE, (GpFigureId)i, GP_YEAR_NONE);
    g_autofree char *text = gp_source_to_text (source, -1);

    ck_assert (g_utf8_validate (text, -1, NULL));
    ck_assert_int_eq (source->kind, GP_SOURCE_COMPUTED);
    ck_assert (*source->text != '\0');
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("source");
  TCase *tests = tcase_create ("rows");

  tcase_add_test (tests, test_words);
  tcase_add_test (tests, test_facts);
  tcase_add_test (tests, test_parameters);
  tcase_add_test (tests, test_figures);
  tcase_add_test (tests, test_parts_in_short);
  tcase_add_loop_test (tests, test_random, 1, 11);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
