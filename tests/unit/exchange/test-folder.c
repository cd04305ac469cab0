/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The exchange folder out and in again: without loss for random projects and for the nastiest
 * texts, in every spelling of CSV that is taken.
 */
#include <check.h>
#include <groeiplan/gp-exchange.h>
#include <groeiplan/gp-table.h>
#include <stdlib.h>
#include <string.h>

#include "folder-files.h"
#include "gp-csv-reader.h"
#include "gp-exchange-private.h"
#include "gp-random-project.h"

#define N_SEEDS 24

static void
write_out (const GpProject *project, const char *folder)
{
  g_autoptr (GError) error = NULL;
  if (!gp_exchange_write (project, folder, NULL, &error))
    ck_abort_msg ("%s", error->message);
}

static GpProject *
read_in (const char *folder)
{
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) error = NULL;
  GpProject *project = gp_exchange_read (folder, problems, NULL, &error);
  if (project == NULL)
    ck_abort_msg ("%s", error->message);
  ck_assert_uint_eq (gp_problems_n_total (problems), 0);
  ck_assert_uint_eq (gp_problems_n_notes (problems), 0);
  return project;
}

static void
assert_same (const GpProject *a, const GpProject *b, guint seed)
{
  g_autofree char *where = NULL;
  if (!gp_project_equal (a, b, &where))
    ck_abort_msg ("seed %u: %s", seed, where);
}

static void
assert_comes_back (const GpProject *project, guint seed)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  write_out (project, folder);
  g_autoptr (GpProject) back = read_in (folder);
  assert_same (project, back, seed);
}

START_TEST (test_random_projects)
{
  guint32 seed = (guint32)_i;
  g_autoptr (GpProject) project =
      gp_random_project (seed, 1 + seed % 11, 1 + seed % 8, (GpRandomFlags)(seed % 4));
  assert_comes_back (project, seed);
}
END_TEST

/* ---- hostile texts -------------------------------------------------------------------------- */

/* Fragments of which texts are made: what spreadsheets run, what CSV reads, what is hard to show.
 */
static const char *const fragments[] = {
    "\"",
    "\"\"",
    "'",
    "''",
    "=",
    "=cmd|' /C calc'!A0",
    "@x",
    "+",
    "-",
    "-5",
    ",",
    ";",
    ",;\"",
    " ",
    "  ",
    "a",
    "1",
    "0",
    "1,5",
    "true",
    "school",
    "#",
    "\\",
    "\\n",
    "%s%n",
    "NULL",
    "שלום",
    "مدرسة",
    "学校",
    "🎓",
    "👩🏽‍🏫",
    "e\xcc\x81",
    "\xc2\xa0",
    "\xe2\x80\xa8",
    "\xe2\x80\xae",
    "\xef\xbb\xbf",
};

/* The same, of what Windows-1252 can write. */
static const char *const western[] = {"\"", "'",  "=", "@", ",", ";", " ",  "é", "ë",
                                      "ÿ",  "’t", "“", "”", "€", "–", "Ö”", "a"};

static const char *const lines[] = {"\n", "\t", "\n\n", "=\n"};

typedef struct {
  GRand *rand;
  gboolean is_western;
} Hostile;

static gboolean
may_have_lines (const char *column)
{
  return g_str_equal (column, "note") || g_str_equal (column, "description") ||
         g_str_equal (column, "reason");
}

static char *
hostile_text (const Hostile *hostile, gboolean with_lines)
{
  GString *text = g_string_new (NULL);
  if (g_rand_int_range (hostile->rand, 0, 40) == 0) /* as long as a text may be */
    while (text->len < GP_TEXT_MAX - 1)
      g_string_append (text, "é");
  gint32 n = text->len > 0 ? 0 : g_rand_int_range (hostile->rand, 0, 7);
  for (gint32 i = 0; i < n; i++) {
    if (with_lines && g_rand_int_range (hostile->rand, 0, 3) == 0)
      g_string_append (text, lines[g_rand_int_range (hostile->rand, 0, G_N_ELEMENTS (lines))]);
    g_string_append (
        text, hostile->is_western
                  ? western[g_rand_int_range (hostile->rand, 0, G_N_ELEMENTS (western))]
                  : fragments[g_rand_int_range (hostile->rand, 0, G_N_ELEMENTS (fragments))]);
  }
  return g_string_free (text, FALSE);
}

