/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A coach taken out: no byte of the name is left, the rest is as it was, and undo still goes all
 * the way back. All names are invented. */
#include "store-support.h"

#include <glib/gstdio.h>
#include <gp-random-project.h>
#include <groeiplan/gp-backups.h>
#include <groeiplan/gp-forget.h>
#include <stdlib.h>
#include <string.h>

#define NAME "Zebulon van Quastrup"
#define NEW_NAME "Zebulon Oksidder"
#define CODE "QX77"

/* Words that no other text of a random project has, in every case and encoding. */
static const char *const secrets[] = {"zebulon", "quastrup", "oksidder", "qx77", NULL};

static gboolean
bytes_have (const char *bytes, gsize size, const char *word)
{
  gsize length = strlen (word);

  for (gsize i = 0; i < size; i++) {
    for (gsize step = 1; step <= 2; step++) {
      gsize k = 0;

      while (k < length && i + k * step < size && g_ascii_tolower (bytes[i + k * step]) == word[k])
        k++;
      if (k == length)
        return TRUE;
    }
  }
  return FALSE;
}

static void
assert_bytes (const char *path, gboolean there)
{
  g_autofree char *bytes = NULL;
  gboolean any = FALSE;
  gsize size;

  ck_assert (g_file_get_contents (path, &bytes, &size, NULL));
  for (guint i = 0; secrets[i] != NULL; i++) {
    gboolean found = bytes_have (bytes, size, secrets[i]);

    ck_assert_msg (there || !found, "%s is in %s", secrets[i], path);
    any = any || found;
  }
  ck_assert_int_eq (any, there);
}

/* ---- a life of a coach ---- */

static void
put_coach (GpStore *store, const char *label, const char *code, const char *name)
{
  const char *const cells[] = {code, name, "R1", "42", "", "", ""};
  g_autoptr (GpProject) project = support_snapshot (store);
  const char *row[G_N_ELEMENTS (cells)];
  g_autoptr (GError) error = NULL;

  memcpy (row, cells, sizeof cells);
  row[2] = project->regions[0].code;
  ck_assert (gp_store_begin (store, label, NULL));
  ck_assert_msg (gp_store_put (store, GP_TABLE_EXPERT_COACHES, row, &error), "%s",
                 error ? error->message : "");
  ck_assert_msg (gp_store_commit (store, &error), "%s", error ? error->message : "");
}

static void
put_note (GpStore *store, GpTableId table, const char *column, const char *text)
{
  g_autoptr (GpProject) project = support_snapshot (store);
  g_auto (GStrv) cells = support_cells (project, table, 0);
  int i = gp_table_column (table, column);
  g_autoptr (GError) error = NULL;

  ck_assert_int_ge (i, 0);
  g_free (cells[i]);
  cells[i] = g_strdup (text);
  ck_assert (gp_store_begin (store, text, NULL));
  ck_assert (gp_store_put (store, table, (const char *const *)cells, NULL));
  ck_assert_msg (gp_store_commit (store, &error), "%s", error ? error->message : "");
}

static void
random_edits (GpStore *store, GRand *rand, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (GpProject) before = support_snapshot (store);

    ck_assert (gp_store_begin (store, "edit", NULL));
    support_random_change (store, before, rand, i);
    if (!gp_store_commit (store, NULL))
      continue;
  }
}

static void
live (GpStore *store, GRand *rand)
{
  random_edits (store, rand, 4);
  put_coach (store, "Added " NAME, CODE, NAME);
  random_edits (store, rand, 4);
  put_note (store, GP_TABLE_BOARDS, "note",
            "Asked ZEBULON  VAN  QUASTRUP, then Quastrup said yes.");
  put_note (store, GP_TABLE_FACTS, "note", "From " NAME " (" CODE ")");
  put_coach (store, "Renamed to " NEW_NAME, CODE, NEW_NAME);
  put_note (store, GP_TABLE_SCENARIOS, "name", "Without Oksidder");
  random_edits (store, rand, 4);
}

/* All the way back and forth, as far as the history goes; how many steps. */
static guint
go_back_and_forth (GpStore *store)
{
  g_autoptr (GpProject) now = support_snapshot (store);
  g_autoptr (GpProject) again = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  while (gp_store_undo (store, &error))
    n++;
  support_assert_error (error, GP_ERROR_USAGE, "nothing");
  for (guint i = 0; i < n; i++)
    ck_assert (gp_store_redo (store, NULL));
  again = support_snapshot (store);
  support_assert_equal (now, again);
  return n;
}

