/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking things up in a project, whether two are equal, tables by name, words of enumerations. */
#include "gp-random-project.h"
#include "gp-test.h"

#include <groeiplan/gp-parameter.h>
#include <groeiplan/gp-table.h>
#include <string.h>

START_TEST (finding)
{
  static const GpTableId coded[] = {
      GP_TABLE_REGIONS,  GP_TABLE_PROVINCES,       GP_TABLE_SECTORS,
      GP_TABLE_BOARDS,   GP_TABLE_SCHOOLS,         GP_TABLE_EXPERT_COACHES,
      GP_TABLE_PROJECTS, GP_TABLE_VERANDERCOACHES, GP_TABLE_SCENARIOS};
  g_autoptr (GpProject) project = gp_random_project (1, 9, 4, GP_RANDOM_WILD);

  for (guint i = 0; i < G_N_ELEMENTS (coded); i++) {
    for (guint32 row = 0; row < gp_project_n_rows (project, coded[i]); row++) {
      g_autofree char *code = gp_project_cell (project, coded[i], row, 0);
      ck_assert_uint_eq (gp_project_find (project, coded[i], code), row);
    }
    ck_assert_uint_eq (gp_project_find (project, coded[i], "nothing like it"), GP_NONE);
    ck_assert_uint_eq (gp_project_find (project, coded[i], ""), GP_NONE);
    ck_assert_uint_eq (gp_project_find (project, coded[i], NULL), GP_NONE);
  }
}
END_TEST

START_TEST (finding_while_building)
{
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  const GpRegion north = {"north", ""};
  const GpRegion south = {"south", ""};

  ck_assert (gp_project_add_region (project, &north));
  ck_assert (gp_project_add_region (project, &south));
  ck_assert_uint_eq (gp_project_find (project, GP_TABLE_REGIONS, "south"), 1);
  ck_assert_uint_eq (project->n_regions, 2);
  ck_assert_str_eq (project->regions[1].code, "south");
}
END_TEST

START_TEST (schools_of_a_board)
{
  g_autoptr (GpProject) project = gp_random_project ((guint32)_i, 20, 3, GP_RANDOM_PLAIN);
  guint total = 0;

  for (guint32 b = 0; b < project->n_boards; b++) {
    guint n;
    const guint32 *schools = gp_project_board_schools (project, b, &n);

    total += n;
    for (guint i = 0; i < n; i++) {
      ck_assert_uint_eq (project->schools[schools[i]].board, b);
      ck_assert (i == 0 || schools[i] > schools[i - 1]);
    }
  }
  ck_assert_uint_eq (total, project->n_schools);
}
END_TEST

/* The cells of a row, parted by "|". */
static void
add (GpProject *project, GpTableId table, const char *text)
{
  g_auto (GStrv) cells = g_strsplit (text, "|", -1);

  ck_assert_msg (gp_project_add_text (project, table, (const char *const *)cells), "%s", text);
}

/* partner_min_schools is 3 in base and 2.5 in lower: B1 has 2 schools, B2 has 3 (one of them
 * started, one excluded: all count), B3 has none but is a partner. */
START_TEST (who_can_be_partner)
{
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);

  gp_project_set_frame (project, "", 2026, 2030, GP_YEAR_NONE);
  add (project, GP_TABLE_REGIONS, "north|");
  add (project, GP_TABLE_SECTORS, "po||1|1");
  add (project, GP_TABLE_BOARDS, "B1||north|||||");
  add (project, GP_TABLE_BOARDS, "B2||north|||||");
  add (project, GP_TABLE_BOARDS, "B3||north|2020-2021||||");
  add (project, GP_TABLE_SCHOOLS, "S1|B1||po|north||||||||||");
  add (project, GP_TABLE_SCHOOLS, "S2|B2||po|north||||||||||");
  add (project, GP_TABLE_SCHOOLS, "S3|B1||po|north||||||||||");
  add (project, GP_TABLE_SCHOOLS, "S4|B2||po|north|||2020-2021|||||||");
  add (project, GP_TABLE_SCHOOLS, "S5|B2||po|north|||||1|||||");
  add (project, GP_TABLE_SCENARIOS, "base|||");
  add (project, GP_TABLE_SCENARIOS, "free|||");
  add (project, GP_TABLE_SCENARIOS, "lower|base||");
  add (project, GP_TABLE_PARAMETERS, "base|partner_min_schools|||3||");
  add (project, GP_TABLE_PARAMETERS, "lower|partner_min_schools|||2.5||");
  ck_assert (gp_project_finish (project, NULL));
  ck_assert (!gp_project_board_can_partner (project, 0, 0));
  ck_assert (gp_project_board_can_partner (project, 0, 1));
  ck_assert (gp_project_board_can_partner (project, 0, 2));
  ck_assert (gp_project_board_can_partner (project, 1, 0)); /* the neutral value is 1 */
  ck_assert (!gp_project_board_can_partner (project, 2, 0));
}
END_TEST

