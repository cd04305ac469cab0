/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Scenarios and Compare pages rest on, without a display: texts of every parameter, values
 * as people type them, edits of scenarios and their undo, levers, and the comparison. */
#include "gp-assumption.h"
#include "gp-comparison.h"
#include "gp-scenario-edit.h"
#include "gp-lever.h"

#include <groeiplan/gp-planner.h>

#include <check.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* ---- a small project --------------------------------------------------------------------------
 */

static void
add_row (GpProject *project, GpTableId table, const char *line)
{
  g_auto (GStrv) given = g_strsplit (line, ",", 0);
  guint n = gp_table (table)->n_columns;
  g_autofree const char **cells = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = i < g_strv_length (given) ? given[i] : "";
  ck_assert_msg (gp_project_add_text (project, table, cells), "%s", line);
}

static void
add_boards (GpProject *project)
{
  for (int b = 0; b < 4; b++) {
    g_autofree char *board = g_strdup_printf ("B%d,Stichting Verzonnen %d,noord", b, b);

    add_row (project, GP_TABLE_BOARDS, board);
    for (int s = 0; s < 6; s++) {
      g_autofree char *school = g_strdup_printf ("S%d%d,B%d,Proefschool,po,noord,100,0", b, s, b);

      add_row (project, GP_TABLE_SCHOOLS, school);
    }
  }
}

static const char *const parameters[] = {
    "base,cohort_target,groeikracht,2026-2027,3",
    "base,cohort_target,groeikracht,2027-2028,5",
    "base,cohort_target,regular,,2",
    "base,support_days,po:1,,10",
    "base,handover_share,,2026-2027,0.4",
    "base,handover_share,,2027-2028,0.5",
    "base,expert_days,,,20",
    "base,expert_cap,,,2",
    "base,verandercoach_days,,,20",
    "base,partner_cap,,,1",
    "base,training_cap,,,2",
    "base,participation_goal,,,15",
    "base,cost_expert_day,,,900",
    "child,expert_cap,,,3",
    "child,uncertain:expert_attrition,low,,0",
    "child,uncertain:expert_attrition,mode,,0.05",
    "child,uncertain:expert_attrition,high,,0.2",
};

static GpProject *
small_project (void)
{
  GpProject *project = gp_project_new (NULL, NULL);
  GError *error = NULL;

  gp_project_set_frame (project, "Proef", 2026, 2027, 2027);
  add_row (project, GP_TABLE_REGIONS, "noord,Noord");
  add_row (project, GP_TABLE_SECTORS, "po,Primair,1,1");
  add_boards (project);
  add_row (project, GP_TABLE_EXPERT_COACHES, "E1,Proefcoach,noord,40");
  add_row (project, GP_TABLE_SCENARIOS, "base,,Basis,");
  add_row (project, GP_TABLE_SCENARIOS, "child,base,Kind,");
  add_row (project, GP_TABLE_SCENARIOS, "grandchild,child,Kleinkind,");
  for (guint i = 0; i < G_N_ELEMENTS (parameters); i++)
    add_row (project, GP_TABLE_PARAMETERS, parameters[i]);
  add_row (project, GP_TABLE_PRIORITIES, "child,1,cost");
  add_row (project, GP_TABLE_PRIORITIES, "child,2,overload");
  ck_assert_msg (gp_project_finish (project, &error), "%s", error != NULL ? error->message : "");
  return project;
}

static guint32
find (const GpProject *project, const char *code)
{
  return gp_project_find (project, GP_TABLE_SCENARIOS, code);
}

/* ---- texts and values -------------------------------------------------------------------------
 */