START_TEST (test_no_byte_is_left)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)_i);
  g_autoptr (GError) error = NULL;
  const char *const words[] = {_i % 2 == 0 ? CODE : NEW_NAME, NULL};
  GpStore *store = support_store (path, (guint32)_i + 1);
  GpForgotten forgotten;
  guint steps;

  live (store, rand);
  steps = go_back_and_forth (store);
  if (_i % 3 == 2) /* some of it is undone when it is forgotten */
    for (guint i = 0; i < 6; i++)
      ck_assert (gp_store_undo (store, NULL));
  gp_store_close (store);
  assert_bytes (path, TRUE);

  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert_msg (gp_store_forget (store, words, TRUE, &forgotten, &error), "%s",
                 error ? error->message : "");
  ck_assert_uint_eq (forgotten.coaches->len, 1);
  ck_assert_str_eq (g_ptr_array_index (forgotten.coaches, 0), "Former coach 1");
  ck_assert_uint_eq (forgotten.left->len, 0);
  ck_assert_uint_eq (forgotten.n_dropped, 0);
  ck_assert_uint_ge (forgotten.n_entries, 4);
  gp_forgotten_clear (&forgotten);
  ck_assert (!gp_store_is_read_only (store));
  if (_i % 3 == 2)
    for (guint i = 0; i < 6; i++)
      ck_assert_msg (gp_store_redo (store, &error), "%s", error ? error->message : "");
  ck_assert_uint_eq (go_back_and_forth (store), steps);
  gp_store_close (store);
  assert_bytes (path, FALSE);
  ck_assert_uint_eq (support_count_files (), 1);
}
END_TEST

/* Gone from the tables, and still in the history alone. */
START_TEST (test_deleted_coach)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  const char *const key[] = {CODE, NULL};
  const char *const words[] = {NAME, NULL};
  GpStore *store = support_store (path, 5);
  GpForgotten forgotten;

  put_coach (store, "Added", CODE, NAME);
  put_coach (store, "Renamed", CODE, NEW_NAME);
  ck_assert (gp_store_begin (store, "Deleted", NULL));
  ck_assert (gp_store_delete (store, GP_TABLE_EXPERT_COACHES, key, NULL));
  ck_assert (gp_store_commit (store, NULL));
  put_coach (store, "Another in the same row", "OTHER1", "Anders Heiten"); /* the number n again */
  ck_assert (gp_store_forget (store, words, TRUE, &forgotten, NULL));
  ck_assert_uint_eq (forgotten.left->len, 0);
  gp_forgotten_clear (&forgotten);
  ck_assert_uint_eq (go_back_and_forth (store), 4);
  {
    g_autoptr (GpProject) project = support_snapshot (store);

    ck_assert_uint_ne (gp_project_find (project, GP_TABLE_EXPERT_COACHES, "OTHER1"), GP_NONE);
  }
  ck_assert (gp_store_undo (store, NULL));
  ck_assert (gp_store_undo (store, NULL));
  {
    g_autoptr (GpProject) project = support_snapshot (store);
    guint32 row = gp_project_find (project, GP_TABLE_EXPERT_COACHES, "former-1");

    ck_assert_uint_ne (row, GP_NONE);
    ck_assert_str_eq (project->expert_coaches[row].name, "Former coach 1");
  }
  gp_store_close (store);
  assert_bytes (path, FALSE);
}
END_TEST

/* Sums hold: everything but code and name is as before, and no plan counts as made from other data.
 */
START_TEST (test_the_rest_stays)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  const char *const words[] = {CODE, NULL};
  GpStore *store = support_store (path, 6);
  g_autoptr (GpProject) before = NULL;
  g_autoptr (GpProject) after = NULL;
  GpForgotten forgotten;
  gint64 version;

  put_coach (store, "Added", CODE, NAME);
  before = support_snapshot (store);
  version = gp_store_data_version (store);
  ck_assert (gp_store_forget (store, words, TRUE, &forgotten, NULL));
  gp_forgotten_clear (&forgotten);
  after = support_snapshot (store);
  ck_assert_int_eq (gp_store_data_version (store), version);
  for (int id = 0; id < GP_N_TABLES; id++) {
    ck_assert_uint_eq (gp_project_n_rows (before, id), gp_project_n_rows (after, id));
    for (guint row = 0; row < gp_project_n_rows (before, id); row++)
      for (guint i = 0; i < gp_table (id)->n_columns; i++) {
        g_autofree char *left = gp_project_cell (before, id, row, i);
        g_autofree char *right = gp_project_cell (after, id, row, i);

        if (!g_str_equal (left, CODE) && !g_str_equal (left, NAME))
          ck_assert_str_eq (left, right);
      }
  }
  gp_store_close (store);
}
END_TEST

