/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Single cells and the CSV writer: what is written is harmless in a spreadsheet and comes back as
 * it was.
 */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "gp-csv-cell.h"
#include "gp-csv-writer.h"

START_TEST (test_defusing)
{
  static const char *const pairs[][2] = {
      {"", ""},
      {"plain", "plain"},
      {"'", "'"},
      {"'t Hof", "'t Hof"},
      {"''", "''"},
      {"=1+1", "'=1+1"},
      {"'=1+1", "''=1+1"},
      {"''=x", "'''=x"},
      {"+31", "'+31"},
      {"-5", "'-5"},
      {"@home", "'@home"},
      {"\ttab", "'\ttab"},
      {"\nline", "'\nline"},
      {"\rcr", "'\rcr"},
      {" =1", " =1"},
      {"a=1", "a=1"},
  };
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    GString *text = g_string_new (NULL);
    GpCsvWriter writer = {text, FALSE};
    gp_csv_writer_text (&writer, pairs[i][0]);
    g_autofree char *written = g_string_free (text, FALSE);
    /* Without the quotes that blanks and line ends bring along. */
    gsize skip = written[0] == '"' ? 1 : 0;
    written[strlen (written) - skip] = '\0';
    ck_assert_str_eq (written + skip, pairs[i][1]);
    ck_assert_str_eq (gp_csv_cell_text (pairs[i][1]), pairs[i][0]);
  }
}
END_TEST

/* Every text of up to six characters from an alphabet that holds all that matters. */
START_TEST (test_defusing_is_exact)
{
  static const char alphabet[] = {'\'', '=', '-', 'a', ' ', '\n'};
  guint n_texts = 0;
  for (guint length = 0; length <= 6; length++) {
    guint n = 1;
    for (guint i = 0; i < length; i++)
      n *= G_N_ELEMENTS (alphabet);
    for (guint number = 0; number < n; number++, n_texts++) {
      char text[8] = "", cell[9] = "";
      for (guint i = 0, rest = number; i < length; i++, rest /= G_N_ELEMENTS (alphabet))
        text[i] = alphabet[rest % G_N_ELEMENTS (alphabet)];
      g_snprintf (cell, sizeof cell, "%s%s", gp_csv_cell_is_risky (text) ? "'" : "", text);
      ck_assert_str_eq (gp_csv_cell_text (cell), text);
      ck_assert (cell[0] != '=' && cell[0] != '-' && cell[0] != '\n');
    }
  }
  ck_assert_uint_eq (n_texts, 1 + 6 + 36 + 216 + 1296 + 7776 + 46656);
}
END_TEST

START_TEST (test_numbers)
{
  static const struct {
    const char *cell;
    gboolean comma;
    const char *number; /* NULL: as it was */
  } cases[] = {
      {"12.5", FALSE, NULL},    {"12,5", FALSE, NULL},   {"12,5", TRUE, "12.5"},
      {"-0,05", TRUE, "-0.05"}, {"1.234,5", TRUE, NULL}, {"1,234,5", TRUE, NULL},
      {" 7 ", FALSE, "7"},      {"\t7,5 ", TRUE, "7.5"}, {"", TRUE, NULL},
      {" ", FALSE, ""},         {"12.5", TRUE, NULL},
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *number = gp_csv_cell_number (cases[i].cell, cases[i].comma);
    ck_assert_pstr_eq (number, cases[i].number);
  }
}
END_TEST

START_TEST (test_lines)
{
  g_autofree char *lines = gp_csv_cell_lines ("a\r\nb\nc\r\n");
  g_autofree char *none = gp_csv_cell_lines ("a\nb\rc");
  ck_assert_str_eq (lines, "a\nb\nc\n");
  ck_assert_ptr_null (none);
}
END_TEST

START_TEST (test_quoting)
{
  GString *text = g_string_new (NULL);
  GpCsvWriter writer = {text, FALSE};
  static const char *const cells[] = {"plain",  "a,b",  "a;b", "say \"no\"", "two\nlines",
                                      " blank", "end ", "a b", "",           "\""};
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    gp_csv_writer_cell (&writer, cells[i]);
  gp_csv_writer_end_row (&writer);
  gp_csv_writer_cell (&writer, "-5");
  gp_csv_writer_text (&writer, "-5");
  gp_csv_writer_end_row (&writer);
  g_autofree char *written = g_string_free (text, FALSE);
  ck_assert_str_eq (written, "plain,\"a,b\",\"a;b\",\"say \"\"no\"\"\",\"two\nlines\",\" blank\","
                             "\"end \",a b,,\"\"\"\"\n"
                             "-5,'-5\n");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("csv-cell");
  TCase *tcase = tcase_create ("cells");
  tcase_add_test (tcase, test_defusing);
  tcase_add_test (tcase, test_defusing_is_exact);
  tcase_add_test (tcase, test_numbers);
  tcase_add_test (tcase, test_lines);
  tcase_add_test (tcase, test_quoting);
  suite_add_tcase (suite, tcase);
  SRunner *runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
