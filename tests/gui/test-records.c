/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be typed and pasted in the tables that are edited, and what an edit changes. */
#include "gp-records-extras.h"
#include "gp-records-filter.h"
#include "gp-records-list.h"
#include "gp-records-paste.h"

#include <check.h>

#define N_SCHOOLS 4

static GpProject *project;
static GpRecordsNames *names;

/* Two regions, two boards of the same name and a third, a partner; schools at the first. */
static GpProject *
make_project (const char *first_name)
{
  GpProject *made = gp_project_new (NULL, NULL);
  GError *error = NULL;

  gp_project_set_frame (made, "Proef", 2026, 2028, GP_YEAR_NONE);
  gp_project_add_region (made, &(GpRegion){.code = "noord", .name = "Noord"});
  gp_project_add_region (made, &(GpRegion){.code = "zuid", .name = "Zuid"});
  gp_project_add_sector (
      made, &(GpSector){.code = "po", .name = "Primair", .support_years = 1, .groeikracht = TRUE});
  gp_project_add_board (made,
                        &(GpBoard){.code = "B1", .name = "De Brug", .max_verandercoaches = -1});
  gp_project_add_board (made,
                        &(GpBoard){.code = "B2", .name = "De Brug", .max_verandercoaches = -1});
  gp_project_add_board (made, &(GpBoard){.code = "B3",
                                         .name = "Het Veer",
                                         .home_region = 1,
                                         .partner_since = 2024,
                                         .max_verandercoaches = 4});
  for (int i = 0; i < N_SCHOOLS; i++) {
    char code[] = {'S', (char)('1' + i), '\0'};
    GpSchool school = {.code = code,
                       .name = i == 0 ? first_name : "Verzonnen",
                       .pupils = 1200 + i,
                       .started = i == 3 ? 2025 : GP_YEAR_NONE,
                       .programme = i == 3 ? GP_PROGRAMME_REGULAR : GP_PROGRAMME_NONE,
                       .requirements = {-1, -1, -1, -1}};

    gp_project_add_school (made, &school);
  }
  gp_project_add_verandercoach (
      made,
      &(GpVerandercoach){.code = "V1", .name = "Proefpersoon", .board = 2, .trained_year = 2025});
  ck_assert_msg (gp_project_finish (made, &error), "%s", error != NULL ? error->message : "");
  return made;
}

static void
set_up (void)
{
  project = make_project ("De Eerste");
  names = gp_records_names_new (project);
}

static void
tear_down (void)
{
  gp_records_names_unref (names);
  gp_project_unref (project);
}

static guint
column (GpTableId table, const char *name)
{
  int at = gp_table_column (table, name);

  ck_assert_int_ge (at, 0);
  return (guint)at;
}

static void
assert_reads (GpTableId table, const char *name, const char *text, const char *raw)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read = gp_records_read (names, table, column (table, name), text, &error);

  if (raw == NULL)
    ck_assert_msg (read == NULL && error != NULL, "%s is read as %s", text, read);
  else
    ck_assert_msg (read != NULL && g_str_equal (read, raw), "%s is read as %s, not %s", text,
                   read != NULL ? read : error->message, raw);
}

START_TEST (test_reading)
{
  assert_reads (GP_TABLE_SCHOOLS, "region", " Noord ", "noord");
  assert_reads (GP_TABLE_SCHOOLS, "region", "zuid", "zuid");
  assert_reads (GP_TABLE_SCHOOLS, "region", "West", NULL);
  assert_reads (GP_TABLE_SCHOOLS, "board", "De Brug", NULL); /* two of them */
  assert_reads (GP_TABLE_SCHOOLS, "board", "De Brug (B2)", "B2");
  assert_reads (GP_TABLE_SCHOOLS, "board", "het veer", "B3");
  assert_reads (GP_TABLE_SCHOOLS, "pupils", "1,234", "1234");
  assert_reads (GP_TABLE_SCHOOLS, "pupils", "1234", "1234");
  assert_reads (GP_TABLE_SCHOOLS, "pupils", "1,23,4", NULL);
  assert_reads (GP_TABLE_SCHOOLS, "pupils", "12x", NULL);
  assert_reads (GP_TABLE_SCHOOLS, "pupils", "", "");
  assert_reads (GP_TABLE_SCHOOLS, "started", "2024", "2024-2025");
  assert_reads (GP_TABLE_SCHOOLS, "started", "2024/25", "2024-2025");
  assert_reads (GP_TABLE_SCHOOLS, "started", "2024-2026", NULL);
  assert_reads (GP_TABLE_SCHOOLS, "high_need", "ja", "1");
  assert_reads (GP_TABLE_SCHOOLS, "high_need", "maybe", NULL);
  assert_reads (GP_TABLE_SCHOOLS, "intake", "in talks", "talks");
  assert_reads (GP_TABLE_SCHOOLS, "intake", "", "none");
  assert_reads (GP_TABLE_EXPERT_COACHES, "days_per_year", "12.50", "12.5");
  assert_reads (GP_TABLE_EXPERT_COACHES, "days_per_year", "12,5", "12.5");
  assert_reads (GP_TABLE_EXPERT_COACHES, "sectors", "Primair", "po");
}
END_TEST

