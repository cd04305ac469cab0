/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Variants of a project: what is set wins in its scenario, everything else is the base's own. */
#include "gp-test.h"

#include <groeiplan/gp-table.h>
#include <groeiplan/gp-variant.h>
#include <string.h>

/* base <- child; other stands alone */
enum { BASE, CHILD, OTHER };

static void
add (GpProject *project, GpTableId table, const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "|", -1);

  ck_assert_msg (gp_project_add_text (project, table, (const char *const *)cells), "%s", text);
}

/* recruitment_days has a sector and a year, so rows of all four kinds; interest_cap has a year. */
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
  add (project, GP_TABLE_SCHOOLS, "S1|B2|School|po|north|100|||||ready||||");
  add (project, GP_TABLE_SCENARIOS, "base|||");
  add (project, GP_TABLE_SCENARIOS, "child|base||");
  add (project, GP_TABLE_SCENARIOS, "other|||");
  add (project, GP_TABLE_PARAMETERS, "base|recruitment_days|||1||");
  add (project, GP_TABLE_PARAMETERS, "base|recruitment_days||2027-2028|2||");
  add (project, GP_TABLE_PARAMETERS, "base|recruitment_days|vo||3||");
  add (project, GP_TABLE_PARAMETERS, "base|recruitment_days|vo|2027-2028|4||");
  add (project, GP_TABLE_PARAMETERS, "child|recruitment_days|||5||");
  add (project, GP_TABLE_PARAMETERS, "base|interest_cap||2028-2029|80||");
  add (project, GP_TABLE_PARAMETERS, "base|interest_cap|||100||");
  add (project, GP_TABLE_PRIORITIES, "child|1|cost");
  add (project, GP_TABLE_PRIORITIES, "child|2|reach");
  add (project, GP_TABLE_PINS, "base|start|B1|po|regular|2027-2028|1|2|");
  add (project, GP_TABLE_PINS, "child|start|B1|po|regular|2027-2028|3|4|");
  add (project, GP_TABLE_PINS, "base|partner|B2|||2026-2027|1||");
  ck_assert (gp_project_finish (project, NULL));
  return project;
}

static GpProject *
make (GpVariant *variant)
{
  g_autoptr (GError) error = NULL;
  GpProject *made = gp_variant_make (variant, &error);

  ck_assert_msg (made != NULL, "%s", error != NULL ? error->message : "");
  return made;
}

static double
recruitment (const GpProject *project, guint32 scenario, const char *scope, GpYear year)
{
  return gp_param_value (project, scenario, GP_PARAM_RECRUITMENT_DAYS, scope, year);
}

static void
set (GpVariant *variant, GpParam param, const char *scope, GpYear year, gint64 value)
{
  GpDecimal decimal = gp_decimal_from_int (value);

  gp_variant_set (variant, param, scope, year, &decimal);
}

/* Whatever the rows of parents say for a scope or a year, a value for all is the value for all. */
START_TEST (value_for_all_wins_everywhere)
{
  g_autoptr (GpProject) project = new_project ();
  g_autoptr (GpVariant) variant = gp_variant_new (project, CHILD);
  g_autoptr (GpProject) made = NULL;
  const char *scopes[] = {"", "po", "vo"};

  set (variant, GP_PARAM_RECRUITMENT_DAYS, NULL, GP_YEAR_NONE, 9);
  made = make (variant);
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++) {
    for (GpYear year = 2025; year <= 2030; year++)
      ck_assert_double_eq (recruitment (made, CHILD, scopes[i], year), 9);
    ck_assert_double_eq (recruitment (made, CHILD, scopes[i], GP_YEAR_NONE), 9);
  }
  ck_assert_double_eq (recruitment (made, BASE, "vo", 2027), 4);
  ck_assert_double_eq (recruitment (project, CHILD, "vo", 2027), 4);
  ck_assert_double_eq (recruitment (project, CHILD, "po", 2026), 5);
}
END_TEST

