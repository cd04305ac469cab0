/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of texts: complete in both languages, with the same places to fill. */
#include "gp-test.h"

#include "report/gp-text.h"

#include <string.h>

/* Bit n for "{n}". */
static guint
places (const char *text)
{
  guint found = 0;

  for (const char *c = strchr (text, '{'); c != NULL; c = strchr (c + 1, '{')) {
    ck_assert_msg (g_ascii_isdigit (c[1]) && c[2] == '}', "%s", text);
    found |= 1u << (c[1] - '0');
  }
  return found;
}

START_TEST (both_languages_are_complete)
{
  for (int id = 0; id < GP_N_TEXTS; id++) {
    const char *dutch = gp_text (GP_LANGUAGE_DUTCH, (GpTextId)id);
    const char *english = gp_text (GP_LANGUAGE_ENGLISH, (GpTextId)id);
    ck_assert_msg (dutch != NULL && *dutch != '\0', "text %d, after %s", id, english);
    ck_assert_msg (english != NULL && *english != '\0', "text %d, after %s", id, dutch);
    ck_assert (g_utf8_validate (dutch, -1, NULL) && g_utf8_validate (english, -1, NULL));
    /* "{1}" without "{0}" is fine where a language does not need it; a place that the other lacks
     * would stay empty */
    ck_assert_msg (places (dutch) == places (english) || id == GP_TEXT_STARTS_LEAD_ONE, "%s / %s",
                   dutch, english);
  }
}
END_TEST

START_TEST (places_are_filled)
{
  g_autofree char *text = gp_text_fill (GP_LANGUAGE_ENGLISH, GP_TEXT_PACK_SUBTITLE, "A", "B", NULL);
  g_autofree char *missing = gp_text_fill (GP_LANGUAGE_ENGLISH, GP_TEXT_PACK_SUBTITLE, "{1}", NULL);

  ck_assert_str_eq (text, "What the plan means for your schools, A to B");
  ck_assert_str_eq (missing, "What the plan means for your schools, {1} to ");
}
END_TEST

START_TEST (what_runs_the_other_way_is_isolated)
{
  g_autofree char *text = gp_text_fill (GP_LANGUAGE_DUTCH, GP_TEXT_SINCE, "\xE2\x80\xAEx", NULL);

  ck_assert_str_eq (text, "sinds \xE2\x81\xA8\xE2\x80\xAEx\xE2\x81\xA9");
}
END_TEST

START_TEST (counts_and_lists)
{
  const char *words[] = {"A", "B", "C"};
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  g_autofree char *one =
      gp_text_count (GP_LANGUAGE_DUTCH, 1, GP_TEXT_INDEX_LEAD_ONE, GP_TEXT_INDEX_LEAD);
  g_autofree char *many =
      gp_text_count (GP_LANGUAGE_DUTCH, 1234, GP_TEXT_INDEX_LEAD_ONE, GP_TEXT_INDEX_LEAD);

  ck_assert_str_eq (one, "1 bestuur heeft een pakket in deze map.");
  ck_assert_str_eq (many, "1.234 besturen hebben een pakket in deze map.");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_ptr_array_add (array, (gpointer)words[i]);
  g_autofree char *all = gp_text_list (GP_LANGUAGE_DUTCH, array, 3);
  g_autofree char *some = gp_text_list (GP_LANGUAGE_ENGLISH, array, 2);
  ck_assert_str_eq (all, "A, B en C");
  ck_assert_str_eq (some, "A, B and 1 more");
}
END_TEST

START_TEST (dates_are_written_out)
{
  g_autofree char *dutch = gp_text_date (GP_LANGUAGE_DUTCH, 1000000000);
  g_autofree char *english = gp_text_date (GP_LANGUAGE_ENGLISH, 1000000000);
  g_autofree char *never = gp_text_date (GP_LANGUAGE_ENGLISH, G_MAXINT64);

  ck_assert_str_eq (dutch, "9 september 2001");
  ck_assert_str_eq (english, "9 September 2001");
  ck_assert_str_eq (never, "");
}
END_TEST

/* Names of sheets come from these texts: at most 31 characters, none that a sheet may not have. */
START_TEST (names_of_sheets_fit)
{
  static const GpTextId sheets[] = {
      GP_TEXT_SHEET_SUMMARY, GP_TEXT_SHEET_SOURCES,   GP_TEXT_SHEET_STARTS,
      GP_TEXT_SHEET_SCHOOLS, GP_TEXT_SHEET_COACHES,   GP_TEXT_SHEET_BREAKS,
      GP_TEXT_SHEET_COSTS,   GP_TEXT_SHEET_TRAININGS, GP_TEXT_SHEET_VERANDERCOACHES,
      GP_TEXT_SHEET_ASKED,   GP_TEXT_SHEET_FEES,      GP_TEXT_SHEET_CHANGES,
  };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int language = 0; language < 2; language++) {
    g_hash_table_remove_all (seen);
    for (guint i = 0; i < G_N_ELEMENTS (sheets); i++) {
      const char *name = gp_text ((GpLanguage)language, sheets[i]);
      ck_assert_msg (g_utf8_strlen (name, -1) <= 31 && strpbrk (name, "[]:*?/\\'") == NULL, "%s",
                     name);
      ck_assert_msg (g_hash_table_add (seen, g_utf8_casefold (name, -1)), "%s", name);
    }
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("texts");
  TCase *tests = tcase_create ("all");

  tcase_add_test (tests, both_languages_are_complete);
  tcase_add_test (tests, places_are_filled);
  tcase_add_test (tests, what_runs_the_other_way_is_isolated);
  tcase_add_test (tests, counts_and_lists);
  tcase_add_test (tests, dates_are_written_out);
  tcase_add_test (tests, names_of_sheets_fit);
  suite_add_tcase (suite, tests);
  return gp_test_run (suite);
}
