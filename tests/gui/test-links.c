/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in a sentence as links. */
#include "gp-links.h"

#include <check.h>
#include <stdlib.h>

START_TEST (test_markup)
{
  static const struct {
    const char *sentence;
    GpLink links[2];
    const char *expected;
  } cases[] = {
      {"In 2032, 4,121 schools: 129 fewer.",
       {{"4,121", "plan"}, {"129", "why"}},
       "In 2032, <a href=\"plan\">4,121</a> schools: <a href=\"why\">129</a> fewer."},
      /* in whatever order a translation has them */
      {"129 fewer: 4,121",
       {{"4,121", "plan"}, {"129", "why"}},
       "<a href=\"why\">129</a> fewer: <a href=\"plan\">4,121</a>"},
      /* not within another number, at its start or its end */
      {"2,121 and 21", {{"21", "plan"}}, "2,121 and <a href=\"plan\">21</a>"},
      {"12,121 and 12", {{"12", "plan"}}, "12,121 and <a href=\"plan\">12</a>"},
      {"1.5 or 5.", {{"5", "plan"}}, "1.5 or <a href=\"plan\">5</a>."},
      {"5, of 9", {{"5", "plan"}}, "<a href=\"plan\">5</a>, of 9"},
      {"é5 m5 5", {{"5", "plan"}}, "é5 m5 <a href=\"plan\">5</a>"},
      /* the same number twice */
      {"7 of 7", {{"7", "plan"}, {"7", "why"}}, "<a href=\"plan\">7</a> of <a href=\"why\">7</a>"},
      /* what the sentence says is text, whatever it looks like */
      {"<b>R&D</b> 3",
       {{"3", "plan/view:7"}},
       "&lt;b&gt;R&amp;D&lt;/b&gt; <a href=\"plan/view:7\">3</a>"},
      {"about ~4 or €2,029",
       {{"~4", "plan"}, {"€2,029", "finance"}},
       "about <a href=\"plan\">~4</a> or <a href=\"finance\">€2,029</a>"},
      {"nothing", {{"3", "plan"}, {NULL, "why"}}, "nothing"},
      {"", {{"", "plan"}}, ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *markup = gp_links_markup (cases[i].sentence, cases[i].links, 2);

    ck_assert_str_eq (markup, cases[i].expected);
  }
}
END_TEST

START_TEST (test_page)
{
  const char *what;
  g_autofree char *view = gp_links_page ("plan/view:7", &what);

  ck_assert_str_eq (view, "plan");
  ck_assert_str_eq (what, "view:7");
  g_autofree char *page = gp_links_page ("why", &what);
  ck_assert_str_eq (page, "why");
  ck_assert_ptr_null (what);
  g_autofree char *nothing = gp_links_page ("why/", &what);
  ck_assert_str_eq (nothing, "why");
  ck_assert_ptr_null (what);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("links");
  TCase *links = tcase_create ("links");
  SRunner *runner;
  int failed;

  tcase_add_test (links, test_markup);
  tcase_add_test (links, test_page);
  suite_add_tcase (suite, links);
  runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