static void
copy_row (GpProject *copy, const GpProject *project, GpTableId id, guint32 row,
          const Hostile *hostile)
{
  const GpTable *table = gp_table (id);
  g_auto (GStrv) cells = g_new0 (char *, table->n_columns + 1);
  for (guint i = 0; i < table->n_columns; i++) {
    const GpColumn *column = &table->columns[i];
    gboolean is_free =
        column->type == GP_COLUMN_TEXT && !column->key && !g_str_equal (column->name, "sectors");
    cells[i] = is_free ? hostile_text (hostile, may_have_lines (column->name))
                       : gp_project_cell (project, id, row, i);
  }
  gp_project_add_text (copy, id, (const char *const *)cells);
}

/* The project with other texts. */
static GpProject *
make_hostile (const GpProject *project, const Hostile *hostile)
{
  GpProject *copy = gp_project_new (NULL, NULL);
  g_autofree char *name = hostile_text (hostile, FALSE);
  g_autoptr (GError) error = NULL;
  gp_project_set_frame (copy, name, project->plan_from, project->last_year,
                        project->has_goal_year ? project->goal_year : GP_YEAR_NONE);
  for (guint id = 0; id < GP_N_TABLES; id++)
    for (guint32 row = 0; row < gp_project_n_rows (project, (GpTableId)id); row++)
      copy_row (copy, project, (GpTableId)id, row, hostile);
  if (!gp_project_finish (copy, &error))
    ck_abort_msg ("%s", error->message);
  return copy;
}

static GpProject *
hostile_project (guint32 seed, gboolean is_western)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Hostile hostile = {rand, is_western};
  g_autoptr (GpProject) project =
      gp_random_project (seed, 2 + seed % 9, 1 + seed % 6,
                         is_western ? GP_RANDOM_PINS : GP_RANDOM_PINS | GP_RANDOM_WILD);
  return make_hostile (project, &hostile);
}

START_TEST (test_hostile_texts)
{
  guint32 seed = 1000 + (guint32)_i;
  g_autoptr (GpProject) project = hostile_project (seed, FALSE);
  assert_comes_back (project, seed);
}
END_TEST

/* A cell of ours never makes a spreadsheet run something: no text begins a formula. */
START_TEST (test_no_cell_is_a_formula)
{
  g_autoptr (GpProject) project = hostile_project (77, FALSE);
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GpProblems) problems = gp_problems_new ();
  guint n_texts = 0;
  write_out (project, folder);
  for (guint id = 0; id < GP_N_TABLES; id++) {
    const GpTable *table = gp_table ((GpTableId)id);
    g_autofree char *path = g_build_filename (folder, table->file, NULL);
    g_autoptr (GpCsvReader) reader = gp_csv_reader_open (path, NULL, problems, NULL, NULL);
    for (const GpCsvRow *row; (row = gp_csv_reader_next (reader, NULL)) != NULL;)
      for (guint i = 0; i < table->n_columns; i++)
        if (gp_exchange_is_text (&table->columns[i]) && row->cells[i][0] != '\0') {
          ck_assert_ptr_null (strchr ("=+-@\t\r\n", row->cells[i][0]));
          n_texts++;
        }
  }
  ck_assert_uint_gt (n_texts, 500);
}
END_TEST

/* ---- the same bytes ------------------------------------------------------------------------- */

