/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The CSV reader: encodings, separators, quoting, line numbers, limits and what it refuses.
 */
#include <check.h>
#include <groeiplan/gp-error.h>
#include <stdlib.h>
#include <string.h>

#include "folder-files.h"
#include "gp-csv-reader.h"

static char *folder;
static GpProblems *problems;

static void
set_up (void)
{
  folder = test_folder_new ();
  problems = gp_problems_new ();
}

static void
tear_down (void)
{
  g_clear_pointer (&folder, test_folder_remove);
  g_clear_pointer (&problems, gp_problems_free);
}

static GpCsvReader *
open_bytes (const char *bytes, gssize size, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "in.csv", NULL);
  test_folder_put (folder, "in.csv", bytes, size);
  return gp_csv_reader_open (path, NULL, problems, NULL, error);
}

/* All rows as "line[cell|cell]" one after another; a new string. What stops the reading is added as
 * "!". */
static char *
read_all (const char *bytes, gssize size)
{
  GString *all = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GpCsvReader) reader = open_bytes (bytes, size, &error);
  guint n = 0;
  if (reader != NULL)
    gp_csv_reader_header (reader, &n);
  for (const GpCsvRow *row;
       reader != NULL && (row = gp_csv_reader_next (reader, &error)) != NULL;) {
    g_string_append_printf (all, "%u[", row->line);
    for (guint i = 0; i < n; i++)
      g_string_append_printf (all, "%s%s", i > 0 ? "|" : "", row->cells[i]);
    g_string_append_c (all, ']');
  }
  if (error != NULL) {
    ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
    g_string_append_c (all, '!');
  }
  return g_string_free (all, FALSE);
}

static void
assert_no_problem (void)
{
  if (gp_problems_n_total (problems) > 0)
    ck_abort_msg ("%s", gp_problems_error (problems, 0));
}

static void
assert_reads (const char *bytes, const char *expected)
{
  g_autofree char *all = read_all (bytes, -1);
  assert_no_problem ();
  ck_assert_str_eq (all, expected);
}

/* Reads, and expects exactly one problem that begins with place. */
static void
assert_refuses (const char *bytes, gssize size, const char *rows, const char *place)
{
  g_autofree char *all = read_all (bytes, size);
  ck_assert_str_eq (all, rows);
  ck_assert_uint_eq (gp_problems_n_total (problems), 1);
  if (!g_str_has_prefix (gp_problems_error (problems, 0), place))
    ck_abort_msg ("“%s” does not begin with “%s”", gp_problems_error (problems, 0), place);
  gp_problems_free (problems);
  problems = gp_problems_new ();
}

START_TEST (test_rows_and_lines)
{
  assert_reads ("a,b\n1,2\n3,4\n", "2[1|2]3[3|4]");
  assert_reads ("a,b\n1,2\n3,4", "2[1|2]3[3|4]");
  assert_reads ("a,b\r\n1,2\r\n3,4\r\n", "2[1|2]3[3|4]");
  assert_reads ("a,b\r1,2\r3,4\r", "2[1|2]3[3|4]");
  assert_reads ("\n\na,b\n\n\r\n1,2\n\n", "6[1|2]");
  assert_reads ("a,b\n\"x\ny\r\nz\",2\n3,4\n", "2[x\ny\r\nz|2]5[3|4]");
  assert_reads ("a,b\n\n\"\n\",\n3,4\n", "3[\n|]5[3|4]");
  assert_reads ("a,b\n", "");
  assert_reads ("a\n1\n2\n", "2[1]3[2]");
}
END_TEST

START_TEST (test_quoting)
{
  assert_reads ("a,b\n\"1,2\",\"say \"\"no\"\"\"\n", "2[1,2|say \"no\"]");
  assert_reads ("a,b\n\"\",\"\"\"\"\n", "2[|\"]");
  assert_reads ("a,b\n  x , y\t\n", "2[  x | y\t]");
  assert_reads ("a;b\n1,5;\"2;3\"\n", "2[1,5|2;3]");
}
END_TEST

START_TEST (test_bad_quoting)
{
  assert_refuses ("a,b\n1,2\n3,x\"y\n5,6\n", -1, "2[1|2]!", "in.csv:3: the quote marks");
  assert_refuses ("a,b\n1,2\n\"3\"x,4\n5,6\n", -1, "2[1|2]!", "in.csv:3: the quote marks");
  assert_refuses ("a,b\n1,2\n3,\"4\n5,6\n7,8\n", -1, "2[1|2]!", "in.csv:3: the quote marks");
  assert_refuses ("\"a,b\n1,2\n", -1, "!", "in.csv:1: the quote marks");
}
END_TEST