START_TEST (ready_and_eligible)
{
  GpSchool school = {
      .intake = GP_INTAKE_TALKS,
      .requirements = {GP_ANSWER_YES, GP_ANSWER_YES, GP_ANSWER_YES, GP_ANSWER_UNKNOWN}};

  ck_assert (!gp_school_is_ready (&school));
  school.requirements[GP_REQUIREMENT_SESSION_TIME] = GP_ANSWER_YES;
  ck_assert (gp_school_is_ready (&school));
  school.requirements[GP_REQUIREMENT_TEAM_SUPPORT] = GP_ANSWER_NO;
  ck_assert (!gp_school_is_ready (&school));
  school.intake = GP_INTAKE_READY;
  ck_assert (gp_school_is_ready (&school));

  ck_assert (gp_school_is_eligible (&school));
  school.excluded = TRUE;
  ck_assert (!gp_school_is_eligible (&school));
  school.excluded = FALSE;
  school.started = 2020;
  ck_assert (!gp_school_is_eligible (&school));
}
END_TEST

/* Another value for a cell, right by its type; NULL where there is no other that fits anywhere. */
static char *
other_value (const GpColumn *column, const char *cell)
{
  switch (column->type) {
  case GP_COLUMN_TEXT:
    return column->key || g_str_equal (column->name, "sectors") ? NULL
                                                                : g_strconcat (cell, "x", NULL);
  case GP_COLUMN_FLAG:
    return g_strdup (*cell == '1' ? "0" : "1");
  case GP_COLUMN_DECIMAL:
    return g_strdup (g_str_equal (cell, "0.125") ? "0.25" : "0.125");
  case GP_COLUMN_MONEY:
    return g_strdup (g_str_equal (cell, "1.5") ? "2" : "1.5");
  case GP_COLUMN_INTEGER:
    return column->key ? NULL : g_strdup (g_str_equal (cell, "3") ? "4" : "3");
  default:
    return NULL;
  }
}

/* A project that differs from another in one cell, or NULL when that cell cannot differ. */
static GpProject *
with_other_cell (const GpProject *project, GpTableId changed, guint32 at, guint column)
{
  GpProject *copy = gp_project_new (NULL, NULL);
  gboolean right = FALSE;

  gp_project_set_frame (copy, project->name, project->plan_from, project->last_year,
                        project->has_goal_year ? project->goal_year : GP_YEAR_NONE);
  for (guint table = 0; table < GP_N_TABLES; table++) {
    const GpTable *info = gp_table ((GpTableId)table);

    for (guint32 row = 0; row < gp_project_n_rows (project, (GpTableId)table); row++) {
      g_auto (GStrv) cells = g_new0 (char *, info->n_columns + 1);

      for (guint i = 0; i < info->n_columns; i++)
        cells[i] = gp_project_cell (project, (GpTableId)table, row, i);
      if (table == changed && row == at) {
        char *other = other_value (&info->columns[column], cells[column]);
        right = other != NULL;
        if (right) {
          g_free (cells[column]);
          cells[column] = other;
        }
      }
      gp_project_add_text (copy, (GpTableId)table, (const char *const *)cells);
    }
  }
  if (!right || !gp_project_finish (copy, NULL))
    g_clear_pointer (&copy, gp_project_unref);
  return copy;
}

/* One cell that differs makes projects unequal, and is named. */
START_TEST (equal_sees_every_cell)
{
  g_autoptr (GpProject) project = gp_random_project (5, 3, 3, GP_RANDOM_PINS);
  guint n_tried = 0;

  for (guint table = 0; table < GP_N_TABLES; table++) {
    const GpTable *info = gp_table ((GpTableId)table);

    for (guint column = 0; column < info->n_columns; column++) {
      guint32 row = gp_project_n_rows (project, (GpTableId)table) - 1;
      g_autoptr (GpProject) other = with_other_cell (project, (GpTableId)table, row, column);
      g_autofree char *expected =
          g_strdup_printf ("%s row %u %s", info->file, row + 1, info->columns[column].name);
      g_autofree char *where = NULL;

      if (other == NULL)
        continue;
      n_tried++;
      ck_assert_msg (!gp_project_equal (project, other, &where), "%s", expected);
      ck_assert_str_eq (where, expected);
    }
  }
  ck_assert_uint_ge (n_tried, 40);
}
END_TEST

