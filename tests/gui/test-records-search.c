/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search finds in the tables that are edited, made ahead or not, and after an edit; and the
 * ranks that they are sorted by. */
#include "gp-records-filter.h"
#include "gp-records-list.h"
#include "gp-records-rank.h"

#include <check.h>
#include <string.h>

#define N_SCHOOLS 5

static GpProject *
make_project (const char *first_name)
{
  const char *const schools[N_SCHOOLS] = {first_name, "Het ANKER", "De Één", "İzmir", "De Straße"};
  GpProject *made = gp_project_new (NULL, NULL);
  GError *error = NULL;

  gp_project_set_frame (made, "Proef", 2026, 2028, GP_YEAR_NONE);
  gp_project_add_region (made, &(GpRegion){.code = "noord", .name = "Noord"});
  gp_project_add_sector (
      made, &(GpSector){.code = "po", .name = "Primair", .support_years = 1, .groeikracht = TRUE});
  gp_project_add_board (made, &(GpBoard){.code = "B1", .name = "Café", .max_verandercoaches = -1});
  for (int i = 0; i < N_SCHOOLS; i++) {
    char code[] = {'S', (char)('1' + i), '\0'};

    gp_project_add_school (made, &(GpSchool){.code = code,
                                             .name = schools[i],
                                             .pupils = i < N_SCHOOLS - 1 ? 1000 + i : -1,
                                             .started = GP_YEAR_NONE,
                                             .programme = GP_PROGRAMME_NONE,
                                             .requirements = {-1, -1, -1, -1}});
  }
  ck_assert_msg (gp_project_finish (made, &error), "%s", error != NULL ? error->message : "");
  return made;
}

/* The rows that are found, "S1 S3". */
static char *
found (GpRecordsList *list, const char *text)
{
  g_autoptr (GpRecordsFilter) filter = gp_records_filter_new (&gp_records_schools);
  GListModel *model = gp_records_list_model (list);
  g_autoptr (GString) codes = g_string_new (NULL);

  gp_records_filter_search (filter, text);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++) {
    g_autoptr (GpRecord) record = g_list_model_get_item (model, i);

    if (gp_records_filter_matches (filter, record))
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", gp_record_code (record));
  }
  return g_strdup (codes->str);
}

#define assert_found(list, text, codes)                                                            \
  do {                                                                                             \
    g_autofree char *are = found (list, text);                                                     \
    ck_assert_str_eq (are, codes);                                                                 \
  } while (0)

START_TEST (test_search_is_blind_to_case)
{
  g_autoptr (GpRecordsList) list = gp_records_list_new (&gp_records_schools);
  GpProject *project = make_project ("De Eerste");

  gp_records_list_update (list, project, NULL);
  if (_i > 0)
    ck_assert_uint_eq (gp_records_list_get_ready (list, 0, 100), G_MAXUINT);
  assert_found (list, "eERSTE", "S1");
  assert_found (list, "anker HET", "S2");
  assert_found (list, "één", "S3");
  assert_found (list, "İZMIR", "S4");
  assert_found (list, "STRASSE", "S5");
  assert_found (list, "CAFÉ de", "S1 S3 S5");
  assert_found (list, "primair noord", "S1 S2 S3 S4 S5");
  assert_found (list, "s3", "S3");
  assert_found (list, "nergens", "");
  gp_project_unref (project);
}
END_TEST

START_TEST (test_made_bit_by_bit)
{
  g_autoptr (GpRecordsList) list = gp_records_list_new (&gp_records_schools);
  GpProject *project = make_project ("De Eerste");

  ck_assert_uint_eq (gp_records_list_get_ready (list, 0, 2), G_MAXUINT);
  gp_records_list_update (list, project, NULL);
  ck_assert_uint_eq (gp_records_list_get_ready (list, 0, 2), 2);
  ck_assert (gp_record_is_ready (gp_records_list_find (list, "S2")));
  ck_assert (!gp_record_is_ready (gp_records_list_find (list, "S3")));
  ck_assert_uint_eq (gp_records_list_get_ready (list, 0, 1), 3); /* what is there is not counted */
  ck_assert_uint_eq (gp_records_list_get_ready (list, 3, 2), G_MAXUINT);
  ck_assert (gp_record_is_ready (gp_records_list_find (list, "S5")));
  ck_assert_uint_eq (gp_records_list_get_ready (list, 99, 2), G_MAXUINT);
  gp_project_unref (project);
}
END_TEST

START_TEST (test_numbers_are_what_is_shown)
{
  g_autoptr (GpRecordsList) list = gp_records_list_new (&gp_records_schools);
  GpProject *project = make_project ("De Eerste");
  int pupils = gp_records_find_column (&gp_records_schools, "Pupils");
  int planned = gp_records_find_column (&gp_records_schools, "Start planned");

  gp_records_list_update (list, project, NULL);
  for (guint i = 0; i < N_SCHOOLS; i++) {
    g_autoptr (GpRecord) record = g_list_model_get_item (gp_records_list_model (list), i);
    g_autofree char *raw = gp_record_raw (record, (guint)pupils);

    if (i < N_SCHOOLS - 1)
      ck_assert_double_eq (gp_record_number (record, (guint)pupils), g_ascii_strtod (raw, NULL));
    else
      ck_assert_double_nan (gp_record_number (record, (guint)pupils));
    ck_assert_int_eq (*raw == '\0', i == N_SCHOOLS - 1);
    ck_assert_double_nan (gp_record_number (record, (guint)planned));
  }
  gp_project_unref (project);
}
END_TEST

