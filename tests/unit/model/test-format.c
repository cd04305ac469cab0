/* SPDX-License-Identifier: GPL-3.0-or-later */
/* School years, and numbers and money as people read them in both languages. */
#include "gp-test.h"

#include <groeiplan/gp-format.h>
#include <groeiplan/gp-year.h>
#include <math.h>

#define NL GP_LANGUAGE_DUTCH
#define EN GP_LANGUAGE_ENGLISH

START_TEST (years)
{
  static const char *const wrong[] = {
      "",           "2026",      "2026-2028", "2027-2026", "2026/2027", "26-27",    "2026-2027 ",
      " 2026-2027", "1899-1900", "2200-2201", "abcd-efgh", "2026-202",  "-026-0027"};
  char buffer[GP_YEAR_BYTES];
  GpYear year = 7;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    ck_assert_msg (!gp_year_parse (wrong[i], &year) && year == 7, "%s", wrong[i]);
  ck_assert (!gp_year_parse (NULL, &year));
  ck_assert_str_eq (gp_year_format (GP_YEAR_NONE, buffer), "");
  ck_assert_str_eq (gp_year_format (-1, buffer), "");
  for (int y = GP_YEAR_MIN; y <= GP_YEAR_MAX; y++) {
    ck_assert (gp_year_parse (gp_year_format ((GpYear)y, buffer), &year));
    ck_assert_int_eq (year, y);
  }
}
END_TEST

/* Compares and frees. */
static void
expect (char *text, const char *expected)
{
  ck_assert_str_eq (text, expected);
  g_free (text);
}

START_TEST (numbers)
{
  expect (gp_format_number (4250, 0, NL), "4.250");
  expect (gp_format_number (4250, 0, EN), "4,250");
  expect (gp_format_number (1234.5, 1, NL), "1.234,5");
  expect (gp_format_number (1234567.891, 2, EN), "1,234,567.89");
  expect (gp_format_number (999, 0, EN), "999");
  expect (gp_format_number (-999.95, 1, NL), "−1.000,0");
  expect (gp_format_number (0.5, 0, EN), "1"); /* half away from zero, ... */
  expect (gp_format_number (2.5, 0, EN), "3"); /* ... not to even */
  expect (gp_format_number (-2.5, 0, EN), "−3");
  expect (gp_format_number (2.675, 2, EN), "2.68"); /* as typed, not as stored in binary */
  expect (gp_format_number (1.005, 2, EN), "1.01");
  expect (gp_format_number (0.4999, 0, EN), "0");
  expect (gp_format_number (-0.001, 2, NL), "0,00"); /* no minus before zero */
  expect (gp_format_number (1e15, 0, EN), "1,000,000,000,000,000");
  expect (gp_format_number (1e20, 2, NL), "100.000.000.000.000.000.000,00");
  expect (gp_format_number (NAN, 0, NL), "–");
  expect (gp_format_number (INFINITY, 0, NL), "–");
  expect (gp_format_number (1, 99, EN), "1.000000"); /* at most six */
  expect (gp_format_integer (-1234567, NL), "−1.234.567");
  expect (gp_format_integer (0, NL), "0");
  expect (gp_format_integer (G_MININT64, EN), "−9,223,372,036,854,775,808");
}
END_TEST

START_TEST (differences_and_shares)
{
  expect (gp_format_difference (12, 0, NL), "+12");
  expect (gp_format_difference (-3, 0, NL), "−3");
  expect (gp_format_difference (0, 0, NL), "0");
  expect (gp_format_difference (0.4, 0, NL), "0"); /* the sign of what is shown */
  expect (gp_format_difference (-0.04, 1, EN), "0.0");
  expect (gp_format_difference (1234.56, 1, NL), "+1.234,6");
  expect (gp_format_percent (0.79, 0, NL), "79%");
  expect (gp_format_percent (0.125, 1, NL), "12,5%");
  expect (gp_format_percent (-0.1, 0, EN), "−10%");
}
END_TEST

