/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: every state comes back exactly, also after reopening, and the history stays
 * bounded and harmless. */
#include "store-support.h"

#include <gp-random-project.h>
#include <stdlib.h>
#include <string.h>

static void
edit (GpStore *store, GRand *rand, guint number)
{
  g_autoptr (GpProject) before = support_snapshot (store);
  g_autofree char *label = g_strdup_printf ("Edit %u", number);
  g_autoptr (GError) error = NULL;
  gint n = g_rand_int_range (rand, 1, 8);

  ck_assert_msg (gp_store_begin (store, label, &error), "%s", error != NULL ? error->message : "");
  for (gint i = 0; i < n; i++)
    support_random_change (store, before, rand, number * 10 + (guint)i);
  ck_assert_msg (gp_store_commit (store, &error), "%s", error != NULL ? error->message : "");
}

static void
travel (GpStore *store, gboolean undo)
{
  g_autoptr (GError) error = NULL;

  ck_assert_msg (undo ? gp_store_undo (store, &error) : gp_store_redo (store, &error), "%s",
                 error != NULL ? error->message : "");
}

static GpStore *
reopen (GpStore *store)
{
  g_autofree char *path = g_strdup (gp_store_path (store));
  g_autoptr (GError) error = NULL;

  gp_store_close (store);
  store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  ck_assert_msg (store != NULL, "%s", error != NULL ? error->message : "");
  ck_assert (!gp_store_is_read_only (store));
  return store;
}

static void
assert_state (GpStore *store, GPtrArray *states, guint i)
{
  g_autoptr (GpProject) now = support_snapshot (store);

  support_assert_equal (g_ptr_array_index (states, i), now);
  ck_assert_int_eq (gp_store_data_version (store), i + 1);
}

/* Random edits; all of them back and forth, state by state, the file reopened now and then. */
static void
check_walk (guint32 seed)
{
  g_autofree char *name = g_strdup_printf ("walk-%u.groeiplan", seed);
  g_autofree char *path = support_path (name);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify)gp_project_unref);
  GpStore *store = support_store (path, seed);

  g_ptr_array_add (states, support_snapshot (store));
  for (guint i = 1; i <= 15; i++) {
    gint64 before = gp_store_data_version (store);

    edit (store, rand, i);
    if (gp_store_data_version (store) > before) /* an edit may come to nothing */
      g_ptr_array_add (states, support_snapshot (store));
  }
  ck_assert_int_eq (gp_store_data_version (store), states->len);
  for (guint i = states->len - 1; i > 0; i--) {
    travel (store, TRUE);
    assert_state (store, states, i - 1);
    if (i % 5 == 0)
      store = reopen (store);
  }
  ck_assert_ptr_null (gp_store_undo_label (store));
  for (guint i = 1; i < states->len; i++) {
    travel (store, FALSE);
    assert_state (store, states, i);
    if (i % 4 == 0)
      store = reopen (store);
  }
  ck_assert_ptr_null (gp_store_redo_label (store));
  gp_store_close (store);
}

START_TEST (test_walks)
{
  for (guint32 seed = 100; seed < 105; seed++)
    check_walk (seed);
}
END_TEST

/* Every number that the data ever had, with the data: asks for the same data at the same number,
 * and tells whether the number is a new one. */
static gboolean
note_version (GHashTable *seen, GpStore *store)
{
  gint64 version = gp_store_data_version (store);
  g_autoptr (GpProject) now = support_snapshot (store);
  const GpProject *then = g_hash_table_lookup (seen, &version);

  if (then != NULL)
    support_assert_equal (then, now);
  else
    g_hash_table_insert (seen, g_memdup2 (&version, sizeof version), g_steal_pointer (&now));
  return then == NULL;
}

typedef struct {
  GArray *versions; /* of every state that can be reached by undo and redo */
  guint at;
  GHashTable *seen;
} Walk;