START_TEST (test_every_parameter_has_texts)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < GP_N_PARAMS; i++) {
    const char *title = gp_assumption_title ((GpParam)i);
    g_autofree char *key = g_strdup_printf ("%d %s", (int)gp_assumption_group ((GpParam)i), title);

    ck_assert_msg (*title != '\0', "%s has no title", gp_param_info ((GpParam)i)->name);
    ck_assert_msg (g_str_has_suffix (gp_assumption_definition ((GpParam)i), "."), "%s", title);
    ck_assert_msg (strcmp (title, gp_param_info ((GpParam)i)->name) != 0, "%s", title);
    ck_assert_msg (g_hash_table_add (titles, (gpointer)title), "%s is there twice", title);
    ck_assert_int_lt (gp_assumption_group ((GpParam)i), GP_N_ASSUMPTION_GROUPS);
    /* a unit that people know: none of its own only where the value says it (45%, yes) */
    ck_assert (*gp_assumption_unit ((GpParam)i) != '\0' ||
               g_str_equal (gp_param_info ((GpParam)i)->unit, "share") ||
               g_str_equal (gp_param_info ((GpParam)i)->unit, "flag"));
  }
  for (int i = 0; i < GP_N_PRIORITIES; i++)
    ck_assert (*gp_assumption_priority_title ((GpPriorityId)i) != '\0' &&
               *gp_assumption_priority_definition ((GpPriorityId)i) != '\0');
  for (int i = 0; i < GP_N_ASSUMPTION_GROUPS; i++)
    ck_assert (*gp_assumption_group_title ((GpAssumptionGroup)i) != '\0');
}
END_TEST

static const struct {
  GpParam param;
  GpLanguage language;
  const char *typed, *plain; /* plain NULL: refused */
} typings[] = {
    {GP_PARAM_HANDOVER_SHARE, GP_LANGUAGE_DUTCH, "45%", "0.45"},
    {GP_PARAM_HANDOVER_SHARE, GP_LANGUAGE_DUTCH, " 45,5 % ", "0.455"},
    {GP_PARAM_HANDOVER_SHARE, GP_LANGUAGE_ENGLISH, "45.5", "0.455"},
    {GP_PARAM_HANDOVER_SHARE, GP_LANGUAGE_DUTCH, "0,1", "0.001"},
    {GP_PARAM_HANDOVER_SHARE, GP_LANGUAGE_DUTCH, "101%", NULL},
    {GP_PARAM_HANDOVER_SHARE, GP_LANGUAGE_DUTCH, "-1%", NULL},
    {GP_PARAM_PRICE_INDEX, GP_LANGUAGE_DUTCH, "−2,5%", "-0.025"},
    {GP_PARAM_PARTICIPATION_GOAL, GP_LANGUAGE_DUTCH, "4.250", "4250"},
    {GP_PARAM_PARTICIPATION_GOAL, GP_LANGUAGE_ENGLISH, "4,250", "4250"},
    {GP_PARAM_COST_EXPERT_DAY, GP_LANGUAGE_DUTCH, "€ 1.234,50", "1234.5"},
    {GP_PARAM_EXPERT_DAYS, GP_LANGUAGE_DUTCH, "0.5", "0.5"},
    {GP_PARAM_EXPERT_DAYS, GP_LANGUAGE_ENGLISH, "0.1", "0.1"},
    {GP_PARAM_EXPERT_DAYS, GP_LANGUAGE_ENGLISH, "1,2,3", NULL},
    {GP_PARAM_EXPERT_DAYS, GP_LANGUAGE_ENGLISH, "", NULL},
    {GP_PARAM_EXPERT_DAYS, GP_LANGUAGE_ENGLISH, "many", NULL},
    {GP_PARAM_EXPERT_DAYS, GP_LANGUAGE_ENGLISH, "nan", NULL},
    {GP_PARAM_EXPERT_DAYS, GP_LANGUAGE_ENGLISH, "100001", NULL},
    {GP_PARAM_PARTNER_CAP, GP_LANGUAGE_ENGLISH, "no limit", "1000000000"},
    {GP_PARAM_REQUIRE_READY, GP_LANGUAGE_ENGLISH, "yes", "1"},
    {GP_PARAM_REQUIRE_READY, GP_LANGUAGE_ENGLISH, "0", "0"},
    {GP_PARAM_REQUIRE_READY, GP_LANGUAGE_ENGLISH, "2", NULL},
};

START_TEST (test_values_as_typed)
{
  for (guint i = 0; i < G_N_ELEMENTS (typings); i++) {
    GpDecimal value;
    char buffer[GP_DECIMAL_BYTES];
    g_autoptr (GError) error = NULL;
    gboolean read = gp_assumption_parse (typings[i].param, typings[i].typed, typings[i].language,
                                         &value, &error);

    ck_assert_msg (read == (typings[i].plain != NULL), "%s", typings[i].typed);
    ck_assert (read == (error == NULL));
    if (read) {
      g_autofree char *shown = gp_assumption_format (typings[i].param, value, typings[i].language);
      GpDecimal again;

      ck_assert_str_eq (gp_decimal_format (value, buffer), typings[i].plain);
      /* what is shown can be typed */
      ck_assert_msg (
          gp_assumption_parse (typings[i].param, shown, typings[i].language, &again, NULL), "%s",
          shown);
      ck_assert_int_eq (gp_decimal_compare (value, again), 0);
    }
  }
}
END_TEST