static GpProject *
with_frame (const char *name, GpYear from, GpYear last, GpYear goal, gboolean region)
{
  GpProject *project = gp_project_new (NULL, NULL);

  gp_project_set_frame (project, name, from, last, goal);
  if (region)
    add (project, GP_TABLE_REGIONS, "north|");
  ck_assert (gp_project_finish (project, NULL));
  return project;
}

START_TEST (equal_sees_frame_and_rows)
{
  GpProject *project = with_frame ("a", 2026, 2031, 2031, FALSE);
  GpProject *others[] = {
      with_frame ("b", 2026, 2031, 2031, FALSE), with_frame ("a", 2025, 2031, 2031, FALSE),
      with_frame ("a", 2026, 2032, 2031, FALSE), with_frame ("a", 2026, 2031, 2030, FALSE),
      with_frame ("a", 2026, 2031, 0, FALSE),    with_frame ("a", 2026, 2031, 2031, TRUE),
  };
  static const char *const places[] = {"project.csv name",      "project.csv plan_from",
                                       "project.csv last_year", "project.csv goal_year",
                                       "project.csv goal_year", "regions.csv row 1"};

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *where = NULL;

    ck_assert (!gp_project_equal (project, others[i], &where));
    ck_assert_str_eq (where, places[i]);
    ck_assert (gp_project_equal (others[i], others[i], NULL));
    gp_project_unref (others[i]);
  }
  gp_project_unref (project);
}
END_TEST

/* Exactly the columns of the exchange folder, in its order. */
static const char *const documented[GP_N_TABLES] = {
    "regions.csv: region,name",
    "provinces.csv: province,region",
    "sectors.csv: sector,name,support_years,groeikracht",
    "boards.csv: board,name,home_region,partner_since,max_verandercoaches,note,stage,contact",
    "schools.csv: "
    "school,board,name,sector,region,pupils,high_need,started,programme,excluded,intake,"
    "team_support,leader_active,coach_time,session_time",
    "expert_coaches.csv: coach,name,region,days_per_year,from_year,to_year,sectors",
    "verandercoaches.csv: coach,board,name,trained_year,days_per_year,to_year",
    "scenarios.csv: scenario,parent,name,description",
    "parameters.csv: scenario,parameter,scope,year,value,source,note",
    "priorities.csv: scenario,rank,priority",
    "pins.csv: scenario,kind,board,sector,programme,year,min,max,reason",
    "projects.csv: project,name_nl,name_en",
    "budgets.csv: project,year,kind,scenario,amount_eur,source,note",
    "pledges.csv: fund,project,year,amount_eur,source,note",
    "project_drivers.csv: scenario,project,driver,rate_eur,source",
    "facts.csv: fact,value,unit,year,source,section,note",
};

START_TEST (tables_are_as_documented)
{
  for (guint i = 0; i < GP_N_TABLES; i++) {
    const GpTable *table = gp_table ((GpTableId)i);
    g_autoptr (GString) text = g_string_new (table->file);
    g_autofree char *file = g_strconcat (table->name, ".csv", NULL);

    ck_assert_str_eq (table->file, file);
    for (guint c = 0; c < table->n_columns; c++) {
      g_string_append_printf (text, "%s%s", c == 0 ? ": " : ",", table->columns[c].name);
      ck_assert_int_eq (gp_table_column ((GpTableId)i, table->columns[c].name), (int)c);
      ck_assert (table->columns[c].type != GP_COLUMN_WORD || table->columns[c].words != NULL);
      /* a column that may be left out may also be empty */
      ck_assert (!table->columns[c].may_be_absent || table->columns[c].may_be_empty);
    }
    ck_assert_str_eq (text->str, documented[i]);
    ck_assert_int_eq (gp_table_column ((GpTableId)i, "nothing"), -1);
  }
}
END_TEST