static void
walk_edit (Walk *walk, GpStore *store, GRand *rand, guint i)
{
  gint64 version = gp_store_data_version (store);

  edit (store, rand, i);
  if (!note_version (walk->seen, store)) { /* an edit may come to nothing */
    ck_assert_int_eq (gp_store_data_version (store), version);
    return;
  }
  g_array_set_size (walk->versions, ++walk->at); /* the redo branch goes */
  version = gp_store_data_version (store);
  g_array_append_val (walk->versions, version);
  ck_assert_ptr_null (gp_store_redo_label (store));
}

/* Undo, redo, edits and reopening in any order: the same number is the same data, whatever happened
 * in between, an edit takes a number that never was, and undo and redo go where they came from. */
static void
check_mixed (guint32 seed)
{
  g_autofree char *name = g_strdup_printf ("mixed-%u.groeiplan", seed);
  g_autofree char *path = support_path (name);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) versions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)gp_project_unref);
  GpStore *store = support_store (path, seed);
  Walk walk = {versions, 0, seen};
  gint64 first = gp_store_data_version (store);

  ck_assert (note_version (seen, store));
  g_array_append_val (versions, first);
  for (guint i = 1; i <= 60; i++) {
    gint what = g_rand_int_range (rand, 0, 12);

    if (what < 5 && walk.at > 0) {
      travel (store, TRUE);
      walk.at--;
    } else if (what < 8 && walk.at + 1 < versions->len) {
      travel (store, FALSE);
      walk.at++;
    } else if (what == 8)
      store = reopen (store);
    else
      walk_edit (&walk, store, rand, i);
    ck_assert_int_eq (gp_store_data_version (store), g_array_index (versions, gint64, walk.at));
    ck_assert (!note_version (seen, store));
  }
  ck_assert_uint_gt (g_hash_table_size (seen), versions->len); /* branches were left */
  gp_store_close (store);
}

START_TEST (test_mixed)
{
  for (guint32 seed = 7; seed < 10; seed++)
    check_mixed (seed);
}
END_TEST

/* What took the history away with it has a number of its own all the same. */
START_TEST (test_number_never_twice)
{
  g_autofree char *path = support_path ("twice.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 40);
  static const char *const names[] = {"one", "two", "three"};

  for (guint i = 0; i < 3; i++) {
    ck_assert (gp_store_begin (store, names[i], NULL));
    ck_assert (gp_store_set_frame (store, names[i], 2026, 2031, GP_YEAR_NONE, NULL));
    ck_assert (gp_store_commit (store, NULL));
    ck_assert_int_eq (gp_store_data_version (store), i + 2);
    travel (store, TRUE);
    ck_assert_int_eq (gp_store_data_version (store), 1);
  }
}
END_TEST

START_TEST (test_labels)
{
  g_autofree char *path = support_path ("labels.groeiplan");
  g_autoptr (GpStore) store = support_store (path, 8);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  const char *labels[] = {"Eerste", "Tweede “wijziging”", "Derde"};

  ck_assert (!gp_store_undo (store, &error));
  g_clear_error (&error);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
    ck_assert (gp_store_begin (store, labels[i], &error));
    ck_assert (gp_store_set_frame (store, labels[i], 2026, 2031, GP_YEAR_NONE, &error));
    ck_assert_msg (gp_store_commit (store, &error), "%s", error ? error->message : "");
  }
  travel (store, TRUE);
  undo = gp_store_undo_label (store);
  redo = gp_store_redo_label (store);
  ck_assert_str_eq (undo, labels[1]);
  ck_assert_str_eq (redo, labels[2]);
  entries = gp_store_history (store, &error);
  ck_assert_ptr_nonnull (entries);
  ck_assert_uint_eq (entries->len, 3);
  for (guint i = 0; i < 3; i++) { /* newest first */
    const GpHistoryEntry *entry = g_ptr_array_index (entries, i);

    ck_assert_str_eq (entry->label, labels[2 - i]);
    ck_assert_int_eq (entry->undone, i == 0);
    ck_assert_int_gt (entry->when, 1700000000);
  }
}
END_TEST