START_TEST (test_found_by_the_new_name)
{
  g_autoptr (GpRecordsList) list = gp_records_list_new (&gp_records_schools);
  GpProject *project = make_project ("De Eerste"), *other = make_project ("De Andere");

  gp_records_list_update (list, project, NULL);
  gp_records_list_get_ready (list, 0, 100);
  gp_records_list_update (list, other, NULL);
  assert_found (list, "eerste", "");
  assert_found (list, "andere", "S1");
  gp_project_unref (project);
  gp_project_unref (other);
}
END_TEST

/* ---- ranks ------------------------------------------------------------------------------------
 */

static GpRecordSorted *
sorted_at (GpRecordsList *list, guint row, guint column)
{
  g_autoptr (GpRecord) record = g_list_model_get_item (gp_records_list_model (list), row);

  return gp_record_sorted (record, column); /* the list keeps the record */
}

static char *
key_at (GpRecordsList *list, guint row, guint column)
{
  g_autoptr (GpRecord) record = g_list_model_get_item (gp_records_list_model (list), row);
  g_autofree char *text = gp_record_text (record, column);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key (folded, -1);
}

/* Ranks order the rows as their texts do, and equal texts have equal ranks. */
static void
assert_ranked (GpRecordsList *list, guint column)
{
  guint n = g_list_model_get_n_items (gp_records_list_model (list));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++) {
      g_autofree char *one = key_at (list, i, column), *other = key_at (list, j, column);
      double a = sorted_at (list, i, column)->rank, b = sorted_at (list, j, column)->rank;
      int wanted = strcmp (one, other);

      ck_assert_msg (a > 0 && (wanted < 0 ? a < b : (wanted > 0 ? a > b : a == b)), "%u %u: %g %g",
                     i, j, a, b);
    }
}

static guint
name_column (void)
{
  int column = gp_records_find_column (&gp_records_schools, "School");

  ck_assert_int_ge (column, 0);
  return (guint)column;
}

START_TEST (test_ranked_through_edits)
{
  static const char *const names[] = {"Zebra", "aap", "HET anker", "De Straatje", "de straat",
                                      "",      "De ", "İzmir",     "één",         "zzz"};
  g_autoptr (GpRecordsList) list = gp_records_list_new (&gp_records_schools);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  GpProject *project = make_project ("De Eerste");
  guint column = name_column ();

  gp_records_list_update (list, project, NULL);
  ck_assert (!gp_records_list_is_ranked (list, column));
  gp_records_list_rank (list, column);
  ck_assert (gp_records_list_is_ranked (list, column));
  assert_ranked (list, column);
  for (int i = 0; i < 100; i++) {
    double before = sorted_at (list, 1, column)->rank;

    gp_project_unref (project);
    project = make_project (names[g_rand_int_range (rand, 0, (gint32)G_N_ELEMENTS (names))]);
    gp_records_list_update (list, project, NULL);
    ck_assert (gp_records_list_is_ranked (list, column));
    assert_ranked (list, column);
    ck_assert_double_eq (sorted_at (list, 1, column)->rank, before); /* a table has it in mind */
  }
  gp_project_unref (project);
}
END_TEST

START_TEST (test_ranked_bit_by_bit)
{
  g_autoptr (GpRecordsList) list = gp_records_list_new (&gp_records_schools);
  GListModel *model = gp_records_list_model (list);
  GpProject *project = make_project ("De Eerste");
  guint column = name_column ();

  ck_assert_uint_eq (gp_records_rank_get_ready (model, column, 0, 2), G_MAXUINT);
  gp_records_list_update (list, project, NULL);
  ck_assert_uint_eq (gp_records_rank_get_ready (model, column, 0, 2), 2);
  ck_assert_ptr_nonnull (sorted_at (list, 1, column)->key);
  ck_assert_ptr_null (sorted_at (list, 2, column)->key);
  ck_assert_uint_eq (gp_records_rank_get_ready (model, column, 2, 9), G_MAXUINT);
  gp_records_list_rank (list, column);
  assert_ranked (list, column);
  gp_project_unref (project);
}
END_TEST

/* No number is left between two ranks: all get others. */
START_TEST (test_ranked_anew)
{
  g_autoptr (GpRecordsList) list = gp_records_list_new (&gp_records_schools);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  GpProject *project = make_project ("De Eerste");
  guint column = name_column ();
  GpRecordSorted *row;
  double left_out;

  gp_records_list_update (list, project, NULL);
  for (guint i = 0; i < N_SCHOOLS; i++)
    g_ptr_array_add (records, g_list_model_get_item (gp_records_list_model (list), i));
  ck_assert_uint_eq (gp_records_rank_n_lacking (records, column), N_SCHOOLS);
  ck_assert (gp_records_rank (records, column));
  ck_assert_uint_eq (gp_records_rank_n_lacking (records, column), 0);
  left_out = sorted_at (list, N_SCHOOLS - 1, column)->rank;
  for (guint i = 0; i < N_SCHOOLS; i++) { /* as close as can be, in the same order, without one */
    row = sorted_at (list, i, column);
    row->rank = 1 + (row->rank - (row->rank > left_out ? 2 : 1)) * 0x1p-52;
  }
  row = sorted_at (list, N_SCHOOLS - 1, column);
  row->rank = 0;
  g_clear_pointer (&row->key, g_free);
  ck_assert (!gp_records_rank (records, column));
  assert_ranked (list, column);
  gp_project_unref (project);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("records-search");
  TCase *tests = tcase_create ("records-search");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_loop_test (tests, test_search_is_blind_to_case, 0, 2);
  tcase_add_test (tests, test_made_bit_by_bit);
  tcase_add_test (tests, test_numbers_are_what_is_shown);
  tcase_add_test (tests, test_found_by_the_new_name);
  tcase_add_test (tests, test_ranked_through_edits);
  tcase_add_test (tests, test_ranked_bit_by_bit);
  tcase_add_test (tests, test_ranked_anew);
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