START_TEST (words)
{
  GpProgramme programme;
  GpIntake intake;
  GpNeed need;
  GpPriorityId priority;
  GpPinKind pin;
  GpBudgetKind budget;
  GpDriverKind driver;

  for (int i = -1; i < GP_N_PROGRAMMES; i++)
    ck_assert (gp_programme_parse (gp_programme_name ((GpProgramme)i), &programme) &&
               programme == (GpProgramme)i);
  for (guint i = 0; i <= GP_INTAKE_READY; i++)
    ck_assert (gp_intake_parse (gp_intake_name ((GpIntake)i), &intake) && intake == i);
  for (guint i = 0; i < GP_N_NEEDS; i++)
    ck_assert (gp_need_parse (gp_need_name ((GpNeed)i), &need) && need == i);
  for (guint i = 0; i < GP_N_PRIORITIES; i++)
    ck_assert (gp_priority_parse (gp_priority_name ((GpPriorityId)i), &priority) && priority == i);
  for (guint i = 0; i <= GP_PIN_TRAINING; i++)
    ck_assert (gp_pin_kind_parse (gp_pin_kind_name ((GpPinKind)i), &pin) && pin == i);
  for (guint i = 0; i <= GP_BUDGET_COMMITTED; i++)
    ck_assert (gp_budget_kind_parse (gp_budget_kind_name ((GpBudgetKind)i), &budget) &&
               budget == i);
  for (guint i = 0; i < GP_N_DRIVERS; i++)
    ck_assert (gp_driver_parse (gp_driver_name ((GpDriverKind)i), &driver) && driver == i);
  ck_assert (gp_intake_parse ("", &intake) && intake == GP_INTAKE_NONE);
  ck_assert (!gp_intake_parse ("Ready", &intake) && !gp_need_parse ("", &need));
  ck_assert (!gp_programme_parse (NULL, &programme) && !gp_driver_parse ("", &driver));
  ck_assert_str_eq (gp_priority_name (GP_PRIORITY_GROEIKRACHT_DELAY), "groeikracht_delay");
  ck_assert_str_eq (gp_priority_unit (GP_PRIORITY_COST), "EUR");
  ck_assert_str_eq (gp_driver_name (GP_N_DRIVERS), ""); /* none beyond the list */
  ck_assert_str_eq (gp_need_name (GP_NEED_HIGH), "high");
  ck_assert_str_eq (gp_requirement_name (GP_REQUIREMENT_COACH_TIME), "coach_time");
}
END_TEST

START_TEST (cells_as_text)
{
  static const char row[] = "S1|B1|One, \"two\"|po|north|0|1|2024-2025|groeikracht|0|none|1|0||";
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  g_autoptr (GString) back = g_string_new (NULL);

  add (project, GP_TABLE_REGIONS, "north|");
  add (project, GP_TABLE_SECTORS, "po||1|1");
  add (project, GP_TABLE_SECTORS, "vo||2|1");
  add (project, GP_TABLE_BOARDS, "B1||north|||||");
  add (project, GP_TABLE_SCHOOLS, row);
  add (project, GP_TABLE_EXPERT_COACHES, "E1||north|1.50|||vo+po");
  for (guint i = 0; i < gp_table (GP_TABLE_SCHOOLS)->n_columns; i++) {
    g_autofree char *cell = gp_project_cell (project, GP_TABLE_SCHOOLS, 0, i);
    g_string_append_printf (back, "%s%s", i > 0 ? "|" : "", cell);
  }
  ck_assert_str_eq (back->str, row);
  for (guint i = 3; i < 7; i++) {
    static const char *const expected[] = {"1.5", "", "", "po+vo"};
    g_autofree char *cell = gp_project_cell (project, GP_TABLE_EXPERT_COACHES, 0, i);
    ck_assert_str_eq (cell, expected[i - 3]);
  }
}
END_TEST

static gpointer
read_in_thread (gpointer data)
{
  GpProject *project = data;
  double sum = 0;

  for (guint i = 0; i < 2000; i++)
    sum += gp_param_value (project, i % 3, (GpParam)(i % GP_N_PARAMS), "vo", 2026);
  gp_project_unref (project);
  return g_memdup2 (&sum, sizeof sum);
}

START_TEST (threads_read_together)
{
  GpProject *project = gp_random_project (2, 5, 3, GP_RANDOM_PLAIN);
  GThread *threads[4];
  double *sums[4];

  for (guint i = 0; i < 4; i++)
    threads[i] = g_thread_new ("reader", read_in_thread, gp_project_ref (project));
  gp_project_unref (project);
  for (guint i = 0; i < 4; i++)
    sums[i] = g_thread_join (threads[i]);
  for (guint i = 0; i < 4; i++) {
    ck_assert_double_eq (*sums[i], *sums[0]);
    if (i > 0)
      g_free (sums[i]);
  }
  g_free (sums[0]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("project");
  TCase *tests = tcase_create ("project");

  tcase_add_test (tests, finding);
  tcase_add_test (tests, finding_while_building);
  tcase_add_loop_test (tests, schools_of_a_board, 0, 10);
  tcase_add_test (tests, who_can_be_partner);
  tcase_add_test (tests, ready_and_eligible);
  tcase_add_test (tests, equal_sees_every_cell);
  tcase_add_test (tests, equal_sees_frame_and_rows);
  tcase_add_test (tests, tables_are_as_documented);
  tcase_add_test (tests, words);
  tcase_add_test (tests, cells_as_text);
  tcase_add_test (tests, threads_read_together);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