START_TEST (test_bounded)
{
  g_autofree char *path = support_path ("bounded.groeiplan");
  GpStore *store = support_store (path, 9);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  gp_store_close (store);
  support_sql (path,
               "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 1500)"
               "INSERT INTO history (id, time, label, undone, changes) "
               "SELECT i, 0, 'old ' || i, 0, x'00' FROM c");
  store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  ck_assert_ptr_nonnull (store);
  ck_assert (gp_store_begin (store, "newest", &error));
  ck_assert (gp_store_set_frame (store, "x", 2026, 2031, GP_YEAR_NONE, &error));
  ck_assert_msg (gp_store_commit (store, &error), "%s", error ? error->message : "");
  entries = gp_store_history (store, &error);
  ck_assert_uint_eq (entries->len, 1000);
  ck_assert_str_eq (((GpHistoryEntry *)entries->pdata[0])->label, "newest");
  ck_assert_str_eq (((GpHistoryEntry *)entries->pdata[999])->label, "old 502");
  gp_store_close (store);
  /* and by size: 40 MB + 40 MB are too much */
  support_sql (path, "DELETE FROM history; "
                     "INSERT INTO history (id, time, label, undone, changes) VALUES "
                     "(1, 0, 'a', 0, zeroblob (40000000)), (2, 0, 'b', 0, zeroblob (40000000))");
  store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  ck_assert_msg (store != NULL, "%s", error ? error->message : "");
  ck_assert (gp_store_begin (store, "newest", &error));
  ck_assert (gp_store_set_frame (store, "y", 2026, 2031, GP_YEAR_NONE, &error));
  ck_assert (gp_store_commit (store, &error));
  g_clear_pointer (&entries, g_ptr_array_unref);
  entries = gp_store_history (store, &error);
  ck_assert_uint_eq (entries->len, 2);
  gp_store_close (store);
}
END_TEST

/* Data changed by another program so that an entry no longer fits: refused, nothing changed. */
START_TEST (test_changed_outside)
{
  g_autofree char *path = support_path ("outside.groeiplan");
  GpStore *store = support_store (path, 10);
  g_autoptr (GpProject) before = NULL;
  g_autoptr (GpProject) after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) cells = NULL;

  before = support_snapshot (store);
  cells = support_cells (before, GP_TABLE_FACTS, 0);
  g_free (cells[6]);
  cells[6] = g_strdup ("mine");
  ck_assert (gp_store_begin (store, "Noted", &error));
  ck_assert (gp_store_put (store, GP_TABLE_FACTS, (const char *const *)cells, &error));
  ck_assert (gp_store_commit (store, &error));
  gp_store_close (store);
  support_sql (path, "UPDATE facts SET note = 'theirs' WHERE note = 'mine'");
  store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
  g_clear_pointer (&before, gp_project_unref);
  before = support_snapshot (store);
  ck_assert (!gp_store_undo (store, &error));
  support_assert_error (error, GP_ERROR_DATA, "Noted");
  after = support_snapshot (store);
  support_assert_equal (before, after);
  gp_store_close (store);
}
END_TEST

/* Changesets with bytes turned: undo fails or leaves a valid project; tables that are no data are
 * out of reach. */
static void
check_spoilt (const char *path, GBytes *good, GRand *rand)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (good, &size);
  g_autoptr (GString) sql = g_string_new ("UPDATE history SET undone = 0, changes = x'");
  g_autofree char *version = NULL;
  guint8 *spoilt = g_memdup2 (bytes, size);
  GpStore *store;

  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    spoilt[g_rand_int_range (rand, 0, (gint32)size)] = (guint8)g_rand_int (rand);
  if (g_rand_int_range (rand, 0, 4) == 0)
    size = (gsize)g_rand_int_range (rand, 1, (gint32)size);
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (sql, "%02x", spoilt[i]);
  g_string_append (sql, "'");
  g_free (spoilt);
  support_sql (path, sql->str);
  store = gp_store_open (path, GP_STORE_READ_WRITE, NULL);
  ck_assert_ptr_nonnull (store);
  if (gp_store_undo (store, NULL)) {
    g_autoptr (GpProject) project = support_snapshot (store);

    if (!gp_store_redo (store, NULL)) { /* back to the state before, by hand */
      gp_store_close (store);
      return;
    }
  }
  gp_store_close (store);
}

