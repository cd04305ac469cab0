/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Folders with random damage: whatever stands in the files, reading ends with a project that comes
 * back the same, or with sentences that say in which file.
 */
#include <check.h>
#include <groeiplan/gp-exchange.h>
#include <groeiplan/gp-table.h>
#include <stdlib.h>
#include <string.h>

#include "folder-files.h"

#define N_FOLDERS 240

typedef struct {
  const char *bytes;
  gsize size;
} Piece;

#define PIECE(text)                                                                                \
  {                                                                                                \
    text, sizeof text - 1                                                                          \
  }
static const Piece pieces[] = {
    PIECE ("\""),
    PIECE (","),
    PIECE (";"),
    PIECE ("\n"),
    PIECE ("\r"),
    PIECE ("\0"),
    PIECE ("'"),
    PIECE ("="),
    PIECE ("\xff"),
    PIECE ("\xe9"),
    PIECE ("é"),
    PIECE ("-1"),
    PIECE ("2026-2027"),
    PIECE ("NaN"),
    PIECE ("1e18"),
    PIECE ("base"),
    PIECE ("+"),
    PIECE ("00001"),
    PIECE ("\xef\xbb\xbf"),
    PIECE ("x"),
    PIECE ("99999999999999999999"),
};

static gsize
below (GRand *rand, gsize n)
{
  return (gsize)g_rand_int_range (rand, 0, (gint32)n);
}

static void
damage_text (GString *text, GRand *rand)
{
  gsize at = below (rand, text->len);
  gsize drawn = 1 + below (rand, 60), size = MIN (drawn, text->len - at);
  const Piece *piece = &pieces[below (rand, G_N_ELEMENTS (pieces))];
  switch (g_rand_int_range (rand, 0, 5)) {
  case 0:
    text->str[at] = (char)g_rand_int_range (rand, 0, 256);
    break;
  case 1:
    g_string_erase (text, (gssize)at, (gssize)size);
    break;
  case 2: {
    g_autofree char *copy = g_memdup2 (text->str + at, size);
    g_string_insert_len (text, (gssize)below (rand, text->len), copy, (gssize)size);
    break;
  }
  default:
    g_string_insert_len (text, (gssize)at, piece->bytes, (gssize)piece->size);
  }
}

static void
damage_file (const char *folder, GRand *rand)
{
  gsize id = below (rand, GP_N_TABLES + 1), size;
  const char *file = id < GP_N_TABLES ? gp_table ((GpTableId)id)->file : "project.csv";
  g_autofree char *bytes = test_folder_get (folder, file, &size);
  g_autoptr (GString) text = g_string_new_len (bytes, (gssize)size);
  for (gint32 n = g_rand_int_range (rand, 1, 3); n > 0 && text->len > 0; n--)
    damage_text (text, rand);
  test_folder_put (folder, file, text->str, (gssize)text->len);
}

static void
assert_comes_back (const GpProject *project)
{
  g_autoptr (TestFolder) folder = test_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *where = NULL;
  if (!gp_exchange_write (project, folder, NULL, &error))
    ck_abort_msg ("%s", error->message);
  g_autoptr (GpProject) back = gp_exchange_read (folder, NULL, NULL, &error);
  if (back == NULL)
    ck_abort_msg ("%s", error->message);
  if (!gp_project_equal (project, back, &where))
    ck_abort_msg ("%s", where);
}

static void
assert_told (const GpProblems *problems, const GError *error)
{
  ck_assert (g_error_matches (error, GP_ERROR, GP_ERROR_DATA));
  ck_assert_uint_gt (gp_problems_n_total (problems), 0);
  for (guint i = 0; i < gp_problems_n_errors (problems); i++) {
    const char *sentence = gp_problems_error (problems, i);
    ck_assert (g_utf8_validate (sentence, -1, NULL));
    ck_assert_ptr_nonnull (strstr (sentence, ".csv:"));
    ck_assert_ptr_null (strchr (sentence, '\n'));
  }
}

START_TEST (test_damage)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)_i);
  guint n_right = 0, n_wrong = 0;
  for (guint i = 0; i < N_FOLDERS / 4; i++) {
    g_autoptr (TestFolder) folder = test_folder_new ();
    g_autoptr (GpProblems) problems = gp_problems_new ();
    g_autoptr (GError) error = NULL;
    test_folder_put_project (folder);
    damage_file (folder, rand);
    g_autoptr (GpProject) project = gp_exchange_read (folder, problems, NULL, &error);
    if (project != NULL)
      assert_comes_back (project);
    else
      assert_told (problems, error);
    n_right += project != NULL;
    n_wrong += project == NULL;
  }
  /* Both ways out are really taken. */
  ck_assert_uint_gt (n_right, 0);
  ck_assert_uint_gt (n_wrong, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("folder-damaged");
  TCase *tcase = tcase_create ("damaged");
  tcase_set_timeout (tcase, 0);
  tcase_add_loop_test (tcase, test_damage, 0, 4);
  suite_add_tcase (suite, tcase);
  SRunner *runner = srunner_create (suite);
  srunner_run_all (runner, CK_NORMAL);
  int failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