START_TEST (money)
{
  expect (gp_format_money (96814200, TRUE, NL), "€\u00a0968.142,00");
  expect (gp_format_money (96814200, TRUE, EN), "€968,142.00");
  expect (gp_format_money (96814250, FALSE, NL), "€\u00a0968.143");
  expect (gp_format_money (96814249, FALSE, NL), "€\u00a0968.142");
  expect (gp_format_money (-123456, TRUE, NL), "−€\u00a01.234,56");
  expect (gp_format_money (-5, TRUE, EN), "−€0.05");
  expect (gp_format_money (-5, FALSE, EN), "€0");
  expect (gp_format_money (G_MININT64, FALSE, EN), "−€92,233,720,368,547,758");
}
END_TEST

static void
check_language (const char *language, const char *all, const char *messages, const char *lang,
                GpLanguage expected)
{
  const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
  const char *const values[] = {language, all, messages, lang};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (values[i] != NULL)
      g_setenv (names[i], values[i], TRUE);
    else
      g_unsetenv (names[i]);
  }
  ck_assert_msg (gp_language_current () == expected, "%s %s %s %s", language, all, messages, lang);
}

START_TEST (languages)
{
  check_language (NULL, NULL, NULL, "nl_NL.UTF-8", NL);
  check_language (NULL, NULL, NULL, "nl", NL);
  check_language (NULL, NULL, "nl_BE", "en_US.UTF-8", NL);
  check_language (NULL, "en_GB.UTF-8", "nl_NL", "nl_NL", EN);
  check_language ("nl", "en_US.UTF-8", NULL, NULL, NL);
  check_language ("de:nl:en", "C.UTF-8", NULL, NULL, NL);
  check_language ("en:nl", "nl_NL.UTF-8", NULL, NULL, EN);
  check_language ("nl", "C", NULL, NULL, EN); /* as gettext: no languages in the C locale */
  check_language ("nl", NULL, NULL, NULL, EN);
  check_language ("", "nl_NL.UTF-8", NULL, NULL, NL);
  check_language (NULL, "nlx_XX", NULL, NULL, EN);
  check_language (NULL, NULL, NULL, NULL, EN);
}
END_TEST

START_TEST (numbers_of_the_program)
{
  g_setenv ("LC_ALL", "nl_NL.UTF-8", TRUE);
  g_unsetenv ("LANGUAGE");
  ck_assert_int_eq (gp_numbers_current (), NL);
  gp_numbers_set_current (EN);
  ck_assert_int_eq (gp_numbers_current (), EN);
  ck_assert_int_eq (gp_language_current (), NL); /* texts stay as they are */
  gp_numbers_set_current (NL);
  ck_assert_int_eq (gp_numbers_current (), NL);
}
END_TEST

static void
check_time (gint64 when, gboolean with_clock, GpLanguage language, const char *expected)
{
  g_autofree char *text = gp_format_time (when, with_clock, language);

  ck_assert_str_eq (text, expected);
}

START_TEST (times)
{
  const gint64 when = 1772546705; /* 2026-03-03 14:05:05 UTC */
  g_autofree char *exact = NULL;

  g_setenv ("TZ", "UTC", TRUE);
  check_time (when, TRUE, NL, "3-3-2026 14:05");
  check_time (when, FALSE, NL, "3-3-2026");
  check_time (when, TRUE, EN, "2026-03-03 14:05");
  check_time (when, FALSE, EN, "2026-03-03");
  check_time (G_MAXINT64, TRUE, EN, "");
  exact = gp_format_time_exact (when, NL);
  ck_assert_str_eq (exact, "3-3-2026 14:05:05");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("format");
  TCase *tests = tcase_create ("format");

  tcase_add_test (tests, years);
  tcase_add_test (tests, numbers);
  tcase_add_test (tests, differences_and_shares);
  tcase_add_test (tests, money);
  tcase_add_test (tests, languages);
  tcase_add_test (tests, numbers_of_the_program);
  tcase_add_test (tests, times);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