/* Only what was named changes. */
START_TEST (value_for_one_scope_or_year)
{
  g_autoptr (GpProject) project = new_project ();
  g_autoptr (GpVariant) variant = gp_variant_new (project, BASE);
  g_autoptr (GpProject) made = NULL;

  set (variant, GP_PARAM_RECRUITMENT_DAYS, "vo", GP_YEAR_NONE, 7); /* vo, all years */
  set (variant, GP_PARAM_RECRUITMENT_DAYS, NULL, 2028, 8);         /* all scopes, one year */
  set (variant, GP_PARAM_INTEREST_CAP, NULL, 2027, 60);
  made = make (variant);
  ck_assert_double_eq (recruitment (made, BASE, "vo", 2026), 7);
  ck_assert_double_eq (recruitment (made, BASE, "vo", 2027), 7);
  ck_assert_double_eq (recruitment (made, BASE, "vo", 2028), 8);
  ck_assert_double_eq (recruitment (made, BASE, "po", 2028), 8);
  ck_assert_double_eq (recruitment (made, BASE, "po", 2027), 2);
  ck_assert_double_eq (recruitment (made, BASE, "po", 2026), 1);
  ck_assert_double_eq (gp_param_value (made, BASE, GP_PARAM_INTEREST_CAP, NULL, 2026), 100);
  ck_assert_double_eq (gp_param_value (made, BASE, GP_PARAM_INTEREST_CAP, NULL, 2027), 60);
  ck_assert_double_eq (gp_param_value (made, BASE, GP_PARAM_INTEREST_CAP, NULL, 2028), 80);
  ck_assert_double_eq (gp_param_value (made, CHILD, GP_PARAM_INTEREST_CAP, NULL, 2027), 60);
}
END_TEST

START_TEST (the_last_one_set_wins)
{
  g_autoptr (GpProject) project = new_project ();
  g_autoptr (GpVariant) variant = gp_variant_new (project, CHILD);
  g_autoptr (GpProject) first = NULL;
  g_autoptr (GpProject) second = NULL;

  set (variant, GP_PARAM_INTEREST_CAP, NULL, 2027, 1);
  set (variant, GP_PARAM_INTEREST_CAP, NULL, GP_YEAR_NONE, 2);
  set (variant, GP_PARAM_INTEREST_CAP, NULL, 2026, 3);
  set (variant, GP_PARAM_INTEREST_CAP, NULL, 2026, 4);
  first = make (variant);
  ck_assert_double_eq (gp_param_value (first, CHILD, GP_PARAM_INTEREST_CAP, NULL, 2027), 2);
  ck_assert_double_eq (gp_param_value (first, CHILD, GP_PARAM_INTEREST_CAP, NULL, 2026), 4);
  /* a variant of the variant, made while the first is there */
  gp_variant_free (g_steal_pointer (&variant));
  variant = gp_variant_new (first, CHILD);
  set (variant, GP_PARAM_INTEREST_CAP, NULL, 2026, 5);
  second = make (variant);
  ck_assert_double_eq (gp_param_value (second, CHILD, GP_PARAM_INTEREST_CAP, NULL, 2026), 5);
  ck_assert_double_eq (gp_param_value (second, CHILD, GP_PARAM_INTEREST_CAP, NULL, 2027), 2);
  ck_assert_double_eq (gp_param_value (first, CHILD, GP_PARAM_INTEREST_CAP, NULL, 2026), 4);
}
END_TEST

/* The tables that did not change are the same memory, so that their size does not matter. */
START_TEST (tables_are_shared)
{
  g_autoptr (GpProject) project = new_project ();
  g_autoptr (GpVariant) variant = gp_variant_new (project, CHILD);
  g_autoptr (GpProject) made = NULL;
  guint n;

  set (variant, GP_PARAM_INTEREST_CAP, NULL, GP_YEAR_NONE, 2);
  made = make (variant);
  ck_assert_ptr_eq (made->schools, project->schools);
  ck_assert_ptr_eq (made->boards, project->boards);
  ck_assert_ptr_eq (made->pins, project->pins);
  ck_assert_ptr_eq (made->priorities, project->priorities);
  ck_assert_ptr_ne (made->parameters, project->parameters);
  ck_assert_ptr_eq (gp_project_board_schools (made, 1, &n),
                    gp_project_board_schools (project, 1, &n));
  ck_assert_uint_eq (n, 1);
  ck_assert_uint_eq (gp_project_find (made, GP_TABLE_BOARDS, "B2"), 1);
}
END_TEST