START_TEST (test_widths)
{
  g_autofree char *all = read_all ("a,b\n1,2\n1,2,3\n4\n5,6\n", -1);
  ck_assert_str_eq (all, "2[1|2]5[5|6]");
  ck_assert_uint_eq (gp_problems_n_total (problems), 2);
  ck_assert_str_eq (
      gp_problems_error (problems, 0),
      "in.csv:3: the row has too many cells: 3, where the header row has 2; put a cell "
      "that holds “,” between quote marks");
  ck_assert_str_eq (gp_problems_error (problems, 1),
                    "in.csv:4: the row has too few cells: 1, where the header row has 2");
}
END_TEST

START_TEST (test_keeping_wrong_rows)
{
  static const char *const expected[][3] = {
      {"1", "2", "3"}, {"4", "", ""}, {"5", "6", "7"}, {"9", "", "10"}, {"11", "12", "13"}};
  static const gboolean is_wrong[] = {FALSE, TRUE, TRUE, TRUE, FALSE};
  g_autoptr (GpCsvReader) reader = open_bytes ("\xef\xbb\xbf"
                                               "a,b,c\n1,2,3\n4\n5,6,7,8\n9,\xff,10\n11,12,13\n",
                                               -1, NULL);
  gp_csv_reader_keep_wrong_rows (reader);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const GpCsvRow *row = gp_csv_reader_next (reader, NULL);
    ck_assert_uint_eq (row->line, i + 2);
    ck_assert_int_eq (row->is_wrong, is_wrong[i]);
    for (guint column = 0; column < 3; column++)
      ck_assert_str_eq (row->cells[column], expected[i][column]);
  }
  ck_assert_ptr_null (gp_csv_reader_next (reader, NULL));
  ck_assert_uint_eq (gp_problems_n_total (problems), 3);
}
END_TEST

static void
assert_kind (const char *bytes, gssize size, const char *encoding, char separator,
             const char *first_cell)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GpCsvReader) reader = open_bytes (bytes, size, &error);
  ck_assert_ptr_null (error);
  const GpCsvRow *row = gp_csv_reader_next (reader, &error);
  ck_assert_ptr_nonnull (row);
  ck_assert_str_eq (row->cells[0], first_cell);
  ck_assert_str_eq (gp_csv_reader_encoding (reader), encoding);
  ck_assert_int_eq (gp_csv_reader_separator (reader), separator);
  ck_assert_ptr_null (gp_csv_reader_next (reader, &error));
  ck_assert_ptr_null (error);
  assert_no_problem ();
}

START_TEST (test_encodings)
{
  assert_kind ("a,b\nCaf\xc3\xa9,2\n", -1, "UTF-8", ',', "Café");
  assert_kind ("\xef\xbb\xbf"
               "a;b\nCaf\xc3\xa9;2\n",
               -1, "UTF-8", ';', "Café");
  assert_kind ("a;b\r\nCaf\xe9 \x91t H\xf6"
               "fke \x80;2\r\n",
               -1, "Windows-1252", ';', "Café ‘t Höfke €");
  assert_kind ("a,b\n\xf0\x9f\x8e\x93 \xd7\xa9,2\n", -1, "UTF-8", ',', "🎓 ש");
  /* One accident of proper UTF-8 among bytes that are not. */
  assert_kind ("a,b\n\x93K\xd6\x94 \xe9,2\n", -1, "Windows-1252", ',', "“KÖ” é");
}
END_TEST

/* A sequence of UTF-8 that is cut by the end of a chunk of 64 KiB is no damage. */
START_TEST (test_encoding_across_chunks)
{
  for (guint shift = 0; shift < 6; shift++) {
    g_autoptr (GString) bytes = g_string_new ("a,b\n");
    GString *expected = g_string_new (NULL);
    for (guint i = 0; i < shift; i++)
      g_string_append_c (expected, 'x');
    while (expected->len < 60000)
      g_string_append (expected, "é€🎓");
    for (guint i = 0; i < 3; i++)
      g_string_append_printf (bytes, "%s,2\n", expected->str);
    g_autofree char *cell = g_string_free (expected, FALSE);
    g_autoptr (GpCsvReader) reader = open_bytes (bytes->str, -1, NULL);
    guint n = 0;
    ck_assert_str_eq (gp_csv_reader_encoding (reader), "UTF-8");
    for (const GpCsvRow *row; (row = gp_csv_reader_next (reader, NULL)) != NULL; n++)
      ck_assert_str_eq (row->cells[0], cell);
    ck_assert_uint_eq (n, 3);
  }
}
END_TEST

