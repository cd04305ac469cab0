/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names broken into lines beforehand. */
#include "gp-lines.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static const struct {
  const char *text;
  guint characters;
  const char *broken;
} cases[] = {
    {"", 5, ""},
    {"short", 5, "short"},
    {"five chars", 10, "five chars"},
    {"five charss", 10, "five\ncharss"},
    {"a b c d e f", 3, "a b\nc d\ne f"},
    {"a verylongword b", 4, "a\nverylongword\nb"},
    {"verylongword", 4, "verylongword"},
    {"één twéé", 7, "één\ntwéé"}, /* characters, not bytes */
    {"één twéé", 8, "één twéé"},
    {"€\u00a012 000 meer", 6, "€\u00a012\n000\nmeer"}, /* a space that holds together is kept */
};

START_TEST (test_known)
{
  g_autofree char *broken = gp_lines_break (cases[_i].text, cases[_i].characters);

  ck_assert_str_eq (broken, cases[_i].broken);
}
END_TEST

/* Whatever the words: nothing is lost, and only a single word is longer than it may be. */
START_TEST (test_random)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)_i);
  g_autoptr (GString) text = g_string_new (NULL);
  guint characters = (guint)g_rand_int_range (rand, 1, 20);
  g_autofree char *broken = NULL;

  for (int i = g_rand_int_range (rand, 0, 60); i > 0; i--)
    g_string_append_c (text, " ab"[g_rand_int_range (rand, 0, 3)]);
  broken = gp_lines_break (text->str, characters);
  g_auto (GStrv) lines = g_strsplit (broken, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_strstrip (lines[i]); /* several spaces at the end of a line are not seen */
    ck_assert (strlen (lines[i]) <= characters || strchr (lines[i], ' ') == NULL);
  }
  g_strdelimit (broken, "\n", ' ');
  ck_assert_str_eq (broken, text->str);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("lines");
  TCase *tests = tcase_create ("lines");
  SRunner *runner;
  int failed;

  tcase_add_loop_test (tests, test_known, 0, (int)G_N_ELEMENTS (cases));
  tcase_add_loop_test (tests, test_random, 0, 500);
  suite_add_tcase (suite, tests);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