START_TEST (test_cells_tell_where_values_come_from)
{
  g_autoptr (GpProject) project = small_project ();
  g_autoptr (GArray) all = gp_assumption_rows (project, find (project, "child"), FALSE);
  g_autoptr (GArray) own = gp_assumption_rows (project, find (project, "child"), TRUE);
  GpAssumptionCell cell;

  gp_assumption_cell (project, find (project, "child"), GP_PARAM_EXPERT_CAP, "", 0, &cell);
  ck_assert (cell.own && cell.has_inherited);
  ck_assert_int_eq (cell.value.units, 3);
  ck_assert_int_eq (cell.inherited.units, 2);
  gp_assumption_cell (project, find (project, "grandchild"), GP_PARAM_EXPERT_CAP, "", 0, &cell);
  ck_assert (!cell.own);
  ck_assert_int_eq (cell.value.units, 3);
  gp_assumption_cell (project, find (project, "base"), GP_PARAM_HANDOVER_SHARE, "", 2027, &cell);
  ck_assert (cell.own);
  ck_assert_int_eq (cell.inherited_row, GP_NONE);
  /* the scenario's own value for every year stands behind the one for a year */
  gp_assumption_cell (project, find (project, "base"), GP_PARAM_EXPERT_CAP, "", 2027, &cell);
  ck_assert (!cell.own && cell.has_inherited);
  ck_assert_int_eq (cell.inherited.units, 2);
  ck_assert_int_ne (cell.inherited_row, GP_NONE);
  ck_assert_uint_eq (own->len, 1);
  ck_assert_int_eq (g_array_index (own, GpAssumptionRow, 0).param, GP_PARAM_EXPERT_CAP);
  ck_assert_uint_ge (all->len, GP_N_PARAMS);
}
END_TEST

/* ---- edits ------------------------------------------------------------------------------------
 */

typedef struct {
  char *folder, *path;
  GpStore *store;
  GpProject *start;
} Fixture;

