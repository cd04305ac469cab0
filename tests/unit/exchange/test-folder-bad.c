/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bad input: every fault in an exchange folder is told with its file, line and column, all of them,
 * and nothing of the folder is believed.
 */
#include <check.h>
#include <fcntl.h>
#include <groeiplan/gp-exchange.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder-files.h"

#define MAX_EXPECTED 6

/* One place of a right folder is spoilt; these problems, and no others, are expected. */
typedef struct {
  const char *file, *before, *after;
  const char *expected[MAX_EXPECTED]; /* how each problem begins */
} Fault;

static const Fault faults[] = {
    /* ---- columns and rows ---- */
    {"boards.csv",
     "board,name,home_region,partner_since,max_verandercoaches,note\n",
     "board,name,partner_since,max_verandercoaches,note\n",
     {"boards.csv:1: home_region: this column is missing"}},
    {"schools.csv",
     "school,board,name,sector,region,pupils,high_need",
     "school,board,name,sector,region,leerlingen,behoefte",
     {"schools.csv:1: pupils: this column is missing",
      "schools.csv:1: high_need: this column is missing"}},
    {"regions.csv",
     "region,name\n",
     "region,region\n",
     {"regions.csv:1: region: this column stands there twice",
      "regions.csv:1: name: this column is missing"}},
    {"facts.csv",
     "schools,2,schools",
     "schools,2,more,schools",
     {"facts.csv:2: the row has too many cells: 8, where the header row has 7"}},
    {"facts.csv",
     ",1,\n",
     ",1\n",
     {"facts.csv:2: the row has too few cells: 6, where the header row has 7"}},
    {"boards.csv",
     "Example board two",
     "Example \"board\" two",
     {"boards.csv:3: the quote marks are out of balance"}},
    {"facts.csv",
     "Example report",
     "\"Example report",
     {"facts.csv:2: the quote marks are out of balance"}},
    /* The row's schools know its board all the same, and nothing else is said of it. */
    {"boards.csv",
     "00002,Example board two",
     "00002,Example, board two",
     {"boards.csv:3: the row has too many cells: 7, where the header row has 6"}},
    {"boards.csv",
     "00002,Example board two,south,,,",
     "00002,",
     {"boards.csv:3: the row has too few cells: 2, where the header row has 6"}},
    /* ---- encodings ---- */
    {"boards.csv",
     "Example board two",
     "Ex\xc3\xa9mple \xc3\xab board \xe9",
     {"boards.csv:3: name: holds bytes that are not UTF-8"}},
    {"boards.csv",
     "Example board two",
     "Example board \x81",
     {"boards.csv:3: name: holds bytes that are neither UTF-8 nor Windows-1252"}},
    {"boards.csv",
     "Example board two",
     "Example board\x01",
     {"boards.csv:3: name: holds a control character"}},
    {"boards.csv",
     "Example board two",
     "\"Example\nboard\"",
     {"boards.csv:3: name: holds a control character"}},
    /* ---- masked counts, lost zeros, unknown and doubled codes ---- */
    {"schools.csv", "220,1,", "<5,1,", {"schools.csv:2: pupils: <5 is wrong"}},
    {"schools.csv", "01AA01,00001,", "01AA01,1,", {"schools.csv:3: board: unknown board 1;"}},
    {"schools.csv",
     "02BB01,00002,",
     "02BB01,00009,",
     {"schools.csv:5: board: unknown board 00009;"}},
    {"schools.csv", "01AA01,", "01AA00,", {"schools.csv:3: school: 01AA00 stands there twice"}},
    {"schools.csv", "02BB01,", ",", {"schools.csv:5: school: must not be empty"}},
    {"boards.csv", "two,south,", "two,east,", {"boards.csv:3: home_region: unknown region east;"}},
    {"provinces.csv",
     "Lower Example,south",
     "Lower Example,",
     {"provinces.csv:3: region: must not be empty"}},
    {"expert_coaches.csv",
     "po+vo",
     "po+hbo",
     {"expert_coaches.csv:2: sectors: unknown sector hbo;"}},
    {"pins.csv", "base,start", "bare,start", {"pins.csv:2: scenario: unknown scenario bare;"}},
    {"budgets.csv", "1,2026", "7,2026", {"budgets.csv:2: project: unknown project 7;"}},
    {"parameters.csv",
     "careful,handover_share,,2027-2028",
     "base,handover_share,,",
     {"parameters.csv:3: a row with the same scenario, parameter, scope, year stands there"}},
    {"parameters.csv",
     "base,handover_share",
     "base,hand_over_share",
     {"parameters.csv:2: parameter: there is no parameter of this name"}},
    {"priorities.csv", "2,reach", "2,joy", {"priorities.csv:3: priority: joy is not one of"}},
    /* ---- years ---- */
    {"boards.csv",
     "2024-2025",
     "2024",
     {"boards.csv:2: partner_since: 2024 is no school year",
      "verandercoaches.csv:2: board: board 00001 is no partner"}},
    {"boards.csv",
     "2024-2025",
     "2026-2027",
     {"boards.csv:2: partner_since: lies in the plan years"}},
    {"schools.csv", "2024-2025", "2029-2030", {"schools.csv:2: started: lies in the plan years"}},
    {"verandercoaches.csv",
     "2024-2025",
     "2026-2027",
     {"verandercoaches.csv:2: trained_year: lies in the plan years"}},
    {"verandercoaches.csv",
     "V1,00001",
     "V1,00002",
     {"verandercoaches.csv:2: board: board 00002 is no partner"}},
    {"pins.csv", "2027-2028", "2033-2034", {"pins.csv:2: year: 2033-2034 is a year outside"}},
    {"parameters.csv",
     "2027-2028",
     "2025-2026",
     {"parameters.csv:3: year: 2025-2026 is a year outside"}},
    /* ---- numbers ---- */
    {"schools.csv", "900,", "-900,", {"schools.csv:4: pupils: -900 is wrong"}},
    {"schools.csv", "900,", "9000000000,", {"schools.csv:4: pupils: 9000000000 is wrong"}},
    {"schools.csv", "900,", "9e2,", {"schools.csv:4: pupils: 9e2 is wrong"}},
    {"schools.csv", "900,0", "900,yes", {"schools.csv:4: high_need: yes is neither 1"}},
    {"parameters.csv", "0.6", "NaN", {"parameters.csv:2: value: NaN is no number"}},
    {"parameters.csv", "0.6", "inf", {"parameters.csv:2: value: inf is no number"}},
    {"parameters.csv", "0.6", "\"0,6\"", {"parameters.csv:2: value: 0,6 is no number"}},
    {"parameters.csv", "0.6", "1.6", {"parameters.csv:2: value: must lie between 0 and 1"}},
    {"parameters.csv", "0.6", "", {"parameters.csv:2: value: must not be empty"}},
    {"expert_coaches.csv",
     "110.5",
     "-1",
     {"expert_coaches.csv:2: days_per_year: is not a number of days"}},
    {"expert_coaches.csv",
     "110.5",
     "1234567890123456789",
     {"expert_coaches.csv:2: days_per_year: 1234567890123456789 is no number"}},
    {"budgets.csv", "1234.50", "1234.505", {"budgets.csv:2: amount_eur: 1234.505 is no amount"}},
    {"budgets.csv", "1234.50", "€ 1234", {"budgets.csv:2: amount_eur: € 1234 is no amount"}},
    {"pins.csv", ",,1,", ",2,1,", {"pins.csv:2: max: the maximum is less"}},
    /* ---- scenarios ---- */
    {"scenarios.csv",
     "base,,",
     "base,careful,",
     {"scenarios.csv:2: parent: scenario base is its own ancestor",
      "scenarios.csv:3: parent: scenario careful is its own ancestor"}},
    {"scenarios.csv",
     "base,,",
     "base,base,",
     {"scenarios.csv:2: parent: scenario base is its own ancestor"}},
    {"scenarios.csv",
     "careful,base",
     "careful,bass",
     {"scenarios.csv:3: parent: unknown scenario bass"}},
    /* ---- project.csv ---- */
    {"project.csv",
     "exchange-1",
     "exchange-2",
     {"project.csv:2: format: the folder is in the format “groeiplan-exchange-2”"}},
    {"project.csv",
     "format,groeiplan-exchange-1\n",
     "",
     {"project.csv: format: the row with this key is missing"}},
    {"project.csv",
     "plan_from,2026-2027\n",
     "",
     {"project.csv: plan_from: the row with this key is missing"}},
    {"project.csv",
     "plan_from,2026-2027\n",
     "plan_from,2026\nlast_year,2027-2028\n",
     {"project.csv:6: last_year: this key stands there twice"}},
    {"project.csv", "2026-2027", "2026", {"project.csv:4: plan_from: must be a school year"}},
    {"project.csv",
     "2032-2033",
     "2025-2026",
     {"project.csv:5: last_year: the last year must not come before"}},
    {"project.csv", "2031-2032", "2040-2041", {"project.csv:6: goal_year: the goal year must be"}},
    {"project.csv", "key,value", "key,waarde", {"project.csv:1: value: this column is missing"}},
    /* ---- several at once, in the order of files and lines ---- */
    {"schools.csv",
     "01AA01,00001,Example school two,po,north,180,0,,,0,ready",
     "01AA01,00001,Example school two,po,north,many,0,2019,,2,soon",
     {"schools.csv:3: pupils: ", "schools.csv:3: started: ", "schools.csv:3: excluded: ",
      "schools.csv:3: intake: "}},
};