START_TEST (test_same_bytes)
{
  g_autoptr (GpProject) project = hostile_project (5, FALSE);
  g_autoptr (TestFolder) first = test_folder_new ();
  g_autoptr (TestFolder) second = test_folder_new ();
  write_out (project, first);
  g_autoptr (GpProject) back = read_in (first);
  write_out (back, second);
  write_out (back, second); /* also over an earlier export */
  g_autofree char *names = test_folder_list (first);
  g_autofree char *others = test_folder_list (second);
  ck_assert_str_eq (names, others);
  g_auto (GStrv) files = g_strsplit (names, " ", -1);
  ck_assert_uint_eq (g_strv_length (files), GP_N_TABLES + 1);
  for (guint i = 0; files[i] != NULL; i++) {
    gsize size, other_size;
    g_autofree char *bytes = test_folder_get (first, files[i], &size);
    g_autofree char *other = test_folder_get (second, files[i], &other_size);
    ck_assert_uint_eq (size, other_size);
    ck_assert_mem_eq (bytes, other, size);
  }
}
END_TEST

/* ---- other spellings of the same folder ----------------------------------------------------- */

typedef struct {
  char separator;
  gboolean decimal_comma, quote_all, mark;
  const char *row_end, *encoding;
} Spelling;

static void
spell_cell (GString *text, const char *cell, const Spelling *spelling)
{
  const char special[] = {spelling->separator, '"', '\r', '\n', '\0'};
  if (!spelling->quote_all && strpbrk (cell, special) == NULL) {
    g_string_append (text, cell);
    return;
  }
  g_autoptr (GString) doubled = g_string_new (cell);
  g_string_replace (doubled, "\"", "\"\"", 0);
  g_string_append_printf (text, "\"%s\"", doubled->str);
}

static void
spell_row (GString *text, const char *const *cells, guint n, const GpTable *table,
           const Spelling *spelling)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (GString) cell = g_string_new (cells[i]);
    GpColumnType type = table != NULL ? table->columns[i].type : GP_COLUMN_TEXT;
    if (spelling->decimal_comma && (type == GP_COLUMN_DECIMAL || type == GP_COLUMN_MONEY))
      g_string_replace (cell, ".", ",", 0);
    if (i > 0)
      g_string_append_c (text, spelling->separator);
    spell_cell (text, cell->str, spelling);
  }
  g_string_append (text, spelling->row_end);
}

/* Rewrites one file of the folder as another program would. */
static void
respell (const char *folder, const char *file, const GpTable *table, const Spelling *spelling)
{
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GString) text = g_string_new (spelling->mark ? "\xef\xbb\xbf" : "");
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  guint n;
  GpCsvReader *reader = gp_csv_reader_open (path, NULL, problems, NULL, NULL);
  const char *const *header = gp_csv_reader_header (reader, &n);
  spell_row (text, header, n, NULL, spelling);
  for (const GpCsvRow *row; (row = gp_csv_reader_next (reader, NULL)) != NULL;)
    spell_row (text, row->cells, n, table, spelling);
  gp_csv_reader_free (reader);
  gsize size;
  g_autofree char *bytes =
      g_convert (text->str, (gssize)text->len, spelling->encoding, "UTF-8", NULL, &size, &error);
  ck_assert_ptr_null (error);
  test_folder_put (folder, file, bytes, (gssize)size);
}

static const Spelling spellings[] = {
    {';', TRUE, FALSE, FALSE, "\n", "UTF-8"},   {';', TRUE, FALSE, TRUE, "\r\n", "UTF-8"},
    {',', FALSE, TRUE, TRUE, "\r\n", "UTF-8"},  {';', FALSE, FALSE, FALSE, "\r", "UTF-8"},
    {';', TRUE, TRUE, FALSE, "\r\n", "CP1252"}, {',', FALSE, FALSE, FALSE, "\r\n", "CP1252"},
};