static void
open_store (Fixture *fixture)
{
  g_autoptr (GpProject) project = small_project ();
  GError *error = NULL;

  fixture->folder = g_dir_make_tmp ("groeiplan-scenarios-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "proef.groeiplan", NULL);
  fixture->store = gp_store_create (fixture->path, project, &error);
  ck_assert_msg (fixture->store != NULL, "%s", error != NULL ? error->message : "");
  fixture->start = gp_store_snapshot (fixture->store, NULL);
}

static void
close_store (Fixture *fixture)
{
  gp_project_unref (fixture->start);
  gp_store_close (fixture->store);
  g_remove (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

typedef gboolean (*EditFunc) (GpStore *store, gpointer data, GError **error);

static GpProject *
edit (Fixture *fixture, EditFunc func, gpointer data)
{
  GError *error = NULL;

  ck_assert (gp_store_begin (fixture->store, "edit", NULL));
  ck_assert_msg (func (fixture->store, data, &error), "%s", error != NULL ? error->message : "");
  ck_assert_msg (gp_store_commit (fixture->store, &error), "%s",
                 error != NULL ? error->message : "");
  return gp_store_snapshot (fixture->store, NULL);
}

static void
undo_to_the_start (Fixture *fixture)
{
  g_autoptr (GpProject) now = NULL;
  g_autofree char *where = NULL;

  while (gp_store_undo (fixture->store, NULL))
    ;
  now = gp_store_snapshot (fixture->store, NULL);
  ck_assert_msg (gp_project_equal (fixture->start, now, &where), "%s", where);
}

START_TEST (test_scenarios_are_made_and_deleted)
{
  Fixture fixture;
  g_autoptr (GpProject) copied = NULL, deleted = NULL, added = NULL;
  GpScenarioEdit change = {0};
  g_autofree char *code = NULL, *name = NULL, *again = NULL;

  open_store (&fixture);
  name = gp_scenario_copy_name (fixture.start, "Kind");
  code = gp_scenario_new_code (fixture.start, name);
  ck_assert_str_eq (name, "Kind (copy)");
  ck_assert_str_eq (code, "kind-copy");
  change = (GpScenarioEdit){fixture.start, find (fixture.start, "child"), code, name, NULL};
  copied = edit (&fixture, gp_scenario_copy, &change);
  ck_assert_uint_eq (copied->n_scenarios, 4);
  ck_assert_uint_eq (gp_assumption_n_own (copied, find (copied, code)), 4);
  ck_assert_uint_eq (copied->n_priorities, 4);
  ck_assert_uint_eq (copied->scenarios[find (copied, code)].parent, find (copied, "base"));
  again = gp_scenario_copy_name (copied, "Kind");
  ck_assert_str_eq (again, "Kind (copy 2)");
  change = (GpScenarioEdit){copied, find (copied, "child"), NULL, NULL, NULL};
  deleted = edit (&fixture, gp_scenario_delete, &change);
  ck_assert_uint_eq (find (deleted, "child"), GP_NONE);
  ck_assert_uint_eq (find (deleted, "grandchild"), GP_NONE);
  ck_assert_uint_eq (deleted->n_scenarios, 2);
  change = (GpScenarioEdit){deleted, GP_NONE, "scenario", "Los", "Apart"};
  added = edit (&fixture, gp_scenario_add_child, &change);
  ck_assert_uint_eq (added->scenarios[find (added, "scenario")].parent, GP_NONE);
  undo_to_the_start (&fixture);
  close_store (&fixture);
}
END_TEST

START_TEST (test_odd_names_have_codes)
{
  g_autoptr (GpProject) project = small_project ();
  const char *const names[] = {"", "!!!", "日本", "Base", "a  b", "Überschool ’32"};
  const char *const codes[] = {"scenario", "scenario", NULL, "base-2", "a-b", NULL};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *code = gp_scenario_new_code (project, names[i]);

    ck_assert_uint_eq (find (project, code), GP_NONE);
    ck_assert_uint_ge (strlen (code), 1);
    ck_assert_uint_le (strlen (code), GP_CODE_MAX);
    if (codes[i] != NULL)
      ck_assert_str_eq (code, codes[i]);
  }
}
END_TEST

START_TEST (test_values_order_and_uncertainty)
{
  Fixture fixture;
  g_autoptr (GpProject) value = NULL, order = NULL, inherited = NULL, spread = NULL, reset = NULL;
  GpPriorityId found[GP_N_PRIORITIES];
  guint32 child;

  open_store (&fixture);
  child = find (fixture.start, "child");
  value = edit (
      &fixture, gp_value_put,
      &(GpValueEdit){fixture.start, child, "handover_share", "", 2027, {6, 1}, "typed", "why"});
  ck_assert_double_eq (gp_param_value (value, child, GP_PARAM_HANDOVER_SHARE, "", 2027), 0.6);
  ck_assert_double_eq (
      gp_param_value (value, find (value, "base"), GP_PARAM_HANDOVER_SHARE, "", 2027), 0.5);
  order = edit (&fixture, gp_order_put,
                &(GpOrderEdit){value, child, {GP_PRIORITY_OVERLOAD, GP_PRIORITY_COST}, 2});
  ck_assert_uint_eq (gp_project_priorities (order, child, found), 2);
  ck_assert_int_eq (found[0], GP_PRIORITY_OVERLOAD);
  inherited = edit (&fixture, gp_order_put, &(GpOrderEdit){order, child, {0}, 0});
  ck_assert_uint_gt (gp_project_priorities (inherited, child, found), 2);
  spread = edit (
      &fixture, gp_spread_put,
      &(GpSpreadEdit){inherited,
                      child,
                      {GP_PARAM_HANDOVER_SHARE, GP_SPREAD_FACTOR, "", 0, {5, 1}, {1, 0}, {2, 0}}});
  {
    g_autoptr (GArray) spreads = gp_project_spreads (spread, child, NULL);

    ck_assert_uint_eq (spreads->len, 2);
    ck_assert (gp_spread_is_own (spread, child, &g_array_index (spreads, GpSpread, 0)));
    reset = edit (&fixture, gp_spread_reset,
                  &(GpSpreadEdit){spread, child, g_array_index (spreads, GpSpread, 0)});
  }
  ck_assert_uint_eq (reset->n_parameters, spread->n_parameters - 3);
  undo_to_the_start (&fixture);
  close_store (&fixture);
}
END_TEST

/* ---- levers -----------------------------------------------------------------------------------
 */

static GArray *
apply (const GpProject *project, guint32 scenario, const char *lever, double position)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (GpLeverValue));

  gp_lever_apply (project, scenario, &gp_levers[gp_lever_find (lever)], position, values);
  return values;
}