/* Reads the folder, which must fail with these problems, and tells how many errors there are. */
static void
assert_problems (const char *folder, const char *const *expected, guint n_expected,
                 const char *what)
{
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) error = NULL;
  ck_assert_ptr_null (gp_exchange_read (folder, problems, NULL, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  for (guint i = 0; i < MIN (n_expected, gp_problems_n_errors (problems)); i++)
    if (!g_str_has_prefix (gp_problems_error (problems, i), expected[i]))
      ck_abort_msg ("%s: “%s” does not begin with “%s”", what, gp_problems_error (problems, i),
                    expected[i]);
  if (gp_problems_n_total (problems) != n_expected)
    ck_abort_msg ("%s: %u problems instead of %u; the last is “%s”", what,
                  gp_problems_n_total (problems), n_expected,
                  gp_problems_error (problems, gp_problems_n_errors (problems) - 1));
  ck_assert (g_str_has_prefix (error->message, gp_problems_error (problems, 0)));
}

static guint
count_expected (const Fault *fault)
{
  guint n = 0;
  while (n < MAX_EXPECTED && fault->expected[n] != NULL)
    n++;
  return n;
}

START_TEST (test_the_folder_is_right)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GError) error = NULL;
  test_folder_put_project (folder);
  g_autoptr (GpProject) project = gp_exchange_read (folder, NULL, NULL, &error);
  if (project == NULL)
    ck_abort_msg ("%s", error->message);
}
END_TEST