/* A variant lives on when its maker and the base's last user are gone. */
START_TEST (keeps_its_base_alive)
{
  GpProject *project = new_project ();
  GpVariant *variant = gp_variant_new (project, CHILD);
  g_autoptr (GpProject) made = NULL;

  gp_project_unref (project);
  set (variant, GP_PARAM_INTEREST_CAP, NULL, GP_YEAR_NONE, 2);
  made = make (variant);
  gp_variant_free (variant);
  for (guint i = 0; i < 20000; i++) { /* a long line of variants is let go of without recursion */
    g_autoptr (GpVariant) next = gp_variant_new (made, CHILD);
    GpProject *longer = make (next);

    gp_project_unref (made);
    made = longer;
  }
  ck_assert_str_eq (made->boards[1].name, "Second");
  ck_assert_double_eq (gp_param_value (made, CHILD, GP_PARAM_INTEREST_CAP, NULL, 2028), 2);
}
END_TEST

static const struct {
  GpParam param;
  const char *scope;
  GpYear year;
  const char *value, *says;
} wrong[] = {
    {GP_PARAM_HANDOVER_SHARE, NULL, GP_YEAR_NONE, "1.5", "handover_share: "},
    {GP_PARAM_HANDOVER_SHARE, NULL, 2026, "-1", "handover_share: "},
    {GP_PARAM_INTEREST_CAP, NULL, 2030, "1", "interest_cap: "}, /* no plan year */
    {GP_PARAM_INTEREST_CAP, NULL, -3, "1", "interest_cap: "},
    {GP_PARAM_INTEREST_CAP, "po", GP_YEAR_NONE, "1", "interest_cap: "},
    {GP_PARAM_RECRUITMENT_DAYS, "xx", GP_YEAR_NONE, "1", "recruitment_days: "},
    {GP_PARAM_EXPERT_DAYS, NULL, 2026, "1", "expert_days: "}, /* the same in all years */
    {GP_PARAM_REQUIRE_READY, NULL, GP_YEAR_NONE, "0.5", "require_ready: "},
};