START_TEST (test_spellings)
{
  const Spelling *spelling = &spellings[_i];
  gboolean is_western = g_str_equal (spelling->encoding, "CP1252");
  for (guint32 seed = 0; seed < 4; seed++) {
    g_autoptr (GpProject) project = hostile_project (seed, is_western);
    g_autoptr (TestFolder) folder = test_folder_new ();
    write_out (project, folder);
    respell (folder, "project.csv", NULL, spelling);
    for (guint id = 0; id < GP_N_TABLES; id++)
      respell (folder, gp_table ((GpTableId)id)->file, gp_table ((GpTableId)id), spelling);
    g_autoptr (GpProject) back = read_in (folder);
    assert_same (project, back, seed);
  }
}
END_TEST

/* Line ends inside cells, too, as a program that turns every LF into CRLF leaves them. */
START_TEST (test_crlf_everywhere)
{
  g_autoptr (GpProject) project = hostile_project (3, FALSE);
  g_autoptr (TestFolder) folder = test_folder_new ();
  write_out (project, folder);
  for (guint id = 0; id < GP_N_TABLES; id++) {
    const char *file = gp_table ((GpTableId)id)->file;
    g_autofree char *bytes = test_folder_get (folder, file, NULL);
    g_autoptr (GString) text = g_string_new (bytes);
    g_string_replace (text, "\n", "\r\n", 0);
    test_folder_put (folder, file, text->str, (gssize)text->len);
  }
  g_autoptr (GpProject) back = read_in (folder);
  assert_same (project, back, 3);
}
END_TEST

/* ---- headers, absent files and columns ------------------------------------------------------ */

static const char *const headers[][2] = {
    {"regions.csv", "region,name"},
    {"provinces.csv", "province,region"},
    {"sectors.csv", "sector,name,support_years,groeikracht"},
    {"boards.csv", "board,name,home_region,partner_since,max_verandercoaches,note,stage,contact"},
    {"schools.csv", "school,board,name,sector,region,pupils,high_need,started,programme,excluded,"
                    "intake,team_support,leader_active,coach_time,session_time"},
    {"expert_coaches.csv", "coach,name,region,days_per_year,from_year,to_year,sectors"},
    {"verandercoaches.csv", "coach,board,name,trained_year,days_per_year,to_year"},
    {"scenarios.csv", "scenario,parent,name,description"},
    {"parameters.csv", "scenario,parameter,scope,year,value,source,note"},
    {"priorities.csv", "scenario,rank,priority"},
    {"pins.csv", "scenario,kind,board,sector,programme,year,min,max,reason"},
    {"projects.csv", "project,name_nl,name_en"},
    {"budgets.csv", "project,year,kind,scenario,amount_eur,source,note"},
    {"pledges.csv", "fund,project,year,amount_eur,source,note"},
    {"project_drivers.csv", "scenario,project,driver,rate_eur,source"},
    {"facts.csv", "fact,value,unit,year,source,section,note"},
};

START_TEST (test_empty_project)
{
  g_autoptr (GpProject) project = gp_project_new (NULL, NULL);
  g_autoptr (TestFolder) folder = test_folder_new ();
  gp_project_set_frame (project, "Empty", 2026, 2031, GP_YEAR_NONE);
  ck_assert (gp_project_finish (project, NULL));
  write_out (project, folder);
  ck_assert_uint_eq (G_N_ELEMENTS (headers), GP_N_TABLES);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++) {
    g_autofree char *bytes = test_folder_get (folder, headers[i][0], NULL);
    g_autofree char *expected = g_strconcat (headers[i][1], "\n", NULL);
    ck_assert_str_eq (bytes, expected);
  }
  g_autofree char *frame = test_folder_get (folder, "project.csv", NULL);
  ck_assert_str_eq (frame, "key,value\nformat,groeiplan-exchange-1\nname,Empty\n"
                           "plan_from,2026-2027\nlast_year,2031-2032\n");
  g_autoptr (GpProject) back = read_in (folder);
  assert_same (project, back, 0);
  ck_assert (!back->has_goal_year);
}
END_TEST