START_TEST (test_fault)
{
  const Fault *fault = &faults[_i];
  guint n = count_expected (fault);
  g_autoptr (TestFolder) folder = test_folder_new ();
  test_folder_put_project (folder);
  test_folder_change (folder, fault->file, fault->before, fault->after);
  ck_assert_uint_gt (n, 0);
  assert_problems (folder, fault->expected, n, fault->after);
}
END_TEST

/* The same faults all at once, each in a file of its own: told in the order of the files. */
START_TEST (test_all_files_are_checked)
{
  static const char *const expected[] = {
      "boards.csv:3: home_region: ", "schools.csv:2: pupils: ", "schools.csv:5: board: ",
      "parameters.csv:2: value: ",   "pins.csv:2: year: ",      "project_drivers.csv:2: driver: ",
      "facts.csv:2: value: "};
  g_autoptr (TestFolder) folder = test_folder_new ();
  test_folder_put_project (folder);
  test_folder_change (folder, "facts.csv", "2,schools", "two,schools");
  test_folder_change (folder, "project_drivers.csv", "start", "starts");
  test_folder_change (folder, "pins.csv", "2027-2028", "2037-2038");
  test_folder_change (folder, "parameters.csv", "0.6", "60%");
  test_folder_change (folder, "schools.csv", "220,", "<5,");
  test_folder_change (folder, "schools.csv", "02BB01,00002", "02BB01,2");
  test_folder_change (folder, "boards.csv", "two,south", "two,zuid");
  assert_problems (folder, expected, G_N_ELEMENTS (expected), "all");
}
END_TEST