START_TEST (test_levers_move_all_years)
{
  g_autoptr (GpProject) project = small_project ();
  guint32 base = find (project, "base");
  g_autoptr (GArray) rest = apply (project, base, "handover_share", 0);
  g_autoptr (GArray) shares = apply (project, base, "handover_share", 0.1);
  g_autoptr (GArray) heads = apply (project, base, "expert_cap", 1);
  g_autoptr (GArray) most = apply (project, base, "handover_share", 5);
  g_autoptr (GArray) cohorts = apply (project, base, "cohort_groeikracht", 1.5);
  const GpLever *share = &gp_levers[gp_lever_find ("handover_share")];
  g_autofree char *was = gp_lever_describe (project, base, share, 0, GP_LANGUAGE_ENGLISH);
  g_autofree char *is = gp_lever_describe (project, base, share, 0.1, GP_LANGUAGE_ENGLISH);

  ck_assert_uint_eq (rest->len, 0);
  ck_assert_uint_eq (shares->len, 2);
  ck_assert_int_eq (g_array_index (shares, GpLeverValue, 0).year, 2026);
  ck_assert_int_eq (g_array_index (shares, GpLeverValue, 0).value.units, 5);
  ck_assert_int_eq (g_array_index (shares, GpLeverValue, 1).value.units, 6);
  ck_assert_uint_eq (heads->len, 1);
  ck_assert_int_eq (g_array_index (heads, GpLeverValue, 0).year, GP_YEAR_NONE);
  ck_assert_int_eq (g_array_index (heads, GpLeverValue, 0).value.units, 3);
  ck_assert_int_eq (g_array_index (most, GpLeverValue, 0).value.units, 1);
  ck_assert_int_eq (g_array_index (cohorts, GpLeverValue, 1).value.units, 8); /* 7.5, whole */
  ck_assert_str_eq (was, "40–50%");
  ck_assert_str_eq (is, "50–60%");
  ck_assert (gp_lever_is_usable (project, base, share));
  ck_assert (!gp_lever_is_usable (project, base, &gp_levers[gp_lever_find ("interest_cap")]));
  ck_assert_int_eq (gp_lever_find ("nothing"), -1);
}
END_TEST

/* What a lever gives is what the scenario has once it is kept. */
START_TEST (test_kept_levers_hold)
{
  Fixture fixture;
  g_autoptr (GpProject) kept = NULL;
  g_autoptr (GArray) values = NULL;
  GpScenarioEdit child;
  GpLeverEdit change;

  open_store (&fixture);
  values = apply (fixture.start, find (fixture.start, "child"), "handover_share", 0.1);
  child = (GpScenarioEdit){fixture.start, find (fixture.start, "child"), "new", "Nieuw", ""};
  change = (GpLeverEdit){fixture.start, "new", (gpointer)values->data, values->len, &child};
  kept = edit (&fixture, gp_lever_keep, &change);
  ck_assert_double_eq (gp_param_value (kept, find (kept, "new"), GP_PARAM_HANDOVER_SHARE, "", 2027),
                       0.6);
  ck_assert_double_eq (
      gp_param_value (kept, find (kept, "child"), GP_PARAM_HANDOVER_SHARE, "", 2027), 0.5);
  undo_to_the_start (&fixture);
  close_store (&fixture);
}
END_TEST

/* ---- the comparison ---------------------------------------------------------------------------
 */