/* The only letter of the file that tells its encoding lies across the end of a chunk. */
START_TEST (test_encoding_at_chunk_end)
{
  for (gsize before = (64 << 10) - 5; before < (64 << 10) + 2; before++) {
    g_autoptr (GString) bytes = g_string_new ("a,b\n");
    while (bytes->len < before - 40)
      g_string_append (bytes, "1,2\n");
    while (bytes->len < before)
      g_string_append_c (bytes, 'x');
    g_string_append (bytes, "🎓,2\n");
    g_autoptr (GpCsvReader) reader = open_bytes (bytes->str, -1, NULL);
    ck_assert_str_eq (gp_csv_reader_encoding (reader), "UTF-8");
  }
}
END_TEST

/* Lines stay right wherever the ends of chunks fall, also between CR and LF. */
START_TEST (test_lines_across_chunks)
{
  for (guint pad = 0; pad < 9; pad++) {
    g_autoptr (GString) bytes = g_string_new ("a,b\r\n");
    for (guint i = 0; i < pad; i++)
      g_string_append_c (bytes, 'x');
    g_string_append (bytes, ",1\r\n");
    for (guint i = 0; i < 30000; i++)
      g_string_append (bytes, i % 2 == 0 ? "1,2\r\n" : "\"3\r\n4\",5\r\n");
    g_autoptr (GpCsvReader) reader = open_bytes (bytes->str, -1, NULL);
    guint line = 2;
    ck_assert_uint_eq (gp_csv_reader_next (reader, NULL)->line, line++);
    for (guint i = 0; i < 30000; i++) {
      const GpCsvRow *row = gp_csv_reader_next (reader, NULL);
      ck_assert_uint_eq (row->line, line);
      ck_assert_str_eq (row->cells[0], i % 2 == 0 ? "1" : "3\r\n4");
      line += i % 2 == 0 ? 1 : 2;
    }
    ck_assert_ptr_null (gp_csv_reader_next (reader, NULL));
  }
}
END_TEST

START_TEST (test_bad_bytes)
{
  /* With a byte order mark, and without one where the rest says that it is UTF-8. */
  assert_refuses ("\xef\xbb\xbf"
                  "a,b\n1,2\n3,Caf\xe9\n5,6\n",
                  -1, "2[1|2]4[5|6]", "in.csv:3: b: holds bytes that are not UTF-8");
  assert_refuses ("a,b\nCaf\xc3\xa9,\xc3\xab\n3,Caf\xe9\n", -1, "2[Café|ë]",
                  "in.csv:3: b: holds bytes that are not UTF-8");
  assert_refuses ("a,b\n1,2\nx\x81,\xe9\n5,6\n", -1, "2[1|2]4[5|6]",
                  "in.csv:3: a: holds bytes that are neither UTF-8 nor Windows-1252");
  assert_refuses ("a,b\n1,2\n3,x\0y\n5,6\n", 18, "2[1|2]4[5|6]", "in.csv:3: b: holds a NUL byte");
  assert_refuses ("a\0,b\n1,2\n", 9, "!", "in.csv:1: holds a NUL byte");
  assert_refuses ("\xff\xfe"
                  "a\0,\0b\0\n\0",
                  10, "!", "in.csv:1: the file is in UTF-16");
  assert_refuses ("", 0, "!", "in.csv:1: the file is empty");
  assert_refuses ("\n\r\n", -1, "!", "in.csv:1: the file is empty");
}
END_TEST

START_TEST (test_header)
{
  guint n;
  g_autoptr (GpCsvReader) reader = open_bytes ("\n A , b,,b\n1,2,3,4\n", -1, NULL);
  const char *const *header = gp_csv_reader_header (reader, &n);
  ck_assert_uint_eq (n, 4);
  ck_assert_str_eq (header[0], "A");
  ck_assert_str_eq (header[2], "");
  ck_assert_int_eq (gp_csv_reader_find_column (reader, "b"), 1);
  ck_assert_int_eq (gp_csv_reader_find_column (reader, "c"), -1);
  ck_assert_uint_eq (gp_csv_reader_header_line (reader), 2);
  ck_assert_str_eq (gp_csv_reader_name (reader), "in.csv");
  gp_csv_reader_next (reader, NULL);
  gp_csv_reader_problem (reader, "b", "is wrong");
  ck_assert_str_eq (gp_problems_error (problems, 0), "in.csv:3: b: is wrong");
}
END_TEST

static GString *
repeat (const char *text, guint n)
{
  GString *all = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  return all;
}