START_TEST (test_spoilt_changesets)
{
  g_autofree char *path = support_path ("spoilt.groeiplan");
  GpStore *store = support_store (path, 30);
  g_autoptr (GRand) rand = g_rand_new_with_seed (30);
  g_autoptr (GBytes) good = NULL;
  g_autofree char *hex = NULL;
  g_autofree guint8 *bytes = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *all = NULL;
  gsize size, length;

  edit (store, rand, 1);
  edit (store, rand, 2);
  gp_store_close (store);
  support_sql (path, "DELETE FROM history WHERE id < (SELECT max (id) FROM history)");
  hex = support_query (path, "SELECT hex (changes) FROM history");
  size = strlen (hex) / 2;
  ck_assert_uint_gt (size, 20);
  bytes = g_malloc (size);
  for (gsize i = 0; i < size; i++)
    bytes[i] =
        (guint8)(g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]));
  good = g_bytes_new (bytes, size);
  ck_assert (g_file_get_contents (path, &all, &length, NULL));
  copy = support_path ("copy.groeiplan");
  for (int i = 0; i < 150; i++) {
    ck_assert (g_file_set_contents (copy, all, (gssize)length, NULL));
    check_spoilt (copy, good, rand);
  }
}
END_TEST

/* Changesets that are well-formed or nearly so, and not ours to apply: refused, with nothing done.
 */
START_TEST (test_changesets_out_of_reach)
{
  static const char *const changesets[] = {
      /* 'T', two columns of which the first is the key, "state", insert (1, 1), which undone would
         delete */
      "540201007374617465001200010000000000000001010000000000000001",
      /* the same for "frame", which has no row 9 to take away, with a text of 2^28 bytes */
      "540201006672616d650012000100000000000000090381808000",
      "5402010066616374730012000100000000000000090300", /* two columns of "facts", then one more
                                                           byte */
      "5402010066616374730012", "54020100", "54", "00", "",
      "54820101006672616d6500", /* 257 columns */
      "540200016672616d6500",   /* another key */
  };
  g_autofree char *path = support_path ("reach.groeiplan");
  GpStore *store = support_store (path, 31);
  g_autoptr (GpProject) before = support_snapshot (store);

  gp_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (changesets); i++) {
    g_autofree char *sql = g_strdup_printf (
        "DELETE FROM history; INSERT INTO history (id, time, label, undone, changes) "
        "VALUES (1, 0, 'reach', 0, x'%s')",
        changesets[i]);
    g_autoptr (GpProject) after = NULL;
    g_autoptr (GError) error = NULL;

    support_sql (path, sql);
    store = gp_store_open (path, GP_STORE_READ_WRITE, &error);
    ck_assert_ptr_nonnull (store);
    ck_assert_msg (!gp_store_undo (store, &error), "%s", changesets[i]);
    support_assert_error (error, GP_ERROR_DATA, "reach");
    ck_assert_int_eq (gp_store_data_version (store), 1);
    after = support_snapshot (store);
    support_assert_equal (before, after);
    gp_store_close (store);
  }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("history");
  TCase *cases = tcase_create ("history");
  SRunner *runner = srunner_create (suite);
  int failed;

  tcase_set_timeout (cases, 240);
  tcase_add_checked_fixture (cases, support_setup, support_teardown);
  tcase_add_test (cases, test_walks);
  tcase_add_test (cases, test_mixed);
  tcase_add_test (cases, test_number_never_twice);
  tcase_add_test (cases, test_labels);
  tcase_add_test (cases, test_bounded);
  tcase_add_test (cases, test_changed_outside);
  tcase_add_test (cases, test_spoilt_changesets);
  tcase_add_test (cases, test_changesets_out_of_reach);
  suite_add_tcase (suite, cases);
  srunner_run_all (runner, CK_NORMAL);
  failed = srunner_ntests_failed (runner);
  srunner_free (runner);
  return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
