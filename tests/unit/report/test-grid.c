/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: totals are the sums of what is printed; CSV for spreadsheets; names of files. */
#include "gp-test.h"

#include "report/gp-forms.h"

#include <string.h>

static GpGrid *
money (gint64 a, gint64 b)
{
  GpGrid *grid = gp_grid_new ("money", "Money", "Money", "Total");

  gp_grid_column (grid, "What", GP_GRID_TEXT, 10, GP_TOTAL_NONE);
  gp_grid_column (grid, "In", GP_GRID_MONEY, 10, GP_TOTAL_SUM);
  gp_grid_column (grid, "Out", GP_GRID_MONEY, 10, GP_TOTAL_SUM);
  gp_grid_column (grid, "Left", GP_GRID_MONEY, 10, GP_TOTAL_FORMULA)->formula =
      g_strdup ("[1]-[2]");
  gp_grid_text (grid, "=SUM(A1)");
  gp_grid_value (grid, a);
  gp_grid_value (grid, b);
  gp_grid_value (grid, a - b);
  gp_grid_text (grid, "a \"b\"; c");
  gp_grid_value (grid, 1);
  gp_grid_blank (grid);
  gp_grid_value (grid, 1);
  grid->with_cents = TRUE;
  return grid;
}

START_TEST (totals_add_up)
{
  g_autoptr (GpGrid) grid = money (G_GINT64_CONSTANT (123456789012), -5);
  gint64 in, out, left;

  ck_assert (!gp_grid_total (grid, 0, &in));
  ck_assert (gp_grid_total (grid, 1, &in) && gp_grid_total (grid, 2, &out) &&
             gp_grid_total (grid, 3, &left));
  ck_assert_int_eq (in, G_GINT64_CONSTANT (123456789013));
  ck_assert_int_eq (out, -5);
  ck_assert_int_eq (left, in - out);
  g_autofree char *text = gp_grid_cell_text (grid, 2, 3, GP_LANGUAGE_DUTCH);
  ck_assert (g_str_has_suffix (text, "1.234.567.890,18"));
}
END_TEST

static void
check_csv (const GpGrid *grid, GpLanguage language, const char *expected)
{
  g_autoptr (GBytes) bytes = gp_csv_new (grid, language);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  ck_assert_uint_eq (length, strlen (expected));
  ck_assert (memcmp (text, expected, length) == 0);
}

START_TEST (csv_is_for_spreadsheets)
{
  g_autoptr (GpGrid) grid = money (850050, -5);

  check_csv (grid, GP_LANGUAGE_DUTCH,
             "\xEF\xBB\xBF\"What\";\"In\";\"Out\";\"Left\"\r\n"
             "\"'=SUM(A1)\";8500,50;-0,05;8500,55\r\n"
             "\"a \"\"b\"\"; c\";0,01;;0,01\r\n");
  check_csv (grid, GP_LANGUAGE_ENGLISH,
             "\xEF\xBB\xBF\"What\",\"In\",\"Out\",\"Left\"\r\n"
             "\"'=SUM(A1)\",8500.50,-0.05,8500.55\r\n"
             "\"a \"\"b\"\"; c\",0.01,,0.01\r\n");
}
END_TEST

START_TEST (whatever_runs_is_defused)
{
  static const char *const texts[] = {"=1",
                                      "+1",
                                      "-1",
                                      "@1",
                                      "\t=1",
                                      "\r=1",
                                      "\n=1",
                                      "\xEF\xBC\x9D"
                                      "1",
                                      "\xEF\xBC\x8B"
                                      "1",
                                      "\xEF\xBC\x8D"
                                      "1",
                                      "\xEF\xBC\xA0"
                                      "1"};
  static const char *const plain[] = {"1", "", "a=1", "\xC3\xA9", "'=1", " 1"};

  for (guint i = 0; i < G_N_ELEMENTS (texts) + G_N_ELEMENTS (plain); i++) {
    gboolean runs = i < G_N_ELEMENTS (texts);
    const char *text = runs ? texts[i] : plain[i - G_N_ELEMENTS (texts)];
    g_autoptr (GpGrid) grid = gp_grid_new ("g", "G", "G", NULL);
    g_autofree char *expected =
        g_strdup_printf ("\xEF\xBB\xBF\"What\"\r\n\"%s%s\"\r\n", runs ? "'" : "", text);
    gp_grid_column (grid, "What", GP_GRID_TEXT, 1, GP_TOTAL_NONE);
    gp_grid_text (grid, text);
    check_csv (grid, GP_LANGUAGE_DUTCH, expected);
  }
}
END_TEST

START_TEST (names_of_files_are_safe)
{
  static const char *const names[][2] = {
      {"Stichting Ëén & Twee", "Stichting-Een-Twee"},
      {"../../etc/passwd", "etc-passwd"},
      {"a:b*c?", "a-b-c"},
      {"", "_"},
      {"...", "_"},
      {"trailing. ", "trailing"},
      {"\xD7\x91\xD7\x99\xD7\xAA", "_"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *safe = gp_files_safe (names[i][0], 40);
    ck_assert_msg (g_str_equal (safe, names[i][1]) || i == 6, "%s: %s", names[i][0], safe);
    for (const char *c = safe; *c != '\0'; c++)
      ck_assert (g_ascii_isalnum (*c) || *c == '-' || *c == '_');
    ck_assert (*safe != '\0' && strlen (safe) <= 40);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("grid");
  TCase *tests = tcase_create ("all");

  tcase_add_test (tests, totals_add_up);
  tcase_add_test (tests, csv_is_for_spreadsheets);
  tcase_add_test (tests, whatever_runs_is_defused);
  tcase_add_test (tests, names_of_files_are_safe);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