START_TEST (test_comparison)
{
  g_autoptr (GpProject) project = small_project ();
  g_autoptr (GpComparison) comparison = gp_comparison_new ();
  g_autoptr (GpPlan) base = NULL, child = NULL;
  g_autofree char *tsv = NULL, *none = NULL, *same = NULL, *unlike = NULL, *share = NULL;
  g_auto (GStrv) lines = NULL, titles = g_new0 (char *, 5);

  base = gp_planner_plan (project, find (project, "base"), NULL, NULL, NULL);
  child = gp_planner_plan (project, find (project, "child"),
                           &(GpPlannerOptions){.relaxed_only = TRUE}, NULL, NULL);
  gp_plan_set_data_version (base, 7);
  gp_plan_set_data_version (child, 6);
  gp_comparison_add (comparison, project, find (project, "base"), base, 7);
  gp_comparison_add (comparison, project, find (project, "child"), child, 7);
  gp_comparison_add (comparison, project, find (project, "grandchild"), NULL, 7);
  ck_assert (!((GpComparedScenario *)comparison->scenarios->pdata[0])->stale);
  ck_assert (((GpComparedScenario *)comparison->scenarios->pdata[1])->stale);
  ck_assert (((GpComparedScenario *)comparison->scenarios->pdata[1])->rough);
  ck_assert (isnan (gp_comparison_value (comparison, 2, GP_FIGURE_COST, GP_YEAR_NONE)));
  ck_assert (isnan (gp_comparison_value (comparison, 0, GP_FIGURE_COST, 1999)));
  ck_assert_double_eq (
      gp_comparison_value (comparison, 0, GP_FIGURE_STARTS_GROEIKRACHT, 2026) +
          gp_comparison_value (comparison, 0, GP_FIGURE_STARTS_GROEIKRACHT, 2027),
      gp_comparison_value (comparison, 0, GP_FIGURE_STARTS_GROEIKRACHT, GP_YEAR_NONE));
  none = gp_comparison_difference_text (comparison, 2, GP_FIGURE_COST, 0, GP_LANGUAGE_DUTCH);
  same = gp_comparison_difference_text (comparison, 0, GP_FIGURE_COST, 0, GP_LANGUAGE_DUTCH);
  ck_assert_str_eq (none, "–");
  ck_assert_str_eq (same, "0");
  /* a rough plan beside one in whole schools: both are shown, and nothing is subtracted */
  unlike = gp_comparison_difference_text (comparison, 1, GP_FIGURE_TAKING_PART, GP_YEAR_NONE,
                                          GP_LANGUAGE_DUTCH);
  share = gp_comparison_percent_text (comparison, 1, GP_FIGURE_TAKING_PART, GP_YEAR_NONE,
                                      GP_LANGUAGE_DUTCH);
  ck_assert_str_eq (unlike, "–");
  ck_assert_str_eq (share, "–");
  ck_assert (!gp_comparison_is_like (comparison, 1));
  ck_assert (!gp_comparison_is_like (comparison, 2));
  titles[0] = gp_comparison_title (comparison, GP_FIGURE_DELAY_REGULAR, GP_YEAR_NONE);
  titles[1] = gp_comparison_title (comparison, GP_FIGURE_DELAY_REGULAR, 2027);
  titles[2] = gp_comparison_title (comparison, GP_FIGURE_TAKING_PART, GP_YEAR_NONE);
  titles[3] = gp_comparison_title (comparison, GP_FIGURE_HIRES, GP_YEAR_NONE);
  ck_assert_str_eq (titles[0], "Regular schools behind (added up: school-years), 2026–2028");
  ck_assert_str_eq (titles[1], "Regular schools behind (added up: school-years), 2027-2028");
  ck_assert_str_eq (titles[2], "Schools taking part, 2027-2028");
  ck_assert_str_eq (titles[3], "Expert coaches hired, 2026–2028");
  tsv = gp_comparison_tsv (comparison, GP_YEAR_NONE, GP_LANGUAGE_DUTCH);
  lines = g_strsplit (tsv, "\n", 0);
  ck_assert_uint_eq (g_strv_length (lines), GP_N_FIGURES + 2);
  for (guint i = 0; i <= GP_N_FIGURES; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], "\t", 0);

    ck_assert_uint_eq (g_strv_length (cells), 8);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("scenarios");
  TCase *tests = tcase_create ("scenarios");
  SRunner *runner;
  int failed;

  tcase_add_test (tests, test_every_parameter_has_texts);
  tcase_add_test (tests, test_values_as_typed);
  tcase_add_test (tests, test_cells_tell_where_values_come_from);
  tcase_add_test (tests, test_scenarios_are_made_and_deleted);
  tcase_add_test (tests, test_odd_names_have_codes);
  tcase_add_test (tests, test_values_order_and_uncertainty);
  tcase_add_test (tests, test_levers_move_all_years);
  tcase_add_test (tests, test_kept_levers_hold);
  tcase_add_test (tests, test_comparison);
  tcase_set_timeout (tests, 0);
  suite_add_tcase (suite, tests);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