static GpRecordsEdit *
set_one (GpTableId table, guint32 row, const char *name, const char *raw, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_array_append_val (rows, row);
  return gp_records_edit_set (project, table, rows, column (table, name), raw, "x", NULL, error);
}

static void
assert_refused (GpTableId table, guint32 row, const char *name, const char *raw, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpRecordsEdit) edit = set_one (table, row, name, raw, &error);

  ck_assert_msg (edit == NULL, "%s = %s is let through", name, raw);
  ck_assert_msg (strstr (error->message, why) != NULL, "%s", error->message);
}

START_TEST (test_rules)
{
  g_autoptr (GpRecordsEdit) edit = set_one (GP_TABLE_SCHOOLS, 0, "pupils", "5", NULL);

  ck_assert_uint_eq (edit->puts->len, 1);
  ck_assert_str_eq (((GpRecordsRow *)edit->puts->pdata[0])->cells[5], "5");
  assert_refused (GP_TABLE_SCHOOLS, 0, "pupils", "-5", "whole number");
  assert_refused (GP_TABLE_SCHOOLS, 0, "started", "2027-2028", "plan years");
  assert_refused (GP_TABLE_SCHOOLS, 0, "programme", "regular", "has not started");
  assert_refused (GP_TABLE_BOARDS, 2, "partner_since", "", "verandercoaches");
  assert_refused (GP_TABLE_VERANDERCOACHES, 0, "board", "B1", "no partner");
  assert_refused (GP_TABLE_SCHOOLS, 0, "school", "S2", "already");
}
END_TEST

START_TEST (test_same_value_changes_nothing)
{
  g_autoptr (GpRecordsEdit) edit = set_one (GP_TABLE_SCHOOLS, 0, "pupils", "1200", NULL);

  ck_assert (gp_records_edit_is_empty (edit));
}
END_TEST

START_TEST (test_another_code)
{
  g_autoptr (GpRecordsEdit) edit = set_one (GP_TABLE_BOARDS, 2, "board", "B9", NULL);

  /* the board under its new code, its coach at that code, and the board of before gone */
  ck_assert_uint_eq (edit->puts->len, 2);
  ck_assert_str_eq (((GpRecordsRow *)edit->puts->pdata[0])->cells[0], "B9");
  ck_assert_str_eq (((GpRecordsRow *)edit->puts->pdata[1])->cells[1], "B9");
  ck_assert_uint_eq (edit->drops->len, 1);
  ck_assert_str_eq (((GpRecordsRow *)edit->drops->pdata[0])->cells[0], "B3");
}
END_TEST

START_TEST (test_delete_tells_what_goes_along)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *what = NULL;
  g_autoptr (GpRecordsEdit) edit = NULL;
  guint32 first = 0;

  g_array_append_val (rows, first);
  edit = gp_records_edit_delete (project, GP_TABLE_BOARDS, rows, &what);
  ck_assert_str_eq (what, "1 board with 4 schools");
  ck_assert_uint_eq (edit->drops->len, 5);
  ck_assert_str_eq (((GpRecordsRow *)edit->drops->pdata[4])->cells[0], "B1");
}
END_TEST

START_TEST (test_new_rows_are_right)
{
  const GpTableId tables[] = {GP_TABLE_BOARDS, GP_TABLE_SCHOOLS, GP_TABLE_EXPERT_COACHES,
                              GP_TABLE_VERANDERCOACHES};

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autofree char *code = NULL;
    g_autoptr (GpRecordsEdit) edit =
        gp_records_edit_add (project, tables[i], GP_NONE, "x", &code, NULL);
    g_autoptr (GPtrArray) rows = g_ptr_array_new ();
    g_autoptr (GPtrArray) problems = NULL;

    ck_assert_ptr_nonnull (edit);
    ck_assert_uint_eq (gp_project_find (project, tables[i], code), GP_NONE);
    g_ptr_array_add (rows, ((GpRecordsRow *)edit->puts->pdata[0])->cells);
    problems = gp_records_check (project, tables[i], rows, 10);
    ck_assert_msg (problems->len == 0, "%s",
                   problems->len > 0 ? ((GpRecordsProblem *)problems->pdata[0])->message : "");
  }
}
END_TEST

