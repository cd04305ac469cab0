/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search finds in the tables that are edited, made ahead or not, and after an edit. */
#include "gp-records-filter.h"
#include "gp-records-list.h"

#include <check.h>

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
  suite_add_tcase (suite, tests);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? 0 : 1;
}