START_TEST (test_words_of_others_stay)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  const char *const words[] = {CODE, NULL};
  GpStore *store = support_store (path, 7);
  GpForgotten forgotten;
  g_autoptr (GpProject) project = NULL;

  put_coach (store, "Added", CODE, NAME);
  put_coach (store, "Added", "OTHER1", "Anna Quastrup");
  put_note (store, GP_TABLE_BOARDS, "note", "Quastrup and Zebulon; een zebulon");
  ck_assert (gp_store_forget (store, words, TRUE, &forgotten, NULL));
  ck_assert_uint_eq (forgotten.kept_words->len, 1);
  ck_assert_str_eq (g_ptr_array_index (forgotten.kept_words, 0), "Quastrup");
  ck_assert_uint_eq (forgotten.left->len, 0);
  gp_forgotten_clear (&forgotten);
  project = support_snapshot (store);
  ck_assert_str_eq (project->boards[0].note, "Quastrup and Former coach 1; een zebulon");
  gp_store_close (store);
}
END_TEST

/* Another coach may have the same name: given by code, one goes and the other stays, whatever the
 * history knows. Given by name both go. A word may say again who is gone already. */
START_TEST (test_namesakes)
{
  static const char *const calls[][3] = {
      {CODE}, {NAME}, {CODE, NAME}, {CODE, CODE}, {CODE, "OTHER1"}};

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++) {
    g_autofree char *name = g_strdup_printf ("forget-%u.groeiplan", i);
    g_autofree char *path = support_path (name);
    const char *const words[] = {calls[i][0], calls[i][1], NULL};
    gboolean both = i == 1 || i == 2 || i == 4;
    GpStore *store = support_store (path, 10 + i);
    g_autoptr (GpProject) project = NULL;
    g_autoptr (GError) error = NULL;
    GpForgotten forgotten;
    guint32 row;

    put_coach (store, "Added", "OTHER1", "Anna");
    put_coach (store, "Added", "OTHER1", NAME);
    put_coach (store, "Added", CODE, NAME);
    ck_assert_msg (gp_store_forget (store, words, TRUE, &forgotten, &error), "%s",
                   error ? error->message : "");
    ck_assert_uint_eq (forgotten.coaches->len, both ? 2 : 1);
    /* “Zebulon”, “van” being no word of a name, and “Quastrup” */
    ck_assert_uint_eq (forgotten.kept_words->len, both ? 0 : 2);
    gp_forgotten_clear (&forgotten);
    project = support_snapshot (store);
    ck_assert_uint_eq (gp_project_find (project, GP_TABLE_EXPERT_COACHES, CODE), GP_NONE);
    row = gp_project_find (project, GP_TABLE_EXPERT_COACHES, "OTHER1");
    ck_assert_int_eq (row == GP_NONE, both);
    if (!both)
      ck_assert_str_eq (project->expert_coaches[row].name, NAME);
    gp_store_close (store);
  }
}
END_TEST

/* The name of a board is not changed; that it is still there is said. */
START_TEST (test_what_is_left_is_said)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  const char *const words[] = {CODE, NULL};
  GpStore *store = support_store (path, 8);
  GpForgotten forgotten;

  put_coach (store, "Added", CODE, NAME);
  put_note (store, GP_TABLE_BOARDS, "name", "Stichting " NAME);
  ck_assert (gp_store_forget (store, words, TRUE, &forgotten, NULL));
  ck_assert_uint_ge (forgotten.left->len, 2);
  ck_assert_str_eq (g_ptr_array_index (forgotten.left, 0), "forget.groeiplan: boards, name (1)");
  gp_forgotten_clear (&forgotten);
  gp_store_close (store);
}
END_TEST