START_TEST (test_missing_files)
{
  static const char *const required[] = {"project.csv", "regions.csv", "sectors.csv", "boards.csv",
                                         "schools.csv"};
  for (guint i = 0; i < G_N_ELEMENTS (required); i++) {
    g_autoptr (TestFolder) folder = test_folder_new ();
    g_autofree char *expected = g_strdup_printf ("%s: the file is missing", required[i]);
    test_folder_put_project (folder);
    test_folder_delete (folder, required[i]);
    const char *const list[] = {expected};
    /* Schools that name a board of a missing boards.csv are no further errors. */
    if (!g_str_equal (required[i], "sectors.csv"))
      assert_problems (folder, list, 1, required[i]);
  }
}
END_TEST

/* Also of a table that may be absent: somebody meant it to be there. */
START_TEST (test_broken_link)
{
  static const char *const files[] = {"boards.csv", "pins.csv", "parameters.csv"};
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (TestFolder) folder = test_folder_new ();
    g_autofree char *expected =
        g_strdup_printf ("%s: this is a link to a file that is not there", files[i]);
    g_autofree char *path = g_build_filename (folder, files[i], NULL);
    const char *const list[] = {expected};
    test_folder_put_project (folder);
    (void)unlink (path);
    ck_assert_int_eq (symlink ("/nowhere/at/all.csv", path), 0);
    assert_problems (folder, list, 1, files[i]);
  }
}
END_TEST

START_TEST (test_no_exchange_folder)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  test_folder_put (folder, "letter.txt", "text", -1);
  g_autofree char *expected = g_strdup_printf ("%s: this is no exchange folder", folder);
  const char *const list[] = {expected};
  assert_problems (folder, list, 1, "folder without files");
}
END_TEST

START_TEST (test_no_folder)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *absent = g_build_filename (folder, "absent", NULL);
  g_autofree char *file = g_build_filename (folder, "file.csv", NULL);
  const char *const paths[] = {absent, file, ""};
  test_folder_put (folder, "file.csv", "a,b\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;
    ck_assert_ptr_null (gp_exchange_read (paths[i], NULL, NULL, &error));
    ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_FILE));
    ck_assert_ptr_nonnull (strstr (error->message, paths[i]));
  }
}
END_TEST

/* A file that is a folder, a pipe, or cannot be opened: the system's error, at once. */
START_TEST (test_files_that_are_none)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "facts.csv", NULL);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GError) error = NULL;
    test_folder_put_project (folder);
    test_folder_delete (folder, "facts.csv");
    ck_assert_int_eq (i == 0 ? mkdir (path, 0777) : mkfifo (path, 0666), 0);
    ck_assert_ptr_null (gp_exchange_read (folder, NULL, NULL, &error));
    ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_FILE));
    ck_assert_ptr_nonnull (strstr (error->message, path));
    test_folder_delete (folder, "facts.csv");
  }
}
END_TEST

/* More than a hundred: the first hundred are kept, all are counted. */
START_TEST (test_many_problems)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("fact,value,unit,year,source,section,note\n");
  test_folder_put_project (folder);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "fact_%u,x,,,,,\n", i);
  test_folder_put (folder, "facts.csv", text->str, -1);
  test_folder_change (folder, "schools.csv", "900,", "-1,");
  ck_assert_ptr_null (gp_exchange_read (folder, problems, NULL, &error));
  ck_assert_uint_eq (gp_problems_n_total (problems), 5001);
  ck_assert_uint_eq (gp_problems_n_errors (problems), GP_MAX_PROBLEMS);
  ck_assert (g_str_has_prefix (gp_problems_error (problems, 0), "schools.csv:4: pupils: "));
  ck_assert (g_str_has_prefix (gp_problems_error (problems, 99), "facts.csv:100: value: "));
  ck_assert (g_str_has_suffix (error->message, "(and 5000 more errors)"));
}
END_TEST

/* More rows than a project can hold: told once, on the first row too many. */
START_TEST (test_too_many_rows)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GString) text = g_string_new ("region,name\nnorth,North\nsouth,South\n");
  static const char *const expected[] = {"regions.csv:102: there are more rows than can be kept"};
  test_folder_put_project (folder);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "r%u,Region\n", i);
  g_string_append (text, "not,read,any,more\n");
  test_folder_put (folder, "regions.csv", text->str, -1);
  assert_problems (folder, expected, 1, "5000 regions");
}
END_TEST