START_TEST (test_optional_files_and_columns)
{
  static const char *const optional[] = {
      "provinces.csv", "expert_coaches.csv",  "verandercoaches.csv",
      "scenarios.csv", "parameters.csv",      "priorities.csv",
      "pins.csv",      "projects.csv",        "budgets.csv",
      "pledges.csv",   "project_drivers.csv", "facts.csv"};
  g_autoptr (TestFolder) folder = test_folder_new ();
  test_folder_put_project (folder);
  for (guint i = 0; i < G_N_ELEMENTS (optional); i++)
    test_folder_delete (folder, optional[i]);
  g_autoptr (GpProject) project = read_in (folder);
  ck_assert_uint_eq (project->n_schools, 4);
  ck_assert_uint_eq (project->n_scenarios, 0);
  ck_assert_int_eq (project->schools[1].intake, GP_INTAKE_READY);
  ck_assert_int_eq (project->schools[1].requirements[0], GP_ANSWER_UNKNOWN);
  ck_assert_str_eq (project->boards[0].stage, "");
  ck_assert_int_eq (project->schools[3].pupils, -1);
  ck_assert_int_eq (project->goal_year, 2031);
}
END_TEST

START_TEST (test_columns_in_any_order)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (TestFolder) mixed = test_folder_new ();
  test_folder_put_project (folder);
  test_folder_put_project (mixed);
  test_folder_put (mixed, "facts.csv",
                   "note,section,source,year,unit,value,fact\n,1,Example report,2024-2025,schools,2"
                   ",schools\n",
                   -1);
  g_autoptr (GpProject) project = read_in (folder);
  g_autoptr (GpProject) other = read_in (mixed);
  assert_same (project, other, 0);
}
END_TEST

START_TEST (test_notes)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) error = NULL;
  test_folder_put_project (folder);
  test_folder_put (folder, "readme.txt", "text", -1);
  test_folder_put (folder, ".hidden", "text", -1);
  test_folder_put (folder, "boards.csv.bak", "text", -1);
  test_folder_put (folder, "regions.csv",
                   "region,name,colour,\nnorth,North,red,\nsouth,South,blue,\n", -1);
  test_folder_change (folder, "project.csv", "goal_year,", "made_by,somebody\ngoal_year,");
  g_autoptr (GpProject) project = gp_exchange_read (folder, problems, NULL, &error);
  ck_assert_ptr_null (error);
  ck_assert_ptr_nonnull (project);
  static const char *const notes[] = {
      "boards.csv.bak: ", "readme.txt: ", "project.csv:6: made_by: ", "regions.csv:1: colour: ",
      "regions.csv:1: column 4: "};
  ck_assert_uint_eq (gp_problems_n_notes (problems), G_N_ELEMENTS (notes));
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    ck_assert (g_str_has_prefix (gp_problems_note (problems, i), notes[i]));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("folder");
  TCase *tcase = tcase_create ("folder");
  tcase_set_timeout (tcase, 0);
  tcase_add_loop_test (tcase, test_random_projects, 0, N_SEEDS);
  tcase_add_loop_test (tcase, test_hostile_texts, 0, N_SEEDS);
  tcase_add_test (tcase, test_no_cell_is_a_formula);
  tcase_add_test (tcase, test_same_bytes);
  tcase_add_loop_test (tcase, test_spellings, 0, G_N_ELEMENTS (spellings));
  tcase_add_test (tcase, test_crlf_everywhere);
  tcase_add_test (tcase, test_empty_project);
  tcase_add_test (tcase, test_optional_files_and_columns);
  tcase_add_test (tcase, test_columns_in_any_order);
  tcase_add_test (tcase, test_notes);
  suite_add_tcase (suite, tcase);
  SRunner *runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
