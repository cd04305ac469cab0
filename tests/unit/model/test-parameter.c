/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a parameter is in a scenario and year: the register, and look-up through the line of
 * parents, worked out by hand. Also whose priorities and pins count. */
#include "gp-test.h"

#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-table.h>
#include <string.h>

/* base <- child <- grandchild; other stands alone */
enum { BASE, CHILD, GRANDCHILD, OTHER };

static void
add (GpProject *project, GpTableId table, const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "|", -1);

  ck_assert_msg (gp_project_add_text (project, table, (const char *const *)cells), "%s", text);
}

static GpProject *
new_project (void)
{
  GpProject *project = gp_project_new (NULL, NULL);

  gp_project_set_frame (project, "Example", 2026, 2029, GP_YEAR_NONE);
  add (project, GP_TABLE_REGIONS, "north|North");
  add (project, GP_TABLE_SECTORS, "po|Primary|1|1");
  add (project, GP_TABLE_SECTORS, "vo|Secondary|2|1");
  add (project, GP_TABLE_BOARDS, "B1|First|north|||||");
  add (project, GP_TABLE_BOARDS, "B2|Second|north|||||");
  add (project, GP_TABLE_SCENARIOS, "base|||");
  add (project, GP_TABLE_SCENARIOS, "child|base||");
  add (project, GP_TABLE_SCENARIOS, "grandchild|child||");
  add (project, GP_TABLE_SCENARIOS, "other|||");
  return project;
}

/* recruitment_days has a sector and a year, so all four kinds of row. The rows, with their values:
 *
 *              neither   year 2027   scope vo   vo and 2027
 *   base          1          2           3            4
 *   child                                5
 *   grandchild    6
 */
static GpProject *
project_with_rows (void)
{
  GpProject *project = new_project ();

  add (project, GP_TABLE_PARAMETERS, "base|recruitment_days|||1||");
  add (project, GP_TABLE_PARAMETERS, "base|recruitment_days||2027-2028|2||");
  add (project, GP_TABLE_PARAMETERS, "base|recruitment_days|vo||3||");
  add (project, GP_TABLE_PARAMETERS, "base|recruitment_days|vo|2027-2028|4||");
  add (project, GP_TABLE_PARAMETERS, "child|recruitment_days|vo||5||");
  add (project, GP_TABLE_PARAMETERS, "grandchild|recruitment_days|||6||");
  add (project, GP_TABLE_PARAMETERS, "base|uncertain:recruitment_days|low||99||");
  add (project, GP_TABLE_PARAMETERS, "base|interest_cap|||100||");
  ck_assert (gp_project_finish (project, NULL));
  return project;
}

/* The row that gives the value is one before it, but for interest_cap: rows are numbered from 0. */
static const struct {
  guint32 scenario;
  const char *scope;
  GpYear year;
  gint64 value;
} lookups[] = {
    {BASE, "vo", 2027, 4}, /* scope and year */
    {BASE, "vo", 2026, 3}, /* scope */
    {BASE, "po", 2027, 2}, /* year */
    {BASE, "po", 2026, 1}, /* neither */
    {BASE, "", 2027, 2},   /* no scope asked: rows with one do not count */
    {BASE, NULL, 2026, 1}, /* NULL is no scope */
    {BASE, "xx", 2026, 1}, /* a scope that no row has */
    {BASE, "vo", GP_YEAR_NONE, 3}, {CHILD, "vo", 2027, 4}, /* the parent's row for scope and year
                                                              says more than the child's */
    {CHILD, "vo", 2026, 5}, /* the child's row for the scope replaces its parent's */
    {CHILD, "po", 2027, 2},        {CHILD, "po", 2026, 1}, {GRANDCHILD, "vo", 2027, 4},
    {GRANDCHILD, "vo", 2026, 5}, /* the child's scope row beats the grandchild's general one */
    {GRANDCHILD, "po", 2027, 2}, /* the year's row of base too */
    {GRANDCHILD, "po", 2026, 6},
};

START_TEST (most_specific_row_wins)
{
  g_autoptr (GpProject) project = project_with_rows ();
  GpDecimal value;
  guint32 row;

  ck_assert (gp_param_lookup (project, lookups[_i].scenario, GP_PARAM_RECRUITMENT_DAYS,
                              lookups[_i].scope, lookups[_i].year, &value, &row));
  ck_assert_int_eq (value.units, lookups[_i].value);
  ck_assert_uint_eq (row, (guint32)lookups[_i].value - 1);
}
END_TEST