START_TEST (test_nobody)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  const char *const words[] = {CODE, "Nobody", NULL};
  GpStore *store = support_store (path, 9);
  g_autoptr (GError) error = NULL;
  GpForgotten forgotten;
  g_autoptr (GpProject) project = NULL;

  put_coach (store, "Added", CODE, NAME);
  ck_assert (!gp_store_forget (store, words, TRUE, &forgotten, &error));
  support_assert_error (error, GP_ERROR_DATA, "Nobody");
  gp_forgotten_clear (&forgotten);
  project = support_snapshot (store);
  ck_assert_uint_ne (gp_project_find (project, GP_TABLE_EXPERT_COACHES, CODE), GP_NONE);
  put_coach (store, "Still writes", "OTHER1", "Anna");
  gp_store_close (store);
}
END_TEST

START_TEST (test_backups_too)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  const char *const words[] = {CODE, NULL};
  const char *const texts[] = {NAME, NULL};
  GpStore *store = support_store (path, 10);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  GpForgotten forgotten;

  put_coach (store, "Added", CODE, NAME);
  backup = gp_store_keep_backup (store, GP_BACKUP_IMPORT, &error);
  ck_assert_ptr_nonnull (backup);
  put_coach (store, "Renamed", CODE, NEW_NAME);
  ck_assert (gp_store_forget (store, words, FALSE, &forgotten, &error));
  ck_assert_uint_eq (forgotten.files->len, 0);
  gp_forgotten_clear (&forgotten);
  assert_bytes (backup, TRUE);
  {
    g_autoptr (GPtrArray) found = gp_traces_find (path, texts, &error);

    ck_assert_ptr_nonnull (found);
    ck_assert_uint_ge (found->len, 1);
    ck_assert_ptr_nonnull (strstr (g_ptr_array_index (found, 0), "(backup "));
  }
  gp_store_close (store);
  g_unlink (path);
  ck_assert_int_eq (g_rename (backup, path), 0); /* the same, with the backup first */
  store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  g_free (backup);
  backup = gp_store_keep_backup (store, GP_BACKUP_IMPORT, &error);
  ck_assert (gp_store_forget (store, words, TRUE, &forgotten, &error));
  ck_assert_uint_eq (forgotten.files->len, 1);
  ck_assert_ptr_null (((GpForgetFile *)g_ptr_array_index (forgotten.files, 0))->problem);
  gp_forgotten_clear (&forgotten);
  gp_store_close (store);
  assert_bytes (backup, FALSE);
  assert_bytes (path, FALSE);
}
END_TEST

/* Deleted space is searched too: a trace that no value has any more. */
START_TEST (test_traces_in_deleted_space)
{
  g_autofree char *path = support_path ("forget.groeiplan");
  const char *const texts[] = {NAME, NULL};
  const char *const none[] = {NULL};
  GpStore *store = support_store (path, 11);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  GpForgotten forgotten;

  put_coach (store, "Added", CODE, NAME);
  gp_store_close (store);
  support_sql (path, "PRAGMA secure_delete = OFF; DELETE FROM history; DELETE FROM expert_coaches "
                     "WHERE coach = '" CODE "'");
  assert_bytes (path, TRUE);
  found = gp_traces_find (path, texts, &error);
  ck_assert_msg (found != NULL, "%s", error ? error->message : "");
  ck_assert_uint_eq (found->len, 1);
  ck_assert_ptr_nonnull (strstr (g_ptr_array_index (found, 0), "bytes"));
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert (gp_store_forget (store, none, TRUE, &forgotten, NULL));
  gp_forgotten_clear (&forgotten);
  gp_store_close (store);
  assert_bytes (path, FALSE);
  after = gp_traces_find (path, texts, NULL);
  ck_assert_uint_eq (after->len, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("forget");
  TCase *cases = tcase_create ("forget");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 120);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_loop_test (cases, test_no_byte_is_left, 0, 6);
  tcase_add_test (cases, test_deleted_coach);
  tcase_add_test (cases, test_the_rest_stays);
  tcase_add_test (cases, test_words_of_others_stay);
  tcase_add_test (cases, test_namesakes);
  tcase_add_test (cases, test_what_is_left_is_said);
  tcase_add_test (cases, test_nobody);
  tcase_add_test (cases, test_backups_too);
  tcase_add_test (cases, test_traces_in_deleted_space);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