/* ---- pasting ----------------------------------------------------------------------------------
 */

static GpPaste *
paste (const char *text, const GpPasteTarget *target)
{
  g_autoptr (GError) error = NULL;
  GpPaste *made = gp_paste_new (names, &gp_records_schools, target, text, NULL, &error);

  ck_assert_msg (made != NULL, "%s", error != NULL ? error->message : "");
  return made;
}

START_TEST (test_paste_by_code)
{
  g_autoptr (GpPaste) made = paste ("Code\tPupils\tpet name\tBoard\tsector\tRegion\n"
                                    "S1\t77\tx\tDe Brug (B1)\tpo\tNoord\n"
                                    "S2\t1,201\t\tDe Brug (B1)\tpo\tNoord\r\n"
                                    "S9\t10\t\tHet Veer\tPrimair\tZuid\n",
                                    NULL);

  ck_assert_uint_eq (made->problems->len, 0);
  ck_assert_uint_eq (made->n_changed, 1);
  ck_assert_uint_eq (made->n_same, 1);
  ck_assert_uint_eq (made->n_new, 1);
  ck_assert_str_eq (made->unknown, "pet name");
  ck_assert_uint_eq (made->edit->puts->len, 2);
  ck_assert_str_eq (((GpRecordsRow *)made->edit->puts->pdata[1])->cells[1], "B3");
}
END_TEST

START_TEST (test_paste_tells_every_problem)
{
  g_autoptr (GpPaste) made = paste ("school\tpupils\tregion\n"
                                    "S1\tmany\tNoord\n"
                                    "S2\t5\tWest\n"
                                    "S1\t6\tNoord\n"
                                    "\t6\tNoord\n",
                                    NULL);
  const GpPasteItem *item;

  ck_assert_ptr_null (made->edit);
  ck_assert_uint_eq (made->problems->len, 4);
  item = made->problems->pdata[0];
  ck_assert_uint_eq (item->line, 2);
  ck_assert_str_eq (item->code, "S1");
  ck_assert_str_eq (item->title, "Pupils");
  item = made->problems->pdata[1];
  ck_assert_uint_eq (item->line, 3);
  ck_assert_str_eq (item->title, "Region");
}
END_TEST

/* A new school without a board: only the rules find it, when every cell could be read. */
START_TEST (test_paste_asks_the_rules)
{
  g_autoptr (GpPaste) made = paste ("Code\tPupils\nS1\t5\nS8\t6\n", NULL);

  ck_assert_ptr_null (made->edit);
  ck_assert_uint_gt (made->problems->len, 0);
  ck_assert_uint_eq (((GpPasteItem *)made->problems->pdata[0])->line, 3);
}
END_TEST

START_TEST (test_paste_from_a_cell)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  GpPasteTarget target = {.column = 5, .rows = rows}; /* pupils, high need */
  g_autoptr (GpPaste) made = NULL, filled = NULL, over = NULL;

  for (guint32 i = 1; i < 3; i++)
    g_array_append_val (rows, i);
  made = paste ("10\tyes\n20\tno\n", &target);
  ck_assert_uint_eq (made->problems->len, 0);
  ck_assert_uint_eq (made->n_changed, 2);
  ck_assert_str_eq (((GpRecordsRow *)made->edit->puts->pdata[0])->cells[0], "S2");
  ck_assert_str_eq (((GpRecordsRow *)made->edit->puts->pdata[0])->cells[6], "1");
  target.fill = TRUE;
  filled = paste ("7\n", &target);
  ck_assert_uint_eq (filled->n_changed, 2);
  target.fill = FALSE;
  over = paste ("1\n2\n3\n", &target);
  ck_assert_ptr_null (over->edit);
}
END_TEST

START_TEST (test_paste_of_something_else)
{
  const char *const texts[] = {"", "\xff\xfe", "Pupils\tRegion\n1\tNoord"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    ck_assert_ptr_null (gp_paste_new (names, &gp_records_schools, NULL, texts[i], NULL, &error));
    ck_assert_ptr_nonnull (error);
  }
}
END_TEST

START_TEST (test_paste_is_bounded)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= GP_PASTE_MAX_CELLS; i++)
    g_string_append (text, i % 10 == 9 ? "1\n" : "1\t");
  ck_assert_ptr_null (gp_paste_lines (text->str, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "too much"));
}
END_TEST

static void
assert_round (const char *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = NULL;

  gp_paste_append_cell (text, cell);
  g_string_append (text, "\tend\n");
  lines = gp_paste_lines (text->str, NULL);
  ck_assert_uint_eq (lines->len, 1);
  ck_assert_str_eq (((char **)lines->pdata[0])[0], cell);
  ck_assert_str_eq (((char **)lines->pdata[0])[1], "end");
}