START_TEST (wrong_values_are_refused)
{
  g_autoptr (GpProject) project = new_project ();
  g_autoptr (GpVariant) variant = gp_variant_new (project, CHILD);
  g_autoptr (GError) error = NULL;
  GpDecimal value;

  ck_assert (gp_decimal_parse (wrong[_i].value, &value));
  gp_variant_set (variant, wrong[_i].param, wrong[_i].scope, wrong[_i].year, &value);
  ck_assert_ptr_null (gp_variant_make (variant, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_msg (g_str_has_prefix (error->message, wrong[_i].says), "%s", error->message);
}
END_TEST

START_TEST (pins_are_dropped_and_added)
{
  g_autoptr (GpProject) project = new_project ();
  g_autoptr (GpVariant) variant = gp_variant_new (project, CHILD);
  g_autoptr (GpProject) without = NULL;
  g_autoptr (GpProject) with = NULL;
  const GpPin replaced = {OTHER, 0, 0, GP_PIN_START, GP_PROGRAMME_REGULAR, 2027, 5, 6, NULL};
  const GpPin fresh = {OTHER, 1, GP_NONE, GP_PIN_TRAINING, GP_PROGRAMME_NONE, 2027, -1, 0, "x"};

  gp_variant_drop_pin (variant, 1); /* the child's own, which replaces pin 0 */
  gp_variant_drop_pin (variant, 2); /* its parent's */
  without = make (variant);
  ck_assert_uint_eq (without->n_pins, 3);
  for (guint i = 0; i < 3; i++)
    ck_assert (!gp_project_pin_applies (without, CHILD, i));
  ck_assert (gp_project_pin_applies (without, BASE, 2));
  gp_variant_free (g_steal_pointer (&variant));
  variant = gp_variant_new (without, CHILD); /* what was dropped stays so */
  gp_variant_add_pin (variant, &replaced);
  gp_variant_add_pin (variant, &fresh);
  with = make (variant);
  ck_assert_uint_eq (with->n_pins, 4);
  ck_assert (gp_project_pin_applies (with, CHILD, 1));
  ck_assert_int_eq (with->pins[1].min, 5);
  ck_assert (!gp_project_pin_applies (with, CHILD, 2));
  ck_assert (gp_project_pin_applies (with, CHILD, 3));
  ck_assert_str_eq (with->pins[3].reason, "x");
  ck_assert_int_eq (project->pins[1].min, 3);
}
END_TEST

START_TEST (wrong_pins_are_refused)
{
  g_autoptr (GpProject) project = new_project ();
  const GpPin pins[] = {
      {0, 1, GP_NONE, GP_PIN_TRAINING, GP_PROGRAMME_NONE, 2027, 3, 2, ""},  /* max below min */
      {0, 9, GP_NONE, GP_PIN_TRAINING, GP_PROGRAMME_NONE, 2027, 3, 4, ""},  /* no such board */
      {0, 1, GP_NONE, GP_PIN_TRAINING, GP_PROGRAMME_NONE, 2040, 3, 4, ""},  /* no plan year */
      {0, 1, GP_NONE, GP_PIN_START, GP_PROGRAMME_REGULAR, 2027, 3, 4, ""}}; /* no sector */

  for (guint i = 0; i < G_N_ELEMENTS (pins); i++) {
    g_autoptr (GpVariant) variant = gp_variant_new (project, CHILD);
    g_autoptr (GError) error = NULL;

    gp_variant_add_pin (variant, &pins[i]);
    ck_assert_ptr_null (gp_variant_make (variant, &error));
    ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  }
}
END_TEST

START_TEST (priorities_are_replaced)
{
  g_autoptr (GpProject) project = new_project ();
  g_autoptr (GpVariant) variant = gp_variant_new (project, CHILD);
  g_autoptr (GpProject) made = NULL;
  g_autoptr (GError) error = NULL;
  const GpPriorityId order[] = {GP_PRIORITY_REACH, GP_PRIORITY_OVERLOAD, GP_PRIORITY_COST};
  const GpPriorityId twice[] = {GP_PRIORITY_REACH, GP_PRIORITY_REACH};
  GpPriorityId got[GP_N_PRIORITIES];

  gp_variant_set_priorities (variant, order, 3);
  made = make (variant);
  ck_assert_uint_eq (gp_project_priorities (made, CHILD, got), 3);
  ck_assert (memcmp (got, order, sizeof order) == 0);
  ck_assert_uint_eq (gp_project_priorities (made, OTHER, got), GP_N_PRIORITIES);
  ck_assert_uint_eq (gp_project_priorities (project, CHILD, got), 2);
  gp_variant_set_priorities (variant, twice, 2);
  ck_assert_ptr_null (gp_variant_make (variant, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
}
END_TEST

START_TEST (extra_days_add_up)
{
  g_autoptr (GpProject) project = new_project ();
  g_autoptr (GpVariant) variant = gp_variant_new (project, CHILD);
  g_autoptr (GpProject) first = NULL;
  g_autoptr (GpProject) second = NULL;

  gp_variant_add_expert_days (variant, 0, 2027, 1.5);
  gp_variant_add_expert_days (variant, 0, 2028, 8);
  first = make (variant);
  gp_variant_free (g_steal_pointer (&variant));
  variant = gp_variant_new (first, CHILD);
  gp_variant_add_expert_days (variant, 0, 2027, -0.5);
  second = make (variant);
  ck_assert_double_eq (gp_project_extra_expert_days (project, 0, 2027), 0);
  ck_assert_double_eq (gp_project_extra_expert_days (first, 0, 2027), 1.5);
  ck_assert_double_eq (gp_project_extra_expert_days (second, 0, 2027), 1);
  ck_assert_double_eq (gp_project_extra_expert_days (second, 0, 2026), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("variant");
  TCase *tcase = tcase_create ("variant");

  tcase_add_test (tcase, value_for_all_wins_everywhere);
  tcase_add_test (tcase, value_for_one_scope_or_year);
  tcase_add_test (tcase, the_last_one_set_wins);
  tcase_add_test (tcase, tables_are_shared);
  tcase_add_test (tcase, keeps_its_base_alive);
  tcase_add_loop_test (tcase, wrong_values_are_refused, 0, G_N_ELEMENTS (wrong));
  tcase_add_test (tcase, pins_are_dropped_and_added);
  tcase_add_test (tcase, wrong_pins_are_refused);
  tcase_add_test (tcase, priorities_are_replaced);
  tcase_add_test (tcase, extra_days_add_up);
  suite_add_tcase (suite, tcase);
  return gp_test_run (suite);
}