/* ---- a hundred megabytes ----------------------------------------------------------------------
 */

#define GARBAGE_BYTES ((gsize)100 << 20)

typedef enum { ZEROS, NOISE, LETTERS, LINES, ROWS, N_GARBAGE } Garbage;

static void
fill_block (char *block, gsize size, Garbage kind, GRand *rand)
{
  for (gsize i = 0; i < size; i++)
    switch (kind) {
    case NOISE:
      block[i] = (char)g_rand_int_range (rand, 0, 256);
      break;
    case LINES:
      block[i] = '\n';
      break;
    case ROWS:
      block[i] = "a,b\n"[i % 4];
      break;
    default:
      block[i] = 'x';
    }
}

static void
put_garbage (const char *folder, const char *file, Garbage kind)
{
  enum { BLOCK = 1 << 20 };
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *block = g_malloc (BLOCK);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ck_assert_int_ge (fd, 0);
  if (kind == ZEROS)
    ck_assert_int_eq (ftruncate (fd, (off_t)GARBAGE_BYTES), 0);
  fill_block (block, BLOCK, kind, rand);
  for (gsize i = 0; kind != ZEROS && i < GARBAGE_BYTES; i += BLOCK)
    ck_assert_int_eq (write (fd, block, BLOCK), BLOCK);
  close (fd);
}

static glong
peak_kilobytes (void)
{
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* One sentence, in memory that the file does not decide. */
START_TEST (test_garbage)
{
  static const char *const expected[N_GARBAGE] = {
      [ZEROS] = "boards.csv:1: a cell is larger than 64 KiB",
      [NOISE] = "boards.csv:1: ",
      [LETTERS] = "boards.csv:1: a cell is larger than 64 KiB",
      [LINES] = "boards.csv:1: the file is empty",
      [ROWS] = "boards.csv:1: board: this column is missing",
  };
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GpProblems) problems = gp_problems_new ();
  g_autoptr (GError) error = NULL;
  test_folder_put_project (folder);
  put_garbage (folder, "boards.csv", (Garbage)_i);
  glong before = peak_kilobytes ();
  ck_assert_ptr_null (gp_exchange_read (folder, problems, NULL, &error));
  ck_assert_int_lt (peak_kilobytes () - before, 32 << 10);
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  if (!g_str_has_prefix (gp_problems_error (problems, 0), expected[_i]))
    ck_abort_msg ("“%s” does not begin with “%s”", gp_problems_error (problems, 0), expected[_i]);
  /* Rows of garbage lack three columns; all else is one sentence. */
  ck_assert_uint_eq (gp_problems_n_total (problems), _i == ROWS ? 6 : 1);
}
END_TEST

START_TEST (test_file_too_large)
{
  static const char *const expected[] = {"facts.csv: the file is larger than 256 MiB"};
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "facts.csv", NULL);
  test_folder_put_project (folder);
  ck_assert_int_eq (truncate (path, ((off_t)256 << 20) + 1), 0);
  assert_problems (folder, expected, 1, "257 MiB");
}
END_TEST

START_TEST (test_cancelled)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  test_folder_put_project (folder);
  g_cancellable_cancel (cancellable);
  ck_assert_ptr_null (gp_exchange_read (folder, NULL, cancellable, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("folder-bad");
  TCase *tcase = tcase_create ("bad");
  tcase_set_timeout (tcase, 0);
  tcase_add_test (tcase, test_the_folder_is_right);
  tcase_add_loop_test (tcase, test_fault, 0, G_N_ELEMENTS (faults));
  tcase_add_test (tcase, test_all_files_are_checked);
  tcase_add_test (tcase, test_missing_files);
  tcase_add_test (tcase, test_broken_link);
  tcase_add_test (tcase, test_no_exchange_folder);
  tcase_add_test (tcase, test_no_folder);
  tcase_add_test (tcase, test_files_that_are_none);
  tcase_add_test (tcase, test_many_problems);
  tcase_add_test (tcase, test_too_many_rows);
  tcase_add_loop_test (tcase, test_garbage, 0, N_GARBAGE);
  tcase_add_test (tcase, test_file_too_large);
  tcase_add_test (tcase, test_cancelled);
  suite_add_tcase (suite, tcase);
  SRunner *runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