START_TEST (test_cells_come_back)
{
  g_autoptr (GString) formula = g_string_new (NULL);

  assert_round ("plain");
  assert_round ("two\nlines");
  assert_round ("a \"quoted\"\ttab");
  assert_round ("=1+1");
  assert_round ("-5");
  gp_paste_append_cell (formula, "=1+1");
  ck_assert_str_eq (formula->str, "'=1+1");
}
END_TEST

/* ---- records ----------------------------------------------------------------------------------
 */

static guint n_announced, n_places;

static void
on_items (GListModel *model, guint place, guint removed, guint added, gpointer data)
{
  (void)model, (void)place, (void)removed, (void)data;
  n_announced++;
  n_places += added;
}

START_TEST (test_update_touches_what_changed)
{
  g_autoptr (GpRecordsList) list = gp_records_list_new (&gp_records_schools);
  GpProject *other = make_project ("De Andere");
  g_autofree char *text = NULL;
  GpRecord *record;

  ck_assert_uint_eq (gp_records_list_update (list, project, NULL), N_SCHOOLS);
  record = gp_records_list_find (list, "S1");
  g_signal_connect (gp_records_list_model (list), "items-changed", G_CALLBACK (on_items), NULL);
  n_announced = n_places = 0;
  ck_assert_uint_eq (gp_records_list_update (list, project, NULL), 0);
  ck_assert_uint_eq (n_announced, 0);
  ck_assert_uint_eq (gp_records_list_update (list, other, NULL), 1);
  ck_assert_uint_eq (n_announced, 1);
  ck_assert_uint_eq (n_places, 1);
  ck_assert_ptr_eq (gp_records_list_find (list, "S1"), record);
  text = gp_record_text (record, 0);
  ck_assert_str_eq (text, "De Andere");
  gp_project_unref (other);
}
END_TEST

START_TEST (test_filter)
{
  g_autoptr (GpRecordsList) list = gp_records_list_new (&gp_records_schools);
  g_autoptr (GpRecordsFilter) filter = gp_records_filter_new (&gp_records_schools);
  int started = gp_records_find_column (&gp_records_schools, "Started");
  GpRecord *first, *last;

  gp_records_list_update (list, project, NULL);
  first = gp_records_list_find (list, "S1");
  last = gp_records_list_find (list, "S4");
  ck_assert (gp_records_filter_is_empty (filter));
  gp_records_filter_search (filter, "EERSTE noord");
  ck_assert (gp_records_filter_matches (filter, first));
  ck_assert (!gp_records_filter_matches (filter, last));
  gp_records_filter_clear (filter);
  gp_records_filter_choose (filter, (guint)started, GP_RECORDS_YES, TRUE);
  ck_assert (!gp_records_filter_matches (filter, first));
  ck_assert (gp_records_filter_matches (filter, last));
  gp_records_filter_choose (filter, (guint)started, GP_RECORDS_NO, TRUE);
  ck_assert (gp_records_filter_matches (filter, first));
}
END_TEST

START_TEST (test_shown)
{
  g_autofree char *doubled = gp_records_names_show (names, GP_TABLE_BOARDS, 1);
  g_autofree char *single = gp_records_names_show (names, GP_TABLE_BOARDS, 2);
  g_autofree char *pupils =
      gp_records_show (names, GP_TABLE_SCHOOLS, column (GP_TABLE_SCHOOLS, "pupils"), "1200");

  ck_assert_str_eq (doubled, "De Brug (B2)");
  ck_assert_str_eq (single, "Het Veer");
  ck_assert_str_eq (pupils, "1,200");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("records");
  TCase *tests = tcase_create ("records");
  SRunner *runner = srunner_create (suite);
  int n_failed;

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_set_timeout (tests, 60);
  tcase_add_test (tests, test_reading);
  tcase_add_test (tests, test_rules);
  tcase_add_test (tests, test_same_value_changes_nothing);
  tcase_add_test (tests, test_another_code);
  tcase_add_test (tests, test_delete_tells_what_goes_along);
  tcase_add_test (tests, test_new_rows_are_right);
  tcase_add_test (tests, test_paste_by_code);
  tcase_add_test (tests, test_paste_tells_every_problem);
  tcase_add_test (tests, test_paste_asks_the_rules);
  tcase_add_test (tests, test_paste_from_a_cell);
  tcase_add_test (tests, test_paste_of_something_else);
  tcase_add_test (tests, test_paste_is_bounded);
  tcase_add_test (tests, test_cells_come_back);
  tcase_add_test (tests, test_update_touches_what_changed);
  tcase_add_test (tests, test_filter);
  tcase_add_test (tests, test_shown);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  n_failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return n_failed == 0 ? 0 : 1;
}
