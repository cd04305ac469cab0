/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand in a message. */
#include <check.h>
#include <groeiplan/gp-error.h>
#include <stdlib.h>

START_TEST (test_text)
{
  static const struct {
    const char *text, *shown;
  } cases[] = {
      {NULL, ""},
      {"", ""},
      {"De Brug (é, 日本)", "De Brug (é, 日本)"},
      {"a\nb\r\tc", "a\xef\xbf\xbd"
                    "b\xef\xbf\xbd\xef\xbf\xbd"
                    "c"},
      {"\x1b[31m\x7f", "\xef\xbf\xbd[31m\xef\xbf\xbd"},
      {"\xc2\x9b", "\xef\xbf\xbd"}, /* begins a command for some terminals */
      {"\u202e", "\xef\xbf\xbd"}, /* turns the direction of what follows */
      {"a\xff", "a\xef\xbf\xbd"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *shown = gp_error_text (cases[i].text);

    ck_assert_str_eq (shown, cases[i].shown);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("error");
  TCase *tcase = tcase_create ("error");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_add_test (tcase, test_text);
  suite_add_tcase (suite, tcase);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