START_TEST (test_limits)
{
  g_autoptr (GString) cell = repeat ("x", GP_CSV_MAX_CELL);
  g_autoptr (GString) wide = repeat (",", GP_CSV_MAX_COLUMNS - 1);
  g_autofree char *largest = g_strdup_printf ("a,b\n%s,2\n", cell->str);
  g_autofree char *larger = g_strdup_printf ("a,b\n1,2\nx%s,2\n", cell->str);
  g_autofree char *open_quote = g_strdup_printf ("a,b\n1,2\n\"%s%s,2\n", cell->str, cell->str);
  g_autofree char *widest = g_strdup_printf ("%s\n%s\n", wide->str, wide->str);
  g_autofree char *wider = g_strdup_printf ("%s,\n", wide->str);
  g_autofree char *wider_row = g_strdup_printf ("a,b\n%s,\n1,2\n", wide->str);
  g_autofree char *all = read_all (largest, -1);
  ck_assert_uint_eq (strlen (all), GP_CSV_MAX_CELL + strlen ("2[|2]"));
  g_autofree char *columns = read_all (widest, -1);
  ck_assert_uint_eq (strlen (columns), GP_CSV_MAX_COLUMNS - 1 + strlen ("2[]"));
  assert_no_problem ();
  assert_refuses (larger, -1, "2[1|2]!", "in.csv:3: a cell is larger than 64 KiB");
  assert_refuses (open_quote, -1, "2[1|2]!", "in.csv:3: a cell is larger than 64 KiB");
  assert_refuses (wider, -1, "!", "in.csv:1: the header row has more than 500 columns");
  assert_refuses (wider_row, -1, "3[1|2]", "in.csv:2: the row has more than 500 cells");
}
END_TEST

START_TEST (test_files_that_are_none)
{
  static const char *const paths[] = {"/dev/null", "/", "/nowhere/at/all.csv"};
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autoptr (GError) error = NULL;
    ck_assert_ptr_null (gp_csv_reader_open (paths[i], NULL, problems, NULL, &error));
    ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_FILE));
    ck_assert_ptr_nonnull (strstr (error->message, paths[i]));
  }
  assert_no_problem ();
}
END_TEST

START_TEST (test_cancelling)
{
  g_autoptr (GString) bytes = repeat ("1,2\n", 100000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "in.csv", NULL);
  test_folder_put (folder, "in.csv", bytes->str, -1);
  g_autoptr (GpCsvReader) reader = gp_csv_reader_open (path, NULL, problems, cancellable, NULL);
  ck_assert_ptr_nonnull (gp_csv_reader_next (reader, &error));
  g_cancellable_cancel (cancellable);
  while (gp_csv_reader_next (reader, &error) != NULL)
    ;
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  g_clear_error (&error);
  ck_assert_ptr_null (gp_csv_reader_open (path, NULL, problems, cancellable, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_CANCELLED));
  assert_no_problem ();
}
END_TEST

/* The first hundred in the order of files and lines, whatever the order of finding. */
START_TEST (test_problems_in_order)
{
  g_autoptr (GError) error = NULL;
  gp_problems_add_file (problems, "first.csv");
  for (guint i = 150; i > 0; i--)
    gp_problems_add (problems, "second.csv", i, "c", "wrong");
  gp_problems_add (problems, "first.csv", 7, "", "late\nbut first");
  gp_problems_add (problems, "second.csv", 1, "d", "after c");
  ck_assert_uint_eq (gp_problems_n_total (problems), 152);
  ck_assert_uint_eq (gp_problems_n_errors (problems), GP_MAX_PROBLEMS);
  ck_assert_str_eq (gp_problems_error (problems, 0), "first.csv:7: late\uFFFDbut first");
  ck_assert_str_eq (gp_problems_error (problems, 1), "second.csv:1: c: wrong");
  ck_assert_str_eq (gp_problems_error (problems, 2), "second.csv:1: d: after c");
  ck_assert_str_eq (gp_problems_error (problems, 3), "second.csv:2: c: wrong");
  ck_assert_str_eq (gp_problems_error (problems, 99), "second.csv:98: c: wrong");
  ck_assert (!gp_problems_check (problems, &error));
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_str_eq (error->message, "first.csv:7: late\uFFFDbut first (and 151 more errors)");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("csv-reader");
  TCase *tcase = tcase_create ("reader");
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_set_timeout (tcase, 0);
  tcase_add_test (tcase, test_rows_and_lines);
  tcase_add_test (tcase, test_quoting);
  tcase_add_test (tcase, test_bad_quoting);
  tcase_add_test (tcase, test_widths);
  tcase_add_test (tcase, test_keeping_wrong_rows);
  tcase_add_test (tcase, test_encodings);
  tcase_add_test (tcase, test_encoding_across_chunks);
  tcase_add_test (tcase, test_encoding_at_chunk_end);
  tcase_add_test (tcase, test_lines_across_chunks);
  tcase_add_test (tcase, test_bad_bytes);
  tcase_add_test (tcase, test_header);
  tcase_add_test (tcase, test_limits);
  tcase_add_test (tcase, test_files_that_are_none);
  tcase_add_test (tcase, test_cancelling);
  tcase_add_test (tcase, test_problems_in_order);
  suite_add_tcase (suite, tcase);
  SRunner *runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