START_TEST (defaults)
{
  g_autoptr (GpProject) project = project_with_rows ();
  GpDecimal value;
  guint32 row = 5;

  /* another scenario's rows do not count: the neutral value does */
  ck_assert (gp_param_lookup (project, OTHER, GP_PARAM_RECRUITMENT_DAYS, "vo", 2027, &value, &row));
  ck_assert_int_eq (value.units, 0);
  ck_assert_uint_eq (row, GP_NONE);
  ck_assert (gp_param_lookup (project, OTHER, GP_PARAM_INTEREST_CAP, NULL, 2027, &value, NULL));
  ck_assert_int_eq (value.units, 1000000000);
  ck_assert (
      gp_param_lookup (project, OTHER, GP_PARAM_VERANDERCOACH_RETENTION, NULL, 0, &value, NULL));
  ck_assert_int_eq (value.units, 1);
  /* nothing at all is known of these */
  ck_assert (!gp_param_lookup (project, BASE, GP_PARAM_SUPPORT_DAYS, "po:1", 2027, &value, &row));
  ck_assert_int_eq (value.units, 0);
  ck_assert_uint_eq (row, GP_NONE);
  ck_assert (!gp_param_lookup (project, BASE, GP_PARAM_VERANDERCOACH_DAYS, "", 2027, &value, NULL));
  ck_assert (!gp_param_lookup (project, BASE, GP_PARAM_EXPERT_DAYS, "", 2027, &value, NULL));
  ck_assert_double_eq (gp_param_value (project, BASE, GP_PARAM_EXPERT_DAYS, "", 2027), 0);
  ck_assert_double_eq (gp_param_value (project, BASE, GP_PARAM_INTEREST_CAP, "", 2027), 100);
}
END_TEST

START_TEST (register_is_whole)
{
  for (guint i = 0; i < GP_N_PARAMS; i++) {
    const GpParamInfo *info = gp_param_info ((GpParam)i);
    double neutral = gp_decimal_to_double (info->fallback);
    GpParam found;

    ck_assert_msg (info->name != NULL && info->unit != NULL && info->help != NULL, "%u", i);
    ck_assert (gp_param_parse (info->name, &found) && found == (GpParam)i);
    ck_assert_msg (info->min < info->max, "%s", info->name);
    if (info->has_default)
      ck_assert_msg (neutral >= info->min && neutral <= info->max, "%s", info->name);
  }
}
END_TEST

START_TEST (names_that_are_none)
{
  GpParam param = GP_PARAM_SCHOOL_FEE;

  ck_assert (!gp_param_parse ("", &param));
  ck_assert (!gp_param_parse (NULL, &param));
  ck_assert (!gp_param_parse ("Support_days", &param));
  ck_assert (!gp_param_parse ("uncertain:support_days", &param));
  ck_assert_int_eq (param, GP_PARAM_SCHOOL_FEE);
}
END_TEST

START_TEST (priorities)
{
  static const GpPriorityId standard[] = {GP_PRIORITY_OVERLOAD,      GP_PRIORITY_GROEIKRACHT_DELAY,
                                          GP_PRIORITY_REGULAR_DELAY, GP_PRIORITY_CHANGE,
                                          GP_PRIORITY_REACH,         GP_PRIORITY_COST};
  GpProject *project = new_project ();
  GpPriorityId order[GP_N_PRIORITIES];

  add (project, GP_TABLE_PRIORITIES, "child|30|cost"); /* not in the order of their ranks */
  add (project, GP_TABLE_PRIORITIES, "child|2|regular_delay");
  add (project, GP_TABLE_PRIORITIES, "child|7|reach");
  add (project, GP_TABLE_PRIORITIES, "child|1|overload");
  ck_assert (gp_project_finish (project, NULL));
  /* base has none: the standard order */
  ck_assert_uint_eq (gp_project_priorities (project, BASE, order), GP_N_PRIORITIES);
  ck_assert_mem_eq (order, standard, sizeof standard);
  /* grandchild takes those of child, the nearest that has any, and nothing of the standard */
  ck_assert_uint_eq (gp_project_priorities (project, GRANDCHILD, order), 4);
  ck_assert_int_eq (order[0], GP_PRIORITY_OVERLOAD);
  ck_assert_int_eq (order[1], GP_PRIORITY_REGULAR_DELAY);
  ck_assert_int_eq (order[2], GP_PRIORITY_REACH);
  ck_assert_int_eq (order[3], GP_PRIORITY_COST);
  gp_project_unref (project);
}
END_TEST

/* Pins 0 and 1 of base, 2 of child (replaces 0: the same but for its numbers), 3 of child. */
START_TEST (pins)
{
  static const gboolean applies[4][4] = {
      /* base, child, grandchild, other */
      {TRUE, FALSE, FALSE, FALSE},
      {TRUE, TRUE, TRUE, FALSE},
      {FALSE, TRUE, TRUE, FALSE},
      {FALSE, TRUE, TRUE, FALSE},
  };
  GpProject *project = new_project ();

  add (project, GP_TABLE_PINS, "base|start|B1|po|regular|2027-2028|1||");
  add (project, GP_TABLE_PINS, "base|training|B1|||2027-2028|1||");
  add (project, GP_TABLE_PINS, "child|start|B1|po|regular|2027-2028||5|more");
  add (project, GP_TABLE_PINS, "child|start|B1|po|regular|2028-2029||5|");
  ck_assert (gp_project_finish (project, NULL));
  for (guint32 pin = 0; pin < 4; pin++) {
    for (guint32 scenario = 0; scenario < 4; scenario++)
      ck_assert_msg (gp_project_pin_applies (project, scenario, pin) == applies[pin][scenario],
                     "pin %u in scenario %u", pin, scenario);
  }
  gp_project_unref (project);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("parameter");
  TCase *tests = tcase_create ("parameter");

  tcase_add_loop_test (tests, most_specific_row_wins, 0, G_N_ELEMENTS (lookups));
  tcase_add_test (tests, defaults);
  tcase_add_test (tests, register_is_whole);
  tcase_add_test (tests, names_that_are_none);
  tcase_add_test (tests, priorities);
  tcase_add_test (tests, pins);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
